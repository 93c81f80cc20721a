//! Where an invitation leads whoever does not want to be written to. To look changes nothing: programs that check e-mails look, too.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use http::StatusCode;
use web::{Answer, Meta, Visit, guard, kept_by_nobody, page, redirect};

use crate::prospects::letter::INVITED_PAGE;
use crate::prospects::rules::Prospect;
use crate::prospects::{actions, rows};

#[derive(Template)]
#[template(path = "membership/invited.html")]
struct InvitedPage<'a> {
    v: &'a Visit,
    meta: Meta,
    token: &'a str,
}

web::framed!(InvitedPage);

/// What the newest invitation names, while it fills in the form.
pub(crate) async fn of_token(visit: &Visit, token: &str) -> Result<Prospect> {
    let link = guard::of_token(&visit.hub, INVITED_PAGE, token).ok_or(Fail::NotFound)?;
    rows::invited(&visit.hub.db.read(), link, visit.hub.now()).await
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let link = guard::of_token(&visit.hub, INVITED_PAGE, &token).ok_or(Fail::NotFound)?;
    // As long as anything of them is kept.
    let (own, _) = rows::ever_invited(&visit.hub.db.read(), link).await?;
    let meta = Meta::titled(visit.t1("invited-title", "place", &own.place_name)).hide();
    kept_by_nobody(page(StatusCode::OK, &InvitedPage { v: &visit, meta, token: &token }, None))
}

pub(crate) async fn decline(visit: Visit, Path(token): Path<String>) -> Answer {
    let link = guard::of_token(&visit.hub, INVITED_PAGE, &token).ok_or(Fail::NotFound)?;
    actions::decline(&visit.hub, link).await?;
    Ok(redirect(&visit.done("/join", "prospect-declined")).into_response())
}
