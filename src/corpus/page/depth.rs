//! How deep the elements of a page are nested, told from its tags before a tree is made of them.

use std::collections::BTreeMap;

/// Elements without content, and those that the next of their kind closes.
const UNCLOSED: [&str; 24] = [
    "br", "img", "meta", "link", "input", "hr", "p", "li", "dt", "dd", "tr", "td", "th", "option",
    "source", "wbr", "area", "base", "col", "embed", "param", "track", "tbody", "body",
];

/// Elements that a browser opens again in each block that follows, until a tag of their own closes
/// them (the formatting elements of the HTML standard, § 13.2.4.3).
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// About how deep the elements of a page are nested at most: open tags that no tag of theirs closed,
/// leaving out those that need no closing. A tag closes what was opened since its own was, as in a
/// browser, and nothing where none is open.
pub(super) fn depth(html: &str) -> usize {
    let mut open = Open::default();
    let (mut deepest, mut in_script) = (0, false);
    for tag in html.split('<').skip(1) {
        // In a script, `<` compares.
        if in_script && !tag.starts_with("/script") {
            continue;
        }
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        in_script = name == "script" && !tag.starts_with('/');
        if name.is_empty() || UNCLOSED.contains(&name.as_str()) {
            continue;
        }
        match tag.starts_with('/') {
            true => open.close(&name),
            false => open.open(name),
        }
        deepest = deepest.max(open.depth());
    }
    deepest
}

/// The elements that are open.
#[derive(Default)]
struct Open {
    blocks: Vec<String>,
    /// How often each of them is open.
    times: BTreeMap<String, usize>,
    formatting: BTreeMap<String, usize>,
    formatted: usize,
}

impl Open {
    fn depth(&self) -> usize {
        self.blocks.len() + self.formatted
    }

    fn open(&mut self, name: String) {
        if FORMATTING.contains(&name.as_str()) {
            *self.formatting.entry(name).or_default() += 1;
            self.formatted += 1;
        } else {
            *self.times.entry(name.clone()).or_default() += 1;
            self.blocks.push(name);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(times) = self.formatting.get_mut(name).filter(|times| **times > 0) {
            *times -= 1;
            self.formatted -= 1;
        }
        if self.times.get(name).is_none_or(|times| *times == 0) {
            return;
        }
        while let Some(last) = self.blocks.pop() {
            if let Some(times) = self.times.get_mut(&last) {
                *times -= 1;
            }
            if last == name {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::growth::grows_evenly;

    #[test]
    fn what_is_closed_by_no_tag_of_its_own_is_open() {
        for (page, expected) in [
            ("<div><p>نص</p></div><div></div>", 1),
            ("<div></i><div></i><div></i>", 3),
            ("<div><span></div><div><span></div>", 2),
            ("<p><font size=1></p><p><font size=2></p>", 2),
            ("<table><tr><td><table><tr><td>", 2),
            ("<script>if (a<b) {}</script><br><img><br>", 1),
            ("</div></div><div>", 1),
        ] {
            assert_eq!(depth(page), expected, "{page}");
        }
    }

    #[test]
    fn tags_that_close_nothing_take_no_time() {
        for piece in ["<div></i>", "<i><b></i>", "<div><span></p>", "</div>"] {
            grows_evenly(piece, 40_000, |units| {
                depth(&piece.repeat(units));
            });
        }
    }
}
