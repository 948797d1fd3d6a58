//! Asking for the voice of place after place, in one pass over the stretches.

use super::{StretchKind, Voice, Voices};

/// Reads voices from left to right; made by [`Voices::cursor`].
pub(crate) struct VoiceCursor<'a> {
    voices: &'a Voices,
    next: usize,
    open: Vec<usize>,
}

impl Voices {
    /// A cursor for places in rising order: as [`Voices::at`], in time linear in places and
    /// stretches.
    pub(crate) fn cursor(&self) -> VoiceCursor<'_> {
        VoiceCursor {
            voices: self,
            next: 0,
            open: Vec::new(),
        }
    }
}

impl VoiceCursor<'_> {
    /// The voice at a byte that lies no further left than the last one asked for, and the
    /// innermost stretch of that voice.
    pub(crate) fn at(&mut self, byte: u32) -> (Voice, Option<usize>) {
        let stretches = &self.voices.stretches;
        while stretches
            .get(self.next)
            .is_some_and(|s| s.bytes.start <= byte)
        {
            self.open.push(self.next);
            self.next += 1;
        }
        self.open.retain(|ix| stretches[*ix].bytes.end > byte);
        let mut best = (Voice::Narrator, None);
        for ix in &self.open {
            match stretches[*ix].kind.voice() {
                Some(voice) if voice >= best.0 => best = (voice, Some(*ix)),
                _ => {}
            }
        }
        best
    }
}

impl StretchKind {
    /// The voice of a stretch; `None` for a name, which changes none.
    pub(crate) fn voice(self) -> Option<Voice> {
        match self {
            StretchKind::Reported => Some(Voice::Reported),
            StretchKind::Quoted => Some(Voice::Quoted),
            StretchKind::Distanced => Some(Voice::Distanced),
            StretchKind::Name => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stretch;
    use super::*;

    #[test]
    fn the_cursor_says_at_each_place_what_a_single_question_says() {
        let stretch = |start, end, kind| Stretch {
            bytes: start..end,
            kind,
            speaker: None,
            cue: None,
            class: None,
            ended: super::super::Ended::Sentence,
            certain: true,
            is_narrators_too: false,
        };
        let stretches = vec![
            stretch(0, 50, StretchKind::Reported),
            stretch(5, 20, StretchKind::Quoted),
            stretch(7, 9, StretchKind::Name),
            stretch(10, 12, StretchKind::Distanced),
            stretch(60, 70, StretchKind::Quoted),
        ];
        let voices = Voices {
            stretches,
            remarks: Vec::new(),
        };
        let mut cursor = voices.cursor();
        for byte in 0..80 {
            assert_eq!(cursor.at(byte), voices.at(byte), "at byte {byte}");
        }
    }
}
