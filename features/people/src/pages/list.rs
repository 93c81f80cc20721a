//! The people page of the back office.

use std::collections::HashMap;

use askama::Template;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use base::{Result, Role};
use http::StatusCode;
use web::sheet::{Ending, Sheet};
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

/// The part of a name or address that is asked for.
fn asked(fields: &Fields) -> String {
    fields.line("q").chars().take(LINE_CHARS).collect()
}

/// The next people, each with their roles named. Their cities are one statement for all.
async fn people(visit: &Visit, q: &str, limit: usize, offset: usize) -> Result<Vec<(PersonRow, Vec<NamedRole>)>> {
    let sql = visit.hub.db.read();
    let found = rows::page(&sql, q, limit as i64, offset as i64).await?;
    let ids: Vec<_> = found.iter().map(|person| person.id).collect();
    let mut roles = rows::roles_of_many(&sql, &ids).await?;
    let flat: Vec<(i64, Role)> =
        ids.iter().flat_map(|id| roles.remove(id).unwrap_or_default().into_iter().map(|role| (id.0, role))).collect();
    let mut own: HashMap<i64, Vec<NamedRole>> = HashMap::new();
    for role in person::named(visit, flat).await? {
        own.entry(role.id).or_default().push(role);
    }
    let with_roles = |row: PersonRow| {
        let roles = own.remove(&row.id.0).unwrap_or_default();
        (row, roles)
    };
    Ok(found.into_iter().map(with_roles).collect())
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    let fields = Fields::parse(&visit.query);
    let (q, part) = (asked(&fields), Page::of(&fields, PAGE_ROWS));
    let total = rows::count(&visit.hub.db.read(), &q).await?;
    let people = people(&visit, &q, PAGE_ROWS, part.offset()).await?;
    let meta = Meta::titled(visit.t("people-title")).hide();
    let pager = Pager::new(&visit, part, people.len(), usize::try_from(total).unwrap_or(0));
    page(StatusCode::OK, &List { v: &visit, meta, q, people, pager }, None)
}

pub(crate) async fn csv(visit: Visit) -> Answer {
    file(visit, Ending::Csv).await
}

pub(crate) async fn xlsx(visit: Visit) -> Answer {
    file(visit, Ending::Xlsx).await
}

/// The list as a file: for those only whose work it is.
async fn file(visit: Visit, ending: Ending) -> Answer {
    check(&visit)?;
    let q = asked(&Fields::parse(&visit.query));
    let heads = vec![visit.t("name"), visit.t("email"), visit.t("people-roles"), visit.t("people-state")];
    let mut sheet = Sheet::begin("people", heads).await?;
    while let Some((limit, offset)) = sheet.next() {
        let people = people(&visit, &q, limit, offset).await?;
        sheet.add(people.into_iter().map(|(person, roles)| {
            let roles = roles.into_iter().map(|role| role.label).collect::<Vec<_>>().join("; ");
            let state = visit.t(person.state_words());
            vec![person.name.into(), person.email.into(), roles.into(), state.into()]
        }));
    }
    sheet.answer(&visit, ending).await
}
