//! Given names, so far as they tell a surname from a noun.

use super::grammar::WordSet;

/// The commonest given names of the Arab world, folded; behind one of them a definite noun is a
/// surname (محمد الجندي). Names that are common words themselves (أمل, شهيد, صالح, and علي, which the preposition على folds to) are left out.
static GIVEN: WordSet = WordSet::new(
    "محمد احمد محمود مصطفي حسن حسين حسام عمر عثمان خالد سعيد سعد ابراهيم اسماعيل \
    يوسف يونس يعقوب موسي عيسي داود سليمان طارق كريم هشام وليد واءل ياسر ايمن اشرف عادل عاصم عصام \
    عماد علاء طلعت رفعت مدحت شريف سامي سامح سمير سيد رضا زكريا ناصر جمال كمال مجدي حمدي صبحي فتحي \
    نبيل هاني ماجد مازن مروان معتز منصور مهند فيصل فهد تركي بندر نايف سلطان سلمان صلاح صفوت \
    عبدالله عبدالرحمن عبدالعزيز عبدالفتاح عبدالمنعم عبدالحميد انور اسامة اسلام بلال رامي زياد غسان \
    فاطمة عاءشة مريم زينب سارة ليلي هدي نجلاء شيماء رانيا دينا هبة نهي",
);

/// Whether a folded word is a common given name.
pub(super) fn is_given(folded: &str) -> bool {
    GIVEN.has(folded)
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
