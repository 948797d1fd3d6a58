//! What leads where: a row to its first sentence in `mentions`, a finding to its row.

use super::fitting::text_of;
use crate::corpus::{ArticleIx, Part};
use crate::events::EventIx;
use crate::report::cell::Cell;
use crate::report::columns::Column;
use crate::report::summary::Evidence;
use crate::report::tables::comparison::covered;
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::word;
use std::collections::BTreeMap;

/// The table that holds the sentences.
pub(super) const SENTENCES: &str = "mentions";

/// What a mention is found by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Event,
    Source,
    Frame,
    Actor,
    Label,
    Voice,
    Article,
}

use Field::{Actor, Article, Event, Frame, Label, Source};

/// How the cells of a table lead to mentions.
struct Way {
    table: &'static str,
    /// The column that leads; none where each column of a source does.
    from: Option<&'static str>,
    /// The columns that tell which mention; the voice is the narrator's where none tells it.
    by: &'static [(Field, &'static str)],
}

const EVERYWHERE: &[(Field, &str)] = &[(Frame, "frame"), (Actor, "actor")];

const WAYS: [Way; 7] = [
    Way {
        table: "naming",
        from: None,
        by: EVERYWHERE,
    },
    Way {
        table: "comparison",
        from: None,
        by: &[(Event, "event"), (Frame, "frame"), (Actor, "actor")],
    },
    Way {
        table: "labels",
        from: Some("forms"),
        by: &[
            (Event, "event"),
            (Source, "source"),
            (Frame, "frame"),
            (Actor, "actor"),
            (Label, "label"),
            (Field::Voice, "voice"),
        ],
    },
    Way {
        table: "scores",
        from: Some("article"),
        by: &[
            (Article, "article"),
            (Frame, "frame"),
            (Actor, "actor"),
            (Field::Voice, "voice"),
        ],
    },
    Way {
        table: "contrasts",
        from: Some("source"),
        by: &[(Frame, "frame"), (Actor, "actor"), (Source, "source")],
    },
    Way {
        table: "contrasts",
        from: Some("other"),
        by: &[(Frame, "frame"), (Actor, "actor"), (Source, "other")],
    },
    Way {
        table: "profiles",
        from: Some("source"),
        by: &[
            (Source, "source"),
            (Frame, "frame"),
            (Actor, "actor"),
            (Field::Voice, "voice"),
        ],
    },
];

/// A value for each field; what is not asked for is [`ANY`].
type Key = [u32; 7];
const ANY: u32 = u32::MAX;

/// A set of fields, and its keys with the number of the row, sorted.
type Index = (Vec<Field>, Vec<(Key, u32)>);

/// The first rows of mentions by what they are found by.
pub(super) struct Sentences<'a> {
    names: [BTreeMap<&'a str, u32>; 7],
    indices: Vec<Index>,
}

impl<'a> Sentences<'a> {
    /// Those of a study, as far as the sheet has so many rows below its header.
    pub(super) fn of(findings: &'a Findings, most: usize) -> Self {
        let names = names(findings);
        let all = keys(findings, &names, most);
        let mut indices: Vec<Index> = Vec::new();
        for way in &WAYS {
            let fields = way.fields();
            if indices.iter().any(|(known, _)| *known == fields) {
                continue;
            }
            let only = |(key, is_copy, row): &(Key, bool, u32)| {
                let mut asked = [ANY; 7];
                for field in &fields {
                    asked[*field as usize] = key[*field as usize];
                }
                (asked, *is_copy, *row)
            };
            let mut rows: Vec<_> = all.iter().map(only).collect();
            // An article that counts goes before its copies.
            rows.sort_unstable();
            rows.dedup_by_key(|row| row.0);
            let rows = rows.into_iter().map(|(key, _, row)| (key, row));
            indices.push((fields, rows.collect()));
        }
        Sentences { names, indices }
    }

    /// How the cells of a table lead to them.
    pub(super) fn from(&self, table: &str, columns: &[Column]) -> Leads<'_> {
        let at = |name: &str| columns.iter().position(|column| column.name == name);
        let ways = WAYS.iter().filter(|way| way.table == table);
        let led = ways.filter_map(|way| {
            let by = way.by.iter().map(|(field, name)| Some((*field, at(name)?)));
            let from: Vec<(usize, Option<u32>)> = match way.from {
                Some(name) => vec![(at(name)?, None)],
                None => {
                    let source = |column: &Column| self.names[Source as usize].get(&*column.name);
                    let columns = columns.iter().enumerate();
                    let columns = columns.filter_map(|(at, column)| Some((at, source(column)?)));
                    columns.map(|(at, source)| (at, Some(*source))).collect()
                }
            };
            let fields = way.fields();
            let index = self.indices.iter().find(|(known, _)| *known == fields)?;
            Some(Lead {
                from,
                by: by.collect::<Option<_>>()?,
                has_voice: way.by.iter().any(|(field, _)| *field == Field::Voice),
                rows: &index.1,
            })
        });
        Leads {
            leads: led.collect(),
            names: &self.names,
        }
    }
}

impl Way {
    fn fields(&self) -> Vec<Field> {
        let implied = [Source, Field::Voice].into_iter();
        let mut fields: Vec<Field> = self.by.iter().map(|(field, _)| *field).collect();
        // An article has one source.
        let is_article = fields.contains(&Article);
        fields.extend(implied.filter(|field| !(is_article && *field == Source)));
        fields.sort_by_key(|field| *field as usize);
        fields.dedup();
        fields
    }
}

