//! The library over HTTP.

mod download;
mod importing;
mod looking_after;
mod reading;
mod searching;
