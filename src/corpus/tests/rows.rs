//! What becomes of a row: an article, or a remark.

use super::{Folder, LINES, TABLE, contents, ids, notes};
use crate::corpus::{ReadOptions, read};

#[test]
fn a_bad_row_is_remarked_on_and_the_run_goes_on() {
    let table = "\
id,source,date,title,text
1,a,2024-08-18,t,good
2,,2024-08-18,t,no source
3,a,2024-08-18,t,
4,a,soon,t,kept without date
5,a,2024-08-18,t,one,cell,too many
6,a
7,a,2025-01,t,a month is no day
,a,2024-08-18,t,no id
9,a,2024-08-18,t,\"not \"doubled\" here\"
10,a,2024-08-18,t,nul \0 inside
,,,,
11,a,2024-08-18,t,last
";
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!(ids(&corpus), ["1", "11", "4", "7", "t:9"]);
    assert_eq!(corpus.rows_skipped, 6);
    assert_eq!(corpus.articles[2].date, None);
    let expected = [
        "- id 1 rows have no id",
        "3 source skipped: it is empty",
        "4 text skipped: there is no text",
        "5 date the article is kept without a date: it cannot be read",
        "6 - skipped: it has 7 cells where the header has 5",
        "7 - skipped: it has 2 cells where the header has 5",
        "8 date the article is kept without a date: there is no day",
        "10 - skipped: a quotation mark",
        "11 text skipped: it holds NUL characters",
    ];
    let found = notes(&corpus);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found} / {expected}");
    }
}

#[test]
fn a_row_that_begins_with_a_hash_and_a_space_is_a_comment() {
    let table = "\
id,source,date,title,text
# any name,who,when,what,all
\"# any, name\",who,when,what
#1,a,2024-08-18,t,an article
";
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!(ids(&corpus), ["#1"]);
    assert_eq!(corpus.rows_skipped, 0);
    let found = notes(&corpus);
    let all = found
        .iter()
        .all(|note| note.contains("taken for a comment"));
    assert!(all && found.len() == 2, "{found:?}");
}

#[test]
fn a_bad_line_of_json_is_remarked_on_and_the_run_goes_on() {
    let lines = r#"{"id":1,"source":"a","text":"numbers are ids too"}
{"id":"2","source":"a","text":
["id"]
{"id":"4","source":"a","text":["x"]}
{"id":"5","source":"a","text":"x"} {}
{"id":"6","source":"a"}

{"id":"8","source":"a","event":"e","lang":"Arabic","text":"x"}
"#;
    let corpus = Folder::new().with("t.jsonl", lines).read("t.jsonl");
    assert_eq!(ids(&corpus), ["1", "8"]);
    assert_eq!(corpus.articles[1].event.as_deref(), Some("e"));
    assert_eq!(corpus.articles[1].language.as_deref(), Some("ar"));
    let rows: Vec<_> = corpus.notes.iter().map(|note| note.row).collect();
    assert_eq!(rows, [2, 3, 4, 5, 6].map(Some));
    assert_eq!(corpus.rows_skipped, 5);
}

#[test]
fn a_row_with_undecodable_bytes_is_skipped_and_named() {
    let mut table = TABLE.as_bytes().to_vec();
    let at = TABLE.find("نص ثان").unwrap();
    table[at] = 0xff;
    let corpus = Folder::new().with("t.csv", table).read("t.csv");
    assert_eq!(ids(&corpus), ["a1"]);
    assert!(notes(&corpus)[0].starts_with("3 text skipped: some of its bytes"));
    let cut = LINES.replace("نص ثان", "@");
    let cut: Vec<u8> = cut
        .bytes()
        .map(|b| if b == b'@' { 0xd9 } else { b })
        .collect();
    let corpus = Folder::new().with("t.jsonl", cut).read("t.jsonl");
    assert_eq!((ids(&corpus), corpus.rows_skipped), (vec!["a1"], 1));
}

#[test]
fn articles_with_the_same_id_are_told_apart_and_the_same_article_counts_once() {
    let rows = ["1,a,first", "1,b,second", "1,a,first", "2,a,x"];
    let mut seen = Vec::new();
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let table = order.map(|at| rows[at]).join("\n");
        let folder = Folder::new().with("t.csv", format!("id,source,text\n{table}\n"));
        let corpus = folder.read("t.csv");
        assert_eq!(ids(&corpus), ["1", "1#2", "2"]);
        assert_eq!(corpus.rows_skipped, 1);
        assert_eq!(corpus.notes.len(), 2);
        seen.push((
            contents(&corpus),
            corpus.sources.clone(),
            corpus.source_of.clone(),
        ));
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn dates_that_can_be_read_both_ways_follow_the_others_of_the_table() {
    let day = |dates: &str| {
        let rows = dates.split(' ').map(|date| format!("a,{date},{date}\n"));
        let table = format!("source,date,text\n{}", rows.collect::<String>());
        let corpus = Folder::new().with("t.csv", table).read("t.csv");
        let first = corpus
            .articles
            .iter()
            .find(|a| a.text == "03/04/2024")
            .unwrap();
        let said = notes(&corpus)
            .iter()
            .any(|note| note.contains("could be day/month"));
        (first.date.unwrap().at.date().to_string(), said)
    };
    assert_eq!(day("03/04/2024"), ("2024-04-03".to_owned(), true));
    assert_eq!(
        day("03/04/2024 18/04/2024"),
        ("2024-04-03".to_owned(), true)
    );
    assert_eq!(
        day("03/04/2024 04/18/2024"),
        ("2024-03-04".to_owned(), true)
    );
    assert_eq!(
        day("03/04/2024 04/18/2024 18/04/2024"),
        ("2024-04-03".to_owned(), true)
    );
}

#[test]
fn other_column_names_are_the_users_to_say() {
    let folder = Folder::new().with("t.csv", "who,BODY\na,x\n");
    let options = ReadOptions {
        columns: vec![
            ("source".into(), "who".into()),
            ("text".into(), "BODY".into()),
        ],
        ..ReadOptions::default()
    };
    let corpus = read(&[folder.path("t.csv")], &options, &|_| {}).unwrap();
    assert_eq!(ids(&corpus), ["t:2"]);
    assert_eq!(corpus.sources, ["a"]);
}
