//! Words that are a party's own name in the conflict that an article is about.

use super::*;

fn lists() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let frames = "frame,label,stance,target,question,source\n\
                      groups,resistance,1,insurgents,?,codebook\n\
                      groups,rebels,-1,insurgents,?,codebook\n";
        let actors = "actor,kind,name,language,note\n\
                      salt,insurgents,فرسان الملح,ar,\n\
                      guard,militia,حرس الوادي,ar,\n\
                      sand,insurgents,حداة الرمل,ar,\n";
        let conflicts = "conflict,side,actor,from,to,called,source\n\
                         valley,salt,salt,2015-03,2017-06-01,المتمردون,own\n\
                         valley,guard,guard,2015-03,,المقاومة,own\n\
                         desert,sand,sand,2020,,المقاومة,own\n";
        let terms = "id,term,frame,label,pos,stems,flags,exclude,near,not_near,hit,miss,source,note\n\
                     g-muqawama,مقاومة,groups,resistance,noun,,,,,,مقاومة,,codebook,\n\
                     g-mutamarrid,متمرد,groups,rebels,noun,,human,,,,متمرد,,codebook,\n";
        listed(&[
            ("actors.csv", actors),
            ("ar/terms.csv", terms),
            ("conflicts.csv", conflicts),
            ("frames.csv", frames),
        ])
    })
}

/// The last mention of a body of a day as `actor guess`.
fn last(body: &str, day: &str) -> String {
    let lexicon = lists();
    let furniture = Furniture::default();
    let grammar = lexicon.grammar(language::of(None));
    let text = prepare(body, Half::Body, None, "", grammar, &furniture);
    let mut found = [find(lexicon, &text, 5)];
    bind(lexicon, &[&text], &mut found, Bindings::Named, Some(day));
    let name = |actor: Option<ActorIx>| {
        actor.map_or("-", |actor| lexicon.actors[actor.0 as usize].name.as_str())
    };
    let mention = found[0].mentions.last().unwrap();
    format!("{} {}", name(mention.actor), name(mention.guess))
}

const VALLEY: &str = "وصل حرس الوادي. غادر فرسان الملح. عاد فرسان الملح.";

#[test]
fn a_partys_own_name_is_its_and_never_the_enemys() {
    let body = format!("{VALLEY} ودمرت المقاومة الجسر.");
    assert_eq!(last(&body, "2016-05-02"), "guard -");
    let enemy = format!("{VALLEY} انسحب المتمردون ليلا.");
    assert_eq!(last(&enemy, "2016-05-02"), "salt -");
}

#[test]
fn the_day_of_an_article_selects_who_fights() {
    let body = format!("{VALLEY} انسحب المتمردون ليلا.");
    for day in ["2015-03-01", "2017-06-01"] {
        assert_eq!(last(&body, day), "salt -", "{day}");
    }
    for day in ["2015-02-28", "2017-06-02"] {
        assert_eq!(last(&body, day), "- salt", "{day}");
    }
}

#[test]
fn it_is_nobodys_where_the_article_tells_of_no_conflict() {
    assert_eq!(
        last("غادر فرسان الملح. ودمرت المقاومة الجسر.", "2016-05-02"),
        "- -"
    );
}

#[test]
fn with_an_adjective_of_its_own_it_is_another() {
    let body = format!("{VALLEY} ودمرت المقاومة الساحلية الجسر.");
    assert!(!last(&body, "2016-05-02").contains("guard"));
}
