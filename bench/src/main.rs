//! Measures the hub beside its peers: `cargo xtask bench`. See README.md.
//!
//! Figures are reported, never asserted: a shared machine is no judge. What counts are the ratios within one run.

mod bare;
mod cities;
mod classes;
mod client;
mod corpus;
mod figures;
mod fill;
mod findable;
mod hub;
mod judged;
mod pages;
mod processor;
mod program;
mod reading;
mod search;
mod sign_in;
mod start;
mod statistics;

use std::process::ExitCode;

use crate::figures::Section;

/// What can go wrong here ends the run: there is nothing to be done about it.
type Result<T> = std::result::Result<T, Failure>;

/// Whatever it is.
type Failure = Box<dyn std::error::Error + Send + Sync>;

const HELP: &str = "\
cargo xtask bench [--quick] [section]...

  start     the program's start to ready, its memory, its size
  search    the search page beside Tantivy, PostgreSQL and SQLite
  judged    whether the best come first, by judged answers
  classes   what is found of what people type, by what they change
  pages     public pages beside a bare handler, with writes going on
  cities    pages of 20,000 cities that nobody asked for before, beside those of today's
  reading   files taken in, beside pdftotext
  sign-in   whether times tell who has an account; two hundred who guess at once

Without a section: all. --quick: a small corpus and short loads.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        [bare::COMMAND, address] => bare::main(address),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        wanted => measure(wanted),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A section: its name, and what measures it; told whether to be quick.
type Measure = fn(bool) -> Result<Section>;

const SECTIONS: [(&str, Measure); 8] = [
    ("start", start::measure),
    ("search", search::measure),
    ("judged", judged::measure),
    ("classes", classes::measure),
    ("pages", pages::measure),
    ("cities", cities::measure),
    ("reading", reading::measure),
    ("sign-in", sign_in::measure),
];

fn measure(arguments: &[&str]) -> Result<()> {
    let quick = arguments.contains(&"--quick");
    let names: Vec<&str> = arguments.iter().copied().filter(|name| *name != "--quick").collect();
    if let Some(unknown) = names.iter().find(|name| !SECTIONS.iter().any(|(known, _)| known == *name)) {
        return Err(format!("there is no section `{unknown}`\n\n{HELP}").into());
    }
    let mut sections = Vec::new();
    for (name, measure) in SECTIONS {
        if names.is_empty() || names.contains(&name) {
            let section = measure(quick)?;
            section.print();
            sections.push(section);
        }
    }
    figures::save(&sections, quick)
}
