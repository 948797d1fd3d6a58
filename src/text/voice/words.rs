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

/// Whether a word (folded, clitics and article taken off) has the shape of a verbal noun, which is
/// what verbs of declaring, demanding and accusing take for their object: مقتل, انسحاب, تشكيل.
///
/// The derived forms follow patterns (Wright, *A Grammar of the Arabic Language*, I §§ 201–202);
/// those of the ground form do not and are listed by use.
pub(super) fn is_verbal_noun(word: &str) -> bool {
    let bare = without_pronoun(word);
    plain_verbal_nouns().contains(bare) || !bare.starts_with("ال") && is_derived(bare)
}

/// The same of a word that may have the article.
pub(super) fn is_definite_verbal_noun(word: &str) -> bool {
    is_verbal_noun(word) || word.strip_prefix("ال").is_some_and(is_verbal_noun)
}

fn is_derived(word: &str) -> bool {
    let mut letters = ['\0'; 8];
    let mut count = 0;
    for letter in word.chars() {
        if count == letters.len() {
            return false;
        }
        letters[count] = letter;
        count += 1;
    }
    match &letters[..count] {
        // تفعيل، تفعلة
        ['ت', _, _, 'ي', _] => true,
        // إفعال، إفالة
        ['ا', _, _, 'ا', _] | ['ا', _, 'ا', _, 'ة' | 'ت'] => true,
        // انفعال، افتعال، استفعال، استفالة
        ['ا', _, 'ت' | 'ط' | 'د', _, 'ا', _] | ['ا', 'ن', _, _, 'ا', _] => true,
        ['ا', 'س', 'ت', _, _, 'ا', _] | ['ا', 'س', 'ت', _, 'ا', _, 'ة' | 'ت'] => true,
        // مفاعلة
        ['م', _, 'ا', _, _, 'ة' | 'ت'] => true,
        _ => false,
    }
}

/// Without an object pronoun or the ending of an indefinite accusative.
fn without_pronoun(word: &str) -> &str {
    ["هما", "هم", "هن", "ها", "نا", "ه"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .filter(|bare| bare.chars().count() >= 3)
        .or_else(|| word.strip_suffix('ا').filter(|b| is_listed_or_long(b)))
        .unwrap_or(word)
}

fn is_listed_or_long(word: &str) -> bool {
    plain_verbal_nouns().contains(word) || word.chars().count() >= 5
}

fn plain_verbal_nouns() -> &'static rustc_hash::FxHashSet<&'static str> {
    static SET: OnceLock<rustc_hash::FxHashSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| PLAIN_VERBAL_NOUNS.split_whitespace().collect())
}

/// Verbal nouns of the ground form and of the fifth and sixth (which look like verbs), and nouns
/// used like them: ضرورة, حق, عدم.
const PLAIN_VERBAL_NOUNS: &str = "
مقتل مصرع وفاة وفات موت قتل جرح ضرب وضع سحب فتح غلق رفض دعم منع وقف عدم حق ضرورة اهمية وجود وصول
خروج دخول سقوط وقوع حدوث نشوب هجوم قصف خطف حرق كشف نشر عقد عزل حل سجن حبس قمع دفع رفع حصار حماية
حيازة خيانة سرقة قيام كون عمل ضلوع تورط تدخل تعاون تواطء تضامن تعامل تمسك تكبد تسبب تعرض تقدم تحقيق
تنفيذ تحمل تعهد تراجع تجاوز تظاهر تفاوض تقاعس توقف تحرك تجمع تبني تلقي تخلي تولي خسارة نجاح فشل فوز
هزيمة نصر عودة عوده زيارة رحيل بقاء لقاء دعوة دعوت رغبة رغبت حرص حرصه صحة صحت بطلان مسءولية مسوولية
مسءوليت نية نيت قدرة قدرت استعداد ضبط قبول طرد نقل بدء بداية نهاية ختام شن صد رد حشد نزع هدم بناء
شراء بيع صرف حرمان تصد تصدي تعد تعدي تلق قلق اسف ثقة ثقت امل شكر تقدير صدور حدوث نزول دفاع قتال جهاد
نضال كفاح سعي عزم تعمد تزوير تهريب عنف ظلم فساد سوء نقص غياب فقدان حصول ظهور اكثر سرعة سرعت مزيد
القاء الغاء التزام التحاق التقاط الزام الحاق خطورة مدي براءة كامل شرعية طلب توكيل ترحيب تمرد تسليح زيادة ارتفاع انخفاض جولة دور حدة مطالب مخاوف
";

