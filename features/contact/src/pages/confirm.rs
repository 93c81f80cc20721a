//! Confirming an address, by the link in a letter. Looking at it changes nothing: programs that read mail open links too.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use http::StatusCode;
use web::{Answer, Fields, Meta, Visit, guard, page, redirect};

use crate::message::{self, CONFIRM};

#[derive(Template)]
#[template(path = "contact/confirm.html")]
struct Confirm<'a> {
    v: &'a Visit,
    meta: Meta,
    /// It is still to be confirmed.
    open: bool,
}

web::framed!(Confirm);

/// The message that a link of ours names.
fn message_of(visit: &Visit, token: &str) -> base::Result<i64> {
    guard::of_token(&visit.hub, CONFIRM, token).ok_or(base::Fail::NotFound)
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let id = message_of(&visit, &token)?;
    let open = message::unconfirmed(&visit.hub.db.read(), id, visit.hub.now()).await?.is_some();
    show(&visit, open)
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, _: Fields) -> Answer {
    let id = message_of(&visit, &token)?;
    if message::confirm(&visit.hub, id).await? {
        return Ok(redirect(&visit.link("/ask/sent?for=share")).into_response());
    }
    show(&visit, false)
}

fn show(visit: &Visit, open: bool) -> Answer {
    let title = if open { "confirm-title" } else { "confirm-over" };
    let meta = Meta::titled(visit.t(title)).hide();
    let status = if open { StatusCode::OK } else { StatusCode::GONE };
    page(status, &Confirm { v: visit, meta, open }, None)
}
