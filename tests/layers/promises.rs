//! The page that lists what is promised names tests that are there.

use super::files;
use std::path::Path;

#[test]
fn every_test_that_the_page_of_promises_names_is_there() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RELIABILITY.md");
    let page = std::fs::read_to_string(page).unwrap();
    let code: String = ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder))
        .map(|file| file.code)
        .collect();
    let is_name = |word: &&str| word.matches('_').count() > 2 && !word.contains(['.', '/', ' ']);
    let names = page.split('`').skip(1).step_by(2).filter(is_name);
    let missing: Vec<&str> = names.filter(|name| !is_test(&code, name)).collect();
    assert!(missing.is_empty(), "there are no such tests: {missing:?}");
}

/// Whether a function of a name is a test: by the attribute in the lines before it.
fn is_test(code: &str, name: &str) -> bool {
    let found = code.split_once(&format!("fn {name}("));
    found.is_some_and(|(before, _)| {
        let lines = before.trim_end().lines().rev();
        let mut attributes = lines.take_while(|line| line.trim_start().starts_with("#["));
        attributes.any(|line| line.trim() == "#[test]")
    })
}
