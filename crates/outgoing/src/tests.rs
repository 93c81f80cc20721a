//! Each way to the inside, and each way to take more than there is.

use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use http::Request;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::{Allowed, Bounds, Failed, OF_ONE_HOST, Outgoing, Resolve, is_public};

/// Answers what it is told to, one lookup after the other; the last one again and again.
struct Told {
    answers: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: AtomicUsize,
}

impl Told {
    fn of(answers: &[&[&str]]) -> Arc<Told> {
        let read = |one: &&[&str]| one.iter().map(|text| text.parse().expect("an address")).collect();
        Arc::new(Told { answers: Mutex::new(answers.iter().map(read).collect()), asked: AtomicUsize::new(0) })
    }
}

#[async_trait]
impl Resolve for Told {
    async fn resolve(&self, _host: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mut answers = self.answers.lock().expect("a lock");
        let answer = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
        answer.filter(|found| !found.is_empty()).ok_or_else(|| io::Error::other("nothing"))
    }
}

fn get(address: &str) -> Request<Vec<u8>> {
    Request::get(address).body(Vec::new()).expect("a request")
}

fn allowing(what: &[String]) -> Vec<Allowed> {
    what.iter().map(|one| one.parse().expect("a host")).collect()
}

/// Somebody who answers each connection with this, and goes on writing `then` for as long as it is read.
async fn answering(first: Vec<u8>, then: Option<(Vec<u8>, Duration)>) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (address, asked) = (listener.local_addr().expect("an address"), Arc::new(AtomicUsize::new(0)));
    let count = asked.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            let (first, then) = (first.clone(), then.clone());
            tokio::spawn(async move {
                let _ = stream.read(&mut [0; 4096]).await;
                let _ = stream.write_all(&first).await;
                while let Some((part, pause)) = &then {
                    tokio::time::sleep(*pause).await;
                    if stream.write_all(part).await.is_err() {
                        return;
                    }
                }
                let _ = stream.shutdown().await;
            });
        }
    });
    (address, asked)
}

fn ok(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn to(location: &str) -> Vec<u8> {
    format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n").into_bytes()
}

#[test]
fn every_form_of_the_inside_is_known() {
    for inside in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert!(!is_public(inside.parse().expect("an address")), "{inside}");
    }
    for out in ["1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "198.20.0.1", "223.255.255.255"] {
        assert!(is_public(out.parse().expect("an address")), "{out}");
    }
    for out in ["2606:4700::1111", "2a00:1450::1", "2001:200::1", "2001:4860::8888", "64:ff9b::8.8.8.8"] {
        assert!(is_public(out.parse().expect("an address")), "{out}");
    }
}

#[tokio::test]
async fn an_address_on_the_inside_is_asked_in_no_form() {
    let out = Outgoing::new(Vec::new());
    for address in [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://0/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1:8443/",
    ] {
        assert!(matches!(out.check(address), Err(Failed::Inside(_))), "{address}");
        assert!(matches!(out.send(get(address), Bounds::default()).await, Err(Failed::Inside(_))), "{address}");
    }
    for address in ["http://idp.example.org/", "http://127.0.0.1/"] {
        assert_eq!(out.check(address), Err(Failed::NotHttps), "{address}");
    }
    for address in ["", "idp", "file:///etc/passwd", "ftp://a.example.org/", "https://me:secret@a.example.org/"] {
        assert_eq!(out.check(address), Err(Failed::Address), "{address}");
    }
    assert_eq!(out.check("https://idp.example.org:8443/realm"), Ok(()));
}

#[tokio::test]
async fn a_name_that_leads_inside_is_not_asked() {
    for found in [&["127.0.0.1"][..], &["10.0.0.7"], &["::1"], &["1.1.1.1", "127.0.0.1"], &["fd00::1", "1.1.1.1"]] {
        let out = Outgoing::resolving(Vec::new(), Told::of(&[found]));
        let asked = out.send(get("https://idp.example.org/"), Bounds::default()).await;
        assert_eq!(asked.err(), Some(Failed::Inside("idp.example.org".to_owned())), "{found:?}");
    }
    // As this machine finds it.
    for name in ["https://localhost/", "https://localhost./"] {
        let asked = Outgoing::new(Vec::new()).send(get(name), Bounds::default()).await;
        assert!(matches!(asked, Err(Failed::Inside(_) | Failed::Unknown(_))), "{name}");
    }
    let out = Outgoing::resolving(Vec::new(), Told::of(&[&[]]));
    let asked = out.send(get("https://idp.example.org/"), Bounds::default()).await;
    assert_eq!(asked.err(), Some(Failed::Unknown("idp.example.org".to_owned())));
}

