//! Accounts over HTTP: links, passwords, sessions, roles.

use chrono::TimeDelta;
use store::Fault;
use testkit::{CITY, Client, Engine, OTHER_CITY, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    the_list_of_people_is_a_file_for_those_who_manage_them,
    a_city_is_told_when_its_people_are_changed,
    the_record_goes_back,
    the_first_administrator_sets_up_an_account_once,
    an_invitation_arrives_and_works_once,
    an_old_link_does_not_work,
    a_newer_link_ends_the_older,
    a_forgotten_password_tells_nothing,
    a_forgotten_password_is_set_anew,
    signing_in_and_out,
    wrong_guesses_are_slowed_down,
    a_new_password_ends_other_sessions,
    a_session_is_another_one_after_signing_in,
    a_session_ends_by_itself,
    whoever_is_deactivated_is_out_at_once,
    there_is_always_an_administrator,
    nobody_lifts_themselves,
    a_role_holds_from_the_next_page,
    a_role_that_no_program_knows_is_told_not_passed_over,
    signing_in_leads_only_to_the_hub,
    secrets_are_not_in_the_database,
    weak_passwords_are_refused,
    the_own_account,
    letters_are_in_the_language_of_their_reader,
    a_kept_form_is_shown_first_to_somebody_else,
    a_form_is_done_in_nobody_else_s_name,
    what_another_pressed_is_looked_at_on_its_own_page_first,
    signing_in_leads_to_no_address_that_is_too_long,
    a_stranger_s_long_form_is_not_kept,
    nobody_is_signed_out_by_another_s_page,
    a_kept_form_says_what_it_lacks,
    what_is_not_done_comes_back_whole,
    a_form_that_says_nobody_s_is_shown_first,
    a_form_whose_session_ended_shows_what_was_written,
    much_comes_back_to_a_known_browser_only,
    whoever_made_a_link_to_sign_in_says_nothing_of_what_was_done,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";

async fn sign_in(hub: &TestHub, email: &str, password: &str) -> (Client, u16) {
    let client = hub.visitor();
    let reply = client.post("/en/sign-in", &[("email", email), ("password", password)]).await;
    (client, reply.status)
}

async fn the_first_administrator_sets_up_an_account_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let link = format!("/en/links/{}", hub.first_link.clone().expect("a first link"));
    let client = hub.visitor();
    client.get(&link).await.is(200).shows("first administrator");
    let fields = [("name", "First Example"), ("email", "first@example.org"), ("password", PASSWORD)];
    client.post(&link, &fields).await.leads_to("/en/");
    client.get("/en/office/people").await.is(200).shows("first@example.org");
    client.get("/en/office/jobs").await.is(200);
    let other = hub.visitor();
    other.get(&link).await.shows("no longer works");
    let again = other.post(&link, &[("name", "Second"), ("email", "second@example.org"), ("password", PASSWORD)]).await;
    assert!(again.status >= 400, "{}", again.status);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people").await, 1);
    let hub = hub.restart().await;
    assert_eq!(hub.first_link, None);
    assert!(!hub.data().join("first-administrator").exists());
}

async fn an_invitation_arrives_and_works_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let fields = [
        ("name", "Amina Example"),
        ("email", "Amina@Example.ORG"),
        ("lang", "en"),
        ("role", "practitioner"),
        ("city", CITY),
    ];
    central.post("/en/office/people/invite", &fields).await.leads_to("/en/office/people/");
    let letters = hub.letters().await;
    assert_eq!(letters.len(), 2, "the invitation, and one to the city's lead");
    let invitation = letters.iter().find(|letter| letter.to == "amina@example.org").expect("an invitation");
    let (link, amina) = (invitation.link(), hub.visitor());
    amina.get(&link).await.is(200).shows("Amina Example");
    amina.get(&link).await.is(200);
    amina.post(&link, &[("password", PASSWORD)]).await.leads_to("/en/");
    amina.get("/en/account").await.is(200).shows("Practitioner");
    hub.visitor().post(&link, &[("password", NEW_PASSWORD)]).await.is(410);
    assert_eq!(sign_in(&hub, "amina@example.org", NEW_PASSWORD).await.1, 422);
    assert_eq!(sign_in(&hub, " AMINA@example.org ", PASSWORD).await.1, 303);
    central.post("/en/office/people/invite", &fields).await.is(422).shows("already has an account");
}

