//! Who is given the floor: `speakers.csv`, `holders.csv` and `said.csv`.

pub(crate) mod holders;
pub(crate) mod said;
pub(crate) mod speakers;

use crate::corpus::{ArticleIx, Part};
use crate::report::cell::Cell;
use crate::report::names::Spoken;
use crate::study::{Findings, SpeakerIx};
use crate::voice::Stretch;

/// A stretch that is not the narrator's, with all that places it.
#[derive(Clone, Copy)]
struct Turn<'a> {
    article: ArticleIx,
    part: Part,
    stretch: &'a Stretch,
    speaker: Option<SpeakerIx>,
    /// Words that lie in no stretch inside it.
    words: u32,
}

/// Every stretch that is somebody's words, in the order of articles and places.
fn turns(findings: &Findings) -> impl Iterator<Item = Turn<'_>> {
    let readings = (0..).map(ArticleIx).zip(&findings.readings);
    let parts = readings
        .flat_map(|(article, reading)| Part::ALL.map(|part| (article, part, reading.part(part))));
    parts.flat_map(move |(article, part, read)| {
        let stretches = read.voices.stretches.iter().zip(&read.stretch_words);
        let stretches = stretches.enumerate();
        stretches
            .filter(|(_, (stretch, _))| stretch.kind.voice().is_some())
            .map(move |(at, (stretch, words))| Turn {
                article,
                part,
                stretch,
                speaker: findings.speakers.at(article, part, at),
                words: *words,
            })
    })
}

impl Findings {
    /// A speaker's name; missing where nobody is named.
    fn speaker_cell(&self, speaker: Option<SpeakerIx>) -> Cell<'_> {
        let name = speaker.map(|ix| self.speakers.speaker(ix).name.as_str());
        Cell::text(name.unwrap_or_default())
    }

    /// How a speaker is known, the actor whose side it is on by key and name, and the actor's kind.
    fn side_cells(&self, speaker: Option<SpeakerIx>) -> [Cell<'_>; 4] {
        let speaker = speaker.map(|ix| self.speakers.speaker(ix));
        let side = speaker.and_then(|speaker| speaker.side);
        let kind = side.map_or("", |side| &self.lexicon.actors[side.0 as usize].kind);
        [
            Cell::text(speaker.map_or("", |speaker| speaker.known.name())),
            self.lexicon.actor_cell(side),
            Cell::text(Spoken::of(self).actor(side)),
            Cell::text(kind),
        ]
    }
}
