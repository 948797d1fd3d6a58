//! Where a text says that something happened: names behind the words for what they name (folded).

use super::days;
use crate::language::{Class, Words};

/// How many words the name of a place takes that begins behind the first of some words; `None`
/// where that is no word for a place, or nothing says that something was there. `before` is the
/// word before.
pub(super) fn name(listed: &Words, before: &str, words: &[&str]) -> Option<usize> {
    let (kind, first) = (words.first()?, words.get(1)?);
    let is_kind = |word: &str| listed.has(word, Class::PlaceKind);
    let is_there = match kind.strip_prefix('ب') {
        Some(bare) if is_kind(bare) => true,
        _ => is_kind(kind) && listed.has(before, Class::PlaceWhere),
    };
    // What happens in a place has a plural in ات (منطقة الاشتباكات).
    let is_doing = first.starts_with("ال") && first.ends_with("ات");
    if !is_there || is_doing || first.chars().count() < 2 || listed.has(first, Class::NoPlace) {
        return None;
    }
    if listed.has(first, Class::PlaceDay) && words.get(2) == Some(&"من") && words.len() > 3 {
        return Some(3);
    }
    let is_longer = words.get(2).is_some_and(|second| {
        listed.has(first, Class::PlaceBegins)
            || *second == "اباد"
            || is_owner(listed, first, second)
    });
    Some(if is_longer { 2 } else { 1 })
}

/// Whether a definite word belongs to an indefinite one before it (روض الفرج): no adjective or
/// participle (حلب السورية, حلب الواقعة) and no day.
fn is_owner(listed: &Words, first: &str, second: &str) -> bool {
    let is_other = ["ة", "ي", "ين", "ون"]
        .iter()
        .any(|end| second.ends_with(end));
    let is_day = days::weekday(listed, second).is_some() || matches!(second, "اليوم" | "الان");
    !first.starts_with("ال") && second.starts_with("ال") && !is_other && !is_day
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, Language};

    #[test]
    fn a_place_is_named_behind_its_kind() {
        for (before, written, expected) in [
            ("في", "مدينة حلب اليوم", Some(1)),
            ("", "بمحافظة الغربية", Some(1)),
            ("في", "مدينة بني سويف", Some(2)),
            ("شمال", "ولاية قندوز", Some(1)),
            ("في", "حي روض الفرج", Some(2)),
            ("في", "مدينة حيدر أباد", Some(2)),
            ("في", "مدينة حلب السورية", Some(1)),
            ("في", "مدينة حلب اليوم", Some(1)),
            ("في", "مدينة حلب السبت", Some(1)),
            ("", "مدينة حلب", None),
            ("في", "البلدة القديمة", None),
            ("", "بيت حانون", None),
            ("في", "حي سكني", None),
            ("في", "منطقة الاشتباكات", None),
            ("", "بمديرية أمن الغربية", None),
            ("في", "مدينة العاشر من رمضان", Some(3)),
        ] {
            let folded = Arabic.fold(written);
            let words: Vec<&str> = folded.split(' ').collect();
            assert_eq!(
                Arabic.grammar().place(before, &words),
                expected,
                "{written}"
            );
        }
    }
}
