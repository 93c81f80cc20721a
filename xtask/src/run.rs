//! Running commands, with each of them printed first.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// A folder below `target/` that this run may fill.
pub(crate) fn scratch(name: &str) -> Result<PathBuf, String> {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// The program as it was built for tests.
pub(crate) fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug/strong-cities")
}

/// Says what is done now.
pub(crate) fn say(what: &str) {
    println!("\n== {what}");
}

/// The cargo that started this program, in the repository.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    // What cargo tells this program of its own package would be told on: build scripts that look at it (ring's does) would
    // have all that stands on them built anew, each time the two ways of calling cargo take turns.
    for (name, _) in std::env::vars_os() {
        let told = name.to_string_lossy();
        if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// A command in the repository.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

fn written(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}

/// Runs it and says whether it succeeded.
pub(crate) fn passes(command: &mut Command) -> Result<bool, String> {
    println!("$ {}", written(command));
    let status = command.status().map_err(|error| format!("{}: {error}", written(command)))?;
    Ok(status.success())
}

/// Runs it; not succeeding is an error.
pub(crate) fn must(command: &mut Command) -> Result<(), String> {
    if passes(command)? { Ok(()) } else { Err(format!("this did not succeed: {}", written(command))) }
}

/// Runs it, shows its output as it comes, and hands each line to `line`.
pub(crate) fn watched(command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool, String> {
    println!("$ {}", written(command));
    let wrong = |error: std::io::Error| error.to_string();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(wrong)?;
    let output = child.stdout.take().ok_or("no output")?;
    for text in BufReader::new(output).lines() {
        let text = text.map_err(wrong)?;
        println!("{text}");
        line(&text);
    }
    Ok(child.wait().map_err(wrong)?.success())
}

/// Is there such a program?
pub(crate) fn has(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
