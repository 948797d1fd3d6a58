//! Which letters a file's bytes stand for; bytes that stand for none are never replaced.

use super::bytes::Unpacked;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io;

/// Put where bytes could not be decoded: no UTF-8 holds it, so the row it lies in is found out
/// when it is validated, and only that row is lost.
const UNDECODABLE: u8 = 0xff;

/// The encoding of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guess {
    /// What they are read as.
    pub encoding: &'static Encoding,
    /// Length of the byte-order mark.
    pub mark: usize,
    /// Whether nothing but the letters' likelihood speaks for it.
    pub guessed: bool,
}

impl Guess {
    /// Whether the bytes are UTF-8.
    pub(crate) fn is_utf8(&self) -> bool {
        self.encoding == UTF_8
    }
}

/// The encoding that a page or a program calls so.
pub(crate) fn named(label: &str) -> Option<Guess> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(Guess {
        encoding,
        mark: 0,
        guessed: false,
    })
}

/// The encoding of a text that begins with `head`.
///
/// A byte-order mark decides; then UTF-16 by where its zero bytes stand; then UTF-8, if its
/// many-byte letters outnumber the bytes that break its rules, or at least as many lines keep them as
/// break them; then chardetng by likelihood.
pub(crate) fn guess(head: &[u8]) -> Guess {
    if let Some((encoding, mark)) = Encoding::for_bom(head) {
        return Guess {
            encoding,
            mark,
            guessed: false,
        };
    }
    let (encoding, guessed) = match unmarked_utf16(head) {
        Some(encoding) => (encoding, true),
        None if is_mostly_utf8(head) || is_utf8_by_lines(head) => (UTF_8, false),
        None => (by_likelihood(head), true),
    };
    Guess {
        encoding,
        mark: 0,
        guessed,
    }
}

/// Spaces, line ends and separators make every twentieth letter or more of any table ASCII, and
/// in UTF-16 each has a zero byte on the same side.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| {
        head.iter()
            .skip(side)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let enough = (head.len() / 40).max(2);
    if odd >= enough && even * 20 < odd {
        Some(UTF_16LE)
    } else if even >= enough && odd * 20 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// One broken letter in a long table must not make it another encoding, nor one chance letter
/// make windows-1256 UTF-8: real UTF-8 has far more than ten letters to a fault.
fn is_mostly_utf8(head: &[u8]) -> bool {
    let (mut letters, mut faults) = (0, 0);
    for chunk in whole_letters(head).utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += chunk.invalid().len();
    }
    letters >= 10 * faults
}

/// A line of Arabic in another encoding keeps the rules of UTF-8 by no chance: of two rows put together
/// from two files each is judged by itself, and the one in UTF-8 is not lost for the other's sake.
fn is_utf8_by_lines(head: &[u8]) -> bool {
    /// So few letters might.
    const LEAST: usize = 8;
    let (mut sound, mut broken) = (0, 0);
    for line in whole_letters(head).split(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => {
                sound += usize::from(line.chars().filter(|c| !c.is_ascii()).count() >= LEAST);
            }
            Err(_) => broken += 1,
        }
    }
    sound > 0 && sound >= broken
}

/// `head` without the first bytes of a letter that its end cuts.
fn whole_letters(head: &[u8]) -> &[u8] {
    let lead = head
        .iter()
        .rev()
        .take(3)
        .position(|byte| *byte >= 0xc0)
        .map(|back| head.len() - 1 - back);
    match lead {
        Some(at) if matches!(std::str::from_utf8(&head[at..]), Err(e) if e.error_len().is_none()) => {
            &head[..at]
        }
        _ => head,
    }
}

fn by_likelihood(head: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, false);
    // A few letters could be of many alphabets; those given to mizan are mostly Arabic.
    detector.guess(Some(b"eg"), Utf8Detection::Deny)
}

/// Decodes a whole text; `None` if some of its bytes stand for no letter.
pub(crate) fn decoded(bytes: &[u8], guess: Guess) -> Option<String> {
    guess
        .encoding
        .decode_without_bom_handling_and_without_replacement(&bytes[guess.mark..])
        .map(std::borrow::Cow::into_owned)
}

