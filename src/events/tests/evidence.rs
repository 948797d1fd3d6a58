//! What is told of why two articles were linked.

use super::super::learned::{PAIR_START, chance};
use super::{FIRE, FIRE_AGAIN};
use crate::events::testing::{aligned, told};

#[test]
fn the_parts_of_a_link_add_up_to_its_probability() {
    let articles = [
        told("a1", 0, 20, "حريق كبير في سوق تمبكتو", FIRE),
        told("a2", 1, 24, "حريق كبير في سوق الأقمشة", FIRE_AGAIN),
    ];
    let links = aligned(&articles).links;
    let sum: f32 = PAIR_START + links[0].parts.iter().sum::<f32>();
    assert!((chance(f64::from(sum)) - links[0].similarity).abs() < 1e-5);
    assert!(links[0].parts[0] > 0.0 && links[0].parts[3] < 0.0);
}
