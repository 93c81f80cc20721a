//! What a container states about its document: a set of properties.

use super::{Container, latin, place_at, u16_at, u32_at, utf16};

/// Properties of one set.
const PROPERTIES: usize = 200;
/// Longest title, in bytes of the file.
const TITLE_BYTES: usize = 4_096;

/// Numbers of the properties, and of their kinds.
const CODE_PAGE: u32 = 1;
const TITLE: u32 = 2;
const TEXT: u32 = 30;
const WIDE_TEXT: u32 = 31;

/// The stated title, if there is one.
pub(super) fn title(container: &Container<'_>) -> Option<String> {
    let set = container.stream("\u{5}SummaryInformation").ok()??;
    let section = set.get(place_at(&set, 44)?..)?;
    let count = place_at(section, 4)?.min(PROPERTIES);
    let property = |wanted: u32| {
        (0..count)
            .find(|index| u32_at(section, 8 + 8 * index) == Some(wanted))
            .and_then(|index| place_at(section, 12 + 8 * index))
    };
    let code_page = property(CODE_PAGE).and_then(|at| u16_at(section, at + 4));
    let at = property(TITLE)?;
    let length = place_at(section, at + 4)?.min(TITLE_BYTES);
    let text = match u32_at(section, at)? {
        TEXT => {
            let bytes = section.get(at + 8..(at + 8).checked_add(length)?)?;
            decode(bytes, code_page.unwrap_or(1252))
        }
        WIDE_TEXT => utf16(section.get(at + 8..(at + 8).checked_add(2 * length)?)?),
        _ => return None,
    };
    Some(text.split('\0').next().unwrap_or_default().to_owned()).filter(|title| !title.trim().is_empty())
}

fn decode(bytes: &[u8], code_page: u16) -> String {
    match code_page {
        1200 => utf16(bytes),
        65001 => String::from_utf8_lossy(bytes).into_owned(),
        page => match encoding_rs::Encoding::for_label(format!("windows-{page}").as_bytes()) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            None => latin(bytes),
        },
    }
}
