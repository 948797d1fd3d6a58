//! Which events go on from which, on towns and people of our own.

use super::super::testing::{Made, aligned, told};
use super::super::{Alignment, EventIx};

/// Three articles of a given event, a day after another.
fn event(name: &'static str, day: i64, title: &str, texts: [&str; 3]) -> Vec<Made> {
    let made = |(source, text): (u32, &str)| {
        let hour = 24 * day + i64::from(source);
        let mut made = told(&format!("{name}{source}"), source, hour, title, text);
        made.given = Some(name);
        made
    };
    (0..).zip(texts).map(made).collect()
}

fn news() -> Vec<Made> {
    let blast = event(
        "الانفجار",
        0,
        "انفجار في تلمانة",
        [
            "هز انفجار السوق في تلمانة صباح اليوم، وقال العمدة كوريما إن المصابين نقلوا من تلمانة.",
            "دوى انفجار كبير في تلمانة، ونقل عن كوريما أن السوق أغلق وأن الطريق إلى تلمانة قطع.",
            "انفجار يهز سوق البلدة في تلمانة، والعمدة كوريما يدعو السكان إلى الهدوء.",
        ],
    );
    let funeral = event(
        "التشييع",
        1,
        "تشييع ضحايا تلمانة",
        [
            "شيع الآلاف ضحايا انفجار السوق في تلمانة، وألقى العمدة كوريما كلمة في تلمانة.",
            "ودعت البلدة قتلاها في تلمانة بعد انفجار السوق، وتحدث إلى كوريما أهالي الضحايا.",
            "آلاف يشيعون ضحايا السوق في تلمانة، وكوريما يعلن الحداد في تلمانة ثلاثة أيام.",
        ],
    );
    let arrest = event(
        "التوقيف",
        3,
        "توقيف مشتبه به في تلمانة",
        [
            "أوقفت الشرطة رجلا في تلمانة بعد انفجار السوق، وشكرها العمدة كوريما على عملها في تلمانة.",
            "توقيف مشتبه به في انفجار السوق، وقال مكتب كوريما إن التحقيق مستمر في تلمانة.",
            "الشرطة توقف رجلا من تلمانة في قضية انفجار السوق، وكوريما يدعو إلى محاكمة عادلة.",
        ],
    );
    let elsewhere = event(
        "نوفران",
        2,
        "انفجار في نوفران",
        [
            "هز انفجار السوق في نوفران صباح اليوم، وقال العمدة باشيرا إن المصابين نقلوا من نوفران.",
            "دوى انفجار كبير في نوفران، ونقل عن باشيرا أن السوق أغلق وأن الطريق إلى نوفران قطع.",
            "انفجار يهز سوق البلدة في نوفران، والعمدة باشيرا يدعو السكان إلى الهدوء.",
        ],
    );
    [blast, funeral, elsewhere, arrest].concat()
}

/// The story of an event, and the event that it goes on from.
fn story<'a>(alignment: &'a Alignment, name: &str) -> Option<(&'a str, Option<&'a str>)> {
    let at = alignment.events.iter().position(|e| e.name == name);
    let named = |ix: EventIx| &*alignment.events[ix.0 as usize].name;
    let story = alignment.stories[at.unwrap()]?;
    Some((named(story.first), story.before.map(named)))
}

#[test]
fn events_of_one_town_and_its_mayor_are_one_story_and_the_like_elsewhere_is_another() {
    let alignment = aligned(&news());
    let of = |name| story(&alignment, name);
    assert_eq!(of("الانفجار"), Some(("الانفجار", None)));
    assert_eq!(of("التشييع"), Some(("الانفجار", Some("الانفجار"))));
    assert_eq!(of("التوقيف").map(|(first, _)| first), Some("الانفجار"));
    assert_eq!(of("نوفران"), None);
}

#[test]
fn what_comes_more_than_a_week_later_goes_on_from_nothing() {
    let mut news = news();
    for article in news.iter_mut().filter(|a| a.given == Some("التوقيف")) {
        article.hour = article.hour.map(|hour| hour + 24 * 30);
    }
    assert_eq!(story(&aligned(&news), "التوقيف"), None);
    for article in news.iter_mut().filter(|a| a.given == Some("التشييع")) {
        article.hour = None;
    }
    assert_eq!(story(&aligned(&news), "التشييع"), None);
}

#[test]
fn words_that_stand_in_every_way_are_no_names() {
    let mut news = news();
    // The town becomes a common noun in a third of its places.
    let common = event(
        "غيرها",
        2,
        "التلمانة",
        [
            "رأى الناس التلمانة وتلمانتها، وسأل الكوريما عن كوريماها.",
            "باع التاجر التلمانة في السوق، ثم اشترى الكوريما.",
            "ضاعت التلمانة والكوريما من صاحبها.",
        ],
    );
    news.extend(common);
    assert_eq!(story(&aligned(&news), "التشييع"), None);
}
