//! Which noun is what somebody says: behind subjects, times and asides.

use super::*;

#[test]
fn a_definite_deed_with_its_preposition_is_what_is_announced() {
    check(&[
        (
            "أعلنت وزارة الداخلية القبض على ثلاثة لصوص.",
            &["reported وزارة الداخلية: القبض على ثلاثة لصوص"],
        ),
        (
            "أعلن الجيش أمس السيطرة على الجسر.",
            &["reported الجيش: السيطرة على الجسر"],
        ),
        // The preposition is the adjective's.
        (
            "أكد الضابط المقرب إلى القائد انسحاب الجنود.",
            &["reported الضابط المقرب: انسحاب الجنود"],
        ),
    ]);
}

#[test]
fn whatever_stands_behind_an_aside_or_a_time_is_condemned() {
    check(&[
        (
            "أدانت جماعة السهل في بيان لها اليوم عدوان الطائرات على القرية.",
            &["reported جماعة السهل: عدوان الطائرات على القرية"],
        ),
        (
            "أدان عدد من النشطاء على مواقع التواصل الاجتماعي قرار النائب.",
            &["reported عدد من النشطاء: قرار النائب"],
        ),
        (
            "كما تدين الحركة الصمت على السرقة.",
            &["reported الحركة: الصمت على السرقة"],
        ),
    ]);
}

#[test]
fn an_aside_parts_a_noun_from_the_subject() {
    check(&[(
        "وأكدت وزارة الري، وفقا لوكالة الضفاف، خلو القنوات من الحشرات.",
        &["reported وزارة الري: خلو القنوات من الحشرات"],
    )]);
}

#[test]
fn what_stands_right_behind_a_participle_is_its_object() {
    check(&[(
        "ورحل الوفد، مؤكدا ثبات موقفه من السد.",
        &["reported الوفد: ثبات موقفه من السد"],
    )]);
}

#[test]
fn a_verb_of_giving_says_only_thanks_and_condolences() {
    check(&[
        (
            "رفع رئيس النادي باسم اللاعبين التعازي لأسرة الحارس.",
            &["reported رئيس النادي باسم اللاعبين: التعازي لأسرة الحارس"],
        ),
        ("رفع رئيس النادي الكأس أمام الجمهور.", &[]),
    ]);
}

#[test]
fn a_notice_is_of_whatever_stands_behind_it() {
    check(&[(
        "وتلقى المأمور إخطارا بالعثور على قارب.",
        &["reported المأمور: بالعثور على قارب"],
    )]);
}

#[test]
fn a_frame_of_whoever_speaks_ends_nothing_inside_his_words() {
    check(&[
        (
            "وقال الحارس إن القارب قديم، على حد تعبيره، ولا يصلح للصيد.",
            &["reported الحارس: القارب قديم، على حد تعبيره، ولا يصلح للصيد"],
        ),
        (
            "وقال الحارس إن القارب قديم بحسب مالكيه، وإنه غرق مرتين.",
            &["reported الحارس: القارب قديم بحسب مالكيه، وإنه غرق مرتين"],
        ),
    ]);
}

#[test]
fn this_came_during_ends_what_was_said() {
    check(&[(
        "وأكد المدير توفير الماء للحي، جاء ذلك خلال لقاء مع السكان.",
        &["reported المدير: توفير الماء للحي"],
    )]);
}

#[test]
fn a_verb_that_tells_who_passed_a_statement_on_has_no_words_of_its_own() {
    check(&[(
        "أكد النائب في تصريح نقلته الصحيفة أن القانون سيعدل.",
        &["reported النائب: القانون سيعدل"],
    )]);
}

#[test]
fn but_with_a_pronoun_is_no_speaker() {
    check(&[(
        "تأخرت السفينة.. لكنها أكدت أن الشحنة سليمة.",
        &["reported السفينة: الشحنة سليمة"],
    )]);
}

#[test]
fn whom_or_what_somebody_did_something_to_is_no_part_of_his_name() {
    check(&[(
        "وغادر القائد الخيمة، مؤكدا أن الحارس نام.",
        &["reported القائد: الحارس نام"],
    )]);
}

#[test]
fn whatever_noun_a_headline_condemns_is_its_object_also_behind_an_adverb() {
    check_titles(&[(
        "الحركة تدين بشدة القصف على القرية",
        &["reported الحركة: القصف على القرية"],
    )]);
}

#[test]
fn an_indirect_question_is_what_one_tells() {
    check(&[
        (
            "أوضح الممرض كيف عبر الجرحى النهر.",
            &["reported الممرض: كيف عبر الجرحى النهر"],
        ),
        ("لم يوضح الممرض كيف عبر الجرحى النهر.", &[]),
    ]);
}

#[test]
fn a_text_in_a_relative_clause_says_what_it_says() {
    check(&[(
        "وصل بيان يتهم فيه سالم جاره بسرقة الماء.",
        &["reported سالم: بسرقة الماء"],
    )]);
}

#[test]
fn a_noun_behind_a_name_that_is_whole_is_condemned() {
    check(&[(
        "أدان المحتجون قرار البلدية.",
        &["reported المحتجون: قرار البلدية"],
    )]);
}

#[test]
fn what_the_accused_has_behind_his_pronoun_is_no_other_accused() {
    check(&[(
        "قال سالم الذي اتهمته الشركة ببيع خرائطها لجاره إن الملف أغلق.",
        &[
            "reported الشركة: ببيع خرائطها لجاره",
            "reported سالم: الملف أغلق",
        ],
    )]);
}
