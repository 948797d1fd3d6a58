//! What the manifest asks for: each package has a home, and what few need is behind a feature.

use super::{PACKAGES, line, lines};

#[test]
fn every_package_has_a_home() {
    let manifest = include_str!("../../Cargo.toml");
    let section = manifest.split("[dependencies]").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let names = section.lines().filter_map(|line| line.split_once(" ="));
    let homeless: Vec<&str> = names
        .map(|(name, _)| name)
        .filter(|name| line(PACKAGES, &name.replace('-', "_")).is_none())
        .collect();
    assert!(
        homeless.is_empty(),
        "Cargo.toml: {homeless:?} has no home; give it one in PACKAGES, with the reason"
    );
}

#[test]
fn what_only_the_door_needs_is_behind_its_feature() {
    let manifest = include_str!("../../Cargo.toml");
    let of_the_door = lines(PACKAGES).filter(|line| line.rooms == ["cli"]);
    let names: Vec<&str> = of_the_door.map(|line| line.of).collect();
    let door = "clap clap_complete clap_mangen ctrlc indicatif";
    assert_eq!(names.join(" "), door);
    for name in names {
        let given = manifest
            .lines()
            .find(|line| line.starts_with(&format!("{name} = ")));
        assert!(
            given.is_some_and(|line| line.contains("optional = true")),
            "{name}"
        );
        assert!(manifest.contains(&format!("\"dep:{name}\"")), "{name}");
    }
}

#[test]
fn what_only_columns_need_is_behind_their_feature() {
    let manifest = include_str!("../../Cargo.toml");
    for name in ["arrow-array", "arrow-schema", "parquet"] {
        assert!(manifest.contains(&format!("\"dep:{name}\"")), "{name}");
    }
    let default = manifest.lines().find(|line| line.starts_with("default = "));
    assert_eq!(default, Some("default = [\"cli\"]"));
}

#[test]
fn the_python_package_is_built_by_those_who_ask_for_it() {
    let manifest = include_str!("../../Cargo.toml");
    assert!(manifest.contains("\ndefault-members = [\".\"]\n"));
    assert!(
        !manifest.contains("pyo3"),
        "only python/Cargo.toml names it"
    );
    let wheel = manifest.split("[profile.wheel]").nth(1).unwrap();
    let wheel = wheel.split("\n[").next().unwrap();
    assert!(
        wheel.contains("panic = \"unwind\""),
        "a mistake must not end a notebook"
    );
}
