//! What this feature puts on record. Each needs its words, `record-thing-verb`. Where a membership stands is put there by `cities`.

store::acts! {
    /// The list of members with those who lead them was taken as a file.
    MEMBERS_TAKEN = "members.list-taken";
    /// It was said what was found about a report.
    REPORT_CLOSED = "breach.closed";
    /// The list of reports was taken as a file.
    REPORTS_TAKEN = "breach-reports.taken";
    /// Something was decided that holds from a later day.
    DECIDED = "status.decided";
    /// That a city is suspended was proposed.
    PROPOSED = "status.proposed";
    /// A second person agreed.
    AGREED = "status.agreed";
    /// Nothing comes of what was proposed, or decided for a later day.
    DROPPED = "status.dropped";
    /// The city said what it has to say of it.
    ANSWERED = "status.answered";
}
