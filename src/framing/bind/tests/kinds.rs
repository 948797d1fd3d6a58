//! Kinds of actors that a researcher adds.

use super::*;

/// A set of lists about riders, whose kind has a name of a researcher's own or a built-in one.
fn lists(kind: &str, kinds: Option<&str>) -> Lexicon {
    let actors = "actor,kind,name,language,note\n\
                  salt,KIND,فرسان الملح,ar,\n\
                  sand,KIND,حداة الرمل,ar,\n\
                  mill,millers,طحانو الوادي,ar,\n";
    let frames = "frame,label,stance,target,question,source\n\
                  riders,fighters,0,KIND,?,codebook\n\
                  mills,workers,0,millers,?,codebook\n";
    let terms = "id,term,frame,label,pos,stems,flags,exclude,near,not_near,hit,miss,source,note\n\
                 r-muqatil,مقاتل,riders,fighters,noun,,human,,,,مقاتل,,codebook,\n\
                 m-amil,عامل,mills,workers,noun,عمال,human,,,,عامل,,codebook,\n";
    let grammar = "word,class,value,hit,miss,note\n\
                   عصبة,description,KIND,,,\n\
                   من,from,,,,\n";
    let mut files = vec![
        ("actors.csv", actors),
        ("ar/grammar.csv", grammar),
        ("ar/terms.csv", terms),
        ("frames.csv", frames),
    ];
    files.extend(kinds.map(|kinds| ("kinds.csv", kinds)));
    let files = files.into_iter().map(|(path, content)| ListFile {
        path: path.into(),
        shown: path.into(),
        content: content.replace("KIND", kind).into_bytes(),
    });
    let (lexicon, faults) = load_files(&files.collect::<Vec<_>>());
    assert!(faults.is_empty(), "{faults:?}");
    lexicon
}

#[test]
fn a_kind_of_a_researchers_own_binds_as_a_built_in_one_does() {
    let own = lists("riders", Some("kind,armed,far\nKIND,yes,yes\nmillers,,\n"));
    let built_in = lists("insurgents", None);
    let cases = [
        ("وصل مقاتلو فرسان الملح.", "مقاتلو riders salt phrase"),
        (
            "ظهرت فرسان الملح ثم حداة الرمل. بعد أيام غادر المقاتلون المدينة.",
            "المقاتلون riders sand description",
        ),
        (
            "ظهرت فرسان الملح. قال السكان إن العصبة أرسلت المقاتلين.",
            "المقاتلين riders salt description",
        ),
        (
            "غادر مقاتلون المدينة. ظهرت فرسان الملح ثم ظهرت فرسان الملح.",
            "مقاتلون riders salt article",
        ),
    ];
    for (body, expected) in cases {
        let found = bindings_by(&own, body);
        assert_eq!(found, [expected], "{body}");
        assert_eq!(found, bindings_by(&built_in, body), "{body}");
    }
}

#[test]
fn what_a_row_says_of_a_kind_decides_how_far_a_label_reaches() {
    let body = "غادر مقاتلون المدينة. ظهرت فرسان الملح ثم حداة الرمل ثم حداة الرمل.";
    let bound = |far: &str| {
        let kinds = format!("kind,armed,far\nKIND,yes,{far}\nmillers,,\n");
        bindings_by(&lists("riders", Some(&kinds)), body)
    };
    assert_eq!(bound("yes"), ["مقاتلون riders sand article"]);
    assert_eq!(bound("no"), ["مقاتلون riders nobody none"]);
}
