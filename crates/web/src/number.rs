//! The number of a request: what a person reads on an error page, and what an operator looks for in the log.

use std::fmt;
use std::sync::Arc;

/// Letters of it: enough to tell the requests of a year apart, few enough to be read out.
const LETTERS: usize = 8;

/// Eight letters, of which none looks like another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Arc<str>);

impl Number {
    /// A new one.
    pub fn new() -> Number {
        let random = (u64::from(base::secret::random_u32()) << 32) | u64::from(base::secret::random_u32());
        let written = base::id::write_id(i64::try_from(random >> 1).unwrap_or(i64::MAX));
        Number(written[written.len() - LETTERS..].into())
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Number {
    fn default() -> Number {
        Number::new()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_not_the_same() {
        let many: std::collections::HashSet<String> = (0..1_000).map(|_| Number::new().to_string()).collect();
        assert_eq!(many.len(), 1_000);
        assert!(
            many.iter()
                .all(|number| number.len() == LETTERS && number.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        );
    }
}
