//! A rule that can be seen to be kept: nobody waits for anything outside of the database (files, letters, other
//! programs) while a write transaction is open, since everybody else would wait as well.
//!
//! Whatever goes outside says so with [`outside`]; who knows of transactions listens with [`listen`].

use std::sync::OnceLock;

static LISTENER: OnceLock<fn(&'static str)> = OnceLock::new();

/// Something outside is about to be waited for: `what` names it, as `files.has`.
pub fn outside(what: &'static str) {
    if let Some(listener) = LISTENER.get() {
        listener(what);
    }
}

/// Hears of all that goes outside in this process. The first one stays.
pub fn listen(listener: fn(&'static str)) {
    let _ = LISTENER.set(listener);
}
