//! A word's letters as two numbers, to be hashed and compared without looking elsewhere.

/// The first and last eight bytes of a word (four, of short ones) and its length.
///
/// Words of at most [`Key::WHOLE`] bytes are equal exactly if their keys are; of longer ones the
/// middle must be compared too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    first: u64,
    last: u64,
    len: u32,
}

impl Key {
    /// The most bytes of which a key holds every one.
    pub const WHOLE: usize = 16;

    #[inline]
    pub fn new(bytes: &[u8]) -> Self {
        let len = bytes.len() as u32;
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            Key { first, last, len }
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            Key {
                first: first.into(),
                last: last.into(),
                len,
            }
        } else {
            let first = bytes
                .iter()
                .fold(0, |all, byte| all << 8 | u64::from(*byte));
            Key {
                first,
                last: 0,
                len,
            }
        }
    }

    /// Whether the key alone tells the word.
    pub fn is_whole(self) -> bool {
        self.len as usize <= Self::WHOLE
    }

    /// A hash: each half multiplied by a constant, joined, and the upper bits kept. Long words
    /// that differ in the middle only share it.
    ///
    /// The constants are 2^64 over the golden ratio (Knuth, *The Art of Computer Programming* 3,
    /// § 6.4) and the second multiplier of SplitMix64 (Steele, Lea & Flood 2014).
    #[inline]
    pub fn hash(self) -> u32 {
        const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
        const SPLIT_MIX: u64 = 0x94D0_49BB_1331_11EB;
        let first = (self.first ^ u64::from(self.len)).wrapping_mul(GOLDEN);
        let last = self.last.wrapping_mul(SPLIT_MIX).rotate_left(32);
        let mixed = (first ^ first >> 32) ^ last;
        (mixed.wrapping_mul(GOLDEN) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_differ_exactly_if_their_keys_do() {
        let words = [
            "", "a", "aa", "abc", "abcd", "abce", "abcde", "abcdefg", "abcdefgh",
        ];
        let long = [
            "abcdefghi",
            "abcdefgXi",
            "abcdefghijklmnop",
            "abcdefghXjklmnop",
        ];
        let words: Vec<&str> = words.into_iter().chain(long).collect();
        for a in &words {
            for b in &words {
                let same = Key::new(a.as_bytes()) == Key::new(b.as_bytes());
                assert_eq!(same, a == b, "{a} {b}");
            }
        }
    }
}
