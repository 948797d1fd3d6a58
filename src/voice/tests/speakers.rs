//! Who speaks.

use super::check;

#[test]
fn the_subject_is_given_as_written_with_its_apposition() {
    check(&[
        (
            "قال سالم العلي، المتحدث باسم الوزارة، في تصريح أمس، إن الطريق مفتوح.",
            &["reported سالم العلي، المتحدث باسم الوزارة: الطريق مفتوح"],
        ),
        (
            "قال د. سالم العلي أمس إن الطريق مفتوح.",
            &["reported د. سالم العلي: الطريق مفتوح"],
        ),
        (
            "أكد علي العشيري أن الطريق مفتوح.",
            &["reported علي العشيري: الطريق مفتوح"],
        ),
        (
            "أوضح ذلك الوزير خلال لقاء، مؤكدا أن الطريق مفتوح.",
            &["reported الوزير: الطريق مفتوح"],
        ),
    ]);
}

#[test]
fn a_verb_without_subject_goes_on_with_the_last_speaker() {
    check(&[(
        "قال سالم إن الطريق مفتوح. وأضاف أن الجسر آمن.",
        &["reported سالم: الطريق مفتوح", "reported سالم: الجسر آمن"],
    )]);
}

#[test]
fn a_speaker_inside_a_clause_does_not_take_the_next_sentence() {
    check(&[(
        "قال سالم إن الجار أكد أن الجسر قديم. وأضاف أن الطريق مفتوح.",
        &[
            "reported سالم: الجار أكد أن الجسر قديم",
            "reported الجار: الجسر قديم",
            "reported سالم: الطريق مفتوح",
        ],
    )]);
}

#[test]
fn a_subject_may_stand_before_its_verb() {
    check(&[
        (
            "أغلقت الشرطة الطريق، إلا أن المتظاهرين أكدوا أن المكان مفتوح.",
            &["reported المتظاهرين: المكان مفتوح"],
        ),
        (
            "وكان الوزير قد طالب بسحب القوات.",
            &["reported الوزير: بسحب القوات"],
        ),
        (
            "حضر أبو بلال، الذي قال إن الطريق مفتوح.",
            &["reported أبو بلال: الطريق مفتوح"],
        ),
    ]);
}

#[test]
fn whoever_is_spoken_to_is_not_the_speaker() {
    check(&[
        (
            "قال سالم إن الطريق مفتوح. وطالب الأوروبيين بدعم السلام.",
            &["reported سالم: الطريق مفتوح", "reported سالم: بدعم السلام"],
        ),
        (
            "وصل سالم. ثم اتهم الحكومة بالخيانة.",
            &["reported سالم: بالخيانة"],
        ),
    ]);
}

#[test]
fn a_cited_person_speaks_not_the_one_who_cites() {
    check(&[
        (
            "نقلت الوكالة عن سالم قوله إن الطريق مفتوح.",
            &["reported سالم: الطريق مفتوح"],
        ),
        (
            "نقلت الوكالة عن سالم تأكيده «أن الطريق مفتوح كله».",
            &["quoted سالم: أن الطريق مفتوح كله"],
        ),
    ]);
}

#[test]
fn a_source_that_wants_no_name_still_speaks() {
    check(&[
        (
            "قال مصدر، رفض ذكر اسمه، إن الطريق مفتوح.",
            &["reported مصدر: الطريق مفتوح"],
        ),
        (
            "تقول الوالدة، وقد طلبت عدم ذكر اسمها، إن الطريق مفتوح.",
            &["reported الوالدة: الطريق مفتوح"],
        ),
    ]);
}

#[test]
fn what_is_shouted_is_not_who_shouts() {
    check(&[(
        "رفع المتظاهرون صورا كثيرة، ورددوا هتافات: «لن ننسى أبدا».",
        &["quoted المتظاهرون: لن ننسى أبدا"],
    )]);
}

#[test]
fn a_title_keeps_the_name_behind_it() {
    check(&[(
        "افتتح الدكتور طلعت سالم المعرض، مؤكدا أن الطريق مفتوح.",
        &["reported الدكتور طلعت سالم المعرض: الطريق مفتوح"],
    )]);
}

#[test]
fn ali_ends_a_name_before_a_mark_though_written_like_the_preposition() {
    check(&[(
        "قال المستشار مراد على: «وصلنا اليوم كلنا».",
        &["quoted المستشار مراد على: وصلنا اليوم كلنا"],
    )]);
}

#[test]
fn what_a_sentence_opens_with_behind_a_preposition_does_not_speak() {
    check(&[(
        "قال سالم إن الطريق مفتوح. وعن الانتخابات المقبلة، قال إن الموعد ثابت.",
        &["reported سالم: الطريق مفتوح", "reported سالم: الموعد ثابت"],
    )]);
}

#[test]
fn a_participle_of_another_gender_is_not_the_sentences_subject_s() {
    check(&[(
        "قال سالم إن الطريق مفتوح. انتقلت الندوة إلى القانون، مؤكدا أنه قديم.",
        &["reported سالم: الطريق مفتوح", "reported سالم: أنه قديم"],
    )]);
}

#[test]
fn a_sentence_about_an_earlier_speaker_takes_him_up_again() {
    check(&[(
        "قال سالم إن الطريق مفتوح. وأكد خالد أن الجسر آمن. وهاجم سالم الحكومة بقوة. وأضاف أن الأمر انتهى.",
        &[
            "reported سالم: الطريق مفتوح",
            "reported خالد: الجسر آمن",
            "reported سالم: الأمر انتهى",
        ],
    )]);
}

#[test]
fn the_subject_of_to_be_is_the_noun_behind_it() {
    check(&[(
        "وكانت محكمة النهر قد قضت بذلك، مؤكدة أن القانون واضح.",
        &["reported محكمة النهر: القانون واضح"],
    )]);
}

#[test]
fn a_source_whose_name_is_not_told_still_speaks() {
    check(&[(
        "أكد المدير، الذي لم يذكر اسمه، أن الطريق مفتوح.",
        &["reported المدير: الطريق مفتوح"],
    )]);
}

#[test]
fn but_sets_a_speaker_for_what_follows_it() {
    check(&[(
        "قال سالم إن الطريق مفتوح، إلا أن خالد نفى الخبر، وأكد أن الجسر مغلق.",
        &[
            "reported سالم: الطريق مفتوح، إلا أن خالد نفى الخبر",
            "reported خالد: الجسر مغلق",
        ],
    )]);
}

#[test]
fn a_verb_may_stand_behind_the_quotation_it_says() {
    check(&[
        (
            "«الطريق مفتوح أمام الناس كلهم»، قال خالد أمس.",
            &["quoted خالد: الطريق مفتوح أمام الناس كلهم"],
        ),
        (
            "«الطريق مفتوح أمام الناس كلهم»، عبارة يقولها السائق أمس.",
            &["quoted السائق: الطريق مفتوح أمام الناس كلهم"],
        ),
        (
            "«الطريق والجسر والنهر»\nقال خالد إن الماء شحيح.",
            &["name -: الطريق والجسر والنهر", "reported خالد: الماء شحيح"],
        ),
    ]);
}
