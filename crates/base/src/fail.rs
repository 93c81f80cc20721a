//! What can go wrong, in the kinds that a person can meet.

/// The usual result.
pub type Result<T, E = Fail> = std::result::Result<T, E>;

/// One thing wrong with one field of a form: the field's name and the key of the words that say
/// what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form; empty for the form as a whole.
    pub field: &'static str,
    /// Key of the message in the words files.
    pub message: &'static str,
    /// What the message mentions: `(name, text)`.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// A message without arguments.
    pub fn new(field: &'static str, message: &'static str) -> Self {
        Self { field, message, args: Vec::new() }
    }

    /// Adds what the message mentions.
    pub fn with(mut self, name: &'static str, text: impl ToString) -> Self {
        self.args.push((name, text.to_string()));
        self
    }
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Fail {
    /// Does not exist, or not for this reader: 404.
    #[error("not found")]
    NotFound,
    /// It has another address for good: 301, and for a form 409. In the path that was asked for, the part `was` is `now` today.
    #[error("moved: {was} is {now} now")]
    Moved {
        /// A part of the path, between two strokes.
        was: String,
        /// What stands there from now on.
        now: String,
    },
    /// Visible, but not theirs to do: 403.
    #[error("forbidden")]
    Forbidden,
    /// A form that did not come from a page of this hub: 403.
    #[error("from another site")]
    Foreign,
    /// They look at the hub as somebody with another role, and do something, or ask for what they may not see themselves: 403.
    #[error("looking as a role")]
    Looking,
    /// Must sign in first: leads to the sign-in page, or 401 in JSON.
    #[error("sign in first")]
    SignIn,
    /// Is signed in, and must show once more who they are: leads to the page for it, or 401 in JSON.
    #[error("sign in again")]
    SignInAgain,
    /// The input needs another look: 422, beside the fields.
    #[error("invalid input")]
    Invalid(Vec<FieldError>),
    /// Someone changed it meanwhile, or another rule stands against it: 409. Names the rule that said no.
    #[error("conflict: {0}")]
    Conflict(String),
    /// There is one already: 409. Names what must be the only one, as `people.email`, the same on both engines.
    #[error("taken: {0}")]
    Taken(String),
    /// More bytes than allowed: 413. Holds the limit in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// Too many tries: 429. Holds the seconds to wait.
    #[error("too many tries, wait {0} s")]
    TooMany(u64),
    /// What was sent came slower than it may: 408.
    #[error("sent too slowly")]
    Slow,
    /// More is asked at this moment than can be done; nothing was begun: 503. Holds the seconds to wait.
    #[error("busy, wait {0} s")]
    Busy(u64),
    /// A part that is needed does not answer; the same request may work later: 503.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Others were in the way; nothing was done, and the same again may pass at once: 503.
    #[error("contended: {0}")]
    Contended(String),
    /// Our own mistake: 500. The text is for the log, never for the page.
    #[error("internal: {0}")]
    Internal(String),
}

impl Fail {
    /// Our own mistake, with what the log should say, and where it was noticed.
    #[track_caller]
    pub fn internal(reason: impl std::fmt::Display) -> Self {
        let place = std::panic::Location::caller();
        // Handed over as a function it is called from the library, which tells nothing.
        let ours = !place.file().starts_with("/rustc");
        Fail::Internal(if ours { format!("{reason} ({}:{})", place.file(), place.line()) } else { reason.to_string() })
    }

    /// Our own mistake, with the error and all that caused it.
    #[track_caller]
    pub fn of(error: &(dyn std::error::Error + 'static)) -> Self {
        Fail::internal(chain(error))
    }

    /// One wrong field.
    pub fn field(field: &'static str, message: &'static str) -> Self {
        Fail::Invalid(vec![FieldError::new(field, message)])
    }

    /// The HTTP status it answers with.
    pub const fn status(&self) -> u16 {
        match self {
            Fail::NotFound => 404,
            Fail::Moved { .. } => 301,
            Fail::Forbidden | Fail::Foreign | Fail::Looking => 403,
            Fail::SignIn | Fail::SignInAgain => 401,
            Fail::Invalid(_) => 422,
            Fail::Conflict(_) | Fail::Taken(_) => 409,
            Fail::TooLarge(_) => 413,
            Fail::TooMany(_) => 429,
            Fail::Slow => 408,
            Fail::Busy(_) | Fail::Contended(_) | Fail::Unavailable(_) => 503,
            Fail::Internal(_) => 500,
        }
    }
}

/// An error with all that caused it, each said once.
pub fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(own) = cause {
        let more = own.to_string();
        if !text.contains(&more) {
            text.push_str(": ");
            text.push_str(&more);
        }
        cause = own.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the outside")]
    struct Outside(#[source] std::io::Error);

    #[test]
    fn a_mistake_says_what_caused_it_and_where() {
        let fail = Fail::of(&Outside(std::io::Error::other("the inside")));
        let text = fail.to_string();
        assert!(text.contains("the outside: the inside") && text.contains("fail.rs:"), "{text}");
    }
}
