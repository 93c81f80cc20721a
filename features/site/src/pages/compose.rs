//! Composing the home page: which parts it has, in which order; seen before it is published.

use std::collections::HashMap;

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Result};
use input::Fields;
use web::history::Step;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::home;
use crate::actions::{self, check};
use crate::layout::{self, Layout, Part, all, parts_of};
use crate::rows;

/// Where the home page is composed.
const PATH: &str = "/office/home";

#[derive(Template)]
#[template(path = "site/compose.html")]
struct ComposePage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// All parts: first those that the newest layout has.
    parts: Vec<Part>,
    /// The newest first.
    layouts: Vec<Layout>,
    /// What became of them.
    steps: Vec<Step>,
    offered: &'a Offered,
    /// Where the words at the head are written, behind the language.
    head: String,
}

web::framed!(ComposePage);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    check(&visit.actor)?;
    let newest = rows::newest(&visit.hub.db.read()).await?;
    let fields = as_it_is(&offered, newest.first());
    show(&visit, &offered, newest, fields).await
}

fn as_it_is(offered: &Offered, newest: Option<&Layout>) -> Fields {
    layout::fields(&parts_of(offered, newest)).with("seen", newest.map_or(0, |newest| newest.id))
}

pub(crate) async fn post(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let parts = match layout::read(&fields, &all(&offered)) {
        Ok(parts) => parts,
        Err(errors) => {
            let newest = rows::newest(&visit.hub.db.read()).await?;
            return show(&visit, &offered, newest, Filled::wrong(fields, errors)).await;
        }
    };
    let seen = fields.get("seen").parse().unwrap_or(0);
    match actions::write(&visit.hub, &visit.actor, &parts, seen).await {
        Ok(_) if fields.get("do") == "preview" => Ok(redirect(&visit.link(format!("{PATH}/preview"))).into_response()),
        Ok(_) => Ok(redirect(&visit.done(PATH, "home-kept")).into_response()),
        Err(Fail::Conflict(_)) => {
            let newest = rows::newest(&visit.hub.db.read()).await?;
            let now = newest.first().map_or(0, |newest| newest.id);
            let changed = Filled::conflicting(fields, FieldError::new("", "error-home-changed")).with("seen", now);
            show(&visit, &offered, newest, changed).await
        }
        Err(fail) => {
            let newest = rows::newest(&visit.hub.db.read()).await?;
            show(&visit, &offered, newest, Filled::failed(fields, fail)?).await
        }
    }
}

/// As it would be with the newest layout.
pub(crate) async fn preview(visit: Visit, offered: Offered) -> Answer {
    check(&visit.actor)?;
    let newest = rows::newest(&visit.hub.db.read()).await?;
    home::show(&visit, &offered, newest.first(), true).await
}

pub(crate) async fn publish(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let seen = fields.get("seen").parse().unwrap_or(0);
    match actions::publish(&visit.hub, &visit.actor, seen).await {
        Ok(()) => Ok(redirect(&visit.done(PATH, "home-published")).into_response()),
        Err(Fail::Invalid(errors)) => {
            let newest = rows::newest(&visit.hub.db.read()).await?;
            let fields = as_it_is(&offered, newest.first());
            show(&visit, &offered, newest, Filled::wrong(fields, errors)).await
        }
        Err(fail) => Err(fail.into()),
    }
}

/// An earlier layout becomes the newest draft.
pub(crate) async fn restore(visit: Visit, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let earlier = base::id::read_id(fields.get("layout")).ok_or(Fail::NotFound)?;
    let earlier = rows::layout(&visit.hub.db.read(), earlier).await?;
    let seen = fields.get("seen").parse().unwrap_or(0);
    actions::write(&visit.hub, &visit.actor, &earlier.parts, seen).await?;
    Ok(redirect(&visit.done(PATH, "home-kept")).into_response())
}

async fn show(visit: &Visit, offered: &Offered, layouts: Vec<Layout>, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let mut parts = parts_of(offered, layouts.first());
    let left: Vec<Part> = all(offered).into_iter().filter(|part| !parts.contains(part)).collect();
    parts.extend(left);
    let people: Vec<PersonId> = layouts.iter().flat_map(|own| [own.written_by, own.published_by]).flatten().collect();
    let names = if people.is_empty() { HashMap::new() } else { people::names(&sql, &people).await? };
    let head = editorial::site_page(visit, offered, home::NAME).await?;
    let head = head.map_or_else(|| "/office/editorial?kind=page".to_owned(), |page| page.office);
    let meta = Meta::titled(visit.t("menu-home")).hide();
    let form = Form::new(visit, filled);
    let seen = layouts.first().map_or(0, |newest| newest.id);
    let steps = layouts.iter().map(|own| step(visit, offered, &names, own, seen)).collect::<Result<_>>()?;
    let template = ComposePage { v: visit, meta, form, parts, layouts, steps, offered, head };
    page(template.form.status(), &template, None)
}

/// What an earlier layout is made of, with the way back to it.
#[derive(Template)]
#[template(path = "site/layout.html")]
struct Earlier<'a> {
    v: &'a Visit,
    said: String,
    layout: &'a Layout,
    /// The newest one.
    seen: i64,
}

fn step(
    visit: &Visit,
    offered: &Offered,
    names: &HashMap<PersonId, String>,
    layout: &Layout,
    seen: i64,
) -> Result<Step> {
    let earlier = Earlier { v: visit, said: said(visit, offered, layout), layout, seen };
    Ok(Step {
        now: if layout.published_at.is_some() { visit.t("home-was-published") } else { visit.t("home-draft") },
        by: layout.written_by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        at: layout.written_at,
        reason: String::new(),
        below: earlier.render().map_err(Fail::internal)?,
    })
}

/// What a layout is made of, in words.
fn said(visit: &Visit, offered: &Offered, own: &Layout) -> String {
    visit.list(parts_of(offered, Some(own)).into_iter().map(|part| visit.t(part.words)))
}

impl Earlier<'_> {
    fn number(&self) -> String {
        base::id::write_id(self.layout.id)
    }
}

impl ComposePage<'_> {
    /// The newest one, where readers do not have it yet.
    fn draft(&self) -> Option<&Layout> {
        self.layouts.first().filter(|newest| newest.published_at.is_none())
    }

    fn place(&self, part: &Part) -> String {
        self.form.digits(&layout::field(part.name), part.words)
    }

    fn said(&self, own: &Layout) -> String {
        said(self.v, self.offered, own)
    }
}