/// The name leads somewhere else at its second lookup: there is none.
#[tokio::test]
async fn a_name_is_looked_up_once_for_each_request() {
    let (address, asked) = answering(ok("inside"), None).await;
    let told = Told::of(&[&["192.31.196.1"], &["127.0.0.1"]]);
    let out = Outgoing::resolving(Vec::new(), told.clone());
    let bounds = Bounds { time: Duration::from_millis(500), ..Bounds::default() };
    let failed = out.send(get(&format!("https://rebinds.example.org:{}/", address.port())), bounds).await;
    assert!(matches!(failed, Err(Failed::Slow | Failed::Unreachable(_))), "{failed:?}");
    assert_eq!((told.asked.load(Ordering::SeqCst), asked.load(Ordering::SeqCst)), (1, 0));
    // The next request looks again, and sees it.
    let failed = out.send(get(&format!("https://rebinds.example.org:{}/", address.port())), bounds).await;
    assert!(matches!(failed, Err(Failed::Inside(_))), "{failed:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_is_allowed_is_asked_and_nothing_beside_it() {
    let (address, _) = answering(ok("here"), None).await;
    let own = format!("http://{address}/");
    assert_eq!(Outgoing::new(Vec::new()).send(get(&own), Bounds::default()).await.err(), Some(Failed::NotHttps));
    for allowed in [address.to_string(), "127.0.0.1".to_owned()] {
        let out = Outgoing::new(allowing(&[allowed]));
        let answer = out.send(get(&own), Bounds::default()).await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.body().as_slice()), (200, &b"here"[..]));
    }
    let other = Outgoing::new(allowing(&[format!("127.0.0.1:{}", address.port() ^ 1)]));
    assert_eq!(other.send(get(&own), Bounds::default()).await.err(), Some(Failed::NotHttps));
    // A name is another host than its address.
    let named = Outgoing::resolving(allowing(&["idp.example.org".to_owned()]), Told::of(&[&["127.0.0.1"]]));
    let reached = named.send(get(&format!("http://idp.example.org:{}/", address.port())), Bounds::default()).await;
    assert_eq!(reached.expect("an answer").status().as_u16(), 200);
    assert_eq!(named.send(get(&own), Bounds::default()).await.err(), Some(Failed::NotHttps));
    for wrong in ["", "https://a.example.org", "a.example.org/x", "me@a.example.org", "*.example.org", "a b", "a:99999"]
    {
        assert!(wrong.parse::<Allowed>().is_err(), "{wrong}");
    }
    assert_eq!("2130706433:80".parse::<Allowed>(), "127.0.0.1:80".parse());
}