async fn an_old_link_does_not_work(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let secret = hub.invited("late@example.org", "Late", "practitioner", CITY, "").await;
    hub.clock.jump(TimeDelta::days(7) + TimeDelta::minutes(1));
    let client = hub.visitor();
    client.get(&format!("/en/links/{secret}")).await.shows("no longer works");
    client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(410);
    client.get(&format!("/en/links/{}", "0".repeat(64))).await.shows("no longer works");
    client.get("/en/links/x").await.shows("no longer works");
}

async fn a_newer_link_ends_the_older(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let secret = hub.invited("amina@example.org", "Amina", "practitioner", CITY, "").await;
    let page = hub.page_of("amina@example.org").await;
    administrator.post(&format!("{page}/link"), &[]).await.leads_to(&page);
    hub.visitor().get(&format!("/en/links/{secret}")).await.is(200);
    hub.settle().await;
    // Once the newer one has left, and not before.
    hub.visitor().post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(410);
    let link = hub.letters().await.last().expect("a letter").link();
    hub.visitor().post(&link, &[("password", PASSWORD)]).await.is(303);
}

async fn a_forgotten_password_tells_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let known = hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await;
    let unknown = hub.visitor().post("/en/forgotten", &[("email", "nobody@example.org")]).await;
    assert_eq!((known.status, known.location(), &known.body), (unknown.status, unknown.location(), &unknown.body));
    let known =
        hub.visitor().post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", "wrong")]).await.is(422);
    let unknown =
        hub.visitor().post("/en/sign-in", &[("email", "nobody@example.org"), ("password", "wrong")]).await.is(422);
    let text = |reply: &testkit::Reply, email: &str| reply.text().replace(email, "");
    assert_eq!(text(&known, &Who::CityLead.email()), text(&unknown, "nobody@example.org"));
    assert_eq!(hub.letters().await.len(), 1);
}

async fn a_forgotten_password_is_set_anew(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for _ in 0..5 {
        hub.visitor()
            .post("/en/forgotten", &[("email", &Who::CityLead.email())])
            .await
            .leads_to("/en/sign-in?done=forgotten");
        // Asked for twice while it waits, it would be one letter.
        hub.settle().await;
    }
    let letters = hub.letters().await;
    assert_eq!(letters.len(), 3, "one address gets three letters an hour, and nobody is told");
    // A poisoned Host must not come into a letter.
    assert!(letters.iter().all(|letter| letter.text.contains(&hub.settings.address())));
    // Each link ends those before it; the letters are of the same moment.
    let mut alive = Vec::new();
    for letter in &letters {
        if hub.visitor().get(&letter.link()).await.status == 200 {
            alive.push(letter.link());
        }
    }
    assert_eq!(alive.len(), 1, "{alive:?}");
    let link = alive.remove(0);
    let client = hub.visitor();
    client.post(&link, &[("password", NEW_PASSWORD)]).await.is(303);
    lead.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(sign_in(&hub, &Who::CityLead.email(), PASSWORD).await.1, 422);
    assert_eq!(sign_in(&hub, &Who::CityLead.email(), NEW_PASSWORD).await.1, 303);
    hub.clock.jump(TimeDelta::hours(2));
    hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
    let letters = hub.letters().await;
    let mut newest = Vec::new();
    for letter in letters.iter().filter(|letter| letter.text.contains("/links/")) {
        if hub.visitor().get(&letter.link()).await.status == 200 {
            newest.push(letter.link());
        }
    }
    assert_eq!(newest.len(), 1, "{newest:?}");
    let link = newest.remove(0);
    hub.clock.jump(TimeDelta::minutes(61));
    hub.visitor().post(&link, &[("password", PASSWORD)]).await.is(410);
}

async fn signing_in_and_out(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let session = lead.session().expect("a session");
    lead.get("/en/").await.is(200).shows("Example city-lead");
    let out = lead.post("/en/sign-out", &[]).await.leads_to("/en/sign-in?done=signed-out");
    assert!(out.header("set-cookie").contains("Max-Age=0"), "{}", out.header("set-cookie"));
    let thief = hub.visitor();
    thief.set_cookie("hub_session", &session);
    thief.get("/en/account").await.leads_to("/en/sign-in");
    let reply =
        hub.visitor().post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    let cookie = reply.header("set-cookie");
    assert!(["HttpOnly", "SameSite=Lax", "Path=/"].iter().all(|part| cookie.contains(part)), "{cookie}");
}

