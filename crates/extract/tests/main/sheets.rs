//! Workbooks as tables, in every format, and those that somebody made to hurt.

use extract::{Sheet, Trouble, samples};

use crate::{extractor, file, limits};

async fn sheet(bytes: &[u8]) -> Result<Sheet, Trouble> {
    extractor(limits()).sheet(file(bytes)).await
}

fn cells(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    sheet.rows.iter().map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect())).collect()
}

#[tokio::test]
async fn every_format_is_a_table() {
    let rows: [&[&str]; 2] = [&["City", "People"], &["Tirana", "557422"]];
    for bytes in [samples::xlsx(&rows), samples::ods(&rows), samples::xls(&rows)] {
        assert!(extract::is_workbook(&bytes));
        let sheet = sheet(&bytes).await.expect("a table");
        assert_eq!(cells(&sheet), [(1, vec!["City", "People"]), (2, vec!["Tirana", "557422"])]);
        assert_eq!(sheet.others, 0);
    }
    assert!(!extract::is_workbook(b"PK;name;email"));
    assert!(sheet(&samples::xlsb(&["City", "Tirana"])).await.is_ok());
}

#[tokio::test]
async fn what_is_no_workbook_is_told() {
    assert!(matches!(sheet(&samples::docx(&["Hello"])).await, Err(Trouble::Damaged(_))));
    assert!(matches!(sheet(b"PK\x03\x04").await, Err(Trouble::Damaged(_))));
    assert!(matches!(sheet(b"").await, Err(Trouble::Damaged(_))));
    assert!(matches!(sheet(&samples::doc(&["Hello"])).await, Err(Trouble::Damaged(_))));
    assert_eq!(sheet(&samples::locked_package()).await, Err(Trouble::Encrypted));
}

/// A workbook whose one sheet has these rows, as they are written.
fn book(rows: &str) -> Vec<u8> {
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r0\" Type=\"{of}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    samples::parts(&[
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{of}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/s1.xml")),
        ("xl/worksheets/s1.xml", &format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[tokio::test]
async fn a_cell_at_the_far_end_takes_no_server_down() {
    let rows =
        format!("<row r=\"1\">{}</row><row r=\"1048576\">{}</row>", cell("A1", "City"), cell("XFD1048576", "far"));
    match sheet(&book(&rows)).await {
        Ok(sheet) => assert!(sheet.rows.len() <= 2),
        Err(trouble) => assert!(
            matches!(
                trouble,
                Trouble::OutOfMemory | Trouble::TooLarge | Trouble::TooSlow | Trouble::Crashed(_) | Trouble::Damaged(_)
            ),
            "{trouble}"
        ),
    }
}

#[tokio::test]
async fn no_more_than_is_read_comes() {
    let rows: String =
        (1..=20_005).map(|row| format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}"), "x"))).collect();
    let sheet = sheet(&book(&rows)).await.expect("a table");
    assert_eq!(sheet.rows.len(), 20_000);
}

#[tokio::test]
async fn changed_bytes_end_well() {
    let rows: [&[&str]; 2] = [&["City", "People"], &["Tirana", "557422"]];
    for bytes in [samples::xlsx(&rows), samples::ods(&rows), samples::xls(&rows)] {
        for at in (0..bytes.len()).step_by(bytes.len() / 24 + 1) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x55;
            if let Err(trouble) = sheet(&changed).await {
                assert!(!trouble.may_pass(), "{at} {trouble}");
            }
        }
    }
}
