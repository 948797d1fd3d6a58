//! What a language's words do in a sentence: a table from each word to its classes, built of the
//! rows of `grammar.csv`, and asked together with the letters of the language.
//!
//! To add a class: a line in the list of [`Class`] below with its key, its rows in
//! `lexicons/ar/grammar.csv`, its meaning in `lexicons/README.md`; then ask
//! `text.grammar.is(word, Class::…)`. Where a class holds for more than the very words of its rows
//! (with an article, with a pronoun), the language's [`Language::is`] says so.

use super::{Language, Tokens, plain};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a word does in a sentence. Up to [`Class::ThisThing`] a word has one of them at
        /// most, which steers the reading of voices; of the others it may have many.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class {
            /// Nothing of the below.
            #[default]
            Other,
            $($(#[$doc])* $name,)*
        }

        impl Class {
            /// All that rows may name, by the keys of their column `class`.
            pub const ALL: &[(&str, Class)] = &[$(($key, Class::$name)),*];
        }
    };
}

classes! {
    /// أن / إن.
    That = "that",
    /// أنه, بأن, بأنهم, وأن …: the word itself belongs to the clause.
    ThatIt = "that-it",
    /// هل, ما إذا, عما.
    Whether = "whether",
    /// إلى.
    To = "to",
    /// على.
    On = "on",
    /// عن.
    About = "about",
    /// من.
    From = "from",
    /// في.
    In = "in",
    /// A preposition that opens an adverbial: خلال, عبر, وسط, لدى.
    Adverbial = "adverbial",
    /// A preposition with a pronoun: له, فيها.
    WithIt = "with-it",
    /// بعد, عقب, إثر: what follows is the background of a noun clause.
    After = "after",
    /// دون, بدون: the same.
    Without = "without",
    /// A time: أمس, اليوم, الخميس, مساء.
    Time = "time",
    /// الذي, التي, الذين.
    Relative = "relative",
    /// فيما, بينما, لكن, حيث, كما, ثم.
    Contrast = "contrast",
    /// كان, كانت: the background of what went before.
    Was = "was",
    /// قد, لقد.
    Already = "already",
    /// وذلك.
    AndThat = "and-that",
    /// ما.
    What = "what",
    /// مما.
    Which = "which",
    /// هو, هي, وهو.
    He = "he",
    /// إلا, غير, قبل: what stands before an أن that opens no statement.
    NoStatement = "no-statement",
    /// ذلك, هذا: stands for what was said, and says nothing.
    ThisThing = "this-thing",
    /// A verbal noun that has not the shape of one: ضرورة, مقتل.
    VerbalNoun = "verbal-noun",
    /// A noun of what happens, which shows and does not say.
    Event = "event",
    /// A noun of saying that one repeats or renews.
    Speech = "speech",
    /// What somebody is made to answer for.
    Blame = "blame",
    /// *about* behind it belongs to it rather than to a verb.
    TakesAbout = "takes-about",
    /// Heads names of offices and bodies, so that the next is its genitive.
    HeadOfName = "head-of-name",
    /// A title of persons.
    Title = "title",
    /// After *according to* a rule or measure rather than a source.
    Rule = "rule",
    /// After *in* the occasion on which somebody spoke.
    Occasion = "occasion",
    /// Those who were spoken to.
    Audience = "audience",
    /// Before a headline's colon what the page offers rather than a speaker.
    Offer = "offer",
    /// A place, which before a headline's colon is a dateline.
    Dateline = "dateline",
    /// A sentence that begins so steps back to what the outlet itself tells.
    Background = "background",
    /// With the article it stands for somebody named before, of the kinds in `value`.
    Description = "description",
    /// Makes of a description a community of states.
    OfStates = "of-states",
    /// A participle that tells to whom somebody is linked.
    Linked = "linked",
    /// May stand between a label and the name it belongs to.
    Between = "between",
    /// Before a label it makes another person of it (*the deputy of*).
    Deputy = "deputy",
    /// An adjective with the ending of those of nations that tells of none.
    Quality = "quality",
    /// Behind an act it leads to its agent.
    ToAgent = "to-agent",
    /// Before a name it makes it what an act is aimed at.
    ToObject = "to-object",
    /// Makes an act one to be stopped or condemned, by somebody else than its agent.
    Against = "against",
    /// Opens a clause that somebody says.
    OpensClause = "opens-clause",
    /// Before a word for a death it governs it, so that the dead stands behind it.
    Governs = "governs",
    /// Denies the very next word: غير, بدون, عدم.
    DeniesNext = "denies-next",
    /// Denies a perfect, and else is *that which*: ما.
    DeniesPerfect = "denies-perfect",
    /// Denies a verb: لا, لم, لن.
    DeniesVerb = "denies-verb",
    /// Denies what somebody is: ليس.
    IsNot = "is-not",
    /// Makes what follows possible only.
    Possible = "possible",
    /// Makes an imperfect possible, a perfect sure: قد.
    MayVerb = "may-verb",
    /// After a denying particle it makes no denial of it.
    NoDenial = "no-denial",
    /// A form of *to be*, which says what its subject is.
    ToBe = "to-be",
    /// No denial reaches over it.
    EndsDenial = "ends-denial",
}