async fn wrong_guesses_are_slowed_down(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    for _ in 0..6 {
        assert_eq!(sign_in(&hub, &email, "a wrong guess").await.1, 422);
    }
    let reply = hub.visitor().post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.is(429);
    assert!(reply.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds > 0 && seconds <= 900));
    for _ in 0..7 {
        // The same for an address without an account.
        sign_in(&hub, "nobody@example.org", "a wrong guess").await;
    }
    assert_eq!(sign_in(&hub, "nobody@example.org", "a wrong guess").await.1, 429);
    hub.clock.jump(TimeDelta::minutes(16));
    assert_eq!(sign_in(&hub, &email, PASSWORD).await.1, 303);
}

async fn a_new_password_ends_other_sessions(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let here = hub.signed_in(Who::CityLead).await;
    let there = hub.signed_in(Who::CityLead).await;
    let before = here.session();
    here.post("/en/account/password", &[("old", "not this one"), ("new", NEW_PASSWORD)]).await.is(422);
    there.get("/en/account").await.is(200);
    here.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)])
        .await
        .leads_to("/en/account?done=password");
    here.get("/en/account").await.is(200);
    assert_ne!(here.session(), before);
    there.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(sign_in(&hub, &Who::CityLead.email(), PASSWORD).await.1, 422);
}

async fn a_session_is_another_one_after_signing_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let planted = "a".repeat(64);
    let client = hub.visitor();
    client.set_cookie("hub_session", &planted);
    client.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    assert!(client.session().is_some_and(|session| session != planted));
    let before = client.session().expect("a session");
    client.post("/en/sign-in", &[("email", &Who::CityLead.email()), ("password", PASSWORD)]).await.is(303);
    let thief = hub.visitor();
    thief.set_cookie("hub_session", &before);
    thief.get("/en/account").await.leads_to("/en/sign-in");
}

async fn a_session_ends_by_itself(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.clock.jump(TimeDelta::days(6));
    lead.get("/en/account").await.is(200);
    hub.clock.jump(TimeDelta::days(2));
    lead.get("/en/account").await.leads_to("/en/sign-in");
}

async fn whoever_is_deactivated_is_out_at_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let page = hub.page_of(&Who::CityLead.email()).await;
    let link = hub.invited("idle@example.org", "Idle", "practitioner", CITY, "").await;
    let idle = hub.page_of("idle@example.org").await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.leads_to(&page);
    administrator.post(&format!("{idle}/deactivate"), &[]).await.leads_to(&idle);
    lead.get("/en/account").await.leads_to("/en/sign-in");
    assert_eq!(sign_in(&hub, &Who::CityLead.email(), PASSWORD).await.1, 422);
    hub.visitor().post(&format!("/en/links/{link}"), &[("password", PASSWORD)]).await.is(410);
    hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
    let letters = hub.letters().await;
    let told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert!(told.len() == 2 && told.contains(&"idle@example.org"), "each is told of their own end: {told:?}");
    assert!(letters.iter().all(|letter| !letter.text.contains("/links/")), "and gets no link any more");
    administrator.post(&format!("{page}/activate"), &[]).await.leads_to(&page);
    assert_eq!(sign_in(&hub, &Who::CityLead.email(), PASSWORD).await.1, 303);
}

async fn there_is_always_an_administrator(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let page = hub.page_of(&Who::Administrator.email()).await;
    let role = base::id::write_id(hub.number("SELECT id AS n FROM roles WHERE role = 'administrator'").await);
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(409).shows("only administrator");
    administrator.post(&format!("{page}/roles/{role}/take"), &[]).await.is(409).shows("only administrator");
    administrator.get("/en/office/jobs").await.is(200);
    hub.newcomer("second@example.org", "Second", "administrator", "", "").await;
    administrator.post(&format!("{page}/roles/{role}/take"), &[]).await.leads_to(&page);
    administrator.get("/en/office/jobs").await.is(403);
}

