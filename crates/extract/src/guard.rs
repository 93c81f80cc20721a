//! A panic in one part of the work takes no other part with it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::Trouble;

/// Where the last panic was, for the log. There is one thread.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Notes where a panic was. The standard hook writes a report that nobody reads, and may look for symbols in files.
pub(crate) fn note_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Ok(mut last) = LAST_PANIC.lock() {
            *last = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        }
    }));
}

/// Runs one part of the work, so that its panic does not take the other parts with it.
pub(crate) fn guarded<T>(part: impl FnOnce() -> T) -> Result<T, Trouble> {
    catch_unwind(AssertUnwindSafe(part)).map_err(|panic| Trouble::Crashed(told(&*panic)))
}

fn told(panic: &(dyn Any + Send)) -> String {
    let message = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    let place = LAST_PANIC.lock().map(|last| last.clone()).unwrap_or_default();
    format!("panic at {place}: {message}")
}
