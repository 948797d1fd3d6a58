//! Many tests at once: p values adjusted for how many there are.

/// The q value of each p, in the order given: the least false discovery rate at which it would
/// still count.
///
/// Source: Benjamini & Hochberg (1995), *Controlling the False Discovery Rate*, Journal of the
/// Royal Statistical Society B 57(1), 289–300, in step-up form.
pub(crate) fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let tests = Tests::new(p.to_vec());
    p.iter().map(|&p| tests.q(p)).collect()
}

/// All p values of a table, ready to be asked for the q of some of them.
pub(super) struct Tests {
    /// Sorted.
    p: Vec<f64>,
    /// The q of each.
    q: Vec<f64>,
}

impl Tests {
    /// Sorts the p values.
    pub(crate) fn new(mut p: Vec<f64>) -> Tests {
        p.sort_unstable_by(f64::total_cmp);
        let mut q = vec![1.0; p.len()];
        let mut least = 1.0_f64;
        for (at, &p_here) in p.iter().enumerate().rev() {
            least = least.min(p_here * p.len() as f64 / (at + 1) as f64);
            q[at] = least;
        }
        Tests { p, q }
    }

    /// The q of one of the p values.
    pub(crate) fn q(&self, p: f64) -> f64 {
        let upto = self.p.partition_point(|&other| other <= p);
        self.q[upto.saturating_sub(1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_p_never_gets_a_smaller_q() {
        let q = benjamini_hochberg(&[0.03, 0.031, 0.02, 1.0]);
        assert_eq!(q[0], q[1], "the first takes the smaller q of the next");
        assert!(q[2] <= q[0] && q[3] == 1.0);
    }

    #[test]
    fn no_test_needs_no_adjustment() {
        assert!(benjamini_hochberg(&[]).is_empty());
        assert_eq!(benjamini_hochberg(&[0.2]), [0.2]);
    }
}
