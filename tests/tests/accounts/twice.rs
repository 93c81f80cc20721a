//! Done twice, at once, or long ago.

use chrono::TimeDelta;
use testkit::{CITY, Engine, PASSWORD, TestHub, Who, both_engines};

use testkit::scene::note;

both_engines!(
    a_held_role_is_given_once,
    an_account_is_deactivated_once,
    a_document_is_withdrawn_once,
    a_link_is_used_while_its_account_ends,
    two_first_administrators_are_one,
    what_is_over_is_forgotten,
    the_glass_is_broken_once_by_an_impatient_hand,
    glass_that_was_closed_is_opened_again_at_once,
    a_link_is_sent_once_by_an_impatient_hand,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";

/// Rows of the record, events and jobs, which a second time must not add to.
async fn told(hub: &TestHub) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["audit", "events", "jobs", "city_record", "changes", "roles", "ended_roles"] {
        counts.push(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await);
    }
    counts
}

async fn a_held_role_is_given_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let path = format!("{}/roles", hub.page_of(&Who::RegionalOfficer.email()).await);
    let give = async || central.post(&path, &[("role", "practitioner"), ("city", CITY)]).await.is(303);
    give().await;
    let before = told(&hub).await;
    give().await;
    assert_eq!(told(&hub).await, before);
    // And by a double click at once.
    let both = tokio::join!(
        central.post(&path, &[("role", "city-lead"), ("city", CITY)]),
        central.post(&path, &[("role", "city-lead"), ("city", CITY)])
    );
    assert_eq!((both.0.status, both.1.status), (303, 303));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'role.granted'").await, 2);
    assert_eq!(hub.letters().await.len(), 4, "the person and the lead, of two roles");
}

async fn an_account_is_deactivated_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::CityLead).await;
    let page = hub.page_of(&Who::CityLead.email()).await;
    for what in ["deactivate", "activate"] {
        administrator.post(&format!("{page}/{what}"), &[]).await.is(303);
        let before = told(&hub).await;
        administrator.post(&format!("{page}/{what}"), &[]).await.is(303);
        assert_eq!(told(&hub).await, before, "{what}");
    }
}

async fn a_document_is_withdrawn_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    let id = lead.uploaded(&note("A title", "A text.")).await;
    central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    let before = told(&hub).await;
    lead.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    assert_eq!(told(&hub).await, before);
    lead.post(&format!("/en/library/{id}/restore"), &[]).await.is(303);
    let before = told(&hub).await;
    lead.post(&format!("/en/library/{id}/restore"), &[]).await.is(303);
    assert_eq!(told(&hub).await, before);
}

/// A link is used, its account deactivated, the password changed, at once: locks are taken in one order, so that each of
/// them is answered, and whoever is deactivated is out.
async fn a_link_is_used_while_its_account_ends(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for round in 0..3 {
        let email = format!("amina{round}@example.org");
        let own = hub.newcomer(&email, "Amina Example", "practitioner", CITY, "").await;
        let page = hub.page_of(&email).await;
        let links = [
            people::link_for(&hub.hub.db, &email).await.expect("a link"),
            people::link_for(&hub.hub.db, &email).await.expect("a link"),
        ];
        let (first, second) = (hub.visitor(), hub.visitor());
        let (ended, used, changed, older) = tokio::join!(
            async { administrator.post(&format!("{page}/deactivate"), &[]).await },
            async { first.post(&format!("/en/links/{}", links[1]), &[("password", NEW_PASSWORD)]).await },
            own.post("/en/account/password", &[("old", PASSWORD), ("new", "three boats at noon")]),
            async { second.post(&format!("/en/links/{}", links[0]), &[("password", NEW_PASSWORD)]).await },
        );
        assert_eq!(ended.status, 303);
        assert!(matches!(used.status, 303 | 410), "{}", used.status);
        assert!(matches!(changed.status, 303 | 422), "{}", changed.status);
        assert_eq!(older.status, 410, "a newer one was made by hand");
        for client in [&own, &first, &second] {
            client.get("/en/account").await.leads_to("/en/sign-in");
        }
        let id = hub.person(&email).await;
        let ways = format!(
            "SELECT (SELECT COUNT(*) FROM sessions WHERE person = {id}) \
             + (SELECT COUNT(*) FROM links WHERE person = {id} AND used_at IS NULL) AS n"
        );
        assert_eq!(hub.number(&ways).await, 0, "no way in is left");
    }
}

