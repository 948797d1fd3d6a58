//! Where a copy words differently what it copies: sentences are aligned, then words compared.

use super::outline::Stems;
use super::{SharedSentence, Substitution};
use crate::text::{Run, Running};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::ops::Range;

/// Two sentences tell the same if at least this share of their words is in both (Dice): below it
/// a difference is another sentence, not another wording.
const LEAST_IN_COMMON: f64 = 0.5;

/// Sentences of more words than this are compared in their first so many, which bounds the work
/// on a text without stops.
const MOST_WORDS: usize = 400;

/// The sentences that two texts share and that hold one of the places asked for, in order of the
/// copied text, and where they differ. `places` are bytes of the one and the other text, in order.
///
/// A sentence that one of them lacks is an omission, not a rewording, and is not listed. Spelling
/// (vowel marks, hamza seats), clitics, endings of number and case, and punctuation make no
/// difference.
pub(crate) fn shared_sentences(
    from: &Sentences,
    to: &Sentences,
    places: [&[Range<u32>]; 2],
) -> Vec<SharedSentence> {
    let (sentences, others) = (&from.0, &to.0);
    let asked = |(a, b): &(usize, usize)| {
        holds(places[0], &sentences[*a].bytes) || holds(places[1], &others[*b].bytes)
    };
    let mut found: Vec<SharedSentence> = pairs(sentences, others)
        .into_iter()
        .filter(asked)
        .map(|(a, b)| compared(&sentences[a], &others[b]))
        .collect();
    found.sort_by_key(|shared| (shared.from.start, shared.to.start));
    found
}

/// The passages that a copy left out of a text of which it keeps most: sentences in a row that have
/// no like in the copy and most of whose words are nowhere in it. None where it keeps less than half:
/// then they are two texts with something in common.
pub(crate) fn left_out(from: &Sentences, to: &Sentences) -> Vec<Range<u32>> {
    let mut is_kept = vec![false; from.0.len()];
    for (sentence, _) in pairs(&from.0, &to.0) {
        is_kept[sentence] = true;
    }
    let words = |(sentence, _): (&Sentence, &bool)| sentence.words.len();
    let all: usize = from.0.iter().zip(&is_kept).map(words).sum();
    let kept = from.0.iter().zip(&is_kept).filter(|(_, kept)| **kept);
    if 2 * kept.map(words).sum::<usize>() < all {
        return Vec::new();
    }
    let there = to.0.iter().flat_map(|sentence| &sentence.sorted);
    let there: FxHashSet<u32> = there.copied().collect();
    let is_gone = |at: &usize| {
        let words = &from.0[*at].sorted;
        let found = words.iter().filter(|word| there.contains(word)).count();
        !is_kept[*at] && (found as f64) < LEAST_IN_COMMON * words.len() as f64
    };
    let gone: Vec<usize> = (0..from.0.len()).filter(is_gone).collect();
    let runs = gone.chunk_by(|a, b| a + 1 == *b);
    let bytes = |run: &[usize]| {
        let last = run[run.len() - 1];
        from.0[run[0]].bytes.start..from.0[last].bytes.end
    };
    runs.map(bytes).collect()
}

/// Whether a place begins within a sentence.
fn holds(places: &[Range<u32>], sentence: &Range<u32>) -> bool {
    let next = places.partition_point(|place| place.start < sentence.start);
    places
        .get(next)
        .is_some_and(|place| place.start < sentence.end)
}

/// The sentences of a text, ready to be compared with those of others (about 16 bytes a word).
pub(crate) struct Sentences(Vec<Sentence>);

impl Sentences {
    /// Those of a text.
    pub(crate) fn of(run: &Run, stems: &Stems) -> Self {
        let sentence = |(bytes, words): (Range<u32>, _)| Sentence::of(bytes, words, stems);
        Sentences(run.sentences().map(sentence).collect())
    }
}

/// The words of one sentence: the number each is compared by, and bytes of the text as given.
struct Sentence {
    bytes: Range<u32>,
    words: Vec<(u32, Range<u32>)>,
    /// The numbers of the words, sorted.
    sorted: Vec<u32>,
}

impl Sentence {
    fn of(bytes: Range<u32>, words: impl Iterator<Item = Running>, stems: &Stems) -> Self {
        let words: Vec<(u32, Range<u32>)> = words
            .take(MOST_WORDS)
            .map(|word| (stems.stem(&word), word.bytes))
            .collect();
        let mut sorted: Vec<u32> = words.iter().map(|word| word.0).collect();
        sorted.sort_unstable();
        Sentence {
            bytes,
            words,
            sorted,
        }
    }
}

