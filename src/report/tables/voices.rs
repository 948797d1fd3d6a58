//! `voices.csv`: every stretch that is not simply the narrator's.

use crate::corpus::Part;
use crate::error::Result;
use crate::report::brief::{ends, shortened};
use crate::report::cell::Cell;
use crate::report::names::Characters;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::voice::{Stretch, StretchKind};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "voices",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for (article, reading) in findings.corpus.articles.iter().zip(&findings.readings) {
        for part in Part::ALL {
            let text = article.part(part);
            let mut characters = Characters::of(text);
            let stretches = reading.part(part).voices.stretches.iter();
            // A name changes no voice, and no count hangs on it.
            let shown = |stretch: &&Stretch| {
                stretch.kind != StretchKind::Name || findings.settings.all_tables
            };
            for stretch in stretches.filter(shown) {
                let places = characters.range(&stretch.bytes);
                let bytes = stretch.bytes.start as usize..stretch.bytes.end as usize;
                rows.row(&[
                    Cell::text(article.id.as_str()),
                    Cell::text(part.name()),
                    Cell::count(places.start),
                    Cell::count(places.end),
                    Cell::text(stretch.kind.name()),
                    Cell::text(if stretch.is_narrators_too {
                        "narrator"
                    } else {
                        ""
                    }),
                    Cell::text(shortened(
                        stretch.speaker.as_deref().unwrap_or_default(),
                        &findings.settings,
                    )),
                    Cell::text(stretch.cue.as_deref().unwrap_or_default()),
                    Cell::text(stretch.class.map_or("", |class| class.name())),
                    Cell::text(stretch.ended.name()),
                    Cell::YesNo(stretch.certain),
                    Cell::text(ends(&text[bytes], &findings.settings)),
                ])?;
            }
        }
    }
    Ok(())
}
