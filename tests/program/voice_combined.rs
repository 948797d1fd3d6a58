//! Sentences put together of openings, speakers, verbs and what they take: whatever stands around a
//! verb of saying, what is said begins at the same word.
//!
//! In `VERBS`, `~` stands where that begins. All words are our own.

use super::voice_kinds::heard_right;
use serde_json::{Value, json};

/// The share of sentences whose every word is in the right voice: a floor.
const LEAST: f64 = 0.98;

/// What may stand before a verb.
const OPENINGS: &[&str] = &[
    "",
    "و",
    "كما ",
    "زار الوفد المدينة، كما ",
    "وقد ",
    "من جانبه، ",
    "من جهته ",
    "انتهى الاجتماع مساء، فيما ",
    "انتهى الاجتماع مساء، بينما ",
    "انتهى الاجتماع مساء، حيث ",
    "التقى الوفد السفراء ثم ",
    "وفي السياق نفسه، ",
    "وفي ختام الاجتماع ",
    "وكانت الأزمة بدأت في مايو، و",
    "على صعيد آخر، ",
    "إلى ذلك ",
];

/// Who may speak, behind the verb, and the verb's ending.
const SPEAKERS: &[(&str, &str)] = &[
    ("الوزير", ""),
    ("وزير الخارجية الهولندي كارل فاندايك", ""),
    ("رئيس الحزب، سامي خليل،", ""),
    ("د. سامي خليل رئيس الجمعية", ""),
    ("الوزارة", "ت"),
    ("عدد من الأهالي", ""),
    ("مصدر أمني", ""),
    ("الوزير خلال لقائه وفدا من النواب أمس", ""),
    (
        "المتحدث باسم الشركة، في مؤتمر صحفي عقده اليوم في العاصمة،",
        "",
    ),
    ("المدير الذي زار القرية أمس", ""),
];

/// A verb, its feminine where that is not in ت alone, and what it takes.
const VERBS: &[(&str, &str, &[&str])] = &[
    (
        "قال",
        "",
        &[
            "إن ~الطريق مغلق أمام الشاحنات",
            ": ~الطريق مغلق أمام الشاحنات",
        ],
    ),
    (
        "أكد",
        "",
        &[
            "أن ~الطريق مغلق",
            "~ضرورة فتح الطريق",
            "على ~ضرورة فتح الطريق",
            "~رفضه فتح الطريق",
        ],
    ),
    (
        "أعلن",
        "",
        &[
            "أن ~الطريق مغلق",
            "~إغلاق الطريق أمام الشاحنات",
            "عن ~إغلاق الطريق",
        ],
    ),
    ("أضاف", "", &["أن ~الطريق مغلق أمام الشاحنات"]),
    ("أشار", "", &["إلى أن ~الطريق مغلق", "إلى ~وجود طريق بديل"]),
    ("كشف", "", &["عن ~وجود خطة لفتح الطريق", "أن ~الطريق مغلق"]),
    (
        "طالب",
        "",
        &[
            "~بفتح الطريق أمام الشاحنات",
            "الحكومة ~بفتح الطريق",
            "الحكومة والبلديات ومجلس النواب ~بفتح الطريق",
        ],
    ),
    (
        "دعا",
        "دعت",
        &[
            "إلى ~فتح الطريق",
            "الأهالي إلى ~تجنب الطريق الساحلي",
            "~لفتح الطريق",
            "الأهالي ~لتجنب الطريق الساحلي",
        ],
    ),
    ("ناشد", "", &["الحكومة ~فتح الطريق", "الحكومة ~بفتح الطريق"]),
    ("حذر", "", &["من ~انهيار الجسر", "من أن ~الجسر قد ينهار"]),
    (
        "أعرب",
        "",
        &["عن ~قلقه من انهيار الجسر", "عن ~أمله في أن تفتح الطريق"],
    ),
    ("نفى", "نفت", &["~وجود خطة لإغلاق الطريق", "أن ~الطريق أغلق"]),
    ("ندد", "", &["~بإغلاق الطريق أمام الشاحنات"]),
    ("استنكر", "", &["~إغلاق الطريق أمام الشاحنات"]),
    ("أدان", "", &["~الاعتداء على القافلة"]),
    ("أشاد", "", &["~بجهود فرق الإنقاذ في القرية"]),
    ("رحب", "", &["~بقرار فتح الطريق"]),
    (
        "وصف",
        "",
        &["القرار ~بأنه ضربة للتجارة", "القرار ~بالكارثي"],
    ),
    ("اتهم", "", &["البلدية ~بإهمال الطريق"]),
    ("هدد", "", &["~بإغلاق الطريق أمام الشاحنات"]),
    ("توقع", "", &["أن ~ينهار الجسر", "~انهيار الجسر قريبا"]),
    (
        "شدد",
        "",
        &["على ~ضرورة فتح الطريق", "على أن ~الطريق لن يفتح"],
    ),
    ("اقترح", "", &["~فتح الطريق أمام الشاحنات"]),
    ("تعهد", "", &["~بفتح الطريق أمام الشاحنات"]),
    ("أفاد", "", &["بأن ~الطريق مغلق", "~بوجود طريق بديل"]),
    ("جدد", "", &["~التأكيد على ضرورة فتح الطريق"]),
];

fn sentences() -> Vec<Value> {
    let mut cases = Vec::new();
    for (verb, feminine, objects) in VERBS {
        for object in *objects {
            for opening in OPENINGS {
                for (speaker, ending) in SPEAKERS {
                    let verb = match (*ending, *feminine) {
                        ("", _) => (*verb).to_owned(),
                        (_, "") => format!("{verb}{ending}"),
                        (_, feminine) => feminine.to_owned(),
                    };
                    let (before, said) = object.split_once('~').unwrap();
                    let marked = format!("{opening}{verb} {speaker} {before}⟦r||{said}⟧.");
                    cases.push(json!({ "part": "body", "marked": marked.replace(" :", ":") }));
                }
            }
        }
    }
    cases
}

#[test]
fn what_is_said_begins_at_the_same_word_whatever_stands_around_its_verb() {
    let cases = sentences();
    let good = heard_right(&cases);
    let missed: Vec<&str> = cases
        .iter()
        .zip(&good)
        .filter(|(_, good)| !**good)
        .map(|(case, _)| case["marked"].as_str().unwrap())
        .collect();
    let share = 1.0 - missed.len() as f64 / cases.len() as f64;
    eprintln!("{:.1} % of {} sentences", share * 100.0, cases.len());
    assert!(share >= LEAST, "{share}:\n{}", missed.join("\n"));
}
