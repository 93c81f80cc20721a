//! Passwords: argon2id with its recommended cost, a few at a time.

use std::num::NonZero;
use std::sync::{Arc, LazyLock};
use std::thread::available_parallelism;

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use base::{Fail, FieldError, Result};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Characters of a password at least.
pub const LEAST_CHARS: usize = 12;
/// Characters of a password at most: beyond that it is no password but an attack.
pub const MOST_CHARS: usize = 200;
/// Characters of it that are judged: judging takes longer than its length.
const JUDGED_CHARS: usize = 100;
/// Guesses that finding a password must take, as a power of ten.
const LEAST_GUESSES: f64 = 9.0;
/// Words that somebody would try first here.
const OF_THE_HUB: [&str; 8] =
    ["strongcities", "strong", "cities", "motdepasse", "azertyuiop", "azerty", "administrateur", "bienvenue"];
/// Hashes computed at once at most: each takes 19 MiB, and a core for a while.
const AT_ONCE: usize = 4;

/// How many are computed at once here: half of the cores, so that whoever guesses takes none of the others from those who read.
fn at_once() -> usize {
    (available_parallelism().map_or(1, NonZero::get) / 2).clamp(1, AT_ONCE)
}

/// Hashing and checking, bounded.
pub struct Passwords;

static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(at_once())));
/// A hash of nothing anyone knows: checked where there is no account, so that both take as long.
static DECOY: LazyLock<String> = LazyLock::new(|| hash(&base::secret::new_secret()).unwrap_or_default());

/// A password as it is hashed and judged. One keyboard sends `é` as one letter, another as two; spaces and digits have
/// widths: NFKC (NIST SP 800-63B) makes all of them one, where NFC (RFC 8265) would leave the widths to their keyboards.
pub(crate) fn normal(password: &str) -> String {
    password.nfkc().collect()
}

/// Is it the text of this hash?
fn fits(text: &str, hash: &PasswordHash<'_>) -> bool {
    Argon2::default().verify_password(text.as_bytes(), hash).is_ok()
}

/// What checking a password says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is right.
    Right,
    /// It is right as it was typed: its hash is of an earlier version, and is to be made anew.
    RightAsTyped,
    /// It is wrong, or there is none.
    Wrong,
}

/// The hash of this text.
fn hash(password: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(Fail::internal)
}

async fn bounded<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let place = PLACES.clone().acquire_owned().await.map_err(Fail::internal)?;
    // Held until the work is done, also when nobody waits for it any more.
    let work = move || {
        let done = work();
        drop(place);
        done
    };
    tokio::task::spawn_blocking(work).await.map_err(Fail::internal)
}

impl Passwords {
    /// The hash to store.
    pub async fn hash(password: String) -> Result<String> {
        bounded(move || hash(&normal(&password))).await?
    }

    /// Is it the password of this hash? Without a hash the answer is no, after the same work.
    pub async fn check(password: String, stored: Option<String>) -> Result<Checked> {
        bounded(move || {
            let known = stored.is_some();
            let text = stored.unwrap_or_else(|| DECOY.clone());
            let Ok(hash) = PasswordHash::new(&text) else { return Checked::Wrong };
            let normal = normal(&password);
            let right = if fits(&normal, &hash) {
                Checked::Right
            } else if normal != password && fits(&password, &hash) {
                Checked::RightAsTyped
            } else {
                Checked::Wrong
            };
            if known { right } else { Checked::Wrong }
        })
        .await
    }
}

