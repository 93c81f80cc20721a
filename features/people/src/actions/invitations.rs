//! Colleagues are invited to work for a city: by its leads, or by the team where it answers a request. Nothing is anybody's until whoever
//! was invited accepts, and then only what whoever invited may still give.

use base::{Actor, CityId, Fail, FieldError, Person, PersonId, Result, Role, Time};
use cities::City;
use store::Tx;
use web::Hub;

use super::links::set_password;
use super::own::lock_own;
use super::roles::{as_given, cannot_object, lock_roles, on_record, tell, told_of};
use super::second_step;
use super::session::{Admitted, shorten_where_required, themselves};
use super::terms::{began, end_if_over, for_good, is_beyond};
use crate::access::{may_bring_in, may_grant, may_manage};
use crate::acts;
use crate::agent::Agent;
use crate::letters::InvitationSent;
use crate::password::Passwords;
use crate::rows::account::lock_sessions;
use crate::rows::invitations::{InvitationRow, Invited};
use crate::rows::roles::Given;
use crate::rows::{self, invitations, links, requests, roles};
use crate::rules::{
    INVITED, INVITES, INVITES_BY_TEAM, InvitationState, Newcomer, PersonRow, RequestState, SAME_PRESS, UNDO_ADDRESS,
    role_of, seats, widest,
};

/// The actor that this person is now; nobody where the account is closed.
pub(super) async fn as_they_are(hub: &Hub, tx: &Tx, id: PersonId) -> Result<Option<Actor>> {
    let Some(person) = rows::find(tx, id).await?.filter(|person| person.active) else { return Ok(None) };
    let strong = second_step::is_on(tx, id).await?;
    let rests = |role: &Role| !strong && hub.settings.second_step_roles.iter().any(|own| own == role.code());
    let mut held = roles::of(tx, id).await?;
    held.retain(|row| row.holds(tx.now()) && !rests(&row.role));
    let all = held.iter().map(|row| row.role.clone()).collect();
    let own = Person::new(id, &person.name, &person.email, person.lang, all);
    Ok(Some(Actor::Person(Box::new(Person { seats: seats(&held, tx.now()), ..own }))))
}

/// May this actor offer this role for this city now: as one of its leads (by what is kept, behind the lock of the city's roles), or as
/// the team?
async fn may_offer(tx: &Tx, actor: &Actor, city: CityId, role: &Role) -> Result<bool> {
    if role.city() != Some(city) {
        return Ok(false);
    }
    Ok(leads_now(tx, actor, city).await? || may_grant(actor, role))
}

/// Leads the city, and for long enough or confirmed by another lead: as it is kept, whatever the session says.
pub(super) async fn leads_now(tx: &Tx, actor: &Actor, city: CityId) -> Result<bool> {
    let Some(id) = actor.id().filter(|_| may_bring_in(actor, city)) else { return Ok(false) };
    let own = roles::in_force(tx, id, city, tx.now()).await?;
    Ok(own.iter().any(|row| row.role == Role::CityLead(city)) && widest(&own, tx.now()).is_none())
}

/// Whoever may invite nobody counts for nothing.
fn may_ask(actor: &Actor, city: CityId) -> Result<()> {
    match actor {
        Actor::Visitor => Err(Fail::SignIn),
        actor if may_bring_in(actor, city) || may_manage(actor) => Ok(()),
        _ => Err(Fail::Forbidden),
    }
}

/// Counts a letter to this address, by this person: nobody writes to somebody without end by way of us.
///
/// # Errors
/// [`Fail::TooMany`] with the seconds to wait.
pub(crate) async fn count(hub: &Hub, actor: &Actor, email: &str) -> Result<()> {
    let by = actor.id().ok_or(Fail::SignIn)?;
    let most = if may_manage(actor) { INVITES_BY_TEAM } else { INVITES };
    let (to, from) = (format!("colleague:{}", base::secret::hash(email)), format!("colleague-by:{by}"));
    hub.guard.pass(&hub.db, &[(&to, INVITED), (&from, most)]).await
}

/// What is refused before anything is kept.
async fn check(tx: &Tx, actor: &Actor, city: &City, newcomer: &Newcomer, role: &Role) -> Result<()> {
    if !city.membership.is_member() {
        return Err(Fail::field("", "error-invitation-former"));
    }
    if is_beyond(tx, actor, None, role, None).await? {
        return Err(Fail::field("role", "error-term-own"));
    }
    if !leads_now(tx, actor, city.id).await? && !actor.is_administrator() && cannot_object(tx, city.id).await? {
        return Err(Fail::field("role", "error-role-no-lead"));
    }
    if let Some(person) = rows::by_email(tx, &newcomer.email).await?
        && roles::holds(tx, person.id, role).await?
    {
        return Err(Fail::field("email", "error-invitation-here"));
    }
    Ok(())
}

