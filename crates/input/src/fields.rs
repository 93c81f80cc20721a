//! The fields of a form or a query.

use base::letters::{is_hidden, is_line_end};

/// The fields of a form or a query, in order, each as often as it was sent. Reading a feature's own
/// fields by name is what keeps a posted extra field without effect.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`.
    pub fn parse(text: &str) -> Fields {
        Fields::parse_bytes(text.as_bytes())
    }

    /// The same of what may be no text: what cannot be read is marked as such.
    pub fn parse_bytes(bytes: &[u8]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in url::form_urlencoded::parse(bytes).take(1_000) {
            fields.push(&name, value);
        }
        fields
    }

    /// The first value of a field, trimmed of nothing; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// One line: control characters, letters that nobody sees and outer spaces forgiven.
    pub fn line(&self, name: &str) -> String {
        let seen = self.get(name).chars().filter(|letter| !is_hidden(*letter));
        let text: String =
            seen.map(|letter| if letter.is_control() || is_line_end(letter) { ' ' } else { letter }).collect();
        text.trim().to_owned()
    }

    /// A text of several lines, line ends made one kind, without letters that nobody sees.
    pub fn text(&self, name: &str) -> String {
        let lines = self.get(name).replace("\r\n", "\n");
        let text: String = lines
            .chars()
            .map(|letter| if is_line_end(letter) { '\n' } else { letter })
            .filter(|letter| *letter == '\n' || !(letter.is_control() || is_hidden(*letter)))
            .collect();
        text.trim().to_owned()
    }

    /// A number as people write it, in the digits that [`str::parse`] reads: Arabic and Persian digits are digits, spaces
    /// and marks that group thousands go, and the Arabic decimal mark is a point.
    pub fn number(&self, name: &str) -> String {
        let text = self.line(name);
        text.chars()
            .filter(|letter| !matches!(letter, ' ' | '٬' | '\u{a0}' | '\u{202f}'))
            .map(|letter| match letter {
                '٠'..='٩' => ascii_digit(letter, '٠'),
                '۰'..='۹' => ascii_digit(letter, '۰'),
                '٫' => '.',
                '−' => '-',
                other => other,
            })
            .collect()
    }

    /// All values of a field, empty ones left out.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str()).collect()
    }

    /// Was this value sent for this field?
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(own, sent)| own == name && sent == value)
    }

    /// Adds a value.
    pub fn push(&mut self, name: &str, value: impl ToString) {
        // PostgreSQL takes no NUL in a text, and nobody means one.
        self.0.push((name.replace('\0', ""), value.to_string().replace('\0', "")));
    }

    /// Sets a field to one value.
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.0.retain(|(own, _)| own != name);
        self.push(name, value);
    }

    /// Adds a value; for building.
    pub fn with(mut self, name: &str, value: impl ToString) -> Fields {
        self.push(name, value);
        self
    }

    /// The same, these first and in this order; of those that were not sent (a choice that was not made) an empty one. So what is wrong
    /// with them is told in the order of the page.
    pub fn in_order(&self, names: &[&str]) -> Fields {
        let first = names.iter().flat_map(|name| {
            let sent: Vec<&str> = self.all(name);
            let sent = if sent.is_empty() { vec![""] } else { sent };
            sent.into_iter().map(|value| ((*name).to_owned(), value.to_owned()))
        });
        let others = self.0.iter().filter(|(name, _)| !names.contains(&name.as_str())).cloned();
        Fields(first.chain(others).collect())
    }

    /// All as they were sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn ascii_digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_that_nobody_sees_go_and_joiners_stay() {
        let fields = Fields::default()
            .with("a", " plan\u{202e}fdp\u{2028}next\u{200b}\u{feff}\u{e0041} ")
            .with("b", "one\u{2029}two\r\nthree\u{2066}\u{202a}")
            .with("c", "می\u{200c}خواهم \u{200d}x \u{200f}2024");
        assert_eq!(fields.line("a"), "planfdp next");
        assert_eq!(fields.text("a"), "planfdp\nnext");
        assert_eq!(fields.text("b"), "one\ntwo\nthree");
        assert_eq!(fields.line("c"), "می\u{200c}خواهم \u{200d}x \u{200f}2024");
    }

    proptest! {
        #[test]
        fn no_line_holds_what_nobody_sees(text in "\\PC{0,40}|[\u{200b}-\u{202f}\u{2060}-\u{206f}\u{e0000}-\u{e007f}a]{0,40}") {
            let fields = Fields::default().with("x", text);
            let hides = |letter: char| letter.is_control() || is_hidden(letter) || is_line_end(letter);
            prop_assert!(!fields.line("x").chars().any(hides));
            prop_assert!(!fields.text("x").chars().any(|letter| letter != '\n' && hides(letter)));
        }
    }
}
