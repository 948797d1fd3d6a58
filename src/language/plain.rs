//! The plain language.
use super::cutter::Cutter;
use super::*;
/// Any language without a file of its own: case folded, words matched exactly or by `*`.
pub struct Plain;
impl Language for Plain {
    fn code(&self) -> &'static str {
        ""
    }
    fn cut(&self, text: &str, offset: u32, into: &mut Tokens) {
        let mut cutter = Cutter::new(text, offset, into);
        while let Some(next) = cutter.peek() {
            if next.is_alphabetic() {
                cutter.word_of(char::is_alphabetic);
            } else {
                cutter.other(next);
            }
        }
        cutter.finish();
    }
    fn exact(&self, surface: &str) -> String {
        surface.to_lowercase()
    }
    fn bodies(&self, entry: &Citation) -> Vec<BodySequence> {
        citation::as_written(self, entry)
    }
    fn agrees(&self, _exact: &str, _surface: &str) -> bool {
        true
    }
    fn is_explicit(&self, _surface: &str) -> bool {
        false
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
