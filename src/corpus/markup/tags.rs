//! The tags of a page: which there are, and what a reader sees of them.

/// Tags that a line ends at.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "title",
    "tr",
    "ul",
    "caption",
];

/// Tags that part words and no more.
const CELLS: [&str; 4] = ["td", "th", "option", "button"];

/// Tags that a reader sees nothing of.
const INLINE: [&str; 57] = [
    "a",
    "abbr",
    "acronym",
    "amp-img",
    "audio",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "col",
    "colgroup",
    "del",
    "em",
    "embed",
    "font",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "label",
    "link",
    "mark",
    "meta",
    "nobr",
    "noscript",
    "o:p",
    "object",
    "param",
    "path",
    "picture",
    "q",
    "s",
    "samp",
    "script",
    "select",
    "small",
    "source",
    "span",
    "st1:personname",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "tbody",
    "textarea",
    "tfoot",
    "thead",
    "time",
    "tt",
    "u",
    "video",
    "wbr",
];

/// A tag, with what it hides.
pub(super) struct Tag {
    /// How many bytes it takes.
    pub length: usize,
    /// What stands in its place.
    pub shown: &'static str,
    /// Whether it shows that paragraphs are tags here.
    pub is_paragraph: bool,
}

/// What was looked for once and does not come any more, so that a text is not searched to its end
/// again and again.
#[derive(Default)]
pub(super) struct Closing {
    missing: Vec<&'static str>,
}

impl Closing {
    /// How many bytes go up to the end of what closes something.
    fn find(&mut self, text: &str, close: &'static str) -> Option<usize> {
        if self.missing.contains(&close) {
            return None;
        }
        let bytes = text.as_bytes();
        let is_here = |at: &[u8]| at.eq_ignore_ascii_case(close.as_bytes());
        let found = bytes.windows(close.len()).position(is_here);
        if found.is_none() {
            self.missing.push(close);
        }
        found.map(|at| at + close.len())
    }
}

/// The tag or comment that begins at a place.
pub(super) fn tag(text: &str, at: usize, closing: &mut Closing) -> Option<Tag> {
    let rest = &text[at..];
    let nothing = |length| Tag {
        length,
        shown: "",
        is_paragraph: false,
    };
    if rest.starts_with("<!--") {
        return closing.find(rest, "-->").map(nothing);
    }
    let length = length(rest)?;
    let inner = rest[1..length - 1].trim_start_matches('/');
    let end = inner.find(|c: char| c.is_whitespace() || c == '/');
    let name = inner[..end.unwrap_or(inner.len())].to_ascii_lowercase();
    let name = name.as_str();
    if name == "!doctype" {
        return Some(nothing(length));
    }
    let hides = match name {
        _ if rest.starts_with("</") => None,
        "script" => closing.find(rest, "</script>"),
        "style" => closing.find(rest, "</style>"),
        _ => None,
    };
    let shown = match name {
        _ if BLOCKS.contains(&name) => "\n",
        _ if CELLS.contains(&name) => " ",
        _ if INLINE.contains(&name) => "",
        _ => return None,
    };
    Some(Tag {
        length: hides.unwrap_or(length),
        shown,
        is_paragraph: matches!(name, "p" | "div"),
    })
}

/// How many bytes a tag takes: up to `>` outside quotation marks, or to the first one where a mark
/// is never closed. No tag holds another, so that each text is gone through once.
fn length(rest: &str) -> Option<usize> {
    let is_tag = rest
        .strip_prefix('<')?
        .starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
    if !is_tag {
        return None;
    }
    let mut first = None;
    let mut quoted = None;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'<' => break,
            b'>' if quoted.is_none() => return Some(at + 1),
            b'>' => first = first.or(Some(at + 1)),
            b'"' | b'\'' if quoted.is_none() => quoted = Some(byte),
            _ if quoted == Some(byte) => quoted = None,
            _ => {}
        }
    }
    first
}
