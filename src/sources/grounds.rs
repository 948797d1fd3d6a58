//! What there is to say of a figure: how it was come to, or why there is none.

/// How an interval or a p was come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Method {
    /// A BCa bootstrap of events and articles, in so many draws.
    Bootstrap(u32),
    /// Student's t over event differences.
    Student,
    /// All arrangements, so many, counted out.
    Exact(f64),
    /// So many arrangements drawn.
    Drawn(u32),
}

/// Why a contrast lacks a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lack {
    /// Of a difference: nothing was told by both.
    SharedEvent,
    /// Of all that is tested: so many sources have more articles.
    Reach,
    /// Of an interval: too few shared events.
    Events,
    /// Of an interval: all differences are the same.
    Spread,
    /// Of an interval: one event carries nearly all the weight.
    Balance,
    /// Of an interval: nearly all differences are the same.
    Variety,
    /// Of p: there are so few arrangements.
    Arrangements {
        /// What there are.
        found: f64,
        /// What a p of 0.05 needs.
        needed: f64,
    },
}
