//! What this feature puts on record.

store::acts! {
    /// Something was published, for the first time or anew.
    PUBLISHED = "editorial.published";
    /// Something was taken back.
    WITHDRAWN = "editorial.withdrawn";
}
