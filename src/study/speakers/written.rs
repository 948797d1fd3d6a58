//! What a speaker is called at one place, taken apart: a person's name, an actor of the lists, or
//! words that name nobody.

use crate::corpus::Part;
use crate::framing;
use crate::language::{Class, Grammar, Kind, Shape};
use crate::lexicon::{ActorIx, Being, Lexicon};
use crate::text::{self, Text};
use std::ops::Range;

/// A speaker as written that is longer is hardly one: where it names neither a person nor an actor,
/// it is left out.
const MOST_WORDS: usize = 6;

/// A name of a person has no more words.
const MOST_OF_NAME: usize = 5;

/// How letters may differ between two spellings of one name, and how it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    /// The same for all its spellings.
    pub key: String,
    /// As written.
    pub shown: String,
}

/// A speaker as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The name of a person, of two words and more.
    pub person: Option<Called>,
    /// The actor of the lists whose name it is.
    pub actor: Option<ActorIx>,
    /// For whom it speaks or in what it has an office, where the lists know that actor.
    pub speaks_for: Option<ActorIx>,
    /// One word behind titles, which may be a surname: loosely spelled.
    pub surname: Option<String>,
    /// The noun of a definite description of one word (الوزير), without its article.
    pub described: Option<String>,
    /// The nouns that its parts begin with, without article.
    pub heads: Vec<String>,
    /// Its first part; `None` where that is too long to name anybody, or no speaker.
    pub words: Option<Called>,
    /// Whether it is a title and no more (العقيد): somebody named before, or torn from a name.
    pub is_title: bool,
}

impl Written {
    /// Takes a speaker apart.
    pub(super) fn of(lexicon: &Lexicon, grammar: &Grammar, given: &str) -> Written {
        let no_furniture = &lexicon.no_furniture;
        let text = text::prepare(given, Part::Title, None, "", grammar, no_furniture);
        let parts = parts(&text);
        let Some(first) = parts.first() else {
            return Written::default();
        };
        let names = framing::find(lexicon, &text, 0).names;
        let names = names.iter().filter(|name| !name.ambiguous);
        let names: Vec<Name> = names
            .map(|name| (name.actor, name.tokens.clone()))
            .collect();
        let alone = first.behind_titles();
        let is_whole = first.list.len() <= MOST_WORDS && !first.is_torn();
        let actor = names.iter().find_map(|name| first.is_named(lexicon, name));
        // What the lists know is whole, whatever it ends in (حركة 6 أبريل).
        let may_speak = actor.is_some() || is_whole && first.may_speak(&names);
        Written {
            person: person(&parts),
            actor,
            speaks_for: speaks_for(lexicon, &parts, &names),
            surname: alone.unit().then(|| alone.loose()),
            described: first.described(),
            heads: parts.iter().filter_map(Words::head).collect(),
            words: may_speak.then(|| first.called()),
            is_title: alone.list.is_empty() && !first.is_head(),
        }
    }
}

/// An actor and the tokens of its name.
pub(super) type Name = (ActorIx, Range<u32>);

/// Words of a speaker between two commas, by their tokens.
#[derive(Clone)]
pub(super) struct Words<'a> {
    /// The whole of what was written.
    pub text: &'a Text<'a>,
    /// The tokens that are its words.
    pub list: Vec<usize>,
}

