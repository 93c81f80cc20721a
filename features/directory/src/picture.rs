//! The picture of a profile: made anew as every picture is, so that nothing of its file but pixels is left; seen by whoever sees the
//! profile, and by nobody once its owner, or the team, takes it down.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base::{Actor, Fail, PersonId, Result};
use blobs::{Hash, Staged};
use extract::Trouble;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use store::{FileUse, Tx};
use web::files::{arrive, dismiss};
use web::headers::has_tag;
use web::{Answer, Hub, Visit};

use crate::access::{check, may_see, may_take_down};
use crate::actions::lock;
use crate::acts;
use crate::rows::{self, At, Picture};
use crate::rules::PICTURES;

/// As what files of pictures are named.
const KIND: &str = "person-picture";

fn file_use(person: PersonId) -> FileUse {
    FileUse::of(KIND, person, "picture")
}

/// Makes a file ready and shows it, in the place of the picture that was; the file itself is not kept.
///
/// # Errors
/// A field's error that says why there is no picture; [`Fail::TooMany`].
pub(crate) async fn bring(hub: &Hub, actor: &Actor, file: &Staged) -> Result<()> {
    check(actor)?;
    let person = actor.id().ok_or(Fail::SignIn)?;
    hub.guard.pass(&hub.db, &[(&format!("profile pictures:{person}"), PICTURES)]).await?;
    let made = match hub.extractor.picture(file.open().await?).await {
        Ok(Ok(made)) => made,
        Ok(Err(_)) => return Err(Fail::field("file", "error-directory-picture")),
        Err(Trouble::Unlocked | Trouble::Io(_)) => return Err(Fail::Unavailable("the reader of pictures".into())),
        Err(trouble) => {
            tracing::warn!(%trouble, "a picture could not be made ready");
            return Err(Fail::field("file", "error-directory-picture"));
        }
    };
    let narrowest = made.renditions.into_iter().next().ok_or_else(|| Fail::field("file", "error-directory-picture"))?;
    let size = narrowest.jpeg.len() as i64;
    let staged = hub.blobs.stage_bytes(narrowest.jpeg).await?;
    let arrival = arrive(&hub.db, &hub.blobs, &staged).await?;
    let kept = async {
        let tx = hub.db.begin().await?;
        lock(&tx, person).await?;
        rows::begin(&tx, person).await?;
        end_use(&tx, person).await?;
        tx.settle_file(&arrival, &file_use(person), None).await?;
        let picture = Picture { picture: tx.new_id(), hash: arrival.hash().to_owned(), size };
        rows::set_picture(&tx, person, Some(&picture)).await?;
        tx.commit().await
    };
    match kept.await {
        Ok(()) => Ok(()),
        Err(fail) => {
            dismiss(&hub.db, &hub.blobs, &arrival).await;
            Err(fail)
        }
    }
}

/// What there was is named by nobody any more.
pub(crate) async fn end_use(tx: &Tx, person: PersonId) -> Result<()> {
    match rows::picture(tx, person).await? {
        Some(before) => tx.end_file_use(&before.hash, &file_use(person), tx.now()).await,
        None => Ok(()),
    }
}

/// Takes a picture down: one's own, or another's by the team, which is on record. Done already, or where there is another one by now than the
/// one that was seen (`number`), nothing changes.
///
/// # Errors
/// [`Fail::Forbidden`].
pub(crate) async fn take_down(hub: &Hub, actor: &Actor, person: PersonId, number: Option<i64>) -> Result<()> {
    let own = actor.id() == Some(person);
    if !own && !may_take_down(actor) {
        return Err(Fail::Forbidden);
    }
    let tx = hub.db.begin().await?;
    lock(&tx, person).await?;
    let shown = rows::picture(&tx, person).await?;
    if shown.is_none_or(|shown| number.is_some_and(|number| shown.picture != number)) {
        return Ok(());
    }
    end_use(&tx, person).await?;
    rows::set_picture(&tx, person, None).await?;
    if !own {
        tx.audit(actor, acts::PICTURE_TAKEN_DOWN, &person.to_string(), "").await?;
    }
    tx.commit().await
}

/// The file, for whoever sees the profile now.
pub(crate) async fn file(visit: &Visit, person: PersonId, number: i64, headers: &HeaderMap) -> Answer {
    visit.actor.person().ok_or(Fail::SignIn)?;
    let sql = visit.hub.db.read();
    let (own, at) = (visit.actor.id() == Some(person), At::of(&visit.hub));
    let profile = match own {
        true => rows::own(&sql, person, &at).await?,
        false => rows::one(&sql, person, &at).await?,
    };
    profile.filter(|profile| may_see(&visit.actor, profile)).ok_or(Fail::NotFound)?;
    let picture = rows::picture(&sql, person).await?.filter(|own| own.picture == number).ok_or(Fail::NotFound)?;
    let hash = Hash::parse(&picture.hash).ok_or(Fail::NotFound)?;
    let tag = format!("\"{}\"", hash.as_str());
    if has_tag(headers, &tag) {
        return Ok(dressed(StatusCode::NOT_MODIFIED.into_response(), &tag));
    }
    let mut response = Body::from(visit.hub.blobs.get(&hash).await?).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    Ok(dressed(response, &tag))
}

/// Asked for again each time, and kept by the reader's own browser alone.
fn dressed(mut response: Response, tag: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::from_str(tag).unwrap_or(HeaderValue::from_static("\"\"")));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    response
}
