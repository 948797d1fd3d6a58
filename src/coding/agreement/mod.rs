//! Agreement of two coders: Cohen's κ, Krippendorff's α, precision, recall and F1.

mod counts;

pub(crate) use counts::{Answers, Scale};

use crate::sources::bootstrap::bca;
use crate::sources::chance::Chance;
use crate::sources::distributions::{normal_cdf, student_quantile};

/// What two coders answered to one question of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Answer {
    /// The article: answers of one article are alike, and are drawn together.
    pub article: u32,
    /// The first coder's answer; of an ordinal scale its place in the order.
    pub first: u32,
    /// The second's.
    pub second: u32,
}

/// A coefficient and its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Estimate {
    /// The coefficient, at most 1; 0 is what chance gives.
    pub value: f64,
    /// By bootstrap over articles; `None` where none holds its level.
    pub interval: Option<(f64, f64)>,
}

/// How far two coders agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Agreement {
    /// How many answers of each were compared.
    pub answers: u32,
    /// How many were the same.
    pub same: u32,
    /// Cohen's κ (nominal whatever the scale); `None` where both always give one same answer.
    pub kappa: Option<Estimate>,
    /// Krippendorff's α on the scale asked for; `None` where there is one answer only.
    pub alpha: Option<Estimate>,
}

/// Compares answers; their order changes nothing.
pub(crate) fn agreement(answers: &[Answer], scale: Scale, draws: u32, seed: u64) -> Agreement {
    let articles = Answers::by_article(answers);
    let whole = Answers::sum(&articles);
    let estimate = |number: u64, of: &dyn Fn(&Answers) -> Option<f64>| {
        let value = of(&whole)?;
        let mut chance = Chance::new(seed, &[number]);
        let interval = interval(&articles, value, of, draws, &mut chance);
        Some(Estimate { value, interval })
    };
    Agreement {
        answers: whole.all(),
        same: whole.same(),
        kappa: estimate(0, &Answers::kappa),
        alpha: estimate(1, &|answers| answers.alpha(scale)),
    }
}

/// Fewer articles with an answer give no interval. This and the next two were found by simulation
/// (`docs/METHOD.md`, Validity; `src/coding/tests/agreement.rs`).
const LEAST_ARTICLES: usize = 25;

/// Where fewer articles' worth deviate, chance draws too few of them to show how far they might.
const LEAST_DEVIATING: f64 = 4.0;

/// Degrees of freedom of t for each article's worth that deviates.
const FREEDOM: f64 = 1.5;

/// The 95 % BCa interval over articles, of the logarithm of disagreement, in which errors are
/// nearly even; rescaled to the jackknife's error, at the level that gives a normal the tails of t
/// (as the intervals of contrasts).
fn interval(
    articles: &[Answers],
    value: f64,
    of: &dyn Fn(&Answers) -> Option<f64>,
    draws: u32,
    chance: &mut Chance,
) -> Option<(f64, f64)> {
    let log = |value: Option<f64>| {
        value
            .map(|value| (1.0 - value).ln())
            .filter(|l| l.is_finite())
    };
    let estimate = log(Some(value))?;
    if articles.len() < LEAST_ARTICLES {
        return None;
    }
    let whole = Answers::sum(articles);
    let left_out: Vec<f64> = articles
        .iter()
        .filter_map(|article| log(of(&whole.without(article))))
        .collect();
    let (error, deviating) = jackknife(&left_out)?;
    if left_out.len() < articles.len() || deviating < LEAST_DEVIATING {
        return None;
    }
    let mut drawn: Vec<f64> = (0..draws)
        .filter_map(|_| {
            let sample = (0..articles.len()).map(|_| &articles[chance.below(articles.len())]);
            log(of(&Answers::sum(sample)))
        })
        .collect();
    let centre = drawn.iter().sum::<f64>() / drawn.len() as f64;
    let squares: f64 = drawn.iter().map(|draw| (draw - centre).powi(2)).sum();
    let deviation = (squares / drawn.len() as f64).sqrt();
    for draw in &mut drawn {
        *draw = estimate + (*draw - estimate) * (error / deviation);
    }
    let level = 1.0 - 2.0 * normal_cdf(-student_quantile(0.975, FREEDOM * deviating));
    let (low, high) = bca(&mut drawn, estimate, &[left_out], level)?;
    Some((1.0 - high.exp(), 1.0 - low.exp()))
}

/// The standard error by the jackknife (Efron and Tibshirani 1993, ch. 11), and how many units'
/// worth deviate: (Σu²)² / Σu⁴. `None` where nothing deviates.
fn jackknife(left_out: &[f64]) -> Option<(f64, f64)> {
    let n = left_out.len() as f64;
    let mean = left_out.iter().sum::<f64>() / n;
    let squares: f64 = left_out.iter().map(|value| (value - mean).powi(2)).sum();
    let fourths: f64 = left_out.iter().map(|value| (value - mean).powi(4)).sum();
    (fourths > 0.0).then(|| {
        (
            ((n - 1.0) / n * squares).sqrt(),
            squares * squares / fourths,
        )
    })
}

/// How often two coders gave one answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agreements {
    /// The first coder.
    pub first: u32,
    /// The second.
    pub second: u32,
    /// Both, at the same place.
    pub both: u32,
}

impl Agreements {
    /// What share of the second coder's answers the first gave too, 0 … 1; `None` without any.
    pub(crate) fn precision(&self) -> Option<f64> {
        (self.second > 0).then(|| f64::from(self.both) / f64::from(self.second))
    }

    /// What share of the first coder's answers the second gave too, 0 … 1; `None` without any.
    pub(crate) fn recall(&self) -> Option<f64> {
        (self.first > 0).then(|| f64::from(self.both) / f64::from(self.first))
    }

    /// The harmonic mean of precision and recall, 0 … 1 (van Rijsbergen 1979, *Information
    /// Retrieval*, ch. 7); `None` where neither coder gave the answer.
    pub(crate) fn f1(&self) -> Option<f64> {
        let all = self.first + self.second;
        (all > 0).then(|| 2.0 * f64::from(self.both) / f64::from(all))
    }
}
