//! What is sensitive asks once more who somebody is.

use base::{Actor, Fail, Lang, Person, PersonId};
use chrono::TimeDelta;
use testkit::{Authenticator, CITY, Client, Engine, PASSWORD, Reply, TestHub, Who, both_engines, recovery_codes};

both_engines!(
    what_is_sensitive_asks_again_after_a_while,
    one_proof_is_enough_for_a_while,
    a_form_that_waits_loses_nothing,
    the_second_step_is_shown_as_well,
    guesses_are_counted_and_told,
    a_link_is_no_proof_of_a_password,
    it_leads_to_pages_of_the_hub_only,
    whoever_is_signed_out_proves_nothing,
    sent_twice_it_is_shown_once,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";
const STEP: &str = "/en/account/second-step";
const CHANGE: &str = "/en/account/second-step/change";
const AGAIN: &str = "/en/sign-in/again?next=%2Fen%2Faccount";

fn a_while() -> TimeDelta {
    TimeDelta::minutes(15)
}

/// Shows who this person is, for a page.
async fn prove(client: &Client, password: &str, code: &str) -> Reply {
    let proof = [("proof-for", "page"), ("proof-password", password), ("proof-code", code)];
    client.post_plainly(AGAIN, &proof).await
}

/// The form is asked to wait: the browser brings it to the page that asks.
async fn waits(client: &Client, path: &str, fields: &[(&str, &str)]) -> String {
    let reply = client.post_plainly(path, fields).await.is(307);
    assert!(reply.location().starts_with("/en/sign-in/again?next=%2Fen%2F"), "{path}: {}", reply.location());
    reply.location().to_owned()
}

async fn role_of(hub: &TestHub, person: i64) -> String {
    base::id::write_id(hub.number(&format!("SELECT id AS n FROM roles WHERE person = {person}")).await)
}

async fn what_is_sensitive_asks_again_after_a_while(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    let role = role_of(&hub, hub.person(&Who::Practitioner.email()).await).await;
    let invited = [("name", "A"), ("email", "a@example.org"), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    let before = async || {
        let mut counts = Vec::new();
        for table in ["roles", "people", "audit", "events", "authenticators", "links"] {
            counts.push(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await);
        }
        counts
    };
    hub.clock.jump(a_while());
    let was = before().await;
    waits(&administrator, "/en/office/people/invite", &invited).await;
    waits(&administrator, &format!("{page}/roles"), &[("role", "partner")]).await;
    waits(&administrator, &format!("{page}/roles/{role}/take"), &[]).await;
    waits(&administrator, &format!("{page}/deactivate"), &[]).await;
    waits(&administrator, &format!("{page}/activate"), &[]).await;
    waits(&administrator, &format!("{page}/second-step/take"), &[]).await;
    for what in ["begin", "codes", "off"] {
        waits(&lead, CHANGE, &[("do", what)]).await;
    }
    assert_eq!(before().await, was);
    // Whoever may not do it is told so, and not asked who they are.
    lead.post_plainly("/en/office/people/invite", &invited).await.is(403).hides("/sign-in/again");
    // Pages are read as before.
    administrator.get(&page).await.is(200);
    lead.get(STEP).await.is(200);
}

async fn one_proof_is_enough_for_a_while(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::Practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    let give = |role| [("role", role), ("city", "medellin")];
    hub.clock.jump(a_while() - TimeDelta::seconds(1));
    administrator.post_plainly(&format!("{page}/roles"), &give("partner")).await.is(303);
    hub.clock.jump(TimeDelta::seconds(1));
    waits(&administrator, &format!("{page}/roles"), &give("practitioner")).await;
    administrator.get(AGAIN).await.is(200).shows("Confirm that it is you").hides("proof-code");
    prove(&administrator, "a wrong guess", "").await.is(422).shows("not your current password");
    prove(&administrator, PASSWORD, "").await.leads_to("/en/account");
    administrator.get(AGAIN).await.leads_to("/en/account");
    administrator.get("/en/account").await.is(200).shows("Confirmed that it is you");
    hub.clock.jump(a_while() - TimeDelta::seconds(1));
    administrator.post_plainly(&format!("{page}/roles"), &give("practitioner")).await.is(303);
    administrator.post_plainly(&format!("{page}/deactivate"), &[]).await.is(303);
    // It counts for this session alone.
    let other = hub.signed_in(Who::Administrator).await;
    hub.clock.jump(a_while());
    prove(&administrator, PASSWORD, "").await.is(303);
    waits(&other, &format!("{page}/activate"), &[]).await;
}

async fn a_form_that_waits_loses_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.clock.jump(a_while());
    let form = "/en/office/people/invite";
    let name = "Zoë \"Z\" <b>&amp; Co";
    let fields =
        [("name", name), ("email", "zoe@example.org"), ("lang", "fr"), ("role", "practitioner"), ("city", CITY)];
    let to = waits(&administrator, form, &fields).await;
    let shown = administrator.post_plainly(&to, &fields).await.is(403).shows("Nothing that you entered is lost");
    assert!(shown.header("cache-control").contains("no-store"));
    let shown = shown.shows("Zoë &#34;Z&#34; &#60;b&#62;&#38;amp; Co").shows("value=\"zoe@example.org\"").hides("<b>");
    assert_eq!(shown.input("lang").as_deref(), Some("fr"));
    let proof = |password| {
        let own = [("username", "x"), ("proof-for", "form"), ("proof-password", password), ("proof-code", "")];
        fields.iter().copied().chain(own).collect::<Vec<_>>()
    };
    let wrong = administrator.post_plainly(&to, &proof("a wrong guess")).await.is(422).hides("a wrong guess");
    let wrong = wrong.shows("value=\"zoe@example.org\"");
    assert_eq!(wrong.text().matches("name=\"username\"").count(), 1);
    assert_eq!(wrong.text().matches("name=\"proof-for\"").count(), 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE email = 'zoe@example.org'").await, 0);
    let on = administrator.post_plainly(&to, &proof(PASSWORD)).await.is(307);
    assert_eq!(on.location(), form);
    let invited = administrator.post_plainly(form, &proof(PASSWORD)).await.leads_to("/en/office/people/");
    administrator.get(invited.location()).await.is(200).shows("Zoë").hides(PASSWORD);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE email = 'zoe@example.org'").await, 1);
    // What is wrong with it comes back as ever, without the proof.
    let again = administrator.post_plainly(form, &proof(PASSWORD)[1..]).await.is(422);
    again.hides(PASSWORD).hides("proof-password").shows("value=\"zoe@example.org\"");
    hub.settle().await;
    assert!(!hub.dump().await.contains(PASSWORD));
}

async fn the_second_step_is_shown_as_well(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (app, codes) = Authenticator::set_up(&hub, &lead).await;
    hub.clock.jump(a_while());
    lead.get(AGAIN).await.is(200).shows("proof-code").shows("autocomplete=\"one-time-code\"");
    for code in ["", "000000"] {
        prove(&lead, PASSWORD, code).await.is(422).shows("does not work now");
    }
    prove(&lead, "a wrong guess", &app.code(&hub)).await.is(422);
    waits(&lead, CHANGE, &[("do", "off")]).await;
    prove(&lead, PASSWORD, &app.code(&hub)).await.is(303);
    // With a recovery code, once.
    hub.clock.jump(a_while());
    prove(&lead, PASSWORD, &codes[0]).await.is(303);
    hub.clock.jump(a_while());
    prove(&lead, PASSWORD, &codes[0]).await.is(422);
    prove(&lead, PASSWORD, &codes[1]).await.is(303);
    let shown = lead.post_plainly(CHANGE, &[("do", "codes"), ("once", "a")]).await.is(200);
    assert_eq!(recovery_codes(&shown).len(), 10);
    // Both steps of signing in are the proof.
    let other = hub.visitor();
    other.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    other.post("/en/sign-in/code", &[("code", &app.code(&hub))]).await.is(303);
    other.post_plainly(CHANGE, &[("do", "off")]).await.leads_to("/en/account");
}

async fn guesses_are_counted_and_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    hub.clock.jump(a_while());
    for _ in 0..5 {
        prove(&lead, PASSWORD, "000000").await.is(422);
    }
    prove(&lead, PASSWORD, &app.code(&hub)).await.is(429).shows("too many attempts to confirm");
    let letters = hub.letters().await;
    let told = letters.iter().filter(|letter| letter.subject.contains("Someone may have your password")).count();
    assert_eq!(told, 1);
    // Those of passwords too; elsewhere the owner signs in.
    hub.clock.jump(TimeDelta::minutes(16));
    for status in [422, 422, 422, 422, 422, 422, 429] {
        prove(&lead, "a wrong guess", "").await.is(status);
    }
    prove(&lead, PASSWORD, &app.code(&hub)).await.is(429);
    let other = hub.visitor();
    other.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    other.post("/en/sign-in/code", &[("code", &app.code(&hub))]).await.is(303);
    other.post_plainly(CHANGE, &[("do", "off")]).await.is(303);
}

/// Whoever reads the mail of somebody with a password has shown that alone.
async fn a_link_is_no_proof_of_a_password(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // An invitation: the password is the first.
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post_plainly(CHANGE, &[("do", "begin")]).await.leads_to(STEP);
    let secret = people::link_for(&hub.hub.db, &Who::CityLead.email()).await.expect("a link");
    let by_link = hub.visitor();
    by_link.post(&format!("/en/links/{secret}"), &[("password", NEW_PASSWORD)]).await.is(303);
    waits(&by_link, CHANGE, &[("do", "begin")]).await;
    prove(&by_link, PASSWORD, "").await.is(422);
    prove(&by_link, NEW_PASSWORD, "").await.is(303);
    by_link.post_plainly(CHANGE, &[("do", "begin")]).await.leads_to(STEP);
}

async fn it_leads_to_pages_of_the_hub_only(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for foreign in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2Fen%2Fsign-out",
        "%2Fsign-out",
        "",
    ] {
        let page = format!("/en/sign-in/again?next={foreign}");
        lead.get(&page).await.leads_to("/en/cities/mine");
        let proof = [("proof-for", "form"), ("proof-password", PASSWORD)];
        let on = lead.post_plainly(&page, &proof).await.is(307);
        assert_eq!(on.location(), "/en/cities/mine", "{foreign}");
    }
    // A page of the hub whose name looks like a door is none.
    let own = format!("/en/cities/{CITY}/sign-in");
    let page = format!("/en/sign-in/again?next=%2Fen%2Fcities%2F{CITY}%2Fsign-in");
    lead.get(&page).await.leads_to(&own);
    assert_eq!(lead.post_plainly(&page, &[("proof-for", "form")]).await.is(307).location(), own);
    let foreign = lead.request(reqwest::Method::POST, AGAIN).header("sec-fetch-site", "cross-site");
    lead.send(foreign.body("proof-for=form")).await.is(403);
}

