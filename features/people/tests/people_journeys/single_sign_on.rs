//! Single sign-on: who comes in, and what no provider, right or wrong, can do.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{Authenticator, CITY, Client, Engine, OTHER_CITY, PASSWORD, Reply, Setup, TestHub, Who, both_engines};

use crate::fake_provider::{Asked, CLIENT, FakeProvider, RETURNED, SECRET, Signed};

both_engines!(
    a_lead_sets_it_up_tries_it_and_offers_it,
    nobody_else_sets_it_up,
    whoever_is_connected_signs_in,
    nobody_is_connected_by_what_a_provider_says_of_them,
    a_token_that_cannot_be_believed_opens_nothing,
    an_answer_counts_once_and_in_its_own_browser,
    another_provider_s_answer_is_refused,
    a_provider_that_fails_is_told_apart,
    required_is_told_after_the_right_password_only,
    whoever_is_from_outside_is_exempt,
    the_team_opens_the_other_ways_for_an_hour,
    another_secret_is_tried_before_it_is_required,
    the_second_step_is_asked_for_all_the_same,
    whoever_is_no_more_of_the_city_is_not_let_in,
    the_last_way_in_stays,
    whoever_shows_once_more_is_asked_anew,
    one_identity_opens_one_account,
    what_one_provider_said_is_shown_to_no_other,
    a_secret_is_shown_to_no_other_provider,
    the_team_offers_nothing_that_no_lead_offered,
    whoever_is_known_there_is_not_known_by_another_name,
    a_new_password_prolongs_nothing,
);

const PAGE: &str = "/en/account/city-sign-in";
const CODE: &str = "/en/sign-in/code";

fn place() -> String {
    format!("/en/cities/{CITY}/sign-in")
}

fn sign_in() -> String {
    format!("/en/sign-in/city/{CITY}")
}

pub(crate) async fn hub(engine: Engine) -> TestHub {
    Setup::new(engine).settings(|settings| settings.outgoing_allow = vec!["127.0.0.1".to_owned()]).start().await
}

pub(crate) async fn enter(client: &Client, provider: &FakeProvider) -> Reply {
    let fields = [("issuer", provider.issuer.as_str()), ("client", CLIENT), ("password", SECRET)];
    client.post(&place(), &fields).await
}

async fn change(client: &Client, what: &str) -> Reply {
    client.post(&format!("{}/change", place()), &[("do", what)]).await
}

/// Tries it, as somebody whom it knows.
async fn try_it(hub: &TestHub, client: &Client, provider: &FakeProvider) -> Reply {
    let asked = Asked::of(&client.post(&format!("{}/test", place()), &[]).await.is(200));
    client.get(&provider.knows(hub, &asked, "tester")).await.leads_to(&place())
}

/// A city whose people may sign in with it; its lead.
pub(crate) async fn offered(hub: &TestHub, provider: &FakeProvider) -> Client {
    let lead = hub.signed_in(Who::CityLead).await;
    enter(&lead, provider).await.is(303);
    try_it(hub, &lead, provider).await;
    change(&lead, "offer").await.is(303);
    lead
}

/// Connects the account of whoever is signed in here.
pub(crate) async fn connect(hub: &TestHub, client: &Client, provider: &FakeProvider, subject: &str) -> Reply {
    let asked = Asked::of(&client.post(&format!("{PAGE}/{CITY}"), &[]).await.is(200));
    client.get(&provider.knows(hub, &asked, subject)).await
}

/// The same, and it is required from now on.
async fn required(hub: &TestHub, provider: &FakeProvider) -> Client {
    let lead = offered(hub, provider).await;
    connect(hub, &lead, provider, "lead").await.leads_to(PAGE);
    change(&lead, "require").await.is(303);
    lead
}

/// Begins to sign in in this browser.
pub(crate) async fn begin(client: &Client) -> Asked {
    Asked::of(&client.post(&sign_in(), &[("next", "/en/account")]).await.is(200))
}

/// Signs in as this one there.
async fn comes_as(hub: &TestHub, provider: &FakeProvider, subject: &str) -> (Client, Reply) {
    let client = hub.visitor();
    let asked = begin(&client).await;
    let reply = client.get(&provider.knows(hub, &asked, subject)).await;
    (client, reply)
}

async fn came_to_nothing(client: &Client, reply: Reply, why: &str) {
    let reply = reply.is(303);
    assert!(reply.location().ends_with(&format!("why={why}")), "{why}");
    let mut page = client.get(reply.location()).await;
    if page.status == 303 {
        page = client.get(page.location()).await;
    }
    page.is(200).shows("flash is-warn");
    client.get("/en/account").await.leads_to("/en/sign-in");
}

async fn told(hub: &TestHub, email: &str, subject: &str) -> usize {
    hub.letters().await.iter().filter(|letter| letter.to == email && letter.subject.contains(subject)).count()
}

pub(crate) async fn password(hub: &TestHub, email: &str, password: &str) -> (Client, Reply) {
    let client = hub.visitor();
    let reply = client.post("/en/sign-in", &[("email", email), ("password", password), ("next", "/en/account")]).await;
    (client, reply)
}

