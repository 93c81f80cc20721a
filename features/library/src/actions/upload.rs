//! Uploading a document.

use base::{Actor, CityId, DocumentId, Fail, Result};
use blobs::Hash;
use chrono::TimeDelta;
use store::{Arrival, Sql, Tx};
use web::Hub;
use web::files::dismiss;

use super::KIND;
use super::incoming::{Incoming, Origin, bring, check_room, check_share_again, missing, of_document, of_form};
use crate::access::may_upload;
use crate::rows::{self, Brought, FileFacts};
use crate::rules::{Access, Draft};
use crate::topics;
use crate::work::ReadFile;

/// How long the file of a form that came back is kept.
pub(crate) const FORM_WAITS: TimeDelta = TimeDelta::days(1);

/// What an upload led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// The document.
    pub id: DocumentId,
    /// Another document with the same file, which the uploader may see.
    pub same: Option<DocumentId>,
}

/// The city of a draft, if the actor may put such a document there.
///
/// # Errors
/// [`Fail::Forbidden`] for a city (or an access) that is not theirs to give.
pub(crate) async fn target(sql: &Sql, actor: &Actor, slug: &str, access: Access) -> Result<Option<CityId>> {
    let city = if slug.is_empty() {
        None
    } else {
        // A city that does not exist is told like one that is not theirs.
        Some(
            cities::city_for(sql, actor, cities::access::Action::See, slug)
                .await
                .map_err(|fail| if matches!(fail, Fail::NotFound) { Fail::Forbidden } else { fail })?
                .id,
        )
    };
    if matches!(actor, Actor::System) || may_upload(actor, city, access) {
        return Ok(city);
    }
    // Their city, but not theirs to show to so many: the form comes back and says so.
    match city {
        Some(city) if actor.former_cities().contains(&city) => Err(Fail::field("access", "error-access-former")),
        Some(city) if actor.works_for(city) => Err(Fail::field("access", "error-access-lead")),
        _ => Err(Fail::Forbidden),
    }
}

/// Puts a document into the library. `once` is the form's token: sent twice, it is one document. Where it is refused,
/// its file leaves nothing behind.
pub(crate) async fn upload(hub: &Hub, actor: &Actor, draft: &Draft, file: &Incoming, once: &str) -> Result<Uploaded> {
    // The same form with other content (the back button) is another document.
    let content = format!("{once} {} {} {} {}", file.facts.hash.as_str(), draft.city, draft.access.code(), draft.title);
    let once = base::secret::hash(&content);
    // What is refused is refused before the file goes anywhere.
    let sql = hub.db.read();
    if let Some(before) = sent_before(&sql, actor, &once).await? {
        return Ok(before);
    }
    let city = target(&sql, actor, &draft.city, draft.access).await?;
    check_room(&sql, hub, actor, city, &file.facts).await?;
    let id = DocumentId(hub.db.new_id());
    let arrival = bring(&hub.db, &hub.blobs, file).await?;
    match enter_once(hub, actor, id, draft, (file, &arrival), &once).await {
        Ok(uploaded) => Ok(uploaded),
        Err(fail) => {
            dismiss(&hub.db, &hub.blobs, &arrival).await;
            match fail {
                // Sent twice at the same moment: the other one won.
                Fail::Taken(rule) if rule == store::FORM_SENT => {
                    sent_before(&sql, actor, &once).await?.ok_or_else(|| Fail::Conflict("form".into()))
                }
                other => Err(other),
            }
        }
    }
}

async fn sent_before(sql: &Sql, actor: &Actor, once: &str) -> Result<Option<Uploaded>> {
    let Some(outcome) = store::outcome_of(sql, actor, once).await? else { return Ok(None) };
    let id = outcome.parse().map_err(|_| Fail::Conflict("form".into()))?;
    Ok(Some(Uploaded { id, same: None }))
}

