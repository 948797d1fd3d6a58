//! What sources are clustered by: for each frame and label, how much more of the frame's mentions
//! a source gives to the label than the others do of the same events.

use crate::corpus::SourceIx;
use crate::framing::Score;
use crate::lexicon::{FrameIx, LabelIx};
use crate::sources::Sample;
use crate::sources::chance::Chance;

/// The narrator's wording of all events told by more than one source, ready to be summed again and
/// again.
pub(super) struct Wording {
    /// The sources that are clustered, sorted: the rows of the sums, before one for all others.
    pub sources: Vec<SourceIx>,
    /// The columns: labels that anybody used, sorted by frame, each with its frame's number.
    columns: Vec<usize>,
    /// How many frames there are.
    frames: usize,
    /// The events, sorted.
    pub events: Vec<Happening>,
}

/// One event; sorted by what is said of it, so that the order of rows cannot matter.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Happening {
    /// The sources that tell it, sorted.
    sources: Vec<usize>,
    /// Its columns, sorted.
    columns: Vec<usize>,
    /// Its articles with a mention: place in `sources`, and `(place in columns, mentions)`.
    articles: Vec<(usize, Vec<(usize, u32)>)>,
}

/// Sums over events: of weighted differences, of weights, and of events shared.
pub(super) struct Sums {
    columns: usize,
    frames: usize,
    weighted: Vec<f64>,
    weights: Vec<f64>,
    /// For each source the events in which it shares a frame with another.
    pub shared: Vec<u32>,
}

/// Reads the wording of a sample: articles that count, narrator's voice, events of two sources or
/// more. All sources but those that are `close`, which are sorted, are taken as one.
pub(super) fn wording(sample: &Sample, close: Vec<SourceIx>) -> Wording {
    let mut scores = sample.narrated();
    let mut labels: Vec<(FrameIx, LabelIx)> = scores.iter().map(|s| (s.frame, s.label)).collect();
    labels.sort_unstable();
    labels.dedup();
    let event = |score: &Score| {
        let fact = &sample.facts[score.article.at()];
        (fact.event, fact.language)
    };
    scores.sort_unstable_by_key(|score| (event(score), score.article));
    let mut events: Vec<Happening> = scores
        .chunk_by(|a, b| event(a) == event(b))
        .map(|group| happening(sample, group, (&close, &labels)))
        .filter(|happening| happening.sources.len() > 1)
        .collect();
    events.sort_unstable();
    let mut frames: Vec<FrameIx> = labels.iter().map(|label| label.0).collect();
    frames.dedup();
    let number = |frame| frames.partition_point(|&other| other < frame);
    Wording {
        sources: close,
        columns: labels.iter().map(|label| number(label.0)).collect(),
        frames: frames.len(),
        events,
    }
}

fn happening(
    sample: &Sample,
    scores: &[&Score],
    (close, labels): (&[SourceIx], &[(FrameIx, LabelIx)]),
) -> Happening {
    let column =
        |score: &Score| labels.partition_point(|&label| label < (score.frame, score.label));
    let source = |score: &Score| {
        let place = close.binary_search(&sample.facts[score.article.at()].source);
        place.unwrap_or(close.len())
    };
    let sources = distinct(scores.iter().map(|score| source(score)));
    let columns = distinct(scores.iter().map(|score| column(score)));
    let place = |all: &[usize], one: usize| all.partition_point(|&other| other < one);
    let mut articles: Vec<(usize, Vec<(usize, u32)>)> = scores
        .chunk_by(|a, b| a.article == b.article)
        .map(|article| {
            let mut counts: Vec<(usize, u32)> = article
                .iter()
                .map(|score| (place(&columns, column(score)), score.mentions))
                .collect();
            crate::sources::cells::sum_sorted(&mut counts);
            (place(&sources, source(article[0])), counts)
        })
        .collect();
    // By what they say: the order of rows cannot matter.
    articles.sort_unstable();
    Happening {
        sources,
        columns,
        articles,
    }
}

