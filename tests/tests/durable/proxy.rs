//! A proxy between the hub and PostgreSQL that cuts, or says nothing.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use testkit::{Engine, Setup, TestHub, Who, run};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Well,
    /// Every connection ends, and new ones at once.
    Cut,
    /// Bytes go nowhere; connections stay open, and new ones are taken.
    Silent,
    /// Connections of before are silent; new ones are well.
    HalfOpen(u64),
}

struct Proxy {
    address: SocketAddr,
    line: Arc<watch::Sender<Line>>,
    opened: Arc<std::sync::atomic::AtomicU64>,
}

impl Proxy {
    async fn before(target: SocketAddr) -> Proxy {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let line = Arc::new(watch::Sender::new(Line::Well));
        let opened = Arc::new(std::sync::atomic::AtomicU64::new(0));
        let (told, count) = (line.clone(), opened.clone());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let number = count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                let line = told.subscribe();
                tokio::spawn(async move {
                    if *line.borrow() == Line::Cut {
                        return;
                    }
                    let Ok(server) = TcpStream::connect(target).await else { return };
                    let (client_in, client_out) = client.into_split();
                    let (server_in, server_out) = server.into_split();
                    let to_server = pump(client_in, server_out, line.clone(), number);
                    let to_client = pump(server_in, client_out, line, number);
                    tokio::select! { () = to_server => {} () = to_client => {} }
                });
            }
        });
        Proxy { address, line, opened }
    }

    fn is(&self, line: Line) {
        self.line.send_replace(line);
    }

    fn half_open(&self) {
        self.is(Line::HalfOpen(self.opened.load(std::sync::atomic::Ordering::SeqCst)));
    }
}

async fn pump(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    mut line: watch::Receiver<Line>,
    number: u64,
) {
    let mut bytes = vec![0; 16 * 1024];
    loop {
        let silent = |line: Line| line == Line::Silent || matches!(line, Line::HalfOpen(before) if number < before);
        let now = *line.borrow_and_update();
        if now == Line::Cut {
            return;
        }
        tokio::select! {
            changed = line.changed() => if changed.is_err() { return },
            read = from.read(&mut bytes), if !silent(now) => match read {
                Ok(count) if count > 0 => {
                    if to.write_all(&bytes[..count]).await.is_err() {
                        return;
                    }
                }
                _ => return,
            },
        }
    }
}

/// A hub whose database is behind a proxy.
async fn behind_a_proxy() -> (TestHub, Proxy) {
    let (told, proxy) = tokio::sync::oneshot::channel();
    let handle = tokio::runtime::Handle::current();
    let hub = Setup::new(Engine::Postgres)
        .settings(move |settings| {
            let mut url = url::Url::parse(settings.database_url.as_deref().expect("PostgreSQL")).expect("an address");
            let target = SocketAddr::from(([127, 0, 0, 1], url.port().expect("a port")));
            let proxy = tokio::task::block_in_place(|| handle.block_on(Proxy::before(target)));
            url.set_port(Some(proxy.address.port())).expect("a port");
            settings.database_url = Some(url.into());
            let _ = told.send(proxy);
        })
        .start()
        .await;
    (hub, proxy.await.expect("a proxy"))
}

/// Looks for a page until it answers with this status; how long that took.
async fn until(hub: &TestHub, path: &str, status: u16) -> Duration {
    let begun = Instant::now();
    while hub.visitor().get(path).await.status != status {
        assert!(begun.elapsed() < Duration::from_secs(30), "{path} never answers {status}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    begun.elapsed()
}

/// A page that is never kept, so that the database is asked.
const ASKS: &str = "/api/v1/documents?limit=1";

#[test]
fn a_database_that_is_cut_off_is_told_and_comes_back() {
    run(crate::features, async {
        let (hub, proxy) = behind_a_proxy().await;
        let lead = hub.signed_in(Who::CityLead).await;
        hub.visitor().get(ASKS).await.is(200);
        for _ in 0..3 {
            proxy.is(Line::Cut);
            let told = until(&hub, ASKS, 503).await;
            assert!(hub.visitor().get("/health/ready").await.status == 503, "readiness tells the truth");
            proxy.is(Line::Well);
            let back = until(&hub, ASKS, 200).await;
            println!("503 after {told:?}, 200 after {back:?}");
            assert!(told < Duration::from_secs(2) && back < Duration::from_secs(2), "{told:?} {back:?}");
            lead.get("/en/account").await.is(200);
        }
        hub.hub.db.close().await;
    });
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_by_cuts() {
    run(crate::features, async {
        let (hub, proxy) = behind_a_proxy().await;
        let lead = hub.signed_in(Who::CityLead).await;
        let (mut acknowledged, mut refused) = (Vec::new(), 0);
        for number in 0..60_u64 {
            let writing = {
                let lead = lead.clone();
                tokio::spawn(async move {
                    let upload = testkit::scene::note(&format!("Cut {number}"), &format!("Text {number}."));
                    // Refused before all was sent, the connection ends: no acknowledgement either.
                    lead.try_upload(&upload).await.map_or(503, |reply| reply.status)
                })
            };
            // Somewhere in the middle, at another moment each time.
            tokio::time::sleep(Duration::from_micros(number * 211)).await;
            if number % 2 == 0 {
                proxy.is(Line::Cut);
            }
            match writing.await.expect("an answer") {
                303 => acknowledged.push(number),
                503 => refused += 1,
                other => panic!("{other}"),
            }
            proxy.is(Line::Well);
        }
        println!("{} acknowledged, {refused} refused", acknowledged.len());
        assert!(!acknowledged.is_empty() && refused > 0);
        until(&hub, ASKS, 200).await;
        for number in acknowledged {
            let sql = format!("SELECT COUNT(*) AS n FROM documents WHERE title = 'Cut {number}'");
            assert_eq!(hub.number(&sql).await, 1, "Cut {number}");
        }
        let doubled = "SELECT COUNT(*) AS n FROM (SELECT title FROM documents GROUP BY title HAVING COUNT(*) > 1) d";
        assert_eq!(hub.number(doubled).await, 0);
        hub.hub.db.close().await;
    });
}

#[test]
fn a_database_that_says_nothing_is_given_up_in_time() {
    run(crate::features, async {
        let (hub, proxy) = behind_a_proxy().await;
        hub.visitor().get(ASKS).await.is(200);
        proxy.is(Line::Silent);
        let begun = Instant::now();
        let (page, ready) = tokio::join!(async { (hub.visitor().get(ASKS).await.status, begun.elapsed()) }, async {
            (hub.visitor().get("/health/ready").await.status, begun.elapsed())
        },);
        println!("silent: page {page:?}, ready {ready:?}");
        assert!(page.0 == 503 && page.1 < Duration::from_secs(8), "{page:?}");
        assert!(ready.0 == 503 && ready.1 < Duration::from_secs(2), "{ready:?}");
        hub.visitor().get("/health/live").await.is(200);
        proxy.is(Line::Well);
        assert!(until(&hub, ASKS, 200).await < Duration::from_secs(8));
        // Old connections are dead, new ones well: whoever comes first finds out for all.
        proxy.half_open();
        assert!(until(&hub, ASKS, 200).await < Duration::from_secs(8));
        for _ in 0..20 {
            let begun = Instant::now();
            hub.visitor().get(ASKS).await.is(200);
            assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        }
        hub.hub.db.close().await;
    });
}
