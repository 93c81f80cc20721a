//! The second step of signing in: what it keeps out, whoever tries.

use base::{Actor, Fail, Lang, Person, PersonId};
use chrono::TimeDelta;
use testkit::{Authenticator, CITY, Client, Engine, PASSWORD, Setup, TestHub, Who, both_engines, recovery_codes};

both_engines!(
    a_new_password_is_one_step_only,
    it_is_set_up_and_asked_for,
    one_code_opens_one_session_also_at_the_same_moment,
    a_recovery_code_is_used_once_also_at_the_same_moment,
    a_link_stands_for_the_password_only,
    a_first_step_is_no_session_and_ends,
    guesses_are_few_and_their_owner_is_told,
    setting_up_ends_all_other_sessions,
    another_app_takes_its_place_once_it_is_confirmed,
    the_team_takes_it_away_from_those_whom_it_may_change,
    what_the_team_takes_away_can_be_stopped,
    without_a_waiting_time_it_goes_at_once,
    nothing_of_it_is_kept_in_clear,
    a_password_alone_wakes_no_role,
    whoever_reads_the_mail_has_few_guesses_too,
    another_key_seals_what_is_right,
    a_stale_session_changes_nothing,
    browsers_of_before_are_known_no_more,
    a_session_that_ends_meanwhile_changes_no_way_in,
    what_is_being_set_up_belongs_to_its_session,
    a_form_sent_again_makes_no_other_codes,
    roles_that_need_it_rest_until_it_is_set_up,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";
const PAGE: &str = "/en/account/second-step";
const CHANGE: &str = "/en/account/second-step/change";
const CODE: &str = "/en/sign-in/code";
/// How often a race is run.
const ROUNDS: usize = 3;

/// Somebody who has given the first step, in a browser of their own.
async fn first_step(hub: &TestHub, email: &str, password: &str) -> Client {
    let client = hub.visitor();
    client.post("/en/sign-in", &[("email", email), ("password", password)]).await.leads_to(CODE);
    client
}

async fn told(hub: &TestHub, email: &str, subject: &str) -> usize {
    hub.letters().await.iter().filter(|letter| letter.to == email && letter.subject.contains(subject)).count()
}

async fn it_is_set_up_and_asked_for(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    lead.get("/en/account").await.is(200).shows("Set up the second step");
    lead.get(PAGE).await.is(200).hides("otpauth");
    let app = Authenticator::begin(&lead).await;
    lead.get("/en/account").await.is(200).shows("Set up the second step");
    lead.post(PAGE, &[("code", "000000")]).await.is(422).shows("not the code that the app shows").shows("otpauth");
    // Until it is confirmed nobody is asked for it.
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to("/en/cities");
    let used = app.code(&hub);
    let shown = lead.post(PAGE, &[("code", &used)]).await.is(200).shows("Your recovery codes");
    assert_eq!(recovery_codes(&shown).len(), 10);
    assert!(shown.header("cache-control").contains("no-store"));
    assert_eq!(told(&hub, &email, "Second step turned on").await, 1);
    // Sent twice, it is done once.
    lead.post(PAGE, &[("code", &used)]).await.leads_to(PAGE);
    assert_eq!(told(&hub, &email, "Second step turned on").await, 1);
    lead.get("/en/account").await.is(200).shows("Change the second step").shows("Second step turned on");
    lead.get(PAGE).await.is(200).hides("otpauth").shows("You have 10 recovery codes left");

    let client = hub.visitor();
    let fields = [("email", &*email), ("password", PASSWORD), ("next", "/en/account")];
    let led = client.post("/en/sign-in", &fields).await.leads_to(CODE);
    client.get("/en/account").await.leads_to("/en/sign-in");
    let asked = client.get(led.location()).await.is(200).shows("autocomplete=\"one-time-code\"").shows(&email);
    assert!(asked.shows("value=\"/en/account\"").header("cache-control").contains("no-store"));
    // Nothing, and half of one, is no guess.
    client.post(CODE, &[("code", "")]).await.is(422).shows("Enter the six digits");
    client.post(CODE, &[("code", "12 34")]).await.is(422).shows("Enter the six digits");
    client.post(CODE, &[("code", &used)]).await.is(422).shows("does not work now");
    hub.clock.jump(TimeDelta::seconds(31));
    let code = app.code(&hub);
    let typed = format!(" {} {}", &code[..3], &code[3..]);
    client.post(CODE, &[("code", &typed), ("next", "/en/account")]).await.leads_to("/en/account");
    client.get("/en/account").await.is(200);
    client.get(CODE).await.leads_to("/en/cities");
    // Whoever has no second step is asked for none.
    hub.signed_in(Who::OtherLead).await.get("/en/account").await.is(200);
    hub.visitor().get(CODE).await.leads_to("/en/sign-in");
    hub.visitor().post(CODE, &[("code", &code)]).await.leads_to("/en/sign-in");

    lead.post(CHANGE, &[("do", "off")]).await.leads_to("/en/account?done=second-step-off");
    assert_eq!(told(&hub, &email, "Second step turned off").await, 1);
    lead.post(CHANGE, &[("do", "off")]).await.is(303);
    assert_eq!(told(&hub, &email, "Second step turned off").await, 1, "nothing was left to turn off");
    hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to("/en/cities");
}

async fn one_code_opens_one_session_also_at_the_same_moment(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    for round in 0..ROUNDS {
        hub.clock.jump(TimeDelta::minutes(16));
        let email = Who::CityLead.email();
        let (one, other) = (first_step(&hub, &email, PASSWORD).await, first_step(&hub, &email, PASSWORD).await);
        let code = app.code(&hub);
        let fields = [("code", code.as_str())];
        let (a, b) = tokio::join!(one.post(CODE, &fields), other.post(CODE, &fields));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
        let sessions = [one.session(), other.session()];
        assert_eq!(sessions.iter().flatten().count(), 1, "round {round}");
        // The same secret of the first step, twice at once.
        hub.clock.jump(TimeDelta::seconds(61));
        let again = first_step(&hub, &email, PASSWORD).await;
        let (code, before) = (app.code(&hub), hub.number("SELECT COUNT(*) AS n FROM sessions").await);
        let fields = [("code", code.as_str())];
        tokio::join!(again.post(CODE, &fields), again.post(CODE, &fields));
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM sessions").await, before + 1, "round {round}");
    }
}

async fn a_recovery_code_is_used_once_also_at_the_same_moment(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (_, codes) = Authenticator::set_up(&hub, &lead).await;
    for (round, code) in codes.iter().take(ROUNDS).enumerate() {
        hub.clock.jump(TimeDelta::minutes(16));
        let (one, other) = (first_step(&hub, &email, PASSWORD).await, first_step(&hub, &email, PASSWORD).await);
        let typed = code.to_uppercase().replace('-', " ");
        let fields = [("code", typed.as_str())];
        let (a, b) = tokio::join!(one.post(CODE, &fields), other.post(CODE, &fields));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
        assert_eq!(told(&hub, &email, "A recovery code was used").await, round + 1);
    }
    lead.get(PAGE).await.is(200).shows("You have 7 recovery codes left");
    // New ones replace them.
    let proof = [("proof-for", "page"), ("proof-password", PASSWORD), ("proof-code", &codes[8])];
    lead.post("/en/sign-in/again?next=%2Fen%2Faccount", &proof).await.leads_to("/en/account");
    let shown = lead.post(CHANGE, &[("do", "codes"), ("once", "a")]).await.is(200);
    let new = recovery_codes(&shown);
    assert!(new.len() == 10 && !new.iter().any(|code| codes.contains(code)));
    hub.clock.jump(TimeDelta::minutes(16));
    let client = first_step(&hub, &email, PASSWORD).await;
    client.post(CODE, &[("code", &codes[9])]).await.is(422);
    client.post(CODE, &[("code", &new[0])]).await.is(303);
    client.get("/en/account").await.is(200).shows("Recovery code used").shows("New recovery codes made");
}

async fn a_link_stands_for_the_password_only(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    hub.visitor().post("/en/forgotten", &[("email", &email)]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.text.contains("/links/")).expect("a link").link();
    let thief = hub.visitor();
    thief.post(&link, &[("password", NEW_PASSWORD)]).await.leads_to(CODE);
    assert_eq!(thief.session(), None);
    thief.get("/en/account").await.leads_to("/en/sign-in");
    lead.get("/en/account").await.leads_to("/en/sign-in");
    thief.post(CODE, &[("code", "123456")]).await.is(422);
    let owner = first_step(&hub, &email, NEW_PASSWORD).await;
    owner.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
    owner.get("/en/account").await.is(200).shows("Password set by a link");
}

async fn a_first_step_is_no_session_and_ends(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    let client = hub.visitor();
    let reply = client.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    let cookie = reply.header("set-cookie");
    let secret = cookie.strip_prefix("hub_first_step=").and_then(|rest| rest.split(';').next()).expect("a secret");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite"), "{cookie}");
    let forged = hub.visitor();
    forged.set_cookie("hub_session", secret);
    forged.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM first_steps WHERE hash = '{secret}'")).await, 0);
    // It ends by itself, with a new password, and with the account.
    hub.clock.jump(TimeDelta::minutes(21));
    client.post(CODE, &[("code", &app.code(&hub))]).await.leads_to("/en/sign-in");
    let client = first_step(&hub, &email, PASSWORD).await;
    lead.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    client.post(CODE, &[("code", &app.code(&hub))]).await.leads_to("/en/sign-in");
    let client = first_step(&hub, &email, NEW_PASSWORD).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post(&format!("{}/deactivate", hub.page_of(&email).await), &[]).await.is(303);
    client.post(CODE, &[("code", &app.code(&hub))]).await.leads_to("/en/sign-in");
    assert_eq!(client.session(), None);
}

async fn guesses_are_few_and_their_owner_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    for guess in 1..=5 {
        // Each with a first step of its own: what counts is the account.
        first_step(&hub, &email, PASSWORD).await.post(CODE, &[("code", "000000")]).await.is(422);
        assert_eq!(told(&hub, &email, "Someone may have your password").await, usize::from(guess >= 3), "{guess}");
    }
    for _ in 0..3 {
        let thief = first_step(&hub, &email, PASSWORD).await;
        thief.post(CODE, &[("code", &app.code(&hub))]).await.is(429).shows("too many wrong codes");
    }
    assert_eq!(told(&hub, &email, "Someone may have your password").await, 1, "once a day");
    // The owner's own browser is counted apart.
    lead.post("/en/sign-out", &[]).await.is(303);
    lead.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    lead.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
    lead.get("/en/account").await.is(200).shows("Right password, wrong code");
    // And has its limit.
    lead.post("/en/sign-out", &[]).await.is(303);
    lead.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    for _ in 0..5 {
        lead.post(CODE, &[("code", "000000")]).await.is(422);
    }
    lead.post(CODE, &[("code", "000000")]).await.is(429);
    // Whoever waits need not begin again.
    hub.clock.jump(TimeDelta::minutes(16));
    lead.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
    // From elsewhere so many in a day, whoever waits a quarter of an hour each time.
    for _ in 0..5 {
        for _ in 0..5 {
            first_step(&hub, &email, PASSWORD).await.post(CODE, &[("code", "000000")]).await.is(422);
        }
        hub.clock.jump(TimeDelta::minutes(16));
    }
    let refused = first_step(&hub, &email, PASSWORD).await.post(CODE, &[("code", "000000")]).await.is(429);
    refused.shows("choose a new password");
    // With another password the owner begins anew, in a browser that nobody knows.
    hub.visitor().post("/en/forgotten", &[("email", &email)]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.text.contains("/links/")).expect("a link").link();
    let owner = hub.visitor();
    owner.post(&link, &[("password", NEW_PASSWORD)]).await.leads_to(CODE);
    owner.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
}

