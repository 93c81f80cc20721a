//! The master key: what it seals only this hub can read again, what it signs only this hub can have made. It lives outside the
//! database, so that whoever has a copy of that has no secret of it. Several lines are several keys: the first seals and signs,
//! the others still open and prove what they once did, until nothing of theirs is left.
//!
//! From each master a key of its own is derived for each purpose (HKDF-SHA-256, RFC 5869); sealed is with AES-256-GCM, signed with
//! HMAC-SHA-256 (RFC 2104).

use base::secret::{hex, new_secret};
use base::{Fail, Result};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::hmac;

/// Bytes of a master key.
const MASTER_BYTES: usize = 32;
/// Keys that a file holds at most.
const KEYS: usize = 8;
/// Letters of a key's name.
const NAME_LETTERS: usize = 8;
/// Bytes of a signature that are kept: 128 bits, beyond guessing.
const SIGNATURE_BYTES: usize = 16;

/// The master keys of this hub.
#[derive(Clone)]
pub struct Keys(Vec<Master>);

#[derive(Clone)]
struct Master {
    /// Tells keys apart and says nothing about them.
    name: String,
    root: Prk,
}

/// Keys are never printed.
impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.names().collect::<Vec<_>>().join(", "))
    }
}

/// Length of what is derived.
struct Bytes(usize);

impl KeyType for Bytes {
    fn len(&self) -> usize {
        self.0
    }
}

impl Master {
    fn new(bytes: &[u8]) -> Master {
        let root = Salt::new(HKDF_SHA256, b"strong-cities master key").extract(bytes);
        let name = derived(&root, "name");
        Master { name: hex(&name)[..NAME_LETTERS].to_owned(), root }
    }

    fn sealing(&self, purpose: &str) -> Result<LessSafeKey> {
        let bytes = derived(&self.root, &format!("seal {purpose}"));
        UnboundKey::new(&AES_256_GCM, &bytes).map(LessSafeKey::new).map_err(|_| Fail::internal("no key"))
    }

    fn signing(&self, purpose: &str) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &derived(&self.root, &format!("sign {purpose}")))
    }
}

fn derived(root: &Prk, info: &str) -> [u8; MASTER_BYTES] {
    let mut bytes = [0; MASTER_BYTES];
    let filled = root.expand(&[info.as_bytes()], Bytes(MASTER_BYTES)).and_then(|made| made.fill(&mut bytes));
    // Both only fail for lengths that are not ours.
    filled.expect("32 bytes can be derived");
    bytes
}

/// A new key, as a line of the file.
pub fn new_line() -> String {
    new_secret()
}

impl Keys {
    /// From the text of a setting or of a file: a key of 64 hexadecimal letters a line, the one that seals first. Empty lines and
    /// lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// A sentence for the operator that names no part of a key.
    pub fn read(text: &str) -> Result<Keys> {
        // Some editors put a mark of bytes before a text.
        let lines = text.trim_start_matches('\u{feff}').lines().flat_map(|line| line.split(',')).map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        if lines.is_empty() || lines.len() > KEYS {
            return Err(wrong(&format!("it needs one key, and takes at most {KEYS}")));
        }
        let masters = lines.iter().map(|line| {
            let bytes = unhex(line).filter(|bytes| bytes.len() == MASTER_BYTES);
            bytes.map(|bytes| Master::new(&bytes)).ok_or_else(|| wrong("a key is 64 hexadecimal letters"))
        });
        Ok(Keys(masters.collect::<Result<_>>()?))
    }

    /// The name of the key that seals and signs.
    pub fn current(&self) -> &str {
        &self.0[0].name
    }