#[tokio::test]
async fn a_redirect_leads_nobody_inside() {
    let (inside, asked) = answering(ok("inside"), None).await;
    for location in [format!("http://{inside}/"), format!("https://{inside}/"), "https://169.254.169.254/".to_owned()] {
        let (address, _) = answering(to(&location), None).await;
        let out = Outgoing::new(allowing(&[address.to_string()]));
        // Not asked to, it follows none.
        let answer = out.send(get(&format!("http://{address}/")), Bounds::default()).await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 302);
        let follows = Bounds { redirects: 3, ..Bounds::default() };
        let failed = out.send(get(&format!("http://{address}/")), follows).await;
        assert!(matches!(failed, Err(Failed::Inside(_) | Failed::NotHttps)), "{location}: {failed:?}");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn redirects_are_few() {
    let (last, _) = answering(ok("there"), None).await;
    let (first, _) = answering(to(&format!("http://{last}/")), None).await;
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    let follows = Bounds { redirects: 3, ..Bounds::default() };
    let answer = out.send(get(&format!("http://{first}/")), follows).await.expect("an answer");
    assert_eq!(answer.body().as_slice(), b"there");
    let (circle, asked) = answering(to("/again"), None).await;
    assert_eq!(out.send(get(&format!("http://{circle}/")), follows).await.err(), Some(Failed::Redirects));
    assert_eq!(asked.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn an_answer_without_end_is_cut() {
    let endless = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    let (address, _) = answering(endless, Some((vec![b'x'; 64 * 1024], Duration::ZERO))).await;
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    assert_eq!(out.send(get(&format!("http://{address}/")), Bounds::default()).await.err(), Some(Failed::Large));
    // Also one that says how long it is.
    let long = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", u64::from(u32::MAX)).into_bytes();
    let (address, _) = answering(long, Some((vec![b'x'; 64 * 1024], Duration::ZERO))).await;
    assert_eq!(out.send(get(&format!("http://{address}/")), Bounds::default()).await.err(), Some(Failed::Large));
}

#[tokio::test]
async fn a_slow_answer_is_given_up() {
    let bounds = Bounds { time: Duration::from_millis(400), ..Bounds::default() };
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    for first in [&b""[..], b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n"] {
        let (address, _) = answering(first.to_vec(), Some((b"x".to_vec(), Duration::from_millis(50)))).await;
        let begun = Instant::now();
        let failed = out.send(get(&format!("http://{address}/")), bounds).await.err();
        // One letter after the other is no answer yet; it may also be none at all.
        assert!(matches!(failed, Some(Failed::Slow | Failed::Answer)), "{failed:?}");
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn whoever_answers_slowly_holds_few_places() {
    let (slow, _) = answering(Vec::new(), Some((Vec::new(), Duration::from_millis(20)))).await;
    let (quick, _) = answering(ok("here"), None).await;
    let told = Told::of(&[&["127.0.0.1"]]);
    let out = Outgoing::resolving(allowing(&["slow.example.org".to_owned(), "127.0.0.1".to_owned()]), told);
    let bounds = Bounds { time: Duration::from_millis(600), ..Bounds::default() };
    let address = format!("http://slow.example.org:{}/", slow.port());
    let asked: Vec<_> = (0..OF_ONE_HOST)
        .map(|_| {
            tokio::spawn({
                let (out, address) = (out.clone(), address.clone());
                async move { out.send(get(&address), bounds).await }
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(150)).await;
    assert_eq!(out.send(get(&address), bounds).await.err(), Some(Failed::Busy));
    assert!(out.send(get(&format!("http://{quick}/")), Bounds::default()).await.is_ok(), "others are asked meanwhile");
    for one in asked {
        assert_eq!(one.await.expect("ended").err(), Some(Failed::Slow));
    }
    assert_eq!(out.send(get(&address), bounds).await.err(), Some(Failed::Slow), "places are given back");
}

#[tokio::test]
async fn huge_heads_are_no_answer() {
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    let many: String = (0..2_000).map(|number| format!("x-{number}: y\r\n")).collect();
    let long = format!("x-long: {}\r\n", "y".repeat(2_000_000));
    for heads in [many, long] {
        let answer = format!("HTTP/1.1 200 OK\r\n{heads}content-length: 0\r\n\r\n").into_bytes();
        let (address, _) = answering(answer, None).await;
        assert_eq!(out.send(get(&format!("http://{address}/")), Bounds::default()).await.err(), Some(Failed::Answer));
    }
}

#[tokio::test]
async fn what_is_packed_is_not_unpacked() {
    let packed = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\n\x1f\x8b\x08".to_vec();
    let (address, _) = answering(packed, None).await;
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    assert_eq!(out.send(get(&format!("http://{address}/")), Bounds::default()).await.err(), Some(Failed::Answer));
}

#[tokio::test]
async fn what_is_no_answer_is_told_apart() {
    let out = Outgoing::new(allowing(&["127.0.0.1".to_owned()]));
    let (address, _) = answering(b"220 mail.example.org ESMTP\r\n".to_vec(), None).await;
    assert_eq!(out.send(get(&format!("http://{address}/")), Bounds::default()).await.err(), Some(Failed::Answer));
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
    let failed = out.send(get(&format!("http://{closed}/")), Bounds::default()).await.err();
    assert_eq!(failed, Some(Failed::Unreachable("127.0.0.1".to_owned())));
    // Whoever has no certificate that anybody vouches for is not who they say.
    let failed = out.send(get(&format!("https://{address}/")), Bounds::default()).await.err();
    assert_eq!(failed, Some(Failed::Unreachable("127.0.0.1".to_owned())));
}
