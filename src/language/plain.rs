//! The plain language.
use super::*;
/// Any language without a file of its own: case folded, words matched exactly or by `*`.
pub struct Plain;
impl Language for Plain {
    fn code(&self) -> &'static str {
        ""
    }
    fn cut(&self, _text: &str, _offset: u32, _into: &mut Tokens) {
        todo!()
    }
    fn fold(&self, words: &str) -> String {
        words.to_lowercase()
    }
    fn exact(&self, surface: &str) -> String {
        surface.to_lowercase()
    }
    fn forms(&self, _entry: &Citation) -> Vec<Sequence> {
        todo!()
    }
    fn agrees(&self, _exact: &str, _surface: &str) -> bool {
        true
    }
    fn rule_name(&self, _rule: Rule) -> String {
        String::new()
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
