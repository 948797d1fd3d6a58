//! Quotation marks: what they pair with and what stands between them.

use super::*;

#[test]
fn all_kinds_of_marks_pair() {
    check(&[
        ("قال سالم: «وصلنا اليوم».", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: \"وصلنا اليوم\".", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: “وصلنا اليوم”.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: ”وصلنا اليوم”.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: ''وصلنا اليوم''.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: ‹وصلنا اليوم›.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: ‟وصلنا اليوم″.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: \"وصلنا اليوم».", &["quoted سالم: وصلنا اليوم"]),
    ]);
}

#[test]
fn a_quotation_may_run_over_sentences_and_paragraphs() {
    check(&[
        (
            "قال سالم: «وصلنا. لن نرحل الآن».",
            &["quoted سالم: وصلنا. لن نرحل الآن"],
        ),
        (
            "قال سالم: «وصلنا.\nلن نرحل الآن».\nعاد الهدوء.",
            &["quoted سالم: وصلنا.\nلن نرحل الآن"],
        ),
    ]);
}

#[test]
fn a_mark_without_partner_counts_for_nothing() {
    check(&[
        (
            "قال سالم إن «الطريق مفتوح.",
            &["reported سالم: الطريق مفتوح"],
        ),
        ("وصل الوفد إلى المدينة» ثم غادر.", &[]),
        (
            "وصل «الوفد الكبير إلى المدينة.\nقال سالم: «وصلنا اليوم».",
            &["quoted سالم: وصلنا اليوم"],
        ),
    ]);
}

#[test]
fn marks_of_any_direction_pair_where_that_costs_least() {
    check(&[
        (
            "قال سالم: »وصلنا اليوم كلنا« ثم غادر.",
            &["quoted سالم: وصلنا اليوم كلنا"],
        ),
        ("قال سالم: <<وصلنا اليوم>>.", &["quoted سالم: وصلنا اليوم"]),
        ("قال سالم: ((وصلنا اليوم)).", &["quoted سالم: وصلنا اليوم"]),
        (
            "قال سالم: \"وصلنا اليوم كلنا \".\nعاد الهدوء.",
            &["quoted سالم: وصلنا اليوم كلنا"],
        ),
        (
            "قال سالم \"هذا الطريق مفتوح\nللناس كلهم\".\nعاد الهدوء.",
            &["quoted سالم: هذا الطريق مفتوح\nللناس كلهم"],
        ),
    ]);
}

#[test]
fn a_long_quotation_with_sound_marks_stays_one() {
    for (paragraphs, words) in [(1, 800), (8, 60), (20, 15), (12, 100)] {
        let paragraph = format!("{}.", vec!["ماء"; words].join(" "));
        let said = vec![paragraph; paragraphs].join("\n");
        let given = format!("قال سالم: «{said}».\nعاد الهدوء.");
        check(&[(&given, &[&format!("quoted سالم: {}", said)])]);
    }
}

#[test]
fn of_two_marks_that_open_the_one_with_the_shorter_pair_is_closed() {
    check(&[(
        "قال سالم: \"الطريق مفتوح \"حتى الخريف\"، وعاد.",
        &[
            "reported سالم: الطريق مفتوح \"حتى الخريف\"، وعاد",
            "quoted سالم: حتى الخريف",
        ],
    )]);
}

#[test]
fn nested_marks_keep_the_outer_speaker() {
    check(&[(
        "قال سالم: \"اتفقنا مع +رجال الجبال+ على السلام\".",
        &["quoted سالم: اتفقنا مع +رجال الجبال+ على السلام"],
    )]);
}

#[test]
fn a_quotation_inside_a_reported_clause_is_the_same_speakers() {
    check(&[
        (
            "قال سالم إن الطريق «آمن تماما» هذا العام.",
            &[
                "reported سالم: الطريق «آمن تماما» هذا العام",
                "quoted سالم: آمن تماما",
            ],
        ),
        (
            "قال سالم إن حركته «لا ترفع راية أحد».",
            &[
                "reported سالم: حركته «لا ترفع راية أحد»",
                "quoted سالم: لا ترفع راية أحد",
            ],
        ),
        (
            "وصف سالم ذلك بأنه «خيانة».",
            &["reported سالم: بأنه «خيانة»", "quoted سالم: خيانة"],
        ),
    ]);
}

#[test]
fn what_an_outlet_adds_after_a_quotation_is_its_own() {
    check(&[(
        "قال سالم إن «الطريق آمن تماما هذا العام كله»، وفي المساء غادر الوفد.",
        &[
            "reported سالم: «الطريق آمن تماما هذا العام كله»",
            "quoted سالم: الطريق آمن تماما هذا العام كله",
        ],
    )]);
}

#[test]
fn a_list_of_quotations_has_one_speaker() {
    check(&[(
        "ردد المتظاهرون هتافات منها: «ارحلوا الآن»، و«لن ننسى».",
        &[
            "quoted المتظاهرون: ارحلوا الآن",
            "quoted المتظاهرون: لن ننسى",
        ],
    )]);
}

