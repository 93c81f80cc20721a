//! What opens when somebody has shown who they are: a session, or the second step.

use base::{Actor, Person, PersonId, Result, Time};
use store::{Sql, Tx};

use crate::agent::Agent;
use crate::letters::BrowserTold;
use crate::rows::account::{InSession, NewSession};
use crate::rows::idps::{self, IdpRow};
use crate::rows::second_step::NewFirst;
use crate::rows::{account, roles, second_step};
use crate::rules::{CITY_SESSION, DEVICES, FIRST_STEP, IdpState, PersonRow, SESSION, only_city};

/// A session that was opened: what goes into cookies.
#[derive(Debug)]
pub struct Opened {
    /// The session's secret.
    pub session: String,
    /// The secret by which this browser is known from now on.
    pub device: String,
}

/// Somebody who has given the first step: a password, or a link.
#[derive(Debug)]
pub enum Admitted {
    /// That was all.
    Whole(Opened),
    /// The second step is still to come: the secret that the browser keeps for it. It is no session.
    First(String),
    /// Their city's provider says who its people are, and has not yet.
    City(AtCity),
}

/// Somebody who may come in once their city's provider has said who they are.
#[derive(Debug)]
pub struct AtCity {
    /// The city, as addresses have it.
    pub slug: String,
    /// The secret of a first step, for whoever gave a password: whom the provider does not know yet it may connect.
    pub first: Option<String>,
}

/// What a browser brings along in which somebody comes in.
#[derive(Clone, Copy)]
pub(crate) struct Browser<'a> {
    /// The secret of the session that it had, which ends: it may have been planted.
    pub session: Option<&'a str>,
    /// The secret by which it says that somebody signed in here before.
    pub device: Option<&'a str>,
    /// Which browser it says that it is.
    pub agent: Agent,
}

/// How somebody has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// With what they know.
    Password,
    /// With a link that was sent or handed to them, in the place of a password that they had.
    Link,
    /// With a link that was sent to them, beside a password that stays.
    Mailbox,
    /// With the link of an invitation: the password that they chose is their first.
    Invitation,
    /// A city's provider says so.
    City(Vouched),
}

/// What a city's provider said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vouched {
    /// The link by which they are known there.
    pub link: i64,
    /// When it had asked them.
    pub at: Option<Time>,
    /// It asked for a second step, and is believed.
    pub strong: bool,
    /// Which session there it is.
    pub sid: Option<i64>,
}

impl By {
    /// When they showed who they are. A link stands for the mailbox alone: whoever had a password gives it before what is sensitive.
    fn authenticated_at(self, now: Time) -> Option<Time> {
        match self {
            By::Password | By::Invitation => Some(now),
            By::Link | By::Mailbox => None,
            By::City(vouched) => vouched.at.map(|at| at.min(now)),
        }
    }

    /// In the log of an account.
    pub(super) fn logged(self) -> &'static str {
        match self {
            By::Mailbox => "signed-in-link",
            By::City(_) => "signed-in-city",
            By::Password | By::Link | By::Invitation => "signed-in",
        }
    }

    fn link(self) -> Option<i64> {
        match self {
            By::City(vouched) => Some(vouched.link),
            _ => None,
        }
    }

    fn sid(self) -> Option<i64> {
        match self {
            By::City(vouched) => vouched.sid,
            _ => None,
        }
    }
}

/// The provider of the one city that somebody is of, where it requires that they sign in with it.
pub(crate) async fn required_of(sql: &Sql, person: PersonId) -> Result<Option<IdpRow>> {
    let Some(city) = only_city(&roles::of(sql, person).await?) else { return Ok(None) };
    Ok(idps::of(sql, city).await?.filter(|idp| idp.state == IdpState::Required))
}

/// Leads somebody on who has shown who they are otherwise than their city requires; nobody where it does not. Told only to whoever has
/// shown it: else it would say who has an account.
pub(crate) async fn led_to_city(tx: &Tx, person: PersonId, by: By) -> Result<Option<AtCity>> {
    // Whoever is invited connects in the session that follows.
    if matches!(by, By::City(_) | By::Invitation) {
        return Ok(None);
    }
    let Some(idp) = required_of(tx, person).await?.filter(|idp| idp.is_asked_for(tx.now())) else { return Ok(None) };
    let city = cities::by_ids(tx, &[idp.city]).await?.remove(&idp.city);
    let Some(city) = city else { return Ok(None) };
    let first = match by {
        By::Password => {
            let secret = base::secret::new_secret();
            let first = NewFirst { person, idp: Some(idp.id), link: None, sid: None, authenticated_at: None };
            second_step::add_first(tx, &base::secret::hash(&secret), &first, tx.now() + FIRST_STEP).await?;
            Some(secret)
        }
        _ => None,
    };
    Ok(Some(AtCity { slug: city.slug, first }))
}

