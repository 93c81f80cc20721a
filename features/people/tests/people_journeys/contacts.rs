//! The people of members: confirmed by being here, asked when they are not.

use chrono::TimeDelta;
use testkit::{Engine, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    whoever_is_not_here_for_a_year_is_asked_once,
    to_come_is_the_answer,
    of_whom_nobody_knows_a_year_is_counted_from_now,
    only_those_who_answer_for_cities_see_their_contacts,
    a_list_that_is_taken_is_on_the_record_of_those_in_it,
);

const ASKED: &str = "Do you still work for your city?";

async fn asked(hub: &TestHub) -> Vec<String> {
    let mut to: Vec<String> =
        hub.letters().await.into_iter().filter(|letter| letter.subject == ASKED).map(|letter| letter.to).collect();
    to.sort();
    to
}

/// So many days later, with what is done by then.
async fn later(hub: &TestHub, days: i64) {
    hub.clock.jump(TimeDelta::days(days));
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
}

async fn whoever_is_not_here_for_a_year_is_asked_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for who in [Who::CityLead, Who::Practitioner, Who::CentralTeam] {
        hub.signed_in(who).await;
    }
    later(&hub, 364).await;
    assert!(asked(&hub).await.is_empty(), "not before a year");
    later(&hub, 2).await;
    let mut own = [Who::CityLead.email(), Who::Practitioner.email()];
    own.sort();
    assert_eq!(asked(&hub).await, own, "who works for a city, and nobody else");
    later(&hub, 300).await;
    assert_eq!(asked(&hub).await.len(), 2, "once a year");
    let central = hub.signed_in(Who::CentralTeam).await;
    let list = central.get("/en/office/contacts?silent=yes").await.is(200);
    list.shows(&Who::CityLead.email()).shows("Not here for a year").shows(&Who::Practitioner.email());
    later(&hub, 70).await;
    assert_eq!(asked(&hub).await.len(), 4, "and a year later again");
}

async fn to_come_is_the_answer(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    later(&hub, 366).await;
    assert_eq!(asked(&hub).await.len(), 2);
    let letters = hub.letters().await;
    let own =
        letters.iter().find(|letter| letter.subject == ASKED && letter.to == Who::CityLead.email()).expect("a letter");
    assert!(own.text.contains("City lead, Diffa") && own.text.contains("/en/sign-in"), "{}", own.text);
    let before = hub.number("SELECT COUNT(*) AS n FROM people WHERE seen_at > asked_at").await;
    assert_eq!(before, 0);
    let lead = hub.signed_in(Who::CityLead).await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE seen_at > asked_at").await, 1);
    // The city sees of its own people that somebody was not here, and of nobody when they were.
    let page = lead.get("/en/cities/diffa/people").await.is(200).shows("Not here for a year");
    assert_eq!(page.text().matches("Not here for a year").count(), 1);
    let practitioner = hub.signed_in(Who::Practitioner).await;
    practitioner.get("/en/cities/diffa/people").await.is(200).hides("Not here for a year");
}

async fn of_whom_nobody_knows_a_year_is_counted_from_now(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    // As the upgrade leaves somebody whose browsers are forgotten.
    let unknown = async || {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        tx.exec("UPDATE people SET seen_at = NULL", vec![]).await.expect("nobody");
        tx.commit().await.expect("a commit");
    };
    unknown().await;
    later(&hub, 400).await;
    assert!(asked(&hub).await.is_empty());
    later(&hub, 364).await;
    assert!(asked(&hub).await.is_empty());
    later(&hub, 2).await;
    assert_eq!(asked(&hub).await, [Who::CityLead.email()]);
}

async fn only_those_who_answer_for_cities_see_their_contacts(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, practitioner) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Practitioner).await);
    hub.signed_in(Who::OtherLead).await;
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    for (client, status) in [(&lead, 403), (&practitioner, 403), (&officer, 200), (&central, 200)] {
        for path in ["/en/office/contacts", "/en/office/contacts.csv", "/en/office/contacts.xlsx"] {
            assert_eq!(client.get(path).await.status, status, "{path}");
        }
    }
    hub.visitor().get("/en/office/contacts").await.leads_to("/en/sign-in");
    let own = officer.get("/en/office/contacts").await.is(200).shows(&Who::CityLead.email());
    own.hides(&Who::OtherLead.email()).hides("/office/people/");
    central.get("/en/office/contacts").await.is(200).shows(&Who::OtherLead.email()).shows("Medellín");
    // Whose role is over is no contact.
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    central.get("/en/office/contacts").await.is(200).hides(&Who::Practitioner.email());
}

async fn a_list_that_is_taken_is_on_the_record_of_those_in_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/contacts").await.is(200);
    lead.get("/en/account/record").await.is(200).hides("List of a region");
    officer.get("/en/office/contacts.csv").await.is(200);
    lead.get("/en/account/record").await.is(200).shows("List of a region’s contacts downloaded");
    other.get("/en/account/record").await.is(200).hides("List of a region");
    // Whose role is over was in it all the same; the central team takes the list of all.
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    let lead = hub.visitor();
    let fields = [("email", &*Who::CityLead.email()), ("password", PASSWORD)];
    lead.post("/en/sign-in", &fields).await.is(303);
    lead.get("/en/account/record").await.is(200).shows("List of a region’s contacts downloaded");
    hub.clock.jump(TimeDelta::minutes(1));
    central.get("/en/office/contacts.xlsx").await.is(200);
    other.get("/en/account/record").await.is(200).shows("List of a region’s contacts downloaded");
    let text = lead.get("/en/account/record").await.is(200).text();
    assert_eq!(text.matches("List of a region").count(), 1, "not in what was taken later");
}