/// Whoever had the password signed in before it was set up: their browsers are no known ones, and have no limit of their own.
async fn browsers_of_before_are_known_no_more(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let thief = hub.signed_in(Who::CityLead).await;
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    for _ in 0..5 {
        first_step(&hub, &email, PASSWORD).await.post(CODE, &[("code", "000000")]).await.is(422);
    }
    thief.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    thief.post(CODE, &[("code", "000000")]).await.is(429);
    // The browser in which it was set up is.
    lead.post("/en/sign-out", &[]).await.is(303);
    lead.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to(CODE);
    lead.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
}

/// A request that was hashing while its session ended changes nothing, and opens nothing.
async fn a_session_that_ends_meanwhile_changes_no_way_in(engine: Engine) {
    for round in 0..ROUNDS {
        let hub = TestHub::start(engine).await;
        let (lead, thief) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CityLead).await);
        let app = Authenticator::begin(&lead).await;
        let code = app.code(&hub);
        let (taken, own) = (
            async || thief.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await,
            [("code", code.as_str())],
        );
        let (taken, own) = tokio::join!(taken(), lead.post(PAGE, &own));
        let on = hub.number("SELECT COUNT(*) AS n FROM authenticators WHERE confirmed_at IS NOT NULL").await;
        // One of them was first, and ended the other's session: never both.
        match (taken.status, own.status, on) {
            (303, 303 | 403, 0) | (303 | 403, 200, 1) => {}
            other => panic!("round {round}: {other:?}"),
        }
        if own.status == 200 {
            thief.get("/en/account").await.leads_to("/en/sign-in");
            lead.get("/en/account").await.is(200);
            first_step(&hub, &Who::CityLead.email(), PASSWORD).await;
        }
    }
}

