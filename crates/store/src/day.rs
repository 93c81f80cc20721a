//! A day by some office's calendar: no instant, and without a zone.

use chrono::NaiveDate;

use crate::{FromValue, Value};

/// A day, as it is kept: `2026-11-29`. Days of one calendar are compared as texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl From<Day> for Value {
    fn from(day: Day) -> Value {
        day.0.to_string().into()
    }
}

impl FromValue for Day {
    fn from_value(value: &Value) -> Option<Day> {
        String::from_value(value)?.parse().ok().map(Day)
    }
}
