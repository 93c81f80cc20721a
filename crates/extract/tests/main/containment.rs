//! A child that a hostile file has taken over cannot do what it wants.

use std::time::{Duration, Instant};

use extract::{Extracted, Extractor, Format, Limits, Trouble};

use crate::{extractor, file, limits};

async fn misbehave(mode: &str) -> Result<Extracted, Trouble> {
    extractor(limits()).misbehave(file(b"some text"), mode).await
}

fn has_lock() -> bool {
    let locked = extractor(limits()).locked();
    if !locked {
        println!("this kernel has no Landlock: not tested");
    }
    locked
}

#[tokio::test]
async fn a_good_child_answers() {
    assert_eq!(misbehave("nothing").await.unwrap().text, "some text");
}

#[tokio::test]
async fn no_files_network_threads_processes_or_sleep() {
    if !has_lock() {
        return;
    }
    for mode in ["open", "create", "connect", "thread", "fork", "sleep"] {
        assert_eq!(misbehave(mode).await, Err(Trouble::Crashed("a forbidden system call".to_owned())), "{mode}");
    }
    assert!(!std::path::Path::new("/tmp/extract-was-here").exists());
}

#[tokio::test]
async fn a_busy_child_runs_out_of_processor_time() {
    let limits = Limits { cpu_seconds: 1, ..limits() };
    assert_eq!(extractor(limits).misbehave(file(b"x"), "spin").await, Err(Trouble::TooSlow));
}

#[tokio::test]
async fn a_waiting_child_runs_out_of_wall_time() {
    let limits = Limits { time: Duration::from_millis(500), ..limits() };
    let start = Instant::now();
    assert_eq!(extractor(limits).misbehave(file(b"x"), "park").await, Err(Trouble::TooSlow));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn a_talkative_child_is_stopped() {
    assert_eq!(misbehave("flood").await, Err(Trouble::TooLarge));
    let limits = Limits { time: Duration::from_secs(5), ..limits() };
    let answer = extractor(limits).misbehave(file(b"x"), "flood-stderr").await;
    assert!(matches!(answer, Err(Trouble::Crashed(_) | Trouble::TooSlow)), "{answer:?}");
}

#[tokio::test]
async fn a_greedy_child_runs_out_of_memory() {
    assert_eq!(misbehave("alloc").await, Err(Trouble::OutOfMemory));
}

#[tokio::test]
async fn crashes_are_told_apart() {
    assert!(matches!(misbehave("panic").await, Err(Trouble::Crashed(_))));
    assert!(matches!(misbehave("stack").await, Err(Trouble::Crashed(_))));
    assert_eq!(misbehave("mute").await, Err(Trouble::Crashed("no answer".to_owned())));
}

#[tokio::test]
async fn dropping_the_future_kills_the_child() {
    let mode = format!("park-{}", std::process::id());
    let reading = tokio::spawn({
        let mode = mode.clone();
        async move { misbehave(&mode).await }
    });
    wait_until(|| is_running(&mode)).await;
    reading.abort();
    wait_until(|| !is_running(&mode)).await;
}

async fn wait_until(condition: impl Fn() -> bool) {
    for _ in 0..200 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it did not come to pass in ten seconds");
}

/// Whether a process has this name.
fn is_running(name: &str) -> bool {
    std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| std::fs::read_to_string(entry.path().join("comm")).ok())
        .any(|line| line.trim_end() == name)
}

#[tokio::test]
async fn files_have_processes_of_their_own_from_one_server() {
    if !has_lock() {
        return;
    }
    let extractor = extractor(limits());
    assert_eq!(extractor.misbehave(file(b"x"), "nothing").await.unwrap().text, "x");
    let first = extractor.waiting();
    assert_eq!(first.len(), 1);
    for mode in ["open", "stack", "alloc", "panic", "mute"] {
        assert!(extractor.misbehave(file(b"x"), mode).await.is_err(), "{mode}");
    }
    assert_eq!(extractor.extract(file(b"a good one"), Format::Txt).await.unwrap().text, "a good one");
    assert_eq!(extractor.waiting(), first, "no child took its server with it");
}

#[tokio::test]
async fn a_server_whose_child_was_killed_from_here_is_not_used_again() {
    let limits = Limits { time: Duration::from_millis(500), ..limits() };
    let extractor = extractor(limits);
    assert_eq!(extractor.misbehave(file(b"x"), "park").await, Err(Trouble::TooSlow));
    assert!(extractor.waiting().is_empty());
}

#[tokio::test]
async fn a_server_that_died_while_it_waited_is_replaced() {
    if !has_lock() {
        return;
    }
    let extractor = extractor(limits());
    extractor.extract(file(b"one"), Format::Txt).await.unwrap();
    let before = extractor.waiting();
    let killed = std::process::Command::new("kill").args(["-9", &before[0].to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(extractor.extract(file(b"two"), Format::Txt).await.unwrap().text, "two");
    assert_ne!(extractor.waiting(), before);
}

#[tokio::test]
async fn a_missing_program_is_a_matter_of_the_machine() {
    let extractor = Extractor::new("/does/not/exist".into(), Vec::new(), limits(), true);
    let answer = extractor.extract(file(b"x"), Format::Txt).await;
    assert!(matches!(&answer, Err(trouble @ Trouble::Io(_)) if trouble.may_pass()), "{answer:?}");
}

#[tokio::test]
async fn a_program_that_is_no_child_of_ours_has_no_answer() {
    let extractor = Extractor::new("/bin/echo".into(), Vec::new(), limits(), true);
    assert_eq!(extractor.extract(file(b"x"), Format::Txt).await, Err(Trouble::Crashed("no answer".to_owned())));
}
