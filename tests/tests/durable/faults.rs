//! Faults in the store: at each statement of each action.

use std::sync::Arc;
use std::task::Poll;

use base::{Fail, SystemClock};
use extract::samples;
use store::{Db, Fault, Migration, migrate, params};
use testkit::{CITY, Client, Engine, PASSWORD, Reply, Setup, TestHub, Upload, Who, both_engines, run};

/// An action as people do it, and the number that grows by one when it is done.
struct Act {
    name: &'static str,
    who: Who,
    counts: &'static str,
}

const ACTS: [Act; 10] = [
    Act { name: "upload", who: Who::CityLead, counts: "SELECT COUNT(*) AS n FROM documents" },
    Act { name: "edit", who: Who::CityLead, counts: "SELECT CAST(SUM(revision) AS BIGINT) AS n FROM documents" },
    Act {
        name: "profile",
        who: Who::CityLead,
        counts: "SELECT COUNT(*) AS n FROM events WHERE kind = 'city.profile-written'",
    },
    Act {
        name: "facts",
        who: Who::CentralTeam,
        counts: "SELECT COUNT(*) AS n FROM events WHERE kind = 'city.facts-corrected'",
    },
    Act { name: "invite", who: Who::CentralTeam, counts: "SELECT COUNT(*) AS n FROM people" },
    Act {
        name: "rename",
        who: Who::CityLead,
        counts: "SELECT COUNT(*) AS n FROM events WHERE kind = 'person.renamed'",
    },
    Act {
        name: "contact",
        who: Who::Visitor,
        counts: "SELECT COUNT(*) AS n FROM submissions WHERE outcome LIKE '%ask/sent%'",
    },
    Act { name: "enquiry", who: Who::Visitor, counts: "SELECT COUNT(*) AS n FROM enquiries" },
    Act { name: "sign-in", who: Who::Visitor, counts: "SELECT COUNT(*) AS n FROM sessions" },
    Act {
        name: "withdraw",
        who: Who::CityLead,
        counts: "SELECT COUNT(*) AS n FROM events WHERE kind IN ('document.withdrawn', 'document.restored')",
    },
];

/// What an action is done with.
struct Stage {
    hub: TestHub,
    document: base::DocumentId,
    facts: Vec<(String, String)>,
    lead: Client,
    central: Client,
    turn: usize,
}

impl Stage {
    async fn set(engine: Engine) -> Stage {
        let hub = TestHub::start(engine).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let document = lead.uploaded(&testkit::scene::note("Looked after", "A text.")).await;
        hub.settle().await;
        let central = hub.signed_in(Who::CentralTeam).await;
        let form = central.get(&format!("/en/cities/{CITY}/facts")).await.is(200);
        let names = [
            "name_en",
            "name_fr",
            "name_ar",
            "country",
            "region",
            "kind",
            "latitude",
            "longitude",
            "population",
            "population_source",
            "place",
            "place_source",
        ];
        let mut facts: Vec<(String, String)> =
            names.iter().filter_map(|name| Some(((*name).to_owned(), form.input(name)?))).collect();
        for (name, value) in selected(&form.text()) {
            facts.retain(|(own, _)| *own != name);
            facts.push((name, value));
        }
        Stage { hub, document, facts, lead, central, turn: 0 }
    }

    fn client(&self, who: Who) -> Client {
        match who {
            Who::CityLead => self.lead.clone(),
            Who::CentralTeam => self.central.clone(),
            _ => self.hub.visitor(),
        }
    }

