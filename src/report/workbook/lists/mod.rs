//! Word lists, articles and rows to be judged as a workbook to fill: explanations as notes of the
//! header's cells, lists of choices in the cells below, and colours with notes where something is wrong.

mod choices;
mod explained;
mod form;

use super::fault::unwritten;
use super::styles::Styles;
use crate::check::Finding;
use crate::error::{Fault, Result, Severity};
use crate::lexicon::books::{NO_LISTS, sheet_of};
use crate::lexicon::files::{self, ListFile};
use crate::tables::Sheet;
use crate::wording::{Tongue, in_tongue, said};
use choices::Choices;
use explained::kind_of;
use form::{Form, Mark, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use std::borrow::Cow;

/// The sheet for terms of one's own.
const OWN: &str = "ar.mine";

/// A whole study to fill: articles, terms of one's own, and the built-in lists. `articles` is a table
/// with its header first and an example last.
///
/// Errors: none that a user could cause.
pub(crate) fn starter_book(articles: &str) -> Result<Vec<u8>> {
    let lists = files::built_in();
    let choices = Choices::of(&lists);
    let mut forms = Vec::new();
    let sheet = Sheet::read(NO_LISTS[1], articles.as_bytes(), &mut Vec::new());
    let mut table = Table::of(&sheet);
    let example = table.rows.pop().map(|(_, cells)| (1, cells));
    table.rows = example.into_iter().collect();
    forms.push(Form::new(NO_LISTS[1], NO_LISTS[1], table));
    let mut sheets: Vec<Form> = lists.iter().map(form).collect();
    // What is about everything first, then the terms.
    sheets.sort_by_key(|form| {
        (
            form.name.contains('.'),
            !["frames", "actors"].contains(&&*form.name),
        )
    });
    let terms = sheets.iter().find(|form| form.kind == "terms");
    forms.extend(terms.map(|form| {
        let header = form.table.header.clone();
        let rows = Vec::new();
        Form::new(
            OWN,
            "terms",
            Table {
                header,
                rows,
                ..Table::default()
            },
        )
    }));
    forms.extend(sheets);
    written(&forms, &choices)
}

/// Lists with what is wrong with them: cells in colour, with what to do in a note.
///
/// Errors: none that a user could cause.
pub(crate) fn marked_book(lists: &[ListFile], findings: &[Finding]) -> Result<Vec<u8>> {
    let choices = Choices::of(lists);
    let forms = lists.iter().map(|list| {
        let of = findings.iter().map(|finding| &finding.fault);
        let marks = of.filter(|fault| fault.file == list.shown).map(mark);
        let mut form = form(list);
        form.marks = marks.collect();
        form
    });
    written(&forms.collect::<Vec<_>>(), &choices)
}

/// Rows to be judged, with the judgements to choose from.
///
/// Errors: none that a user could cause.
pub(crate) fn judged_book(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let header = columns.iter().map(|&name| name.to_owned()).collect();
    let rows = (1..).zip(rows.iter().cloned()).collect();
    let table = Table {
        header,
        rows,
        ..Table::default()
    };
    let keys = ["judged.right", "judged.wrong", "judged.unsure"];
    let tongues = [Tongue::English, Tongue::Arabic].into_iter();
    let words = tongues.flat_map(|tongue| keys.map(|key| in_tongue(tongue, key)));
    let mut form = Form::new("sample", "sample", table);
    form.own = vec![("judgement".into(), words.map(Cow::Borrowed).collect())];
    written(&[form], &Choices::default())
}

fn form(list: &ListFile) -> Form<'static> {
    let sheet = Sheet::read(&list.shown, &list.content, &mut Vec::new());
    Form::new(&sheet_of(list.stem()), kind_of(list), Table::of(&sheet))
}

fn mark(fault: &Fault) -> Mark {
    Mark {
        row: fault.row,
        column: fault.column.as_deref().map(str::to_owned),
        note: said("form.fault", &[&fault.what, &fault.remedy]),
        is_error: fault.severity == Severity::Error,
    }
}

fn written(forms: &[Form], choices: &Choices) -> Result<Vec<u8>> {
    let write = || {
        let mut book = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let styles = Styles::of(true);
        for form in forms {
            form.write(book.add_worksheet(), &styles, choices)?;
        }
        if !choices.is_empty() {
            choices.write(book.add_worksheet().set_name(NO_LISTS[0])?)?;
        }
        book.save_to_buffer()
    };
    write().map_err(unwritten)
}
