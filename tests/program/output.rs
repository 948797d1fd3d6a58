//! What stands where a report goes: of the user, of killed runs.

use assert_cmd::cargo::CommandCargoExt;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn compare(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("mizan").unwrap();
    command.args([
        "compare",
        "--demo",
        "--quiet",
        "--set",
        "draws=200",
        "--out",
    ]);
    command
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// Whether a folder is a report that holds all that its mark lists.
fn is_whole(folder: &Path) -> bool {
    let Ok(mark) = fs::read_to_string(folder.join(".mizan-report")) else {
        return false;
    };
    let mut listed = mark.lines().filter(|line| !line.starts_with('#')).skip(1);
    listed.all(|line| {
        let name = line.splitn(3, ' ').nth(2).unwrap();
        folder.join(name).is_file()
    })
}

#[test]
fn a_killed_run_leaves_a_whole_report() {
    let home = tempfile::tempdir().unwrap();
    let report = home.path().join("report");
    assert!(compare(&report).status().unwrap().success());
    let begun = std::time::Instant::now();
    assert!(compare(&report).status().unwrap().success());
    let takes = begun.elapsed();
    for part in 1..=5 {
        let mut run = compare(&report).spawn().unwrap();
        std::thread::sleep(takes * part / 5 - Duration::from_millis(10).min(takes / 8));
        run.kill().unwrap();
        run.wait().unwrap();
        let left = fs::read_dir(home.path()).unwrap().flatten();
        let whole = left.filter(|entry| is_whole(&entry.path()));
        assert!(whole.count() >= 1, "a whole report is there after a kill");
    }
    let last = compare(&report).output().unwrap();
    assert!(
        last.status.success(),
        "{}",
        String::from_utf8_lossy(&last.stderr)
    );
    let names = fs::read_dir(home.path()).unwrap().flatten();
    let names: Vec<_> = names.map(|entry| entry.file_name()).collect();
    assert_eq!(names, ["report"], "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_folder_a_pipe_and_an_input_are_left_as_they_are() {
    use std::os::unix::fs::FileTypeExt;
    let home = tempfile::tempdir().unwrap();
    let [mine, pipe, table] = ["mine", "pipe", "a.csv"].map(|name| home.path().join(name));
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("summary.txt"), "of my thesis").unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    fs::write(&table, "source,text\nأ,وصل الوفد إلى المدينة صباحا\n").unwrap();
    for folder in [&mine, &pipe, &table] {
        let refused = compare(folder).output().unwrap();
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{told}");
        assert!(told.contains("--out"), "{told}");
    }
    assert_eq!(
        fs::read_to_string(mine.join("summary.txt")).unwrap(),
        "of my thesis"
    );
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
    let mut events = Command::cargo_bin("mizan").unwrap();
    events
        .args(["events", "-q"])
        .arg(&table)
        .arg("--out")
        .arg(&table);
    assert!(!events.output().unwrap().status.success());
    assert!(
        fs::read_to_string(&table)
            .unwrap()
            .starts_with("source,text")
    );
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().flatten();
    names
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}

/// Whether runs that are started here pass Ctrl-C over.
#[cfg(target_os = "linux")]
fn passes_over_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = u64::from_str_radix(ignored.unwrap().trim(), 16).unwrap();
    ignored & 0b10 != 0
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_run_says_so_and_leaves_nothing_behind() {
    if passes_over_interrupts() {
        println!("skipped: interrupts are passed over here");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let run = compare(&home.path().join("report")).spawn().unwrap();
    while names(home.path()).is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let pid = run.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    let ended = run.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(130), "{told}");
    assert!(told.contains("mizan: interrupted"), "{told}");
    assert_eq!(names(home.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn standard_output_does_not_go_into_what_is_read() {
    let home = tempfile::tempdir().unwrap();
    let table = home.path().join("articles.csv");
    let rows = "id,source,text\n1,أ,وصل الوفد إلى المدينة صباحا\n";
    fs::write(&table, rows).unwrap();
    let into = |path: &Path, args: &[&Path]| {
        let open = File::options().append(true).create(true).open(path);
        let mut command = Command::cargo_bin("mizan").unwrap();
        command.arg("score").args(args).stdout(open.unwrap());
        let output = command.output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    for input in [&table, home.path()] {
        let (code, told) = into(&table, &[input]);
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains("let it go to another file"), "{told}");
    }
    assert_eq!(fs::read_to_string(&table).unwrap(), rows);
    assert_eq!(
        into(&home.path().join("mentions.csv"), &[&table]).0,
        Some(0)
    );
}

#[cfg(unix)]
#[test]
fn lists_are_not_written_through_a_link_to_nothing() {
    let home = tempfile::tempdir().unwrap();
    let elsewhere = home.path().join("elsewhere");
    let [lists, file] = ["lists", "d.csv"].map(|name| home.path().join(name));
    fs::create_dir(&lists).unwrap();
    for name in ["frames.csv", "mizan.yml"] {
        std::os::unix::fs::symlink(&elsewhere, lists.join(name)).unwrap();
    }
    fs::write(&file, "word,category\nقمح,food\n").unwrap();
    let commands: [&[&str]; 3] = [
        &["lexicon", "export"],
        &["lexicon", "export", "--format", "quanteda"],
        &["lexicon", "import", file.to_str().unwrap(), "--out"],
    ];
    for args in commands {
        let mut command = Command::cargo_bin("mizan").unwrap();
        let refused = command.args(args).arg(&lists).output().unwrap();
        let told = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(told.contains("already there"), "{told}");
    }
    assert!(!elsewhere.exists());
}