/// The last class of those of which a word has one at most.
const LAST_STEERING: Class = Class::ThisThing;

/// What the letters of a word tell, whatever the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It has the article.
    Definite,
    /// A conjunction or preposition is glued before its article.
    Prefixed,
    /// A preposition joins it to a participle of linking.
    JoinedToLink,
    /// What is glued to it makes it whom an act befalls.
    MarkedObject,
    /// It has the letters of a verbal noun that only a mark lost in folding tells from other words.
    Causative,
}

/// A set of classes, one bit each.
type Classes = u128;

fn bit(class: Class) -> Classes {
    1 << class as u32
}

/// Words with their classes. All are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    classes: FxHashMap<Box<str>, Classes>,
    /// For each length in bytes, the last bytes (their low six bits) of the steering words of that
    /// length: nine words in ten of a text are none of them, and are told from them unhashed.
    ends: Ends,
    /// Beginnings of words (`*`).
    beginnings: Vec<(Class, Box<str>)>,
    values: BTreeMap<(Class, Box<str>), Box<str>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends([u64; 32]);

impl Words {
    /// Adds a row: a folded word, its class, and what the class says of it (empty for most).
    pub fn add(&mut self, word: &str, is_beginning: bool, class: Class, value: &str) {
        if is_beginning {
            self.beginnings.push((class, word.into()));
            return;
        }
        *self.classes.entry(word.into()).or_default() |= bit(class);
        if class <= LAST_STEERING
            && let Some(ends) = self.ends.0.get_mut(word.len())
        {
            *ends |= last_bit(word);
        }
        if !value.is_empty() {
            self.values.insert((class, word.into()), value.into());
        }
    }

    /// Whether a word is of a class by its rows.
    pub fn has(&self, word: &str, class: Class) -> bool {
        let classes = self.classes.get(word).copied().unwrap_or_default();
        let begins = |(of, beginning): &(Class, Box<str>)| {
            *of == class && word.starts_with(beginning.as_ref())
        };
        classes & bit(class) != 0 || self.beginnings.iter().any(begins)
    }

    /// What a class says of a word.
    pub fn value(&self, word: &str, class: Class) -> Option<&str> {
        self.values.get(&(class, word.into())).map(AsRef::as_ref)
    }

    /// The class by which a word steers the reading of voices, if it does.
    pub fn steering(&self, word: &str) -> Option<Class> {
        let ends = self.ends.0.get(word.len())?;
        if ends & last_bit(word) == 0 {
            return None;
        }
        let steering = self.classes.get(word)? & (bit(LAST_STEERING) * 2 - 1);
        let at = steering.checked_ilog2()?;
        Class::ALL.get(at as usize - 1).map(|(_, class)| *class)
    }
}

fn last_bit(word: &str) -> u64 {
    1 << (word.as_bytes().last().copied().unwrap_or_default() & 63)
}

/// The closed words and the nouns of one language, with its letters. What carries meaning (verbs of
/// saying, names) comes from the other lists. All words asked for are folded.
#[derive(Clone)]
pub struct Grammar {
    /// Whose words they are.
    pub language: &'static dyn Language,
    words: Words,
}

