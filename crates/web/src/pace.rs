//! A least speed. Slow lines are slow, but they move: who does not is not waited for.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// So many bytes in so much time of waiting for the other end. Time that we take ourselves does not count.
pub struct Pace {
    bytes: u64,
    time: Duration,
    moved: u64,
    waited: Duration,
    waits_since: Option<Instant>,
    end: Option<Pin<Box<Sleep>>>,
}

impl Pace {
    /// At least `bytes` in each `time` of waiting.
    pub fn new(bytes: u64, time: Duration) -> Pace {
        Pace { bytes, time, moved: 0, waited: Duration::ZERO, waits_since: None, end: None }
    }

    /// Something came through.
    pub fn moved(&mut self, bytes: usize) {
        if let Some(since) = self.waits_since.take() {
            self.waited += since.elapsed();
        }
        self.moved += bytes as u64;
        if self.moved >= self.bytes {
            (self.moved, self.waited) = (0, Duration::ZERO);
        }
    }

    /// Nothing comes at this moment; ready once that has taken too long.
    pub fn poll_too_slow(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.waits_since.is_none() {
            let now = Instant::now();
            self.waits_since = Some(now);
            let end = now + self.time.saturating_sub(self.waited);
            match &mut self.end {
                Some(sleep) => sleep.as_mut().reset(end),
                None => self.end = Some(Box::pin(sleep_until(end))),
            }
        }
        self.end.as_mut().map_or(Poll::Pending, |end| end.as_mut().poll(cx))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: Duration = Duration::from_secs(1);

    /// Is it too slow before this long, when so many bytes come each hundredth of a second?
    async fn is_slow(pace: &mut Pace, bytes: usize, before: Duration) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < before {
            let slow = std::future::poll_fn(|cx| pace.poll_too_slow(cx));
            tokio::select! {
                biased;
                () = slow => return true,
                () = tokio::time::sleep(TIME / 100) => pace.moved(bytes),
            }
        }
        false
    }

    #[tokio::test]
    async fn who_is_slower_than_the_least_speed_is_ended() {
        let begun = Instant::now();
        assert!(is_slow(&mut Pace::new(30_000, TIME), 0, TIME * 10).await);
        assert!(begun.elapsed() >= TIME);
        assert!(is_slow(&mut Pace::new(30_000, TIME), 10, TIME * 10).await);
        assert!(!is_slow(&mut Pace::new(30_000, TIME), 3_000, TIME * 3).await);
    }

    #[tokio::test]
    async fn what_was_quick_before_earns_no_rest() {
        let mut pace = Pace::new(30_000, TIME);
        pace.moved(50_000_000);
        assert!(is_slow(&mut pace, 1, TIME * 10).await);
    }

    #[tokio::test]
    async fn our_own_time_does_not_count() {
        let mut pace = Pace::new(30_000, TIME);
        for _ in 0..3 {
            pace.moved(10);
            tokio::time::sleep(TIME).await;
        }
        assert!(!is_slow(&mut pace, 3_000, TIME).await);
    }
}
