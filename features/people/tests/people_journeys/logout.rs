//! Back-channel logout: whoever signs out at their city's provider is out here, and what no other word of it can do.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{CITY, Client, Engine, PASSWORD, Reply, TestHub, Who, both_engines, postgres_only};

use crate::fake_provider::{Asked, CLIENT, FakeProvider, Signed};
use crate::single_sign_on::{begin, connect, enter, hub, offered, password};

postgres_only!(a_word_to_one_node_ends_sessions_on_all);

both_engines!(
    whoever_signs_out_there_is_out_here,
    a_session_there_ends_what_it_opened,
    what_began_after_it_was_said_stays,
    a_word_counts_once,
    where_they_show_once_more_who_they_are_it_is_that_session,
    a_word_that_cannot_be_believed_ends_nothing,
    another_provider_s_word_ends_nothing,
    many_words_have_the_provider_asked_once,
    many_words_have_a_provider_that_is_away_asked_once,
    many_words_at_once_have_the_provider_asked_once,
    a_new_key_is_asked_for_after_a_pause,
    a_provider_that_is_away_is_told_to_try_again,
    nobody_s_cookie_is_asked_for,
    a_first_step_ends_too,
);

const ADDRESS: &str = "/sign-in/logout/diffa";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// What a provider says of whoever has signed out, as it should be.
fn claims(hub: &TestHub, provider: &FakeProvider, subject: Option<&str>, sid: Option<&str>) -> Value {
    let now = hub.hub.now().timestamp();
    let mut all = json!({
        "iss": provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": base::secret::new_secret(),
        "events": { EVENT: {} },
    });
    if let Some(subject) = subject {
        all["sub"] = subject.into();
    }
    if let Some(sid) = sid {
        all["sid"] = sid.into();
    }
    all
}

/// As another program sends it: from no page.
async fn says(hub: &TestHub, token: &str) -> Reply {
    hub.visitor().send_as_program(ADDRESS, &[("logout_token", token)]).await
}

async fn signed_out(hub: &TestHub, provider: &FakeProvider, subject: Option<&str>, sid: Option<&str>) -> Reply {
    let token = provider.sign(&claims(hub, provider, subject, sid), Signed::Rightly);
    let reply = says(hub, &token).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    reply
}

/// Signs in as this one there, in this session there.
async fn comes_in(hub: &TestHub, provider: &FakeProvider, subject: &str, sid: &str) -> Client {
    let client = hub.visitor();
    let asked = begin(&client).await;
    let mut claims = provider.claims(hub, &asked, subject);
    claims["sid"] = sid.into();
    client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.leads_to("/en/account");
    client.get("/en/account").await.is(200);
    client
}

/// A city whose lead is known at its provider.
async fn known(engine: Engine) -> (TestHub, FakeProvider, Client) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    (hub, provider, lead)
}

async fn is_out(client: &Client) {
    client.get("/en/account").await.leads_to("/en/sign-in");
}

async fn whoever_signs_out_there_is_out_here(engine: Engine) {
    let (hub, provider, lead) = known(engine).await;
    // Its address stands where the provider is set up.
    lead.get(&format!("/en/cities/{CITY}/sign-in")).await.is(200).shows(ADDRESS);
    let (one, other) = (comes_in(&hub, &provider, "lead", "a").await, comes_in(&hub, &provider, "lead", "b").await);
    let (by_password, _) = password(&hub, &Who::CityLead.email(), PASSWORD).await;
    signed_out(&hub, &provider, Some("lead"), None).await.is(200);
    is_out(&one).await;
    is_out(&other).await;
    // What was opened otherwise is no matter of the provider.
    by_password.get("/en/account").await.is(200).shows("Signed out by your city");
    lead.get("/en/account").await.is(200);
    // Whoever has nothing open, or is not known here, is told nothing else.
    signed_out(&hub, &provider, Some("lead"), None).await.is(200);
    signed_out(&hub, &provider, Some("nobody"), None).await.is(200);
    let logged = "SELECT COUNT(*) AS n FROM account_log WHERE kind = 'signed-out-city'";
    assert_eq!(hub.number(logged).await, 1, "once, of what ended");
}

async fn a_session_there_ends_what_it_opened(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let (one, other) = (comes_in(&hub, &provider, "lead", "a").await, comes_in(&hub, &provider, "lead", "b").await);
    signed_out(&hub, &provider, Some("lead"), Some("c")).await.is(200);
    one.get("/en/account").await.is(200);
    signed_out(&hub, &provider, Some("lead"), Some("a")).await.is(200);
    is_out(&one).await;
    other.get("/en/account").await.is(200);
    // Without the person, by the session alone.
    signed_out(&hub, &provider, None, Some("b")).await.is(200);
    is_out(&other).await;
    // A session of which the provider named none ends with any of the same person.
    let client = hub.visitor();
    let asked = begin(&client).await;
    client.get(&provider.knows(&hub, &asked, "lead")).await.leads_to("/en/account");
    signed_out(&hub, &provider, Some("lead"), Some("d")).await.is(200);
    is_out(&client).await;
}

