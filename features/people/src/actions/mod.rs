//! What is done with people: one verb, one function, one transaction.

pub mod glass;
pub mod links;
pub mod manage;
pub mod sign_in;
