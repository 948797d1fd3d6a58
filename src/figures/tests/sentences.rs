//! Sentences of our own: all that is read in each, and what is no figure.

use super::figures;
use crate::corpus::Part;
use crate::figures::{Bound, What};
use crate::language;
use crate::text::{self, clean::Furniture};

/// Value, hedge and role of all figures of a sentence, as `12 killed; ≥10 wounded`.
fn told(sentence: &str) -> String {
    let furniture = Furniture::default();
    let language = language::of(Some("ar"));
    let text = text::prepare(
        sentence,
        Part::Body,
        None,
        "",
        language.grammar(),
        &furniture,
    );
    let figures = figures(&text).into_iter();
    let told = figures.map(|figure| {
        let hedge = match figure.bound {
            Bound::Exact => "",
            Bound::AtLeast => "≥",
            Bound::AtMost => "≤",
            Bound::About => "~",
        };
        let what = figure.what.map_or("people", What::name);
        let denied = if figure.is_denied { "no " } else { "" };
        format!("{denied}{hedge}{} {what}", figure.value)
    });
    told.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(sentence, expected)| (sentence, expected, told(sentence)))
        .filter(|(_, expected, told)| told != *expected)
        .map(|(sentence, expected, told)| format!("{sentence}: {told:?}, expected {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_read_in_digits_and_in_words() {
    check(&[
        ("مقتل 12 جنديا في الهجوم", "12 killed"),
        ("إصابة ٢٥ شخصا في السوق", "25 wounded"),
        ("مقتل أحد عشر عسكريا", "11 killed"),
        ("أصيبت اثنتا عشرة امرأة", "12 wounded"),
        ("مقتل ثلاثة وعشرين مدنيا", "23 killed"),
        ("نزوح مئة وخمسين ألف شخص", "150000 displaced"),
        ("اعتقال مئتين وثلاثة متظاهرين", "203 detained"),
        ("إنقاذ ألفي مهاجر قبالة الساحل", "2000 rescued"),
        ("شارك 3 آلاف مواطن في المسيرة", "3000 people"),
        ("نزح 1.5 مليون شخص", "1500000 displaced"),
        ("قتل عشرات المدنيين", "≥10 killed"),
        ("اعتقال مئات المعتصمين", "≥100 detained"),
        ("تظاهر العشرات من سكان الحي", "≥10 people"),
    ]);
}

#[test]
fn one_and_two_are_read_where_something_happened_to_them() {
    check(&[
        ("مصرع شخص وإصابة آخر في حادث", "1 killed; 1 wounded"),
        ("مقتل جنديين وجرح ثالث", "2 killed"),
        ("أصيب شرطيان بجروح", "2 wounded"),
        ("سقط قتيلان في البلدة", "2 killed"),
        ("لقي مزارع مصرعه وأصيب اثنان", "1 killed; 2 wounded"),
        ("قتل الجيش اليوم فلسطينيا عند الحاجز", "1 killed"),
        ("القبض على أحد المهربين", "1 detained"),
        ("اعتقال ضابط وجندي", "1 detained; 1 detained"),
        ("مقتل ضابط الشرطة الذي قاد الحملة", ""),
        ("اجتماع حركة طالبان بعد مقتل زعيمها", ""),
        ("التقى الوزير جنديين في الثكنة", ""),
        ("وصل القائد إلى نيجيريا بعد اعتقال نائبه", ""),
    ]);
}

#[test]
fn hedges_stand_before_and_after() {
    check(&[
        ("إصابة نحو عشرين شخصا", "~20 wounded"),
        ("مقتل أكثر من أربعين متمردا", "≥40 killed"),
        ("مقتل ما لا يقل عن 7 أشخاص", "≥7 killed"),
        ("مقتل 18 مدنيا على الأقل", "≥18 killed"),
        ("فقدان ما يصل إلى 30 بحارا", "≤30 missing"),
        ("قتل بين 20 و30 شخصا", "≥20 killed; ≤30 killed"),
        ("إصابة 9 أشخاص تقريبا", "~9 wounded"),
    ]);
}

#[test]
fn the_role_is_said_before_after_or_by_the_noun() {
    check(&[
        ("مصرع وإصابة 6 في انقلاب حافلة", "6 killed or wounded"),
        ("مقتل 5 وإصابة 8 آخرين", "5 killed; 8 wounded"),
        ("مقتل أربعة بينهم طفلان", "4 killed; 2 killed"),
        ("الهجوم أوقع 30 قتيلا و50 جريحا", "30 killed; 50 wounded"),
        (
            "قال الشهود إن 14 شخصا، معظمهم من العمال، لقوا مصرعهم",
            "14 killed",
        ),
        ("ارتفع عدد ضحايا الانفجار إلى 17", "17 victims"),
        ("ارتفعت حصيلة قتلى العنف في الشمال إلى 18 شخصا", "18 killed"),
        ("سقوط آلاف الضحايا بين قتيل وجريح", "≥1000 killed or wounded"),
        (
            "أدى مقتل 5 مواطنين إلى تظاهر العشرات من الأهالي",
            "5 killed; ≥10 people",
        ),
        ("أعلن أن فلسطينيا قتل برصاص الجنود", "1 killed"),
        ("قال إن عشرة من جنوده قتلوا في الكمين", "10 killed"),
        ("تسعة جنود قتلوا وأصيب خمسة آخرون", "9 killed; 5 wounded"),
        ("قتل 13 جنديا تشاديا و65 مسلحا", "13 killed; 65 killed"),
        ("اعتقال 150 شابا ورجلا من البلدة", "150 detained"),
        ("توفي جراء الإصابة بالفيروس 46 شخصا", "46 killed"),
        ("سقوط 15 إلى 20 جريحا", "≥15 wounded; ≤20 wounded"),
        ("تحرير 60 رهينة", "60 freed"),
        ("خطف ثمانية عناصر من الفرقة", "8 kidnapped"),
        ("قضت المحكمة بإعدام 9 متهمين", "9 sentenced"),
        ("مقتل خمسة جنود في هجوم نفذه 3 مسلحين", "5 killed; 3 people"),
        ("ضبط أربعة عاطلين في المدينة", "4 detained"),
        ("غرق مركب يقل 40 راكبا", "40 people"),
    ]);
}

#[test]
fn what_is_denied_is_told_to_be_so_and_what_only_has_to_do_with_it_is_not() {
    check(&[
        (
            "نفت الوزارة مقتل 7 ضباط وإصابة 3",
            "no 7 killed; no 3 wounded",
        ),
        ("نفى المصدر ما تردد عن إصابة خمسة جنود", "no 5 wounded"),
        (
            "كذبت القبيلة الأنباء عن اعتقال 12 من أبنائها",
            "no 12 detained",
        ),
        ("لم يسفر الحادث عن مقتل 3 أشخاص كما أشيع", "3 killed"),
        ("لم يسفر عن مقتل 3 أشخاص كما أشيع", "no 3 killed"),
        ("لم يقتل 9 جنود في الكمين", "no 9 killed"),
        ("نفت القبيلة صلتها باختطاف 4 سائحين", "4 kidnapped"),
        ("نفى الحزب مسؤوليته عن مقتل 6 متظاهرين", "6 killed"),
        ("لم يعلق الوزير على مقتل 6 متظاهرين", "6 killed"),
        ("لم يقتل سوى 2 من الجنود", "2 killed"),
        ("قال إن عدد القتلى لم يتجاوز 30 شخصا", "≤30 killed"),
        ("لا يزال 14 مصابا في المستشفى", "14 wounded"),
        ("لم يتم احتساب ثلاثة قتلى في الحصيلة", "3 killed"),
        ("مقتل ما لا يقل عن 7 أشخاص", "≥7 killed"),
    ]);
}

#[test]
fn lists_counts_and_falls_are_read_to_their_head() {
    check(&[
        (
            "أسفرت الحملة عن ضبط 6 بنادق آلية، و3 مسدسات، و19 فردا محلي الصنع، و45 متهما",
            "45 detained",
        ),
        ("ضبط 15 فرد خرطوش في القرية", ""),
        ("ضبط (12) متهما وتحرير (127) مخالفة مرورية", "12 detained"),
        ("تنفيذ وضبط 19 حكما قضائيا", ""),
        (
            "أسفرت الحملة عن ضبط 6 بنادق، و3 طبنجات، و85 جراما من مخدر، و31 قرصا",
            "",
        ),
        ("حرر رجال المرور 15 محضرا في المدينة", ""),
        ("خطف مسلحون قائد الفرقة 30 العقيد سالم", ""),
        ("سجل القتلى في العام الماضي (2014) مسلحين", ""),
        (
            "بلغ عدد الضحايا في الساحل 13 شخصا، وسبعة في الجبل",
            "13 victims; 7 victims",
        ),
        ("ارتفع عدد من لقوا مصرعهم في الغارات إلى أربعة", "4 killed"),
        ("سجلت 16 حالة وفاة و310 حالات تسمم", "16 killed; 310 wounded"),
        ("وقعت حالتا وفاة في المدينة", "2 killed"),
        ("سقط خمسة من رجال المقاومة في المعركة", "5 killed"),
        ("سقوط 3 أشخاص داخل بئر في القرية", "3 people"),
        (
            "سقط العشرات من المسلحين المتمردين بين قتيل وجريح",
            "≥10 killed or wounded",
        ),
        ("راح ضحيتها تسعة أشخاص من القرية", "9 killed"),
        ("حبس صحفيين اثنين على ذمة التحقيق", "2 detained"),
        ("حرر الجيش خلال العملية 178 شخصا", "178 freed"),
        ("جريمة قتل فلاح أبو سالم في البلدة", ""),
        ("قبل أن يتوفى وهو دون الأربعين من العمر", ""),
    ]);
}

#[test]
fn what_counts_no_people_of_the_event_is_no_figure() {
    check(&[
        ("قتل خالد البالغ 25 عاما", ""),
        ("تكريم شهداء ثورة 25 يناير", ""),
        ("وقع التفجير في 11 مارس 2013", ""),
        ("ذكرى الشهيد يوم 9/3/2013", ""),
        ("قدم البنك 300 ألف دولار لأسر الضحايا", ""),
        ("ارتفع عدد القتلى بنسبة 40%", ""),
        ("فاز الفريق 3-1 بعد إصابة الحارس", ""),
        ("قتل قائد الفرقة 30 في حلب", ""),
        ("اعتقل المتهم في 6 قضايا", ""),
        ("دخلت الحرب عامها الثالث عشر", ""),
        ("قطعوا الطريق عشرات المرات", ""),
        ("الحبس خمس سنوات للمتهم", ""),
        ("يجتمع المصابون اليوم الاثنين", ""),
        ("1- اعتقال المحرضين", ""),
        ("قتل المهاجمون سكان حي السلام2 أمس", ""),
        ("ضبط 34 سلاحا ناريا", ""),
        ("صرف ألفي جنيه لأسرة المتوفى وألف للمصاب", ""),
    ]);
}
