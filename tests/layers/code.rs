//! Rust files as the rules of the house read them: without comments and literals, word by word.

use std::ops::Range;

/// A source file.
pub(crate) struct File {
    /// Its path from the top of the project, with `/`.
    pub path: String,
    /// As written.
    pub text: String,
    /// The same with comments and literals blanked.
    pub code: String,
}

impl File {
    /// A file of a path with a text.
    pub(crate) fn new(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
            code: code_of(text),
        }
    }

    /// The room, for a file of `src`.
    pub(crate) fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    /// How many modules it lies in: 0 for `main` and `lib`.
    fn depth(&self) -> usize {
        let steps = self.path.matches('/').count();
        match self.path.rsplit('/').next() {
            Some("mod.rs") => steps - 1,
            Some("main.rs" | "lib.rs") => 0,
            _ => steps,
        }
    }

    /// A message on a place of the code.
    pub(crate) fn fault(&self, at: usize, what: &str) -> String {
        format!("{}, line {}: {what}", self.path, line_of(&self.code, at))
    }

    /// The words of the code with their places.
    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut at = 0;
        self.code
            .split(|c: char| !is_name(c))
            .filter_map(move |word| {
                let place = at;
                at += word.len() + 1;
                (!word.is_empty()).then_some((place, word))
            })
    }

    /// Where the modules of unit tests stand.
    fn tests(&self) -> Vec<Range<usize>> {
        let marks = self.code.match_indices("#[cfg(test)]").map(|(at, _)| at);
        marks
            .filter_map(|at| Some(at..body(&self.code, at + 12)?.end))
            .collect()
    }

    /// Whether a place lies in a module of unit tests.
    pub(crate) fn is_test(&self, at: usize) -> bool {
        self.path.ends_with("/tests.rs")
            || self.path.contains("/tests/")
            || self.tests().iter().any(|range| range.contains(&at))
    }

    /// The rooms that the file names, by `crate::` or by as many `super::` as lead to the root.
    pub(crate) fn rooms_named(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, word) in self.words() {
            let ups = match word {
                "crate" | "mizan" => 0,
                "super" if !self.code[..at].ends_with("::") => {
                    (self.depth() + usize::from(self.is_test(at))).saturating_sub(1)
                }
                _ => continue,
            };
            follow(&self.code, at + word.len(), ups, &mut found);
        }
        found
    }
}

/// Follows a path from behind a word of it, `ups` modules below the root.
fn follow(code: &str, at: usize, ups: usize, found: &mut Vec<(usize, String)>) {
    let skip = |at: usize| at + code[at..].len() - code[at..].trim_start().len();
    let at = skip(at);
    if !code[at..].starts_with("::") {
        return;
    }
    let at = skip(at + 2);
    let Some(group) = code[at..]
        .starts_with('{')
        .then(|| body(code, at))
        .flatten()
    else {
        return step(code, at, ups, found);
    };
    let mut depth = 0;
    let mut begins = true;
    for (place, c) in code[group].char_indices() {
        if begins && is_name(c) {
            step(code, at + place, ups, found);
            begins = false;
        }
        depth += i32::from(c == '{') - i32::from(c == '}');
        begins |= depth == 1 && (c == ',' || c == '{');
    }
}

/// Takes the word at a place for a room, or goes on up.
fn step(code: &str, at: usize, ups: usize, found: &mut Vec<(usize, String)>) {
    let word = code[at..]
        .split(|c: char| !is_name(c))
        .next()
        .unwrap_or_default();
    match (word, ups) {
        ("super", 1..) => follow(code, at + word.len(), ups - 1, found),
        ("" | "self" | "super", _) | (_, 1..) => {}
        (word, 0) => found.push((at, word.to_owned())),
    }
}

/// Whether a character may stand in a name.
pub(crate) fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The line of a place, from 1.
pub(crate) fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The braces that open first after a place, with all between; `None` where a `;` comes first.
pub(crate) fn body(code: &str, from: usize) -> Option<Range<usize>> {
    let (mut start, mut braces, mut brackets) = (None, 0, 0);
    for (at, c) in code[from..].char_indices() {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            ';' if start.is_none() && brackets == 0 => return None,
            '{' => {
                start = start.or(Some(from + at));
                braces += 1;
            }
            '}' => braces -= 1,
            _ => {}
        }
        if let (Some(start), 0) = (start, braces) {
            return Some(start..from + at + 1);
        }
    }
    None
}

/// A text with everything blanked that is no code, line for line.
fn code_of(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let blank = |c: &char| if *c == '\n' { '\n' } else { ' ' };
    let mut code = String::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let end = literal(&all, at);
        if end == at {
            // One byte a character, so that places in the code are easy to count.
            code.push(if all[at].is_ascii() { all[at] } else { ' ' });
            at += 1;
        } else {
            code.extend(all[at..end].iter().map(blank));
            at = end;
        }
    }
    code
}

/// Where the comment or literal ends that begins at a place; the place itself where none does.
fn literal(all: &[char], at: usize) -> usize {
    let is = |at: usize, c: char| all.get(at) == Some(&c);
    let find = |from: usize, wanted: &[char]| {
        let windows = all.get(from..).unwrap_or_default().windows(wanted.len());
        let place = windows.into_iter().position(|window| window == wanted);
        place.map_or(all.len(), |place| from + place + wanted.len())
    };
    let after_name = at > 0 && is_name(all[at - 1]) && !matches!(all[at - 1], 'b' | 'c');
    match all[at] {
        '/' if is(at + 1, '/') => {
            let line = all[at..].iter().position(|c| *c == '\n');
            line.map_or(all.len(), |length| at + length)
        }
        '/' if is(at + 1, '*') => comment(all, at),
        'r' if !after_name => {
            let hashes = all[at + 1..].iter().take_while(|c| **c == '#').count();
            let close: Vec<char> = std::iter::once('"').chain(vec!['#'; hashes]).collect();
            if is(at + 1 + hashes, '"') {
                find(at + 2 + hashes, &close)
            } else {
                at
            }
        }
        '"' => {
            let mut end = at + 1;
            while end < all.len() && !is(end, '"') {
                end += if is(end, '\\') { 2 } else { 1 };
            }
            (end + 1).min(all.len())
        }
        '\'' if is(at + 1, '\\') => find(at + 3, &['\'']),
        '\'' if is(at + 2, '\'') => at + 3,
        _ => at,
    }
}

/// Where a comment between slashes and stars ends; they nest.
fn comment(all: &[char], from: usize) -> usize {
    let (mut at, mut open) = (from, 0);
    while at + 1 < all.len() {
        match (all[at], all[at + 1]) {
            ('/', '*') => open += 1,
            ('*', '/') => open -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if open == 0 {
            return at;
        }
    }
    all.len()
}
