//! The second step of signing in: an authenticator app, and recovery codes for whoever has lost it.

use base::{Actor, Fail, Person, PersonId, Result, Role, Time};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use store::{Payload, Queue, Sql, Tx};
use web::Hub;

use super::guesses::Asked;
use super::manage::changeable;
use super::own::{lock_own, lock_own_recent};
use super::session::{By, Opened, Vouched, led_to_city, open_session, tell_of_browser, themselves};
use crate::access::may_take_second_step;
use crate::acts;
use crate::agent::Agent;
use crate::letters::{SecondStep, SecondStepEnding, SecondStepTold};
use crate::recovery;
use crate::rows::account::InSession;
use crate::rows::endings::{self, Ending};
use crate::rows::pressed::{self, Purpose};
use crate::rows::{self, account, passkeys, second_step as steps};
use crate::rules::{CODE_GUESSES, CODES_WRONG, PersonRow, SETTING_UP, WRONG_CODES};
use crate::totp::Secret;

/// What an app's secret is sealed for.
const PURPOSE: &str = "authenticator";

/// How it stands with the second step of somebody.
pub(crate) struct Standing {
    /// Since when it is asked for; none where it is not.
    pub since: Option<Time>,
    /// Recovery codes that are left.
    pub codes: usize,
    /// The app that is being set up.
    pub pending: Option<Secret>,
    /// A first app, or passkey, may be set up in this session.
    pub may_begin: bool,
    /// It is asked for: also of whoever has passkeys alone.
    pub is_on: bool,
}

/// Since when this person is asked for a second step; none where they are not.
pub(crate) async fn since(sql: &Sql, person: PersonId) -> Result<Option<Time>> {
    Ok(steps::authenticator(sql, person).await?.and_then(|own| own.confirmed_at))
}

/// How it stands with the second step of this person. The app that is being set up is shown to the session that gave the password for it.
pub(crate) async fn standing(hub: &Hub, person: &Person, this: &str) -> Result<Standing> {
    let (sql, hash) = (hub.db.read(), base::secret::hash(this));
    let pending = steps::pending(&sql, person.id, &hash, hub.now() - SETTING_UP).await?;
    let session = account::by_session(&sql, &hash, hub.now()).await?;
    let since = since(&sql, person.id).await?;
    Ok(Standing {
        is_on: since.is_some() || passkeys::any(&sql, person.id).await?,
        since,
        codes: steps::codes(&sql, person.id).await?.len(),
        // Sealed with a key that is no more, it is begun anew.
        pending: pending.and_then(|own| open(hub, &own)),
        may_begin: session.is_some_and(|session| may_begin(person, &session)),
    })
}

/// The secret of an app; none where the key that sealed it is no more.
fn open(hub: &Hub, own: &steps::Authenticator) -> Option<Secret> {
    hub.keys.open(PURPOSE, &own.id.to_string(), &own.sealed).map(Secret::from)
}

fn whose(actor: &Actor) -> Result<&Person> {
    actor.person().ok_or(Fail::SignIn)
}

/// Somebody who changes their own second step: in a session that still lives, in which they have lately shown who they are.
struct OwnChange<'a> {
    tx: Tx,
    person: &'a Person,
    session: InSession,
}

