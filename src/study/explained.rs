//! Why two articles of a corpus are one event or not, with the rare words that both have.

use super::align::{options, outlines, witnesses};
use super::reasons::wording;
use crate::corpus::{Article, ArticleIx, Corpus, Part};
use crate::events::{self, Explanation, Reasons, SharedWords, Stems};
use crate::framing::prepare;
use crate::language;
use crate::lexicon::Lexicon;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::text::{Run, Vocabulary};

/// Why two articles are one event or not.
pub(crate) struct Explained {
    /// The two.
    pub articles: [ArticleIx; 2],
    /// What alignment says of them.
    pub explanation: Explanation,
    /// The rare words, names and numbers that both have.
    pub reasons: Reasons,
}

/// Groups a corpus as [`super::grouping`] does, and says why two of its articles are one event or
/// not.
pub(crate) fn explained(
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    [one, other]: [ArticleIx; 2],
    progress: &dyn Progress,
) -> Explained {
    let two = [one, other].map(|ix| corpus.articles[ix.at()].clone());
    let outlines = outlines(corpus, lexicon, progress);
    let witnesses = witnesses(corpus, &outlines, &lexicon.agencies);
    let tick = |steps| progress.advance(steps);
    let explanation = events::explain(&witnesses, &options(settings), (one, other), &tick);
    let shared = SharedWords::from(&*explanation.shared);
    let mut vocabulary = Vocabulary::default();
    let runs = two.each_ref().map(|article| {
        Part::ALL.map(|part| Run::of(&prepare(article, part, lexicon), &mut vocabulary))
    });
    let read = |article: &Article, runs: &[Run; 2]| {
        let language = language::of(article.language.as_deref());
        let stems = Stems::of(&vocabulary, lexicon.grammar(language));
        wording(article, runs, &vocabulary, &stems, &shared)
    };
    let [a, b] = [0, 1].map(|at| read(&two[at], &runs[at]));
    Explained {
        articles: [one, other],
        reasons: a.reasons(&b, &explanation.shared),
        explanation,
    }
}
