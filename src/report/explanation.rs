//! Why two articles are one event or not, in words for a reader.

use super::names::{headline, title_shown};
use crate::corpus::{ArticleIx, Corpus};
use crate::error::isolated;
use crate::events::{Apart, EventIx, Evidence, Linked};
use crate::settings::Settings;
use crate::study::Explained;
use crate::wording::{Tongue, in_tongue, said_in};
use std::fmt::Display;

/// Why two articles of a corpus are one event or not, as lines of a language.
pub(crate) fn explanation(
    corpus: &Corpus,
    settings: &Settings,
    explained: &Explained,
    tongue: Tongue,
) -> String {
    let mut page = Page {
        corpus,
        settings,
        explained,
        tongue,
        text: String::new(),
    };
    explained.articles.iter().for_each(|ix| page.article(*ix));
    page.verdict();
    page.pair();
    page.path();
    page.shared();
    page.groups();
    page.text
}

struct Page<'a> {
    corpus: &'a Corpus,
    settings: &'a Settings,
    explained: &'a Explained,
    tongue: Tongue,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, key: &str, with: &[&dyn Display]) {
        self.text += &said_in(self.tongue, key, with);
        self.text.push('\n');
    }

    fn id(&self, ix: ArticleIx) -> String {
        isolated(&self.corpus.articles[ix.at()].id)
    }

    fn article(&mut self, ix: ArticleIx) {
        let article = &self.corpus.articles[ix.at()];
        let date = article.date.map(|date| {
            let format = if date.timed {
                "%Y-%m-%d %H:%M"
            } else {
                "%Y-%m-%d"
            };
            date.at.strftime(format).to_string()
        });
        let date = date.unwrap_or_else(|| in_tongue(self.tongue, "explain.undated").to_owned());
        let title = isolated(&title_shown(&article.title));
        let with: [&dyn Display; 4] = [&self.id(ix), &isolated(&article.source), &date, &title];
        self.line("explain.article", &with);
    }

    fn event(&self, ix: ArticleIx) -> EventIx {
        self.explained.explanation.alignment.event_of[ix.at()]
    }

    /// Whether they are one event, and who else decided that.
    fn verdict(&mut self) {
        let alignment = &self.explained.explanation.alignment;
        let told = |event: EventIx| {
            let found = &alignment.events[event.0 as usize];
            let headline = headline(self.corpus, alignment, event);
            let (name, headline) = (isolated(&found.name), isolated(&headline));
            let with: [&dyn Display; 3] = [&name, &found.articles.len(), &headline];
            said_in(self.tongue, "explain.event", &with)
        };
        let [one, other] = self.explained.articles.map(|ix| self.event(ix));
        let (first, second) = (told(one), told(other));
        let moved = |ix: &ArticleIx| alignment.moves.iter().any(|moved| moved.article == *ix);
        let is_corrected = self.explained.articles.iter().any(moved);
        self.text.push('\n');
        match one == other {
            true => self.line("explain.same", &[&first]),
            false => self.line("explain.different", &[&first, &second]),
        }
        if is_corrected {
            self.line("explain.corrected", &[]);
        }
    }

    /// What the two alone say.
    fn pair(&mut self) {
        let explanation = &self.explained.explanation;
        let hours = &self.settings.window_hours;
        self.text.push('\n');
        match explanation.apart {
            None => {}
            Some(Apart::Far) => self.line("explain.far", &[hours]),
            Some(Apart::Unlike) => self.line("explain.unlike", &[]),
            Some(Apart::NotMet) => self.line("explain.not-met", &[]),
        }
        let probability = number(explanation.pair.probability);
        let least = number(self.settings.event_similarity);
        self.line("explain.pair", &[&probability, &least]);
        self.evidence(&explanation.pair, |sign| sign.key());
        if let Some(hours) = explanation.hours_apart {
            self.line("explain.hours", &[&number(hours)]);
        }
    }

    fn evidence<S: Copy>(&mut self, linked: &Linked<S>, key: fn(S) -> &'static str) {
        self.line("explain.start", &[&number(linked.start)]);
        for sign in &linked.evidence {
            let name = in_tongue(self.tongue, key(sign.sign));
            let [value, weight, part] = [sign.value, sign.weight, sign.part()].map(number);
            self.line("explain.sign", &[&name, &value, &weight, &part]);
        }
        let parts = linked.evidence.iter().map(Evidence::part);
        self.line("explain.sum", &[&number(linked.start + parts.sum::<f64>())]);
    }

    /// Over which others the two are linked, where they are not alone.
    fn path(&mut self) {
        let path = &self.explained.explanation.path;
        let [one, other] = self.explained.articles;
        if self.event(one) != self.event(other) {
            return;
        }
        self.text.push('\n');
        match path.len() {
            0 => self.line("explain.no-path", &[]),
            1 => self.line("explain.direct", &[]),
            _ => {
                self.line("explain.path", &[&self.id(one)]);
                for (next, probability) in path {
                    let with: [&dyn Display; 2] = [&number(*probability), &self.id(*next)];
                    self.line("explain.step", &with);
                }
            }
        }
    }

    /// The rare words of both.
    fn shared(&mut self) {
        let reasons = &self.explained.reasons;
        let kinds = [
            ("explain.words", &reasons.words),
            ("explain.names", &reasons.names),
            ("explain.numbers", &reasons.numbers),
        ];
        self.text.push('\n');
        for (key, words) in kinds.iter().filter(|(_, words)| !words.is_empty()) {
            self.line(key, &[&isolated(&words.join(" · "))]);
        }
        if kinds.iter().all(|(_, words)| words.is_empty()) {
            self.line("explain.no-words", &[]);
        }
    }

    /// What was decided of their groups.
    fn groups(&mut self) {
        let explanation = &self.explained.explanation;
        self.text.push('\n');
        let Some((linked, (first, second))) = &explanation.groups else {
            return self.line("explain.given", &[]);
        };
        let [one, other] = self.explained.articles;
        let least = self.settings.event_similarity;
        let key = match linked.probability >= least {
            true => "explain.joined",
            false => "explain.left",
        };
        let [probability, least] = [linked.probability, least].map(number);
        let [one, other] = [one, other].map(|ix| self.id(ix));
        let with: [&dyn Display; 6] = [&one, first, &other, second, &probability, &least];
        self.line(key, &with);
        self.evidence(linked, |sign| sign.key());
    }
}

/// A measure with two decimals; set apart, so that its sign stays before it in a line from right to
/// left.
fn number(value: f64) -> String {
    let shown = format!("{value:.2}");
    match shown.strip_prefix('-') {
        Some("0.00") => "0.00".to_owned(),
        Some(_) => isolated(&shown),
        None => shown,
    }
}
