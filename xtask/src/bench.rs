//! `cargo xtask bench`.

use crate::install;
use crate::run::{cargo, passes, say};

/// Builds the program as it is shipped, and measures it beside its peers.
pub(crate) fn bench(rest: &[&str]) -> Result<bool, String> {
    install::for_benches()?;
    say("the program");
    // On its own, so that it has no more in it than people's. The bench finds it beside itself.
    if !passes(cargo().args(["build", "--release", "-p", "app"]))? {
        return Err("the program cannot be built".to_owned());
    }
    say("measuring");
    let mut measuring = cargo();
    measuring.args(["run", "--release", "-p", "bench", "--"]).args(rest);
    // A program that was named for tests is not the one that was built here.
    measuring.env_remove("TEST_PROGRAM");
    passes(&mut measuring)
}
