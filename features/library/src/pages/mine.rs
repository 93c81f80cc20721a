//! "My documents".

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{Fail, PersonId, Result};
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::listed::{ACCESS, ADDED, CITY, LANGUAGE, Listed, PAGE, STATE, THEMES, TITLE, TYPE, YEAR};
use crate::access::may_upload_at_all;
use crate::rows;

#[derive(Template)]
#[template(path = "library/mine.html")]
struct MinePage<'a> {
    v: &'a Visit,
    meta: Meta,
    documents: Vec<Listed>,
    around: Around,
}

web::framed!(MinePage);

impl MinePage<'_> {
    /// What others uploaded may stand here too, once it is withdrawn.
    fn looks_after(&self) -> bool {
        let actor = &self.v.actor;
        actor.is_central() || actor.cities().into_iter().any(|city| actor.leads(city))
    }
}

/// The list, from a place on.
pub(crate) struct Mine {
    me: PersonId,
    sort: String,
    part: Page,
    at: usize,
}

impl List for Mine {
    type Row = Listed;
    const NAME: &str = "my-documents";
    const COLUMNS: &[Column<Listed>] = &[
        TITLE.sorts("title", "title-z"),
        ACCESS,
        STATE,
        CITY,
        TYPE,
        YEAR,
        LANGUAGE,
        THEMES,
        ADDED.sorts("oldest", ""),
        PAGE,
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Mine> {
        let me = visit.person()?.id;
        if !may_upload_at_all(&visit.actor) {
            return Err(Fail::Forbidden);
        }
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        Ok(Mine { me, sort: fields.get("sort").to_owned(), part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Listed>> {
        let sql = visit.hub.db.read();
        let (more, at) = (limit as i64 + 1, self.at as i64);
        let found = rows::of_owner(&sql, &visit.actor, self.me, &self.sort, more, at).await?;
        self.at += limit;
        let Next { rows, more } = Next::of(found, limit);
        Ok(Next { rows: Listed::of(&sql, rows).await?, more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let documents = self.next(visit, PAGE_ROWS).await?.rows;
        let total = rows::owner_count(&visit.hub.db.read(), &visit.actor, self.me).await?;
        let total = usize::try_from(total).unwrap_or(0);
        let empty = Empty::new("file", "mine-none", "mine-none-hint").way("menu-upload", "/library/upload");
        let around = Around::page::<Mine>(visit, self.part, documents.len(), total, &empty);
        let meta = Meta::titled(visit.t("mine-title")).hide();
        page(StatusCode::OK, &MinePage { v: visit, meta, documents, around }, None)
    }
}
