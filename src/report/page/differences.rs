//! Differences inside events, the surest first, and what each of the strongest hangs on.

use super::chips::rounded;
use crate::report::tables::contrasts::sorted;
use crate::report::tables::sensitivity::left_out;
use crate::sources::{Contrast, Other, Sensitivity};
use crate::study::Findings;
use serde_json::{Value, json};

/// Rows that a page draws.
const MOST: usize = 200;

/// Things left out that a row tells of.
const LEFT_OUT: usize = 12;

/// The contrasts of sources: `[frame, actor, source, other or −1, shared events, mentions, others',
/// lean, theirs, difference, low, high, p, q, what it hangs on]`.
pub(super) fn differences(findings: &Findings) -> Value {
    let all = sorted(&findings.contrasts, false);
    let differs = |at: &&usize| {
        let found = findings.contrasts[**at].difference;
        found.is_some_and(|found| found != 0.0)
    };
    let told: Vec<Value> = all
        .iter()
        .filter(differs)
        .take(MOST)
        .map(|at| row(findings, *at))
        .collect();
    let differing = all.iter().filter(differs).count();
    json!({ "all": differing, "alike": all.len() - differing, "shown": told })
}

fn row(findings: &Findings, at: usize) -> Value {
    let Contrast {
        frame,
        actor,
        source,
        other,
        ..
    } = &findings.contrasts[at];
    let contrast = &findings.contrasts[at];
    let without = findings.sensitivity.iter();
    let without = without.filter(|one| one.contrast == at).take(LEFT_OUT);
    json!([
        frame.0,
        actor.map(|actor| actor.0),
        source.0,
        match other {
            Other::Source(other) => i64::from(other.0),
            Other::AllOthers => -1,
        },
        contrast.shared_events,
        contrast.mentions,
        contrast.other_mentions,
        rounded(contrast.lean),
        rounded(contrast.other_lean),
        rounded(contrast.difference),
        rounded(contrast.interval.map(|ends| ends.0)),
        rounded(contrast.interval.map(|ends| ends.1)),
        rounded(contrast.p),
        rounded(contrast.q),
        without
            .map(|one| hanging(findings, one))
            .collect::<Vec<Value>>(),
    ])
}

/// `[kind, name, words, difference without it, whether all hangs on it]`.
fn hanging(findings: &Findings, one: &Sensitivity) -> Value {
    let (kind, name, words) = left_out(findings, one.left_out);
    json!([kind, name, words, rounded(one.difference), one.hangs])
}
