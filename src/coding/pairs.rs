//! Which rows of two codings speak of the same place.

use super::codings::Coding;
use std::cmp::Reverse;

/// A place that a coding has a row on, with what both say of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pair<'a> {
    /// The article's number.
    pub article: u32,
    /// The first coding's row.
    pub first: Option<&'a Coding>,
    /// The second's.
    pub second: Option<&'a Coding>,
}

impl Pair<'_> {
    /// Whether either sees a label there.
    pub(crate) fn is_marked(&self) -> bool {
        let sees = |coding: Option<&Coding>| coding.is_some_and(|coding| coding.label.is_some());
        sees(self.first) || sees(self.second)
    }
}

/// The rows of one article, each in one pair: rows that share characters (or, where one has no
/// place, rows of the same words) are of one place. Rows with the same label find each other first,
/// then those that share more of their characters, then those nearer the beginning.
pub(crate) fn pairs<'a>(
    article: u32,
    first: &'a [Coding],
    second: &'a [Coding],
    by_frame: bool,
) -> Vec<Pair<'a>> {
    let mut likely = Vec::new();
    for (i, a) in first.iter().enumerate() {
        for (j, b) in second.iter().enumerate() {
            let shared = shared(a, b);
            if shared > 0 && (!by_frame || same_question(a, b)) {
                let same = a.label.is_some() && a.label == b.label;
                likely.push((Reverse((same, shared)), i, j));
            }
        }
    }
    likely.sort_unstable();
    let mut partner = vec![None; first.len()];
    let mut taken = vec![false; second.len()];
    for (_, i, j) in likely {
        if partner[i].is_none() && !taken[j] {
            partner[i] = Some(j);
            taken[j] = true;
        }
    }
    let of_first = first.iter().zip(partner).map(|(coding, partner)| Pair {
        article,
        first: Some(coding),
        second: partner.map(|j| &second[j]),
    });
    let alone = second.iter().zip(taken).filter(|(_, taken)| !taken);
    let of_second = alone.map(|(coding, _)| Pair {
        article,
        first: None,
        second: Some(coding),
    });
    of_first.chain(of_second).collect()
}

/// Answers to different questions about one place are no disagreement.
fn same_question(a: &Coding, b: &Coding) -> bool {
    a.frame == b.frame || a.frame.is_empty() || b.frame.is_empty()
}

/// How much of their characters two rows share, in thousandths of those that either has; all of
/// them where one has no place and the words are the same.
fn shared(a: &Coding, b: &Coding) -> u32 {
    if a.part.zip(b.part).is_some_and(|(a, b)| a != b) {
        return 0;
    }
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => {
            let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            let either = a.end.max(b.end) - a.start.min(b.start);
            (1000 * both).div_ceil(either)
        }
        _ if !a.form.is_empty() && a.form == b.form => 1000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;

    /// `start-end label` or `form label`; `?` for no label.
    fn codings(rows: &[&str]) -> Vec<Coding> {
        let coding = |row: &&str| {
            let (place, label) = row.split_once(' ').unwrap();
            let range = place.split_once('-');
            Coding {
                part: range.map(|_| Part::Body),
                place: range.map(|(a, b)| a.parse().unwrap()..b.parse().unwrap()),
                form: place.to_owned(),
                label: (label != "?").then(|| label.to_owned()),
                ..Coding::default()
            }
        };
        rows.iter().map(coding).collect()
    }

    /// Places in either list that are paired, `-` for none.
    fn paired(first: &[&str], second: &[&str]) -> Vec<String> {
        let (a, b) = (codings(first), codings(second));
        let at = |all: &[Coding], one: Option<&Coding>| {
            let place = one.and_then(|one| all.iter().position(|other| std::ptr::eq(other, one)));
            place.map_or("-".to_owned(), |place| place.to_string())
        };
        let pairs = pairs(0, &a, &b, false);
        pairs
            .iter()
            .map(|pair| format!("{}:{}", at(&a, pair.first), at(&b, pair.second)))
            .collect()
    }

    #[test]
    fn rows_that_share_characters_are_of_one_place() {
        let cases: &[(&[&str], &[&str], &[&str])] = &[
            (&["3-9 x"], &["4-9 x"], &["0:0"]),
            (&["3-9 x"], &["9-12 x"], &["0:-", "-:0"]),
            (&["3-9 x", "3-9 y"], &["3-9 y", "3-9 x"], &["0:1", "1:0"]),
            (&["3-9 x"], &["3-5 y", "4-9 y"], &["0:1", "-:0"]),
            (&["3-9 ?"], &["3-9 y"], &["0:0"]),
            (&[], &["3-9 y"], &["-:0"]),
        ];
        for (first, second, expected) in cases {
            assert_eq!(paired(first, second), *expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn rows_without_a_place_are_paired_by_their_words_in_order() {
        let found = paired(
            &["قتلى x", "قتلى x", "جنود x"],
            &["قتلى x", "قتلى y", "قتلى x"],
        );
        assert_eq!(found, ["0:0", "1:2", "2:-", "-:1"]);
    }

    #[test]
    fn answers_to_different_questions_are_not_of_one_place() {
        let of = |frame: &str| Coding {
            frame: frame.to_owned(),
            ..codings(&["3-9 x"]).remove(0)
        };
        for (frame, expected) in [("a", 1), ("", 1), ("b", 2)] {
            let (first, second) = ([of("a")], [of(frame)]);
            assert_eq!(pairs(0, &first, &second, true).len(), expected, "{frame}");
        }
    }
}
