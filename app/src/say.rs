//! What commands say. `println!` ends the program with a panic when nobody listens any more (`| head`); here the rest
//! is left unsaid, and the work goes on.

use std::fmt::Arguments;
use std::io::Write;

use base::letters::is_hidden;

/// Says a line.
pub(crate) fn line(text: Arguments<'_>) {
    let _ = writeln!(std::io::stdout().lock(), "{}", harmless(&text.to_string()));
}

/// A text without what a terminal would do rather than show: names in a manifest are anybody's.
fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() && !matches!(letter, '\n' | '\t') || is_hidden(letter) {
            harmless.extend(letter.escape_unicode());
        } else {
            harmless.push(letter);
        }
    }
    harmless
}

/// Says a text as it is.
pub(crate) fn text(text: Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_fmt(text).and_then(|()| out.flush());
}

/// Says a line of what went wrong.
pub(crate) fn trouble(text: Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{}", harmless(&text.to_string()));
}

/// Says a line, as `println!` does.
macro_rules! say {
    ($($arg:tt)*) => { $crate::say::line(format_args!($($arg)*)) };
}
pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_terminal_is_told_nothing_but_text() {
        assert_eq!(harmless("no\u{1b}[31m\u{7}\u{202e}fdp.txt"), "no\\u{1b}[31m\\u{7}\\u{202e}fdp.txt");
        assert_eq!(harmless("خطة\tÜbersicht\n"), "خطة\tÜbersicht\n");
    }
}
