//! `contrasts.csv`: how far two sources differ where they cover the same events.

use crate::corpus::Corpus;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::cell::Cell;
use crate::report::names::Spoken;
use crate::report::table::{Rows, Table};
use crate::sources::{Contrast, Lack, LeftOut, Method, Other, Sensitivity, by_strength};
use crate::study::Findings;
use crate::wording::{Tongue, counted_in, in_tongue, said_in, word};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "contrasts",
    fill,
};

/// The same of each month by itself.
pub(crate) const BY_MONTH: Table = Table {
    name: "contrasts_by_month",
    fill: fill_months,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let looked_at = findings
        .sensitivity
        .chunk_by(|a, b| a.contrast == b.contrast);
    let looked_at: BTreeMap<usize, &[Sensitivity]> =
        looked_at.map(|rows| (rows[0].contrast, rows)).collect();
    let spoken = Spoken::of(findings);
    for at in sorted(&findings.contrasts, findings.settings.all_contrasts) {
        let contrast = &findings.contrasts[at];
        let without = looked_at.get(&at).copied().unwrap_or_default();
        rows.row(&row(
            (findings, spoken),
            contrast,
            remark(findings, contrast, without),
        ))?;
    }
    let groups = &findings.group_contrasts;
    sorted(groups, findings.settings.all_contrasts)
        .into_iter()
        .try_for_each(|at| {
            let contrast = &groups[at];
            let remark = remark(findings, contrast, &[]);
            rows.row(&row((findings, spoken), contrast, remark))
        })
}

fn fill_months(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let (spoken, with_unshared) = (Spoken::of(findings), findings.settings.all_contrasts);
    for of in &findings.by_month {
        for contrasts in [&of.contrasts, &of.groups] {
            for at in sorted(contrasts, with_unshared) {
                let contrast = &contrasts[at];
                let remark = remark(findings, contrast, &[]);
                let mut of_month = vec![Cell::text(of.month.as_str())];
                of_month.extend(row((findings, spoken), contrast, remark));
                rows.row(&of_month)?;
            }
        }
    }
    Ok(())
}

/// The places of the contrasts that the table tells: the surest first, then the strongest; at the end
/// what does not differ, and what no event is shared for, if that is asked for.
pub(crate) fn sorted(all: &[Contrast], with_unshared: bool) -> Vec<usize> {
    let shown = |at: &usize| all[*at].shared_events > 0 || with_unshared;
    let mut places: Vec<usize> = (0..all.len()).filter(shown).collect();
    let key = |at: usize| {
        let differs = all[at].difference.is_some_and(|found| found != 0.0);
        (!differs, all[at].q.unwrap_or(2.0))
    };
    places.sort_by(|&a, &b| {
        let ((a_alike, a_q), (b_alike, b_q)) = (key(a), key(b));
        let surer = a_alike.cmp(&b_alike).then(a_q.total_cmp(&b_q));
        surer.then_with(|| by_strength(&all[a], &all[b]))
    });
    places
}

/// How large a difference of lean is, in words: the steps of stance that an average mention is apart.
pub(crate) fn size(difference: f64, tongue: Tongue) -> &'static str {
    let steps = difference.abs();
    let part = fraction(steps).filter(|_| steps >= LITTLE);
    let sizes = SIZES.iter().find(|(below, _)| steps < *below);
    let key = part.or(sizes.map(|(_, key)| *key)).unwrap_or("most");
    in_tongue(tongue, &format!("size.{key}"))
}

/// What is below each of these is told so; the bounds lie half-way between what is told.
const SIZES: [(f64, &str); 6] = [
    (0.000_05, "none"),
    (LITTLE, "little"),
    (1.25, "each"),
    (1.75, "each-and-half"),
    (2.5, "twice"),
    (3.5, "thrice"),
];

/// Less than this part of a step is little.
const LITTLE: f64 = 0.05;

/// The same of parts of one.
const FRACTIONS: [(f64, &str); 7] = [
    (0.15, "tenth"),
    (0.225, "fifth"),
    (0.29, "quarter"),
    (0.415, "third"),
    (0.585, "half"),
    (0.71, "two-thirds"),
    (0.875, "three-quarters"),
];

