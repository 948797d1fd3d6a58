//! What a copy did to labels, on places drawn by hand.

use super::*;

fn labelled(bytes: Range<u32>, label: u32, voice: Voice) -> Labelled {
    Labelled {
        bytes,
        frame: FrameIx(label / 10),
        label: LabelIx(label),
        voice,
    }
}

/// A sentence of one word at 0..10 that both have, and one place that differs.
fn changes(
    substitution: (Range<u32>, Range<u32>, (usize, usize)),
    from: &[Labelled],
    to: &[Labelled],
) -> Vec<&'static str> {
    let copy = Copy {
        article: ArticleIx(1),
        of: ArticleIx(0),
        overlap: 0.9,
        direction: None,
    };
    let (from_place, to_place, words) = substitution;
    let sentence = SharedSentence {
        from: 0..100,
        to: 0..100,
        kept: vec![(0..10, 0..10)],
        changed: vec![Substitution {
            from: from_place,
            to: to_place,
            words,
        }],
    };
    let found = reworded(&copy, &[sentence], from, to);
    found.iter().map(|r| r.change.name()).collect()
}

#[test]
fn each_sentence_of_a_copy_is_held_against_the_text_where_it_is_nearest() {
    let copy = |of, overlap| Copy {
        article: ArticleIx(9),
        of: ArticleIx(of),
        overlap,
        direction: None,
    };
    let sentence = |to: u32, differ| SharedSentence {
        from: 0..9,
        to: to..to + 9,
        kept: Vec::new(),
        changed: vec![Substitution {
            from: 0..0,
            to: to..to,
            words: (0, differ),
        }],
    };
    let kept = |overlaps: [f64; 3], witness| {
        let copies: Vec<Copy> = (0..).zip(overlaps).map(|(of, o)| copy(of, o)).collect();
        let mut shared = [
            vec![sentence(0, 2), sentence(10, 1)],
            vec![sentence(0, 0), sentence(10, 1)],
            vec![sentence(10, 1), sentence(20, 3)],
        ];
        keep_nearest(&copies, &mut shared, ArticleIx(witness));
        shared.map(|sentences| sentences.iter().map(|s| s.to.start).collect::<Vec<_>>())
    };
    assert_eq!(kept([0.5, 0.6, 0.7], 9), [vec![], vec![0], vec![10, 20]]);
    assert_eq!(kept([0.5, 0.6, 0.7], 0), [vec![10], vec![0], vec![20]]);
    assert_eq!(kept([0.5, 0.5, 0.5], 9), [vec![10], vec![0], vec![20]]);
}

#[test]
fn a_label_put_for_another_of_its_frame_is_a_rewording() {
    let place = || (20..30, 20..32, (1, 1));
    let own = |label| [labelled(20..30, label, Voice::Narrator)];
    assert_eq!(changes(place(), &own(1), &own(2)), ["replaced"]);
    assert_eq!(changes(place(), &own(1), &own(1)), [""; 0]);
    assert_eq!(changes(place(), &own(1), &own(12)), ["dropped", "added"]);
    let long = (20..30, 20..32, (5, 1));
    assert_eq!(changes(long, &own(1), &own(2)), [""; 0]);
}

#[test]
fn a_label_in_a_few_words_more_was_added_and_one_in_another_clause_tells_other_news() {
    let own = [labelled(22..32, 1, Voice::Narrator)];
    assert_eq!(changes((20..20, 20..40, (0, 2)), &[], &own), ["added"]);
    assert_eq!(changes((20..40, 20..20, (2, 0)), &own, &[]), ["dropped"]);
    assert_eq!(changes((20..20, 20..90, (0, 9)), &[], &own), [""; 0]);
}

#[test]
fn a_label_that_was_kept_can_only_have_become_anothers_word() {
    let place = || (20..30, 20..30, (1, 1));
    let own = |voice| [labelled(0..10, 1, voice)];
    let [narrator, quoted] = [Voice::Narrator, Voice::Quoted].map(own);
    assert_eq!(changes(place(), &narrator, &quoted), ["voice"]);
    assert_eq!(changes(place(), &quoted, &quoted), [""; 0]);
}

#[test]
fn a_passage_that_was_left_out_is_told_once_with_all_its_labels_or_not_at_all() {
    let copy = Copy {
        article: ArticleIx(1),
        of: ArticleIx(0),
        overlap: 0.9,
        direction: None,
    };
    let own = [(20, 1), (30, 2), (40, 1)];
    let labels = own.map(|(at, label)| labelled(at..at + 5, label, Voice::Narrator));
    let told = dropped(&copy, &[10..50, 60..90], &labels);
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].bytes.clone(), &*told[0].labels),
        (10..50, &[LabelIx(1), LabelIx(2)][..])
    );
}
