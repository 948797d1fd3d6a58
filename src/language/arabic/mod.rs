//! Arabic.
mod acts;
mod content;
mod cut;
mod days;
mod entry;
mod features;
mod grammar;
mod growth;
mod imperfect;
mod letters;
mod nouns;
mod numbers;
mod people;
mod places;
mod roots;
mod rules;
pub(crate) mod signs;
mod slips;
mod verbs;

use super::*;
/// Arabic.
pub(crate) struct Arabic;
impl Language for Arabic {
    fn code(&self) -> &'static str {
        "ar"
    }
    fn cut(&self, text: &str, offset: u32, into: &mut Tokens) {
        cut::cut(text, offset, into);
    }
    fn exact(&self, surface: &str) -> String {
        letters::exact(surface)
    }
    fn loose(&self, name: &str) -> String {
        letters::loose(name)
    }
    fn run(&self, word: &str) -> Ordering {
        letters::run(word)
    }
    fn bodies(&self, entry: &Citation) -> Vec<BodySequence> {
        entry::bodies(entry)
    }
    fn agrees(&self, exact: &str, surface: &str) -> bool {
        letters::agree(exact, surface)
    }
    fn is_explicit(&self, surface: &str) -> bool {
        letters::may_mark_alef(surface.as_bytes())
    }
    fn is_marked(&self, surface: &str) -> bool {
        surface.contains('إ')
    }
    fn is_adverbial(&self, surface: &str) -> bool {
        surface.ends_with("ًا") || surface.ends_with("اً")
    }
    fn ends_dotted(&self, surface: &str) -> bool {
        let mut letters = surface.chars().rev();
        letters.find(|c| !letters::is_dropped(*c)) == Some('ي')
    }
    fn leaves_dots_out(&self, text: &str) -> bool {
        text.contains(" فى ")
    }
    fn heads(&self) -> &'static [&'static str] {
        &rules::HEADS
    }
    fn shape(&self, folded: &str) -> Features {
        features::shape(folded)
    }
    fn behind<'a>(&self, folded: &'a str, glued: Features) -> Option<&'a str> {
        features::behind(folded, glued)
    }
    fn head_features(&self, head: u8) -> Features {
        features::of_head(head)
    }
    fn rule_name(&self, rule: Rule) -> String {
        rules::rule_name(rule)
    }
    fn rule_kind(&self, rule: Rule) -> String {
        rules::rule_kind(rule)
    }
    fn is_weak_rule(&self, rule: Rule) -> bool {
        rules::is_weak(rule)
    }
    fn value(&self, words: &Words, word: &str, class: Class) -> Option<i64> {
        match class {
            Class::Number => numbers::value(words, word),
            Class::Month => days::month(words, word),
            Class::Weekday => days::weekday(words, word),
            _ => words.number(word, class),
        }
    }
    fn day(&self, words: &Words, before: &str, named: &[&str]) -> Option<(DayName, usize)> {
        days::named(words, before, named)
    }
    fn place(&self, words: &Words, before: &str, named: &[&str]) -> Option<usize> {
        places::name(words, before, named)
    }
    fn acts<'a>(&self, words: &'a Words, word: &str) -> Option<&'a str> {
        acts::of(words, word)
    }
    fn surname_behind(&self, words: &Words, before: [&str; 2]) -> Option<NamedBy> {
        people::surname_behind(words, before)
    }
    fn stem<'a>(&self, folded: &'a str) -> &'a str {
        content::stem(folded)
    }
    fn loose_stem<'a>(&self, folded: &'a str) -> &'a str {
        content::loose_stem(folded)
    }
    fn consonants(&self, loose_stem: &str) -> String {
        content::consonants(loose_stem)
    }
    fn origin<'a>(&self, folded: &'a str) -> &'a str {
        content::origin(folded)
    }
    fn may_be_origin(&self, folded: &str) -> bool {
        content::may_be_origin(folded)
    }
    fn grammar_rows(&self) -> &'static str {
        include_str!("../../../lexicons/ar/grammar.csv")
    }
    fn class(&self, words: &Words, word: &str) -> Class {
        grammar::class(words, word)
    }
    fn is(&self, words: &Words, word: &str, class: Class) -> bool {
        grammar::is(words, word, class)
    }
    fn has_shape(&self, words: &Words, word: &str, shape: Shape) -> bool {
        grammar::has_shape(words, word, shape)
    }
    fn without_article<'a>(&self, word: &'a str) -> Option<&'a str> {
        word.strip_prefix("ال")
    }
    fn listed_noun<'a>(&self, words: &Words, word: &'a str) -> &'a str {
        grammar::without_pronoun(words, word)
    }
    fn described_noun<'a>(&self, word: &'a str) -> Option<&'a str> {
        grammar::without_clitics(word).strip_prefix("ال")
    }
    fn is_nation(&self, words: &Words, word: &str) -> bool {
        grammar::is_nation(words, word)
    }
    fn irrealis(
        &self,
        words: &Words,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> Option<Irrealis> {
        grammar::irrealis(words, tokens, sentence, label)
    }
    fn unmeant(
        &self,
        words: &Words,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
        owned: bool,
    ) -> Option<Irrealis> {
        grammar::unmeant(words, tokens, sentence, label, owned)
    }
    fn is_name(
        &self,
        words: &Words,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> bool {
        grammar::is_name(words, tokens, sentence, label)
    }
    fn may_be_people(&self, folded: &str) -> bool {
        people::may_be_several(folded)
    }
    fn root(&self, stem: &str) -> String {
        roots::root(stem)
    }
    fn skeleton(&self, folded: &str) -> String {
        slips::skeleton(folded)
    }
    fn slip(&self, one: &str, other: &str) -> Option<&'static str> {
        slips::slip(one, other)
    }
}
