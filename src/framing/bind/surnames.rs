//! Labels that are somebody's surname: محمد الجندي is no soldier, nor is he where the text goes on
//! with الجندي alone.

use crate::language::Kind;
use crate::lexicon::{Found, Mention};
use crate::text::Text;

/// The surnames of an article that are labels by their letters, as [`Language::stem`] leaves them.
///
/// [`Language::stem`]: crate::language::Language::stem
pub(super) struct Surnames<'a>(Vec<&'a str>);

impl<'a> Surnames<'a> {
    /// Those that stand behind a given name somewhere in the article.
    pub fn of(parts: &[(&'a Text<'a>, &Found)]) -> Surnames<'a> {
        let mut surnames = Vec::new();
        for (text, found) in parts {
            for mention in &found.mentions {
                if !follows_given_name(text, mention.tokens.start) {
                    continue;
                }
                let surname = definite_word(text, mention);
                surnames.extend(surname.filter(|stem| !surnames.contains(stem)));
            }
        }
        Surnames(surnames)
    }

    /// Whether a mention is one of them.
    pub fn has(&self, text: &Text, mention: &Mention) -> bool {
        let is_one = |stem| self.0.contains(&stem);
        !self.0.is_empty() && definite_word(text, mention).is_some_and(is_one)
    }
}

/// The stem of a mention that is one word with the article, and no sound plural: nobody is called
/// الإرهابيين.
fn definite_word<'a>(text: &'a Text, mention: &Mention) -> Option<&'a str> {
    let folded = text.tokens.folded(mention.tokens.start as usize);
    let is_one = mention.tokens.len() == 1 && text.language.grammar().is_definite(folded);
    is_one.then(|| text.language.stem(folded))
}

fn follows_given_name(text: &Text, at: u32) -> bool {
    let before = at.checked_sub(1).map(|before| before as usize);
    before.is_some_and(|before| {
        text.tokens.list[before].kind == Kind::Word
            && text.language.is_given_name(text.tokens.folded(before))
    })
}
