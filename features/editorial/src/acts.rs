//! What this feature puts on record.

store::acts! {
    /// Something was published, for the first time or anew.
    PUBLISHED = "editorial.published";
    /// What is known of the consent of whoever speaks was changed.
    CONSENT_CHANGED = "editorial.consent-changed";
    /// Something was taken back.
    WITHDRAWN = "editorial.withdrawn";
}
