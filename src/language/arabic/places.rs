//! Where a text says that something happened: names behind the words for what they name (folded).

/// What a name of a place stands behind. Not مديرية: mostly an office (مديرية الأمن, الصحة).
const KINDS: &[&str] = &[
    "مدينة",
    "محافظة",
    "بلدة",
    "قرية",
    "ولاية",
    "منطقة",
    "اقليم",
    "حي",
    "ضاحية",
    "مقاطعة",
    "مخيم",
    "جزيرة",
    "قضاء",
    "ناحية",
    "مركز",
    "بلدية",
    "وادي",
];

/// Words that say where before such a word (شمال مدينة …).
const WHERE: &[&str] = &[
    "في",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "وسط",
    "قرب",
    "شمالي",
    "جنوبي",
    "شرقي",
    "غربي",
    "داخل",
];

/// Words that begin a name of two words.
const BEGINNINGS: &[&str] = &[
    "ابو",
    "ابي",
    "ام",
    "بني",
    "عين",
    "دير",
    "تل",
    "كفر",
    "بيت",
    "راس",
    "جبل",
    "شرم",
    "بير",
    "بءر",
    "وادي",
    "برج",
    "ميت",
    "خان",
    "سيدي",
    "حفر",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "مرسي",
    "جلال",
    "نجع",
    "عزبة",
    "منيا",
    "شبين",
    "حوش",
    "باب",
    "قصر",
    "البحر",
    "الوادي",
    "المدينة",
    "مكة",
    "كوم",
    "سان",
    "نيو",
    "لوس",
    "بورت",
    "بور",
    "بن",
];

/// What follows such a word and is no name.
const NO_NAMES: &[&str] = &[
    "سكني",
    "سكنية",
    "صناعية",
    "حدودية",
    "جبلية",
    "ساحلية",
    "العاصمة",
    "اخري",
    "واحدة",
    "مجاورة",
    "قريبة",
    "تسمي",
    "تدعي",
    "تقع",
    "الابحاث",
    "كبري",
    "صغيرة",
    "كبيرة",
    "ناءية",
    "شعبي",
    "شعبية",
    "شباب",
    "شرطة",
    "الشرطة",
    "الامن",
    "امن",
    "القلب",
    "البضاءع",
    "المشروع",
    "الخلف",
    "عدد",
    "قرية",
    "مدينة",
    "الشرق",
    // مدينة نصر is a name as a whole.
    "نصر",
];

/// Towns that are called by a day of the calendar (العاشر من رمضان).
const ORDINALS: &[&str] = &["السادس", "العاشر"];

/// How many words the name of a place takes that begins behind the first of some words; `None`
/// where that is no word for a place, or nothing says that something was there. `before` is the
/// word before.
pub(super) fn name(before: &str, words: &[&str]) -> Option<usize> {
    let (kind, first) = (words.first()?, words.get(1)?);
    let is_there = match kind.strip_prefix('ب') {
        Some(bare) if KINDS.contains(&bare) => true,
        _ => KINDS.contains(kind) && WHERE.contains(&before),
    };
    // What happens in a place has a plural in ات (منطقة الاشتباكات).
    let is_doing = first.starts_with("ال") && first.ends_with("ات");
    if !is_there || is_doing || first.chars().count() < 2 || NO_NAMES.contains(first) {
        return None;
    }
    if ORDINALS.contains(first) && words.get(2) == Some(&"من") && words.len() > 3 {
        return Some(3);
    }
    let is_longer = words.get(2).is_some_and(|second| {
        BEGINNINGS.contains(first) || *second == "اباد" || is_owner(first, second)
    });
    Some(if is_longer { 2 } else { 1 })
}

/// Whether a definite word belongs to an indefinite one before it (روض الفرج): no adjective or
/// participle (حلب السورية, حلب الواقعة) and no day.
fn is_owner(first: &str, second: &str) -> bool {
    let is_other = ["ة", "ي", "ين", "ون"]
        .iter()
        .any(|end| second.ends_with(end));
    let is_day = super::days::number(second).is_some() || matches!(second, "اليوم" | "الان");
    !first.starts_with("ال") && second.starts_with("ال") && !is_other && !is_day
}

#[cfg(test)]
mod tests {
    use super::*;
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
            assert_eq!(name(before, &words), expected, "{written}");
        }
    }

    #[test]
    fn the_lists_are_folded() {
        for word in KINDS.iter().chain(WHERE).chain(BEGINNINGS).chain(NO_NAMES) {
            assert_eq!(Arabic.fold(word), *word);
        }
    }
}
