//! Pictures: made ready for pages in a locked child, since a picture from outside is as hostile as a document.

use std::io::{self, Write};

use renditions::{CEILINGS, WIDTHS};

use crate::Trouble;
use crate::answer::{Writer, next_frame, within_answer};
use crate::guard::guarded;

/// The word by which a child makes renditions, in the place of a format.
pub(crate) const PICTURE_WORD: &str = "picture";

const SIZE: u8 = b'O';
const RENDITION: u8 = b'R';
const REFUSED: u8 = b'V';
/// Bytes of two numbers.
const TWO: usize = 8;

/// A picture that pages can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels of the original, as people see it.
    pub width: u32,
    /// Pixels of the original, as people see it.
    pub height: u32,
    /// From the narrowest to the widest, one to three, without any metadata.
    pub renditions: Vec<Rendition>,
}

/// A JPEG of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The file.
    pub jpeg: Vec<u8>,
}

/// Why there is no picture: a code of [`renditions::Refused::CODES`].
pub type NoPicture = &'static str;

/// What the child does: all of it, or why not.
pub(crate) fn work<W: Write>(file: &[u8], writer: &mut Writer<W>) -> io::Result<()> {
    match guarded(|| renditions::render(file)) {
        Err(trouble) => writer.failure(&trouble),
        Ok(Err(refused)) => writer.frame(REFUSED, refused.code().as_bytes()),
        Ok(Ok(picture)) => {
            for rendition in &picture.renditions {
                let size = two(rendition.width, rendition.height);
                writer.frame(RENDITION, &[size.as_slice(), &rendition.jpeg].concat())?;
            }
            // The last: what comes with it is whole.
            writer.frame(SIZE, &two(picture.width, picture.height))
        }
    }
}

fn two(width: u32, height: u32) -> [u8; TWO] {
    let mut bytes = [0; TWO];
    bytes[..4].copy_from_slice(&width.to_le_bytes());
    bytes[4..].copy_from_slice(&height.to_le_bytes());
    bytes
}

fn of_two(bytes: &[u8]) -> Option<(u32, u32, &[u8])> {
    let (width, rest) = bytes.split_first_chunk::<4>()?;
    let (height, rest) = rest.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*width), u32::from_le_bytes(*height), rest))
}

/// What came through the pipe, if it is whole and nothing that a child could not have said.
pub(crate) fn parse(bytes: &[u8]) -> Option<Result<Result<Picture, NoPicture>, Trouble>> {
    let mut rest = within_answer(bytes)?;
    let mut renditions = Vec::new();
    while let Some((kind, payload, after)) = next_frame(rest) {
        rest = after;
        match kind {
            RENDITION => renditions.push(rendition(payload)?),
            REFUSED => {
                let code = std::str::from_utf8(payload).ok()?;
                return renditions::Refused::CODES.into_iter().find(|own| *own == code).map(|code| Ok(Err(code)));
            }
            SIZE => {
                let (width, height, _) = of_two(payload)?;
                let right = !renditions.is_empty() && renditions.len() <= WIDTHS.len() && width > 0 && height > 0;
                return right.then_some(Ok(Ok(Picture { width, height, renditions })));
            }
            _ => return crate::answer::failure(kind, payload).map(Err),
        }
    }
    None
}

fn rendition(payload: &[u8]) -> Option<Rendition> {
    let (width, height, jpeg) = of_two(payload)?;
    let bytes = CEILINGS.into_iter().max()?;
    let right = width > 0 && height > 0 && width <= WIDTHS.into_iter().max()? && jpeg.len() <= bytes;
    (right && jpeg.starts_with(&[0xff, 0xd8, 0xff])).then(|| Rendition { width, height, jpeg: jpeg.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(frames: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::start(&mut bytes).unwrap();
        for (kind, payload) in frames {
            writer.frame(*kind, payload).unwrap();
        }
        bytes
    }

    fn jpeg(width: u32) -> (u8, Vec<u8>) {
        (RENDITION, [two(width, 3).as_slice(), &[0xff, 0xd8, 0xff, 0xd9]].concat())
    }

    #[test]
    fn an_answer_comes_back_whole_or_not_at_all() {
        let whole = said(&[jpeg(400), jpeg(800), (SIZE, two(900, 7).to_vec())]);
        let picture = parse(&whole).unwrap().unwrap().unwrap();
        assert_eq!((picture.width, picture.height, picture.renditions.len()), (900, 7, 2));
        for end in 0..whole.len() {
            assert_eq!(parse(&whole[..end]), None, "{end}");
        }
    }

    #[test]
    fn lies_are_no_pictures() {
        let size = || (SIZE, two(9, 9).to_vec());
        for lie in [
            said(&[size()]),
            said(&[jpeg(1601), size()]),
            said(&[jpeg(0), size()]),
            said(&[(RENDITION, [two(4, 4).as_slice(), b"<svg>"].concat()), size()]),
            said(&[(RENDITION, [two(4, 4).as_slice(), &[0xff, 0xd8, 0xff], &[0; 250_001]].concat()), size()]),
            said(&[jpeg(1), jpeg(2), jpeg(3), jpeg(4), size()]),
            said(&[(REFUSED, b"never heard of".to_vec())]),
        ] {
            assert_eq!(parse(&lie), None);
        }
        assert_eq!(parse(&said(&[(REFUSED, b"svg".to_vec())])), Some(Ok(Err("svg"))));
    }
}