/// A speaker between its commas, brackets and ends of lines; quotation marks and full stops part
/// nothing. How somebody says something (الوزير ساخرا) ends a part.
fn parts<'a>(text: &'a Text<'a>) -> Vec<Words<'a>> {
    let mut parts = vec![Vec::new()];
    let mut is_over = false;
    for (at, token) in text.tokens.list.iter().enumerate() {
        let is_word = matches!(token.kind, Kind::Word | Kind::Number);
        is_over |= is_word
            && text
                .language
                .is_adverbial(text.slice(&(token.start..token.end)));
        match token.kind {
            Kind::Word | Kind::Number if is_over => {}
            Kind::Word | Kind::Number => parts.last_mut().expect("it has one").push(at),
            Kind::Mark('"' | '«' | '»' | '“' | '”' | '.' | '\'' | '/') => {}
            Kind::Mark(_) | Kind::LineEnd => {
                is_over = false;
                parts.push(Vec::new());
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    let words = |list| Words { text, list };
    parts.into_iter().map(words).collect()
}

impl<'a> Words<'a> {
    /// A word, folded.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.text.tokens.folded(self.list[at])
    }

    /// The grammar of its language.
    pub(super) fn grammar(&self) -> &'a Grammar {
        self.text.grammar
    }

    /// Whether a word is a number.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.text.tokens.list[self.list[at]].kind == Kind::Number
    }

    fn range(&self, range: Range<usize>) -> Words<'a> {
        Words {
            text: self.text,
            list: self.list[range].to_vec(),
        }
    }

    fn loose(&self) -> String {
        let words = (0..self.list.len()).map(|at| self.word(at));
        let words: Vec<String> = words.map(|word| self.text.language.loose(word)).collect();
        // عبد الرحمن is عبدالرحمن as often.
        let mut loose = String::new();
        for (at, word) in words.iter().enumerate() {
            let joins = at > 0 && joins_next(self.grammar(), self.word(at - 1));
            if at > 0 && !joins {
                loose.push(' ');
            }
            loose += word;
        }
        loose
    }

    fn called(&self) -> Called {
        let token = |at: &usize| {
            let token = self.text.tokens.list[*at];
            &self.text.given[token.start as usize..token.end as usize]
        };
        let shown: Vec<&str> = self.list.iter().map(token).collect();
        Called {
            key: self.loose(),
            shown: shown.join(" "),
        }
    }

    /// The noun it begins with, without article.
    fn head(&self) -> Option<String> {
        let first = self.word(0);
        let bare = self.text.language.without_article(first);
        Some(bare.unwrap_or(first).to_owned())
    }

    /// The noun of a single definite word.
    fn described(&self) -> Option<String> {
        let bare = self.text.language.without_article(self.word(0))?;
        (self.list.len() == 1).then(|| bare.to_owned())
    }

    /// Whether it ends in the middle of something, or begins as no speaker does.
    fn is_torn(&self) -> bool {
        let (first, last) = (self.word(0), self.word(self.list.len() - 1));
        let grammar = self.grammar();
        let is_no_speaker = grammar.has(first, Shape::MarkedObject)
            || grammar.is(first, Class::NoName)
            || grammar.class(first) != Class::Other;
        // أمير الكويت الشيخ: the name of whom the title tells is missing.
        let end = self.list.len() - 1;
        let waits = end > 1
            && self.is_title(end)
            && (grammar.is_definite(self.word(end - 1)) || grammar.is_place(self.word(end - 1)));
        is_no_speaker
            || waits
            || grammar.is_function_word(last)
            || grammar.class(last) != Class::Other
    }

    /// Whether a word is a title with its article (الدكتور), or a letter that stands for one (د.).
    fn is_title(&self, at: usize) -> bool {
        let word = self.word(at);
        let bare = self.text.language.without_article(word);
        let titled = bare.is_some_and(|bare| self.grammar().is_title(bare));
        titled || word.chars().count() == 1
    }

    /// The words behind its titles.
    pub(super) fn behind_titles(&self) -> Words<'a> {
        let titles = (0..self.list.len()).take_while(|at| self.is_title(*at));
        self.range(titles.count()..self.list.len())
    }

    /// Whether it is one word, or two that are one name (عبد الله).
    fn unit(&self) -> bool {
        match self.list.len() {
            1 => true,
            2 => joins_next(self.grammar(), self.word(0)),
            _ => false,
        }
    }

    /// Where the name of a person begins: at a given name, or at the word behind a title; `None` where
    /// the words before it may make it another one's (محامي محمد …).
    fn start_of_name(&self) -> Option<usize> {
        let start = (0..self.list.len()).find(|at| self.begins_name(*at))?;
        self.may_precede(start).then_some(start)
    }

    /// The name of a person, in full.
    fn person(&self, start: usize) -> Option<Called> {
        let name = self.range(start..self.end_of_name(start));
        let is_full = name.list.len() > 1 && !name.unit();
        is_full.then(|| name.called())
    }

    fn begins_name(&self, at: usize) -> bool {
        let (word, grammar) = (self.word(at), self.grammar());
        let is_begun = at > 0 && self.is_title(at - 1) && !self.ends_name(at);
        grammar.is_given_name(word)
            || grammar.is(word, Class::BeginsName) && at + 1 < self.list.len()
            || is_begun && !grammar.is_definite(word) && !self.is_title(at)
    }

    /// Whether the words before a name tell who he is: titles, and before them nothing or a phrase
    /// that has ended. A short one may own the name (شقيق الرئيس محمد …), unless it is an office; one
    /// word before a title may be the speaker, and the name whom he speaks of.
    fn may_precede(&self, start: usize) -> bool {
        let titles = (0..start).rev().take_while(|at| self.is_title(*at)).count();
        let before = start - titles;
        let definite = |at: usize| self.grammar().is_definite(self.word(at));
        match before {
            0 => true,
            1 if titles > 0 => false,
            2 if !definite(0) => {
                let (head, grammar) = (self.word(0), self.grammar());
                let is_office = grammar.is(head, Class::HeadOfName);
                definite(1) && is_office && !grammar.is(head, Class::Deputy)
            }
            _ => definite(before - 1),
        }
    }

    fn end_of_name(&self, start: usize) -> usize {
        let most = self.list.len().min(start + MOST_OF_NAME);
        let mut end = start;
        while end < most {
            if end > start && self.ends_name(end) {
                break;
            }
            let begins = joins_next(self.grammar(), self.word(end));
            let is_last =
                end > start && self.text.language.without_article(self.word(end)).is_some();
            end += if begins && end + 1 < most { 2 } else { 1 };
            if is_last {
                break;
            }
        }
        end
    }

    /// Whether a word behind a name is none of its.
    fn ends_name(&self, at: usize) -> bool {
        let (word, grammar) = (self.word(at), self.grammar());
        let bare = self.text.language.without_article(word);
        let noun = bare.unwrap_or(word);
        let is_joined = grammar.is_definite(word) && bare.is_none();
        let tells = [Class::HeadOfName, Class::Title, Class::Deputy, Class::Role];
        !grammar.is_given_name(word)
            && (is_joined
                // أشرف لطيف الدعوة: what he says it is.
                || bare.is_some_and(|bare| grammar.is_verbal_noun(bare))
                || self.text.language.may_be_people(word)
                || tells.iter().any(|class| grammar.is(noun, *class))
                || grammar.is_function_word(word)
                || grammar.class(word) != Class::Other)
    }

    /// Whether its first word heads the name of an office (الرئيس), which may be all that is told.
    fn is_head(&self) -> bool {
        let word = self.word(0);
        let head = self.text.language.without_article(word).unwrap_or(word);
        let tells = [Class::HeadOfName, Class::Role];
        tells.iter().any(|class| self.grammar().is(head, *class))
    }

    /// The actor whose name it is, from behind its titles to its end; a person's may stand behind
    /// whatever tells who he is (رئيس الوزراء المالي شوغيل مايغا).
    fn is_named(&self, lexicon: &Lexicon, (actor, tokens): &Name) -> Option<ActorIx> {
        let tokens = tokens.start as usize..tokens.end as usize;
        let begins = self.list.iter().position(|token| tokens.contains(token))?;
        let ends = self.list.last().is_some_and(|token| tokens.contains(token));
        let titled = (0..begins).all(|at| self.is_title(at));
        let is_person = lexicon.being(*actor) == Being::Person;
        (ends && (titled || is_person && self.may_precede(begins))).then_some(*actor)
    }

    /// Whether it heads the name of an office or a profession (المحلل السياسي).
    fn is_office(&self) -> bool {
        let word = self.word(0);
        let head = self.text.language.without_article(word).unwrap_or(word);
        self.is_head() || self.grammar().is(head, Class::Title)
    }

    /// The name that it is as a whole, of words that nothing is known of.
    fn foreign_name(&self) -> Option<Called> {
        let is_of_name =
            |at: usize| !self.grammar().is_definite(self.word(at)) && !self.ends_name(at);
        let is_name = (2..MOST_OF_NAME).contains(&self.list.len()) && !self.unit();
        (is_name && (0..self.list.len()).all(is_of_name)).then(|| self.called())
    }

    /// The actor in whose name it speaks, or in which it has an office. Who stands alone behind a
    /// comma may be whom the speaker accuses.
    fn speaks_for(&self, (actor, tokens): &Name) -> Option<ActorIx> {
        let tokens = tokens.start as usize..tokens.end as usize;
        let begins = self.list.iter().position(|token| tokens.contains(token))?;
        let behind = self.list.iter().position(|token| *token >= tokens.end);
        let grammar = self.grammar();
        let is_whole =
            behind.is_none_or(|at| self.text.language.without_article(self.word(at)).is_some());
        let in_name = begins > 0 && grammar.is(self.word(begins - 1), Class::OnBehalf);
        let office = |at: usize| grammar.is(self.word(at), Class::HeadOfName) || self.is_title(at);
        let offices = (0..begins).filter(|at| grammar.is(self.word(*at), Class::HeadOfName));
        let in_office = offices.count() > 0 && (0..begins).all(office);
        (is_whole && (in_name || in_office)).then_some(*actor)
    }
}

