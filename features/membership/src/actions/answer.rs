//! Whoever asked writes again, or takes their enquiry back.

use base::{Actor, Fail, FieldError, Result};
use store::Tx;
use web::Hub;

use super::review;
use crate::due;
use crate::jobs::remind;
use crate::notices::{RECEIVED, WRITTEN};
use crate::rules::{ASKER_MESSAGES, Enquiry, MessageKind};
use crate::state::EnquiryState;
use crate::{application_rows, rows};

/// Keeps what its asker wrote. It goes on with the days that were left, or begins anew where the enquiry had come to an end: also where
/// it was dealt with together with one that has. The same text sent once more changes nothing.
///
/// # Errors
/// [`Fail::NotFound`] where it was erased; [`Fail::Invalid`] where they have written too much already.
pub(crate) async fn answer(hub: &Hub, id: i64, text: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::lock_together(&tx).await?;
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
    let told = wake_whom(&tx, hub, &enquiry).await?;
    tx.event(&Actor::Visitor, WRITTEN, told, None).await?;
    tx.commit().await
}

/// Whoever has to answer now does: of one that is dealt with together with another one, that one, as long as it is not at its end. Answers
/// which enquiry it is.
async fn wake_whom(tx: &Tx, hub: &Hub, enquiry: &Enquiry) -> Result<i64> {
    let Some(main) = enquiry.duplicate_of else {
        if enquiry.state.wakes() {
            wake(tx, hub, enquiry).await?;
        }
        return Ok(enquiry.id);
    };
    rows::lock(tx, main).await?;
    let main = rows::enquiry(tx, main).await?;
    match main.state {
        EnquiryState::Received => {}
        EnquiryState::AskedBack | EnquiryState::Invited => wake(tx, hub, &main).await?,
        // It has come to its end without them.
        _ => {
            rows::set_duplicate_of(tx, enquiry.id, None).await?;
            wake(tx, hub, enquiry).await?;
            return Ok(enquiry.id);
        }
    }
    Ok(main.id)
}

/// The office has to answer again. What a city writes beside its application is told to the office, and has no clock of its own: the
/// application has one, or its city still writes it.
async fn wake(tx: &Tx, hub: &Hub, enquiry: &Enquiry) -> Result<()> {
    if enquiry.state == EnquiryState::Invited
        && application_rows::of_enquiry(tx, enquiry.id).await?.is_some_and(|own| !own.state.comes_back())
    {
        return Ok(());
    }
    let days = match enquiry.state {
        EnquiryState::AskedBack => u32::try_from(enquiry.days_left).unwrap_or(due::ANSWER_DAYS).max(1),
        _ => due::ANSWER_DAYS,
    };
    tx.move_to(&Actor::Visitor, enquiry.id, enquiry.state, EnquiryState::Received, "").await?;
    rows::set_outcome(tx, enquiry.id, "").await?;
    begin(tx, hub, enquiry, days).await
}

/// The office that answers now has so many working days from now on, by its own calendar.
pub(super) async fn begin(tx: &Tx, hub: &Hub, enquiry: &Enquiry, days: u32) -> Result<()> {
    let calendar = hub.network.calendar_of(&enquiry.region);
    let clock = due::begins(calendar, tx.now(), days);
    rows::start_clock(tx, enquiry.id, &calendar.code, clock).await?;
    remind(tx, hub, &rows::enquiry(tx, enquiry.id).await?, clock).await
}

/// Its asker takes it back. Taken back already it stays so.
///
/// # Errors
/// [`Fail::NotFound`] where it was erased; [`Fail::Conflict`] where it has come to another end.
pub(crate) async fn withdraw(hub: &Hub, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::lock_together(&tx).await?;
    let enquiry = rows::lock_own(&tx, id).await?;
    if enquiry.state == EnquiryState::Withdrawn {
        return Ok(());
    }
    tx.move_to(&Actor::Visitor, id, enquiry.state, EnquiryState::Withdrawn, "").await?;
    rows::stop_clock(&tx, id, 0).await?;
    review::withdraw(&tx, &Actor::Visitor, id).await?;
    if enquiry.duplicate_of.is_some() {
        rows::set_duplicate_of(&tx, id, None).await?;
    }
    give_back(&tx, hub, id).await?;
    tx.event(&Actor::Visitor, "enquiry.withdrawn", id, None).await?;
    tx.commit().await
}

/// Those that were dealt with together with one that nobody answers any more wait for the office: the oldest of them, and the others
/// together with it.
pub(super) async fn give_back(tx: &Tx, hub: &Hub, id: i64) -> Result<()> {
    let duplicates = rows::duplicates_of(tx, id).await?;
    let Some(first) = duplicates.first() else { return Ok(()) };
    rows::set_duplicate_of(tx, first.id, None).await?;
    rows::hand_duplicates_on(tx, id, first.id).await?;
    wake(tx, hub, first).await?;
    tx.event(&Actor::Visitor, RECEIVED, first.id, None).await
}

/// Somebody sends the same once more that they took back: it waits for the office again.
pub(super) async fn again(hub: &Hub, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let enquiry = rows::lock_own(&tx, id).await?;
    if enquiry.state != EnquiryState::Withdrawn {
        return Ok(());
    }
    wake(&tx, hub, &enquiry).await?;
    tx.event(&Actor::Visitor, RECEIVED, id, None).await?;
    tx.commit().await
}
