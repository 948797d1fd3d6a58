//! The language that people are told in.

use crate::corpus::Corpus;
use crate::language;
use crate::settings::{Settings, ToldIn};
use crate::wording::Tongue;

/// The one asked for, or that of most articles.
pub(crate) fn tongue(settings: &Settings, corpus: &Corpus) -> Tongue {
    match settings.language {
        ToldIn::English => Tongue::English,
        ToldIn::Arabic => Tongue::Arabic,
        ToldIn::Auto => {
            let codes = { corpus.articles.iter() }
                .map(|article| language::of(article.language.as_deref()).code());
            let arabic = codes.filter(|code| *code == Tongue::Arabic.code()).count();
            match 2 * arabic > corpus.articles.len() {
                true => Tongue::Arabic,
                false => Tongue::English,
            }
        }
    }
}
