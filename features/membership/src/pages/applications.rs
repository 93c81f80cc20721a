//! Applications that the office decides about: what is due first.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{PersonId, Result};
use http::StatusCode;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::{office, standing, standing_class};
use crate::application_rows::{self as rows, Listed, Query};
use crate::application_state::{ApplicationState, application_state_words};
use crate::due::{self, Standing};
use crate::{acts, letters};

/// A line of the list.
pub(crate) struct Line {
    own: Listed,
    /// Who sees to it.
    owner: String,
    standing: Option<Standing>,
}

#[derive(Template)]
#[template(path = "membership/applications.html")]
struct ApplicationsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    lines: Vec<Line>,
    total: i64,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(ApplicationsPage);

/// The list, from a place on.
pub(crate) struct Applications {
    query: Query,
    part: Page,
    at: usize,
}

impl List for Applications {
    type Row = Line;
    const NAME: &str = "applications";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("enquiry-city").cell(|_, line| line.own.enquiry.place_name.as_str().into()),
        Column::new("enquiry-country")
            .in_file()
            .cell(|v, line| v.hub.network.country_name(&line.own.enquiry.country, v.lang).into()),
        Column::new("enquiry-office").cell(|v, line| office(v, &line.own.enquiry.region).into()),
        Column::new("enquiry-state").cell(|v, line| v.t(application_state_words(line.own.application.state)).into()),
        Column::new("application-submitted").cell(|_, line| match &line.own.application.submitted_at {
            Some(at) => at.into(),
            None => "".into(),
        }),
        Column::new("enquiry-due").cell(|_, line| line.due_on().into()),
        Column::new("enquiry-owner").cell(|_, line| line.owner.as_str().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Applications> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let states = fields.all("state").into_iter().filter_map(ApplicationState::parse).collect();
        Ok(Applications { query: Query { states, owner: None }, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, &visit.actor, &self.query, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut owners: Vec<PersonId> = found.iter().filter_map(|own| own.enquiry.owner).collect();
        owners.sort();
        owners.dedup();
        let names = people::names(&sql, &owners).await?;
        Ok(Next { rows: found.into_iter().map(|own| Line::of(visit, own, &names)).collect(), more })
    }

    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::APPLICATIONS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let counts = rows::counts(&visit.hub.db.read(), &visit.actor).await?;
        let states = &self.query.states;
        let fits = |state: &ApplicationState| states.is_empty() || states.contains(state);
        let total: i64 = counts.iter().filter(|(state, _)| fits(state)).map(|(_, n)| n).sum();
        let values = ApplicationState::ALL.into_iter().filter_map(|state| {
            let (count, on) = (counts.get(&state).copied().unwrap_or(0), states.contains(&state));
            let label = visit.t(application_state_words(state));
            (on || count > 0).then(|| Value {
                value: store::State::code(state).to_owned(),
                label,
                lang: None,
                count,
                on,
            })
        });
        let mut filters = vec![Filter::new("state", visit.t("enquiry-state"), true, values.collect())];
        filters.retain(|filter| !filter.is_empty());
        let empty = Empty::new("people", "applications-none", "applications-none-hint")
            .unfit("applications-unfit", "applications-unfit-hint")
            .way("menu-enquiries", "/office/enquiries");
        let whole = usize::try_from(total).unwrap_or(0);
        let around = Around::page::<Applications>(visit, self.part, lines.len(), whole, &empty);
        let narrowed = narrowed(visit, "", &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-applications"), &narrowed)).hide();
        let template = ApplicationsPage { v: visit, meta, lines, total, filters, around };
        page(StatusCode::OK, &template, None)
    }
}

impl Line {
    fn of(visit: &Visit, own: Listed, names: &HashMap<PersonId, String>) -> Line {
        let network = &visit.hub.network;
        let due = own.application.due_on.filter(|_| own.application.state == ApplicationState::Submitted);
        let calendar = network.calendar(&own.application.calendar);
        Line {
            owner: own.enquiry.owner.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default(),
            standing: due.map(|due| due::standing(calendar, visit.hub.now(), due.0)),
            own,
        }
    }

    /// The day by whose end it is decided; nothing where nobody has to.
    fn due_on(&self) -> String {
        self.own.application.due_on.map(|due| due.0.to_string()).unwrap_or_default()
    }
}

impl ApplicationsPage<'_> {
    fn country<'a>(&'a self, line: &'a Line) -> &'a str {
        self.v.hub.network.country_name(&line.own.enquiry.country, self.v.lang)
    }

    fn state(&self, line: &Line) -> String {
        self.v.t(application_state_words(line.own.application.state))
    }

    fn office(&self, line: &Line) -> String {
        office(self.v, &line.own.enquiry.region)
    }

    fn standing(&self, line: &Line) -> Option<(&'static str, String)> {
        line.standing.map(|own| (standing_class(own), standing(self.v, own)))
    }

    fn due(&self, line: &Line) -> Option<String> {
        line.own.application.due_on.map(|due| letters::day(due, self.v.lang))
    }

    fn submitted(&self, line: &Line) -> Option<String> {
        line.own.application.submitted_at.map(|at| self.v.date(&at))
    }
}
