//! What this feature puts on record. Each needs its words, `record-thing-verb`.

store::acts! {
    /// Somebody of the office entered that a city has met what is expected.
    FINDING_ENTERED = "finding.entered";
    /// Somebody of the office entered that a city has not met it.
    FINDING_MISSED = "finding.missed";
    /// It was taken back.
    FINDING_WITHDRAWN = "finding.withdrawn";
    /// What a city chose is another list now.
    EXPECTATIONS_AGREED = "expectations.agreed";
}
