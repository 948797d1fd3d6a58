//! Whether a label and a name stand in one noun phrase.

use super::references::{Reference, is_definite};
use crate::language::Kind;
use crate::text::Text;
use std::ops::Range;

/// Nouns that may stand between a label and the name it belongs to (مسلحون من عناصر حركة …).
const BETWEEN: [&str; 34] = [
    "في",
    "وعلي",
    "علي",
    "راسها",
    "راسهم",
    "ابرزها",
    "ابرزهم",
    "مثل",
    "منها",
    "منهم",
    "بينها",
    "بينهم",
    "من",
    "جماعة",
    "تنظيم",
    "حركة",
    "حزب",
    "جبهة",
    "ميليشيا",
    "ميليشيات",
    "مليشيا",
    "مليشيات",
    "قوات",
    "عناصر",
    "مجموعة",
    "مقاتلي",
    "كتاءب",
    "كتيبة",
    "ما",
    "يسمي",
    "صفوف",
    "تابعين",
    "التابعين",
    "تابعة",
];

/// How many tokens part a mention and a name of the same noun phrase; `None` where they stand in
/// none. A name around the mention, or one it covers, is at distance 0; a name right behind it
/// (مجاهدو جماعة …) is nearer than one right before it (تنظيم القاعدة الإرهابي).
pub(super) fn distance(text: &Text, mention: &Range<u32>, reference: &Reference) -> Option<u32> {
    let name = &reference.tokens;
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
    let first = text.tokens.folded(mention.start as usize);
    let qualifies = is_definite(first) && !first.starts_with(['و', 'ف', 'ب']);
    (touches && qualifies).then_some(2 + 2 * between.len() as u32)
}

/// Definite adjectives in ي and ية that say of a force or government what it is rather than whose,
/// folded and without the article.
const NO_NATIONS: [&str; 34] = [
    "عسكري",
    "عسكرية",
    "امني",
    "امنية",
    "سياسي",
    "سياسية",
    "حكومي",
    "حكومية",
    "حالي",
    "حالية",
    "شرعي",
    "شرعية",
    "مدني",
    "مدنية",
    "شعبي",
    "شعبية",
    "محلي",
    "محلية",
    "رسمي",
    "رسمية",
    "دولي",
    "دولية",
    "وطني",
    "وطنية",
    "نظامي",
    "نظامية",
    "اجنبي",
    "اجنبية",
    "ثوري",
    "ثورية",
    "ارهابي",
    "ارهابية",
    "جهادي",
    "جهادية",
];

/// Whether a label is of a nation by an adjective of its own (الرئيس السوري), so that it is not
/// about whoever else the sentence names.
pub(super) fn has_nation(text: &Text, mention: &Range<u32>) -> bool {
    let is_nation = |at: u32| {
        let token = text.tokens.list.get(at as usize);
        let word = token
            .filter(|t| t.kind == Kind::Word)
            .map(|_| text.tokens.folded(at as usize));
        let bare = word.and_then(|word| word.strip_prefix("ال"));
        bare.is_some_and(|bare| {
            let ends = bare.ends_with('ي') || bare.ends_with("ية");
            ends && bare.chars().count() >= 4 && !NO_NATIONS.contains(&bare)
        })
    };
    is_definite(text.tokens.folded(mention.start as usize))
        && (is_nation(mention.end) || mention.len() > 1 && is_nation(mention.end - 1))
}

/// Words before a label that make another person of it: the deputy of a president is none.
const DEPUTIES: [&str; 12] = [
    "ناءب",
    "ناءبا",
    "مساعد",
    "مستشار",
    "مستشاري",
    "مستشارة",
    "نجل",
    "نجلي",
    "زوجة",
    "حرم",
    "ناءبة",
    "ابن",
];

/// Whether a label's phrase is about a deputy or relative of whoever it names.
pub(super) fn is_deputy(text: &Text, mention_start: u32) -> bool {
    let before = mention_start.checked_sub(1);
    before.is_some_and(|at| DEPUTIES.contains(&text.tokens.folded(at as usize)))
}

fn may_stand_between(text: &Text, at: u32) -> bool {
    match text.tokens.list[at as usize].kind {
        Kind::Word => BETWEEN.contains(&text.tokens.folded(at as usize)),
        _ => is_quotation_mark(text, at),
    }
}

fn is_quotation_mark(text: &Text, at: u32) -> bool {
    matches!(
        text.tokens.list[at as usize].kind,
        Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'' | '‘' | '’' | '‹' | '›' | '+' | '(')
    )
}
