//! When something is to be published.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use chrono::NaiveDateTime;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};
use zones::Zone;

use super::id;
use super::moves::{open, saw, title_of, translations, was};
use crate::actions;
use crate::rules::Item;
use crate::schedule::When;
use crate::state::ItemState;

#[derive(Template)]
#[template(path = "editorial/schedule.html")]
struct SchedulePage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
}

web::framed!(SchedulePage);

/// A time that was chosen, as a page says it.
pub(super) struct Planned {
    /// By the clocks that were chosen.
    pub local: String,
    /// Whose.
    pub zone: &'static str,
    /// The instant.
    pub at: String,
    /// What those clocks show then, where it is another time.
    pub instead: Option<String>,
    /// The time comes twice.
    pub twice: bool,
}

impl Planned {
    pub(super) fn of(visit: &Visit, when: &When) -> Planned {
        Planned {
            local: local(visit, when.local),
            zone: when.zone.name(),
            at: visit.moment(&when.at),
            instead: when.shown_instead().map(|shown| local(visit, shown)),
            twice: when.comes_twice(),
        }
    }
}

/// A local time in words.
fn local(visit: &Visit, time: NaiveDateTime) -> String {
    let (date, clock) = (visit.date(&time.and_utc()), time.format("%H:%M").to_string());
    visit.ta("schedule-local", &[("date", date.as_str().into()), ("clock", clock.as_str().into())])
}

/// The form as it opens: with what is planned, else with the clocks of the network.
fn fields(visit: &Visit, item: &Item) -> Fields {
    let fields = Fields::default().with("was", store::State::code(item.state));
    match item.when() {
        Some(when) => fields
            .with("day", when.local.format("%Y-%m-%d"))
            .with("time", when.local.format("%H:%M"))
            .with("zone", when.zone.name()),
        None => fields.with("zone", &visit.hub.network.settings.zone),
    }
}

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    if matches!(item.state, ItemState::Live | ItemState::Withdrawn) {
        // There is nothing to plan: readers have it, or it has to be taken up again first.
        return Ok(redirect(&visit.link(item.office())).into_response());
    }
    let texts = texts::newest(&visit.hub.db.read(), item.thing()).await?;
    let source = texts.iter().find(|text| text.rendered.is_none()).map_or(0, |text| text.number);
    let standing = actions::standing(&visit.hub.db.read(), &visit.hub, &item).await?;
    let fields = fields(&visit, &item).with("seen", source).with("translations", translations(&standing));
    show(&visit, item, fields).await
}

pub(crate) async fn post(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let when = match When::read(&fields, visit.hub.db.clock().now()) {
        Ok(when) => when,
        Err(errors) => return show(&visit, item, Filled::wrong(fields, errors)).await,
    };
    match actions::schedule(&visit.hub, &visit.actor, item.id, was(&fields), &saw(&fields), &when).await {
        Ok(item) => Ok(redirect(&visit.done(item.office(), "scheduled")).into_response()),
        Err(fail @ Fail::Invalid(_)) => super::edit::refused(&visit, item.id, fail).await,
        Err(fail) => Err(fail.into()),
    }
}

pub(crate) async fn call_off(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = actions::call_off(&visit.hub, &visit.actor, id(&item)?).await?;
    Ok(redirect(&visit.done(item.office(), "called-off")).into_response())
}

async fn show(visit: &Visit, item: Item, filled: impl Into<Filled>) -> Answer {
    let title = title_of(visit, &item).await?;
    let meta = Meta::titled(visit.t1("schedule-title", "title", &title)).hide();
    let form = Form::new(visit, filled);
    let template = SchedulePage { v: visit, meta, item, title, form };
    page(template.form.status(), &template, None)
}

impl SchedulePage<'_> {
    fn zones(&self) -> Vec<Choice> {
        Zone::offered().map(|zone| Choice::new(zone.name(), zone.name().replace('_', " "))).collect()
    }
}
