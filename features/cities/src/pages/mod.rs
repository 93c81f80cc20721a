//! Pages of cities: one file each.

mod city;
mod facts;
mod list;
mod place;
mod profile;
mod region;

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/cities", list::get)
        .page("/cities/{slug}", city::get)
        .page("/regions/{slug}", region::get)
        .page("/cities/{slug}/profile", profile::get)
        .action("/cities/{slug}/profile", profile::post)
        .page("/cities/{slug}/facts", facts::get)
        .action("/cities/{slug}/facts", facts::post)
        .page("/cities/{slug}/place", place::get)
}
