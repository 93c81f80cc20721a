//! The gallery, and what is said of a picture: one file each.

mod edit;
mod gallery;
mod new;

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<gallery::Gallery>("/office/pictures?standing*&page")
        .upload("/office/pictures/new", new::get, new::post)
        .form("/office/pictures/{id}?in", edit::get, edit::post)
        .action("/office/pictures/{id}/withdraw", edit::withdraw)
        .action("/office/pictures/{id}/resume", edit::resume)
}
