//! The page of a report in a real browser: it draws, it asks for nothing, its numbers lead to their
//! sentences, and nothing in a text does anything in it.

mod driver;
mod large;
mod written;

use crate::camps::REPORT;
use driver::{Browser, browser};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The page of the invented study with two camps; with `MIZAN_PAGE` one that somebody is working at.
fn kadour() -> PathBuf {
    match std::env::var_os("MIZAN_PAGE") {
        Some(page) => page.into(),
        None => REPORT.path().join("report/report.html"),
    }
}

/// A browser that has opened a page.
fn opened(page: &Path, behind: &str) -> Option<Browser> {
    let browser = browser()?;
    browser.open(page, behind);
    Some(browser)
}

/// Writes a report with the program.
fn compared(arguments: &[&str], folder: &Path) -> PathBuf {
    let out = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["compare", "--quiet", "--out", folder.to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    folder.join("report.html")
}

const VIEWS: [&str; 11] = [
    "first",
    "naming",
    "sources",
    "events",
    "side",
    "passing",
    "words",
    "copies",
    "differences",
    "alike",
    "method",
];

const SWITCH: &str = ".tools button:nth-child(1)";

#[test]
fn every_view_draws_in_both_languages_without_a_complaint_and_asks_for_nothing() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    for direction in ["rtl", "ltr"] {
        assert_eq!(browser.run("return document.dir"), direction);
        for view in VIEWS {
            let rows = format!("return document.querySelectorAll('#{view} *').length");
            assert!(browser.count(&rows) > 10, "{view}, {direction}");
        }
        browser.click(SWITCH);
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
    let requests = browser.requests();
    let foreign = requests.iter().filter(|url| {
        !url.ends_with(".html\"") && !url.contains("about:blank") && !url.contains("data:")
    });
    assert_eq!(foreign.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_click_on_a_number_leads_to_as_many_sentences() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    // Every way to show a number, in turn.
    let kinds = [
        "#first .chip",
        "#first .lean",
        "#naming .dot",
        "#naming .chip",
        "#sources button.heat",
        "#side table .chip",
        "#differences .lean",
    ];
    for kind in kinds {
        let numbers = browser.count(&format!(
            "return document.querySelectorAll('{kind}').length"
        ));
        assert!(numbers > 0, "{kind}");
        let script = format!(
            "const wrong = [];
             for (const button of document.querySelectorAll('{kind}')) {{
               button.click();
               const dialog = document.querySelector('dialog[open]');
               const told = Number(dialog.querySelector('[data-count]').dataset.count);
               const more = () => dialog.querySelector('.places + button');
               while (!more().hidden) more().click();
               const lines = dialog.querySelectorAll('li.place .sentence mark.focus').length;
               const places = dialog.querySelectorAll('li.place').length;
               if (places !== told || lines < told) wrong.push([button.textContent, told, places, lines]);
               dialog.close();
               dialog.remove();
             }}
             return wrong"
        );
        assert_eq!(browser.run(&script), json!([]), "{kind}");
    }
}

#[test]
fn a_sentence_is_copied_as_it_stands_and_leads_into_its_article() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    browser.click("#naming .chip");
    let copied = "const line = document.querySelector('dialog .sentence');
         const range = document.createRange();
         range.selectNodeContents(line);
         getSelection().removeAllRanges();
         getSelection().addRange(range);
         return getSelection().toString()";
    let copied = browser.run(copied);
    let copied = copied.as_str().unwrap();
    assert!(copied.chars().count() > 10);
    let signs = ['−', '○', '+'];
    assert!(!copied.contains(signs), "{copied}");
    browser.click("dialog .place .link");
    let here = "return [document.activeElement.className, location.hash.slice(0, 6),
         document.querySelectorAll('dialog').length]";
    assert_eq!(browser.run(here), json!(["column", "#side=", 0]));
}

