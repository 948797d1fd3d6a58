//! Spellings as other tools read them.

use super::spellings::LabelSpellings;
use std::collections::BTreeMap;
use std::fmt::Write;

/// As quanteda's YAML: frames, labels below them, spellings below those.
pub(crate) fn quanteda(spellings: &LabelSpellings) -> String {
    let mut text = String::from(HEAD);
    for (frame, labels) in spellings {
        line(&mut text, format_args!("{}:", quoted(frame)));
        for (label, forms) in labels.iter().filter(|(_, forms)| !forms.is_empty()) {
            line(&mut text, format_args!("  {}:", quoted(label)));
            for form in forms {
                line(&mut text, format_args!("    - {}", quoted(form)));
            }
        }
    }
    text
}

/// What a reader of the YAML should know.
const HEAD: &str = "\
# Forms of mizan's word lists. In R: library(quanteda)
#   lists <- dictionary(file = \"mizan.yml\")
#   tokens_lookup(tokens(texts), lists, valuetype = \"glob\", nested_scope = \"key\")
# Take vowel marks and tatweel out of the texts before. Frames count independently; look up one
# frame at a time where a longer phrase should win within it.
";

/// As LIWC's `.dic`: each label a category `frame.label`, each spelling with its categories.
pub(crate) fn liwc(spellings: &LabelSpellings) -> String {
    let mut text = String::from("%\n");
    let mut of_form: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let labels = spellings.iter().flat_map(|(frame, labels)| {
        let labels = labels.iter().filter(|(_, forms)| !forms.is_empty());
        labels.map(move |(label, forms)| (frame, label, forms))
    });
    for (number, (frame, label, forms)) in (1..).zip(labels) {
        line(&mut text, format_args!("{number}\t{frame}.{label}"));
        for form in forms {
            of_form.entry(form).or_default().push(number);
        }
    }
    text.push_str("%\n");
    for (form, numbers) in of_form {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        line(&mut text, format_args!("{form}\t{}", numbers.join("\t")));
    }
    text
}

fn line(text: &mut String, words: std::fmt::Arguments) {
    writeln!(text, "{words}").expect("a text in memory takes all that is written");
}

/// A text as YAML takes it whatever is in it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Dialect, read};
    use std::collections::BTreeSet;

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let forms = |list: &[&str]| -> BTreeSet<String> {
            list.iter().map(|form| (*form).to_owned()).collect()
        };
        let labels = [
            (
                "glad".to_owned(),
                forms(&["سعيد", "سرور بالغ", "فرح*", "say \"yes\"", "yes: no"]),
            ),
            ("none".to_owned(), forms(&[])),
            ("sad".to_owned(), forms(&["حزن", "سعيد"])),
        ];
        let spellings = LabelSpellings::from([("mood".to_owned(), labels.into())]);
        let given: BTreeSet<(String, String)> = spellings["mood"]
            .iter()
            .flat_map(|(label, forms)| forms.iter().map(|form| (label.clone(), form.clone())))
            .collect();
        for (dialect, text) in [
            (Dialect::Quanteda, quanteda(&spellings)),
            (Dialect::Liwc, liwc(&spellings)),
        ] {
            let items = read("t", text.as_bytes(), dialect)
                .unwrap()
                .items
                .into_iter();
            let last = |keys: &[String]| {
                let key = keys.last().cloned().unwrap_or_default();
                key.rsplit('.').next().unwrap_or_default().to_owned()
            };
            let back: BTreeSet<(String, String)> =
                items.map(|item| (last(&item.keys), item.pattern)).collect();
            assert_eq!(back, given, "{text}");
        }
    }
}
