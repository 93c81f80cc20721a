//! What opens when somebody has shown who they are: a session, or the second step.

use base::{Actor, Person, PersonId, Result};
use store::Tx;

use crate::agent::Agent;
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

/// How somebody has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// With what they know.
    Password,
    /// With a link that was sent or handed to them.
    Link,
}

/// Opens a session for somebody who has given the first step, or asks for the second where they have one.
pub(crate) async fn open_or_ask(
    tx: &Tx,
    person: PersonId,
    by: By,
    device: Option<&str>,
    agent: Agent,
) -> Result<Admitted> {
    if second_step::authenticator(tx, person).await?.is_none() {
        account::log(tx, person, "signed-in").await?;
        return Ok(Admitted::Whole(open_session(tx, person, by, device, agent).await?));
    }
    let secret = base::secret::new_secret();
    second_step::add_first(tx, &base::secret::hash(&secret), person, tx.now() + FIRST_STEP).await?;
    Ok(Admitted::First(secret))
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
    let hash = base::secret::hash(&session);
    account::add_session(tx, &hash, person, by == By::Link, agent, tx.now() + SESSION).await?;
    let device = device.map_or_else(base::secret::new_secret, str::to_owned);
    account::remember_device(tx, &base::secret::hash(&device), person, DEVICES).await?;
    Ok(Opened { session, device })
}
