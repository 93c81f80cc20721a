//! Tables as people keep them: text whose cells are separated, from whatever program wrote it, and the cells of a workbook. What comes in
//! is read here, and what a spreadsheet might take for a formula is made harmless here when it goes out, so that what went out comes in
//! again as it was.

mod cell;
mod decode;
mod read;

pub use cell::{harmless, plain};
pub use read::{Bad, Row, Table, column};
