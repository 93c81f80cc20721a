//! Changing, replacing and withdrawing a document.

use base::{Actor, DocumentId, Fail, Result};
use chrono::TimeDelta;
use store::{Arrival, Tx};
use web::Hub;
use web::files::dismiss;

use super::KIND;
use super::incoming::{Incoming, bring, check_city_again, check_room, check_share_again, of_document};
use super::upload::{ask_to_read, settle, target};
use crate::access::{Action, may};
use crate::acts;
use crate::letters::ByWhom;
use crate::rows::{self, Brought, FileFacts};
use crate::rules::{Document, Draft};
use crate::topics;

/// How long a file that was replaced is kept.
const REPLACED: TimeDelta = TimeDelta::days(30);

/// A document that the actor may see and do this with; nobody else changes it meanwhile.
pub(crate) async fn changeable(tx: &Tx, actor: &Actor, id: DocumentId, action: Action) -> Result<Document> {
    tx.one_at_a_time(&format!("document:{id}")).await?;
    rows::document_for(tx, actor, action, id).await
}

/// Saves what is said of a document.
///
/// # Errors
/// [`Fail::Conflict`] when it was changed since the form was opened.
pub async fn edit(hub: &Hub, actor: &Actor, id: DocumentId, revision: i64, draft: &Draft) -> Result<()> {
    let tx = hub.db.begin().await?;
    let before = changeable(&tx, actor, id, Action::Edit).await?;
    let same_place = draft.access == before.access()
        && match before.city {
            None => draft.city.is_empty(),
            Some(city) => cities::by_ids(&tx, &[city]).await?.get(&city).is_some_and(|own| own.slug == draft.city),
        };
    // What is not moved needs no right to put something new there.
    let city = if same_place { before.city } else { target(&tx, actor, &draft.city, draft.access).await? };
    if let Some(other) = city.filter(|city| before.city != Some(*city)) {
        check_city_again(&tx, hub, other, before.size).await?;
    }
    let mut draft = draft.clone();
    if draft.language.is_empty() && before.state.is_some() {
        let (file, format) = before.file_and_format()?;
        draft.language = rows::reading(&tx, &file, format).await?.and_then(|read| read.language).unwrap_or_default();
    }
    let themes = themes(&tx, id).await?;
    if !rows::update(&tx, id, revision, city, &draft).await? {
        return Err(Fail::Conflict("document.revision".into()));
    }
    tx.event(actor, "document.edited", id.0, city).await?;
    let mut stale = topics::changed(id.0, &[before.city, city]);
    // What is restricted is left out of all pages until the index follows, and comes back to all of them then.
    stale.extend(topics::of_themes(topics::come_or_gone(&themes, &draft.themes, !same_place)));
    tx.changed(KIND, id.0, !same_place, &stale).await?;
    tx.commit().await
}

/// Gives a document another file; the one before stays for a month, for whoever must put it back.
///
/// # Errors
/// [`Fail::Conflict`] when the document was changed since the form was opened.
pub(crate) async fn replace(hub: &Hub, actor: &Actor, id: DocumentId, revision: i64, file: &Incoming) -> Result<()> {
    let sql = hub.db.read();
    let document = rows::document_for(&sql, actor, Action::Edit, id).await?;
    check_room(&sql, hub, actor, document.city, &file.facts).await?;
    let arrival = bring(&hub.db, &hub.blobs, file).await?;
    let outcome = replace_in(hub, actor, id, revision, (&file.facts, &arrival)).await;
    if outcome.is_err() {
        dismiss(&hub.db, &hub.blobs, &arrival).await;
    }
    outcome
}

async fn replace_in(
    hub: &Hub,
    actor: &Actor,
    id: DocumentId,
    revision: i64,
    (facts, arrival): (&FileFacts, &Arrival),
) -> Result<()> {
    let tx = hub.db.begin().await?;
    let document = changeable(&tx, actor, id, Action::Edit).await?;
    check_share_again(&tx, hub, actor, document.city, facts).await?;
    if !rows::replace_file(&tx, id, revision, facts).await? {
        return Err(Fail::Conflict("document.revision".into()));
    }
    settle(&tx, id, arrival).await?;
    if document.file != facts.hash.as_str() {
        rows::forget_told_language(&tx, &document).await?;
        tx.end_file_use(&document.file, &of_document(id), tx.now() + REPLACED).await?;
        rows::keep_replaced(&tx, &document, tx.now() + REPLACED).await?;
    }
    ask_to_read(&tx, &facts.hash, facts.format, rows::unread_before(&tx, actor.id(), id).await?).await?;
    tx.event_with(actor, "document.replaced", id.0, document.city, &Brought { size: facts.size }).await?;
    tx.changed(KIND, id.0, false, &topics::changed(id.0, &[document.city])).await?;
    tx.commit().await
}

/// Takes a document out of the library, or puts it back. The document as it is then.
pub async fn set_withdrawn(hub: &Hub, actor: &Actor, id: DocumentId, withdrawn: bool) -> Result<Document> {
    let tx = hub.db.begin().await?;
    let action = if withdrawn { Action::Withdraw } else { Action::Edit };
    let document = match changeable(&tx, actor, id, action).await {
        // Whoever took a city's document out does not see it any more.
        Err(Fail::NotFound) if withdrawn => taken_out(&tx, actor, id).await?.ok_or(Fail::NotFound)?,
        document => document?,
    };
    // Done already (a form sent twice): nothing changes, and nobody is told again.
    if document.withdrawn == withdrawn {
        return Ok(document);
    }
    rows::set_withdrawn(&tx, id, withdrawn).await?;
    let act = if withdrawn { acts::WITHDRAWN } else { acts::RESTORED };
    // A city's material belongs to the city: it hears of what others do with it.
    let outside = document.city.is_some_and(|city| !actor.works_for(city));
    tx.event_with(actor, act.code(), id.0, document.city, &ByWhom { outside }).await?;
    tx.audit(actor, act, &id.to_string(), "").await?;
    let mut stale = topics::changed(id.0, &[document.city]);
    stale.extend(topics::of_themes(&themes(&tx, id).await?));
    tx.changed(KIND, id.0, withdrawn, &stale).await?;
    tx.commit().await?;
    Ok(Document { withdrawn, ..document })
}

/// A document that is withdrawn, of somebody who may have done it.
async fn taken_out(tx: &Tx, actor: &Actor, id: DocumentId) -> Result<Option<Document>> {
    let Some(document) = rows::find(tx, id).await?.filter(|document| document.withdrawn) else { return Ok(None) };
    let before = Document { withdrawn: false, ..document.clone() };
    let theirs = may(actor, Action::See, &before) && may(actor, Action::Withdraw, &before);
    Ok(theirs.then_some(document))
}

/// A document's themes as they stand.
async fn themes(tx: &Tx, id: DocumentId) -> Result<Vec<String>> {
    Ok(rows::themes(tx, &[id.0]).await?.remove(&id.0).unwrap_or_default())
}
