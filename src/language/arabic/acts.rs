//! Words for acts, in the forms in which news writes them (folded).

use super::grammar::without_clitics;
use crate::language::{Class, Words};

/// What may be glued before an indefinite noun.
const PREPOSITIONS: [char; 3] = ['ب', 'ل', 'ك'];

/// Pronouns of the third person behind a noun or verb, the longest first.
const PRONOUNS: [&str; 4] = ["هما", "هم", "ها", "ه"];

/// Endings of a verb in the perfect or the imperfect, the longest first.
const ENDINGS: [&str; 7] = ["وا", "ون", "تا", "ان", "ين", "ت", "ا"];

/// What the rows say of the act that a word tells of, in the forms of nouns (والسيطرة, بسيطرتهم) and of
pub(super) fn of<'a>(words: &'a Words, word: &str) -> Option<&'a str> {
    let find = |form: &str| words.value(form, Class::Act);
    let joined = word.strip_prefix(['و', 'ف']);
    let mut bases = [Some(word), joined].into_iter().flatten();
    bases.find_map(|base| {
        find(base)
            .or_else(|| noun(&find, base))
            .or_else(|| verb(&find, base))
    })
}

fn noun<'a>(find: &impl Fn(&str) -> Option<&'a str>, word: &str) -> Option<&'a str> {
    let definite = without_clitics(word);
    let definite = ["ال", "لل"].iter().find_map(|a| definite.strip_prefix(a));
    let governed = || word.strip_prefix(PREPOSITIONS);
    let bare = definite.or_else(governed).unwrap_or(word);
    let owned = || {
        let noun = PRONOUNS.iter().find_map(|p| bare.strip_suffix(p))?;
        let feminine = || find(&format!("{}ة", noun.strip_suffix('ت')?));
        find(noun).or_else(feminine)
    };
    // هجوما, هجومين.
    let counted = || find(bare.strip_suffix("ين").or_else(|| bare.strip_suffix('ا'))?);
    find(bare).or_else(owned).or_else(counted)
}

fn verb<'a>(find: &impl Fn(&str) -> Option<&'a str>, word: &str) -> Option<&'a str> {
    // The س of the future, or the first letter of the verb.
    let future = word.strip_prefix('س');
    let stands = |word: &str| word.strip_prefix(['ت', 'ن']).map(|rest| format!("ي{rest}"));
    let (now, later) = (stands(word), future.and_then(stands));
    let stems = [Some(word), now.as_deref(), future, later.as_deref()];
    let mut stems = stems.into_iter().flatten();
    stems.find_map(|stem| {
        let bare = PRONOUNS.iter().find_map(|p| stem.strip_suffix(p));
        let mut forms = [Some(stem), bare].into_iter().flatten();
        forms.find_map(|form| {
            let short = ENDINGS.iter().find_map(|end| form.strip_suffix(end));
            find(form).or_else(|| find(short?))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, Language};

    #[test]
    fn a_word_for_an_act_is_known_in_the_forms_that_news_writes() {
        for (written, expected) in [
            ("سيطرة", Some("take:town")),
            ("والسيطرة", Some("take:town")),
            ("بسيطرتهم", Some("take:town")),
            ("باستعادة", Some("take:town")),
            ("سيطروا", Some("take:town")),
            ("فسيطرت", Some("take:town")),
            ("للهجوم", Some("fight:place")),
            ("هجوما", Some("fight:place")),
            ("قتلوا", Some("kill:person")),
            ("يقتلون", Some("kill:person")),
            ("تولى السلطة", Some("power:state")),
            ("الإطاحة", Some("quit:person power:state")),
            ("جسر", None),
            ("سيارة", None),
        ] {
            let folded = Arabic.fold(written);
            assert_eq!(Arabic.grammar().acts(&folded), expected, "{written}");
        }
    }
}