/// What is being set up is seen by nobody else, and ends with the session that gave the password for it.
async fn what_is_being_set_up_belongs_to_its_session(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CityLead).await);
    let app = Authenticator::begin(&other).await;
    lead.get(PAGE).await.is(200).hides("otpauth");
    lead.post(PAGE, &[("code", &app.code(&hub))]).await.leads_to(PAGE);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators WHERE confirmed_at IS NOT NULL").await, 0);
    lead.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators").await, 0);
}

/// New codes are made once by one form, whoever loads the page again.
async fn a_form_sent_again_makes_no_other_codes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    Authenticator::set_up(&hub, &lead).await;
    let once = lead.get(PAGE).await.is(200).input("once").expect("a token");
    let fields = [("once", once.as_str()), ("do", "codes")];
    let codes = recovery_codes(&lead.post(CHANGE, &fields).await.is(200));
    lead.post(CHANGE, &fields).await.leads_to(PAGE);
    let client = first_step(&hub, &Who::CityLead.email(), PASSWORD).await;
    client.post(CODE, &[("code", &codes[0])]).await.is(303);
    // Turned off while somebody waits for it: they begin again.
    let waits = first_step(&hub, &Who::CityLead.email(), PASSWORD).await;
    lead.post(CHANGE, &[("do", "off")]).await.is(303);
    waits.post(CODE, &[("code", &codes[1])]).await.leads_to("/en/sign-in");
}

