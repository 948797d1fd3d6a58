//! Reads a text or HTML file that stands for one article.

mod depth;

use super::{InputFile, date, kind};
use crate::error::guarded;
use crate::tables::bytes;
use crate::tables::encoding::{self, Guess};
use crate::tables::limits::{Limits, Unread, content};
use crate::wording::{said, word};
use depth::is_too_deep;
use dom_smoothie::{Config, Readability, TextMode};
use std::path::{Component, Path, PathBuf};

/// What a file, or a cell, gives of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// The text.
    pub text: String,
    /// The title an HTML page says it has.
    pub title: Option<String>,
    /// The time of publication an HTML page says it has.
    pub published: Option<String>,
    /// Whether the text was taken out of an HTML page.
    pub extracted: bool,
    /// Whether boxes of other stories or embedded posts stood in the page.
    pub left_out: bool,
    /// Whether the file's encoding was guessed from its letters.
    pub guessed: bool,
    /// The file, if it came from one.
    pub file: Option<InputFile>,
}

impl Page {
    /// A text that stood in the table itself.
    pub(crate) fn of_text(text: String) -> Self {
        Page {
            text,
            ..Page::default()
        }
    }
}

/// Reads the file that a table names, which must lie in the table's folder.
///
/// Errors: why the row is skipped, in words.
pub(super) fn beside(folder: Option<&Path>, named: &str, limits: &Limits) -> Result<Page, String> {
    let Some(folder) = folder else {
        return Err(word("notes.no-folder").to_owned());
    };
    // Tables made on Windows part folders with a backslash.
    let relative = PathBuf::from(named.replace('\\', "/"));
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !inside || named.contains(':') {
        return Err(word("notes.outside").to_owned());
    }
    let path = folder.join(relative);
    match is_inside(folder, &path) {
        Ok(true) => read(&path, limits),
        Ok(false) => Err(word("notes.link").to_owned()),
        Err(_) => Err(word("notes.no-file").to_owned()),
    }
}

/// Whether a file lies in a folder, and is no link to one outside, although its name looks so.
pub(super) fn is_inside(folder: &Path, path: &Path) -> std::io::Result<bool> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    Ok(path.canonicalize()?.starts_with(folder.canonicalize()?))
}

/// Reads a text or HTML file.
///
/// Errors: why it cannot be read, in words.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Page, String> {
    let raw = content(path, limits.file_megabytes).map_err(|unread| match unread {
        Unread::Refused(fault) => said("notes.refused", &[&fault]),
        Unread::NoFile(what) => said("notes.no-page", &[&what]),
        Unread::TooLong => said("notes.long-file", &[&limits.file_megabytes]),
    })?;
    if let Some(what) = kind::no_text(&raw) {
        return Err(said("notes.no-plain-text", &[&what]));
    }
    let guess = encoding_of(path, &raw);
    let text = encoding::decoded(&raw, guess).ok_or(word("notes.undecodable-file"))?;
    let mut page = if is_html(path, &text) {
        extract(&text)?
    } else {
        Page::of_text(text)
    };
    page.guessed = guess.guessed;
    page.file = Some(InputFile {
        name: path.display().to_string(),
        sha256: bytes::digest(&raw),
        articles: 1,
    });
    Ok(page)
}

/// What a page says of its encoding, unless a mark or its bytes say otherwise; the bytes alone
/// for a plain text.
fn encoding_of(path: &Path, raw: &[u8]) -> Guess {
    let guess = encoding::guess(raw);
    if !guess.guessed || !is_html(path, "") {
        return guess;
    }
    // The HTML standard wants it within the first 1024 bytes (§ 4.2.5.4).
    let head = String::from_utf8_lossy(&raw[..raw.len().min(1024)]).to_lowercase();
    let named = head.split("charset=").nth(1).and_then(|rest| {
        let label = rest.trim_start_matches(['"', '\'']);
        let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
        encoding::named(&label[..end.unwrap_or(label.len())])
    });
    match named {
        Some(named) if !named.is_utf8() => named,
        _ => guess,
    }
}

fn is_html(path: &Path, text: &str) -> bool {
    let name = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match name.as_deref() {
        Some("html" | "htm" | "xhtml") => true,
        Some("txt" | "text") => false,
        _ => text
            .trim_start()
            .to_lowercase()
            .starts_with("<!doctype html"),
    }
}

/// What stands inside an article and is by others: boxes of recommended stories, embedded posts.
const FOREIGN: &str = "section.more-on, aside.more-on, div.more-on, div.related-posts, \
                       section.related-posts, div.related-articles, section.related-articles, \
                       div.recommended, section.recommended, blockquote.twitter-tweet, \
                       blockquote.instagram-media, blockquote.tiktok-embed";

/// Where a page shows when it was published, if it does not tell programs so.
const DATED: &str = "[itemprop=datePublished], time, .published, .publish-date, .post-date, \
                     .entry-date, .article-date, .date";

/// The time of publication that a page shows: for programs, or else for readers, where that can be
/// read.
fn time_of(page: &Readability) -> Option<String> {
    let told = page.doc.select("time[datetime]").attr("datetime");
    let shown = || {
        let places = page.doc.select(DATED);
        let mut texts = places.iter().map(|place| place.text().trim().to_owned());
        texts.find(|text| date::read(text).is_ok())
    };
    told.map(|time| time.to_string()).or_else(shown)
}

