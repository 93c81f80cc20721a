//! Breaking the glass: an administrator opens a city's own documents, with a reason, for an hour;
//! it is on record, and the city is told.

use base::{Actor, Fail, Result};
use web::Hub;

use crate::letters::glass_letter;
use crate::rows;
use crate::rules::GLASS;

/// Opens the city's own documents to this administrator. Answers how many people of the city are told.
///
/// # Errors
/// [`Fail::Forbidden`] for anyone else; [`Fail::NotFound`] without such a city.
pub async fn break_glass(hub: &Hub, actor: &Actor, slug: &str, reason: &str) -> Result<usize> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    if !actor.is_administrator() {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    let city = cities::by_slug(&tx, slug).await?;
    rows::break_glass(&tx, person.id, city.id(), tx.now() + GLASS).await?;
    tx.event(actor, "city.glass-broken", city.id, Some(city.id())).await?;
    tx.audit(actor, "city.glass-broken", slug, reason).await?;
    let leads = rows::leads_of(&tx, city.id()).await?;
    for lead in &leads {
        web::post::post(&tx, &glass_letter(hub, lead, &person.name, city.name(lead.2), reason)).await?;
    }
    tx.commit().await?;
    Ok(leads.len())
}
