//! Passkeys: added, renamed, deleted; and showing with one who somebody is.

use base::actor::is_recent;
use base::{Actor, Fail, PersonId, Result, Time};
use store::{Sql, Tx};
use web::Hub;

use super::own::{lock_own, lock_own_recent};
use super::second_step::{may_begin, new_codes_of, note};
use super::session::{Admitted, By, led_to_city, open_session, tell_of_browser};
use crate::agent::Agent;
use crate::letters::SecondStep;
use crate::passkeys::{Asked, Party, Said, Signed, handle};
use crate::rows::passkeys::{self as keys, PasskeyRow, Purpose};
use crate::rows::{self, account, endings, second_step as steps};
use crate::rules::{GUESSES_PLACE, PASSKEYS, SIGNING, WRONG_CODES};

/// The passkeys of this person, and which of them are for the name that the hub has now.
pub(crate) async fn of(hub: &Hub, person: PersonId) -> Result<Vec<(PasskeyRow, bool)>> {
    let party = Party::of(hub);
    let is_ours = |row: &PasskeyRow| party.as_ref().is_some_and(|party| party.name() == row.party);
    let own = keys::of(&hub.db.read(), person).await?;
    Ok(own
        .into_iter()
        .map(|row| {
            let ours = is_ours(&row);
            (row, ours)
        })
        .collect())
}

/// Has this person one that works here?
pub(crate) async fn usable(hub: &Hub, sql: &Sql, person: PersonId) -> Result<bool> {
    let Some(party) = Party::of(hub) else { return Ok(false) };
    Ok(keys::of(sql, person).await?.iter().any(|row| row.party == party.name()))
}

/// One of one's own.
pub(crate) async fn one(hub: &Hub, actor: &Actor, id: i64) -> Result<PasskeyRow> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    keys::find(&hub.db.read(), person, id).await?.ok_or(Fail::NotFound)
}

/// Whether a passkey may be added in this session; why not, else.
async fn may_add(tx: &Tx, actor: &Actor, this: &str) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let session = lock_own_recent(tx, person, this).await?;
    // As the first app: whoever has only the password wakes no role with a key of their own.
    if !may_begin(person, &session) {
        return Err(Fail::field("", "error-second-step-link"));
    }
    if keys::of(tx, person.id).await?.len() >= PASSKEYS {
        return Err(Fail::field("", "error-passkeys-many"));
    }
    Ok(())
}

/// Asks the browser of this session for a new passkey; answers what it is told.
///
/// # Errors
/// [`Fail::SignInAgain`]; [`Fail::SignIn`] where the session ended meanwhile; [`Fail::Invalid`] where a role rests and this session was not
/// opened with a link, and where there are too many; [`Fail::NotFound`] where the hub's address is a number.
pub async fn begin(hub: &Hub, actor: &Actor, this: &str) -> Result<String> {
    let party = Party::of(hub).ok_or(Fail::NotFound)?;
    let tx = hub.db.begin().await?;
    may_add(&tx, actor, this).await?;
    let person = actor.person().ok_or(Fail::SignIn)?;
    let own = keys::of(&tx, person.id).await?;
    let known = own.first().map_or_else(handle, |first| first.handle.clone());
    let has: Vec<String> = own.iter().filter(|row| row.party == party.name()).map(|row| row.kept.clone()).collect();
    let Asked { options, state } = party.ask_for_new(&known, (&person.email, &person.name), &has)?;
    // Which handle it was asked with goes with it.
    let state = format!("{known} {state}");
    keys::ask(&tx, &base::secret::hash(this), Purpose::Add, &state, tx.now() + SIGNING).await?;
    tx.commit().await?;
    Ok(options)
}