/// Invites somebody to work for a city, in an open transaction; answers the invitation. Whoever was invited already is not invited again.
///
/// # Errors
/// [`Fail::Forbidden`] for whoever may not; [`Fail::SignInAgain`]; [`Fail::Invalid`] where they are of the city already, wait for an
/// answer, or too many do.
pub(crate) async fn invite_in(
    tx: &Tx,
    actor: &Actor,
    city: &City,
    newcomer: &Newcomer,
    role: &Role,
    request: Option<i64>,
    by_hand: bool,
) -> Result<i64> {
    lock_roles(tx, city.id).await?;
    let by = actor.id().ok_or(Fail::SignIn)?;
    if !may_offer(tx, actor, city.id, role).await? {
        return Err(Fail::Forbidden);
    }
    actor.must_be_recent(tx.now())?;
    check(tx, actor, city, newcomer, role).await?;
    if let Some(open) = invitations::open_for(tx, city.id, &newcomer.email).await? {
        return match open.by_person == by && open.role == role.code() && open.sent_at > tx.now() - SAME_PRESS {
            true => Ok(open.id),
            false => Err(Fail::field("email", "error-invitation-waits")),
        };
    }
    if invitations::count(tx, city.id).await? >= invitations::OPEN {
        return Err(Fail::field("", "error-invitation-many"));
    }
    let id = tx.new_id();
    let link = invitations::insert(tx, id, &Invited { city: city.id, role, newcomer, by, request, by_hand }).await?;
    // What they asked for has come.
    if let Some(asked) = requests::waiting_for(tx, city.id, &newcomer.email).await? {
        tx.move_to(actor, asked.id, asked.state, RequestState::Confirmed, "").await?;
        requests::ended(tx, asked.id, actor.id(), "").await?;
    }
    note(tx, actor, city.id, acts::INVITATION_SENT, id, role.code()).await?;
    web::post::send(tx, &InvitationSent { invitation: id, link }).await?;
    Ok(id)
}

/// On record, and on the city's own.
pub(super) async fn note(tx: &Tx, actor: &Actor, city: CityId, act: store::Act, item: i64, detail: &str) -> Result<()> {
    let item = base::id::write_id(item);
    tx.audit(actor, act, &item, detail).await?;
    rows::city::note(tx, city, actor, act, &item, detail).await
}

/// Invites somebody: as [`invite_in`].
///
/// # Errors
/// Those of [`invite_in`]; [`Fail::TooMany`] where this address, or by this person, was invited too often today.
pub async fn invite(hub: &Hub, actor: &Actor, city: &City, newcomer: &Newcomer, role: &Role) -> Result<()> {
    may_ask(actor, city.id)?;
    count(hub, actor, &newcomer.email).await?;
    let tx = hub.db.begin().await?;
    invite_in(&tx, actor, city, newcomer, role, None, !hub.mailer.leaves()).await?;
    tx.commit().await
}

/// Sends an invitation again, with another link; answers the request that it answers. Pressed twice, it is sent once.
///
/// # Errors
/// [`Fail::NotFound`]; [`Fail::Conflict`] where it is over; [`Fail::Forbidden`] for whoever could not give the role; [`Fail::TooMany`].
pub async fn send_again(hub: &Hub, actor: &Actor, city: CityId, id: i64) -> Result<Option<i64>> {
    may_ask(actor, city)?;
    let seen = invitations::of_city(&hub.db.read(), city, id).await?;
    if seen.sent_at <= hub.now() - SAME_PRESS {
        count(hub, actor, &seen.email).await?;
    }
    let tx = hub.db.begin().await?;
    lock_roles(&tx, city).await?;
    let own = offered(&tx, actor, city, id).await?;
    if own.sent_at > tx.now() - SAME_PRESS {
        return Ok(own.request);
    }
    actor.must_be_recent(tx.now())?;
    let link = invitations::renew(&tx, id, actor.id().ok_or(Fail::SignIn)?, !hub.mailer.leaves()).await?;
    note(&tx, actor, city, acts::INVITATION_SENT, id, &own.role).await?;
    web::post::send(&tx, &InvitationSent { invitation: id, link }).await?;
    tx.commit().await?;
    Ok(own.request)
}

/// An open invitation whose role this actor could give.
async fn offered(tx: &Tx, actor: &Actor, city: CityId, id: i64) -> Result<InvitationRow> {
    let own = invitations::of_city(tx, city, id).await?;
    let role = own.offers().ok_or(Fail::NotFound)?;
    if !may_offer(tx, actor, city, &role).await? {
        return Err(Fail::Forbidden);
    }
    if own.state == InvitationState::Open { Ok(own) } else { Err(Fail::Conflict("invitations.state".to_owned())) }
}

