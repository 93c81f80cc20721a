//! Connections: nobody takes all, nobody holds one for nothing, and all end when the hub does.

use std::time::{Duration, Instant};

use testkit::{Engine, Running, Setup, TestHub, Upload, Who, run};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{AT_ONCE, answer, ask_from, connect_from, unread_answer};

/// Addresses of this machine.
const SLOW: [u8; 4] = [127, 0, 0, 1];
const OTHER: [u8; 4] = [127, 0, 0, 2];

/// The beginning of a form that never comes.
async fn slow_form(from: [u8; 4], hub: &TestHub, more: &str) -> TcpStream {
    let mut stream = connect_from(from, hub.address).await.expect("the hub listens");
    let head = format!(
        "POST /en/sign-in HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\n{more}Content-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 100\r\n\r\na",
        hub.address
    );
    // It may be closed already.
    let _ = stream.write_all(head.as_bytes()).await;
    stream
}

/// Has the hub answered, or closed?
async fn is_over(stream: &mut TcpStream) -> bool {
    let mut byte = [0];
    tokio::time::timeout(Duration::from_millis(1), stream.read(&mut byte)).await.is_ok()
}

#[test]
fn many_slow_forms_of_one_address_leave_the_hub_to_others() {
    run(crate::features, async {
        // With the program's own limits.
        let hub = TestHub::start(Engine::Sqlite).await;
        let mut slow = Vec::new();
        for _ in 0..400 {
            slow.push(slow_form(SLOW, &hub, "").await);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        let begun = Instant::now();
        assert!(ask_from(OTHER, hub.address, "/health/live").await.contains("alive"));
        assert!(ask_from(OTHER, hub.address, "/en/about").await.starts_with("HTTP/1.1 200"));
        assert!(ask_from(OTHER, hub.address, "/en/library?q=plan").await.starts_with("HTTP/1.1 200"));
        assert!(begun.elapsed() < AT_ONCE);
        let mut over = 0;
        for stream in &mut slow {
            over += usize::from(is_over(stream).await);
        }
        assert_eq!(400 - over, server::connections::Limits::default().of_one, "the share of one address");
    });
}

#[test]
fn a_full_hub_says_so_and_that_it_lives() {
    run(crate::features, async {
        let hub =
            Setup::new(Engine::Sqlite).limits(|limits| (limits.connections, limits.of_one) = (4, 4)).start().await;
        let mut slow = Vec::new();
        for _ in 0..4 {
            slow.push(slow_form(SLOW, &hub, "").await);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        let refused = ask_from(OTHER, hub.address, "/en/about").await;
        assert!(refused.starts_with("HTTP/1.1 503") && refused.contains("retry-after: 5"), "{refused}");
        let alive = ask_from(OTHER, hub.address, "/health/live").await;
        assert!(alive.starts_with("HTTP/1.1 200") && alive.ends_with("alive"), "{alive}");
        drop(slow);
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(ask_from(OTHER, hub.address, "/en/about").await.starts_with("HTTP/1.1 200"), "room again");
    });
}

#[test]
fn behind_a_proxy_each_client_has_its_share() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite)
            .settings(|settings| settings.behind_proxy = true)
            .limits(|limits| limits.of_one = 3)
            .start()
            .await;
        let mut slow = Vec::new();
        for number in 0..3 {
            // One line, whatever the last half of its address.
            slow.push(slow_form(SLOW, &hub, &format!("X-Forwarded-For: 2001:db8:1:2::{number}\r\n")).await);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        let visitor = hub.visitor();
        let from = |client: &'static str| visitor.get_with("/en/about", "x-forwarded-for", client);
        from("[2001:db8:1:2::ffff]:4711").await.is(503);
        from("2001:db8:1:3::1").await.is(200);
        from("203.0.113.7:99").await.is(200);
    });
}

#[test]
fn whoever_does_not_read_holds_their_own_share_behind_a_proxy_too() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite)
            .settings(|settings| settings.behind_proxy = true)
            .limits(|limits| limits.of_one = 3)
            .start()
            .await;
        let mut held = Vec::new();
        for _ in 0..3 {
            let (stream, head) = unread_answer(hub.address, "X-Forwarded-For: 203.0.113.7\r\n").await;
            assert!(head.starts_with("HTTP/1.1 422"), "{head}");
            held.push(stream);
        }
        let visitor = hub.visitor();
        let from = |client: &'static str| visitor.get_with("/en/about", "x-forwarded-for", client);
        from("203.0.113.7").await.is(503);
        from("203.0.113.8").await.is(200);
    });
}

