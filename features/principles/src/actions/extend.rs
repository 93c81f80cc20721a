//! A city gets more time to sign.

use base::{Actor, Fail, Result};
use chrono::{Days, NaiveDate};
use cities::City;
use store::Day;
use web::Hub;

use crate::access::may_enter;
use crate::events::EXTENDED;
use crate::{acts, asked_rows};

/// Days from today that a city may have at most.
const MOST_DAYS: u64 = 730;

/// Gives a city until the end of this day, and tells it. The same day once more changes nothing.
///
/// # Errors
/// [`Fail::Forbidden`] for those who do not answer for it; [`Fail::SignInAgain`] for those who have not shown lately who they are; [`Fail::NotFound`] where it was not asked, or has signed; [`Fail::Invalid`] where
/// the day is over, too far away, or no later than the one that it has.
pub(crate) async fn extend(hub: &Hub, actor: &Actor, city: &City, until: NaiveDate, reason: &str) -> Result<()> {
    if !may_enter(actor, city) {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(hub.now())?;
    let today = hub.network.calendar_of(&city.region).day_of(hub.now());
    if until < today || until > today + Days::new(MOST_DAYS) {
        return Err(Fail::field("until", "error-extension-day"));
    }
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&super::sign::lock(city.id)).await?;
    let asked = asked_rows::asked_of(&tx, &[city.id]).await?.remove(&city.id).ok_or(Fail::NotFound)?;
    if asked.until.0 == until && asked.reason == reason {
        return Ok(());
    }
    if until <= asked.until.0 {
        return Err(Fail::field("until", "error-extension-earlier"));
    }
    let id = asked_rows::extend(&tx, actor, &asked, Day(until), reason).await?;
    super::note(&tx, actor, acts::EXTENDED, city, &until.to_string()).await?;
    tx.event(actor, EXTENDED, id, Some(city.id)).await?;
    tx.commit().await
}
