//! What is noted on record of cities.

store::acts! {
    /// It takes part.
    MEMBERSHIP_ACTIVE = "city.membership-active";
    /// It is a member that does not take part for now.
    MEMBERSHIP_DORMANT = "city.membership-dormant";
    /// Its membership rests: it is no member until then.
    MEMBERSHIP_SUSPENDED = "city.membership-suspended";
    /// It has left.
    MEMBERSHIP_WITHDRAWN = "city.membership-withdrawn";
    /// A record of it went into another one.
    MERGED = "city.merged";
    /// It had been entered by mistake, and is gone.
    FORGOTTEN = "city.forgotten";
}
