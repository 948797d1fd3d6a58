//! Splits what may stand before a word off it, by an automaton over bytes.

/// The heads of a language.
pub(super) struct Heads {
    /// What each byte is to the automaton; 0 for bytes in no head.
    classes: [u8; 256],
    class_count: usize,
    /// The next state by state and class; 0 where no head goes on.
    next: Vec<u16>,
    /// The head that ends in a state, plus one; 0 where none does.
    ends: Vec<u8>,
}

impl Heads {
    pub fn new(heads: &[&str]) -> Self {
        let mut classes = [0; 256];
        let mut class_count = 1;
        for byte in heads.iter().flat_map(|head| head.bytes()) {
            if classes[usize::from(byte)] == 0 {
                classes[usize::from(byte)] = class_count as u8;
                class_count += 1;
            }
        }
        let mut automaton = Heads {
            classes,
            class_count,
            next: vec![0; class_count],
            ends: vec![0],
        };
        for (number, head) in heads
            .iter()
            .enumerate()
            .filter(|(_, head)| !head.is_empty())
        {
            let end = head
                .bytes()
                .fold(0, |state, byte| automaton.enter(state, byte));
            automaton.ends[end] = number as u8 + 1;
        }
        automaton
    }

    /// The state after a byte, made if it is new.
    fn enter(&mut self, state: usize, byte: u8) -> usize {
        let at = state * self.class_count + usize::from(self.classes[usize::from(byte)]);
        if self.next[at] == 0 {
            self.next[at] = self.ends.len() as u16;
            self.ends.push(0);
            self.next.resize(self.next.len() + self.class_count, 0);
        }
        usize::from(self.next[at])
    }

    /// Calls `each` with every head a word begins with (the empty one first) and what follows it.
    #[inline]
    pub fn split<'w>(&self, word: &'w [u8], mut each: impl FnMut(u8, &'w [u8])) {
        each(0, word);
        let mut state = 0;
        for (at, byte) in word.iter().enumerate() {
            let class = usize::from(self.classes[usize::from(*byte)]);
            state = usize::from(self.next[state * self.class_count + class]);
            if state == 0 {
                return;
            }
            let end = self.ends[state];
            if end > 0 {
                each(end - 1, &word[at + 1..]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_split_after_each_head_it_begins_with() {
        let heads = Heads::new(&["", "و", "ال", "وال", "ب"]);
        for (word, expected) in [
            ("والبلد", "0:والبلد 1:البلد 3:بلد"),
            ("بلد", "0:بلد 4:لد"),
            ("قال", "0:قال"),
            ("ال", "0:ال 2:"),
            ("", "0:"),
        ] {
            let mut split = Vec::new();
            heads.split(word.as_bytes(), |head, rest| {
                split.push(format!("{head}:{}", String::from_utf8_lossy(rest)));
            });
            assert_eq!(split.join(" "), expected);
        }
    }
}
