//! The HTML around the data: one file, with its styles and its script in it, and a policy by which
//! a browser runs these alone and fetches nothing.

use crate::tables::bytes::digest_of;
use crate::wording::{Tongue, in_tongue};
use maud::{DOCTYPE, PreEscaped, html};

/// The pieces of the script, in their order.
const SCRIPT: [&str; 9] = [
    include_str!("js/base.js"),
    include_str!("js/marks.js"),
    include_str!("js/first.js"),
    include_str!("js/side.js"),
    include_str!("js/floor.js"),
    include_str!("js/words.js"),
    include_str!("js/copies.js"),
    include_str!("js/forest.js"),
    include_str!("js/main.js"),
];

/// The styles.
const STYLE: [&str; 2] = [include_str!("css/page.css"), include_str!("css/views.css")];

/// The page around some data.
pub(super) fn shell(tongue: Tongue, data: &str) -> String {
    let script = format!("(() => {{\n\"use strict\";\n{}}})();\n", SCRIPT.concat());
    let style = STYLE.concat();
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(&script),
        hash(&style)
    );
    // Nothing in a text can end the element that holds it.
    let data = data.replace('<', "\\u003c");
    let direction = match tongue {
        Tongue::Arabic => "rtl",
        Tongue::English => "ltr",
    };
    let page = html! {
        (DOCTYPE)
        html lang=(tongue.code()) dir=(direction) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ "mizan " (env!("CARGO_PKG_VERSION")) };
                title { (in_tongue(tongue, "page.title")) }
                style { (PreEscaped(&style)) }
            }
            body {
                div id="page" {}
                noscript {
                    @for tongue in [Tongue::Arabic, Tongue::English] {
                        p lang=(tongue.code()) dir="auto" { (in_tongue(tongue, "page.no-script")) }
                    }
                }
                script type="application/json" id="data" { (PreEscaped(data)) }
                script { (PreEscaped(&script)) }
            }
        }
    };
    page.into_string()
}

/// As a policy names what it lets in.
fn hash(text: &str) -> String {
    let (_, hex) = digest_of(text.as_bytes()).expect("bytes in memory can be read");
    let digits: Vec<u8> = hex
        .bytes()
        .map(|digit| (digit as char).to_digit(16).unwrap_or_default() as u8)
        .collect();
    let bytes: Vec<u8> = digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect();
    format!("sha256-{}", base64(&bytes))
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let three = |chunk: &[u8]| {
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(chunk.get(at).copied().unwrap_or_default())
        });
        (0..4).map(move |at| (at, bits >> (18 - 6 * at) & 63))
    };
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        text.extend(three(chunk).map(|(at, six)| match at <= chunk.len() {
            true => LETTERS[six as usize] as char,
            false => '=',
        }));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_has_them() {
        // RFC 4648, section 10.
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ];
        for (text, expected) in cases {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn nothing_in_the_data_ends_its_element() {
        let page = shell(
            Tongue::English,
            "{\"a\":\"</script><script>alert(1)</script>\"}",
        );
        assert_eq!(page.matches("<script").count(), 2);
        assert_eq!(page.matches("</script>").count(), 2);
    }
}