/// What is wrong with a new password, if anything: length, and being what anyone would try first.
pub fn weakness(field: &'static str, password: &str, email: &str, name: &str) -> Option<FieldError> {
    let password = normal(password);
    let length = password.chars().count();
    if length < LEAST_CHARS {
        return Some(FieldError::new(field, "error-password-short").with("least", LEAST_CHARS));
    }
    if length > MOST_CHARS {
        return Some(FieldError::new(field, "error-too-long").with("label", "password").with("max", MOST_CHARS));
    }
    let folded = base::fold::fold(&password);
    let kinds: std::collections::HashSet<char> = folded.chars().collect();
    let own = [email, email.split('@').next().unwrap_or_default(), name].iter().any(|own| {
        own.chars().count() >= 5 && folded.contains(&base::fold::fold(own)) && length < own.chars().count() + 6
    });
    (own || kinds.len() < 5 || is_common(&password, &[email, name]))
        .then(|| FieldError::new(field, "error-password-weak"))
}

/// Would it be found by trying common passwords and words, and what people make of them: capitals, digits for letters,
/// rows of keys, years, repetition?
fn is_common(password: &str, own: &[&str]) -> bool {
    let first: String = password.chars().take(JUDGED_CHARS).collect();
    let words: Vec<&str> = OF_THE_HUB.iter().chain(own).copied().collect();
    zxcvbn::zxcvbn(&first, &words).guesses_log10() < LEAST_GUESSES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_ones_are_told() {
        let weak = |password: &str| weakness("password", password, "amina@diffa.example", "Amina Example").is_some();
        for word in [
            "short",
            "aaaaaaaaaaaaaaa",
            "Password1234",
            "amina@diffa.example",
            "amina example1",
            "qwerty123456",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "iloveyou1234",
            "letmein12345",
            "administrator",
            "Passw0rd1234",
            "P@ssw0rd2026",
            "changeme1234",
            "welcome12345",
            "football1234",
            "azerty123456",
            "motdepasse2026",
            "strongcities1",
            "123456789012",
            "abcdefghijkl",
        ] {
            assert!(weak(word), "{word}");
        }
        for word in [
            "three quiet markets",
            "seven lamps by the sea",
            "nine lamps on a hill",
            "مدينة قوية على البحر",
            "Nine-Lamps-By-The-Sea",
            "lanterne rivage huit",
            "tq7-Vbx92-kLm",
        ] {
            assert!(!weak(word), "{word}");
        }
    }

    #[test]
    fn judging_takes_no_longer_than_a_moment() {
        let begun = std::time::Instant::now();
        for pattern in ["password", "1q2w3e4r", "a@4$s5", "ab", "2026-11-26 "] {
            weakness("password", &pattern.repeat(30).chars().take(MOST_CHARS).collect::<String>(), "a@b.org", "Amina");
        }
        // A debug build is twenty times slower than the program: this finds what grows without end.
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
        eprintln!("judged in {:?}", begun.elapsed());
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let stored = Passwords::hash("three quiet markets".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        let check =
            async |text: &str, stored: Option<&String>| Passwords::check(text.into(), stored.cloned()).await.unwrap();
        assert_eq!(check("three quiet markets", Some(&stored)).await, Checked::Right);
        assert_eq!(check("three quiet Markets", Some(&stored)).await, Checked::Wrong);
        assert_eq!(check("three quiet markets", None).await, Checked::Wrong);
    }

    #[tokio::test]
    async fn every_keyboard_types_the_same_password() {
        let [composed, decomposed] =
            ["trois march\u{e9}s calmes 27", "trois marche\u{301}s\u{a0}calmes \u{ff12}\u{ff17}"];
        let check = async |text: &str, stored: String| Passwords::check(text.into(), Some(stored)).await.unwrap();
        for (set, typed) in [(composed, decomposed), (decomposed, composed)] {
            let stored = Passwords::hash(set.into()).await.unwrap();
            assert_eq!(check(typed, stored).await, Checked::Right, "{set} {typed}");
        }
        // As an earlier version kept it.
        let old = hash(decomposed).unwrap();
        assert_eq!(check(decomposed, old.clone()).await, Checked::RightAsTyped);
        assert_eq!(check(composed, old).await, Checked::Wrong, "until it is made anew");
        assert!(weakness("password", "\u{ff41}\u{ff42}c", "", "").is_some());
    }
}
