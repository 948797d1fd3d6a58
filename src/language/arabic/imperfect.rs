//! Guesses the imperfect of a verb from its third person masculine singular perfect (form rule 7).
//!
//! Letters without vowels leave little doubt in the derived forms II–X; in form I the vowel of
//! hollow verbs is a matter of the word, so the verbs that are not like قال are rows of `grammar.csv`
//! (Wright, *A Grammar of the Arabic Language* I, § 150–158; those met in news).

use super::Arabic;
use super::growth::replaced;
use crate::language::{Class, Language};

/// The imperfects a verb may have; never none, at most three.
pub(super) fn guesses(perfect: &str) -> Vec<String> {
    let letters: Vec<char> = perfect.chars().collect();
    // Rows are folded: سأل is none of a hollow سال, and ولى none of ولي.
    let is_weak = matches!(
        letters.as_slice(),
        [_, 'ا', _] | [_, 'أ', 'ى'] | ['أ', _, 'ى'] | ['و', _, 'ي']
    );
    if let Some(listed) = is_weak.then(|| listed(perfect)).flatten() {
        return listed;
    }
    let rest = |from: usize| -> String { letters[from..].iter().collect() };
    let stems = match letters.as_slice() {
        ['آ', ..] => vec![format!("ؤ{}", low(&rest(1)))],
        ['أ', _, _] => hamza_and_two(perfect),
        ['ا', 'س', 'ت', _, _, ..] => vec![low(&rest(1))],
        ['أ' | 'ا', _, _, _] => vec![low(&rest(1))],
        // VII and VIII keep the alef of a hollow stem: ينحاز, يختار.
        ['ا', _, _, _, _, ..] => vec![weak_end(&rest(1))],
        ['أ', _, _, _, _, ..] => vec![low(&rest(1))],
        // V and VI keep all their vowels: يتولى.
        ['ت', _, _, _, ..] => vec![perfect.to_owned()],
        // I drops the و (يصل), II keeps it (يوفر).
        ['و', _, _] => vec![low(&rest(1)), low(perfect)],
        [_, 'ا', _] => vec![perfect.replacen('ا', "و", 1)],
        [_, _, 'ا'] => vec![replaced(perfect, 1, "و")],
        [_, _, 'ي'] => vec![replaced(perfect, 1, "ى")],
        // I keeps the hamza (يقرأ), II lowers it (يهنئ).
        [_, _, 'أ'] => vec![perfect.to_owned(), low(perfect)],
        _ => vec![low(perfect)],
    };
    stems.into_iter().map(|stem| format!("ي{stem}")).collect()
}

/// The imperfects that the rows give a verb.
fn listed(perfect: &str) -> Option<Vec<String>> {
    let words = Arabic.grammar().words();
    let imperfects = words.value(&Arabic.fold(perfect), Class::Irregular)?;
    Some(imperfects.split(';').map(str::to_owned).collect())
}

/// Three letters that begin with أ: I (يأخذ), II (يؤكد) or a geminate IV (يعد).
fn hamza_and_two(perfect: &str) -> Vec<String> {
    let rest: String = perfect.chars().skip(1).collect();
    let mut stems = vec![low(perfect), format!("ؤ{}", low(&rest))];
    if !rest.ends_with(['ى', 'ا', 'ي']) {
        stems.push(rest);
    }
    stems
}

/// The stem with the vowel i in its last syllable: قاتل stays, طاع becomes طيع, عطى عطي.
fn low(stem: &str) -> String {
    let stem = weak_end(stem);
    let letters: Vec<char> = stem.chars().collect();
    match letters.as_slice() {
        [first @ .., 'ا', last] if !first.is_empty() => {
            first.iter().chain(&['ي', *last]).collect()
        }
        _ => stem,
    }
}

/// The stem with a weak last letter as it is after the vowel i.
fn weak_end(stem: &str) -> String {
    match stem.chars().next_back() {
        Some('ى') => replaced(stem, 1, "ي"),
        Some('أ') => replaced(stem, 1, "ئ"),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_of_a_verb_tells_its_imperfect() {
        for (perfect, expected) in [
            ("قتل", "يقتل"),
            ("قال", "يقول"),
            ("عاش", "يعيش"),
            ("خاف", "يخاف"),
            ("كاد", "يكاد"),
            ("زال", "يزول"),
            ("سال", "يسيل"),
            ("سأل", "يسأل"),
            ("ولي", "يلي"),
            ("ولى", "يولي"),
            ("أرى", "يري"),
            ("جاء", "يجيء"),
            ("دعا", "يدعو"),
            ("قضى", "يقضي"),
            ("بقي", "يبقى"),
            ("وصل", "يصل"),
            ("شن", "يشن"),
            ("قرأ", "يقرأ"),
            ("أخذ", "يأخذ"),
            ("أكد", "يؤكد"),
            ("أقر", "يقر"),
            ("قاتل", "يقاتل"),
            ("نادى", "ينادي"),
            ("أعلن", "يعلن"),
            ("أعاد", "يعيد"),
            ("أعطى", "يعطي"),
            ("أنشأ", "ينشئ"),
            ("آمن", "يؤمن"),
            ("أوضح", "يوضح"),
            ("تحدث", "يتحدث"),
            ("تولى", "يتولى"),
            ("انفجر", "ينفجر"),
            ("انحاز", "ينحاز"),
            ("انضم", "ينضم"),
            ("اجتمع", "يجتمع"),
            ("اختار", "يختار"),
            ("اشترى", "يشتري"),
            ("احتل", "يحتل"),
            ("استخدم", "يستخدم"),
            ("استطاع", "يستطيع"),
            ("استدعى", "يستدعي"),
            ("سيطر", "يسيطر"),
            ("رأى", "يرى"),
        ] {
            let guesses = guesses(perfect);
            assert!(
                guesses.iter().any(|g| g == expected),
                "{perfect}: {guesses:?}"
            );
            assert!(guesses.len() <= 3, "{perfect}: {guesses:?}");
        }
    }
}
