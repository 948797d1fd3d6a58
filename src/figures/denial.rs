//! Figures that a text tells not to be so: *5 were not killed*, *the ministry denied the killing of
//! 5*. What is denied is the word that says what happened, where nothing that merely has to do with
//! it stands between (نفت صلتها بمقتل 5 denies no death).

use super::words::SentenceWords;
use crate::lexicon::figures::Sign;
use std::ops::Range;

/// How far before a figure the word of denial may stand, in words.
const REACH: usize = 12;

/// Whether a figure at some words is denied. `after` is the place behind the figure before it: what
/// was said of that one says nothing of this.
pub(super) fn is_denied(words: &SentenceWords, figure: &Range<usize>, after: usize) -> bool {
    let from = figure.start.saturating_sub(REACH).max(after);
    let mut is_about = false;
    let mut is_talk = false;
    for at in (from..figure.start).rev() {
        if !words.touch(at, at + 1) || words.is_number(at) || words.is_bare(at, Sign::But) {
            return false;
        }
        // ما لا يقل عن 7
        let is_hedge = words.is_any(at, &[Sign::AtLeast, Sign::AtMost]);
        if words.is_bare(at, Sign::Not) && !is_hedge {
            return denies_what_follows(words, at, figure.start);
        }
        if words.is_bare(at, Sign::Denies) {
            return is_talk || !is_about;
        }
        is_talk |= words.is(at, Sign::Talk);
        // صلتها بمقتل, المسؤولية عن مقتل: that the killing happened is not denied.
        is_about |= words.is_prefixed_act(at) || words.is_bare(at, Sign::Regards);
    }
    false
}

/// Whether nothing but what happened and verbs of yielding stands between a particle and a figure: in
/// لم يعلق على مقتل 5 the comment is denied, and لا يزال 5 denies nothing.
fn denies_what_follows(words: &SentenceWords, particle: usize, figure: usize) -> bool {
    let mut between = particle + 1..figure;
    let yields = [Sign::LeadsTo, Sign::Brings];
    let says = |at: usize| words.is_any(at, &yields) || words.act(at, None).is_some();
    !between.is_empty() && between.all(says)
}
