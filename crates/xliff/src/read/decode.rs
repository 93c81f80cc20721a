//! Bytes to text.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::chars::is_xml;
use crate::refused::{Refused, word};

/// Bytes in which a declaration is looked for where the rest is no UTF-8.
const DECLARATION: usize = 256;
/// What a file may say of its encoding. The bytes decide: programs are known to write UTF-8 and say UTF-16, or the
/// reverse.
const READ: [&str; 7] = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"];

#[derive(Clone, Copy)]
enum Width {
    Eight,
    Sixteen { little: bool },
}

/// The text without its byte order mark; every character is one that XML can hold.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refused> {
    let (width, bytes) = width(bytes)?;
    let text = match width {
        Width::Eight => {
            let text = utf_8(bytes);
            let head = bytes.get(..DECLARATION).unwrap_or(bytes);
            // What it says it is tells more than that it is no UTF-8.
            check_declared(text.as_deref().unwrap_or(&String::from_utf8_lossy(head)))?;
            Cow::Borrowed(text?)
        }
        Width::Sixteen { little } => {
            let text = utf_16(bytes, little)?;
            check_declared(&text)?;
            Cow::Owned(text)
        }
    };
    match text.char_indices().find(|(_, letter)| !is_xml(*letter)) {
        Some((at, letter)) => Err(malformed(&text.as_bytes()[..at], &format!("character U+{:04X}", u32::from(letter)))),
        None => Ok(text),
    }
}

/// From the byte order mark, or from `<` where there is none (XML 1.0, appendix F).
fn width(bytes: &[u8]) -> Result<(Width, &[u8]), Refused> {
    let sixteen = |little| Width::Sixteen { little };
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(Refused::Encoding { name: "UTF-32".to_owned() }),
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok((Width::Eight, rest)),
        [0xff, 0xfe, rest @ ..] => Ok((sixteen(true), rest)),
        [0xfe, 0xff, rest @ ..] => Ok((sixteen(false), rest)),
        [b'<', 0, b'?', 0, ..] => Ok((sixteen(true), bytes)),
        [0, b'<', 0, b'?', ..] => Ok((sixteen(false), bytes)),
        _ => Ok((Width::Eight, bytes)),
    }
}

fn check_declared(head: &str) -> Result<(), Refused> {
    let Ok(Event::Decl(declaration)) = Reader::from_str(head).read_event() else { return Ok(()) };
    match declaration.encoding() {
        Some(Ok(name)) if !READ.contains(&&*name.to_ascii_lowercase()) => Err(Refused::Encoding { name: word(&name) }),
        _ => Ok(()),
    }
}

fn utf_8(bytes: &[u8]) -> Result<&str, Refused> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, rest) = bytes.split_at(error.valid_up_to());
        // No error of its own but the end: a letter was cut in two.
        match error.error_len() {
            None => Refused::Cut { line: line_after(before) },
            Some(_) => malformed(before, &format!("byte {:#04x} in UTF-8", rest.first().unwrap_or(&0))),
        }
    })
}

fn utf_16(bytes: &[u8], little: bool) -> Result<String, Refused> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) });
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(units) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(lone) => {
                return Err(malformed(text.as_bytes(), &format!("{:#06x} in UTF-16", lone.unpaired_surrogate())));
            }
        }
    }
    if odd.is_empty() { Ok(text) } else { Err(Refused::Cut { line: line_after(text.as_bytes()) }) }
}

fn malformed(before: &[u8], why: &str) -> Refused {
    Refused::Malformed { line: line_after(before), why: why.to_owned() }
}

/// The line in which this ends.
fn line_after(before: &[u8]) -> usize {
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
