//! What the signs that two articles tell one event are called.

use crate::events::{GroupSign, Sign};

impl Sign {
    /// The key of its name in `wording.csv`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Sign::Content => "sign.content",
            Sign::Forms => "sign.forms",
            Sign::Crowding => "sign.crowding",
            Sign::Hours => "sign.hours",
            Sign::SameSource => "sign.same-source",
            Sign::SameHeadline => "sign.same-headline",
            Sign::Sparseness => "sign.sparseness",
        }
    }
}

impl GroupSign {
    /// The key of its name in `wording.csv`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            GroupSign::Mean => "sign.mean",
            GroupSign::Most => "sign.most",
            GroupSign::Probability => "sign.probability",
            GroupSign::Size => "sign.size",
            GroupSign::SameSources => "sign.same-sources",
        }
    }
}
