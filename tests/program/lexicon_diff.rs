//! `mizan lexicon diff` as it is typed.

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The built-in lists in a folder, with some words of the armed groups' file put for others.
fn edited(from: &str, to: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let lists = folder.path().to_str().unwrap();
    assert_eq!(mizan(&["lexicon", "export", lists]).0, Some(0));
    let path = folder.path().join("ar/groups.csv");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    folder
}

fn mizan(args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn the_command_tells_in_words_and_writes_a_folder_that_is_no_report() {
    let lists = edited(
        "groups-irhabi,إرهابي,armed-islamists,terrorists,",
        "groups-irhabi,إرهابي,armed-islamists,fighters,",
    );
    let home = tempfile::tempdir().unwrap();
    let (out, lists) = (home.path().join("d"), lists.path().to_str().unwrap());
    let out = out.to_str().unwrap();
    let (code, told, _) = mizan(&["lexicon", "diff", "built-in", lists, "--demo", "--out", out]);
    assert_eq!(code, Some(0));
    for expected in [
        "1 term edited (groups-irhabi)",
        "29 articles, 17 of them with both lists",
        "0 gained, 0 lost, 44 changed",
        "29 scores moved in lean, in 13 articles",
        "11 contrasts moved in difference, 13 in other figures only; 2 changed their sign",
        "Ranks: 10 sources and 18 contrasts in another place",
    ] {
        assert!(told.contains(expected), "{told}");
    }
    let written = fs::read_to_string(Path::new(out).join("changes.txt")).unwrap();
    assert!(told.starts_with(&written), "{written}");
    let (code, _, fault) = mizan(&["compare", "--demo", "--out", out]);
    assert_eq!(code, Some(2));
    assert!(fault.contains("something else than a report"), "{fault}");
}

#[test]
fn lists_with_faults_are_refused_as_they_are_by_compare() {
    let lists = edited("armed-islamists,terrorists,", "armed-islamists,terorists,");
    let lists = lists.path().to_str().unwrap();
    let (_, _, expected) = mizan(&["compare", "--demo", "--lexicons", lists]);
    assert!(expected.contains("did you mean"), "{expected}");
    for sides in [["built-in", lists], [lists, "built-in"], [lists, lists]] {
        let (code, _, fault) = mizan(&["lexicon", "diff", sides[0], sides[1], "--demo"]);
        assert_eq!((code, fault), (Some(2), expected.clone()));
    }
}
