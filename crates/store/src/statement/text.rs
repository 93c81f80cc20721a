//! Text with `?` for each of its values.

use base::{Fail, Result};

use crate::value::Value;

/// What stands for the `?` of a piece of text: one value, several as `params![…]`, none as `()`.
pub trait Values {
    /// In their order.
    fn values(self) -> Vec<Value>;
}

impl Values for () {
    fn values(self) -> Vec<Value> {
        Vec::new()
    }
}

impl Values for Vec<Value> {
    fn values(self) -> Vec<Value> {
        self
    }
}

impl<T: Into<Value>> Values for T {
    fn values(self) -> Vec<Value> {
        vec![self.into()]
    }
}

/// A text and the values of its `?`.
#[derive(Clone, Debug)]
pub(super) struct Text {
    text: String,
    values: Vec<Value>,
    /// Each piece has as many values as `?`: one too few here and one too many there would make every other one
    /// something else.
    fits: bool,
}

impl Text {
    pub(super) fn new(text: impl Into<String>, values: impl Values) -> Text {
        let (text, values) = (text.into(), values.values());
        let fits = marks(&text) == Some(values.len());
        Text { text, values, fits }
    }

    /// With this behind it.
    pub(super) fn then(mut self, joint: &str, next: Text) -> Text {
        self.text.push_str(joint);
        self.text.push_str(&next.text);
        self.values.extend(next.values);
        self.fits &= next.fits;
        self
    }

    /// Between these two, which have no values.
    pub(super) fn within(mut self, before: &str, after: &str) -> Text {
        self.text = format!("{before}{}{after}", self.text);
        self
    }

    /// Cannot be run.
    pub(super) fn unfit(mut self) -> Text {
        self.fits = false;
        self
    }

    /// With `$1`, `$2` … for `?`.
    ///
    /// # Errors
    /// Our own mistake: a piece has more or fewer values than places for them.
    pub(super) fn numbered(self) -> Result<(String, Vec<Value>)> {
        if !self.fits {
            return Err(Fail::internal(format!("a statement whose values do not fit its text: {}", self.text)));
        }
        let mut text = String::with_capacity(self.text.len() + 2 * self.values.len());
        let mut number = 0;
        for (letter, quoted) in letters(&self.text) {
            if letter == '?' && !quoted {
                number += 1;
                text.push_str(&format!("${number}"));
            } else {
                text.push(letter);
            }
        }
        Ok((text, self.values))
    }
}

/// Each letter, and whether it stands between quotes.
fn letters(text: &str) -> impl Iterator<Item = (char, bool)> {
    text.chars().scan(false, |quoted, letter| {
        if letter == '\'' {
            *quoted = !*quoted;
        }
        Some((letter, *quoted))
    })
}

/// How many values a text has places for; none where it numbers them itself.
fn marks(text: &str) -> Option<usize> {
    let plain = || letters(text).filter(|(_, quoted)| !quoted);
    let by_hand = plain().any(|(letter, _)| letter == '$');
    (!by_hand).then(|| plain().filter(|(letter, _)| *letter == '?').count())
}
