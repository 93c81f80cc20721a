//! Plain text, in whatever encoding it was saved.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

/// How many bytes decide about the encoding.
const GUESS_BYTES: usize = 256 * 1024;
/// Fewer bytes are not said to be of a mainframe.
const MAINFRAME_BYTES: usize = 16;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    if is_mainframe(file) {
        return Err(Trouble::damaged("text in EBCDIC"));
    }
    let mut sink = Sink::of_hard_lines(bounds.text_bytes);
    sink.push(&decode(file, None, bounds.text_bytes));
    Ok(Found::from_sink(sink))
}

/// Whether the bytes look like text of a mainframe (EBCDIC), which no browser and no office program reads either.
///
/// There the blank is 0x40 and letters are above 0x80, where other alphabets have blanks and line ends of ASCII.
pub(crate) fn is_mainframe(file: &[u8]) -> bool {
    let head = &file[..file.len().min(GUESS_BYTES)];
    let count = |wanted: fn(u8) -> bool| head.iter().filter(|byte| wanted(**byte)).count();
    let blanks = count(|byte| byte == 0x40);
    let letters = count(
        |byte| matches!(byte, 0x81..=0x89 | 0x91..=0x99 | 0xa2..=0xa9 | 0xc1..=0xc9 | 0xd1..=0xd9 | 0xe2..=0xe9 | 0xf0..=0xf9),
    );
    let ascii = count(|byte| matches!(byte, b' ' | b'\n' | b'a'..=b'z'));
    head.len() >= MAINFRAME_BYTES
        && std::str::from_utf8(head).is_err()
        && 12 * blanks >= head.len()
        && 2 * letters >= head.len()
        && 20 * ascii <= head.len()
}

/// Decodes by, in this order: the mark of byte order, being valid UTF-8, what the file says (`stated`), a guess from the bytes.
///
/// Looks at no more bytes than can matter for `text_bytes` of text.
pub(crate) fn decode(file: &[u8], stated: Option<&'static Encoding>, text_bytes: usize) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(file) {
        // UTF-16 has two bytes for most characters.
        let body = &file[mark..];
        return encoding
            .decode_without_bom_handling(&body[..body.len().min(text_bytes.saturating_mul(2))])
            .0
            .into_owned();
    }
    // White space that the sink drops, and the one byte over that shows that something was cut.
    let body = &file[..file.len().min(text_bytes.saturating_mul(2))];
    let is_utf8 = match std::str::from_utf8(body) {
        Ok(_) => true,
        // The cut may have hit a character.
        Err(error) => error.error_len().is_none() && body.len() < file.len(),
    };
    let encoding =
        if is_utf8 { UTF_8 } else { stated.filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| guess(body)) };
    encoding.decode_without_bom_handling(body).0.into_owned()
}

fn guess(body: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&body[..body.len().min(GUESS_BYTES)], true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str = "مرحبا بكم في شبكة المدن القوية. تعمل المدن معا من أجل الوقاية من التطرف والعنف.";

    #[test]
    fn encodings() {
        assert_eq!(decode("Żółć".as_bytes(), None, 100), "Żółć");
        assert_eq!(decode(b"\xEF\xBB\xBFabc", None, 100), "abc");
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(ARABIC.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&utf16, None, 1000), ARABIC);
        let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(ARABIC);
        assert_eq!(decode(&windows, None, 1000), ARABIC);
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode("La prévention à l’école, déjà été fêtée");
        assert_eq!(decode(&latin, None, 1000), "La prévention à l’école, déjà été fêtée");
    }

    #[test]
    fn text_of_a_mainframe_is_told() {
        // "the plan for the city of oslo" in EBCDIC.
        let bytes = b"\xa3\x88\x85\x40\x97\x93\x81\x95\x40\x86\x96\x99\x40\xa3\x88\x85\x40\x83\x89\xa3\xa8\x40\x96\x86\x40\x96\xa2\x93\x96";
        assert!(is_mainframe(bytes));
        let (arabic, _, _) = encoding_rs::WINDOWS_1256.encode(ARABIC);
        let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("ソフトを全て削除して下さい、インストールについて");
        for other in [&arabic[..], &japanese, ARABIC.as_bytes(), b"mail@example.org and other@example.org"] {
            assert!(!is_mainframe(other));
        }
    }

    #[test]
    fn a_stated_encoding_is_believed_unless_the_bytes_are_utf8() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Привет");
        assert_eq!(decode(&bytes, Some(encoding_rs::WINDOWS_1251), 100), "Привет");
        assert_eq!(decode("Привет".as_bytes(), Some(encoding_rs::WINDOWS_1251), 100), "Привет");
    }
}
