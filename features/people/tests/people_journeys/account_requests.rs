//! An official of a member asks for an account: its lead decides, and the team where it has none.

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, LetterRead, OTHER_CITY, PASSWORD, Reply, TestHub, Who, both_engines};

both_engines!(
    an_official_asks_and_the_lead_confirms,
    whoever_asks_learns_of_no_account,
    a_request_is_declined_with_a_word,
    where_nobody_leads_the_team_decides,
    where_people_are_and_no_lead_an_administrator_decides,
    two_leads_decide_once,
    the_domain_of_an_address_is_a_hint,
    what_nobody_decides_lapses_and_is_told,
    nobody_else_sees_who_asks,
    what_is_missing_is_said_and_nothing_lost,
    a_full_list_tells_nothing_of_accounts,
    a_lead_whom_nobody_confirmed_keeps_nobody_waiting,
    whoever_is_invited_meanwhile_asks_no_more,
);

const ASKS: &str = "official@diffa.example";

async fn ask(hub: &TestHub, city: &str, email: &str) -> Reply {
    let fields = [
        ("city", city),
        ("name", "Ousmane Abdou"),
        ("position", "Head of youth services"),
        ("email", email),
        ("lang", "fr"),
        ("reason", "I run the youth centre."),
    ];
    hub.write_to(&hub.visitor(), "/en/account/request", &fields).await
}

async fn path(hub: &TestHub, city: &str) -> String {
    let id = hub.number("SELECT MAX(id) AS n FROM account_requests").await;
    format!("/en/cities/{city}/people/requests/{}", base::id::write_id(id))
}

fn to<'a>(letters: &'a [LetterRead], email: &str) -> Vec<&'a str> {
    letters.iter().filter(|letter| letter.to == email).map(|letter| letter.subject.as_str()).collect()
}

async fn decide(client: &Client, path: &str, role: &str) -> Reply {
    client.post(path, &[("role", role), ("answer", "")]).await
}

async fn an_official_asks_and_the_lead_confirms(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.visitor().get("/en/sign-in").await.is(200).shows("/en/account/request");
    hub.visitor().get(&format!("/en/account/request?city={CITY}")).await.is(200).shows("Ask for an account");
    ask(&hub, CITY, ASKS).await.leads_to("/en/sign-in");
    // Asked twice it waits once.
    ask(&hub, CITY, ASKS).await.leads_to("/en/sign-in");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests").await, 1);
    let letters = hub.letters().await;
    assert_eq!(to(&letters, &Who::CityLead.email()), ["Somebody asks for an account for Diffa"]);
    assert_eq!(to(&letters, ASKS).first(), Some(&"Votre demande de compte (Strong Cities Hub)"), "{letters:?}");
    let people = format!("/en/cities/{CITY}/people");
    lead.get(&people).await.is(200).shows("They ask for an account").shows("Ousmane Abdou");
    let path = path(&hub, CITY).await;
    lead.get(&path).await.is(200).shows("Head of youth services").shows("I run the youth centre.").shows(ASKS);
    decide(&lead, &path, "").await.is(422).shows("id=\"role-error\"");
    decide(&lead, &path, "practitioner").await.leads_to(&people);
    // Decided already: the second press is told how.
    decide(&lead, &path, "decline").await.is(409).shows("has decided meanwhile");
    lead.get(&path).await.is(200).shows("Invited");
    let letters = hub.letters().await;
    let own =
        letters.iter().rfind(|letter| letter.to == ASKS && letter.text.contains("/invitations/")).expect("a link");
    let client = hub.visitor();
    let link = own.link();
    client.get(&link).await.is(200).shows("Ousmane Abdou");
    client.post(&link, &[("name", "Ousmane Abdou"), ("password", PASSWORD)]).await.is(303);
    client.get(&people).await.is(200);
}

