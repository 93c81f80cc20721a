//! Pages of cities: one file each.

mod city;
mod facts;
mod list;
mod merge;
mod mine;
mod place;
mod profile;
mod region;

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<list::Cities>("/cities?q&region*&country*&seat&former&sort&page")
        .page("/cities/suggest?q", list::suggest)
        .page("/cities/mine", mine::get)
        .page("/cities/{slug}", city::get)
        .page("/regions/{slug}?page", region::get)
        .form("/cities/{slug}/profile?in", profile::get, profile::post)
        .form("/cities/{slug}/facts?place", facts::get, facts::post)
        .page("/cities/{slug}/place?q", place::get)
        .form("/cities/{slug}/merge?into", merge::get, merge::post)
        .page("/office/cities/{id}?in", facts::of_id)
}