async fn nobody_lifts_themselves(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::Administrator).await;
    let administrator = hub.page_of(&Who::Administrator.email()).await;
    let central_page = hub.page_of(&Who::CentralTeam.email()).await;
    let lead_page = hub.page_of(&Who::CityLead.email()).await;
    for (client, page, role) in [
        (&lead, &lead_page, "administrator"),
        (&lead, &lead_page, "practitioner"),
        (&central, &central_page, "administrator"),
        (&central, &central_page, "central-team"),
        (&central, &lead_page, "central-team"),
        (&central, &administrator, "practitioner"),
    ] {
        client.post(&format!("{page}/roles"), &[("role", role), ("city", OTHER_CITY)]).await.is(403);
    }
    for end in ["deactivate", "activate", "link"] {
        central.post(&format!("{administrator}/{end}"), &[]).await.is(403);
    }
    let invited = [("name", "N"), ("email", "n@example.org"), ("lang", "en"), ("role", "administrator")];
    central.post("/en/office/people/invite", &invited).await.is(403);
    // Extra fields of the own account do nothing.
    lead.post(
        "/en/account",
        &[
            ("name", "Lead"),
            ("lang", "en"),
            ("role", "administrator"),
            ("id", "1"),
            ("email", "x@y.org"),
            ("active", "0"),
        ],
    )
    .await
    .is(303);
    lead.get("/en/account").await.is(200).shows(&Who::CityLead.email()).hides("x@y.org");
    lead.get("/en/office").await.is(403);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role IN ('administrator', 'central-team')").await, 2);
}

async fn a_role_holds_from_the_next_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // The first lead of a city takes an administrator.
    let (administrator, person) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::Practitioner).await);
    let page = hub.page_of(&Who::Practitioner.email()).await;
    let profile = format!("/en/cities/{CITY}/profile");
    person.get(&profile).await.is(403);
    administrator.post(&format!("{page}/roles"), &[("role", "city-lead"), ("city", CITY)]).await.leads_to(&page);
    person.get(&profile).await.is(200);
    administrator.post(&format!("{page}/roles"), &[("role", "city-lead"), ("city", "atlantis")]).await.is(422);
    administrator.post(&format!("{page}/roles"), &[("role", "regional-officer"), ("region", "atlantis")]).await.is(422);
    let role = base::id::write_id(hub.number("SELECT id AS n FROM roles WHERE role = 'city-lead'").await);
    administrator.post(&format!("{page}/roles/{role}/take"), &[]).await.leads_to(&page);
    person.get(&profile).await.is(403);
}

async fn a_role_that_no_program_knows_is_told_not_passed_over(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (person, visitor) = (hub.signed_in(Who::Practitioner).await, hub.visitor());
    person.get("/en/cities").await.is(200);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE roles SET role = 'mayor' WHERE role = 'practitioner'", vec![]).await.expect("a newer program's");
    tx.commit().await.expect("committed");
    person.get("/en/cities").await.is(503);
    visitor.get("/en/cities").await.is(200);
}

async fn signing_in_leads_only_to_the_hub(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let try_next = async |next: &str| {
        let fields = [("email", Who::CityLead.email()), ("password", PASSWORD.to_owned()), ("next", next.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        hub.visitor().post("/en/sign-in", &fields).await.is(303).location().to_owned()
    };
    assert_eq!(try_next("/en/library?q=x").await, "/en/library?q=x");
    for wild in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "\\\\evil",
        "/%0d%0aX: y\r\nX: y",
    ] {
        let led = try_next(wild).await;
        let own = led.starts_with('/') && !led.starts_with("//") && !led.contains('\\');
        assert!(own && !led.contains("evil.example"), "{wild:?} leads to {led:?}");
    }
}

async fn secrets_are_not_in_the_database(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let secret = hub.invited("amina@example.org", "Amina", "practitioner", CITY, "").await;
    let session = lead.session().expect("a session");
    for (table, secret) in [("sessions", &session), ("links", &secret)] {
        let hashed = base::secret::hash(secret);
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table} WHERE hash = '{secret}'")).await, 0);
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table} WHERE hash = '{hashed}'")).await, 1);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE password NOT LIKE '$argon2id$%'").await, 0);
    let rows = hub.dump().await;
    assert!(rows.contains(&base::secret::hash(&session)), "all tables are looked at");
    assert!(!rows.contains(&session) && !rows.contains(&secret));
}

