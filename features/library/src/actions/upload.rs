//! Uploading a document.

use base::{Actor, CityId, DocumentId, Fail, Result};
use blobs::{Blobs, Hash};
use store::{Sql, Tx};
use web::Hub;

use super::KIND;
use crate::access::may_upload;
use crate::jobs::{READ, ReadFile};
use crate::rows::{self, FileFacts};
use crate::rules::{Access, Draft};
use crate::topics;

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
            cities::by_slug(sql, slug)
                .await
                .map_err(|fail| if matches!(fail, Fail::NotFound) { Fail::Forbidden } else { fail })?
                .id(),
        )
    };
    if matches!(actor, Actor::System) || may_upload(actor, city, access) {
        return Ok(city);
    }
    // Their city, but not theirs to show to so many: the form comes back and says so.
    match city {
        Some(city) if actor.works_for(city) => Err(Fail::field("access", "error-access-lead")),
        _ => Err(Fail::Forbidden),
    }
}

/// Puts a document into the library; its file is kept already. `once` is the form's token: sent
/// twice, it is one document.
pub(crate) async fn upload(hub: &Hub, actor: &Actor, draft: &Draft, file: &FileFacts, once: &str) -> Result<Uploaded> {
    // The same form with other content (the back button) is another document.
    let content = format!("{once} {} {} {} {}", file.hash.as_str(), draft.city, draft.access.code(), draft.title);
    let once = base::secret::hash(&content);
    match upload_once(hub, actor, draft, file, &once).await {
        // Sent twice at the same moment: the other one won.
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => upload_once(hub, actor, draft, file, &once).await,
        outcome => outcome,
    }
}

async fn upload_once(hub: &Hub, actor: &Actor, draft: &Draft, file: &FileFacts, once: &str) -> Result<Uploaded> {
    let tx = hub.db.begin().await?;
    if let Some(outcome) = store::outcome_of(&tx, actor, once).await? {
        let id = outcome.parse().map_err(|_| Fail::Conflict("form".into()))?;
        return Ok(Uploaded { id, same: None });
    }
    let city = target(&tx, actor, &draft.city, draft.access).await?;
    let same = rows::same_file(&tx, actor, &file.hash).await?.map(|document| document.id());
    let id = enter(&tx, &hub.blobs, actor, city, draft, file).await?;
    store::remember(&tx, actor, once, &id.to_string()).await?;
    tx.commit().await?;
    Ok(Uploaded { id, same })
}

/// Holds on to a blob until the transaction that names it is over: tidying up forgotten files waits.
///
/// # Errors
/// [`Fail::Invalid`] when it is gone: the file must be sent again.
pub(crate) async fn hold(tx: &Tx, blobs: &Blobs, hash: &Hash) -> Result<()> {
    tx.one_at_a_time(hash.as_str()).await?;
    if blobs.has(hash).await? { Ok(()) } else { Err(Fail::field("file", "error-file-missing")) }
}

/// The rows, the event, the change and the job of a new document, in an open transaction.
pub(crate) async fn enter(
    tx: &Tx,
    blobs: &Blobs,
    actor: &Actor,
    city: Option<CityId>,
    draft: &Draft,
    file: &FileFacts,
) -> Result<DocumentId> {
    hold(tx, blobs, &file.hash).await?;
    let id = DocumentId(tx.new_id());
    rows::insert(tx, id, actor.id(), city, draft, file).await?;
    ask_to_read(tx, &file.hash, file.format).await?;
    tx.event(actor, "document.uploaded", id.0, city).await?;
    let mut stale = topics::changed(id.0, &[city]);
    stale.extend(topics::of_themes(&draft.themes));
    tx.changed(KIND, id.0, false, &stale).await?;
    Ok(id)
}

/// Asks for a file to be read for a document. Also where it was read for another one: then the job only
/// shows it.
pub(crate) async fn ask_to_read(tx: &Tx, hash: &Hash, format: extract::Format) -> Result<()> {
    rows::await_reading(tx, hash, format).await?;
    tx.enqueue(READ, &ReadFile { file: hash.as_str().to_owned(), format: format.code().to_owned() }).await
}

/// Keeps the file of a form that came back; answers the token by which the form finds it again.
pub(crate) async fn keep_for_form(hub: &Hub, actor: &Actor, file: &FileFacts) -> Result<String> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let token = base::secret::new_secret();
    let tx = hub.db.begin().await?;
    hold(&tx, &hub.blobs, &file.hash).await?;
    rows::keep_upload(&tx, &token, person, file).await?;
    tx.commit().await?;
    Ok(token)
}
