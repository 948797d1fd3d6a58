//! Reads an entry as a researcher writes it: words, signs, and `*` for any ending.

use super::{Body, BodySequence, Citation, Form, Kind, Language, Rule, Sequence, Tokens};

/// One word or sign of an entry.
pub(super) struct EntryWord<'a> {
    /// As written, without a `*`.
    pub surface: &'a str,
    /// Its folded letters; of a sign the sign itself.
    pub folded: String,
    /// Word, number or sign.
    pub kind: Kind,
    /// Whether `*` follows it at once, or (`surface` being empty) stands alone for any word.
    pub open: bool,
}

/// The words and signs of a phrase, in order.
pub(super) fn parts<'a, L: Language + ?Sized>(language: &L, phrase: &'a str) -> Vec<EntryWord<'a>> {
    let mut tokens = Tokens::default();
    language.cut(phrase, 0, &mut tokens);
    let mut parts: Vec<EntryWord> = Vec::new();
    let mut last_end = None;
    for (at, token) in tokens.list.iter().enumerate() {
        let surface = &phrase[token.start as usize..token.end as usize];
        match (token.kind, parts.last_mut()) {
            (Kind::LineEnd, _) => continue,
            (Kind::Mark('*'), Some(part))
                if last_end == Some(token.start) && part.kind == Kind::Word =>
            {
                part.open = true;
            }
            (Kind::Mark('*'), _) => parts.push(EntryWord {
                surface: "",
                folded: String::new(),
                kind: Kind::Word,
                open: true,
            }),
            (kind, _) => parts.push(EntryWord {
                surface,
                folded: match kind {
                    Kind::Mark(mark) => mark.to_string(),
                    _ => tokens.folded(at).to_owned(),
                },
                kind,
                open: false,
            }),
        }
        last_end = Some(token.end);
    }
    parts
}

/// Whether a phrase says anything: a word, a number or a sign, not stars alone.
pub(super) fn is_sayable(parts: &[EntryWord]) -> bool {
    parts.iter().any(|part| !part.folded.is_empty())
}

/// A part that has one spelling only.
pub(super) fn literal<L: Language + ?Sized>(language: &L, part: &EntryWord) -> Body {
    Body {
        folded: part.folded.clone(),
        exact: language.exact(part.surface),
        tail: 0,
        features: language.shape(&part.folded),
        heads: 1,
        open: part.open,
    }
}

/// An entry exactly as written: the term and each of its stems, without forms.
pub(super) fn as_written<L: Language + ?Sized>(
    language: &L,
    entry: &Citation,
) -> Vec<BodySequence> {
    let phrases = std::iter::once(&entry.term).chain(&entry.stems);
    phrases
        .map(|phrase| parts(language, phrase))
        .filter(|parts| is_sayable(parts))
        .map(|parts| BodySequence {
            words: parts
                .iter()
                .map(|part| vec![literal(language, part)])
                .collect(),
            after_first: false,
        })
        .collect()
}

/// Every form of an entry: each body with each of its heads, unless it is excluded.
pub(super) fn forms<L: Language + ?Sized>(language: &L, entry: &Citation) -> Vec<Sequence> {
    let excluded: Vec<(String, String)> = entry
        .exclude
        .iter()
        .map(|word| (language.fold(word), language.exact(word)))
        .collect();
    let allowed = |form: &Form| {
        let mut excluded = excluded.iter();
        !excluded
            .any(|(folded, exact)| form.folded == *folded && language.agrees(exact, &form.exact))
    };
    let expand = |bodies: &Vec<Body>| -> Vec<Form> {
        let forms = bodies.iter().flat_map(|body| with_heads(language, body));
        forms.filter(allowed).collect()
    };
    let sequences = language.bodies(entry);
    let expanded = sequences
        .iter()
        .map(|way| way.words.iter().map(expand).collect());
    expanded.collect()
}

/// A body with each of its heads.
fn with_heads<L: Language + ?Sized>(language: &L, body: &Body) -> Vec<Form> {
    let heads = language.heads().iter().enumerate();
    heads
        .filter(|(at, _)| body.heads >> at & 1 == 1)
        .map(|(at, head)| Form {
            folded: format!("{head}{}", body.folded),
            exact: format!("{head}{}", body.exact),
            rule: Rule {
                head: at as u8,
                tail: body.tail,
            },
            open: body.open,
        })
        .collect()
}
