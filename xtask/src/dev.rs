//! `cargo xtask dev`: the demonstration, begun again with each change.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, SystemTime};

use crate::run::{cargo, command, passes, program, root, say};

/// From one look at the files to the next.
const LOOK: Duration = Duration::from_millis(300);
/// What the program is built from.
const BUILT_FROM: [&str; 5] = ["app", "crates", "data", "features", "look"];
/// What it takes from the repository as it is (`web::dev`): a change needs no build.
const TAKEN_AS_IT_IS: [&str; 3] = ["css", "ftl", "js"];

/// Builds and serves the demonstration until it is stopped (Ctrl-C); what is changed is built and served again.
pub(crate) fn dev() -> Result<bool, String> {
    let mut serving: Option<Child> = None;
    let (mut built, mut begun) = (None, None);
    loop {
        let (code, looks) = newest()?;
        if built != Some(code) {
            say("building");
            // With the features that tests are built with: nothing is built twice.
            let done = passes(cargo().args(["build", "--workspace", "--bin", "strong-cities"]))?;
            built = Some(code);
            if !done {
                say("waiting for a change");
                begun = Some(looks);
                continue;
            }
            begun = None;
        }
        if begun != Some(looks) {
            stop(&mut serving);
            serving = Some(serve()?);
            begun = Some(looks);
        }
        std::thread::sleep(LOOK);
    }
}

fn serve() -> Result<Child, String> {
    let mut program = command(program());
    program.args(["demo", "--data", "target/dev-data"]).env("HUB_DEV", root());
    program.spawn().map_err(|error| format!("the program cannot be started: {error}"))
}

fn stop(serving: &mut Option<Child>) {
    if let Some(mut child) = serving.take() {
        let _ = command("kill").arg(child.id().to_string()).status();
        let _ = child.wait();
    }
}

/// When code, and what needs no build, were changed last.
fn newest() -> Result<(SystemTime, SystemTime), String> {
    let (mut code, mut looks) = (SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH);
    let mut folders: Vec<PathBuf> = BUILT_FROM.iter().map(|name| root().join(name)).collect();
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries.flatten() {
            // A file may be gone by now, as editors replace them.
            let Ok(data) = entry.metadata() else { continue };
            if data.is_dir() {
                folders.push(entry.path());
                continue;
            }
            let time = data.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            let place = if needs_no_build(&entry.path()) { &mut looks } else { &mut code };
            *place = time.max(*place);
        }
    }
    Ok((code, looks))
}

fn needs_no_build(file: &Path) -> bool {
    file.extension().is_some_and(|end| TAKEN_AS_IT_IS.iter().any(|own| end == *own))
}
