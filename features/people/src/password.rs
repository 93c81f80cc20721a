//! Passwords: argon2id with its recommended cost, a few at a time.

use std::sync::{Arc, LazyLock};

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use base::{Fail, FieldError, Result};
use tokio::sync::Semaphore;

/// Characters of a password at least.
pub const LEAST_CHARS: usize = 12;
/// Characters of a password at most: beyond that it is no password but an attack.
pub const MOST_CHARS: usize = 200;
/// Hashes computed at once: each takes 19 MiB and a core for a while.
const AT_ONCE: usize = 2;

/// Hashing and checking, bounded.
pub struct Passwords;

static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(AT_ONCE)));
/// A hash of nothing anyone knows: checked where there is no account, so that both take as long.
static DECOY: LazyLock<String> = LazyLock::new(|| hash(&base::secret::new_secret()).unwrap_or_default());

fn hash(password: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(Fail::internal)
}

async fn bounded<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let place = PLACES.clone().acquire_owned().await.map_err(Fail::internal)?;
    let result = tokio::task::spawn_blocking(work).await.map_err(Fail::internal);
    drop(place);
    result
}

impl Passwords {
    /// The hash to store.
    pub async fn hash(password: String) -> Result<String> {
        bounded(move || hash(&password)).await?
    }

    /// Is it the password of this hash? Without a hash the answer is no, after the same work.
    pub async fn check(password: String, stored: Option<String>) -> Result<bool> {
        bounded(move || {
            let known = stored.is_some();
            let text = stored.unwrap_or_else(|| DECOY.clone());
            let right = PasswordHash::new(&text)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            known && right
        })
        .await
    }
}

/// What is wrong with a new password, if anything: length, and being what anyone would try first.
pub fn weakness(field: &'static str, password: &str, email: &str, name: &str) -> Option<FieldError> {
    let length = password.chars().count();
    if length < LEAST_CHARS {
        return Some(FieldError::new(field, "error-password-short").with("least", LEAST_CHARS));
    }
    if length > MOST_CHARS {
        return Some(FieldError::new(field, "error-too-long").with("max", MOST_CHARS));
    }
    let folded = base::fold::fold(password);
    let kinds: std::collections::HashSet<char> = folded.chars().collect();
    let guessable = ["password", "motdepasse", "strongcities", "123456789", "qwertyuiop", "azertyuiop"]
        .iter()
        .any(|common| folded.contains(common) && folded.chars().count() < common.len() + 5);
    let own = [email, email.split('@').next().unwrap_or_default(), name].iter().any(|own| {
        own.chars().count() >= 5 && folded.contains(&base::fold::fold(own)) && length < own.chars().count() + 6
    });
    (guessable || own || kinds.len() < 5).then(|| FieldError::new(field, "error-password-weak"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_ones_are_told() {
        let weak = |password: &str| weakness("password", password, "amina@diffa.example", "Amina Example").is_some();
        for word in ["short", "aaaaaaaaaaaaaaa", "Password1234", "amina@diffa.example", "amina example1"] {
            assert!(weak(word), "{word}");
        }
        for word in ["three quiet markets", "مدينة قوية على البحر", "Nine-Lamps-By-The-Sea"] {
            assert!(!weak(word), "{word}");
        }
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let stored = Passwords::hash("three quiet markets".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(Passwords::check("three quiet markets".into(), Some(stored.clone())).await.unwrap());
        assert!(!Passwords::check("three quiet Markets".into(), Some(stored)).await.unwrap());
        assert!(!Passwords::check("three quiet markets".into(), None).await.unwrap());
    }
}
