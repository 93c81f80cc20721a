//! Objects that stand on slides of before 2007.

use super::old::{biff, container, put};

const BEGIN: u16 = 0x809;
const END: u16 = 0x0a;
/// Versions of a workbook and of a graph.
const WORKBOOK: u16 = 0x600;
const GRAPH: u16 = 0x680;
/// State and kind of a sheet that is shown and has cells.
const SHEET: [u8; 2] = [0, 0];

/// A workbook of two sheets, the second of which is open; in its cells stand their own names, from A1 to D4. Where a window is given (first
/// and last row, first and last column, from nought) that is what a slide shows of it.
#[must_use]
pub fn shown_xls(window: Option<[u8; 4]>) -> Vec<u8> {
    let window = window.map(|[top, bottom, left, right]| biff(0xde, &[0, 0, top, 0, bottom, 0, left, right]));
    let mut view = vec![0; 18];
    put(&mut view, 10, &[1]);
    let head = [begin(WORKBOOK, 5), biff(0x3d, &view)].concat();
    let first = [begin(WORKBOOK, 0x10), cell(0, 0, "other"), biff(END, &[])].concat();
    let cells = (0..16).map(|at| cell(at / 4, at % 4, &format!("{}{}", char::from(b'A' + at % 4), at / 4 + 1)));
    let second = [begin(WORKBOOK, 0x10), cells.collect::<Vec<_>>().concat(), biff(END, &[])].concat();
    book(&[head, window.unwrap_or_default()].concat(), &[("One", SHEET, first), ("Two", SHEET, second)])
}

/// A workbook whose open sheet is nothing but a chart with this title; a number and a category stand with it, as they do for programs that do
/// not have the cells. A hidden sheet comes before it.
#[must_use]
pub fn chart_xls(title: &str) -> Vec<u8> {
    let mut view = vec![0; 18];
    put(&mut view, 10, &[1]);
    let head = [begin(WORKBOOK, 5), biff(0x3d, &view)].concat();
    let hidden = [begin(WORKBOOK, 0x10), cell(0, 0, "other"), biff(END, &[])].concat();
    let number = biff(0x203, &[&[0; 6][..], &11.5f64.to_le_bytes()].concat());
    let title = biff(0x100d, &[&[0, 0][..], &short(title)].concat());
    let chart = [begin(WORKBOOK, 0x20), title, number, cell(1, 0, "North"), biff(END, &[])].concat();
    book(&head, &[("One", [1, 0], hidden), ("Two", [0, 2], chart)])
}

/// A chart with this title over two series, "Boys" and "Girls", and two categories: "North", and the year 2024. Another title was taken away.
#[must_use]
pub fn graph(title: &str, series_in_columns: bool) -> Vec<u8> {
    let mut sheet = [begin(GRAPH, 0x8000), biff(0x1055, &[u8::from(!series_in_columns), 0, 0, 0, 0, 1])].concat();
    let named: [(u8, u8, &str); 3] = [(0, 1, "North"), (1, 0, "Boys"), (2, 0, "Girls")];
    let numbers: [(u8, u8, f64); 5] = [(0, 2, 2024.0), (1, 1, 11.5), (1, 2, 12.5), (2, 1, 13.5), (2, 2, 14.5)];
    let place = |row: u8, column: u8| {
        let (row, column) = if series_in_columns { (column, row) } else { (row, column) };
        [row, 0, column, 0, 0, 0, 0]
    };
    for (row, column, text) in named {
        sheet.extend(biff(0x04, &[&place(row, column)[..], &short(text)].concat()));
    }
    for (row, column, number) in numbers {
        sheet.extend(biff(0x03, &[&place(row, column)[..], &number.to_le_bytes()].concat()));
    }
    let text = |text: &str| biff(0x100d, &[&[0, 0][..], &short(text)].concat());
    for name in ["Boys", "Girls"] {
        sheet.extend([biff(0x1003, &[0; 12]), text(name)].concat());
    }
    let mut looks = vec![0; 32];
    sheet.extend([biff(0x1025, &looks), text(title)].concat());
    put(&mut looks, 24, &[0x40]);
    sheet.extend([biff(0x1025, &looks), text("Taken away")].concat());
    sheet.extend(biff(END, &[]));
    // Where a workbook says which sheet is open a graph says something else.
    book(&[begin(GRAPH, 5), biff(0x3d, &[7; 18])].concat(), &[("", SHEET, sheet)])
}

/// A workbook of this head and these sheets: name, state and kind, records.
fn book(head: &[u8], sheets: &[(&str, [u8; 2], Vec<u8>)]) -> Vec<u8> {
    let entry = |name: &str, state: &[u8; 2], place: usize| {
        let place = (place as u32).to_le_bytes();
        biff(0x85, &[&place[..], state, &short(name)].concat())
    };
    let names: usize = sheets.iter().map(|(name, state, _)| entry(name, state, 0).len()).sum();
    let end = biff(END, &[]);
    let mut place = head.len() + names + end.len();
    let mut stream = head.to_vec();
    for (name, state, sheet) in sheets {
        stream.extend(entry(name, state, place));
        place += sheet.len();
    }
    stream.extend(end);
    sheets.iter().for_each(|(_, _, sheet)| stream.extend(sheet));
    container(&[("Workbook", stream)])
}

fn begin(version: u16, kind: u16) -> Vec<u8> {
    let mut content = vec![0; 16];
    put(&mut content, 0, &version.to_le_bytes());
    put(&mut content, 2, &kind.to_le_bytes());
    biff(BEGIN, &content)
}

fn cell(row: u8, column: u8, text: &str) -> Vec<u8> {
    biff(0x204, &[&[row, 0, column, 0, 0, 0, text.len() as u8, 0, 0][..], text.as_bytes()].concat())
}

/// A text of letters of one byte, after its length.
fn short(text: &str) -> Vec<u8> {
    [&[text.len() as u8, 0][..], text.as_bytes()].concat()
}
