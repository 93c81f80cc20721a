//! Locks of this process.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a lock holds, also where somebody panicked with it: nothing here is left half changed.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
