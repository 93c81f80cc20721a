//! `cargo xtask test`.

use std::time::Instant;

use crate::counts::Counts;
use crate::run::{cargo, command, passes, root, say, watched};
use crate::servers::Servers;
use crate::{install, locks};

/// All at once, with the same features of every dependency.
const BUILD: [&str; 3] = ["build", "--workspace", "--all-targets"];

/// Runs everything; without `browser` all but the browser. The last line counts the tests.
pub(crate) fn test(browser: bool) -> Result<bool, String> {
    let begun = Instant::now();
    let mut counts = Counts::default();
    let outcome = steps(browser, &mut counts);
    if let Err(reason) = &outcome {
        println!("\n{reason}");
        counts.failed += 1;
    }
    println!("\nin {} minutes", begun.elapsed().as_secs().div_ceil(60));
    println!("test: {} passed, {} failed", counts.passed, counts.failed);
    Ok(counts.failed == 0)
}

fn steps(browser: bool, counts: &mut Counts) -> Result<(), String> {
    install::for_tests()?;
    let python = install::python()?;
    if browser {
        install::for_browser()?;
    }

    say("format");
    counts.step(passes(cargo().args(["fmt", "--all", "--check"]))?);

    say("lock files");
    let faults = locks::faults()?;
    faults.iter().for_each(|fault| println!("{fault}"));
    counts.step(faults.is_empty());

    // As `cargo clippy -- -D warnings` does it, but building: on its own it would only check every
    // dependency, which then are all built once more below.
    say("clippy");
    let deny = "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__";
    counts.step(passes(cargo().args(BUILD).env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", deny))?);

    // All at once: the program alone would be built with other features, and its dependencies twice.
    say("the program and its tests");
    if !passes(cargo().args(BUILD))? {
        return Err("the program or its tests cannot be built".to_owned());
    }

    let servers = Servers::start(&python)?;
    say("unit, property and integration tests, on both engines");
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--no-fail-fast"]).envs(servers.environment.iter().cloned());
    let before = *counts;
    let passed = watched(&mut tests, |line| counts.cargo(line))?;
    if !passed && counts.failed == before.failed {
        counts.failed += 1; // something could not even be built
    }
    drop(servers);

    if browser {
        say("a real browser");
        let mut node = command("node");
        node.args(["--test", "--test-reporter=spec", "all.test.mjs"]).current_dir(root().join("e2e"));
        let before = *counts;
        let passed = watched(&mut node, |line| counts.node(line))?;
        if !passed && counts.failed == before.failed {
            counts.failed += 1;
        }
    }
    Ok(())
}
