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
    /// People only where something is said to have happened to them (حالات, *cases*).
    Case,
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

/// One person; the forms that endings give are made of these ([`person_forms`]).
const PERSON: &str = "شخص فرد جندي عسكري ضابط شرطي رقيب عريف عنصر مجند مقاتل مسلح ملثم مهاجم مدني مواطن مقيم \
         وافد طفل طفلة امراة سيدة رجل شاب فتاة طالب طالبة تلميذ تلميذة عامل عاملة موظف موظفة \
         صحافي صحفي صحفية مصور اعلامي ناشط ناشطة متظاهر محتج معتصم مشارك متهم مشتبه مطلوب هارب \
         خبير متدرب متمرد انفصالي ارهابي متطرف انتحاري جهادي مجاهد مرتزق قيادي سجين سجينة راكب \
         مهاجر ساءق طيار مسعف طبيب مهندس محام معلم معلمة مدرس رضيع رضيعة مصل حاج ساءح لاعب مشجع \
         تاجر مزارع فلاح صياد راع سباح بحار غواص عاطل لص مسجل بلطجي مستوطن مسن مسنة ربة فكهاني \
         صبي مهرب متسلل ناخب حاضر داعشي حوثي قبطي مسلم مسيحي يهودي شيعي سني اجنبي فلسطيني مصري \
         لبناني عراقي يمني سعودي تونسي جزاءري مغربي سوداني اردني كويتي اماراتي قطري بحريني \
         عماني اسراءيلي ايراني تركي كردي افغاني باكستاني هندي بنغالي امريكي اميركي فرنسي صيني \
         ياباني تشادي نيجري سنغالي اوروبي عربي قاصر متابع متفرج مشاهد زاءر معتمر عضو مرشح مشترك \
         مستفيد مريض نزيل مدرب خريج متطوع ممرض كاتب شاعر فنان ممثل ناءب وزير مستشار باحث استاذ \
         عميل رهينة عقيد نقيب ملازم بلجيكي هولندي سويدي نرويجي دنماركي سويسري نمساوي يوناني بولندي مكسيكي كندي \
         فلبيني تايلاندي فيتنامي سريلانكي نيبالي شيشاني اوزبكي طاجيكي كازاخي جيبوتي اوغندي \
         رواندي كونغولي كاميروني ايرلندي مجري";

/// One of a nation whose name is the same word with ا (سوريا, نيجيريا), so that this form tells
/// nothing where no number stands before it.
const NATIONALS: &str = "سوري ليبي روسي اوكراني بريطاني الماني ايطالي اسباني كوري نيجيري صومالي اثيوبي كيني \
         برازيلي ارجنتيني برتغالي اندونيسي ماليزي استرالي ارميني جورجي موريتاني اريتري روماني \
         بلغاري صربي الباني تنزاني غيني";

/// One person by what he is to others, so mostly somebody definite (قائد كتيبة …): counted behind a
/// number, never alone.
const RELATED: &str = "قاءد شيخ منفذ زوج زوجة شقيق شقيقة مراسل حارس";

/// Several, where no rule makes the form; also *others*.
const PERSONS: &str = "اشخاص افراد جنود ضباط عناصر رجال اطفال نساء سيدات شبان شباب فتيات طلاب طلبة طالبات \
         تلاميذ عمال نشطاء خبراء مرتزقة قادة سجناء ركاب اطباء اشقاء شيوخ حجاج سياح حراس صيادين \
         تجار لصوص بلطجية رعاة محامين ازواج زوجات ابناء اهالي اهل سكان اقباط مسلمين مصلين مصليا \
         عرب اكراد اتراك افغان هنود روس يهود امريكان نواب وزراء اخرين اخرون مشتبها منفذي مقاتلي \
         مسلحي مجاهدي ارهابيي متمردي مسءولي موظفي معتقلي سجاني عسكريي اعضاء مرضي نزلاء قضاة \
         علماء اساتذة زوار ضيوف زملاء اقارب متفرجين مستشارين سفراء اخران بنات اولاد اخوة اخوات امهات اباء \
         جناة رواد";

