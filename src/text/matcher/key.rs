//! A word's letters as two numbers, to be hashed and compared without looking elsewhere.

/// The first and the last eight bytes of a word and its length.
///
/// Words of at most [`WordKey::WHOLE`] bytes are equal exactly if their keys are; of longer ones the
/// middle must be compared too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordKey {
    /// Zero after the word's end, where that comes sooner.
    first: u64,
    /// Zero in words of up to eight bytes.
    last: u64,
    len: u32,
}

impl WordKey {
    /// The most bytes of which a key holds every one.
    pub(crate) const WHOLE: usize = 16;

    /// The key of the bytes from `start` to `end`. What stands around them is read and masked
    /// away, which no processor can guess wrong as it would a branch on the length.
    #[inline]
    pub(crate) fn new(letters: &[u8], start: usize, end: usize) -> Self {
        let len = end - start;
        let unused = 64 - 8 * len.min(8) as u32;
        let first = eight(letters, start) & u64::MAX.checked_shr(unused).unwrap_or(0);
        let is_longer = 0_u64.wrapping_sub(u64::from(len > 8));
        let last = eight(letters, end.saturating_sub(8)) & is_longer;
        WordKey {
            first,
            last,
            len: len as u32,
        }
    }

    /// Whether the key alone tells the word.
    pub(crate) fn is_whole(self) -> bool {
        self.len as usize <= Self::WHOLE
    }

    /// A hash: each half multiplied by a constant, joined, and the upper bits kept. Long words
    /// that differ in the middle only share it.
    ///
    /// The constants are 2^64 over the golden ratio (Knuth, *The Art of Computer Programming* 3,
    /// § 6.4) and the second multiplier of SplitMix64 (Steele, Lea & Flood 2014).
    #[inline]
    pub(crate) fn hash(self) -> u32 {
        const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
        const SPLIT_MIX: u64 = 0x94D0_49BB_1331_11EB;
        let first = (self.first ^ u64::from(self.len)).wrapping_mul(GOLDEN);
        let last = self.last.wrapping_mul(SPLIT_MIX).rotate_left(32);
        let mixed = (first ^ first >> 32) ^ last;
        (mixed.wrapping_mul(GOLDEN) >> 32) as u32
    }
}

/// Eight bytes from `at` on, zero where there are none.
#[inline]
fn eight(letters: &[u8], at: usize) -> u64 {
    match letters[at..].first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last_few(&letters[at..]),
    }
}

/// The same at the end of the letters, which few words are.
#[cold]
#[inline(never)]
fn last_few(rest: &[u8]) -> u64 {
    rest.iter()
        .rev()
        .fold(0, |all, byte| all << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_differ_exactly_if_their_keys_do() {
        let words = [
            "",
            "a",
            "aa",
            "abc",
            "abcd",
            "abce",
            "abcdefgh",
            "abcdefghi",
            "abcdefgXi",
        ];
        let long = ["abcdefghijklmno", "abcdefghijklmnop", "abcdefghXjklmnop"];
        let words: Vec<&str> = words.into_iter().chain(long).collect();
        for a in &words {
            for b in &words {
                let keys = [a, b].map(|word| WordKey::new(word.as_bytes(), 0, word.len()));
                assert_eq!(keys[0] == keys[1], a == b, "{a} {b}");
            }
        }
    }

    #[test]
    fn a_key_does_not_depend_on_what_stands_around_the_word() {
        for word in ["", "ab", "abcdefgh", "abcdefghi", "abcdefghijklmnopq"] {
            let alone = WordKey::new(word.as_bytes(), 0, word.len());
            let around = format!("xyz{word}uvw");
            assert_eq!(
                WordKey::new(around.as_bytes(), 3, 3 + word.len()),
                alone,
                "{word}"
            );
        }
    }
}
