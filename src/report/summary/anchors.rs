//! What a difference of lean amounts to, in words that somebody uses.

use super::Teller;
use crate::error::isolated;
use crate::lexicon::LabelIx;
use crate::report::names::Placed;
use crate::report::tables::contrasts::fraction;
use crate::sources::Contrast;

/// From here on it is more than all.
const ALL: f64 = 1.25;

/// Less than this part of the mentions is no anchor.
const LEAST: f64 = 0.075;

impl Teller<'_> {
    /// *as if every second “militants” were “terrorists”*: the difference as a part of the other's
    /// words, put for the source's. Empty where no two labels tell the sides apart, and where the
    /// difference is larger than they are apart.
    pub(super) fn anchor(&self, contrast: &Contrast, sides: (&[&Placed], &[&Placed])) -> String {
        let anchor = || {
            let choice = contrast.choice?;
            let stance = |ix: LabelIx| self.findings.lexicon.labels[ix.0 as usize].stance;
            let apart = f64::from(stance(choice.ours)) - f64::from(stance(choice.theirs));
            let part = contrast.difference? / apart;
            let key = fraction(part).or((part < ALL).then_some("all"))?;
            let ours = self.usual(sides.0, choice.ours)?;
            let theirs = self.usual(sides.1, choice.theirs)?;
            let part_of = self.word(&format!("anchor.{key}"));
            (part >= LEAST).then(|| self.say("finding.anchor", &[&part_of, &theirs, &ours]))
        };
        anchor().unwrap_or_default()
    }

    /// The form of a label that some mentions have most often.
    fn usual(&self, mentions: &[&Placed], label: LabelIx) -> Option<String> {
        let of = mentions.iter().filter(|mention| mention.label == label);
        let of: Vec<&Placed> = of.copied().collect();
        let (form, _) = self.findings.wording(&of).into_iter().next()?;
        Some(isolated(&form))
    }
}
