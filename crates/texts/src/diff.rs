//! What changed between two texts, word by word, so that people can read it.

use std::time::Duration;

use similar::{Algorithm, ChangeTag, TextDiff};

/// How long a difference is looked for. Where that is not enough it is still right, with more of it marked than has to be.
const PATIENCE: Duration = Duration::from_millis(60);

/// Which of the texts has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Both.
    Both,
    /// The one before.
    Before,
    /// The one after.
    After,
}

/// Some words that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which of the texts has them.
    pub side: Side,
    /// The words, with the blanks between them.
    pub text: String,
}

/// The difference of two texts: all their words, in an order in which either text can be read. Words that changed beside each
/// other are one change, as people read them.
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_words(before, after);
    let mut run = Run::default();
    let mut changes = diff.iter_all_changes().peekable();
    while let Some(change) = changes.next() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Delete => run.before.push_str(text),
            ChangeTag::Insert => run.after.push_str(text),
            // A blank between two changes is of both.
            ChangeTag::Equal
                if run.is_change()
                    && text.chars().all(char::is_whitespace)
                    && changes.peek().is_some_and(|next| next.tag() != ChangeTag::Equal) =>
            {
                run.before.push_str(text);
                run.after.push_str(text);
            }
            ChangeTag::Equal => {
                run.end();
                run.push(Side::Both, text.to_owned());
            }
        }
    }
    run.end();
    run.pieces
}

/// A difference as HTML: what went is marked, and what came.
pub fn marked(pieces: &[Piece]) -> String {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let piece = |piece: &Piece| {
        let text = escape(&piece.text).replace('\n', "<br>");
        match piece.side {
            Side::Both => text,
            Side::Before => format!("<del>{text}</del>"),
            Side::After => format!("<ins>{text}</ins>"),
        }
    };
    pieces.iter().map(piece).collect()
}

/// Pieces that are made, and the change that is being read.
#[derive(Default)]
struct Run {
    pieces: Vec<Piece>,
    before: String,
    after: String,
}

impl Run {
    fn is_change(&self) -> bool {
        !self.before.is_empty() || !self.after.is_empty()
    }

    fn end(&mut self) {
        let (before, after) = (std::mem::take(&mut self.before), std::mem::take(&mut self.after));
        self.push(Side::Before, before);
        self.push(Side::After, after);
    }

    fn push(&mut self, side: Side, text: String) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.side == side => last.text.push_str(&text),
            _ => self.pieces.push(Piece { side, text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text of a side, as its reader puts it together.
    fn read(pieces: &[Piece], side: Side) -> String {
        pieces.iter().filter(|piece| piece.side == Side::Both || piece.side == side).map(|piece| &*piece.text).collect()
    }

    #[test]
    fn words_that_changed_are_marked_and_no_others() {
        let pieces = difference("two contacts, and two events in a year.", "two contacts, and one event in a year.");
        let changed: Vec<_> =
            pieces.iter().filter(|piece| piece.side != Side::Both).map(|piece| &*piece.text).collect();
        assert_eq!(changed, ["two events", "one event"], "{pieces:?}");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_in_it(before in "([a-cاب]{1,3}[ \n]{1,2}){0,12}", after in "([a-cاب]{1,3}[ \n]{1,2}){0,12}") {
            let pieces = difference(&before, &after);
            prop_assert_eq!(read(&pieces, Side::Before), before);
            prop_assert_eq!(read(&pieces, Side::After), after);
        }
    }

    #[test]
    fn a_difference_as_html_marks_and_escapes() {
        assert_eq!(marked(&difference("a <b> c", "a <b> d")), "a &lt;b&gt; <del>c</del><ins>d</ins>");
    }
}