    async fn act(&mut self, act: &Act, client: &Client) -> Reply {
        self.turn += 1;
        let turn = self.turn;
        let document = self.document;
        match act.name {
            "upload" => client.upload(&testkit::scene::note(&format!("Title {turn}"), &format!("Text {turn}."))).await,
            "edit" => {
                let form = client.get(&format!("/en/library/{document}/edit")).await.is(200);
                let revision = form.input("revision").unwrap_or_default();
                let title = format!("Title {turn}");
                let fields = [
                    ("title", title.as_str()),
                    ("city", CITY),
                    ("type", "guide"),
                    ("access", "members"),
                    ("revision", &revision),
                ];
                client.post(&format!("/en/library/{document}/edit"), &fields).await
            }
            "profile" => {
                let page = format!("/en/cities/{CITY}/profile");
                let form = client.get(&page).await.is(200);
                let revision = form.input("revision").unwrap_or_default();
                let summary = format!("What the city says, the {turn}th time.");
                client.post(&page, &[("summary", &summary), ("revision", &revision), ("lang", "en")]).await
            }
            "facts" => {
                let page = format!("/en/cities/{CITY}/facts");
                let revision = client.get(&page).await.is(200).input("revision").unwrap_or_default();
                let mut fields: Vec<(&str, &str)> =
                    self.facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                fields.push(("revision", &revision));
                client.post(&page, &fields).await
            }
            "invite" => {
                let email = format!("newcomer-{turn}@example.org");
                let fields = [
                    ("name", "Somebody New"),
                    ("email", &email),
                    ("lang", "en"),
                    ("role", "practitioner"),
                    ("city", CITY),
                ];
                client.post("/en/office/people/invite", &fields).await
            }
            "rename" => client.post("/en/account", &[("name", &format!("Example {turn}")), ("lang", "en")]).await,
            "enquiry" => {
                self.hub.clock.jump(chrono::TimeDelta::minutes(61));
                let email = format!("office.{turn}@example.org");
                let fields = [
                    ("for", "local-government"),
                    ("country", "NE"),
                    ("place", "Zinder"),
                    ("kind", "city"),
                    ("name", "Amina"),
                    ("position", "Assistant to the mayor"),
                    ("email", &email),
                    ("mandate", "asked"),
                    ("message", "We would like to take part."),
                ];
                self.hub.write_to(client, "/en/join", &fields).await
            }
            "contact" => {
                // Not more letters in an hour than one place may send.
                self.hub.clock.jump(chrono::TimeDelta::minutes(61));
                let once = base::secret::new_secret();
                let text = format!("We would like to take part, and ask for the {turn}th time.");
                let fields = [
                    ("once", once.as_str()),
                    ("name", "Amina"),
                    ("city", "Zinder"),
                    ("email", "amina@example.org"),
                    ("text", &text),
                    ("message", &text),
                ];
                self.hub.write_to(client, "/en/contact", &fields).await
            }
            "sign-in" => {
                // Each from a browser of its own, and never too often.
                self.hub.clock.jump(chrono::TimeDelta::minutes(16));
                let fields = [("email", "city-lead@example.org"), ("password", PASSWORD)];
                self.hub.visitor().post("/en/sign-in", &fields).await
            }
            "withdraw" => {
                let withdrawn = self
                    .hub
                    .number(&format!("SELECT COUNT(*) AS n FROM documents WHERE id = {} AND withdrawn", document.0))
                    .await;
                let verb = if withdrawn == 1 { "restore" } else { "withdraw" };
                client.post(&format!("/en/library/{document}/{verb}"), &[]).await
            }
            other => panic!("{other} is no action"),
        }
    }

    /// Counts as another process would: on connections that were opened now.
    async fn seen_from_outside(&self, act: &Act) -> i64 {
        let url = match &self.hub.settings.database_url {
            Some(url) => url.clone(),
            None => self.hub.data().join("hub.db").to_string_lossy().into_owned(),
        };
        let db = Db::open(&url, Arc::new(SystemClock)).await.expect("it opens beside the hub");
        let number = db.read().number(act.counts, Vec::new()).await.expect("a number");
        db.close().await;
        number
    }

    /// An everyday refusal in a transaction: the road on which the fault came back.
    async fn refusal(&self) {
        let fields = [
            ("name", "Twice"),
            ("email", "city-lead@example.org"),
            ("lang", "en"),
            ("role", "practitioner"),
            ("city", CITY),
        ];
        self.central.post("/en/office/people/invite", &fields).await.is(422);
    }
}

