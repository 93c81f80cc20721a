//! An account is erased: asked for, taken back, closed, erased.

use base::PersonId;
use chrono::TimeDelta;
use store::{params, verify_audit};
use testkit::{CITY, Client, Engine, PASSWORD, Setup, TestHub, Who, both_engines};

both_engines!(
    nothing_is_left_of_who_was_erased,
    an_erasure_is_taken_back_until_its_day,
    the_office_asks_for_whoever_wrote,
    nobody_erases_who_is_not_theirs_to_change,
    the_last_administrator_stays,
    an_erasure_whose_job_died_is_made_up_for,
    an_account_that_is_opened_again_stays,
    what_others_write_at_that_moment_is_forgotten,
    nodes_that_erase_at_once_erase_once,
    whoever_is_erased_opens_no_city_to_others,
    what_somebody_had_said_goes_on_without_them,
    whoever_cannot_sign_in_keeps_their_account_all_the_same,
    an_address_that_is_set_back_ends_an_erasure,
    a_day_that_passed_unseen_is_put_off,
    the_owner_s_word_counts_more_than_the_office_s,
    what_they_invited_to_and_wrote_under_earlier_addresses_goes,
);

const EMAIL: &str = "salma.unique@example.org";
const NAME: &str = "Salma Unique";

/// So long after their day accounts that are to be erased are closed, with two seconds for jobs.
fn to_the_day(hub: &TestHub) {
    hub.clock.jump(TimeDelta::days(14) + TimeDelta::seconds(2));
}

fn two_days_on(hub: &TestHub) {
    hub.clock.jump(TimeDelta::days(2) + TimeDelta::seconds(2));
}

async fn somebody(hub: &TestHub, role: &str) -> Client {
    hub.newcomer(EMAIL, NAME, role, CITY, "").await
}

