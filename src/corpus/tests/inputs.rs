//! What can be given: tables, folders, streams; and what is turned away.

use super::{Folder, LINES, TABLE, contents, gzip, ids, notes};
use crate::corpus::{Article, ReadOptions, open, read};

#[test]
fn every_kind_of_table_gives_the_same_articles() {
    let folder = Folder::new()
        .with("a.csv", TABLE)
        .with("b.csv", TABLE.replace(',', ";"))
        .with("c.tsv", TABLE.replace(',', "\t"))
        .with("d.csv.gz", gzip(TABLE))
        .with("e.jsonl", LINES)
        .with("f.ndjson", LINES)
        .with("g.jsonl.gz", gzip(LINES))
        .with("h", LINES)
        .with("i.csv", gzip(TABLE))
        .with("j/articles.csv", TABLE)
        .with("k/articles.jsonl.gz", gzip(LINES));
    let expected = folder.read("a.csv");
    assert_eq!(ids(&expected), ["a1", "a2"]);
    assert_eq!(expected.sources, ["صوت الوادي", "وكالة النهر"]);
    assert_eq!(
        expected.articles[0].text,
        "قال المتحدث \"الجسر آمن\".\nوفتح صباحا."
    );
    assert_eq!((expected.articles[0].row, expected.articles[1].row), (2, 3));
    assert!(expected.notes.is_empty(), "{:?}", expected.notes);
    for name in [
        "b.csv",
        "c.tsv",
        "d.csv.gz",
        "e.jsonl",
        "f.ndjson",
        "g.jsonl.gz",
        "h",
        "i.csv",
        "j",
        "k",
    ] {
        let found = folder.read(name);
        assert_eq!(contents(&found), contents(&expected), "{name}");
        assert_eq!(found.rows_skipped, 0, "{name}");
    }
}

#[test]
fn every_encoding_gives_the_same_articles_and_nothing_is_replaced() {
    let units =
        |bytes: fn(u16) -> [u8; 2]| TABLE.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let folder = Folder::new()
        .with("utf8.csv", TABLE)
        .with("mark.csv", format!("\u{feff}{TABLE}"))
        .with(
            "le.csv",
            [vec![0xff, 0xfe], units(u16::to_le_bytes)].concat(),
        )
        .with(
            "be.csv",
            [vec![0xfe, 0xff], units(u16::to_be_bytes)].concat(),
        )
        .with("bare.csv", units(u16::to_le_bytes))
        .with("1256.csv", encoding_rs::WINDOWS_1256.encode(TABLE).0);
    let expected = contents(&folder.read("utf8.csv"));
    for name in ["mark.csv", "le.csv", "be.csv", "bare.csv", "1256.csv"] {
        assert_eq!(contents(&folder.read(name)), expected, "{name}");
    }
    assert!(notes(&folder.read("1256.csv"))[0].contains("windows-1256"));
}

#[test]
fn an_encoding_needs_no_line_feed_to_be_read() {
    let units = |text: &str| -> Vec<u8> {
        let units = text.encode_utf16();
        units.flat_map(u16::to_le_bytes).collect()
    };
    let windows = |text: &str| encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let of_macintosh = TABLE.replace("\".\n", "\".").replace('\n', "\r");
    let line = LINES.lines().next().unwrap();
    let folder = Folder::new()
        .with("mac.csv", windows(&of_macintosh))
        .with("mac16.csv", units(&format!("\u{feff}{of_macintosh}")))
        .with("bare.csv", units("\u{feff}id,source,text"))
        .with(
            "odd.csv",
            [&units("\u{feff}id,source,text")[..], b"\n"].concat(),
        )
        .with("line.jsonl", units(&format!("\u{feff}{line}")))
        .with("line1256.jsonl", windows(line));
    for name in ["mac.csv", "mac16.csv"] {
        assert_eq!(ids(&folder.read(name)), ["a1", "a2"], "{name}");
    }
    for name in ["line.jsonl", "line1256.jsonl"] {
        assert_eq!(ids(&folder.read(name)), ["a1"], "{name}");
    }
    for name in ["bare.csv", "odd.csv"] {
        assert!(folder.refused(name).contains("there is no"), "{name}");
    }
}

