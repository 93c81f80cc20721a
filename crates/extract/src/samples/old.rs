//! Office documents of before 2007, as far as readers look at them.

use super::zipped::package;

const SECTOR: usize = 512;
/// Shorter streams would have to lie in small sectors.
const LEAST: usize = 4_096;

/// A Word document with these paragraphs.
#[must_use]
pub fn doc(paragraphs: &[&str]) -> Vec<u8> {
    const TEXT: usize = 1_024;
    let text: Vec<u16> = paragraphs.iter().flat_map(|line| line.encode_utf16().chain([13])).collect();
    let letters = text.len() as u32;
    let mut table = vec![2];
    table.extend(16u32.to_le_bytes());
    for number in [0, letters] {
        table.extend(number.to_le_bytes());
    }
    table.extend([0, 0]);
    table.extend((TEXT as u32).to_le_bytes());
    table.extend([0, 0]);
    let mut document = vec![0; TEXT];
    put(&mut document, 0, &[0xec, 0xa5, 193, 0]);
    put(&mut document, 0x4c, &letters.to_le_bytes());
    put(&mut document, 0x1a6, &(table.len() as u32).to_le_bytes());
    document.extend(text.iter().flat_map(|unit| unit.to_le_bytes()));
    container(&[("WordDocument", document), ("0Table", table)])
}

/// A workbook with one sheet, "Sheet1"; cells that are numbers are stored as such.
#[must_use]
pub fn xls(rows: &[&[&str]]) -> Vec<u8> {
    let begin = |kind: u16| {
        let mut content = vec![0; 16];
        put(&mut content, 0, &0x0600u16.to_le_bytes());
        put(&mut content, 2, &kind.to_le_bytes());
        biff(0x809, &content)
    };
    let mut name = vec![0, 0, 0, 0, 0, 0, 6, 0];
    name.extend(b"Sheet1");
    let globals = begin(5);
    let start = (globals.len() + name.len() + 4 + 4) as u32;
    put(&mut name, 0, &start.to_le_bytes());
    let mut book = [globals, biff(0x85, &name), biff(0x0a, &[]), begin(0x10)].concat();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let mut content: Vec<u8> = [row as u16, column as u16, 0].into_iter().flat_map(u16::to_le_bytes).collect();
            if let Ok(number) = cell.parse::<f64>() {
                content.extend(number.to_le_bytes());
                book.extend(biff(0x203, &content));
            } else {
                let units: Vec<u16> = cell.encode_utf16().collect();
                content.extend((units.len() as u16).to_le_bytes());
                content.push(1);
                content.extend(units.into_iter().flat_map(u16::to_le_bytes));
                book.extend(biff(0x204, &content));
            }
        }
    }
    book.extend(biff(0x0a, &[]));
    container(&[("Workbook", book)])
}

/// A binary workbook with one sheet, "Sheet1", and nothing but these texts in its first column.
#[must_use]
pub fn xlsb(texts: &[&str]) -> Vec<u8> {
    let wide = |text: &str| -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        (units.len() as u32).to_le_bytes().into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
    };
    let sheet_head = [vec![0, 0, 0, 0, 1, 0, 0, 0], wide("rId1"), wide("Sheet1")].concat();
    let book =
        [bin(0x83, &[]), bin(0x99, &[0; 12]), bin(0x8f, &[]), bin(0x9c, &sheet_head), bin(0x90, &[]), bin(0x84, &[])];
    let rows = (texts.len() as u32).saturating_sub(1).to_le_bytes();
    let size = [&[0; 4][..], &rows, &[0; 8]].concat();
    let mut sheet = [bin(0x81, &[]), bin(0x94, &size), bin(0x91, &[])].concat();
    for (row, text) in texts.iter().enumerate() {
        let mut head = vec![0; 25];
        put(&mut head, 0, &(row as u32).to_le_bytes());
        sheet.extend(bin(0, &head));
        sheet.extend(bin(6, &[vec![0; 8], wide(text)].concat()));
    }
    sheet.extend([bin(0x92, &[]), bin(0x82, &[])].concat());
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |id: &str, name: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"{id}\" \
             Type=\"{kind}/{name}\" Target=\"{target}\"/></Relationships>"
        )
    };
    package(
        &[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", relations("rId1", "officeDocument", "xl/workbook.bin").as_bytes()),
            ("xl/_rels/workbook.bin.rels", relations("rId1", "worksheet", "worksheets/sheet1.bin").as_bytes()),
            ("xl/workbook.bin", &book.concat()),
            ("xl/worksheets/sheet1.bin", &sheet),
        ],
        &[],
    )
}