/// The key of the words for a part of one; `None` where it is nearly all or more.
pub(crate) fn fraction(part: f64) -> Option<&'static str> {
    let found = FRACTIONS.iter().find(|(below, _)| part < *below);
    found.map(|(_, key)| *key)
}

/// Whom a contrast compares with, as the table writes it.
pub(crate) fn other_name<'a>(corpus: &'a Corpus, contrast: &Contrast) -> &'a str {
    match contrast.other {
        Other::Source(other) => corpus.name_of(other),
        Other::AllOthers => word("contrasts.all-others"),
    }
}

fn row<'a>(
    (findings, spoken): (&'a Findings, Spoken<'a>),
    contrast: &'a Contrast,
    remark: String,
) -> Vec<Cell<'a>> {
    let odds = contrast.odds.as_ref();
    let mut row = vec![
        Cell::text(findings.lexicon.frame_name(contrast.frame)),
        Cell::text(spoken.frame(contrast.frame)),
        Cell::text(subject(&findings.lexicon, contrast)),
        Cell::text(spoken.subject(contrast.actor)),
        Cell::text(findings.source_name(contrast.source)),
        Cell::text(other_name(&findings.corpus, contrast)),
    ];
    row.extend(figures(contrast));
    row.extend([
        Cell::text(
            contrast
                .difference
                .map_or("", |found| size(found, spoken.tongue)),
        ),
        Cell::text(Telling::of(spoken).methods(contrast)),
        Cell::text(remark),
        labels(&findings.lexicon, contrast),
        Cell::number(odds.map(|odds| odds.ratio)),
        Cell::number(odds.map(|odds| odds.interval.0)),
        Cell::number(odds.map(|odds| odds.interval.1)),
    ]);
    row
}

/// Whom a contrast is about, as the table writes it: an actor, or the event as a whole.
pub(crate) fn subject<'a>(lexicon: &'a Lexicon, contrast: &Contrast) -> &'a str {
    match contrast.actor {
        Some(_) => lexicon.actor_name(contrast.actor),
        None => word("contrasts.whole-event"),
    }
}

/// The figures of a contrast, in the order of the columns.
pub(crate) fn figures(contrast: &Contrast) -> [Cell<'static>; 10] {
    [
        Cell::count(contrast.shared_events),
        Cell::count(contrast.mentions),
        Cell::count(contrast.other_mentions),
        Cell::number(contrast.lean),
        Cell::number(contrast.other_lean),
        Cell::number(contrast.difference),
        Cell::number(contrast.interval.map(|interval| interval.0)),
        Cell::number(contrast.interval.map(|interval| interval.1)),
        Cell::number(contrast.p),
        Cell::number(contrast.q),
    ]
}

/// The two labels whose odds are compared.
pub(crate) fn labels(lexicon: &Lexicon, contrast: &Contrast) -> Cell<'static> {
    contrast.odds.as_ref().map_or(Cell::Missing, |odds| {
        let names = [odds.labels.0, odds.labels.1].map(|ix| lexicon.label_name(ix));
        Cell::text(names.join("; "))
    })
}

/// What there is to say of a contrast, in plain words and the language of the report.
fn remark(findings: &Findings, contrast: &Contrast, without: &[Sensitivity]) -> String {
    let telling = Telling::of(Spoken::of(findings));
    let parts = [
        telling.chosen(findings, contrast),
        telling.hangs_on(findings, without),
        telling.lacks(contrast),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(telling.between())
}

/// Tells of contrasts in one language.
#[derive(Clone, Copy)]
struct Telling<'a> {
    spoken: Spoken<'a>,
}

impl<'a> Telling<'a> {
    fn of(spoken: Spoken<'a>) -> Self {
        Telling { spoken }
    }

    fn say(self, key: &str, with: &[&dyn Display]) -> String {
        said_in(self.spoken.tongue, key, with)
    }

