//! Office documents of before 2007: streams in an OLE container, and the binary spreadsheet that outlived them.

mod biff;
pub(crate) mod doc;
mod graph;
mod hidden;
mod objects;
pub(crate) mod ppt;
mod records;
mod strings;
mod summary;
mod window;
pub(crate) mod xls;
pub(crate) mod xlsb;

use crate::bytes::{place_at, u16_at, u32_at, utf16};
use crate::ole::Container;

fn latin(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}
