//! Arabic nouns by what they do around words of saying: verbal nouns, titles, happenings, rules.
//!
//! All are folded as the language folds them.

use super::WordSet;

/// Whether a word (folded, clitics and article taken off) has the shape of a verbal noun, which is
/// what verbs of declaring, demanding and accusing take for their object: مقتل, انسحاب, تشكيل.
///
/// The derived forms follow patterns (Wright, *A Grammar of the Arabic Language*, I §§ 201–202);
/// those of the ground form do not and are listed by use.
pub fn is_verbal_noun(word: &str) -> bool {
    let bare = without_pronoun(word);
    PLAIN_VERBAL_NOUNS.has(bare) || !bare.starts_with("ال") && is_derived(bare)
}

/// Whether a clause may hang on a noun by أن (أهمية أن, ضرورة أن): only on those used so.
pub fn takes_that(word: &str) -> bool {
    PLAIN_VERBAL_NOUNS.has(without_pronoun(word))
}

/// The same of a word that may have the article.
pub fn is_definite_verbal_noun(word: &str) -> bool {
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
        // إفالة; of إفعال, which many names look like (أمغار), the usual ones are listed
        ['ا', _, 'ا', _, 'ة' | 'ت'] => true,
        // انفعال، افتعال، استفعال، استفالة
        ['ا', _, 'ت' | 'ط' | 'د', _, 'ا', _] | ['ا', 'ن', _, _, 'ا', _] => true,
        ['ا', 'س', 'ت', _, _, 'ا', _] | ['ا', 'س', 'ت', _, 'ا', _, 'ة' | 'ت'] => true,
        // مفاعلة
        ['م', _, 'ا', _, _, 'ة' | 'ت'] => true,
        _ => false,
    }
}

/// Whether a word has the letters of إفعال, with or without article and pronoun.
pub fn has_causative_shape(word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let mut letters = without_pronoun(bare).chars();
    letters.next() == Some('ا') && letters.nth(2) == Some('ا') && letters.count() == 1
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
    PLAIN_VERBAL_NOUNS.has(word) || word.chars().count() >= 5
}

/// Nouns of what happens, without article: they show, and do not say. A list, since organisations are
/// verbal nouns, too (التنظيم, الاتحاد, المعارضة).
pub fn is_event(word: &str) -> bool {
    static EVENTS: WordSet = WordSet::new(
        "جريمة جراءم حادث حادثة حوادث احداث واقعة خطوة عملية عمليات تطورات ظروف ازمة حرب معركة معارك \
         انجازات زيارة هجوم هجمات اعتداء انفجار انقلاب اغتيال تفجير تفجيرات قصف غارة غارات كمين \
         تصعيد انتصار هزيمة انتخابات ثورة مظاهرة مظاهرات تظاهرة تظاهرات احتجاج احتجاجات عصيان مسيرة شغب بلطجة اضراب \
         اعتصام ثورت ثورات محاكمة محاكمات قصاص تغيير استقالة اقالة",
    );
    EVENTS.has(word)
}

/// Nouns of saying that one repeats or renews, with or without article and pronoun.
pub fn is_speech(word: &str) -> bool {
    static SPEECH: WordSet = WordSet::new(
        "تاكيد دعوة دعوت دعوات مطالبة مطالبت مطالب مطلب تحذير تحذيرات رفض ادانة ادانت التزام تعهد \
         تعهدات موقف تمسك دعم قول اقوال نفي نداء تهديد تهديدات تضامن تصريح تصريحات بيان بيانات كلام \
         مزاعم ادعاءات شاءعات شكر ثقة ثقت ترحيب طلب اتهام اتهامات استعداد وعد وعود اعتذار عزم حرص \
         تنديد",
    );
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let bare = without_pronoun(bare);
    SPEECH.has(bare)
}

