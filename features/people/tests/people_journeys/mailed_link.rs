//! Signing in with a link that is sent: what it opens, and what it does not.

use chrono::TimeDelta;
use testkit::{Authenticator, Client, Engine, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    a_sent_link_opens_one_session_with_a_press,
    a_sent_link_ends_after_a_quarter_of_an_hour,
    a_sent_link_skips_no_second_step,
    a_sent_link_sets_no_password,
    a_sent_link_is_no_recent_sign_in,
    a_sent_link_is_the_same_work_for_every_address,
    a_sent_link_takes_the_place_of_the_session_before,
    a_sent_link_opens_no_closed_account,
    pressed_twice_at_once_a_sent_link_opens_one_session,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";
const CODE: &str = "/en/sign-in/code";

async fn ask(client: &Client, email: &str) -> testkit::Reply {
    client.post("/en/forgotten", &[("email", email), ("do", "enter")]).await
}

/// The link of the newest letter to sign in that this person got.
async fn link(hub: &TestHub, email: &str) -> String {
    ask(&hub.visitor(), email).await.leads_to("/en/sign-in?done=enter-link");
    let mut working = Vec::new();
    for letter in
        hub.letters().await.iter().filter(|letter| letter.to == email && letter.subject.contains("sign in to"))
    {
        let link = letter.link();
        if hub.visitor().get(&link).await.status == 200 {
            working.push(link);
        }
    }
    assert_eq!(working.len(), 1, "the newest ends those before: {working:?}");
    working.remove(0)
}

async fn sessions(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM sessions").await
}

async fn a_sent_link_opens_one_session_with_a_press(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let own = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    hub.visitor()
        .get("/en/forgotten")
        .await
        .is(200)
        .shows("Send a link for a new password")
        .shows("Send a link to sign in");
    let link = link(&hub, &email).await;
    // Looked at, by whatever program, it does nothing.
    let before = sessions(&hub).await;
    for _ in 0..3 {
        let page = hub.visitor().get(&link).await.is(200).shows(&email).shows("Sign in");
        assert!(page.header("cache-control").contains("no-store"));
    }
    assert_eq!(sessions(&hub).await, before);
    let client = hub.visitor();
    client.post(&link, &[]).await.leads_to("/en/cities/mine");
    client.get("/en/account").await.is(200).shows("Signed in with a link");
    // The password, and what is open, stay.
    own.get("/en/account").await.is(200);
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to("/en/cities");
    // Its owner is told of a browser that was not known.
    let letters = hub.letters().await;
    assert!(letters.iter().any(|letter| letter.to == email && letter.subject.contains("New sign-in")));
    hub.visitor().post(&link, &[]).await.is(410);
    hub.visitor().get(&link).await.is(410).shows("no longer works");
}

async fn a_sent_link_ends_after_a_quarter_of_an_hour(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let first = link(&hub, &Who::CityLead.email()).await;
    hub.clock.jump(TimeDelta::minutes(16));
    hub.visitor().get(&first).await.is(410);
    hub.visitor().post(&first, &[]).await.is(410);
    // A new password ends one that waits, and a link for a password is none to sign in.
    let second = link(&hub, &Who::CityLead.email()).await;
    let lead = hub.visitor();
    lead.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    lead.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    hub.visitor().post(&second, &[]).await.is(410);
}

async fn a_sent_link_skips_no_second_step(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    let link = link(&hub, &Who::CityLead.email()).await;
    let client = hub.visitor();
    client.post(&link, &[]).await.leads_to(CODE);
    client.get("/en/account").await.leads_to("/en/sign-in");
    client.post(CODE, &[("code", "000000")]).await.is(422);
    hub.clock.jump(TimeDelta::seconds(31));
    client.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
    client.get("/en/account").await.is(200);
}

async fn a_sent_link_sets_no_password(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let link = link(&hub, &email).await;
    hub.visitor().post(&link, &[("password", NEW_PASSWORD)]).await.is(303);
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", NEW_PASSWORD)]).await.is(422);
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.is(303);
}

/// It stands for the mailbox alone.
async fn a_sent_link_is_no_recent_sign_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let link = link(&hub, &Who::CityLead.email()).await;
    let client = hub.visitor();
    client.post(&link, &[]).await.is(303);
    let change = "/en/account/second-step/change";
    assert!(client.post_plainly(change, &[("do", "begin")]).await.is(307).location().starts_with("/en/sign-in/again"));
    let proof = [("proof-for", "page"), ("proof-password", PASSWORD)];
    client.post_plainly("/en/sign-in/again?next=%2Fen%2Faccount", &proof).await.is(303);
    client.post_plainly(change, &[("do", "begin")]).await.leads_to("/en/account/second-step");
}

async fn a_sent_link_is_the_same_work_for_every_address(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    for round in 0..4 {
        let asked = async |email: &str| {
            let reply = ask(&hub.visitor(), email).await.is(303);
            (reply.header("x-statements").to_owned(), reply.location().to_owned(), reply.body.clone())
        };
        let (known, unknown) = (asked(&Who::CityLead.email()).await, asked("nobody@example.org").await);
        assert_eq!(known, unknown, "round {round}");
        hub.settle().await;
    }
    // Three an hour for one address, of both kinds together.
    let forgotten = hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
    forgotten.leads_to("/en/sign-in?done=forgotten");
    assert_eq!(hub.letters().await.len(), 3);
    assert!(!hub.dump().await.contains("nobody@example.org"), "an unknown address is not kept");
    hub.visitor().post("/en/forgotten", &[("email", "no address"), ("do", "enter")]).await.is(422);
}

async fn a_sent_link_takes_the_place_of_the_session_before(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let other = hub.signed_in(Who::OtherLead).await;
    let before = other.session().expect("a session");
    let link = link(&hub, &Who::CityLead.email()).await;
    other.get(&link).await.is(200).shows(&Who::CityLead.email());
    other.post(&link, &[]).await.is(303);
    other.get("/en/account").await.is(200).shows(&Who::CityLead.email());
    let stands = format!("SELECT COUNT(*) AS n FROM sessions WHERE hash = '{}'", base::secret::hash(&before));
    assert_eq!(hub.number(&stands).await, 0);
}

async fn a_sent_link_opens_no_closed_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, _) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let email = Who::CityLead.email();
    let link = link(&hub, &email).await;
    administrator.post(&format!("{}/deactivate", hub.page_of(&email).await), &[]).await.is(303);
    hub.visitor().get(&link).await.is(410);
    hub.visitor().post(&link, &[]).await.is(410);
    // Whoever was invited and has not come gets the invitation once more.
    hub.invited("amina@example.org", "Amina", "practitioner", testkit::CITY, "").await;
    ask(&hub.visitor(), "amina@example.org").await.is(303);
    let letters = hub.letters().await;
    let to_amina: Vec<_> = letters.iter().filter(|letter| letter.to == "amina@example.org").collect();
    assert!(!to_amina.is_empty() && to_amina.iter().all(|letter| !letter.subject.contains("sign in to")));
}

async fn pressed_twice_at_once_a_sent_link_opens_one_session(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    for round in 0..3 {
        let link = link(&hub, &Who::CityLead.email()).await;
        let before = sessions(&hub).await;
        let (one, other) = (hub.visitor(), hub.visitor());
        let (a, b) = tokio::join!(one.post(&link, &[]), other.post(&link, &[]));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!((statuses, sessions(&hub).await), ([303, 410], before + 1), "round {round}");
    }
}
