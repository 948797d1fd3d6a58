//! Reads a text or HTML file that stands for one article.

use super::InputFile;
use super::{bytes, encoding};
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
    /// The file, if it came from one.
    pub file: Option<InputFile>,
}

impl Page {
    /// A text that stood in the table itself.
    pub fn of_text(text: String) -> Self {
        Page {
            text,
            ..Page::default()
        }
    }
}

/// Reads the file that a table names, which must lie in the table's folder.
///
/// Errors: why the row is skipped, in words.
pub(super) fn beside(folder: Option<&Path>, named: &str) -> Result<Page, String> {
    let Some(folder) = folder else {
        return Err(
            "skipped: a table on standard input has no folder that a file could lie in; \
                    give the table as a file"
                .to_owned(),
        );
    };
    // Tables made on Windows part folders with a backslash.
    let relative = PathBuf::from(named.replace('\\', "/"));
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !inside || named.contains(':') {
        return Err(
            "skipped: the file must lie in the folder of the table or below it; name it \
                    from there, without `..`"
                .to_owned(),
        );
    }
    let path = folder.join(relative);
    leads_outside(folder, &path)?;
    read(&path)
}

/// A link may lead out of the folder although its name does not.
fn leads_outside(folder: &Path, path: &Path) -> Result<(), String> {
    let missing = |_| "skipped: there is no such file beside the table".to_owned();
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let (folder, path) = (
        folder.canonicalize().map_err(missing)?,
        path.canonicalize().map_err(missing)?,
    );
    if path.starts_with(folder) {
        Ok(())
    } else {
        Err("skipped: the file is a link to one outside the folder of the table".to_owned())
    }
}

/// Reads a text or HTML file.
///
/// Errors: why it cannot be read, in words.
pub(super) fn read(path: &Path) -> Result<Page, String> {
    let raw = std::fs::read(path).map_err(|fault| format!("skipped: {fault}"))?;
    let text = decoded(&raw).ok_or(
        "skipped: some of its bytes stand for no letter in the encoding it seems to have; save it \
         as UTF-8",
    )?;
    let mut page = if is_html(path, &text) {
        extract(&text)?
    } else {
        Page::of_text(text)
    };
    page.file = Some(InputFile {
        name: path.display().to_string(),
        sha256: bytes::digest(&raw),
        articles: 1,
    });
    Ok(page)
}

fn decoded(raw: &[u8]) -> Option<String> {
    encoding::decoded(raw, encoding::guess(raw))
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

/// The main text of an HTML page, its paragraphs parted by line ends.
fn extract(html: &str) -> Result<Page, String> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let parsed = Readability::new(html, None, Some(config)).and_then(|mut page| page.parse());
    let article = parsed.map_err(|fault| {
        format!("skipped: no article was found in the page ({fault}); save its text as .txt")
    })?;
    Ok(Page {
        text: article.text_content.to_string(),
        title: Some(article.title).filter(|title| !title.trim().is_empty()),
        published: article.published_time,
        extracted: true,
        file: None,
    })
}
