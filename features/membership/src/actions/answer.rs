//! Whoever asked writes again, or takes their enquiry back.

use base::{Actor, Fail, FieldError, Result};
use store::Tx;
use web::Hub;

use crate::due;
use crate::jobs::remind;
use crate::notices::WRITTEN;
use crate::rows;
use crate::rules::{ASKER_MESSAGES, Enquiry, MessageKind};
use crate::state::EnquiryState;

/// Keeps what its asker wrote. It goes on with the days that were left, or begins anew where the enquiry had come to an end. The same
/// text sent once more changes nothing.
///
/// # Errors
/// [`Fail::NotFound`] where it was erased; [`Fail::Invalid`] where they have written too much already.
pub(crate) async fn answer(hub: &Hub, actor: &Actor, id: i64, text: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let enquiry = rows::lock_own(&tx, id).await?;
    if enquiry.state == EnquiryState::Spam {
        return Err(Fail::NotFound);
    }
    if rows::is_newest_of_asker(&tx, id, text).await? {
        return Ok(());
    }
    if rows::asker_messages(&tx, id).await? >= ASKER_MESSAGES {
        return Err(Fail::Invalid(vec![FieldError::new("message", "error-enquiry-full").with("max", ASKER_MESSAGES)]));
    }
    rows::add_message(&tx, id, MessageKind::Asker, None, text).await?;
    if enquiry.state.wakes() {
        wake(&tx, hub, actor, &enquiry).await?;
    }
    // Whoever is dealt with together with somebody else is answered there.
    tx.event(actor, WRITTEN, enquiry.duplicate_of.unwrap_or(id), None).await?;
    tx.commit().await
}

/// The office has to answer again.
async fn wake(tx: &Tx, hub: &Hub, actor: &Actor, enquiry: &Enquiry) -> Result<()> {
    let days = match enquiry.state {
        EnquiryState::AskedBack => u32::try_from(enquiry.days_left).unwrap_or(due::ANSWER_DAYS).max(1),
        _ => due::ANSWER_DAYS,
    };
    tx.move_to(actor, enquiry.id, enquiry.state, EnquiryState::Received, "").await?;
    rows::set_outcome(tx, enquiry.id, "").await?;
    begin(tx, hub, enquiry, days).await
}

/// The office has so many working days from now on.
pub(super) async fn begin(tx: &Tx, hub: &Hub, enquiry: &Enquiry, days: u32) -> Result<()> {
    let clock = due::begins(due::calendar_of(&hub.network, enquiry), tx.now(), days);
    rows::start_clock(tx, enquiry.id, clock).await?;
    remind(tx, hub, enquiry, clock).await
}

/// Its asker takes it back. Taken back already it stays so.
///
/// # Errors
/// [`Fail::NotFound`] where it was erased; [`Fail::Conflict`] where it has come to another end.
pub(crate) async fn withdraw(hub: &Hub, actor: &Actor, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let enquiry = rows::lock_own(&tx, id).await?;
    if enquiry.state == EnquiryState::Withdrawn {
        return Ok(());
    }
    tx.move_to(actor, id, enquiry.state, EnquiryState::Withdrawn, "").await?;
    rows::stop_clock(&tx, id, 0).await?;
    if enquiry.duplicate_of.is_some() {
        rows::set_duplicate_of(&tx, id, None).await?;
    }
    tx.event(actor, "enquiry.withdrawn", id, None).await?;
    tx.commit().await
}
