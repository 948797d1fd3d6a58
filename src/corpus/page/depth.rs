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

/// So deep a page may be nested. Browsers flatten what is deeper than 512 elements (Blink's
/// `kMaximumHTMLParserDOMTreeDepth`); what is found here is rougher than a tree.
const DEEPEST: usize = 1024;

/// So many formatting elements a page may have that a browser adds by opening them again. A page of
/// some hundred kilobytes that never closed three of them has ten thousand.
const MOST_AGAIN: usize = 1 << 17;

/// Of formatting elements that are written alike a browser opens three again and no more (HTML
/// standard, § 13.2.4.3).
const ALIKE: usize = 3;

/// Whether the elements of a page are nested so deep, or opened again so often, that a tree of them
/// takes minutes and gigabytes.
///
/// Open are those that no tag of theirs closed, leaving out those that need no closing. A tag closes
/// what was opened since its own was, as in a browser, and nothing where none is open.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut open = Open::default();
    let mut in_script = false;
    for tag in html.split('<').skip(1) {
        // In a script, `<` compares.
        if in_script && !tag.starts_with("/script") {
            continue;
        }
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        in_script = name == "script" && !tag.starts_with('/');
        if name.is_empty() {
            continue;
        }
        match tag.starts_with('/') {
            true => open.close(&name),
            false => open.open(name, tag),
        }
        if open.depth() > DEEPEST || open.again > MOST_AGAIN {
            return true;
        }
    }
    false
}

/// The elements that are open.
#[derive(Default)]
struct Open<'a> {
    nested: Vec<String>,
    /// How often each of them is open.
    times: BTreeMap<String, usize>,
    /// The formatting elements that are opened again in each block, with their whole tags.
    formatting: Vec<(String, &'a str)>,
    /// How many were opened again.
    again: usize,
}

impl<'a> Open<'a> {
    fn depth(&self) -> usize {
        self.nested.len() + self.formatting.len()
    }

    fn open(&mut self, name: String, tag: &'a str) {
        if is_formatting(&name) {
            let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
            let alike = self.formatting.iter().filter(|other| other.1 == tag);
            if alike.count() < ALIKE {
                self.formatting.push((name.clone(), tag));
            }
        } else {
            self.again += self.formatting.len();
        }
        if !UNCLOSED.contains(&name.as_str()) {
            *self.times.entry(name.clone()).or_default() += 1;
            self.nested.push(name);
        }
    }

    fn close(&mut self, name: &str) {
        if self.times.get(name).is_some_and(|times| *times > 0) {
            let last = self.nested.iter().rposition(|open| open == name);
            let last = last.unwrap_or_default();
            let closed = match is_formatting(name) {
                // Blocks in it stay open.
                true => self.nested.drain(last..=last),
                false => self.nested.drain(last..),
            };
            for name in closed {
                self.times.entry(name).and_modify(|times| *times -= 1);
            }
        }
        if let Some(at) = self.formatting.iter().rposition(|(own, _)| own == name) {
            self.formatting.remove(at);
        }
    }
}

fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::growth::grows_evenly;

    #[test]
    fn what_is_closed_by_no_tag_of_its_own_is_open() {
        for (piece, is_deep) in [
            ("<div><p>نص</p></div>", false),
            ("<div></i>", true),
            ("<div><span></div>", false),
            ("<i>", true),
            ("<b><div></b>", true),
            ("<b>نص</b>", false),
            ("<table><tr><td>", true),
            ("<script>if (a<b) {}</script><br><img>", false),
            ("</div></div><div>", false),
        ] {
            assert_eq!(is_too_deep(&piece.repeat(3_000)), is_deep, "{piece}");
        }
        let fonts = |count: usize| -> String {
            let one = |at: usize| format!("<p><font size={at}>نص</p>");
            (0..count).map(one).collect()
        };
        assert!(!is_too_deep(&fonts(100)));
        assert!(is_too_deep(&fonts(600)));
    }

    #[test]
    fn tags_that_close_nothing_take_no_time() {
        for piece in ["<p></i>", "<i><b></i>", "<div><span></p></div>", "</div>"] {
            grows_evenly(piece, 40_000, |units| {
                is_too_deep(&piece.repeat(units));
            });
        }
    }
}
