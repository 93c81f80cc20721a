//! One prospect in the office: its contact, who speaks with it, what was said, and what is done next.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Result};
use cities::City;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::list::named;
use crate::letters::day;
use crate::pages::{id, office};
use crate::prospects::rules::{Note, NoteKind, Prospect, SILENT_DAYS, Said, path};
use crate::prospects::state::{ProspectState, prospect_state_words};
use crate::prospects::{actions, rows};

#[derive(Template)]
#[template(path = "membership/prospect.html")]
struct ProspectPage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Prospect,
    recommended: Option<City>,
    notes: Vec<Note>,
    names: HashMap<PersonId, String>,
    form: Form<'a>,
}

web::framed!(ProspectPage);

pub(crate) async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    let own = of_office(&visit, &written).await?;
    // A day that has come is done with what is noted now.
    let today = visit.hub.network.calendar_of(&own.region).day_of(visit.hub.now());
    let next_on = own.next_on.filter(|day| day.0 > today).map(|day| day.0.to_string()).unwrap_or_default();
    show(&visit, own.id, Fields::default().with("next_on", next_on)).await
}

pub(crate) async fn post(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let number = id(&written)?;
    let own = rows::prospect_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let today = visit.hub.network.calendar_of(&own.region).day_of(visit.hub.now());
    let done = match Said::read(&fields, today) {
        Ok(said) => actions::note(&visit.hub, &visit.actor, number, &said).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(own.path(), "prospect-noted")).into_response()),
        Err(fail) => show(&visit, number, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn drop(visit: Visit, Path(written): Path<String>) -> Answer {
    turn(&visit, &written, ProspectState::Dropped).await
}

pub(crate) async fn resume(visit: Visit, Path(written): Path<String>) -> Answer {
    turn(&visit, &written, ProspectState::Open).await
}

pub(crate) async fn erase(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let own = of_office(&visit, &written).await?;
    // What was said for years is not gone by one press.
    if !fields.has("sure", "yes") {
        return show(&visit, own.id, Filled::wrong(fields, vec![FieldError::new("sure", "error-prospect-sure")])).await;
    }
    if let Err(fail) = actions::erase(&visit.hub, &visit.actor, own.id).await {
        return show(&visit, own.id, Filled::failed(fields, fail)?).await;
    }
    Ok(redirect(&visit.done("/office/prospects", "prospect-erased")).into_response())
}

async fn turn(visit: &Visit, written: &str, to: ProspectState) -> Answer {
    let number = id(written)?;
    match actions::turn(&visit.hub, &visit.actor, number, to).await {
        Ok(()) => Ok(redirect(&visit.done(path(number), "saved")).into_response()),
        // It has come to stand elsewhere meanwhile: the page says where.
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(path(number))).into_response()),
        Err(fail) => Err(fail.into()),
    }
}

async fn show(visit: &Visit, number: i64, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::prospect_for(&sql, &visit.actor, number).await?;
    let notes = rows::notes(&sql, number).await?;
    let mut known: Vec<PersonId> = notes.iter().filter_map(|note| note.author).chain(own.owner).collect();
    known.sort();
    known.dedup();
    let names = people::names(&sql, &known).await?;
    let cities: Vec<_> = own.recommended_city.into_iter().collect();
    let recommended = cities::by_ids(&sql, &cities).await?.into_values().next();
    let form = Form::new(visit, filled).may_lack(&["next_on"]);
    let meta = Meta::titled(visit.t1("prospect-title", "place", &own.place_name)).hide();
    page(form.status(), &ProspectPage { v: visit, meta, own: &own, recommended, notes, names, form }, None)
}

impl ProspectPage<'_> {
    fn country(&self) -> &str {
        self.v.hub.network.country_name(&self.own.country, self.v.lang)
    }

    fn office(&self) -> String {
        office(self.v, &self.own.region)
    }

    fn state(&self) -> String {
        self.v.t(prospect_state_words(self.own.state))
    }

    fn owner(&self) -> String {
        named(&self.names, self.own.owner)
    }

    fn by(&self, note: &Note) -> String {
        named(&self.names, note.author)
    }

    fn next(&self) -> Option<String> {
        self.own.next_on.map(|own| day(own, self.v.lang))
    }

    fn is_invitation(&self, note: &Note) -> bool {
        note.kind == NoteKind::Invitation
    }

    fn enquiry(&self) -> Option<String> {
        self.own.enquiry.map(|enquiry| format!("/office/enquiries/{}", base::id::write_id(enquiry)))
    }

    /// When it is erased, if nothing is said until then.
    fn erased_on(&self) -> String {
        self.v.date(&(self.own.touched_at + chrono::TimeDelta::days(SILENT_DAYS)))
    }

    /// It can be invited now.
    fn may_invite(&self) -> bool {
        self.own.not_invited(self.v.hub.now()).is_none()
    }

    fn language(&self) -> &str {
        self.own.written_in(&self.v.hub.network).endonym()
    }

    /// It can be spoken with again.
    fn may_resume(&self) -> bool {
        matches!(self.own.state, ProspectState::Dropped | ProspectState::Enquired)
    }

    fn is_left_alone(&self) -> bool {
        self.own.state == ProspectState::Declined
    }
}

/// A prospect of the reader's office, for a page below its own.
pub(super) async fn of_office(visit: &Visit, written: &str) -> Result<Prospect> {
    rows::prospect_for(&visit.hub.db.read(), &visit.actor, id(written)?).await
}