/// Adds the passkey that was made. Where it is the first second step, all other sessions end, other browsers are no longer known, and there are
/// recovery codes, which are answered: whoever loses the key, or comes without a script, signs in with the password and one of them.
///
/// # Errors
/// As [`begin`]; [`Fail::Invalid`] where nothing was asked for (any more), or something else was made.
pub async fn add(
    hub: &Hub,
    actor: &Actor,
    this: &str,
    (name, sent): (&str, &str),
    device: Option<&str>,
) -> Result<Option<Vec<String>>> {
    let party = Party::of(hub).ok_or(Fail::NotFound)?;
    let (tx, session) = (hub.db.begin().await?, base::secret::hash(this));
    may_add(&tx, actor, this).await?;
    let person = actor.person().ok_or(Fail::SignIn)?;
    let wrong = || Fail::field("", "error-passkey-add");
    let state = keys::take(&tx, &session, Purpose::Add).await?.ok_or_else(wrong)?;
    let (known, state) = state.split_once(' ').ok_or_else(wrong)?;
    let Some(made) = party.made(sent, state) else {
        // What was asked counts once, also where it was answered wrongly.
        tx.commit().await?;
        return Err(wrong());
    };
    if keys::by_credential(&tx, party.name(), &made.credential).await?.is_some() {
        return Err(Fail::field("", "error-passkey-there"));
    }
    let was_on = steps::is_on(&tx, person.id).await?;
    let row = PasskeyRow {
        id: tx.new_id(),
        person: person.id,
        party: party.name().to_owned(),
        handle: known.to_owned(),
        name: name.to_owned(),
        kept: made.kept,
        created_at: tx.now(),
        used_at: None,
    };
    keys::add(&tx, &row, &made.credential).await?;
    // Whoever adds one has not lost everything.
    endings::end(&tx, person.id).await?;
    let codes = match was_on {
        true => None,
        false => {
            account::end_other_sessions(&tx, person.id, &session).await?;
            let device = device.map(base::secret::hash).unwrap_or_default();
            account::forget_other_devices(&tx, person.id, &device).await?;
            Some(new_codes_of(&tx, hub, person.id).await?)
        }
    };
    note(&tx, actor, person.id, SecondStep::PasskeyAdded).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Calls one of one's own otherwise.
pub async fn rename(hub: &Hub, actor: &Actor, id: i64, name: &str) -> Result<()> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    if !keys::rename(&tx, person, id, name).await? {
        return Err(Fail::NotFound);
    }
    tx.commit().await
}

/// Deletes one of one's own. The password stays: no passkey is the last way in. One that is gone already stays so.
///
/// # Errors
/// [`Fail::SignInAgain`]; [`Fail::SignIn`] where the session ended meanwhile; [`Fail::Conflict`] where there would be no way in any more.
pub async fn delete(hub: &Hub, actor: &Actor, this: &str, id: i64) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    lock_own_recent(&tx, person, this).await?;
    if !keys::delete(&tx, person.id, id).await? {
        return Ok(());
    }
    if !keys::any(&tx, person.id).await? && !rows::by_id(&tx, person.id).await?.ready {
        return Err(Fail::Conflict("last way in".to_owned()));
    }
    steps::without_step(&tx, person.id).await?;
    note(&tx, actor, person.id, SecondStep::PasskeyDeleted).await?;
    tx.commit().await
}

/// Asks a browser to show with a passkey who somebody is: what it is told, and the secret by which it is known when it answers.
///
/// # Errors
/// [`Fail::NotFound`] where the hub's address is a number; [`Fail::TooMany`].
pub async fn ask(hub: &Hub, place: &str) -> Result<(String, String)> {
    let party = Party::of(hub).ok_or(Fail::NotFound)?;
    let place = format!("passkey-place:{}", base::secret::hash(place));
    hub.guard.pass(&hub.db, &[(&place, GUESSES_PLACE)]).await?;
    let (Asked { options, state }, secret) = (party.ask()?, base::secret::new_secret());
    let tx = hub.db.begin().await?;
    keys::ask(&tx, &base::secret::hash(&secret), Purpose::Use, &state, tx.now() + SIGNING).await?;
    tx.commit().await?;
    Ok((options, secret))
}

/// What a browser shows.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// What was signed, as the browser wrote it.
    pub sent: &'a str,
    /// The secret of the browser that was asked.
    pub asked: Option<&'a str>,
    /// The secret by which it says that somebody signed in here before.
    pub device: Option<&'a str>,
}

/// What this browser had before.
#[derive(Clone, Copy)]
pub(crate) struct Before<'a> {
    /// The secret of a first step, whose person it has to be.
    pub first: Option<&'a str>,
    /// The secret of a session, which ends.
    pub session: Option<&'a str>,
}

fn wrong() -> Fail {
    Fail::field("", "error-passkey")
}

/// What was signed, with what was asked; that counts once, whatever becomes of it.
async fn read(hub: &Hub, party: &Party, shown: Shown<'_>) -> Result<(Signed, String)> {
    let asked = shown.asked.ok_or_else(wrong)?;
    let tx = hub.db.begin().await?;
    let state = keys::take(&tx, &base::secret::hash(asked), Purpose::Use).await?.ok_or_else(wrong)?;
    tx.commit().await?;
    Ok((party.signed(shown.sent).ok_or_else(wrong)?, state))
}