impl<'a> OwnChange<'a> {
    async fn open(hub: &Hub, actor: &'a Actor, this: &str) -> Result<OwnChange<'a>> {
        let person = whose(actor)?;
        let tx = hub.db.begin().await?;
        let session = lock_own_recent(&tx, person, this).await?;
        Ok(OwnChange { tx, person, session })
    }
}

/// May the first app be set up in this session? Where a role rests until then, whoever has only the password could wake it with an
/// app of their own: so it begins with a link, which is sent to the person.
pub(super) fn may_begin(person: &Person, session: &InSession) -> bool {
    person.resting.is_empty() || session.by_link
}

/// May the first one be set up in this session of theirs?
pub(crate) async fn may_begin_in(hub: &Hub, person: &Person, this: &str) -> Result<bool> {
    let session = account::by_session(&hub.db.read(), &base::secret::hash(this), hub.now()).await?;
    Ok(session.is_some_and(|session| may_begin(person, &session)))
}

/// Begins to set up an app, also while another is asked for: that one stands until the new one is confirmed.
///
/// # Errors
/// [`Fail::Invalid`] where a role rests and this session was not opened with a link; [`Fail::SignInAgain`];
/// [`Fail::SignIn`] where the session ended meanwhile.
pub async fn begin(hub: &Hub, actor: &Actor, this: &str) -> Result<()> {
    let OwnChange { tx, person, session } = OwnChange::open(hub, actor, this).await?;
    if !may_begin(person, &session) {
        return Err(Fail::field("", "error-second-step-link"));
    }
    let id = tx.new_id();
    let sealed = hub.keys.seal(PURPOSE, &id.to_string(), Secret::new().bytes())?;
    steps::begin(&tx, id, person.id, &base::secret::hash(this), &sealed).await?;
    tx.commit().await
}

/// Ends setting up: a code of the app shows that it has the secret. It is asked for from now on, every other session ends, other
/// browsers are no longer known, and the owner is told. Answers new recovery codes, which are shown once.
///
/// # Errors
/// [`Fail::Invalid`] where the code is not right; [`Fail::Conflict`] where nothing is being set up in this session (any more);
/// [`Fail::TooMany`]; [`Fail::SignIn`] where the session ended meanwhile.
pub async fn confirm(hub: &Hub, actor: &Actor, this: &str, device: Option<&str>, code: &str) -> Result<Vec<String>> {
    let person = whose(actor)?;
    let session = base::secret::hash(this);
    let since = hub.now() - SETTING_UP;
    // Nothing is counted where there is nothing to guess.
    steps::pending(&hub.db.read(), person.id, &session, since).await?.ok_or_else(gone)?;
    let setting_up = format!("code-setup:{}", person.id);
    hub.guard.pass(&hub.db, &[(&setting_up, CODE_GUESSES)]).await?;
    let tx = hub.db.begin().await?;
    lock_own(&tx, person, this).await?;
    let pending = steps::pending(&tx, person.id, &session, since).await?.ok_or_else(gone)?;
    let secret = open(hub, &pending).ok_or_else(gone)?;
    let step = secret.step_of(code, tx.now())?.ok_or_else(|| Fail::field("code", "error-code-app"))?;
    tx.forgive(&setting_up).await?;
    steps::confirm(&tx, pending.id, person.id, step).await?;
    let codes = new_codes_of(&tx, hub, person.id).await?;
    account::end_other_sessions(&tx, person.id, &session).await?;
    account::forget_other_devices(&tx, person.id, &device.map(base::secret::hash).unwrap_or_default()).await?;
    steps::end_firsts(&tx, person.id).await?;
    note(&tx, actor, person.id, SecondStep::On).await?;
    tx.commit().await?;
    Ok(codes)
}

/// The page shows what is no more.
fn gone() -> Fail {
    Fail::Conflict("authenticators.state".to_owned())
}

/// Makes new recovery codes; those of before end. Answers them: they are shown once. The same form sent again makes no others.
///
/// # Errors
/// As [`begin`]; [`Fail::Conflict`] where there is no second step, or the form was sent already.
pub async fn new_codes(hub: &Hub, actor: &Actor, this: &str, once: &str) -> Result<Vec<String>> {
    if store::outcome_of(&hub.db.read(), actor, once).await?.is_some() {
        return Err(gone());
    }
    let OwnChange { tx, person, .. } = OwnChange::open(hub, actor, this).await?;
    match store::remember(&tx, actor, once, "").await {
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => return Err(gone()),
        other => other?,
    }
    if !steps::is_on(&tx, person.id).await? {
        return Err(gone());
    }
    let codes = new_codes_of(&tx, hub, person.id).await?;
    note(&tx, actor, person.id, SecondStep::Codes).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Is this person asked for a second step?
pub(crate) async fn is_on(sql: &Sql, person: PersonId) -> Result<bool> {
    steps::is_on(sql, person).await
}

pub(super) async fn new_codes_of(tx: &Tx, hub: &Hub, person: PersonId) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..recovery::CODES).map(|_| recovery::new()).collect();
    let signed: Vec<String> = codes.iter().map(|code| recovery::signed(&hub.keys, person, code)).collect();
    steps::set_codes(tx, person, &signed).await?;
    Ok(codes)
}

