//! What happens next, after something was sent.

use askama::Template;
use http::StatusCode;
use input::Fields;
use web::{Answer, Meta, Offered, Topics, Visit, page};

use crate::form::about;
use crate::purpose::Purpose;

#[derive(Template)]
#[template(path = "contact/sent.html")]
struct Sent<'a> {
    v: &'a Visit,
    meta: Meta,
    /// What was asked about: address behind the language, title.
    about: Option<(String, String)>,
    /// What was sent.
    purpose: Purpose,
    /// Nothing reaches anybody before an address is confirmed.
    waits: bool,
}

web::framed!(Sent);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let meta = Meta::titled(visit.t("sent-title")).hide();
    let fields = Fields::parse(&visit.query);
    let path = about(&fields);
    let about = offered.title(&visit, &path).await?.map(|title| (path, title));
    let waits = fields.get("for") == "confirm";
    let purpose = Purpose::parse(fields.get("for")).unwrap_or(Purpose::Question);
    // Whoever asked goes back to it; who may see it is another question for each reader.
    let topics = about.is_none().then(Topics::fixed);
    page(StatusCode::OK, &Sent { v: &visit, meta, about, purpose, waits }, topics)
}
