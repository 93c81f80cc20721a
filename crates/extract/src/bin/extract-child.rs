//! The child alone, for the tests of this crate. The hub runs itself with a hidden subcommand instead.

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    extract::child_main(&args)
}
