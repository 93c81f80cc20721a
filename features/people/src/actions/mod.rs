//! What is done with people: one verb, one function, one transaction.

pub mod address;
pub mod colleagues;
pub(crate) mod data;
pub(crate) mod erasure;
pub mod glass;
pub(crate) mod guesses;
pub mod idps;
pub(crate) mod in_time;
pub mod invitations;
pub mod links;
pub(crate) mod logout;
pub(crate) mod look;
pub mod manage;
pub mod own;
pub mod passkeys;
pub(crate) mod pressed;
pub mod proof;
pub mod requests;
pub mod roles;
pub mod second_step;
pub(crate) mod seen;
pub mod session;
pub mod sign_in;
pub mod single;
pub mod terms;
pub mod welcome;
