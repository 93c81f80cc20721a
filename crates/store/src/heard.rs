//! Texts of the statements that hubs of tests ran, so that each can be held against the other engine too: what runs on
//! one only is found by the test that runs it first, on whichever engine.

use std::collections::HashSet;
use std::sync::{Mutex, OnceLock};

use base::{Fail, Result};

use crate::lock::lock;

/// Different texts that are remembered. A program has a few hundred; more are put together with values in their text.
const MOST: usize = 3_000;

#[derive(Default)]
struct Heard {
    all: HashSet<String>,
    new: Vec<String>,
}

fn heard() -> &'static Mutex<Heard> {
    static HEARD: OnceLock<Mutex<Heard>> = OnceLock::new();
    HEARD.get_or_init(Mutex::default)
}

/// Remembers a text, once.
pub(crate) fn hear(text: &str) {
    let mut heard = lock(heard());
    if heard.all.len() <= MOST && !heard.all.contains(text) {
        heard.all.insert(text.to_owned());
        heard.new.push(text.to_owned());
    }
}

/// Texts that were run since this was last asked, of databases that are listened to ([`crate::Db::hear_statements`]).
///
/// # Errors
/// When there are so many that some were not remembered.
pub fn statements_heard() -> Result<Vec<String>> {
    let mut heard = lock(heard());
    if heard.all.len() > MOST {
        return Err(Fail::internal(format!("more than {MOST} different statements: some hold values in their text")));
    }
    Ok(std::mem::take(&mut heard.new))
}
