//! Codes of an authenticator app (TOTP, RFC 6238): six digits, another each thirty seconds, with SHA-1, which is all that
//! every app computes.

use base::{Fail, Result, Time};
use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Algorithm, Builder, Totp};

/// Bytes of the secret that an app shares with the hub: those of a SHA-1 (RFC 4226, 4).
const SECRET_BYTES: usize = 20;
/// Digits of a code.
const DIGITS: u8 = 6;
/// Seconds for which a code stands.
const STEP: u64 = 30;
/// Codes before and behind the present one that are taken: clocks differ, and typing takes a while.
const SKEW: u16 = 1;
/// Letters of a secret that stand together where it is typed.
const GROUP: usize = 4;
/// Modules around a QR code that are left empty (ISO/IEC 18004).
const QUIET: i32 = 4;

/// What an app and the hub both know.
pub(crate) struct Secret(Vec<u8>);

impl Secret {
    /// A new one.
    pub(crate) fn new() -> Secret {
        Secret(base::secret::random::<SECRET_BYTES>().to_vec())
    }

    /// One that was kept.
    pub(crate) fn from(bytes: Vec<u8>) -> Secret {
        Secret(bytes)
    }

    /// To be kept, sealed.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn totp(&self) -> Result<Totp> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(DIGITS)
            .with_step_duration(STEP)
            .with_skew(SKEW)
            .with_secret(self.0.clone())
            .build()
            .map_err(|_| Fail::internal("the secret of an authenticator app is of another length"))
    }

    /// Of which time step this is the code, if it is one of now; spaces and other digits than ours are forgiven.
    pub(crate) fn step_of(&self, code: &str, now: Time) -> Result<Option<i64>> {
        let step = self.totp()?.check(&digits(code), u64::try_from(now.timestamp()).unwrap_or(0));
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    /// As it is typed into an app: `ABCD EFGH …` (base 32, RFC 4648).
    pub(crate) fn typed(&self) -> String {
        let letters: Vec<char> = self.base32().chars().collect();
        letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    fn base32(&self) -> String {
        totp_rs::Secret::from(self.0.clone()).to_base32()
    }

    /// What an app reads from a QR code, or is opened with on the same device: for this hub and this address.
    pub(crate) fn address(&self, hub: &str, email: &str) -> String {
        // A colon would end the name of the hub.
        let hub = hub.replace(':', " ");
        let label = url::form_urlencoded::byte_serialize;
        let written = |text: &str| label(text.as_bytes()).collect::<String>().replace('+', "%20");
        format!("otpauth://totp/{}:{}?secret={}&issuer={}", written(&hub), written(email), self.base32(), written(&hub))
    }
}

/// Only the digits of what was typed, as `0` to `9`.
fn digits(code: &str) -> String {
    base::fold::fold(code).chars().filter(char::is_ascii_digit).collect()
}

/// A QR code: how many modules it is wide, its margin with it, and the outline of the dark ones as an SVG path.
pub(crate) struct Qr {
    pub size: i32,
    pub path: String,
}

/// The QR code of a text; none where it is too long for one.
pub(crate) fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    Some(Qr { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn at(seconds: i64) -> Time {
        DateTime::from_timestamp(seconds, 0).expect("a time")
    }

    fn known() -> Secret {
        Secret::from(b"12345678901234567890".to_vec())
    }

    /// The last six digits of the values in RFC 6238, appendix B.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(known().step_of(code, at(seconds)).expect("a secret"), Some(seconds / 30), "{code}");
        }
    }

    #[test]
    fn a_code_stands_for_a_step_before_and_behind() {
        let step = |seconds| known().step_of("005924", at(seconds)).expect("a secret");
        let own = 1_234_567_890 / 30;
        for seconds in [1_234_567_890 - 30, 1_234_567_890, 1_234_567_890 + 59] {
            assert_eq!(step(seconds), Some(own), "{seconds}");
        }
        assert_eq!((step(1_234_567_890 - 31), step(1_234_567_890 + 60)), (None, None));
    }

    #[test]
    fn codes_are_typed_as_people_type() {
        for typed in ["005924", " 005 924 ", "٠٠٥٩٢٤", "۰۰۵-۹۲۴", "００５９２４"] {
            assert!(known().step_of(typed, at(1_234_567_890)).expect("a secret").is_some(), "{typed}");
        }
        for wrong in ["", "00592", "0059240", "abcdef", "\u{0}", "005925"] {
            assert_eq!(known().step_of(wrong, at(1_234_567_890)).expect("a secret"), None, "{wrong}");
        }
    }

    #[test]
    fn an_app_reads_the_secret() {
        assert_eq!(known().typed(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            known().address("Hub: one", "a+b@example.org"),
            "otpauth://totp/Hub%20%20one:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hub%20%20one"
        );
        let qr = qr(&known().address("منصة المدن", "salif@example.org")).expect("a QR code");
        assert!(qr.size > 2 * QUIET && qr.path.starts_with("M4,4h1v1h-1z"), "its corner is dark");
        assert_ne!(Secret::new().typed(), Secret::new().typed());
    }
}
