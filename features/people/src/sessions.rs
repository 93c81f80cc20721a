//! Who is behind a session cookie, and which browsers are known.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use base::{CityId, Person, Result, Role, Time};
use chrono::TimeDelta;
use http::{HeaderMap, HeaderValue};
use input::is_token;
use store::Db;
use web::parts::Sessions;
use web::{Hub, serve};

use crate::actions::{links, look};
use crate::rows::{account, bodies, roles};
use crate::rules::{RoleRow, SEEN, makes_member, seats};

/// Sessions of which a process remembers that their use is being noted.
const REMEMBERED: usize = 10_000;
/// How long it waits before it tries to note the same one again, where that failed (a full disk).
const AGAIN: TimeDelta = TimeDelta::minutes(5);

#[derive(Default)]
pub(crate) struct DatabaseSessions {
    /// When the use of a session was last tried to be noted: many requests at once write once.
    tried: Mutex<HashMap<String, Time>>,
}

#[async_trait]
impl Sessions for DatabaseSessions {
    async fn person(&self, hub: &Hub, secret: &str) -> Result<Option<Person>> {
        let sql = hub.db.read();
        let now = hub.now();
        let hash = base::secret::hash(secret);
        let Some(row) = account::by_session(&sql, &hash, now).await? else { return Ok(None) };
        let required = |role: &Role| hub.settings.second_step_roles.iter().any(|own| own == role.code());
        let valid = roles::of(&sql, row.id).await?.into_iter().filter(|held| held.holds(now));
        let (held, resting): (Vec<RoleRow>, Vec<RoleRow>) =
            valid.partition(|held| row.second_step || !required(&held.role));
        let roles: Vec<Role> = held.iter().map(|row| row.role.clone()).collect();
        let mut own: Vec<CityId> = roles.iter().filter_map(Role::city).collect();
        own.sort();
        own.dedup();
        let ended = cities::ended_of(&sql, &own).await?;
        let mut seats = seats(&held, now);
        seats.extend(bodies::seats(&sql, row.id, roles.contains(&Role::Administrator), now).await?);
        if row.seen_at.is_none_or(|seen| now >= seen + SEEN) && self.is_due(&hash, now) {
            note_seen(&hub.db, hash);
        }
        let member = makes_member(&held, &ended);
        let resting = resting.into_iter().map(|row| row.role).collect();
        let looks_as = row.looks_as.filter(|_| row.looks_until.is_some_and(|until| now < until));
        let looks_as = looks_as.and_then(|code| Role::of(&code, &row.looks_scope));
        let person = Person {
            seats,
            member,
            former: ended,
            ending: held.iter().filter_map(|row| Some((row.role.clone(), row.ends_at?))).collect(),
            resting,
            authenticated_at: row.authenticated_at,
            ..Person::new(row.id, &row.name, &row.email, row.lang, roles)
        };
        match looks_as {
            Some(role) => look::looking(hub, &sql, person, role).await.map(Some),
            None => Ok(Some(person)),
        }
    }

    async fn knows_browser(&self, hub: &Hub, headers: &HeaderMap) -> Result<bool> {
        match device(hub, headers) {
            Some(secret) => account::is_device(&hub.db.read(), &base::secret::hash(&secret)).await,
            None => Ok(false),
        }
    }

    async fn first_link(&self, hub: &Hub, kept: Option<&str>) -> Result<Option<String>> {
        links::first_link(&hub.db, kept).await
    }
}

/// The name of the cookie by which a browser is known in which somebody signed in: with TLS, bound to this host.
pub(crate) fn device_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_device" } else { "hub_device" }
}

/// The secret by which a browser says that somebody signed in there before.
pub(crate) fn device(hub: &Hub, headers: &HeaderMap) -> Option<String> {
    serve::cookie(headers, device_cookie(hub)).filter(|secret| is_token(secret))
}

/// The cookie of a first step.
fn first_step_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_first_step" } else { "hub_first_step" }
}

/// A `Set-Cookie` for whoever has given the first step; or that it is over.
pub(crate) fn first_step(hub: &Hub, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if hub.is_https() { "; Secure" } else { "" };
    let name = first_step_cookie(hub);
    let text = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The secret of the first step that was given in this browser.
pub(crate) fn first_step_of(hub: &Hub, headers: &HeaderMap) -> Option<String> {
    serve::cookie(headers, first_step_cookie(hub)).filter(|secret| is_token(secret))
}

/// The cookie of a browser that is asked to sign with a passkey.
fn signing_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_passkey" } else { "hub_passkey" }
}

/// A `Set-Cookie` for a browser that is asked to sign.
pub(crate) fn signing(hub: &Hub, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if hub.is_https() { "; Secure" } else { "" };
    let name = signing_cookie(hub);
    let text = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The secret of a browser that is asked to sign.
pub(crate) fn signing_of(hub: &Hub, headers: &HeaderMap) -> Option<String> {
    serve::cookie(headers, signing_cookie(hub)).filter(|secret| is_token(secret))
}

/// The cookie of a browser that was sent to a city's provider.
fn sent_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_sent" } else { "hub_sent" }
}

/// A `Set-Cookie` for a browser that is sent to a city's provider. It is `Lax`: it comes back from somewhere else.
pub(crate) fn sent_away(hub: &Hub, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if hub.is_https() { "; Secure" } else { "" };
    let name = sent_cookie(hub);
    let text = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The secret of a browser that was sent to a city's provider.
pub(crate) fn sent_of(hub: &Hub, headers: &HeaderMap) -> Option<String> {
    serve::cookie(headers, sent_cookie(hub)).filter(|secret| is_token(secret))
}

impl DatabaseSessions {
    fn is_due(&self, hash: &str, now: Time) -> bool {
        let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        if tried.get(hash).is_some_and(|at| now < *at + AGAIN) {
            return false;
        }
        if tried.len() >= REMEMBERED {
            tried.retain(|_, at| now < *at + AGAIN);
        }
        if tried.len() < REMEMBERED {
            tried.insert(hash.to_owned(), now);
        }
        true
    }
}

/// Notes that a session was used, once an hour, beside the request: a page does not wait for the writer.
fn note_seen(db: &Db, hash: String) {
    let db = db.clone();
    tokio::spawn(async move {
        let noted = async {
            let tx = db.begin().await?;
            account::session_seen(&tx, &hash).await?;
            tx.commit().await?;
            // On its own: whoever changes an account takes it before its sessions.
            let tx = db.begin().await?;
            account::owner_seen(&tx, &hash).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "when a session was last used is not noted");
        }
    });
}
