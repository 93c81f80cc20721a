//! By when an enquiry is answered: in working days of the office that answers it.

use base::Time;
use chrono::NaiveDate;
use network::{Calendar, Network};

use crate::rules::Enquiry;
use crate::state::EnquiryState;

/// Working days within which an enquiry is answered.
pub(crate) const ANSWER_DAYS: u32 = 3;
/// The hour, by the office's own clocks, at which it is reminded.
pub(crate) const REMIND_HOUR: u32 = 8;

/// From when until when somebody has to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The day from which days are counted; it is not counted itself.
    pub from: NaiveDate,
    /// The day by whose end it is answered.
    pub due: NaiveDate,
}

/// The clock of what came now.
pub(crate) fn begins(calendar: &Calendar, now: Time, days: u32) -> Clock {
    let from = calendar.day_of(now);
    Clock { from, due: calendar.after(from, days) }
}

/// Working days that are left at this moment until the end of the due day, this one included; one at least, so that nobody who
/// answers a question late leaves the office without a day.
pub(crate) fn left(calendar: &Calendar, now: Time, due: NaiveDate) -> u32 {
    let today = calendar.day_of(now);
    let here = i64::from(calendar.off(today).is_none());
    let left = calendar.between(today, due) + here;
    u32::try_from(left).unwrap_or(0).clamp(1, ANSWER_DAYS)
}

/// How it stands with a due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// So many working days late.
    Overdue(i64),
    /// By the end of this day.
    Today,
    /// In so many working days.
    In(i64),
}

/// How it stands at this moment with what is due on this day.
pub(crate) fn standing(calendar: &Calendar, now: Time, due: NaiveDate) -> Standing {
    let today = calendar.day_of(now);
    match calendar.between(today, due) {
        _ if today == due => Standing::Today,
        days if today > due => Standing::Overdue((-days).max(1)),
        // Today is of a weekend, and the next working day is the due one.
        days => Standing::In(days),
    }
}

/// The calendar by which the days of this enquiry are counted.
pub(crate) fn calendar_of<'a>(network: &'a Network, enquiry: &Enquiry) -> &'a Calendar {
    network.calendar(&enquiry.calendar)
}

/// How it stands with an enquiry for which the office has to do something.
pub(crate) fn standing_of(network: &Network, enquiry: &Enquiry, now: Time) -> Option<Standing> {
    let due = enquiry.due_on.filter(|_| enquiry.state == EnquiryState::Received)?;
    Some(standing(calendar_of(network, enquiry), now, due.0))
}

/// Working days since it came.
pub(crate) fn age(network: &Network, enquiry: &Enquiry, now: Time) -> i64 {
    let calendar = calendar_of(network, enquiry);
    calendar.between(calendar.day_of(enquiry.received_at), calendar.day_of(now))
}

/// Working days from when something came until it was answered.
pub(crate) fn taken(calendar: &Calendar, received: Time, answered: Time) -> i64 {
    calendar.between(calendar.day_of(received), calendar.day_of(answered)).max(0)
}

/// The middle one of these.
pub(crate) fn median(mut days: Vec<i64>) -> Option<f64> {
    days.sort_unstable();
    let middle = days.len() / 2;
    match days.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(days[middle] as f64),
        _ => Some((days[middle - 1] + days[middle]) as f64 / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network() -> Network {
        Network::embedded().unwrap()
    }

    fn at(text: &str) -> Time {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_comes_before_christmas_is_due_after_it() {
        let network = network();
        let calendar = network.calendar("central");
        // A Wednesday, late at night in London.
        let clock = begins(calendar, at("2026-12-23T23:30:00Z"), ANSWER_DAYS);
        assert_eq!((clock.from, clock.due), (day("2026-12-23"), day("2026-12-30")));
        // In summer the same hour is the next day there.
        assert_eq!(begins(calendar, at("2026-07-01T23:30:00Z"), 1).from, day("2026-07-02"));
    }

    #[test]
    fn a_clock_that_stood_goes_on_with_what_was_left() {
        let network = network();
        let calendar = network.calendar("central");
        let due = day("2026-12-03");
        // Tuesday to Thursday: today counts, it is not over.
        assert_eq!(left(calendar, at("2026-12-01T09:00:00Z"), due), 3);
        assert_eq!(left(calendar, at("2026-12-03T09:00:00Z"), due), 1);
        assert_eq!(left(calendar, at("2026-12-07T09:00:00Z"), due), 1, "late, one day is left all the same");
        assert_eq!(left(calendar, at("2026-11-02T09:00:00Z"), due), ANSWER_DAYS, "never more than there were");
    }

    #[test]
    fn late_is_counted_in_working_days() {
        let network = network();
        let calendar = network.calendar("central");
        let standing = |now: &str| standing(calendar, at(now), day("2026-12-03"));
        assert_eq!(standing("2026-12-01T09:00:00Z"), Standing::In(2));
        assert_eq!(standing("2026-12-03T23:59:00Z"), Standing::Today);
        assert_eq!(standing("2026-12-04T00:01:00Z"), Standing::Overdue(1));
        assert_eq!(standing("2026-12-06T09:00:00Z"), Standing::Overdue(1), "a Sunday adds nothing");
        assert_eq!(standing("2026-12-08T09:00:00Z"), Standing::Overdue(3));
    }

    #[test]
    fn the_middle_of_some_days() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![5, 1, 2]), Some(2.0));
        assert_eq!(median(vec![4, 1, 2, 3]), Some(2.5));
    }
}