fn distinct(all: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Wording {
    /// The sums over events.
    pub(crate) fn sums<'a>(&'a self, events: impl Iterator<Item = &'a Happening>) -> Sums {
        let mut sums = self.empty();
        for event in events {
            let teller = |at: usize| event.articles[at].0;
            self.add(&mut sums, event, teller);
        }
        sums
    }

    /// The sums with the articles of each event dealt anew to its sources, each keeping its
    /// number.
    pub(crate) fn shuffled(&self, chance: &mut Chance) -> Sums {
        let mut sums = self.empty();
        for event in &self.events {
            let mut tellers: Vec<usize> = event.articles.iter().map(|article| article.0).collect();
            let all = tellers.len();
            chance.bring_forward(&mut tellers, all);
            self.add(&mut sums, event, |at| tellers[at]);
        }
        sums
    }

    fn empty(&self) -> Sums {
        let sources = self.sources.len() + 1;
        Sums {
            columns: self.columns.len(),
            frames: self.frames,
            weighted: vec![0.0; sources * self.columns.len()],
            weights: vec![0.0; sources * self.frames],
            shared: vec![0; sources],
        }
    }

    fn add(&self, sums: &mut Sums, event: &Happening, teller: impl Fn(usize) -> usize) {
        let width = event.columns.len();
        let mut counts = vec![0.0; event.sources.len() * width];
        for (at, (_, article)) in event.articles.iter().enumerate() {
            for &(column, mentions) in article {
                counts[teller(at) * width + column] += f64::from(mentions);
            }
        }
        let mut shared = vec![false; event.sources.len()];
        let mut from = 0;
        while from < width {
            let frame = self.columns[event.columns[from]];
            let same = event.columns[from..]
                .iter()
                .take_while(|&&c| self.columns[c] == frame);
            let upto = from + same.count();
            let block = Block {
                frame,
                columns: &event.columns[from..upto],
                from,
                width,
            };
            block.add(sums, &event.sources, &counts, &mut shared);
            from = upto;
        }
        for (&source, _) in event
            .sources
            .iter()
            .zip(&shared)
            .filter(|(_, shares)| **shares)
        {
            sums.shared[source] += 1;
        }
    }
}

/// The columns of one frame in one event.
struct Block<'a> {
    frame: usize,
    columns: &'a [usize],
    from: usize,
    width: usize,
}

impl Block<'_> {
    /// Adds w(share − others' share) = (aN' − a'N) / (N + N') of each label, and w = NN' / (N + N').
    fn add(&self, sums: &mut Sums, sources: &[usize], counts: &[f64], shared: &mut [bool]) {
        let row = |at: usize| &counts[at * self.width + self.from..][..self.columns.len()];
        let mut all = vec![0.0; self.columns.len()];
        for at in 0..sources.len() {
            all.iter_mut()
                .zip(row(at))
                .for_each(|(sum, count)| *sum += count);
        }
        let everything: f64 = all.iter().sum();
        for (at, &source) in sources.iter().enumerate() {
            let ours: f64 = row(at).iter().sum();
            let theirs = everything - ours;
            if ours == 0.0 || theirs == 0.0 {
                continue;
            }
            shared[at] = true;
            sums.weights[source * sums.frames + self.frame] += ours * theirs / everything;
            for ((&column, &count), &sum) in self.columns.iter().zip(row(at)).zip(&all) {
                let difference = (count * theirs - (sum - count) * ours) / everything;
                sums.weighted[source * sums.columns + column] += difference;
            }
        }
    }
}

impl Sums {
    /// The features of one source: one a column of `wording`, `None` where it shares no event that
    /// words the frame.
    pub(crate) fn features(&self, wording: &Wording, source: usize) -> Vec<Option<f64>> {
        let of = |(column, &frame): (usize, &usize)| {
            let weight = self.weights[source * self.frames + frame];
            (weight > 0.0).then(|| self.weighted[source * self.columns + column] / weight)
        };
        wording.columns.iter().enumerate().map(of).collect()
    }
}
