//! What this feature puts on record.

store::acts! {
    /// Somebody read the profiles of many people within a day.
    MANY_READ = "directory.many-read";
    /// Somebody took the picture of somebody else's profile down.
    PICTURE_TAKEN_DOWN = "directory.picture-taken-down";
}