    /// What parts the things that are said.
    fn between(self) -> &'static str {
        in_tongue(self.spoken.tongue, "contrasts.between")
    }

    /// How interval and p were made.
    fn methods(self, contrast: &Contrast) -> String {
        let told = contrast.methods.iter().map(|method| match method {
            Method::Bootstrap(draws) => self.say("contrasts.bootstrap", &[draws]),
            Method::Student => self.say("contrasts.student", &[]),
            Method::Exact(arrangements) => self.say("contrasts.exact", &[arrangements]),
            Method::Drawn(draws) => self.say("contrasts.drawn", &[draws]),
        });
        told.collect::<Vec<_>>().join(self.between())
    }

    /// Why figures are absent.
    fn lacks(self, contrast: &Contrast) -> String {
        let told = contrast.lacks.iter().map(|lack| match lack {
            Lack::SharedEvent => self.say("contrasts.no-shared-event", &[]),
            Lack::Reach => self.say("contrasts.beyond", &[]),
            Lack::Events => self.say("contrasts.few-events", &[]),
            Lack::Spread => self.say("contrasts.alike", &[]),
            Lack::Balance => self.say("contrasts.outweighed", &[]),
            Lack::Variety => self.say("contrasts.nearly-alike", &[]),
            Lack::Arrangements { found, needed } => self.say("contrasts.no-p", &[found, needed]),
        });
        told.collect::<Vec<_>>().join(self.between())
    }

    /// *uses “terrorists” where the others say “militants”, in 7 of 9 shared events (the other way
    /// round in 1)*.
    fn chosen(self, findings: &Findings, contrast: &Contrast) -> String {
        let Some(choice) = contrast.choice else {
            return String::new();
        };
        let [ours, theirs] = [choice.ours, choice.theirs].map(|ix| self.spoken.label(ix));
        let shared = contrast.shared_events as usize;
        let shared = counted_in(self.spoken.tongue, shared, "shared event");
        let told = match contrast.other {
            Other::Source(other) => {
                let other = findings.source_name(other);
                let with: [&dyn Display; 5] = [&ours, &other, &theirs, &choice.events, &shared];
                self.say("contrasts.chosen", &with)
            }
            Other::AllOthers => {
                let with: [&dyn Display; 4] = [&ours, &theirs, &choice.events, &shared];
                self.say("contrasts.chosen-by-all", &with)
            }
        };
        match choice.reversed {
            0 => told,
            events => format!("{told} {}", self.say("contrasts.reversed", &[&events])),
        }
    }

    /// *hangs on the term …, the event …, the article …*: of each kind the one without which least of
    /// the difference is left.
    fn hangs_on(self, findings: &Findings, without: &[Sensitivity]) -> String {
        let hanging = |kind: fn(&LeftOut) -> bool| {
            let mut rows = without.iter();
            let row = rows.find(|row| row.hangs && kind(&row.left_out));
            row.map(|row| row.left_out)
        };
        let named: Vec<String> = [
            hanging(|left_out| matches!(left_out, LeftOut::Term(_))),
            hanging(|left_out| matches!(left_out, LeftOut::Event(_))),
            hanging(|left_out| matches!(left_out, LeftOut::Article(_))),
        ]
        .into_iter()
        .flatten()
        .map(|left_out| self.named(findings, left_out))
        .collect();
        if named.is_empty() {
            return String::new();
        }
        let comma = in_tongue(self.spoken.tongue, "contrasts.comma");
        self.say("contrasts.hangs", &[&named.join(comma)])
    }

    fn named(self, findings: &Findings, left_out: LeftOut) -> String {
        match left_out {
            LeftOut::Term(ix) => {
                let term = &findings.lexicon.terms[ix.0 as usize].term;
                self.say("contrasts.term", &[term])
            }
            LeftOut::Event(ix) => self.say("contrasts.event", &[&findings.event_name(ix)]),
            LeftOut::Article(ix) => self.say("contrasts.article", &[&findings.article_id(ix)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_step_is_one_step_in_half_of_the_mentions_whichever_way_it_goes() {
        let cases = [
            (0.0, "no difference"),
            (0.5, "one step of stance in half of the mentions"),
            (-0.5, "one step of stance in half of the mentions"),
            (-1.1, "one step of stance in every mention"),
            (2.0, "two steps of stance in every mention"),
        ];
        for (difference, expected) in cases {
            assert_eq!(size(difference, Tongue::English), expected);
        }
        assert!(size(0.01, Tongue::English).starts_with("less than one step"));
        assert!(size(4.0, Tongue::English).starts_with("four steps"));
    }
}
