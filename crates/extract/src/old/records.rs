//! Records of a PowerPoint stream: a head of eight bytes, then a content that may be records again.

use super::{place_at, u16_at};

/// Records inside one another.
const DEPTH: usize = 40;

/// One record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub instance: u16,
    is_container: bool,
    pub content: &'a [u8],
}

impl<'a> Record<'a> {
    /// The record that begins at `at`.
    pub fn at(stream: &'a [u8], at: usize) -> Option<Record<'a>> {
        let head = u16_at(stream, at)?;
        let start = at.checked_add(8)?;
        let end = start.checked_add(place_at(stream, at + 4)?)?.min(stream.len());
        Some(Record {
            kind: u16_at(stream, at + 2)?,
            instance: head >> 4,
            is_container: head & 0xf == 0xf,
            content: stream.get(start..end)?,
        })
    }

    /// The records inside.
    pub fn inside(&self) -> impl Iterator<Item = Record<'a>> + use<'a> {
        let content = if self.is_container { self.content } else { &[] };
        records(content)
    }

    /// Hears of every record inside, however deep, in the order of the file. Where `hear` answers `false` the inside of that one is left.
    pub fn walk(&self, hear: &mut impl FnMut(&Record<'a>) -> bool) {
        self.walk_deep(hear, DEPTH);
    }

    fn walk_deep(&self, hear: &mut impl FnMut(&Record<'a>) -> bool, depth: usize) {
        for record in self.inside() {
            if hear(&record) && depth > 0 {
                record.walk_deep(hear, depth - 1);
            }
        }
    }
}

/// Records one behind the other.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let record = Record::at(stream, at)?;
        at += 8 + record.content.len();
        Some(record)
    })
}
