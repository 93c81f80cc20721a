//! What a city's page shows its own people, and those who serve it, of how it joined.

use askama::Template;
use async_trait::async_trait;
use base::{CityId, Result};
use web::Visit;
use web::parts::CityPanel;

use crate::application_rows as rows;

#[derive(Template)]
#[template(path = "membership/panel.html")]
struct Panel<'a> {
    v: &'a Visit,
    terms: String,
    /// In the office, for those who answer there.
    application: Option<String>,
    /// The principles that were signed, and when.
    signed: Option<(String, String)>,
}

/// Its terms of reference, and what it signed.
pub(crate) struct Joined;

#[async_trait]
impl CityPanel for Joined {
    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>> {
        let of_city = visit.actor.is_of(city);
        if !of_city && !visit.actor.answers_for_cities() {
            return Ok(None);
        }
        let sql = visit.hub.db.read();
        let Some(own) = rows::of_city(&sql, city).await?.filter(|own| own.terms.is_some()) else { return Ok(None) };
        let seen = visit.actor.answers_for_cities() && rows::application_for(&sql, &visit.actor, own.id).await.is_ok();
        if !of_city && !seen {
            return Ok(None);
        }
        let version = match own.sign_version {
            Some(version) => Some(principles::version(&sql, version).await?.name),
            None => None,
        };
        let signed = version.zip(own.signed_at.map(|at| visit.date(&at)));
        let terms = format!("/applications/{}/terms", own.written());
        let application = seen.then(|| own.path());
        Panel { v: visit, terms, application, signed }.render().map(Some).map_err(base::Fail::internal)
    }

    fn topics(&self, _city: CityId) -> Vec<String> {
        // Visitors, for whom pages are kept, never see it.
        Vec::new()
    }
}
