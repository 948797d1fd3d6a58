//! No circle of files: what builds on what can be told from the top down, file by file.

use super::code::{File, line_of};
use super::paths::Paths;

/// The faults of files that stand in a circle, one a circle.
fn circles(files: &[File]) -> Vec<String> {
    let paths = Paths::of(files);
    let named = paths.named();
    let told = |circle: Vec<usize>| {
        let arrows = circle.iter().flat_map(|from| {
            let inside = named[*from].iter().filter(|(to, _)| circle.contains(to));
            inside.map(|(to, at)| {
                let from = &files[*from];
                let line = line_of(&from.code, *at);
                format!("{}, line {line}: names {}", from.path, files[*to].path)
            })
        });
        let arrows: Vec<String> = arrows.collect();
        format!(
            "{}\n  these files build on each other in a circle; put what both need into a file \
             below them, or hand it over as an argument",
            arrows.join("\n")
        )
    };
    paths.circles().into_iter().map(told).collect()
}

#[test]
fn no_files_build_on_each_other_in_a_circle() {
    let faults = circles(&super::files("src"));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Some files, one a line: its path and its code.
fn made_up(lines: &str) -> Vec<File> {
    let parts = lines.lines().filter_map(|line| line.split_once(" | "));
    parts
        .map(|(path, code)| File::new(path.trim(), code))
        .collect()
}

#[test]
fn a_circle_is_found_however_its_files_name_each_other() {
    let cases = [
        "src/a/b.rs | use super::c::C;
         src/a/c.rs | use super::b::{B, b};",
        "src/a/b.rs | fn f(c: &crate::a::c::C) {}
         src/a/c.rs | use crate::a::b; fn f() { b::run() }",
        // Through what the module above hands on.
        "src/a/mod.rs | mod b; mod c; pub use b::B; pub use c::C;
         src/a/b.rs | use super::C;
         src/a/c.rs | use super::{B as Other, d};",
        // A module that calls its child, which calls it.
        "src/a/mod.rs | mod b; fn f() { b::run() } fn say() {}
         src/a/b.rs | fn run() { super::say() }",
        "src/a/b.rs | use super::c::C;
         src/a/c/mod.rs | use super::d::{self, D};
         src/a/d.rs | use {super::b::B, std::ops::Range};",
    ];
    for case in cases {
        let faults = circles(&made_up(case));
        assert_eq!(faults.len(), 1, "{case}: {faults:?}");
        assert!(faults[0].starts_with("src/a/"), "{}", faults[0]);
        assert!(
            faults[0].contains(", line 1: names src/a/"),
            "{}",
            faults[0]
        );
    }
}

#[test]
fn steps_down_types_from_above_and_what_is_handed_up_make_no_circle() {
    let cases = [
        "src/a/b.rs | use super::c::C;
         src/a/c.rs | // use super::b::B;",
        // A child knows the types of its module.
        "src/a/mod.rs | mod b; struct A; fn f(a: &A) { b::run(a) }
         src/a/b.rs | use super::A; fn run(a: &A) {}",
        // A module hands up what stands in a child that calls it.
        "src/a/mod.rs | mod b; pub(crate) use b::run; fn say() {}
         src/a/b.rs | use super::say; fn run() { say() }",
        // Unit tests may look anywhere.
        "src/a/b.rs | #[cfg(test)] mod tests { use super::super::c::C; }
         src/a/c.rs | use super::b::B;",
        "src/a/b.rs | fn f() { c::run(); std::mem::take(d) }
         src/a/c.rs | use super::b::B;",
    ];
    for case in cases {
        assert_eq!(circles(&made_up(case)), Vec::<String>::new(), "{case}");
    }
}
