//! Which keys of a dictionary become which frame and label.

use super::{Dictionary, KeyedPattern};
use crate::error::{Error, Result, did_you_mean, isolated};
use crate::wording::said;
use std::collections::BTreeSet;

/// A frame that is wished for: its name, and the keys that it is made of.
///
/// One key: the keys below it become the labels. Several: they become the labels themselves. None:
/// the key of that name, if there is one, or else all keys of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// The frame.
    pub name: String,
    /// Keys of the dictionary.
    pub keys: Vec<String>,
}

/// The wishes, each with keys that the dictionary has.
pub(super) fn settled(dictionary: &Dictionary, wishes: &[Wish]) -> Result<Vec<Wish>> {
    let keys = dictionary.items.iter().flat_map(|item| &item.keys);
    let known: BTreeSet<String> = keys.map(|key| key_of(key)).collect();
    let mut settled = Vec::new();
    for wish in wishes {
        let name = key_of(&wish.name);
        let keys: Vec<String> = wish.keys.iter().map(|key| key_of(key)).collect();
        if let Some(lack) = keys.iter().find(|key| !known.contains(*key)) {
            let hint = match did_you_mean(lack, known.iter().map(String::as_str)) {
                Some(likely) => said("hint.likely", &[&isolated(likely)]),
                None => {
                    let names: Vec<&str> = known.iter().take(SHOWN).map(String::as_str).collect();
                    said("import.keys", &[&names.join(", ")])
                }
            };
            return Err(Error::Dictionary(said(
                "import.no-key",
                &[&wish.name, &isolated(lack), &hint],
            )));
        }
        let keys = match keys.is_empty() && known.contains(&name) {
            true => vec![name.clone()],
            false => keys,
        };
        settled.push(Wish { name, keys });
    }
    Ok(settled)
}

/// Keys that a message names.
const SHOWN: usize = 20;

/// A key as our lists write keys: in small letters, without spaces.
fn key_of(key: &str) -> String {
    let words: Vec<String> = key.split_whitespace().map(str::to_lowercase).collect();
    words.join("-")
}

/// Where an item goes: its frame, its label, and how many of its keys that leaves over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub frame: String,
    pub label: String,
    pub deeper: usize,
}

/// Where an item goes: by the wishes, or by its own keys where there are none.
pub(super) fn goals(wishes: &[Wish], stem: &str, item: &KeyedPattern) -> Vec<Goal> {
    let keys: Vec<String> = item.keys.iter().map(|key| key_of(key)).collect();
    let stem = key_of(stem);
    let goal = |frame: &String, label: &String, deeper: usize| Goal {
        frame: frame.clone(),
        label: label.clone(),
        deeper,
    };
    if wishes.is_empty() {
        return vec![match keys.as_slice() {
            [] => goal(&stem, &stem, 0),
            [label] => goal(&stem, label, 0),
            [frame, label, deeper @ ..] => goal(frame, label, deeper.len()),
        }];
    }
    let wished = wishes.iter().filter_map(|wish| {
        let place = |key: &String| keys.iter().position(|own| own == key);
        match wish.keys.as_slice() {
            [] => {
                let label = keys.first().unwrap_or(&stem);
                Some(goal(&wish.name, label, keys.len().saturating_sub(1)))
            }
            [one] => {
                let below = &keys[place(one)? + 1..];
                let label = below.first().unwrap_or(one);
                Some(goal(&wish.name, label, below.len().saturating_sub(1)))
            }
            several => {
                let key = several.iter().find(|key| place(key).is_some())?;
                Some(goal(&wish.name, key, keys.len() - place(key)? - 1))
            }
        }
    });
    wished.collect()
}
