//! What is sent costs the hub little, whoever sends it and however it is made.

use std::time::{Duration, Instant};

use testkit::{Engine, Setup, TestHub, Upload, Who, run};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::{answer, flood};
use testkit::scene::note;

/// More than the hub may ever take in of a request that it refuses: what it throws away after the answer, and what
/// stands in the system's buffers on both sides.
const TAKEN_BYTES: usize = 24_000_000;
/// What an attacker would send.
const FLOOD_BYTES: usize = 64_000_000;

fn head(hub: &TestHub, path: &str, cookie: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\n{cookie}Content-Type: multipart/form-data; boundary=BBB\r\n\
         Content-Length: {length}\r\n\r\n",
        hub.address
    )
}

#[test]
fn a_visitor_s_upload_is_answered_before_it_is_sent() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let public = lead.uploaded(&note("Public", "A text.").with("access", "public")).await;
        let paths = ["/en/library/upload".to_owned(), format!("/en/library/{public}/replace")];
        for path in &paths {
            let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
            stream.write_all(head(&hub, path, "", 600_000_000).as_bytes()).await.expect("sent");
            let begun = Instant::now();
            // Nothing of the body was sent, and nothing will be.
            let text = answer(&mut stream).await;
            assert!(text.starts_with("HTTP/1.1 303") && text.contains("/en/sign-in?next="), "{path}: {text:.300}");
            assert!(begun.elapsed() < Duration::from_secs(9), "{path}: {:?}", begun.elapsed());
        }
        for path in &paths {
            let (text, sent) =
                flood(hub.address, &head(&hub, path, "", 600_000_000), &[b'a'; 65_536], FLOOD_BYTES).await;
            assert!(sent < TAKEN_BYTES, "{path}: {sent} bytes were taken");
            assert!(text.is_empty() || text.starts_with("HTTP/1.1 303"), "{path}: {text:.300}");
        }
    });
}

/// The beginning of a file that goes on for as long as its sender likes.
const SLOW_FILE: &str = "--BBB\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nand so on";

/// Sends the beginning of an upload from this address, and waits for the answer for as long as it takes.
async fn slowly(from: [u8; 4], hub: std::net::SocketAddr, head: String) -> String {
    let mut stream = super::connect_from(from, hub).await.expect("the hub listens");
    stream.write_all((head + SLOW_FILE).as_bytes()).await.expect("sent");
    let mut text = Vec::new();
    let _ = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut text).await;
    String::from_utf8_lossy(&text).into_owned()
}

/// So many of these are answered at once; of the others it is left open whether they ever are.
async fn answered(asked: &mut tokio::task::JoinSet<String>, many: usize) -> Vec<String> {
    let mut answers = Vec::new();
    while answers.len() < many {
        let next = tokio::time::timeout(super::AT_ONCE, asked.join_next()).await;
        let next = next.unwrap_or_else(|_| panic!("{} of {many} are answered", answers.len()));
        answers.push(next.expect("one more").expect("an answer"));
    }
    answers
}

/// Signing in from this address, with a wrong password.
async fn tries_to_sign_in(from: [u8; 4], hub: std::net::SocketAddr) -> String {
    let body = "email=a%40b.org&password=x";
    let request = format!(
        "POST /en/sign-in HTTP/1.1\r\nHost: {hub}\r\nOrigin: http://{hub}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = super::connect_from(from, hub).await.expect("the hub listens");
    stream.write_all(request.as_bytes()).await.expect("sent");
    answer(&mut stream).await
}

#[test]
fn whoever_only_says_that_they_were_signed_in_here_is_not_waited_for() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let made_up = base::secret::new_secret();
        let cookie = format!("Cookie: hub_person={}; hub_device={made_up}; hub_session={made_up}\r\n", "0".repeat(32));
        let mut asked = tokio::task::JoinSet::new();
        for number in 0..64 {
            let head = head(&hub, "/en/library/upload", &cookie, 600_000);
            asked.spawn(slowly([127, 0, 0, 2 + number / 16], hub.address, head));
        }
        for text in answered(&mut asked, 64).await {
            assert!(text.starts_with("HTTP/1.1 303") && text.contains("/en/sign-in?next="), "{text:.300}");
        }
    });
}

#[test]
fn slow_words_of_those_who_may_not_upload_hold_no_other_form() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let officer = hub.signed_in(Who::RegionalOfficer).await;
        let cookie = format!("Cookie: hub_session={}\r\n", officer.session().expect("a session"));
        let mut asked = tokio::task::JoinSet::new();
        let upload = |from: [u8; 4]| slowly(from, hub.address, head(&hub, "/en/library/upload", &cookie, 600_000));
        // One of an address is waited for, and eight in all.
        for (from, many, answers) in [(2..=2, 16, 15), (3..=12, 1, 3)] {
            for last in from {
                (0..many).for_each(|_| drop(asked.spawn(upload([127, 0, 0, last]))));
            }
            for text in answered(&mut asked, answers).await {
                assert!(text.starts_with("HTTP/1.1 403"), "{text:.300}");
            }
        }
        let tried = tries_to_sign_in([127, 0, 0, 2], hub.address).await;
        assert!(tried.starts_with("HTTP/1.1 422"), "{tried:.300}");
        assert_eq!(asked.len(), 8, "whose words are waited for");
    });
}