async fn a_lead_sets_it_up_tries_it_and_offers_it(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    lead.get(&format!("/en/cities/{CITY}")).await.is(200).shows("Set up single sign-on");
    central.get(&format!("/en/cities/{CITY}")).await.is(200).shows("Set up single sign-on");
    lead.get(&place()).await.is(200).shows(RETURNED).hides("Try it now");
    for wrong in
        ["", "idp", "http://idp.example.org", "https://127.0.0.2", "https://[::1]/", "https://a.example.org?x=1"]
    {
        let fields = [("issuer", wrong), ("client", CLIENT), ("password", SECRET)];
        lead.post(&place(), &fields).await.is(422).shows("Enter the address of the issuer").hides(SECRET);
    }
    enter(&lead, &provider).await.leads_to(&place());
    lead.get(&place()).await.is(200).shows("Entered, not tried").shows(CLIENT).hides(SECRET);
    assert!(!hub.dump().await.contains(SECRET));
    // Nothing is offered that nobody has tried.
    change(&lead, "offer").await.is(422).shows("Try it first");
    change(&lead, "require").await.is(422);
    hub.visitor().get("/en/sign-in").await.is(200).hides("Sign in with your city");
    hub.visitor().get(&sign_in()).await.is(404);

    let page = lead.post(&format!("{}/test", place()), &[]).await.is(200);
    assert!(page.header("cache-control").contains("no-store"));
    let asked = Asked::of(&page);
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("code_challenge_method", "S256"),
        ("redirect_uri", &*format!("{}{RETURNED}", hub.settings.address())),
    ] {
        assert_eq!(asked.get(name), value);
    }
    assert!(asked.get("state").len() >= 32 && asked.get("nonce").len() >= 32 && asked.get("scope").contains("openid"));
    let mut claims = provider.claims(&hub, &asked, "subject-7");
    claims["email"] = "somebody@city.example.org".into();
    claims["amr"] = json!(["pwd", "otp"]);
    lead.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.leads_to(&place());
    let shown = lead.get(&place()).await.is(200).shows("subject-7").shows("somebody@city.example.org").shows("otp");
    shown.shows("Tried, not in use");
    // For whoever tried it, for a while.
    central.get(&place()).await.is(200).hides("subject-7");
    assert!(!hub.dump().await.contains("subject-7"));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_links").await, 0, "nobody was connected");
    change(&lead, "offer").await.leads_to(&place());
    hub.visitor().get("/en/sign-in").await.is(200).shows("Sign in with your city");
    hub.visitor().get("/en/sign-in/city").await.is(200).shows(&format!("/en/sign-in/city/{CITY}"));
    // Nobody shuts a door that does not open for them.
    change(&lead, "require").await.is(422).shows("Connect your own account first");
    connect(&hub, &lead, &provider, "lead").await.leads_to(PAGE);
    change(&lead, "require").await.leads_to(&place());
    lead.get(&place()).await.is(200).shows("Required");
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Single sign-on required");
    // Done again, it is nothing.
    let before = hub.number("SELECT COUNT(*) AS n FROM audit").await;
    change(&lead, "require").await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit").await, before);
    hub.clock.jump(TimeDelta::hours(2));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_idps WHERE tested IS NOT NULL").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_asked").await, 0);
}

async fn nobody_else_sets_it_up(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    for who in [Who::Practitioner, Who::OtherLead, Who::RegionalOfficer] {
        let other = hub.signed_in(who).await;
        other.get(&place()).await.is(403);
        enter(&other, &provider).await.is(403);
        change(&other, "off").await.is(403);
        other.post(&format!("{}/test", place()), &[]).await.is(403);
    }
    hub.visitor().get(&place()).await.leads_to("/en/sign-in");
    // What only the team does, and what only the city.
    for what in ["repair", "trust", "doubt"] {
        change(&lead, what).await.is(403);
    }
    for who in [Who::CentralTeam, Who::Administrator] {
        let team = hub.signed_in(who).await;
        team.get(&place()).await.is(200).hides("value=\"require\"");
        change(&team, "offer").await.is(403);
        change(&team, "require").await.is(403);
    }
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&place()).await.is(200).hides("value=\"trust\"");
    change(&central, "trust").await.is(403);
    // In a session that was left open nothing is changed.
    hub.clock.jump(TimeDelta::minutes(20));
    for (path, fields) in [
        (place(), vec![("issuer", provider.issuer.as_str()), ("client", "other"), ("password", "x")]),
        (format!("{}/change", place()), vec![("do", "off")]),
        (format!("{}/test", place()), vec![]),
        (format!("{PAGE}/{CITY}"), vec![]),
    ] {
        let waits = lead.post_plainly(&path, &fields).await.is(307);
        assert!(waits.location().starts_with("/en/sign-in/again"), "{path}");
    }
}