async fn weak_passwords_are_refused(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let secret = hub.invited("amina@example.org", "Amina Example", "practitioner", CITY, "").await;
    let (client, link) = (hub.visitor(), format!("/en/links/{secret}"));
    let long = "x y z ".repeat(100);
    for weak in ["", "short", "aaaaaaaaaaaaaaa", "password1234", "amina@example.org", long.as_str()] {
        client
            .post(&link, &[("password", weak)])
            .await
            .is(422)
            .shows("There is a problem")
            .hides(&format!("value=\"{weak}x"));
    }
    client.post(&link, &[("password", "مدينة قوية على البحر")]).await.is(303);
}

async fn the_own_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post("/en/account", &[("name", ""), ("lang", "en")]).await.is(422);
    lead.post("/en/account", &[("name", &"x".repeat(201)), ("lang", "en")]).await.is(422);
    lead.post("/en/account", &[("name", "<b>O'Brien</b> & \"co\""), ("lang", "ar")])
        .await
        .leads_to("/en/account?done=saved");
    lead.get("/en/account").await.is(200).shows("&#60;b&#62;O").hides("<b>O'Brien");
}

async fn letters_are_in_the_language_of_their_reader(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // The first lead of a city takes an administrator.
    let administrator = hub.signed_in(Who::Administrator).await;
    for (lang, email) in [("fr", "fr@example.org"), ("ar", "ar@example.org")] {
        let fields = [("name", "Amina"), ("email", email), ("lang", lang), ("role", "city-lead"), ("city", CITY)];
        administrator.post("/en/office/people/invite", &fields).await.is(303);
    }
    let letters = hub.letters().await;
    // The first lead is told of the second one, too.
    let invites = |letter: &&testkit::LetterRead| letter.text.contains("/links/");
    let of = |email: &str| letters.iter().filter(invites).find(|letter| letter.to == email).cloned().expect("a letter");
    assert!(of("fr@example.org").link().starts_with("/fr/links/") && of("fr@example.org").text.contains("Bonjour"));
    assert!(of("ar@example.org").link().starts_with("/ar/links/"));
    assert!(of("ar@example.org").text.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6ff}')));
}

async fn a_city_is_told_when_its_people_are_changed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    let role = base::id::write_id(hub.number("SELECT id AS n FROM roles WHERE role = 'practitioner'").await);
    central.post(&format!("{page}/roles/{role}/take"), &[]).await.leads_to(&page);
    hub.settle().await;
    let own = hub.page_of(&Who::CityLead.email()).await;
    central.post(&format!("{own}/deactivate"), &[]).await.leads_to(&own);
    let letters = hub.letters().await;
    let to_lead: Vec<_> = letters.iter().filter(|letter| letter.to == Who::CityLead.email()).collect();
    assert_eq!(to_lead.len(), 2, "of the role that was taken away, and of their own end");
    assert!(to_lead.iter().any(|letter| letter.text.contains("no longer holds this role for Diffa: Practitioner")));
    assert!(to_lead.iter().any(|letter| letter.text.contains("has deactivated the account of")));
    lead.get("/en/account").await.leads_to("/en/sign-in");
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator
        .get("/en/office/record")
        .await
        .is(200)
        .shows("Role taken away</th>")
        .shows("Practitioner, ")
        .shows("Diffa");
}

async fn the_record_goes_back(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for number in 0..55 {
        hub.invited(&format!("person{number}@example.org"), "Somebody", "practitioner", CITY, "").await;
    }
    let first = administrator.get("/en/office/record").await.is(200).text();
    let earlier = first.rsplit("?before=").next().and_then(|rest| rest.split('"').next()).expect("earlier lines");
    let second = administrator.get(&format!("/en/office/record?before={earlier}")).await.is(200).text();
    assert!(!second.contains("Earlier entries"), "no more");
    let rows = |text: &str| text.matches("<tr role=\"row\"><th role=\"rowheader\"").count();
    assert_eq!(rows(&first), 50);
    assert!(rows(&second) >= 6, "{}", rows(&second));
    administrator.get("/en/office/record?before=nonsense").await.is(200);
}

