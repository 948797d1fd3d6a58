//! What readers call an actor, of all its names.

use super::called::Called;
use super::rows::NameRow;
use crate::wording::Tongue;

/// What an actor is called: of its names in each language one whose note describes the actor, else
/// one without a note, else one to beware of; of several the first by its letters. In English
/// where it has no name the words of its key.
pub(super) fn actor_called(names: &[NameRow]) -> Called {
    let first = |tongue: Tongue| {
        let of_language = names.iter().filter(|row| row.language == tongue.code());
        of_language
            .min_by_key(|row| (beware(&row.note), &row.name))
            .map_or("", |row| &row.name)
    };
    let words = names[0].actor.replace('-', " ");
    let english = first(Tongue::English);
    let english = if english.is_empty() { &words } else { english };
    Called::new(first(Tongue::Arabic), english)
}

/// 0 for a note that describes an actor, 1 for none, 2 for one that warns of the name.
fn beware(note: &str) -> u8 {
    let warns = note.starts_with("ambiguous") || note.contains("carries a label");
    if warns { 2 } else { u8::from(note.is_empty()) }
}
