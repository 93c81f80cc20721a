//! What this feature puts on record.

store::acts! {
    /// Somebody had the rows of a table taken.
    DONE = "import.done";
    /// Somebody had them taken back.
    UNDONE = "import.undone";
}
