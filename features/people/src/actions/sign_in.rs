//! Signing in and out.

use base::{Fail, Result};
use store::Sql;
use web::Hub;

use super::session::{self, Admitted, By};
use crate::agent::Agent;
use crate::password::{Checked, Passwords};
use crate::rows::{self, Secret, account};
use crate::rules::{
    GUESSES, GUESSES_ALL, GUESSES_DEVICE, GUESSES_FIRST, GUESSES_FIRST_ALL, GUESSES_NETWORK, GUESSES_PLACE,
    GUESSES_SLOW, fold_email,
};

/// What somebody who signs in brings along.
#[derive(Clone, Copy, Debug)]
pub struct Guess<'a> {
    /// The address as it was typed.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
    /// The place that the request comes from.
    pub place: &'a str,
    /// The secret of the session that this browser had.
    pub session: Option<&'a str>,
    /// The secret by which this browser says that somebody signed in here before.
    pub device: Option<&'a str>,
    /// Which browser it says that it is.
    pub agent: Agent,
}

/// Opens a session, or asks for the second step. A session from before ends: its secret may have been planted.
///
/// # Errors
/// [`Fail::Invalid`] when address and password do not belong together, without saying which;
/// [`Fail::TooMany`] after too many guesses.
pub async fn sign_in(hub: &Hub, guess: Guess<'_>) -> Result<Admitted> {
    let email = fold_email(guess.email);
    let door = admit(hub, &email, guess).await?;
    for _ in 0..TRIES {
        match enter(hub, guess, &email, &door).await? {
            Entered::Yes(admitted) => return Ok(admitted),
            Entered::Overtaken => {}
        }
    }
    Err(wrong())
}

/// How often a password is checked that is kept anew meanwhile: a button pressed twice is no wrong password.
const TRIES: usize = 2;

/// What became of one try with the right password.
enum Entered {
    Yes(Admitted),
    /// The password was set, or only hashed anew, while it was checked.
    Overtaken,
}

async fn enter(hub: &Hub, guess: Guess<'_>, email: &str, door: &Door) -> Result<Entered> {
    let found = secret(&hub.db.read(), guess.email, email).await?;
    let (id, stored) = found.map_or((None, None), |secret| (Some(secret.id), secret.password));
    let checked = Passwords::check(guess.password.to_owned(), stored.clone()).await?;
    let Some(id) = id.filter(|_| checked != Checked::Wrong) else { return Err(wrong()) };
    let anew = match checked {
        Checked::RightAsTyped => Some(Passwords::hash(guess.password.to_owned()).await?),
        _ => None,
    };
    let tx = hub.db.begin().await?;
    // Checking takes a while: the password may have been changed, or the account deactivated.
    account::lock_sessions(&tx, id).await?;
    let now = secret(&tx, guess.email, email).await?.filter(|now| now.id == id).ok_or_else(wrong)?;
    if now.password != stored {
        return Ok(Entered::Overtaken);
    }
    if !now.active {
        // Only whoever has the password learns it.
        return Err(Fail::field("", "error-deactivated"));
    }
    if let Some(anew) = anew {
        rows::set_password(&tx, id, &anew).await?;
    }
    if let Some(before) = guess.session {
        account::end_session(&tx, &base::secret::hash(before)).await?;
    }
    tx.forgive(&door.own).await?;
    let admitted =
        session::open_or_ask(&tx, id, By::Password, guess.device.filter(|_| door.known), guess.agent).await?;
    tx.commit().await?;
    Ok(Entered::Yes(admitted))
}

/// Whose address this is. One of an earlier version, which could not be brought into the form in which addresses are
/// compared, since another account has it, is found as it was typed.
async fn secret(sql: &Sql, typed: &str, email: &str) -> Result<Option<Secret>> {
    let typed = typed.trim().to_lowercase();
    if typed != email
        && let Some(secret) = rows::secret(sql, &typed).await?
    {
        return Ok(Some(secret));
    }
    rows::secret(sql, email).await
}

fn wrong() -> Fail {
    Fail::field("email", "error-sign-in")
}

/// The door through which somebody came: where the tries are forgiven, and whether the browser is a known one.
struct Door {
    own: String,
    known: bool,
}

/// Counts a guess. First the place, from memory alone once it is over; then this address from this place and its network,
/// or from this browser where its owner signed in before; then this address from everywhere, which slows down only, and
/// never those browsers.
async fn admit(hub: &Hub, email: &str, guess: Guess<'_>) -> Result<Door> {
    let guard = &hub.guard;
    let place = format!("sign-in-place:{}", base::secret::hash(guess.place));
    guard.remembers(&place, hub.now())?;
    let device = match guess.device.map(base::secret::hash) {
        Some(hash) if account::knows_device(&hub.db.read(), &hash, email).await? => Some(hash),
        _ => None,
    };
    if let Some(device) = device {
        let own = format!("sign-in-device:{}", base::secret::hash(&format!("{email} {device}")));
        guard.pass(&hub.db, &[(&place, GUESSES_PLACE), (&own, GUESSES_DEVICE)]).await?;
        return Ok(Door { own, known: true });
    }
    let own = format!("sign-in:{}", base::secret::hash(&format!("{email} {}", guess.place)));
    let network = web::client::network(guess.place).map(|own| base::secret::hash(&format!("{email} {own}")));
    let of_network = network.as_ref().map(|network| format!("sign-in-network:{network}"));
    let mut doors = vec![(place.as_str(), GUESSES_PLACE), (own.as_str(), GUESSES)];
    doors.extend(of_network.as_deref().map(|door| (door, GUESSES_NETWORK)));
    guard.pass(&hub.db, &doors).await?;
    let all = base::secret::hash(email);
    match guard.pass(&hub.db, &[(&format!("sign-in-all:{all}"), GUESSES_ALL)]).await {
        Err(Fail::TooMany(_)) => pass_slowly(hub, &all, &own, network.as_deref()).await?,
        other => other?,
    }
    Ok(Door { own, known: false })
}

/// Too many have guessed for this address. A place that has not, and a network that has not, is let through all the same,
/// so many of them in a minute; all others wait for one slot: who guesses may hold that one, from ever new places.
async fn pass_slowly(hub: &Hub, all: &str, own: &str, network: Option<&str>) -> Result<()> {
    let (place, every) = (format!("first {own}"), format!("sign-in-first-all:{all}"));
    let network = network.map(|network| format!("sign-in-first-network:{network}"));
    let mut doors = vec![(place.as_str(), GUESSES_FIRST)];
    doors.extend(network.as_deref().map(|door| (door, GUESSES_FIRST)));
    doors.push((&every, GUESSES_FIRST_ALL));
    match hub.guard.pass(&hub.db, &doors).await {
        Err(Fail::TooMany(_)) => hub.guard.pass(&hub.db, &[(&format!("sign-in-slow:{all}"), GUESSES_SLOW)]).await,
        other => other,
    }
}

/// Ends a session.
pub async fn sign_out(hub: &Hub, secret: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    account::end_session(&tx, &base::secret::hash(secret)).await?;
    tx.commit().await
}
