//! `strong-cities`: one program that runs a network of cities.

use std::process::ExitCode;

fn main() -> ExitCode {
    // The reader of files is this program again, locked in: before anything else is set up.
    let args: Vec<String> = std::env::args().collect();
    if args.get(1).is_some_and(|first| first == app::cli::READER) {
        extract::child_main(&args[2..]);
    }
    app::cli::main()
}
