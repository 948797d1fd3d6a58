//! Arabic.
mod cut;
mod entry;
mod growth;
mod imperfect;
mod letters;
mod nouns;
mod rules;
mod verbs;

use super::*;
/// Arabic.
pub struct Arabic;
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
    fn bodies(&self, entry: &Citation) -> Vec<BodySequence> {
        entry::bodies(entry)
    }
    fn agrees(&self, exact: &str, surface: &str) -> bool {
        letters::agree(exact, surface)
    }
    fn heads(&self) -> &'static [&'static str] {
        &rules::HEADS
    }
    fn rule_name(&self, rule: Rule) -> String {
        rules::rule_name(rule)
    }
    fn number_word(&self, _folded: &str) -> Option<u64> {
        None
    }
    fn month(&self, _folded: &str) -> Option<u8> {
        None
    }
    fn stem<'a>(&self, folded: &'a str) -> &'a str {
        folded
    }
    fn is_function_word(&self, _folded: &str) -> bool {
        false
    }
}