/// Words for what somebody is made to answer for.
pub fn is_blame(word: &str) -> bool {
    const BLAME: [&str; 5] = ["مسءولي", "مسوولي", "تبعات", "تبعة", "وزر"];
    let bare = word.strip_prefix("ال").unwrap_or(word);
    BLAME.iter().any(|noun| bare.starts_with(noun))
}

/// Nouns and participles that عن belongs to, so that it brings no object of a verb before them
/// (جمعية الدفاع عن الحقوق, المسؤول عن الملف).
pub fn takes_about(word: &str) -> bool {
    static NOUNS: WordSet = WordSet::new(
        "دفاع مسءول مسوول مسءولة بحث افراج تعبير ناتج ناتجة صادر صادرة تخلي كشف اعلان عضو ناءب غاءب \
         بعيد بعيدا فضلا عوضا تنازل ابلاغ",
    );
    let bare = word.strip_prefix("لل").or_else(|| word.strip_prefix("ال"));
    let bare = bare.unwrap_or(word);
    NOUNS.has(bare)
}

/// Nouns at the head of names of offices and bodies, without article: what follows them is their
/// genitive, and no object of a verb (رئيس مجلس إدارة الشركة, هيئة مكافحة الفساد).
pub fn is_head_of_name(word: &str) -> bool {
    static HEADS: WordSet = WordSet::new(
        "مجلس مدير مديرة وزارة عضو اعضاء لجنة لجان هيءة مكتب قطاع ادارة شءون شوون قسم جمعية مءسسة \
         موسسة شركة مصلحة جهاز نقابة اتحاد امين وكالة مسءول مسوول قاءد مشروع حزب حركة مركز منظمة \
         رابطة جماعة صندوق مديرية محكمة نيابة غرفة كلية معهد بنك فريق وحدة شعبة مءتمر برنامج حملة \
         شبكة مجموعة اءتلاف حكومة بعثة ناءب مساعد وكيل رءيس وزير وزيرة نقيب مستشار",
    );
    let joined = word.strip_prefix(['و', 'ب', 'ل']).unwrap_or(word);
    HEADS.has(word) || HEADS.has(joined)
}

/// Titles of persons, which before a short quotation show it to be a name.
pub fn is_title(word: &str) -> bool {
    static TITLES: WordSet = WordSet::new(
        "وزيرة رءيسة ملك ملكة امير اميرة فريق اميرال جنرال قاضي محامي ناءبة مستشارة استاذة دكتور \
         دكتورة سفير مستشار وزير ناءب شيخ لواء عميد عقيد مقدم راءد نقيب رءيس مواطن استاذ مهندس \
         سيد سيدة فنان فنانة اعلامي اعلامية صحفي ناشط ناشطة شهيد طالب انبا بابا",
    );
    TITLES.has(word.strip_prefix("ال").unwrap_or(word))
}

/// Nouns after وفقا and بحسب that are rules, manners and measures rather than somebody who speaks,
/// with or without article, ل and pronoun (وفقا للقانون, حسب وقتها, وفق أحدث الأساليب).
pub fn is_rule(word: &str) -> bool {
    static RULES: WordSet = WordSet::new(
        "قانون قوانين قواعد قاعدة دستور معيار معايير سياسات سياسة خطة خطط اتفاق مواد مادة شروط نظام \
         نظم انظمة جدول جداول اجراءات حاجة حاجات اولويات ضوابط نص احكام مبادئ مبادء شريعة ظروف نوع \
         نوعية مراجعة برنامج الية اليات متطلبات احتياجات تعليمات لاءحة لواءح مواصفات منهج اسس اسعار \
         سعر حجم مستوي ترتيب تسلسل طبيعة مقتضيات صيغة احدث افضل اعلي اقصي اساليب اسلوب وقت جدارة \
         كفاءة منظومة مواقف موقف رغبة رغبت قدرة قدرت قدرات امكانات امكانيات رءية اهمية اختصاص تخصص \
         درجة نسبة عدد عمر سن فءة تاريخ موعد مواعيد توقيت مكان منطقة طريقة طرق اصول اعراف عرف عادات \
         تقاليد مصلحة مصالح مفهوم معني فهم استراتيجية سياق اطار مخطط تصور نموذج اخر توجيهات اوامر \
         تقويم قرار قرارات مرسوم عقد عقود بنود نظرية استطاعة قناعة مقاس مقاييس قيم قيمة",
    );
    let joined = word
        .strip_prefix("لل")
        .or_else(|| word.strip_prefix('ل'))
        .unwrap_or(word);
    let bare = joined.strip_prefix("ال").unwrap_or(joined);
    RULES.has(bare) || RULES.has(without_pronoun(bare))
}

