//! The central team writes the next version.

use base::{Actor, Fail, Result};
use web::Hub;

use super::VERSIONS;
use crate::access::must_write;
use crate::acts;
use crate::draft::{Draft, Wording};
use crate::draft_rows as rows;

/// Keeps what was written over what its writer read: this draft (`None` where there was none) at this revision. The same once more changes
/// nothing.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::Conflict`] where somebody else wrote, published or threw it away meanwhile.
pub(crate) async fn save(hub: &Hub, actor: &Actor, read: Option<(i64, i64)>, wording: &Wording) -> Result<()> {
    must_write(actor)?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(VERSIONS).await?;
    let there = rows::draft(&tx).await?;
    if there.as_ref().is_some_and(|own| own.wording == *wording) {
        return Ok(());
    }
    if there.as_ref().map(|own| (own.id, own.revision)) != read {
        return Err(Fail::Conflict("principles_drafts.revision".to_owned()));
    }
    let (id, revision) = read.unwrap_or_default();
    if !rows::save(&tx, actor, id, revision, wording).await? {
        return Err(Fail::Conflict("principles_drafts.revision".to_owned()));
    }
    tx.commit().await
}

/// Throws the draft away. One that is gone already stays so.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::Conflict`] where somebody wrote in it meanwhile.
pub(crate) async fn discard(hub: &Hub, actor: &Actor, read: (i64, i64)) -> Result<()> {
    must_write(actor)?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(VERSIONS).await?;
    let Some(Draft { id, revision, wording }) = rows::draft(&tx).await? else { return Ok(()) };
    if (id, revision) != read {
        return Err(Fail::Conflict("principles_drafts.revision".to_owned()));
    }
    rows::delete(&tx, id).await?;
    tx.audit(actor, acts::DISCARDED, &wording.name, "").await?;
    tx.commit().await
}
