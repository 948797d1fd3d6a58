//! Arabic.
mod cut;
mod letters;

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
        citation::as_written(self, entry)
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