#[test]
fn what_a_browser_still_sends_does_not_cost_it_the_answer() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        // A browser reads the answer when it has sent all.
        let upload = Upload::new("Mine", "mine.txt", vec![b'x'; 5_000_000]);
        hub.visitor().upload(&upload).await.leads_to("/en/sign-in");
    });
}

#[test]
fn a_form_without_parts_is_given_up_early() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let cookie = format!("Cookie: hub_session={}\r\n", lead.session().expect("a session"));
        let endless = "--BBB\r\nContent-Disposition: form-data; name=\"";
        for start in ["", endless] {
            let head = head(&hub, "/en/library/upload", &cookie, 600_000_000) + start;
            let (text, sent) = flood(hub.address, &head, &[b'a'; 65_536], FLOOD_BYTES).await;
            assert!(sent < TAKEN_BYTES, "{start:?}: {sent} bytes were taken");
            assert!(text.is_empty() || text.starts_with("HTTP/1.1 422"), "{start:?}: {text:.300}");
        }
        // The answer itself, by one who stops in time.
        for start in ["", endless] {
            let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
            let head = head(&hub, "/en/library/upload", &cookie, 600_000_000) + start + &"a".repeat(100_000);
            stream.write_all(head.as_bytes()).await.expect("sent");
            let text = answer(&mut stream).await;
            assert!(text.starts_with("HTTP/1.1 422"), "{start:?}: {text:.300}");
        }
        lead.uploaded(&note("Afterwards", "A text.")).await;
    });
}

#[test]
fn a_file_without_an_end_is_told_at_its_limit() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).settings(|settings| settings.upload_mb = 1).start().await;
        let lead = hub.signed_in(Who::CityLead).await;
        let cookie = format!("Cookie: hub_session={}\r\n", lead.session().expect("a session"));
        let start = "--BBB\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nKept title\r\n--BBB\r\n\
                     Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
        let head = head(&hub, "/en/library/upload", &cookie, 600_000_000) + start;
        let (_, sent) = flood(hub.address, &head, &[b'a'; 65_536], FLOOD_BYTES).await;
        assert!(sent < TAKEN_BYTES, "{sent} bytes were taken");
        let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
        stream.write_all(head.as_bytes()).await.expect("sent");
        stream.write_all(&vec![b'a'; 2_100_000]).await.expect("sent");
        let text = answer(&mut stream).await;
        assert!(text.starts_with("HTTP/1.1 422") && text.contains("value=\"Kept title\""), "{text:.300}");
        assert_eq!(testkit::scene::scratch_files(&hub.data()), 0, "nothing is left over");
    });
}

#[test]
fn a_form_in_parts_is_no_way_into_another_form() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
        stream.write_all(head(&hub, "/en/sign-in", "", 100_000).as_bytes()).await.expect("sent");
        let text = answer(&mut stream).await;
        assert!(text.starts_with("HTTP/1.1 422"), "{text:.300}");
    });
}

#[test]
fn large_forms_that_never_end_keep_nobody_from_signing_in() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let form = |length: usize| {
            format!(
                "POST /en/sign-in HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n",
                hub.address
            )
        };
        // More than the room for large forms, all of it from one address.
        let mut held = Vec::new();
        for _ in 0..180 {
            let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
            stream.write_all(form(250_000).as_bytes()).await.expect("sent");
            let _ = stream.write_all(&[b'a'; 230_000]).await;
            held.push(stream);
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
        let small = "email=a%40b.org&password=x";
        let large = format!("{small}&x={}", "x".repeat(240_000));
        for (body, status) in [(small, "HTTP/1.1 422"), (large.as_str(), "HTTP/1.1 503")] {
            let mut stream = super::connect_from([127, 0, 0, 2], hub.address).await.expect("the hub listens");
            stream.write_all((form(body.len()) + body).as_bytes()).await.expect("sent");
            let text = answer(&mut stream).await;
            assert!(text.starts_with(status), "{} bytes: {text:.300}", body.len());
        }
    });
}

/// It takes its half minute, idle: the limit itself is what is tested.
#[test]
fn a_form_that_drips_is_ended() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let stream = TcpStream::connect(hub.address).await.expect("the hub listens");
        let (mut reader, mut writer) = stream.into_split();
        let head = format!(
            "POST /fr/sign-in HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: 1000\r\n\r\n",
            hub.address
        );
        writer.write_all(head.as_bytes()).await.expect("sent");
        let begun = Instant::now();
        let dripping = tokio::spawn(async move {
            while writer.write_all(b"a").await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
        let mut text = vec![0; 8_192];
        let waited = Duration::from_secs(60);
        let read = tokio::time::timeout(waited, tokio::io::AsyncReadExt::read(&mut reader, &mut text)).await;
        let read = read.expect("it is ended").expect("an answer");
        let text = String::from_utf8_lossy(&text[..read]).into_owned();
        assert!(text.starts_with("HTTP/1.1 408"), "{text:.300}");
        assert!(begun.elapsed() >= Duration::from_secs(29), "{:?}", begun.elapsed());
        dripping.abort();
    });
}
