//! Pages of what is expected: one file each.

mod city;
mod list;

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .form("/cities/{slug}/expectations?year", city::get, city::post)
        .action("/cities/{slug}/expectations/agreed", city::agree)
        .action("/cities/{slug}/expectations/{id}/withdraw", city::withdraw)
        .list::<list::Expectations>("/office/expectations?page")
}
