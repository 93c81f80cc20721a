//! What goes out and what went out, by day: a month of it.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use base::Time;
use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use http::StatusCode;
use web::{Answer, Fields, Meta, Visit, page};
use zones::Zone;

use super::schedule::Planned;
use crate::access::check;
use crate::kinds::kind_words;
use crate::rows;
use crate::rules::Item;

/// Things of one month that are named at most.
const NAMED: i64 = 500;

#[derive(Template)]
#[template(path = "editorial/calendar.html")]
struct CalendarPage<'a> {
    v: &'a Visit,
    meta: Meta,
    month: NaiveDate,
    /// Each day with what goes out on it.
    days: Vec<(NaiveDate, Vec<Entry>)>,
    titles: HashMap<i64, String>,
    zone: Zone,
    cut: bool,
}

web::framed!(CalendarPage);

/// Something on a day.
struct Entry {
    item: Item,
    at: Time,
    /// It is still to come.
    planned: bool,
}

/// The first day of the month that is asked for, as `2026-12`; of this month where none is.
fn month_of(asked: &str, today: NaiveDate) -> NaiveDate {
    let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
    let asked = NaiveDate::parse_from_str(&format!("{asked}-01"), "%Y-%m-%d").ok();
    first(asked.filter(|day| (1970..=9998).contains(&day.year())).unwrap_or(today))
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit.actor)?;
    let zone = Zone::parse(&visit.hub.network.settings.zone).unwrap_or(Zone::UTC);
    let today = zone.local(visit.hub.now()).date();
    let month = month_of(Fields::parse(&visit.query).get("month"), today);
    let instant = |day: NaiveDate| zone.resolve(day.and_time(NaiveTime::MIN)).at;
    let (from, until) = (instant(month), instant(next(month)));
    let mut items = rows::going_out(&visit.hub.db.read(), from, until, NAMED + 1).await?;
    let cut = items.len() as i64 > NAMED;
    items.truncate(NAMED as usize);
    let titles = super::shown::titles(&visit, &items).await?;
    let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
    for item in items {
        let within = |at: &Time| *at >= from && *at < until;
        let planned = item.scheduled_at.filter(within).map(|at| (at, true));
        let published = item.published_at.filter(within).filter(|_| item.shown).map(|at| (at, false));
        for (at, planned) in planned.into_iter().chain(published) {
            days.entry(zone.local(at).date()).or_default().push(Entry { item: item.clone(), at, planned });
        }
    }
    let mut days: Vec<(NaiveDate, Vec<Entry>)> = days.into_iter().collect();
    days.iter_mut().for_each(|(_, entries)| entries.sort_by_key(|entry| entry.at));
    let meta = Meta::titled(visit.t("menu-calendar")).hide();
    page(StatusCode::OK, &CalendarPage { v: &visit, meta, month, days, titles, zone, cut }, None)
}

fn next(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).unwrap_or(month)
}

fn before(month: NaiveDate) -> NaiveDate {
    month.checked_sub_months(Months::new(1)).unwrap_or(month)
}

impl CalendarPage<'_> {
    fn title(&self, entry: &Entry) -> &str {
        self.titles.get(&entry.item.id).map_or("", String::as_str)
    }

    fn kind(&self, entry: &Entry) -> String {
        self.v.t(kind_words(entry.item.kind))
    }

    fn day(&self, day: &NaiveDate) -> String {
        super::shown::day(self.v, &day.to_string())
    }

    fn month(&self, month: NaiveDate) -> String {
        self.v.month(month.year(), month.month())
    }

    /// When: as it was planned, with the zone that was chosen; or on the team's clocks.
    fn time(&self, entry: &Entry) -> String {
        match entry.item.when().filter(|_| entry.planned) {
            Some(when) => {
                let planned = Planned::of(self.v, &when);
                format!("{}, {}", planned.local, planned.zone)
            }
            None => self.zone.local(entry.at).format("%H:%M").to_string(),
        }
    }

    fn address(&self, month: NaiveDate) -> String {
        self.v.link(format!("/office/calendar?month={}", month.format("%Y-%m")))
    }

    fn earlier(&self) -> NaiveDate {
        before(self.month)
    }

    fn later(&self) -> NaiveDate {
        next(self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_asked_for_or_it_is_this_one() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day");
        for (asked, month) in [
            ("2026-12", "2026-12-01"),
            ("", "2026-11-01"),
            ("2026-13", "2026-11-01"),
            ("9999-12", "2026-11-01"),
            ("x", "2026-11-01"),
        ] {
            assert_eq!(month_of(asked, today).to_string(), month, "{asked}");
        }
    }
}
