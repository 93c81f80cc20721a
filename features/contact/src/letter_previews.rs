//! What this feature's e-mails look like.

use web::previews::{ByChoice, Part, Preview, To};

const fn brought(code: &'static str, subject: &'static str, parts: &'static [Part]) -> Preview {
    Preview { code, to: To::Office, subject, parts, by_choice: ByChoice::Never }
}

pub(crate) const PREVIEWS: &[Preview] = &[
    Preview {
        code: "contact-confirm",
        to: To::Outside,
        subject: "confirm-letter-subject",
        parts: &[Part::Words("confirm-letter-text"), Part::Address("/confirm/…"), Part::Words("confirm-letter-not-me")],
        by_choice: ByChoice::Never,
    },
    brought("contact-question", "ask-letter-subject", &[Part::Words("ask-letter-head"), Part::Typed]),
    brought("contact-message", "contact-letter-subject", &[Part::Words("contact-letter-head"), Part::Typed]),
    brought("contact-media", "media-letter-subject", &[Part::Words("media-letter-head"), Part::Typed]),
    brought("contact-share", "share-letter-subject", &[Part::Words("share-letter-head"), Part::Typed]),
];
