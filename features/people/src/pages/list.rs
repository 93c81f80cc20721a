//! The people page of the back office.

use askama::Template;
use base::Role;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use http::StatusCode;
use web::{Answer, Fields, Meta, Page, Pager, Visit, page};

use super::person::NamedRole;
use super::{check, person};
use crate::rows;
use crate::rules::PersonRow;

#[derive(Template)]
#[template(path = "people/list.html")]
struct List<'a> {
    v: &'a Visit,
    meta: Meta,
    q: String,
    people: Vec<(PersonRow, Vec<NamedRole>)>,
    pager: Pager,
}

web::framed!(List);

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    let fields = Fields::parse(&visit.query);
    let q: String = fields.line("q").chars().take(LINE_CHARS).collect();
    let part = Page::of(&fields, PAGE_ROWS);
    let sql = visit.hub.db.read();
    let total = rows::count(&sql, &q).await?;
    let found = rows::page(&sql, &q, PAGE_ROWS as i64, part.offset() as i64).await?;
    let ids: Vec<_> = found.iter().map(|person| person.id).collect();
    let mut roles = rows::roles_of_many(&sql, &ids).await?;
    // All roles named in one go: the cities of a page are one statement.
    let flat: Vec<(i64, Role)> =
        ids.iter().flat_map(|id| roles.remove(id).unwrap_or_default().into_iter().map(|role| (id.0, role))).collect();
    let mut named = person::named(&visit, flat).await?;
    let people = found
        .into_iter()
        .map(|row| {
            let own = named.extract_if(.., |role| role.id == row.id.0).collect();
            (row, own)
        })
        .collect::<Vec<_>>();
    let meta = Meta::titled(visit.t("people-title")).hide();
    let pager = Pager::new(&visit, part, people.len(), usize::try_from(total).unwrap_or(0));
    page(StatusCode::OK, &List { v: &visit, meta, q, people, pager }, None)
}
