//! Which file of `src` names which, and the circles that they make.

use super::code::{File, body, is_name};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The files of `src` as modules, with what each brings into its scope.
pub(crate) struct Paths<'a> {
    files: &'a [File],
    modules: BTreeMap<Vec<String>, usize>,
    imports: Vec<BTreeMap<String, Vec<String>>>,
}

/// A path as written.
struct Written {
    at: usize,
    path: Vec<String>,
    /// The name by which the file knows it, where it is imported.
    known_as: Option<String>,
    /// Whether it is imported for others.
    handed_on: bool,
}

impl<'a> Paths<'a> {
    /// Of some files.
    pub(crate) fn of(files: &'a [File]) -> Self {
        let module = |(ix, file)| (module_of(file), ix);
        let mut paths = Paths {
            files,
            modules: files
                .iter()
                .enumerate()
                .map(|(ix, file)| module((ix, file)))
                .collect(),
            imports: vec![BTreeMap::new(); files.len()],
        };
        for (ix, file) in files.iter().enumerate() {
            for written in imported(file) {
                let path = paths.absolute(ix, &written.path);
                if let (Some(path), Some(name)) = (path, written.known_as) {
                    paths.imports[ix].insert(name, path);
                }
            }
        }
        paths
    }

    /// The files that each file builds on, with a place where it names them.
    ///
    /// A module may name the types of the modules around it, though not call their functions, and
    /// hand up what those inside it have. Unit tests may look anywhere.
    pub(crate) fn named(&self) -> Vec<BTreeMap<usize, usize>> {
        let of = |(ix, file): (usize, &File)| {
            let mut named = BTreeMap::new();
            let written = imported(file).into_iter().chain(straight(file));
            for written in written.filter(|written| !file.is_test(written.at)) {
                let Some((other, item)) = self.found(ix, &written.path) else {
                    continue;
                };
                let (here, there) = (module_of(file), module_of(&self.files[other]));
                let calls = item.is_some_and(|item| item.starts_with(|c: char| c.is_lowercase()));
                let is_type_from_around = here.starts_with(&there) && !calls;
                let is_handed_up = there.starts_with(&here) && written.handed_on;
                if other != ix && !is_type_from_around && !is_handed_up {
                    named.entry(other).or_insert(written.at);
                }
            }
            named
        };
        self.files.iter().enumerate().map(of).collect()
    }

    /// The file that a path leads to, and what it takes there.
    fn found(&self, from: usize, path: &[String]) -> Option<(usize, Option<String>)> {
        let mut path = self.absolute(from, path)?;
        // What a module hands on is followed to the file that has it.
        for _ in 0..8 {
            let prefix = (0..=path.len())
                .rev()
                .find(|&len| self.modules.contains_key(&path[..len]))?;
            let file = self.modules[&path[..prefix]];
            let item = path.get(prefix).cloned();
            match item.as_ref().and_then(|item| self.imports[file].get(item)) {
                Some(further) => path = [further, &path[prefix + 1..]].concat(),
                None => return Some((file, item)),
            }
        }
        None
    }

