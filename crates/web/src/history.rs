//! What became of a thing, step by step: drawn the same way on every page, by `parts/history.html`.

use base::Time;

/// A step: what the thing became, by whom and when.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it became, in the reader's language.
    pub now: String,
    /// Who did it, in words.
    pub by: String,
    /// When.
    pub at: Time,
    /// Why; may be empty.
    pub reason: String,
    /// What else stands there, as clean HTML; may be empty.
    pub below: String,
}
