//! Reading: bytes become text ([`decode`]), text becomes tags ([`xml`]), tags become files ([`tree`]) with units
//! ([`unit`]).

mod decode;
mod fault;
mod tags;
mod tree;
mod unit;
mod xml;

use crate::limits::Limits;
use crate::refused::Refused;
use crate::returned::Returned;
use tree::Tree;
use xml::{Tag, Xml};

/// Reads a file that came back, in time and memory that grow with its bytes alone (some five times as much, at worst).
/// UTF-8 and UTF-16, XLIFF 2.0 to 2.2. Elements of other namespaces are passed over with all that is in them.
///
/// # Errors
/// [`Refused`]: nothing of it is taken.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Returned, Refused> {
    if bytes.len() > limits.bytes {
        return Err(Refused::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    let text = decode::text(bytes)?;
    let mut xml = Xml::new(&text, limits.depth);
    let mut tree = Tree::new(*limits);
    while let Some(tag) = xml.next()? {
        match tag {
            Tag::Start(element) => tree.start(&element)?,
            Tag::End => tree.end(),
            Tag::Text { text, line } => tree.text(&text, line)?,
        }
    }
    Ok(tree.finish())
}