/// The key with which it was signed, behind its person's lock; it is noted as used.
async fn check(tx: &Tx, party: &Party, (signed, state): (&Signed, &str), person: PersonId) -> Result<Checked> {
    let row = keys::by_credential(tx, party.name(), &signed.credential).await?;
    let Some(row) = row.filter(|row| row.person == person && row.handle == signed.handle) else {
        return Ok(Checked::Wrong);
    };
    match party.says(signed, state, &row.kept) {
        Said::Right(kept) => {
            keys::used(tx, row.id, &kept).await?;
            Ok(Checked::Right)
        }
        Said::Copied => Ok(Checked::Copied),
        Said::Wrong => Ok(Checked::Wrong),
    }
}

enum Checked {
    Right,
    Copied,
    Wrong,
}

/// Opens a session for whoever shows with a passkey who they are: both steps at once. After a first step it has to be the same person.
///
/// # Errors
/// [`Fail::Invalid`] where nothing was asked of this browser (any more), and where the signature, the key or its person is none or another: which,
/// is not said; [`Fail::TooMany`].
pub(crate) async fn enter(
    hub: &Hub,
    place: &str,
    shown: Shown<'_>,
    before: Before<'_>,
    agent: Agent,
) -> Result<Admitted> {
    let party = Party::of(hub).ok_or_else(wrong)?;
    let place = format!("passkey-place:{}", base::secret::hash(place));
    hub.guard.pass(&hub.db, &[(&place, GUESSES_PLACE)]).await?;
    let (signed, state) = read(hub, &party, shown).await?;
    let sql = hub.db.read();
    let row = keys::by_credential(&sql, party.name(), &signed.credential).await?.ok_or_else(wrong)?;
    let person = row.person;
    let device = super::second_step::known_device(hub, person, shown.device).await?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    if let Some(first) = before.first
        && let Some(first) = steps::first(&tx, &base::secret::hash(first), tx.now()).await?
        && first.person != person
    {
        return Err(wrong());
    }
    match check(&tx, &party, (&signed, &state), person).await? {
        Checked::Right => {}
        Checked::Wrong => return Err(wrong()),
        Checked::Copied => {
            drop(tx);
            return Err(note_copied(hub, person).await?);
        }
    }
    if !rows::by_id(&tx, person).await?.active {
        // Only whoever has the key learns it.
        return Err(Fail::field("", "error-deactivated"));
    }
    if let Some(first) = before.first {
        steps::end_first(&tx, &base::secret::hash(first)).await?;
    }
    if let Some(session) = before.session {
        account::end_session(&tx, &base::secret::hash(session)).await?;
    }
    let admitted = match led_to_city(&tx, person, By::Password).await? {
        Some(city) => Admitted::City(city),
        None => {
            account::log(&tx, person, "signed-in-passkey").await?;
            tell_of_browser(&tx, person, device, agent).await?;
            Admitted::Whole(open_session(&tx, person, By::Password, device, agent).await?)
        }
    };
    tx.commit().await?;
    Ok(admitted)
}

/// Shows once more who whoever has this session is, with one of their own passkeys. Sent twice, the first time is enough.
///
/// # Errors
/// As [`enter`]; [`Fail::SignIn`] where the session ended meanwhile.
pub(crate) async fn prove(hub: &Hub, actor: &Actor, this: &str, shown: Shown<'_>) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let party = Party::of(hub).ok_or_else(wrong)?;
    let read = read(hub, &party, shown).await;
    let tx = hub.db.begin().await?;
    let session = lock_own(&tx, person, this).await?;
    let (signed, state) = match read {
        Err(_) if is_recent(session.authenticated_at, tx.now()) => return Ok(()),
        other => other?,
    };
    match check(&tx, &party, (&signed, &state), person.id).await? {
        Checked::Right => {}
        Checked::Wrong => return Err(wrong()),
        Checked::Copied => {
            drop(tx);
            return Err(note_copied(hub, person.id).await?);
        }
    }
    account::authenticated(&tx, &base::secret::hash(this)).await?;
    account::log(&tx, person.id, "signed-in-again").await?;
    tx.commit().await
}

/// A key whose count has gone back: somebody may have a copy. Its owner is told, once in a day.
async fn note_copied(hub: &Hub, person: PersonId) -> Result<Fail> {
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    let since: Time = tx.now() - WRONG_CODES;
    if !account::was_logged(&tx, person, SecondStep::PasskeyCopied.code(), since).await? {
        note(&tx, &Actor::System, person, SecondStep::PasskeyCopied).await?;
        tx.commit().await?;
    }
    Ok(Fail::field("", "error-passkey-copied"))
}