/// A new office document under a password: a container with the package locked inside.
#[must_use]
pub fn locked_package() -> Vec<u8> {
    container(&[("EncryptionInfo", vec![4, 0, 4, 0]), ("EncryptedPackage", vec![7; 64])])
}

/// A Word document that says that it is under a password.
#[must_use]
pub fn locked_doc() -> Vec<u8> {
    let mut document = vec![0; 1_024];
    put(&mut document, 0, &[0xec, 0xa5, 193, 0]);
    put(&mut document, 0x0b, &[1]);
    container(&[("WordDocument", document), ("0Table", vec![0])])
}

pub(super) fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}

pub(super) fn record(version: u16, kind: u16, content: &[u8]) -> Vec<u8> {
    let head = [version.to_le_bytes(), kind.to_le_bytes()].concat();
    [head, (content.len() as u32).to_le_bytes().to_vec(), content.to_vec()].concat()
}

pub(super) fn biff(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(content.len() as u16).to_le_bytes(), content].concat()
}

/// A record of a binary workbook: kinds from 128 on take two bytes, lengths seven bits a byte.
fn bin(kind: u8, content: &[u8]) -> Vec<u8> {
    let mut out = if kind < 128 { vec![kind] } else { vec![kind, 1] };
    let mut length = content.len();
    while length >= 128 {
        out.push((length & 127 | 128) as u8);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend(content);
    out
}

/// A package as it lies in an object on a slide that an older program made.
#[must_use]
pub fn wrapped_package(package: &[u8]) -> Vec<u8> {
    container(&[("Package", package.to_vec())])
}

/// A container with these streams: one table, one directory, then the streams.
pub(super) fn container(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    let streams: Vec<(&str, Vec<u8>)> = streams
        .iter()
        .map(|(name, content)| {
            let mut content = content.clone();
            content.resize(content.len().max(LEAST).next_multiple_of(SECTOR), 0);
            (*name, content)
        })
        .collect();
    let folder = (streams.len() + 1).div_ceil(4);
    let all = folder + streams.iter().map(|(_, content)| content.len() / SECTOR).sum::<usize>();
    // A table of one sector names 128.
    let tables = (1..).find(|tables| tables * SECTOR / 4 >= all + tables).unwrap_or(1);
    let mut table = vec![0xffff_fffd; tables];
    let chain = |table: &mut Vec<u32>, length: usize| {
        let first = table.len();
        table.extend((1..length).map(|step| (first + step) as u32));
        table.push(END);
        first as u32
    };
    let directory_start = chain(&mut table, folder);
    let mut directory = vec![entry("Root Entry", 5, FREE, 1, END, 0)];
    for (number, (name, content)) in streams.iter().enumerate() {
        let first = chain(&mut table, content.len() / SECTOR);
        let next = if number + 1 < streams.len() { number as u32 + 2 } else { FREE };
        directory.push(entry(name, 2, next, FREE, first, content.len() as u32));
    }
    directory.resize(folder * 4, vec![0; 128]);
    table.resize(tables * SECTOR / 4, FREE);

    let mut head = vec![0; SECTOR];
    put(&mut head, 0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(&mut head, 0x18, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    for (at, number) in [(0x2c, tables as u32), (0x30, directory_start), (0x38, 4_096), (0x3c, END), (0x44, END)] {
        put(&mut head, at, &number.to_le_bytes());
    }
    for index in 0..109 {
        let number = if index < tables { index as u32 } else { FREE };
        put(&mut head, 0x4c + 4 * index, &number.to_le_bytes());
    }
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    let contents = streams.into_iter().map(|(_, content)| content);
    [head, table, directory.concat()].into_iter().chain(contents).collect::<Vec<_>>().concat()
}

fn entry(name: &str, kind: u8, next: u32, child: u32, first: u32, length: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    put(&mut entry, 0, &name);
    put(&mut entry, 0x40, &[name.len() as u8, 0, kind, 1]);
    for (at, number) in [(0x44, u32::MAX), (0x48, next), (0x4c, child), (0x74, first), (0x78, length)] {
        put(&mut entry, at, &number.to_le_bytes());
    }
    entry
}
