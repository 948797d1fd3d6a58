//! Whether what stands in quotation marks is a name, which changes no voice.

use super::Role;
use super::marks::Quote;
use super::reader::Reader;
use crate::language::{Class, Features, Kind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So many places of a word are looked at for a name in marks that stands there without them.
const PLACES: usize = 64;

/// Names have at most this many words (METHOD.md, Voice).
pub(super) const SHORT: usize = 4;

impl<'t> Reader<'t> {
    /// Whether what stands between marks is a name: a known actor, a word after صحيفة or حركة, a
    /// word that recurs without marks, or one in Latin letters or digits.
    pub(crate) fn is_name(&self, quote: &Quote) -> bool {
        self.is_plain_name(quote)
            || self.is_measure(quote)
            || self.is_foreign(&quote.inner)
            || self.recurs(quote)
            || self.is_apposed(quote)
    }

    /// Whether a number and what it counts stand in marks («27 عاما»).
    fn is_measure(&self, quote: &Quote) -> bool {
        let number = self.text.tokens.list[quote.inner.start as usize].kind == Kind::Number;
        number && self.word_count(&quote.inner) == 2
    }

    /// Whether the place alone shows a short quotation to be a name, or one of any length is a known
    /// actor's.
    pub(crate) fn is_plain_name(&self, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        let placed = || self.is_headed(quote) || self.is_after_audience(quote);
        self.is_actors_name(quote)
            || words <= SHORT && !(words > 1 && self.opens_clause(&quote.inner)) && placed()
    }

    /// Whether a known actor's name stands between marks, however many words it has, and little else.
    pub(crate) fn is_actors_name(&self, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        !(words > 1 && self.opens_clause(&quote.inner)) && self.is_known(quote)
    }

    fn is_known(&self, quote: &Quote) -> bool {
        let ix = self.names.partition_point(|n| n.end <= quote.inner.start);
        let words = self.word_count(&quote.inner) as u32;
        self.names.get(ix).is_some_and(|name| {
            let inside = name.start >= quote.inner.start && name.end <= quote.inner.end;
            let across = name.start < quote.inner.start && name.end >= quote.inner.end;
            across || inside && (name.end - name.start) * 3 >= words * 2
        })
    }

    /// Whether a word for what has names (صحيفة, حركة, موقع) or a title (الدكتور) stands before a
    /// quotation, definite words between them allowed (موقع التواصل الاجتماعي «…»).
    fn is_headed(&self, quote: &Quote) -> bool {
        if self.is_adjective(&quote.inner) {
            return false;
        }
        let mut at = quote.outer.start;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            let ix = self.cues.partition_point(|c| c.tokens.end <= before);
            let head = self
                .cues
                .get(ix)
                .is_some_and(|c| c.role == Role::NameHead && c.tokens.contains(&before));
            let word = self.folded(before);
            if head || self.grammar.is_title(word) {
                return true;
            }
            let clitic = [Features::BY, Features::FOR].contains(&self.clitic(before));
            if !clitic && !self.has_article(before) {
                return false;
            }
            at = before;
        }
        false
    }

    /// Whether the title of a work stands in marks: right behind a word for works that have one (كتاب
    /// «…», ندوة بعنوان «…»).
    pub(crate) fn is_titled(&self, quote: &Quote) -> bool {
        let Some(before) = quote.outer.start.checked_sub(1) else {
            return false;
        };
        let (word, joined) = (self.folded(before), self.unjoined(before));
        let glued = self.text.language.behind(joined, Features::BY);
        let heads = [word, joined, glued.unwrap_or(word)];
        let titled = heads
            .iter()
            .any(|head| self.grammar.is(head, Class::Titled));
        titled && !matches!(self.class(quote.inner.start), Class::That | Class::ThatIt)
    }

    /// Whether two or three words without article stand in marks right behind a noun that has it: an
    /// adjective would have it too, so they are its name (الباخرة «نجمة الحور»).
    fn is_apposed(&self, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        let first = quote.inner.start;
        let plain = |at: u32| self.class(at) == Class::Other && self.is_word(at);
        let named = quote.outer.start.checked_sub(1).is_some_and(|before| {
            self.has_article(before) && plain(before) && !self.shape(before).has(Features::NISBA)
        });
        named
            && (2..=3).contains(&words)
            && !self.has_article(first)
            && quote.inner.clone().all(plain)
            && !self
                .shape(first)
                .has_any(Features::TANWIN | Features::JOINED | Features::BY | Features::FOR)
            && !self.is(first, Class::Function)
            && !self.grammar.is_verbal_noun(self.folded(first))
            && self.has_article(quote.inner.end - 1)
    }

    /// Whether a quotation is one nisba without article (جماعة «إرهابية»): it judges, and names
    /// nobody.
    pub(crate) fn is_adjective(&self, inner: &Range<u32>) -> bool {
        let nisba = self.shape(inner.start).has(Features::NISBA);
        let long = self.folded(inner.start).chars().count() >= 5;
        inner.len() == 1 && nisba && !self.has_article(inner.start) && long
    }

    /// Whether words begin as a clause does (لا ترفع راية …).
    fn opens_clause(&self, inner: &Range<u32>) -> bool {
        self.class(inner.start) != Class::Other || self.begins_clause(inner.start)
    }

    /// Whether a word, the first of some, makes a clause of them.
    pub(crate) fn begins_clause(&self, at: u32) -> bool {
        [Class::DeniesVerb, Class::IsNot, Class::BeginsClause]
            .iter()
            .any(|class| self.is(at, *class))
    }

    /// In a headline: a definite noun, or one or two words after a preposition.
    pub(crate) fn is_place_of_name(&self, quote: &Quote) -> bool {
        let before = quote.outer.start.checked_sub(1);
        let governed = before.is_some_and(|b| {
            matches!(
                self.class(b),
                Class::In | Class::To | Class::From | Class::On
            ) || [Features::BY, Features::FOR, Features::AND].contains(&self.clitic(b))
        });
        governed || self.has_article(quote.inner.start)
    }

    /// لـ"…" after a verb of saying: the outlet that was spoken to.
    fn is_after_audience(&self, quote: &Quote) -> bool {
        let Some(before) = quote.outer.start.checked_sub(1) else {
            return false;
        };
        // في حديث إلى «الأفق», في مقابلة مع «راديو الواحات»
        let spoken_to = matches!(self.class(before), Class::To) || self.is(before, Class::Besides);
        let occasion = |at: u32| {
            self.grammar.is_occasion(self.folded(at)) || self.shape(at).has(Features::NISBA)
        };
        let told = spoken_to
            && before.checked_sub(1).is_some_and(occasion)
            && before
                .checked_sub(2)
                .is_some_and(|at| occasion(at) || self.class(at) == Class::In);
        if told && self.word_count(&quote.inner) <= 3 {
            return true;
        }
        self.clitic(before) == Features::FOR
            && self.text.tokens.list[before as usize].kind == Kind::Word
            && self.word_count(&quote.inner) <= 3
    }

    pub(crate) fn is_foreign(&self, inner: &Range<u32>) -> bool {
        let is_latin = |at: u32| self.is_word(at) && self.surface(at).is_ascii();
        let has_latin = inner.clone().any(is_latin);
        has_latin
            || inner
                .clone()
                .all(|at| self.text.tokens.list[at as usize].kind != Kind::Word)
    }

    /// Whether the same words stand elsewhere in the text without marks, or in marks a second time
    /// as a speaker's name.
    fn recurs(&self, quote: &Quote) -> bool {
        let words = quote.inner.clone().filter(|at| self.is_word(*at));
        let Some(first) = words.clone().next() else {
            return false;
        };
        let count = words.count() as u32;
        if count == 1 && self.is_feminine_singular(first) && !self.has_article(first) {
            return false;
        }
        let Some(places) = self.places.get(self.bare(first)) else {
            return false;
        };
        places.iter().take(PLACES).any(|place| {
            (0..count).all(|n| {
                let same = self.bare(place + n) == self.bare(first + n);
                same && self.is_word(first + n)
            })
        })
    }

    /// Notes where the first words of short quotations stand in the text, in one pass; words that
    /// end in no letter that one of those ends in are not looked at.
    pub(crate) fn place_quoted_words(&mut self) {
        let mut places: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        let mut ends = 0_u64;
        for quote in &self.quotes {
            let first = self.first_word(&quote.inner);
            if let Some(first) = first.filter(|_| self.word_count(&quote.inner) <= SHORT) {
                ends |= last_letter(self.folded(first));
                places.insert(self.bare(first), Vec::new());
            }
        }
        if places.is_empty() {
            return;
        }
        for at in 0..self.text.tokens.list.len() as u32 {
            if ends & last_letter(self.folded(at)) == 0 {
                continue;
            }
            if let Some(found) = places.get_mut(self.bare(at))
                && self.top_at(at).is_none()
            {
                found.push(at);
            }
        }
        self.places = places;
    }

    /// A word without the particles that may be glued to it.
    fn bare(&self, at: u32) -> &'t str {
        let (word, joined) = (self.folded(at), self.unjoined(at));
        let mut prepositions = [Features::BY, Features::FOR, Features::LIKE].into_iter();
        let bare = prepositions.find_map(|glued| self.text.language.behind(joined, glued));
        let bare = bare.unwrap_or(joined);
        if bare.chars().count() >= 3 {
            bare
        } else {
            word
        }
    }
}

/// The last byte of a word as a bit: the low six bits of a letter's second byte.
fn last_letter(word: &str) -> u64 {
    word.as_bytes().last().map_or(0, |last| 1 << (last & 63))
}
