//! A text in pieces that together are the text: paragraphs, and the blank lines between them.

/// A text in pieces: `gaps[0] paragraphs[0] gaps[1] … paragraphs[n-1] gaps[n]`.
#[derive(Debug, PartialEq, Eq)]
pub struct Pieces<'a> {
    /// Each begins and ends with a line that is not blank, without the line break at its end.
    pub paragraphs: Vec<&'a str>,
    /// Line breaks and blank lines, one more than paragraphs; the first and the last are often empty.
    pub gaps: Vec<&'a str>,
}

/// Splits at blank lines. Line breaks are `\n` and `\r\n`.
pub fn pieces(text: &str) -> Pieces<'_> {
    let (mut paragraphs, mut gaps) = (Vec::new(), Vec::new());
    let mut rest = text;
    loop {
        let (gap, after) = rest.split_at(gap_end(rest, paragraphs.is_empty()));
        gaps.push(gap);
        if after.is_empty() {
            return Pieces { paragraphs, gaps };
        }
        let (paragraph, after) = after.split_at(paragraph_end(after));
        paragraphs.push(paragraph);
        rest = after;
    }
}

/// Where the blank lines end. But for the first, a gap begins with the end of the paragraph's last line.
fn gap_end(text: &str, first: bool) -> usize {
    let mut end = if first { 0 } else { line(text).len() };
    while end < text.len() && is_blank(line(&text[end..])) {
        end += line(&text[end..]).len();
    }
    end
}

/// Where the last line before a blank one, or before the end, ends: its line break is not of the paragraph.
fn paragraph_end(text: &str) -> usize {
    let mut end = 0;
    let mut content = 0;
    while end < text.len() {
        let line = line(&text[end..]);
        if is_blank(line) {
            break;
        }
        content = end + without_break(line).len();
        end += line.len();
    }
    content
}

/// The first line, with its line break.
fn line(text: &str) -> &str {
    text.split_inclusive('\n').next().unwrap_or_default()
}

fn without_break(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

fn is_blank(line: &str) -> bool {
    crate::chars::is_blank(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn joined(pieces: &Pieces<'_>) -> String {
        let mut text = pieces.gaps[0].to_owned();
        for (paragraph, gap) in pieces.paragraphs.iter().zip(&pieces.gaps[1..]) {
            text.push_str(paragraph);
            text.push_str(gap);
        }
        text
    }

    #[test]
    fn paragraphs_keep_their_lines_and_lose_the_blank_ones() {
        let split = pieces("\n \n# Title\n\n  One\ntwo  \r\n\r\n\t\r\n* three\n");
        assert_eq!(split.paragraphs, ["# Title", "  One\ntwo  ", "* three"]);
        assert_eq!(split.gaps, ["\n \n", "\n\n", "\r\n\r\n\t\r\n", "\n"]);
        assert_eq!(pieces(""), Pieces { paragraphs: vec![], gaps: vec![""] });
        assert_eq!(pieces(" \n"), Pieces { paragraphs: vec![], gaps: vec![" \n"] });
        assert_eq!(pieces("a"), Pieces { paragraphs: vec!["a"], gaps: vec!["", ""] });
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "[a \t\r\n\u{85}é]{0,40}") {
            let split = pieces(&text);
            prop_assert_eq!(split.gaps.len(), split.paragraphs.len() + 1);
            prop_assert!(split.paragraphs.iter().all(|paragraph| !is_blank(paragraph)));
            prop_assert!(split.gaps.iter().all(|gap| is_blank(gap)));
            prop_assert_eq!(joined(&split), text);
        }
    }
}
