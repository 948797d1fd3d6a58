//! What a study cannot say, and why; and what it would have to collect.

use super::Teller;
use crate::report::beyond::beyond;
use crate::report::tables::clusters::verdict;
use crate::report::tables::contrasts::size;
use crate::sources::{Contrast, EventSpread, Other, Verdict};

/// Differences that the line on power tells of where no finding gives one.
const SIZES: [f64; 2] = [1.0, 0.5];

impl Teller<'_> {
    /// What cannot be said and why, a line each; empty where all can be.
    pub(super) fn unsaid(&self) -> String {
        let findings = self.findings;
        let mut lines = beyond(findings, self.tongue);
        lines.extend(self.untested());
        if !matches!(findings.clusters.verdict, Verdict::Clusters { .. }) {
            let verdict = verdict(findings.clusters.verdict, self.tongue);
            lines.push(self.say("unsaid.clusters", &[&verdict]));
        }
        if findings.keywords.keys.is_empty() {
            let least = &findings.settings.keyness_least_count;
            lines.push(self.say("unsaid.keyness", &[least]));
        }
        if lines.is_empty() {
            return String::new();
        }
        let lines = lines.iter().map(|line| format!("\n- {line}"));
        self.word("unsaid.heading").to_owned() + &lines.collect::<String>()
    }

    /// Why differences inside events are no more than they are, and what would show them.
    fn untested(&self) -> Vec<String> {
        let contrasts = &self.findings.contrasts;
        let shared = contrasts
            .iter()
            .filter(|contrast| contrast.shared_events > 0);
        if shared.clone().next().is_none() {
            let hours = &self.findings.settings.window_hours;
            return vec![
                self.say("unsaid.no-shared-event", &[]),
                self.say("unsaid.collect", &[hours]),
            ];
        }
        let tested = contrasts.iter().filter_map(|contrast| contrast.q);
        let (all, sure) = tested.fold((0_usize, 0_usize), |(all, sure), q| {
            (all + 1, sure + usize::from(q <= super::findings::LEVEL))
        });
        let mut lines = match (all, sure) {
            (0, _) => vec![self.say("unsaid.untested", &[])],
            (_, 0) => vec![self.say("unsaid.chance", &[&all])],
            _ => Vec::new(),
        };
        lines.push(self.power(shared.clone().map(|contrast| contrast.shared_events).max()));
        lines
    }

    /// How many shared events would show a difference of some sizes.
    fn power(&self, most: Option<u32>) -> String {
        let spread = spread(&self.findings.contrasts);
        let most = self.count(most.unwrap_or_default() as usize, "shared event");
        let uncertain = self.uncertain().and_then(|contrast| contrast.difference);
        let sizes = uncertain.map_or(SIZES.to_vec(), |found| vec![found.abs()]);
        let told: Vec<String> = sizes
            .into_iter()
            .filter_map(|steps| {
                let events = self.count(spread.needed(steps)? as usize, "shared event");
                Some(self.say("unsaid.needed", &[&size(steps, self.tongue), &events]))
            })
            .collect();
        match told.is_empty() {
            true => self.say("unsaid.least", &[&most]),
            false => self.say(
                "unsaid.power",
                &[&told.join(self.word("unsaid.and")), &most],
            ),
        }
    }
}

/// How far differences inside events are from the mean of their pair, all pairs together.
fn spread(contrasts: &[Contrast]) -> EventSpread {
    let pairs = contrasts
        .iter()
        .filter(|c| matches!(c.other, Other::Source(_)));
    pairs.fold(EventSpread::default(), |sum, contrast| {
        sum.plus(contrast.spread)
    })
}
