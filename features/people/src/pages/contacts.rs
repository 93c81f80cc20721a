//! Who works for the members, for those who answer for them: with their cities, and when they were last here; and as a file, which can be
//! brought in again.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::sheet::Cell;
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::access::{may_manage, regions_of};
use crate::acts;
use crate::rows::contacts::{self, Listed};
use crate::rules::{Contact, role_words};

#[derive(Template)]
#[template(path = "people/contacts.html")]
struct ContactsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    silent: bool,
    imports: bool,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(ContactsPage);

impl ContactsPage<'_> {
    /// The lists that can be chosen: their words, their address, and whether it is this one.
    fn choices(&self) -> [(String, String, bool); 2] {
        let here = self.v.link("/office/contacts");
        [
            (self.v.t("contacts-all"), here.clone(), !self.silent),
            (self.v.t("contacts-silent"), format!("{here}?silent=yes"), self.silent),
        ]
    }
}

/// Somebody with one of their cities.
pub(crate) struct Line {
    contact: Contact,
    city: Option<City>,
}

impl Line {
    fn city(&self, visit: &Visit) -> String {
        self.city.as_ref().map_or_else(String::new, |city| city.name(visit.lang).to_owned())
    }

    /// The city with what tells it from its namesakes: as it is brought in.
    fn city_in_file(&self, visit: &Visit) -> String {
        self.city.as_ref().map_or_else(String::new, |city| format!("{} ({})", city.name(visit.lang), city.slug))
    }

    fn role(&self, visit: &Visit) -> String {
        visit.t(role_words(&self.contact.role))
    }

    /// What keeps them from coming, or that they have not for long; nothing of others.
    fn state(&self, visit: &Visit) -> Option<String> {
        let own = &self.contact;
        match (own.active, own.ready) {
            (true, _) if own.mail_refused_at.is_some() => Some(visit.t("state-mail-refused")),
            (false, _) => Some(visit.t("state-inactive")),
            (true, false) => Some(visit.t("state-invited")),
            (true, true) => own.is_silent(visit.hub.now()).then(|| visit.t("contact-silent")),
        }
    }
}

/// The list, from a place on.
pub(crate) struct Contacts {
    listed: Listed,
    part: Page,
    at: usize,
}

impl List for Contacts {
    type Row = Line;
    const NAME: &str = "contacts";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("name").cell(|_, line| line.contact.name.as_str().into()),
        Column::new("members-city").cell(|v, line| line.city_in_file(v).into()),
        Column::new("email").cell(|_, line| line.contact.email.as_str().into()),
        Column::new("role").cell(|v, line| line.role(v).into()),
        Column::new("person-lang").in_file().cell(|_, line| line.contact.lang.endonym().into()),
        Column::new("contact-last").cell(|_, line| line.contact.seen_at.as_ref().map_or(Cell::Nothing, Cell::from)),
        Column::new("people-state").cell(|v, line| line.state(v).unwrap_or_default().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Contacts> {
        visit.actor.must_answer_for_cities()?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let listed = Listed { regions: regions_of(visit), silent: fields.has("silent", "yes") };
        Ok(Contacts { listed, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = contacts::some(&sql, &self.listed, visit.hub.now(), limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut ids: Vec<CityId> = found.iter().map(|own| own.city).collect();
        ids.sort();
        ids.dedup();
        let cities: HashMap<CityId, City> = cities::by_ids(&sql, &ids).await?;
        let line = |contact: Contact| Line { city: cities.get(&contact.city).cloned(), contact };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        // Of the central team it is all of them.
        let regions = if visit.actor.is_central() { &[String::new()][..] } else { &self.listed.regions };
        for region in regions {
            tx.audit(&visit.actor, acts::CONTACTS_TAKEN, region, "").await?;
        }
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let total = contacts::count(&visit.hub.db.read(), &self.listed, visit.hub.now()).await?;
        let empty = Empty::new("people", "contacts-none", "contacts-none-hint");
        let total = usize::try_from(total).unwrap_or(0);
        let around = Around::page::<Contacts>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(self.part.title(visit, visit.t("contacts"), "")).hide();
        let (silent, imports) = (self.listed.silent, may_manage(&visit.actor));
        page(StatusCode::OK, &ContactsPage { v: visit, meta, silent, imports, lines, around }, None)
    }
}
