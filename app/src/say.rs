//! What commands say. `println!` ends the program with a panic when nobody listens any more (`| head`); here the rest
//! is left unsaid, and the work goes on.

use std::fmt::Arguments;
use std::io::Write;

/// Says a line.
pub(crate) fn line(text: Arguments<'_>) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Says a text as it is.
pub(crate) fn text(text: Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_fmt(text).and_then(|()| out.flush());
}

/// Says a line of what went wrong.
pub(crate) fn trouble(text: Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Says a line, as `println!` does.
macro_rules! say {
    ($($arg:tt)*) => { $crate::say::line(format_args!($($arg)*)) };
}
pub(crate) use say;
