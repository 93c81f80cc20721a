//! Records of a workbook stream, and the numbers in them.

use super::u16_at;

/// Records one behind the other: a kind, a length, a content.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub fn at(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.stream, self.at)?;
        let start = self.at.checked_add(4)?;
        let end = start + usize::from(u16_at(self.stream, self.at + 2)?);
        self.at = end;
        Some((kind, self.stream.get(start..end.min(self.stream.len()))?))
    }
}

/// A number in eight bytes.
pub(super) fn double(bytes: &[u8]) -> Option<f64> {
    bytes.first_chunk().map(|eight| f64::from_le_bytes(*eight)).filter(|number| number.is_finite())
}

/// A number in four bytes: a whole one, or the first half of a fraction, perhaps a hundred times too large.
pub(super) fn packed(bytes: &[u8]) -> Option<f64> {
    let bits = bytes.first_chunk().map(|four| u32::from_le_bytes(*four))?;
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    Some(if bits & 1 == 0 { number } else { number / 100.0 }).filter(|number| number.is_finite())
}