#[test]
fn files_that_a_table_names_are_read_and_listed() {
    let table = "id,source,date,file\n1,a,2024-08-18,texts/1.txt\n2,a,,2.txt\n3,a,,../3.txt\n";
    let folder = Folder::new()
        .with("s/articles.csv", table)
        .with("s/texts/1.txt", "\u{feff}سطر\n")
        .with("3.txt", "outside");
    let corpus = folder.read("s");
    assert_eq!(ids(&corpus), ["1"]);
    assert_eq!(corpus.articles[0].text, "سطر\n");
    let found = notes(&corpus);
    assert!(
        found[0].starts_with("3 file skipped: there is no such file"),
        "{found:?}"
    );
    assert!(
        found[1].starts_with("4 file skipped: the file must lie"),
        "{found:?}"
    );
    let files: Vec<(bool, u64)> = corpus
        .inputs
        .iter()
        .map(|input| (input.name.ends_with("1.txt"), input.articles))
        .collect();
    assert_eq!(files, [(false, 1), (true, 1)]);
}

#[test]
fn a_report_in_a_folder_of_texts_is_no_article() {
    let home = tempfile::tempdir().unwrap();
    let report = home.path().join("report");
    std::fs::create_dir(&report).unwrap();
    std::fs::write(home.path().join("a.txt"), "وصل الوفد إلى المدينة").unwrap();
    std::fs::write(report.join("summary.txt"), "Read: 1 article").unwrap();
    let articles = || {
        let corpus = read(&[home.path().to_owned()], &ReadOptions::default(), &|_| {});
        corpus.unwrap().articles.len()
    };
    assert_eq!(articles(), 2, "a folder without the mark is one of texts");
    std::fs::write(report.join(crate::corpus::REPORT_MARK), "").unwrap();
    assert_eq!(articles(), 1);
}

#[test]
fn a_folder_of_texts_needs_no_table() {
    let folder = Folder::new()
        .with("t/river/1.txt", "عنوان قصير\n\nنص الخبر.")
        .with("t/valley/1.txt", "نص بلا عنوان ينتهي بنقطة.\nوسطر.")
        .with("t/valley/2.TXT", "سطر واحد")
        .with("t/valley/scan.pdf", "%PDF")
        .with("t/.hidden", "x");
    let corpus = folder.read("t");
    assert_eq!(ids(&corpus), ["2", "river/1", "valley/1"]);
    assert_eq!(corpus.sources, ["river", "valley"]);
    let titles: Vec<&str> = corpus.articles.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(titles, ["", "عنوان قصير", ""]);
    assert!(
        corpus.articles[1].text.starts_with("عنوان قصير"),
        "the text is as given"
    );
    assert_eq!(corpus.inputs.len(), 3);
    assert!(
        corpus
            .notes
            .iter()
            .any(|note| note.file.ends_with("scan.pdf"))
    );
}

