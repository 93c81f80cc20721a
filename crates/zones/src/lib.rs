//! Local times and the instants that they are. The table of zones (IANA) is in the program: what a local time means does not
//! depend on the machine, nor on which node reads it. Whoever keeps a local time keeps the instant beside it: that is what counts,
//! also when a country changes its law.

use base::Time;
use chrono::{LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

/// A zone of the table, as `Europe/Oslo`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// Parts of the world whose zones people choose among; other names of the table are older ones for the same.
const AREAS: [&str; 9] =
    ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/", "Antarctica/"];
/// Hours that are looked back for the time before a gap: no clock was ever put forward by more than a day.
const GAP_HOURS: i64 = 26;

impl Zone {
    /// The time that all others are told from.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// From its name.
    pub fn parse(name: &str) -> Option<Zone> {
        name.parse().ok().map(Zone)
    }

    /// Its name, which is the same in all languages.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The zones that people choose among: UTC, then by name.
    pub fn offered() -> impl Iterator<Item = Zone> {
        let named = |zone: &&Tz| AREAS.iter().any(|area| zone.name().starts_with(area));
        std::iter::once(Zone::UTC).chain(TZ_VARIANTS.iter().filter(named).map(|zone| Zone(*zone)))
    }

    /// What clocks there show at this instant.
    pub fn local(self, at: Time) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// The instant of a local time. Where clocks are put forward some times do not exist: they are as much later as clocks are
    /// put forward, as if somebody had not put theirs. Where clocks are put back some times come twice: the first is meant.
    pub fn resolve(self, local: NaiveDateTime) -> Resolved {
        let resolved = |at: Time, hour| Resolved { at, local: self.local(at), hour };
        match self.0.from_local_datetime(&local) {
            LocalResult::Single(at) => resolved(at.to_utc(), Hour::Once),
            LocalResult::Ambiguous(first, _) => resolved(first.to_utc(), Hour::Twice),
            LocalResult::None => {
                let at = local.and_utc() - self.offset_before(local);
                resolved(at, Hour::Missing)
            }
        }
    }

    /// How far clocks were ahead of UTC before the gap in which this local time is.
    fn offset_before(self, local: NaiveDateTime) -> TimeDelta {
        let back = (1..=GAP_HOURS).filter_map(|hours| {
            let before = self.0.from_local_datetime(&(local - TimeDelta::hours(hours))).latest()?;
            Some(TimeDelta::seconds(before.offset().fix().local_minus_utc().into()))
        });
        back.into_iter().next().unwrap_or_default()
    }
}

/// How often a local time comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hour {
    /// As most do.
    Once,
    /// Never: clocks are put forward over it.
    Missing,
    /// Twice: clocks are put back over it.
    Twice,
}

/// What a local time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The instant.
    pub at: Time,
    /// What clocks show then: another time than was asked for where that one does not exist.
    pub local: NaiveDateTime,
    /// Whether that needs to be said.
    pub hour: Hour,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn resolve(zone: &str, local: &str) -> (String, String, Hour) {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time");
        let resolved = Zone::parse(zone).expect("a zone").resolve(local);
        (resolved.at.format("%d %H:%M").to_string(), resolved.local.format("%d %H:%M").to_string(), resolved.hour)
    }

    #[test]
    fn a_schedule_in_the_hour_that_does_not_exist_is_an_hour_later() {
        assert_eq!(resolve("Europe/Oslo", "2027-03-28 02:30"), ("28 01:30".into(), "28 03:30".into(), Hour::Missing));
        assert_eq!(
            resolve("America/New_York", "2027-03-14 02:00"),
            ("14 07:00".into(), "14 03:00".into(), Hour::Missing)
        );
        // Half an hour, and before midnight of another day.
        assert_eq!(
            resolve("Australia/Lord_Howe", "2026-10-04 02:15"),
            ("03 15:45".into(), "04 02:45".into(), Hour::Missing)
        );
        // Samoa had no 30 December in 2011.
        assert_eq!(resolve("Pacific/Apia", "2011-12-30 12:00"), ("30 22:00".into(), "31 12:00".into(), Hour::Missing));
    }

    #[test]
    fn of_an_hour_that_comes_twice_the_first_is_meant() {
        assert_eq!(resolve("Europe/Oslo", "2026-10-25 02:30"), ("25 00:30".into(), "25 02:30".into(), Hour::Twice));
        assert_eq!(resolve("Europe/Oslo", "2026-10-25 03:00"), ("25 02:00".into(), "25 03:00".into(), Hour::Once));
    }

    #[test]
    fn members_zones_are_offered_and_each_can_be_read_again() {
        let names: Vec<&str> = Zone::offered().map(Zone::name).collect();
        assert_eq!(names[0], "UTC");
        for name in ["Africa/Ndjamena", "Europe/Oslo", "Asia/Beirut", "America/Denver", "Asia/Kathmandu"] {
            assert!(names.contains(&name), "{name}");
        }
        assert!(names.iter().all(|name| Zone::parse(name).is_some_and(|zone| zone.name() == *name)));
        assert_eq!(Zone::parse("Mars/Olympus"), None);
    }

    proptest! {
        #[test]
        fn what_clocks_show_then_is_that_instant(seconds in 0i64..4_000_000_000, place in 0usize..400) {
            let at = chrono::DateTime::from_timestamp(seconds, 0).expect("an instant");
            let zone = Zone::offered().nth(place).expect("a zone");
            let again = zone.resolve(zone.local(at));
            prop_assert_eq!(again.local, zone.local(at));
            // Of an hour that comes twice the earlier one; all others are themselves.
            prop_assert!(again.at == at || (again.hour == Hour::Twice && again.at < at));
        }
    }
}
