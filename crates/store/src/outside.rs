//! Sees to it that nothing outside is waited for in a write transaction.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::thread::ThreadId;

use crate::lock::lock;

/// Who works: a task of the runtime, or a thread that runs its own future.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Who {
    Task(tokio::task::Id),
    Thread(ThreadId),
}

impl Who {
    fn me() -> Who {
        tokio::task::try_id().map_or_else(|| Who::Thread(std::thread::current().id()), Who::Task)
    }
}

/// Transactions that each has open.
static OPEN: LazyLock<Mutex<HashMap<Who, usize>>> = LazyLock::new(Mutex::default);

/// An open transaction of whoever made it.
pub(crate) struct Inside(Who);

impl Inside {
    pub(crate) fn enter() -> Inside {
        let who = Who::me();
        *lock(&OPEN).entry(who).or_default() += 1;
        Inside(who)
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        let mut open = lock(&OPEN);
        if let Some(count) = open.get_mut(&self.0) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.0);
            }
        }
    }
}

/// Hears of everything that goes outside.
pub(crate) fn watch() {
    base::outside::listen(refuse);
}

/// A mistake of ours: found by every test that comes along, and in the log of a hub that serves.
fn refuse(what: &'static str) {
    if lock(&OPEN).contains_key(&Who::me()) {
        tracing::error!(what, "something outside is waited for in a write transaction");
        debug_assert!(false, "{what} is waited for in a write transaction");
    }
}