#[cfg(unix)]
#[test]
fn a_folder_is_read_as_far_as_it_goes_and_no_link_is_followed_out_of_it() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new()
        .with("t/river/1.txt", "نص أول.")
        .with("secret.txt", "ليس من الدراسة.")
        .with("table.csv", TABLE)
        .with("linked/x.txt", "نص.");
    symlink("1.txt", folder.path("t/river/2.txt")).unwrap();
    symlink("../../secret.txt", folder.path("t/river/3.txt")).unwrap();
    symlink("..", folder.path("t/river/round")).unwrap();
    symlink("/dev/zero", folder.path("t/river/endless.txt")).unwrap();
    symlink("nothing", folder.path("t/river/4.txt")).unwrap();
    symlink("../table.csv", folder.path("linked/articles.csv")).unwrap();
    let corpus = folder.read("t");
    assert_eq!(ids(&corpus), ["1", "2"]);
    let told = notes(&corpus).join("\n");
    assert_eq!(
        told.matches("a link out of the folder").count(),
        1,
        "{told}"
    );
    assert_eq!(told.matches("a pipe, a device").count(), 3, "{told}");
    let told = folder.refused("linked");
    assert!(told.contains("give the table itself"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_row_that_names_no_text_costs_its_row_only() {
    use std::os::unix::fs::symlink;
    let table = "id,source,file\n1,a,ok.txt\n2,a,endless\n3,a,long.txt\n4,a,sub\n5,a,out.txt\n";
    let folder = Folder::new()
        .with("s/articles.csv", table)
        .with("s/ok.txt", "نص.")
        .with("s/sub/x.txt", "نص.")
        .with("out.txt", "نص.");
    symlink("/dev/zero", folder.path("s/endless")).unwrap();
    symlink("../out.txt", folder.path("s/out.txt")).unwrap();
    let long = std::fs::File::create(folder.path("s/long.txt")).unwrap();
    long.set_len(3 << 30).unwrap();
    let corpus = folder.read("s");
    assert_eq!(ids(&corpus), ["1"]);
    let told = notes(&corpus);
    let expected = [
        "3 file skipped: the file is a link to one outside",
        "4 file skipped: the file has more than 8 megabytes",
        "5 file skipped: this is a folder",
        "6 file skipped: the file is a link to one outside",
    ];
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}");
    }
}

#[test]
fn what_is_longer_than_its_limit_is_told_with_the_setting() {
    let long = "م".repeat(5 << 20);
    let folder = Folder::new().with("t.csv", format!("id,source,text\n1,a,{long}\n2,a,نص\n"));
    let corpus = folder.read("t.csv");
    assert_eq!(ids(&corpus), ["2"]);
    assert!(
        notes(&corpus)[0].contains("`cell_megabytes`"),
        "{:?}",
        notes(&corpus)
    );
    let options = ReadOptions {
        limits: crate::tables::Limits {
            cell_megabytes: 20,
            ..Default::default()
        },
        ..ReadOptions::default()
    };
    let corpus = read(&[folder.path("t.csv")], &options, &|_| {}).unwrap();
    assert_eq!(ids(&corpus), ["1", "2"]);
}

#[test]
fn what_is_no_header_is_refused_at_once() {
    let keys: String = (0..20_000).map(|n| format!(",\"k{n}\":1")).collect();
    let folder = Folder::new()
        .with("one_word.csv", "x".repeat(3 << 20))
        .with(
            "separators.csv",
            format!("id,source,text{}\n1,a,b\n", ",".repeat(40_000)),
        )
        .with(
            "keys.jsonl",
            format!("{{\"source\":\"a\",\"text\":\"b\"{keys}}}\n"),
        );
    for name in ["one_word.csv", "separators.csv", "keys.jsonl"] {
        let told = folder.refused(name);
        assert!(told.contains("is no header"), "{name}: {told}");
    }
}

