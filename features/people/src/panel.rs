//! What a city's page shows its own people of the record.

use askama::Template;
use async_trait::async_trait;
use base::{Actor, CityId, Result};
use store::{Act, Tx};
use web::Visit;
use web::parts::CityPanel;

use crate::access::may_set_up_sign_in;
use crate::rows;
use crate::rules::LATELY;

#[derive(Template)]
#[template(path = "people/city_panel.html")]
struct Panel<'a> {
    v: &'a Visit,
    /// Of its own documents the reader sees only what is new.
    newcomer: bool,
    /// Newcomers wait to be confirmed by the reader.
    waiting: bool,
    /// Lines of the record since lately.
    lately: i64,
    /// The reader may say with which provider the city's people sign in.
    sign_in: bool,
}

/// For the team, which is of no city.
#[derive(Template)]
#[template(path = "people/city_panel_team.html")]
struct SignInPanel<'a> {
    v: &'a Visit,
}

/// For visitors: an official of the city among them asks for an account.
#[derive(Template)]
#[template(path = "people/city_panel_ask.html")]
struct AskPanel<'a> {
    v: &'a Visit,
    slug: &'a str,
}

/// The city's own part of the record: what others note there, and the way to it.
pub(crate) struct CityRecord;

#[async_trait]
impl web::parts::CityRecord for CityRecord {
    async fn note(&self, tx: &Tx, actor: &Actor, act: Act, city: CityId, slug: &str) -> Result<()> {
        rows::city::note(tx, city, actor, act, slug, "").await
    }
}

#[async_trait]
impl CityPanel for CityRecord {
    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>> {
        if visit.actor.person().is_none() {
            let here = visit.here();
            let slug = here.rsplit('/').next().unwrap_or_default();
            return AskPanel { v: visit, slug }.render().map(Some).map_err(base::Fail::internal);
        }
        let sign_in = may_set_up_sign_in(&visit.actor, city);
        if !visit.actor.is_of(city) {
            let panel = SignInPanel { v: visit };
            return if sign_in { panel.render().map(Some).map_err(base::Fail::internal) } else { Ok(None) };
        }
        let newcomer = visit.actor.is_newcomer(city);
        let lately = rows::city::since(&visit.hub.db.read(), city, visit.hub.now() - LATELY).await?;
        let waiting = visit.actor.leads(city) && !newcomer && are_newcomers(visit, city).await?;
        Panel { v: visit, newcomer, waiting, lately, sign_in }.render().map(Some).map_err(base::Fail::internal)
    }

    fn topics(&self, _city: CityId) -> Vec<String> {
        // Visitors, for whom pages are kept, never see it.
        Vec::new()
    }
}

async fn are_newcomers(visit: &Visit, city: CityId) -> Result<bool> {
    let since = visit.hub.now() - LATELY;
    Ok(!rows::roles::of_newcomers(&visit.hub.db.read(), city, since).await?.is_empty())
}
