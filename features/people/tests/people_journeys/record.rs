//! The record: sealed, so that what is done to it is found out; searched; and what everybody sees of it about themselves.

use base::PersonId;
use chrono::TimeDelta;
use store::{AuditFault, Verified, params, verify_audit};
use testkit::{CITY, Engine, Setup, TestHub, Who, both_engines};

both_engines!(
    what_was_sealed_is_proved_again,
    whatever_is_done_to_the_record_is_found,
    a_record_that_was_cut_or_made_anew_is_known_by_the_digest_that_was_kept,
    nodes_that_seal_at_once_do_not_fork,
    somebody_is_erased_and_the_rest_is_proved,
    the_record_is_searched,
    a_long_record_is_searched_in_parts,
    everyone_sees_who_looked_at_them,
    the_digest_is_sent_off_once_for_each,
);

/// A hub in which something was put on record.
async fn with_record(engine: Engine) -> TestHub {
    let hub = TestHub::start(engine).await;
    for number in 0..5 {
        hub.invited(&format!("person{number}@example.org"), "Somebody", "practitioner", CITY, "").await;
    }
    hub.signed_in(Who::CentralTeam).await;
    hub
}

async fn looked_at(hub: &TestHub, kept: &[String]) -> Verified {
    verify_audit(&hub.hub.db.read(), kept).await.expect("the record is read")
}

async fn entries(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM audit").await
}

async fn what_was_sealed_is_proved_again(engine: Engine) {
    let hub = with_record(engine).await;
    let before = looked_at(&hub, &[]).await;
    assert_eq!((before.entries, before.batches, before.digest), (0, 0, None));
    assert_eq!(before.unsealed, entries(&hub).await, "nothing is sealed yet");
    hub.hub.db.seal_audit().await.expect("sealed");
    let first = looked_at(&hub, &[]).await;
    assert_eq!((first.entries, first.batches, first.unsealed), (entries(&hub).await, 1, 0));
    assert_eq!(first.faults, []);
    hub.hub.db.seal_audit().await.expect("sealed again");
    assert_eq!(looked_at(&hub, &[]).await.digest, first.digest, "nothing was added, nothing is sealed anew");
    hub.invited("later@example.org", "Later", "practitioner", CITY, "").await;
    hub.hub.db.seal_audit().await.expect("sealed once more");
    let kept = [first.digest.clone().expect("a digest")];
    let second = looked_at(&hub, &kept).await;
    assert_eq!((second.batches, second.faults.as_slice()), (2, &[][..]), "it goes on from what was kept");
    assert!(second.digest.is_some() && second.digest != first.digest);
    // Also where it went through a restart, and times came out of the engine again.
    let hub = hub.restart().await;
    assert_eq!(looked_at(&hub, &kept).await.faults, []);
}

