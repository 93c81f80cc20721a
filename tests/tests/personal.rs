//! What the hub keeps of people: no column with somebody in it is forgotten, and everybody gets what is theirs and nothing else.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use serde_json::Value;
use testkit::scene::note;
use testkit::{Client, Engine, TestHub, Who, both_engines};
use zip::ZipArchive;

both_engines!(
    no_column_with_somebody_in_it_is_forgotten,
    everybody_gets_what_is_kept_of_them,
    nobody_gets_what_is_not_theirs,
    whoever_left_a_city_takes_none_of_its_documents_along,
    whoever_is_erased_is_in_no_row_and_their_work_stays,
);

/// Columns that are called as if somebody stood in them, and why nobody does who has an account.
const NOBODY: [(&str, &str, &str); 9] = [
    ("audit", "actor_salt", "how it is sealed who did it"),
    ("audit", "actor_commitment", "how it is sealed who did it"),
    ("body_persons", "body", "a body"),
    ("editorial_items", "reviewed_by", "a name that the team typed"),
    ("message_letters", "recipient", "an office's address, until its letter has left"),
    ("city_profiles", "by_team", "yes or no"),
    ("sessions", "by_link", "yes or no"),
    ("pictures", "shows_people", "yes or no"),
    ("invitations", "by_hand", "yes or no"),
];

/// Is a column called as if it told who?
fn tells_who(column: &str) -> bool {
    ["person", "actor", "owner", "author", "recipient", "people", "user"].iter().any(|word| column.contains(word))
        || column.ends_with("_by")
        || column.starts_with("by_")
        || column.contains("email")
}

/// All columns of all tables.
pub async fn columns(hub: &TestHub) -> Vec<(String, String)> {
    let sql = match hub.hub.db.engine() {
        store::Engine::Sqlite => {
            "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        }
        store::Engine::Postgres => {
            "SELECT CAST(table_name AS TEXT) AS t, CAST(column_name AS TEXT) AS c FROM information_schema.columns \
             WHERE table_schema = 'public'"
        }
    };
    let rows = hub.hub.db.read().raw_in_own_words(sql, vec![]).await.expect("the tables are told");
    rows.iter().map(|row| (row.get("t").expect("a table"), row.get("c").expect("a column"))).collect()
}

async fn no_column_with_somebody_in_it_is_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let known: BTreeSet<(&str, &str)> = hub
        .parts
        .personal
        .rows
        .iter()
        .map(|own| (own.table, own.whose.column()))
        .chain(NOBODY.map(|own| (own.0, own.1)))
        .collect();
    let all = columns(&hub).await;
    assert!(all.len() > 300, "{}", all.len());
    let forgotten: Vec<_> = all
        .iter()
        .filter(|(table, column)| tells_who(column) && !known.contains(&(table.as_str(), column.as_str())))
        .collect();
    assert!(forgotten.is_empty(), "a feature has to say in its `personal.rs` whose these are: {forgotten:?}");
    // And what is said is there.
    for own in &hub.parts.personal.rows {
        let column = own.whose.column();
        assert!(all.iter().any(|(table, name)| table == own.table && name == column), "{}.{column}", own.table);
    }
}

/// The files of somebody's archive, by their names.
async fn taken(client: &Client) -> (Value, Vec<(String, Vec<u8>)>) {
    let reply = client.post("/en/account/data", &[]).await.is(200);
    assert_eq!(reply.header("content-type"), "application/zip");
    assert!(reply.header("cache-control").contains("no-store"));
    assert!(reply.header("content-disposition").starts_with("attachment; filename=\"my-data-"));
    let mut zip = ZipArchive::new(Cursor::new(reply.body.to_vec())).expect("an archive");
    let mut files = Vec::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        files.push((name, bytes));
    }
    let data = files.pop().expect("what is kept");
    assert_eq!(data.0, "data.json");
    (serde_json::from_slice(&data.1).expect("JSON"), files)
}

async fn everybody_gets_what_is_kept_of_them(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    let id = lead.uploaded(&note("Wells of the old town", "The words of it.").with("access", "city")).await;
    central.get(&hub.page_of(&Who::CityLead.email()).await).await.is(200);
    // As somebody types it who has no account, or does not sign in.
    let typed = Who::CityLead.email().replace("city-lead", "City-Lead");
    let message = [("name", "Salif"), ("email", &*typed), ("message", "How do we begin?")];
    hub.write_to(&hub.visitor(), "/en/contact", &message).await.is(303);
    lead.get("/en/account").await.is(200).shows("href=\"/en/account/data\"");
    lead.get("/en/account/data").await.is(200).shows("action=\"/en/account/data\"");
    let (data, files) = taken(&lead).await;
    assert_eq!(data["about"]["person"], base::id::write_id(hub.person(&Who::CityLead.email()).await));
    assert_eq!(data["account"]["people"][0]["email"], Who::CityLead.email());
    assert_eq!(data["roles"]["roles"][0]["role"], "city-lead");
    assert_eq!(data["documents"]["documents"][0]["title"], "Wells of the old town");
    assert_eq!(data["messages"]["messages"][0]["text"], "How do we begin?");
    assert_eq!(data["cut"], serde_json::json!([]));
    let acts: Vec<&str> =
        data["record"]["audit"].as_array().expect("a list").iter().filter_map(|own| own["action"].as_str()).collect();
    assert!(acts.contains(&"person.seen") && acts.contains(&"person.password-set"), "{acts:?}");
    assert!(data["activity"]["events"].as_array().is_some_and(|events| !events.is_empty()));
    assert_eq!(files.len(), 1);
    assert!(
        files[0].0.starts_with(&format!("files/{id}."))
            && String::from_utf8_lossy(&files[0].1).contains("The words of it."),
        "{}",
        files[0].0
    );
    // One that the store has lost takes nothing else along.
    let hash =
        hub.hub.db.read().raw("SELECT file FROM documents WHERE owner IS NOT NULL", vec![]).await.expect("a file");
    let hash = blobs::Hash::parse(&hash[0].get::<String>("file").expect("its hash")).expect("a hash");
    hub.hub.blobs.remove(&hash).await.expect("removed");
    let (without, none) = taken(&lead).await;
    assert!(none.is_empty() && without["files_left_out"][0].as_str() == files[0].0.strip_prefix("files/"), "{without}");
    // It is on record, and the next one tells of it.
    let (again, _) = taken(&lead).await;
    assert!(again["record"].to_string().contains("person.data-taken"));
    lead.get("/en/account/record").await.is(200).shows("Own data downloaded");
}

