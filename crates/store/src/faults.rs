//! Faults on purpose: what a full disk, a failing one or a lost connection does, at the statement that a test names.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::lock::lock;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk is full.
    Full,
    /// The disk fails.
    Io,
    /// Somebody else is in the way for too long.
    Busy,
    /// The connection is lost.
    Lost,
    /// A commit lasts, and its answer is lost; any other statement is not done.
    Unheard,
}

/// The faults that wait in a database; none until a test asks for one.
#[derive(Default)]
pub struct Faults {
    /// Statements that write until it strikes; 0: none waits.
    left: AtomicI64,
    fault: Mutex<Option<Fault>>,
    /// What every statement that writes fails with.
    always: Mutex<Option<Fault>>,
    /// Statements that wrote since somebody last asked.
    seen: AtomicI64,
    pages: AtomicI64,
}

impl Faults {
    /// Lets the `number`th statement from now that writes fail (1 is the next; beginning and ending a transaction
    /// count too), once.
    pub fn at(&self, number: i64, fault: Fault) {
        *lock(&self.fault) = Some(fault);
        self.left.store(number, Ordering::SeqCst);
    }

    /// Lets every statement that writes fail, until it is taken back.
    pub fn always(&self, fault: Fault) {
        *lock(&self.always) = Some(fault);
    }

    /// Takes back a fault that has not struck; answers whether one waited.
    pub fn disarm(&self) -> bool {
        *lock(&self.always) = None;
        self.left.swap(0, Ordering::SeqCst) > 0
    }

    /// Statements that wrote since this was last asked.
    pub fn seen(&self) -> i64 {
        self.seen.swap(0, Ordering::SeqCst)
    }

    /// Lets new writing connections of SQLite see a disk of so many pages (its `max_page_count`); 0: no such limit.
    pub fn limit_pages(&self, pages: i64) {
        self.pages.store(pages, Ordering::SeqCst);
    }

    pub(crate) fn pages(&self) -> Option<i64> {
        Some(self.pages.load(Ordering::SeqCst)).filter(|pages| *pages > 0)
    }

    /// Is the next statement a commit whose answer shall be lost?
    pub(crate) fn strikes_unheard(&self) -> bool {
        let waits = self.left.load(Ordering::SeqCst) == 1 && *lock(&self.fault) == Some(Fault::Unheard);
        if waits {
            self.left.store(0, Ordering::SeqCst);
            *lock(&self.fault) = None;
        }
        waits
    }

    /// Does this statement fail?
    pub(crate) fn strike(&self) -> Option<Fault> {
        self.seen.fetch_add(1, Ordering::SeqCst);
        if self.left.load(Ordering::SeqCst) <= 0 {
            return *lock(&self.always);
        }
        if self.left.fetch_sub(1, Ordering::SeqCst) == 1 { lock(&self.fault).take() } else { None }
    }
}
