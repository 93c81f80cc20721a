//! Random bytes from the system, and secrets that travel in links and cookies.

/// Bytes of randomness in a secret: 256 bits, beyond guessing.
pub const SECRET_BYTES: usize = 32;
/// Letters of a written secret (hexadecimal).
pub const SECRET_LETTERS: usize = SECRET_BYTES * 2;

fn fill(bytes: &mut [u8]) {
    // Without randomness no secret is one: there is no sensible way to go on.
    getrandom::fill(bytes).expect("the system gives random bytes");
}

/// So many random bytes.
pub fn random<const BYTES: usize>() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    fill(&mut bytes);
    bytes
}

/// 32 random bits.
pub fn random_u32() -> u32 {
    u32::from_le_bytes(random())
}

/// A fresh secret for a link or a cookie, as 64 hexadecimal letters. Only its hash is stored.
pub fn new_secret() -> String {
    hex(&random::<SECRET_BYTES>())
}

/// The SHA-256 of a text, in hexadecimal: what is stored of a secret.
pub fn hash(text: &str) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(text))
}

/// The SHA-256 of these bytes, one behind the other.
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