#[test]
fn a_view_has_an_address_and_keys_go_through_events_and_to_the_search() {
    let Some(browser) = opened(&kadour(), "#side=e0005") else {
        return;
    };
    let event = "return document.querySelector('#side select').selectedOptions[0].value";
    let asked = browser.run(event);
    assert_eq!(asked, "4");
    browser.press("j");
    assert_ne!(browser.run(event), asked);
    browser.press("k");
    assert_eq!(browser.run(event), asked);
    browser.press("/");
    assert_eq!(browser.run("return document.activeElement.id"), "search");
    // Letters and marks that the matcher takes for one are one here.
    browser.press("إِرهـاب");
    let found = browser.count("return document.querySelectorAll('.kwics tbody tr').length");
    let lines = "return [...document.querySelectorAll('.kwics tbody tr')].every((row) => /ره\\u0640*اب/.test(row.textContent))";
    assert!(found > 3 && browser.run(lines) == true);
    let hash = browser.run("return location.hash.startsWith('#words=')");
    assert_eq!(hash, true);
    browser.press("\u{e00c}");
    assert_ne!(browser.run("return document.activeElement.id"), "search");
}

/// Every colour of letters against what lies behind it, at the least: WCAG 2.2, *relative luminance*.
const CONTRAST: &str = "
const parse = (colour) => { const found = colour.match(/[\\d.]+/g).map(Number); return found.length > 3 ? found : [...found, 1]; };
const light = ([r, g, b]) => { const part = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
const behind = (node) => { for (let at = node; at; at = at.parentElement) { const colour = parse(getComputedStyle(at).backgroundColor); if (colour[3] === 1) return colour; }
  return [255, 255, 255, 1]; };
const faint = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const node = text.parentElement;
  if (!text.data.trim() || !node.getClientRects().length || node.closest('script, option')) continue;
  const [front, back] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
  const ratio = (front + 0.05) / (back + 0.05);
  let clear = 1;
  for (let at = node; at; at = at.parentElement) clear *= Number(getComputedStyle(at).opacity);
  if (ratio < 4.5 || (clear < 1 && ratio * clear < 4.5)) faint.add(node.tagName + '.' + node.className + ' ' + ratio.toFixed(2));
}
return [...faint]";

#[test]
fn letters_are_told_from_what_lies_behind_them_by_day_and_by_night() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    for scheme in ["light", "dark"] {
        let wanted = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        browser.tool("Emulation.setEmulatedMedia", json!({"features": wanted}));
        let is_dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
        assert_eq!(browser.run(is_dark), scheme == "dark");
        assert_eq!(browser.run(CONTRAST), json!([]), "{scheme}");
    }
}

#[test]
fn whatever_can_be_used_has_a_name_and_every_heading_its_place() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    let nameless =
        "return [...document.querySelectorAll('button, select, input, a, [role=region], section')]
         .filter((node) => !(node.textContent.trim() || node.ariaLabel || node.labels?.length))
         .map((node) => node.outerHTML.slice(0, 80))";
    assert_eq!(browser.run(nameless), json!([]));
    let skipped = "let last = 1;
         return [...document.querySelectorAll('h1, h2, h3, h4')].filter((node) => {
           const level = Number(node.tagName[1]);
           const skips = level > last + 1;
           last = level;
           return skips;
         }).map((node) => node.textContent)";
    assert_eq!(browser.run(skipped), json!([]));
    assert_eq!(browser.count("return document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map((node) => node.id)).size"), 0);
}

#[test]
fn a_narrow_window_is_not_scrolled_sideways() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    browser.width(320);
    for _ in 0..2 {
        let over = browser.run("return document.documentElement.scrollWidth");
        assert!(over.as_u64().unwrap() <= 320, "{over}");
        browser.click("#naming .chip");
        let over = browser.run("return document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth");
        assert_eq!(over, 0);
        browser.run("document.querySelector('dialog').close()");
        browser.click(SWITCH);
    }
}

