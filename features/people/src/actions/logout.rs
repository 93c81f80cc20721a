//! Somebody has signed out at their city's provider: what that opened here ends, on every node.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError};

use base::{Fail, Result, Time};
use openidconnect::core::CoreJsonWebKeySet;
use tokio::sync::Mutex;
use web::Hub;

use super::single::{at, provider};
use crate::logout::{SignedOut, Token, Unbelieved, read};
use crate::provider::{CLOCKS, MADE, Wrong};
use crate::rows::idps::IdpRow;
use crate::rows::{account, oidc};
use crate::rules::{KEYS_AWAY, KEYS_KEPT, KEYS_PAUSE, LOGOUTS_PLACE, LOGOUTS_PROVIDER};

/// Providers whose keys are kept at most.
const KEPT: usize = 1_000;

/// The keys of a provider, as far as they are known.
#[derive(Default)]
struct Keys {
    /// When it was asked for them last, whatever it answered.
    asked_at: Option<Time>,
    /// What it answered then; none where it did not.
    answered: Option<CoreJsonWebKeySet>,
}

/// Held while the provider is asked: whoever comes meanwhile waits for the same answer.
type Shared = Arc<Mutex<Keys>>;

/// By what is entered of a provider, and its issuer: entered anew, its keys are read anew.
static KEYS: LazyLock<std::sync::Mutex<HashMap<(i64, String), Shared>>> = LazyLock::new(Default::default);

fn keys_of(idp: &IdpRow) -> Shared {
    let mut all = KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    let own = (idp.version, idp.issuer.clone());
    if all.len() >= KEPT && !all.contains_key(&own) {
        // Those that nobody holds just now are read again when they are needed.
        all.retain(|_, shared| Arc::strong_count(shared) > 1);
    }
    all.entry(own).or_default().clone()
}

impl Keys {
    /// Those that are not too old.
    fn fresh(&self, now: Time) -> Option<&CoreJsonWebKeySet> {
        self.answered.as_ref().filter(|_| self.asked_within(KEYS_KEPT, now))
    }

    fn asked_within(&self, time: chrono::TimeDelta, now: Time) -> bool {
        self.asked_at.is_some_and(|at| at > now - time)
    }

    /// Has it been asked so lately that it is not asked again?
    fn rests(&self, now: Time) -> bool {
        self.asked_within(if self.answered.is_some() { KEYS_PAUSE } else { KEYS_AWAY }, now)
    }

    /// Asks for them anew; false where they cannot be had.
    async fn ask(&mut self, hub: &Hub, idp: &IdpRow) -> Result<bool> {
        let Some(open) = provider(hub, idp).await? else { return Ok(false) };
        let found = open.as_provider(hub, idp).keys().await;
        if let Err(Wrong::Busy) = found {
            return Err(Fail::Busy(1));
        }
        if let Err(wrong) = &found {
            tracing::warn!(city = %idp.city, issuer = %idp.issuer, ?wrong, "the keys of a city's provider cannot be read");
        }
        self.asked_at = Some(hub.now());
        self.answered = found.ok();
        Ok(self.answered.is_some())
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

/// What of a token is believed. Where the keys that are kept do not bear it out, the provider may have changed them: it is asked once
/// more, after a pause, so that whoever sends many has it asked once.
async fn believed(hub: &Hub, idp: &IdpRow, token: &Token<'_>) -> Result<std::result::Result<SignedOut, Refused>> {
    let shared = keys_of(idp);
    let mut keys = shared.lock().await;
    let now = hub.now();
    let says = keys.fresh(now).map(|fresh| token.believed(fresh));
    match says {
        Some(Ok(says)) => return Ok(Ok(says)),
        Some(Err(why)) if keys.rests(now) => return Ok(Err(Refused::Token(why))),
        None if keys.answered.is_none() && keys.rests(now) => return Ok(Err(Refused::Away)),
        _ => {}
    }
    if !keys.ask(hub, idp).await? {
        return Ok(Err(Refused::Away));
    }
    Ok(keys.answered.as_ref().map_or(Err(Refused::Away), |fresh| token.believed(fresh).map_err(Refused::Token)))
}

/// Ends what whoever signed out at the provider of this city has opened here with it, as far as it began before. Sessions that were
/// opened otherwise stay.
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
    // First what can be known without the keys: whoever sends anything at all has nobody asked for them.
    let token = match read(token, &idp.issuer, &idp.client_id, hub.now()) {
        Ok(token) => token,
        Err(why) => return Ok(Err(Refused::Token(why))),
    };
    let says = match believed(hub, &idp, &token).await? {
        Ok(says) => says,
        Err(refused) => return Ok(Err(refused)),
    };
    hub.guard.pass(&hub.db, &[(&format!("logout-provider:{}", idp.id), LOGOUTS_PROVIDER)]).await?;
    if end(hub, &idp, &says).await? { Ok(Ok(())) } else { Ok(Err(Refused::Token(Unbelieved::Again))) }
}

/// Ends it; false where this was said before.
async fn end(hub: &Hub, idp: &IdpRow, says: &SignedOut) -> Result<bool> {
    let sql = hub.db.read();
    let links = match (&says.subject, says.sid) {
        (Some(subject), _) => oidc::who(&sql, &idp.issuer, subject).await?.into_iter().collect(),
        (None, Some(sid)) => oidc::who_is_in(&sql, &idp.issuer, sid).await?,
        (None, None) => Vec::new(),
    };
    let number = base::secret::hash(&format!("{} {} {}", idp.id, idp.issuer, says.number));
    let tx = hub.db.begin().await?;
    // Kept with what it ends: said once more since nothing came of it, it counts.
    if !oidc::hear(&tx, &number, says.made_at + MADE + CLOCKS).await? {
        return Ok(false);
    }
    // Whoever is not known here has nothing open.
    for link in &links {
        account::lock_sessions(&tx, link.person).await?;
        if oidc::end_opened(&tx, link.id, says.sid, says.made_at + CLOCKS).await? > 0 {
            account::log(&tx, link.person, "signed-out-city").await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}
