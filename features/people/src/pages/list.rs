//! The people page of the back office, and as a file: for those only whose work it is.

use std::collections::HashMap;

use askama::Template;
use base::Result;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::person::{NamedRole, Unnamed};
use super::{check, person};
use crate::rules::PersonRow;
use crate::{acts, rows};

#[derive(Template)]
#[template(path = "people/list.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    people: Vec<(PersonRow, Vec<NamedRole>)>,
    around: Around,
}

web::framed!(ListPage);

/// The list, from a place on.
pub(crate) struct People {
    /// The part of a name or address that is asked for.
    q: String,
    sort: String,
    part: Page,
    at: usize,
}

impl List for People {
    type Row = (PersonRow, Vec<NamedRole>);
    const NAME: &str = "people";
    const COLUMNS: &[Column<Self::Row>] = &[
        Column::new("name").sorts("", "name-z").cell(|_, (person, _)| person.name.as_str().into()),
        Column::new("email").sorts("email", "email-z").cell(|_, (person, _)| person.email.as_str().into()),
        Column::new("people-roles")
            .cell(|_, (_, roles)| roles.iter().map(|role| role.label.as_str()).collect::<Vec<_>>().join("; ").into()),
        Column::new("people-state").cell(|v, (person, _)| v.t(person.state_words()).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<People> {
        check(visit)?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let q = fields.line("q").chars().take(LINE_CHARS).collect();
        Ok(People { q, sort: fields.get("sort").to_owned(), part, at: part.offset() })
    }

    /// Each with their roles named. Their cities are one statement for all.
    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Self::Row>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, &self.q, &self.sort, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let ids: Vec<_> = found.iter().map(|person| person.id).collect();
        let mut roles = rows::roles_of_many(&sql, &ids).await?;
        let held = ids.iter().flat_map(|id| roles.remove(id).unwrap_or_default());
        // By whose they are.
        let flat = held.map(|row| Unnamed { id: row.person.0, ..Unnamed::held(&row) }).collect();
        let mut own: HashMap<i64, Vec<NamedRole>> = HashMap::new();
        for role in person::named(visit, flat).await? {
            own.entry(role.id).or_default().push(role);
        }
        let with_roles = |row: PersonRow| {
            let roles = own.remove(&row.id.0).unwrap_or_default();
            (row, roles)
        };
        Ok(Next { rows: found.into_iter().map(with_roles).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::LIST_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let people = self.next(visit, PAGE_ROWS).await?.rows;
        let total = rows::count(&visit.hub.db.read(), &self.q).await?;
        // Whoever looks is on it: it is never empty, but nobody may fit.
        let empty = Empty::new("people", "people-none", "people-none-hint");
        let empty = empty.way("people-invite", "/office/people/invite");
        let total = usize::try_from(total).unwrap_or(0);
        let around = Around::page::<People>(visit, self.part, people.len(), total, &empty);
        let meta = Meta::titled(visit.t("people-title")).hide();
        page(StatusCode::OK, &ListPage { v: visit, meta, q: &self.q, people, around }, None)
    }
}