/// The main text of an HTML page, its paragraphs parted by line ends.
fn extract(html: &str) -> Result<Page, String> {
    if is_too_deep(html) {
        return Err(word("notes.deep-page").to_owned());
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let parsed = guarded(|| {
        let mut page = Readability::new(html, None, Some(config))?;
        let time = time_of(&page);
        let foreign = page.doc.select(FOREIGN);
        let left_out = !foreign.is_empty();
        foreign.remove();
        page.parse().map(|article| (article, time, left_out))
    });
    let parsed = parsed.ok_or(word("notes.broken-page"))?;
    let (article, time, left_out) = parsed.map_err(|fault| said("notes.no-article", &[&fault]))?;
    Ok(Page {
        text: article.text_content.to_string(),
        title: Some(article.title).filter(|title| !title.trim().is_empty()),
        published: article.published_time.or(time),
        left_out,
        extracted: true,
        ..Page::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "قال المتحدث باسم البلدية إن الجسر فُتح صباح اليوم أمام السيارات بعد \
                             أعمال دامت سنة كاملة، وإن العمال أنهوا ما بقي منها ليلا.";

    fn html(charset: &str) -> String {
        let body = format!("<p>{PARAGRAPH}</p>").repeat(4);
        format!(
            "<!doctype html><html><head><meta charset={charset}><title>فتح الجسر</title></head>\
             <body><nav><a href=/>الرئيسية</a></nav><article><h1>فتح الجسر</h1>{body}</article>\
             <footer>حقوق النشر</footer></body></html>"
        )
    }

    fn in_folder(name: &str, bytes: &[u8], named: &str) -> Result<Page, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        beside(Some(folder.path()), named, &Limits::default())
    }

    #[test]
    fn the_main_text_of_a_page_is_taken_out_in_whatever_encoding_it_names() {
        let encoded = encoding_rs::WINDOWS_1256
            .encode(&html("windows-1256"))
            .0
            .into_owned();
        for bytes in [html("utf-8").into_bytes(), encoded] {
            let page = in_folder("a.html", &bytes, "a.html").unwrap();
            assert_eq!(page.text.matches(PARAGRAPH).count(), 4, "{}", page.text);
            assert!(!page.text.contains("الرئيسية") && !page.text.contains("حقوق"));
            assert!(page.text.trim().contains('\n'), "paragraphs stay apart");
            assert_eq!(page.title.as_deref(), Some("فتح الجسر"));
            assert!(page.extracted && !page.guessed);
        }
    }

    #[test]
    fn boxes_of_other_stories_and_embedded_posts_are_left_out_and_a_time_is_read() {
        let own = format!("<p>{PARAGRAPH}</p>").repeat(3);
        let html = format!(
            "<!doctype html><html><body><article><time datetime=\"2019-03-01\">أمس</time>{own}\
             <section class=more-on><ul><li><a href=/a>غرق السفينة</a></li></ul></section>\
             <blockquote class=twitter-tweet><p>ما أجمل الجسر</p></blockquote>{own}</article>"
        );
        let page = in_folder("a.html", html.as_bytes(), "a.html").unwrap();
        assert_eq!(page.text.matches(PARAGRAPH).count(), 6);
        assert!(!page.text.contains("السفينة") && !page.text.contains("أجمل"));
        assert_eq!(page.published.as_deref(), Some("2019-03-01"));
        assert!(page.left_out);
    }

    #[test]
    fn a_date_that_a_page_shows_its_readers_is_read() {
        let own = format!("<p>{PARAGRAPH}</p>").repeat(4);
        for shown in [
            "<span class=date>الأحد 18 أغسطس 2024 - 03:41 م</span>",
            "<p class=\"post-date\">أمس</p><time>18 أغسطس 2024، 15:41</time>",
        ] {
            let html =
                format!("<!doctype html><body><article><h1>فتح الجسر</h1>{shown}{own}</article>");
            let page = in_folder("a.html", html.as_bytes(), "a.html").unwrap();
            let read = date::read(page.published.as_deref().unwrap()).unwrap();
            assert_eq!(read.stamp.at.to_string(), "2024-08-18T15:41:00", "{shown}");
        }
    }

    #[test]
    fn a_plain_text_is_as_it_stands() {
        let text = " سطر\r\n\r\nسطر ثان ";
        let page = in_folder("d/a.txt", text.as_bytes(), "d\\a.txt").unwrap();
        assert_eq!((page.text.as_str(), page.extracted), (text, false));
    }

    #[test]
    fn no_file_outside_the_folder_is_read() {
        let outside = [
            "../a.txt",
            "d/../../a.txt",
            "/etc/hostname",
            "C:\\a.txt",
            "..\\a.txt",
        ];
        for named in outside {
            let why = in_folder("a.txt", b"x", named).unwrap_err();
            assert!(why.contains("must lie in the folder"), "{named}: {why}");
        }
        assert!(
            in_folder("a.txt", b"x", "b.txt")
                .unwrap_err()
                .contains("no such file")
        );
        assert!(
            beside(None, "a.txt", &Limits::default())
                .unwrap_err()
                .contains("standard input")
        );
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_outside_the_folder() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(other.path().join("b.txt"), "x").unwrap();
        let link = folder.path().join("a.txt");
        std::os::unix::fs::symlink(other.path().join("b.txt"), link).unwrap();
        assert!(
            beside(Some(folder.path()), "a.txt", &Limits::default())
                .unwrap_err()
                .contains("link")
        );
    }

    #[test]
    fn pages_that_are_no_articles_do_no_harm() {
        let deep = format!("{}x{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        for html in [
            "",
            "<html>",
            "<p>",
            "<!doctype html><title>x</title>",
            &deep,
        ] {
            let _ = in_folder("a.html", html.as_bytes(), "a.html");
        }
    }
}