async fn whatever_is_done_to_the_record_is_found(engine: Engine) {
    let hub = with_record(engine).await;
    hub.hub.db.seal_audit().await.expect("sealed");
    hub.invited("later@example.org", "Later", "practitioner", CITY, "").await;
    hub.hub.db.seal_audit().await.expect("sealed");
    let last = entries(&hub).await;
    let batch = AuditFault::Batch(1);
    for (done, fault) in [
        ("UPDATE audit SET detail = 'another reason' WHERE place = 2".to_owned(), AuditFault::Changed(2)),
        ("UPDATE audit SET subject = 'oslo' WHERE place = 2".to_owned(), AuditFault::Changed(2)),
        ("UPDATE audit SET actor = 7 WHERE place = 2".to_owned(), AuditFault::Changed(2)),
        ("UPDATE audit SET detail = '', detail_salt = NULL WHERE place = 2".to_owned(), AuditFault::Emptied(2)),
        (
            "UPDATE audit SET subject_salt = subject_salt || subject, subject = '' WHERE place = 2".to_owned(),
            AuditFault::Changed(2),
        ),
        ("UPDATE audit SET actor_commitment = NULL WHERE place = 2".to_owned(), AuditFault::Changed(2)),
        ("UPDATE audit SET place = 9223372036854775807 WHERE place = 2".to_owned(), AuditFault::Missing(2)),
        ("UPDATE audit SET place = -7 WHERE place = 2".to_owned(), AuditFault::Missing(2)),
        ("UPDATE audit_batches SET entries = 9223372036854775807 WHERE number = 1".to_owned(), AuditFault::Chain(1)),
        ("UPDATE audit_batches SET entries = 0 WHERE number = 1".to_owned(), AuditFault::Chain(1)),
        ("UPDATE audit SET detail_commitment = actor_commitment WHERE place = 2".to_owned(), batch.clone()),
        ("UPDATE audit SET action = 'person.renamed' WHERE place = 2".to_owned(), batch.clone()),
        (
            format!("UPDATE audit SET at = (SELECT MAX(at) FROM audit WHERE place = {last}) WHERE place = 2"),
            batch.clone(),
        ),
        ("UPDATE audit SET id = 7 WHERE place = 2".to_owned(), batch),
        ("DELETE FROM audit WHERE place = 2".to_owned(), AuditFault::Missing(2)),
        (format!("DELETE FROM audit WHERE place = {last}"), AuditFault::Missing(last)),
        (
            format!(
                "INSERT INTO audit (id, at, action, subject, detail, place) SELECT 7, at, action, '', '', {last} + 1 FROM audit WHERE place = 1"
            ),
            AuditFault::InNoBatch(1),
        ),
        (
            "INSERT INTO audit_batches (number, first, entries, root, digest, sealed_at) \
             SELECT 0, 1, 9, root, digest, sealed_at FROM audit_batches WHERE number = 1"
                .to_owned(),
            AuditFault::InNoBatch(1),
        ),
        ("DELETE FROM audit_batches WHERE number = 1".to_owned(), AuditFault::Chain(2)),
        ("UPDATE audit_batches SET digest = root WHERE number = 1".to_owned(), AuditFault::Chain(1)),
        ("UPDATE audit_batches SET first = 2 WHERE number = 1".to_owned(), AuditFault::Chain(1)),
    ] {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        tx.exec(&done, vec![]).await.unwrap_or_else(|fail| panic!("{done}: {fail}"));
        let found = verify_audit(&tx, &[]).await.expect("the record is read");
        assert!(found.faults.contains(&fault), "{done}: {:?}", found.faults);
    }
    assert_eq!(looked_at(&hub, &[]).await.faults, [], "none of it lasted");
    // Somebody forges the entry that says what was erased, before they empty what is to come: it speaks of what stands before it.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let all = "actor 1-9223372036854775807 subject 1-9223372036854775807 detail 1-9223372036854775807";
    tx.exec(
        "INSERT INTO audit (id, at, action, subject, detail) SELECT MAX(id) + 1, MAX(at), 'record.erased', '', $1 FROM audit",
        params![all],
    )
    .await
    .expect("forged");
    while tx.seal_audit().await.expect("sealed").is_some() {}
    tx.exec("UPDATE audit SET detail = '', detail_salt = NULL WHERE place = 2", vec![]).await.expect("emptied");
    assert_eq!(verify_audit(&tx, &[]).await.expect("read").faults, [AuditFault::Emptied(2)]);
}

async fn a_record_that_was_cut_or_made_anew_is_known_by_the_digest_that_was_kept(engine: Engine) {
    let hub = with_record(engine).await;
    hub.hub.db.seal_audit().await.expect("sealed");
    let first = entries(&hub).await;
    hub.invited("later@example.org", "Later", "practitioner", CITY, "").await;
    hub.hub.db.seal_audit().await.expect("sealed");
    let kept = looked_at(&hub, &[]).await.digest.expect("a digest");
    let wrong = [AuditFault::Unknown(kept.clone())];
    // Its tail is cut, and all that is left fits together.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM audit_batches WHERE number = 2", vec![]).await.expect("deleted");
    tx.exec("DELETE FROM audit WHERE place > $1", params![first]).await.expect("deleted");
    assert_eq!(verify_audit(&tx, &[]).await.expect("read").faults, [], "of itself it does not know");
    assert_eq!(verify_audit(&tx, std::slice::from_ref(&kept)).await.expect("read").faults, wrong);
    drop(tx);
    // Somebody who may write to the database changes an entry and seals all anew.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM audit_batches", vec![]).await.expect("deleted");
    tx.exec("UPDATE audit SET place = NULL, detail = 'another reason'", vec![]).await.expect("changed");
    while tx.seal_audit().await.expect("sealed").is_some() {}
    assert_eq!(verify_audit(&tx, &[]).await.expect("read").faults, [], "of itself it does not know");
    assert_eq!(verify_audit(&tx, &[kept]).await.expect("read").faults, wrong);
}

