//! All members with what they signed, for those who answer for them: who has yet to sign, and until when; and as a file.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::rules::{Asked, InForce, Signed};
use crate::{acts, asked_rows, rows, signature_rows};

/// How a member stands with what is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// It has signed.
    Signed,
    /// It was asked, and has time.
    Asked,
    /// It was asked, and its time is over.
    Overdue,
    /// It has not signed, and was not asked.
    Unsigned,
}

impl Stands {
    /// All.
    pub(crate) const ALL: [Stands; 4] = [Stands::Overdue, Stands::Asked, Stands::Unsigned, Stands::Signed];

    /// In addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Stands::Signed => "signed",
            Stands::Asked => "asked",
            Stands::Overdue => "overdue",
            Stands::Unsigned => "unsigned",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Stands::Signed => "status is-ok",
            Stands::Overdue => "status is-warn",
            Stands::Asked | Stands::Unsigned => "status",
        }
    }
}

/// Key of the words for how a member stands.
pub(crate) fn stands_words(stands: Stands) -> String {
    format!("principles-stands-{}", stands.code())
}

#[derive(Template)]
#[template(path = "principles/signatories.html")]
struct SignatoriesPage<'a> {
    v: &'a Visit,
    meta: Meta,
    now: Option<InForce>,
    /// Members, and those of them who have signed.
    counts: (usize, usize),
    stands: Option<Stands>,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(SignatoriesPage);

impl SignatoriesPage<'_> {
    /// The lists that can be chosen: their words, their address, and whether it is this one.
    fn choices(&self) -> Vec<(String, String, bool)> {
        let here = self.v.link("/office/principles");
        let all = (self.v.t("principles-members"), here.clone(), self.stands.is_none());
        let one = |own: Stands| {
            (self.v.t(stands_words(own)), format!("{here}?stands={}", own.code()), self.stands == Some(own))
        };
        [all].into_iter().chain(Stands::ALL.map(one)).collect()
    }
}

/// A member with what it signed last.
pub(crate) struct Line {
    city: City,
    stands: Stands,
    signed: Option<Signed>,
    asked: Option<Asked>,
    /// Somebody leads its work, and is told.
    is_led: bool,
}

impl Line {
    fn region(&self, visit: &Visit) -> String {
        visit.hub.network.region(&self.city.region).map_or_else(String::new, |own| own.label(visit.lang).to_owned())
    }

    /// Until when it has, or had, time.
    fn until(&self, visit: &Visit) -> String {
        self.asked.as_ref().map_or_else(String::new, |own| visit.day(&own.until))
    }

    fn signed_at(&self, visit: &Visit) -> String {
        self.signed.as_ref().map_or_else(String::new, |own| visit.date(&own.signed_at))
    }

    fn position(&self) -> &str {
        self.signed.as_ref().map_or("", |own| own.position.as_str())
    }

    fn place(&self) -> String {
        crate::notices::own_place(&self.city.slug)
    }
}

/// The members that the reader answers for, by name.
pub(crate) struct Signatories {
    part: Page,
    at: usize,
    stands: Option<Stands>,
    /// All that the reader answers for, and those of them who have signed.
    counts: (usize, usize),
    cities: Vec<(City, Stands, Option<Asked>)>,
}

impl List for Signatories {
    type Row = Line;
    const NAME: &str = "signatories";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("signature-city").cell(|v, line| line.city.name(v.lang).into()),
        Column::new("region").cell(|v, line| line.region(v).into()),
        Column::new("principles-stands").cell(|v, line| v.t(stands_words(line.stands)).into()),
        Column::new("principles-until")
            .cell(|_, line| line.asked.as_ref().map_or_else(String::new, |own| own.until.0.to_string()).into()),
        Column::new("principles-led")
            .cell(|v, line| if line.is_led { String::new() } else { v.t("principles-unled") }.into()),
        Column::new("principles-last")
            .cell(|_, line| line.signed.as_ref().map_or_else(|| String::new().into(), |own| (&own.signed_at).into())),
        Column::new("signature-position").cell(|_, line| line.position().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Signatories> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let stands = Stands::ALL.into_iter().find(|own| own.code() == fields.get("stands"));
        let sql = visit.hub.db.read();
        let regions = visit.hub.network.regions.iter().map(|region| region.slug.clone());
        let mine: Vec<String> = regions.filter(|slug| visit.actor.answers_for(slug)).collect();
        let mut cities = cities::members_in(&sql, &mine).await?;
        cities.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
        let mut signed = signature_rows::signed(&sql, &ids).await?;
        signed.retain(|_, at| at.in_force.is_some());
        let mut asked = asked_rows::asked_of(&sql, &ids).await?;
        let stood = |city: City| {
            let asked = asked.remove(&city.id);
            let over = |own: &Asked| own.is_over(&visit.hub.network, visit.hub.now());
            let stands = match (signed.contains_key(&city.id), &asked) {
                (true, _) => Stands::Signed,
                (false, Some(own)) if over(own) => Stands::Overdue,
                (false, Some(_)) => Stands::Asked,
                (false, None) => Stands::Unsigned,
            };
            (city, stands, asked)
        };
        let all = cities.into_iter().map(stood);
        let cities = all.filter(|(_, own, _)| stands.is_none_or(|wanted| wanted == *own)).collect();
        let (part, counts) = (Page::of(&fields, PAGE_ROWS), (ids.len(), signed.len()));
        Ok(Signatories { part, at: part.offset(), stands, counts, cities })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let found: Vec<_> = self.cities.iter().skip(self.at).take(limit + 1).cloned().collect();
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let ids: Vec<CityId> = found.iter().map(|(city, _, _)| city.id).collect();
        let sql = visit.hub.db.read();
        let mut last: HashMap<CityId, Signed> = signature_rows::last_of(&sql, &ids).await?;
        let led = people::led(&sql, &ids).await?;
        let line = |(city, stands, asked): (City, Stands, Option<Asked>)| {
            let signed = last.remove(&city.id);
            Line { is_led: led.contains(&city.id), city, stands, signed, asked }
        };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::LIST_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let (total, stands, counts) = (self.cities.len(), self.stands, self.counts);
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let now = rows::in_force(&visit.hub.db.read()).await?;
        let empty = Empty::new("book", "principles-no-member", "principles-no-member-hint");
        let around = Around::page::<Signatories>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(visit.t("menu-principles")).hide();
        page(StatusCode::OK, &SignatoriesPage { v: visit, meta, now, counts, stands, lines, around }, None)
    }
}
