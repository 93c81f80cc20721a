//! Bad input, each kind its own test: what people, browsers and attackers send by mistake or on
//! purpose. Every answer is a page that helps, never a 500.

mod files;
mod forms;
mod queries;
