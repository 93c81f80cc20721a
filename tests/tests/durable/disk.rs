//! A disk below the program that is full, or fails: a small library between it and the system refuses its writes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use extract::samples;
use testkit::{Client, Engine, Prepared, Running, Setup, Upload, run};

use testkit::scene::note;

/// While the file that `HUB_TEST_DISK` names says so: `full` refuses writes with ENOSPC, `failing` refuses to sync
/// with EIO.
const LIBRARY: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/syscall.h>
#include <sys/stat.h>
#include <unistd.h>
static int says(const char *word) {
    const char *path = getenv("TEST_DISK");
    char text[16] = {0};
    if (!path) return 0;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0);
    if (file < 0) return 0;
    long count = syscall(SYS_read, file, text, sizeof text - 1);
    syscall(SYS_close, file);
    return count > 0 && strncmp(text, word, strlen(word)) == 0;
}
static int on_disk(int file) {
    struct stat data;
    return fstat(file, &data) == 0 && S_ISREG(data.st_mode);
}
#define REFUSE(word, error) if (on_disk(file) && says(word)) { errno = error; return -1; }
ssize_t write(int file, const void *bytes, size_t count) { REFUSE("full", ENOSPC) return syscall(SYS_write, file, bytes, count); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) { REFUSE("full", ENOSPC) return syscall(SYS_pwrite64, file, bytes, count, at); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { REFUSE("full", ENOSPC) return syscall(SYS_pwrite64, file, bytes, count, at); }
int fsync(int file) { REFUSE("failing", EIO) return syscall(SYS_fsync, file); }
int fdatasync(int file) { REFUSE("failing", EIO) return syscall(SYS_fdatasync, file); }
"#;

/// The disk of one program.
struct Disk {
    library: PathBuf,
    state: PathBuf,
}

impl Disk {
    fn below(folder: &Path) -> Disk {
        let (source, library, state) = (folder.join("disk.c"), folder.join("disk.so"), folder.join("disk"));
        std::fs::write(&source, LIBRARY).expect("a file");
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source).arg("-ldl").output();
        let built = built.expect("a C compiler: the hub needs one as well");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        Disk { library, state }
    }

    fn is(&self, word: &str) {
        std::fs::write(&self.state, word).expect("a file");
    }

    async fn serve(&self, prepared: &Prepared) -> Running {
        let environment = [
            ("LD_PRELOAD", self.library.to_str().expect("a path")),
            ("TEST_DISK", self.state.to_str().expect("a path")),
        ];
        Running::serve(&prepared.data, &environment).await
    }
}

async fn ready(hub: &Running) -> u16 {
    hub.visitor().get("/health/ready").await.status
}

async fn until_ready_is(hub: &Running, status: u16) {
    let begun = Instant::now();
    while ready(hub).await != status {
        assert!(begun.elapsed() < Duration::from_secs(30), "ready never says {status}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn upload(number: usize) -> Upload {
    note(&format!("Document {number}"), &format!("The text of number {number}."))
}

/// Uploads, and says whether it was acknowledged; the title then has to be there.
async fn try_upload(lead: &Client, number: usize, kept: &mut Vec<usize>) -> u16 {
    let reply = lead.upload(&upload(number)).await;
    if reply.status == 303 {
        kept.push(number);
    } else {
        let _ = reply.clone().shows("for you to copy").shows(&format!(">Document {number}</p>"));
    }
    reply.status
}

async fn a_bad_moment(word: &str) {
    let prepared = Setup::new(Engine::Sqlite).folder().await;
    let disk = Disk::below(prepared.data.parent().expect("a folder"));
    disk.is("well");
    let hub = disk.serve(&prepared).await;
    let lead = prepared.sign_in(&hub).await;
    let mut kept = Vec::new();
    assert_eq!(try_upload(&lead, 0, &mut kept).await, 303);
    for round in 0..3 {
        disk.is(word);
        for number in 1..4 {
            let status = try_upload(&lead, round * 10 + number, &mut kept).await;
            assert_eq!(status, 503, "while the disk is {word}");
        }
        until_ready_is(&hub, 503).await;
        disk.is("well");
        until_ready_is(&hub, 200).await;
        // Something everyday is refused in a transaction: a form that was sent before.
        let twice = upload(round * 10 + 5);
        lead.upload(&twice).await.is(303);
        kept.push(round * 10 + 5);
        lead.upload(&twice).await.is(303);
        assert_eq!(try_upload(&lead, round * 10 + 6, &mut kept).await, 303);
    }
    // Another process sees what was acknowledged.
    let titles = || async {
        let url = prepared.data.join("hub.db").to_string_lossy().into_owned();
        let db = store::Db::open(&url, std::sync::Arc::new(base::SystemClock)).await.expect("it opens beside the hub");
        let rows = db.read().raw("SELECT title FROM documents LIMIT 1000", vec![]).await.expect("rows");
        let titles: Vec<String> = rows.iter().map(|row| row.get("title").expect("a title")).collect();
        db.close().await;
        titles
    };
    let seen = titles().await;
    for number in &kept {
        let title = format!("Document {number}");
        assert_eq!(seen.iter().filter(|own| **own == title).count(), 1, "{title} was acknowledged");
    }
    assert_eq!(seen.len(), kept.len(), "and nothing that was refused");
    assert!(hub.stop(), "it stops when it is asked to");
    assert_eq!(titles().await.len(), kept.len(), "after the end too");
}

#[test]
fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() {
    run(crate::features, a_bad_moment("full"));
}

#[test]
fn a_failing_disk_is_told_and_nothing_acknowledged_is_lost() {
    run(crate::features, a_bad_moment("failing"));
}

#[test]
fn a_large_file_on_a_full_disk_is_told() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let disk = Disk::below(prepared.data.parent().expect("a folder"));
        disk.is("well");
        let hub = disk.serve(&prepared).await;
        let lead = prepared.sign_in(&hub).await;
        let small = lead.uploaded(&Upload::new("Small", "small.txt", samples::txt(&["A small text."]))).await;
        disk.is("full");
        // What stands behind the file comes back as well.
        let large = reqwest::multipart::Part::bytes(vec![b'x'; 20_000_000]).file_name("large.txt");
        let form =
            reqwest::multipart::Form::new().text("title", "Large").part("file", large).text("abstract", "Behind it.");
        let reply = lead.send(lead.request(reqwest::Method::POST, "/en/library/upload").multipart(form)).await.is(503);
        let _ = reply.shows("no space left").shows(">Large</p>").shows(">Behind it.</p>");
        lead.get(&format!("/files/{small}")).await.is(200);
        disk.is("well");
        lead.uploaded(&Upload::new("Another", "another.txt", samples::txt(&["Another text."]))).await;
    });
}
