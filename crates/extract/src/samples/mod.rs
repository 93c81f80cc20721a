//! Small documents, made in code: for tests, and for a demonstration in many languages.
//!
//! The good ones open in LibreOffice, Word and browsers, and hold text in any script. Where a format can state a title, it is the first
//! paragraph (slide, line). The bad ones are what somebody sends to break things.

mod office;
mod old;
mod old_objects;
mod old_slides;
mod opendocument;
mod pdf;
mod slides;
mod spreadsheet;
mod zipped;

pub use office::{docx, packed, parts};
pub use old::{doc, locked_doc, locked_package, wrapped_package, xls, xlsb};
pub use old_objects::{chart_xls, graph, shown_xls};
pub use old_slides::{OldObject, OldSlide, old_presentation, ppt};
pub use opendocument::{odp, ods, odt};
pub use pdf::{deep_pdf, empty_pdf, encrypted_pdf, inflating_pdf, locked_attachment_pdf, looping_pdf, page_pdf, pdf};
pub use slides::pptx;
pub use spreadsheet::xlsx;
pub use zipped::{deep_docx, doctype_docx, many_entries_docx, zip_bomb_docx};

/// An RTF file with these paragraphs.
#[must_use]
pub fn rtf(paragraphs: &[&str]) -> Vec<u8> {
    let mut out = String::from("{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0 Arial;}}");
    if let Some(title) = paragraphs.first() {
        out.push_str("{\\info{\\title ");
        push_rtf(&mut out, title);
        out.push_str("}}");
    }
    out.push('\n');
    for paragraph in paragraphs {
        out.push_str(if is_rtl(paragraph) { "\\pard\\rtlpar " } else { "\\pard " });
        push_rtf(&mut out, paragraph);
        out.push_str("\\par\n");
    }
    out.push('}');
    out.into_bytes()
}

fn push_rtf(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{}?", i16::from_ne_bytes(unit.to_ne_bytes())));
                }
            }
        }
    }
}

/// A web page in UTF-8 with this title and these paragraphs.
#[must_use]
pub fn html(title: &str, paragraphs: &[&str]) -> Vec<u8> {
    let mut out = format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n",
        escaped(title)
    );
    for paragraph in paragraphs {
        let direction = if is_rtl(paragraph) { " dir=\"rtl\"" } else { "" };
        out.push_str(&format!("<p{direction}>{}</p>\n", escaped(paragraph)));
    }
    out.push_str("</body></html>\n");
    out.into_bytes()
}

/// Plain text in UTF-8, a line for each paragraph.
#[must_use]
pub fn txt(paragraphs: &[&str]) -> Vec<u8> {
    (paragraphs.join("\n") + "\n").into_bytes()
}

/// The beginning of an OLE container: what an office file under a password looks like from outside.
#[must_use]
pub fn encrypted_office() -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1536, 0);
    bytes
}

fn is_rtl(text: &str) -> bool {
    text.chars().any(crate::pdf::is_rtl)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