async fn enters(hub: &TestHub) -> Client {
    let client = hub.visitor();
    client.post("/en/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.leads_to("/en/");
    client
}

async fn accounts(hub: &TestHub, email: &str) -> i64 {
    hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE email = '{email}'")).await
}

async fn waiting(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM erasures").await
}

async fn letter(hub: &TestHub, to: &str, subject: &str) -> testkit::LetterRead {
    let letters = hub.letters().await;
    let found = letters.iter().find(|letter| letter.to == to && letter.subject.starts_with(subject));
    found.unwrap_or_else(|| panic!("no letter {subject} to {to}")).clone()
}

async fn nothing_is_left_of_who_was_erased(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = somebody(&hub, "city-lead").await;
    let (id, page) = (hub.person(EMAIL).await, hub.page_of(EMAIL).await);
    // They are in many rows: of the account, of others, of what was done.
    lead.post("/en/account/address", &[("email", "salma.other@example.org")]).await.is(303);
    let invited = [("name", "Invited By Her"), ("email", "invited@example.org"), ("role", "practitioner")];
    lead.post(&format!("/en/cities/{CITY}/people"), &invited).await.is(303);
    central.get(&page).await.is(200);
    hub.settle().await;
    lead.get("/en/account/erase").await.is(200).shows("action=\"/en/account/erase\"").hides("Nobody else leads");
    lead.post("/en/account/erase", &[]).await.leads_to("/en/account/erase?done=erasure-asked");
    lead.post("/en/account/erase", &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 1, "asked twice, it is asked once");
    lead.get("/en/account/erase").await.is(200).hides("action=\"/en/account/erase\"").shows("Keep my account");
    lead.get("/en/account").await.is(200).shows("Keep my account");
    central.get(&page).await.is(200).shows("unless this person keeps it").hides("Do not erase it");
    hub.settle().await;
    let told = letter(&hub, EMAIL, "Your account on").await;
    assert!(told.text.contains("You asked for your account"), "{}", told.text);
    lead.get("/en/account").await.is(200);
    // Its day.
    to_the_day(&hub);
    hub.settle().await;
    let closed = hub.letters().await;
    assert_eq!(closed.iter().filter(|own| own.to == EMAIL && own.subject.ends_with("is closed")).count(), 1);
    lead.get("/en/account").await.leads_to("/en/sign-in");
    let (other, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    central.get(&page).await.is(200).shows("will be erased within two days").shows("Deactivated");
    let to_city = closed.iter().any(|own| own.to == Who::CityLead.email() && own.text.contains(NAME));
    assert!(to_city, "while there is a name");
    other.get(&format!("/en/cities/{CITY}/people")).await.is(200).hides(NAME);
    // And two days later.
    two_days_on(&hub);
    hub.settle().await;
    central.get(&page).await.is(404);
    central.get("/en/office/people?q=Unique").await.is(200).hides(NAME);
    let dump = hub.dump().await;
    for word in [EMAIL, NAME, "salma.unique", "salma.other@example.org", &base::fold::fold(NAME)] {
        let left: Vec<_> = dump.lines().filter(|line| line.contains(word)).collect();
        assert!(left.is_empty(), "{word} is left: {left:?}");
    }
    let named = format!("SELECT COUNT(*) AS n FROM audit WHERE actor = {id} OR subject = '{}'", PersonId(id));
    assert_eq!(hub.number(&named).await, 0);
    assert_eq!(verify_audit(&hub.hub.db.read(), &[]).await.expect("read").faults, []);
    let record = other.get(&format!("/en/cities/{CITY}/record")).await.is(200);
    assert!(record.text().contains("Role ended") && !record.text().contains("Unique"));
    // The address is free, and nobody gets in with the old password.
    let tried = hub.visitor().post("/en/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(tried.status, 422);
    hub.newcomer(EMAIL, "Somebody New", "practitioner", CITY, "").await;
    assert_ne!(hub.person(EMAIL).await, id);
}

async fn an_erasure_is_taken_back_until_its_day(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = somebody(&hub, "practitioner").await;
    // In the account.
    lead.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    lead.post("/en/account/erase/keep", &[]).await.leads_to("/en/account?done=account-kept");
    assert_eq!(waiting(&hub).await, 0);
    lead.post("/en/account/erase/keep", &[]).await.is(303);
    // By the letter: of the one that was taken back before the link does nothing.
    let before = letter(&hub, EMAIL, "Your account on").await.link();
    hub.visitor().get(&before).await.is(410);
    hub.clock.jump(TimeDelta::minutes(1));
    lead.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    let letters = hub.letters().await;
    let links: Vec<String> =
        letters.iter().filter(|own| own.to == EMAIL && own.subject.contains("erased")).map(|own| own.link()).collect();
    let link = links.iter().find(|link| **link != before).expect("a second letter");
    let visitor = hub.visitor();
    visitor.get(link).await.is(200).shows("Keep your account?");
    assert_eq!(waiting(&hub).await, 1, "looked at, it does nothing");
    visitor.post(link, &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 0);
    visitor.post(link, &[]).await.is(410);
    // What was taken back does not come.
    to_the_day(&hub);
    hub.settle().await;
    assert_eq!(accounts(&hub, EMAIL).await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE NOT active").await, 0);
    // After its day it is too late, also where the job is late.
    let again = enters(&hub).await;
    again.post("/en/account/erase", &[]).await.is(303);
    to_the_day(&hub);
    let late = enters(&hub).await;
    late.post("/en/account/erase/keep", &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 1);
    hub.settle().await;
    late.get("/en/account").await.leads_to("/en/sign-in");
}

async fn the_office_asks_for_whoever_wrote(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (somebody(&hub, "practitioner").await, hub.signed_in(Who::CentralTeam).await);
    let page = hub.page_of(EMAIL).await;
    central.get(&format!("{page}/erase")).await.is(200).shows("Erase this account?").shows(NAME);
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    hub.settle().await;
    let told = letter(&hub, EMAIL, "Your account on").await;
    assert!(told.text.contains("team was asked to erase"), "{}", told.text);
    central.get(&format!("{page}/erase")).await.leads_to(&page);
    central.get(&page).await.is(200).shows("Do not erase it");
    central.post(&format!("{page}/erase/keep"), &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 0);
    // What somebody asked for themselves the office does not take back.
    lead.post("/en/account/erase", &[]).await.is(303);
    central.post(&format!("{page}/erase/keep"), &[]).await.is(403);
    assert_eq!(waiting(&hub).await, 1);
    // What the office asked for its owner does.
    lead.post("/en/account/erase/keep", &[]).await.is(303);
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    lead.post("/en/account/erase/keep", &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 0);
    // Whoever never came is erased as well.
    hub.invited("never@example.org", "Never Came", "practitioner", CITY, "").await;
    let page = hub.page_of("never@example.org").await;
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    to_the_day(&hub);
    hub.settle().await;
    two_days_on(&hub);
    hub.settle().await;
    assert_eq!(accounts(&hub, "never@example.org").await, 0);
}

async fn nobody_erases_who_is_not_theirs_to_change(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::Administrator).await;
    let (lead, central) = (somebody(&hub, "city-lead").await, hub.signed_in(Who::CentralTeam).await);
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let of_administrator = hub.page_of(&Who::Administrator.email()).await;
    for path in ["erase", "erase/keep"] {
        central.post(&format!("{of_administrator}/{path}"), &[]).await.is(403);
    }
    central.get(&format!("{of_administrator}/erase")).await.is(403);
    let own = hub.page_of(&Who::CentralTeam.email()).await;
    central.post(&format!("{own}/erase"), &[]).await.is(403);
    lead.post(&format!("{}/erase", hub.page_of(&Who::Practitioner.email()).await), &[]).await.is(403);
    hub.visitor().post("/en/account/erase", &[]).await.leads_to("/en/sign-in");
    assert_eq!(waiting(&hub).await, 0);
    // Not long after having signed in.
    hub.clock.jump(TimeDelta::minutes(16));
    assert_eq!(practitioner.post_plainly("/en/account/erase", &[]).await.status, 307);
    let page = hub.page_of(EMAIL).await;
    assert_eq!(central.post_plainly(&format!("{page}/erase"), &[]).await.status, 307);
    assert_eq!(waiting(&hub).await, 0);
}

async fn the_last_administrator_stays(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let refused = administrator.post("/en/account/erase", &[]).await;
    assert_eq!(refused.status, 409);
    refused.shows("You are the only administrator");
    assert_eq!(waiting(&hub).await, 0);
    // Another one comes, and goes before the day: the first is waited for.
    let second = hub.newcomer("second@example.org", "Second", "administrator", "", "").await;
    administrator.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    let page = hub.page_of("second@example.org").await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    drop(second);
    to_the_day(&hub);
    hub.settle().await;
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM erasures WHERE closed_at IS NULL").await, 1);
    let letters = hub.letters().await;
    let told = letters.iter().filter(|own| own.to == Who::Administrator.email() && own.subject.contains("be erased"));
    assert_eq!(told.count(), 2, "put off, and told anew");
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.get("/en/account").await.is(200).shows("Keep my account");
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    // Whoever was invited and has not come runs nothing.
    hub.invited("third@example.org", "Third", "administrator", "", "").await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    to_the_day(&hub);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM erasures WHERE closed_at IS NULL").await, 1);
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    to_the_day(&hub);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM erasures WHERE closed_at IS NULL").await, 0);
}

async fn an_erasure_whose_job_died_is_made_up_for(engine: Engine) {
    let hub = TestHub::start(engine).await;
    somebody(&hub, "practitioner").await.post("/en/account/erase", &[]).await.is(303);
    let no_jobs = async || {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        tx.exec("DELETE FROM jobs WHERE kind = 'people.erase-account'", vec![]).await.expect("gone");
        tx.commit().await.expect("committed");
    };
    no_jobs().await;
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE NOT active").await, 0, "not before its day");
    to_the_day(&hub);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    no_jobs().await;
    assert_eq!((accounts(&hub, EMAIL).await, waiting(&hub).await), (1, 1), "closed, and not erased");
    two_days_on(&hub);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!((accounts(&hub, EMAIL).await, waiting(&hub).await), (0, 0));
}

async fn an_account_that_is_opened_again_stays(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    somebody(&hub, "practitioner").await.post("/en/account/erase", &[]).await.is(303);
    to_the_day(&hub);
    hub.settle().await;
    // What its owner asked for the central team does not take back.
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let page = hub.page_of(EMAIL).await;
    central.post(&format!("{page}/activate"), &[]).await.is(422).shows("asked for their account to be erased");
    assert_eq!(waiting(&hub).await, 1);
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    two_days_on(&hub);
    hub.settle().await;
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!((accounts(&hub, EMAIL).await, waiting(&hub).await), (1, 0));
}

async fn what_others_write_at_that_moment_is_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    somebody(&hub, "practitioner").await.post("/en/account/erase", &[]).await.is(303);
    let id = PersonId(hub.person(EMAIL).await);
    to_the_day(&hub);
    hub.settle().await;
    two_days_on(&hub);
    hub.settle().await;
    // As another node would, whose transaction began before.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let text =
        "INSERT INTO audit (id, at, actor, action, subject, detail) VALUES ($1, $2, NULL, 'person.seen', $3, '')";
    tx.exec(text, params![tx.new_id(), tx.now(), id.to_string()]).await.expect("written");
    tx.commit().await.expect("committed");
    let named = format!("SELECT COUNT(*) AS n FROM audit WHERE subject = '{id}'");
    assert_eq!(hub.number(&named).await, 1);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(hub.number(&named).await, 0);
    assert_eq!(verify_audit(&hub.hub.db.read(), &[]).await.expect("read").faults, []);
}

async fn nodes_that_erase_at_once_erase_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let other = if engine == Engine::Postgres { Some(hub.beside().await) } else { None };
    let second = other.as_ref().unwrap_or(&hub);
    somebody(&hub, "practitioner").await.post("/en/account/erase", &[]).await.is(303);
    for jump in [to_the_day, two_days_on] {
        jump(&hub);
        if let Some(other) = &other {
            jump(other);
        }
        let both = [&hub, second].map(|node| {
            let (hub, parts) = (node.hub.clone(), node.parts.clone());
            tokio::spawn(async move { server::tidy_up(&hub, &parts).await })
        });
        for one in both {
            one.await.expect("nobody panicked").expect("tidied up");
        }
        // Each asked for a job, beside the one that was asked for before.
        futures::join!(hub.settle(), second.settle());
    }
    assert_eq!((accounts(&hub, EMAIL).await, waiting(&hub).await), (0, 0));
    let of = |act: &str| format!("SELECT COUNT(*) AS n FROM audit WHERE action = '{act}'");
    assert_eq!(hub.number(&of("person.erased")).await, 1);
    assert_eq!(hub.number(&of("person.deactivated")).await, 1);
    assert_eq!(verify_audit(&hub.hub.db.read(), &[]).await.expect("read").faults, []);
}

async fn whoever_is_erased_opens_no_city_to_others(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = somebody(&hub, "city-lead").await;
    lead.get("/en/account/erase").await.is(200).shows("Nobody else leads these cities");
    lead.post("/en/account/erase", &[]).await.is(303);
    to_the_day(&hub);
    hub.settle().await;
    two_days_on(&hub);
    hub.settle().await;
    // The city has had people: whoever comes now is given their role by an administrator.
    let central = hub.signed_in(Who::CentralTeam).await;
    let fields =
        [("name", "Next"), ("email", "next@example.org"), ("role", "city-lead"), ("city", CITY), ("lang", "en")];
    central.post("/en/office/people/invite", &fields).await.is(422).shows("administrator");
}

async fn what_somebody_had_said_goes_on_without_them(engine: Engine) {
    // Whoever asked for a second step to be taken away is gone when its time comes.
    let hub = Setup::new(engine).settings(|settings| settings.second_step_wait = 24 * 30).start().await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let central = hub.newcomer(EMAIL, NAME, "central-team", "", "").await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    testkit::Authenticator::set_up(&hub, &practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    central.post(&format!("{page}/second-step/take"), &[]).await.is(303);
    administrator.post(&format!("{}/erase", hub.page_of(EMAIL).await), &[]).await.is(303);
    to_the_day(&hub);
    hub.settle().await;
    two_days_on(&hub);
    hub.settle().await;
    assert_eq!(accounts(&hub, EMAIL).await, 0);
    hub.clock.jump(TimeDelta::days(15));
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM second_step_endings").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM jobs WHERE kind = 'people.end-second-step'").await, 0);
}

