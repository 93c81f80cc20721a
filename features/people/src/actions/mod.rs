//! What is done with people: one verb, one function, one transaction.

pub mod glass;
pub mod links;
pub mod manage;
pub mod own;
pub mod roles;
pub mod sign_in;
