//! Makes the table by which languages are told, and measures how well it tells them. See README.md.

#[path = "../../src/language/mod.rs"]
// Of what the hub uses of it, this needs a part.
#[allow(dead_code, unused_imports)]
mod language;
mod measure;
mod models;
mod prune;
mod sources;
mod write;

use std::path::Path;

use sources::Sources;

/// Sequences that are kept of a language with a model, and of one without.
const KEPT: usize = 9_500;
const KEPT_OF_FEW_PAGES: usize = 2_500;

/// One language's part of the table. With `half`, of every other paragraph of a translation, so that the rest can be asked for.
fn part(sources: &Sources, tag: &str, half: bool) -> prune::Part {
    match (sources.model(tag), sources.declaration(tag)) {
        (Some(folder), _) => prune::prune(&models::read(&folder), KEPT, 3.0),
        (None, Some(page)) => prune::prune(&models::read_text(&page, half), KEPT_OF_FEW_PAGES, 2.0),
        (None, None) => {
            panic!("no source for {tag}: run `cargo fetch` here, and give the folder into which it unpacks")
        }
    }
}

fn write(sources: &Sources, table: &Path, half: bool) {
    let parts: Vec<prune::Part> = language::TABLED.iter().map(|tag| part(sources, tag, half)).collect();
    let bytes = write::write(&parts);
    println!("{} bytes of {} languages", bytes.len(), parts.len());
    std::fs::write(table, bytes).expect("the table is written");
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let sources =
        |packages: &str, declarations: &str| Sources { packages: packages.into(), declarations: declarations.into() };
    match arguments.as_slice() {
        ["write", packages, declarations, table] => write(&sources(packages, declarations), Path::new(table), false),
        ["half", packages, declarations, table] => write(&sources(packages, declarations), Path::new(table), true),
        ["measure", packages, declarations] => measure::measure(&sources(packages, declarations)),
        ["lines"] => measure::lines(),
        _ => panic!(
            "languages write|half PACKAGES DECLARATIONS TABLE, languages measure PACKAGES DECLARATIONS, languages lines"
        ),
    }
}