/// Takes an invitation back: its link leads nowhere at once.
///
/// # Errors
/// As [`send_again`]; one that is taken back already stays so.
pub async fn withdraw(hub: &Hub, actor: &Actor, city: CityId, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    withdraw_in(&tx, actor, city, id).await?;
    tx.commit().await
}

/// The same, in an open transaction.
///
/// # Errors
/// As [`withdraw`].
pub(crate) async fn withdraw_in(tx: &Tx, actor: &Actor, city: CityId, id: i64) -> Result<()> {
    lock_roles(tx, city).await?;
    if invitations::of_city(tx, city, id).await?.state == InvitationState::Withdrawn {
        return Ok(());
    }
    let own = offered(tx, actor, city, id).await?;
    tx.move_to(actor, id, own.state, InvitationState::Withdrawn, "").await?;
    invitations::ended(tx, id).await?;
    note(tx, actor, city, acts::INVITATION_WITHDRAWN, id, &own.role).await
}

/// What the link of an invitation leads to.
#[derive(Debug)]
pub(crate) enum Opens {
    /// Whoever has it chooses a password: there is no account with this address yet.
    Password(InvitationRow),
    /// They have an account, and sign in with it first.
    SignIn(InvitationRow),
    /// They are signed in, and accept.
    Accept(InvitationRow),
    /// Somebody else is signed in here.
    Other(InvitationRow),
    /// They accepted it, and are signed in.
    Accepted(InvitationRow),
    /// Their account was closed.
    Closed,
}

/// What this link leads to for this actor; nothing where it leads nowhere (any more).
pub(crate) async fn opens(hub: &Hub, actor: &Actor, link: i64) -> Result<Option<Opens>> {
    let sql = hub.db.read();
    let Some(own) = invitations::by_link(&sql, link).await? else { return Ok(None) };
    let is_theirs = actor.person().is_some_and(|person| person.email == own.email);
    if own.state == InvitationState::Accepted && is_theirs {
        return Ok(Some(Opens::Accepted(own)));
    }
    let by = rows::find(&sql, own.by_person).await?;
    if !own.works(hub.now()) || !by.is_some_and(|by| by.active) {
        return Ok(None);
    }
    let account = rows::by_email(&sql, &own.email).await?;
    Ok(Some(match (actor.person(), account) {
        (Some(person), _) if person.email == own.email => Opens::Accept(own),
        (Some(_), _) => Opens::Other(own),
        (None, Some(account)) if !account.active => Opens::Closed,
        // One that nobody has taken up yet has a link of its own, which is sent again where a forgotten password is asked for.
        (None, Some(_)) => Opens::SignIn(own),
        (None, None) => Opens::Password(own),
    }))
}

/// The invitation behind this link, to be accepted, with the role that it gives.
async fn taken(tx: &Tx, link: i64) -> Result<(InvitationRow, Role)> {
    let city = invitations::by_link(tx, link).await?.ok_or(Fail::NotFound)?.city;
    lock_roles(tx, city).await?;
    let own = invitations::by_link(tx, link).await?.filter(|own| own.works(tx.now())).ok_or(Fail::NotFound)?;
    let role = own.offers().ok_or(Fail::NotFound)?;
    Ok((own, role))
}

/// Gives this person what they accept; answers whether they did not hold it before. By a lead it shows all of the city's own, by others what
/// any role from outside shows.
///
/// # Errors
/// [`Fail::NotFound`] where whoever invited could not give it any more, or the city is no member.
async fn give(hub: &Hub, tx: &Tx, own: &InvitationRow, role: &Role, person: PersonId) -> Result<bool> {
    let by = as_they_are(hub, tx, own.by_person).await?.ok_or(Fail::NotFound)?;
    let offers = may_offer(tx, &by, own.city, role).await? && !is_beyond(tx, &by, Some(person), role, None).await?;
    if by.id() == Some(person) || !offers {
        return Err(Fail::NotFound);
    }
    // Whose membership is over brings nobody in any more.
    let city = cities::by_ids(tx, &[own.city]).await?.remove(&own.city);
    if !city.is_some_and(|city| city.membership.is_member()) {
        return Err(Fail::NotFound);
    }
    end_if_over(tx, person, role).await?;
    for_good(tx, &by, person, role).await?;
    let given = match leads_now(tx, &by, own.city).await? {
        true => Given::whole(tx.now()),
        false => as_given(tx, &by, person, role).await?,
    };
    // Whoever holds a link that was handed over would take this role, too.
    links::end_handed_over(tx, person).await?;
    let told = told_of(tx, person, role).await?;
    let theirs = themselves(&rows::by_id(tx, person).await?);
    tx.move_to(&theirs, own.id, own.state, InvitationState::Accepted, "").await?;
    invitations::ended(tx, own.id).await?;
    note(tx, &theirs, own.city, acts::INVITATION_ACCEPTED, own.id, role.code()).await?;
    let new = roles::grant(tx, person, role, given).await?;
    if let Some(id) = new {
        on_record(tx, &by, acts::ROLE_GRANTED, person, role, told).await?;
        began(hub, tx, &by, person, role, (id, given)).await?;
    }
    shorten_where_required(tx, person).await?;
    Ok(new.is_some())
}

