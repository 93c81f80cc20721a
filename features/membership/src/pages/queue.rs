//! The office's list of enquiries: what is due first.

use std::collections::HashMap;

use askama::Template;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use base::{PersonId, Result};
use chrono::TimeDelta;
use http::StatusCode;
use store::State;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::{office, standing, standing_class, where_it_stands};
use crate::due::{self, Standing};
use crate::rows::{self, Count, Owner, Query};
use crate::rules::{Enquiry, WORDS, asker_mandate_words};
use crate::state::{EnquiryState, state_words};
use crate::{acts, letters};

/// Days that are looked back for how long the office took.
const LOOKED_BACK: TimeDelta = TimeDelta::days(90);
/// Answers that are looked at for it, at most: the newest.
const ANSWERS: i64 = 500;
/// What stands in the address for those that are with the reader, and with nobody.
const MINE: &str = "me";
const NOBODYS: &str = "nobody";
/// What stands in it for those of no region.
const CENTRAL: &str = "central";

/// A line of the list.
pub(crate) struct Line {
    pub enquiry: Enquiry,
    /// Who sees to it.
    owner: String,
    standing: Option<Standing>,
    /// Working days since it came.
    age: i64,
}

#[derive(Template)]
#[template(path = "membership/queue.html")]
struct QueuePage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    lines: Vec<Line>,
    total: i64,
    figures: Option<Figures>,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(QueuePage);

/// How the office stands, among all that the reader answers.
#[derive(Default)]
struct Figures {
    received: i64,
    due: i64,
    waiting: i64,
    median: Option<f64>,
}

/// The list, from a place on.
pub(crate) struct Enquiries {
    query: Query,
    part: Page,
    at: usize,
}