async fn whoever_is_connected_signs_in(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    let email = Who::CityLead.email();
    lead.get("/en/account").await.is(200).shows("Connect with your city");
    connect(&hub, &lead, &provider, "lead").await.leads_to("/en/account/city-sign-in?done=city-linked");
    lead.get(PAGE).await.is(200).shows("Connected since").shows("Disconnect");
    assert_eq!(told(&hub, &email, "is connected with your city").await, 1);
    // Again it is nothing.
    connect(&hub, &lead, &provider, "lead").await.is(303);
    assert_eq!(told(&hub, &email, "is connected with your city").await, 1);

    let (client, reply) = comes_as(&hub, &provider, "lead").await;
    reply.leads_to("/en/account");
    client.get("/en/account").await.is(200).shows(&email).shows("Signed in with your city");
    assert_eq!(told(&hub, &email, "New sign-in").await, 1);
    // The provider asked who they are just now: that is recent.
    client.post_plainly("/en/account/second-step/change", &[("do", "begin")]).await.is(303);
    // Whoever was closed out there on Monday is not in here on Tuesday.
    hub.clock.jump(TimeDelta::hours(12) + TimeDelta::minutes(1));
    client.get("/en/account").await.leads_to("/en/sign-in");
    lead.get("/en/account").await.is(200);
    // The other ways stay open, and what the provider asked long ago is no recent sign-in.
    password(&hub, &email, PASSWORD).await.1.leads_to("/en/account");
    let client = hub.visitor();
    let asked = begin(&client).await;
    let mut claims = provider.claims(&hub, &asked, "lead");
    claims["auth_time"] = (hub.hub.now() - TimeDelta::hours(2)).timestamp().into();
    client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.leads_to("/en/account");
    client.post_plainly("/en/account/second-step/change", &[("do", "begin")]).await.is(307);
    // Somebody else was signed in in this browser: that session is over.
    let other = hub.signed_in(Who::OtherLead).await;
    let asked = begin(&other).await;
    other.get(&provider.knows(&hub, &asked, "lead")).await.leads_to("/en/account");
    other.get("/en/account").await.is(200).shows(&email);
}

