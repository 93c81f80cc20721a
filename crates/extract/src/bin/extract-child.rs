//! The child alone, for the tests of this crate. The hub runs itself with a hidden subcommand instead.

fn main() {
    extract::child_main()
}