async fn setting_up_ends_all_other_sessions(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CityLead).await);
    let somebody = hub.signed_in(Who::Practitioner).await;
    Authenticator::set_up(&hub, &lead).await;
    other.get("/en/account").await.leads_to("/en/sign-in");
    lead.get("/en/account").await.is(200);
    somebody.get("/en/account").await.is(200);
}

async fn another_app_takes_its_place_once_it_is_confirmed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (old, codes) = Authenticator::set_up(&hub, &lead).await;
    let new = Authenticator::begin(&lead).await;
    let client = first_step(&hub, &email, PASSWORD).await;
    client.post(CODE, &[("code", &new.code(&hub))]).await.is(422);
    client.post(CODE, &[("code", &old.code(&hub))]).await.is(303);
    lead.post(PAGE, &[("code", &new.code(&hub))]).await.is(200);
    hub.clock.jump(TimeDelta::seconds(31));
    let client = first_step(&hub, &email, PASSWORD).await;
    for gone in [&old.code(&hub), &codes[0]] {
        client.post(CODE, &[("code", gone)]).await.is(422);
    }
    client.post(CODE, &[("code", &new.code(&hub))]).await.is(303);
    // One that nobody confirms is forgotten.
    Authenticator::begin(&client).await;
    hub.clock.jump(TimeDelta::minutes(61));
    client.get(PAGE).await.is(200).hides("otpauth").shows("On since");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators WHERE confirmed_at IS NOT NULL").await, 1);
}

