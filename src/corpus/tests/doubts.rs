//! Inputs that are no text, or not all of it: each is told by name, with what to do.

use super::{Folder, contents, ids, notes};
use crate::corpus::{Corpus, Doubt};

const SOUND: &str =
    "فتحت البلدية الجسر القديم أمام السيارات، وقال العمدة إن العمال أنهوا ما بقي ليلا.";

fn told(corpus: &Corpus) -> String {
    notes(corpus).join("\n")
}

#[test]
fn cells_that_programs_write_for_nothing_are_empty_and_told_once() {
    let table = format!(
        "id,source,date,title,text,event\n1,النهر,NaT,nan,{SOUND},NaN\n2,None,2024-01-01,x,{SOUND},\n\
         3,النهر,NULL,N/A,#NAME?,\n4,النهر,2024-01-02,None of them,{SOUND},NA\n"
    );
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!((ids(&corpus), corpus.rows_skipped), (vec!["1", "4"], 2));
    let [first, last] = [0, 1].map(|at| &corpus.articles[at]);
    assert_eq!(
        (first.title.as_str(), last.title.as_str()),
        ("", "None of them")
    );
    assert!(first.date.is_none() && first.event.is_none() && last.event.is_none());
    let told = told(&corpus);
    assert!(told.contains("8 cells hold nothing but"), "{told}");
    assert!(!told.contains("cannot be read"), "{told}");
}

#[test]
fn a_doubtful_text_is_kept_and_told_with_its_row_and_counted() {
    let misread = encoding_rs::WINDOWS_1256
        .decode_without_bom_handling(SOUND.as_bytes())
        .0;
    let table = format!("id,source,text\n1,a,{misread}\n2,a,{SOUND}\n3,a,?????? ???? ???????\n");
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!(corpus.articles.len(), 3);
    assert_eq!(
        corpus.articles[0].text, misread,
        "nothing is mended in silence"
    );
    let told = notes(&corpus);
    assert!(
        told[0].starts_with("2 text its letters look like UTF-8"),
        "{told:?}"
    );
    assert!(
        told[1].starts_with("4 text its letters are lost"),
        "{told:?}"
    );
    assert_eq!(
        (corpus.doubts[Doubt::Misread], corpus.doubts[Doubt::Lost]),
        (1, 1)
    );
}

#[test]
fn a_row_in_another_encoding_costs_itself_only() {
    let row = format!("2,b,{SOUND}\n");
    let row = encoding_rs::WINDOWS_1256.encode(&row).0;
    let table = [format!("id,source,text\n1,a,{SOUND}\n").as_bytes(), &row].concat();
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!((ids(&corpus), corpus.rows_skipped), (vec!["1"], 1));
    assert_eq!(corpus.articles[0].text, SOUND);
}

#[test]
fn documents_beside_texts_are_named_with_what_to_do() {
    let several = format!("1 of 2 DOCUMENTS\n{SOUND}\n2 of 2 DOCUMENTS\n{SOUND}\n");
    let folder = Folder::new()
        .with("t/river/a.txt", several)
        .with("t/river/b.docx", "PK\x03\x04 word/")
        .with("t/river/c.PDF", "%PDF-1.7")
        .with("t/river/d.xlsx", "PK\x03\x04 xl/")
        .with("t/river/e.png", "x")
        .with("t/river/f.txt", "{\\rtf1\\ansi}")
        .with("u/a.rtf", "{\\rtf1");
    let corpus = folder.read("t");
    assert_eq!(ids(&corpus), ["a"]);
    let of = |name: &str| {
        let found = corpus.notes.iter().find(|note| note.file.ends_with(name));
        found.unwrap().what.clone()
    };
    assert!(
        of("a.txt").starts_with("2 documents seem to stand"),
        "{}",
        of("a.txt")
    );
    assert!(
        of("b.docx").contains("save its text as .txt"),
        "{}",
        of("b.docx")
    );
    assert!(of("c.PDF").contains("a document"), "{}", of("c.PDF"));
    assert!(
        of("d.xlsx").contains("a table among texts"),
        "{}",
        of("d.xlsx")
    );
    assert!(
        of("e.png").contains("neither .txt nor .html"),
        "{}",
        of("e.png")
    );
    assert!(
        of("f.txt").starts_with("skipped: this is a document"),
        "{}",
        of("f.txt")
    );
    assert_eq!(corpus.doubts[Doubt::NoText], 2);
    assert!(folder.refused("u").contains("a document and no plain text"));
}

#[test]
fn a_cell_that_excel_cut_is_told_in_any_kind_of_table() {
    let cell = "م ".repeat(16_384).trim_end().to_owned();
    let line = format!("{{\"id\":\"1\",\"source\":\"a\",\"text\":\"{cell}\"}}\n");
    let folder = Folder::new()
        .with("t.csv", format!("id,source,text\n1,a,{cell}\n"))
        .with("t.jsonl", line)
        .with("t/a.txt", &cell);
    for name in ["t.csv", "t.jsonl"] {
        assert_eq!(folder.read(name).doubts[Doubt::Cut], 1, "{name}");
    }
    assert_eq!(
        folder.read("t").doubts[Doubt::Cut],
        0,
        "a file of its own has any length"
    );
}

#[test]
fn events_that_differ_in_what_a_spreadsheet_adds_are_told_as_probably_one() {
    let row = |id, event| format!("{id},a,{SOUND},{event}\n");
    let table = [
        "id,source,text,event\n".to_owned(),
        row(1, "7"),
        row(2, "7.0"),
        row(3, "8"),
    ];
    let mut corpus = Folder::new().with("t.csv", table.concat()).read("t.csv");
    let expected =
        "- event taken for different events: 7 | 7.0; write them the same if they are one";
    assert_eq!(notes(&corpus), [expected]);
    let groups = "\u{feff}article\tevent\r\n1\t9.0\r\n2\t9\r\n".encode_utf16();
    let groups: Vec<u8> = groups.flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new().with("g.csv", groups);
    corpus
        .group(&folder.path("g.csv"), &Default::default())
        .unwrap();
    assert!(told(&corpus).contains("9 | 9.0"), "{}", told(&corpus));
    let before = contents(&corpus);
    assert_eq!(before[0].event.as_deref(), Some("7"));
}