const CASES: &str = "حالة حالات";

const THINGS: &str = "الية اليات مركبة مركبات سيارة سيارات عربة عربات شاحنة شاحنات دراجة دراجات دبابة دبابات \
         مدرعة مدرعات طاءرة طاءرات مروحية مروحيات مسيرة مسيرات صهريج صهاريج منزل منزلا منازل \
         بيت بيتا بيوت بيوتا متجر متجرا متاجر محل محلا محلات محال قطعة قطع بندقية بنادق رشاش \
         رشاشا رشاشات قذيفة قذاءف صاروخ صاروخا صواريخ قارب قوارب سفينة سفن مبني مباني مدرسة \
         مدارس سلاح سلاحا اسلحة مسدس مسدسا مسدسات طلقة طلقات عبوة عبوات";

const MEASURES: &str = "عام عاما اعوام سنة سنوات يوم يوما ايام شهر شهرا اشهر شهور اسبوع اسبوعا اسابيع ساعة ساعات \
         دقيقة دقاءق ثانية ثوان كيلومتر كيلومترا كيلومترات كلم كم متر مترا امتار كيلو طن طنا \
         اطنان لتر لترا جنيه جنيها جنيهات دولار دولارا دولارات ريال ريالا يورو دينار دينارا درهم \
         درهما فرنك فدان فدانا مرة مرات نقطة نقاط درجة درجات بالمءة بالماءة المءة الماءة مليون \
         مليار مادة مواد جلسة هجوم هجمات غارة غارات حادث حوادث قرية قري دولة دول مدينة مدن محافظة \
         محافظات";

/// The forms of a noun for one person in the singular, the sound plural (before a
/// noun or pronoun without its ن: مقاتلي). The dual in ين is like the plural of most; where it is none it
/// stands in [`DUALS`].
fn person_forms(one: &str) -> Vec<String> {
    let stem = one.strip_suffix('ة');
    let endings: &[&str] = match stem {
        Some(_) => &["ات"],
        None => &["ا", "ين", "ون", "ي", "و"],
    };
    let longer = endings
        .iter()
        .map(|ending| stem.unwrap_or(one).to_owned() + ending);
    std::iter::once(one.to_owned()).chain(longer).collect()
}

/// What a counted noun is, if it is one that is counted. `stem` is without article.
pub(super) fn noun(stem: &str) -> Option<Noun> {
    static NOUNS: LazyLock<FxHashMap<String, Noun>> = LazyLock::new(|| {
        let fates = FATES.iter().map(|(what, words)| (Noun::Fate(what), *words));
        let others = [
            (Noun::People, PERSONS),
            (Noun::Case, CASES),
            (Noun::Thing, THINGS),
            (Noun::Measure, MEASURES),
        ];
        let mut nouns: FxHashMap<String, Noun> = FxHashMap::default();
        for (word, noun) in by_word(fates.chain(others)) {
            nouns.insert(word.to_owned(), noun);
        }
        for list in [PERSON, NATIONALS, RELATED] {
            for word in list.split_whitespace().flat_map(person_forms) {
                nouns.entry(word).or_insert(Noun::People);
            }
        }
        nouns
    });
    NOUNS.get(stem).copied()
}

/// Groups whose members *of* counts (سبعة من عائلة واحدة).
const GROUPS: &[&str] = &["عاءلة", "اسرة", "قوات", "الشرطة", "الجيش", "الامن", "الحرس"];

/// Whether a word after *of* is a group of people.
pub(super) fn is_group(folded: &str) -> bool {
    GROUPS.contains(&folded)
}

/// Whether a word is the Egyptian one for a pistol, which is also *a person* (فرد خرطوش).
pub(super) fn may_be_pistol(folded: &str) -> bool {
    matches!(folded, "فرد" | "فردا")
}

