//! What is counted in news of conflict, and the words that say what happened to it: folded,
//! without article. Loaded names (إرهابيين) stand beside neutral ones, since they are counted too;
//! nothing is made of which one a text chose.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a counted noun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// It says itself what happened: قتيل.
    Fate(&'static str),
    /// People.
    People,
    /// Vehicles, houses, weapons.
    Thing,
    /// A measure of time, money, length: no figure.
    Measure,
}

const FATES: &[(&str, &str)] = &[
    (
        "killed",
        "قتيل قتيلا قتلي قتيلة قتيلان قتيلين شهيد شهيدا شهداء شهيدين شهيدان جثة جثث جثمان جثامين \
         جثتين جثتان وفاة وفيات متوفي متوفين",
    ),
    (
        "wounded",
        "جريح جريحا جرحي جريحان جريحين مصاب مصابا مصابين مصابون اصابة اصابات",
    ),
    ("missing", "مفقود مفقودا مفقودين مفقودون مفقودان"),
    (
        "detained",
        "معتقل معتقلا معتقلين معتقلون اسير اسيرا اسري اسيرين اسيران موقوف موقوفا موقوفين محتجز \
         محتجزا محتجزين محبوس محبوسا محبوسين",
    ),
    (
        "kidnapped",
        "مختطف مختطفا مختطفين مخطوف مخطوفا مخطوفين رهينة رهاءن رهينتين",
    ),
    (
        "displaced",
        "نازح نازحا نازحين مشرد مشردا مشردين لاجيء لاجءا لاجءين",
    ),
    ("victims", "ضحية ضحايا"),
];

const PEOPLE: &str = "شخص شخصا اشخاص فرد فردا افراد جندي جنديا جنود عسكري عسكريا عسكريين ضابط ضابطا ضباط شرطي \
         شرطيا شرطيين عنصر عنصرا عناصر مجند مجندا مجندين مقاتل مقاتلا مقاتلين مسلح مسلحا مسلحين \
         مهاجم مهاجما مهاجمين مدني مدنيا مدنيين مواطن مواطنا مواطنين طفل طفلا طفلة اطفال امراة \
         نساء سيدة سيدات رجل رجلا رجال شاب شابا شبان شباب فتاة فتيات طالب طالبا طلاب طلبة طالبة \
         طالبات تلميذ تلميذا تلاميذ عامل عاملا عمال موظف موظفا موظفين صحافي صحافيا صحافيين صحفي \
         صحفيا صحفيين ناشط ناشطا ناشطين نشطاء متظاهر متظاهرا متظاهرين متظاهر محتج محتجا محتجين \
         مشارك مشاركا مشاركين متهم متهما متهمين مشتبه مشتبها خبير خبيرا خبراء متدرب متدربا \
         متدربين متمرد متمردا متمردين انفصالي انفصاليا انفصاليين ارهابي ارهابيا ارهابيين متطرف \
         متطرفا متطرفين جهادي جهاديا جهاديين مجاهد مجاهدا مجاهدين مرتزق مرتزقا مرتزقة قيادي \
         قياديا قياديين قاءد قاءدا قادة سجين سجينا سجناء راكب راكبا ركاب مهاجر مهاجرا مهاجرين \
         ساءق ساءقا ساءقين طيار طيارا طيارين مسعف مسعفين طبيب اطباء معلم معلمين رضيع رضيعا شقيق \
         اشقاء شيخ شيوخ سجينة مصل مصليا مصلين حاج حاجا حجاج ساءح ساءحا سياح لاعب مشجع مشجعا \
         مشجعين";

const THINGS: &str = "الية اليات مركبة مركبات سيارة سيارات عربة عربات شاحنة شاحنات دراجة دراجات دبابة دبابات \
         مدرعة مدرعات طاءرة طاءرات مروحية مروحيات مسيرة مسيرات صهريج صهاريج منزل منزلا منازل بيت \
         بيتا بيوت بيوتا متجر متجرا متاجر محل محلا محلات محال قطعة قطع بندقية بنادق رشاش رشاشا \
         رشاشات قذيفة قذاءف صاروخ صاروخا صواريخ قارب قوارب سفينة سفن مبني مباني مدرسة مدارس";

const MEASURES: &str = "عام عاما اعوام سنة سنوات يوم يوما ايام شهر شهرا اشهر شهور اسبوع اسبوعا اسابيع ساعة ساعات \
         دقيقة دقاءق ثانية ثوان كيلومتر كيلومترا كيلومترات كلم كم متر مترا امتار كيلو طن طنا \
         اطنان لتر لترا جنيه جنيها جنيهات دولار دولارا دولارات ريال ريالا يورو دينار دينارا درهم \
         درهما فرنك فدان فدانا مرة مرات نقطة نقاط درجة درجات بالمءة بالماءة المءة الماءة مليون \
         مليار مادة مواد جلسة هجوم هجمات غارة غارات حادث حوادث قرية قري دولة دول مدينة مدن محافظة \
         محافظات";

