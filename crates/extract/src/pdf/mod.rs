//! PDF: text in reading order, page count, title, first page as a picture.

mod columns;
mod content;
mod fields;
mod join;
mod layers;
mod open;
mod sfnt;
mod state;
mod text;
mod thumb;
mod typeface;

pub(crate) use open::open;
pub(crate) use text::read as text;
pub(crate) use thumb::thumbnail;

#[cfg(feature = "samples")]
pub(crate) use join::{Unit, is_rtl, runs_right_to_left, visual_to_logical};

pub(crate) use hayro::hayro_syntax::Pdf;

/// A PDF text string: UTF-16 or UTF-8 with a mark, else (nearly) Latin.
fn text_string(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
