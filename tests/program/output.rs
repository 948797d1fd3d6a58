//! What stands where a report goes: of the user, of killed runs.

use assert_cmd::cargo::CommandCargoExt;
use std::fs;
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
