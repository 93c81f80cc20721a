//! All members with how they stand and who leads their work in the hub, for those who answer for them; and as a file. Cities that are no
//! members any more are listed where somebody asks for them.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Result};
use cities::City;
use http::StatusCode;
use people::Leading;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::desk::regions_of;
use crate::rules::{Decided, DecisionState, Status, status_words};
use crate::{acts, rows};

#[derive(Template)]
#[template(path = "status/members.html")]
struct MembersPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// Only those that nobody leads are listed.
    vacant: bool,
    /// Only those that stand so are listed; else all members.
    status: Option<Status>,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(MembersPage);

impl MembersPage<'_> {
    /// The lists that can be chosen: their words, their address, and whether it is this one.
    fn choices(&self) -> Vec<(String, String, bool)> {
        let here = self.v.link("/office/members");
        let all = (self.v.t("members-all"), here.clone(), !self.vacant && self.status.is_none());
        let vacant = (self.v.t("members-vacant"), format!("{here}?vacant=yes"), self.vacant);
        let one = |own: Status| {
            let address = format!("{here}?status={}", own.code());
            (self.v.t(status_words(own)), address, self.status == Some(own))
        };
        // Whoever asks to become one has no record yet: the list of applications has them.
        let applicants = (self.v.t("members-applicants"), self.v.link("/office/applications"), false);
        [all, vacant, applicants].into_iter().chain(Status::ALL.map(one)).collect()
    }
}

/// A member with how it stands and those who lead it.
pub(crate) struct Line {
    city: City,
    leads: Vec<Leading>,
    status: Status,
    /// What waits about it.
    open: Option<Decided>,
}

impl Line {
    fn names(&self) -> String {
        self.leads.iter().map(|lead| lead.name.as_str()).collect::<Vec<_>>().join("; ")
    }

    fn emails(&self) -> String {
        self.leads.iter().map(|lead| lead.email.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// What waits about it, in words.
    fn waits(&self, visit: &Visit) -> Option<String> {
        let own = self.open.as_ref()?;
        Some(match (own.state, own.from_day) {
            (DecisionState::Proposed, _) | (_, None) => visit.t("members-suspension-waits"),
            (_, Some(day)) => {
                let what = visit.t(crate::rules::decision_words(own.decision));
                visit.ta(
                    "members-decided-from",
                    &[("what", what.as_str().into()), ("day", visit.day(&day).as_str().into())],
                )
            }
        })
    }

    fn place(&self) -> String {
        format!("/office/members/{}", self.city.slug)
    }

    fn region(&self, visit: &Visit) -> String {
        visit.hub.network.region(&self.city.region).map_or_else(String::new, |own| own.label(visit.lang).to_owned())
    }

    fn country(&self, visit: &Visit) -> String {
        visit.hub.network.country_name(&self.city.country, visit.lang).to_owned()
    }
}

/// The members that the reader answers for, by name.
pub(crate) struct Members {
    part: Page,
    at: usize,
    vacant: bool,
    status: Option<Status>,
    cities: Vec<City>,
}

impl List for Members {
    type Row = Line;
    const NAME: &str = "members";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("members-city").cell(|v, line| line.city.name(v.lang).into()),
        Column::new("country").cell(|v, line| line.country(v).into()),
        Column::new("region").cell(|v, line| line.region(v).into()),
        Column::new("membership").cell(|v, line| v.t(status_words(line.status)).into()),
        Column::new("members-waits").cell(|v, line| line.waits(v).unwrap_or_default().into()),
        Column::new("members-lead").cell(|_, line| line.names().into()),
        Column::new("email").cell(|_, line| line.emails().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Members> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let (part, vacant) = (Page::of(&fields, PAGE_ROWS), fields.has("vacant", "yes"));
        let status = Status::parse(fields.get("status"));
        let sql = visit.hub.db.read();
        let mut cities = match status {
            Some(Status::Suspended | Status::Withdrawn) => cities::all_in(&sql, &regions_of(visit)).await?,
            _ => cities::members_in(&sql, &regions_of(visit)).await?,
        };
        let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
        if let Some(status) = status {
            let held = expectations::holds(&visit.hub, &sql, &ids).await?;
            cities.retain(|city| Status::of(city.membership, held.contains_key(&city.id)) == status);
        }
        if vacant {
            let led = people::led(&sql, &ids).await?;
            cities.retain(|city| !led.contains(&city.id));
        }
        cities.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        Ok(Members { part, at: part.offset(), vacant, status, cities })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let found: Vec<City> = self.cities.iter().skip(self.at).take(limit + 1).cloned().collect();
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let ids: Vec<CityId> = found.iter().map(|city| city.id).collect();
        let sql = visit.hub.db.read();
        let mut leads: HashMap<CityId, Vec<Leading>> = HashMap::new();
        for own in people::leading(&sql, &ids).await? {
            leads.entry(own.city).or_default().push(own);
        }
        let held = expectations::holds(&visit.hub, &sql, &ids).await?;
        let mut open = rows::open_of(&sql, &ids).await?;
        let line = |city: City| Line {
            leads: leads.remove(&city.id).unwrap_or_default(),
            status: Status::of(city.membership, held.contains_key(&city.id)),
            open: open.remove(&city.id),
            city,
        };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::MEMBERS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let (total, vacant, status) = (self.cities.len(), self.vacant, self.status);
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let empty = Empty::new("city", "members-none", "members-none-hint");
        let around = Around::page::<Members>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(visit.t("menu-members")).hide();
        page(StatusCode::OK, &MembersPage { v: visit, meta, vacant, status, lines, around }, None)
    }
}