#[test]
fn what_is_no_table_is_turned_away_with_what_to_do() {
    let folder = Folder::new()
        .with("a.pdf", "%PDF-1.7\n%\u{e2}\n")
        .with("a.xlsx", b"PK\x03\x04\x14\0\x06\0....xl/workbook.xml")
        .with("a.bin", [0_u8, 1, 2, 3, 4, 200, 5, 6].repeat(100))
        .with("empty.csv", "")
        .with("blank.csv", "\u{feff}\r\n \r\n")
        .with("bare.csv", "id,source,text\n")
        .with("nosource.csv", "id,date,text\n1,2024-08-18,x\n")
        .with("list.json", "[{\"id\":1}]")
        .with("bad.jsonl", "not json\nat all\n")
        .with("page.html", "<!DOCTYPE html><html></html>")
        .with("note.txt", "نص بلا جدول\n")
        .with("cut.csv.gz", &gzip(&TABLE.repeat(500))[..60])
        .with("tables/data.csv", TABLE)
        .with("nothing/readme.md", "x");
    let cases = [
        ("a.pdf", "a document"),
        ("a.xlsx", "*CSV UTF-8*"),
        ("a.bin", "not a text"),
        ("empty.csv", "the file is empty"),
        ("blank.csv", "the file is empty"),
        ("bare.csv", "there is no article"),
        ("nosource.csv", "no column holds the source"),
        ("list.json", "one object a line"),
        ("bad.jsonl", "one object a line"),
        ("page.html", "a page, not a table"),
        ("note.txt", "no column holds the source"),
        ("cut.csv.gz", "damaged"),
        ("tables", "did you mean the table"),
        ("nothing", "neither a table"),
        ("nosuorce.csv", "did you mean"),
        ("x/y.csv", "no folder"),
    ];
    for (name, expected) in cases {
        let message = folder.refused(name);
        assert!(message.contains(expected), "{name}: {message}");
        assert!(message.contains(name), "{name}: {message}");
        assert_eq!(message.lines().count(), 1, "{name}: {message}");
    }
}

#[test]
fn a_stream_gives_what_the_corpus_holds() {
    let many: String = (0..30_000).map(|n| format!("b{n},x,,,نص {n}\n")).collect();
    let folder = Folder::new().with("t.csv", format!("{TABLE}{many}3,,x,y,z\n"));
    let corpus = folder.read("t.csv");
    let mut stream = open(&folder.path("t.csv"), &ReadOptions::default()).unwrap();
    let items: Vec<_> = stream.by_ref().collect();
    let mut articles: Vec<Article> = items.iter().flatten().cloned().collect();
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(articles, corpus.articles);
    assert_eq!(items.len(), articles.len() + corpus.notes.len());
    let streamed = stream.finish().unwrap();
    assert_eq!(
        (streamed.rows_skipped, &streamed.inputs),
        (1, &corpus.inputs)
    );
    let mut in_parallel = Vec::new();
    let options = ReadOptions::default();
    let found = crate::corpus::stream(
        &folder.path("t.csv"),
        &options,
        &|items| items,
        &mut |items| {
            in_parallel.extend(items);
            Ok(())
        },
    );
    assert_eq!((in_parallel, found.unwrap()), (items, streamed));
}

#[test]
fn a_stream_that_breaks_off_says_so() {
    let packed = gzip(
        &(0..90_000)
            .map(|n| format!("{n},a,نص {n}\n"))
            .collect::<String>(),
    );
    let table = [
        gzip("id,source,text\n0,a,نص\n"),
        packed[..packed.len() / 2].to_vec(),
    ]
    .concat();
    let folder = Folder::new().with("t.csv.gz", table);
    let mut stream = open(&folder.path("t.csv.gz"), &ReadOptions::default()).unwrap();
    stream.by_ref().for_each(drop);
    assert!(stream.finish().unwrap_err().to_string().contains("damaged"));
}

#[test]
fn progress_adds_up_to_the_bytes_on_disk() {
    let folder = Folder::new().with("t.csv", TABLE.repeat(20_000));
    let done = std::sync::atomic::AtomicU64::new(0);
    let tick = |bytes| {
        done.fetch_add(bytes, std::sync::atomic::Ordering::Relaxed);
    };
    let inputs = [folder.path("t.csv")];
    read(&inputs, &ReadOptions::default(), &tick).unwrap();
    assert_eq!(Some(done.into_inner()), crate::corpus::size(&inputs));
}

#[test]
fn a_stream_stops_when_nobody_takes_what_it_gives() {
    let folder = Folder::new().with("t.csv", format!("{TABLE}{}", "x,y,,,z\n".repeat(3_000_000)));
    let gone = || crate::error::Error::OutputClosed;
    let options = ReadOptions::default();
    let ended = crate::corpus::stream(&folder.path("t.csv"), &options, &|_| (), &mut |()| {
        Err(gone())
    });
    assert!(matches!(ended, Err(crate::error::Error::OutputClosed)));
}