/// Asks for no codes of the app any more. Where there is none, nothing is changed or told.
///
/// # Errors
/// As [`begin`].
pub async fn turn_off(hub: &Hub, actor: &Actor, this: &str) -> Result<()> {
    let OwnChange { tx, person, .. } = OwnChange::open(hub, actor, this).await?;
    let was_on = steps::authenticator(&tx, person.id).await?.is_some();
    steps::forget_app(&tx, person.id).await?;
    if was_on {
        note(&tx, actor, person.id, SecondStep::Off).await?;
    }
    tx.commit().await
}

/// What became of a second step that the team takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// There is none, or it waits for its time already.
    Nothing,
    /// It goes at its time, unless its owner stops it.
    Waits,
    /// It is gone.
    Gone,
}

/// Ends a second step at its time.
#[derive(Serialize, Deserialize)]
pub(crate) struct EndSecondStep {
    pub ending: i64,
}

impl Payload for EndSecondStep {
    const KIND: &'static str = "people.end-second-step";
    const QUEUE: Queue = Queue::Work;
}

/// Takes the second step of somebody away who has lost app and codes and has shown the team who they are. They are told, and it goes once
/// the hub's waiting time is over, in which they can stop it: so whoever deceives the team, and has the password, comes too late. Their city is not
/// told: whoever reads its record would know whose password is enough. Done twice, the second time changes and tells nothing.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not change this account, and for one's own; [`Fail::SignInAgain`].
pub(crate) async fn take_away(hub: &Hub, actor: &Actor, id: PersonId) -> Result<Taken> {
    let tx = hub.db.begin().await?;
    changeable_step(&tx, actor, id).await?;
    actor.must_be_recent(tx.now())?;
    let wait = TimeDelta::hours(i64::from(hub.settings.second_step_wait));
    let taken = if !steps::is_on(&tx, id).await? || endings::of(&tx, id).await?.is_some() {
        Taken::Nothing
    } else if wait.is_zero() {
        end(&tx, actor, id).await?;
        Taken::Gone
    } else {
        let ending = Ending { id: tx.new_id(), person: id, asked_by: actor.id(), due_at: tx.now() + wait };
        endings::add(&tx, ending).await?;
        tx.enqueue_at(&EndSecondStep { ending: ending.id }, ending.due_at).await?;
        web::post::send(&tx, &SecondStepEnding { ending: ending.id }).await?;
        note_ending(&tx, actor, id, acts::SECOND_STEP_ENDING, "second-step-ending").await?;
        Taken::Waits
    };
    tx.commit().await?;
    Ok(taken)
}

/// Somebody whose second step the actor may take away, and let be, behind the lock.
async fn changeable_step(tx: &Tx, actor: &Actor, id: PersonId) -> Result<()> {
    let held = changeable(tx, actor, id).await?;
    let roles: Vec<Role> = held.into_iter().map(|row| row.role).collect();
    if may_take_second_step(actor, id, &roles) { Ok(()) } else { Err(Fail::Forbidden) }
}

/// What waits for its time, of this person.
pub(crate) async fn ending(sql: &Sql, person: PersonId) -> Result<Option<Ending>> {
    endings::of(sql, person).await
}

/// Ends a second step whose time has come; not one that was stopped. Whoever asked for it stands on record.
pub(crate) async fn end_in_time(hub: &Hub, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(ending) = endings::find(&tx, id).await? else { return Ok(()) };
    account::lock_sessions(&tx, ending.person).await?;
    if endings::find(&tx, id).await?.is_none_or(|ending| ending.due_at > tx.now()) {
        return Ok(());
    }
    let by = match ending.asked_by {
        // Erased meanwhile.
        Some(by) => rows::find(&tx, by).await?,
        None => None,
    };
    let actor = by.as_ref().map_or(Actor::System, themselves);
    end(&tx, &actor, ending.person).await?;
    tx.commit().await
}

/// The second step stays: its owner says so in their account. Done already, nothing changes.
pub async fn keep(hub: &Hub, actor: &Actor) -> Result<()> {
    let person = whose(actor)?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person.id).await?;
    stay(&tx, actor, person.id).await?;
    tx.commit().await
}

