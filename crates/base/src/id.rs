//! Identifiers: 63-bit numbers that grow with time, written as 13 letters in addresses.
//!
//! A number rather than a UUID because the search index, both engines and the address bar all hold
//! it in its natural form. Ids are names, never secrets: what may be seen is decided by `access`.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

use crate::clock::Clock;

/// Crockford's base 32: no letter that looks like another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters in a written id.
const WRITTEN: usize = 13;
/// Milliseconds from the Unix epoch to 2020-01-01, where our ids begin.
const EPOCH_MS: i64 = 1_577_836_800_000;
/// Bits below the millisecond, filled at random.
const RANDOM_BITS: u32 = 21;

/// Writes a number as 13 lower-case letters.
pub fn write_id(mut number: i64) -> String {
    let mut letters = [b'0'; WRITTEN];
    for letter in letters.iter_mut().rev() {
        *letter = ALPHABET[(number & 31) as usize];
        number >>= 5;
    }
    String::from_utf8_lossy(&letters).into_owned()
}

/// Reads what [`write_id`] wrote; nothing else.
pub fn read_id(text: &str) -> Option<i64> {
    if text.len() != WRITTEN {
        return None;
    }
    let mut number: i64 = 0;
    for letter in text.bytes() {
        let digit = ALPHABET.iter().position(|known| *known == letter)?;
        number = number.checked_mul(32)?.checked_add(digit as i64)?;
    }
    Some(number)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&write_id(self.0))
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_id(text).map(Self).ok_or(NotAnId)
            }
        }
        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )*};
}

ids! {
    /// A member city.
    CityId,
    /// A person with an account.
    PersonId,
    /// A document of the library.
    DocumentId,
    /// An organisation with which the network, or one of its cities, works.
    OrganisationId
}

/// The text is not 13 letters of our alphabet.
#[derive(Debug, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// Makes ids: milliseconds since 2020 above 21 random bits, strictly growing within a process.
#[derive(Clone)]
pub struct Ids {
    clock: Arc<dyn Clock>,
    last: Arc<AtomicI64>,
}

impl Ids {
    /// Ids that follow this clock.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, last: Arc::new(AtomicI64::new(0)) }
    }

    /// The next id. Two nodes meet in the same number once in two million of the same millisecond;
    /// the primary key then refuses the second one.
    pub fn next(&self) -> i64 {
        let millis = self.clock.now().timestamp_millis() - EPOCH_MS;
        let random = i64::from(crate::secret::random_u32() >> (32 - RANDOM_BITS));
        let wanted = (millis.max(0) << RANDOM_BITS) | random;
        let step = |last: i64| Some(if wanted > last { wanted } else { last + 1 });
        match self.last.fetch_update(Ordering::SeqCst, Ordering::SeqCst, step) {
            Ok(last) | Err(last) => step(last).unwrap_or(wanted),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(number in 0i64..) {
            prop_assert_eq!(read_id(&write_id(number)), Some(number));
        }
        #[test]
        fn nothing_else_is_read(text in ".{0,20}") {
            if let Some(number) = read_id(&text) {
                prop_assert_eq!(write_id(number), text);
            }
        }
    }

    #[test]
    fn ids_grow() {
        let ids = Ids::new(Arc::new(SystemClock));
        let many: Vec<i64> = (0..10_000).map(|_| ids.next()).collect();
        assert!(many.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
