//! Where somebody who signed in begins: the city that they work for, the region that they serve.

use axum::response::IntoResponse;
use web::{Answer, Visit, redirect};

use crate::rows;

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.person()?;
    let cities = visit.actor.cities();
    if cities.is_empty() {
        let region = visit.actor.regions().next().map(|region| format!("/regions/{region}"));
        let staff = if visit.actor.is_central() { "/office" } else { "/account" };
        return Ok(redirect(&visit.link(region.as_deref().unwrap_or(staff))).into_response());
    }
    let found = rows::by_ids(&visit.hub.db.read(), &cities).await?;
    // Of several, the one whose name comes first: each is linked from the account.
    let first = found.values().min_by_key(|city| web::format::sort_key(city.name(visit.lang)));
    Ok(redirect(&visit.link(first.map_or_else(|| "/account".to_owned(), |city| city.path()))).into_response())
}