/// The sentences that tell the same, each used once: those of the same words first, then the
/// likest, ties in reading order.
fn pairs(from: &[Sentence], to: &[Sentence]) -> Vec<(usize, usize)> {
    let (mut used_from, mut used_to) = (vec![false; from.len()], vec![false; to.len()]);
    let mut pairs = Vec::new();
    let mut same: FxHashMap<&[u32], Vec<usize>> = FxHashMap::default();
    for (b, sentence) in to.iter().enumerate().rev() {
        same.entry(&sentence.sorted).or_default().push(b);
    }
    for (a, sentence) in from.iter().enumerate() {
        if let Some(b) = same.get_mut(&*sentence.sorted).and_then(Vec::pop) {
            (used_from[a], used_to[b]) = (true, true);
            pairs.push((a, b));
        }
    }
    let left = |used: &[bool]| (0..used.len()).filter(|at| !used[*at]).collect::<Vec<_>>();
    let (left_from, left_to) = (left(&used_from), left(&used_to));
    let mut likenesses = Vec::new();
    for (a, b) in left_from
        .iter()
        .flat_map(|a| left_to.iter().map(move |b| (*a, *b)))
    {
        let likeness = likeness(&from[a], &to[b]);
        if likeness >= LEAST_IN_COMMON {
            likenesses.push((likeness, a, b));
        }
    }
    likenesses.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, a, b) in likenesses {
        if !used_from[a] && !used_to[b] {
            (used_from[a], used_to[b]) = (true, true);
            pairs.push((a, b));
        }
    }
    pairs
}

/// Share of the words of two sentences that both have, counted as often as in both (Dice 1945);
/// 0 where their lengths alone keep it below what is asked.
fn likeness(a: &Sentence, b: &Sentence) -> f64 {
    let (a, b) = (&a.sorted, &b.sorted);
    let all = (a.len() + b.len()) as f64;
    if 2.0 * (a.len().min(b.len()) as f64) < LEAST_IN_COMMON * all {
        return 0.0;
    }
    let (mut at, mut other, mut both) = (0, 0, 0);
    while at < a.len() && other < b.len() {
        match a[at].cmp(&b[other]) {
            Ordering::Less => at += 1,
            Ordering::Greater => other += 1,
            Ordering::Equal => (at, other, both) = (at + 1, other + 1, both + 1),
        }
    }
    f64::from(2 * both) / all
}

