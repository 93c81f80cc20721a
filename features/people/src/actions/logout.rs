//! Somebody has signed out at their city's provider: what that opened here ends, on every node.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use base::{Fail, Result, Time};
use openidconnect::core::CoreJsonWebKeySet;
use web::Hub;

use super::single::{at, provider};
use crate::logout::{SignedOut, Unbelieved, read};
use crate::provider::{CLOCKS, Wrong};
use crate::rows::idps::IdpRow;
use crate::rows::{account, oidc};
use crate::rules::{KEYS_KEPT, KEYS_PAUSE, LOGOUTS_PLACE};

/// Keys that are kept at most: one set for each provider.
const KEPT: usize = 1_000;

/// The keys of a provider, as they were when they were asked for.
#[derive(Clone)]
struct Keys {
    asked_at: Time,
    keys: CoreJsonWebKeySet,
}

/// By issuer. Whoever sends many tokens has its provider asked once.
static KEYS: LazyLock<Mutex<HashMap<String, Keys>>> = LazyLock::new(Mutex::default);

fn kept(issuer: &str, since: Time) -> Option<Keys> {
    let all = KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    all.get(issuer).filter(|own| own.asked_at > since).cloned()
}

fn keep(issuer: &str, keys: Keys) {
    let mut all = KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() >= KEPT {
        all.retain(|_, own| own.asked_at > keys.asked_at - KEYS_KEPT);
    }
    if all.len() < KEPT || all.contains_key(issuer) {
        all.insert(issuer.to_owned(), keys);
    }
}

/// Why nothing was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// What was sent is not believed.
    Token(Unbelieved),
    /// The provider's keys could not be had.
    Away,
}

/// Asks the provider for its keys anew.
async fn ask(hub: &Hub, idp: &IdpRow) -> Result<std::result::Result<Keys, Refused>> {
    let Some(open) = provider(hub, idp).await? else { return Ok(Err(Refused::Away)) };
    let found = open.as_provider(hub, idp).keys().await;
    Ok(match found {
        Ok(keys) => {
            let own = Keys { asked_at: hub.now(), keys };
            keep(&idp.issuer, own.clone());
            Ok(own)
        }
        Err(Wrong::Busy) => return Err(Fail::Busy(1)),
        Err(_) => Err(Refused::Away),
    })
}

/// What of a token is believed. A key that is not among those that are kept is asked for once more, after a pause.
async fn believed(hub: &Hub, idp: &IdpRow, token: &str) -> Result<std::result::Result<SignedOut, Refused>> {
    let now = hub.now();
    let token = match read(token, &idp.issuer, &idp.client_id, now) {
        Ok(token) => token,
        Err(why) => return Ok(Err(Refused::Token(why))),
    };
    let mut keys = match kept(&idp.issuer, now - KEYS_KEPT) {
        Some(keys) => keys,
        None => match ask(hub, idp).await? {
            Ok(keys) => keys,
            Err(refused) => return Ok(Err(refused)),
        },
    };
    let mut says = token.believed(&keys.keys);
    if says == Err(Unbelieved::Key) && keys.asked_at <= now - KEYS_PAUSE {
        keys = match ask(hub, idp).await? {
            Ok(keys) => keys,
            Err(refused) => return Ok(Err(refused)),
        };
        says = token.believed(&keys.keys);
    }
    Ok(says.map_err(Refused::Token))
}

/// Ends what whoever signed out at the provider of this city has opened here with it, as far as it began before: said once more it ends
/// nothing else, so it is not remembered that it was said. Sessions that were opened otherwise stay.
///
/// # Errors
/// [`Fail::NotFound`] where people of no such city sign in so; [`Fail::TooMany`]; [`Fail::Busy`].
pub(crate) async fn signed_out(
    hub: &Hub,
    slug: &str,
    token: &str,
    place: &str,
) -> Result<std::result::Result<(), Refused>> {
    let place = format!("logout-place:{}", base::secret::hash(place));
    hub.guard.pass(&hub.db, &[(&place, LOGOUTS_PLACE)]).await?;
    let (_, idp) = at(hub, slug).await?;
    let says = match believed(hub, &idp, token).await? {
        Ok(says) => says,
        Err(refused) => return Ok(Err(refused)),
    };
    let sql = hub.db.read();
    let link = match (&says.subject, says.sid) {
        (Some(subject), _) => oidc::who(&sql, &idp.issuer, subject).await?,
        (None, Some(sid)) => oidc::who_is_in(&sql, &idp.issuer, sid).await?,
        (None, None) => None,
    };
    // Whoever is not known here has nothing open.
    let Some(link) = link else { return Ok(Ok(())) };
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, link.person).await?;
    let ended = oidc::end_opened(&tx, link.id, says.sid, says.made_at + CLOCKS).await?;
    if ended > 0 {
        account::log(&tx, link.person, "signed-out-city").await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}