/// What the page's lists have chosen.
fn selected(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for part in html.split("<select").skip(1) {
        let name = part.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let list = part.split("</select>").next().unwrap_or_default();
        let chosen =
            list.split("<option").find(|option| option.split('>').next().unwrap_or_default().contains("selected"));
        if let Some(value) = chosen.and_then(|option| option.split("value=\"").nth(1)?.split('"').next()) {
            found.push((name.to_owned(), value.to_owned()));
        }
    }
    found
}

fn acknowledged(reply: &Reply) -> bool {
    (200..400).contains(&reply.status)
}

/// Lets the action meet a fault at its `number`th statement. Answers whether it came so far.
async fn with_fault(stage: &mut Stage, act: &Act, number: i64, fault: Fault) -> bool {
    let client = stage.client(act.who);
    let before = stage.seen_from_outside(act).await;
    stage.hub.hub.db.faults().at(number, fault);
    let reply = stage.act(act, &client).await;
    let struck = !stage.hub.hub.db.faults().disarm();
    let after = stage.seen_from_outside(act).await;
    let place = format!("{} at statement {number}, {fault:?}: {} {}", act.name, reply.status, reply.main());
    let done = i64::from(acknowledged(&reply));
    assert_eq!(after - before, done, "{place}");
    assert!(acknowledged(&reply) || reply.status == 503, "{place}");
    // The disk is well again; something everyday is refused; then what is acknowledged is there.
    stage.refusal().await;
    let before = stage.seen_from_outside(act).await;
    let reply = stage.act(act, &client).await;
    assert!(acknowledged(&reply), "after it, {place}: {} {}", reply.status, reply.main());
    assert_eq!(stage.seen_from_outside(act).await - before, 1, "after it, {place}");
    struck
}

#[test]
fn at_every_statement_of_every_action() {
    run(crate::features, async {
        let mut stage = Stage::set(Engine::Sqlite).await;
        for act in &ACTS {
            let mut number = 1;
            for fault in [Fault::Full, Fault::Io, Fault::Busy].into_iter().cycle() {
                if !with_fault(&mut stage, act, number, fault).await {
                    break;
                }
                number += 1;
                assert!(number < 60, "{} has no end", act.name);
            }
            assert!(number > 3, "{} met only {number} faults: beginning, writing and ending are three", act.name);
            println!("{}: {} statements", act.name, number - 1);
        }
    });
}

/// The same on the other engine, at the beginning, in the middle, and further on.
#[test]
fn at_statements_of_every_action_on_postgresql() {
    run(crate::features, async {
        let mut stage = Stage::set(Engine::Postgres).await;
        for act in &ACTS {
            let mut met = 0;
            for (number, fault) in [(1, Fault::Lost), (2, Fault::Lost), (3, Fault::Busy), (5, Fault::Lost)] {
                met += usize::from(with_fault(&mut stage, act, number, fault).await);
            }
            assert!(met >= 2, "{}", act.name);
        }
    });
}

both_engines!(a_request_that_is_given_up_leaves_nothing_and_the_next_is_done);

/// Cancelled at any moment: the future is dropped after so many polls.
async fn a_request_that_is_given_up_leaves_nothing_and_the_next_is_done(engine: Engine) {
    let stage = Stage::set(engine).await;
    let db = stage.hub.hub.db.clone();
    let mut finished = 0;
    for patience in 0..60 {
        let id = 1_000 + i64::from(patience);
        let work = async {
            let tx = db.begin().await?;
            tx.exec("INSERT INTO probes (id, at) VALUES ($1, $2)", params![id, tx.now()]).await?;
            tx.exec("UPDATE probes SET at = $2 WHERE id = $1", params![id, tx.now()]).await?;
            tx.commit().await
        };
        let outcome = polled(work, patience).await;
        // Given up before the end it may have been brought to its end all the same, never by half.
        let tx = db.begin().await.expect("the next one has its turn");
        tx.exec("INSERT INTO probes (id, at) VALUES ($1, $2)", params![id + 5_000, tx.now()]).await.expect("a row");
        tx.commit().await.expect("committed");
        let both = format!("SELECT COUNT(*) AS n FROM probes WHERE id IN ({id}, {})", id + 5_000);
        assert!((1..=2).contains(&stage.hub.number(&both).await));
        let own = stage.hub.number(&format!("SELECT COUNT(*) AS n FROM probes WHERE id = {id}")).await;
        if matches!(outcome, Some(Ok(()))) {
            finished += 1;
            assert_eq!(own, 1, "it was acknowledged");
        }
    }
    assert!(finished < 60, "some were given up");
    assert!(db.takes_writes(std::time::Duration::from_secs(5)).await.is_ok());
}

