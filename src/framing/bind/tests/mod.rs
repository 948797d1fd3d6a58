//! Binding, on sentences and a small set of lists of our own.

mod clauses;
mod composed;
mod conflicts;
mod growth;
mod kinds;
mod persons;
mod sure;
mod unmeant;

use super::*;
use crate::corpus::Part as Half;
use crate::framing::find;
use crate::language;
use crate::lexicon::files::ListFile;
use crate::lexicon::load_files;
use crate::text::clean::Furniture;
use crate::text::prepare;
use std::sync::OnceLock;

const FRAMES: &str = "frame,label,stance,target,question,source
islamists,terrorists,-2,armed-islamists,?,codebook
islamists,fighters,0,armed-islamists,?,codebook
insurgents,terrorists,-2,insurgents;militia,?,codebook
insurgents,militia,-1,insurgents;militia,?,codebook
army,loyal,0,state-army;state-security;pro-government-militia,?,codebook
army,soldiers,0,state-army;state-security;pro-government-militia,?,codebook
rule,president,0,leader,?,codebook
attacks,attack,0,agent,?,codebook
attacks,cowardly-attack,-2,agent,?,codebook
judged,blame,-1,any,?,codebook
judged,praise,1,any,?,codebook
killing,killed,0,victim,?,codebook
outcome,lost,-1,agent,?,codebook
";

const ACTORS: &str = "actor,kind,name,language,note
nusra,armed-islamists,نصرة الصحراء,ar,
qaeda,armed-islamists,القاعدة,ar,
rijal,insurgents,رجال الجبال,ar,
army,state-army,الجيش الوطني,ar,
ecowas,organisation,الجماعة الاقتصادية لدول غرب أفريقيا,ar,
river,state,دولة النهر,ar,
river-army,state-army,قوات الضفة,ar,
river-police,state-security,الشرطة النهرية,ar,
hill,state,دولة التل,ar,
hill-army,state-army,حراس التل,ar,
salim,leader,سالم الزين,ar,
sahl,pro-government-militia,ميليشيا السهل,ar,
";

const STATES: &str = "state,language,adjectives,actors,note
river,ar,نهري;أنهار,river-army;river-police,
hill,ar,تلي,hill-army,
";

const TERMS: &str = "id,term,frame,label,pos,stems,flags,exclude,near,not_near,hit,miss,source,note
i-irhabi,إرهابي,islamists,terrorists,adj,,,,,,إرهابي,,codebook,
i-muqatil,مقاتل,islamists,fighters,noun,,human,,,,مقاتل,,codebook,
n-irhabi,إرهابي,insurgents,terrorists,adj,,,,,,إرهابي,,codebook,
n-milishya,ميليشيا,insurgents,militia,noun,ميليشيات,,,,,ميليشيا,,codebook,
a-milishya,ميليشيا موالية,army,loyal,phrase,ميليشيات موالية,,,,,ميليشيا موالية,,codebook,
x-hujum,هجوم,attacks,attack,noun,هجمات,,,,,هجوم,,codebook,
x-jaban,هجوم جبان,attacks,cowardly-attack,phrase,,,,,,هجوم جبان,,codebook,
j-jaban,جبان,judged,blame,adj,,,,,,جبان,,codebook,
k-maqtal,مقتل,killing,killed,noun,,,,,,مقتل,,codebook,
a-dabit,ضابط,army,soldiers,noun,ضباط,human,,,,ضابط,,codebook,
a-shurta,شرطة,army,soldiers,noun,,,,,,شرطة,,codebook,
a-faylaq,فيلق,army,soldiers,noun,,,,,,فيلق,,codebook,
a-anasir,عناصر خلية,army,soldiers,phrase,,,,,,عناصر خلية,,codebook,
i-khaliya,خلية,islamists,fighters,noun,,,,,,خلية,,codebook,
r-rais,رئيس,rule,president,noun,,,,,,رئيس,,codebook,
j-fawda,فوضى,judged,blame,noun,,,,,,فوضى,,codebook,
j-basala,بسالة,judged,praise,noun,,,,,,بسالة,,codebook,
o-khasira,خسر,outcome,lost,verb,يخسر,,,,,خسر,خ,codebook,
";

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        listed(&[
            ("frames.csv", FRAMES),
            ("actors.csv", ACTORS),
            ("states.csv", STATES),
            ("ar/terms.csv", TERMS),
        ])
    })
}

/// Lists without a fault.
fn listed(files: &[(&str, &str)]) -> Lexicon {
    let file = |(path, content): &(&str, &str)| ListFile {
        path: (*path).into(),
        shown: (*path).into(),
        content: content.as_bytes().to_vec(),
    };
    let files: Vec<ListFile> = files.iter().map(file).collect();
    let (lexicon, faults) = load_files(&files);
    assert!(faults.is_empty(), "{faults:?}");
    lexicon
}