async fn the_list_of_people_is_a_file_for_those_who_manage_them(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.newcomer("formula@example.org", "=HYPERLINK(\"x\")", "practitioner", CITY, "").await;
    let lead = hub.signed_in(Who::CityLead).await;
    for path in ["/en/office/people.csv", "/en/office/people.xlsx"] {
        hub.visitor().get(path).await.leads_to("/en/sign-in");
        lead.get(path).await.is(403);
    }
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get("/en/office/people?q=example").await.is(200).shows("href=\"/en/office/people.csv?q=example\"");
    let file = central.get("/en/office/people.csv?q=example").await.is(200);
    assert!(file.header("cache-control").contains("no-store"), "people are kept by nobody on the way");
    let text = file.text();
    assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\",formula@example.org"), "no formula: {text}");
    assert!(text.contains("city-lead@example.org,\"City lead, Diffa\",Active"), "{text}");
    let on_record = "SELECT COUNT(*) AS n FROM audit WHERE action = 'people.list-taken'";
    assert_eq!(hub.number(on_record).await, 1, "taken once, and refused to others");
    assert!(!central.get("/en/office/people.csv?q=formula").await.is(200).text().contains("city-lead@"));
    assert!(central.get("/en/office/people.xlsx").await.is(200).body.starts_with(b"PK"));
}

async fn a_kept_form_is_shown_first_to_somebody_else(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (browser, other) = (hub.signed_in(Who::CityLead).await, Who::OtherLead);
    hub.signed_in(other).await;
    let own = browser.get("/en/account").await.is(200).input("kept-for").expect("whose it is");
    let name = async |who: Who| {
        let id = hub.person(&who.email()).await;
        hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE id = {id} AND name = 'Written by one'")).await
    };
    let send = async |kept_for: &str| {
        browser.post("/en/account", &[("name", "Written by one"), ("lang", "en"), ("kept-for", kept_for)]).await
    };
    let enter = async |who: Who| {
        let fields = [("email", who.email()), ("password", PASSWORD.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/en/sign-in", &fields).await.is(303);
    };
    browser.post("/en/sign-out", &[]).await.is(303);
    let kept = send(&own).await.is(403);
    let kept_for = kept.input("kept-for").expect("whose it is");
    assert_eq!(kept_for, own);
    // Somebody else signs in, and the form is sent on; and so is one of which nobody knows whose it is.
    enter(other).await;
    for kept_for in [kept_for.as_str(), ""] {
        let shown = send(kept_for).await.is(409).shows("not sent in your name").shows("Written by one");
        assert_eq!(name(other).await, 0, "nothing is done before it was seen");
        assert_ne!(shown.input("kept-for").expect("whose it is"), kept_for);
    }
    // Whoever wrote it sends it on as before.
    enter(Who::CityLead).await;
    send(&kept_for).await.is(303);
    assert_eq!((name(Who::CityLead).await, name(other).await), (1, 0));
    // Seen, it may be sent in the own name.
    enter(other).await;
    let seen = send(&kept_for).await.is(409).input("kept-for").expect("whose it is");
    send(&seen).await.is(303);
    assert_eq!(name(other).await, 1);
    for (lang, words) in [("fr", "n’a pas été envoyé en votre nom"), ("ar", "لم يُرسَل هذا النموذج باسمك")]
    {
        let fields = [("name", "N"), ("lang", "en"), ("kept-for", "")];
        browser.post(&format!("/{lang}/account"), &fields).await.is(409).shows(words);
    }
}

async fn a_form_is_done_in_nobody_else_s_name(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (browser, other) = (hub.signed_in(Who::CityLead).await, Who::OtherLead);
    hub.signed_in(other).await;
    let opened = browser.get("/en/account").await.is(200).input("kept-for").expect("whose it is");
    // In another tab one signs out, and somebody else in.
    browser.post("/en/sign-out", &[]).await.is(303);
    let email = other.email();
    browser.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.is(303);
    let fields = [("name", "Typed by one"), ("lang", "en"), ("kept-for", opened.as_str())];
    browser.post("/en/account", &fields).await.is(409).shows("not sent in your name").shows("Typed by one");
    let renamed = "SELECT COUNT(*) AS n FROM people WHERE name = 'Typed by one'";
    assert_eq!(hub.number(renamed).await, 0);
    let own = browser.get("/en/account").await.is(200).input("kept-for").expect("whose it is");
    assert_ne!(own, opened);
    browser.post("/en/account", &[("name", "Typed by one"), ("lang", "en"), ("kept-for", &own)]).await.is(303);
    assert_eq!(hub.number(renamed).await, 1);
    // A visitor's page says nobody's.
    assert_eq!(hub.visitor().get("/en/sign-in").await.is(200).input("kept-for"), None);
}

async fn what_another_pressed_is_looked_at_on_its_own_page_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::CityLead).await;
    let page = hub.page_of(&Who::CityLead.email()).await;
    let send = "Send it in my name";
    for (path, fields, leads_to) in [
        (format!("{page}/deactivate"), vec![], format!("{page}/deactivate")),
        (format!("{page}/roles"), vec![("role", "administrator")], page.clone()),
        (format!("{page}/link"), vec![], page.clone()),
        ("/en/account/letters".to_owned(), vec![("role-in-city", "never")], "/en/account".to_owned()),
        ("/en/sign-out".to_owned(), vec![], "/en/".to_owned()),
    ] {
        let fields: Vec<_> = fields.into_iter().chain([("kept-for", "")]).collect();
        let shown = administrator.post(&path, &fields).await.is(409).shows("not sent in your name").hides(send);
        let _ = shown.shows(&format!("class=\"btn\" href=\"{leads_to}\"")).shows("Open the page of this form");
        administrator.get(&leads_to).await.is(200);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE NOT active").await, 0);
    // What somebody wrote is not lost: it can be sent, and its page looked at before.
    let written = [("name", "Written by one"), ("lang", "en"), ("kept-for", "")];
    let shown = administrator.post("/en/account", &written).await.is(409).shows(send);
    let _ = shown.shows("href=\"/en/account\" target=\"_blank\"");
    for (lang, words) in [("fr", "Ouvrir la page de ce formulaire"), ("ar", "افتح صفحة هذا النموذج")]
    {
        administrator.post(&format!("/{lang}/account/letters"), &[("kept-for", "")]).await.is(409).shows(words);
    }
}

async fn signing_in_leads_to_no_address_that_is_too_long(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let long = "x".repeat(9_000);
    for next in [format!("/en/library?q={long}"), format!("/en/{long}"), format!("/en/library#{long}")] {
        let browser = hub.visitor();
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("next", next.as_str())];
        let reply = browser.post("/en/sign-in", &fields).await.is(303);
        assert!(reply.location() == "/en/cities/mine", "{} bytes", reply.location().len());
    }
}

