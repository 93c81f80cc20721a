//! What this feature tells others that it was done.

/// A city signed.
pub(crate) const SIGNED: &str = "principles.signed";
/// A city has more time.
pub(crate) const EXTENDED: &str = "principles.extended";
/// A city is asked to sign what is in force.
pub(crate) const ASKED: &str = "principles.asked";
/// It is asked once more, while there is time.
pub(crate) const REMINDED: &str = "principles.reminded";
/// Its time is over.
pub(crate) const OVERDUE: &str = "principles.overdue";
