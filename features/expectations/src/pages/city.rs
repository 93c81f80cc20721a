//! How one city stands: for its people; and for those who answer for it, who enter what it has done.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use cities::City;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use crate::access::{may_enter, may_see};
use crate::part::{cure, shown, text};
use crate::rules::{Draft, Evidence, Line, Met, YEARS, cure_path, met_by};
use crate::{actions, standing};

#[derive(Template)]
#[template(path = "expectations/city.html")]
struct CityPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    year: i64,
    this_year: i64,
    lines: Vec<Line<'a>>,
    /// The reader enters findings.
    enters: bool,
    form: Form<'a>,
    /// What the city chose.
    agreed: Form<'a>,
}

web::framed!(CityPage);

impl CityPage<'_> {
    fn place(&self) -> String {
        place(&self.city.slug)
    }

    fn text(&self, line: &Line<'_>) -> String {
        text(self.v, line.expectation).to_owned()
    }

    fn shown(&self, met: &Met) -> String {
        shown(self.v, met)
    }

    fn cure(&self, line: &Line<'_>) -> String {
        cure(self.v, line.expectation)
    }

    fn way(&self, line: &Line<'_>) -> Option<String> {
        let own = self.v.actor.works_for(self.city.id);
        met_by(line.expectation).into_iter().find_map(|by| cure_path(by, &self.city.slug)).filter(|_| own)
    }

    /// A finding that the office entered, and the reader may take back.
    fn withdrawn_at(&self, met: &Met) -> Option<String> {
        let id = met.finding.filter(|_| self.enters && met.evidence == Evidence::Office)?;
        Some(format!("{}/{}/withdraw", self.place(), base::id::write_id(id)))
    }

    fn expectations(&self) -> Vec<Choice> {
        let all = self.v.hub.network.expectations.iter();
        let all = all.map(|own| Choice::new(&own.slug, text(self.v, own)));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(all).collect()
    }

    fn optional(&self) -> Vec<Choice> {
        let all = self.v.hub.network.expectations.iter().filter(|own| !own.mandatory);
        all.map(|own| Choice::new(&own.slug, text(self.v, own))).collect()
    }

    fn found(&self) -> Vec<Choice> {
        vec![Choice::new("yes", self.v.t("finding-is-met")), Choice::new("no", self.v.t("finding-is-missed"))]
    }

    fn years(&self) -> Vec<Choice> {
        (self.this_year - YEARS..=self.this_year).rev().map(|year| Choice::new(year, year)).collect()
    }

    /// The years before and after, where there is one.
    fn before(&self) -> Option<i64> {
        Some(self.year - 1).filter(|year| *year >= self.this_year - YEARS)
    }

    fn after(&self) -> Option<i64> {
        Some(self.year + 1).filter(|year| *year <= self.this_year)
    }
}

fn place(slug: &str) -> String {
    format!("/cities/{slug}/expectations")
}

/// The city, for those who may see how it stands.
async fn seen(visit: &Visit, slug: &str) -> Result<City> {
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    if may_see(&visit.actor, &city) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = seen(&visit, &slug).await?;
    show(&visit, &city, Fields::default().with("met", "yes")).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = seen(&visit, &slug).await?;
    let this_year = standing::year_at(&visit.hub.network, &city.region, visit.hub.now());
    let entered = match Draft::read(&fields, &visit.hub.network, this_year) {
        _ if !may_enter(&visit.actor, &city) => Err(Fail::Forbidden),
        Ok(draft) => actions::enter(&visit.hub, &offered, &visit.actor, &city, &draft).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match entered {
        Ok(()) => Ok(redirect(&visit.done(place(&slug), "finding-entered")).into_response()),
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn agree(visit: Visit, offered: Offered, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = seen(&visit, &slug).await?;
    let chosen: Vec<String> = fields.all("agreed").into_iter().map(str::to_owned).collect();
    actions::agree(&visit.hub, &offered, &visit.actor, &city, &chosen).await?;
    Ok(redirect(&visit.done(place(&slug), "expectations-agreed")).into_response())
}

pub(crate) async fn withdraw(visit: Visit, offered: Offered, Path((slug, id)): Path<(String, String)>) -> Answer {
    let city = seen(&visit, &slug).await?;
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    actions::withdraw(&visit.hub, &offered, &visit.actor, &city, id).await?;
    Ok(redirect(&visit.done(place(&slug), "finding-withdrawn")).into_response())
}

async fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let hub = &visit.hub;
    let this_year = standing::year_at(&hub.network, &city.region, hub.now());
    let asked = Fields::parse(&visit.query).get("year").parse::<i64>().ok();
    let year = asked.filter(|year| (this_year - YEARS..=this_year).contains(year)).unwrap_or(this_year);
    let sql = hub.db.read();
    let lines = standing::of_cities(hub, &sql, &[city.id], year).await?.remove(&city.id).unwrap_or_default();
    let mut agreed = Fields::default();
    for line in lines.iter().filter(|line| line.expected && !line.expectation.mandatory) {
        agreed.push("agreed", &line.expectation.slug);
    }
    let meta = Meta::titled(visit.t1("expectations-of-city", "city", city.name(visit.lang))).hide();
    let enters = may_enter(&visit.actor, city);
    let filled: Filled = filled.into();
    let form = Form::new(visit, filled).may_lack(&["path"]);
    let agreed = Form::new(visit, agreed);
    let template = CityPage { v: visit, meta, city, year, this_year, lines, enters, form, agreed };
    page(template.form.status(), &template, None)
}
