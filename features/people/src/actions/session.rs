//! What opens when somebody has shown who they are: a session, or the second step.

use base::{Actor, Person, PersonId, Result};
use store::Tx;

use crate::agent::Agent;
use crate::letters::BrowserTold;
use crate::rows::account::NewSession;
use crate::rows::{account, second_step};
use crate::rules::{DEVICES, FIRST_STEP, PersonRow, SESSION};

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
}

/// Opens a session for somebody who has given the first step, or asks for the second where they have one.
pub(crate) async fn open_or_ask(
    tx: &Tx,
    person: PersonId,
    by: By,
    device: Option<&str>,
    agent: Agent,
) -> Result<Admitted> {
    if !second_step::is_on(tx, person).await? {
        let logged = if by == By::Mailbox { "signed-in-link" } else { "signed-in" };
        account::log(tx, person, logged).await?;
        // Whoever set another password with a link is told of that.
        if matches!(by, By::Password | By::Mailbox) {
            tell_of_browser(tx, person, device, agent).await?;
        }
        return Ok(Admitted::Whole(open_session(tx, person, by, device, agent).await?));
    }
    let secret = base::secret::new_secret();
    second_step::add_first(tx, &base::secret::hash(&secret), person, tx.now() + FIRST_STEP).await?;
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

/// Opens a session for somebody who has proved who they are, in a browser that is known from now on: by the secret that
/// it has, or by a new one.
pub(crate) async fn open_session(
    tx: &Tx,
    person: PersonId,
    by: By,
    device: Option<&str>,
    agent: Agent,
) -> Result<Opened> {
    let session = base::secret::new_secret();
    let new = NewSession {
        hash: base::secret::hash(&session),
        person,
        by_link: by != By::Password,
        // A link stands for the mailbox alone: whoever had a password gives it before what is sensitive.
        authenticated: !matches!(by, By::Link | By::Mailbox),
        agent,
    };
    account::add_session(tx, &new, tx.now() + SESSION).await?;
    let device = device.map_or_else(base::secret::new_secret, str::to_owned);
    account::remember_device(tx, &base::secret::hash(&device), person, DEVICES).await?;
    Ok(Opened { session, device })
}
