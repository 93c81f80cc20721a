//! Prospects: local governments with which the network speaks before they ask. Their office knows them, nobody else does; what is
//! kept is their official contact and what was said, and all of it goes after 24 months in which nothing was.

pub(crate) mod actions;
pub(crate) mod chore;
pub(crate) mod letter;
pub(crate) mod rows;
pub(crate) mod rules;
pub(crate) mod state;