impl List for Enquiries {
    type Row = Line;
    const NAME: &str = "enquiries";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("enquiry-city").cell(|_, line| line.enquiry.place_name.as_str().into()),
        Column::new("enquiry-country")
            .in_file()
            .cell(|v, line| v.hub.network.country_name(&line.enquiry.country, v.lang).into()),
        Column::new("enquiry-kind").in_file().cell(|v, line| v.t(cities::kind_words(&line.enquiry.kind)).into()),
        Column::new("enquiry-office").cell(|v, line| office(v, &line.enquiry.region).into()),
        Column::new("enquiry-asker").in_file().cell(|_, line| line.enquiry.name.as_str().into()),
        Column::new("enquiry-asker-position").in_file().cell(|_, line| line.enquiry.position.as_str().into()),
        Column::new("email").in_file().cell(|_, line| line.enquiry.email.as_str().into()),
        Column::new("enquiry-asker-mandate")
            .in_file()
            .cell(|v, line| v.t(asker_mandate_words(line.enquiry.mandate)).into()),
        Column::new("enquiry-state").cell(|v, line| where_it_stands(v, &line.enquiry).1.into()),
        Column::new("enquiry-received").sorts("newest", "").cell(|_, line| (&line.enquiry.received_at).into()),
        Column::new("enquiry-age").in_file().cell(|_, line| Some(line.age).into()),
        Column::new("enquiry-due").cell(|_, line| line.due_on().into()),
        Column::new("enquiry-owner").cell(|_, line| line.owner.as_str().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Enquiries> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let typed: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let of_region = |own: &str| if own == CENTRAL { String::new() } else { own.to_owned() };
        let query = Query {
            words: base::fold::words_of(&typed).into_iter().take(WORDS).collect(),
            states: fields.all("state").into_iter().filter_map(EnquiryState::parse).collect(),
            regions: fields.all("region").into_iter().map(of_region).collect(),
            owner: match fields.get("owner") {
                MINE => visit.actor.id().map(Owner::Person),
                NOBODYS => Some(Owner::Nobody),
                _ => None,
            },
            newest: fields.get("sort") == "newest",
        };
        Ok(Enquiries { query, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, &visit.actor, &self.query, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut owners: Vec<PersonId> = found.iter().filter_map(|enquiry| enquiry.owner).collect();
        owners.sort();
        owners.dedup();
        let names = people::names(&sql, &owners).await?;
        Ok(Next { rows: found.into_iter().map(|enquiry| Line::of(visit, enquiry, &names)).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::LIST_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let sql = visit.hub.db.read();
        let fields = Fields::parse(&visit.query);
        let counts = rows::counts(&sql, &visit.actor, &self.query.words).await?;
        // Of what somebody looks for nothing is said of the office.
        let figures = match self.query.words.is_empty() {
            true => Some(figures(visit, &counts).await?),
            false => None,
        };
        let fits = |count: &&Count| Dimension::ALL.into_iter().all(|own| own.fits(&self.query, count));
        let total: i64 = counts.iter().filter(fits).map(|count| count.n).sum();
        let filters = filters(visit, &self.query, &counts);
        let empty = Empty::new("people", "enquiries-none", "enquiries-none-hint")
            .unfit("enquiries-unfit", "enquiries-unfit-hint")
            .way("enquiries-form", "/join");
        let around =
            Around::page::<Enquiries>(visit, self.part, lines.len(), usize::try_from(total).unwrap_or(0), &empty);
        let narrowed = narrowed(visit, fields.get("q"), &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-enquiries"), &narrowed)).hide();
        let queue = QueuePage { v: visit, meta, q: fields.get("q"), lines, total, figures, filters, around };
        page(StatusCode::OK, &queue, None)
    }
}

impl Line {
    fn of(visit: &Visit, enquiry: Enquiry, names: &HashMap<PersonId, String>) -> Line {
        let network = &visit.hub.network;
        let now = visit.hub.now();
        Line {
            owner: enquiry.owner.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default(),
            standing: due::standing_of(network, &enquiry, now),
            age: due::age(network, &enquiry, now),
            enquiry,
        }
    }

    /// The day by whose end it is answered; nothing where nobody has to.
    fn due_on(&self) -> String {
        self.enquiry.due_on.map(|due| due.0.to_string()).unwrap_or_default()
    }
}

async fn figures(visit: &Visit, counts: &[Count]) -> Result<Figures> {
    let network = &visit.hub.network;
    let now = visit.hub.now();
    let of = |state: EnquiryState| counts.iter().filter(|count| count.state == state).map(|count| count.n).sum();
    let is_due = |count: &&Count| {
        let due = count.due_on.filter(|_| count.state == EnquiryState::Received);
        let standing = due.map(|due| due::standing(network.calendar(&count.calendar), now, due.0));
        matches!(standing, Some(Standing::Today | Standing::Overdue(_)))
    };
    let answers = rows::answers(&visit.hub.db.read(), &visit.actor, now - LOOKED_BACK, ANSWERS).await?;
    let taken =
        answers.iter().map(|(calendar, came, answered)| due::taken(network.calendar(calendar), *came, *answered));
    Ok(Figures {
        received: of(EnquiryState::Received),
        due: counts.iter().filter(is_due).map(|count| count.n).sum(),
        waiting: of(EnquiryState::AskedBack),
        median: due::median(taken.collect()),
    })
}

/// What the list is narrowed by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dimension {
    State,
    Owner,
    Region,
}

impl Dimension {
    const ALL: [Dimension; 3] = [Dimension::State, Dimension::Owner, Dimension::Region];

    /// Does the query leave these in, as far as this goes?
    fn fits(self, query: &Query, count: &Count) -> bool {
        match self {
            Dimension::State => query.states.is_empty() || query.states.contains(&count.state),
            Dimension::Region => query.regions.is_empty() || query.regions.contains(&count.region),
            Dimension::Owner => query.owner.is_none_or(|owner| owner.is(count.owner)),
        }
    }

    /// How many there are of which this holds, among those that the other dimensions leave.
    fn count(self, query: &Query, counts: &[Count], holds: impl Fn(&Count) -> bool) -> i64 {
        let others = |count: &&Count| Dimension::ALL.into_iter().all(|own| own == self || own.fits(query, count));
        counts.iter().filter(others).filter(|count| holds(count)).map(|count| count.n).sum()
    }
}

/// A value with how many there are; none where there is none and it is not chosen.
fn value(value: &str, label: String, count: i64, on: bool) -> Option<Value> {
    (on || count > 0).then(|| Value { value: value.to_owned(), label, lang: None, count, on })
}

fn filters(visit: &Visit, query: &Query, counts: &[Count]) -> Vec<Filter> {
    let states = EnquiryState::ALL.into_iter().filter_map(|state| {
        let count = Dimension::State.count(query, counts, |count| count.state == state);
        value(state.code(), visit.t(state_words(state)), count, query.states.contains(&state))
    });
    let mine = visit.actor.id().map(|person| (MINE, Owner::Person(person), visit.t("enquiry-mine")));
    let nobodys = (NOBODYS, Owner::Nobody, visit.t("enquiry-nobodys"));
    let owners = mine.into_iter().chain(std::iter::once(nobodys)).filter_map(|(name, owner, label)| {
        let count = Dimension::Owner.count(query, counts, |count| owner.is(count.owner));
        value(name, label, count, query.owner == Some(owner))
    });
    let slugs = visit.hub.network.regions.iter().map(|region| region.slug.as_str()).chain(std::iter::once(""));
    let regions = slugs.filter_map(|slug| {
        let count = Dimension::Region.count(query, counts, |count| count.region == slug);
        let name = if slug.is_empty() { CENTRAL } else { slug };
        value(name, office(visit, slug), count, query.regions.iter().any(|own| own == slug))
    });
    let mut filters = vec![
        Filter::new("state", visit.t("enquiry-state"), true, states.collect()),
        Filter::new("owner", visit.t("enquiry-owner"), true, owners.collect()),
        Filter::new("region", visit.t("enquiry-office"), false, regions.collect()),
    ];
    filters.retain(|filter| !filter.is_empty());
    filters
}

impl QueuePage<'_> {
    fn country<'a>(&'a self, line: &'a Line) -> &'a str {
        self.v.hub.network.country_name(&line.enquiry.country, self.v.lang)
    }

    /// Where it stands, or the application that follows it: how it is drawn, and in words.
    fn state(&self, line: &Line) -> (&'static str, String) {
        where_it_stands(self.v, &line.enquiry)
    }

    fn office(&self, line: &Line) -> String {
        office(self.v, &line.enquiry.region)
    }

    fn standing(&self, line: &Line) -> Option<(&'static str, String)> {
        line.standing.map(|own| (standing_class(own), standing(self.v, own)))
    }

    fn due(&self, line: &Line) -> Option<String> {
        line.enquiry.due_on.map(|due| letters::day(due, self.v.lang))
    }

    /// Working days to half of the first answers, as it is written here.
    fn median(&self) -> Option<String> {
        let halves = (self.figures.as_ref()?.median? * 2.0).round() as i64;
        Some(match halves % 2 {
            0 => self.v.number(halves / 2),
            _ => web::format::decimal(halves * 5, 1, self.v.lang),
        })
    }
}
