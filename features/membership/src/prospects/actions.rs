//! What is done with prospects: one verb each, one transaction each.

use base::{Actor, CityId, Fail, FieldError, Result, Time};
use chrono::TimeDelta;
use cities::City;
use store::{State, Tx};
use web::Hub;

use super::letter::ProspectInvited;
use super::rows::{self, NewNote};
use super::rules::{NoteKind, Prospect, ProspectDraft, Said};
use super::state::ProspectState;
use crate::acts;
use crate::rules::Place;

/// The same press once more.
const SAME_PRESS: TimeDelta = TimeDelta::minutes(10);

/// Somebody of an office adds a prospect.
///
/// # Errors
/// [`Fail::SignIn`] and [`Fail::Forbidden`] for those who answer for no city; [`Fail::Invalid`] where its country is another office's,
/// where its place is a member or has been added, and where who speaks with it is nobody of its office.
pub(crate) async fn add(hub: &Hub, actor: &Actor, place: &Place, draft: &ProspectDraft) -> Result<i64> {
    actor.must_answer_for_cities()?;
    let region = hub.network.office_of_country(&place.country);
    let tx = hub.db.begin().await?;
    rows::lock_places(&tx).await?;
    let recommended = checked(&tx, actor, (place, region), draft, 0).await?;
    let id = rows::insert(&tx, place, region, draft, recommended).await?;
    if !draft.note.is_empty() {
        rows::add_note(&tx, id, &noted(actor, &draft.note, &draft.email)).await?;
    }
    tx.audit(actor, acts::PROSPECT_ADDED, &base::id::write_id(id), "").await?;
    tx.event(actor, acts::PROSPECT_ADDED.code(), id, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Corrects what is kept of one.
///
/// # Errors
/// As [`add`]; [`Fail::Conflict`] where somebody wrote since.
pub(crate) async fn correct(
    hub: &Hub,
    actor: &Actor,
    id: i64,
    revision: i64,
    place: &Place,
    draft: &ProspectDraft,
) -> Result<()> {
    let region = hub.network.office_of_country(&place.country);
    let tx = hub.db.begin().await?;
    rows::lock_places(&tx).await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    must_be_left_alone(&own)?;
    let recommended = checked(&tx, actor, (place, region), draft, own.id).await?;
    if !rows::correct(&tx, id, revision, place, region, draft, recommended).await? {
        return Err(Fail::Conflict("prospects.revision".to_owned()));
    }
    if own.email != draft.email {
        rows::end_invitation(&tx, id).await?;
        if own.state == ProspectState::Invited {
            tx.move_to(actor, id, own.state, ProspectState::Open, "").await?;
        }
    }
    tx.commit().await
}

/// What only the rows tell; answers the member that recommended it.
async fn checked(tx: &Tx, actor: &Actor, at: (&Place, &str), draft: &ProspectDraft, but: i64) -> Result<Option<i64>> {
    let (place, region) = at;
    // Of what another office does nothing is told.
    if !actor.answers_for(region) {
        return Err(Fail::field("country", "error-prospect-region"));
    }
    let mut errors = Vec::new();
    if let Some(other) = rows::at_place(tx, place, but).await? {
        errors.push(FieldError::new("place", "error-prospect-there").with("place", other.place_name));
    }
    if let Some(owner) = draft.owner
        && !people::office_of(tx, region).await?.contains(&owner)
    {
        errors.push(FieldError::new("owner", "error-prospect-owner"));
    }
    if but == 0 && crate::rows::is_asking(tx, place).await? {
        errors.push(FieldError::new("place", "error-prospect-asks"));
    }
    if but == 0
        && let Some(member) = member_at(tx, place).await?
    {
        let name = member.name(draft.lang);
        errors.push(FieldError::new("place", "error-prospect-member").with("city", name));
    }
    let recommended = recommended_by(tx, &draft.recommended).await?;
    if recommended.is_none() && !draft.recommended.is_empty() {
        errors.push(FieldError::new("recommended", "error-city-none"));
    }
    if errors.is_empty() { Ok(recommended.map(|city| city.0)) } else { Err(Fail::Invalid(errors)) }
}

/// What was said, with whoever is the contact now.
fn noted<'a>(actor: &Actor, text: &'a str, email: &'a str) -> NewNote<'a> {
    NewNote { kind: NoteKind::Note, author: actor.id(), text, email, link: None }
}

/// Of whoever is to be left alone nothing is written down anew.
fn must_be_left_alone(own: &Prospect) -> Result<()> {
    if own.state == ProspectState::Declined { Err(Fail::field("", "error-prospect-declined")) } else { Ok(()) }
}

/// The member that is this place.
async fn member_at(tx: &Tx, place: &Place) -> Result<Option<City>> {
    let found = match place.id {
        Some(id) => cities::at_place(tx, id).await?.filter(|city| city.membership.is_member()),
        None => None,
    };
    match found {
        Some(city) => Ok(Some(city)),
        None => cities::member_named(tx, &[&place.name, &place.written], &place.country).await,
    }
}

async fn recommended_by(tx: &Tx, slug: &str) -> Result<Option<CityId>> {
    if slug.is_empty() {
        return Ok(None);
    }
    Ok(cities::by_slugs(tx, &[slug.to_owned()]).await?.first().map(|city| city.id))
}

/// Notes what was said, and when they are spoken with again. Sent twice it is one note.
///
/// # Errors
/// Those of [`rows::prospect_for`].
pub(crate) async fn note(hub: &Hub, actor: &Actor, id: i64, said: &Said) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    must_be_left_alone(&own)?;
    if rows::was_noted(&tx, id, actor.id(), &said.text, tx.now() - SAME_PRESS).await? {
        return Ok(());
    }
    rows::add_note(&tx, id, &noted(actor, &said.text, &own.email)).await?;
    rows::said(&tx, id, said.next_on.filter(|_| own.state.is_open())).await?;
    tx.commit().await
}

/// Invites its official contact to ask, by e-mail, for the first time or again, with these words of the office's own; may be none.
///
/// # Errors
/// Those of [`rows::prospect_for`]; [`Fail::Invalid`] where it has no address, was invited lately, or is spoken with no more.
pub(crate) async fn invite(hub: &Hub, actor: &Actor, id: i64, words: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if let Some(error) = own.not_invited(tx.now()) {
        return Err(Fail::Invalid(vec![error]));
    }
    let link = tx.new_id();
    if own.state == ProspectState::Open {
        tx.move_to(actor, id, own.state, ProspectState::Invited, "").await?;
    }
    rows::set_invited(&tx, id, link).await?;
    let kind = NoteKind::Invitation;
    let note = NewNote { kind, author: actor.id(), text: words, email: &own.email, link: Some(link) };
    rows::add_note(&tx, id, &note).await?;
    tx.audit(actor, acts::PROSPECT_INVITED, &base::id::write_id(id), "").await?;
    tx.event(actor, acts::PROSPECT_INVITED.code(), id, None).await?;
    web::post::send(&tx, &ProspectInvited { prospect: id, link }).await?;
    tx.commit().await
}

/// The office speaks with it no more, or again. Done already it changes nothing.
///
/// # Errors
/// Those of [`rows::prospect_for`]; [`Fail::Conflict`] where it stands elsewhere.
pub(crate) async fn turn(hub: &Hub, actor: &Actor, id: i64, to: ProspectState) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if own.state == to {
        return Ok(());
    }
    // Only another contact leads from an invitation back.
    if own.state == ProspectState::Invited && to == ProspectState::Open {
        return Err(Fail::Conflict("prospects.state".to_owned()));
    }
    tx.move_to(actor, id, own.state, to, "").await?;
    rows::rest(&tx, id).await?;
    if own.state == ProspectState::Enquired {
        rows::leave_enquiry(&tx, id).await?;
    }
    let act = if to == ProspectState::Dropped { acts::PROSPECT_DROPPED } else { acts::PROSPECT_RESUMED };
    tx.audit(actor, act, &base::id::write_id(id), "").await?;
    tx.event(actor, act.code(), id, None).await?;
    tx.commit().await
}

