//! Asking for an account, in public; and the requests that wait, for the team.

use std::collections::HashMap;

use askama::Template;
use axum::response::IntoResponse;
use base::limits::PAGE_ROWS;
use base::{CityId, Fail, FieldError, Result};
use cities::City;
use http::StatusCode;
use input::Fields;
use web::form::{Choice, Picker};
use web::guard::{self, Limits};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Filled, Form, Meta, Page, Visit, page, redirect};

use super::{check, languages};
use crate::actions::requests;
use crate::acts;
use crate::rows;
use crate::rows::requests::RequestRow;
use crate::rules::{AccountRequest, request_path};

#[derive(Template)]
#[template(path = "people/ask.html")]
struct Ask<'a> {
    v: &'a Visit,
    meta: Meta,
    cities: Picker,
    form: Form<'a>,
}

web::framed!(Ask);

impl Ask<'_> {
    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }
}

/// What is chosen in the form and what is written, in the order of the page.
const ORDER: [&str; 6] = ["city", "name", "position", "email", "lang", "reason"];

pub(crate) async fn ask(visit: Visit) -> Answer {
    let query = Fields::parse(&visit.query);
    let fields = Fields::default().with("lang", visit.lang).with("city", query.line("city"));
    show(&visit, fields).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let mut fields = fields.in_order(&ORDER);
    let named = cities::pick(&visit, &mut fields, "city").await?;
    match send(&visit, &fields, named).await {
        Ok(()) => Ok(redirect(&visit.done_by_letter("/sign-in", "account-requested")).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

async fn send(visit: &Visit, fields: &Fields, named: Option<FieldError>) -> Result<()> {
    let asked = AccountRequest::read(fields, &visit.hub.network.languages, visit.lang);
    let chosen = match named {
        None if fields.get("city").is_empty() => {
            Some(FieldError::new("city", "error-choose").with("label", "request-city"))
        }
        named => named,
    };
    let asked = match (asked, chosen) {
        (Ok(asked), None) => asked,
        (asked, chosen) => {
            return Err(Fail::Invalid(chosen.into_iter().chain(asked.err().into_iter().flatten()).collect()));
        }
    };
    let sql = visit.hub.db.read();
    let city = cities::city_for(&sql, &visit.actor, cities::access::Action::See, fields.get("city")).await;
    let city = city.map_err(|fail| match fail {
        Fail::NotFound => Fail::field("city", "error-request-city"),
        other => other,
    })?;
    guard::check(visit, fields)?;
    guard::admit(visit, "account-request", &Limits::default()).await?;
    guard::admit_letter(visit, "account-request-letter", &asked.newcomer.email).await?;
    requests::ask(&visit.hub, &city, &asked).await
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&["reason"]);
    let cities = cities::picker_of_all(visit, Choice::new("", visit.t("choose")), form.value("city")).await?;
    let meta = Meta::titled(visit.t("request-title")).about(visit.t("request-description"));
    let template = Ask { v: visit, meta, cities, form };
    page(template.form.status(), &template, None)
}

#[derive(Template)]
#[template(path = "people/requests.html")]
struct RequestsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(RequestsPage);

/// A request with its city.
pub(crate) struct Line {
    own: RequestRow,
    city: Option<City>,
    /// Somebody leads the city, and decides.
    led: bool,
}

impl RequestsPage<'_> {
    fn path(&self, line: &Line) -> String {
        line.city.as_ref().map(|city| request_path(&city.slug, line.own.id)).unwrap_or_default()
    }
}

impl Line {
    fn city(&self, visit: &Visit) -> String {
        self.city.as_ref().map(|city| city.name(visit.lang).to_owned()).unwrap_or_default()
    }

    /// Who decides, in words.
    fn decides(&self, visit: &Visit) -> String {
        visit.t(if self.led { "request-decides-lead" } else { "request-decides-team" })
    }
}

/// The requests that wait, the oldest first.
pub(crate) struct AccountRequests {
    part: Page,
    at: usize,
}

impl List for AccountRequests {
    type Row = Line;
    const NAME: &str = "account-requests";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("name").cell(|_, line| line.own.name.as_str().into()),
        Column::new("request-position").cell(|_, line| line.own.position.as_str().into()),
        Column::new("request-city").cell(|v, line| line.city(v).into()),
        Column::new("request-asked").cell(|v, line| v.date(&line.own.asked_at).into()),
        Column::new("request-decides").cell(|v, line| line.decides(v).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<AccountRequests> {
        check(visit)?;
        let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
        Ok(AccountRequests { part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = rows::requests::page(&sql, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut ids: Vec<CityId> = found.iter().map(|own| own.city).collect();
        ids.sort();
        ids.dedup();
        let cities: HashMap<CityId, City> = cities::by_ids(&sql, &ids).await?;
        let led = rows::roles::decided(&sql, &ids, visit.hub.now()).await?;
        let line = |own: RequestRow| Line { city: cities.get(&own.city).cloned(), led: led.contains(&own.city), own };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    /// Names and functions leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::REQUESTS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let total = usize::try_from(rows::requests::count(&visit.hub.db.read()).await?).unwrap_or(0);
        let empty = Empty::new("people", "requests-none", "requests-none-hint");
        let around = Around::page::<AccountRequests>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(visit.t("menu-account-requests")).hide();
        page(StatusCode::OK, &RequestsPage { v: visit, meta, lines, around }, None)
    }
}
