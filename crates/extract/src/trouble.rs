//! Why a file gave nothing.

/// Why nothing could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The file wants a password.
    #[error("the file wants a password")]
    Encrypted,
    /// The file is not what its format asks for. The text is for the log, not for people.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The file, or what inflates from it, is over a limit.
    #[error("the file is too large, or inflates to something too large")]
    TooLarge,
    /// Reading took longer than the limit, of wall or processor time.
    #[error("reading the file took too long")]
    TooSlow,
    /// Reading needed more memory than the limit.
    #[error("reading the file needed too much memory")]
    OutOfMemory,
    /// The reader failed, or tried what it may not do. The text is for the log.
    #[error("the reader of the file crashed: {0}")]
    Crashed(String),
    /// This kernel cannot lock the child up, and the settings do not allow going on without.
    #[error("this system cannot lock the reader up")]
    Unlocked,
    /// The child could not be started or spoken with: a matter of this machine, not of the file. Trying later may help.
    #[error("the reader could not be run: {0}")]
    Io(String),
}

impl Trouble {
    /// Every code, for a test that the words files have them all.
    pub const CODES: [&'static str; 8] =
        ["encrypted", "damaged", "too-large", "too-slow", "out-of-memory", "crashed", "unlocked", "io"];

    /// Stable name of the trouble, for words files and stored rows.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Trouble::Encrypted => "encrypted",
            Trouble::Damaged(_) => "damaged",
            Trouble::TooLarge => "too-large",
            Trouble::TooSlow => "too-slow",
            Trouble::OutOfMemory => "out-of-memory",
            Trouble::Crashed(_) => "crashed",
            Trouble::Unlocked => "unlocked",
            Trouble::Io(_) => "io",
        }
    }

    /// Whether the same file may be read well later: the trouble lies with this machine.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(self, Trouble::Io(_) | Trouble::Unlocked)
    }

    pub(crate) fn from_code(code: &str, detail: String) -> Trouble {
        match code {
            "encrypted" => Trouble::Encrypted,
            "damaged" => Trouble::Damaged(detail),
            "too-large" => Trouble::TooLarge,
            "too-slow" => Trouble::TooSlow,
            "out-of-memory" => Trouble::OutOfMemory,
            "unlocked" => Trouble::Unlocked,
            "io" => Trouble::Io(detail),
            _ => Trouble::Crashed(detail),
        }
    }

    pub(crate) fn detail(&self) -> &str {
        match self {
            Trouble::Damaged(detail) | Trouble::Crashed(detail) | Trouble::Io(detail) => detail,
            _ => "",
        }
    }

    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Trouble {
        Trouble::Damaged(detail.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for code in Trouble::CODES {
            assert_eq!(Trouble::from_code(code, String::new()).code(), code);
        }
    }
}
