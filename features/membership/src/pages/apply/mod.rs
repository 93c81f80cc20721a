//! A city writes its application: pages without an account, behind a private link.

mod overview;
mod part;
mod proof;
mod sign;

use axum::response::{IntoResponse, Response};
use base::{Fail, Result};
use chrono::TimeDelta;
use store::Limit;
use web::guard;
use web::{Routes, Visit, redirect};

use crate::application::Application;
use crate::application_rows as rows;
use crate::letters::{APPLY_PAGE, apply_page};
use crate::rows as enquiries;
use crate::rules::Enquiry;

/// What is saved through one link: a form saves itself while somebody writes.
const SAVES: Limit = Limit { tries: 900, within: TimeDelta::hours(1) };
/// Files through one link.
const UPLOADS: Limit = Limit { tries: 20, within: TimeDelta::hours(1) };

pub(super) fn routes() -> Routes {
    Routes::default()
        .page("/apply/{token}", overview::get)
        .form("/apply/{token}/submit", overview::ask, overview::submit)
        .action("/apply/{token}/again", overview::again)
        .form("/apply/{token}/city?check", part::city, part::post_city)
        .form("/apply/{token}/contacts?check", part::contacts, part::post_contacts)
        .form("/apply/{token}/mandate?check", part::mandate, part::post_mandate)
        .upload("/apply/{token}/proof", proof::get, proof::post)
        .action("/apply/{token}/proof/{id}/remove", proof::remove)
        .form("/apply/{token}/principles", sign::get, sign::post)
        .form("/principles/sign/{token}", sign::get_alone, sign::post_alone)
}

/// An application that somebody opened by its link, with the enquiry that it follows.
struct Opened {
    own: Application,
    enquiry: Enquiry,
}

impl Opened {
    /// Its pages, behind the language.
    fn path(&self, visit: &Visit, page: &str) -> String {
        format!("{}{page}", apply_page(&visit.hub, self.own.link))
    }
}

/// What this link of this purpose opens.
async fn open_by(visit: &Visit, purpose: &str, token: &str) -> Result<Opened> {
    let link = guard::of_token(&visit.hub, purpose, token).ok_or(Fail::NotFound)?;
    let sql = visit.hub.db.read();
    let own = rows::by_link(&sql, link).await?;
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    Ok(Opened { own, enquiry })
}

async fn open(visit: &Visit, token: &str) -> Result<Opened> {
    open_by(visit, APPLY_PAGE, token).await
}

/// Signatures through the link for them: whoever has it keeps its city from nothing.
const SIGNATURES: Limit = Limit { tries: 20, within: TimeDelta::hours(1) };
/// How often it is sent.
const SUBMITS: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };

/// Counted by the application and by what is done: nobody else keeps its city from writing, and writing nobody from sending.
async fn admit(visit: &Visit, own: &Application, what: &str, limit: Limit) -> Result<()> {
    let door = format!("application-{what}:{}", own.id);
    visit.hub.guard.pass(&visit.hub.db, &[(&door, limit)]).await
}

/// To the application's first page.
fn home(visit: &Visit, opened: &Opened) -> Response {
    redirect(&visit.link(opened.path(visit, ""))).into_response()
}
