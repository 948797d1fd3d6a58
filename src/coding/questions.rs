//! What two codings answered to each question, and how far they agree.

use super::codings::Coding;
use super::pairs::Pair;
use super::{Drawn, SampleOf};
use crate::coding::agreement::{Agreement, Agreements, Answer, Scale, agreement};

/// A question that was put to both.
pub(crate) struct Question {
    /// The column it is about.
    pub what: &'static str,
    /// Each answer that was given.
    pub values: Vec<Value>,
    /// All answers together.
    pub total: Agreements,
    /// How far they agree: as names, and for stances as ranks too.
    pub nominal: Agreement,
    /// See `nominal`.
    pub ordinal: Option<Agreement>,
    /// At how many places either abstains: it names nobody, but guesses.
    pub abstained: u32,
    /// Whether a recall can be told: not of labels, where only the places listed were looked at.
    pub has_recall: bool,
}

/// One answer.
pub(crate) struct Value {
    /// Its frame; empty for what is no label.
    pub frame: String,
    /// Its name.
    pub name: String,
    /// How often it was given.
    pub hits: Agreements,
}

/// An answer as it is sorted: a rank, a frame, a name.
type SortKey = (i8, String, String);

/// The questions that both answered.
pub(crate) fn all(pairs: &[Pair], by_frame: bool, of: SampleOf, drawn: Drawn) -> Vec<Question> {
    let label = |coding: Option<&Coding>| {
        let named = coding.and_then(|coding| coding.label.as_ref().map(|label| (coding, label)));
        Some(named.map_or(nothing(), |(coding, label)| {
            let frame = if by_frame {
                coding.frame.clone()
            } else {
                String::new()
            };
            (0, frame, label.clone())
        }))
    };
    let mut questions = vec![Question {
        has_recall: of == SampleOf::Articles,
        ..question("label", pairs, label, drawn)
    }];
    let both = |pair: &&Pair| {
        pair.first
            .zip(pair.second)
            .is_some_and(|(a, b)| a.label.is_some() && b.label.is_some())
    };
    let both: Vec<Pair> = pairs.iter().filter(both).copied().collect();
    let name = |name: &str| (0, String::new(), name.to_owned());
    questions.push(question(
        "voice",
        &both,
        |coding| {
            let voice = coding?.voice?;
            Some((voice as i8, String::new(), voice.name().to_owned()))
        },
        drawn,
    ));
    questions.push(question(
        "stance",
        &both,
        |coding| {
            let stance = coding?.stance?;
            Some((stance, String::new(), stance.to_string()))
        },
        drawn,
    ));
    // Who abstains does not disagree.
    let abstains = |coding: Option<&Coding>| coding.is_some_and(|coding| coding.abstains);
    let (abstained, told): (Vec<Pair>, Vec<Pair>) = both
        .iter()
        .partition(|pair| abstains(pair.first) || abstains(pair.second));
    let actor = |coding: Option<&Coding>| {
        let actor = coding?.actor.as_deref()?;
        Some(name(if actor.is_empty() { NOBODY } else { actor }))
    };
    questions.push(Question {
        abstained: abstained.len() as u32,
        ..question("actor", &told, actor, drawn)
    });
    questions.retain(|question| question.nominal.answers + question.abstained > 0);
    questions
}

/// How an actor is called where nobody is known.
const NOBODY: &str = "(nobody)";

/// The answer that there is no label; before all others.
fn nothing() -> SortKey {
    (i8::MIN, String::new(), String::new())
}

fn question(
    what: &'static str,
    pairs: &[Pair],
    answer: impl Fn(Option<&Coding>) -> Option<SortKey>,
    drawn: Drawn,
) -> Question {
    let given: Vec<(u32, SortKey, SortKey)> = pairs
        .iter()
        .filter_map(|pair| Some((pair.article, answer(pair.first)?, answer(pair.second)?)))
        .collect();
    let mut keys: Vec<&SortKey> = given.iter().flat_map(|(_, a, b)| [a, b]).collect();
    keys.sort_unstable();
    keys.dedup();
    let number = |key: &SortKey| keys.partition_point(|other| *other < key) as u32;
    let answers: Vec<Answer> = given
        .iter()
        .map(|(article, first, second)| Answer {
            article: *article,
            first: number(first),
            second: number(second),
        })
        .collect();
    let values: Vec<Value> = (0..)
        .zip(&keys)
        .filter(|(_, key)| **key != &nothing())
        .map(|(number, key)| Value {
            frame: key.1.clone(),
            name: key.2.clone(),
            hits: hits(&answers, number),
        })
        .collect();
    let measured = |scale| agreement(&answers, scale, drawn.draws, drawn.seed);
    Question {
        what,
        total: total(&values),
        values,
        nominal: measured(Scale::Nominal),
        ordinal: (what == "stance").then(|| measured(Scale::Ordinal)),
        abstained: 0,
        has_recall: true,
    }
}

fn hits(answers: &[Answer], value: u32) -> Agreements {
    let mut hits = Agreements::default();
    for answer in answers {
        let (first, second) = (answer.first == value, answer.second == value);
        hits.first += u32::from(first);
        hits.second += u32::from(second);
        hits.both += u32::from(first && second);
    }
    hits
}

fn total(values: &[Value]) -> Agreements {
    values
        .iter()
        .fold(Agreements::default(), |sum, value| Agreements {
            first: sum.first + value.hits.first,
            second: sum.second + value.hits.second,
            both: sum.both + value.hits.both,
        })
}