/// The text of a whole file in whatever encoding it seems to have, without its mark; `None` if some
/// of its bytes stand for no letter.
pub(crate) fn decoded_whole(bytes: &[u8]) -> Option<String> {
    decoded(bytes, guess(bytes))
}

/// The text that some bytes most likely are, and the name of their encoding; U+FFFD stands where a
/// byte is no letter. For files that are refused all the same, so that more can be said of them.
pub(crate) fn likely_text(bytes: &[u8]) -> (String, &'static str) {
    let guess = guess(bytes);
    let (text, _) = guess
        .encoding
        .decode_without_bom_handling(&bytes[guess.mark..]);
    (text.into_owned(), guess.encoding.name())
}

/// An input's text as UTF-8, block by block.
pub(crate) struct Utf8Stream {
    bytes: Unpacked,
    /// Read for the guess and not handed out yet.
    head: Vec<u8>,
    guess: Guess,
    /// `None` where the bytes are UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// Whether the decoder was told that no more follows; it must not be used again then.
    ended: bool,
}

/// The guess looks at least this far, and further while all it saw is ASCII.
const HEAD: usize = 1 << 16;
const LONGEST_HEAD: usize = 1 << 20;

impl Utf8Stream {
    /// Reads the beginning of an input and guesses its encoding.
    pub(crate) fn new(mut bytes: Unpacked) -> io::Result<Self> {
        let mut head = Vec::new();
        while head.len() < HEAD || (head.len() < LONGEST_HEAD && head.is_ascii()) {
            if !bytes.append(&mut head)? {
                break;
            }
        }
        let guess = guess(&head);
        head.drain(..guess.mark);
        let decoder =
            (guess.encoding != UTF_8).then(|| guess.encoding.new_decoder_without_bom_handling());
        Ok(Utf8Stream {
            bytes,
            head,
            guess,
            decoder,
            raw: Vec::new(),
            ended: false,
        })
    }

    /// What the bytes are read as.
    pub(crate) fn guess(&self) -> Guess {
        self.guess
    }

    /// The first bytes, undecoded and without their mark, as long as nothing was read.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The bytes underneath.
    pub(crate) fn bytes(&self) -> &Unpacked {
        &self.bytes
    }

    /// All bytes as they are, for what is no text, but not many more than `most`.
    pub(crate) fn whole(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let mut whole = std::mem::take(&mut self.head);
        while whole.len() as u64 <= most && self.bytes.append(&mut whole)? {}
        Ok(whole)
    }

    /// Appends a block of the text; `false` at the end. Bytes that are no letters come as
    /// [`UNDECODABLE`].
    pub(crate) fn append(&mut self, into: &mut Vec<u8>) -> io::Result<bool> {
        let Some(decoder) = &mut self.decoder else {
            if self.head.is_empty() {
                return self.bytes.append(into);
            }
            into.append(&mut self.head);
            return Ok(true);
        };
        if self.ended {
            return Ok(false);
        }
        self.raw.clear();
        self.raw.append(&mut self.head);
        let more = !self.raw.is_empty() || self.bytes.append(&mut self.raw)?;
        self.ended = !more;
        decode(decoder, &self.raw, self.ended, into);
        Ok(more)
    }
}

