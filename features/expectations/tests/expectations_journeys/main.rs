//! How cities stand with what is expected of them.

use base::CityId;
use expectations::Evidence;
use testkit::{CITY, Client, Engine, REGION, Reply, TestHub, Who, both_engines};

both_engines!(
    a_city_sees_how_it_stands_and_what_helps,
    the_office_enters_what_a_city_has_done,
    what_counts_for_a_year_says_nothing_of_another,
    what_a_city_chose_is_expected_of_it_alone,
    a_signature_of_the_version_in_force_counts,
    the_same_evidence_is_one_finding,
    each_office_sees_its_own_members,
    what_is_wrong_is_said_and_nothing_lost,
);

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
        principles::feature(),
        ::expectations::feature(),
    ]
}

fn place(city: &str) -> String {
    format!("/en/cities/{city}/expectations")
}

async fn enter(client: &Client, city: &str, expectation: &str, year: &str, path: &str) -> Reply {
    let note = ("note", "Regional workshop, the team's list of those present.");
    client.post(&place(city), &[("expectation", expectation), ("year", year), note, ("path", path)]).await
}

async fn findings(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM findings WHERE withdrawn_at IS NULL").await
}

async fn a_city_sees_how_it_stands_and_what_helps(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    for client in [&lead, &practitioner] {
        let page = client.get(&place(CITY)).await.is(200).shows("A city lead is named").shows("Open");
        page.shows("Taking part in one event").hides("Enter what the city has done");
    }
    hub.signed_in(Who::OtherLead).await.get(&place(CITY)).await.is(403);
    hub.visitor().get(&place(CITY)).await.leads_to("/en/sign-in");
    // Nobody of the city says so of itself.
    enter(&lead, CITY, "join-one-event", "2026", "").await.is(403);
    lead.post(&format!("{}/agreed", place(CITY)), &[("agreed", "answer-surveys")]).await.is(403);
    assert_eq!(findings(&hub).await, 0);
}

async fn the_office_enters_what_a_city_has_done(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    officer.get(&place(CITY)).await.is(200).shows("Enter what the city has done");
    for _ in 0..2 {
        enter(&officer, CITY, "join-one-event", "2026", "").await.leads_to(&place(CITY));
    }
    assert_eq!(findings(&hub).await, 1, "pressed twice it is one");
    let page = lead.get(&place(CITY)).await.is(200).shows("Regional workshop").shows("Entered by the network");
    page.hides("Take back");
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Expectation met: entered");
    let id = base::id::write_id(hub.number("SELECT id AS n FROM findings").await);
    let withdraw = format!("{}/{id}/withdraw", place(CITY));
    lead.post(&withdraw, &[]).await.is(403);
    for _ in 0..2 {
        officer.post(&withdraw, &[]).await.is(303);
    }
    assert_eq!(findings(&hub).await, 0);
    lead.get(&place(CITY)).await.is(200).hides("Regional workshop");
    let taken = hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'finding.withdrawn'").await;
    assert_eq!(taken, 1);
}

async fn what_counts_for_a_year_says_nothing_of_another(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    enter(&central, CITY, "join-one-event", "2025", "").await.is(303);
    central.get(&place(CITY)).await.is(200).hides("Regional workshop");
    central.get(&format!("{}?year=2025", place(CITY))).await.is(200).shows("Regional workshop");
    // What is met once is met in each year.
    enter(&central, CITY, "commit-to-principles", "2025", "").await.is(303);
    central.get(&place(CITY)).await.is(200).shows("Regional workshop");
    // A year that cannot be is this one.
    central.get(&format!("{}?year=1900", place(CITY))).await.is(200).shows("Membership in 2026");
    enter(&central, CITY, "join-one-event", "2027", "").await.is(422).shows("id=\"year-error\"");
}

async fn what_a_city_chose_is_expected_of_it_alone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let agree = format!("{}/agreed", place(CITY));
    // What is expected of all is nobody's choice.
    let chosen = [("agreed", "answer-surveys"), ("agreed", "join-one-event"), ("agreed", "no-such")];
    for _ in 0..2 {
        central.post(&agree, &chosen).await.is(303);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM agreed_expectations").await, 1);
    central.get("/en/office/expectations.csv").await.is(200).shows("of 4 met").shows("of 3 met");
    central.post(&agree, &[]).await.is(303);
    central.get("/en/office/expectations.csv").await.is(200).hides("of 4 met");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM agreed_expectations WHERE ended_at IS NOT NULL").await, 1);
}

async fn a_signature_of_the_version_in_force_counts(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&place(CITY)).await.is(200).hides("The guiding principles are signed");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = CityId(hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await);
    let newest = principles::in_force(&tx).await.expect("read").expect("a version").version;
    let text = principles::texts_of(&tx, newest.id).await.expect("texts").remove(0);
    let signature = principles::Signature {
        version: newest.id,
        lang: text.lang,
        hash: text.hash,
        name: "The mayor".to_owned(),
        position: "Mayor".to_owned(),
        named: false,
        signed_at: tx.now(),
        entered_by: None,
        paper: String::new(),
    };
    principles::sign(&tx, &base::Actor::System, city, &signature).await.expect("signed");
    tx.commit().await.expect("committed");
    lead.get(&place(CITY)).await.is(200).shows("The guiding principles are signed");
}

async fn the_same_evidence_is_one_finding(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let city = CityId(hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await);
    let found = async || {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        expectations::found(&tx, &hub.hub, city, Evidence::Attendance, 2026, "/news").await.expect("found");
        tx.commit().await.expect("committed");
    };
    tokio::join!(found(), found());
    found().await;
    assert_eq!(findings(&hub).await, 1);
    lead.get(&place(CITY)).await.is(200).shows("Took part in an event").shows("href=\"/en/news\"");
}

async fn each_office_sees_its_own_members(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    let all = central.get("/en/office/expectations.csv").await.is(200).text().lines().count() - 1;
    let own = officer.get("/en/office/expectations.csv").await.is(200).text().lines().count() - 1;
    let of_region = hub.number(&format!("SELECT COUNT(*) AS n FROM cities WHERE region = '{REGION}'")).await;
    assert_eq!((all, own as i64), (112, of_region));
    for who in [Who::Practitioner, Who::CityLead] {
        hub.signed_in(who).await.get("/en/office/expectations").await.is(403);
    }
    // A city of another region is none of theirs.
    officer.get(&place("oslo")).await.is(403);
    enter(&officer, "oslo", "join-one-event", "2026", "").await.is(403);
    assert_eq!(findings(&hub).await, 0);
}

async fn what_is_wrong_is_said_and_nothing_lost(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    enter(&central, CITY, "no-such", "2026", "")
        .await
        .is(422)
        .shows("id=\"expectation-error\"")
        .shows("Regional workshop");
    for path in ["https://elsewhere.example", "//elsewhere.example", "news"] {
        enter(&central, CITY, "join-one-event", "2026", path).await.is(422).shows("id=\"path-error\"");
    }
    enter(&central, CITY, "join-one-event", "2026", "/news").await.is(303);
    let again = [("expectation", "join-one-event"), ("year", "2026"), ("note", "Another"), ("path", "/news")];
    let page = central.post(&place(CITY), &again).await.is(422);
    page.shows("is entered for this expectation already");
    assert_eq!(findings(&hub).await, 1);
}
