//! Passkeys: who they let in, and whom not.

use chrono::TimeDelta;
use serde_json::Value;
use store::params;
use testkit::{
    Authenticator, CITY, Client, Engine, PASSWORD, Passkey, Reply, Setup, TestHub, Who, both_engines, recovery_codes,
};

both_engines!(
    one_is_added_and_signs_in,
    what_was_signed_counts_once,
    what_is_signed_elsewhere_opens_nothing,
    a_count_that_goes_back_is_refused_and_told,
    one_is_the_second_step_after_a_password,
    one_shows_once_more_who_somebody_is,
    a_role_wakes_with_one_that_its_holder_added,
    the_password_stays_when_the_last_one_is_deleted,
    nobody_changes_those_of_others,
    a_closed_account_opens_with_none,
    what_was_asked_of_another_session_adds_none,
    only_so_many_are_kept,
    one_of_another_name_of_the_hub_says_nothing,
    a_hub_without_a_name_has_none,
    an_address_that_is_set_back_ends_them,
);

const ORIGIN: &str = "http://localhost";
const PAGE: &str = "/en/account/passkeys";
const CODE: &str = "/en/sign-in/code";
const NEW_PASSWORD: &str = "nine lamps on a hill";

async fn hub(engine: Engine) -> TestHub {
    Setup::new(engine).settings(|settings| settings.public_url = Some(ORIGIN.to_owned())).start().await
}

/// Adds a passkey; answers it, and the page that follows.
async fn add(client: &Client, name: &str) -> (Passkey, Reply) {
    let asked = client.post(PAGE, &[("do", "begin")]).await.is(200).json();
    let (key, sent) = Passkey::make(&asked, ORIGIN);
    let reply = client.post(PAGE, &[("name", name), ("credential", &sent)]).await;
    (key, reply)
}

/// What this browser is asked to sign.
async fn asked(client: &Client) -> Value {
    client.post_plainly("/en/sign-in/passkey", &[]).await.is(200).json()
}

async fn enter(client: &Client, sent: &str) -> Reply {
    client.post_plainly("/en/sign-in", &[("credential", sent), ("next", "/en/account")]).await
}

async fn signs_in(hub: &TestHub, key: &mut Passkey) -> Reply {
    let client = hub.visitor();
    let sent = key.sign(&asked(&client).await);
    enter(&client, &sent).await
}

async fn told(hub: &TestHub, email: &str, subject: &str) -> usize {
    hub.letters().await.iter().filter(|letter| letter.to == email && letter.subject.contains(subject)).count()
}

async fn one_is_added_and_signs_in(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CityLead).await);
    let email = Who::CityLead.email();
    lead.get("/en/account").await.is(200).shows("Manage passkeys");
    lead.get(PAGE).await.is(200).shows("Add a passkey").shows("value=\"Unknown browser\"");
    let (mut key, shown) = add(&lead, "Work phone").await;
    // The first second step: with recovery codes, and an end of all that had none.
    assert_eq!(recovery_codes(&shown.is(200)).len(), 10);
    other.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(told(&hub, &email, "Passkey added").await, 1);
    let (mut second, reply) = add(&lead, "Office computer").await;
    reply.leads_to("/en/account/passkeys?done=passkey-added");
    lead.get(PAGE).await.is(200).shows("Work phone").shows("Office computer");
    assert_eq!(key.handle, second.handle, "the devices know one person");
    hub.visitor().get("/en/sign-in").await.is(200).shows("data-passkey=\"/en/sign-in/passkey\"");
    for key in [&mut key, &mut second] {
        let client = hub.visitor();
        let options = asked(&client).await;
        assert_eq!(
            (options["rpId"].as_str(), options["userVerification"].as_str()),
            (Some("localhost"), Some("required"))
        );
        enter(&client, &key.sign(&options)).await.leads_to("/en/account");
        client.get("/en/account").await.is(200).shows("Signed in with a passkey");
        client.get(PAGE).await.is(200).shows("Last used");
        // It is a proof of both steps: what is sensitive asks for nothing more.
        client.post_plainly(PAGE, &[("do", "begin")]).await.is(200);
    }
    // Nothing of it is a secret that lies about.
    let dump = hub.dump().await;
    assert!(!dump.contains(&key.handle) || !dump.contains("signature"));
    lead.post(PAGE, &[("do", "begin")]).await.is(200);
    hub.clock.jump(TimeDelta::minutes(6));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM passkey_challenges").await, 0);
}

