//! Working days: whose weekend and whose holidays count, as the network's files `calendars.csv` and `holidays.csv` say.
//!
//! A calendar is looked at by day in its own zone. Where a file names a holiday that falls on a weekend nothing changes.

use std::collections::{BTreeMap, HashSet};

use base::{Lang, Result, Time};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use zones::Zone;

use crate::labels::{self, Labels};
use crate::wrong;

/// Days that are looked at, at most, for one working day after another: two years. A calendar that has none in so long is
/// refused when it is read.
const LOOKED_AT: u64 = 2 * 366;

/// A row of `calendars.csv`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CalendarRow {
    calendar: String,
    #[serde(rename = "name.*", deserialize_with = "labels::needed")]
    names: Labels,
    zone: String,
    /// Days of the week with blanks between, as `sat sun`.
    weekend: String,
    /// Slugs of regions whose office goes by it, with blanks between.
    #[serde(default)]
    regions: String,
}

/// A row of `holidays.csv`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct HolidayRow {
    calendar: String,
    date: NaiveDate,
    #[serde(rename = "name.*", deserialize_with = "labels::needed")]
    names: Labels,
}

/// Whose working days count.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Its stable name.
    pub code: String,
    names: Labels,
    zone: Zone,
    weekend: Vec<Weekday>,
    regions: Vec<String>,
    holidays: BTreeMap<NaiveDate, Labels>,
}

/// Why nobody works on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayOff<'a> {
    /// It is of the weekend.
    Weekend,
    /// It is a holiday.
    Holiday(&'a Labels),
}

impl Calendar {
    /// What it is called.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(lang)
    }

    /// The zone by whose clocks its days begin.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The days of its weekend, from Monday on.
    pub fn weekend(&self) -> &[Weekday] {
        &self.weekend
    }

    /// Its holidays from this day on, in their order.
    pub fn holidays_from(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, &Labels)> {
        self.holidays.range(day..).map(|(day, names)| (*day, names))
    }

    /// Is a holiday of this year known? Of a year without one nobody has said which there are.
    pub fn knows(&self, year: i32) -> bool {
        self.holidays.keys().any(|day| day.year() == year)
    }

    /// The day that it is there.
    pub fn day_of(&self, at: Time) -> NaiveDate {
        self.zone.local(at).date()
    }

    /// The instant at which a day is over there.
    pub fn end_of(&self, day: NaiveDate) -> Time {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
        self.zone.resolve(next.and_time(NaiveTime::MIN)).at
    }

    /// The instant of this hour of a day there.
    pub fn hour_of(&self, day: NaiveDate, hour: u32) -> Time {
        self.zone.resolve(day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN))).at
    }

    /// Why nobody works on this day; none where it is a working day.
    pub fn off(&self, day: NaiveDate) -> Option<DayOff<'_>> {
        match self.holidays.get(&day) {
            _ if self.weekend.contains(&day.weekday()) => Some(DayOff::Weekend),
            Some(names) => Some(DayOff::Holiday(names)),
            None => None,
        }
    }

    /// The working day that comes so many working days after this day, which is not counted itself; the day itself for none.
    pub fn after(&self, day: NaiveDate, working_days: u32) -> NaiveDate {
        let mut now = day;
        for _ in 0..working_days {
            now = self.next(now);
        }
        now
    }

    /// The first working day after this day.
    fn next(&self, day: NaiveDate) -> NaiveDate {
        let later = (1..=LOOKED_AT).filter_map(|days| day.checked_add_days(Days::new(days)));
        later.into_iter().find(|day| self.off(*day).is_none()).unwrap_or(day)
    }

    /// How many working days come after `from` until `to`, that one included; less than nothing where `to` is earlier.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let days = (to - from).num_days();
        let (weeks, rest) = (days / 7, days % 7);
        let in_weeks = weeks * (7 - self.weekend.len() as i64);
        let last = from.checked_add_days(Days::new((weeks * 7) as u64)).unwrap_or(to);
        let works = |day: &NaiveDate| !self.weekend.contains(&day.weekday());
        let in_rest = (1..=rest as u64).filter_map(|day| last.checked_add_days(Days::new(day))).filter(works).count();
        let after = from.checked_add_days(Days::new(1)).unwrap_or(from);
        let holidays = if after <= to {
            self.holidays.range(after..=to).map(|(day, _)| day).filter(|day| works(day)).count()
        } else {
            0
        };
        in_weeks + in_rest as i64 - holidays as i64
    }

    /// The days after `from` until `to` on which nobody works, that one included; the first fifty.
    pub fn days_off(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, DayOff<'_>)> {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to).take(LOOKED_AT as usize);
        days.filter_map(|day| Some((day, self.off(day)?))).take(50).collect()
    }
}

