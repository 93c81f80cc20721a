//! Another e-mail address: asked for by the owner, confirmed by whoever reads it, undone by whoever reads the one of before.

use chrono::TimeDelta;
use testkit::{Authenticator, CITY, Client, Engine, LetterRead, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    it_is_theirs_once_whoever_reads_it_says_so,
    it_is_asked_for_by_whoever_has_shown_who_they_are,
    whoever_reads_the_old_one_undoes_it,
    whoever_reads_the_old_one_stops_what_waits,
    undoing_goes_back_to_the_first_one,
    known_and_unknown_addresses_are_answered_alike,
    an_address_has_one_account_also_at_the_same_moment,
    an_address_that_may_be_set_back_is_nobody_elses,
    a_link_in_a_letter_ends,
    a_new_password_ends_what_waits,
    a_closed_account_keeps_its_address,
    only_so_many_are_asked_for,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";
const PAGE: &str = "/en/account/address";
const NEW: &str = "somebody.new@example.org";

async fn ask(client: &Client, email: &str) {
    client.post_plainly(PAGE, &[("email", email)]).await.leads_to("/en/account/address?done=address-asked");
}

/// The newest letter to this address with these words in its subject.
async fn letter(hub: &TestHub, to: &str, subject: &str) -> LetterRead {
    let letters = hub.letters().await;
    let mut own = letters.into_iter().filter(|letter| letter.to == to && letter.subject.contains(subject));
    own.next_back().unwrap_or_else(|| panic!("no letter to {to} of {subject}"))
}

async fn confirming(hub: &TestHub, to: &str) -> String {
    letter(hub, to, "Confirm your e-mail address").await.link()
}

async fn undoing(hub: &TestHub, to: &str) -> String {
    letter(hub, to, "Another e-mail address").await.link()
}

async fn email_of(hub: &TestHub, person: i64) -> String {
    let rows = hub.hub.db.read().raw("SELECT email FROM people WHERE id = $1", store::params![person]).await;
    rows.expect("a row")[0].get("email").expect("an address")
}

async fn signs_in(hub: &TestHub, email: &str, password: &str) -> u16 {
    hub.visitor().post_plainly("/en/sign-in", &[("email", email), ("password", password)]).await.status
}

async fn it_is_theirs_once_whoever_reads_it_says_so(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (old, id) = (Who::CityLead.email(), hub.person(&Who::CityLead.email()).await);
    lead.get("/en/account").await.is(200).shows("Change the e-mail address");
    lead.get(PAGE).await.is(200).shows(&old);
    for wrong in ["", "nobody", &old.to_uppercase()] {
        lead.post_plainly(PAGE, &[("email", wrong)]).await.is(422);
    }
    ask(&lead, " Somebody.NEW@example.org ").await;
    lead.get(PAGE).await.is(200).shows(NEW).shows("Waiting to be confirmed");
    let link = confirming(&hub, NEW).await;
    let told = letter(&hub, &old, "Another e-mail address").await;
    assert!(told.text.contains(NEW));
    // Looked at, by a reader of mail or by whoever, it does nothing; also nobody need be signed in.
    let visitor = hub.visitor();
    for _ in 0..3 {
        visitor.get(&link).await.is(200).shows(NEW).shows(&old);
    }
    assert_eq!(email_of(&hub, id).await, old);
    assert_eq!((signs_in(&hub, NEW, PASSWORD).await, signs_in(&hub, &old, PASSWORD).await), (422, 303));
    for _ in 0..2 {
        visitor.post_plainly(&link, &[]).await.leads_to("/en/account/address?done=address-changed");
    }
    assert_eq!(email_of(&hub, id).await, NEW);
    assert_eq!((signs_in(&hub, NEW, PASSWORD).await, signs_in(&hub, &old, PASSWORD).await), (303, 422));
    lead.get("/en/account").await.is(200).shows(NEW).hides(&old).shows("E-mail address changed");
    let changed = "SELECT COUNT(*) AS n FROM audit WHERE action = 'person.address-changed'";
    assert_eq!(hub.number(changed).await, 1);
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Own e-mail address changed").hides(&old);
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.get("/en/office/people?q=somebody.new").await.is(200).shows(NEW);
    administrator.get("/en/office/people?q=city-lead%40example").await.is(200).hides(&format!("{old}<"));
}

async fn it_is_asked_for_by_whoever_has_shown_who_they_are(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.clock.jump(TimeDelta::minutes(15));
    let asked = lead.post_plainly(PAGE, &[("email", NEW)]).await.is(307);
    lead.post_plainly(asked.location(), &[("email", NEW)]).await.is(403).shows(NEW);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM address_changes").await, 0);
    // As whoever shows it would.
    lead.post(PAGE, &[("email", NEW)]).await.leads_to("/en/account/address?done=address-asked");
    lead.post("/en/account/address/give-up", &[]).await.is(303);
    let letters = hub.letters().await;
    assert!(!letters.iter().any(|letter| letter.to == NEW), "it was given up before it left");
    lead.get(PAGE).await.is(200).hides("Waiting to be confirmed");
    hub.visitor().get(PAGE).await.leads_to("/en/sign-in");
    hub.visitor().post_plainly("/en/account/address/give-up", &[]).await.leads_to("/en/sign-in");
}

async fn whoever_reads_the_old_one_undoes_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (owner, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    let id = hub.person(&old).await;
    // Somebody has a session of theirs, and their password.
    let thief = hub.signed_in(Who::CityLead).await;
    ask(&thief, NEW).await;
    let confirm = confirming(&hub, NEW).await;
    thief.post_plainly(&confirm, &[]).await.is(303);
    assert_eq!(email_of(&hub, id).await, NEW);
    hub.clock.jump(TimeDelta::days(6));
    let undo = undoing(&hub, &old).await;
    let visitor = hub.visitor();
    visitor.get(&undo).await.is(200).shows(&old).shows(NEW);
    assert_eq!(email_of(&hub, id).await, NEW);
    let set = visitor.post_plainly(&undo, &[]).await.leads_to("/en/links/");
    assert_eq!(email_of(&hub, id).await, old);
    for client in [&owner, &thief] {
        client.get("/en/account").await.leads_to("/en/sign-in");
    }
    for email in [NEW, old.as_str()] {
        assert_eq!(signs_in(&hub, email, PASSWORD).await, 422, "{email}: the password is none any more");
    }
    visitor.get(set.location()).await.is(200).shows(&old);
    let link = set.location().split('?').next().expect("a link").to_owned();
    visitor.post_plainly(&link, &[("password", NEW_PASSWORD)]).await.is(303);
    visitor.get("/en/account").await.is(200).shows("Old e-mail address set back");
    // Neither link does anything any more.
    for link in [&undo, &confirm] {
        visitor.get(link).await.is(410);
        visitor.post_plainly(link, &[]).await.is(410);
    }
    assert_eq!(email_of(&hub, id).await, old);
    assert_eq!(signs_in(&hub, &old, NEW_PASSWORD).await, 303);
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.get("/en/office/record").await.is(200).shows("Old e-mail address set back</th>");
}

async fn whoever_reads_the_old_one_stops_what_waits(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (thief, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    // A second step stays, and is asked for behind the new password.
    Authenticator::set_up(&hub, &thief).await;
    ask(&thief, NEW).await;
    let (confirm, undo) = (confirming(&hub, NEW).await, undoing(&hub, &old).await);
    let set = hub.visitor().post_plainly(&undo, &[]).await.leads_to("/en/links/");
    thief.get("/en/account").await.leads_to("/en/sign-in");
    hub.visitor().post_plainly(&confirm, &[]).await.is(410);
    assert_eq!(email_of(&hub, hub.person(&old).await).await, old);
    let (owner, link) = (hub.visitor(), set.location().split('?').next().expect("a link").to_owned());
    owner.post_plainly(&link, &[("password", NEW_PASSWORD)]).await.leads_to("/en/sign-in/code");
}

/// Whoever took an account changes its address once more, and undoes nothing of what the owner undid.
async fn undoing_goes_back_to_the_first_one(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (thief, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    let id = hub.person(&old).await;
    for next in ["one@example.org", "two@example.org"] {
        ask(&thief, next).await;
        let confirm = confirming(&hub, next).await;
        thief.post_plainly(&confirm, &[]).await.is(303);
        hub.clock.jump(TimeDelta::minutes(1));
    }
    assert_eq!(email_of(&hub, id).await, "two@example.org");
    let theirs = undoing(&hub, "one@example.org").await;
    hub.visitor().post_plainly(&undoing(&hub, &old).await, &[]).await.is(303);
    assert_eq!(email_of(&hub, id).await, old);
    hub.visitor().post_plainly(&theirs, &[]).await.is(410);
    assert_eq!(email_of(&hub, id).await, old);
}

async fn known_and_unknown_addresses_are_answered_alike(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::OtherLead).await;
    let (known, old) = (Who::OtherLead.email(), Who::CityLead.email());
    let mut answers = Vec::new();
    for email in [NEW, known.as_str()] {
        let reply = lead.post_plainly(PAGE, &[("email", email)]).await.is(303);
        let page = lead.get(PAGE).await.is(200).text().replace(email, "…");
        answers.push((reply.location().to_owned(), reply.header("x-statements").to_owned(), page));
    }
    assert_eq!(answers[0].0, answers[1].0);
    assert_eq!(answers[0].1, answers[1].1);
    assert_eq!(without_secrets(&answers[0].2), without_secrets(&answers[1].2));
    let told = letter(&hub, &known, "entered for another account").await;
    assert!(!told.text.contains(&old) && !told.text.contains("/pressed/"));
    assert!(!hub.letters().await.iter().any(|letter| letter.to == known && letter.subject.contains("Confirm")));
    // The old one is told of both.
    let letters = hub.letters().await;
    let told = letters.iter().filter(|letter| letter.to == old && letter.subject.contains("Another e-mail address"));
    assert_eq!(told.count(), 1, "of the first nothing is left to be undone when the letter leaves");
}

fn without_secrets(page: &str) -> String {
    page.split('"').filter(|part| part.len() < 32 || part.contains(' ')).collect()
}

async fn an_address_has_one_account_also_at_the_same_moment(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let administrator = hub.signed_in(Who::Administrator).await;
    for round in 0..3 {
        let new = format!("round{round}@example.org");
        let (mine, theirs) =
            (hub.person(&Who::Administrator.email()).await, "SELECT COUNT(*) AS n FROM people WHERE email = ");
        assert!(mine > 0);
        let mut links = Vec::new();
        for client in [&lead, &other] {
            client.post(PAGE, &[("email", &new)]).await.is(303);
            links.push(confirming(&hub, &new).await);
        }
        let invited = [("name", "A"), ("email", &*new), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
        let (one, two) = (hub.visitor(), hub.visitor());
        let (a, b, c) = tokio::join!(
            one.post_plainly(&links[0], &[]),
            two.post_plainly(&links[1], &[]),
            administrator.post("/en/office/people/invite", &invited),
        );
        let done = [a.status, b.status, c.status].iter().filter(|status| **status == 303).count();
        assert_eq!(done, 1, "round {round}: {} {} {}", a.status, b.status, c.status);
        assert_eq!(hub.number(&format!("{theirs}'{new}'")).await, 1);
        hub.clock.jump(TimeDelta::days(2));
    }
}

async fn an_address_that_may_be_set_back_is_nobody_elses(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    let administrator = hub.signed_in(Who::Administrator).await;
    ask(&lead, NEW).await;
    let confirm = confirming(&hub, NEW).await;
    lead.post_plainly(&confirm, &[]).await.is(303);
    let invited = [("name", "A"), ("email", &*old), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &invited).await.is(422).shows("already has an account");
    let other = hub.signed_in(Who::OtherLead).await;
    other.post(PAGE, &[("email", &old)]).await.is(303);
    hub.visitor().post_plainly(&confirming(&hub, &old).await, &[]).await.is(410);
    // Its owner takes it back by asking for it.
    lead.post(PAGE, &[("email", &old)]).await.is(303);
    hub.visitor().post_plainly(&confirming(&hub, &old).await, &[]).await.is(303);
    lead.post(PAGE, &[("email", NEW)]).await.is(303);
    hub.visitor().post_plainly(&confirming(&hub, NEW).await, &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(7));
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post("/en/office/people/invite", &invited).await.is(303);
}

async fn a_link_in_a_letter_ends(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    ask(&lead, NEW).await;
    let (confirm, undo) = (confirming(&hub, NEW).await, undoing(&hub, &old).await);
    assert!(!hub.dump().await.contains(confirm.rsplit('/').next().expect("a secret")));
    // Asked for again, the links of before end.
    ask(&lead, "another@example.org").await;
    for link in [&confirm, &undo] {
        hub.visitor().get(link).await.is(410).shows("no longer works");
    }
    let (confirm, undo) = (confirming(&hub, "another@example.org").await, undoing(&hub, &old).await);
    // Each does its own.
    hub.clock.jump(TimeDelta::days(1));
    hub.visitor().post_plainly(&confirm, &[]).await.is(410);
    hub.clock.jump(TimeDelta::days(6));
    hub.visitor().post_plainly(&undo, &[]).await.is(410);
    let none = format!("/en/account/pressed/{}", base::secret::new_secret());
    hub.visitor().post_plainly(&none, &[]).await.is(410);
    // What is over is forgotten in time.
    hub.clock.jump(TimeDelta::days(91));
    hub.tidy_up().await.expect("tidied up");
    for table in ["address_changes", "pressed_links"] {
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await, 0, "{table}");
    }
}

async fn a_new_password_ends_what_waits(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (owner, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    let thief = hub.signed_in(Who::CityLead).await;
    ask(&thief, NEW).await;
    let confirm = confirming(&hub, NEW).await;
    owner.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    thief.post_plainly(&confirm, &[]).await.is(410);
    // Links that were sent to the address of before end with it.
    ask(&owner, NEW).await;
    let confirm = confirming(&hub, NEW).await;
    hub.visitor().post("/en/forgotten", &[("email", &old)]).await.is(303);
    let reset = letter(&hub, &old, "New password").await.link();
    owner.post_plainly(&confirm, &[]).await.is(303);
    hub.visitor().get(&reset).await.is(410);
}

async fn a_closed_account_keeps_its_address(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, old) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    let administrator = hub.signed_in(Who::Administrator).await;
    ask(&lead, NEW).await;
    let (confirm, undo) = (confirming(&hub, NEW).await, undoing(&hub, &old).await);
    administrator.post(&format!("{}/deactivate", hub.page_of(&old).await), &[]).await.is(303);
    for link in [&confirm, &undo] {
        hub.visitor().post_plainly(link, &[]).await.is(410);
    }
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE email = '{old}'")).await, 1);
}

async fn only_so_many_are_asked_for(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    // To one address three an hour, whoever asks; nothing says so.
    for client in [&lead, &lead, &other, &other] {
        ask(client, NEW).await;
        hub.settle().await;
    }
    let letters = hub.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.to == NEW).count(), 3);
    for number in 0..3 {
        ask(&lead, &format!("number{number}@example.org")).await;
    }
    lead.post_plainly(PAGE, &[("email", "more@example.org")]).await.is(429);
}