async fn a_stranger_s_long_form_is_not_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let long = "x".repeat(100_000);
    let fields = [("name", long.as_str()), ("lang", "en")];
    hub.visitor().post("/en/account", &fields).await.leads_to("/en/sign-in");
    hub.visitor().post("/en/account", &[("name", "short")]).await.is(403).shows("no longer signed in");
    // Whose session has just ended may have written for an hour.
    let browser = hub.signed_in(Who::CityLead).await;
    hub.clock.jump(TimeDelta::days(8));
    browser.post("/en/account", &fields).await.is(403).shows(&long);
}

async fn whoever_made_a_link_to_sign_in_says_nothing_of_what_was_done(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    for (next, leads_to) in [
        ("/en/account?done=password", "/en/account"),
        ("/en/library?q=wells&d%6fne=withdrawn&page=2", "/en/library?q=wells&page=2"),
        ("/en/account?done=letters#letters", "/en/account#letters"),
        ("/en/library?q=done", "/en/library?q=done"),
        ("/en/account?done=password&sent=letter&s%65nt=x", "/en/account"),
    ] {
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("next", next)];
        let reply = hub.visitor().post("/en/sign-in", &fields).await.is(303);
        assert_eq!(reply.location(), leads_to);
    }
}

async fn nobody_is_signed_out_by_another_s_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (browser, other) = (hub.signed_in(Who::CityLead).await, Who::OtherLead);
    hub.signed_in(other).await;
    // Any page has the form that signs out; this one has no other.
    let opened = browser.get("/en/about").await.is(200).input("kept-for").expect("whose it is");
    browser.post("/en/sign-out", &[("kept-for", &opened)]).await.is(303);
    let email = other.email();
    browser.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.is(303);
    let shown = browser.post("/en/sign-out", &[("kept-for", &opened)]).await.is(409).shows("not sent in your name");
    browser.get("/en/account").await.is(200).shows(&email);
    // Whoever means it signs out by the page's own button.
    let own = shown.input("kept-for").expect("whose it is");
    browser.post("/en/sign-out", &[("kept-for", &own)]).await.is(303);
    browser.get("/en/account").await.leads_to("/en/sign-in");
}