/// Only by issuer and subject: an address, verified or not, is nobody's way in.
async fn nobody_is_connected_by_what_a_provider_says_of_them(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    hub.signed_in(Who::Administrator).await;
    offered(&hub, &provider).await;
    let administrator = Who::Administrator.email();
    for email in [administrator.clone(), Who::CityLead.email()] {
        for verified in [Value::Null, json!(false), json!(true)] {
            let client = hub.visitor();
            let asked = begin(&client).await;
            let mut claims = provider.claims(&hub, &asked, "somebody");
            claims["email"] = email.as_str().into();
            claims["preferred_username"] = email.as_str().into();
            claims["name"] = "Example administrator".into();
            if !verified.is_null() {
                claims["email_verified"] = verified;
            }
            let reply = client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await;
            assert!(reply.location().ends_with("why=unlinked"));
            client.get(reply.location()).await.is(200).shows("Sign in once with your password");
            client.get("/en/account").await.leads_to("/en/sign-in");
        }
    }
    // Nor by a subject that looks like one of theirs.
    let person = hub.person(&administrator).await.to_string();
    for subject in [administrator.as_str(), person.as_str()] {
        let (client, reply) = comes_as(&hub, &provider, subject).await;
        came_to_nothing(&client, reply, "unlinked").await;
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_links").await, 0);
}

async fn a_token_that_cannot_be_believed_opens_nothing(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    let comes = async |change: &dyn Fn(&mut Value), signed: Signed| {
        let client = hub.visitor();
        let asked = begin(&client).await;
        let mut claims = provider.claims(&hub, &asked, "lead");
        change(&mut claims);
        let reply = client.get(&provider.sends_back(&asked, claims, signed)).await;
        (client, reply)
    };
    let now = hub.hub.now().timestamp();
    let wrong: [(&str, Value); 14] = [
        ("nonce", json!("another")),
        ("nonce", Value::Null),
        ("aud", json!("another")),
        ("aud", json!([CLIENT, "another"])),
        ("aud", json!([])),
        ("azp", json!("another")),
        ("iss", json!("https://accounts.example.org")),
        ("exp", json!(now - 3_600)),
        ("iat", json!(now + 3_600)),
        ("iat", json!(now - 3_600)),
        ("sub", json!("")),
        ("sub", json!("x".repeat(300))),
        ("sub", Value::Null),
        ("exp", Value::Null),
    ];
    for (name, value) in wrong {
        let (client, reply) = comes(&|claims| claims[name] = value.clone(), Signed::Rightly).await;
        let location = reply.location().to_owned();
        assert!(location.ends_with("why=token") || location.ends_with("why=provider"), "{name} {value}: {location}");
        client.get("/en/account").await.leads_to("/en/sign-in");
    }
    for signed in [Signed::Not, Signed::Symmetrically, Signed::ByAnother] {
        let (client, reply) = comes(&|_| {}, signed).await;
        let location = reply.location().to_owned();
        assert!(location.ends_with("why=token") || location.ends_with("why=provider"), "{signed:?}: {location}");
        client.get("/en/account").await.leads_to("/en/sign-in");
    }
    // A key of a name that is not known is looked for once more, and once only.
    let before = provider.keys_read();
    let (client, reply) = comes(&|_| {}, Signed::WithUnknown).await;
    came_to_nothing(&client, reply, "token").await;
    assert_eq!(provider.keys_read() - before, 3, "when it was begun, when it ended, and once more");
    let (_, reply) = comes(&|_| {}, Signed::Rightly).await;
    reply.leads_to("/en/account");
}

async fn an_answer_counts_once_and_in_its_own_browser(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    // Twice.
    let client = hub.visitor();
    let asked = begin(&client).await;
    let back = provider.knows(&hub, &asked, "lead");
    client.get(&back).await.leads_to("/en/account");
    client.post("/en/sign-out", &[]).await.is(303);
    let again = client.get(&back).await;
    came_to_nothing(&client, again, "over").await;
    // With another code, but the same state.
    let other_code = provider.knows(&hub, &asked, "lead");
    let again = client.get(&other_code).await;
    came_to_nothing(&client, again, "over").await;
    // In another browser: whoever is sent there would be signed in as somebody else.
    for planted in [None, Some(base::secret::new_secret())] {
        let asked = begin(&hub.visitor()).await;
        let victim = hub.visitor();
        if let Some(planted) = &planted {
            victim.set_cookie("hub_sent", planted);
        }
        let reply = victim.get(&provider.knows(&hub, &asked, "lead")).await;
        came_to_nothing(&victim, reply, "over").await;
    }
    // A state that nobody was given, and none.
    for state in [base::secret::new_secret(), String::new()] {
        let reply = client.get(&format!("{RETURNED}?state={state}&code=x")).await;
        came_to_nothing(&client, reply, "over").await;
    }
    // Too late.
    let asked = begin(&client).await;
    hub.clock.jump(TimeDelta::minutes(11));
    let reply = client.get(&provider.knows(&hub, &asked, "lead")).await;
    came_to_nothing(&client, reply, "over").await;
    // A code that was used already, or is somebody else's.
    let (one, other) = (begin(&client).await, begin(&client).await);
    let back = provider.knows(&hub, &one, "lead");
    let mixed = back.replace(one.get("state"), other.get("state"));
    let reply = client.get(&mixed).await;
    came_to_nothing(&client, reply, "refused").await;
    let reply = client.get(&back).await;
    came_to_nothing(&client, reply, "refused").await;
    // They said no there.
    for (error, why) in [("access_denied", "cancelled"), ("server_error", "refused")] {
        let asked = begin(&client).await;
        let reply = client.get(&format!("{RETURNED}?state={}&error={error}", asked.get("state"))).await;
        came_to_nothing(&client, reply, why).await;
    }
    // The same answer twice at once opens one session.
    for round in 0..3 {
        let client = hub.visitor();
        let asked = begin(&client).await;
        let back = provider.knows(&hub, &asked, "lead");
        let before = hub.number("SELECT COUNT(*) AS n FROM sessions").await;
        let (a, b) = tokio::join!(client.get(&back), client.get(&back));
        let opened = [&a, &b].iter().filter(|reply| reply.location() == "/en/account").count();
        let sessions = hub.number("SELECT COUNT(*) AS n FROM sessions").await - before;
        assert_eq!((opened, sessions), (1, 1), "round {round}");
    }
}

/// Two providers are mixed up: an answer of one is brought to where the other was asked.
async fn another_provider_s_answer_is_refused(engine: Engine) {
    let (hub, provider, evil) = (hub(engine).await, FakeProvider::start().await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    let client = hub.visitor();
    let asked = begin(&client).await;
    let back = provider.knows(&hub, &asked, "lead");
    let written = |issuer: &str| url::form_urlencoded::byte_serialize(issuer.as_bytes()).collect::<String>();
    for iss in [written(&evil.issuer), String::new()] {
        let asked = begin(&client).await;
        let back = provider.knows(&hub, &asked, "lead");
        let (start, _) = back.split_once("&iss=").expect("who it is");
        let reply = client.get(&format!("{start}&iss={iss}")).await;
        came_to_nothing(&client, reply, "token").await;
    }
    client.get(&back).await.leads_to("/en/account");
    // A provider that says that it is another one.
    provider.now_says("issuer", evil.issuer.as_str().into());
    let reply = hub.visitor().post(&sign_in(), &[]).await.is(303);
    assert!(reply.location().ends_with("why=provider"));
}

async fn a_provider_that_fails_is_told_apart(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    let why = async || {
        let reply = hub.visitor().post(&sign_in(), &[]).await.is(303);
        reply.location().rsplit('=').next().unwrap_or_default().to_owned()
    };
    for (status, body) in [
        (500, "{}".to_owned()),
        (404, String::new()),
        (200, "not json".to_owned()),
        (200, "{}".to_owned()),
        (200, format!("{{\"issuer\": \"{}\"}}", "x".repeat(2_000_000))),
    ] {
        provider.now_answers(Some((status, body)));
        assert_eq!(why().await, "provider", "{status}");
    }
    provider.now_answers(None);
    // What it says leads inside: nothing is asked there, and nobody is sent there.
    for (name, address) in [
        ("jwks_uri", "http://169.254.169.254/latest/meta-data/"),
        ("jwks_uri", "https://169.254.169.254/latest/meta-data/"),
        ("jwks_uri", "https://[::ffff:10.0.0.1]/keys"),
        ("authorization_endpoint", "http://idp.example.org/authorize"),
        ("authorization_endpoint", "https://10.0.0.1/authorize"),
    ] {
        provider.now_says(name, address.into());
        assert_eq!(why().await, "inside", "{address}");
    }
    for address in ["javascript:alert(1)", "data:text/html,x"] {
        provider.now_says("authorization_endpoint", address.into());
        assert!(["inside", "provider"].contains(&why().await.as_str()), "{address}");
    }
    // Where it is asked for a token, too.
    provider.now_answers(None);
    let client = hub.visitor();
    let asked = begin(&client).await;
    provider.now_says("token_endpoint", "https://192.168.0.1/token".into());
    let reply = client.get(&provider.knows(&hub, &asked, "lead")).await;
    came_to_nothing(&client, reply, "inside").await;
    // A redirect is no answer.
    provider.now_answers(Some((302, String::new())));
    assert_eq!(why().await, "provider");
    provider.now_answers(None);
    assert_eq!(hub.visitor().post(&sign_in(), &[]).await.status, 200);
    // Nobody is there.
    let gone = provider.nowhere();
    enter(&lead, &gone).await.is(303);
    let reply = lead.post(&format!("{}/test", place()), &[]).await.is(303);
    assert!(reply.location().ends_with("why=away"));
    lead.get(reply.location()).await.is(200).shows("does not answer");
}

async fn required_is_told_after_the_right_password_only(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let lead = required(&hub, &provider).await;
    let email = Who::Practitioner.email();
    assert_eq!(told(&hub, &email, "sign in with your city from now on").await, 1);
    // What is open ends within half a day.
    hub.clock.jump(TimeDelta::hours(12) + TimeDelta::minutes(1));
    practitioner.get("/en/account").await.leads_to("/en/sign-in");
    lead.get("/en/account").await.leads_to("/en/sign-in");

    // Whoever does not know the password learns nothing.
    let wrong = password(&hub, &email, "a wrong guess").await.1.is(422);
    let unknown = password(&hub, "nobody@example.org", "a wrong guess").await.1.is(422);
    assert_eq!(wrong.text().replace(&email, ""), unknown.text().replace("nobody@example.org", ""));
    let (client, reply) = password(&hub, &email, PASSWORD).await;
    let led = reply.leads_to(&sign_in());
    client.get("/en/account").await.leads_to("/en/sign-in");
    client.get(led.location()).await.is(200).shows("Your city asks its people");
    // What stands for the password is no second step.
    client.post(CODE, &[("code", "000000")]).await.leads_to("/en/sign-in");
    // A link neither.
    hub.visitor().post("/en/forgotten", &[("email", &email), ("do", "enter")]).await.is(303);
    let letters = hub.letters().await;
    let link =
        letters.iter().rev().find(|letter| letter.text.contains("/links/") && letter.to == email).expect("a link");
    let by_link = hub.visitor();
    by_link.post(&link.link(), &[]).await.leads_to(&sign_in());
    by_link.get("/en/account").await.leads_to("/en/sign-in");
    // Nobody connects an account with what was read in its mail.
    let asked = begin(&by_link).await;
    let reply = by_link.get(&provider.knows(&hub, &asked, "thief")).await;
    came_to_nothing(&by_link, reply, "unlinked").await;

    // Whoever gave the password, and is known nowhere yet, is connected on the way.
    let (client, reply) = password(&hub, &email, PASSWORD).await;
    reply.leads_to(&sign_in());
    let asked = begin(&client).await;
    client.get(&provider.knows(&hub, &asked, "practitioner")).await.leads_to("/en/account");
    client.get("/en/account").await.is(200).shows(&email);
    assert_eq!(told(&hub, &email, "is connected with your city").await, 1);
    let (client, reply) = comes_as(&hub, &provider, "practitioner").await;
    reply.leads_to("/en/account");
    // Their own password there, and somebody else's identity: whose it is comes in, not the one of the password.
    let (other, reply) = password(&hub, &email, PASSWORD).await;
    reply.leads_to(&sign_in());
    let asked = begin(&other).await;
    other.get(&provider.knows(&hub, &asked, "lead")).await.leads_to("/en/account");
    other.get("/en/account").await.is(200).shows(&Who::CityLead.email());
    // A first step of before does not connect a second identity.
    let (twice, reply) = password(&hub, &email, PASSWORD).await;
    reply.leads_to(&sign_in());
    let asked = begin(&twice).await;
    let back = provider.knows(&hub, &asked, "another");
    hub.clock.jump(TimeDelta::minutes(21));
    let reply = twice.get(&back).await;
    came_to_nothing(&twice, reply, "over").await;
    // It cannot be given up while it is required.
    let id = base::id::write_id(hub.number("SELECT MAX(id) AS n FROM oidc_links").await);
    client.post(&format!("{PAGE}/{id}/delete"), &[]).await.is(422).shows("your city requires it");
    // Whoever is invited comes in, and connects.
    let invited = hub.newcomer("amina@example.org", "Amina", "practitioner", CITY, "").await;
    connect(&hub, &invited, &provider, "amina").await.leads_to(PAGE);
    let person = hub.person("amina@example.org").await;
    let how = format!("SELECT COUNT(*) AS n FROM oidc_links WHERE made_in = 'invitation' AND person = {person}");
    assert_eq!(hub.number(&how).await, 1);
}

async fn whoever_is_from_outside_is_exempt(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::Practitioner).await;
    required(&hub, &provider).await;
    for who in [Who::Administrator, Who::OtherLead, Who::CentralTeam, Who::RegionalOfficer] {
        hub.signed_in(who).await.get("/en/account").await.is(200);
    }
    let email = Who::Practitioner.email();
    password(&hub, &email, PASSWORD).await.1.leads_to(&sign_in());
    // With a role elsewhere as well.
    let role = [("role", "practitioner"), ("city", testkit::OTHER_CITY)];
    administrator.post(&format!("{}/roles", hub.page_of(&email).await), &role).await.is(303);
    password(&hub, &email, PASSWORD).await.1.leads_to("/en/account");
}

async fn the_team_opens_the_other_ways_for_an_hour(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::Practitioner).await;
    let lead = required(&hub, &provider).await;
    let email = Who::Practitioner.email();
    change(&lead, "repair").await.is(403);
    password(&hub, &email, PASSWORD).await.1.leads_to(&sign_in());
    change(&central, "repair").await.leads_to(&place());
    change(&central, "repair").await.leads_to(&place());
    assert_eq!(told(&hub, &Who::CityLead.email(), "Other ways to sign in are open").await, 1);
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("opened for an hour");
    let (client, reply) = password(&hub, &email, PASSWORD).await;
    reply.leads_to("/en/account");
    hub.clock.jump(TimeDelta::minutes(61));
    password(&hub, &email, PASSWORD).await.1.leads_to(&sign_in());
    client.get("/en/account").await.is(200);
    hub.clock.jump(TimeDelta::hours(12));
    client.get("/en/account").await.leads_to("/en/sign-in");
    // And for good: on the command line, or with a press.
    assert!(people::release(&hub.hub.db, CITY).await.expect("released"));
    assert!(!people::release(&hub.hub.db, CITY).await.expect("released"));
    assert!(people::release(&hub.hub.db, "nowhere").await.is_err());
    password(&hub, &email, PASSWORD).await.1.leads_to("/en/account");
    // Nothing is repaired that is not required.
    let central = hub.signed_in(Who::CentralTeam).await;
    change(&central, "repair").await.is(409);
}

