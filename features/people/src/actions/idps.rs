//! The provider with which a city's people sign in: entered, tried, offered, required, repaired.

use base::{Actor, CityId, Fail, FieldError, Result};
use input::Fields;
use store::{Act, Db, Sql, Tx};
use web::Hub;

use super::single::TOPIC;
use crate::access::{may_offer_sign_in, may_repair_sign_in, may_set_up_sign_in, may_trust_sign_in};
use crate::acts;
use crate::letters::{CitySignIn, CitySignInTold};
use crate::provider::{Said, is_issuer};
use crate::rows::idps::{self, Entered, IdpRow};
use crate::rows::{self, oidc, roles};
use crate::rules::{CITY_SESSION, CLIENT_CHARS, IdpState, REPAIR, TESTED};

/// What a secret is sealed for.
pub(crate) const SECRET: &str = "city-idp";
/// What came back when it was tried.
pub(crate) const TRIED: &str = "city-idp-tried";

/// What somebody enters.
pub(crate) struct Draft {
    pub issuer: String,
    pub client_id: String,
    /// Empty where the one of before stays.
    pub secret: String,
}

impl Draft {
    /// From a form.
    pub(crate) fn read(hub: &Hub, fields: &Fields, known: bool) -> Result<Draft, Vec<FieldError>> {
        let secret = fields.get("password").trim().to_owned();
        let draft = Draft { issuer: fields.line("issuer"), client_id: fields.line("client"), secret };
        let mut errors = Vec::new();
        if draft.issuer.chars().count() > CLIENT_CHARS || !is_issuer(&hub.outgoing, &draft.issuer) {
            errors.push(FieldError::new("issuer", "error-city-issuer"));
        }
        for (field, label, text, needed) in
            [("client", "city-client", &draft.client_id, true), ("password", "city-secret", &draft.secret, !known)]
        {
            if text.is_empty() && needed {
                errors.push(FieldError::new(field, "error-required").with("label", label));
            } else if text.chars().count() > CLIENT_CHARS {
                errors.push(FieldError::new(field, "error-too-long").with("label", label).with("max", CLIENT_CHARS));
            }
        }
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

/// The provider of a city, for whoever may set it up.
///
/// # Errors
/// [`Fail::Forbidden`].
pub(crate) async fn of(hub: &Hub, actor: &Actor, city: CityId) -> Result<Option<IdpRow>> {
    check(actor, city)?;
    idps::of(&hub.db.read(), city).await
}

fn check(actor: &Actor, city: CityId) -> Result<()> {
    actor.person().ok_or(Fail::SignIn)?;
    if may_set_up_sign_in(actor, city) { Ok(()) } else { Err(Fail::Forbidden) }
}

/// Behind the lock, by somebody who has shown lately who they are.
async fn locked(hub: &Hub, actor: &Actor, city: CityId) -> Result<(Tx, Option<IdpRow>)> {
    check(actor, city)?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    idps::lock(&tx, city).await?;
    let idp = idps::of(&tx, city).await?;
    Ok((tx, idp))
}

/// What came back when this person tried it, as long as it is shown.
pub(crate) fn tried(hub: &Hub, actor: &Actor, idp: &IdpRow) -> Option<Said> {
    let own = actor.id().is_some() && idp.tested_by == actor.id();
    let fresh = idp.tested_at.is_some_and(|at| at + TESTED > hub.now());
    let sealed = idp.tested.as_deref().filter(|_| own && fresh)?;
    let opened = hub.keys.open(TRIED, &idp.id.to_string(), sealed)?;
    serde_json::from_slice(&opened).ok()
}

/// What the hub shows the provider; none where the key that sealed it is no more.
pub(crate) fn secret(hub: &Hub, idp: &IdpRow) -> Option<String> {
    String::from_utf8(hub.keys.open(SECRET, &idp.id.to_string(), &idp.sealed)?).ok()
}

/// Enters or changes it. As it was, nothing changes.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::SignInAgain`].
pub(crate) async fn set(hub: &Hub, actor: &Actor, city: CityId, draft: &Draft) -> Result<()> {
    let (tx, before) = locked(hub, actor, city).await?;
    let id = before.as_ref().map_or_else(|| tx.new_id(), |idp| idp.id);
    let same_place = before.as_ref().is_some_and(|idp| idp.issuer == draft.issuer && idp.client_id == draft.client_id);
    if same_place && draft.secret.is_empty() {
        return Ok(());
    }
    // What was entered for one service is shown to no other.
    if before.is_some() && !same_place && draft.secret.is_empty() {
        return Err(Fail::Invalid(vec![FieldError::new("password", "error-city-secret-anew")]));
    }
    let sealed = match &before {
        Some(idp) if draft.secret.is_empty() => idp.sealed.clone(),
        _ => hub.keys.seal(SECRET, &id.to_string(), draft.secret.as_bytes())?,
    };
    let entered = Entered { issuer: &draft.issuer, client_id: &draft.client_id, sealed: &sealed, another: !same_place };
    match &before {
        Some(idp) => {
            let next = idp.state.after_change(!same_place);
            idps::change(&tx, id, &entered, actor.id()).await?;
            if next != idp.state {
                tx.move_to(actor, id, idp.state, next, "").await?;
                tx.changed("city-idp", id, false, &[TOPIC.to_owned()]).await?;
            }
        }
        None => idps::add(&tx, id, city, &entered, actor.id()).await?,
    }
    note(&tx, actor, city, acts::CITY_SIGN_IN_SET).await?;
    tell(&tx, actor, city, CitySignIn::Set).await?;
    tx.commit().await
}

/// On record, of the network and of the city.
async fn note(tx: &Tx, actor: &Actor, city: CityId, act: Act) -> Result<()> {
    let slug = cities::by_ids(tx, &[city]).await?.remove(&city).map(|city| city.slug).unwrap_or_default();
    tx.event(actor, act.code(), city.0, None).await?;
    tx.audit(actor, act, &slug, "").await?;
    rows::city::note(tx, city, actor, act, &slug, "").await
}

/// Tells those of the city: of what everybody feels, all; of the rest those who lead it. Not whoever did it.
async fn tell(tx: &Tx, actor: &Actor, city: CityId, what: CitySignIn) -> Result<()> {
    let readers = match what {
        CitySignIn::Required => roles::people_of(tx, city).await?,
        _ => roles::leads_of(tx, city).await?,
    };
    for to in readers.into_iter().filter(|to| Some(*to) != actor.id()) {
        web::post::send(tx, &CitySignInTold { to, city, what }).await?;
    }
    Ok(())
}

/// What is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Whoever is connected may sign in with it.
    Offer,
    /// The city's people have to.
    Require,
    /// They need not, any more.
    Release,
    /// Nobody can.
    Off,
    /// The other ways are open for an hour.
    Repair,
    /// It is believed that it asks for a second step.
    Trust,
    /// It is not.
    Doubt,
}

impl Change {
    /// As a form says it.
    pub(crate) fn read(text: &str) -> Option<Change> {
        Some(match text {
            "offer" => Change::Offer,
            "require" => Change::Require,
            "release" => Change::Release,
            "off" => Change::Off,
            "repair" => Change::Repair,
            "trust" => Change::Trust,
            "doubt" => Change::Doubt,
            _ => return None,
        })
    }
}

/// Does it. Done already, it changes and tells nothing.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::SignInAgain`]; [`Fail::NotFound`] where there is no provider; [`Fail::Invalid`] where it was not tried, or nobody
/// is connected yet; [`Fail::Conflict`] where its state does not lead there.
pub(crate) async fn change(hub: &Hub, actor: &Actor, city: CityId, change: Change) -> Result<()> {
    let may = match change {
        Change::Offer | Change::Require => may_offer_sign_in(actor, city),
        Change::Repair | Change::Doubt => may_repair_sign_in(actor),
        Change::Trust => may_trust_sign_in(actor),
        Change::Release | Change::Off => true,
    };
    if !may {
        check(actor, city)?;
        return Err(Fail::Forbidden);
    }
    let (tx, idp) = locked(hub, actor, city).await?;
    let idp = idp.ok_or(Fail::NotFound)?;
    match change {
        Change::Offer => {
            if idp.tested_at.is_none() {
                return Err(Fail::field("", "error-city-untried"));
            }
            moved(&tx, actor, &idp, IdpState::Optional, (acts::CITY_SIGN_IN_OPTIONAL, CitySignIn::Optional)).await?;
        }
        Change::Require => {
            may_require(&tx, actor, &idp).await?;
            if moved(&tx, actor, &idp, IdpState::Required, (acts::CITY_SIGN_IN_REQUIRED, CitySignIn::Required)).await? {
                idps::shorten_sessions(&tx, city, tx.now() + CITY_SESSION).await?;
            }
        }
        Change::Release => {
            // Nothing that was not offered before comes of it: that is the leads' to do.
            if !matches!(idp.state, IdpState::Required | IdpState::Optional) {
                return Err(Fail::Conflict("city_idps.state".to_owned()));
            }
            moved(&tx, actor, &idp, IdpState::Optional, (acts::CITY_SIGN_IN_OPTIONAL, CitySignIn::Optional)).await?;
        }
        Change::Off => {
            if !matches!(idp.state, IdpState::Optional | IdpState::Tested) {
                return Err(Fail::Conflict("city_idps.state".to_owned()));
            }
            moved(&tx, actor, &idp, IdpState::Tested, (acts::CITY_SIGN_IN_OFF, CitySignIn::Off)).await?;
        }
        Change::Repair => repair(&tx, actor, &idp).await?,
        Change::Trust | Change::Doubt => trust(&tx, actor, &idp, change == Change::Trust).await?,
    }
    tx.commit().await
}

/// Moves it; false where it stands there already.
async fn moved(tx: &Tx, actor: &Actor, idp: &IdpRow, next: IdpState, (act, told): (Act, CitySignIn)) -> Result<bool> {
    if idp.state == next {
        return Ok(false);
    }
    tx.move_to(actor, idp.id, idp.state, next, "").await?;
    tx.changed("city-idp", idp.id, false, &[TOPIC.to_owned()]).await?;
    idps::set_repair(tx, idp.id, None).await?;
    note(tx, actor, idp.city, act).await?;
    tell(tx, actor, idp.city, told).await?;
    Ok(true)
}

/// Nobody shuts a door that opens for nobody: it was tried as it is now, somebody of the city has come in by it, and whoever asks for it, if
/// they are of the city, too.
async fn may_require(sql: &Sql, actor: &Actor, idp: &IdpRow) -> Result<()> {
    if idp.state == IdpState::Required {
        return Ok(());
    }
    if idp.tested_at.is_none() {
        return Err(Fail::field("", "error-city-untried"));
    }
    let own = match actor.id().filter(|_| actor.works_for(idp.city)) {
        Some(id) => oidc::of(sql, id).await?.iter().any(|link| link.issuer == idp.issuer),
        None => true,
    };
    if !own || !oidc::any_of_city(sql, idp.city, &idp.issuer).await? {
        return Err(Fail::field("", "error-city-nobody"));
    }
    Ok(())
}

async fn repair(tx: &Tx, actor: &Actor, idp: &IdpRow) -> Result<()> {
    if idp.state != IdpState::Required {
        return Err(Fail::Conflict("city_idps.state".to_owned()));
    }
    // Pressed twice it is one hour.
    if idp.is_repaired(tx.now()) {
        return Ok(());
    }
    idps::set_repair(tx, idp.id, Some(tx.now() + REPAIR)).await?;
    note(tx, actor, idp.city, acts::CITY_SIGN_IN_REPAIR).await?;
    tell(tx, actor, idp.city, CitySignIn::Repair).await
}

async fn trust(tx: &Tx, actor: &Actor, idp: &IdpRow, trusted: bool) -> Result<()> {
    if !idps::set_trusted(tx, idp.id, trusted).await? {
        return Ok(());
    }
    let act = if trusted { acts::CITY_SIGN_IN_TRUSTED } else { acts::CITY_SIGN_IN_DOUBTED };
    note(tx, actor, idp.city, act).await
}

/// From the command line: the people of this city need not sign in with its provider any more. False where they need not.
///
/// # Errors
/// [`Fail::NotFound`] where there is no such city.
pub async fn release(db: &Db, slug: &str) -> Result<bool> {
    let tx = db.begin().await?;
    let city = cities::by_slugs(&tx, &[slug.to_owned()]).await?.pop().ok_or(Fail::NotFound)?;
    idps::lock(&tx, city.id).await?;
    let Some(idp) = idps::of(&tx, city.id).await?.filter(|idp| idp.state == IdpState::Required) else {
        return Ok(false);
    };
    let told = (acts::CITY_SIGN_IN_OPTIONAL, CitySignIn::Optional);
    let released = moved(&tx, &Actor::System, &idp, IdpState::Optional, told).await?;
    tx.commit().await?;
    Ok(released)
}
