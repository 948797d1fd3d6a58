//! Splits what may stand before a word off it, by an automaton over bytes.

/// The heads of a language.
pub(super) struct Heads {
    /// The state after the first two bytes of a word, by their number: most words end here.
    after_two: Vec<u16>,
    /// What each byte is to the automaton; 0 for bytes in no head.
    classes: [u8; 256],
    class_count: usize,
    /// The next state by state and class; 0 where no head goes on.
    next: Vec<u16>,
    states: Vec<State>,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// The head that ends here, plus one; 0 where none does.
    end: u8,
    /// Whether longer heads go on from here.
    goes_on: bool,
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
            after_two: Vec::new(),
            classes,
            class_count,
            next: vec![0; class_count],
            states: vec![State::default()],
        };
        for (number, head) in heads
            .iter()
            .enumerate()
            .filter(|(_, head)| !head.is_empty())
        {
            let end = head
                .bytes()
                .fold(0, |state, byte| automaton.enter(state, byte));
            automaton.states[end].end = number as u8 + 1;
        }
        let twos = 0..=u16::MAX;
        automaton.after_two = twos
            .map(|two| {
                let [first, second] = two.to_le_bytes();
                match automaton.step(0, first) {
                    0 => 0,
                    state => automaton.step(state, second) as u16,
                }
            })
            .collect();
        automaton
    }

    /// The state after a byte, made if it is new.
    fn enter(&mut self, state: usize, byte: u8) -> usize {
        let at = state * self.class_count + usize::from(self.classes[usize::from(byte)]);
        if self.next[at] == 0 {
            self.next[at] = self.states.len() as u16;
            self.states[state].goes_on = true;
            self.states.push(State::default());
            self.next.resize(self.next.len() + self.class_count, 0);
        }
        usize::from(self.next[at])
    }

    #[inline]
    fn step(&self, state: usize, byte: u8) -> usize {
        let class = usize::from(self.classes[usize::from(byte)]);
        usize::from(self.next[state * self.class_count + class])
    }

    /// Calls `each` with every head a word begins with (the empty one first) and its length.
    ///
    /// Heads of one byte are not told: no language here has one.
    #[inline]
    pub fn split(&self, word: &[u8], mut each: impl FnMut(u8, usize)) {
        each(0, 0);
        let Some(two) = word.first_chunk() else {
            return;
        };
        let mut state = usize::from(self.after_two[usize::from(u16::from_le_bytes(*two))]);
        let mut length = 2;
        while state != 0 {
            let State { end, goes_on } = self.states[state];
            if end > 0 {
                each(end - 1, length);
            }
            match word.get(length) {
                Some(byte) if goes_on => state = self.step(state, *byte),
                _ => return,
            }
            length += 1;
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
            heads.split(word.as_bytes(), |head, length| {
                split.push(format!("{head}:{}", &word[length..]));
            });
            assert_eq!(split.join(" "), expected);
        }
    }
}
