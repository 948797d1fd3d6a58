//! Arabic words that only build sentences, by what they do to a clause or to a subject.
//!
//! All are folded as the language folds them. What carries meaning (verbs of saying, names) comes
//! from the lexicon as cues; this is grammar, and closed.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word does in a sentence, so far as voices need to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
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

/// The class of a folded word; a glued و or ف does not change it.
pub(super) fn class(word: &str) -> Class {
    // The longest word of the list has seven letters of two bytes, and one may be glued on.
    if word.len() > 18 {
        return Class::Other;
    }
    let table = table();
    if let Some(class) = table.get(word) {
        return *class;
    }
    let bare = word.strip_prefix('و').or_else(|| word.strip_prefix('ف'));
    match bare.and_then(|bare| table.get(bare)) {
        Some(Class::That) => Class::ThatIt,
        Some(class) => *class,
        None => Class::Other,
    }
}

fn table() -> &'static FxHashMap<&'static str, Class> {
    static TABLE: OnceLock<FxHashMap<&'static str, Class>> = OnceLock::new();
    TABLE.get_or_init(|| {
        WORDS
            .iter()
            .flat_map(|(class, words)| words.split(' ').map(|word| (word, *class)))
            .collect()
    })
}

const WORDS: [(Class, &str); 24] = [
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
    (Class::Other, ""),
];
