//! What the child says, and how it travels: frames of a kind, a length and a payload.
//!
//! Each frame is sent as soon as it is known, so a child that dies while it draws the thumbnail has already handed over the text.
//! The parent believes nothing: a child that a hostile file has taken over can say anything, so every value is checked again here.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::{THUMBNAIL_BYTES, TITLE_CHARS, Trouble};

/// What was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extracted {
    /// The text, in reading order. Lines end in `\n`, table cells are separated by tabs. In the text of a PDF or a presentation there is one
    /// [`PAGE_BREAK`](crate::PAGE_BREAK) between a page and the next, so [`Extracted::pages`] less one, also where pages are empty or cut
    /// off; in other formats there is none. At most [`Limits::text`](crate::Limits::text) bytes, without the page breaks.
    pub text: String,
    /// Pages of a PDF, slides of a presentation, and the pages that a word processor has stored. `None` where the file does not say.
    pub pages: Option<u32>,
    /// BCP 47 tag of the language of the text, one of [`LANGUAGES`](crate::LANGUAGES); `None` when unsure.
    pub language: Option<String>,
    /// First page of a PDF as JPEG, at most [`THUMBNAIL_BYTES`]. `None` for other formats, and where the page is blank or cannot be drawn.
    pub thumbnail: Option<Vec<u8>>,
    /// Title that the file states about itself; often rubbish, so a suggestion at most. One line, at most [`TITLE_CHARS`] characters.
    pub title: Option<String>,
    /// There is no letter or digit in the text: an empty document, or scanned pages that nobody has run character recognition on.
    pub no_text: bool,
    /// Some text is missing: it was over the limit, would have taken too long, or is on a page that cannot be read.
    pub cut: bool,
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Facts {
    pub pages: Option<u32>,
    pub title: Option<String>,
    pub cut: bool,
}

const MAGIC: &[u8; 4] = b"hub1";
const FACTS: u8 = b'I';
const TEXT: u8 = b'X';
const PICTURE: u8 = b'P';
const FAILURE: u8 = b'F';

/// Writes an answer, frame by frame.
pub(crate) struct Writer<W: Write>(W);

impl<W: Write> Writer<W> {
    pub fn start(mut out: W) -> io::Result<Self> {
        out.write_all(MAGIC)?;
        Ok(Writer(out))
    }

    pub fn found(&mut self, facts: &Facts, text: &str) -> io::Result<()> {
        self.frame(TEXT, text.as_bytes())?;
        let facts = serde_json::to_vec(facts).map_err(io::Error::other)?;
        self.frame(FACTS, &facts)
    }

    pub fn picture(&mut self, picture: &[u8]) -> io::Result<()> {
        self.frame(PICTURE, picture)
    }

    pub fn failure(&mut self, trouble: &Trouble) -> io::Result<()> {
        let mut detail = trouble.detail();
        if detail.len() > 500 {
            detail = &detail[..detail.floor_char_boundary(500)];
        }
        self.frame(FAILURE, format!("{}\n{detail}", trouble.code()).as_bytes())
    }

    pub fn frame(&mut self, kind: u8, payload: &[u8]) -> io::Result<()> {
        let length = u32::try_from(payload.len()).map_err(io::Error::other)?;
        self.0.write_all(&[kind])?;
        self.0.write_all(&length.to_le_bytes())?;
        self.0.write_all(payload)?;
        self.0.flush()
    }
}

/// What came through the pipe, as far as it is whole. `None` when the child said nothing that counts.
pub(crate) fn parse(bytes: &[u8]) -> Option<Result<Extracted, Trouble>> {
    let mut rest = within_answer(bytes)?;
    let (mut text, mut facts, mut picture) = (None, None, None);
    while let Some((kind, payload, after)) = next_frame(rest) {
        rest = after;
        match kind {
            TEXT => text = String::from_utf8(payload.to_vec()).ok(),
            FACTS => facts = serde_json::from_slice::<Facts>(payload).ok(),
            PICTURE if is_jpeg(payload) => picture = Some(payload.to_vec()),
            _ => {
                if let Some(trouble) = failure(kind, payload) {
                    return Some(Err(trouble));
                }
            }
        }
    }
    let (text, facts) = (text?, facts?);
    Some(Ok(Extracted {
        no_text: !text.chars().any(char::is_alphanumeric),
        text,
        pages: facts.pages,
        // Found out by the parent.
        language: None,
        thumbnail: picture,
        title: facts.title.as_deref().and_then(clean_title),
        cut: facts.cut,
    }))
}

/// What is behind the mark of an answer.
pub(crate) fn within_answer(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(MAGIC)
}

/// What a frame of this kind says went wrong, if it is one that does.
pub(crate) fn failure(kind: u8, payload: &[u8]) -> Option<Trouble> {
    (kind == FAILURE).then(|| {
        let said = String::from_utf8_lossy(payload);
        let (code, detail) = said.split_once('\n').unwrap_or((&said, ""));
        Trouble::from_code(code, detail.to_owned())
    })
}

pub(crate) fn next_frame(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (kind, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (payload, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((*kind, payload, rest))
}

/// What a JPEG begins with.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];

fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.len() <= THUMBNAIL_BYTES && bytes.starts_with(JPEG)
}

/// One line, without control characters, not too long; `None` when nothing is left.
pub(crate) fn clean_title(title: &str) -> Option<String> {
    let words: Vec<&str> =
        title.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line: String = words.join(" ").chars().take(TITLE_CHARS).collect();
    line.chars().any(char::is_alphanumeric).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::start(&mut bytes).unwrap();
        let facts = Facts { pages: Some(3), title: Some(" A\n title ".into()), cut: false };
        writer.found(&facts, "Un texte").unwrap();
        writer.picture(JPEG).unwrap();
        bytes
    }

    #[test]
    fn an_answer_comes_back() {
        let found = parse(&answer()).unwrap().unwrap();
        assert_eq!(found.text, "Un texte");
        assert_eq!((found.pages, found.title.as_deref()), (Some(3), Some("A title")));
        assert!(found.thumbnail.is_some() && !found.no_text);
    }

    #[test]
    fn half_an_answer_keeps_what_is_whole() {
        let bytes = answer();
        let found = parse(&bytes[..bytes.len() - 3]).unwrap().unwrap();
        assert_eq!((found.text.as_str(), found.thumbnail), ("Un texte", None));
        for end in 0..60 {
            let _ = parse(&bytes[..end]);
        }
        assert_eq!(parse(b""), None);
        assert_eq!(parse(b"hello"), None);
    }

    #[test]
    fn lies_are_left_out() {
        let mut bytes = Vec::new();
        let mut writer = Writer::start(&mut bytes).unwrap();
        writer.found(&Facts { title: Some("\u{0}\n…".into()), ..Facts::default() }, "…").unwrap();
        writer.picture(b"<svg onload=x>").unwrap();
        let found = parse(&bytes).unwrap().unwrap();
        assert_eq!((found.title, found.thumbnail, found.no_text), (None, None, true));
    }
}