async fn another_secret_is_tried_before_it_is_required(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    hub.signed_in(Who::Practitioner).await;
    let lead = required(&hub, &provider).await;
    let email = Who::Practitioner.email();
    // As it was: nothing.
    let same = [("issuer", provider.issuer.as_str()), ("client", CLIENT), ("password", "")];
    lead.post(&place(), &same).await.is(303);
    password(&hub, &email, PASSWORD).await.1.leads_to(&sign_in());
    let client = hub.visitor();
    let begun = begin(&client).await;
    let other = [("issuer", provider.issuer.as_str()), ("client", CLIENT), ("password", "another secret")];
    lead.post(&place(), &other).await.is(303);
    lead.get(&place()).await.is(200).shows("In use, not required");
    // What was begun with the one before ends.
    let reply = client.get(&provider.knows(&hub, &begun, "lead")).await;
    came_to_nothing(&client, reply, "changed").await;
    password(&hub, &email, PASSWORD).await.1.leads_to("/en/account");
    change(&lead, "require").await.is(422).shows("Try it first");
    try_it(&hub, &lead, &provider).await;
    change(&lead, "require").await.is(303);
    // Another provider is a beginning.
    let elsewhere = FakeProvider::start().await;
    enter(&lead, &elsewhere).await.is(303);
    lead.get(&place()).await.is(200).shows("Entered, not tried");
    hub.visitor().get(&sign_in()).await.is(404);
    password(&hub, &email, PASSWORD).await.1.leads_to("/en/account");
    let subject = "changed";
    assert!(told(&hub, &Who::CityLead.email(), subject).await == 0, "nobody is told of what they do themselves");
    // Connected with the one before, nobody comes in by the other.
    try_it(&hub, &lead, &elsewhere).await;
    change(&lead, "offer").await.is(303);
    let (client, reply) = comes_as(&hub, &elsewhere, "lead").await;
    came_to_nothing(&client, reply, "unlinked").await;
    change(&lead, "require").await.is(422);
}

