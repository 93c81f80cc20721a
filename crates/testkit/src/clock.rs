//! A clock that stands still until it is told to jump.

use std::sync::atomic::{AtomicI64, Ordering};

use base::{Clock, Time};
use chrono::{TimeDelta, TimeZone, Utc};

/// The moment at which every test begins: a Saturday in November 2026.
pub const START: i64 = 1_795_255_200_000;

/// Stands at [`START`], but for a millisecond at each look, so that no two things happen at once.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// So many milliseconds after [`START`].
    pub fn after_start(millis: i64) -> TestClock {
        TestClock(AtomicI64::new(START + millis))
    }

    /// Jumps ahead.
    pub fn jump(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Time {
        let millis = self.0.fetch_add(1, Ordering::SeqCst);
        Utc.timestamp_millis_opt(millis).single().expect("a time within the calendar")
    }
}
