//! Pages of what is published, and the office in which it is written: one file each.

mod calendar;
mod care;
mod edit;
mod facts;
mod history;
mod insert;
mod item;
mod listed;
mod moves;
mod office;
mod previews;
mod schedule;
mod shown;
mod social;
mod translations;
mod xliff;

use web::Routes;

pub(crate) use insert::{OWN, own_words};
pub(crate) use shown::standing_words;

use listed::{Initiatives, Myths, News, Questions, Releases, Voices};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<News>("/news?year&theme*&page")
        .page("/news.atom?theme*", crate::feed::news)
        .page("/news/{slug}", item::news)
        .list::<Questions>("/questions?page")
        .page("/questions/{slug}", item::question)
        .list::<Myths>("/myths?page")
        .page("/myths/{slug}", item::myth)
        .list::<Initiatives>("/initiatives?page")
        .page("/initiatives/{slug}", item::initiative)
        .list::<Releases>("/press?page")
        .page("/press/{slug}", item::release)
        .list::<Voices>("/voices?page")
        .page("/voices/{slug}", item::voice)
        .page("/pages/{slug}", item::page_of_the_site)
        .list::<office::Editorial>("/office/editorial?q&kind*&state*&page")
        .page("/office/care", care::get)
        .page("/office/calendar?month", calendar::get)
        .form("/office/editorial/{id}/social", social::get, social::post)
        .form("/office/editorial/new?kind", edit::begin, edit::create)
        .form("/office/editorial/{id}?in&at", edit::get, edit::post)
        .form("/office/editorial/{id}/insert?in&at&name&q", insert::get, insert::post)
        .form("/office/editorial/{id}/facts", facts::get, facts::post)
        .form("/office/editorial/{id}/back", moves::ask_back, moves::back)
        .form("/office/editorial/{id}/withdraw", moves::ask_withdraw, moves::withdraw)
        .action("/office/editorial/{id}/publish", moves::publish)
        .form("/office/editorial/{id}/schedule", schedule::get, schedule::post)
        .action("/office/editorial/{id}/call-off", schedule::call_off)
        .action("/office/editorial/{id}/resume", moves::resume)
        .action("/office/editorial/{id}/confirm", moves::confirm)
        .page("/office/editorial/{id}/history?in&number", history::get)
        .action("/office/editorial/{id}/restore", history::restore)
        .page("/office/editorial/{id}/preview?in", item::preview)
        .page("/office/editorial/{id}/previews", previews::get)
        .action("/office/editorial/{id}/previews", previews::post)
        .action("/office/editorial/{id}/previews/revoke", previews::revoke)
        .page("/preview/{token}", previews::shared)
        .page("/office/translations.xlf?from&into&kind*", xliff::export)
        .upload("/office/translations/import", xliff::get, xliff::post)
        .list::<translations::Translations>("/office/translations?lang*&kind*&page")
}

/// The number behind what an address says.
fn id(text: &str) -> base::Result<i64> {
    base::id::read_id(text).ok_or(base::Fail::NotFound)
}
