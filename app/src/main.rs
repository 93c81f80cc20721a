//! `strong-cities`: one program that runs a network of cities.

use std::process::ExitCode;

fn main() -> ExitCode {
    // The reader of files is this program again, locked in: before anything else is set up.
    if std::env::args_os().nth(1).is_some_and(|first| first == app::cli::READER) {
        extract::child_main();
    }
    app::memory::give_back();
    app::cli::main()
}