/// Opens a session for somebody who has given the first step, or asks for the second where they have one.
pub(crate) async fn open_or_ask(
    tx: &Tx,
    person: PersonId,
    by: By,
    device: Option<&str>,
    agent: Agent,
) -> Result<Admitted> {
    if let Some(city) = led_to_city(tx, person, by).await? {
        return Ok(Admitted::City(city));
    }
    let strong = matches!(by, By::City(Vouched { strong: true, .. }));
    if strong || !second_step::is_on(tx, person).await? {
        account::log(tx, person, by.logged()).await?;
        // Whoever set another password with a link is told of that.
        if matches!(by, By::Password | By::Mailbox | By::City(_)) {
            tell_of_browser(tx, person, device, agent).await?;
        }
        return Ok(Admitted::Whole(open_session(tx, person, by, device, agent).await?));
    }
    let secret = base::secret::new_secret();
    let authenticated_at = if by.link().is_some() { by.authenticated_at(tx.now()) } else { None };
    let first = NewFirst { person, idp: None, link: by.link(), sid: by.sid(), authenticated_at };
    second_step::add_first(tx, &base::secret::hash(&secret), &first, tx.now() + FIRST_STEP).await?;
    Ok(Admitted::First(secret))
}

/// Tells the owner that somebody signed in in a browser that is not known: once, since it is known from then on.
pub(crate) async fn tell_of_browser(tx: &Tx, person: PersonId, device: Option<&str>, agent: Agent) -> Result<()> {
    match device {
        Some(_) => Ok(()),
        None => web::post::send(tx, &BrowserTold::new(person, agent, tx.now())).await,
    }
}

/// Somebody who has shown who they are, and has no session yet.
pub(crate) fn themselves(person: &PersonRow) -> Actor {
    Actor::Person(Box::new(Person::new(person.id, &person.name, &person.email, person.lang, Vec::new())))
}

/// Another session in the place of one that ends, for whoever has given their password in it just now. That is one step: whoever has a second
/// one has shown who they are when they had before. And where their city says how long they are in, it is no longer than before.
pub(super) async fn go_on(tx: &Tx, before: &InSession, agent: Agent) -> Result<Opened> {
    let (session, now) = (base::secret::new_secret(), tx.now());
    let authenticated_at = if before.second_step { before.authenticated_at } else { Some(now) };
    let new = NewSession {
        hash: base::secret::hash(&session),
        person: before.id,
        by_link: before.by_link && before.second_step,
        authenticated_at,
        link: before.link,
        sid: before.idp_sid,
        agent,
    };
    let short = new.link.is_some() || required_of(tx, before.id).await?.is_some();
    account::add_session(tx, &new, if short { before.expires_at } else { now + SESSION }).await?;
    let device = base::secret::new_secret();
    account::remember_device(tx, &base::secret::hash(&device), before.id, DEVICES).await?;
    Ok(Opened { session, device })
}

/// Whose city requires its provider is in for hours, not days: asked where somebody's roles have changed.
pub(super) async fn shorten_where_required(tx: &Tx, person: PersonId) -> Result<()> {
    match required_of(tx, person).await? {
        Some(_) => account::shorten_sessions(tx, person, tx.now() + CITY_SESSION).await,
        None => Ok(()),
    }
}

/// Opens a session for somebody who has proved who they are, in a browser that is known from now on: by the secret that
/// it has, or by a new one.
pub(crate) async fn open_session(
    tx: &Tx,
    person: PersonId,
    by: By,
    device: Option<&str>,
    agent: Agent,
) -> Result<Opened> {
    let (session, now) = (base::secret::new_secret(), tx.now());
    let new = NewSession {
        hash: base::secret::hash(&session),
        person,
        by_link: matches!(by, By::Link | By::Mailbox | By::Invitation),
        authenticated_at: by.authenticated_at(now),
        link: by.link(),
        sid: by.sid(),
        agent,
    };
    // Whoever is closed out by their city is not in here for days, however they came in.
    let short = new.link.is_some() || required_of(tx, person).await?.is_some();
    account::add_session(tx, &new, now + if short { CITY_SESSION } else { SESSION }).await?;
    let device = device.map_or_else(base::secret::new_secret, str::to_owned);
    account::remember_device(tx, &base::secret::hash(&device), person, DEVICES).await?;
    Ok(Opened { session, device })
}