async fn what_began_after_it_was_said_stays(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let before = comes_in(&hub, &provider, "lead", "a").await;
    let token = provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::Rightly);
    hub.clock.jump(TimeDelta::seconds(90));
    let after = comes_in(&hub, &provider, "lead", "a").await;
    // It comes late.
    says(&hub, &token).await.is(200);
    is_out(&before).await;
    after.get("/en/account").await.is(200);
}

async fn a_word_counts_once(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let token = provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::Rightly);
    says(&hub, &token).await.is(200);
    let client = comes_in(&hub, &provider, "lead", "a").await;
    says(&hub, &token).await.is(400).shows("it was used already");
    // The same number in another one is the same word: only a number of its own makes another.
    let mut again = claims(&hub, &provider, Some("lead"), Some("b"));
    again["jti"] = "one".into();
    says(&hub, &provider.sign(&again, Signed::Rightly)).await.is(200);
    again["sid"] = "a".into();
    says(&hub, &provider.sign(&again, Signed::Rightly)).await.is(400);
    client.get("/en/account").await.is(200);
    // Kept until it is too old, and not longer.
    let kept = "SELECT COUNT(*) AS n FROM logouts_heard";
    hub.clock.jump(TimeDelta::minutes(10));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number(kept).await, 2);
    hub.clock.jump(TimeDelta::minutes(2));
    says(&hub, &token).await.is(400).shows("too old");
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number(kept).await, 0);
}

/// They are asked there anew, which may be another session there: that one is theirs here from then on.
async fn where_they_show_once_more_who_they_are_it_is_that_session(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let client = comes_in(&hub, &provider, "lead", "a").await;
    let asked = Asked::of(&client.post("/en/sign-in/again/city", &[("next", "/en/account")]).await.is(200));
    let mut claims = provider.claims(&hub, &asked, "lead");
    claims["sid"] = "b".into();
    client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.is(303);
    signed_out(&hub, &provider, Some("lead"), Some("a")).await.is(200);
    client.get("/en/account").await.is(200);
    signed_out(&hub, &provider, Some("lead"), Some("b")).await.is(200);
    is_out(&client).await;
}

async fn a_word_to_one_node_ends_sessions_on_all() {
    let (hub, provider, _) = known(Engine::Postgres).await;
    let other = hub.beside().await;
    let here = comes_in(&hub, &provider, "lead", "a").await;
    let there = other.visitor();
    there.set_cookie("hub_session", &here.session().expect("a session"));
    there.get("/en/account").await.is(200);
    let token = provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::Rightly);
    says(&hub, &token).await.is(200);
    is_out(&there).await;
    is_out(&here).await;
}

async fn a_word_that_cannot_be_believed_ends_nothing(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let client = comes_in(&hub, &provider, "lead", "a").await;
    let before = provider.keys_read();
    let right = || claims(&hub, &provider, Some("lead"), None);
    let with = |name: &str, value: Value| {
        let mut claims = right();
        claims[name] = value;
        claims
    };
    let now = hub.hub.now().timestamp();
    for (what, claims) in [
        ("for somebody else", with("aud", json!("another"))),
        ("of another issuer", with("iss", json!("https://login.example.org"))),
        ("an identity token", with("events", json!({}))),
        ("with a nonce", with("nonce", json!("n"))),
        ("old", with("iat", json!(now - 3_600))),
        ("without a time", with("iat", Value::Null)),
        ("from the future", with("iat", json!(now + 3_600))),
        ("without an end", with("exp", Value::Null)),
        ("expired", with("exp", json!(now - 120))),
        ("without a number", with("jti", json!(""))),
        ("of nobody", claims(&hub, &provider, None, None)),
    ] {
        let reply = says(&hub, &provider.sign(&claims, Signed::Rightly)).await;
        assert_eq!(reply.status, 400, "{what}");
        assert_eq!(reply.json()["error"], "invalid_request", "{what}");
    }
    for nonsense in ["", "a.b.c", &"x".repeat(9_000)] {
        says(&hub, nonsense).await.is(400);
    }
    says(&hub, &"x".repeat(300_000)).await.is(413);
    assert_eq!(provider.keys_read(), before, "of what can be told without them nobody is asked for keys");
    for signed in [Signed::ByAnother, Signed::WithUnknown, Signed::Symmetrically, Signed::Not] {
        let reply = says(&hub, &provider.sign(&right(), signed)).await;
        assert_eq!(reply.status, 400, "{signed:?}");
    }
    hub.visitor().send_as_program("/sign-in/logout/oslo", &[("logout_token", "a.b.c")]).await.is(404);
    hub.visitor().send_as_program("/sign-in/logout/nowhere", &[("logout_token", "a.b.c")]).await.is(404);
    hub.visitor().get(ADDRESS).await.is(405);
    client.get("/en/account").await.is(200);
}