async fn what_was_signed_counts_once(engine: Engine) {
    let hub = hub(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (mut key, _) = add(&lead, "Phone").await;
    let client = hub.visitor();
    let sent = key.sign(&asked(&client).await);
    enter(&client, &sent).await.is(303);
    client.post("/en/sign-out", &[]).await.is(303);
    enter(&client, &sent).await.is(422).shows("was not accepted").hides(&sent[..40]);
    // Also where something else was asked meanwhile.
    asked(&client).await;
    enter(&client, &sent).await.is(422);
    for round in 0..3 {
        let client = hub.visitor();
        let sent = key.sign(&asked(&client).await);
        let before = hub.number("SELECT COUNT(*) AS n FROM sessions").await;
        let (a, b) = tokio::join!(enter(&client, &sent), enter(&client, &sent));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM sessions").await, before + 1);
    }
}

async fn what_is_signed_elsewhere_opens_nothing(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (mut key, _) = add(&lead, "Phone").await;
    let (theirs, _) = add(&other, "Phone").await;
    let refused = async |bend: &dyn Fn(&mut Passkey)| {
        let (client, mut bent) = (hub.visitor(), key.clone());
        bent.count += 100;
        bend(&mut bent);
        let sent = bent.signed("webauthn.get", &asked(&client).await);
        enter(&client, &sent).await.is(422).shows("was not accepted");
        assert_eq!(client.session(), None);
    };
    for origin in
        ["https://evil.example", "http://localhost.evil.example", "http://localhost:1234", "https://localhost"]
    {
        refused(&|key| key.origin = origin.to_owned()).await;
    }
    for party in ["evil.example", "badlocalhost", ""] {
        refused(&|key| key.party = party.to_owned()).await;
    }
    refused(&|key| key.verified = false).await;
    refused(&|key| key.handle = theirs.handle.clone()).await;
    // A key that nobody added.
    let (options, client) = (lead.post(PAGE, &[("do", "begin")]).await.json(), hub.visitor());
    let (mut unknown, _) = Passkey::make(&options, ORIGIN);
    let sent = unknown.sign(&asked(&client).await);
    enter(&client, &sent).await.is(422);
    // What was asked of another browser, for something else, too long ago, or not at all.
    let (one, two) = (hub.visitor(), hub.visitor());
    let sent = key.sign(&asked(&one).await);
    asked(&two).await;
    enter(&two, &sent).await.is(422);
    enter(&hub.visitor(), &sent).await.is(422);
    enter(&one, &sent).await.is(303);
    let client = hub.visitor();
    let options = asked(&client).await;
    enter(&client, &key.signed("webauthn.create", &options)).await.is(422);
    let options = asked(&client).await;
    hub.clock.jump(TimeDelta::minutes(5));
    enter(&client, &key.sign(&options)).await.is(422);
    for nothing in ["x", "{}", "null", &"x".repeat(100_000)] {
        asked(&client).await;
        enter(&client, nothing).await.is(422);
    }
    // Another's signature under one's own id.
    let options = asked(&client).await;
    let (mine, other): (Value, Value) = (
        serde_json::from_str(&key.sign(&options)).expect("what is sent"),
        serde_json::from_str(&theirs.signed("webauthn.get", &options)).expect("what is sent"),
    );
    let mut mixed = mine;
    mixed["response"]["signature"] = other["response"]["signature"].clone();
    enter(&client, &mixed.to_string()).await.is(422);
    assert_eq!(client.session(), None);
    signs_in(&hub, &mut key).await.is(303);
}

async fn a_count_that_goes_back_is_refused_and_told(engine: Engine) {
    let hub = hub(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (mut key, _) = add(&lead, "Phone").await;
    let mut copy = key.clone();
    for _ in 0..2 {
        signs_in(&hub, &mut key).await.is(303);
    }
    for _ in 0..2 {
        copy.count = 1;
        signs_in(&hub, &mut copy).await.is(422).shows("a copy of it seems to be in use");
    }
    assert_eq!(told(&hub, &Who::CityLead.email(), "was refused").await, 1, "once a day");
    signs_in(&hub, &mut key).await.is(303);
    lead.get("/en/account").await.is(200).shows("Passkey refused");
}

async fn one_is_the_second_step_after_a_password(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (mut key, shown) = add(&lead, "Phone").await;
    let codes = recovery_codes(&shown);
    let (mut theirs, _) = add(&other, "Phone").await;
    let email = Who::CityLead.email();
    let first_step = async || {
        let client = hub.visitor();
        client.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
        client
    };
    let client = first_step().await;
    client.get(CODE).await.is(200).shows("data-passkey").shows("Use a passkey");
    let sent = theirs.sign(&asked(&client).await);
    client.post_plainly(CODE, &[("credential", &sent)]).await.is(422).shows("was not accepted");
    client.post_plainly(CODE, &[("code", "000000")]).await.is(422);
    let sent = key.sign(&asked(&client).await);
    client.post_plainly(CODE, &[("credential", &sent), ("next", "/en/account")]).await.leads_to("/en/account");
    client.get("/en/account").await.is(200);
    // Without a script, or the device: with a recovery code.
    let client = first_step().await;
    client.post_plainly(CODE, &[("code", &codes[0])]).await.is(303);
    client.get("/en/account/second-step").await.is(200).shows("On, with a passkey").shows("You have 9 recovery codes");
    let shown = client.post_plainly("/en/account/second-step/change", &[("do", "codes"), ("once", "a")]).await.is(200);
    assert_eq!(recovery_codes(&shown).len(), 10);
    // Beside an app, either will do; without the app the passkey stays.
    let (app, _) = Authenticator::set_up(&hub, &client).await;
    first_step().await.post_plainly(CODE, &[("code", &app.code(&hub))]).await.is(303);
    client.post_plainly("/en/account/second-step/change", &[("do", "off")]).await.is(303);
    let waits = first_step().await;
    let sent = key.sign(&asked(&waits).await);
    waits.post_plainly(CODE, &[("credential", &sent)]).await.is(303);
    client.get("/en/account/second-step").await.is(200).shows("You have 10 recovery codes");
}

async fn one_shows_once_more_who_somebody_is(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (mut key, _) = add(&lead, "Phone").await;
    let (mut theirs, _) = add(&other, "Phone").await;
    hub.clock.jump(TimeDelta::minutes(15));
    let fields = [("email", "new@example.org")];
    let to = lead.post_plainly("/en/account/address", &fields).await.is(307).location().to_owned();
    lead.post_plainly(&to, &fields).await.is(403).shows("data-passkey").shows("proof-credential");
    let proof = |sent: &str| {
        [("email", "new@example.org"), ("proof-for", "form"), ("proof-credential", sent)]
            .map(|(a, b)| (a, b.to_owned()))
    };
    let send = async |sent: &str| {
        let own = proof(sent);
        let fields: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lead.post_plainly(&to, &fields).await
    };
    let foreign = theirs.sign(&asked(&lead).await);
    send(&foreign).await.is(422).shows("new@example.org").hides(&foreign[..40]);
    let sent = key.sign(&asked(&lead).await);
    send(&sent).await.is(307);
    lead.post_plainly("/en/account/address", &fields).await.leads_to("/en/account/address?done=");
}

/// Whoever has only the password of somebody whose role rests adds no passkey of their own.
async fn a_role_wakes_with_one_that_its_holder_added(engine: Engine) {
    let roles = || vec!["central-team".to_owned()];
    let setup = Setup::new(engine).settings(move |settings| {
        (settings.public_url, settings.second_step_roles) = (Some(ORIGIN.to_owned()), roles());
    });
    let hub = setup.start().await;
    let owner = hub.signed_in(Who::CentralTeam).await;
    let thief = hub.signed_in(Who::CentralTeam).await;
    thief.post_plainly(PAGE, &[("do", "begin")]).await.is(422);
    thief.get(PAGE).await.is(200).shows("Begin with an e-mail").hides("data-passkey");
    owner.get("/en/office/people").await.is(403);
    let (mut key, shown) = add(&owner, "Phone").await;
    shown.is(200);
    owner.get("/en/office/people").await.is(200);
    thief.get("/en/account").await.leads_to("/en/sign-in");
    let client = hub.visitor();
    let sent = key.sign(&asked(&client).await);
    enter(&client, &sent).await.is(303);
    client.get("/en/office/people").await.is(200);
}

async fn the_password_stays_when_the_last_one_is_deleted(engine: Engine) {
    let hub = hub(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (mut key, _) = add(&lead, "Phone").await;
    let id = base::id::write_id(hub.number("SELECT id AS n FROM passkeys").await);
    hub.clock.jump(TimeDelta::minutes(15));
    lead.post_plainly(&format!("{PAGE}/{id}/delete"), &[]).await.is(307);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM passkeys").await, 1);
    let sent = key.sign(&asked(&lead).await);
    let proof = [("proof-for", "page"), ("proof-credential", sent.as_str())];
    lead.post_plainly("/en/sign-in/again?next=%2Fen%2Faccount", &proof).await.is(303);
    lead.get(&format!("{PAGE}/{id}")).await.is(200).shows("Your password stays");
    // An account without a password keeps its last one: it would have no way in.
    let rows = hub.hub.db.read().raw("SELECT password FROM people WHERE email = $1", params![email.as_str()]).await;
    let before: Option<String> = rows.expect("a row")[0].get("password").expect("a hash");
    let password = async |set: Option<&str>| {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        let text = "UPDATE people SET password = $2 WHERE email = $1";
        tx.exec(text, params![email.as_str(), set]).await.expect("changed");
        tx.commit().await.expect("committed");
    };
    password(None).await;
    lead.post_plainly(&format!("{PAGE}/{id}/delete"), &[]).await.is(409);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM passkeys").await, 1);
    password(before.as_deref()).await;
    for _ in 0..2 {
        lead.post_plainly(&format!("{PAGE}/{id}/delete"), &[]).await.leads_to("/en/account/passkeys?done=");
    }
    assert_eq!(told(&hub, &email, "Passkey deleted").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM recovery_codes").await, 0, "they stand in for nothing");
    signs_in(&hub, &mut key).await.is(422);
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to("/en/cities");
}

async fn nobody_changes_those_of_others(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (mut key, _) = add(&lead, "Phone").await;
    let id = base::id::write_id(hub.number("SELECT id AS n FROM passkeys").await);
    let page = format!("{PAGE}/{id}");
    other.get(&page).await.is(404);
    other.post(&page, &[("name", "Mine")]).await.is(404);
    other.post(&format!("{page}/delete"), &[]).await.is(303);
    other.get(PAGE).await.is(200).hides("Phone");
    hub.visitor().get(&page).await.leads_to("/en/sign-in");
    lead.post(&page, &[("name", "")]).await.is(422);
    lead.post(&page, &[("name", &"x".repeat(61))]).await.is(422);
    lead.post(&page, &[("name", "  The <b>old</b> phone ")]).await.is(303);
    lead.get(PAGE).await.is(200).shows("The &#60;b&#62;old&#60;/b&#62; phone");
    signs_in(&hub, &mut key).await.is(303);
    // Where the team takes the second step away, all of it goes.
    let central = hub.signed_in(Who::CentralTeam).await;
    let person = hub.page_of(&Who::CityLead.email()).await;
    central.get(&person).await.is(200).shows("/second-step/take");
    central.post(&format!("{person}/second-step/take"), &[]).await.is(303);
    hub.clock.jump(TimeDelta::hours(24));
    hub.settle().await;
    signs_in(&hub, &mut key).await.is(422);
}

async fn a_closed_account_opens_with_none(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, administrator) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Administrator).await);
    let (mut key, _) = add(&lead, "Phone").await;
    let page = hub.page_of(&Who::CityLead.email()).await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    signs_in(&hub, &mut key).await.is(422).shows("This account is deactivated");
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    signs_in(&hub, &mut key).await.is(303);
}

async fn what_was_asked_of_another_session_adds_none(engine: Engine) {
    let hub = hub(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let begin = async |client: &Client| client.post(PAGE, &[("do", "begin")]).await.is(200).json();
    let send = async |client: &Client, sent: &str| client.post(PAGE, &[("name", "Phone"), ("credential", sent)]).await;
    let (_, sent) = Passkey::make(&begin(&lead).await, ORIGIN);
    send(&other, &sent).await.is(422).shows("was not made");
    begin(&other).await;
    send(&other, &sent).await.is(422);
    send(&lead, &sent).await.is(200);
    send(&lead, &sent).await.is(422);
    // From another page, too late, with nothing.
    let (_, sent) = Passkey::make(&begin(&lead).await, "https://evil.example");
    send(&lead, &sent).await.is(422);
    let (_, sent) = Passkey::make(&begin(&lead).await, ORIGIN);
    hub.clock.jump(TimeDelta::minutes(5));
    send(&lead, &sent).await.is(422);
    begin(&lead).await;
    send(&lead, "").await.is(422);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM passkeys").await, 1);
    hub.visitor().post(PAGE, &[("do", "begin")]).await.is(403).shows("no longer signed in");
    hub.clock.jump(TimeDelta::minutes(15));
    lead.post_plainly(PAGE, &[("do", "begin")]).await.is(307);
}

async fn only_so_many_are_kept(engine: Engine) {
    let hub = hub(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for number in 0..20 {
        add(&lead, &format!("Phone {number}")).await;
    }
    lead.post(PAGE, &[("do", "begin")]).await.is(422).shows("as many passkeys as there may be");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM passkeys").await, 20);
    lead.get(PAGE).await.is(200);
}

/// The hub has moved to another name: the keys of before stand there, say nothing, and nobody's second step is off.
async fn one_of_another_name_of_the_hub_says_nothing(engine: Engine) {
    let hub = hub(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (mut key, shown) = add(&lead, "Phone").await;
    let codes = recovery_codes(&shown);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE passkeys SET party = 'hub.before.example'", Vec::new()).await.expect("moved");
    tx.commit().await.expect("committed");
    signs_in(&hub, &mut key).await.is(422);
    lead.get(PAGE).await.is(200).shows("Works at").shows("hub.before.example");
    let client = hub.visitor();
    let email = Who::CityLead.email();
    client.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    client.get(CODE).await.is(200).hides("data-passkey");
    client.post_plainly(CODE, &[("code", &codes[0])]).await.is(303);
    let (mut new, reply) = add(&client, "New").await;
    reply.is(303);
    signs_in(&hub, &mut new).await.is(303);
}

async fn a_hub_without_a_name_has_none(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(PAGE).await.is(200).shows("reached by a number").hides("data-passkey");
    hub.visitor().get("/en/sign-in").await.is(200).hides("data-passkey");
    lead.post(PAGE, &[("do", "begin")]).await.is(404);
    hub.visitor().post("/en/sign-in/passkey", &[]).await.is(404);
    enter(&hub.visitor(), "{}").await.is(422);
}

/// Whoever took an account added a passkey as well.
async fn an_address_that_is_set_back_ends_them(engine: Engine) {
    let hub = hub(engine).await;
    let thief = hub.signed_in(Who::CityLead).await;
    let (mut key, _) = add(&thief, "Phone").await;
    thief.post("/en/account/address", &[("email", "thief@example.org")]).await.is(303);
    let letters = hub.letters().await;
    let own = |letter: &&testkit::LetterRead| letter.subject.contains("Another e-mail address");
    let undo = letters.iter().find(own).expect("a letter").text.clone();
    let link = undo.split_whitespace().find(|word| word.contains("/pressed/")).expect("a link");
    let path = link.split_once("/en/").expect("a path").1;
    let owner = hub.visitor();
    let set = owner.post_plainly(&format!("/en/{path}"), &[]).await.leads_to("/en/links/");
    signs_in(&hub, &mut key).await.is(422);
    let link = set.location().split('?').next().expect("a link").to_owned();
    owner.post_plainly(&link, &[("password", NEW_PASSWORD)]).await.leads_to("/en/");
    owner.get(&format!("/en/cities/{CITY}")).await.is(200);
    owner.get(PAGE).await.is(200).hides("Your passkeys");
}