async fn whoever_cannot_sign_in_keeps_their_account_all_the_same(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    drop(somebody(&hub, "practitioner").await);
    let page = hub.page_of(EMAIL).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    hub.settle().await;
    let link = letter(&hub, EMAIL, "Your account on Strong Cities Hub will be erased").await.link();
    hub.visitor().get(&link).await.is(200).shows("Keep your account?");
    hub.visitor().post(&link, &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 0);
    // And whoever does not keep it is told that it is closed.
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    to_the_day(&hub);
    hub.settle().await;
    letter(&hub, EMAIL, "Your account on Strong Cities Hub is closed").await;
}

async fn an_address_that_is_set_back_ends_an_erasure(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let thief = somebody(&hub, "practitioner").await;
    thief.post("/en/account/address", &[("email", "thief@example.org")]).await.is(303);
    hub.settle().await;
    let confirm = letter(&hub, "thief@example.org", "").await.link();
    hub.visitor().post(&confirm, &[]).await.is(303);
    hub.settle().await;
    let undo = hub.letters().await.iter().rev().find(|own| own.to == EMAIL).expect("the old address is told").link();
    hub.clock.jump(TimeDelta::days(6));
    thief.post("/en/account/erase", &[]).await.is(303);
    hub.visitor().post(&undo, &[]).await.is(303);
    assert_eq!((waiting(&hub).await, accounts(&hub, EMAIL).await), (0, 1));
    // Where the day comes while it can be set back, it is put off.
    let own = hub.newcomer("two@example.org", "Two", "practitioner", CITY, "").await;
    own.post("/en/account/erase", &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(13));
    let own = hub.visitor();
    own.post("/en/sign-in", &[("email", "two@example.org"), ("password", PASSWORD)]).await.leads_to("/en/");
    own.post("/en/account/address", &[("email", "other@example.org")]).await.is(303);
    hub.settle().await;
    let confirm = letter(&hub, "other@example.org", "").await.link();
    hub.visitor().post(&confirm, &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(1) + TimeDelta::seconds(2));
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM erasures WHERE closed_at IS NULL").await, 1);
    hub.clock.jump(TimeDelta::days(7) + TimeDelta::seconds(2));
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM erasures WHERE closed_at IS NOT NULL").await, 1);
}

