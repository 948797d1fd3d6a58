//! Who does an act, and who suffers it, by the grammar of the clause.

use super::*;

/// A small set of lists with labels of people, acts as verbs and nouns, and the built-in grammar.
fn lists() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let frames = "frame,label,stance,target,question,source\n\
                      riders,riders,0,insurgents,?,codebook\n\
                      attacks,attack,0,agent,?,codebook\n\
                      killing,killed,0,victim,?,codebook\n";
        let actors = "actor,kind,name,language,note\n\
                      salt,insurgents,فرسان الملح,ar,\n\
                      sand,insurgents,حداة الرمل,ar,\n\
                      hill,state,دولة التل,ar,\n";
        let terms = "id,term,frame,label,pos,stems,flags,exclude,near,not_near,hit,miss,source,note\n\
                     r-rakib,راكب,riders,riders,noun,ركاب,human,,,,راكب,,codebook,\n\
                     x-hujum,هجوم,attacks,attack,noun,هجمات,,,,,هجوم,,codebook,\n\
                     x-qasf,قصف,attacks,attack,noun,,,,,,قصف,ق,codebook,\n\
                     x-hajama,هاجم,attacks,attack,verb,يهاجم,,,,,هاجم,,codebook,\n\
                     k-maqtal,مقتل,killing,killed,noun,,,,,,مقتل,,codebook,\n";
        listed(&[
            ("actors.csv", actors),
            ("ar/terms.csv", terms),
            ("frames.csv", frames),
        ])
    })
}

/// The first act of a body as `actor binding`.
fn act(body: &str) -> String {
    let acts = bound(lists(), body, |_, mention| {
        let lexicon = lists();
        let frame = &lexicon.frames[lexicon.frame_of(mention.term).0 as usize];
        let name = |actor: ActorIx| lexicon.actors[actor.0 as usize].name.as_str();
        let actor = mention.actor.map_or("nobody", name);
        let told = format!("{actor} {}", mention.binding.name());
        (frame.name != "riders").then_some(told)
    });
    acts.into_iter().flatten().next().unwrap_or_default()
}

#[test]
fn the_subject_of_a_verb_stands_right_behind_or_before_it() {
    assert_eq!(act("هاجم فرسان الملح القرية أمس."), "salt subject");
    assert_eq!(act("هاجم أمس فرسان الملح القرية."), "salt subject");
    assert_eq!(act("فرسان الملح هاجموا القرية."), "salt subject");
    assert_eq!(
        act("غادر فرسان الملح، الذين هاجموا حداة الرمل."),
        "salt subject"
    );
}

#[test]
fn nobody_does_what_people_of_whom_nobody_is_sure_do() {
    assert_eq!(act("هاجم ركاب القرية قرب فرسان الملح."), "nobody none");
    assert_ne!(act("نفى فرسان الملح هجوما شنه ركاب."), "salt subject");
}

#[test]
fn a_verb_that_only_says_that_an_act_is_done_has_its_doer_for_subject() {
    assert_eq!(act("شن فرسان الملح ليلا هجوما على القرية."), "salt subject");
    assert_eq!(act("قام فرسان الملح بقصف حداة الرمل."), "salt subject");
    assert_eq!(
        act("كان فرسان الملح قد شنوا هجوما على القرية."),
        "salt subject"
    );
    assert_ne!(
        act("شن ركاب من الساحل هجوما على فرسان الملح."),
        "salt subject"
    );
}

#[test]
fn who_owns_a_noun_for_a_deed_did_it_and_who_is_bombed_did_not() {
    assert_eq!(act("صد الحراس هجوم فرسان الملح على الجسر."), "salt subject");
    assert_eq!(
        act("صد الحراس هجوما لفرسان الملح على الجسر."),
        "salt subject"
    );
    assert_ne!(act("استمر قصف فرسان الملح ليلا."), "salt subject");
}

#[test]
fn a_word_for_an_agent_leads_to_whoever_stands_right_behind_it() {
    assert_eq!(act("وقع هجوم على الجسر شنه فرسان الملح."), "salt subject");
    assert_eq!(
        act("وقع هجوم على الجسر من قبل ركاب يعرفون فرسان الملح."),
        "nobody none"
    );
    assert_ne!(
        act("بدأ هجوم لاستعادة الجسر من أيدي فرسان الملح."),
        "salt subject"
    );
}

#[test]
fn whom_a_death_befalls_stands_behind_its_noun() {
    assert_eq!(act("أعلن الحراس مقتل فرسان الملح جميعا."), "salt subject");
}

#[test]
fn those_whom_a_death_befalls_may_be_counted() {
    assert_eq!(act("أدى الانفجار إلى مقتل 15 فرسان الملح."), "salt subject");
    assert_eq!(
        act("أدى الانفجار إلى مقتل 15 ركاب من القرية."),
        "nobody none"
    );
}

#[test]
fn behind_and_another_clause_begins_than_that_of_the_word_before() {
    assert_ne!(
        act("أغلقوا شارع فرسان الملح وقام بقصف الجسر."),
        "salt subject"
    );
}

#[test]
fn the_act_that_a_text_goes_on_to_speak_of_is_that_of_whoever_did_it() {
    let acts = bound(
        lists(),
        "شن فرسان الملح هجوما. وقال شاهد إن الهجوم استمر ساعة.",
        |_, one| one.binding.name(),
    );
    assert_eq!(acts, ["subject", "repetition"]);
    let acts = bound(
        lists(),
        "شن فرسان الملح هجوما. شن حداة الرمل هجوما. استمر الهجوم ساعة.",
        |_, one| one.binding.name(),
    );
    assert_ne!(acts.last(), Some(&"repetition"));
}

#[test]
fn an_agent_belongs_to_the_act_nearest_to_it() {
    check(
        "خسر الفريق بعد هجوم شنته نصرة الصحراء.",
        &["خسر outcome nobody none", "هجوم attacks nusra subject"],
    );
}

#[test]
fn whom_a_relative_stands_for_does_the_act_behind_it() {
    check(
        "وصلت نصرة الصحراء التي خسرت حراس التل.",
        &["خسرت outcome nusra subject"],
    );
}
