//! The back office's first page.

use askama::Template;
use http::StatusCode;
use web::{Answer, Meta, Visit, page};

#[derive(Template)]
#[template(path = "site/office.html")]
struct Office<'a> {
    v: &'a Visit,
    meta: Meta,
    waiting: i64,
    dead: i64,
}

web::framed!(Office);

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.actor.must_be_central()?;
    let (waiting, dead) = store::job_counts(&visit.hub.db.read()).await?;
    let meta = Meta::titled(visit.t("office-title")).hide();
    page(StatusCode::OK, &Office { v: &visit, meta, waiting, dead }, None)
}

impl Office<'_> {
    fn has_dead(&self) -> bool {
        self.dead > 0
    }
}
