//! What the owner of an account sees of it and does with it.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, SaltString};
use chrono::TimeDelta;
use testkit::{CITY, Engine, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    common_passwords_are_refused,
    the_owner_is_told_of_a_new_password,
    one_session_or_all_others_are_ended,
    a_session_says_when_it_was_used,
    the_log_is_written_as_each_language_writes,
    nobody_ends_the_sessions_of_others,
    a_link_is_used_by_its_holder,
    a_used_link_leaves_no_other_way_in,
    the_first_link_shows_no_form_once_there_is_an_administrator,
    a_password_is_the_same_on_every_keyboard,
    an_address_of_an_earlier_version_signs_in,
    a_name_is_without_what_nobody_sees,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";

async fn common_passwords_are_refused(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let secret = hub.invited("amina@example.org", "Amina Example", "practitioner", CITY, "").await;
    let (client, link) = (hub.visitor(), format!("/en/links/{secret}"));
    for weak in ["qwerty123456", "1q2w3e4r5t6y", "iloveyou1234", "administrator", "Passw0rd1234", "azerty123456"] {
        client.post(&link, &[("password", weak)]).await.is(422).shows("Use a few words that only you");
    }
    client.post(&link, &[("password", PASSWORD)]).await.is(303);
    client
        .post("/en/account/password", &[("old", PASSWORD), ("new", "welcome12345")])
        .await
        .is(422)
        .shows("Use a few words that only you");
}

async fn the_log_is_written_as_each_language_writes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // The second time by the form.
    hub.signed_in(Who::CityLead).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/account").await.is(200).shows("<li>Signed in: <time");
    lead.get("/fr/account").await.is(200).shows("<li>Connexion\u{a0}: <time");
}

async fn the_owner_is_told_of_a_new_password(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let told = async || {
        let letters = hub.letters().await;
        let own = letters.iter().filter(|letter| letter.to == Who::CityLead.email());
        own.filter(|letter| letter.text.contains("has just been changed")).count()
    };
    assert_eq!(told().await, 0, "the first one is no change");
    lead.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    assert_eq!(told().await, 1);
    hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.text.contains("/links/")).expect("a link").link();
    let client = hub.visitor();
    client.post(&link, &[("password", PASSWORD)]).await.is(303);
    assert_eq!(told().await, 2);
    let page = client.get("/en/account").await.is(200);
    page.shows("Password set by a link").shows("Password changed").shows("Signed in").shows(" UTC");
}

async fn one_session_or_all_others_are_ended(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let here = hub.signed_in(Who::CityLead).await;
    let (there, elsewhere) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CityLead).await);
    let page = here.get("/en/account").await.is(200).shows("This browser").text();
    let ends: Vec<&str> = page.split("/account/sessions/").skip(1).filter_map(|rest| rest.split('/').next()).collect();
    let ends: Vec<&str> = ends.into_iter().filter(|name| name.len() == 16).collect();
    assert_eq!(ends.len(), 2, "each but this one: {ends:?}");
    for client in [&here, &there, &elsewhere] {
        assert!(!page.contains(&client.session().expect("a session")), "no secret stands on the page");
    }
    // The newest first.
    let one = format!("/en/account/sessions/{}/end", ends[0]);
    here.post(&one, &[]).await.leads_to("/en/account?done=session-ended");
    elsewhere.get("/en/account").await.leads_to("/en/sign-in");
    there.get("/en/account").await.is(200);
    here.post(&one, &[]).await.is(303);
    let again = hub.signed_in(Who::CityLead).await;
    here.post("/en/account/sessions/end", &[]).await.leads_to("/en/account?done=sessions-ended");
    there.get("/en/account").await.leads_to("/en/sign-in");
    again.get("/en/account").await.leads_to("/en/sign-in");
    here.get("/en/account").await.is(200);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM events WHERE kind = 'person.session-ended'").await, 1);
}

async fn a_session_says_when_it_was_used(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let stale = "SELECT COUNT(*) AS n FROM sessions WHERE seen_at > created_at";
    lead.get("/en/account").await.is(200);
    assert_eq!(hub.number(stale).await, 0, "to the hour: a page does not write");
    hub.clock.jump(TimeDelta::hours(2));
    lead.get("/en/account").await.is(200);
    for _ in 0..200 {
        if hub.number(stale).await == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("it is not noted");
}

async fn nobody_ends_the_sessions_of_others(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let name = base::secret::hash(&lead.session().expect("a session"))[..16].to_owned();
    other.post(&format!("/en/account/sessions/{name}/end"), &[]).await.is(303);
    other.post("/en/account/sessions/end", &[]).await.is(303);
    lead.get("/en/account").await.is(200);
    hub.visitor().post("/en/account/sessions/end", &[]).await.leads_to("/en/sign-in");
    hub.visitor().post(&format!("/en/account/sessions/{name}/end"), &[]).await.leads_to("/en/sign-in");
}

async fn a_link_is_used_by_its_holder(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let id = hub.person(&Who::CityLead.email()).await;
    for table in ["events WHERE kind", "audit WHERE action"] {
        let count = format!("SELECT COUNT(*) AS n FROM {table} = 'person.password-set' AND actor = {id}");
        assert_eq!(hub.number(&count).await, 1, "{table}");
    }
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.get("/en/office/record").await.is(200).shows("Password set by a link</th>");
}

async fn a_used_link_leaves_no_other_way_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    // Two letters of different kinds for one person: an invitation by hand, and a reset.
    let page = hub.page_of(&Who::CityLead.email()).await;
    let by_hand = people::link_for(&hub.hub.db, &Who::CityLead.email()).await.expect("a link");
    administrator.post(&format!("{page}/link"), &[]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.text.contains("/links/")).expect("a link").link();
    hub.visitor().get(&format!("/en/links/{by_hand}")).await.is(200);
    hub.visitor().post(&link, &[("password", NEW_PASSWORD)]).await.is(303);
    hub.visitor().get(&format!("/en/links/{by_hand}")).await.is(410);
    lead.get("/en/account").await.leads_to("/en/sign-in");
}

