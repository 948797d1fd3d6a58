//! Small workbooks, written part by part as the formats have it (ECMA-376, OASIS OpenDocument).

use flate2::Crc;

/// A cell as a spreadsheet keeps it.
#[derive(Clone, Debug)]
pub(crate) enum Kept {
    Text(&'static str),
    Number(&'static str),
    /// Days since 1899-12-30, and the same as ISO 8601 has it.
    Date(u32, &'static str),
    Truth(bool),
    /// A formula that failed.
    Failed(&'static str),
    /// A formula whose value was not saved.
    Valueless(&'static str),
}

/// An archive of uncompressed files.
pub(crate) fn zip(parts: &[(&str, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let mut crc = Crc::new();
        crc.update(content.as_bytes());
        let size = (content.len() as u32).to_le_bytes();
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        common.extend(crc.sum().to_le_bytes());
        common.extend([size, size].concat());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let start = archive.len() as u32;
        archive.extend(
            [
                b"PK\x03\x04",
                common.as_slice(),
                name.as_bytes(),
                content.as_bytes(),
            ]
            .concat(),
        );
        directory.extend([b"PK\x01\x02\x14\0", common.as_slice(), &[0; 10]].concat());
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let size = (directory.len() as u32).to_le_bytes();
    let start = (archive.len() as u32).to_le_bytes();
    let end = [
        b"PK\x05\x06\0\0\0\0",
        &count[..],
        &count,
        &size,
        &start,
        &[0, 0],
    ]
    .concat();
    [archive, directory, end].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn xlsx_cell(at: &str, cell: &Kept) -> String {
    match cell {
        Kept::Text("") => String::new(),
        Kept::Text(text) => format!(
            "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        ),
        Kept::Number(number) => format!("<c r=\"{at}\"><v>{number}</v></c>"),
        Kept::Date(day, _) => format!("<c r=\"{at}\" s=\"1\"><v>{day}</v></c>"),
        Kept::Truth(truth) => format!("<c r=\"{at}\" t=\"b\"><v>{}</v></c>", u8::from(*truth)),
        Kept::Failed(error) => format!("<c r=\"{at}\" t=\"e\"><f>x()</f><v>{error}</v></c>"),
        Kept::Valueless(formula) => format!("<c r=\"{at}\"><f>{}</f></c>", escaped(formula)),
    }
}

/// An `.xlsx` of one sheet.
pub(crate) fn xlsx(rows: &[Vec<Kept>]) -> Vec<u8> {
    let row = |(number, row): (usize, &Vec<Kept>)| {
        let cells = row
            .iter()
            .zip('A'..)
            .map(|(kept, at)| xlsx_cell(&format!("{at}{number}"), kept));
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    };
    xlsx_of(&(1..).zip(rows).map(row).collect::<String>())
}

/// An `.xlsx` whose cells say of themselves where they are.
pub(crate) fn xlsx_at(cells: &[(&str, &'static str)]) -> Vec<u8> {
    let cell = |(at, text): &(&str, &'static str)| xlsx_cell(at, &Kept::Text(text));
    xlsx_of(&format!(
        "<row>{}</row>",
        cells.iter().map(cell).collect::<String>()
    ))
}

fn xlsx_of(rows: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    zip(&[
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{book}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{book}.styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{book}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets><sheet name=\"list\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{rel}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

/// An `.ods` of one sheet.
pub(crate) fn ods(rows: &[Vec<Kept>]) -> Vec<u8> {
    ods_of(&[("list", rows)])
}

/// An `.ods` of some sheets.
pub(crate) fn ods_of(sheets: &[(&str, &[Vec<Kept>])]) -> Vec<u8> {
    ods_written(sheets, "")
}

/// An `.ods` of one sheet, with further rows as they are written.
pub(crate) fn ods_with(rows: &[Vec<Kept>], further: &str) -> Vec<u8> {
    ods_written(&[("list", rows)], further)
}

fn ods_written(sheets: &[(&str, &[Vec<Kept>])], further: &str) -> Vec<u8> {
    let typed = |kind: &str, shown: &str| {
        format!(
            "<table:table-cell {kind}><text:p>{}</text:p></table:table-cell>",
            escaped(shown)
        )
    };
    let cell = |cell: &Kept| match cell {
        Kept::Text("") => "<table:table-cell/>".to_owned(),
        Kept::Text(text) => typed("office:value-type=\"string\"", text),
        Kept::Number(number) => typed(
            &format!("office:value-type=\"float\" office:value=\"{number}\""),
            number,
        ),
        Kept::Date(_, date) => typed(
            &format!("office:value-type=\"date\" office:date-value=\"{date}\""),
            "any",
        ),
        Kept::Truth(truth) => typed(
            &format!("office:value-type=\"boolean\" office:boolean-value=\"{truth}\""),
            "any",
        ),
        // As LibreOffice writes it: no value, and what is shown.
        Kept::Failed(error) => typed(
            "table:formula=\"of:=x()\" office:value-type=\"string\" office:string-value=\"\"",
            error,
        ),
        Kept::Valueless(formula) => format!(
            "<table:table-cell table:formula=\"of:={}\"/>",
            escaped(formula)
        ),
    };
    let row = |row: &Vec<Kept>| {
        let cells: String = row.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let sheet = |(name, rows): &(&str, &[Vec<Kept>])| {
        let rows: String = rows.iter().map(row).collect();
        format!("<table:table table:name=\"{name}\">{rows}{further}</table:table>")
    };
    let sheets: String = sheets.iter().map(sheet).collect();
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    zip(&[
        ("mimetype", kind.to_owned()),
        (
            "META-INF/manifest.xml",
            format!(
                "<manifest:manifest xmlns:manifest=\"{names}:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
            ),
        ),
        (
            "content.xml",
            format!(
                "<office:document-content xmlns:office=\"{names}:office:1.0\" xmlns:table=\"{names}:table:1.0\" xmlns:text=\"{names}:text:1.0\"><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}
