//! Processor time: what this process has taken so far, and what its children had that have ended.

use std::time::Duration;

use crate::Result;

/// What one tick of the kernel's books is: a hundredth of a second, on every Linux that programs see.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of user and system together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Processor {
    /// Of this process.
    pub own: Duration,
    /// Of its children, and of those that they have waited for.
    pub children: Duration,
}

impl Processor {
    /// Until now. A child that ends between two looks must be waited for, or what it took is missing.
    pub fn now() -> Result<Processor> {
        let mut all = Processor::of(&std::fs::read_to_string("/proc/self/stat")?).ok_or("/proc/self/stat")?.1;
        for process in std::fs::read_dir("/proc")?.flatten() {
            // What has ended meanwhile has no such file any more.
            let Ok(stat) = std::fs::read_to_string(process.path().join("stat")) else { continue };
            if let Some((parent, living)) = Processor::of(&stat)
                && parent == std::process::id()
            {
                all.children += living.all();
            }
        }
        Ok(all)
    }

    /// What was taken since this.
    pub fn since(&self) -> Result<Processor> {
        let now = Processor::now()?;
        Ok(Processor { own: now.own.saturating_sub(self.own), children: now.children.saturating_sub(self.children) })
    }

    /// Of both.
    pub fn all(&self) -> Duration {
        self.own + self.children
    }

    /// A process's parent and times: the fields 4 and 14 to 17, counted behind the name, which may hold spaces and
    /// brackets.
    fn of(stat: &str) -> Option<(u32, Processor)> {
        let behind: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        let parent = behind.get(1)?.parse().ok()?;
        let ticks: Vec<u32> =
            behind.get(11..15)?.iter().map(|ticks| ticks.parse()).collect::<std::result::Result<_, _>>().ok()?;
        let [user, system, children_user, children_system] = ticks.try_into().ok()?;
        Some((parent, Processor { own: TICK * (user + system), children: TICK * (children_user + children_system) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_counted_behind_the_name() {
        let stat = "7 (a (b) c) S 1 7 7 0 -1 4194560 100 2 3 4 10 20 300 400 20 0 9 0 5";
        let expected = Processor { own: TICK * 30, children: TICK * 700 };
        assert_eq!(Processor::of(stat), Some((1, expected)));
        assert!(Processor::now().is_ok());
    }
}
