//! Time is handed in, so that tests can stand still or jump.

use chrono::{SubsecRound, Utc};

use crate::Time;

/// Where the hub asks what time it is.
pub trait Clock: Send + Sync + 'static {
    /// Now, truncated to microseconds.
    fn now(&self) -> Time;
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that may ask the machine
    fn now(&self) -> Time {
        Utc::now().trunc_subsecs(6)
    }
}
