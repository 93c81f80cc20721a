//! The program: its features, its command line, its demonstration.

pub mod cli;
pub mod demo;
mod features;
pub mod memory;

pub use features::{features, routes};
