//! The table of letters inside a TrueType font, read backwards: which letter a glyph draws.
//!
//! For fonts whose codes are numbers of glyphs, and that come without any other table: the font itself knows its letters.

use std::collections::HashMap;

/// Tables of letters in one font, and groups or segments in one table.
const TABLES: usize = 32;
const GROUPS: usize = 20_000;
/// Letters that are kept.
const LETTERS: usize = 200_000;

/// Letters by the number of their glyph; empty where the font has no table that says so.
pub(super) fn letters_of_glyphs(font: &[u8]) -> HashMap<u32, char> {
    let Some(table) = table(font) else { return HashMap::new() };
    let mut letters = Letters::default();
    // What is missing or broken ends the reading: what was read before it counts.
    let _ = match u16_at(table, 0) {
        Some(4) => segments(table, &mut letters),
        Some(12) => groups(table, &mut letters),
        _ => None,
    };
    letters.0
}

#[derive(Default)]
struct Letters(HashMap<u32, char>);

impl Letters {
    /// Notes a pair. Of several letters that a glyph draws the first is the plain one.
    fn note(&mut self, glyph: u32, letter: u32) {
        let private = (0xe000..=0xf8ff).contains(&letter);
        if let Some(letter) = char::from_u32(letter)
            && glyph != 0
            && !private
            && self.0.len() < LETTERS
        {
            self.0.entry(glyph).or_insert(letter);
        }
    }
}

/// The best table of Unicode letters: of all planes, or of the first.
fn table(font: &[u8]) -> Option<&[u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let cmap = (0..count.min(100)).find_map(|index| {
        let at = 12 + 16 * index;
        (font.get(at..at + 4)? == b"cmap").then(|| font.get(u32_at(font, at + 8)? as usize..)).flatten()
    })?;
    let count = usize::from(u16_at(cmap, 2)?);
    let mut best = None;
    for index in 0..count.min(TABLES) {
        let at = 4 + 8 * index;
        let (platform, encoding) = (u16_at(cmap, at)?, u16_at(cmap, at + 2)?);
        let rank = match (platform, encoding) {
            (3, 10) => 3,
            (3, 1) => 2,
            (0, _) => 1,
            _ => continue,
        };
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, cmap.get(u32_at(cmap, at + 4)? as usize..)?));
        }
    }
    best.map(|(_, table)| table)
}

/// Format 4: segments of the first plane.
fn segments(table: &[u8], letters: &mut Letters) -> Option<()> {
    let count = usize::from(u16_at(table, 6)?) / 2;
    for index in 0..count.min(GROUPS) {
        let end = u16_at(table, 14 + 2 * index)?;
        let start = u16_at(table, 16 + 2 * (count + index))?;
        let delta = u16_at(table, 16 + 2 * (2 * count + index))?;
        let offset_at = 16 + 2 * (3 * count + index);
        let offset = usize::from(u16_at(table, offset_at)?);
        for letter in start..=end {
            let glyph = match offset {
                0 => letter.wrapping_add(delta),
                _ => match u16_at(table, offset_at + offset + 2 * usize::from(letter - start))? {
                    0 => 0,
                    glyph => glyph.wrapping_add(delta),
                },
            };
            if letter != 0xffff {
                letters.note(u32::from(glyph), u32::from(letter));
            }
        }
    }
    Some(())
}

/// Format 12: groups of all planes.
fn groups(table: &[u8], letters: &mut Letters) -> Option<()> {
    let count = u32_at(table, 12)? as usize;
    for index in 0..count.min(GROUPS) {
        let at = 16 + 12 * index;
        let (start, end, glyph) = (u32_at(table, at)?, u32_at(table, at + 4)?, u32_at(table, at + 8)?);
        // No plane has more.
        for step in 0..=end.checked_sub(start)?.min(0xffff) {
            letters.note(glyph.wrapping_add(step), start.wrapping_add(step));
        }
    }
    Some(())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_be_bytes(*pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font that is nothing but a table of letters.
    fn font(format: u16, table: &[u8]) -> Vec<u8> {
        let mut font = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        font.extend(b"cmap\0\0\0\0\0\0\0\x1c\0\0\0\0");
        font.extend([0, 0, 0, 1, 0, 3, 0, if format == 12 { 10 } else { 1 }, 0, 0, 0, 12]);
        font.extend(format.to_be_bytes());
        font.extend(table);
        font
    }

    fn be(numbers: &[u16]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
    }

    #[test]
    fn both_formats_are_read_backwards() {
        // Two segments: a to c are glyphs 5 to 7; the last one ends the table.
        let numbers = [0, 0, 4, 0, 0, 0, 0x63, 0xffff, 0, 0x61, 0xffff, 5u16.wrapping_sub(0x61), 1, 0, 0];
        let letters = letters_of_glyphs(&font(4, &be(&numbers)));
        assert_eq!((letters.get(&5), letters.get(&7), letters.len()), (Some(&'a'), Some(&'c'), 3));
        let groups = be(&[0, 0, 28, 0, 0, 0, 1, 0, 0x3042, 0, 0x3044, 0, 9]);
        let letters = letters_of_glyphs(&font(12, &groups));
        assert_eq!((letters.get(&9), letters.get(&11)), (Some(&'あ'), Some(&'い')));
    }

    #[test]
    fn broken_fonts_end() {
        let whole = font(4, &be(&[0, 0, 4, 0, 0, 0, 0x63, 0xffff, 0, 0x61, 0xffff, 3, 1, 2, 0]));
        for length in 0..whole.len() {
            let _ = letters_of_glyphs(&whole[..length]);
        }
        let endless = font(12, &be(&[0, 0, 0, 0, 0, 0xffff, 0xffff, 0, 0, 0xffff, 0xffff, 0, 0]));
        assert!(letters_of_glyphs(&endless).len() <= LETTERS);
    }
}
