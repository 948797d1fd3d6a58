//! From mentions to actors and scores. May not see events.

mod bind;
mod scores;

pub use bind::{Binding, Bound, bind};
pub use scores::{Score, scores};
