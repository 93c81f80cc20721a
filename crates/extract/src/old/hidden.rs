//! Which bytes of a Word document are hidden or deleted text.
//!
//! The looks of letters stand in pages of 512 bytes: borders of runs, and for each run a list of changes ("sprm") against its style.

use super::{place_at, u16_at, u32_at};

/// A page of looks, in bytes.
const PAGE: usize = 512;
/// Pages of one document.
const PAGES: usize = 200_000;
/// Changes of one run.
const CHANGES: usize = 200;

/// The changes that take a run out of the text: hidden, deleted while changes were tracked.
const VANISH: u16 = 0x083c;
const DELETED: u16 = 0x0800;

/// Runs of bytes that are not to be read, in order.
#[derive(Default)]
pub(super) struct Hidden(Vec<(usize, usize)>);

impl Hidden {
    /// Reads the table at `table[at..]`, `length` bytes long; the pages are in `document`.
    pub fn of(document: &[u8], table: &[u8], at: usize, length: usize) -> Hidden {
        let mut runs = Vec::new();
        // Borders, one more than pages, then the numbers of the pages.
        let count = (length.saturating_sub(4) / 8).min(PAGES);
        for index in 0..count {
            let number = u32_at(table, at.saturating_add(4 * (count + 1 + index))).map(|number| number & 0x3f_ffff);
            let Some(start) = number.and_then(|number| usize::try_from(number).ok()?.checked_mul(PAGE)) else { break };
            if let Some(page) = document.get(start..start.saturating_add(PAGE)) {
                read_page(page, &mut runs);
            }
        }
        runs.sort_unstable();
        Hidden(runs)
    }

    /// Whether the byte at this place is hidden.
    pub fn holds(&self, place: usize) -> bool {
        let after = self.0.partition_point(|(start, _)| *start <= place);
        after > 0 && place < self.0[after - 1].1
    }

    /// Whether nothing is hidden.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read_page(page: &[u8], runs: &mut Vec<(usize, usize)>) {
    let count = usize::from(page[PAGE - 1]);
    for index in 0..count {
        let (Some(start), Some(end)) = (place_at(page, 4 * index), place_at(page, 4 * (index + 1))) else { return };
        let Some(offset) = page.get(4 * (count + 1) + index).map(|word| 2 * usize::from(*word)) else { return };
        if offset == 0 {
            continue;
        }
        let length = page.get(offset).copied().map_or(0, usize::from);
        let changes = page.get(offset + 1..(offset + 1 + length).min(PAGE)).unwrap_or_default();
        if start < end && hides(changes) {
            runs.push((start, end));
        }
    }
}

fn hides(changes: &[u8]) -> bool {
    let mut at = 0;
    for _ in 0..CHANGES {
        let Some(change) = u16_at(changes, at) else { return false };
        let operand = changes.get(at + 2).copied().unwrap_or(0);
        if matches!(change, VANISH | DELETED) && operand == 1 {
            return true;
        }
        at += 2 + match change >> 13 {
            0 | 1 => 1,
            3 => 4,
            6 => usize::from(operand) + 1,
            7 => 3,
            _ => 2,
        };
    }
    false
}
