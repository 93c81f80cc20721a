//! Zip packages, and bombs in them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::office;

/// Writes parts in this order; those named in `stored` are not compressed.
pub(super) fn package(parts: &[(&str, &[u8])], stored: &[&str]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if stored.contains(name) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // Writing to memory cannot fail, and these files are small.
        let _ = writer.start_file(*name, SimpleFileOptions::default().compression_method(method));
        let _ = writer.write_all(content);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A package whose document inflates to 80 MB.
#[must_use]
pub fn zip_bomb_docx() -> Vec<u8> {
    let mut body =
        b"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>".to_vec();
    body.resize(80 << 20, b' ');
    package(&[("word/document.xml", &body)], &[])
}

/// A package of 20,001 empty parts.
#[must_use]
pub fn many_entries_docx() -> Vec<u8> {
    let names: Vec<String> = (0..20_000).map(|number| format!("word/{number}.xml")).collect();
    let document = office::document(&["Hello"]);
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    parts.push(("word/document.xml", document.as_bytes()));
    package(&parts, &names.iter().map(String::as_str).take(0).collect::<Vec<_>>())
}

/// A package whose document declares entities that grow without bound.
#[must_use]
pub fn doctype_docx() -> Vec<u8> {
    let mut body = String::from("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
    for level in 1..12 {
        body.push_str(&format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10)));
    }
    body.push_str("]><w:document xmlns:w=\"w\"><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:document>");
    package(&[("word/document.xml", body.as_bytes())], &[])
}

/// A package whose document nests a hundred thousand elements.
#[must_use]
pub fn deep_docx() -> Vec<u8> {
    let body =
        format!("<w:document xmlns:w=\"w\">{}{}</w:document>", "<w:p>".repeat(100_000), "</w:p>".repeat(100_000));
    package(&[("word/document.xml", body.as_bytes())], &[])
}
