//! Answers of two coders, counted, and the coefficients that counts give.

use super::Answer;

/// How answers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// The same or not.
    Nominal,
    /// Further apart the more answers lie between.
    Ordinal,
}

/// How often the first coder gave one answer and the second another: a square table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    /// How many different answers there are: rows and columns of the table.
    width: usize,
    /// `(first · width + second, how often)`, sorted.
    cells: Vec<(u32, u32)>,
}

impl Answers {
    /// Counts the answers of each article.
    pub(crate) fn by_article(answers: &[Answer]) -> Vec<Answers> {
        let mut answers = answers.to_vec();
        answers.sort_unstable();
        let most = answers.iter().map(|one| one.first.max(one.second)).max();
        let width = most.map_or(0, |most| most as usize + 1);
        let place = |one: &Answer| one.first * width as u32 + one.second;
        let counted = |group: &[Answer]| {
            let same = |a: &Answer, b: &Answer| place(a) == place(b);
            let cells = group.chunk_by(same);
            Answers {
                width,
                cells: cells
                    .map(|cell| (place(&cell[0]), cell.len() as u32))
                    .collect(),
            }
        };
        answers
            .chunk_by(|a, b| a.article == b.article)
            .map(counted)
            .collect()
    }

    /// All of them together.
    pub(crate) fn sum<'a>(all: impl IntoIterator<Item = &'a Answers>) -> Answers {
        let mut all = all.into_iter().peekable();
        let width = all.peek().map_or(0, |first| first.width);
        let mut sums = vec![0; width * width];
        for (place, count) in all.flat_map(|answers| &answers.cells) {
            sums[*place as usize] += count;
        }
        Answers::of(width, sums)
    }

    /// What is left without some of them.
    pub(crate) fn without(&self, some: &Answers) -> Answers {
        let mut sums = vec![0; self.width * self.width];
        for (place, count) in &self.cells {
            sums[*place as usize] = *count;
        }
        for (place, count) in &some.cells {
            sums[*place as usize] -= count;
        }
        Answers::of(self.width, sums)
    }

    fn of(width: usize, sums: Vec<u32>) -> Answers {
        let cells = (0..).zip(sums).filter(|(_, count)| *count > 0);
        Answers {
            width,
            cells: cells.collect(),
        }
    }

    /// `(first, second, how often)`.
    fn cells(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        self.cells.iter().map(|&(place, count)| {
            let place = place as usize;
            (place / self.width, place % self.width, f64::from(count))
        })
    }

    /// How many answers each coder gave.
    pub(crate) fn all(&self) -> u32 {
        self.cells.iter().map(|cell| cell.1).sum()
    }

    /// How many were the same.
    pub(crate) fn same(&self) -> u32 {
        let same = self.cells().filter(|(first, second, _)| first == second);
        same.map(|(.., count)| count).sum::<f64>() as u32
    }

    /// How often each coder gave each answer.
    fn margins(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut firsts, mut seconds) = (vec![0.0; self.width], vec![0.0; self.width]);
        for (first, second, count) in self.cells() {
            firsts[first] += count;
            seconds[second] += count;
        }
        (firsts, seconds)
    }

    /// Cohen's κ = (pₒ − pₑ) / (1 − pₑ), at most 1, where pₑ is what two coders who answer at
    /// random, each with own shares, would agree on; `None` where that is all.
    ///
    /// Source: Cohen (1960), *A Coefficient of Agreement for Nominal Scales*, Educational and
    /// Psychological Measurement 20(1), 37–46.
    pub(crate) fn kappa(&self) -> Option<f64> {
        let all = f64::from(self.all());
        let (firsts, seconds) = self.margins();
        let chance: f64 = firsts.iter().zip(&seconds).map(|(a, b)| a * b).sum();
        let (observed, expected) = (f64::from(self.same()) / all, chance / (all * all));
        (expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
    }

    /// Krippendorff's α = 1 − Dₒ / Dₑ, at most 1, of two coders without missing answers; `None`
    /// where there is only one answer.
    ///
    /// Source: Krippendorff (2019), *Content Analysis*, 4th ed., § 12.3, with the differences of
    /// § 12.3.4: nominal, or ordinal by the ranks between.
    pub(crate) fn alpha(&self, scale: Scale) -> Option<f64> {
        let (firsts, seconds) = self.margins();
        let totals: Vec<f64> = firsts.iter().zip(&seconds).map(|(a, b)| a + b).collect();
        let distances = Distances::new(scale, &totals);
        let observed: f64 = self
            .cells()
            .map(|(first, second, count)| count * distances.squared(first, second))
            .sum();
        let expected = distances.expected() / (totals.iter().sum::<f64>() - 1.0);
        (expected > 0.0).then(|| 1.0 - observed / expected)
    }
}

/// How far apart answers are.
struct Distances<'a> {
    scale: Scale,
    totals: &'a [f64],
    /// Answers up to and with each.
    upto: Vec<f64>,
}

impl<'a> Distances<'a> {
    fn new(scale: Scale, totals: &'a [f64]) -> Self {
        let mut sum = 0.0;
        let mut add = |total: &f64| {
            sum += total;
            sum
        };
        Distances {
            scale,
            upto: totals.iter().map(&mut add).collect(),
            totals,
        }
    }

    fn squared(&self, a: usize, b: usize) -> f64 {
        if a == b {
            return 0.0;
        }
        match self.scale {
            Scale::Nominal => 1.0,
            Scale::Ordinal => {
                let (low, high) = (a.min(b), a.max(b));
                let among = self.upto[high] - self.upto[low] + self.totals[low];
                (among - (self.totals[low] + self.totals[high]) / 2.0).powi(2)
            }
        }
    }

    /// Σ nₐ n_b δ²(a, b) over pairs of different answers.
    fn expected(&self) -> f64 {
        let all: f64 = self.totals.iter().sum();
        if self.scale == Scale::Nominal {
            let same: f64 = self.totals.iter().map(|total| total * total).sum();
            return (all * all - same) / 2.0;
        }
        let mut sum = 0.0;
        for (b, high) in self.totals.iter().enumerate() {
            for (a, low) in self.totals[..b].iter().enumerate() {
                sum += low * high * self.squared(a, b);
            }
        }
        sum
    }
}
