//! Arabic verbal nouns by their shape, and nouns without pronoun and case.

use crate::language::{Class, Words};

/// Whether a word (folded, clitics and article taken off) has the shape of a verbal noun, which is
/// what verbs of declaring, demanding and accusing take for their object: مقتل, انسحاب, تشكيل.
///
/// The derived forms follow patterns (Wright, *A Grammar of the Arabic Language*, I §§ 201–202);
/// those of the ground form do not and are listed by use.
pub(crate) fn is_verbal_noun(words: &Words, word: &str) -> bool {
    let bare = without_pronoun(words, word);
    words.has(bare, Class::VerbalNoun) || !bare.starts_with("ال") && is_derived(bare)
}

fn is_derived(word: &str) -> bool {
    let mut letters = ['\0'; 8];
    let mut count = 0;
    for letter in word.chars() {
        if count == letters.len() {
            return false;
        }
        letters[count] = letter;
        count += 1;
    }
    match &letters[..count] {
        // تفعيل، تفعلة
        ['ت', _, _, 'ي', _] => true,
        // إفالة; of إفعال, which many names look like (أمغار), the usual ones are listed
        ['ا', _, 'ا', _, 'ة' | 'ت'] => true,
        // انفعال، افتعال، استفعال، استفالة
        ['ا', _, 'ت' | 'ط' | 'د', _, 'ا', _] | ['ا', 'ن', _, _, 'ا', _] => true,
        ['ا', 'س', 'ت', _, _, 'ا', _] | ['ا', 'س', 'ت', _, 'ا', _, 'ة' | 'ت'] => true,
        // مفاعلة
        ['م', _, 'ا', _, _, 'ة' | 'ت'] => true,
        _ => false,
    }
}

/// Whether a word has the letters of إفعال, with or without article and pronoun.
pub(crate) fn has_causative_shape(words: &Words, word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let mut letters = without_pronoun(words, bare).chars();
    letters.next() == Some('ا') && letters.nth(2) == Some('ا') && letters.count() == 1
}

/// Whether a word has the letters of تفعل or تفاعل, with or without pronoun: a verbal noun where no
/// verb can stand, else as often an imperfect.
pub(crate) fn has_reflexive_shape(words: &Words, word: &str) -> bool {
    let letters: Vec<char> = without_pronoun(words, word).chars().collect();
    matches!(&letters[..], ['ت', _, _, _] | ['ت', _, 'ا', _, _])
}

/// Whether a word has the letters of انفعل, افتعل or استفعل, with or without pronoun, which no noun
/// has: a perfect (انسحب, اجتمع, استقبله; against انسحاب, أنواع, أستاذ, التقى).
pub(crate) fn has_derived_perfect_shape(words: &Words, word: &str) -> bool {
    let letters: Vec<char> = without_pronoun(words, word).chars().collect();
    let consonants = |letters: &[char]| !letters.iter().any(|letter| matches!(letter, 'ا' | 'ة'));
    match &letters[..] {
        ['ا', 'ل', ..] => false,
        ['ا', 'ن', rest @ ..] | ['ا', _, 'ت', rest @ ..] if letters.len() == 5 => {
            consonants(rest)
        }
        ['ا', 'س', 'ت', rest @ ..] if letters.len() == 6 => rest[2] != 'ة',
        _ => false,
    }
}

/// Without an object pronoun or the ending of an indefinite accusative.
pub(crate) fn without_pronoun<'a>(words: &Words, word: &'a str) -> &'a str {
    let is_listed_or_long =
        |bare: &&str| words.has(bare, Class::VerbalNoun) || bare.chars().count() >= 5;
    ["هما", "هم", "هن", "ها", "نا", "ه"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .filter(|bare| bare.chars().count() >= 3)
        .or_else(|| word.strip_suffix('ا').filter(is_listed_or_long))
        .unwrap_or(word)
}

/// Whether a folded word begins with the article.
pub(crate) fn is_definite(word: &str) -> bool {
    let bare = without_clitics(word);
    bare.starts_with("ال") || bare.starts_with("لل")
}

/// A definite noun without و, ف, ب, ك before its article.
pub(crate) fn without_clitics(word: &str) -> &str {
    let joined = word
        .strip_prefix(['و', 'ف'])
        .filter(|bare| bare.len() > 4)
        .unwrap_or(word);
    joined
        .strip_prefix(['ب', 'ك'])
        .filter(|bare| bare.starts_with("ال"))
        .unwrap_or(joined)
}
