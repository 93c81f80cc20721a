//! Somebody reports that a city broke the principles; the central team says what was found.

use base::{Actor, CityId, Fail, Result};
use cities::City;
use web::Hub;

use super::REPORTED;
use crate::report::{Outcome, Reported};
use crate::{acts, report_rows as rows};

/// Keeps a report, and tells the central team. The same text once more is the same report; `done` is where its sender is led.
///
/// # Errors
/// [`Fail::Invalid`] where the city is no member.
pub(crate) async fn report(hub: &Hub, city: &City, reported: &Reported, done: &str) -> Result<()> {
    if !city.membership.is_member() {
        return Err(Fail::field("city", "error-breach-city"));
    }
    let Reported { text, evidence, name, email, .. } = reported;
    let content = ["breach report", &city.slug, text, evidence, name, email].join(" ");
    let tx = hub.db.begin().await?;
    // As a visitor's, also of whoever is signed in: nothing leads from a report to an account.
    match store::remember(&tx, &Actor::Visitor, &base::secret::hash(&content), done).await {
        Ok(()) => {}
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => return Ok(()),
        Err(fail) => return Err(fail),
    }
    let id = rows::insert(&tx, city.id, reported).await?;
    // Of no city: nothing of it stands where the city's people read.
    tx.event(&Actor::Visitor, REPORTED, id, None::<CityId>).await?;
    tx.commit().await
}

/// Says what was found.
///
/// # Errors
/// [`Fail::Forbidden`] for others than the central team, and for those of it who are of the city; [`Fail::Conflict`] where somebody has said it already.
pub(crate) async fn close(hub: &Hub, actor: &Actor, id: i64, outcome: Outcome, note: &str) -> Result<()> {
    if !actor.is_central() {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    let own = rows::one(&tx, id).await?;
    if actor.works_for(own.city) {
        return Err(Fail::Forbidden);
    }
    if own.erased_at.is_some() {
        return Err(Fail::Conflict("breach_reports.erased_at".into()));
    }
    if own.outcome == Some(outcome) && own.closed_by == actor.id() && own.note == note {
        return Ok(());
    }
    if !rows::close(&tx, actor, own.id, outcome, note).await? {
        return Err(Fail::Conflict("breach_reports.closed_at".into()));
    }
    tx.audit(actor, acts::REPORT_CLOSED, &base::id::write_id(id), outcome.code()).await?;
    tx.commit().await
}
