//! When something is to be published: a local time and its zone as somebody chose them, and the instant that they are.

use base::{FieldError, PersonId, Time};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use input::{Fields, Reader};
use serde::{Deserialize, Serialize};
use store::{Payload, Queue};
use zones::{Hour, Zone};

/// How far ahead may be planned.
const AHEAD: TimeDelta = TimeDelta::days(2 * 365);
/// A local time as it is kept.
const KEPT: &str = "%Y-%m-%dT%H:%M";

/// A time of day as people write it: `09:00`, `9h`, `9h00`, `9.00`.
fn time_of_day(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().to_lowercase().replace(['h', '.'], ":");
    let typed = typed.trim_end_matches(':');
    let (hours, minutes) = typed.split_once(':').unwrap_or((typed, "0"));
    let number = |text: &str| (text.len() <= 2).then(|| text.parse().ok()).flatten();
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
}

/// A time that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The instant.
    pub at: Time,
    /// What somebody chose.
    pub local: NaiveDateTime,
    /// Whose clocks.
    pub zone: Zone,
}

impl When {
    /// From a form: a day, a time and a zone that are still to come.
    ///
    /// # Errors
    /// One for each field that cannot be used.
    pub fn read(fields: &Fields, now: Time) -> Result<When, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let day = NaiveDate::parse_from_str(&fields.number("day"), "%Y-%m-%d").ok();
        // Four figures, so that there is an instant at all.
        let day = day.filter(|day| (1000..=9999).contains(&day.year()));
        let time = time_of_day(&fields.number("time"));
        let zone = reader.one_of("zone", "schedule-zone", Zone::parse);
        reader.check(day.is_some(), || FieldError::new("day", "error-day"));
        reader.check(time.is_some(), || FieldError::new("time", "error-time"));
        let when = day.zip(time).zip(zone).map(|((day, time), zone)| When::of(day.and_time(time), zone));
        if let Some(when) = &when {
            reader.check(when.at > now, || FieldError::new("time", "error-schedule-past"));
            reader.check(when.at <= now + AHEAD, || FieldError::new("day", "error-schedule-far"));
        }
        // Without it one of the checks has said so.
        let when = when.unwrap_or_else(|| When::of(NaiveDateTime::default(), Zone::UTC));
        reader.end(when)
    }

    /// This local time.
    pub fn of(local: NaiveDateTime, zone: Zone) -> When {
        When { at: zone.resolve(local).at, local, zone }
    }

    /// As it was kept; none where nothing is planned.
    pub fn kept(at: Option<Time>, local: &str, zone: &str) -> Option<When> {
        Some(When { at: at?, local: NaiveDateTime::parse_from_str(local, KEPT).ok()?, zone: Zone::parse(zone)? })
    }

    /// As figures, which every language reads: `2026-12-01 09:00 Africa/Niamey`.
    pub fn in_short(&self) -> String {
        format!("{} {}", self.local.format("%Y-%m-%d %H:%M"), self.zone.name())
    }

    /// The local time as it is kept.
    pub fn local_kept(&self) -> String {
        self.local.format(KEPT).to_string()
    }

    /// What clocks there show at that instant, where that is another time than was chosen: its hour does not exist, or the
    /// country's law has changed since.
    pub fn shown_instead(&self) -> Option<NaiveDateTime> {
        let shown = self.zone.local(self.at);
        (shown != self.local).then_some(shown)
    }

    /// It comes twice, and the first is meant.
    pub fn comes_twice(&self) -> bool {
        self.zone.resolve(self.local).hour == Hour::Twice
    }
}

/// Publishes what was planned for a time, when it has come.
#[derive(Serialize, Deserialize)]
pub struct PublishPlanned {
    /// What.
    pub item: i64,
    /// Which plan: what was called off, put off or planned anew meanwhile is left alone.
    pub plan: i64,
    /// Who planned it: where the network asks for a second person, their own translations wait.
    pub by: Option<PersonId>,
    /// The translations that they saw, by their language, with the revision of each that was ready: of others nobody has read, they wait. Unknown
    /// where the hub asked for it itself.
    #[serde(default)]
    pub seen: Option<Vec<(String, i64)>>,
}

impl Payload for PublishPlanned {
    const KIND: &'static str = "editorial.publish-planned";
    const QUEUE: Queue = Queue::Work;

    /// Somebody waits for it, to the minute.
    fn priority(&self) -> i64 {
        -1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn read(day: &str, time: &str, zone: &str) -> Result<When, Vec<&'static str>> {
        let now = chrono::Utc.with_ymd_and_hms(2026, 11, 28, 12, 0, 0).single().expect("an instant");
        let fields = Fields::default().with("day", day).with("time", time).with("zone", zone);
        When::read(&fields, now).map_err(|errors| errors.iter().map(|error| error.message).collect())
    }

    #[test]
    fn a_time_to_come_with_its_zone_is_an_instant() {
        let when = read("2027-03-28", "٠٩:٣٠", "Europe/Oslo").expect("a time");
        assert_eq!(when.at.to_rfc3339(), "2027-03-28T07:30:00+00:00");
        assert_eq!(
            (when.local_kept().as_str(), when.shown_instead(), when.comes_twice()),
            ("2027-03-28T09:30", None, false)
        );
        assert_eq!(When::kept(Some(when.at), &when.local_kept(), when.zone.name()), Some(when));
    }

    #[test]
    fn a_schedule_in_the_hour_that_does_not_exist_is_told() {
        let when = read("2027-03-28", "02:30", "Europe/Oslo").expect("a time");
        assert_eq!(when.at.to_rfc3339(), "2027-03-28T01:30:00+00:00");
        assert_eq!(when.shown_instead().map(|shown| shown.to_string()), Some("2027-03-28 03:30:00".into()));
        assert!(read("2027-10-31", "02:30", "Europe/Oslo").expect("a time").comes_twice());
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for typed in ["9", "9h", "09h00", "9.00", "09:00", "٩:٠٠"] {
            let when = read("2027-03-01", typed, "UTC").expect(typed);
            assert_eq!(when.local_kept(), "2027-03-01T09:00", "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_to_come_is_refused() {
        assert_eq!(read("", "", "Mars"), Err(vec!["error-choose", "error-day", "error-time"]));
        assert_eq!(read("2026-11-28", "11:59", "UTC"), Err(vec!["error-schedule-past"]));
        assert_eq!(read("2026-11-28", "13:30", "Asia/Beirut"), Err(vec!["error-schedule-past"]));
        assert_eq!(read("2030-01-01", "10:00", "UTC"), Err(vec!["error-schedule-far"]));
        for (day, time) in
            [("99999-01-01", "10:00"), ("2027-02-30", "10:00"), ("2027-02-20", "25:00"), ("2027-02-20", "noon")]
        {
            assert!(read(day, time, "UTC").is_err(), "{day} {time}");
        }
    }
}
