//! What a link in a letter does, with one press: looked at, it does nothing.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use http::StatusCode;
use web::{Answer, Meta, Visit, page, redirect};

use super::kept_by_nobody;
use crate::actions::address::{self, Asked};
use crate::rows::pressed::Purpose;

#[derive(Template)]
#[template(path = "people/pressed.html")]
struct PressedPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// The address that it is about.
    email: String,
    text: String,
    send: String,
    /// It takes something back.
    undoes: bool,
}

web::framed!(PressedPage);

#[derive(Template)]
#[template(path = "people/pressed_gone.html")]
struct Gone<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(Gone);

fn gone(visit: &Visit) -> Answer {
    let meta = Meta::titled(visit.t("link-gone")).hide();
    page(StatusCode::GONE, &Gone { v: visit, meta }, None)
}

pub(crate) async fn get(visit: Visit, Path(secret): Path<String>) -> Answer {
    let Some(Asked { purpose, change }) = address::asked(&visit.hub, &secret).await? else { return gone(&visit) };
    let v = &visit;
    let (title, email, text, send) = match purpose {
        Purpose::ConfirmAddress => {
            let text = v.t1("confirm-address-text", "old", &change.old_email);
            (v.t("confirm-address-title"), change.new_email, text, v.t("confirm-address-send"))
        }
        Purpose::UndoAddress => {
            let text = v.t1("undo-address-text", "new", &change.new_email);
            (v.t("undo-address-title"), change.old_email, text, v.t("undo-address-send"))
        }
    };
    let undoes = purpose == Purpose::UndoAddress;
    let template = PressedPage { v, meta: Meta::titled(title).hide(), email, text, send, undoes };
    kept_by_nobody(page(StatusCode::OK, &template, None))
}

pub(crate) async fn post(visit: Visit, Path(secret): Path<String>) -> Answer {
    let Some(Asked { purpose, .. }) = address::asked(&visit.hub, &secret).await? else { return gone(&visit) };
    match purpose {
        Purpose::ConfirmAddress => match address::confirm(&visit.hub, &secret).await {
            Ok(()) => Ok(redirect(&visit.done("/account/address", "address-changed")).into_response()),
            Err(Fail::NotFound) => gone(&visit),
            Err(fail) => Err(fail.into()),
        },
        Purpose::UndoAddress => match address::undo(&visit.hub, &secret).await {
            Ok(link) => Ok(redirect(&visit.done(format!("/links/{link}"), "address-undone")).into_response()),
            Err(Fail::NotFound) => gone(&visit),
            Err(fail) => Err(fail.into()),
        },
    }
}