/// Somebody whose session ended on the way is told so where the form was to go, and a proof on its way counts for nothing.
async fn whoever_is_signed_out_proves_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let visitor = hub.visitor();
    visitor.get(AGAIN).await.leads_to("/en/sign-in?next=%2Fen%2Faccount");
    prove(&visitor, PASSWORD, "").await.leads_to("/en/sign-in?next=%2Fen%2Faccount");
    let to = "/en/sign-in/again?next=%2Fen%2Foffice%2Fpeople%2Finvite";
    let fields = [("name", "Zoë"), ("proof-for", "form"), ("proof-password", PASSWORD)];
    let back = visitor.post_plainly(to, &fields).await.is(307);
    visitor.post_plainly(back.location(), &fields).await.is(403).shows("Zoë").hides(PASSWORD);
    // Ended while the password was checked: it is decided behind the lock.
    let stale = lead.session().expect("a session");
    hub.clock.jump(a_while());
    hub.signed_in(Who::CityLead).await.post("/en/account/sessions/end", &[]).await.is(303);
    let person = Person::new(PersonId(hub.person(&Who::CityLead.email()).await), "", "", Lang::EN, Vec::new());
    let actor = Actor::Person(Box::new(Person { email: Who::CityLead.email(), ..person }));
    let off = people::actions::second_step::turn_off(&hub.hub, &actor, &stale).await;
    assert!(matches!(off, Err(Fail::SignIn)));
}

/// A button that is pressed twice: the code is used once, and the second press is no wrong one.
async fn sent_twice_it_is_shown_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    for round in 0..3 {
        hub.clock.jump(TimeDelta::minutes(16));
        let code = app.code(&hub);
        let (a, b) = tokio::join!(prove(&lead, PASSWORD, &code), prove(&lead, PASSWORD, &code));
        assert_eq!((a.status, b.status), (303, 303), "round {round}");
    }
    let wrong = "SELECT COUNT(*) AS n FROM account_log WHERE kind = 'code-wrong'";
    assert_eq!(hub.number(wrong).await, 0);
}