async fn whoever_asks_learns_of_no_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let known = ask(&hub, CITY, &Who::Practitioner.email()).await;
    let new = ask(&hub, CITY, ASKS).await;
    assert_eq!((known.status, known.location()), (new.status, new.location()));
    let letters = hub.letters().await;
    let practitioner = to(&letters, &Who::Practitioner.email());
    assert!(practitioner.contains(&"Vous avez un compte (Strong Cities Hub)"), "{practitioner:?}");
    // Its lead decides nothing of somebody who is of the city.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests").await, 1);
}

async fn a_request_is_declined_with_a_word(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    ask(&hub, CITY, ASKS).await.is(303);
    let path = path(&hub, CITY).await;
    lead.post(&path, &[("role", "decline"), ("answer", "Please ask the school office.")]).await.is(303);
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == ASKS).expect("a letter");
    assert!(own.text.contains("Please ask the school office."), "{}", own.text);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 0);
    // And may ask again.
    ask(&hub, CITY, ASKS).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'waiting'").await, 1);
}

async fn where_nobody_leads_the_team_decides(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, officer) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::RegionalOfficer).await);
    ask(&hub, CITY, ASKS).await.is(303);
    let letters = hub.letters().await;
    assert_eq!(to(&letters, &Who::CentralTeam.email()), ["Somebody asks for an account for Diffa"]);
    central.get("/en/office/account-requests").await.is(200).shows("Ousmane Abdou").shows("The team");
    officer.get("/en/office/account-requests").await.is(403);
    let path = path(&hub, CITY).await;
    officer.get(&path).await.is(403);
    decide(&central, &path, "city-lead").await.leads_to(&path);
    // No letter leaves this hub: whoever decided hands the link over, sends it again, or takes it back.
    central.get(&path).await.is(200).shows("Link to hand over");
    let id = base::id::write_id(hub.number("SELECT id AS n FROM invitations").await);
    let again = format!("/en/cities/{CITY}/people/invitations/{id}/again");
    hub.clock.jump(TimeDelta::minutes(2));
    central.post(&again, &[]).await.leads_to(&path);
    officer.post(&again, &[]).await.is(403);
    let letters = hub.letters().await;
    let own =
        letters.iter().rfind(|letter| letter.to == ASKS && letter.text.contains("/invitations/")).expect("a link");
    hub.visitor().post(&own.link(), &[("name", "Ousmane"), ("password", PASSWORD)]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'city-lead'").await, 1);
}

async fn where_people_are_and_no_lead_an_administrator_decides(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.signed_in(Who::Practitioner).await;
    ask(&hub, CITY, ASKS).await.is(303);
    let path = path(&hub, CITY).await;
    decide(&central, &path, "practitioner").await.is(422).shows("id=\"role-error\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'waiting'").await, 1);
    decide(&administrator, &path, "practitioner").await.is(303);
    let letters = hub.letters().await;
    let own =
        letters.iter().rfind(|letter| letter.to == ASKS && letter.text.contains("/invitations/")).expect("a link");
    hub.visitor().post(&own.link(), &[("name", "Ousmane"), ("password", PASSWORD)]).await.is(303);
    // Given from outside: of the city's own they see what is new.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE sees_from IS NOT NULL").await, 1);
}

async fn two_leads_decide_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let second = hub.newcomer("second@example.org", "Second lead", "city-lead", CITY, "").await;
    ask(&hub, CITY, ASKS).await.is(303);
    let path = path(&hub, CITY).await;
    let (one, other) = tokio::join!(decide(&lead, &path, "practitioner"), decide(&second, &path, "decline"));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let invited = hub.number("SELECT COUNT(*) AS n FROM invitations").await;
    let confirmed = hub.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'confirmed'").await;
    assert_eq!(invited, confirmed);
}