    /// The names of all.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|master| master.name.as_str())
    }

    /// A signature of this message for this purpose, as 32 hexadecimal letters.
    pub fn sign(&self, purpose: &str, message: &str) -> String {
        let tag = hmac::sign(&self.0[0].signing(purpose), message.as_bytes());
        hex(&tag.as_ref()[..SIGNATURE_BYTES])
    }

    /// Was this signed here for this purpose, by any of the keys?
    pub fn verify(&self, purpose: &str, message: &str, signature: &str) -> bool {
        // One message has one signature: links have one address.
        if signature.bytes().any(|letter| letter.is_ascii_uppercase()) {
            return false;
        }
        let Some(sent) = unhex(signature).filter(|sent| sent.len() == SIGNATURE_BYTES) else { return false };
        self.0.iter().any(|master| {
            let own = hmac::sign(&master.signing(purpose), message.as_bytes());
            // As long for a wrong one as for a right one.
            own.as_ref()[..SIGNATURE_BYTES].iter().zip(&sent).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
        })
    }

    /// Seals a secret for a purpose and for the thing that it belongs to: nobody can put it in another's place. The text is to
    /// be stored.
    ///
    /// # Errors
    /// None that a caller could do something about.
    pub fn seal(&self, purpose: &str, of: &str, secret: &[u8]) -> Result<String> {
        let master = &self.0[0];
        let random = unhex(&new_secret()).unwrap_or_default();
        let nonce: [u8; NONCE_LEN] = random[..NONCE_LEN].try_into().map_err(Fail::internal)?;
        let mut sealed = secret.to_vec();
        master
            .sealing(purpose)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(of.as_bytes()), &mut sealed)
            .map_err(|_| Fail::internal("a secret cannot be sealed"))?;
        Ok(format!("{}.{}.{}", master.name, hex(&nonce), hex(&sealed)))
    }

    /// What was sealed for this purpose and this thing; nothing where it was not, was changed, or its key is no more.
    pub fn open(&self, purpose: &str, of: &str, sealed: &str) -> Option<Vec<u8>> {
        let mut pieces = sealed.split('.');
        let (name, nonce, text) = (pieces.next()?, unhex(pieces.next()?)?, unhex(pieces.next()?)?);
        let master = self.0.iter().find(|master| master.name == name)?;
        let nonce = Nonce::assume_unique_for_key(nonce.try_into().ok()?);
        let mut text = text;
        let opened = master.sealing(purpose).ok()?.open_in_place(nonce, Aad::from(of.as_bytes()), &mut text).ok()?;
        Some(opened.to_vec())
    }

    /// It was sealed by the key that seals now; what was not is sealed anew when it is next written.
    pub fn is_current(&self, sealed: &str) -> bool {
        sealed.split('.').next() == Some(self.current())
    }
}

fn wrong(what: &str) -> Fail {
    Fail::Unavailable(format!("the master key cannot be used: {what}"))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|letter| letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(lines: &[&str]) -> Keys {
        Keys::read(&lines.join("\n")).expect("keys")
    }

    #[test]
    fn what_is_sealed_is_read_again_and_by_nobody_else() {
        let (one, other) = (new_line(), new_line());
        let own = keys(&[&one]);
        let sealed = own.seal("second factor", "person 7", b"secret").expect("sealed");
        assert!(!sealed.contains("secret"));
        assert_eq!(own.open("second factor", "person 7", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(own.open("second factor", "person 8", &sealed), None, "it is another's");
        assert_eq!(own.open("preview", "person 7", &sealed), None, "it is for something else");
        assert_eq!(keys(&[&other]).open("second factor", "person 7", &sealed), None);
        assert_ne!(own.seal("second factor", "person 7", b"secret").expect("sealed"), sealed, "never twice the same");
        let last = sealed.len() - 1;
        let changed = format!("{}{}", &sealed[..last], if sealed.ends_with('0') { '1' } else { '0' });
        assert_eq!(own.open("second factor", "person 7", &changed), None);
    }

    #[test]
    fn a_key_that_was_changed_still_opens_what_it_sealed() {
        let (old, new) = (new_line(), new_line());
        let before = keys(&[&old]);
        let (sealed, signed) = (before.seal("a", "b", b"c").expect("sealed"), before.sign("a", "b"));
        let after = keys(&["\u{feff}# since November", &new, &old]);
        assert_eq!(after.open("a", "b", &sealed).as_deref(), Some(&b"c"[..]));
        assert!(after.verify("a", "b", &signed) && !after.is_current(&sealed));
        assert!(after.is_current(&after.seal("a", "b", b"c").expect("sealed")));
        assert!(!keys(&[&new]).verify("a", "b", &signed), "its key is no more");
        assert_eq!(after.names().count(), 2);
    }

    #[test]
    fn signatures_are_of_one_purpose_and_one_message() {
        let own = keys(&[&new_line()]);
        let signed = own.sign("form", "12");
        assert!(own.verify("form", "12", &signed));
        assert!(!own.verify("form", "13", &signed) && !own.verify("preview", "12", &signed));
        assert!(!own.verify("form", "12", &signed.to_uppercase()) || signed == signed.to_uppercase());
        assert!(!own.verify("form", "12", "") && !own.verify("form", "12", &signed[2..]));
    }

    #[test]
    fn what_is_no_key_is_refused_and_never_shown() {
        for text in ["", "# nothing", "abc", &"g".repeat(64), &"a".repeat(63), &"é".repeat(32)] {
            let error = Keys::read(text).expect_err("no key").to_string();
            assert!(text.len() < 3 || !error.contains(text), "{error}");
        }
        let line = new_line();
        assert!(!format!("{:?}", keys(&[&line])).contains(&line[..16]));
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_panics(text in "\\PC{0,80}") {
            let own = keys(&[&"0123456789abcdef".repeat(4)]);
            prop_assert!(!own.verify("a", "b", &text));
            prop_assert!(own.open("a", "b", &text).is_none());
            let _ = Keys::read(&text);
        }
    }
}