struct Lead<'s> {
    /// The columns that lead, each with its source where it is one's.
    from: Vec<(usize, Option<u32>)>,
    by: Vec<(Field, usize)>,
    has_voice: bool,
    rows: &'s [(Key, u32)],
}

/// What the cells of a table lead to.
pub(super) struct Leads<'s> {
    leads: Vec<Lead<'s>>,
    names: &'s [BTreeMap<&'s str, u32>; 7],
}

impl Leads<'_> {
    /// The columns of a row that lead somewhere, with the number of the row in `mentions`.
    pub(super) fn of(&self, cells: &[Cell]) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        for lead in &self.leads {
            let mut key = [ANY; 7];
            if !lead.has_voice {
                key[Field::Voice as usize] = Voice::Narrator as u32;
            }
            let mut is_known = true;
            for (field, at) in &lead.by {
                let id = self.names[*field as usize].get(text_of(&cells[*at]));
                is_known &= id.is_some();
                key[*field as usize] = id.copied().unwrap_or(ANY);
            }
            for (at, source) in lead.from.iter().filter(|_| is_known) {
                key[Source as usize] = source.unwrap_or(key[Source as usize]);
                let row = lead.rows.binary_search_by_key(&key, |row| row.0);
                found.extend(row.ok().map(|row| (*at, lead.rows[row].1)));
            }
        }
        found
    }
}

/// The names of everything that a cell may name; labels by their name alone, since their frame stands
/// beside them.
fn names(findings: &Findings) -> [BTreeMap<&str, u32>; 7] {
    let lexicon = &findings.lexicon;
    let mut names: [BTreeMap<&str, u32>; 7] = Default::default();
    let mut put = |field: Field, name, id: usize| {
        names[field as usize].entry(name).or_insert(id as u32);
    };
    let events = findings.alignment.events.iter().enumerate();
    events.for_each(|(id, event)| put(Event, event.name.as_str(), id + 1));
    put(Event, "", 0);
    for fact in &findings.facts {
        put(
            Source,
            findings.source_name(fact.source),
            fact.source.0 as usize,
        );
    }
    let frames = lexicon.frames.iter().enumerate();
    frames.for_each(|(id, frame)| put(Frame, frame.name.as_str(), id));
    let labels = lexicon.labels.iter().enumerate();
    labels.for_each(|(id, label)| put(Label, label.name.as_str(), id));
    let actors = lexicon.actors.iter().enumerate();
    actors.for_each(|(id, actor)| put(Actor, actor.name.as_str(), id + 1));
    put(Actor, "", 0);
    put(Actor, word("contrasts.whole-event"), 0);
    for voice in Voice::ALL {
        put(Field::Voice, voice.name(), voice as usize);
    }
    let articles = findings.corpus.articles.iter().enumerate();
    articles.for_each(|(id, article)| put(Article, article.id.as_str(), id));
    names
}

/// Every mention that counts: what it is found by, whether its article is a copy, its row.
fn keys(
    findings: &Findings,
    names: &[BTreeMap<&str, u32>; 7],
    most: usize,
) -> Vec<(Key, bool, u32)> {
    let lexicon = &findings.lexicon;
    let labels = lexicon.labels.iter();
    let labels: Vec<u32> = labels
        .map(|label| names[Label as usize][label.name.as_str()])
        .collect();
    // Events that a source alone tells have no name of their own where not all are asked for.
    let covered = covered(findings);
    let event = |event: EventIx| {
        let is_named = findings.settings.all_events || covered[event.0 as usize].len() > 1;
        if is_named { event.0 + 1 } else { 0 }
    };
    let (mut row, mut keys) = (1, Vec::new());
    for (ix, reading) in (0..).map(ArticleIx).zip(&findings.readings) {
        let fact = &findings.facts[ix.at()];
        for part in Part::ALL {
            for mention in &reading.part(part).mentions {
                row += 1;
                if row as usize > most + 1 {
                    return keys;
                }
                if !findings.counts(mention) {
                    continue;
                }
                let label = lexicon.terms[mention.term.0 as usize].label;
                let key = [
                    event(fact.event),
                    fact.source.0,
                    lexicon.frame_of(mention.term).0,
                    mention.actor.map_or(0, |actor| actor.0 + 1),
                    labels[label.0 as usize],
                    mention.voice as u32,
                    ix.0,
                ];
                keys.push((key, !fact.counted, row));
            }
        }
    }
    keys
}

/// Where the rows stand that findings tell of.
pub(super) struct Shown {
    /// The table of each, and the cells by which its row is known.
    wanted: Vec<(&'static str, Vec<(&'static str, String)>)>,
    /// The row of each, once it has been written.
    pub rows: Vec<Option<u32>>,
}

impl Shown {
    pub(super) fn new(evidence: &[Evidence]) -> Self {
        let wanted = evidence.iter().map(|of| (of.table, of.cells.clone()));
        Shown {
            wanted: wanted.collect(),
            rows: vec![None; evidence.len()],
        }
    }

    /// Looks at a row of a table.
    pub(super) fn look(&mut self, table: &str, columns: &[Column], cells: &[Cell], row: u32) {
        for (found, (of, known)) in self.rows.iter_mut().zip(&self.wanted) {
            let says = |(name, value): &(&str, String)| {
                let at = columns.iter().position(|column| column.name == *name);
                at.is_some_and(|at| text_of(&cells[at]) == value)
            };
            if found.is_none() && *of == table && known.iter().all(says) {
                *found = Some(row);
            }
        }
    }
}