/// What is read in a body, given with what its mentions are bound to.
fn bound<T>(lexicon: &Lexicon, body: &str, told: impl Fn(&Text, &Mention) -> T) -> Vec<T> {
    let furniture = Furniture::default();
    let grammar = lexicon.grammar(language::of(None));
    let text = prepare(body, Half::Body, None, "", grammar, &furniture);
    let mut found = [find(lexicon, &text, 5)];
    bind(lexicon, &[&text], &mut found, Bindings::Guesses, None);
    let mentions = found[0].mentions.iter();
    mentions.map(|mention| told(&text, mention)).collect()
}

/// The mentions of a body that count, each as `form frame actor binding`.
fn bindings(body: &str) -> Vec<String> {
    bindings_by(lexicon(), body)
}

fn bindings_by(lexicon: &Lexicon, body: &str) -> Vec<String> {
    bound(lexicon, body, |text, mention| {
        let frame = &lexicon.frames[lexicon.frame_of(mention.term).0 as usize].name;
        let name = |actor: ActorIx| lexicon.actors[actor.0 as usize].name.as_str();
        let actor = mention.actor.map_or("nobody", name);
        let binding = mention.binding.name();
        format!("{} {frame} {actor} {binding}", text.slice(&mention.bytes))
    })
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    assert_eq!(bindings(body), expected, "{body}");
}

#[test]
fn a_name_in_the_same_noun_phrase_comes_first() {
    check(
        "هاجم رجال الجبال القرية ثم وصل مقاتلو جماعة «نصرة الصحراء».",
        &["مقاتلو islamists nusra phrase"],
    );
    check(
        "أعلنت نصرة الصحراء المرتبطة بتنظيم القاعدة الإرهابي موقفها.",
        &["الإرهابي islamists qaeda phrase"],
    );
}

#[test]
fn else_the_nearest_earlier_name_of_the_kind_in_the_sentence_takes_it() {
    check(
        "بعد لقاء القاعدة ونصرة الصحراء والجيش الوطني غادر المقاتلون.",
        &["المقاتلون islamists nusra sentence"],
    );
}

#[test]
fn a_word_once_said_of_a_name_goes_on_to_mean_it() {
    check(
        "وصل مقاتلو القاعدة. ظهرت نصرة الصحراء ثم غادر المقاتلون المدينة.",
        &[
            "مقاتلو islamists qaeda phrase",
            "المقاتلون islamists qaeda repetition",
        ],
    );
}

#[test]
fn else_a_definite_label_goes_to_the_one_named_last() {
    check(
        "ظهرت نصرة الصحراء ثم القاعدة. بعد أيام غادر المقاتلون المدينة.",
        &["المقاتلون islamists qaeda description"],
    );
}

#[test]
fn else_the_article_decides_and_else_nobody() {
    check(
        "غادر مقاتلون المدينة. ظهرت القاعدة ثم ظهرت القاعدة ثم نصرة الصحراء.",
        &["مقاتلون islamists qaeda article"],
    );
    check("غادر مقاتلون المدينة.", &["مقاتلون islamists nobody none"]);
}

#[test]
fn a_definite_description_stands_for_the_name_before_it() {
    check(
        "ظهرت القاعدة. قال السكان إن الجماعة أرسلت المقاتلين.",
        &["المقاتلين islamists qaeda description"],
    );
    check(
        "ظهرت القاعدة ثم نصرة الصحراء. الجماعة الاقتصادية تدين المقاتلين.",
        &["المقاتلين islamists nusra description"],
    );
}

#[test]
fn a_label_with_a_nation_of_its_own_is_not_about_others() {
    check(
        "ظهرت القاعدة ثم غادر المقاتلون الأفغان والمقاتلون.",
        &[
            "المقاتلون islamists qaeda sentence",
            "والمقاتلون islamists qaeda sentence",
        ],
    );
    check(
        "ظهرت القاعدة ثم قال المقاتل السوري شيئا.",
        &["المقاتل islamists nobody none"],
    );
}

#[test]
fn a_word_of_two_frames_is_read_where_its_actor_is() {
    check(
        "وصفت الصحيفة رجال الجبال بأنهم إرهابيون.",
        &["إرهابيون insurgents rijal sentence"],
    );
    check(
        "وصفت الصحيفة القاعدة بأنهم إرهابيون.",
        &["إرهابيون islamists qaeda sentence"],
    );
    // Of equals the first frame by name.
    check("وصل إرهابيون.", &["إرهابيون insurgents nobody none"]);
}