/// Whether a word tells that the one before it is a pistol.
pub(super) fn is_of_pistols(folded: &str) -> bool {
    ["خرطوش", "محلي", "بلدي", "ناري", "صناعة", "روسي"].contains(&folded)
}

/// Whether a word is a person only if killed: مدرسة is a teacher then, and else a school.
pub(super) fn is_person_if_killed(folded: &str) -> bool {
    folded == "مدرسة"
}

/// Whether a word without article is an indefinite noun for one person (جندي, جنديا), and whether
/// it is marked as an object by its ا.
pub(super) fn one_person(folded: &str) -> Option<Ending> {
    static ONE: LazyLock<FxHashMap<String, Ending>> = LazyLock::new(|| {
        let plain = PERSON
            .split_whitespace()
            .chain(NATIONALS.split_whitespace());
        let plain = plain.map(|word| (word.to_owned(), Ending::Plain));
        let object = PERSON
            .split_whitespace()
            .map(|word| (word.to_owned() + "ا", Ending::Object));
        plain.chain(object).collect()
    });
    ONE.get(folded).copied()
}

/// What the ending of an indefinite noun tells of its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing.
    Plain,
    /// It is an object (or counted).
    Object,
}

/// Whether an unknown noun without article looks like several people: Arabic makes sound
/// masculine plurals of people only; behind a number or *of* they end in ين. Broken plurals of the same ending (قوانين, ميادين) have an ا
/// as their third letter and are left out.
pub(super) fn looks_like_people(stem: &str) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    let is_plural = stem.ends_with("ين");
    is_plural && letters.len() >= 5 && !(letters.len() == 6 && letters[2] == 'ا')
}

/// Duals that are no plural too (مدنيين is both *two civilians* and *civilians*, so it is out).
const DUALS: &[(Noun, &str)] = &[
    (
        Noun::People,
        "شخصين شخصان جنديين جنديان ضابطين ضابطان عنصرين عنصران فردين فردان طفلين طفلان طفلتين \
         طفلتان امراتين امراتان سيدتين سيدتان رجلين رجلان شابين شابان فتاتين فتاتان طالبين \
         شقيقين شقيقان قاءدين قاءدان زوجين زوجان شقيقتين شقيقتان تلميذين راكبين \
         حارسين تاجرين سجينين لصين طبيبين ساءحين عضوين مريضين نزيلين وزيرين خبيرين شيخين عريفين رضيعين \
         صبيين ولدين ولدان بنتين بنتان طالبتين طالبتان عاملتين عاملتان اخوين زميلين اخران نجلاه نجليه \
         نجلاها نجليها ابناه ابنيه ابناها ابنيها شقيقاه شقيقيه طفلاه طفليه طفلاها طفليها",
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
    (Noun::Case, "حالتي حالتا حالتين حالتان"),
];

/// What a dual counts two of.
pub(super) fn dual(stem: &str) -> Option<Noun> {
    static TWO: LazyLock<FxHashMap<&str, Noun>> = LazyLock::new(|| by_word(DUALS.iter().copied()));
    // In ان it is no plural (مدنيان); طالبان is mostly the Taliban.
    let in_an = || {
        let one = stem.strip_suffix("ان")?;
        match noun(one)? {
            Noun::People if stem != "طالبان" => one_person(one).map(|_| Noun::People),
            fate @ Noun::Fate(_) => Some(fate),
            _ => None,
        }
    };
    TWO.get(stem).copied().or_else(in_an)
}

/// Each word of some lists with what its list stands for; the first list that has it wins.
pub(super) fn by_word<T: Copy>(
    lists: impl Iterator<Item = (T, &'static str)>,
) -> FxHashMap<&'static str, T> {
    let mut found = FxHashMap::default();
    for (meaning, words) in lists {
        for word in words.split(' ') {
            found.entry(word).or_insert(meaning);
        }
    }
    found
}