/// The calendars of these rows.
pub(crate) fn read(
    rows: Vec<CalendarRow>,
    holidays: Vec<HolidayRow>,
    is_region: impl Fn(&str) -> bool,
) -> Result<Vec<Calendar>> {
    let wrong = |what: String| Err(wrong("calendars.csv", what));
    let mut calendars: Vec<Calendar> = Vec::new();
    let mut taken = HashSet::new();
    for row in rows {
        let code = row.calendar;
        let regions: Vec<String> = row.regions.split_whitespace().map(str::to_owned).collect();
        let Some(zone) = Zone::parse(&row.zone) else {
            return wrong(format!("{code}: {} is no zone, as Europe/Oslo is", row.zone));
        };
        let Some(weekend) = weekend(&row.weekend) else {
            return wrong(format!("{code}: the weekend {:?} is not one to six days, as sat sun", row.weekend));
        };
        if code.is_empty() || calendars.iter().any(|own| own.code == code) {
            return wrong(format!("{code:?}: a calendar has a name of its own"));
        }
        if let Some(other) = regions.iter().find(|slug| !is_region(slug) || !taken.insert((*slug).clone())) {
            return wrong(format!("{code}: {other} is no region of regions.csv, or has a calendar already"));
        }
        calendars.push(Calendar { code, names: row.names, zone, weekend, regions, holidays: BTreeMap::new() });
    }
    if calendars.is_empty() {
        return wrong("it names no calendar".to_owned());
    }
    for HolidayRow { calendar, date, names } in holidays {
        match calendars.iter_mut().find(|own| own.code == calendar) {
            Some(own) => own.holidays.insert(date, names),
            None => {
                return Err(crate::wrong(
                    "holidays.csv",
                    format!("{date}: {calendar:?} is no calendar of calendars.csv"),
                ));
            }
        };
    }
    Ok(calendars)
}

/// The calendar by which the office of this region goes: its own, or the first.
pub(crate) fn of_region<'a>(calendars: &'a [Calendar], region: &str) -> &'a Calendar {
    let own = calendars.iter().find(|calendar| calendar.regions.iter().any(|slug| slug == region));
    own.unwrap_or(&calendars[0])
}

