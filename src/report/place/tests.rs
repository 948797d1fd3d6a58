//! Folders and files of users and of other runs, and what is left of them.

use super::file::write_file;
use super::*;
use crate::corpus::REPORT_MARK;
use std::io::Write;

const SIGN: &str = "report";

fn write_report(folder: &Path, words: &str) -> Result<()> {
    let place = Reserved::new(folder, SIGN, &[])?;
    fs::write(place.path().join("summary.txt"), words).unwrap();
    place.put().map(|_| ())
}

fn read(folder: &Path) -> String {
    fs::read_to_string(folder.join("summary.txt")).unwrap()
}

fn in_home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("report");
    (home, folder)
}

fn entries(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

fn refusal(folder: &Path) -> String {
    Reserved::new(folder, SIGN, &[]).unwrap_err().to_string()
}

#[test]
fn a_new_report_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it() {
    let (home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    write_report(&folder, "new").unwrap();
    assert_eq!(read(&folder), "new");
    assert_eq!(entries(home.path()), ["report"]);
    assert_eq!(entries(&folder), [REPORT_MARK, "summary.txt"]);
}

#[test]
fn a_folder_of_the_user_is_left_alone_though_it_has_a_summary() {
    let (home, folder) = in_home();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("summary.txt"), "of my thesis").unwrap();
    fs::write(folder.join("thesis.docx"), "years of work").unwrap();
    let message = refusal(&folder);
    assert!(
        message.contains("left alone") && message.contains("thesis.docx"),
        "{message}"
    );
    assert_eq!(entries(&folder), ["summary.txt", "thesis.docx"]);
    assert_eq!(entries(home.path()), ["report"]);
}

#[test]
fn a_report_with_a_file_of_the_user_is_left_alone_and_the_file_named() {
    let (_home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    fs::write(folder.join("notes.odt"), "mine").unwrap();
    assert!(refusal(&folder).contains("notes.odt"));
    fs::remove_file(folder.join("notes.odt")).unwrap();
    fs::create_dir(folder.join("empty")).unwrap();
    assert!(refusal(&folder).contains("empty"));
    assert_eq!(read(&folder), "old");
}

#[test]
fn a_report_that_the_user_changed_is_left_alone() {
    let (_home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    for changed in ["odl", "older"] {
        fs::write(folder.join("summary.txt"), changed).unwrap();
        assert!(refusal(&folder).contains("was changed"));
        assert_eq!(read(&folder), changed);
    }
}

#[test]
fn a_mark_of_another_kind_or_that_nobody_can_read_is_none() {
    let (_home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    assert!(Reserved::new(&folder, "list of changes", &[]).is_err());
    fs::write(folder.join(REPORT_MARK), "mizan report\nabc\n").unwrap();
    assert!(refusal(&folder).contains("left alone"));
}

#[test]
fn what_is_read_does_not_stand_in_the_folder_that_is_written() {
    let (_home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    let input = folder.join("summary.txt");
    let refused = Reserved::new(&folder, SIGN, &[&input])
        .unwrap_err()
        .to_string();
    assert!(refused.contains("which is read"), "{refused}");
    let refused = Reserved::new(&folder, SIGN, &[&folder])
        .unwrap_err()
        .to_string();
    assert!(refused.contains("which is read"), "{refused}");
}

#[test]
fn a_run_that_stops_before_its_end_leaves_the_old_report_and_nothing_else() {
    let (home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    let place = Reserved::new(&folder, SIGN, &[]).unwrap();
    fs::write(place.path().join("summary.txt"), "half").unwrap();
    drop(place);
    assert_eq!(
        (read(&folder), entries(home.path())),
        ("old".into(), vec!["report".into()])
    );
}

/// Leaves what a run leaves that is killed: its lock is given up, nothing is cleaned.
fn killed(place: Reserved) -> (PathBuf, PathBuf) {
    let (partial, old) = (place.path().to_owned(), place.aside.old());
    let Reserved { aside, held, .. } = place;
    std::mem::forget(aside);
    drop(held);
    (partial, old)
}

#[test]
fn a_run_killed_between_its_two_renames_loses_no_report() {
    let (home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    let place = Reserved::new(&folder, SIGN, &[]).unwrap();
    fs::write(place.path().join("summary.txt"), "half").unwrap();
    let (_, old) = killed(place);
    fs::rename(&folder, old).unwrap();
    let next = Reserved::new(&folder, SIGN, &[]).unwrap();
    assert_eq!(read(&folder), "old");
    drop(next);
    assert_eq!(entries(home.path()), ["report"]);
}

#[test]
fn what_a_living_run_has_beside_the_folder_is_left_to_it() {
    let (home, folder) = in_home();
    let first = Reserved::new(&folder, SIGN, &[]).unwrap();
    fs::write(first.path().join("summary.txt"), "first").unwrap();
    write_report(&folder, "second").unwrap();
    first.put().unwrap();
    assert_eq!(read(&folder), "first", "the last one wins");
    assert_eq!(entries(home.path()), ["report"]);
}

#[test]
fn many_runs_into_one_folder_leave_one_whole_report() {
    let (home, folder) = in_home();
    for _ in 0..20 {
        std::thread::scope(|scope| {
            for run in 0..4 {
                let folder = &folder;
                scope.spawn(move || {
                    let place = Reserved::new(folder, SIGN, &[]).unwrap();
                    for name in ["summary.txt", "a.csv", "b.csv"] {
                        fs::write(place.path().join(name), run.to_string()).unwrap();
                    }
                    place.put().unwrap();
                });
            }
        });
        let run = read(&folder);
        for name in ["a.csv", "b.csv"] {
            assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), run);
        }
        assert_eq!(entries(home.path()), ["report"]);
    }
}

#[test]
fn a_run_that_just_begins_is_not_taken_for_a_killed_one() {
    let (_home, folder) = in_home();
    let place = Reserved::new(&folder, SIGN, &[]).unwrap();
    fs::write(place.path().join("summary.txt"), "new").unwrap();
    // Another run looked before the lock was there, and comes to clean up now.
    mark::remove_partial(place.path());
    place.put().unwrap();
    assert_eq!(read(&folder), "new");
}

#[test]
fn folders_of_the_user_with_names_like_ours_are_left_alone() {
    let (home, folder) = in_home();
    let mine = home.path().join(".report.partial");
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("letter.txt"), "dear").unwrap();
    let place = Reserved::new(&folder, SIGN, &[]).unwrap();
    let begin = place.path().file_name().unwrap().to_str().unwrap()[..16].to_owned();
    drop(place);
    for end in ["0.partial", "0.old"] {
        let like = home.path().join(format!("{begin}{end}"));
        fs::create_dir(&like).unwrap();
        fs::write(like.join("letter.txt"), "dear").unwrap();
    }
    write_report(&folder, "new").unwrap();
    let letters = fs::read_dir(home.path()).unwrap().flatten();
    let letters = letters.filter(|entry| entry.path().join("letter.txt").is_file());
    assert_eq!(letters.count(), 3);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_a_link_to_nothing_is_told() {
    use std::os::unix::fs::symlink;
    let (home, folder) = in_home();
    let link = home.path().join("link");
    symlink(&folder, &link).unwrap();
    assert!(refusal(&link).contains("which is not there"));
    let written = write_file(&link, |_| Ok(())).unwrap_err().to_string();
    assert!(written.contains("which is not there"), "{written}");
    fs::create_dir(&folder).unwrap();
    write_report(&link, "new").unwrap();
    assert_eq!(read(&folder), "new");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_folder_and_keeps_its_place() {
    use std::os::unix::fs::FileTypeExt;
    let (home, folder) = in_home();
    let made = std::process::Command::new("mkfifo").arg(&folder).status();
    assert!(made.unwrap().success());
    assert!(refusal(&folder).contains("left alone"));
    assert!(fs::symlink_metadata(&folder).unwrap().file_type().is_fifo());
    assert_eq!(entries(home.path()), ["report"]);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_link_and_its_neighbours() {
    let home = tempfile::tempdir().unwrap();
    let (file, link) = (home.path().join("table.csv"), home.path().join("link.csv"));
    let victim = home.path().join("victim.txt");
    fs::write(&file, "old").unwrap();
    fs::write(&victim, "mine").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    // A name that writing might use leads elsewhere.
    std::os::unix::fs::symlink(&victim, home.path().join(".table.csv.partial")).unwrap();
    write_file(&link, |out| {
        out.write_all(b"new")
            .and_then(|()| out.flush())
            .map_err(|error| Error::file(&link, error))
    })
    .unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
}

#[test]
fn a_file_that_is_there_or_is_read_is_spared() {
    let home = tempfile::tempdir().unwrap();
    let [input, other, hard, new] =
        ["in.csv", "thesis.docx", "hard.csv", "new.csv"].map(|name| home.path().join(name));
    fs::write(&input, "article,event\na,1\n").unwrap();
    fs::write(&other, "years of work").unwrap();
    fs::hard_link(&input, &hard).unwrap();
    let refusal = |out: &Path, read: &Path| spared(out, &[read]).unwrap_err().to_string();
    for same in [&input, &hard, &home.path().join("./in.csv")] {
        let refused = refusal(same, &input);
        assert!(refused.contains("is read"), "{refused}");
    }
    assert!(
        refusal(&new, home.path()).contains("is read"),
        "inside a folder that is read"
    );
    assert!(refusal(&other, &input).contains("left alone"));
    assert!(refusal(home.path(), &input).contains("this is a folder"));
    assert!(refusal(&home.path().join("no/new.csv"), &input).contains("not there"));
    spared(&new, &[&input]).unwrap();
    fs::write(&new, "").unwrap();
    spared(&new, &[&input]).unwrap();
}

#[test]
fn what_a_killed_run_moved_away_comes_back_whatever_the_user_put_into_it() {
    let (home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    let (_, old) = killed(Reserved::new(&folder, SIGN, &[]).unwrap());
    fs::rename(&folder, &old).unwrap();
    fs::write(old.join("notes.odt"), "mine").unwrap();
    // The user has made an empty folder of the name, and another command is tried first.
    fs::create_dir(&folder).unwrap();
    assert!(Reserved::new(&folder, "list of changes", &[]).is_err());
    assert_eq!(read(&folder), "old");
    assert!(refusal(&folder).contains("notes.odt"));
    assert_eq!(entries(home.path()), ["report"]);
}

#[test]
fn a_place_aside_that_another_made_is_left_alone() {
    let (home, folder) = in_home();
    let begin = {
        let place = Reserved::new(&folder, SIGN, &[]).unwrap();
        place.path().file_name().unwrap().to_str().unwrap()[..16].to_owned()
    };
    let planted = home.path().join(format!("{begin}x.partial"));
    fs::create_dir(&planted).unwrap();
    fs::write(planted.join(".mizan-lock"), "").unwrap();
    fs::write(planted.join("letter.txt"), "dear").unwrap();
    write_report(&folder, "new").unwrap();
    assert!(planted.join("letter.txt").is_file());
}

#[test]
fn an_older_report_that_stays_aside_for_a_file_of_the_user_is_told() {
    let (_home, folder) = in_home();
    write_report(&folder, "old").unwrap();
    let (_, old) = killed(Reserved::new(&folder, SIGN, &[]).unwrap());
    fs::rename(&folder, &old).unwrap();
    fs::write(old.join("notes.odt"), "mine").unwrap();
    // A second run had begun meanwhile, and ends now.
    let (aside, held) = Aside::new(&folder).unwrap();
    let second = Reserved {
        folder: folder.clone(),
        sign: SIGN,
        aside,
        held,
    };
    assert_eq!(second.put().unwrap(), [PathBuf::from(&old)]);
    assert_eq!(read(&old), "old");
}

#[test]
fn a_file_that_came_meanwhile_is_not_written_over() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("table.csv");
    let written = write_file(&file, |_| {
        fs::write(&file, "mine").unwrap();
        Ok(())
    });
    assert!(written.unwrap_err().to_string().contains("table.csv"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(entries(home.path()), ["table.csv"]);
}

#[test]
fn what_a_killed_run_left_of_a_file_goes_with_the_next_run() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("table.csv");
    let (left, held) = Aside::new(&file).unwrap();
    fs::write(left.path().join("file"), "half").unwrap();
    let write = || write_file(&file, |_| Ok(()));
    write().unwrap();
    assert_eq!(entries(home.path()).len(), 2, "its run still lives");
    std::mem::forget(left);
    drop(held);
    write().unwrap();
    assert_eq!(entries(home.path()), ["table.csv"]);
}