async fn enter_once(
    hub: &Hub,
    actor: &Actor,
    id: DocumentId,
    draft: &Draft,
    (file, arrival): (&Incoming, &Arrival),
    once: &str,
) -> Result<Uploaded> {
    let tx = hub.db.begin().await?;
    let city = target(&tx, actor, &draft.city, draft.access).await?;
    check_share_again(&tx, hub, actor, city, &file.facts).await?;
    store::remember(&tx, actor, once, &id.to_string()).await?;
    let same = rows::same_file(&tx, actor, &file.facts.hash).await?.map(|document| document.id);
    enter(&tx, actor, id, city, draft, (&file.facts, arrival)).await?;
    if let Origin::Form(token) = &file.origin {
        end_form(&tx, token, &file.facts.hash).await?;
    }
    tx.commit().await?;
    Ok(Uploaded { id, same })
}

/// A form that came back was sent again: nothing is kept for it any more.
pub(crate) async fn end_form(tx: &Tx, token: &str, file: &Hash) -> Result<()> {
    rows::forget_upload(tx, token).await?;
    tx.end_file_use(file.as_str(), &of_form(token), tx.now()).await
}

/// The rows, the event, the change and the job of a new document, in an open transaction. Its file has arrived.
pub(crate) async fn enter(
    tx: &Tx,
    actor: &Actor,
    id: DocumentId,
    city: Option<CityId>,
    draft: &Draft,
    (file, arrival): (&FileFacts, &Arrival),
) -> Result<()> {
    tx.lock_file(file.hash.as_str()).await?;
    rows::insert(tx, id, actor.id(), city, draft, file).await?;
    settle(tx, id, arrival).await?;
    ask_to_read(tx, &file.hash, file.format, rows::unread_before(tx, actor.id(), id).await?).await?;
    tx.event_with(actor, "document.uploaded", id.0, city, &Brought { size: file.size }).await?;
    let mut stale = topics::changed(id.0, &[city]);
    stale.extend(topics::of_themes(&draft.themes));
    tx.changed(KIND, id.0, false, &stale).await
}

/// The document names its file for good.
pub(crate) async fn settle(tx: &Tx, id: DocumentId, arrival: &Arrival) -> Result<()> {
    tx.settle_file(arrival, &of_document(id), None).await.map_err(|fail| match fail {
        Fail::NotFound => missing(),
        other => other,
    })
}

/// Asks for a file to be read for a document. Also where it was read for another one: then the job only
/// shows it, after as long as reading it took, so that nobody learns from their watch that it is somewhere else.
///
/// Files of one person are read in turns with those of others: many that take all the time that there is must not keep
/// everybody waiting.
pub(crate) async fn ask_to_read(tx: &Tx, hash: &Hash, format: extract::Format, turn: i64) -> Result<()> {
    let took = rows::reading_took(tx, hash, format).await?;
    rows::await_reading(tx, hash, format).await?;
    tx.enqueue_at(&ReadFile::of(hash, format, turn), tx.now() + took.unwrap_or_default()).await
}

/// Keeps the file of a form that came back; answers the token by which the form finds it again.
pub(crate) async fn keep_for_form(hub: &Hub, actor: &Actor, file: &Incoming) -> Result<String> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    if let Origin::Form(token) = &file.origin {
        return Ok(token.clone());
    }
    check_room(&hub.db.read(), hub, actor, None, &file.facts).await?;
    let token = base::secret::new_secret();
    let arrival = bring(&hub.db, &hub.blobs, file).await?;
    let kept = async {
        let tx = hub.db.begin().await?;
        rows::keep_upload(&tx, &token, person, &file.facts).await?;
        tx.settle_file(&arrival, &of_form(&token), Some(tx.now() + FORM_WAITS)).await?;
        tx.commit().await
    };
    if let Err(fail) = kept.await {
        dismiss(&hub.db, &hub.blobs, &arrival).await;
        return Err(fail);
    }
    Ok(token)
}
