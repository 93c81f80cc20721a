//! What is done with documents: one verb, one function, one transaction.

pub mod edit;
pub mod read;
pub mod search;
pub mod upload;

/// The kind of the library's things in the change table.
pub const KIND: &str = "document";
