//! In which order what is done with accounts and roles waits for each other. On SQLite one writes at a time.

use base::{CityId, PersonId};
use chrono::TimeDelta;
use store::params;
use testkit::{CITY, Engine, OTHER_CITY, PASSWORD, TestHub, Who, postgres_only};

postgres_only!(
    roles_that_come_into_force_wait_for_cities_in_one_order,
    an_account_is_closed_with_all_that_it_holds_by_then,
);

const LOOKS: usize = 1_200;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(25);

/// Until somebody waits for a lock of this database.
async fn somebody_waits(hub: &TestHub) {
    let waiting = "SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted \
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    for _ in 0..LOOKS {
        if hub.number(waiting).await > 0 {
            return;
        }
        tokio::time::sleep(PAUSE).await;
    }
    panic!("nobody waits");
}

/// Nobody holds this lock.
async fn is_free(hub: &TestHub, name: &str) -> bool {
    let key = i64::from_str_radix(&base::secret::hash(name)[..15], 16).expect("a key");
    let tried = format!("SELECT CASE WHEN pg_try_advisory_xact_lock({key}) THEN 1 ELSE 0 END AS n");
    hub.number(&tried).await == 1
}

async fn city(hub: &TestHub, slug: &str) -> CityId {
    CityId(hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{slug}'")).await)
}

async fn roles_that_come_into_force_wait_for_cities_in_one_order() {
    let hub = TestHub::start(Engine::Postgres).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let mut cities = [(city(&hub, CITY).await, CITY), (city(&hub, OTHER_CITY).await, OTHER_CITY)];
    cities.sort();
    let [first, last] = cities;
    // Their roles were given in the other order.
    let email = "late@example.org";
    hub.invited(email, "Late One", "practitioner", last.1, "").await;
    let fields = [("role", "practitioner"), ("city", first.1)];
    administrator.post(&format!("{}/roles", hub.page_of(email).await), &fields).await.is(303);
    hub.clock.jump(TimeDelta::days(40));
    let secret = people::link_for(&hub.hub.db, email).await.expect("a link");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.one_at_a_time(&format!("roles:{}", first.0)).await.expect("a lock");
    let late = hub.visitor();
    let path = format!("/en/links/{secret}");
    let (used, ()) = tokio::join!(late.post(&path, &[("password", PASSWORD)]), async {
        somebody_waits(&hub).await;
        assert!(is_free(&hub, &format!("roles:{}", last.0)).await, "who waits for the first city holds no later one");
        tx.commit().await.expect("committed");
    });
    used.is(303);
}

async fn an_account_is_closed_with_all_that_it_holds_by_then() {
    let hub = TestHub::start(Engine::Postgres).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::OtherLead).await;
    hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    let (person, page) = (PersonId(hub.person(&email).await), hub.page_of(&email).await);
    let other = city(&hub, OTHER_CITY).await;
    let path = format!("{page}/deactivate");
    // Somebody gives them a role for another city just then.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.one_at_a_time(&format!("sessions:{person}")).await.expect("a lock");
    let (closed, ()) = tokio::join!(administrator.post(&path, &[]), async {
        somebody_waits(&hub).await;
        let role = "INSERT INTO roles (id, person, role, scope, granted_at) VALUES ($1, $2, 'practitioner', $3, $4)";
        tx.exec(role, params![tx.new_id(), person, other.0.to_string(), tx.now()]).await.expect("a role");
        tx.commit().await.expect("committed");
    });
    closed.is(303);
    let lines = "SELECT COUNT(*) AS n FROM city_record WHERE action = 'person.deactivated'";
    assert_eq!(hub.number(lines).await, 2, "both cities have it on record");
    let letters = hub.letters().await;
    assert!(letters.iter().any(|letter| letter.to == Who::OtherLead.email() && letter.subject.contains("deactivated")));
}
