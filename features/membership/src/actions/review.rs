//! The office deals with an application: it asks something, declines it, or sends its link again.

use base::{Actor, Result};
use store::Tx;
use web::Hub;

use super::write::send;
use super::{moved, taken_before};
use crate::application::{Application, declined_words};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::letters::LinkSent;
use crate::rules::Enquiry;
use crate::state::EnquiryState;
use crate::{acts, due, rows as enquiries};

/// What whoever decides about an application saw of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    /// Its state.
    pub state: ApplicationState,
    /// The newest message about its enquiry; 0 where there was none.
    pub message: i64,
}

/// Is it as they saw it?
///
/// # Errors
/// [`base::Fail::Conflict`] with [`super::MOVED`].
pub(super) async fn as_seen(tx: &Tx, own: &Application, seen: Seen) -> Result<()> {
    let newest = enquiries::newest_message(tx, own.enquiry).await?;
    if own.state == seen.state && newest == seen.message { Ok(()) } else { Err(moved()) }
}

/// A city that is invited has an application to write; one that it gave up, or that was declined, is its own to write again.
pub(super) async fn open(tx: &Tx, actor: &Actor, enquiry: &Enquiry) -> Result<()> {
    match rows::of_enquiry(tx, enquiry.id).await? {
        Some(own) if own.state.comes_back() => {
            tx.move_to(actor, own.id, own.state, ApplicationState::Draft, "").await?;
            rows::set_outcome(tx, &own, "").await
        }
        // Its city is a member.
        Some(own) if own.state == ApplicationState::Accepted => Err(moved()),
        Some(_) => Ok(()),
        None => rows::insert(tx, tx.new_id(), enquiry).await,
    }
}

/// Its enquiry was taken back, or the office takes the invitation back: so goes the application, unless its city is a member.
///
/// # Errors
/// [`base::Fail::Conflict`] with [`super::MOVED`] where its city is a member.
pub(super) async fn withdraw(tx: &Tx, actor: &Actor, enquiry: i64) -> Result<()> {
    match rows::of_enquiry(tx, enquiry).await? {
        None => Ok(()),
        Some(own) if own.state == ApplicationState::Withdrawn => Ok(()),
        Some(own) if own.state == ApplicationState::Accepted => Err(moved()),
        Some(own) => {
            tx.move_to(actor, own.id, own.state, ApplicationState::Withdrawn, "").await?;
            rows::stop_clock(tx, &own, 0).await
        }
    }
}

/// What is written in an application, or sent, is written for the office: its enquiry, which may wait for an answer since, is invited again.
///
/// # Errors
/// [`base::Fail::Conflict`] where the office has come to another end with it.
pub(super) async fn rejoin(tx: &Tx, own: &Application) -> Result<()> {
    let enquiry = enquiries::enquiry(tx, own.enquiry).await?;
    match enquiry.state {
        EnquiryState::Invited => Ok(()),
        state if state.is_open() => {
            tx.move_to(&Actor::Visitor, enquiry.id, state, EnquiryState::Invited, "").await?;
            enquiries::stop_clock(tx, enquiry.id, 0).await
        }
        _ => Err(base::Fail::Conflict(super::NOT_WRITTEN.to_owned())),
    }
}

/// Asks its city something: until it has answered, nobody's clock runs. The same form sent once more changes nothing.
///
/// # Errors
/// Those of [`rows::lock_for`]; [`base::Fail::Conflict`] where something was done since that they did not see.
pub(crate) async fn ask_back(hub: &Hub, actor: &Actor, id: i64, text: &str, seen: Seen, once: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if taken_before(&tx, actor, own.id, once, text).await? {
        return Ok(());
    }
    as_seen(&tx, &own, seen).await?;
    tx.move_to(actor, own.id, own.state, ApplicationState::AskedBack, "").await?;
    let calendar = hub.network.calendar(&own.calendar);
    let left = own.due_on.map_or(due::ANSWER_DAYS, |due| due::left(calendar, tx.now(), due.0));
    rows::stop_clock(&tx, &own, left).await?;
    send(&tx, actor, own.enquiry, text).await?;
    tx.event(actor, "application.asked-back", own.id, None).await?;
    tx.commit().await
}

/// Why an application is declined.
#[derive(Clone, Debug)]
pub(crate) struct Declined {
    /// One of [`crate::application::DECLINE_REASONS`].
    pub reason: String,
    /// In the office's own words; may be empty.
    pub text: String,
}

/// Declines it, and writes why and how to come back. The same form sent once more changes nothing.
///
/// # Errors
/// As [`ask_back`].
pub(crate) async fn decline(
    hub: &Hub,
    actor: &Actor,
    id: i64,
    declined: &Declined,
    seen: Seen,
    once: &str,
) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if taken_before(&tx, actor, own.id, once, &format!("{} {}", declined.reason, declined.text)).await? {
        return Ok(());
    }
    as_seen(&tx, &own, seen).await?;
    tx.move_to(actor, own.id, own.state, ApplicationState::Declined, &declined.text).await?;
    rows::stop_clock(&tx, &own, 0).await?;
    rows::set_outcome(&tx, &own, &declined.reason).await?;
    let enquiry = enquiries::enquiry(&tx, own.enquiry).await?;
    send(&tx, actor, own.enquiry, &refusal(hub, &enquiry, declined)).await?;
    tx.audit(actor, acts::APPLICATION_DECLINED, &own.written(), &declined.reason).await?;
    tx.event(actor, acts::APPLICATION_DECLINED.code(), own.id, None).await?;
    tx.commit().await
}

fn refusal(hub: &Hub, enquiry: &Enquiry, declined: &Declined) -> String {
    let lang = enquiry.written_in(&hub.network);
    let network = hub.network.settings.name.get(lang);
    let first = hub.words.write(lang, "application-letter-declined", &[("network", network.into())]);
    let why = match declined.reason.as_str() {
        "other" => None,
        reason => Some(hub.words.write(lang, &declined_words(reason), &[])),
    };
    let own = (!declined.text.is_empty()).then(|| declined.text.clone());
    let back = hub.words.write(lang, "application-letter-back", &[]);
    let all: Vec<String> = [Some(first), why, own, Some(back)].into_iter().flatten().collect();
    all.join("\n\n")
}

/// Sends the private link again; with `anew`, another one, and the one of before leads nowhere any more. The same form
/// sent once more changes nothing.
///
/// # Errors
/// Those of [`rows::lock_for`]; [`base::Fail::Conflict`] where nobody writes it any more.
pub(crate) async fn send_link(hub: &Hub, actor: &Actor, id: i64, anew: bool, once: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if own.state == ApplicationState::Accepted || own.state == ApplicationState::Withdrawn {
        return Err(moved());
    }
    if taken_before(&tx, actor, own.id, once, if anew { "anew" } else { "again" }).await? {
        return Ok(());
    }
    if anew {
        rows::set_link(&tx, &own).await?;
        tx.audit(actor, acts::APPLICATION_LINK, &own.written(), "").await?;
    }
    let link = rows::application(&tx, id).await?.link;
    web::post::send(&tx, &LinkSent { application: id, link }).await?;
    tx.commit().await
}
