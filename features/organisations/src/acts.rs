//! What this feature puts on record. Each needs its words, `record-thing-verb`.

store::acts! {
    /// An organisation was entered.
    ADDED = "organisation.added";
    /// What is kept of it was corrected.
    CORRECTED = "organisation.corrected";
    /// It was removed: it was entered by mistake.
    REMOVED = "organisation.removed";
}