async fn another_provider_s_word_ends_nothing(engine: Engine) {
    let (hub, provider, lead) = known(engine).await;
    let client = comes_in(&hub, &provider, "lead", "a").await;
    let other = FakeProvider::start().await;
    signed_out(&hub, &other, Some("lead"), Some("a")).await.is(400);
    // Nor where it is the city's now: whom the one before knew it does not know.
    enter(&lead, &other).await.is(303);
    signed_out(&hub, &other, Some("lead"), Some("a")).await.is(404);
    client.get("/en/account").await.is(200);
}

async fn many_words_have_the_provider_asked_once(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let before = provider.keys_read();
    for _ in 0..10 {
        says(&hub, &provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::WithUnknown)).await.is(400);
        says(&hub, &provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::ByAnother)).await.is(400);
        signed_out(&hub, &provider, Some("lead"), None).await.is(200);
    }
    assert_eq!(provider.keys_read() - before, 1);
}

/// One that does not answer is no more asked because many are sent in its name.
async fn many_words_have_a_provider_that_is_away_asked_once(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    provider.now_answers(Some((500, String::new())));
    let before = provider.asked();
    for _ in 0..10 {
        signed_out(&hub, &provider, Some("lead"), None).await.is(503);
    }
    assert_eq!(provider.asked() - before, 1);
}

/// Nobody of them is turned away because another one has the provider asked already.
async fn many_words_at_once_have_the_provider_asked_once(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let before = provider.keys_read();
    let words = (0..8).map(|_| signed_out(&hub, &provider, Some("lead"), None));
    for reply in futures::future::join_all(words).await {
        reply.is(200);
    }
    assert_eq!(provider.keys_read() - before, 1);
}

async fn a_new_key_is_asked_for_after_a_pause(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    signed_out(&hub, &provider, Some("lead"), None).await.is(200);
    provider.names_its_key("second");
    signed_out(&hub, &provider, Some("lead"), None).await.is(400);
    hub.clock.jump(TimeDelta::seconds(61));
    signed_out(&hub, &provider, Some("lead"), None).await.is(200);
}

async fn a_provider_that_is_away_is_told_to_try_again(engine: Engine) {
    let (hub, provider, _) = known(engine).await;
    let client = comes_in(&hub, &provider, "lead", "a").await;
    provider.now_answers(Some((500, String::new())));
    signed_out(&hub, &provider, Some("lead"), None).await.is(503);
    client.get("/en/account").await.is(200);
    provider.now_answers(None);
    hub.clock.jump(TimeDelta::seconds(11));
    signed_out(&hub, &provider, Some("lead"), None).await.is(200);
    is_out(&client).await;
}

/// A page of somebody else makes a browser send it: that is nobody's word, and whoever is signed in there is nobody here.
async fn nobody_s_cookie_is_asked_for(engine: Engine) {
    let (hub, provider, lead) = known(engine).await;
    lead.send_as_program(ADDRESS, &[("logout_token", "a.b.c")]).await.is(400);
    lead.get("/en/account").await.is(200);
    let token = provider.sign(&claims(&hub, &provider, Some("lead"), None), Signed::Rightly);
    let reply = lead.send_as_program(ADDRESS, &[("logout_token", &token)]).await.is(200);
    assert!(reply.header("set-cookie").is_empty());
    lead.get("/en/account").await.is(200);
    // Other addresses are sent nothing so.
    lead.send_as_program("/en/sign-out", &[]).await.is(403);
}

async fn a_first_step_ends_too(engine: Engine) {
    let (hub, provider, lead) = known(engine).await;
    let (app, _) = testkit::Authenticator::set_up(&hub, &lead).await;
    // Of the person, or of the session there alone.
    for (subject, sid) in [(Some("lead"), None), (None, Some("a"))] {
        let client = hub.visitor();
        let asked = begin(&client).await;
        let mut claims = provider.claims(&hub, &asked, "lead");
        claims["sid"] = "a".into();
        client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.leads_to("/en/sign-in/code");
        signed_out(&hub, &provider, subject, sid).await.is(200);
        hub.clock.jump(TimeDelta::seconds(31));
        client.post("/en/sign-in/code", &[("code", &app.code(&hub))]).await.leads_to("/en/sign-in");
        is_out(&client).await;
    }
}