/// What a counted noun is, if it is one that is counted. `stem` is without article.
pub(super) fn noun(stem: &str) -> Option<Noun> {
    static NOUNS: LazyLock<FxHashMap<&str, Noun>> = LazyLock::new(|| {
        let fates = FATES.iter().map(|(what, words)| (Noun::Fate(what), *words));
        let others = [
            (Noun::People, PEOPLE),
            (Noun::Thing, THINGS),
            (Noun::Measure, MEASURES),
        ];
        by_word(fates.chain(others))
    });
    NOUNS.get(stem).copied()
}

/// Duals that are no plural too (مدنيين is both *two civilians* and *civilians*, so it is out).
const DUALS: &[(Noun, &str)] = &[
    (
        Noun::People,
        "شخصين شخصان جنديين جنديان ضابطين ضابطان عنصرين عنصران فردين فردان طفلين طفلان طفلتين \
         طفلتان امراتين امراتان سيدتين سيدتان رجلين رجلان شابين شابان فتاتين فتاتان طالبين طالبان \
         شقيقين شقيقان قاءدين قاءدان",
    ),
    (
        Noun::Thing,
        "اليتين اليتان مركبتين مركبتان سيارتين سيارتان شاحنتين شاحنتان طاءرتين طاءرتان مروحيتين \
         مروحيتان مسيرتين مسيرتان منزلين منزلان دبابتين دبابتان",
    ),
    (
        Noun::Fate("killed"),
        "قتيلين قتيلان شهيدين شهيدان جثتين جثتان",
    ),
    (Noun::Fate("wounded"), "جريحين جريحان"),
];

/// What a dual counts two of.
pub(super) fn dual(stem: &str) -> Option<Noun> {
    static TWO: LazyLock<FxHashMap<&str, Noun>> = LazyLock::new(|| by_word(DUALS.iter().copied()));
    TWO.get(stem).copied()
}

/// Each word of some lists with what its list stands for; the first list that has it wins.
fn by_word<T: Copy>(lists: impl Iterator<Item = (T, &'static str)>) -> FxHashMap<&'static str, T> {
    let mut found = FxHashMap::default();
    for (meaning, words) in lists {
        for word in words.split(' ') {
            found.entry(word).or_insert(meaning);
        }
    }
    found
}

/// Words that say what happened to the number that follows.
const CUES: &[(&str, &str)] = &[
    (
        "killed",
        "مقتل قتل قتلت قتلوا قتلنا يقتل تقتل بمقتل لمقتل مصرع بمصرع استشهاد استشهد استشهدت \
         باستشهاد وفاة بوفاة توفي توفيت تحييد بتحييد حيد حيدت تصفية صفي اغتيال اعدام بحياة ارواح \
         حياة قضي هلاك هلك",
    ),
    (
        "wounded",
        "اصابة باصابة لاصابة اصيب اصيبت اصابت جرح بجرح جرحت يصاب",
    ),
    (
        "detained",
        "اعتقال باعتقال اعتقل اعتقلت ضبط ضبطت بضبط قبض توقيف اوقف اوقفت حبس بحبس احتجاز احتجز \
         احتجزت اسر باسر اسرت اسروا",
    ),
    ("missing", "فقدان بفقدان فقد فقدت اختفاء"),
    ("kidnapped", "خطف خطفت بخطف اختطاف اختطف اختطفت"),
    ("freed", "افراج سراح اخلاء تحرير حرر"),
    ("displaced", "نزوح نزح تشريد تهجير تشرد"),
    (
        "destroyed",
        "تدمير دمر دمرت دمروا احراق احرق احرقت احرقوا احتراق احترق احترقت حرق تفجير اسقاط اسقط \
         تفحم",
    ),
    (
        "damaged",
        "تضرر تضررت اعطاب اعطب اعطبت تخريب تعطيل اصابة اصيبت",
    ),
    (
        "seized",
        "استيلاء استولي استولت اغتنام اغتنم غنم مصادرة صادر صادرت",
    ),
];

/// What happened to things and not to people.
pub(super) fn is_of_things(what: &str) -> bool {
    matches!(what, "destroyed" | "damaged" | "seized")
}

/// What a word says happened to the kind of noun that it governs, if anything. `stem` is without
/// article.
pub(super) fn cue(stem: &str, counted: Option<Noun>) -> Option<&'static str> {
    type Cues = FxHashMap<&'static str, &'static str>;
    static CUES_BY_KIND: LazyLock<[Cues; 2]> = LazyLock::new(|| {
        [false, true].map(|of_things| {
            let rows = CUES.iter().copied();
            by_word(rows.filter(|(what, _)| is_of_things(what) == of_things))
        })
    });
    let kind = usize::from(counted == Some(Noun::Thing));
    CUES_BY_KIND[kind].get(stem).copied()
}

/// Words after a noun that say what happened (خمسة أشخاص مصرعهم, ستة جنود قتلوا).
const LATER: &[(&str, &str)] = &[
    (
        "killed",
        "مصرعهم مصرعه حتفهم حتفه قتلوا قضوا ماتوا استشهدوا مصرعهن",
    ),
    ("wounded", "اصيبوا جرحوا جراح بجروح"),
    ("detained", "اعتقلوا اوقفوا اسروا"),
    ("missing", "فقدوا"),
];

/// What a word after the noun says happened.
pub(super) fn later(folded: &str) -> Option<&'static str> {
    let row = LATER
        .iter()
        .find(|(_, words)| words.split(' ').any(|word| word == folded));
    row.map(|(what, _)| *what)
}
