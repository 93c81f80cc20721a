//! What is done with documents: one verb, one function, one transaction.

pub mod edit;
pub(crate) mod guides;
pub(crate) mod incoming;
pub mod read;
pub mod search;
pub mod upload;
pub(crate) mod whole;

/// The kind of the library's things in the change table.
pub const KIND: &str = "document";
