//! Letters that a hub wrote into its folder.

use std::path::Path;

/// A letter as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRead {
    /// The address.
    pub to: String,
    /// The subject as it stands in the file (may be encoded).
    pub subject: String,
    /// The answer-to address, empty where there is none.
    pub reply_to: String,
    /// Where such letters may be declined, empty where they may not.
    pub unsubscribe: String,
    /// The text.
    pub text: String,
}

impl LetterRead {
    /// The path of the first link in it.
    ///
    /// # Panics
    /// When there is none.
    pub fn link(&self) -> String {
        let start = self.text.find("http://").unwrap_or_else(|| panic!("no link in: {}", self.text));
        let address = self.text[start..].split_whitespace().next().unwrap_or_default();
        let path = address.trim_start_matches("http://").split_once('/').map_or("", |(_, path)| path);
        format!("/{path}")
    }
}

/// All letters of a folder of `.eml` files, the oldest first; those of the same moment (a few
/// milliseconds) in any order.
pub fn letters_in(folder: &Path) -> Vec<LetterRead> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .collect();
    files.sort();
    files.iter().filter_map(|(_, path)| std::fs::read_to_string(path).ok()).map(|text| read(&text)).collect()
}

/// Reads a message as lettre writes it.
pub fn read(text: &str) -> LetterRead {
    let text = text.replace("\r\n", "\n");
    let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
    let head = head.replace("\n ", " ").replace("\n\t", " ");
    let header = |name: &str| {
        let line = head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
        line.map_or_else(String::new, |line| line[name.len() + 1..].trim().to_owned())
    };
    let body = match header("content-transfer-encoding").to_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_owned(),
    };
    let to = header("to");
    let to = to.rsplit('<').next().unwrap_or(&to).trim_end_matches('>').to_owned();
    LetterRead {
        to,
        subject: header("subject"),
        reply_to: header("reply-to"),
        unsubscribe: header("list-unsubscribe"),
        text: body,
    }
}

fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        let pair = if byte == b'=' { rest.next().zip(rest.next()) } else { None };
        let decoded = pair
            .and_then(|(high, low)| u8::from_str_radix(&format!("{}{}", char::from(high), char::from(low)), 16).ok());
        bytes.push(decoded.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn base64(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut kept, mut bits) = (Vec::new(), 0_u32, 0);
    for value in text.bytes().filter_map(|byte| LETTERS.iter().position(|letter| *letter == byte)) {
        kept = (kept << 6) | u32::try_from(value).unwrap_or(0);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((kept >> bits) as u8);
            kept &= (1 << bits) - 1;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_letters_are_read() {
        let quoted = read(
            "To: A <a@b.org>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nd=C3=A9j=C3=A0 =\r\nvu http://x/y\r\n",
        );
        assert_eq!((quoted.to.as_str(), quoted.text.trim()), ("a@b.org", "déjà vu http://x/y"));
        assert_eq!(quoted.link(), "/y");
        let base = read("To: a@b.org\r\nContent-Transfer-Encoding: base64\r\n\r\n2YXYsdit\r\n2KjYpw==\r\n");
        assert_eq!(base.text, "مرحبا");
    }
}