/// Whoever is signed in accepts; answers for which city.
///
/// # Errors
/// [`Fail::NotFound`] where the link leads nowhere any more, or whoever invited could not give this any more; [`Fail::Forbidden`] in
/// somebody else's session; [`Fail::SignIn`] where it is over.
pub(crate) async fn accept(hub: &Hub, actor: &Actor, session: &str, link: i64) -> Result<CityId> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    lock_own(&tx, person, session).await?;
    let (own, role) = taken(&tx, link).await?;
    // As the account is now: the address may be another one since.
    if rows::by_id(&tx, person.id).await?.email != own.email {
        return Err(Fail::Forbidden);
    }
    if give(hub, &tx, &own, &role, person.id).await? {
        tell(&tx, person.id, &role, true).await?;
    }
    tx.commit().await?;
    Ok(own.city)
}

/// Whoever has no account yet comes in: with the name and the password that they chose.
///
/// # Errors
/// [`Fail::NotFound`] as [`accept`]; [`Fail::Conflict`] where the address has an account by now; [`Fail::Invalid`] where whoever had it lately
/// may still set it back.
pub(crate) async fn come_in(hub: &Hub, link: i64, name: &str, password: String, agent: Agent) -> Result<Admitted> {
    let hash = Passwords::hash(password).await?;
    let tx = hub.db.begin().await?;
    let email = invitations::by_link(&tx, link).await?.ok_or(Fail::NotFound)?.email;
    // In the order in which everybody takes them: the address, then the city's roles.
    tx.one_at_a_time(&format!("invitation:{}", base::secret::hash(&email))).await?;
    let (own, role) = taken(&tx, link).await?;
    let person = newcomer(&tx, &own, name).await?;
    give(hub, &tx, &own, &role, person.id).await?;
    let admitted = set_password(&tx, &person, &hash, agent).await?;
    tx.commit().await?;
    Ok(admitted)
}

/// A new account for whoever was invited. One that is there is opened by its own links alone: it may hold more than this invitation gives.
async fn newcomer(tx: &Tx, own: &InvitationRow, name: &str) -> Result<PersonRow> {
    match rows::by_email(tx, &own.email).await? {
        Some(_) => Err(Fail::Conflict(rows::EMAIL_TAKEN.to_owned())),
        None => {
            // Whoever had it lately may set it back.
            if rows::address::is_kept_back(tx, &own.email, None, tx.now() - UNDO_ADDRESS).await? {
                return Err(Fail::Invalid(vec![FieldError::new("", "error-welcome-kept").with("email", &own.email)]));
            }
            let id = PersonId(tx.new_id());
            let newcomer = Newcomer { name: name.to_owned(), email: own.email.clone(), lang: own.lang };
            rows::insert(tx, id, &newcomer).await?;
            // Whoever was handed the link need not read what is sent to this address.
            if own.by_hand {
                rows::set_unproved(tx, id, true).await?;
            }
            lock_sessions(tx, id).await?;
            rows::by_id(tx, id).await
        }
    }
}

/// The role of a city with this code.
pub(crate) fn role_for(code: &str, city: CityId) -> Option<Role> {
    role_of(code, &city.0.to_string()).filter(|role| role.city() == Some(city))
}

/// Nobody waits any more for those whose links have not worked for long.
pub(crate) async fn lapse(hub: &Hub, before: Time) -> Result<bool> {
    let mut done = false;
    for own in invitations::lapsed(&hub.db.read(), before).await? {
        let tx = hub.db.begin().await?;
        lock_roles(&tx, own.city).await?;
        let now = invitations::of_city(&tx, own.city, own.id).await?;
        if now.state != InvitationState::Open || now.expires_at >= before {
            continue;
        }
        tx.move_to(&Actor::System, own.id, now.state, InvitationState::Lapsed, "").await?;
        invitations::ended(&tx, own.id).await?;
        tx.commit().await?;
        done = true;
    }
    Ok(done)
}