/// What comes of some work that is looked at so many times; nothing where it is not done by then, and given up.
async fn polled<T>(work: impl Future<Output = T>, mut times: u32) -> Option<T> {
    let mut work = std::pin::pin!(work);
    std::future::poll_fn(|context| {
        if times == 0 {
            return Poll::Ready(None);
        }
        times -= 1;
        match work.as_mut().poll(context) {
            Poll::Pending if times == 0 => Poll::Ready(None),
            outcome => outcome.map(Some),
        }
    })
    .await
}

/// SQLite's own refusal: the file may not grow.
#[test]
fn after_a_full_database_file_nothing_is_lost() {
    run(crate::features, async {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("full.db").to_string_lossy().into_owned();
        let clock = Arc::new(SystemClock);
        let db = Db::open(&path, clock.clone()).await.expect("it opens");
        let table = Migration {
            name: "20270101_000000_test",
            sql: "CREATE TABLE things (id BIGINT PRIMARY KEY, text TEXT);\n",
        };
        migrate(&db, store::MIGRATIONS.iter().copied().chain([table]).collect()).await.expect("tables");
        let write = async |id: i64, bytes: usize| {
            let tx = db.begin().await?;
            tx.exec("INSERT INTO things (id, text) VALUES ($1, $2)", params![id, "x".repeat(bytes)]).await?;
            tx.exec("UPDATE things SET text = text || 'y' WHERE id = $1", params![id]).await?;
            tx.commit().await
        };
        write(1, 10).await.expect("a row");
        // The next writing connection sees a full disk.
        let pages = db.read().number("SELECT page_count AS n FROM pragma_page_count()", vec![]).await.expect("pages");
        db.faults().limit_pages(pages + 1);
        db.faults().at(1, Fault::Io);
        write(2, 10).await.expect_err("the connection is given up");
        for id in 3..6 {
            let full = write(id, 100_000).await;
            assert!(matches!(&full, Err(Fail::Unavailable(text)) if text.contains("full")), "{full:?}");
        }
        assert!(db.takes_writes(std::time::Duration::from_secs(1)).await.is_ok(), "a small row still fits");
        db.faults().limit_pages(0);
        write(1, 10).await.expect_err("taken: an everyday refusal");
        write(7, 100_000).await.expect("there is room again");
        let other = Db::open(&path, clock).await.expect("it opens beside it");
        let seen = other.read().number("SELECT CAST(SUM(id) AS BIGINT) AS n FROM things", vec![]).await;
        assert_eq!(seen.expect("a number"), 8, "the first and the last");
    });
}

/// Nothing outside is waited for in a write transaction: the rule sees it.
#[test]
fn a_file_is_not_asked_for_in_a_transaction() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).start().await;
        let hash = blobs::Hash::of(b"nothing");
        assert!(!hub.hub.blobs.has(&hash).await.expect("an answer"), "outside of one it may be asked");
        let handle = hub.hub.clone();
        let asked = tokio::spawn(async move {
            let _tx = handle.db.begin().await.expect("a transaction");
            handle.blobs.has(&hash).await
        });
        let seen = asked.await.expect_err("a test build stops there");
        assert!(seen.is_panic());
        let lead = hub.signed_in(Who::CityLead).await;
        lead.uploaded(&Upload::new("Another", "a.txt", samples::txt(&["A text."]))).await;
    });
}
