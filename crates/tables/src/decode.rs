//! The letters of a table that is a text, whatever program wrote it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a table, its lines ended by `\n` only, and what it was read as.
pub(crate) struct Decoded {
    pub text: String,
    /// A name for people.
    pub read_as: &'static str,
}

/// Reads the bytes as what their first ones say (UTF-8, UTF-16); without such a mark as UTF-8, else as Windows-1252, which
/// is what office programs of Western Europe, the Maghreb and West Africa save "CSV" as. What cannot be read becomes
/// U+FFFD: its row is told.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (told_by_its_letters(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: one_line_end(&text), read_as: name(encoding) }
}

/// UTF-8 with a few broken bytes stays UTF-8: its letters beyond ASCII are whole, which those of no other encoding are.
fn told_by_its_letters(bytes: &[u8]) -> &'static Encoding {
    let text = String::from_utf8_lossy(bytes);
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        if letter == char::REPLACEMENT_CHARACTER { broken += 1 } else { whole += 1 }
    }
    if whole >= broken { UTF_8 } else { WINDOWS_1252 }
}

/// As an editor counts lines: CRLF, LF and CR each end one.
fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        "UTF-16"
    } else if encoding == WINDOWS_1252 {
        "Windows-1252"
    } else {
        UTF_8.name()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes);
        (decoded.text, decoded.read_as)
    }

    #[test]
    fn a_text_is_read_as_what_it_is() {
        let text = "file,title\r\nété.txt,L’été\r\n";
        let plain = "file,title\nété.txt,L’été\n".to_owned();
        assert_eq!(read(text.as_bytes()), (plain.clone(), "UTF-8"));
        assert_eq!(read(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), (plain.clone(), "UTF-8"));
        let units = |swap: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(swap).collect()
        };
        assert_eq!(read(&units(u16::to_le_bytes)), (plain.clone(), "UTF-16"));
        assert_eq!(read(&units(u16::to_be_bytes)), (plain.clone(), "UTF-16"));
        assert_eq!(read(b"file,title\r\n\xe9t\xe9.txt,L\x92\xe9t\xe9\r\n"), (plain, "Windows-1252"));
    }

    #[test]
    fn a_broken_byte_makes_no_other_encoding_of_it() {
        let (text, read_as) = read(b"file,title\n\xc3\xa9t\xc3\xa9.txt,\xff\n");
        assert_eq!((text.as_str(), read_as), ("file,title\nété.txt,\u{fffd}\n", "UTF-8"));
        assert_eq!(read(b""), (String::new(), "UTF-8"));
        assert_eq!(read(b"\xff\xfe\x00").0, "\u{fffd}", "half a unit");
    }
}