/// Titles of persons, which before a short quotation show it to be a name.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: [&str; 30] = [
        "دكتور",
        "دكتورة",
        "سفير",
        "مستشار",
        "وزير",
        "ناءب",
        "شيخ",
        "لواء",
        "عميد",
        "عقيد",
        "مقدم",
        "راءد",
        "نقيب",
        "رءيس",
        "مواطن",
        "استاذ",
        "مهندس",
        "سيد",
        "سيدة",
        "فنان",
        "فنانة",
        "اعلامي",
        "اعلامية",
        "صحفي",
        "ناشط",
        "ناشطة",
        "شهيد",
        "طالب",
        "انبا",
        "بابا",
    ];
    TITLES.contains(&word.strip_prefix("ال").unwrap_or(word))
}

/// Nouns after وفقا and بحسب that are rules rather than somebody who speaks.
pub(super) fn is_rule(word: &str) -> bool {
    const RULES: [&str; 26] = [
        "قانون",
        "قوانين",
        "قواعد",
        "دستور",
        "معايير",
        "سياسات",
        "سياسة",
        "خطة",
        "خطط",
        "اتفاق",
        "مواد",
        "مادة",
        "شروط",
        "نظام",
        "جدول",
        "اجراءات",
        "حاجة",
        "اولويات",
        "ضوابط",
        "نص",
        "احكام",
        "مبادئ",
        "مبادء",
        "شريعة",
        "ظروف",
        "نوع",
    ];
    let joined = word
        .strip_prefix("لل")
        .or_else(|| word.strip_prefix('ل'))
        .unwrap_or(word);
    let bare = joined.strip_prefix("ال").unwrap_or(joined);
    RULES.contains(&bare)
}

/// Nouns after في that say on what occasion somebody spoke, and so end the subject.
pub(super) fn is_occasion(word: &str) -> bool {
    const STEMS: [&str; 34] = [
        "تصريح",
        "بيان",
        "حوار",
        "مءتمر",
        "لقاء",
        "كلمة",
        "كلمت",
        "خطاب",
        "رسالة",
        "رسالت",
        "منشور",
        "تغريد",
        "مداخل",
        "اتصال",
        "مقابل",
        "حديث",
        "وقت",
        "ختام",
        "بداية",
        "نهاية",
        "برنامج",
        "تدوين",
        "تقرير",
        "مقال",
        "جلسة",
        "اجتماع",
        "ساعة",
        "اطار",
        "سياق",
        "حين",
        "معرض",
        "مقطع",
        "حساب",
        "ظل",
    ];
    let bare = word.strip_prefix("ال").unwrap_or(word);
    STEMS.iter().any(|stem| bare.starts_with(stem))
}

/// Words after ل that name those who were spoken to, and so end the subject.
pub(super) fn is_audience(word: &str) -> bool {
    const AUDIENCE: [&str; 20] = [
        "لوكالة",
        "لقناة",
        "لصحيفة",
        "لشبكة",
        "لموقع",
        "لبرنامج",
        "لراديو",
        "لاذاعة",
        "لمراسل",
        "لرويترز",
        "للصحفيين",
        "للصحافيين",
        "للاعلاميين",
        "لوساءل",
        "للصحيفة",
        "لفرانس",
        "للوكالة",
        "ل",
        "لل",
        "للقناة",
    ];
    AUDIENCE.contains(&word)
}
