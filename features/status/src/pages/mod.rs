//! Pages of members and of how they stand: one file each.

mod decide;
mod decision;
mod history;
mod leave;
mod member;
mod members;
mod own;
mod report;
mod reported;
mod reports;

use base::{Fail, Result};
use cities::City;
use web::{Routes, Visit};

pub(crate) use history::Standing;

use crate::access::may_see;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<members::Members>("/office/members?vacant&status&page")
        .page("/office/members/{slug}", member::get)
        .form("/office/members/{slug}/decide/{decision}", decide::get, decide::post)
        .form("/office/members/{slug}/decisions/{id}", decision::get, decision::post)
        .form("/principles/report?city", report::get, report::post)
        .list::<reports::BreachReports>("/office/breach-reports?closed&page")
        .form("/office/breach-reports/{id}", reported::get, reported::post)
        .form("/cities/{slug}/membership", own::get, own::post)
        .action("/cities/{slug}/membership/{id}/take-back", own::take_back)
        .form("/cities/{slug}/membership/withdraw", leave::get, leave::post)
}

/// The city with this slug, for those who see how it stands.
async fn seen(visit: &Visit, slug: &str) -> Result<City> {
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    if may_see(&visit.actor, &city) { Ok(city) } else { Err(Fail::Forbidden) }
}

/// The same, for those who answer for it.
async fn answered_for(visit: &Visit, slug: &str) -> Result<City> {
    let city = seen(visit, slug).await?;
    if visit.actor.answers_for(&city.region) { Ok(city) } else { Err(Fail::Forbidden) }
}

/// The address of its page in the office.
fn office_place(city: &City) -> String {
    format!("/office/members/{}", city.slug)
}

/// The address of its page for its own people.
fn own_place(city: &City) -> String {
    format!("/cities/{}/membership", city.slug)
}
