//! `cargo xtask quick`: what tells soonest whether a change holds.

use crate::changed::{self, Crate};
use crate::counts::Counts;
use crate::install;
use crate::run::{cargo, passes, program, root};
use crate::step::Steps;
use crate::test::{counted, linted, templates};

/// Format, clippy, all unit tests, and the journeys of the features that were changed, on both engines. The rest is for `cargo xtask test`.
pub(crate) fn quick() -> Result<bool, String> {
    let changed = changed::crates()?;
    if changed.is_empty() {
        println!("No crate was changed.");
        return Ok(true);
    }
    let mut counts = Counts::default();
    let mut steps = Steps::default();
    install::for_tests()?;
    counts.step(steps.step("format", || passes(cargo().args(["fmt", "--all", "--check"])))?);
    if !program().is_file() {
        // It reads files in the journeys, and its reader seldom changes.
        steps.step("the program", || passes(cargo().args(["build", "--workspace", "--bin", "strong-cities"])))?;
    }
    let journeys = changed.iter().filter_map(journeys).flat_map(|name| ["--test".to_owned(), name]);
    steps.step("clippy and the tests of what was changed", || {
        let mut tests = cargo();
        // All of the workspace, narrowed by target: chosen by package, every dependency would be built with other
        // features once more.
        linted(&mut tests).args(["test", "--workspace", "--no-fail-fast", "--lib"]).args(journeys);
        // Those with servers beside the hub are of the whole run.
        tests.args(["--", "--skip", "servers::"]);
        tests.env("HUB_TEST_TEMPLATES", templates()?);
        counted(&mut tests, &mut counts, Counts::cargo)
    })?;
    steps.say();
    println!("quick: {} passed, {} failed", counts.passed, counts.failed);
    Ok(counts.failed == 0)
}

/// Which journeys tell whether it holds.
fn journeys(changed: &Crate) -> Option<String> {
    match changed.folder.as_str() {
        "tests" => Some("journeys".to_owned()),
        folder if folder.starts_with("features/") => Some(format!("{}_journeys", changed.name)),
        _ => None,
    }
    .filter(|name| name == "journeys" || root().join(&changed.folder).join("tests").join(name).is_dir())
}