async fn a_day_that_passed_unseen_is_put_off(engine: Engine) {
    let hub = TestHub::start(engine).await;
    somebody(&hub, "practitioner").await.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    // As a backup that is brought back two weeks later.
    hub.clock.jump(TimeDelta::days(28));
    hub.settle().await;
    let letters = hub.letters().await;
    assert_eq!(letters.iter().filter(|own| own.to == EMAIL && own.subject.contains("be erased")).count(), 2);
    let own = enters(&hub).await;
    own.get("/en/account").await.is(200).shows("Keep my account");
    hub.clock.jump(TimeDelta::days(3) + TimeDelta::seconds(2));
    hub.settle().await;
    own.get("/en/account").await.leads_to("/en/sign-in");
}

async fn the_owner_s_word_counts_more_than_the_office_s(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (own, central) = (somebody(&hub, "practitioner").await, hub.signed_in(Who::CentralTeam).await);
    let page = hub.page_of(EMAIL).await;
    central.post(&format!("{page}/erase"), &[]).await.is(303);
    own.get("/en/account/erase").await.is(200).shows("Erase my account").shows("Keep my account");
    own.post("/en/account/erase", &[]).await.is(303);
    central.post(&format!("{page}/erase/keep"), &[]).await.is(403);
    assert_eq!(waiting(&hub).await, 1);
    // Nor by closing and opening the account.
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    central.post(&format!("{page}/activate"), &[]).await.is(303);
    assert_eq!(waiting(&hub).await, 1);
}

