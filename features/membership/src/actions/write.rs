//! The office writes: to whoever asked, or for itself.

use base::{Actor, Result};
use store::Tx;
use web::Hub;

use super::{Saw, as_seen, taken_before};
use crate::due;
use crate::letters::WrittenTo;
use crate::rows;
use crate::rules::{Enquiry, MessageKind, Writing, Written};
use crate::state::EnquiryState;

/// Keeps what somebody of the office wrote, and sends it. A question stops the clock until it is answered. The same form sent once more
/// changes nothing.
///
/// # Errors
/// Those of [`rows::enquiry_for`]; [`base::Fail::Conflict`] where something was done since that they did not see.
pub(crate) async fn write(hub: &Hub, actor: &Actor, id: i64, written: &Written, saw: Saw, once: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let enquiry = rows::lock_for(&tx, actor, id).await?;
    let said = format!("{} {}", written.writing.code(), written.text);
    if taken_before(&tx, actor, id, once, &said).await? {
        return Ok(());
    }
    as_seen(&tx, &enquiry, saw).await?;
    match written.writing {
        Writing::Note => {
            rows::add_message(&tx, id, MessageKind::Note, actor.id(), &written.text).await?;
        }
        Writing::Letter => send(&tx, actor, id, &written.text).await?,
        Writing::Question => {
            send(&tx, actor, id, &written.text).await?;
            ask_back(&tx, hub, actor, &enquiry).await?;
        }
    }
    tx.commit().await
}

/// Keeps a letter to whoever asked, which leaves after this transaction.
pub(super) async fn send(tx: &Tx, actor: &Actor, enquiry: i64, text: &str) -> Result<()> {
    let message = rows::add_message(tx, enquiry, MessageKind::Office, actor.id(), text).await?;
    rows::answered(tx, enquiry).await?;
    web::post::send(tx, &WrittenTo { message }).await
}

async fn ask_back(tx: &Tx, hub: &Hub, actor: &Actor, enquiry: &Enquiry) -> Result<()> {
    tx.move_to(actor, enquiry.id, enquiry.state, EnquiryState::AskedBack, "").await?;
    let calendar = due::calendar_of(&hub.network, enquiry);
    let left = enquiry.due_on.map_or(due::ANSWER_DAYS, |due| due::left(calendar, tx.now(), due.0));
    rows::stop_clock(tx, enquiry.id, left).await?;
    tx.event(actor, "enquiry.asked-back", enquiry.id, None).await
}