async fn the_first_link_shows_no_form_once_there_is_an_administrator(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let link = format!("/en/links/{}", hub.first_link.clone().expect("a first link"));
    hub.visitor().get(&link).await.is(200).shows("first administrator");
    // Made by another way: on the command line, or by the demonstration.
    hub.signed_in(Who::Administrator).await;
    hub.visitor().get(&link).await.is(410).hides("<input").shows("no longer works");
    let fields = [("name", "N"), ("email", "n@example.org"), ("password", PASSWORD)];
    hub.visitor().post(&link, &fields).await.is(410);
}

async fn a_password_is_the_same_on_every_keyboard(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let [composed, decomposed] = ["neuf march\u{e9}s tranquilles", "neuf marche\u{301}s\u{a0}tranquilles"];
    for (set, email) in [(composed, "one@example.org"), (decomposed, "two@example.org")] {
        let secret = hub.invited(email, "Amina Example", "practitioner", CITY, "").await;
        hub.visitor().post(&format!("/en/links/{secret}"), &[("password", set)]).await.is(303);
        for typed in [composed, decomposed] {
            hub.visitor().post("/en/sign-in", &[("email", email), ("password", typed)]).await.is(303);
        }
    }
    // The hash of an earlier version, of what a Mac typed: it is made anew once it has proved right.
    let salt = SaltString::from_b64("c2FsdHNhbHRzYWx0").expect("a salt");
    let old = Argon2::default().hash_password(decomposed.as_bytes(), &salt).expect("a hash").to_string();
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let set = "UPDATE people SET password = $1 WHERE email = 'one@example.org'";
    assert_eq!(tx.exec(set, store::params![old.as_str()]).await.expect("changed"), 1);
    tx.commit().await.expect("committed");
    let sign_in = async |typed: &str| {
        hub.visitor().post("/en/sign-in", &[("email", "one@example.org"), ("password", typed)]).await.status
    };
    assert_eq!(sign_in(composed).await, 422, "nobody knows yet that it is the same");
    assert_eq!(sign_in(decomposed).await, 303);
    assert!(!hub.dump().await.contains(&old), "it was made anew");
    assert_eq!((sign_in(composed).await, sign_in(decomposed).await), (303, 303));
    let client = hub.visitor();
    client.post("/en/sign-in", &[("email", "one@example.org"), ("password", composed)]).await.is(303);
    let change = [("old", decomposed), ("new", decomposed)];
    client.post("/en/account/password", &change).await.is(422).shows("This is your current password");
}

async fn an_address_of_an_earlier_version_signs_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (typed, taken) = ("info@b\u{fc}cher.example", "info@xn--bcher-kva.example");
    for (email, password) in [("old@example.org", PASSWORD), (taken, NEW_PASSWORD)] {
        let secret = hub.invited(email, "Amina Example", "practitioner", CITY, "").await;
        hub.visitor().post(&format!("/en/links/{secret}"), &[("password", password)]).await.is(303);
    }
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let set = "UPDATE people SET email = $1 WHERE email = 'old@example.org'";
    assert_eq!(tx.exec(set, store::params![typed]).await.expect("changed"), 1);
    tx.commit().await.expect("committed");
    // The other account has its form: it stays as it is, and is signed in to as it was typed then.
    hub.tidy_up().await.expect("tidied up");
    for (email, password) in [(typed, PASSWORD), (taken, NEW_PASSWORD)] {
        hub.visitor().post("/en/sign-in", &[("email", email), ("password", password)]).await.is(303);
    }
    hub.visitor().post("/en/sign-in", &[("email", taken), ("password", PASSWORD)]).await.is(422);
}

async fn a_name_is_without_what_nobody_sees(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post("/en/account", &[("name", "\u{200f}Ami\u{ad}na\u{200b} Exa\u{202e}mple\u{feff}"), ("lang", "en")])
        .await
        .is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE name = 'Amina Example'").await, 1);
    let administrator = hub.signed_in(Who::Administrator).await;
    let invite = async |email: &str| {
        let role = [("role", "central-team"), ("name", "No\u{ad}ur"), ("lang", "en"), ("email", email)];
        administrator.post("/en/office/people/invite", &role).await.status
    };
    for wrong in ["a@xn--a.example", "a@b\u{fffd}cher.example", "a@127.0.0.1", "\u{200b}"] {
        assert_eq!(invite(wrong).await, 422, "{wrong:?}");
    }
    assert_eq!(invite("no\u{ad}ur@\u{a0}B\u{dc}CHER.example\u{200b}").await, 303);
    let there = "SELECT COUNT(*) AS n FROM people WHERE name = 'Nour' AND email = 'nour@xn--bcher-kva.example'";
    assert_eq!(hub.number(there).await, 1);
}
