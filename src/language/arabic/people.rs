//! Given names, so far as they tell a surname from a noun.

use super::NamedBy;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The commonest given names of the Arab world, folded. Names that are common words themselves
/// (أمل, شهيد, صالح, إسلام, رفعت, and علي, which the preposition على folds to) are left out.
const GIVEN: &str = "محمد احمد محمود مصطفي حسن حسين حسام عمر عثمان خالد سعيد سعد ابراهيم اسماعيل \
    يوسف يونس يعقوب موسي عيسي داود سليمان طارق كريم هشام وليد واءل ياسر ايمن اشرف عادل عاصم عصام \
    عماد علاء طلعت مدحت شريف سامي سامح سمير سيد رضا زكريا ناصر جمال كمال مجدي حمدي صبحي فتحي \
    نبيل هاني ماجد مازن مروان معتز منصور مهند فيصل فهد تركي بندر نايف سلطان سلمان صلاح صفوت \
    عبدالله عبدالرحمن عبدالعزيز عبدالفتاح عبدالمنعم عبدالحميد انور اسامة بلال رامي زياد غسان \
    عزمي شوقي فوزي رمزي لطفي فواد جعفر حيدر قاسم هاشم جابر جاسم حمد راشد سالم زايد \
    فاطمة عاءشة مريم زينب سارة ليلي هدي نجلاء شيماء رانيا دينا هبة نهي";

/// Whether a folded word is a common given name.
pub(super) fn is_given(folded: &str) -> bool {
    static LISTED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| GIVEN.split(' ').collect());
    LISTED.contains(folded)
}

/// What the two words before a word make it a surname: a given name (محمد الجندي), also one of two
/// words (عبد الحكيم, ذبيح الله); or بن, which as ابن would be anybody's son.
pub(super) fn surname_behind([further, nearer]: [&str; 2]) -> Option<NamedBy> {
    let is_two_words = match further {
        "عبد" => nearer.starts_with("ال"),
        "ذبيح" | "عطا" | "فضل" | "سيف" => nearer == "الله",
        _ => false,
    };
    let is_joined = nearer
        .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])
        .is_some_and(is_given);
    match nearer {
        "بن" => Some(NamedBy::Son),
        _ => (is_two_words || is_given(nearer) || is_joined).then_some(NamedBy::Given),
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, Language};

    #[test]
    fn a_given_name_is_known_in_folded_letters() {
        for (written, expected) in [
            ("محمد", true),
            ("وائل", true),
            ("علاء", true),
            ("جندي", false),
        ] {
            assert_eq!(
                Arabic.is_given_name(&Arabic.fold(written)),
                expected,
                "{written}"
            );
        }
    }
}
