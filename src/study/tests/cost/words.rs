//! Text made up here: words of Arabic letters, the common ones far commoner than the rare ones, as
//! in news.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};

/// Distinct stems, articles, and words in each.
const STEMS: usize = 60_000;
const ARTICLES: usize = 2_000;
const WORDS: usize = 250;

/// Numbers below a bound, the same on every run.
struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        (self.0.next_u64() % bound as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// A rank by Zipf's law: each tenfold of ranks is as common as the next.
    fn rank(&mut self, ranks: usize) -> usize {
        let share = self.0.next_u64() as f64 / u64::MAX as f64;
        ((ranks as f64).powf(share) as usize).min(ranks - 1)
    }
}

/// Text in which blank lines part the articles.
pub(crate) fn text() -> String {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(1));
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let stems: Vec<String> = (0..STEMS)
        .map(|_| {
            let length = 3 + draws.below(4);
            (0..length)
                .map(|_| letters[draws.below(letters.len())])
                .collect()
        })
        .collect();
    let heads = ["", "", "", "ال", "ال", "و", "وال", "ب", "لل"];
    let tails = ["", "", "", "", "ة", "ها", "ين", "ون", "ات"];
    let mut text = String::new();
    for _ in 0..ARTICLES {
        for at in 0..WORDS {
            let stem = &stems[draws.rank(STEMS)];
            text.push_str(draws.of(&heads));
            text.push_str(stem);
            text.push_str(draws.of(&tails));
            text.push_str(if at % 12 == 11 { "، " } else { " " });
        }
        text.push_str("\n\n");
    }
    text
}
