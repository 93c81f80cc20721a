//! What a letter is about, as it stands in its head.

use email_encoding::headers::{rfc2047, writer::EmailWriter};
use lettre::message::header::{Header, HeaderName, HeaderValue};

/// How an encoded word begins (RFC 2047).
const ENCODED: &str = "=?";

/// A subject that is read as it was written: of what looks like an encoded word, which mail programs would read as
/// something else, all is encoded.
#[derive(Clone)]
pub(crate) struct Subject(pub(crate) String);

impl Header for Subject {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Subject")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Subject(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        let text = self.0.clone();
        if text.contains(ENCODED) {
            let encoded = encoded(&text);
            HeaderValue::dangerous_new_pre_encoded(Self::name(), text, encoded)
        } else {
            HeaderValue::new(Self::name(), text)
        }
    }
}

/// The whole text in encoded words: nothing of it is left as it is, a line end neither.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    let mut writer = EmailWriter::new(&mut encoded, "Subject: ".len(), 0, false);
    // Writing into a string does not fail; what it would leave out is left out of the subject.
    let _ = rfc2047::encode(text, &mut writer);
    drop(writer);
    encoded
}