async fn two_first_administrators_are_one(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let first = hub.first_link.clone().expect("a first link");
    let second = people::first_link(&hub.hub.db, None).await.expect("an answer").expect("another link");
    let (one, two) = (hub.visitor(), hub.visitor());
    let become_one = async |client: &testkit::Client, secret: &str, email: &str| {
        let fields = [("name", "N"), ("email", email), ("password", PASSWORD)];
        client.post(&format!("/en/links/{secret}"), &fields).await.status
    };
    let (left, right) =
        tokio::join!(become_one(&one, &first, "one@example.org"), become_one(&two, &second, "two@example.org"));
    let mut statuses = [left, right];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'administrator'").await, 1);
}

async fn what_is_over_is_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    let fields = [("city", CITY), ("reason", "A court asks for the document of 1987.")];
    administrator.post("/en/office/glass", &fields).await.is(303);
    hub.visitor().post("/en/sign-in", &[("email", "x@example.org"), ("password", "a wrong guess")]).await.is(422);
    let tables = ["sessions", "links", "ended_roles", "glass_openings", "devices", "account_log", "throttles"];
    let counts = async || {
        let mut counts = Vec::new();
        for table in tables {
            counts.push((table, hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await));
        }
        counts
    };
    let before = counts().await;
    assert!(before.iter().all(|(_, count)| *count > 0), "{before:?}");
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(counts().await, before, "nothing of today goes");
    hub.clock.jump(TimeDelta::days(200));
    hub.tidy_up().await.expect("tidied up");
    assert!(counts().await.iter().all(|(_, count)| *count == 0), "{:?}", counts().await);
    // The record stays.
    assert!(hub.number("SELECT COUNT(*) AS n FROM city_record").await > 0);
}

async fn the_glass_is_broken_once_by_an_impatient_hand(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::CityLead).await;
    let counts = async || {
        let mut counts = Vec::new();
        for from in [
            "glass_openings",
            "events WHERE kind = 'city.glass-broken'",
            "city_record WHERE action = 'city.glass-broken'",
        ] {
            counts.push(hub.number(&format!("SELECT COUNT(*) AS n FROM {from}")).await);
        }
        counts.push(i64::try_from(hub.letters().await.len()).expect("a number"));
        counts
    };
    let fields = [("city", CITY), ("reason", "A court asks for the document of 1987.")];
    let press = || administrator.post("/en/office/glass", &fields);
    let (one, two, three) = tokio::join!(press(), press(), press());
    for reply in [&one, &two, &three] {
        assert_eq!((reply.status, reply.location()), (303, one.location()), "each is told the same");
    }
    assert_eq!(counts().await, [1, 1, 1, 1]);
    // Another reason is another opening, and so is the same one later.
    let other = [("city", CITY), ("reason", "The court asks for another document.")];
    administrator.post("/en/office/glass", &other).await.is(303);
    assert_eq!(counts().await, [2, 2, 2, 2]);
    hub.clock.jump(TimeDelta::minutes(2));
    press().await.is(303);
    assert_eq!(counts().await, [3, 3, 3, 3]);
}

async fn a_link_is_sent_once_by_an_impatient_hand(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.invited("amina@example.org", "Amina Example", "practitioner", CITY, "").await;
    hub.settle().await;
    let before = hub.letters().await.len();
    let path = format!("{}/link", hub.page_of("amina@example.org").await);
    for _ in 0..3 {
        administrator.post(&path, &[]).await.is(303);
    }
    let letters = hub.letters().await;
    assert_eq!(letters.len(), before + 1);
    let letter = letters.iter().find(|letter| letter.to == "amina@example.org").expect("a letter");
    hub.visitor().get(&letter.link()).await.is(200);
}

async fn glass_that_was_closed_is_opened_again_at_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let own = lead.uploaded(&note("Of the city", "A text.").with("access", "city")).await;
    let path = format!("/en/library/{own}");
    let fields = [("city", CITY), ("reason", "A court asks for the document of 1987.")];
    for openings in 1..=2 {
        let done = administrator.post("/en/office/glass", &fields).await;
        let _ = done.leads_to(&format!("/en/library?city={CITY}&done=glass"));
        administrator.get(&path).await.is(200);
        administrator.post("/en/office/glass/close", &[("city", CITY)]).await.is(303);
        administrator.get(&path).await.is(404);
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM glass_openings").await, openings);
        let told = hub.letters().await.iter().filter(|letter| letter.to == Who::CityLead.email()).count();
        assert_eq!(i64::try_from(told).expect("a number"), openings, "the city hears of each");
    }
}
