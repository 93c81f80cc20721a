//! Whether a text is an SVG, whatever stands before its first element.

use std::io::Read;

/// Bytes in which the first element must begin, after inflating.
const HEAD: u64 = 64 << 10;

pub(crate) fn is_svg(bytes: &[u8]) -> bool {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return starts_svg(bytes);
    }
    let mut head = Vec::new();
    // An error only ends it: what was inflated until then may do.
    let _ = flate2::read::GzDecoder::new(bytes).take(HEAD).read_to_end(&mut head);
    starts_svg(&head)
}

fn starts_svg(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD as usize)];
    match head {
        // The name is of plain letters, so that of UTF-16 half is enough.
        [0xFE, 0xFF, rest @ ..] => first_is_svg(&rest.iter().skip(1).step_by(2).copied().collect::<Vec<_>>()),
        [0xFF, 0xFE, rest @ ..] => first_is_svg(&rest.iter().step_by(2).copied().collect::<Vec<_>>()),
        [0xEF, 0xBB, 0xBF, rest @ ..] => first_is_svg(rest),
        _ => first_is_svg(head),
    }
}

fn first_is_svg(mut text: &[u8]) -> bool {
    loop {
        text = text.trim_ascii_start();
        let rest = if text.starts_with(b"<?") {
            after(text, b"?>")
        } else if text.starts_with(b"<!--") {
            after(text, b"-->")
        } else if text.starts_with(b"<!") {
            after_doctype(text)
        } else {
            return named_svg(text);
        };
        match rest {
            Some(rest) => text = rest,
            None => return false,
        }
    }
}

/// `<svg` or, with a namespace, `<s:svg`.
fn named_svg(text: &[u8]) -> bool {
    let Some(tag) = text.strip_prefix(b"<") else { return false };
    let end =
        tag.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).unwrap_or(tag.len());
    let name = tag[..end].rsplit(|byte| *byte == b':').next().unwrap_or_default();
    name.eq_ignore_ascii_case(b"svg")
}

fn after<'a>(text: &'a [u8], end: &[u8]) -> Option<&'a [u8]> {
    let at = text.windows(end.len()).position(|window| window == end)?;
    text.get(at + end.len()..)
}

/// A document type may have declarations of its own in brackets.
fn after_doctype(text: &[u8]) -> Option<&[u8]> {
    let first = text.iter().position(|byte| matches!(byte, b'[' | b'>'))?;
    if text[first] == b'>' {
        text.get(first + 1..)
    } else {
        after(&text[first..], b"]").and_then(|rest| after(rest, b">"))
    }
}
