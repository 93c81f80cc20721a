//! What a child that a hostile file has taken over might do. Compiled for the tests of this crate only.

use std::io::Write;
use std::time::Duration;

/// Breaks one rule. Comes back only where the rule did not hold, or has nothing to hold.
#[expect(clippy::print_stderr, reason = "a flood of standard error is one of the modes")]
pub(crate) fn misbehave(mode: &str) {
    match mode {
        "open" => drop(std::fs::File::open("/etc/passwd")),
        "create" => drop(std::fs::File::create("/tmp/extract-was-here")),
        "connect" => drop(std::net::TcpStream::connect("127.0.0.1:9")),
        "thread" => drop(std::thread::spawn(|| {}).join()),
        "fork" => drop(std::process::Command::new("/bin/true").status()),
        "sleep" => std::thread::sleep(Duration::from_secs(60)),
        // What follows the dash is for the test, to find the child by.
        mode if mode.starts_with("park") => std::thread::park_timeout(Duration::from_secs(60)),
        "spin" => spin(),
        "flood" => flood(),
        "flood-stderr" => loop {
            eprintln!("{}", "x".repeat(100_000));
        },
        "alloc" => alloc(),
        "panic" => panic!("on purpose"),
        "stack" => drop(std::hint::black_box(stack(0))),
        "mute" => std::process::exit(0),
        _ => {}
    }
}

fn spin() {
    let mut number = 0u64;
    loop {
        number = std::hint::black_box(number.wrapping_add(1));
    }
}

fn flood() {
    let block = vec![b'x'; 1 << 20];
    loop {
        if std::io::stdout().write_all(&block).is_err() {
            return;
        }
    }
}

fn alloc() {
    let mut kept = Vec::new();
    loop {
        kept.push(std::hint::black_box(vec![1u8; 16 << 20]));
    }
}

fn stack(depth: u64) -> u64 {
    let page = std::hint::black_box([depth; 512]);
    if depth == u64::MAX { 0 } else { page[17] + stack(depth + 1) + page[3] }
}
