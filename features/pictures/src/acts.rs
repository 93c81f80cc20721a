//! What this feature puts on record.

store::acts! {
    /// What is known of the consent of those whom a picture shows was changed.
    CONSENT_CHANGED = "picture.consent-changed";
}
