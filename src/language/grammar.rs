//! What a language's words do in a sentence, so far as voices and actors need to know: asked of
//! each language, so that another one is another file.

use super::Tokens;
use std::ops::Range;

/// What a word does in a sentence, so far as voices need to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// Nothing of the below.
    #[default]
    Other,
    /// أن / إن.
    That,
    /// أنه, بأن, بأنهم, وأن …: the word itself belongs to the clause.
    ThatIt,
    /// هل, ما إذا, عما.
    Whether,
    /// إلى.
    To,
    /// على.
    On,
    /// عن.
    About,
    /// من.
    From,
    /// في.
    In,
    /// A preposition that opens an adverbial: خلال, عبر, وسط, لدى.
    Adverbial,
    /// A preposition with a pronoun: له, فيها.
    WithIt,
    /// بعد, عقب, إثر: what follows is the background of a noun clause.
    After,
    /// دون, بدون: the same.
    Without,
    /// A time: أمس, اليوم, الخميس, مساء.
    Time,
    /// الذي, التي, الذين.
    Relative,
    /// فيما, بينما, لكن, حيث, كما, ثم.
    Contrast,
    /// كان, كانت: the background of what went before.
    Was,
    /// قد, لقد.
    Already,
    /// وذلك.
    AndThat,
    /// ما.
    What,
    /// مما.
    Which,
    /// هو, هي, وهو.
    He,
    /// إلا, غير, قبل: what stands before an أن that opens no statement.
    NoStatement,
    /// ذلك, هذا: stands for what was said, and says nothing.
    ThisThing,
}

/// The closed words and the nouns that steer the reading of voices and the binding of labels. What
/// carries meaning (verbs of saying, names) comes from the lists; this is grammar. All words are
/// folded. A language that has not written a method down answers as one that has no such word.
pub trait Grammar: Sync {
    /// The class of a word, whatever joins it to the word before.
    fn class(&self, _word: &str) -> Class {
        Class::Other
    }
    /// Whether a word has the shape of a verbal noun, which verbs of declaring take for an object.
    fn is_verbal_noun(&self, _word: &str) -> bool {
        false
    }
    /// The same of a word that may have the article.
    fn is_definite_verbal_noun(&self, word: &str) -> bool {
        self.is_verbal_noun(word)
    }
    /// Whether a word has the letters of a verbal noun that only a mark lost in folding tells
    /// from other words.
    fn has_causative_shape(&self, _word: &str) -> bool {
        false
    }
    /// Whether a clause may hang on a noun (*the importance that*).
    fn takes_that(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun is a happening, which shows and does not say.
    fn is_event(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun is one of saying that one repeats or renews.
    fn is_speech(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun is what somebody is made to answer for.
    fn is_blame(&self, _word: &str) -> bool {
        false
    }
    /// Whether *about* behind a word belongs to it rather than to a verb.
    fn takes_about(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun heads names of offices and bodies, so that the next is its genitive.
    fn is_head_of_name(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun is a title of persons.
    fn is_title(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun after *according to* is a rule or measure rather than a source.
    fn is_rule(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun after *in* says on what occasion somebody spoke.
    fn is_occasion(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word names those who were spoken to.
    fn is_audience(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word before a headline's colon is what the page offers rather than a speaker.
    fn is_offer(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word is a place, which before a headline's colon is a dateline.
    fn is_place(&self, _word: &str) -> bool {
        false
    }
    /// Whether a sentence that begins so steps back to what the outlet itself tells.
    fn is_background(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word has the article.
    fn is_definite(&self, _word: &str) -> bool {
        false
    }
    /// Whether a conjunction or preposition is glued before the article of a word.
    fn is_prefixed(&self, _word: &str) -> bool {
        false
    }
    /// The noun of a definite description of somebody named before, without article, and the kinds
    /// of actor it may stand for; `None` for other words.
    fn description(&self, _word: &str) -> Option<(&'static str, &'static [&'static str])> {
        None
    }
    /// Whether an adjective makes of a description a community of states.
    fn is_of_states(&self, _word: &str) -> bool {
        false
    }
    /// Whether a participle tells to whom somebody is linked.
    fn links(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word may be what such a participle takes: joined by a preposition.
    fn is_joined_to_link(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word may stand between a label and the name it belongs to.
    fn may_stand_between(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word before a label makes another person of it (*the deputy of*).
    fn is_deputy(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word behind a label says of what nation it is, known to the lists or not.
    fn is_nation(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word joins a place to a label (*in*).
    fn is_in(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word behind an act leads to its agent.
    fn leads_to_agent(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word before a name makes it what an act is aimed at; of *from* so only behind the
    /// act, since before it it tells whence.
    fn leads_to_object(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word is *from*.
    fn is_from(&self, _word: &str) -> bool {
        false
    }
    /// Whether a name is marked as whom an act befalls by what is glued to it.
    fn is_marked_object(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word makes an act one to be stopped or condemned, by somebody else than its agent.
    fn is_against(&self, _word: &str) -> bool {
        false
    }
    /// Whether a word opens a clause that somebody says.
    fn opens_clause(&self, _word: &str) -> bool {
        false
    }
    /// Whether a noun before a word for a death is governed, so that the dead stands behind it.
    fn governs(&self, _word: &str) -> bool {
        false
    }
    /// Whether what a label says is `negated` or only `possible`; nothing where it is said.
    fn irrealis(
        &self,
        _tokens: &Tokens,
        _sentence: &Range<u32>,
        _label: &Range<u32>,
    ) -> Option<&'static str> {
        None
    }
}

/// The grammar of languages without a file of their own: knows no word.
pub struct Unwritten;

impl Grammar for Unwritten {}
