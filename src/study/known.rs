//! What the lists know of the names in a text, handed down as plain places.

use crate::events;
use crate::framing::Found;
use crate::lexicon::{self, Lexicon};
use crate::text::Text;

/// The names of places, persons and states in a text, as plain places: what they stand for is all
/// that finding happenings may know of the lists.
pub(super) fn known(text: &Text, found: &Found, lexicon: &Lexicon) -> Box<[events::Known]> {
    let places = found.places.iter().map(|place| events::Known {
        bytes: text.bytes(&place.tokens),
        being: events::Being::Place,
        id: None,
    });
    let named = found.names.iter().filter_map(|name| {
        let being = match lexicon.being(name.actor) {
            lexicon::Being::State => events::Being::State,
            lexicon::Being::Person if !name.ambiguous => events::Being::Person,
            _ => return None,
        };
        Some(events::Known {
            bytes: text.bytes(&name.tokens),
            being,
            id: Some(name.actor.0),
        })
    });
    let mut known: Vec<events::Known> = places.chain(named).collect();
    known.sort_by_key(|known| (known.bytes.start, std::cmp::Reverse(known.bytes.end)));
    known.dedup_by_key(|known| known.bytes.start);
    known.into()
}
