//! Hands out what was said of the tokens of a batch, token by token.

use super::table::Spot;

/// What tables and memo said of the tokens of a batch, as far as it is not yet taken.
pub(super) struct Left<'s> {
    /// Each sorted by token.
    pub spots: [&'s [Spot]; 2],
    pub signs: &'s [(u32, char)],
}

impl<'s> Left<'s> {
    /// The next token of which there is anything.
    pub fn next_token(&self) -> Option<u32> {
        let spots = self
            .spots
            .iter()
            .filter_map(|spots| Some(spots.first()?.token));
        let sign = self.signs.first().map(|(token, _)| *token);
        spots.chain(sign).min()
    }

    /// Takes what there is of a token.
    pub fn take(&mut self, token: u32) -> ([&'s [Spot]; 2], &'s [(u32, char)]) {
        let spots = self.spots.each_mut().map(|spots| {
            let count = spots.iter().take_while(|spot| spot.token == token).count();
            let (own, rest) = spots.split_at(count);
            *spots = rest;
            own
        });
        let count = self.signs.iter().take_while(|(at, _)| *at == token).count();
        let (own, rest) = self.signs.split_at(count);
        self.signs = rest;
        (spots, own)
    }
}
