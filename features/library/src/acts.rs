//! What this feature puts on record. There are no words for it: no page shows what was done with documents
//! (`store::AuditEntry::before`).

store::acts! {
    /// A document was taken out of the library.
    WITHDRAWN = "document.withdrawn";
    /// It was put back.
    RESTORED = "document.restored";
}