#[test]
fn names_in_marks_are_names() {
    check(&[
        (
            "نشرت صحيفة «النهر الكبير» الخبر.",
            &["name -: النهر الكبير"],
        ),
        (
            "قال «عارف» إن الطريق مفتوح.",
            &["name -: عارف", "reported عارف: الطريق مفتوح"],
        ),
        (
            "وصل مكي أمس. استقبل الأهالي «مكي» بالورود.",
            &["name -: مكي"],
        ),
        (
            "أكد سالم لـ«النهر» أن الطريق مفتوح.",
            &["name -: النهر", "reported سالم: الطريق مفتوح"],
        ),
        ("عثر على «1982» حبة.", &["name -: 1982"]),
    ]);
    check_titles(&[("حريق في «أبو عريش»", &["name -: أبو عريش"])]);
}

#[test]
fn scare_quotes_hold_words_off() {
    check(&[
        (
            "هدموا البيوت تحت ذريعة «مكافحة الإرهاب».",
            &["distanced -: مكافحة الإرهاب"],
        ),
        (
            "يستند التنظيم إلى هذه «الشرعية».",
            &["distanced -: الشرعية"],
        ),
        (
            "قضى ستون جنديا في «هجمات من الداخل».",
            &["distanced -: هجمات من الداخل"],
        ),
    ]);
}

#[test]
fn an_adjective_in_marks_is_no_name() {
    check(&[
        ("ظهرت حركة «إرهابية» جديدة.", &["distanced -: إرهابية"]),
        ("تكبدوا خسائر «محدودة» أمس.", &["distanced -: محدودة"]),
        (
            "يخوض الجيش «عمليات متواصلة» في الجبال.",
            &["distanced -: عمليات متواصلة"],
        ),
    ]);
}

#[test]
fn so_called_holds_off_what_follows_it_with_and_without_marks() {
    check(&[
        (
            "حاصروا ما يسمى «الإدارة الجديدة» شهرا.",
            &["distanced -: الإدارة الجديدة"],
        ),
        (
            "حاصروا ما يسمى الإدارة الجديدة في الشمال.",
            &["distanced -: الإدارة الجديدة"],
        ),
        (
            "حاصروا ما تسمى بـ«اللجنة الجديدة» شهرا.",
            &["distanced -: اللجنة الجديدة"],
        ),
        ("تحدثوا عن المعركة المزعومة أمس.", &["distanced -: المعركة"]),
    ]);
}

#[test]
fn words_that_somebody_is_said_to_use_are_that_speakers() {
    check(&[(
        "رفض الوزير ما وصفه بـ«الحملة الظالمة» عليه.",
        &["quoted الوزير: الحملة الظالمة"],
    )]);
}

#[test]
fn a_few_quoted_words_behind_a_quotation_are_the_same_speakers() {
    check(&[(
        "أكد سالم أن «الطريق مفتوح أمام الناس كلهم»، وبكلمات «غير قانونية» وصل الأمر.",
        &[
            "reported سالم: «الطريق مفتوح أمام الناس كلهم»",
            "quoted سالم: الطريق مفتوح أمام الناس كلهم",
            "quoted سالم: غير قانونية",
        ],
    )]);
}

#[test]
fn the_pronoun_before_a_quotation_is_said_where_more_follows_it() {
    check(&[(
        "أكد سالم أنه «ليس خيارا» فقط بل ضرورة.",
        &[
            "reported سالم: أنه «ليس خيارا» فقط بل ضرورة",
            "quoted سالم: ليس خيارا",
        ],
    )]);
}

#[test]
fn a_known_name_of_any_length_in_marks_changes_no_voice() {
    let furniture = Furniture::default();
    let given = "هاجم مسلحو «جماعة نور الصحراء في بلاد الرمل والملح القديمة» البلدة أمس.";
    let grammar = language::of(None).grammar();
    let text = prepare(given, Part::Body, None, "", grammar, &furniture);
    let kind = |names: &[Range<u32>]| read(&text, &[], names).stretches[0].kind;
    assert_eq!(kind(&[]), StretchKind::Quoted);
    // All but its last word are the actor's name.
    let name = 3..11;
    assert_eq!(text.tokens.folded(name.start as usize), "جماعة");
    assert_eq!(kind(&[name]), StretchKind::Name);
}

#[test]
fn a_mark_without_partner_behind_a_colon_parts_nothing() {
    check(&[(
        "قال سالم: \"إن الجسر يكفي \"القرية كلها\".",
        &[
            "reported سالم: الجسر يكفي \"القرية كلها\"",
            "quoted سالم: القرية كلها",
        ],
    )]);
}

#[test]
fn a_quotation_with_the_preposition_of_its_verb_is_what_it_takes() {
    check(&[(
        "نددت الحركة، في وقفة أمام الجسر، \"بالصمت المخجل\".",
        &["quoted الحركة: بالصمت المخجل"],
    )]);
}

#[test]
fn a_name_on_a_list_of_names_is_one() {
    check(&[(
        "قال سالم إن حركة «السهل» و«القمر» باقية.",
        &[
            "reported سالم: حركة «السهل» و«القمر» باقية",
            "name -: السهل",
            "name -: القمر",
        ],
    )]);
}