/// Whoever was ever invited does not want to be written to: of them and of what was said with them nothing stays. Where the prospect has
/// another contact by now, that one is not spoken for.
///
/// # Errors
/// [`Fail::NotFound`] where they are erased already.
pub(crate) async fn decline(hub: &Hub, link: i64) -> Result<()> {
    let actor = &Actor::Visitor;
    let tx = hub.db.begin().await?;
    let id = rows::ever_invited(&tx, link).await?.0.id;
    rows::lock(&tx, id).await?;
    let (own, email) = rows::ever_invited(&tx, link).await?;
    rows::leave_alone(&tx, id, &email).await?;
    if own.email == email {
        if own.state.leads_to(ProspectState::Declined) {
            tx.move_to(actor, id, own.state, ProspectState::Declined, "").await?;
        }
        rows::erase_contact(&tx, id).await?;
    } else {
        rows::erase_notes_of(&tx, id, &email).await?;
    }
    tx.audit(actor, acts::PROSPECT_DECLINED, &base::id::write_id(id), "").await?;
    tx.event(actor, acts::PROSPECT_DECLINED.code(), id, None).await?;
    tx.commit().await
}

/// Erases a prospect with all that was said: somebody asked for it, or it was a mistake. Where somebody is to be left alone, that stays,
/// and nothing else does.
///
/// # Errors
/// Those of [`rows::prospect_for`].
pub(crate) async fn erase(hub: &Hub, actor: &Actor, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if own.left_alone.is_empty() {
        rows::erase_now(&tx, id).await?;
    } else {
        if own.state.leads_to(ProspectState::Declined) {
            tx.move_to(actor, id, own.state, ProspectState::Declined, "").await?;
        }
        rows::erase_contact(&tx, id).await?;
    }
    tx.audit(actor, acts::PROSPECT_ERASED, &base::id::write_id(id), "").await?;
    tx.commit().await
}

/// Ties an enquiry that has come to the prospects of its place, and to the one whose invitation names this.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn asked(tx: &Tx, actor: &Actor, enquiry: i64, place: &Place, link: Option<i64>) -> Result<()> {
    rows::lock_places(tx).await?;
    for own in rows::waiting_for(tx, place, link).await? {
        rows::lock(tx, own.id).await?;
        // Behind its lock: it may have gone meanwhile.
        let Some(own) = rows::find(tx, own.id).await?.filter(|own| own.enquiry.is_none()) else { continue };
        if own.state.leads_to(ProspectState::Enquired) {
            tx.move_to(actor, own.id, own.state, ProspectState::Enquired, "").await?;
        }
        rows::set_enquiry(tx, own.id, enquiry).await?;
    }
    Ok(())
}

/// Does the newest invitation name this, and fill in the form?
pub(crate) fn is_current(own: &Prospect, link: i64, now: Time) -> bool {
    own.link == Some(link) && own.is_invited(now)
}
