//! Splits what may stand before a word off it, by an automaton over units of two bytes (the
//! letters of Arabic), or of one where a head of the language is of odd length.

/// The heads of a language.
pub(super) struct Heads {
    /// Bytes in a unit.
    stride: usize,
    /// What each unit is to the automaton; 0 for units in no head.
    classes: Vec<u8>,
    class_count: usize,
    /// The state after the first unit of a word, by the unit: 0 for most words.
    first: Vec<u16>,
    /// The next state by state and class; 0 where no head goes on.
    next: Vec<u16>,
    states: Vec<HeadState>,
}

#[derive(Clone, Copy, Debug, Default)]
struct HeadState {
    /// The head that ends here, plus one; 0 where none does.
    end: u8,
    /// Whether longer heads go on from here.
    goes_on: bool,
}

impl Heads {
    pub(crate) fn new(heads: &[&str]) -> Self {
        let stride = if heads.iter().all(|head| head.len() % 2 == 0) {
            2
        } else {
            1
        };
        let mut automaton = Heads {
            stride,
            classes: vec![0; 1 << (8 * stride)],
            class_count: 1,
            first: Vec::new(),
            next: Vec::new(),
            states: vec![HeadState::default()],
        };
        for unit in heads.iter().flat_map(|head| head.as_bytes().chunks(stride)) {
            let class = &mut automaton.classes[number(unit)];
            if *class == 0 {
                *class = automaton.class_count as u8;
                automaton.class_count += 1;
            }
        }
        automaton.next = vec![0; automaton.class_count];
        for (number, head) in heads
            .iter()
            .enumerate()
            .filter(|(_, head)| !head.is_empty())
        {
            let units = head.as_bytes().chunks(stride);
            let end = units.fold(0, |state, unit| automaton.enter(state, unit));
            automaton.states[end].end = number as u8 + 1;
        }
        let classes = automaton.classes.iter();
        automaton.first = classes
            .map(|class| automaton.next[usize::from(*class)])
            .collect();
        automaton
    }

    /// The state after a unit, made if it is new.
    fn enter(&mut self, state: usize, unit: &[u8]) -> usize {
        let at = state * self.class_count + usize::from(self.classes[number(unit)]);
        if self.next[at] == 0 {
            self.next[at] = self.states.len() as u16;
            self.states[state].goes_on = true;
            self.states.push(HeadState::default());
            self.next.resize(self.next.len() + self.class_count, 0);
        }
        usize::from(self.next[at])
    }

    /// Whether a word may begin with a head: what [`Heads::split`] wants to know first.
    #[inline]
    pub(crate) fn begin(&self, word: &[u8]) -> u16 {
        match word.get(..self.stride) {
            Some(unit) => self.first[number(unit)],
            None => 0,
        }
    }

    /// Calls `each` with every head that a word begins with, the empty one left out, and its
    /// length. `state` is what [`Heads::begin`] said of the word.
    #[inline]
    pub(crate) fn split(&self, state: u16, word: &[u8], mut each: impl FnMut(u8, usize)) {
        let mut state = usize::from(state);
        let mut length = self.stride;
        while state != 0 {
            let HeadState { end, goes_on } = self.states[state];
            if end > 0 {
                each(end - 1, length);
            }
            let Some(unit) = word.get(length..length + self.stride).filter(|_| goes_on) else {
                return;
            };
            let class = usize::from(self.classes[number(unit)]);
            state = usize::from(self.next[state * self.class_count + class]);
            length += self.stride;
        }
    }
}

/// A unit of one or two bytes as a number.
#[inline]
fn number(unit: &[u8]) -> usize {
    match unit {
        [first, second] => usize::from(u16::from_le_bytes([*first, *second])),
        [first] => usize::from(*first),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(heads: &[&str], word: &str) -> String {
        let heads = Heads::new(heads);
        let mut split = Vec::new();
        heads.split(
            heads.begin(word.as_bytes()),
            word.as_bytes(),
            |head, length| {
                split.push(format!("{head}:{}", &word[length..]));
            },
        );
        split.join(" ")
    }

    #[test]
    fn a_word_is_split_after_each_head_it_begins_with() {
        for (word, expected) in [
            ("والبلد", "1:البلد 3:بلد"),
            ("بلد", "4:لد"),
            ("قال", ""),
            ("ال", "2:"),
            ("a", ""),
            ("", ""),
        ] {
            assert_eq!(split(&["", "و", "ال", "وال", "ب"], word), expected);
        }
    }

    #[test]
    fn heads_may_have_any_length() {
        for (word, expected) in [("dérive", "1:érive 2:rive"), ("d", "1:"), ("rive", "")] {
            assert_eq!(split(&["", "d", "dé"], word), expected);
        }
    }
}
