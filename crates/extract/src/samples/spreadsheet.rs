//! Spreadsheets of Office Open XML.

use super::escaped;
use super::office::{HEAD, RELATIONS, app, content_types, core, relations, root_relations};
use super::zipped::package;

const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook with one sheet, "Sheet1"; cells that are numbers are stored as such, the others as shared strings.
#[must_use]
pub fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut strings = String::new();
    let mut count = 0;
    let mut body = String::new();
    for (number, row) in rows.iter().enumerate() {
        body.push_str(&format!("<row r=\"{}\">", number + 1));
        for (column, cell) in row.iter().enumerate() {
            let place = format!("{}{}", column_name(column), number + 1);
            if let Ok(value) = cell.parse::<f64>() {
                body.push_str(&format!("<c r=\"{place}\"><v>{value}</v></c>"));
            } else {
                body.push_str(&format!("<c r=\"{place}\" t=\"s\"><v>{count}</v></c>"));
                strings.push_str(&format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(cell)));
                count += 1;
            }
        }
        body.push_str("</row>");
    }
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml");
    let types = content_types(&[
        ("/xl/workbook.xml", &kind("sheet.main")),
        ("/xl/worksheets/sheet1.xml", &kind("worksheet")),
        ("/xl/sharedStrings.xml", &kind("sharedStrings")),
    ]);
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let title = rows.first().and_then(|row| row.first()).copied().unwrap_or_default();
    package(
        &[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root_relations("xl/workbook.xml").as_bytes()),
            ("docProps/core.xml", core(title).as_bytes()),
            ("docProps/app.xml", app("").as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&[("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]).as_bytes(),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("{HEAD}<worksheet xmlns=\"{SHEETS}\"><sheetData>{body}</sheetData></worksheet>").as_bytes(),
            ),
            (
                "xl/sharedStrings.xml",
                format!("{HEAD}<sst xmlns=\"{SHEETS}\" count=\"{count}\" uniqueCount=\"{count}\">{strings}</sst>")
                    .as_bytes(),
            ),
        ],
        &[],
    )
}

/// `A`, `B`, … `Z`, `AA`, ….
fn column_name(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.insert(0, b'A' + u8::try_from(column % 26).unwrap_or(0));
        if column < 26 {
            return String::from_utf8(name).unwrap_or_default();
        }
        column = column / 26 - 1;
    }
}