/// Nouns after في that say on what occasion somebody spoke, and so end the subject.
pub fn is_occasion(word: &str) -> bool {
    const STEMS: [&str; 35] = [
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
        "تعليق",
        "مقطع",
        "حساب",
        "ظل",
    ];
    let bare = word.strip_prefix("ال").unwrap_or(word);
    STEMS.iter().any(|stem| bare.starts_with(stem))
}

/// Words after ل that name those who were spoken to, and so end the subject.
pub fn is_audience(word: &str) -> bool {
    static AUDIENCE: WordSet = WordSet::new(
        "لوكالة لقناة لصحيفة لشبكة لموقع لبرنامج لراديو لاذاعة لمراسل لرويترز للصحفيين للصحافيين \
         للاعلاميين لوساءل للصحيفة لفرانس للوكالة ل لل للقناة",
    );
    AUDIENCE.has(word)
}

/// Verbal nouns of the ground form and of the fifth and sixth (which look like verbs), and nouns
/// used like them: ضرورة, حق, عدم.
static PLAIN_VERBAL_NOUNS: WordSet = WordSet::new(
    "اصلاح اطلاق اعلان ارسال افراج اغلاق انهاء اجراء ايقاف اعدام اخلاء اجلاء احباط اسقاط اشعال \
     اضراب اقرار انشاء انقاذ احلال ادراج ادخال اخراج احراق افشال اقصاء اكمال ابقاء ابعاد ابرام \
     اتمام اشراك الزام اضعاف ارغام ابلاغ انزال اعداد احياء اخماد اخضاع اسناد اشراف اصرار اطفاء \
     اعفاء اعمال افراغ مقتل مصرع وفاة وفات موت قتل جرح ضرب وضع سحب فتح غلق رفض دعم منع وقف عدم \
     حق ضرورة اهمية وجود وصول خروج دخول سقوط وقوع حدوث نشوب هجوم قصف خطف حرق كشف نشر عقد عزل حل \
     سجن حبس قمع دفع رفع حصار حماية حيازة خيانة سرقة قيام كون عمل ضلوع تورط تدخل تعاون تواطء \
     تضامن تعامل تمسك تكبد تسبب تعرض تقدم تحقيق تنفيذ تحمل تعهد تراجع تجاوز تظاهر تفاوض تقاعس \
     توقف تحرك تجمع تبني تلقي تخلي تولي خسارة نجاح فشل فوز هزيمة نصر عودة عوده زيارة رحيل بقاء \
     لقاء دعوة دعوت رغبة رغبت حرص حرصه صحة صحت بطلان مسءولية مسوولية مسءوليت نية نيت قدرة قدرت \
     استعداد ضبط قبول طرد نقل بدء بداية نهاية ختام شن صد رد حشد نزع هدم بناء شراء بيع صرف حرمان \
     تصد تصدي تعد تعدي تلق قلق اسف ثقة ثقت امل شكر تقدير صدور نزول دفاع قتال جهاد نضال كفاح سعي \
     عزم تعمد تزوير تهريب عنف ظلم فساد سوء نقص غياب فقدان حصول ظهور اكثر سرعة سرعت مزيد القاء \
     الغاء التزام التحاق التقاط الزام الحاق خطورة مدي براءة كامل شرعية طلب توكيل ترحيب تمرد \
     تسليح زيادة ارتفاع انخفاض جولة دور حدة مطالب مخاوف",
);