async fn the_second_step_is_asked_for_all_the_same(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    let strong = async |how: Value| {
        let client = hub.visitor();
        let asked = begin(&client).await;
        let mut claims = provider.claims(&hub, &asked, "lead");
        claims["amr"] = how;
        let reply = client.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await;
        (client, reply)
    };
    let (client, reply) = strong(json!(["pwd", "mfa"])).await;
    reply.leads_to(CODE);
    client.get("/en/account").await.leads_to("/en/sign-in");
    hub.clock.jump(TimeDelta::seconds(31));
    client.post(CODE, &[("code", &app.code(&hub)), ("next", "/en/account")]).await.leads_to("/en/account");
    client.get("/en/account").await.is(200).shows("Signed in with your city");
    // Where an administrator believes it, and it says so.
    change(&administrator, "trust").await.is(303);
    strong(json!(["pwd"])).await.1.leads_to(CODE);
    let (client, reply) = strong(json!(["pwd", "mfa"])).await;
    reply.leads_to("/en/account");
    client.get("/en/account").await.is(200);
    // Of whoever is from outside as well it is not believed.
    let email = Who::CityLead.email();
    let role = [("role", "practitioner"), ("city", testkit::OTHER_CITY)];
    administrator.post(&format!("{}/roles", hub.page_of(&email).await), &role).await.is(303);
    strong(json!(["pwd", "mfa"])).await.1.leads_to(CODE);
    hub.take(&administrator, &email, "practitioner").await;
    change(&central, "doubt").await.is(303);
    strong(json!(["pwd", "mfa"])).await.1.leads_to(CODE);
}

