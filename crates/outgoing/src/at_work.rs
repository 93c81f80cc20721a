//! How much is asked at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{AT_ONCE, OF_ONE_HOST};

/// Requests on their way, by host.
#[derive(Clone, Default)]
pub(crate) struct AtWork(Arc<Mutex<HashMap<String, usize>>>);

/// A place among them, until it is dropped.
pub(crate) struct Place {
    all: AtWork,
    host: String,
}

impl AtWork {
    /// A place; none where there is none left.
    pub(crate) fn enter(&self, host: &str) -> Option<Place> {
        let host = host.to_ascii_lowercase();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.values().sum::<usize>() >= AT_ONCE || all.get(&host).is_some_and(|own| *own >= OF_ONE_HOST) {
            return None;
        }
        *all.entry(host.clone()).or_default() += 1;
        Some(Place { all: self.clone(), host })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut all = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = all.get_mut(&self.host) {
            *own -= 1;
            if *own == 0 {
                all.remove(&self.host);
            }
        }
    }
}