    /// A path from the root of the crate; `None` where it leads out of it.
    fn absolute(&self, from: usize, path: &[String]) -> Option<Vec<String>> {
        let mut here = module_of(&self.files[from]);
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" | "mizan" => Some(rest.to_vec()),
            "self" => Some([&here, rest].concat()),
            "super" => {
                let ups = path.iter().take_while(|word| *word == "super").count();
                here.truncate(here.len().checked_sub(ups)?);
                Some([&here, &path[ups..]].concat())
            }
            name => match self.imports[from].get(name) {
                Some(known) => Some([known, rest].concat()),
                None => {
                    here.push(name.to_owned());
                    let is_inside = self.modules.contains_key(&here);
                    is_inside.then(|| [&here, rest].concat())
                }
            },
        }
    }

    /// The circles: files each of which leads to each other of the same circle.
    pub(crate) fn circles(&self) -> Vec<Vec<usize>> {
        let named = self.named();
        let reached: Vec<BTreeSet<usize>> =
            (0..named.len()).map(|ix| reached(ix, &named)).collect();
        let mut circles = BTreeSet::new();
        for from in 0..named.len() {
            let back = |to: &usize| reached[*to].contains(&from);
            let circle: Vec<usize> = reached[from].iter().copied().filter(back).collect();
            if !circle.is_empty() {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }
}

/// All files that a file leads to, itself if it stands in a circle.
fn reached(from: usize, named: &[BTreeMap<usize, usize>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(file) = waiting.pop() {
        waiting.extend(named[file].keys().filter(|&&other| found.insert(other)));
    }
    found
}

/// The module that a file is.
fn module_of(file: &File) -> Vec<String> {
    let inside = file.path.strip_prefix("src/").unwrap_or(&file.path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let steps = inside.split('/').map(str::to_owned);
    let mut steps: Vec<String> = steps.collect();
    if steps.last().is_some_and(|last| last == "mod") || inside == "lib" {
        steps.pop();
    }
    steps
}

/// Where imports stand.
fn imports(file: &File) -> impl Iterator<Item = Range<usize>> {
    let starts = file.words().filter(|(_, word)| *word == "use");
    starts.filter_map(|(at, _)| Some(at..at + file.code[at..].find(';')?))
}

/// What the file imports, leaf by leaf.
fn imported(file: &File) -> Vec<Written> {
    let mut found = Vec::new();
    for Range { start: at, end } in imports(file) {
        let before = file.code[..at].trim_end();
        let handed_on = before.ends_with("pub") || before.ends_with(')');
        leaves(&file.code[at + 3..end], &[], &mut |path, known_as| {
            found.push(Written {
                at,
                path,
                known_as,
                handed_on,
            });
        });
    }
    found
}

/// The leaves of a tree of imports.
fn leaves(tree: &str, before: &[String], leaf: &mut impl FnMut(Vec<String>, Option<String>)) {
    let tree = tree.trim();
    if tree.is_empty() {
        return;
    }
    let mut path = before.to_vec();
    if let Some(open) = tree.find('{') {
        path.extend(words(&tree[..open]));
        let inside = body(tree, open).map_or("", |range| &tree[range.start + 1..range.end - 1]);
        branches(inside).for_each(|branch| leaves(branch, &path, leaf));
        return;
    }
    let (named, alias) = tree
        .split_once(" as ")
        .map_or((tree, None), |(named, alias)| (named, Some(alias)));
    path.extend(words(named));
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let known_as = alias
        .map(|alias| alias.trim().to_owned())
        .or_else(|| path.last().cloned());
    leaf(path, known_as);
}

fn words(path: &str) -> impl Iterator<Item = String> {
    let words = path.split("::").map(str::trim);
    words
        .filter(|word| !word.is_empty() && *word != "*")
        .map(str::to_owned)
}

/// The parts between the commas that stand in no inner braces.
fn branches(tree: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    tree.split(move |c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    })
}

/// The paths of two and more words that stand outside imports.
fn straight(file: &File) -> Vec<Written> {
    let code = &file.code;
    let imports: Vec<Range<usize>> = imports(file).collect();
    let begins = |(at, word): &(usize, &str)| {
        let is_import = imports.iter().any(|import| import.contains(at));
        let after = &code[at + word.len()..];
        !is_import && !code[..*at].ends_with("::") && after.starts_with("::")
    };
    let written = |(at, _): (usize, &str)| {
        let end = code[at..].find(|c| !is_name(c) && c != ':');
        let text = &code[at..end.map_or(code.len(), |end| at + end)];
        Written {
            at,
            path: words(text).collect(),
            known_as: None,
            handed_on: false,
        }
    };
    file.words().filter(begins).map(written).collect()
}
