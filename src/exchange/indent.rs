//! Keys that stand above others by the indent of their lines.
//!
//! A tab is as wide as the program that shows it says. Two lines are compared only where tabs of
//! four and of eight agree; otherwise the file is refused, as nobody can know what was meant.

use crate::wording::{said, word};

/// Each entry carries the keys above it, so that deep nesting costs its square. People who make
/// dictionaries go five or six deep.
pub(super) const DEEPEST: usize = 64;

/// What to say of more.
pub(super) fn too_deep() -> String {
    said("import.deep", &[&DEEPEST])
}

/// How wide an indent is with tabs of four and of eight.
type Width = [usize; 2];

struct Indent {
    width: Width,
    name: String,
}

/// The keys that are open.
#[derive(Default)]
pub(super) struct OpenKeys {
    levels: Vec<Indent>,
}

impl OpenKeys {
    /// The keys above a line, the highest first.
    ///
    /// Errors: an indent that cannot be compared with theirs.
    pub(super) fn above(&mut self, line: &str) -> Result<Vec<String>, String> {
        let own = width(line);
        while let Some(last) = self.levels.last() {
            let [four, eight] = [0, 1].map(|tab| last.width[tab] < own[tab]);
            let same = last.width == own;
            if four != eight || !four && !same && last.width.iter().zip(own).any(|(a, b)| *a == b) {
                return Err(word("import.indent").to_owned());
            }
            if four {
                break;
            }
            self.levels.pop();
        }
        Ok(self.levels.iter().map(|level| level.name.clone()).collect())
    }

    /// Opens a key; the keys above it and itself.
    ///
    /// Errors: as [`OpenKeys::above`]; too many keys below each other.
    pub(super) fn open(&mut self, line: &str, name: &str) -> Result<Vec<String>, String> {
        let mut keys = self.above(line)?;
        if keys.len() >= DEEPEST {
            return Err(too_deep());
        }
        self.levels.push(Indent {
            width: width(line),
            name: name.to_owned(),
        });
        keys.push(name.to_owned());
        Ok(keys)
    }
}

fn width(line: &str) -> Width {
    let indent = line.chars().take_while(|c| c.is_whitespace());
    indent.fold([0, 0], |[four, eight], sign| match sign {
        '\t' => [(four / 4 + 1) * 4, (eight / 8 + 1) * 8],
        _ => [four + 1, eight + 1],
    })
}