async fn whoever_is_no_more_of_the_city_is_not_let_in(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let administrator = hub.signed_in(Who::Administrator).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let lead = offered(&hub, &provider).await;
    connect(&hub, &practitioner, &provider, "practitioner").await.leads_to(PAGE);
    let email = Who::Practitioner.email();
    let page = hub.page_of(&email).await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    let (client, reply) = comes_as(&hub, &provider, "practitioner").await;
    came_to_nothing(&client, reply, "closed").await;
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    comes_as(&hub, &provider, "practitioner").await.1.leads_to("/en/account");
    hub.take(&administrator, &email, "practitioner").await;
    let (client, reply) = comes_as(&hub, &provider, "practitioner").await;
    came_to_nothing(&client, reply, "not-of-city").await;
    // Out of use, it opens nothing, also what was begun.
    let begun = hub.visitor();
    let asked = begin(&begun).await;
    change(&lead, "off").await.is(303);
    let reply = begun.get(&provider.knows(&hub, &asked, "practitioner")).await;
    came_to_nothing(&begun, reply, "changed").await;
    hub.visitor().post(&sign_in(), &[]).await.is(404);
}

async fn the_last_way_in_stays(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    let (client, reply) = comes_as(&hub, &provider, "lead").await;
    reply.leads_to("/en/account");
    let id = base::id::write_id(hub.number("SELECT id AS n FROM oidc_links").await);
    let path = format!("{PAGE}/{id}/delete");
    let without = async |password: Option<&str>| {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        let text = "UPDATE people SET password = $2 WHERE email = $1";
        tx.exec(text, store::params![Who::CityLead.email(), password]).await.expect("changed");
        tx.commit().await.expect("committed");
    };
    without(None).await;
    client.post(&path, &[]).await.is(422).shows("only way to sign in");
    without(Some("x")).await;
    // Nobody else's is given up.
    hub.signed_in(Who::OtherLead).await.post(&path, &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_links").await, 1);
    let (other, _) = comes_as(&hub, &provider, "lead").await;
    other.get("/en/account").await.is(200);
    client.post(&path, &[]).await.leads_to("/en/account/city-sign-in?done=city-unlinked");
    client.post(&path, &[]).await.leads_to(PAGE);
    assert_eq!(told(&hub, &Who::CityLead.email(), "not connected with your city any more").await, 1);
    // What it opened elsewhere is over.
    other.get("/en/account").await.leads_to("/en/sign-in");
    client.get("/en/account").await.is(200);
    let (client, reply) = comes_as(&hub, &provider, "lead").await;
    came_to_nothing(&client, reply, "unlinked").await;
}

async fn whoever_shows_once_more_is_asked_anew(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.is(303);
    connect(&hub, &practitioner, &provider, "practitioner").await.is(303);
    hub.clock.jump(TimeDelta::minutes(20));
    let change = "/en/account/second-step/change";
    let waits = lead.post_plainly(change, &[("do", "begin")]).await.is(307);
    lead.post_plainly(waits.location(), &[("do", "begin")]).await.is(403).shows("Or confirm with your city");
    let asks =
        async || Asked::of(&lead.post_plainly("/en/sign-in/again/city", &[("next", "/en/account")]).await.is(200));
    let asked = asks().await;
    assert_eq!((asked.get("prompt"), asked.get("max_age")), ("login", "0"));
    // Somebody else, and a provider that did not ask anew, or does not say so.
    let reply = lead.get(&provider.knows(&hub, &asked, "practitioner")).await.is(303);
    assert!(reply.location().contains("why=other"));
    for at in [json!((hub.hub.now() - TimeDelta::minutes(20)).timestamp()), Value::Null] {
        let asked = asks().await;
        let mut claims = provider.claims(&hub, &asked, "lead");
        claims["auth_time"] = at;
        let reply = lead.get(&provider.sends_back(&asked, claims, Signed::Rightly)).await.is(303);
        assert!(reply.location().contains("why=token"), "{}", reply.location());
        lead.post_plainly(change, &[("do", "begin")]).await.is(307);
    }
    // In another's session it is nobody's.
    let asked = asks().await;
    let back = provider.knows(&hub, &asked, "lead");
    let other = hub.signed_in(Who::OtherLead).await;
    other.get(&back).await.is(303);
    other.get("/en/account").await.is(200).shows(&Who::OtherLead.email());
    let asked = asks().await;
    lead.get(&provider.knows(&hub, &asked, "lead")).await.leads_to("/en/account");
    lead.post_plainly(change, &[("do", "begin")]).await.is(303);
    // Whoever has a second step shows both, here.
    let practitioner = hub.signed_in(Who::Practitioner).await;
    Authenticator::set_up(&hub, &practitioner).await;
    practitioner.post_plainly("/en/sign-in/again/city", &[]).await.is(403);
    // Whoever is not connected is not offered it.
    other.post_plainly("/en/sign-in/again/city", &[]).await.is(403);
}

/// One identity is one person's, also when two ask for it at once.
async fn one_identity_opens_one_account(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let lead = offered(&hub, &provider).await;
    for round in 0..3 {
        let subject = format!("shared-{round}");
        let one = Asked::of(&lead.post(&format!("{PAGE}/{CITY}"), &[]).await.is(200));
        let other = Asked::of(&practitioner.post(&format!("{PAGE}/{CITY}"), &[]).await.is(200));
        let (a, b) = (provider.knows(&hub, &one, &subject), provider.knows(&hub, &other, &subject));
        let (a, b) = tokio::join!(lead.get(&a), practitioner.get(&b));
        let done = [&a, &b].iter().filter(|reply| reply.location().ends_with("done=city-linked")).count();
        let taken = [&a, &b].iter().filter(|reply| reply.location().ends_with("why=taken")).count();
        assert_eq!((done, taken), (1, 1), "round {round}: {} {}", a.location(), b.location());
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_links").await, 3);
    // Begun in one session, and ended in another.
    let asked = Asked::of(&lead.post(&format!("{PAGE}/{CITY}"), &[]).await.is(200));
    lead.post("/en/sign-out", &[]).await.is(303);
    lead.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    let reply = lead.get(&provider.knows(&hub, &asked, "late")).await.is(303);
    assert!(reply.location().ends_with("why=over"));
    // Of another city's provider nobody makes themselves known.
    let other = hub.signed_in(Who::OtherLead).await;
    other.post(&format!("{PAGE}/{CITY}"), &[]).await.is(403);
}

async fn what_one_provider_said_is_shown_to_no_other(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = offered(&hub, &provider).await;
    connect(&hub, &lead, &provider, "lead").await.leads_to(PAGE);
    let client = hub.visitor();
    let asked = begin(&client).await;
    // Sent back to where another city's provider sends people.
    let back = provider.knows(&hub, &asked, "lead").replace(CITY, OTHER_CITY);
    let reply = client.get(&back).await;
    came_to_nothing(&client, reply, "over").await;
}

async fn a_secret_is_shown_to_no_other_provider(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    enter(&lead, &provider).await.is(303);
    let other = FakeProvider::start().await;
    for (issuer, client) in [(other.issuer.as_str(), CLIENT), (provider.issuer.as_str(), "another")] {
        let fields = [("issuer", issuer), ("client", client), ("password", "")];
        central.post(&place(), &fields).await.is(422).shows("Enter the secret of this service");
    }
    // As it was, it need not be entered again.
    let same = [("issuer", provider.issuer.as_str()), ("client", CLIENT), ("password", "")];
    central.post(&place(), &same).await.is(303);
}

async fn the_team_offers_nothing_that_no_lead_offered(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let central = hub.signed_in(Who::CentralTeam).await;
    enter(&central, &provider).await.is(303);
    for what in ["off", "release", "offer", "require"] {
        assert_ne!(change(&central, what).await.status, 303, "{what}");
    }
    try_it(&hub, &central, &provider).await;
    for what in ["release", "offer", "require"] {
        assert_ne!(change(&central, what).await.status, 303, "{what}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_idps WHERE state IN ('optional', 'required')").await, 0);
}

async fn whoever_is_known_there_is_not_known_by_another_name(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = required(&hub, &provider).await;
    lead.get("/en/account").await.is(200);
    // Whoever has the password, and another account at the service.
    let (client, reply) = password(&hub, &Who::CityLead.email(), PASSWORD).await;
    assert!(reply.location().contains("/sign-in/city/"), "{}", reply.location());
    let asked = begin(&client).await;
    let reply = client.get(&provider.knows(&hub, &asked, "mallory")).await;
    came_to_nothing(&client, reply, "unlinked").await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM oidc_links").await, 1);
}

async fn a_new_password_prolongs_nothing(engine: Engine) {
    let (hub, provider) = (hub(engine).await, FakeProvider::start().await);
    let lead = required(&hub, &provider).await;
    hub.clock.jump(TimeDelta::hours(11));
    let new = [("old", PASSWORD), ("new", "nine lamps on a hill")];
    lead.post_plainly("/en/account/password", &new).await.is(303);
    lead.get("/en/account").await.is(200);
    hub.clock.jump(TimeDelta::hours(2));
    lead.get("/en/account").await.leads_to("/en/sign-in");
}
