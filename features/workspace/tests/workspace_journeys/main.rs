//! Where people begin their day.

use testkit::{CITY, Engine, OTHER_CITY, TestHub, Who, both_engines};

both_engines!(
    a_city_begins_with_what_waits_for_it,
    what_is_done_waits_no_more,
    nobody_sees_the_workspace_of_another_city,
    somebody_of_two_cities_has_two,
    the_desk_is_of_those_who_answer_for_cities,
    whoever_was_asked_and_did_not_come_is_told_of,
    the_day_to_speak_with_a_prospect_again_waits_for_whoever_does,
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
        membership::feature(),
        expectations::feature(),
        status::feature(),
        ::workspace::feature(),
    ]
}

async fn a_city_begins_with_what_waits_for_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let page = lead.get("/en/workspace").await.is(200).shows("City workspace").shows("Diffa");
    let page = page.shows("Write what your city is and does").shows("Invite a colleague").shows("of 3 met");
    page.shows(&format!("/en/cities/{CITY}/people")).shows(&format!("/en/cities/{CITY}/record"));
    // What a lead does waits for nobody else.
    let practitioner = hub.signed_in(Who::Practitioner).await;
    practitioner.get("/en/workspace").await.is(200).shows("Nothing waits for you").hides("Invite a colleague");
    lead.get("/en/workspace").await.is(200).hides("You are alone");
}

async fn what_is_done_waits_no_more(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let fields = [
        ("city", CITY),
        ("name", "Ousmane"),
        ("position", "Teacher"),
        ("email", "ousmane@example.org"),
        ("lang", "en"),
    ];
    hub.write_to(&hub.visitor(), "/en/account/request", &fields).await.is(303);
    lead.get("/en/workspace").await.is(200).shows("One person asks for an account");
    let id = base::id::write_id(hub.number("SELECT id AS n FROM account_requests").await);
    let decline = [("role", "decline"), ("answer", "")];
    lead.post(&format!("/en/cities/{CITY}/people/requests/{id}"), &decline).await.is(303);
    lead.get("/en/workspace").await.is(200).hides("asks for an account");
}

async fn whoever_was_asked_and_did_not_come_is_told_of(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/desk").await.is(200).hides("for more than a year");
    for (days, waits) in [(366, false), (61, true)] {
        hub.clock.jump(chrono::TimeDelta::days(days));
        hub.tidy_up().await.expect("tidied up");
        let officer = hub.signed_in(Who::RegionalOfficer).await;
        let desk = officer.get("/en/desk").await.is(200);
        assert_eq!(desk.text().contains("One lead has not been here for more than a year"), waits, "{days}");
    }
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/workspace").await.is(200).shows("One of the city’s people has not been here");
    let practitioner = hub.signed_in(Who::Practitioner).await;
    practitioner.get("/en/workspace").await.is(200).hides("has not been here");
}

async fn the_day_to_speak_with_a_prospect_again_waits_for_whoever_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let me = base::id::write_id(hub.person(&Who::RegionalOfficer.email()).await);
    let day = (hub.hub.now() + chrono::TimeDelta::days(3)).format("%Y-%m-%d").to_string();
    let fields =
        [("country", "NE"), ("place", "Agadez"), ("kind", "city"), ("lang", "fr"), ("owner", &*me), ("next_on", &*day)];
    let added = officer.post("/en/office/prospects/new", &fields).await.is(303);
    officer.get("/en/desk").await.is(200).hides("Speak with Agadez again");
    hub.clock.jump(chrono::TimeDelta::days(4));
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/desk").await.is(200).shows("Speak with Agadez again");
    // It is whoever speaks with them that it waits for.
    hub.signed_in(Who::CentralTeam).await.get("/en/desk").await.is(200).hides("Speak with Agadez again");
    let path = added.location().split('?').next().unwrap_or_default().to_owned();
    officer.post(&path, &[("text", "Spoken with."), ("next_on", "")]).await.is(303);
    officer.get("/en/desk").await.is(200).hides("Speak with Agadez again");
}

async fn nobody_sees_the_workspace_of_another_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.visitor().get("/en/workspace").await.leads_to("/en/sign-in");
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&format!("/en/workspace?city={OTHER_CITY}")).await.is(404);
    lead.get("/en/workspace?city=no-such").await.is(404);
    for who in [Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        let client = hub.signed_in(who).await;
        client.get("/en/workspace").await.is(403);
        client.get(&format!("/en/workspace?city={CITY}")).await.is(404);
    }
}

async fn somebody_of_two_cities_has_two(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let person = hub.person(&Who::CityLead.email()).await;
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{OTHER_CITY}'")).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let text = "INSERT INTO roles (id, person, role, scope, granted_at) VALUES ($1, $2, 'practitioner', $3, $4)";
    tx.exec(text, store::params![tx.new_id(), person, city.to_string(), tx.now()]).await.expect("a role");
    tx.commit().await.expect("committed");
    lead.get("/en/workspace").await.is(200).shows("You also work for").shows("/en/workspace?city=");
    lead.get(&format!("/en/workspace?city={OTHER_CITY}")).await.is(200).hides("Write what your city is");
    lead.get(&format!("/en/workspace?city={CITY}")).await.is(200).shows("Write what your city is");
}

async fn the_desk_is_of_those_who_answer_for_cities(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for who in [Who::Practitioner, Who::CityLead] {
        hub.signed_in(who).await.get("/en/desk").await.is(403);
        hub.signed_in(who).await.get("/en/office/members").await.is(403);
    }
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    // Of the ten members of the region one has a lead.
    let desk = officer.get("/en/desk").await.is(200).shows("Nothing waits for you");
    desk.shows("data-l=\"With a lead\">1</td>").shows("data-l=\"Without a lead\">9</td>");
    let fields = [
        ("for", "local-government"),
        ("country", "NE"),
        ("place", "Zinder"),
        ("kind", "city"),
        ("name", "Aïssa"),
        ("position", "Head of office"),
        ("email", "aissa@example.org"),
        ("mandate", "asked"),
        ("message", "May we join?"),
    ];
    let asked = hub.write_to(&hub.visitor(), "/en/join", &fields).await;
    asked.is(303);
    officer.get("/en/desk").await.is(200).shows("Answer the enquiry: Zinder");
    central.get("/en/desk").await.is(200).shows("Answer the enquiry: Zinder");
    // The members, with who leads them, also as a file: taking it is on record.
    officer.get("/en/office/members").await.is(200).shows("Diffa").shows("city-lead@example.org");
    let listed = officer.get("/en/office/members?vacant=yes").await.is(200);
    listed.hides("city-lead@example.org").shows("Dakar").shows("Nobody");
    assert_eq!(central.get("/en/office/members.csv").await.is(200).text().lines().count(), 113);
    let taken = hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'members.list-taken'").await;
    assert_eq!(taken, 1);
}
