//! Pages of the principles: one file each.

mod current;
mod signatures;
mod version;

use web::{Routes, Topics};

use crate::rows;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/principles", current::get)
        .list::<signatures::Signatures>("/principles/signatures?page")
        .page("/principles/{slug}", version::get)
}

/// What makes a kept page of these stale.
fn topics() -> Topics {
    Topics::of([rows::TOPIC])
}
