//! Sentences and the days and places that they name.

use super::*;
use crate::events::testing::body;
use jiff::civil::date;

fn on(day: Date) -> Option<Stamp> {
    Some(Stamp {
        at: day.at(9, 30, 0, 0),
        timed: true,
    })
}

/// Written on Monday, 11 March 2013.
#[test]
fn the_first_sentence_names_the_day_of_its_event() {
    for (sentence, expected) in [
        (
            "قتل خمسة جنود اليوم الاثنين في هجوم على نقطة",
            Some((2013, 3, 11)),
        ),
        ("قتل خمسة جنود أمس في هجوم على نقطة", Some((2013, 3, 10))),
        ("قتل خمسة جنود مساء أمس الأول في هجوم", Some((2013, 3, 9))),
        ("قتل خمسة جنود يوم الأحد في هجوم مسلح", Some((2013, 3, 10))),
        (
            "قتل خمسة جنود الاثنين الماضي في هجوم مسلح",
            Some((2013, 3, 4)),
        ),
        (
            "تنظم الوزارة مؤتمرها يوم الاثنين المقبل في القاعة",
            Some((2013, 3, 18)),
        ),
        (
            "قتل خمسة جنود في 9 مارس/آذار 2013 قرب الحدود",
            Some((2013, 3, 9)),
        ),
        (
            "قتل خمسة جنود الأحد 10 آذار في هجوم مسلح",
            Some((2013, 3, 10)),
        ),
        (
            "أعلن الجيش اليوم أن خمسة جنود قتلوا أمس قرب الحدود",
            Some((2013, 3, 10)),
        ),
        (
            "تظاهر السكان اليوم بعد مقتل شاب أمس في البلدة",
            Some((2013, 3, 11)),
        ),
        (
            "تنظم الوزارة مؤتمرها الثلاثاء الموافق 19/3 في القاعة الكبرى",
            Some((2013, 3, 19)),
        ),
        (
            "تنظم الوزارة مؤتمرها الأربعاء الموافق 20 مارس في القاعة",
            Some((2013, 3, 20)),
        ),
        (
            "قتل خمسة جنود بتاريخ 9/3/2013 قرب الحدود",
            Some((2013, 3, 9)),
        ),
        ("قتل خمسة جنود في 2013-03-09 قرب الحدود", Some((2013, 3, 9))),
        ("انتهت المباراة بنتيجة 3-2 بعد وقت إضافي طويل", None),
        ("طالب المحتجون بحقوق شهداء ثورة 25 يناير في البلاد", None),
        ("يحيي العالم اليوم العالمي للكتاب في كل المدن", None),
        ("قتل خمسة جنود في هجوم على نقطة للجيش", None),
    ] {
        let expected = expected.map(|(year, month, day)| date(year, month, day));
        let told = occasion(&body(sentence), on(date(2013, 3, 11)));
        assert_eq!(told.day, expected, "{sentence}");
    }
}

#[test]
fn without_a_date_of_its_own_only_a_whole_date_is_a_day() {
    let day = |sentence| occasion(&body(sentence), None).day;
    assert_eq!(day("قتل خمسة جنود أمس في هجوم على نقطة"), None);
    let whole = day("قتل خمسة جنود في 9 شباط 2013 قرب الحدود");
    assert_eq!(whole, Some(date(2013, 2, 9)));
}

#[test]
fn a_caption_is_no_first_sentence() {
    let text = body("صورة من أمس\nقتل خمسة جنود اليوم في هجوم على نقطة.");
    let told = occasion(&text, on(date(2013, 3, 11)));
    assert_eq!(told.day, Some(date(2013, 3, 11)));
}

#[test]
fn places_are_those_behind_a_word_for_a_place() {
    let text =
        body("قتل جنديان في بلدة الكرم بمحافظة بني زيد، وقال سكان في بلدة الكرم إنهم رحلوا.");
    let places = occasion(&text, None).places;
    assert_eq!(
        places.iter().map(|place| &**place).collect::<Vec<_>>(),
        ["الكرم", "بني زيد"]
    );
}

#[test]
fn the_day_and_the_place_that_most_name_win() {
    let told = |day: i8, places: &[&str]| Occasion {
        day: Some(date(2013, 3, day)),
        places: places.iter().map(|place| Box::from(*place)).collect(),
    };
    let all = [told(10, &["أ", "ب"]), told(9, &["ب"]), told(10, &[])];
    assert_eq!(most_named(all.iter()), (Some(date(2013, 3, 10)), Some("ب")));
    let tie = [told(10, &["ب", "أ"]), told(9, &[])];
    assert_eq!(most_named(tie.iter()), (Some(date(2013, 3, 9)), Some("ب")));
    assert_eq!(most_named([].iter()), (None, None));
}
