//! Voices, on sentences of our own and a short list of cues.

mod bounds;
mod certain;
mod objects;
mod quotations;
mod senses;
mod speakers;
mod statements;

use super::*;
use crate::corpus::Part;
use crate::language::{self, Citation, Pos};
use crate::text::clean::Furniture;
use crate::text::matcher::{Matcher, MatcherBuilder};
use crate::text::prepare;
use std::sync::OnceLock;

/// Term, part of speech, other form, role, what it governs besides what is usual.
const CUES: &str = "
قال|verb|يقول|says|
أكد|verb|يؤكد|says|noun;عن;على
أعلن|verb|يعلن|says|noun;عن;على
أضاف|verb|يضيف|says|
أوضح|verb|يوضح|says|
أفاد|verb|يفيد|says|ب
أشار|verb|يشير|says|إلى
ذكر|verb|يذكر|says|
نقل|verb|ينقل|says|
صرح|verb|يصرح|says|
بين|verb|يبين|says|
ردد|verb|يردد|says|
وصف|verb|يصف|says|ب
اتهم|verb|يتهم|accuses|
نفى|verb|ينفي|denies|
أدان|verb|يدين|condemns|
طالب|verb|يطالب|demands|
دعا|verb|يدعو|demands|
كشف|verb|يكشف|says|noun;عن
جدد|verb|يجدد|says|speech
رفع|verb|يرفع|says|thanks
إخطار|noun||says-noun|ب
حمل|verb|يحمل|accuses|blame
طلب|verb|يطلب|demands|noun;ب
أمر|verb|يأمر|demands|words
نادى|verb|ينادي|demands|ب
متهما|fixed|متهمة|participle|ب
مهددا|fixed|مهددة|participle|ب
متابعا|fixed|متابعة|participle|
مضيفا|fixed|مضيفة|participle|
مؤكدا|fixed|مؤكدة|participle|
وفقا|fixed||according-to|
وفق|fixed||according-to|
طبقا|fixed||according-to|
بحسب|fixed||according-to|
حسب|fixed||according-to|
ندد|verb|يندد|condemns|ب
على حد قوله|fixed|على حد تعبيره|according-to|
قول|noun|أقوال|says-noun|
تأكيد|noun||says-noun|
تهمة|noun||says-noun|noun
هتاف|noun||says-noun|
ما يسمى|fixed|ما تسمى|so-called|
المزعوم|fixed|المزعومة|so-called|
ما وصفه ب|fixed||so-called|
صحيفة|noun||name-head|
حركة|noun||name-head|
";

fn matcher() -> &'static (Matcher, Vec<(Role, Valency)>) {
    static MATCHER: OnceLock<(Matcher, Vec<(Role, Valency)>)> = OnceLock::new();
    MATCHER.get_or_init(|| {
        let mut builder = MatcherBuilder::default();
        let mut meanings = Vec::new();
        for line in CUES.trim().lines() {
            let cells: Vec<&str> = line.split('|').collect();
            let citation = Citation {
                term: cells[0].into(),
                pos: Some(match cells[1] {
                    "verb" => Pos::Verb,
                    "noun" => Pos::Noun,
                    _ => Pos::Fixed,
                }),
                stems: cells[2].split_terminator(';').map(Into::into).collect(),
                ..Citation::default()
            };
            builder.add(language::of(None), &citation);
            meanings.push((role(cells[3]), valency(role(cells[3]), cells[4])));
        }
        (builder.build(), meanings)
    })
}

fn role(name: &str) -> Role {
    let known = Role::ALL.iter().find(|(_, known)| *known == name);
    known.expect("a role").0
}

fn valency(role: Role, cell: &str) -> Valency {
    let listed = cell.split_terminator(';').map(|word| {
        let known = Governs::NAMES.iter().find(|(name, _)| *name == word);
        known.expect("a complement").1
    });
    let object = listed.fold(Governs::NONE, |all, one| all | one);
    Valency::of(role, None, None, None, object)
}

/// What is read in a text: `kind speaker: words`, in order; `-` for nobody.
fn told(part: Part, given: &str) -> Vec<String> {
    heard(part, given, |stretch, words| {
        let speaker = stretch.speaker.as_deref().unwrap_or("-");
        format!("{} {speaker}: {words}", stretch.kind.name())
    })
}

/// What `tell` says of each stretch of a text and its words, in order.
fn heard<T>(part: Part, given: &str, tell: impl Fn(&Stretch, &str) -> T) -> Vec<T> {
    let (matcher, meanings) = matcher();
    let furniture = Furniture::default();
    let text = prepare(
        given,
        part,
        None,
        "",
        language::of(None).grammar(),
        &furniture,
    );
    let mut found = Vec::new();
    matcher.scan(&text, &mut found);
    let cues: Vec<Cue> = found
        .into_iter()
        .map(|found| {
            let (role, valency) = meanings[found.pattern.0 as usize];
            Cue {
                role,
                valency,
                tokens: found.tokens,
                features: found.features,
            }
        })
        .collect();
    let voices = read(&text, &cues, &[]);
    let told = voices.stretches.iter();
    told.map(|stretch| tell(stretch, text.slice(&stretch.bytes)))
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (given, expected) in cases {
        assert_eq!(told(Part::Body, given), *expected, "{given}");
    }
}

#[track_caller]
fn check_titles(cases: &[(&str, &[&str])]) {
    for (given, expected) in cases {
        assert_eq!(told(Part::Title, given), *expected, "{given}");
    }
}

/// Pieces that texts of any order are made of, so that rules meet where no news text lets them.
const PIECES: [&str; 44] = [
    "قال",
    "وقال",
    "أكد",
    "الوزير",
    "سالم",
    "إن",
    "أن",
    "أنه",
    "بأن",
    "وأن",
    "إلى",
    "على",
    "عن",
    "من",
    "ب",
    "ل",
    "مقتل",
    "بسحب",
    "مضيفا",
    "وفق",
    "بحسب",
    "كما",
    "ما",
    "ما يسمى",
    "قوله",
    "الذي",
    "وكان",
    "فيما",
    "أمس",
    "5",
    "،",
    ".",
    "..",
    ":",
    "؟",
    "\n",
    "«",
    "»",
    "\"",
    "''",
    "+",
    "-",
    "(",
    ")",
];

proptest::proptest! {
    #[test]
    fn any_order_of_words_and_marks_is_read_and_cut_at_letters(
        picked in proptest::collection::vec(0..PIECES.len() * 2, 0..40),
        title in proptest::bool::ANY,
    ) {
        let piece = |at: &usize| {
            let glue = if at.is_multiple_of(2) { " " } else { "" };
            format!("{}{glue}", PIECES[at / 2])
        };
        let given: String = picked.iter().map(piece).collect();
        let part = if title { Part::Title } else { Part::Body };
        told(part, &given);
    }

    #[test]
    fn any_text_is_read(given in "\\PC*") {
        told(Part::Body, &given);
    }
}
