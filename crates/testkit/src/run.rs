//! Running one test, with an end.

use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use web::Feature;

use crate::statements::both_engines_understand_what_ran;

/// How long a test may take before it is called hanging: many times what the slowest one needs on a busy machine.
const LIMIT: Duration = Duration::from_secs(300);
/// How much longer, where it does not even notice.
const GRACE: Duration = Duration::from_secs(15);

static FEATURES: OnceLock<fn() -> Vec<Feature>> = OnceLock::new();

/// The features of the hubs of these tests.
///
/// # Panics
/// Outside of [`run`].
pub fn features() -> Vec<Feature> {
    FEATURES.get().expect("`testkit::run` says which features there are")()
}

/// Runs one test to its end, with hubs that have these features. What their statements say is then held against both
/// engines.
///
/// # Panics
/// When it fails, or does not come to an end. One that blocks its own thread ends the whole run, with its name: it
/// would hang for ever.
pub fn run(features: fn() -> Vec<Feature>, test: impl Future<Output = ()>) {
    let _ = FEATURES.set(features);
    let (over, ended) = channel::<()>();
    let name = std::thread::current().name().unwrap_or("a test").to_owned();
    std::thread::spawn(move || {
        if ended.recv_timeout(LIMIT + GRACE) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{name} blocks its thread and does not end");
            std::process::abort();
        }
    });
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let whole = async {
        test.await;
        both_engines_understand_what_ran().await;
    };
    let in_time = runtime.block_on(async { tokio::time::timeout(LIMIT, whole).await });
    // Whatever still runs belongs to a hub whose test is over.
    runtime.shutdown_background();
    drop(over);
    in_time.unwrap_or_else(|_| panic!("it does not come to an end within {} seconds", LIMIT.as_secs()));
}
