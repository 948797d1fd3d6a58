//! Arabic words that only build sentences, by what they do to a clause or to a subject.
//!
//! All are folded as the language folds them. What carries meaning (verbs of saying, names) comes
//! from the lexicon as cues; this is grammar, and closed.

use crate::language::Class;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The class of a folded word; a glued و or ف does not change it.
pub fn class(word: &str) -> Class {
    let grammar = grammar();
    let bare = word
        .strip_prefix(['و', 'ف'])
        .filter(|bare| grammar.may_hold(bare));
    let whole = grammar.may_hold(word).then(|| grammar.classes.get(word));
    if let Some(class) = whole.flatten() {
        return *class;
    }
    match bare.and_then(|bare| grammar.classes.get(bare)) {
        Some(Class::That) => Class::ThatIt,
        Some(class) => *class,
        None => Class::Other,
    }
}

/// The words by class, and a filter before them: nine words in ten of a text are none of them, and
/// are told from them by length and last letter without being hashed.
struct Grammar {
    classes: FxHashMap<&'static str, Class>,
    /// For each length in bytes, the last bytes (their low six bits) of the words of that length.
    ends: [u64; 32],
}

impl Grammar {
    fn may_hold(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let last = bytes.last().copied().unwrap_or_default();
        self.ends
            .get(bytes.len())
            .is_some_and(|ends| ends & (1 << (last & 63)) != 0)
    }
}

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let mut grammar = Grammar {
            classes: FxHashMap::default(),
            ends: [0; 32],
        };
        for (class, words) in WORDS {
            for word in words.split(' ') {
                let last = word.as_bytes()[word.len() - 1];
                grammar.ends[word.len()] |= 1 << (last & 63);
                grammar.classes.insert(word, class);
            }
        }
        grammar
    })
}

const WORDS: [(Class, &str); 23] = [
    (Class::That, "ان بان"),
    (
        Class::ThatIt,
        "انه انها انهم انهما انهن انني اني اننا انا انك انكم بانه بانها بانهم بانهما بانهن \
         بانني باننا كونه كونها بكونه بكونها بكونهم",
    ),
    (Class::Whether, "هل عما عمن لماذا متي"),
    (Class::To, "الي"),
    (Class::On, "علي"),
    (Class::About, "عن"),
    (Class::From, "من"),
    (Class::In, "في"),
    (
        Class::Adverbial,
        "خلال عبر وسط لدي عند عندما بعدما اثناء ضمن حول امام ردا تعليقا منذ حتي مع بشان بخصوص بمناسبة \
         بحضور تعقيبا مساء برفقة تزامنا داخل لدن معلقا بمقر فيه فيها فيهم خلاله خلالها له لها لهم عليه عليها عنه عنها منه منها معه معها \
         اليه اليها به بها بقوله قائلا بالقول",
    ),
    (
        Class::WithIt,
        "فيه فيها فيهم خلاله خلالها له لها لهم عليه عليها عليهم عنه عنها منه منها منهم معه معها \
         اليه اليها اليهم به بها بهم",
    ),
    (Class::After, "بعد عقب اثر بعيد"),
    (Class::Without, "دون بدون"),
    (
        Class::Time,
        "امس اليوم غدا الليلة الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت صباح مساء فجر \
         ظهر عصر ليل ليلة عشية يوم امسية الان حاليا سابقا لاحقا مؤخرا اخيرا قليل الماضي المقبل \
         الجاري الحالي مجددا ايضا",
    ),
    (
        Class::Relative,
        "الذي التي الذين اللذين اللتين اللذان اللتان اللاتي اللواتي والذي والتي والذين",
    ),
    (Class::Contrast, "فيما بينما لكن ولكن حيث كما ثم اذ بل"),
    (
        Class::Was,
        "كان كانت كانوا كانا وكان وكانت وكانوا فكان فكانت",
    ),
    (Class::Already, "قد لقد وقد ولقد فقد"),
    (Class::AndThat, "وذلك"),
    (Class::What, "ما"),
    (Class::Which, "مما"),
    (Class::He, "هو هي وهو وهي وهم"),
    (
        Class::NoStatement,
        "الا غير قبل بيد لولا لو رغم يجب يمكن ينبغي كاد لابد بد سوي",
    ),
    (Class::ThisThing, "ذلك هذا هذه ذاك بذلك بهذا"),
];
