//! "My documents".

use askama::Template;
use base::Fail;
use base::limits::PAGE_ROWS;
use http::StatusCode;
use web::{Answer, Fields, Meta, Page, Pager, Visit, page};

use crate::access::may_upload_at_all;
use crate::rows;
use crate::rules::Document;

#[derive(Template)]
#[template(path = "library/mine.html")]
struct Mine<'a> {
    v: &'a Visit,
    meta: Meta,
    documents: Vec<Document>,
    pager: Pager,
}

web::framed!(Mine);

impl Mine<'_> {
    /// What others uploaded may stand here too, once it is withdrawn.
    fn looks_after(&self) -> bool {
        let actor = &self.v.actor;
        actor.is_central() || actor.cities().into_iter().any(|city| actor.leads(city))
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let me = visit.person()?.id;
    if !may_upload_at_all(&visit.actor) {
        return Err(Fail::Forbidden.into());
    }
    let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
    let sql = visit.hub.db.read();
    let documents = rows::of_owner(&sql, &visit.actor, me, PAGE_ROWS as i64, part.offset() as i64).await?;
    let total = rows::owner_count(&sql, &visit.actor, me).await?;
    let pager = Pager::new(&visit, part, documents.len(), usize::try_from(total).unwrap_or(0));
    let meta = Meta::titled(visit.t("mine-title")).hide();
    page(StatusCode::OK, &Mine { v: &visit, meta, documents, pager }, None)
}
