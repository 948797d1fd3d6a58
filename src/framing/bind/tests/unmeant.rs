//! What is denied, only possible, or said of nobody.

use super::{bound, lexicon};
use crate::language::Irrealis;
use crate::lexicon::Lexicon;

fn irrealis(body: &str) -> Vec<Option<&'static str>> {
    bound(lexicon(), body, |_, mention| {
        mention.irrealis.map(Irrealis::name)
    })
}

#[test]
fn what_is_denied_or_only_possible_is_marked() {
    let cases = [
        ("السكان ليسوا إرهابيين.", Some("negated")),
        ("لم يكونوا إرهابيين.", Some("negated")),
        ("لم يتراجع الإرهابيون.", None),
        ("لو كان الإرهابيون هناك لفروا.", None),
        ("لن يخسر أحد.", Some("negated")),
        ("إذا خسر الفريق غادر.", Some("possible")),
        ("قد يخسر الفريق.", Some("possible")),
        ("ربما خسر الفريق.", Some("possible")),
        ("قد خسر الفريق.", None),
        ("لا يزال المقاتلون هنا.", None),
        ("لن ننسى الحرب ضد الإرهابيين.", None),
        ("لم يصل الوفد، وصل إرهابيون.", None),
    ];
    for (body, expected) in cases {
        assert_eq!(irrealis(body), [expected], "{body}");
    }
}

#[test]
fn a_judgement_that_nobody_passes_is_marked() {
    let cases = [
        ("أكد العمدة ضرورة البسالة.", Some("wanted")),
        ("دعا العمدة سكان القرية إلى البسالة.", Some("wanted")),
        ("طالب السكان الحراس بالبسالة.", Some("wanted")),
        ("أغلقوا السوق خشية وقوع فوضى.", Some("feared")),
        ("اتخذ الحراس تدابير للحيلولة دون وقوع فوضى.", Some("feared")),
        ("تعلم المدرسة ثقافة البسالة.", Some("general")),
        ("تعلم المدرسة قيم الصدق والبسالة.", Some("general")),
        ("حوكم الحارس بتهمة ارتكاب فوضى.", Some("charged")),
        ("سنرد على أي فوضى.", Some("possible")),
        ("اجتمعوا في ميدان البسالة.", Some("name")),
        (
            "فاز المدرب: ركلة لاعب في المباراة، وفوضى بعدها.",
            Some("sport"),
        ),
        ("يريد المسلحون الفوضى.", None),
        ("وقعت فوضى في القرية.", None),
        ("أشاد العمدة ببسالة الحراس.", None),
        ("دعا العمدة إلى الصمت، وقال إن الفوضى لن تنسى.", None),
        ("طالب السكان بمحاسبة من نشر الفوضى.", None),
    ];
    for (body, expected) in cases {
        assert_eq!(irrealis(body), [expected], "{body}");
    }
}

#[test]
fn what_somebody_says_was_not_is_denied() {
    let cases = [
        ("نفى العمدة وقوع هجوم.", Some("negated")),
        ("نفت الشرطة أي هجوم على القرية.", Some("negated")),
        ("رفض العمدة الهجوم على القرية.", None),
        ("نفى العمدة أن تكون القرية خالية بعد هجوم أمس.", None),
    ];
    // With the built-in lists, as these read sayings.
    let lexicon = Lexicon::built_in().unwrap();
    for (body, expected) in cases {
        let of_attack = bound(&lexicon, body, |text, mention| {
            let is_attack = text.slice(&mention.bytes).contains("هجوم");
            is_attack.then(|| mention.irrealis.map(Irrealis::name))
        });
        let of_attack: Vec<_> = of_attack.into_iter().flatten().collect();
        assert_eq!(of_attack, [expected], "{body}");
    }
}

#[test]
fn an_adjective_of_a_deed_names_nobody() {
    let lexicon = Lexicon::built_in().unwrap();
    let told = bound(
        &lexicon,
        "وقع هجوم إرهابي في القرية.",
        |text, mention| {
            let frame = &lexicon.frames[lexicon.frame_of(mention.term).0 as usize];
            format!("{} {}", text.slice(&mention.bytes), frame.name)
        },
    );
    assert_eq!(told, ["هجوم إرهابي attacks"]);
}
