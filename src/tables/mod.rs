//! Reads tables, and knows of each cell where it stands: bytes of whatever packing and encoding, cut
//! into rows and cells by whatever parts them. Knows nothing of what the cells mean.

pub mod bytes;
pub mod chunks;
pub mod encoding;

/// Spaces, and what pages put between words to steer their direction (UAX #9) or to mark a file's
/// byte order: two names that differ only in these are one.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{61c}' | '\u{feff}')
}
