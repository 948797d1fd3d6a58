//! How many shared events would show a difference: what a study would have to collect.

/// (z of 0.975 + z of 0.8)²: a two-sided test at 5 % that finds what is there in four of five studies
/// (Cohen 1988, ch. 2).
const POWER: f64 = 7.849;

/// Fewer events, told by one article a side, allow no p of 0.05 ([`super::permutation`]).
const LEAST_EVENTS: u32 = 6;

/// Differences inside events, of one pair of sources or of several: how far they are from their mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct EventSpread {
    /// Σ (d − mean)².
    pub squares: f64,
    /// How many differences, less one for each pair.
    pub freedom: u32,
}

impl EventSpread {
    /// Of the differences of one pair; nothing of fewer than two.
    pub(crate) fn of(differences: &[f64]) -> EventSpread {
        let mean = differences.iter().sum::<f64>() / differences.len() as f64;
        EventSpread {
            squares: differences.iter().map(|d| (d - mean).powi(2)).sum(),
            freedom: (differences.len() as u32).saturating_sub(1),
        }
    }

    /// The two together.
    pub(crate) fn plus(self, other: EventSpread) -> EventSpread {
        EventSpread {
            squares: self.squares + other.squares,
            freedom: self.freedom + other.freedom,
        }
    }

    /// About how many shared events show a difference of this size, in steps of stance: 7.85 s² / d²,
    /// s² the variance of differences inside events, and at least six. `None` where no pair shares two
    /// events, or nothing is to be seen.
    pub(crate) fn needed(self, difference: f64) -> Option<u32> {
        let variance = (self.freedom > 0).then(|| self.squares / f64::from(self.freedom))?;
        let events = POWER * variance / difference.powi(2);
        let most = f64::from(u32::MAX);
        events
            .is_finite()
            .then(|| (events.ceil().min(most) as u32).max(LEAST_EVENTS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_difference_takes_four_times_the_events() {
        // Mean 0, squares 1 + 1, one degree of freedom: s² = 2.
        let spread = EventSpread::of(&[-1.0, 1.0]);
        assert_eq!(
            spread,
            EventSpread {
                squares: 2.0,
                freedom: 1
            }
        );
        assert_eq!(spread.needed(1.0), Some(16));
        assert_eq!(spread.needed(0.5), Some(63));
        assert_eq!(spread.needed(4.0), Some(6));
    }

    #[test]
    fn one_event_tells_nothing_of_how_events_vary() {
        assert_eq!(EventSpread::of(&[1.0]).needed(1.0), None);
        assert_eq!(EventSpread::of(&[]).freedom, 0);
        assert_eq!(EventSpread::of(&[1.0, 1.0]).needed(0.0), None);
    }
}
