//! The program: its features, its command line, its demonstration.

pub mod cli;
pub mod demo;
mod features;
mod listen;
pub mod memory;
mod say;

pub use features::{features, routes};
