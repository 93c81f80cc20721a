//! Entering, correcting and removing organisations: one verb each, one transaction each.

use base::{Actor, BodyId, CityId, Fail, FieldError, OrganisationId, Result};
use store::{Act, Tx};
use web::Hub;
use web::parts::Parts;

use crate::access::{Action, may};
use crate::acts;
use crate::rows;
use crate::rules::{Draft, IDENTIFIERS, IdentifierDraft, Organisation};

/// On record: that of the network with its number, that of a city without: what it has is the city's.
async fn note(tx: &Tx, actor: &Actor, act: Act, own: OrganisationId, city: Option<CityId>) -> Result<()> {
    if city.is_none() {
        tx.audit(actor, act, &own.to_string(), "").await?;
    }
    tx.event(actor, act.code(), own.0, city).await
}

/// Enters one; of the network, or of a city. Sent twice it is there already.
///
/// # Errors
/// [`Fail::SignIn`] and [`Fail::Forbidden`] for those who may not; [`Fail::Invalid`] where there is one of the same name.
pub(crate) async fn add(hub: &Hub, actor: &Actor, city: Option<CityId>, draft: &Draft) -> Result<OrganisationId> {
    let may = match city {
        None => actor.is_central(),
        Some(city) => actor.leads(city),
    };
    match actor {
        Actor::Visitor => return Err(Fail::SignIn),
        _ if !may => return Err(Fail::Forbidden),
        _ => {}
    }
    let tx = hub.db.begin().await?;
    rows::lock(&tx).await?;
    must_be_alone(&tx, hub, city, draft, OrganisationId(0)).await?;
    let id = rows::insert(&tx, city, draft, &hub.network.languages, "").await?;
    note(&tx, actor, acts::ADDED, id, city).await?;
    tx.commit().await?;
    Ok(id)
}

/// No other of the same owner and country has one of these names.
async fn must_be_alone(tx: &Tx, hub: &Hub, city: Option<CityId>, draft: &Draft, but: OrganisationId) -> Result<()> {
    let Some(other) = rows::namesake(tx, city, draft, but).await? else { return Ok(()) };
    let own = |name: &(base::Lang, String)| {
        draft.names.iter().any(|(_, own)| base::fold::fold(own) == base::fold::fold(&name.1))
    };
    let name = other.names.iter().find(|name| own(name)).map(|(_, name)| name.clone()).unwrap_or_default();
    let field = draft.names.first().map_or("", |(lang, _)| field_of(hub, *lang));
    Err(Fail::Invalid(vec![FieldError::new(field, "error-organisation-there").with("name", name)]))
}

/// The field of the form in which a name of this language stands.
fn field_of(hub: &Hub, lang: base::Lang) -> &'static str {
    if hub.network.languages.contains(&lang) { crate::rules::name_field(lang) } else { "other_name" }
}

/// Corrects what is kept of one that was read in this revision.
///
/// # Errors
/// Those of [`rows::organisation_for`]; [`Fail::Conflict`] where somebody wrote since; [`Fail::Invalid`] as of [`add`].
pub(crate) async fn correct(hub: &Hub, actor: &Actor, id: OrganisationId, revision: i64, draft: &Draft) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::lock(&tx).await?;
    let own = rows::organisation_for(&tx, actor, Action::Write, id).await?;
    if own.revision != revision {
        return Err(Fail::Conflict("organisations.revision".to_owned()));
    }
    must_be_alone(&tx, hub, own.city, draft, id).await?;
    if !rows::correct(&tx, id, revision, draft, &hub.network.languages).await? {
        return Err(Fail::Conflict("organisations.revision".to_owned()));
    }
    note(&tx, actor, acts::CORRECTED, id, own.city).await?;
    tx.commit().await
}

/// Keeps a number under which others know it; of one that it has, its days.
///
/// # Errors
/// Those of [`rows::organisation_for`]; [`Fail::Invalid`] where it is another's, or there are too many.
pub(crate) async fn identify(hub: &Hub, actor: &Actor, id: OrganisationId, draft: &IdentifierDraft) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::lock(&tx).await?;
    let own = rows::organisation_for(&tx, actor, Action::Write, id).await?;
    if let Some(other) = rows::with_identifier(&tx, &own, draft).await? {
        // A newcomer of a city may not know of it.
        if !may(actor, Action::See, &other) {
            return Err(Fail::field("value", "error-identifier-taken"));
        }
        let name = other.names.first().map(|(_, name)| name.clone()).unwrap_or_default();
        return Err(Fail::Invalid(vec![FieldError::new("value", "error-identifier-other").with("name", name)]));
    }
    let held = rows::identifiers(&tx, id).await?;
    let same = held.iter().find(|held| held.scheme == draft.scheme && held.value == draft.value);
    if same.is_some_and(|held| (held.from_on, held.until_on) == (draft.from_on, draft.until_on)) {
        return Ok(());
    }
    if same.is_none() && held.len() as i64 >= IDENTIFIERS {
        return Err(Fail::Invalid(vec![FieldError::new("value", "error-identifiers-full").with("max", IDENTIFIERS)]));
    }
    rows::set_identifier(&tx, id, draft).await?;
    note(&tx, actor, acts::CORRECTED, id, own.city).await?;
    tx.commit().await
}

/// Takes a number away. One that is gone already stays so.
///
/// # Errors
/// Those of [`rows::organisation_for`].
pub(crate) async fn forget_identifier(hub: &Hub, actor: &Actor, id: OrganisationId, identifier: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::organisation_for(&tx, actor, Action::Write, id).await?;
    if !rows::remove_identifier(&tx, id, identifier).await? {
        return Ok(());
    }
    note(&tx, actor, acts::CORRECTED, id, own.city).await?;
    tx.commit().await
}

/// Does something name it? Then it is not removed: its last day is entered.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn is_named(sql: &store::Sql, parts: &Parts, own: &Organisation) -> Result<bool> {
    for feature in &parts.bodies {
        if feature.names(sql, BodyId::from(own.id)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes one that was entered by mistake.
///
/// # Errors
/// Those of [`rows::organisation_for`]; [`Fail::Invalid`] where something names it.
pub(crate) async fn remove(hub: &Hub, parts: &Parts, actor: &Actor, id: OrganisationId) -> Result<Organisation> {
    let tx = hub.db.begin().await?;
    rows::lock(&tx).await?;
    let own = rows::organisation_for(&tx, actor, Action::Write, id).await?;
    if is_named(&tx, parts, &own).await? {
        return Err(Fail::field("", "error-organisation-named"));
    }
    rows::remove(&tx, id).await?;
    note(&tx, actor, acts::REMOVED, id, own.city).await?;
    tx.commit().await?;
    Ok(own)
}

/// Until this transaction is over nobody removes this organisation of the network; false where there is none that could be named
/// anew: there never was, or it has ended, or it is a city's.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(tx: &Tx, id: OrganisationId) -> Result<bool> {
    rows::lock(tx).await?;
    rows::alive(tx, id, tx.now().date_naive()).await
}