async fn the_team_takes_it_away_from_those_whom_it_may_change(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    let administrator = hub.signed_in(Who::Administrator).await;
    for client in [&lead, &central, &administrator] {
        Authenticator::set_up(&hub, client).await;
    }
    let (email, own) = (Who::CityLead.email(), Who::CentralTeam.email());
    let of = async |email: &str| format!("{}/second-step/take", hub.page_of(email).await);
    let (of_lead, of_central) = (of(&email).await, of(&own).await);
    let of_administrator = of(&Who::Administrator.email()).await;
    lead.post(&of_lead, &[]).await.is(403);
    central.post(&of_central, &[]).await.is(403);
    central.post(&of_administrator, &[]).await.is(403);
    administrator.post(&of_administrator, &[]).await.is(403);
    central.get(&hub.page_of(&Who::Administrator.email()).await).await.is(200).hides("/second-step/take");
    central.get(&hub.page_of(&email).await).await.is(200).shows("/second-step/take");
    central.get(&of_lead).await.is(200).shows("Take the second step away?").shows("after 24 hours");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators").await, 3);
    for _ in 0..2 {
        central.post(&of_lead, &[]).await.is(303);
    }
    let page = hub.page_of(&email).await;
    central.get(&page).await.is(200).shows("The second step is taken away on").hides("/second-step/take");
    central.get(&of_lead).await.leads_to(&page);
    assert_eq!(told(&hub, &email, "about to be taken away").await, 1);
    assert_eq!(told(&hub, &email, "Second step taken away").await, 0);
    lead.get("/en/account").await.is(200).shows("takes your second step away on");
    hub.clock.jump(TimeDelta::hours(23));
    hub.settle().await;
    lead.get(PAGE).await.is(200).shows("On since");
    hub.clock.jump(TimeDelta::hours(1));
    hub.settle().await;
    hub.settle().await;
    assert_eq!(told(&hub, &email, "Second step taken away").await, 1);
    lead.get("/en/account").await.leads_to("/en/sign-in");
    central.get(&hub.page_of(&email).await).await.is(200).hides("/second-step/take");
    let back = hub.visitor();
    back.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.leads_to("/en/cities");
    back.get(&format!("/en/cities/{CITY}/record")).await.is(200).hides("Second step taken away");
    let record = administrator.get("/en/office/record").await.is(200).shows("Second step about to be taken away</th>");
    record.shows("Second step taken away</th>");
    // And on the command line.
    assert!(people::take_away_of(&hub.hub.db, &own).await.expect("taken away"));
    assert!(!people::take_away_of(&hub.hub.db, &own).await.expect("nothing left"));
    central.get("/en/account").await.leads_to("/en/sign-in");
}

