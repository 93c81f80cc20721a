//! Where somebody who signed in begins: the city that they work for, the region that they serve.

use axum::response::IntoResponse;
use base::Result;
use web::{Answer, Visit, redirect};

use crate::rows;

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.person()?;
    let place = place(&visit).await?;
    let welcomed = visit.told.as_ref().is_some_and(|told| told.done == "welcome");
    let address = if welcomed { visit.done(place, "welcome") } else { visit.link(place) };
    Ok(redirect(&address).into_response())
}

/// The page, behind the language. Of several cities the one whose name comes first: each is linked from the account.
async fn place(visit: &Visit) -> Result<String> {
    let cities = visit.actor.cities();
    if cities.is_empty() {
        let region = visit.actor.regions().next().map(|region| format!("/regions/{region}"));
        let staff = match (visit.rests(), visit.actor.is_central()) {
            // What somebody came for wakes there.
            (true, false) => "/account/second-step",
            (_, true) => "/office",
            (false, false) => "/account",
        };
        return Ok(region.unwrap_or_else(|| staff.to_owned()));
    }
    let found = rows::by_ids(&visit.hub.db.read(), &cities).await?;
    let first = found.values().min_by_key(|city| web::format::sort_key(city.name(visit.lang)));
    Ok(first.map_or_else(|| "/account".to_owned(), |city| city.path()))
}
