//! How much more one side uses a word than the other: log-odds with a prior, G², χ².

/// What is taken to be known of words before counting: imagined counts added to each side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Prior {
    /// The same for each word.
    #[cfg(test)]
    Flat(f64),
    /// This many words, shared out as the words are in all sources together.
    Scaled(f64),
    /// As many of each word as there are in all sources together.
    #[cfg(test)]
    Corpus,
}

/// The prior of the report: a thousand words of the corpus's own mixture. It shrinks rare words
/// as Monroe, Colaresi & Quinn (2008, p. 388) mean it to, and does not hide a small source's words
/// under the weight of the whole corpus.
pub(crate) const REPORT_PRIOR: Prior = Prior::Scaled(1000.0);

impl Prior {
    /// What is imagined of a word with `total` counts in a corpus of `all` words.
    pub(crate) fn of(self, total: f64, all: f64) -> f64 {
        match self {
            #[cfg(test)]
            Prior::Flat(each) => each,
            Prior::Scaled(words) => words * total / all,
            #[cfg(test)]
            Prior::Corpus => total,
        }
    }
}

/// Counts of one word on two sides, and the sides' sizes (over all words tested).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counts {
    /// The word, here.
    pub ours: f64,
    /// The word, in the others.
    pub theirs: f64,
    /// All words, here.
    pub all_ours: f64,
    /// All words, in the others.
    pub all_theirs: f64,
}

impl Counts {
    /// How much more the word is expected here than counted, negative where less is.
    fn excess(&self) -> f64 {
        let all = self.all_ours + self.all_theirs;
        self.ours - (self.ours + self.theirs) * (self.all_ours / all)
    }

    /// Observed and expected counts of the four cells: the word and all else, on either side.
    fn table(&self) -> [(f64, f64); 4] {
        let excess = self.excess();
        let (rest, others_rest) = (self.all_ours - self.ours, self.all_theirs - self.theirs);
        [
            (self.ours, self.ours - excess),
            (self.theirs, self.theirs + excess),
            (rest, rest + excess),
            (others_rest, others_rest - excess),
        ]
    }

    /// Signed log-likelihood ratio, in G² units: positive where the source uses the word more than
    /// expected. No smoothing, no correction for continuity.
    ///
    /// Source: Dunning (1993), *Accurate Methods for the Statistics of Surprise and Coincidence*,
    /// Computational Linguistics 19(1), 61–74, over all four cells.
    pub(crate) fn g2(&self) -> f64 {
        let excess = self.excess();
        let sum: f64 = self
            .table()
            .iter()
            .filter(|(observed, _)| *observed > 0.0)
            // ln(o/e) as ln(1 + (o−e)/e): the large cells differ from expectation in their last
            // digits only.
            .map(|(observed, expected)| observed * ((observed - expected) / expected).ln_1p())
            .sum();
        (2.0 * sum).max(0.0).copysign(excess)
    }

    /// Signed Pearson χ² without correction for continuity.
    #[cfg(test)]
    pub(crate) fn chi2(&self) -> f64 {
        let excess = self.excess();
        let sum: f64 = self
            .table()
            .iter()
            .filter(|(_, expected)| *expected > 0.0)
            .map(|(_, expected)| excess * excess / expected)
            .sum();
        sum.copysign(excess)
    }

    /// Log-odds ratio with an informative Dirichlet prior, and its z by the two-term variance.
    ///
    /// `imagined` is the prior's count of the word, `all_imagined` of all words.
    ///
    /// Source: Monroe, Colaresi & Quinn (2008), *Fightin' Words*, Political Analysis 16(4),
    /// 372–403, equations 16 and 19–22.
    pub(crate) fn log_odds(&self, imagined: f64, all_imagined: f64) -> (f64, f64) {
        let (ours, theirs) = (self.ours + imagined, self.theirs + imagined);
        let rest = self.all_ours + all_imagined - ours;
        let others_rest = self.all_theirs + all_imagined - theirs;
        let log_odds = (ours / rest).ln() - (theirs / others_rest).ln();
        (log_odds, log_odds / (1.0 / ours + 1.0 / theirs).sqrt())
    }
}