/// Whoever deceives the team comes too late: the owner stops it, from the letter or from their account, or the team itself does.
async fn what_the_team_takes_away_can_be_stopped(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    let (email, page) = (Who::CityLead.email(), hub.page_of(&Who::CityLead.email()).await);
    let mut links = Vec::new();
    for round in 0..4 {
        central.post(&format!("{page}/second-step/take"), &[]).await.is(303);
        let letters = hub.letters().await;
        let mut own =
            letters.iter().filter(|letter| letter.to == email && letter.subject.contains("about to be taken"));
        let link = own.next_back().expect("a letter").link();
        let visitor = hub.visitor();
        visitor.get(&link).await.is(200).shows("Keep the second step?").shows(&email);
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM second_step_endings").await, 1, "looked at");
        match round {
            0 => drop(visitor.post_plainly(&link, &[]).await.is(303)),
            1 => drop(lead.post_plainly("/en/account/second-step/keep", &[]).await.is(303)),
            2 => drop(central.post_plainly(&format!("{page}/second-step/keep"), &[]).await.is(303)),
            // Whoever sets up another app has lost nothing.
            _ => {
                let code = app.code(&hub);
                let proof = [("proof-for", "page"), ("proof-password", PASSWORD), ("proof-code", &code)];
                lead.post_plainly("/en/sign-in/again?next=%2Fen%2Faccount", &proof).await.is(303);
                let new = Authenticator::begin(&lead).await;
                lead.post(PAGE, &[("code", &new.code(&hub))]).await.is(200);
            }
        }
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM second_step_endings").await, 0, "round {round}");
        links.push(link);
        hub.clock.jump(TimeDelta::hours(25));
        hub.settle().await;
        lead.get(PAGE).await.is(200).shows("On since");
    }
    for link in &links {
        hub.visitor().get(link).await.is(410);
        hub.visitor().post_plainly(link, &[]).await.is(410);
    }
    assert_eq!(told(&hub, &email, "Second step taken away").await, 0);
    lead.get("/en/account").await.is(200).shows("Second step kept");
    // Nobody else stops it.
    central.post(&format!("{page}/second-step/take"), &[]).await.is(303);
    hub.signed_in(Who::OtherLead).await.post(&format!("{page}/second-step/keep"), &[]).await.is(403);
    hub.signed_in(Who::OtherLead).await.post("/en/account/second-step/keep", &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM second_step_endings").await, 1);
}

/// A hub may have no waiting time.
async fn without_a_waiting_time_it_goes_at_once(engine: Engine) {
    let hub = Setup::new(engine).settings(|settings| settings.second_step_wait = 0).start().await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    Authenticator::set_up(&hub, &lead).await;
    let take = format!("{}/second-step/take", hub.page_of(&Who::CityLead.email()).await);
    central.get(&take).await.is(200).hides("24 hours");
    central.post(&take, &[]).await.is(303);
    lead.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(told(&hub, &Who::CityLead.email(), "Second step taken away").await, 1);
}

async fn roles_that_need_it_rest_until_it_is_set_up(engine: Engine) {
    let roles = || ["administrator", "central-team"].map(str::to_owned).to_vec();
    let hub = Setup::new(engine).settings(move |settings| settings.second_step_roles = roles()).start().await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let invited = [("name", "A"), ("email", "a@example.org"), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    let rests = "Your role is on hold until you set up a second step";
    for page in ["/en/", "/en/account", "/en/cities", PAGE] {
        central.get(page).await.is(200).shows(rests);
    }
    central.get("/en/cities/mine").await.leads_to(PAGE);
    central.get("/en/account").await.is(200).shows("Central team (on hold)");
    for page in ["/en/office", "/en/office/people", "/en/office/people.csv", "/en/office/editorial/new"] {
        central.get(page).await.is(403);
    }
    central.post("/en/office/people/invite", &invited).await.is(403);
    // Whoever's role needs none, and the officer, whose is not named here, go on.
    lead.get(&format!("/en/cities/{CITY}/profile")).await.is(200).hides(rests);
    hub.signed_in(Who::RegionalOfficer).await.get("/en/account").await.is(200).hides(rests);

    Authenticator::set_up(&hub, &central).await;
    central.get("/en/office").await.is(200).hides(rests);
    central.post("/en/office/people/invite", &invited).await.is(303);
    // Turned off, it rests again from the next request on.
    central.post(CHANGE, &[("do", "off")]).await.is(303);
    central.get("/en/office").await.is(403).shows(rests);
    central.get("/en/cities/mine").await.leads_to(PAGE);
    // Somebody who also works for a city goes on doing that.
    let administrator = hub.signed_in(Who::Administrator).await;
    Authenticator::set_up(&hub, &administrator).await;
    let fields = [("role", "city-lead"), ("city", CITY)];
    let page = hub.page_of(&Who::CentralTeam.email()).await;
    administrator.post(&format!("{page}/roles"), &fields).await.is(303);
    central.get(&format!("/en/cities/{CITY}/profile")).await.is(200).shows(rests);
    central.get("/en/cities/mine").await.leads_to(&format!("/en/cities/{CITY}"));
}

/// Whoever has only the password of somebody whose role rests connects no app of their own.
async fn a_password_alone_wakes_no_role(engine: Engine) {
    let roles = || vec!["central-team".to_owned()];
    let hub = Setup::new(engine).settings(move |settings| settings.second_step_roles = roles()).start().await;
    hub.signed_in(Who::CentralTeam).await;
    let (thief, email) = (hub.signed_in(Who::CentralTeam).await, Who::CentralTeam.email());
    thief.get(PAGE).await.is(200).shows("Begin with an e-mail").hides("value=\"begin\"");
    let begin = [("do", "begin")];
    thief.post(CHANGE, &begin).await.is(422).shows("Begin with the link");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators").await, 0);
    // Also not by way of a new password, which they know how to set.
    thief.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    thief.post(CHANGE, &[("do", "begin")]).await.is(422);
    // The owner goes by the link that the page sends them.
    thief.post("/en/forgotten", &[("email", &email)]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.to == email && letter.text.contains("/links/")).expect("a link");
    let owner = hub.visitor();
    owner.post(&link.link(), &[("password", PASSWORD)]).await.is(303);
    let (app, _) = Authenticator::set_up(&hub, &owner).await;
    owner.get("/en/office").await.is(200);
    // With a second step the role is awake in every session of theirs, and another app takes the password.
    let other = first_step(&hub, &email, PASSWORD).await;
    other.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
    other.get("/en/office").await.is(200);
    Authenticator::begin(&other).await;
}

/// A new password begins the count anew, however often it is set: in a day there is an end to it.
async fn whoever_reads_the_mail_has_few_guesses_too(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let (app, _) = Authenticator::set_up(&hub, &lead).await;
    let mut guesses = 0;
    'guessing: for round in 0..30 {
        let secret = people::link_for(&hub.hub.db, &email).await.expect("a link");
        let thief = hub.visitor();
        let password = format!("{NEW_PASSWORD} number {round}");
        thief.post(&format!("/en/links/{secret}"), &[("password", &password)]).await.leads_to(CODE);
        for _ in 0..5 {
            match thief.post(CODE, &[("code", "000000")]).await.status {
                422 => guesses += 1,
                429 => break 'guessing,
                other => panic!("{other}"),
            }
        }
    }
    assert_eq!(guesses, 90);
    // A day later the owner comes in from anywhere.
    hub.clock.jump(TimeDelta::hours(25));
    let secret = people::link_for(&hub.hub.db, &email).await.expect("a link");
    let owner = hub.visitor();
    owner.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.leads_to(CODE);
    owner.post(CODE, &[("code", &app.code(&hub))]).await.is(303);
}

/// After a change of the key a right code has the app's secret sealed with the new one; what the old one alone sealed is lost with it, and
/// its owner is told what to do.
async fn another_key_seals_what_is_right(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let (app, codes) = Authenticator::set_up(&hub, &lead).await;
    let (late, _) = Authenticator::set_up(&hub, &other).await;
    let file = hub.data().join("master.key");
    let old = std::fs::read_to_string(&file).expect("a key");
    let new = format!("{}\n", "0123456789abcdef".repeat(4));
    std::fs::write(&file, format!("{new}{old}")).expect("both");
    let hub = hub.restart().await;
    let enters = async |hub: &TestHub, who: Who, code: &str| {
        first_step(hub, &who.email(), PASSWORD).await.post(CODE, &[("code", code)]).await
    };
    enters(&hub, Who::CityLead, &app.code(&hub)).await.is(303);
    enters(&hub, Who::CityLead, &codes[0]).await.is(303);
    let current = hub.hub.keys.current().to_owned();
    let sealed = format!("SELECT COUNT(*) AS n FROM authenticators WHERE sealed LIKE '{current}.%'");
    assert_eq!(hub.number(&sealed).await, 1);
    std::fs::write(&file, new).expect("the new one alone");
    let hub = hub.restart().await;
    hub.clock.jump(TimeDelta::seconds(31));
    enters(&hub, Who::CityLead, &codes[1]).await.is(422);
    enters(&hub, Who::CityLead, &app.code(&hub)).await.is(303);
    enters(&hub, Who::OtherLead, &late.code(&hub)).await.is(422).shows("can no longer read your second step");
}

/// Whatever changes a way in, asked for by a request whose session ended while it was on its way.
async fn a_stale_session_changes_nothing(engine: Engine) {
    use people::actions::{own, second_step};
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let stale = lead.session().expect("a session");
    let app = Authenticator::begin(&lead).await;
    let id = PersonId(hub.person(&Who::CityLead.email()).await);
    let person = Person::new(id, "", &Who::CityLead.email(), Lang::EN, Vec::new());
    let (actor, this) = (Actor::Person(Box::new(person)), stale.as_str());
    hub.signed_in(Who::CityLead).await.post("/en/account/sessions/end", &[]).await.is(303);
    let before = async || {
        let steps = hub.number("SELECT COUNT(*) AS n FROM authenticators WHERE confirmed_at IS NOT NULL").await;
        (steps, hub.number("SELECT COUNT(*) AS n FROM sessions").await)
    };
    let was = before().await;
    let ended = |done: bool| assert!(done, "a session that ended changed something");
    let agent = people::agent::agent("");
    let done = own::change_password(&hub.hub, &actor, this, (PASSWORD, NEW_PASSWORD.to_owned()), agent).await;
    ended(matches!(done, Err(Fail::SignIn)));
    ended(matches!(second_step::begin(&hub.hub, &actor, this).await, Err(Fail::SignIn)));
    let code = app.code(&hub);
    ended(matches!(second_step::confirm(&hub.hub, &actor, this, None, &code).await, Err(Fail::SignIn)));
    ended(matches!(second_step::new_codes(&hub.hub, &actor, this, "a").await, Err(Fail::SignIn)));
    ended(matches!(second_step::turn_off(&hub.hub, &actor, this).await, Err(Fail::SignIn)));
    assert_eq!(before().await, was);
    hub.signed_in(Who::CityLead).await.get("/en/account").await.is(200);
}

async fn nothing_of_it_is_kept_in_clear(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let app = Authenticator::begin(&lead).await;
    let shown = lead.post(PAGE, &[("code", &app.code(&hub))]).await.is(200);
    first_step(&hub, &Who::CityLead.email(), PASSWORD).await;
    hub.settle().await;
    let mut kept = String::new();
    for (column, table) in [
        ("sealed", "authenticators"),
        ("signed", "recovery_codes"),
        ("hash", "first_steps"),
        ("outcome", "submissions"),
        ("name", "throttles"),
        ("data", "events"),
        ("detail", "audit"),
        ("kind", "account_log"),
        ("payload", "jobs"),
    ] {
        let rows = hub.hub.db.read().raw(&format!("SELECT {column} AS text FROM {table}"), vec![]).await.expect("rows");
        for row in rows {
            kept.push_str(&row.get::<Option<String>>("text").expect("a text").unwrap_or_default());
            kept.push('\n');
        }
    }
    kept.extend(hub.letters().await.into_iter().map(|letter| letter.text));
    let kept = kept.to_lowercase();
    let secret = app.secret();
    let mut forms = vec![secret.base32.to_lowercase(), base::secret::hex(&secret.bytes), format!("{:?}", secret.bytes)];
    for code in recovery_codes(&shown) {
        forms.extend([
            code.replace('-', ""),
            base::secret::hash(&code),
            base::secret::hash(&code.replace('-', "")),
            code,
        ]);
    }
    for form in forms {
        assert!(!kept.contains(&form), "{form}");
    }
    // It is there, for who has the key.
    let row = hub.hub.db.read().raw("SELECT id, sealed FROM authenticators", vec![]).await.expect("a row");
    let (id, sealed) = (row[0].get::<i64>("id").expect("an id"), row[0].get::<String>("sealed").expect("a text"));
    assert_eq!(hub.hub.keys.open("authenticator", &id.to_string(), &sealed), Some(secret.bytes));
}

async fn a_new_password_is_one_step_only(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let client = hub.signed_in(Who::CityLead).await;
    Authenticator::set_up(&hub, &client).await;
    hub.clock.jump(TimeDelta::minutes(16));
    // Whoever has the session and the password has not shown the second step.
    let new = [("old", PASSWORD), ("new", "nine lamps on a hill")];
    client.post_plainly("/en/account/password", &new).await.is(303);
    let off = client.post_plainly("/en/account/second-step/change", &[("do", "off")]).await;
    assert!(off.location().contains("/sign-in/again"), "{}", off.location());
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM authenticators").await, 1);
}