async fn the_domain_of_an_address_is_a_hint(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    ask(&hub, CITY, ASKS).await.is(303);
    let own = path(&hub, CITY).await;
    lead.get(&own).await.is(200).shows("The domain of this address says nothing");
    hub.newcomer("someone@diffa.example", "Someone", "practitioner", CITY, "").await;
    lead.get(&own).await.is(200).shows("One person of the city has an address at the same domain").shows("no proof");
    // Where others have addresses there, too, it says nothing.
    hub.newcomer("other@diffa.example", "Other", "practitioner", OTHER_CITY, "").await;
    lead.get(&own).await.is(200).shows("The domain of this address says nothing");
}

async fn what_nobody_decides_lapses_and_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    ask(&hub, CITY, ASKS).await.is(303);
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(29));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'waiting'").await, 1);
    hub.clock.jump(TimeDelta::days(2));
    hub.tidy_up().await.expect("tidied");
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == ASKS).expect("a letter");
    assert!(own.text.contains("30 jours"), "{}", own.text);
    hub.clock.jump(TimeDelta::days(91));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests").await, 0);
}

async fn nobody_else_sees_who_asks(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    ask(&hub, CITY, ASKS).await.is(303);
    let own = path(&hub, CITY).await;
    for who in [Who::Practitioner, Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        let client = hub.signed_in(who).await;
        client.get(&own).await.is(403).hides(ASKS);
        decide(&client, &own, "practitioner").await.is(403);
    }
    hub.visitor().get(&own).await.leads_to("/en/sign-in");
    let practitioner = hub.signed_in(Who::Practitioner).await;
    practitioner.get(&format!("/en/cities/{CITY}/people")).await.is(200).hides("Ousmane Abdou");
    // Through another city's door it is not there.
    let other = hub.signed_in(Who::OtherLead).await;
    other.get(&own.replace(CITY, OTHER_CITY)).await.is(404);
}

async fn what_is_missing_is_said_and_nothing_lost(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let fields =
        [("city", ""), ("name", "Ousmane"), ("position", ""), ("email", "x@"), ("lang", "en"), ("reason", "R")];
    let page = hub.write_to(&hub.visitor(), "/en/account/request", &fields).await.is(422);
    let page = page.shows("id=\"city-error\"").shows("id=\"position-error\"").shows("id=\"email-error\"");
    page.shows("Ousmane");
    ask(&hub, "no-such-city", ASKS).await.is(422).shows("id=\"city-error\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests").await, 0);
}

async fn a_full_list_tells_nothing_of_accounts(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for number in 0..50 {
        let text = "INSERT INTO account_requests (id, city, email, name, position, reason, lang, state, asked_at) \
                    VALUES ($1, $2, $3, 'A', 'B', '', 'en', 'waiting', $4)";
        let email = format!("a{number}@example.org");
        tx.exec(text, store::params![tx.new_id(), city, email, tx.now()]).await.expect("a request");
    }
    tx.commit().await.expect("committed");
    for email in [ASKS.to_owned(), Who::CityLead.email(), "a1@example.org".to_owned()] {
        ask(&hub, CITY, &email).await.is(422).shows("Many people ask");
    }
}

async fn a_lead_whom_nobody_confirmed_keeps_nobody_waiting(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.signed_in(Who::Practitioner).await;
    let fields = [("name", "New"), ("email", "new@example.org"), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &fields).await.is(303);
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == "new@example.org").expect("an invitation");
    let newcomer = hub.visitor();
    newcomer.post(&own.link(), &[("password", PASSWORD)]).await.is(303);
    ask(&hub, CITY, ASKS).await.is(303);
    let path = path(&hub, CITY).await;
    newcomer.get(&path).await.is(403);
    decide(&central, &path, "practitioner").await.is(303);
}

async fn whoever_is_invited_meanwhile_asks_no_more(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    ask(&hub, CITY, ASKS).await.is(303);
    let fields = [("name", "Ousmane"), ("email", ASKS), ("lang", "fr"), ("role", "practitioner")];
    lead.post(&format!("/en/cities/{CITY}/people"), &fields).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'confirmed'").await, 1);
    decide(&lead, &path(&hub, CITY).await, "practitioner").await.is(409);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 1);
}
