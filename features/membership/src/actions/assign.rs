//! Who sees to an enquiry, and which office.

use base::{Actor, Fail, PersonId, Result};
use web::Hub;

use crate::notices::{ASSIGNED, HANDED_OVER};
use crate::{acts, rows};

/// Gives it to somebody of its office, or to nobody. Done already it changes nothing.
///
/// # Errors
/// Those of [`rows::enquiry_for`]; [`Fail::Invalid`] where they do not answer for its region.
pub(crate) async fn assign(hub: &Hub, actor: &Actor, id: i64, owner: Option<PersonId>) -> Result<()> {
    let tx = hub.db.begin().await?;
    let enquiry = rows::lock_for(&tx, actor, id).await?;
    if let Some(owner) = owner
        && !people::office_of(&tx, &enquiry.region).await?.contains(&owner)
    {
        return Err(Fail::field("owner", "error-enquiry-owner"));
    }
    if !rows::set_owner(&tx, &enquiry, owner).await? {
        return Ok(());
    }
    if owner.is_some() {
        tx.event(actor, ASSIGNED, id, None).await?;
    }
    tx.commit().await
}

/// Hands it over to the office of another region; to the central team for none. What was promised to its asker stays: the day by which
/// it is answered does not move. Answers whether that is another one.
///
/// # Errors
/// Those of [`rows::enquiry_for`].
pub(crate) async fn hand_over(hub: &Hub, actor: &Actor, id: i64, region: &str) -> Result<bool> {
    let tx = hub.db.begin().await?;
    rows::lock_together(&tx).await?;
    let enquiry = rows::lock_for(&tx, actor, id).await?;
    if enquiry.region == region {
        return Ok(false);
    }
    rows::set_region(&tx, id, region).await?;
    tx.event(actor, HANDED_OVER, id, None).await?;
    tx.audit(actor, acts::HANDED_OVER, &enquiry.written(), region).await?;
    tx.commit().await?;
    Ok(true)
}
