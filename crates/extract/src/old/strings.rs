//! Texts of a workbook: Unicode with a byte that says how wide it is, or a code page in workbooks of before 1997.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{u16_at, u32_at};

/// Shared texts of one workbook.
const TEXTS: usize = 5_000_000;

/// How the workbook writes texts.
pub(super) struct Strings {
    unicode: bool,
    page: &'static Encoding,
}

impl Strings {
    pub fn new(unicode: bool) -> Self {
        Strings { unicode, page: WINDOWS_1252 }
    }

    pub fn set_code_page(&mut self, number: u16) {
        let label = if number == 10_000 { "macintosh".to_owned() } else { format!("windows-{number}") };
        self.page = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
    }

    /// A text whose length takes one byte.
    pub fn short(&self, bytes: &[u8]) -> Option<String> {
        let (length, rest) = bytes.split_first()?;
        self.text(rest, usize::from(*length))
    }

    /// A text whose length takes two bytes.
    pub fn long(&self, bytes: &[u8]) -> Option<String> {
        self.text(bytes.get(2..)?, usize::from(u16_at(bytes, 0)?))
    }

    /// The code of a number format: its length grew with Unicode.
    pub fn format(&self, bytes: &[u8]) -> Option<String> {
        if self.unicode { self.long(bytes) } else { self.short(bytes) }
    }

    fn text(&self, bytes: &[u8], length: usize) -> Option<String> {
        if self.unicode {
            return Chunks::new(vec![bytes]).text(length);
        }
        let bytes = bytes.get(..length.min(bytes.len()))?;
        Some(self.page.decode_without_bom_handling(bytes).0.into_owned())
    }
}

/// A record that is continued in others: a text that goes over says again how wide it is.
pub(super) struct Chunks<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Chunks<'a> {
    pub fn new(parts: Vec<&'a [u8]>) -> Self {
        Chunks { parts, part: 0, at: 0 }
    }

    /// The shared texts of a workbook, up to so many bytes.
    pub fn shared(mut self, bytes: usize) -> Vec<String> {
        let mut texts = Vec::new();
        let mut left = bytes;
        self.skip(8);
        while texts.len() < TEXTS {
            let Some(text) = self.shared_text() else { break };
            if text.len() > left {
                break;
            }
            left -= text.len();
            texts.push(text);
        }
        texts
    }

    /// A text of so many letters, after the byte that says how wide they are.
    pub fn text(&mut self, letters: usize) -> Option<String> {
        let wide = self.byte()? & 1 != 0;
        self.letters(letters, wide)
    }

    fn shared_text(&mut self) -> Option<String> {
        let letters = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let more = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.letters(letters, flags & 1 != 0)?;
        // Looks of the letters, and how they are spoken.
        self.skip(4 * runs + more);
        Some(text)
    }

    fn letters(&mut self, count: usize, wide: bool) -> Option<String> {
        let mut wide = wide;
        let mut units = Vec::with_capacity(count.min(4_096));
        for _ in 0..count {
            if self.parts.get(self.part).is_some_and(|part| self.at >= part.len()) {
                self.part += 1;
                self.at = 0;
                match self.byte() {
                    Some(flags) => wide = flags & 1 != 0,
                    None => break,
                }
            }
            let low = self.byte()?;
            let high = if wide { self.byte()? } else { 0 };
            units.push(u16::from_le_bytes([low, high]));
        }
        Some(String::from_utf16_lossy(&units))
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some(byte) = self.parts.get(self.part)?.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.part += 1;
            self.at = 0;
        }
    }

    fn u16(&mut self) -> Option<u16> {
        u16_at(&[self.byte()?, self.byte()?], 0)
    }

    fn u32(&mut self) -> Option<u32> {
        u32_at(&[self.byte()?, self.byte()?, self.byte()?, self.byte()?], 0)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let Some(part) = self.parts.get(self.part) else { return };
            let step = count.min(part.len() - self.at);
            self.at += step;
            count -= step;
            if count > 0 {
                self.part += 1;
                self.at = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_over_two_records() {
        // "abcd": two letters of one byte each, then two of two bytes; then "ef" with looks and speech behind it.
        let first = [&[0; 8][..], &[4, 0, 0, b'a', b'b']].concat();
        let second = [
            &[1, b'c', 0, b'd', 0][..],
            &[2, 0, 0x0c, 1, 0, 3, 0, 0, 0, b'e', b'f', 9, 9, 9, 9, 8, 8, 8, 1, 0, 0, b'g'],
        ]
        .concat();
        assert_eq!(Chunks::new(vec![&first, &second]).shared(100), ["abcd", "ef", "g"]);
        for length in 0..second.len() {
            let _ = Chunks::new(vec![&first, &second[..length]]).shared(100);
        }
    }

    #[test]
    fn code_pages_of_old_workbooks() {
        let mut strings = Strings::new(false);
        strings.set_code_page(1251);
        assert_eq!(strings.short(b"\x03\xcc\xe8\xf0").as_deref(), Some("Мир"));
        assert_eq!(strings.long(b"\x09\x00\xcc"), Some("М".to_owned()));
    }
}