async fn what_they_invited_to_and_wrote_under_earlier_addresses_goes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let lead = somebody(&hub, "city-lead").await;
    let invited = [("name", "Guest"), ("email", "guest@example.org"), ("role", "practitioner"), ("lang", "en")];
    lead.post(&format!("/en/cities/{CITY}/people"), &invited).await.is(303);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let id = hub.person(EMAIL).await;
    // An earlier address, an invitation to it, and a letter to it that could not be handed over.
    let changed = "INSERT INTO address_changes (id, person, old_email, new_email, asked_at, changed_at) \
                   VALUES ($1, $2, 'earlier.unique@example.org', $3, $4, $4)";
    tx.exec(changed, params![tx.new_id(), id, EMAIL, tx.now() - TimeDelta::days(30)]).await.expect("changed");
    let dead = "INSERT INTO jobs (id, kind, payload, run_at, dead, created_at, queue, last_error) VALUES \
                ($1, 'mail.send', '{}', $2, TRUE, $2, 'letters', '550 no <earlier.unique@example.org>')";
    tx.exec(dead, params![tx.new_id(), tx.now()]).await.expect("a dead letter");
    tx.commit().await.expect("committed");
    lead.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    let link = letter(&hub, "guest@example.org", "").await.link();
    hub.visitor().get(&link).await.is(200);
    to_the_day(&hub);
    hub.settle().await;
    hub.visitor().get(&link).await.is(410);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'open'").await, 0);
    two_days_on(&hub);
    hub.settle().await;
    assert!(!hub.dump().await.contains("earlier.unique"));
}