/// The words that two sentences have in common, and the stretches between them, in order.
fn compared(from: &Sentence, to: &Sentence) -> SharedSentence {
    let (mut kept, mut changed) = (Vec::new(), Vec::new());
    let (mut a, mut b) = (0, 0);
    let end = (from.words.len(), to.words.len());
    for (next_a, next_b) in common(from, to).into_iter().chain([end]) {
        if a < next_a || b < next_b {
            changed.push(Substitution {
                from: bytes(from, a..next_a),
                to: bytes(to, b..next_b),
                words: (next_a - a, next_b - b),
            });
        }
        if let (Some(x), Some(y)) = (from.words.get(next_a), to.words.get(next_b)) {
            kept.push((x.1.clone(), y.1.clone()));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    SharedSentence {
        from: from.bytes.clone(),
        to: to.bytes.clone(),
        kept,
        changed,
    }
}

/// The bytes of some words; where there are none, the empty range after the word before them.
fn bytes(sentence: &Sentence, words: Range<usize>) -> Range<u32> {
    let word = |at: usize| &sentence.words[at].1;
    if !words.is_empty() {
        return word(words.start).start..word(words.end - 1).end;
    }
    let at = match words.start {
        0 => word(0).start,
        after => word(after - 1).end,
    };
    at..at
}

/// A longest common subsequence of words, as their places (Wagner & Fischer 1974); what both begin
/// with is part of one.
fn common(from: &Sentence, to: &Sentence) -> Vec<(usize, usize)> {
    let both = from.words.iter().zip(&to.words);
    let head = both.take_while(|(a, b)| a.0 == b.0).count();
    let mut found: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    let (from, to) = (&from.words[head..], &to.words[head..]);
    let (rows, columns) = (from.len(), to.len());
    let at = |a: usize, b: usize| a * (columns + 1) + b;
    let same = |a: usize, b: usize| from[a].0 == to[b].0;
    let mut longest = vec![0_u16; (rows + 1) * (columns + 1)];
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            longest[at(a, b)] = if same(a, b) {
                longest[at(a + 1, b + 1)] + 1
            } else {
                longest[at(a + 1, b)].max(longest[at(a, b + 1)])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < rows && b < columns {
        if same(a, b) {
            found.push((head + a, head + b));
            (a, b) = (a + 1, b + 1);
        } else if longest[at(a + 1, b)] >= longest[at(a, b + 1)] {
            a += 1;
        } else {
            b += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::body;
    use crate::language::{Arabic, Language};
    use crate::text::Vocabulary;

    fn listed(from: &str, to: &str) -> Vec<(String, String)> {
        let (from, to) = (body(from), body(to));
        let everywhere = [from.given.len(), to.given.len()]
            .map(|end| (0..end as u32).map(|at| at..at + 1).collect::<Vec<_>>());
        let mut vocabulary = Vocabulary::default();
        let runs = [&from, &to].map(|text| Run::of(text, &mut vocabulary));
        let stems = Stems::of(&vocabulary, Language::grammar(&Arabic));
        let [one, other] = runs.map(|run| Sentences::of(&run, &stems));
        shared_sentences(&one, &other, [&everywhere[0], &everywhere[1]])
            .iter()
            .flat_map(|shared| &shared.changed)
            .map(|s| (from.slice(&s.from).to_owned(), to.slice(&s.to).to_owned()))
            .collect()
    }

    #[test]
    fn a_paragraph_that_a_copy_leaves_out_is_told_and_one_that_it_words_anew_is_not() {
        let start = "أعلنت البلدية افتتاح الجسر الجديد أمام السيارات صباح الأحد.";
        let gone = "واتهم معارضون المقاول بسرقة الحديد.";
        let end = "وقال المهندس إن العمل استمر سنة كاملة بلا توقف.";
        let left = |from: &str, to: &str| -> Vec<String> {
            let mut vocabulary = Vocabulary::default();
            let (from, to) = (body(from), body(to));
            let runs = [&from, &to].map(|text| Run::of(text, &mut vocabulary));
            let stems = Stems::of(&vocabulary, Language::grammar(&Arabic));
            let [one, other] = runs.map(|run| Sentences::of(&run, &stems));
            let passages = left_out(&one, &other);
            passages
                .iter()
                .map(|bytes| from.slice(bytes).to_owned())
                .collect()
        };
        let whole = format!("{start} {gone} {end}");
        assert_eq!(left(&whole, &format!("{start} {end}")), [gone]);
        assert_eq!(left(&whole, &format!("{end} {start} {gone}")), [""; 0]);
        let anew = format!("{start} {end} وقد اتهم معارضون بسرقة حديد الجسر المقاول نفسه أمس.");
        assert_eq!(left(&whole, &anew), [""; 0]);
        // A text of which the copy has little is another text.
        assert_eq!(left(&whole, end), [""; 0]);
    }

    #[test]
    fn a_changed_word_is_listed_with_the_word_put_for_it() {
        let from = "هاجم الجهاديون قرية في الشمال فجر أمس. وفر السكان إلى المدينة.";
        let to = "وفر السكان إلى المدينة. هاجم الإرهابيون قرية في الشمال فجر أمس.";
        let expected = vec![("الجهاديون".to_owned(), "الإرهابيون".to_owned())];
        assert_eq!(listed(from, to), expected);
    }

    #[test]
    fn what_was_added_or_dropped_stands_against_an_empty_place() {
        let short = "قال الوزير إن الجيش دخل المدينة أمس.";
        let long = "قال الوزير إن الجيش البطل دخل المدينة أمس.";
        assert_eq!(listed(short, long), [(String::new(), "البطل".to_owned())]);
        assert_eq!(listed(long, short), [("البطل".to_owned(), String::new())]);
    }

    #[test]
    fn spelling_and_marks_make_no_difference() {
        let from = "أعلن مسؤول أن «الحركة» انسحبت من البلدة";
        let to = "اعلن مسئول، أنّ الحركة انسحبت من البلدة.";
        assert_eq!(listed(from, to), []);
    }

    #[test]
    fn a_sentence_of_its_own_is_no_rewording() {
        let from = "عاد الهدوء إلى السوق صباح اليوم.";
        let to = "عاد الهدوء إلى السوق صباح اليوم. وأغلقت المدارس أبوابها أسبوعا.";
        assert_eq!(listed(from, to), []);
    }
}
