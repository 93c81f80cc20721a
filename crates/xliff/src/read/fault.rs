//! What the parser says, as a refusal.

use quick_xml::Error;
use quick_xml::errors::SyntaxError;
use quick_xml::escape::EscapeError;

use crate::refused::{Refused, word};

/// A refusal for an error of the parser in this line.
pub fn refusal(error: &Error, line: usize) -> Refused {
    match error {
        // Whatever it may say behind that.
        Error::Syntax(SyntaxError::UnclosedDoctype) => Refused::Doctype { line },
        Error::Syntax(SyntaxError::InvalidBangMarkup) => malformed(line, error),
        // All others are a beginning without end.
        Error::Syntax(_) => Refused::Cut { line },
        Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => Refused::Entity { line, name: word(name) },
        _ => malformed(line, error),
    }
}

/// Not well-formed, for this reason.
pub fn malformed(line: usize, why: impl std::fmt::Display) -> Refused {
    Refused::Malformed { line, why: word(&why.to_string()) }
}
