//! Pages of prospects: the list, one of them, its form, and where an invitation leads.

pub(super) mod edit;
pub(super) mod invite;
pub(super) mod invited;
pub(super) mod list;
pub(super) mod one;

use web::Routes;

pub(super) fn routes() -> Routes {
    Routes::default()
        .list::<list::Prospects>("/office/prospects?q&state*&owner&page")
        .form("/office/prospects/new", edit::new, edit::add)
        .form("/office/prospects/{id}", one::get, one::post)
        .form("/office/prospects/{id}/facts", edit::get, edit::post)
        .form("/office/prospects/{id}/invite", invite::get, invite::post)
        .action("/office/prospects/{id}/drop", one::drop)
        .action("/office/prospects/{id}/resume", one::resume)
        .action("/office/prospects/{id}/erase", one::erase)
        .page("/join/invited/{token}", invited::get)
        .action("/join/invited/{token}/decline", invited::decline)
}
