//! Whether a label and a name stand in one noun phrase.

use crate::framing::Mention;
use crate::language::{Class, Kind};
use crate::text::Text;
use std::ops::Range;

/// How many tokens part a mention and a name of the same noun phrase; `None` where they stand in
/// none. A name around the mention, or one it covers, is at distance 0; a name right behind it
/// (مجاهدو جماعة …) is nearer than one right before it (تنظيم القاعدة الإرهابي).
pub(super) fn distance(text: &Text, mention: &Mention, name: &Range<u32>) -> Option<u32> {
    let qualifies = mention.is_definite() && !mention.is_joined();
    let mention = &mention.tokens;
    if name.start < mention.end && mention.start < name.end {
        return Some(0);
    }
    if name.start >= mention.end {
        let between = mention.end..name.start;
        let joins = between.len() <= 4 && between.clone().all(|at| may_stand_between(text, at));
        return joins.then_some(1 + 2 * between.len() as u32);
    }
    let between = name.end..mention.start;
    let touches = between.len() <= 2 && between.clone().all(|at| is_quotation_mark(text, at));
    (touches && qualifies).then_some(2 + 2 * between.len() as u32)
}

/// Whether a definite label is of a nation by an adjective of its own (الرئيس السوري), so that it is
/// not about whoever else the sentence names.
pub(super) fn has_nation(text: &Text, mention: &Range<u32>) -> bool {
    let is_nation = |at: u32| {
        let token = text.tokens.list.get(at as usize);
        token.is_some_and(|t| t.kind == Kind::Word)
            && text.grammar.is_nation(text.tokens.folded(at as usize))
    };
    is_nation(mention.end) || mention.len() > 1 && is_nation(mention.end - 1)
}

/// Whether a label's phrase is about a deputy or relative of whoever it names.
pub(super) fn is_deputy(text: &Text, mention_start: u32) -> bool {
    let before = mention_start.checked_sub(1);
    let grammar = text.grammar;
    before.is_some_and(|at| grammar.is(text.tokens.folded(at as usize), Class::Deputy))
}

fn may_stand_between(text: &Text, at: u32) -> bool {
    match text.tokens.list[at as usize].kind {
        Kind::Word => {
            let word = text.tokens.folded(at as usize);
            text.grammar.is(word, Class::Between)
        }
        _ => is_quotation_mark(text, at),
    }
}

fn is_quotation_mark(text: &Text, at: u32) -> bool {
    matches!(
        text.tokens.list[at as usize].kind,
        Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'' | '‘' | '’' | '‹' | '›' | '+' | '(')
    )
}
