//! The steps of a task, with the time that each took.

use std::time::{Duration, Instant};

use crate::run::say;

/// What was done so far, and how long it took.
#[derive(Default)]
pub(crate) struct Steps {
    taken: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Does the next one.
    pub(crate) fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        say(name);
        let begun = Instant::now();
        let outcome = work();
        self.taken.push((name, begun.elapsed()));
        outcome
    }

    /// Says how long each took, and all together.
    pub(crate) fn say(&self) {
        println!();
        for (name, time) in &self.taken {
            println!("{:>6} s  {name}", time.as_secs());
        }
        println!("{:>6} s  together", self.taken.iter().map(|(_, time)| time.as_secs()).sum::<u64>());
    }
}