/// The same by somebody of the team who may take it away.
///
/// # Errors
/// [`Fail::Forbidden`].
pub(crate) async fn let_be(hub: &Hub, actor: &Actor, id: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    changeable_step(&tx, actor, id).await?;
    stay(&tx, actor, id).await?;
    tx.commit().await
}

/// The same by whoever reads the owner's letter.
///
/// # Errors
/// [`Fail::NotFound`] where the link does nothing any more.
pub(crate) async fn keep_by_letter(hub: &Hub, secret: &str) -> Result<()> {
    let (tx, hash) = (hub.db.begin().await?, base::secret::hash(secret));
    let link = pressed::working(&tx, &hash, tx.now()).await?;
    let link = link.filter(|link| link.purpose == Purpose::KeepSecondStep).ok_or(Fail::NotFound)?;
    account::lock_sessions(&tx, link.person).await?;
    let ending = endings::find(&tx, link.about).await?;
    // At its time at the latest it is gone, however late the job comes.
    ending.filter(|ending| ending.due_at > tx.now()).ok_or(Fail::NotFound)?;
    stay(&tx, &themselves(&rows::by_id(&tx, link.person).await?), link.person).await?;
    tx.commit().await
}

async fn stay(tx: &Tx, actor: &Actor, person: PersonId) -> Result<()> {
    if endings::end(tx, person).await? {
        note_ending(tx, actor, person, acts::SECOND_STEP_KEPT, "second-step-kept").await?;
    }
    Ok(())
}

async fn note_ending(tx: &Tx, actor: &Actor, person: PersonId, act: store::Act, logged: &str) -> Result<()> {
    tx.event(actor, act.code(), person.0, None).await?;
    tx.audit(actor, act, &person.to_string(), "").await?;
    account::log(tx, person, logged).await
}

/// The same from the command line, at once: whoever has it has the files. False where there is none.
///
/// # Errors
/// [`Fail::NotFound`] where nobody has this address.
pub async fn take_away_of(db: &store::Db, email: &str) -> Result<bool> {
    let tx = db.begin().await?;
    let person = rows::by_email(&tx, &crate::rules::fold_email(email)).await?.ok_or(Fail::NotFound)?;
    account::lock_sessions(&tx, person.id).await?;
    let ended = end(&tx, &Actor::System, person.id).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends the second step of somebody, and all their sessions; false where there is none.
async fn end(tx: &Tx, actor: &Actor, person: PersonId) -> Result<bool> {
    if !steps::is_on(tx, person).await? {
        return Ok(false);
    }
    steps::forget(tx, person).await?;
    account::end_sessions(tx, person).await?;
    account::forget_devices(tx, person).await?;
    note(tx, actor, person, SecondStep::TakenAway).await?;
    Ok(true)
}

/// On record, in the owner's log, and by letter.
pub(super) async fn note(tx: &Tx, actor: &Actor, person: PersonId, what: SecondStep) -> Result<()> {
    if let Some(act) = what.act() {
        tx.event(actor, act.code(), person.0, None).await?;
        tx.audit(actor, act, &person.to_string(), "").await?;
    }
    account::log(tx, person, what.code()).await?;
    web::post::send(tx, &SecondStepTold { person, what }).await
}

/// Who has given the first step in this browser, and not yet the second.
pub(crate) async fn asked(sql: &Sql, secret: &str, now: Time) -> Result<Option<PersonRow>> {
    match steps::first(sql, &base::secret::hash(secret), now).await? {
        Some(first) => rows::find(sql, first.person).await,
        None => Ok(None),
    }
}

/// What somebody brings along to the second step.
#[derive(Clone, Copy)]
pub(crate) struct Second<'a> {
    /// The secret of the first step.
    pub first: &'a str,
    /// The code of the app, or a recovery code.
    pub code: &'a str,
    /// The secret by which this browser says that somebody signed in here before.
    pub device: Option<&'a str>,
    /// The secret of the session that this browser had.
    pub session: Option<&'a str>,
    /// Which browser it says that it is.
    pub agent: Agent,
}

