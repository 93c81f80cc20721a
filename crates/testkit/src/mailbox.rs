//! Letters that a hub wrote into its folder.

use std::path::Path;

use mailparse::MailHeaderMap;

/// A letter as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRead {
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The answer-to address, empty where there is none.
    pub reply_to: String,
    /// Where such letters may be declined, empty where they may not.
    pub unsubscribe: String,
    /// The text.
    pub text: String,
    /// The page; empty where there is none.
    pub html: String,
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

/// Reads a message (RFC 5322, MIME).
///
/// # Panics
/// When it is none: a letter that no program reads is a wrong one.
pub fn read(text: &str) -> LetterRead {
    let letter = mailparse::parse_mail(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
    let header = |name: &str| letter.headers.get_first_value(name).unwrap_or_default();
    let to = header("To");
    let to = to.rsplit('<').next().unwrap_or(&to).trim_end_matches('>').to_owned();
    let part = |kind: &str| letter.subparts.iter().find(|part| part.ctype.mimetype == kind);
    // As a text and as a page; of before, a text alone.
    let body = part("text/plain").unwrap_or(&letter);
    let text = body.get_body().unwrap_or_else(|error| panic!("{error}: {text}")).replace("\r\n", "\n");
    let html = part("text/html").map(|page| page.get_body().unwrap_or_default()).unwrap_or_default();
    let (subject, reply_to, unsubscribe) = (header("Subject"), header("Reply-To"), header("List-Unsubscribe"));
    LetterRead { to, subject, reply_to, unsubscribe, text, html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_letters_are_read() {
        let quoted = read(
            "To: A <a@b.org>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nd=C3=A9j=C3=A0 =\r\nvu http://x/y\r\n",
        );
        assert_eq!((quoted.to.as_str(), quoted.text.trim()), ("a@b.org", "déjà vu http://x/y"));
        assert_eq!(quoted.link(), "/y");
        let base = read(
            "To: a@b.org\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n2YXYsdit\r\n2KjYpw==\r\n",
        );
        assert_eq!(base.text, "مرحبا");
    }
}