async fn nobody_gets_what_is_not_theirs(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    lead.uploaded(&note("Wells of the old town", "Ours.").with("access", "city")).await;
    central.post(&format!("{}/deactivate", hub.page_of(&Who::OtherLead.email()).await), &[]).await.is(303);
    central.post(&format!("{}/activate", hub.page_of(&Who::OtherLead.email()).await), &[]).await.is(303);
    let other = {
        drop(other);
        hub.signed_in(Who::OtherLead).await
    };
    for client in [&other, &administrator, &central] {
        let (data, files) = taken(client).await;
        let text = data.to_string();
        assert!(!text.contains("Wells of the old town") && files.is_empty(), "{text}");
        assert!(!text.contains(&Who::CityLead.email()), "{text}");
    }
    // Nothing that opens anything: no hash of a password, of a session, of a link, nothing sealed.
    let (data, _) = taken(&lead).await;
    let text = data.to_string();
    for secret in ["password\":", "hash", "sealed", "signed\":", "$argon2", "salt", "commitment", "credential"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    // Not without having signed in, and not long after.
    hub.visitor().post("/en/account/data", &[]).await.leads_to("/en/sign-in");
    hub.visitor().get("/en/account/data").await.leads_to("/en/sign-in");
    hub.clock.jump(chrono::TimeDelta::minutes(16));
    let late = lead.post_plainly("/en/account/data", &[]).await;
    assert_eq!(late.status, 307, "{}", late.location());
}

async fn whoever_left_a_city_takes_none_of_its_documents_along(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (practitioner, central) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::CentralTeam).await);
    let own = practitioner.uploaded(&note("Plan of the market", "Ours.").with("access", "city")).await;
    let shown = practitioner.uploaded(&note("Plan of the square", "For all.").with("access", "members")).await;
    assert_eq!(taken(&practitioner).await.1.len(), 2);
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    let (data, files) = taken(&practitioner).await;
    let text = data["documents"].to_string();
    assert!(!text.contains("Plan of the") && files.is_empty(), "{text}");
    for id in [own, shown] {
        practitioner.get(&format!("/en/library/{id}")).await.is(404);
    }
    assert_eq!(data["roles"]["ended_roles"][0]["role"], "practitioner", "what they were is theirs");
}

async fn whoever_is_erased_is_in_no_row_and_their_work_stays(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (email, name) = ("salma.wombat@example.org", "Salma Wombat");
    let lead = hub.newcomer(email, name, "city-lead", testkit::CITY, "").await;
    let id = hub.person(email).await;
    let document = lead.uploaded(&note("Wells of the old town", "The words of it.").with("access", "city")).await;
    // Rows in which somebody stands otherwise than by their number.
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{}'", testkit::CITY)).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let point = "INSERT INTO contact_points (id, city, person, kind, position, organisation, from_at, reason) \
                 VALUES ($1, $2, $3, 'mandated', 'Wombat deputy mayor', 'Wombat city', $4, 'Wombat reason')";
    tx.exec(point, store::params![tx.new_id(), city, id, tx.now()]).await.expect("a point of contact");
    let report = "INSERT INTO breach_reports (id, city, text, evidence, name, email, lang, received_at, note) \
                  VALUES ($1, $2, 'What was seen.', '', $3, $4, 'en', $5, '')";
    let typed = email.to_uppercase();
    tx.exec(report, store::params![tx.new_id(), city, name, typed, tx.now()]).await.expect("a report");
    tx.commit().await.expect("committed");
    lead.post("/en/account/erase", &[]).await.is(303);
    for days in [14, 2] {
        hub.clock.jump(chrono::TimeDelta::days(days) + chrono::TimeDelta::seconds(2));
        hub.settle().await;
    }
    hub.tidy_up().await.expect("tidied up");
    let dump = hub.dump().await;
    let left: Vec<_> = dump.lines().filter(|line| line.to_lowercase().contains("wombat")).collect();
    assert!(left.is_empty(), "{left:?}");
    let counted = |of: &str| format!("SELECT COUNT(*) AS n FROM {of}");
    assert_eq!(hub.number(&counted(&format!("contact_points WHERE person = {id}"))).await, 1);
    assert_eq!(hub.number(&counted("breach_reports WHERE text = 'What was seen.'")).await, 1);
    let faults = store::verify_audit(&hub.hub.db.read(), &[]).await.expect("read").faults;
    assert_eq!(faults, []);
    // The document is the city's.
    let other = hub.signed_in(Who::CityLead).await;
    other.get(&format!("/en/library/{document}")).await.is(200).shows("Wells of the old town").hides("Wombat");
    other.get(&format!("/en/cities/{}/people", testkit::CITY)).await.is(200).hides("Wombat");
}