#[test]
fn one_line_is_one_place_for_those_who_try_too_often() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).settings(|settings| settings.behind_proxy = true).start().await;
        let visitor = hub.visitor();
        let letter = async |number: usize, client: String| {
            let once = base::secret::new_secret();
            let body = format!("name=A&email=a{number}%40b.org&city=C&message=M&once={once}&sealed={}", hub.sealed());
            let request = visitor.request(reqwest::Method::POST, "/en/contact");
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            visitor.send(request.header("x-forwarded-for", client).body(body)).await
        };
        for number in 0..10 {
            letter(number, format!("[2001:db8:7:7::{number}]:{}", 1_000 + number)).await.is(303);
        }
        letter(10, "2001:db8:7:7:aaaa::1".into()).await.is(429);
        letter(11, "2001:db8:7:8::1".into()).await.is(303);
    });
}

/// A public file of 20 MB.
async fn large_file(hub: &TestHub) -> String {
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = Upload::new("Large", "large.txt", vec![b'x'; 20_000_000]).with("access", "public");
    format!("/files/{}", lead.uploaded(&upload).await)
}

async fn begin(hub: &TestHub, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", hub.address);
    stream.write_all(request.as_bytes()).await.expect("sent");
    stream
}

#[test]
fn a_reader_who_does_not_read_is_ended() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).limits(|limits| limits.written = Duration::from_secs(1)).start().await;
        let path = large_file(&hub).await;
        let mut still = begin(&hub, &path).await;
        tokio::time::sleep(Duration::from_secs(4)).await;
        let mut rest = Vec::new();
        let read = tokio::time::timeout(AT_ONCE, still.read_to_end(&mut rest)).await;
        assert!(read.is_ok(), "the connection is over");
        assert!(rest.len() < 20_000_000, "the whole file came");
    });
}

#[test]
fn a_reader_who_reads_slowly_gets_all() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).limits(|limits| limits.written = Duration::from_secs(2)).start().await;
        let path = large_file(&hub).await;
        let mut slow = begin(&hub, &path).await;
        let (mut read, mut step) = (0, vec![0; 400_000]);
        // Ten times the least speed and more, for three times as long as it is measured.
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(6) {
            read += slow.read(&mut step).await.expect("it goes on");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let mut rest = Vec::new();
        slow.read_to_end(&mut rest).await.expect("the rest");
        assert!(read + rest.len() > 20_000_000, "{} bytes", read + rest.len());
    });
}

/// An upload of which the end is still to be sent.
async fn half_an_upload(hub: &Running, session: &str) -> (TcpStream, &'static str) {
    let rest = "he end.\r\n--x--\r\n";
    let once = base::secret::new_secret();
    let mut body = String::new();
    for (name, value) in [
        ("once", once.as_str()),
        ("title", "Half"),
        ("city", testkit::CITY),
        ("type", "guide"),
        ("access", "members"),
        ("declared", "yes"),
    ] {
        body.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nT");
    let head = format!(
        "POST /en/library/upload HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: hub_session={session}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nConnection: close\r\nContent-Length: {1}\r\n\r\n{body}",
        hub.address,
        body.len() + rest.len()
    );
    let mut stream = TcpStream::connect(hub.address).await.expect("the hub listens");
    stream.write_all(head.as_bytes()).await.expect("sent");
    tokio::time::sleep(Duration::from_millis(300)).await;
    (stream, rest)
}

fn tell_to_stop(hub: &Running) {
    let asked = std::process::Command::new("kill").args(["-TERM", &hub.id().to_string()]).status();
    assert!(asked.is_ok_and(|status| status.success()));
}

#[test]
fn a_hub_that_stops_refuses_newcomers_and_finishes_what_it_has() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.sign_in(&hub).await;
        let (mut upload, rest) = half_an_upload(&hub, &lead.session().expect("a session")).await;
        tell_to_stop(&hub);
        let end = Instant::now() + AT_ONCE;
        while TcpStream::connect(hub.address).await.is_ok() {
            assert!(Instant::now() < end, "connections are still taken");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        upload.write_all(rest.as_bytes()).await.expect("sent");
        let text = answer(&mut upload).await;
        assert!(text.starts_with("HTTP/1.1 303") && text.contains("done=uploaded"), "{text:.300}");
        assert!(hub.stop(), "it ends well");
    });
}

#[test]
fn how_long_a_stop_waits_is_set() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[("HUB_STOP_SECONDS", "1")]).await;
        let lead = prepared.sign_in(&hub).await;
        let (_upload, _) = half_an_upload(&hub, &lead.session().expect("a session")).await;
        let begun = Instant::now();
        assert!(hub.stop(), "it ends well");
        let took = begun.elapsed();
        assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(12), "{took:?}");
    });
}
