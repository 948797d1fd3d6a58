//! Labels that are somebody's surname: محمد الجندي is no soldier and أحمد مجاهد no mujahid, nor are
//! they where the text goes on with الجندي or مجاهد alone.

use crate::framing::{Found, Mention};
use crate::language::{Class, Kind, NamedBy, Pos};
use crate::lexicon::Lexicon;
use crate::text::Text;

/// The surnames of an article that are labels by their letters.
pub(super) struct Surnames<'a>(Vec<Surname<'a>>);

/// A word as it can be a surname.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Surname<'a> {
    /// With the article, as [`Language::stem`] leaves it, and no sound plural: nobody is called
    /// الإرهابيين.
    ///
    /// [`Language::stem`]: crate::language::Language::stem
    Definite(&'a str),
    /// Just as the entry is cited.
    Bare(&'a str),
}

impl<'a> Surname<'a> {
    /// What a mention would be as a surname; `None` if it cannot be one.
    fn of(lexicon: &Lexicon, text: &'a Text<'a>, mention: &Mention) -> Option<Self> {
        let pos = lexicon.terms[mention.term.0 as usize].pos;
        if mention.tokens.len() > 1 || pos == Some(Pos::Verb) {
            return None;
        }
        let folded = text.tokens.folded(mention.tokens.start as usize);
        if mention.is_definite() {
            return Some(Surname::Definite(text.language.stem(folded)));
        }
        let is_cited = mention.rules.are_as_written();
        is_cited.then_some(Surname::Bare(folded))
    }

    /// Whether it is one where a mention stands.
    fn is_one_at(self, text: &Text, mention: &Mention) -> bool {
        let at = mention.tokens.start;
        let word = |back: u32| {
            let place = at.checked_sub(back).map(|place| place as usize);
            let place = place.filter(|place| text.tokens.list[*place].kind == Kind::Word);
            place.map_or("", |place| text.tokens.folded(place))
        };
        match self {
            Surname::Definite(_) => !mention.is_joined() && text.grammar.is_given_name(word(1)),
            Surname::Bare(_) => match text.grammar.surname_behind([word(2), word(1)]) {
                Some(NamedBy::Given) => stands_alone(text, at as usize),
                Some(NamedBy::Son) => true,
                None => false,
            },
        }
    }
}

/// Whether no noun follows, as behind a surname. A word without the article may as well tell who
/// the man before it is (محمد عضو المجلس), or be no name at all (حرب أكتوبر).
fn stands_alone(text: &Text, at: usize) -> bool {
    let Some(next) = text.tokens.list.get(at + 1) else {
        return true;
    };
    match next.kind {
        Kind::Mark(_) | Kind::LineEnd => true,
        Kind::Number => false,
        Kind::Word => {
            let next = text.tokens.folded(at + 1);
            let class = text.grammar.class(next);
            matches!(
                class,
                Class::That | Class::ThatIt | Class::Relative | Class::Already
            )
        }
    }
}

/// The same where the word is known to be a surname of the article: a preposition may follow.
fn may_stand_alone(text: &Text, at: usize) -> bool {
    let next = text.tokens.list.get(at + 1);
    stands_alone(text, at)
        || next.is_some_and(|next| next.kind == Kind::Word)
            && text.grammar.is_function_word(text.tokens.folded(at + 1))
}

impl<'a> Surnames<'a> {
    /// Those that stand behind a given name somewhere in the article.
    pub(crate) fn of(lexicon: &Lexicon, parts: &[(&'a Text<'a>, &Found)]) -> Surnames<'a> {
        let mut surnames = Vec::new();
        for (text, found) in parts {
            for mention in &found.mentions {
                let surname = Surname::of(lexicon, text, mention)
                    .filter(|surname| surname.is_one_at(text, mention));
                surnames.extend(surname.filter(|one| !surnames.contains(one)));
            }
        }
        Surnames(surnames)
    }

    /// Whether a mention is one of them.
    pub(crate) fn has(&self, lexicon: &Lexicon, text: &Text, mention: &Mention) -> bool {
        let at = mention.tokens.start as usize;
        let is_one = |one: Surname| {
            let is_its_place = match one {
                Surname::Definite(_) => true,
                Surname::Bare(_) => one.is_one_at(text, mention) || may_stand_alone(text, at),
            };
            is_its_place && self.0.contains(&one)
        };
        !self.0.is_empty() && Surname::of(lexicon, text, mention).is_some_and(is_one)
    }
}
