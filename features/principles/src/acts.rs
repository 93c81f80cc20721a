//! What this feature puts on record. Each needs its words, `record-thing-verb`.

store::acts! {
    /// A version came into force.
    PUBLISHED = "principles.published";
    /// What was written of the next version was thrown away.
    DISCARDED = "principles.discarded";
    /// A city has more time to sign.
    EXTENDED = "principles.extended";
    /// Somebody signed for a city.
    SIGNED = "principles.signed";
    /// The office entered what was signed on paper.
    ENTERED = "principles.entered";
    /// A link for whoever signs was made.
    LINK_MADE = "principles.link-made";
    /// The list of members with where they stand was taken as a file.
    LIST_TAKEN = "principles.list-taken";
}