#[test]
fn a_page_is_printed_without_its_controls() {
    let Some(browser) = opened(&kadour(), "") else {
        return;
    };
    let printed = browser.tool("Page.printToPDF", json!({"printBackground": true}));
    let pdf = printed["data"].as_str().unwrap();
    // The first letters of a PDF in base64.
    assert!(pdf.starts_with("JVBERi0") && pdf.len() > 100_000);
    browser.tool("Emulation.setEmulatedMedia", json!({"media": "print"}));
    let shown = "return ['nav', '.tools', '#words', '.picker', '.switches'].filter((part) =>
         document.querySelector(part).getClientRects().length)";
    assert_eq!(browser.run(shown), json!([]));
    let shown = "return ['.card', '.row', '.columns mark', '#sources table'].filter((part) =>
         !document.querySelector(part).getClientRects().length)";
    assert_eq!(browser.run(shown), json!([]));
}

/// A study of which every word is meant to do something.
fn hostile(home: &Path) -> PathBuf {
    let word = "</script><script>window.hit=1</script><img src=x onerror=window.hit=2>";
    let rows = ["one", "two"].map(|source| {
        let source = format!("{source} <svg onload=window.hit=3 x='");
        let title = "&lt;img src=x onerror=window.hit=4&gt; Militants came";
        let title = title.replace('&', "&amp;");
        let text = format!("{word} &amp;lt;script&amp;gt;window.hit=5&amp;lt;/script&amp;gt; 😀😀 The terrorists fled the bridge of Ortigh on Friday, and militants came.");
        format!("{source},2024-05-05,en,{title},\"{text}\"\n")
    });
    let table = format!("source,date,language,title,text\n{}", rows.concat());
    std::fs::write(home.join("articles.csv"), table).unwrap();
    let lists = home.join("lists");
    std::fs::create_dir_all(lists.join("en")).unwrap();
    let name = "<b onclick=window.hit=6>name</b><script>window.hit=7</script>";
    let frames = format!(
        "frame,label,stance,target,question,source\nattackers,militants,-1,any,{name},codebook\nattackers,terrorists,-2,any,{name},codebook\n"
    );
    std::fs::write(lists.join("frames.csv"), frames).unwrap();
    let terms = "tests/fixtures/mixed/lexicons/en/attackers.csv";
    let terms = Path::new(env!("CARGO_MANIFEST_DIR")).join(terms);
    std::fs::copy(terms, lists.join("en/attackers.csv")).unwrap();
    let articles = home.join("articles.csv");
    let arguments = [
        articles.to_str().unwrap(),
        "--lexicons",
        lists.to_str().unwrap(),
        "--page-texts",
        "full",
    ];
    compared(&arguments, &home.join("report"))
}

#[test]
fn nothing_in_a_title_a_source_a_list_or_a_text_does_anything() {
    let home = tempfile::tempdir().unwrap();
    let page = hostile(home.path());
    let Some(browser) = opened(&page, "") else {
        return;
    };
    assert_eq!(browser.run("return window.hit ?? null"), Value::Null);
    let made = "return document.querySelectorAll('img, svg[onload], b, #page script').length";
    assert_eq!(browser.count(made), 0);
    // They are read as the letters that they are.
    let shown = "return ['<svg onload', '<b onclick', '<script>window.hit=5'].filter((word) =>
         !document.getElementById('page').textContent.includes(word))";
    assert_eq!(browser.run(shown), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn marks_stand_on_their_words_behind_letters_of_two_units() {
    let home = tempfile::tempdir().unwrap();
    let page = hostile(home.path());
    let Some(browser) = opened(&page, "") else {
        return;
    };
    let marked = "return [...new Set([...document.querySelectorAll('.column .text mark')].map((node) => node.textContent))].sort()";
    assert_eq!(browser.run(marked), json!(["militants", "terrorists"]));
}
