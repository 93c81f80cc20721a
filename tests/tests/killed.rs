//! The program killed with `kill -9` at the worst moments: nothing that was acknowledged is lost,
//! and the rest is done after the next start.

use std::time::{Duration, Instant};

use extract::samples;
use testkit::{Client, Engine, Running, Setup, Upload, run};

use testkit::scene::{note, scratch_files};

/// How long the program may take to do what was left over.
const PATIENCE: Duration = Duration::from_secs(90);

/// Looks until the page shows (or no longer shows) this.
async fn until(client: &Client, path: &str, text: &str, there: bool) {
    let begun = Instant::now();
    loop {
        let reply = client.get(path).await.is(200);
        if reply.text().contains(text) == there {
            return;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "{path} {} {text:?}\n{}",
            if there { "never shows" } else { "always shows" },
            reply.main()
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[test]
fn while_uploading() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let mut hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.sign_in(&hub).await;
        let kept = lead.uploaded(&note("Acknowledged", "The osprey clause.")).await;
        let session = lead.session().expect("a session");
        let head = format!(
            "POST /en/library/upload HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: hub_session={session}\r\n\
             Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n\
             --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n",
            hub.address
        );
        use tokio::io::AsyncWriteExt;
        let mut stream = tokio::net::TcpStream::connect(hub.address).await.expect("the hub listens");
        stream.write_all(head.as_bytes()).await.expect("sent");
        stream.write_all(&vec![b'x'; 3_000_000]).await.expect("sent");
        let begun = Instant::now();
        while scratch_files(&prepared.data) == 0 {
            assert!(begun.elapsed() < PATIENCE, "the upload never began");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        hub.kill();
        let hub = Running::serve(&prepared.data, &[]).await;
        let again = prepared.browser(&hub, &lead);
        // Readiness, too, tries whether a file can be received, and takes it away again at once.
        let begun = Instant::now();
        while scratch_files(&prepared.data) > 0 {
            assert!(begun.elapsed() < PATIENCE, "what was half received is not cleared away");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        until(&again, "/en/library/mine", "In the library", true).await;
        let mine = again.get("/en/library/mine").await.is(200).text();
        assert_eq!(mine.matches("<tr role=\"row\">").count(), 2, "a head and the acknowledged one");
        until(&again, "/en/library?q=osprey", &kept.to_string(), true).await;
        assert!(hub.stop(), "it stops when it is asked to");
    });
}

#[test]
fn while_extracting() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let mut hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.sign_in(&hub).await;
        // Its reader needs seconds.
        let slow = lead.uploaded(&Upload::new("Slow cormorant", "slow.pdf", samples::looping_pdf())).await;
        let page = format!("/en/library/{slow}");
        let begun = Instant::now();
        while !has_child(hub.id()) {
            assert!(begun.elapsed() < PATIENCE, "nobody reads the file");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        hub.kill();
        let hub = Running::serve(&prepared.data, &[]).await;
        let again = prepared.browser(&hub, &lead);
        until(&again, &page, "is being read", false).await;
        until(&again, "/en/library?q=cormorant", "One document", true).await;
        drop(hub);
    });
}

/// Has this process a child: the reader of a file?
fn has_child(id: u32) -> bool {
    let tasks = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    tasks.into_iter().any(|task| {
        std::fs::read_to_string(task.path().join("children")).is_ok_and(|children| !children.trim().is_empty())
    })
}

#[test]
fn while_indexing() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let mut hub = Running::serve(&prepared.data, &[]).await;
        let mut lead = prepared.sign_in(&hub).await;
        let mut acknowledged = Vec::new();
        for round in 0..3 {
            for number in 0..5 {
                let title = format!("Round {round} number {number}");
                acknowledged
                    .push(lead.uploaded(&note(&title, &format!("The kittiwake clause {round} {number}."))).await);
            }
            // At once after the last answer: jobs, index and files are all under way.
            hub.kill();
            hub = Running::serve(&prepared.data, &[]).await;
            lead = prepared.browser(&hub, &lead);
        }
        until(&lead, "/en/library?q=kittiwake", "15 documents", true).await;
        for id in acknowledged {
            let file = lead.get(&format!("/files/{id}")).await.is(200);
            assert!(file.text().contains("kittiwake"));
        }
    });
}

#[test]
fn a_stop_that_is_asked_for_loses_nothing() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.sign_in(&hub).await;
        lead.uploaded(&note("Before the stop", "The shearwater clause.")).await;
        assert!(hub.stop(), "it ends well");
        let hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.browser(&hub, &lead);
        until(&lead, "/en/library?q=shearwater", "One document", true).await;
    });
}