async fn a_kept_form_says_what_it_lacks(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let browser = hub.signed_in(Who::CityLead).await;
    let lacks = "Files have to be chosen and passwords entered once more";
    let name = [("name", "Written by one"), ("lang", "en"), ("kept-for", "")];
    browser.post("/en/account", &name).await.is(409).hides(lacks);
    let secret = [("old", PASSWORD), ("new", "nine lamps on a hill"), ("kept-for", "")];
    browser.post("/en/account/password", &secret).await.is(409).shows(lacks).hides(PASSWORD).hides("nine lamps");
}

async fn what_is_not_done_comes_back_whole(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (browser, faults) = (hub.signed_in(Who::CityLead).await, hub.hub.db.faults());
    let fields = [("name", "Written"), ("lang", "en"), ("new", "a secret of one")];
    // Others are in the way, also the second time; or the disk is full.
    for fault in [Fault::Busy, Fault::Full] {
        faults.always(fault);
        let reply = browser.post("/en/account", &fields).await;
        faults.disarm();
        let _ = reply.is(503).shows("for you to copy").shows(">Written</p>").hides("a secret of one");
    }
    browser.post("/en/no/such/page", &fields).await.is(404).shows(">Written</p>");
    let long = "x".repeat(100_000);
    hub.visitor().post("/en/no/such/page", &[("name", &long)]).await.is(404).hides(&long);
}

async fn a_form_that_says_nobody_s_is_shown_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let mark = administrator.get("/en/account").await.is(200).input("kept-for").expect("whose it is");
    hub.signed_in(Who::CityLead).await;
    let page = hub.page_of(&Who::CityLead.email()).await;
    // Whoever was signed in last in this browser did not open it.
    let browser = hub.visitor();
    browser.set_cookie("hub_person", &mark);
    let roles = format!("{page}/roles");
    let kept = browser.post(&roles, &[("role", "administrator")]).await.is(403).shows("<bdi>administrator</bdi>");
    let kept_for = kept.input("kept-for").expect("that it is nobody's");
    assert_eq!(kept_for, "");
    let email = Who::Administrator.email();
    browser.post("/en/sign-in", &[("email", &email), ("password", PASSWORD)]).await.is(303);
    let fields = [("role", "administrator"), ("kept-for", kept_for.as_str())];
    browser.post(&roles, &fields).await.is(409).shows("not sent in your name");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'administrator'").await, 1);
}

async fn much_comes_back_to_a_known_browser_only(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let text = "<".repeat(80_000);
    let known = hub.signed_in(Who::CityLead).await;
    known.post("/en/sign-out", &[]).await.is(303);
    assert!(known.post("/en/account", &[("name", text.as_str())]).await.is(403).body.len() > 80_000);
    let address = hub.address;
    let cookie = format!("hub_session={}", "0".repeat(64));
    let body = format!("name={text}");
    let request = format!(
        "POST /en/account HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let answer = testkit::raw(address, request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 ") && answer.len() < 50_000, "{} bytes", answer.len());
}

async fn a_form_whose_session_ended_shows_what_was_written(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let browser = hub.signed_in(Who::CityLead).await;
    browser.post("/en/sign-out", &[]).await.is(303);
    let lacks = ["Files have to be chosen", "Il faut choisir de nouveau les fichiers", "يلزم اختيار الملفات"];
    for (lang, lacks) in ["en", "fr", "ar"].into_iter().zip(lacks) {
        let written = [("name", "Written by one"), ("lang", "en"), ("revision", "7")];
        let kept = browser.post(&format!("/{lang}/account"), &written).await.is(403);
        let kept = kept.shows("<bdi>Written by one</bdi>").shows("name=\"name\" value=\"Written by one\"");
        let _ = kept.hides("<bdi>7</bdi>").hides(lacks);
        let secret = [("old", PASSWORD), ("new", NEW_PASSWORD), ("hint", "of two")];
        let kept = browser.post(&format!("/{lang}/account/password"), &secret).await.is(403);
        let _ = kept.shows(lacks).shows("<bdi>of two</bdi>").hides(PASSWORD).hides(NEW_PASSWORD);
    }
}