/// Opens a session for whoever has given both steps. A code is used once, also by two at the same moment.
///
/// # Errors
/// [`Fail::SignIn`] where the first step is over; [`Fail::Invalid`] where the code is not right, or was used: the owner is told of
/// several, since whoever tries has the password; [`Fail::TooMany`].
pub(crate) async fn enter(hub: &Hub, second: Second<'_>) -> Result<Opened> {
    let hash = base::secret::hash(second.first);
    let first = steps::first(&hub.db.read(), &hash, hub.now()).await?.ok_or(Fail::SignIn)?;
    let (person, password) = (first.person, first.password.clone().unwrap_or_default());
    let device = known_device(hub, person, second.device).await?;
    let guess = Asked { person, password: &password, device };
    guess.pass(hub).await?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    // Used meanwhile by another request with the same secret, or ended with a new password, with the account, with the second step itself.
    let asked = steps::first(&tx, &hash, tx.now()).await?;
    if asked.is_none() || !steps::is_on(&tx, person).await? {
        return Err(Fail::SignIn);
    }
    if !uses(hub, &tx, person, ("code", second.code)).await? {
        drop(tx);
        note_wrong(hub, person).await?;
        return Err(Fail::field("code", "error-code"));
    }
    steps::end_first(&tx, &hash).await?;
    let by = match first.link {
        Some(link) => By::City(Vouched { link, at: first.authenticated_at, strong: false, sid: first.idp_sid }),
        None => By::Password,
    };
    // Required since the first step was given.
    if led_to_city(&tx, person, by).await?.is_some() {
        tx.commit().await?;
        return Err(Fail::SignIn);
    }
    if let Some(before) = second.session {
        account::end_session(&tx, &base::secret::hash(before)).await?;
    }
    // What is counted for the day goes on counting: others may be guessing meanwhile.
    tx.forgive(&guess.door()).await?;
    account::log(&tx, person, by.logged()).await?;
    tell_of_browser(&tx, person, device, second.agent).await?;
    let opened = open_session(&tx, person, by, device, second.agent).await?;
    tx.commit().await?;
    Ok(opened)
}

/// Uses up what was typed in this field, if it is a code of the app or a recovery code.
pub(super) async fn uses(hub: &Hub, tx: &Tx, person: PersonId, (field, code): (&'static str, &str)) -> Result<bool> {
    let kept = steps::codes(tx, person).await?;
    if let Some(signed) = recovery::which(&hub.keys, person, code, &kept) {
        let used = steps::use_code(tx, person, signed).await?;
        if used {
            let owner = themselves(&rows::by_id(tx, person).await?);
            note(tx, &owner, person, SecondStep::CodeUsed).await?;
        }
        return Ok(used);
    }
    // Whoever has passkeys alone has no app.
    let Some(own) = steps::authenticator(tx, person).await? else { return Ok(false) };
    let Some(secret) = open(hub, &own) else {
        tracing::error!(person = %person, "the key that sealed a second step is no more");
        return Err(Fail::field(field, "error-code-key"));
    };
    let Some(step) = secret.step_of(code, tx.now())? else { return Ok(false) };
    // The key was changed since: from now on the new one seals it.
    if !hub.keys.is_current(&own.sealed) {
        steps::seal_anew(tx, own.id, &hub.keys.seal(PURPOSE, &own.id.to_string(), secret.bytes())?).await?;
    }
    steps::use_step(tx, own.id, step).await
}

/// The device, if this person signed in there before.
pub(super) async fn known_device<'a>(hub: &Hub, person: PersonId, device: Option<&'a str>) -> Result<Option<&'a str>> {
    let Some(secret) = device else { return Ok(None) };
    let known = account::is_device_of(&hub.db.read(), &base::secret::hash(secret), person).await?;
    Ok(device.filter(|_| known))
}

/// Notes a wrong code in the owner's log. Of several in a day they are told, once in that day: whoever sent them has the password.
pub(super) async fn note_wrong(hub: &Hub, person: PersonId) -> Result<()> {
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    account::log(&tx, person, WRONG_CODE).await?;
    let since = tx.now() - WRONG_CODES;
    if account::times_logged(&tx, person, WRONG_CODE, since).await? >= CODES_WRONG
        && !account::was_logged(&tx, person, SecondStep::Guessed.code(), since).await?
    {
        note(&tx, &Actor::System, person, SecondStep::Guessed).await?;
    }
    tx.commit().await
}

/// In the log of an account: the right password, and a wrong code.
pub(crate) const WRONG_CODE: &str = "code-wrong";