fn decode(decoder: &mut Decoder, mut raw: &[u8], last: bool, into: &mut Vec<u8>) {
    let mut block = [0; 1 << 14];
    loop {
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(raw, &mut block, last);
        into.extend_from_slice(&block[..written]);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => into.push(UNDECODABLE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    const TEXT: &str = "id,source,date,text\n1,وكالة النهر,2024-08-18,قال الوزير إن القوات دخلت المدينة صباح اليوم\n";

    fn utf16(text: &str, swap: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        units
            .flat_map(|u| {
                if swap {
                    u.to_be_bytes()
                } else {
                    u.to_le_bytes()
                }
            })
            .collect()
    }

    fn windows_1256(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1256.encode(text).0.into_owned()
    }

    fn streamed(bytes: Vec<u8>) -> (Vec<u8>, Guess) {
        let unpacked = Unpacked::new(Box::new(Cursor::new(bytes))).unwrap();
        let mut stream = Utf8Stream::new(unpacked).unwrap();
        let mut all = Vec::new();
        while stream.append(&mut all).unwrap() {}
        (all, stream.guess())
    }

    #[test]
    fn every_encoding_a_spreadsheet_writes_gives_the_same_text() {
        let cases = [
            ("utf-8", TEXT.as_bytes().to_vec(), false),
            ("utf-8, mark", format!("\u{feff}{TEXT}").into_bytes(), false),
            ("utf-16le", utf16(TEXT, false), true),
            (
                "utf-16le, mark",
                utf16(&format!("\u{feff}{TEXT}"), false),
                false,
            ),
            ("utf-16be", utf16(TEXT, true), true),
            (
                "utf-16be, mark",
                utf16(&format!("\u{feff}{TEXT}"), true),
                false,
            ),
            ("windows-1256", windows_1256(TEXT), true),
        ];
        for (name, bytes, guessed) in cases {
            let (text, guess) = streamed(bytes.clone());
            assert_eq!(String::from_utf8(text).as_deref(), Ok(TEXT), "{name}");
            assert_eq!(guess.guessed, guessed, "{name}");
            assert_eq!(decoded(&bytes, guess).as_deref(), Some(TEXT), "{name}");
        }
    }

    #[test]
    fn a_text_that_is_at_its_end_may_be_asked_on() {
        let half_a_letter = [&utf16("\u{feff}a", false)[..], b"b"].concat();
        for (bytes, expected) in [
            (utf16("\u{feff}id,source", false), &b"id,source"[..]),
            (windows_1256("قال\r"), "قال\r".as_bytes()),
            (half_a_letter, b"a\xff"),
        ] {
            let mut stream = Utf8Stream::new(Unpacked::new(Box::new(Cursor::new(bytes))).unwrap());
            let stream = stream.as_mut().unwrap();
            let mut all = Vec::new();
            while stream.append(&mut all).unwrap() {}
            assert!(!stream.append(&mut all).unwrap());
            assert_eq!(all, expected);
        }
    }

    #[test]
    fn a_few_letters_that_could_be_of_many_alphabets_are_taken_for_arabic() {
        for word in ["كذب", "تضامن"] {
            let bytes = windows_1256(&format!("word;category\n{word};neg\n"));
            let text = decoded_whole(&bytes).unwrap();
            assert!(text.contains(word), "{text}");
        }
    }

    #[test]
    fn one_broken_letter_does_not_make_a_table_another_encoding() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.insert(60, 0xd8);
        let (text, guess) = streamed(bytes.clone());
        assert_eq!(guess.encoding, UTF_8);
        assert_eq!(text, bytes, "and nothing is put in its place");
    }

    #[test]
    fn a_file_put_together_of_two_encodings_is_read_in_the_one_of_most_lines() {
        let row = "2,وكالة الجبل,2024-08-19,وعاد الصيادون إلى المرسى القديم مساء أمس\n";
        let mixed = [TEXT.as_bytes(), &windows_1256(row)].concat();
        assert_eq!(guess(&mixed).encoding, UTF_8);
        let mostly = [TEXT.as_bytes(), &windows_1256(&row.repeat(5))].concat();
        assert_eq!(guess(&mostly).encoding, encoding_rs::WINDOWS_1256);
    }

    #[test]
    fn half_a_letter_at_the_end_of_the_beginning_is_no_fault() {
        let text = "م".repeat(9);
        assert_eq!(guess(&text.as_bytes()[..17]).encoding, UTF_8);
    }

    #[test]
    fn a_lone_surrogate_is_not_replaced() {
        let mut bytes = utf16(&format!("\u{feff}{TEXT}"), false);
        bytes.splice(60..62, [0x00, 0xd8]);
        let (text, _) = streamed(bytes);
        assert!(text.contains(&UNDECODABLE));
    }

    #[test]
    fn ascii_at_the_beginning_hides_no_later_encoding() {
        let long = format!("{}\n{TEXT}", "a,b,c\n".repeat(30_000));
        assert_eq!(
            streamed(windows_1256(&long)).0,
            long.as_bytes(),
            "the guess looks on until it sees a letter"
        );
    }
}
