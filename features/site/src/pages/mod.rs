//! Pages of the site: one file each.

mod compose;
mod funders;
mod home;
mod jobs;
mod kit;
mod letters;
mod low_data;
mod office;
mod sources;
pub(crate) mod text;

pub(crate) use funders::{CONTRIBUTIONS, contribution_words};

use web::Routes;

/// The pages that every network has, for the sitemap.
pub(crate) const STATIC: [&str; 5] = ["about", "funders", "sources", "accessibility", "privacy"];

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/", home::get)
        .page("/about", text::about)
        .page("/accessibility", text::accessibility)
        .page("/privacy", text::privacy)
        .page("/funders", funders::get)
        .page("/sources", sources::get)
        .page("/low-data", low_data::get)
        .action("/low-data/choice", low_data::post)
        .page("/office", office::get)
        .form("/office/home", compose::get, compose::post)
        .page("/office/home/preview", compose::preview)
        .action("/office/home/publish", compose::publish)
        .action("/office/home/restore", compose::restore)
        .page("/office/kit", kit::get)
        .page("/office/letters", letters::list)
        .page("/office/letters/{code}?in", letters::one)
        .plain("/office-letters/{code}?in", letters::as_page)
        .list::<jobs::Jobs>("/office/jobs?page")
        .action("/office/jobs/retry", jobs::retry_all)
        .action("/office/jobs/{id}/retry", jobs::retry)
        .action("/office/jobs/{id}/drop", jobs::drop)
}
