//! How cells look: by what their column holds, and by what they say.

use crate::report::columns::{Column, ColumnKind};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The unit of columns whose cells are stances.
const STANCE: &str = "−2…2";

/// The unit of columns whose cells are lists of words.
const WORDS: &str = "words with counts";

/// The colour of what leads somewhere.
const LINK: Color = Color::RGB(0x0563C1);

/// How high a line is, in points.
const LINE: f64 = 15.0;

/// Fills of stances from −2 to +2: orange, grey and blue are told apart by nearly all, and the sign
/// stands in the cell.
const FILLS: [u32; 5] = [0xF4B183, 0xFBE5D6, 0xEDEDED, 0xDDEBF7, 0x9DC3E6];

/// How the cells of a column look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Words on one line.
    Words,
    /// Words that are to be read as a whole.
    Wrapped,
    /// A whole number, a flag.
    Whole,
    /// A measure.
    Measure,
    /// A stance, whole or the mean of several.
    Stance,
}

impl Look {
    /// That of a column.
    pub(super) fn of(column: &Column) -> Self {
        match column.kind {
            ColumnKind::Count | ColumnKind::Number if column.unit == STANCE => Look::Stance,
            ColumnKind::Count | ColumnKind::Flag => Look::Whole,
            ColumnKind::Number => Look::Measure,
            ColumnKind::Text if column.unit == WORDS => Look::Wrapped,
            ColumnKind::Text | ColumnKind::Key | ColumnKind::Date => Look::Words,
        }
    }
}

/// How wide a column is, in digits: by its kind, and so that its header can be read.
pub(super) fn width(column: &Column) -> f64 {
    let by_kind = match column.kind {
        ColumnKind::Text if column.unit == WORDS => 36,
        ColumnKind::Text => 44,
        ColumnKind::Key => 20,
        ColumnKind::Date => 18,
        ColumnKind::Count | ColumnKind::Number | ColumnKind::Flag => 9,
    };
    // The sign of the filter takes the room of some letters.
    let header = (column.name.chars().count() + 4).min(28);
    by_kind.max(header) as f64
}

/// How high a row is that shows a text as a whole in a column of some width; `None` where one line
/// is enough. LibreOffice gives a row no room by itself, and Excel shows 409 points at most.
pub(super) fn height(text: &str, width: f64) -> Option<f64> {
    let lines = text.lines().map(|line| line.chars().count() as f64 / width);
    let lines: f64 = lines.map(|lines| lines.ceil().max(1.0)).sum();
    (lines > 1.0).then(|| (lines * LINE).min(409.0))
}

/// The formats of a workbook.
pub(super) struct Styles {
    /// Whether its sheets run from the right.
    pub from_right: bool,
    /// The first row of a table.
    pub header: Format,
    /// Words on one line.
    pub words: Format,
    /// Words that are to be read as a whole.
    pub wrapped: Format,
    /// Headings of the first sheet.
    pub heading: Format,
    /// Links.
    pub link: Format,
    /// Words that lead to a sentence, on one line and as a whole.
    pub leading: Format,
    pub leading_wrapped: Format,
    /// Whole numbers.
    pub whole: Format,
    measure: Format,
    /// Whole stances, then means of stances: from −2 to +2.
    stances: [[Format; 5]; 2],
}

impl Styles {
    /// Those of sheets that begin on the right or on the left.
    pub(super) fn of(from_right: bool) -> Self {
        // Keys are Latin and names Arabic: left to themselves, neighbours would run into one another.
        let side = match from_right {
            true => FormatAlign::Right,
            false => FormatAlign::Left,
        };
        let base = Format::new().set_align(FormatAlign::Top);
        let order = if from_right { 2 } else { 1 };
        let words = base.clone().set_align(side).set_reading_direction(order);
        let wrapped = words.clone().set_text_wrap();
        let link = Format::new()
            .set_align(FormatAlign::Top)
            .set_font_color(LINK)
            .set_underline(rust_xlsxwriter::FormatUnderline::Single);
        let filled = |number: &str| {
            FILLS.map(|fill| {
                let fill = Color::RGB(fill);
                base.clone()
                    .set_num_format(number)
                    .set_background_color(fill)
            })
        };
        Styles {
            from_right,
            header: wrapped
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0xD9D9D9))
                .set_border_bottom(FormatBorder::Thin),
            heading: wrapped.clone().set_bold(),
            leading: words.clone().set_font_color(LINK),
            leading_wrapped: wrapped.clone().set_font_color(LINK),
            words,
            wrapped,
            link: link.set_align(side),
            whole: base.clone().set_num_format("0"),
            measure: base.clone().set_num_format("0.0000"),
            stances: [filled("+0;-0;0"), filled("+0.00;-0.00;0.00")],
        }
    }

    /// That of words.
    pub(super) fn of_words(&self, is_wrapped: bool) -> &Format {
        match is_wrapped {
            true => &self.wrapped,
            false => &self.words,
        }
    }

    /// That of a number.
    pub(super) fn of_number(&self, look: Look, number: f64, is_whole: bool) -> &Format {
        match look {
            Look::Stance => {
                let step = number.round().clamp(-2.0, 2.0) + 2.0;
                &self.stances[usize::from(!is_whole)][step as usize]
            }
            Look::Measure => &self.measure,
            _ => &self.whole,
        }
    }
}