#[test]
fn militias_of_the_government_are_no_insurgents() {
    check(
        "قاتل رجال الجبال ميليشيات موالية للحكومة.",
        &["ميليشيات موالية army nobody none"],
    );
    check(
        "انسحبت ميليشيا رجال الجبال.",
        &["ميليشيا insurgents rijal phrase"],
    );
}

#[test]
fn an_attack_is_its_agents() {
    let nusra = "هجوم attacks nusra subject";
    check(
        "قتل جندي في هجوم شنته نصرة الصحراء.",
        &["هجوم attacks nusra subject"],
    );
    check("نفذت نصرة الصحراء أول هجوم هذا العام.", &[nusra]);
    check("نفذت نصرة الصحراء هجوم على الجيش الوطني.", &[nusra]);
    check(
        "دعا الجيش الوطني إلى وقف هجمات.",
        &["هجمات attacks nobody none"],
    );
    check("وقع هجوم على الجيش الوطني.", &["هجوم attacks nobody none"]);
    check(
        "توالت هجمات نصرة الصحراء.",
        &["هجمات attacks nusra subject"],
    );
}

#[test]
fn a_death_is_its_victims() {
    check(
        "أدى القصف إلى مقتل جندي من الجيش الوطني.",
        &["مقتل killing army clause"],
    );
    check(
        "هددت نصرة الصحراء السكان بعد مقتل مدني.",
        &["مقتل killing nobody none"],
    );
    check(
        "مقتل مدني على يد نصرة الصحراء.",
        &["مقتل killing nobody none"],
    );
}

#[test]
fn an_adjective_of_a_state_binds_to_whoever_acts_for_it() {
    check(
        "ظهرت حراس التل ثم وصل ضباط نهريون.",
        &["ضباط army river-army phrase"],
    );
    check(
        "ظهرت حراس التل ثم وصلت الشرطة في دولة النهر.",
        &["الشرطة army river-police phrase"],
    );
    check(
        "ظهرت قوات الضفة ثم وصل الفيلق الصيني.",
        &["الفيلق army nobody none"],
    );
}

#[test]
fn an_act_with_the_adjective_of_a_state_is_its_forces() {
    check(
        "ظهرت نصرة الصحراء ثم وقع هجوم نهري.",
        &["هجوم attacks river-army phrase"],
    );
}

#[test]
fn a_force_that_somebody_else_owns_is_not_whom_the_text_named_before() {
    check(
        "ظهرت حراس التل ثم وصل ضباط الجماعة الاقتصادية لدول غرب أفريقيا.",
        &["ضباط army nobody none"],
    );
    check(
        "ظهرت حراس التل ثم وصل ضباط دولة النهر.",
        &["ضباط army river-army phrase"],
    );
}

#[test]
fn an_army_without_a_name_is_the_one_of_the_state_the_article_is_about() {
    check(
        "اجتمع مجلس دولة النهر أمس في دولة النهر. عاد فيلقنا إلى المدينة. وعادت الشرطة.",
        &[
            "فيلقنا army river-army article",
            "الشرطة army river-police state",
        ],
    );
}

#[test]
fn a_name_that_only_tells_a_link_is_not_what_an_article_is_about() {
    check(
        "هاجمت نصرة الصحراء المرتبطة بتنظيم القاعدة بلدة. غادر المقاتلون المدينة.",
        &["المقاتلون islamists nusra description"],
    );
}

#[test]
fn a_community_of_states_takes_its_own_descriptions() {
    check(
        "ظهرت القاعدة. أصدرت الجماعة الاقتصادية لدول غرب أفريقيا بيانا. وصفت الجماعة الأمر.",
        &[],
    );
    check(
        "ظهرت القاعدة. اجتمعت الجماعة الاقتصادية لدول غرب أفريقيا. غادر المقاتلون.",
        &["المقاتلون islamists qaeda description"],
    );
}

#[test]
fn a_deputy_is_not_whose_deputy_he_is() {
    check(
        "وصل سالم الزين ثم غادر نائب الرئيس.",
        &["الرئيس rule nobody none"],
    );
    check(
        "وصل سالم الزين ثم غادر الرئيس.",
        &["الرئيس rule salim sentence"],
    );
}

#[test]
fn whoever_condemns_an_attack_did_not_do_it() {
    check(
        "أدانت حراس التل بشدة هجوم أمس.",
        &["هجوم attacks nobody none"],
    );
    check(
        "قالت حراس التل إن الوضع سيئ بعد هجوم أمس.",
        &["هجوم attacks nobody none"],
    );
}

#[test]
fn a_name_in_the_phrase_weighs_more_than_a_longer_label() {
    check(
        "ظهرت حراس التل. قتل عدد من عناصر خلية القاعدة.",
        &["خلية islamists qaeda phrase"],
    );
}
