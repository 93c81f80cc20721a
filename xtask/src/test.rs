//! `cargo xtask test`.

use std::process::Command;

use crate::counts::Counts;
use crate::run::{cargo, command, passes, program, root, scratch, watched};
use crate::servers::Servers;
use crate::step::Steps;
use crate::{install, locks, room};

/// All at once, with the same features of every dependency.
const BUILD: [&str; 3] = ["build", "--workspace", "--all-targets"];

/// Runs everything; without `browser` all but the browser. The last line counts the tests.
pub(crate) fn test(browser: bool) -> Result<bool, String> {
    let mut counts = Counts::default();
    let mut steps = Steps::default();
    let outcome = all(browser, &mut steps, &mut counts);
    if let Err(reason) = &outcome {
        println!("\n{reason}");
        counts.failed += 1;
    }
    steps.say();
    if let Some(warning) = room::warning() {
        println!("{warning}");
    }
    println!("test: {} passed, {} failed", counts.passed, counts.failed);
    Ok(counts.failed == 0)
}

fn all(browser: bool, steps: &mut Steps, counts: &mut Counts) -> Result<(), String> {
    let python = steps.step("what is missing", || {
        install::for_tests()?;
        if browser {
            install::for_browser()?;
        }
        install::python()
    })?;
    steps.step("format and lock files", || format_and_locks(counts))?;
    let clean = steps.step("clippy, and building all", || passes(linted(&mut cargo()).args(BUILD)))?;
    counts.step(clean);
    // Where clippy is content its build is the one that is tested; where it is not, tests tell more all the same.
    let built = clean || steps.step("building all", || passes(cargo().args(BUILD)))?;
    if !built {
        return Err("the program or its tests cannot be built".to_owned());
    }
    let servers = steps.step("servers", || Servers::start(&python))?;
    steps.step("unit, property and integration tests, on both engines", || {
        let mut tests = cargo();
        if clean {
            linted(&mut tests);
        }
        tests.args(["test", "--workspace", "--no-fail-fast"]).envs(servers.environment.iter().cloned());
        tests.env("HUB_TEST_TEMPLATES", templates()?);
        counted(&mut tests, counts, Counts::cargo)
    })?;
    drop(servers);
    if browser {
        steps.step("a real browser", || {
            let mut node = command("node");
            node.args(["--test", "--test-reporter=spec", "all.test.mjs"]).current_dir(root().join("e2e"));
            node.env("TEST_PROGRAM", program());
            counted(&mut node, counts, Counts::node)
        })?;
    }
    Ok(())
}

fn format_and_locks(counts: &mut Counts) -> Result<(), String> {
    counts.step(passes(cargo().args(["fmt", "--all", "--check"]))?);
    let faults = locks::faults()?;
    faults.iter().for_each(|fault| println!("{fault}"));
    counts.step(faults.is_empty());
    Ok(())
}

/// Our own crates are compiled by clippy, which builds them as well: one pass instead of two.
pub(crate) fn linted(command: &mut Command) -> &mut Command {
    let deny = "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__";
    command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", deny)
}

/// An empty folder in which the processes of this run share their filled hubs.
pub(crate) fn templates() -> Result<std::path::PathBuf, String> {
    let folder = scratch("test-templates")?;
    std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    scratch("test-templates")
}

/// Runs tests and counts them.
pub(crate) fn counted(
    tests: &mut Command,
    counts: &mut Counts,
    count: impl Fn(&mut Counts, &str),
) -> Result<(), String> {
    let failed = counts.failed;
    let passed = watched(tests, |line| count(counts, line))?;
    if !passed && counts.failed == failed {
        counts.failed += 1; // it could not even be built, or it ended in the middle
    }
    Ok(())
}
