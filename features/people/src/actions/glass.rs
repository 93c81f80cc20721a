//! Breaking the glass: an administrator opens a city's own documents, with a reason, for an hour;
//! it is on record, and the city is told. What is read meanwhile is on the city's record too.

use base::{Actor, CityId, DocumentId, Fail, PersonId, Result, Time};
use store::Tx;
use web::Hub;

use crate::acts;
use crate::notices::GlassBroken;
use crate::rows;
use crate::rows::roles::people_lately_of;
use crate::rules::{GLASS, LATELY, SAME_PRESS};

/// Opens the city's own documents to this administrator. Answers how many people of the city are told: all who hold a
/// role for it, or held one lately, so that nobody can be kept from hearing of it by taking the role away first.
///
/// # Errors
/// [`Fail::Forbidden`] for anyone else; [`Fail::NotFound`] without such a city.
pub async fn break_glass(hub: &Hub, actor: &Actor, slug: &str, reason: &str) -> Result<usize> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    if !actor.is_administrator() {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(hub.now())?;
    let tx = hub.db.begin().await?;
    let city = cities::city_for(&tx, actor, cities::access::Action::See, slug).await?;
    tx.one_at_a_time(&format!("glass:{} {}", person.id, city.id)).await?;
    let people: Vec<PersonId> = people_lately_of(&tx, city.id, tx.now() - LATELY).await?;
    let told = people.iter().filter(|to| **to != person.id).count();
    // Sent several times by an impatient hand, it is one opening, and told once. One that was closed meanwhile is over.
    let lately = (tx.now() - SAME_PRESS, tx.now());
    if rows::glass::stands_open(&tx, person.id, city.id, reason, lately).await? {
        return Ok(told);
    }
    let opening = tx.new_id();
    rows::glass::open(&tx, opening, person.id, city.id, reason, tx.now() + GLASS).await?;
    let broken = GlassBroken { opening };
    tx.event_with(actor, acts::GLASS_BROKEN.code(), city.id.0, Some(city.id), &broken).await?;
    tx.audit(actor, acts::GLASS_BROKEN, slug, reason).await?;
    rows::city::note(&tx, city.id, actor, acts::GLASS_BROKEN, slug, reason).await?;
    tx.commit().await?;
    Ok(told)
}

/// The cities whose own documents this reader has open now, each until when.
pub async fn open_glass(hub: &Hub, actor: &Actor) -> Result<Vec<(CityId, Time)>> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    rows::glass::open_now(&hub.db.read(), person.id, hub.now()).await
}

/// Closes what this administrator has open of a city before its time. Of what is closed already nothing changes.
pub async fn close_glass(hub: &Hub, actor: &Actor, slug: &str) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    let city = cities::city_for(&tx, actor, cities::access::Action::See, slug).await?;
    if !rows::glass::close(&tx, person.id, city.id).await? {
        return Ok(());
    }
    tx.event(actor, acts::GLASS_CLOSED.code(), city.id.0, Some(city.id)).await?;
    tx.audit(actor, acts::GLASS_CLOSED, slug, "").await?;
    rows::city::note(&tx, city.id, actor, acts::GLASS_CLOSED, slug, "").await?;
    tx.commit().await
}

/// Notes that a document of a city's own was read through broken glass: once for each opening, on the city's record.
/// The network's record does not name it: that such a document exists is for the city to know.
pub async fn note_reading(hub: &Hub, actor: &Actor, city: CityId, document: DocumentId) -> Result<()> {
    let Some(person) = actor.person() else { return Ok(()) };
    let sql = hub.db.read();
    let Some(opening) = rows::glass::current(&sql, person.id, city, hub.now()).await? else {
        // It has just closed: then nobody reads through it.
        return Err(Fail::NotFound);
    };
    if rows::glass::was_read(&sql, opening.id, document).await? {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    if rows::glass::read(&tx, opening.id, document).await? {
        note(&tx, actor, city, document).await?;
    }
    tx.commit().await
}

async fn note(tx: &Tx, actor: &Actor, city: CityId, document: DocumentId) -> Result<()> {
    let subject = document.to_string();
    tx.audit(actor, acts::GLASS_READ, &subject, "").await?;
    rows::city::note(tx, city, actor, acts::GLASS_READ, &subject, "").await
}
