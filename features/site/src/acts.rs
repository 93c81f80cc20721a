//! What this feature puts on record. Each needs its words, `record-thing-verb`.

store::acts! {
    /// Readers have another home page.
    HOME_PUBLISHED = "home.published";
    /// A job that was given up is tried again.
    JOB_RETRIED = "job.retried";
    /// A job that was given up is thrown away.
    JOB_DROPPED = "job.dropped";
}