async fn nodes_that_seal_at_once_do_not_fork(engine: Engine) {
    let hub = with_record(engine).await;
    // On PostgreSQL another node; the embedded database has one, which seals with many hands.
    let other = if engine == Engine::Postgres { Some(hub.beside().await) } else { None };
    let second = other.as_ref().unwrap_or(&hub);
    for round in 0..3 {
        let writes = (0..6).map(|number| {
            let node = if number % 2 == 0 { &hub } else { second };
            async move {
                node.invited(&format!("race{round}-{number}@example.org"), "Somebody", "practitioner", CITY, "").await;
                node.hub.db.seal_audit().await.expect("sealed");
            }
        });
        futures::future::join_all(writes).await;
    }
    hub.hub.db.seal_audit().await.expect("sealed");
    let found = looked_at(&hub, &[]).await;
    assert_eq!((found.faults.as_slice(), found.unsealed), (&[][..], 0));
    assert_eq!(found.entries, entries(&hub).await, "each entry once");
    let numbers = "SELECT COUNT(DISTINCT number) + 1000 * COUNT(DISTINCT first) AS n FROM audit_batches";
    assert_eq!(hub.number(numbers).await, found.batches * 1001);
}

async fn somebody_is_erased_and_the_rest_is_proved(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::Practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    let gone = PersonId(hub.person(&Who::CentralTeam.email()).await);
    hub.hub.db.seal_audit().await.expect("sealed");
    // One entry more, which is not sealed yet.
    central.post(&format!("{page}/activate"), &[]).await.is(303);
    let kept = looked_at(&hub, &[]).await.digest.expect("a digest");
    let all = entries(&hub).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.erase_from_audit(gone).await.expect("erased");
    tx.commit().await.expect("committed");
    let left = format!("SELECT COUNT(*) AS n FROM audit WHERE actor = {} OR subject = '{gone}'", gone.0);
    assert_eq!(hub.number(&left).await, 0);
    let found = looked_at(&hub, &[kept]).await;
    assert_eq!(found.faults, [], "nothing else was touched");
    assert!(found.erased >= 3, "{}", found.erased);
    assert!(entries(&hub).await > all, "that it was erased is on record");
    hub.hub.db.seal_audit().await.expect("sealed");
    assert_eq!(looked_at(&hub, &[]).await.faults, []);
    // What was done stays; by whom is gone.
    let record = administrator.get("/en/office/record").await.is(200).shows("Account deactivated</th>");
    record.shows("Data erased").hides(&Who::CentralTeam.email()).shows("data erased from the record</th>");
    // A second time there is nothing to erase, and nothing is said.
    let all = entries(&hub).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.erase_from_audit(gone).await.expect("erased");
    tx.commit().await.expect("committed");
    assert_eq!(entries(&hub).await, all);
}

async fn the_record_is_searched(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::Practitioner).await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let broken = store::Act::new("city.glass-broken");
    tx.audit(&base::Actor::System, broken, CITY, "Élection: 100 % of it was asked for.").await.expect("on record");
    tx.commit().await.expect("committed");
    let asked = |query: &str| {
        let (administrator, path) = (&administrator, format!("/en/office/record?{query}"));
        async move { administrator.get(&path).await.is(200) }
    };
    // Whoever did it, and whom it is about.
    asked("q=central-team%40").await.shows("Account deactivated</th>");
    asked("q=practitioner%40").await.shows("Account deactivated</th>");
    asked("act=person.deactivated").await.shows(&Who::Practitioner.email()).hides("Person invited</th>");
    for (query, rows) in [
        ("act=person.deactivated&q=central-team%40", 1),
        ("act=person.deactivated&q=practitioner%40", 1),
        ("act=person.deactivated&q=city-lead%40", 0),
        ("act=person.deactivated&q=%25", 0),
        ("act=nothing.such", 0),
        ("q=nobody-of-this-name", 0),
        ("act=city.glass-broken&q=Diffa", 1),
        ("act=city.glass-broken&q=%D8%AF%D9%8A%D9%81%D8%A7", 1),
        ("act=city.glass-broken&q=Oslo", 0),
        ("act=city.glass-broken&q=%C3%89lection", 1),
        ("act=city.glass-broken&q=100+%25", 1),
        ("act=city.glass-broken&q=100+_", 0),
        ("from=2030-01-01", 0),
        ("until=2020-01-01", 0),
    ] {
        let page = asked(query).await.text();
        assert_eq!(page.matches("scope=\"row\"").count(), rows, "{query}: {page}");
        assert_eq!(page.contains("No entry fits"), rows == 0, "{query}");
    }
    let today = hub.hub.now().date_naive();
    asked(&format!("from={today}&until={today}")).await.shows("Account deactivated</th>");
    // What is no day asks for nothing.
    asked("from=nonsense").await.shows("Account deactivated</th>");
    let file = administrator.get("/en/office/record.csv?act=person.deactivated").await.is(200).text();
    assert_eq!(file.trim_end().lines().count(), 2, "the file has what the page has: {file}");
    central.get("/en/office/record?q=x").await.is(403);
}

