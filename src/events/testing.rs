//! Texts for the tests of this room, prepared without furniture rules.

use crate::corpus::Part;
use crate::language::Arabic;
use crate::text::clean::Furniture;
use crate::text::{Text, prepare};

/// A body in Arabic.
pub(super) fn body(given: &str) -> Text<'_> {
    part(given, Part::Body)
}

fn part(given: &str, part: Part) -> Text<'_> {
    prepare(given, part, None, "", &Arabic, &Furniture::default())
}
