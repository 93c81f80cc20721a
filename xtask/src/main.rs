//! `cargo xtask`: the tasks of this repository. `cargo xtask help` lists them.

mod bench;
mod changed;
mod counts;
mod dev;
mod install;
mod locks;
mod pictures;
mod quick;
mod room;
mod run;
mod servers;
mod step;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask test          everything: format, clippy, all tests on both engines, a real browser
cargo xtask test --fast   the same without the browser
cargo xtask quick         after an edit: format, clippy, the tests of the crates that were changed
cargo xtask dev           serves the demonstration, again after each change
cargo xtask pictures      pages before and after a change, side by side: before HEAD^, or the commit that is named
cargo xtask bench         measures the hub beside its peers (bench/); `bench help` lists sections
cargo xtask help          this

A bare Debian 12 is enough, as root or with sudo: what is missing is installed from Debian's
packages, npm and PyPI, and each such step is printed before it is taken.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["test"] => test::test(true),
        ["test", "--fast"] => test::test(false),
        ["quick"] => quick::quick(),
        ["dev"] => dev::dev(),
        ["pictures"] => pictures::pictures("HEAD^"),
        ["pictures", commit] => pictures::pictures(commit),
        ["bench", rest @ ..] => bench::bench(rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(true)
        }
        other => Err(format!("there is no task `{}`\n\n{HELP}", other.join(" "))),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