async fn a_long_record_is_searched_in_parts(engine: Engine) {
    let hub = with_record(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 20500) \
         INSERT INTO audit (id, at, action, subject, detail) \
         SELECT (SELECT MAX(id) FROM audit) + n, (SELECT MAX(at) FROM audit), 'person.renamed', '', '' FROM many",
        vec![],
    )
    .await
    .expect("many entries");
    tx.commit().await.expect("committed");
    let part = administrator.get("/en/office/record?q=person3%40").await.is(200);
    let part = part.shows("None of the 20,000 entries that were searched fits").text();
    let on = part.split("href=\"").find(|rest| rest.starts_with("/en/office/record?q=") && rest.contains("before="));
    let on = on.and_then(|rest| rest.split('"').next()).expect("a way on").replace("&#38;", "&").replace("&amp;", "&");
    administrator.get(&on).await.is(200).shows("person3@example.org").hides("Search earlier entries");
    let file = administrator.get("/en/office/record.csv?q=person3%40").await.is(200).text();
    assert!(file.contains("person3@example.org"), "a file looks on by itself");
    // All of it is sealed, batch by batch, and proved.
    hub.hub.db.seal_audit().await.expect("sealed");
    let found = looked_at(&hub, &[]).await;
    assert_eq!((found.faults.as_slice(), found.unsealed), (&[][..], 0));
    assert!(found.batches >= 21, "{}", found.batches);
}

async fn everyone_sees_who_looked_at_them(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    let other = hub.signed_in(Who::Practitioner).await;
    let (page, seen) = (hub.page_of(&Who::CityLead.email()).await, "Page in the back office opened");
    lead.get("/en/account/record").await.is(200).hides(seen);
    for _ in 0..2 {
        central.get(&page).await.is(200);
    }
    let looks = "SELECT COUNT(*) AS n FROM audit WHERE action = 'person.seen'";
    assert_eq!(hub.number(looks).await, 1, "twice in a day is one look");
    lead.get("/en/account/record")
        .await
        .is(200)
        .shows(seen)
        .shows("Example central-team")
        .hides(&Who::CentralTeam.email());
    assert!(lead.get("/en/account/record.csv").await.is(200).text().contains(seen));
    other.get("/en/account/record").await.is(200).hides(seen);
    hub.clock.jump(TimeDelta::hours(25));
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&page).await.is(200);
    let own = hub.page_of(&Who::CentralTeam.email()).await;
    central.get(&own).await.is(200);
    assert_eq!(hub.number(looks).await, 2, "another day is another look, the own page is none");
    // Whoever takes the list of all people takes each of them.
    central.get("/en/office/people.csv").await.is(200);
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/account/record").await.is(200).shows("List of people downloaded");
    let late = hub.newcomer("late@example.org", "Late", "practitioner", CITY, "").await;
    late.get("/en/account/record").await.is(200).hides("List of people downloaded").shows("Person invited");
    hub.visitor().get("/en/account/record").await.leads_to("/en/sign-in");
    // Also who was about to deactivate somebody has looked at them.
    hub.clock.jump(TimeDelta::hours(25));
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&format!("{page}/deactivate")).await.is(200);
    assert_eq!(hub.number(looks).await, 3);
    let late = hub.visitor();
    late.post("/en/sign-in", &[("email", "late@example.org"), ("password", testkit::PASSWORD)]).await.leads_to("/en/");
    // What is refused is no look.
    late.get(&page).await.is(403);
    assert_eq!(hub.number(looks).await, 3);
}

async fn the_digest_is_sent_off_once_for_each(engine: Engine) {
    let to = "archive@example.org";
    let hub = Setup::new(engine).settings(move |own| own.record_mail_to = Some(to.to_owned())).start().await;
    hub.invited("first@example.org", "First", "practitioner", CITY, "").await;
    let sent = async |hub: &TestHub| {
        hub.tidy_up().await.expect("tidied up");
        hub.settle().await;
        hub.letters().await.into_iter().filter(|letter| letter.to == to).collect::<Vec<_>>()
    };
    let first = sent(&hub).await;
    assert_eq!(first.len(), 1);
    let digest = looked_at(&hub, &[]).await.digest.expect("a digest");
    assert!(first[0].text.contains(&digest), "{}", first[0].text);
    assert_eq!(sent(&hub).await.len(), 1, "the same digest is not sent again");
    hub.invited("second@example.org", "Second", "practitioner", CITY, "").await;
    assert_eq!(sent(&hub).await.len(), 2);
    // Whoever sets nothing gets nothing.
    let silent = with_record(engine).await;
    silent.tidy_up().await.expect("tidied up");
    silent.settle().await;
    assert!(silent.letters().await.iter().all(|letter| !letter.subject.contains("Digest")));
}