macro_rules! asked {
    ($($(#[$doc:meta])* $name:ident = $class:ident,)*) => {
        impl Grammar {
            $($(#[$doc])* pub fn $name(&self, word: &str) -> bool {
                self.is(word, Class::$class)
            })*
        }
    };
}

asked! {
    /// Whether a word is a verbal noun, by its rows or shape, which verbs of declaring take.
    is_verbal_noun = VerbalNoun,
    /// Whether a noun is a happening.
    is_event = Event,
    /// Whether a noun is one of saying that one repeats or renews.
    is_speech = Speech,
    /// Whether a noun is what somebody is made to answer for.
    is_blame = Blame,
    /// Whether *about* behind a word belongs to it.
    takes_about = TakesAbout,
    /// Whether a noun heads names of offices and bodies.
    is_head_of_name = HeadOfName,
    /// Whether a noun is a title of persons.
    is_title = Title,
    /// Whether a noun after *according to* is a rule or measure.
    is_rule = Rule,
    /// Whether a noun after *in* says on what occasion somebody spoke.
    is_occasion = Occasion,
    /// Whether a word names those who were spoken to.
    is_audience = Audience,
    /// Whether a word before a headline's colon is what the page offers.
    is_offer = Offer,
    /// Whether a word before a headline's colon is a place.
    is_place = Dateline,
    /// Whether a sentence that begins so steps back.
    is_background = Background,
}

impl Grammar {
    /// The grammar of a language with no word yet.
    pub fn new(language: &'static dyn Language) -> Self {
        Grammar {
            language,
            words: Words::default(),
        }
    }

    /// Its words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Adds a word as a row writes it, unfolded; a final `*` means any ending.
    pub fn add(&mut self, written: &str, class: Class, value: &str) {
        let bare = written.strip_suffix('*');
        let folded = self.language.fold(bare.unwrap_or(written));
        self.words.add(&folded, bare.is_some(), class, value);
    }

    /// The class of a word that steers the reading of voices, whatever joins it to the word before.
    pub fn class(&self, word: &str) -> Class {
        self.language.class(&self.words, word)
    }

    /// Whether a word is of a class, in the forms that the language allows it.
    pub fn is(&self, word: &str, class: Class) -> bool {
        self.language.is(&self.words, word, class)
    }

    /// Whether a word has a shape.
    pub fn has(&self, word: &str, shape: Shape) -> bool {
        self.language.has_shape(&self.words, word, shape)
    }

    /// Whether a word is definite.
    pub fn is_definite(&self, word: &str) -> bool {
        self.has(word, Shape::Definite)
    }

    /// Whether a word that may have the article is a verbal noun.
    pub fn is_definite_verbal_noun(&self, word: &str) -> bool {
        let bare = self.language.without_article(word);
        self.is_verbal_noun(word) || bare.is_some_and(|bare| self.is_verbal_noun(bare))
    }

    /// Whether a word has the letters of a verbal noun that only a mark tells from other words.
    pub fn has_causative_shape(&self, word: &str) -> bool {
        self.has(word, Shape::Causative)
    }

    /// Whether a clause may hang on a noun (*the importance that*): on the listed ones only.
    pub fn takes_that(&self, word: &str) -> bool {
        let words = &self.words;
        words.has(self.language.listed_noun(words, word), Class::VerbalNoun)
    }

    /// Whether a word behind a label says of what nation it is, known to the lists or not.
    pub fn is_nation(&self, word: &str) -> bool {
        self.language.is_nation(&self.words, word)
    }

    /// The noun of a definite description of somebody named before, without article, and the kinds
    /// of actor it may stand for; `None` for other words.
    pub fn description<'a>(&'a self, word: &'a str) -> Option<(&'a str, Vec<&'a str>)> {
        let noun = self.language.described_noun(word)?;
        let kinds = self.words.value(noun, Class::Description)?;
        Some((noun, kinds.split(';').map(str::trim).collect()))
    }

    /// Whether what a label says is `negated` or only `possible`; nothing where it is said.
    pub fn irrealis(
        &self,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> Option<&'static str> {
        let words = &self.words;
        self.language.irrealis(words, tokens, sentence, label)
    }
}

/// The built-in grammar of a language, of the rows that are compiled into the program.
pub(super) fn built_in(code: &str) -> &'static Grammar {
    static ALL: LazyLock<BTreeMap<&str, Grammar>> = LazyLock::new(|| {
        let arabic: &'static dyn Language = &super::Arabic;
        let all = plain::all().map(|plain| plain as &dyn Language);
        let all = all.chain([arabic]);
        all.map(|language| (language.code(), of_rows(language)))
            .collect()
    });
    ALL.get(code).expect("each language is in the table")
}

/// Reads built-in rows. The words, classes and values stand first in a row and hold no comma.
fn of_rows(language: &'static dyn Language) -> Grammar {
    let mut grammar = Grammar::new(language);
    for row in language.grammar_rows().lines().skip(1) {
        let mut cells = row.split(',');
        let [words, key, value] = [(); 3].map(|()| cells.next().unwrap_or_default());
        let Some((_, class)) = Class::ALL.iter().find(|(name, _)| *name == key) else {
            continue;
        };
        for word in words.split(';') {
            grammar.add(word, *class, value);
        }
    }
    grammar
}