fn weekend(text: &str) -> Option<Vec<Weekday>> {
    let mut days: Vec<Weekday> = text.split_whitespace().map(|day| day.parse().ok()).collect::<Option<_>>()?;
    days.sort_by_key(|day| day.num_days_from_monday());
    days.dedup();
    (1..7).contains(&days.len()).then_some(days)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar(weekend: &str, holidays: &[&str]) -> Calendar {
        let names: Labels = toml::from_str("en = \"Day\"").unwrap();
        let row = CalendarRow {
            calendar: "own".into(),
            names: names.clone(),
            zone: "Asia/Amman".into(),
            weekend: weekend.into(),
            regions: "here".into(),
        };
        let of = |date: &&str| HolidayRow { calendar: "own".into(), date: day(date), names: names.clone() };
        read(vec![row], holidays.iter().map(of).collect(), |slug| slug == "here").unwrap().remove(0)
    }

    #[test]
    fn three_working_days_pass_over_the_office_s_own_weekend() {
        // 2026-11-26 is a Thursday.
        let there = calendar("fri sat", &["2026-11-30"]);
        assert_eq!(there.after(day("2026-11-26"), 1), day("2026-11-29"));
        assert_eq!(there.after(day("2026-11-26"), 3), day("2026-12-02"), "Monday is a holiday");
        let here = calendar("sat sun", &[]);
        assert_eq!(here.after(day("2026-11-26"), 3), day("2026-12-01"));
        assert_eq!(here.after(day("2026-11-28"), 1), day("2026-11-30"), "asked on a Saturday");
        assert_eq!(here.after(day("2026-11-28"), 0), day("2026-11-28"));
    }

    #[test]
    fn a_day_is_over_by_the_office_s_own_clock() {
        let there = calendar("fri sat", &[]);
        // Amman is three hours ahead.
        assert_eq!(there.end_of(day("2026-11-29")).to_rfc3339(), "2026-11-29T21:00:00+00:00");
        assert_eq!(there.day_of("2026-11-29T21:30:00Z".parse().unwrap()), day("2026-11-30"));
    }

    #[test]
    fn days_off_say_why() {
        let there = calendar("fri sat", &["2026-11-30", "2026-12-04"]);
        let off = there.days_off(day("2026-11-26"), day("2026-12-04"));
        let days: Vec<String> = off.iter().map(|(day, _)| day.to_string()).collect();
        assert_eq!(days, ["2026-11-27", "2026-11-28", "2026-11-30", "2026-12-04"]);
        assert!(
            matches!(off[2].1, DayOff::Holiday(_)) && off[3].1 == DayOff::Weekend,
            "a holiday on a weekend is no more"
        );
        assert!(there.knows(2026) && !there.knows(2027));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let names: Labels = toml::from_str("en = \"Day\"").unwrap();
        let row = |calendar: &str, zone: &str, weekend: &str, regions: &str| CalendarRow {
            calendar: calendar.into(),
            names: names.clone(),
            zone: zone.into(),
            weekend: weekend.into(),
            regions: regions.into(),
        };
        let told =
            |rows: Vec<CalendarRow>, holidays| read(rows, holidays, |slug| slug == "here").unwrap_err().to_string();
        assert!(told(vec![], vec![]).contains("names no calendar"));
        assert!(told(vec![row("a", "Mars", "sat", "")], vec![]).contains("Mars"));
        for weekend in ["", "someday", "mon tue wed thu fri sat sun"] {
            assert!(told(vec![row("a", "UTC", weekend, "")], vec![]).contains("weekend"), "{weekend}");
        }
        assert!(told(vec![row("a", "UTC", "sat", "there")], vec![]).contains("there"));
        let twice = vec![row("a", "UTC", "sat", "here"), row("b", "UTC", "sat", "here")];
        assert!(told(twice, vec![]).contains("has a calendar already"));
        assert!(told(vec![row("a", "UTC", "sat", ""), row("a", "UTC", "sat", "")], vec![]).contains("of its own"));
        let lost = HolidayRow { calendar: "b".into(), date: day("2026-01-01"), names: names.clone() };
        assert!(told(vec![row("a", "UTC", "sat", "")], vec![lost]).contains("holidays.csv"));
    }

    proptest! {
        #[test]
        fn what_is_counted_is_what_is_added(from in 0_u64..3_000, count in 0_u32..60, holidays in proptest::collection::vec(0_u64..3_100, 0..40), fridays: bool) {
            let first = day("2024-01-01");
            let at = |days| first.checked_add_days(Days::new(days)).unwrap();
            let holidays: Vec<String> = holidays.into_iter().map(|days| at(days).to_string()).collect();
            let holidays: Vec<&str> = holidays.iter().map(String::as_str).collect();
            let own = calendar(if fridays { "fri sat" } else { "sun" }, &holidays);
            let from = at(from);
            let to = own.after(from, count);
            prop_assert_eq!(own.between(from, to), i64::from(count));
            prop_assert_eq!(own.between(to, from), -i64::from(count));
            prop_assert!(count == 0 || own.off(to).is_none());
            // The same by looking at each day.
            let looked_at = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| own.off(*day).is_none()).count();
            prop_assert_eq!(looked_at as u32, count);
        }
    }
}
