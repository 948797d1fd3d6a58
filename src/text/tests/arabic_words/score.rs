//! The rules of the tuning set's scorer: gold positions, positions not to be counted, F1.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Character positions in a sentence, half-open.
pub(crate) type Span = (usize, usize);

/// A query of the set.
pub(crate) struct Query {
    pub id: String,
    pub term: String,
    pub pos: String,
}

/// Sentences, queries and where they are to be found.
pub(crate) struct Gold {
    pub sentences: Vec<(String, String)>,
    pub queries: Vec<Query>,
    places: BTreeMap<(String, String), Vec<Span>>,
    ignored: BTreeMap<String, Vec<Span>>,
}

/// Counts over queries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub hits: usize,
    pub false_hits: usize,
    pub misses: usize,
}

impl Counts {
    /// 2 hits over 2 hits and all faults, in percent.
    pub(crate) fn f1(&self) -> f64 {
        let faults = self.false_hits + self.misses;
        200.0 * self.hits as f64 / (2 * self.hits + faults) as f64
    }
}

/// A false hit or a miss, for people to read.
pub(crate) struct Fault {
    pub is_miss: bool,
    pub query: String,
    pub form: String,
}

impl Gold {
    /// Reads a folder of the set's files; `None` where it is not there.
    pub(crate) fn read(folder: &Path) -> Option<Gold> {
        let rows = |file: &str| -> Option<Vec<Vec<String>>> {
            let text = std::fs::read_to_string(folder.join(file)).ok()?;
            let lines = text.split('\n').filter(|line| !line.is_empty());
            Some(
                lines
                    .map(|l| l.split('\t').map(str::to_owned).collect())
                    .collect(),
            )
        };
        let number = |cell: &str| cell.parse::<usize>().expect("a number");
        let mut gold = Gold {
            sentences: Vec::new(),
            queries: Vec::new(),
            places: BTreeMap::new(),
            ignored: BTreeMap::new(),
        };
        for row in rows("corpus_dev.tsv")? {
            gold.sentences.push((row[0].clone(), row[1].clone()));
        }
        for row in rows("queries_all.tsv")?.iter().skip(1) {
            gold.queries.push(Query {
                id: row[0].clone(),
                term: row[1].clone(),
                pos: row[2].clone(),
            });
        }
        for row in rows("gold_all.tsv")? {
            let places = gold
                .places
                .entry((row[1].clone(), row[2].clone()))
                .or_default();
            places.push((number(&row[3]), number(&row[4])));
        }
        for row in rows("ignore.tsv")? {
            let ignored = gold.ignored.entry(row[1].clone()).or_default();
            ignored.push((number(&row[2]), number(&row[3])));
        }
        Some(gold)
    }

    /// Counts predictions (query, sentence, span) of the queries that `wanted` accepts; faults
    /// are appended.
    pub(crate) fn score(
        &self,
        predictions: &BTreeSet<(String, String, Span)>,
        wanted: impl Fn(&Query) -> bool,
        faults: &mut Vec<Fault>,
    ) -> Counts {
        let mut counts = Counts::default();
        let texts: BTreeMap<&str, &str> = self
            .sentences
            .iter()
            .map(|(id, text)| (id.as_str(), text.as_str()))
            .collect();
        for query in self.queries.iter().filter(|query| wanted(query)) {
            for (sentence, text) in &texts {
                let key = (query.id.clone(), (*sentence).to_owned());
                let gold = self.places.get(&key).map_or(&[][..], Vec::as_slice);
                let from = (query.id.clone(), (*sentence).to_owned(), (0, 0));
                let found = predictions
                    .range(from..)
                    .map_while(|(q, s, span)| (*q == query.id && s == sentence).then_some(*span));
                self.count(query, (sentence, text), gold, found, &mut counts, faults);
            }
        }
        counts
    }

    fn count(
        &self,
        query: &Query,
        (sentence, text): (&str, &str),
        gold: &[Span],
        found: impl Iterator<Item = Span>,
        counts: &mut Counts,
        faults: &mut Vec<Fault>,
    ) {
        let form = |span: Span| text.chars().skip(span.0).take(span.1 - span.0).collect();
        let mut used = vec![false; gold.len()];
        let ignored = self.ignored.get(sentence).map_or(&[][..], Vec::as_slice);
        for span in found {
            let hit = (0..gold.len()).find(|at| !used[*at] && agrees(query, span, gold[*at]));
            if let Some(at) = hit {
                used[at] = true;
                counts.hits += 1;
            } else if !gold
                .iter()
                .chain(ignored)
                .any(|place| overlap(span, *place) > 0)
            {
                counts.false_hits += 1;
                faults.push(Fault {
                    is_miss: false,
                    query: query.term.clone(),
                    form: form(span),
                });
            }
        }
        for (place, _) in gold.iter().zip(used).filter(|(_, used)| !used) {
            counts.misses += 1;
            faults.push(Fault {
                is_miss: true,
                query: query.term.clone(),
                form: form(*place),
            });
        }
    }
}

/// Whether a span covers half of a gold phrase, or half of the shorter of two words.
fn agrees(query: &Query, span: Span, gold: Span) -> bool {
    let whole = match query.pos.as_str() {
        "PHRASE" => gold.1 - gold.0,
        _ => (span.1 - span.0).min(gold.1 - gold.0),
    };
    2 * overlap(span, gold) >= whole
}

fn overlap(a: Span, b: Span) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}
