//! The office's list of prospects: those that are to be spoken with first.

use std::collections::HashMap;

use askama::Template;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use base::{CityId, PersonId, Result};
use cities::City;
use http::StatusCode;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::acts;
use crate::letters::day;
use crate::pages::office;
use crate::prospects::rows::{self, Query};
use crate::prospects::rules::{Prospect, WORDS};
use crate::prospects::state::{ProspectState, prospect_state_words};

/// What stands in the address for those that are with the reader.
const MINE: &str = "me";

/// A line of the list.
pub(crate) struct Line {
    own: Prospect,
    /// Who speaks with it.
    owner: String,
    recommended: Option<City>,
}

impl Line {
    fn recommended(&self, v: &Visit) -> &str {
        self.recommended.as_ref().map_or("", |city| city.name(v.lang))
    }

    fn next_on(&self) -> String {
        self.own.next_on.map(|day| day.0.to_string()).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "membership/prospects.html")]
struct ProspectsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    lines: Vec<Line>,
    total: i64,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(ProspectsPage);

/// The list, from a place on.
pub(crate) struct Prospects {
    query: Query,
    part: Page,
    at: usize,
}

impl List for Prospects {
    type Row = Line;
    const NAME: &str = "prospects";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("enquiry-city").cell(|_, line| line.own.place_name.as_str().into()),
        Column::new("enquiry-country")
            .in_file()
            .cell(|v, line| v.hub.network.country_name(&line.own.country, v.lang).into()),
        Column::new("enquiry-office").cell(|v, line| office(v, &line.own.region).into()),
        Column::new("enquiry-state").cell(|v, line| v.t(prospect_state_words(line.own.state)).into()),
        Column::new("prospect-contact").cell(|_, line| line.own.name.as_str().into()),
        Column::new("prospect-position").in_file().cell(|_, line| line.own.position.as_str().into()),
        Column::new("email").in_file().cell(|_, line| line.own.email.as_str().into()),
        Column::new("prospect-owner").cell(|_, line| line.owner.as_str().into()),
        Column::new("prospect-recommended").cell(|v, line| line.recommended(v).into()),
        Column::new("prospect-next").cell(|_, line| line.next_on().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Prospects> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let typed: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let query = Query {
            words: base::fold::words_of(&typed).into_iter().take(WORDS).collect(),
            states: fields.all("state").into_iter().filter_map(ProspectState::parse).collect(),
            owner: visit.actor.id().filter(|_| fields.has("owner", MINE)),
            or_nobody: false,
            until: None,
        };
        Ok(Prospects { query, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, &visit.actor, &self.query, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut owners: Vec<PersonId> = found.iter().filter_map(|own| own.owner).collect();
        owners.sort();
        owners.dedup();
        let names = people::names(&sql, &owners).await?;
        let cities: Vec<CityId> = found.iter().filter_map(|own| own.recommended_city).collect();
        let cities = cities::by_ids(&sql, &cities).await?;
        let line = |own: Prospect| Line {
            owner: named(&names, own.owner),
            recommended: own.recommended_city.and_then(|city| cities.get(&city).cloned()),
            own,
        };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::PROSPECTS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let fields = Fields::parse(&visit.query);
        let counts = rows::counts(&visit.hub.db.read(), &visit.actor, &self.query.words).await?;
        let (states, owner, me) = (&self.query.states, self.query.owner, visit.actor.id());
        let in_state = |own: ProspectState| states.is_empty() || states.contains(&own);
        let with = |own: Option<PersonId>| owner.is_none() || own == owner;
        let fits = counts.iter().filter(|own| in_state(own.state) && with(own.owner));
        let total: i64 = fits.map(|own| own.n).sum();
        let values = ProspectState::ALL.into_iter().filter_map(|state| {
            let own = counts.iter().filter(|own| own.state == state && with(own.owner));
            let (count, on) = (own.map(|own| own.n).sum(), states.contains(&state));
            value(store::State::code(state), visit.t(prospect_state_words(state)), count, on)
        });
        let mine: i64 = counts.iter().filter(|own| in_state(own.state) && own.owner == me).map(|own| own.n).sum();
        let mut filters = vec![
            Filter::new("state", visit.t("enquiry-state"), true, values.collect()),
            Filter::new(
                "owner",
                visit.t("prospect-owner"),
                true,
                value(MINE, visit.t("prospect-mine"), mine, owner.is_some()).into_iter().collect(),
            ),
        ];
        filters.retain(|filter| !filter.is_empty());
        let empty = Empty::new("people", "prospects-none", "prospects-none-hint")
            .unfit("prospects-unfit", "prospects-unfit-hint")
            .way("prospect-new", "/office/prospects/new");
        let whole = usize::try_from(total).unwrap_or(0);
        let around = Around::page::<Prospects>(visit, self.part, lines.len(), whole, &empty);
        let narrowed = narrowed(visit, fields.get("q"), &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-prospects"), &narrowed)).hide();
        let template = ProspectsPage { v: visit, meta, q: fields.get("q"), lines, total, filters, around };
        page(StatusCode::OK, &template, None)
    }
}

fn value(value: &str, label: String, count: i64, on: bool) -> Option<Value> {
    (on || count > 0).then(|| Value { value: value.to_owned(), label, lang: None, count, on })
}

/// Somebody's name; empty for nobody.
pub(super) fn named(names: &HashMap<PersonId, String>, person: Option<PersonId>) -> String {
    person.and_then(|person| names.get(&person).cloned()).unwrap_or_default()
}

impl ProspectsPage<'_> {
    fn country<'a>(&'a self, line: &'a Line) -> &'a str {
        self.v.hub.network.country_name(&line.own.country, self.v.lang)
    }

    fn office(&self, line: &Line) -> String {
        office(self.v, &line.own.region)
    }

    fn state(&self, line: &Line) -> String {
        self.v.t(prospect_state_words(line.own.state))
    }

    fn next(&self, line: &Line) -> Option<String> {
        line.own.next_on.map(|own| day(own, self.v.lang))
    }
}