/// The person whom a speaker names: in its first part, or at the beginning of a later one; else who
/// stands alone behind the comma of an office (المحلل السياسي، نفات تونكارا).
fn person(parts: &[Words]) -> Option<Called> {
    let known = parts.iter().enumerate().find_map(|(at, part)| {
        let start = part.start_of_name()?;
        let begins = part.behind_titles().list.first() == part.list.get(start);
        (at == 0 || begins).then(|| part.person(start)).flatten()
    });
    known.or_else(|| match parts {
        [office, name] if office.is_office() => name.foreign_name(),
        _ => None,
    })
}

/// The actor for whom a speaker speaks, if there is one alone, by its first two parts: further on
/// stand others. Of a state everybody may hold an
/// office.
fn speaks_for(lexicon: &Lexicon, parts: &[Words], names: &[Name]) -> Option<ActorIx> {
    let all = parts.iter().take(2).flat_map(|part| {
        let names = names.iter();
        names.filter_map(|name| part.speaks_for(name))
    });
    let mut all: Vec<ActorIx> = all
        .filter(|actor| lexicon.being(*actor) != Being::State)
        .collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether a word is only the first half of a name (عبد, أبو; not عبدالله).
pub(super) fn joins_next(grammar: &Grammar, word: &str) -> bool {
    grammar.is(word, Class::BeginsName) && word.chars().count() <= 3
}
