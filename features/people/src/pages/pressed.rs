//! What a link in a letter does, with one press: looked at, it does nothing.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use http::StatusCode;
use web::{Answer, Meta, Visit, page, redirect};

use crate::actions::pressed::{self, Asked};
use crate::actions::{address, erasure, second_step};
use web::kept_by_nobody;

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
    let Some(asked) = pressed::asked(&visit.hub, &secret).await? else { return gone(&visit) };
    let (v, undoes) = (&visit, matches!(asked, Asked::UndoAddress(_)));
    let (title, email, text, send) = match asked {
        Asked::ConfirmAddress(change) => {
            let text = v.t1("confirm-address-text", "old", &change.old_email);
            (v.t("confirm-address-title"), change.new_email, text, v.t("confirm-address-send"))
        }
        Asked::UndoAddress(change) => {
            let text = v.t1("undo-address-text", "new", &change.new_email);
            (v.t("undo-address-title"), change.old_email, text, v.t("undo-address-send"))
        }
        Asked::KeepSecondStep { email, due_at } => {
            let text = v.t1("keep-second-step-text", "when", v.moment(&due_at));
            (v.t("keep-second-step-title"), email, text, v.t("keep-second-step-send"))
        }
        Asked::KeepAccount { email, due_at } => {
            let text = v.t1("keep-account-text", "when", v.moment(&due_at));
            (v.t("keep-account-title"), email, text, v.t("keep-account-send"))
        }
    };
    let template = PressedPage { v, meta: Meta::titled(title).hide(), email, text, send, undoes };
    kept_by_nobody(page(StatusCode::OK, &template, None))
}

pub(crate) async fn post(visit: Visit, Path(secret): Path<String>) -> Answer {
    let Some(asked) = pressed::asked(&visit.hub, &secret).await? else { return gone(&visit) };
    match press(&visit, &asked, &secret).await {
        Ok(address) => Ok(redirect(&address).into_response()),
        Err(Fail::NotFound) => gone(&visit),
        Err(fail) => Err(fail.into()),
    }
}

/// Does it; answers where that leads.
async fn press(visit: &Visit, asked: &Asked, secret: &str) -> Result<String> {
    match asked {
        Asked::ConfirmAddress(_) => {
            address::confirm(&visit.hub, secret).await?;
            Ok(visit.done("/account/address", "address-changed"))
        }
        Asked::UndoAddress(_) => {
            let link = address::undo(&visit.hub, secret).await?;
            Ok(visit.done(format!("/links/{link}"), "address-undone"))
        }
        Asked::KeepSecondStep { .. } => {
            second_step::keep_by_letter(&visit.hub, secret).await?;
            Ok(visit.done("/account/second-step", "second-step-kept"))
        }
        Asked::KeepAccount { .. } => {
            erasure::keep_by_letter(&visit.hub, secret).await?;
            Ok(visit.done("/account", "account-kept"))
        }
    }
}
