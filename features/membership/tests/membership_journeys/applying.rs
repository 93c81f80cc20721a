//! A city writes its application: behind a private link, on any device, signed by somebody without an account.

use chrono::TimeDelta;
use testkit::{Engine, TestHub, Who, both_engines};

use crate::{
    CONTACTS, MANDATE, OF_CITY, SIGNATURE, applied, ask, fill, invited, newest_application, private_link, prove, send,
    sign,
};

both_engines!(
    what_is_saved_on_one_device_is_there_on_another,
    two_devices_lose_nothing_of_each_other,
    what_is_missing_is_said_and_kept_all_the_same,
    an_application_saves_itself_while_it_is_written,
    nothing_is_sent_that_is_not_whole,
    a_signatory_needs_no_account_and_sees_nothing_else,
    a_signature_is_of_the_text_that_was_read,
    a_proof_is_a_file_that_the_team_alone_sees,
    another_link_ends_the_one_of_before,
    a_question_stops_the_clock_of_an_application,
    what_was_sent_is_not_changed,
    a_declined_application_is_written_again,
    what_nothing_comes_of_is_reminded_and_lapses,
    an_enquiry_taken_back_takes_its_application_along,
    what_a_city_wrote_is_erased_in_time,
    what_waits_for_the_office_is_not_erased,
    what_is_sent_again_is_invited_again,
    whoever_signs_keeps_its_city_from_nothing,
);

async fn begun(engine: Engine) -> (TestHub, String) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    (hub, path)
}

async fn in_state(hub: &TestHub, state: &str) -> i64 {
    hub.number(&format!("SELECT COUNT(*) AS n FROM applications WHERE state = '{state}'")).await
}

async fn what_is_saved_on_one_device_is_there_on_another(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let (telephone, office) = (hub.visitor(), hub.visitor());
    telephone.get(&path).await.is(200).shows("Application: Zinder").shows("To do");
    fill(&telephone, &format!("{path}/city"), &OF_CITY).await.leads_to(&path);
    office.get(&format!("{path}/city")).await.is(200).shows("A town at the edge of the desert.");
    office.get(&path).await.is(200).shows("Done").shows("To do");
    // Nothing of it is kept by anybody on the way, and no search engine lists it.
    let page = office.get(&path).await.is(200);
    assert!(page.header("cache-control").contains("no-store"), "{}", page.header("cache-control"));
    assert!(page.text().contains("noindex"));
}

async fn two_devices_lose_nothing_of_each_other(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let city = format!("{path}/city");
    let (one, other) = (hub.visitor(), hub.visitor());
    let seen = other.get(&city).await.is(200).input("revision").expect("a revision");
    fill(&one, &city, &OF_CITY).await.is(303);
    let second = [("background", "Another text."), ("revision", seen.as_str()), ("do", "next")];
    let page = other.post(&city, &second).await.is(409);
    // Both texts stand there, and what was sent second is saved once it is sent again.
    let page = page.shows("Another text.").shows("A town at the edge of the desert.");
    let revision = page.input("revision").expect("a revision");
    let again = [("background", "Both."), ("revision", revision.as_str()), ("do", "later")];
    other.post(&city, &again).await.is(303);
    one.get(&city).await.is(200).shows("Both.");
    // Different parts are nobody's conflict.
    let contacts = format!("{path}/contacts");
    let seen = one.get(&contacts).await.is(200).input("revision").expect("a revision");
    fill(&other, &format!("{path}/mandate"), &MANDATE).await.is(303);
    let own: Vec<_> = CONTACTS.into_iter().chain([("revision", seen.as_str()), ("do", "next")]).collect();
    one.post(&contacts, &own).await.is(303);
}

async fn what_is_missing_is_said_and_kept_all_the_same(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    let contacts = format!("{path}/contacts");
    let half = [("name_1", "Aïssa Moussa"), ("email_1", "aissa@")];
    fill(&client, &contacts, &half).await.is(422).shows("id=\"email_1-error\"").shows("id=\"name_2-error\"");
    client.get(&contacts).await.is(200).shows("Aïssa Moussa").shows("aissa@").hides("id=\"email_1-error\"");
    client.get(&path).await.is(200).shows("Something is missing").shows("/contacts?check=yes");
    client.get(&format!("{contacts}?check=yes")).await.is(422).shows("id=\"email_1-error\"");
    // Others than usual need a reason; an organisation can be named, but does not lead.
    let mut others = CONTACTS;
    others[7] = ("kind_2", "other");
    fill(&client, &contacts, &others).await.is(422).shows("id=\"reason-error\"");
    others[3] = ("kind_1", "organisation");
    fill(&client, &contacts, &others).await.is(422).shows("id=\"kind_1-error\"");
    // What is too long to be kept is not kept, and stands there.
    let long = "x".repeat(6_000);
    fill(&client, &format!("{path}/city"), &[("background", &long)]).await.is(422).shows("id=\"background-error\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_parts WHERE part = 'city'").await, 0);
}

async fn an_application_saves_itself_while_it_is_written(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    let city = format!("{path}/city");
    let page = client.get(&city).await.is(200).shows("data-autosave");
    let revision = page.input("revision").expect("a revision");
    let draft = [("background", "Half a sen"), ("revision", revision.as_str()), ("do", "draft")];
    // As the script does it: the page that follows has the next revision, and says nothing of what is missing yet.
    let page = client.post(&city, &draft).await.leads_to(&city);
    let page = client.get(page.location()).await.is(200).hides("id=\"challenges-error\"");
    assert_ne!(page.input("revision"), Some(revision.clone()));
    // The same once more, from before the answer came, is no conflict.
    client.post(&city, &draft).await.is(303);
    assert_eq!(hub.number("SELECT MAX(revision) AS n FROM application_parts").await, 1);
}

async fn nothing_is_sent_that_is_not_whole(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    client.get(&format!("{path}/submit")).await.is(200).shows("Something is missing");
    let unsent = client.post(&format!("{path}/submit"), &[("message", "A word.")]).await.is(422);
    unsent.shows("Something is missing").shows("A word.");
    assert_eq!(in_state(&hub, "draft").await, 1);
    applied(&hub, &path).await;
    assert_eq!(in_state(&hub, "submitted").await, 1);
    let page = client.get(&path).await.is(200).shows("is with the team").shows("25 November 2026");
    // What was sent can still be read.
    page.shows("Rumours travel fast.").shows("aissa@").shows("2 November 2026");
    // Pressed twice it is one.
    client.post(&format!("{path}/submit"), &[("message", "")]).await.is(303);
    let letters = hub.letters().await;
    let told = letters.iter().filter(|letter| letter.subject.starts_with("Application: Zinder")).count();
    assert_eq!(told, 1, "the officer is told once");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE due_on = '2026-11-25'").await, 1);
}

async fn a_signatory_needs_no_account_and_sees_nothing_else(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let page = hub.visitor().get(&path).await.is(200);
    let link = page.input("sign-link").unwrap_or_else(|| {
        let text = page.text();
        let at = text.find("/en/principles/sign/").expect("a link for signing");
        text[at..].split('"').next().unwrap_or_default().to_owned()
    });
    let at = link.find("/en/").expect("a path");
    let link = &link[at..];
    fill(&hub.visitor(), &format!("{path}/mandate"), &MANDATE).await.is(303);
    let signatory = hub.visitor();
    let page = signatory.get(link).await.is(200).shows("Zinder").hides("/apply/").hides("ساني");
    assert!(page.header("cache-control").contains("no-store"));
    // Not ticked, nothing is signed; in any script it is.
    sign(&signatory, link, &SIGNATURE[..2]).await.is(422).shows("id=\"agree-error\"");
    sign(&signatory, link, &SIGNATURE).await.leads_to(link);
    signatory.get(link).await.is(200).shows("عمر ساني");
    hub.visitor().get(&path).await.is(200).shows("عمر ساني");
    // The one link is not the other.
    let token = link.rsplit('/').next().unwrap_or_default();
    signatory.get(&format!("/en/apply/{token}")).await.is(404);
    let private = path.rsplit('/').next().unwrap_or_default();
    signatory.get(&format!("/en/principles/sign/{private}")).await.is(404);
}

async fn a_signature_is_of_the_text_that_was_read(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    let principles = format!("{path}/principles");
    // In another language it is another text.
    let french = principles.replacen("/en/", "/fr/", 1);
    sign(&client, &french, &SIGNATURE).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE sign_lang = 'fr'").await, 1);
    let of_other: Vec<_> = SIGNATURE.into_iter().chain([("hash", "0000")]).collect();
    client.post(&principles, &of_other).await.is(422).shows("have changed since");
    // Another version comes: the one of before is not enough any more.
    applied(&hub, &path).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    send(&officer, &office, &[("text", "Is this right?")]).await.is(303);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let version = "INSERT INTO principles_versions (id, name, number, source) VALUES ($1, '2027', 99, '')";
    tx.exec(version, store::params![id]).await.expect("a version");
    let text = "INSERT INTO principles_texts (version, lang, body, hash) VALUES ($1, 'en', 'Rights first.', 'abc')";
    tx.exec(text, store::params![id]).await.expect("a text");
    tx.commit().await.expect("committed");
    client.post(&format!("{path}/submit"), &[("message", "Yes.")]).await.is(422);
    assert_eq!(in_state(&hub, "asked-back").await, 1, "it is not sent");
    sign(&client, &principles, &SIGNATURE).await.is(303);
    client.post(&format!("{path}/submit"), &[("message", "Yes.")]).await.leads_to(&path);
    assert_eq!(in_state(&hub, "submitted").await, 1);
}

async fn a_proof_is_a_file_that_the_team_alone_sees(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    for other in [b"GIF89a".as_slice(), b"<html><script>alert(1)</script>", b"PK\x03\x04", b"MZ"] {
        prove(&client, &path, other).await.is(422).shows("id=\"file-error\"");
    }
    prove(&client, &path, b"%PDF-1.7 one").await.is(303);
    // The same bytes once more are the same file.
    prove(&client, &path, b"%PDF-1.7 one").await.is(303);
    prove(&client, &path, b"\xff\xd8\xff\xe0 two").await.is(303);
    prove(&client, &path, b"\x89PNG\r\n\x1a\n three").await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_files").await, 3);
    prove(&client, &path, b"%PDF-1.7 four").await.is(422);
    let file = hub.number("SELECT MIN(id) AS n FROM application_files").await;
    let application = hub.number("SELECT MAX(id) AS n FROM applications").await;
    let address = format!("/applications/{}/proof/{}", base::id::write_id(application), base::id::write_id(file));
    client.get(&address).await.is(303);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let reply = officer.get(&address).await.is(200);
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert!(reply.header("content-disposition").starts_with("attachment"));
    assert!(reply.header("content-security-policy").contains("sandbox"));
    assert!(reply.header("cache-control").contains("no-store"));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'application.proof-opened'").await, 1);
    hub.signed_in(Who::CityLead).await.get(&address).await.is(403);
    // Taken away it is gone, also from the store; of another application it is not taken.
    ask(&hub, "And we?", &[("place", "Kirtachi"), ("email", "other@kirtachi.example")]).await;
    let others = invited(&hub, &officer).await;
    prove(&client, &others, b"%PDF-1.7 another city's").await.is(303);
    let of_other = hub.number("SELECT MAX(id) AS n FROM application_files").await;
    client.post(&format!("{path}/proof/{}/remove", base::id::write_id(of_other)), &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_files").await, 4);
    client.post(&format!("{path}/proof/{}/remove", base::id::write_id(file)), &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_files").await, 3);
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM file_uses WHERE kind = 'application-file'").await, 3);
}

async fn another_link_ends_the_one_of_before(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    officer.post(&format!("{office}/link"), &[]).await.is(303);
    hub.settle().await;
    assert_eq!(private_link(&hub).await, path, "sent again it is the same");
    officer.post(&format!("{office}/link"), &[("anew", "yes")]).await.is(303);
    hub.settle().await;
    let now = private_link(&hub).await;
    assert_ne!(now, path);
    hub.visitor().get(&path).await.is(404);
    hub.visitor().post(&format!("{path}/city"), &[("background", "x")]).await.is(404);
    prove(&hub.visitor(), &path, b"%PDF-1.7 one").await.is(404);
    hub.visitor().get(&now).await.is(200);
    // Nobody makes one up.
    hub.visitor().get(&format!("{now}0")).await.is(404);
    hub.visitor().get("/en/apply/0000000000007-00ff").await.is(404);
}

async fn a_question_stops_the_clock_of_an_application(engine: Engine) {
    let (hub, path) = begun(engine).await;
    applied(&hub, &path).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    // On Tuesday two days are left, that one included.
    hub.clock.jump(TimeDelta::days(3));
    send(&officer, &office, &[("text", "")]).await.is(422);
    send(&officer, &office, &[("text", "Who is the second person?")]).await.is(303);
    hub.settle().await;
    assert_eq!(in_state(&hub, "asked-back").await, 1);
    let client = hub.visitor();
    client.get(&path).await.is(200).shows("Who is the second person?");
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    assert!(letter.text.contains("Who is the second person?") && letter.text.contains(&path[3..]), "{}", letter.text);
    // A week later they send it again, with a word.
    hub.clock.jump(TimeDelta::days(7));
    client.post(&format!("{path}/submit"), &[("message", "She is a nurse.")]).await.leads_to(&path);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE due_on = '2026-12-03'").await, 1);
    hub.settle().await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(&office).await.is(200).shows("Due in 2 working days");
    // Nobody answers: the office is reminded on the day and after it.
    hub.clock.jump(TimeDelta::days(2));
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    hub.settle().await;
    let letters = hub.letters().await;
    let of = |start: &str| letters.iter().filter(|letter| letter.subject.starts_with(start)).count();
    assert!(of("Due today: the application") > 0 && of("Overdue: the application") > 0);
}

async fn what_was_sent_is_not_changed(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let client = hub.visitor();
    let revision = "1";
    applied(&hub, &path).await;
    let late = [("background", "Something else"), ("revision", revision), ("do", "next")];
    // What they wrote stands there, and nothing of it is kept.
    client.post(&format!("{path}/city"), &late).await.is(409).shows("Something else").shows("has been sent meanwhile");
    client.get(&format!("{path}/city")).await.leads_to(&path);
    prove(&client, &path, b"%PDF-1.7 later").await.leads_to(&path);
    let file = base::id::write_id(hub.number("SELECT MAX(id) AS n FROM application_files").await);
    client.post(&format!("{path}/proof/{file}/remove"), &[]).await.leads_to(&path);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_files").await, 1);
    let kept = "SELECT COUNT(*) AS n FROM application_parts WHERE fields LIKE '%Something else%'";
    assert_eq!(hub.number(kept).await, 0);
}

async fn a_declined_application_is_written_again(engine: Engine) {
    let (hub, path) = begun(engine).await;
    applied(&hub, &path).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    let decline = format!("{office}/decline");
    send(&officer, &decline, &[]).await.is(422).shows("id=\"reason-error\"");
    send(&officer, &decline, &[("reason", "other")]).await.is(422).shows("id=\"words-error\"");
    send(&officer, &decline, &[("reason", "mandate"), ("words", "The letter is not signed.")]).await.is(303);
    hub.settle().await;
    let client = hub.visitor();
    client.get(&path).await.is(200).shows("could not confirm the mandate").shows("The letter is not signed.");
    client.get(&format!("{path}/city")).await.leads_to(&path);
    client.post(&format!("{path}/again"), &[]).await.leads_to(&path);
    client.post(&format!("{path}/again"), &[]).await.is(303);
    client.get(&format!("{path}/city")).await.is(200).shows("A town at the edge of the desert.");
    client.post(&format!("{path}/submit"), &[("message", "Here it is.")]).await.leads_to(&path);
    assert_eq!(in_state(&hub, "submitted").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE outcome = ''").await, 1);
}

async fn what_nothing_comes_of_is_reminded_and_lapses(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let letters = async |words: &str| {
        let letters = hub.letters().await;
        letters.iter().filter(|letter| letter.text.contains(words) && letter.text.contains(&path[3..])).count()
    };
    hub.clock.jump(TimeDelta::days(31));
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(letters("not sent it yet").await, 1, "reminded once");
    hub.clock.jump(TimeDelta::days(90));
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!((in_state(&hub, "lapsed").await, letters("we wait for it no more").await), (1, 1));
    // Written in again it is taken up again.
    let client = hub.visitor();
    client.get(&path).await.is(200).shows("Write in it again");
    fill(&client, &format!("{path}/mandate"), &MANDATE).await.is(303);
    assert_eq!(in_state(&hub, "draft").await, 1);
}

async fn an_enquiry_taken_back_takes_its_application_along(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    // What was worked on for weeks is not gone by one press.
    hub.visitor().post(&format!("{own}/withdraw"), &[]).await.is(422).shows("id=\"sure-error\"");
    assert_eq!(in_state(&hub, "submitted").await, 1);
    hub.visitor().post(&format!("{own}/withdraw"), &[("sure", "yes")]).await.is(303);
    assert_eq!(in_state(&hub, "withdrawn").await, 1);
    hub.visitor().get(&path).await.is(200).shows("was taken back");
    let office = newest_application(&hub).await;
    officer.get(&format!("{office}/accept")).await.is(303);
    // Asked again and invited again, it is the one of before.
    hub.visitor().post(&own, &[("message", "We want to after all.")]).await.is(303);
    assert_eq!(invited(&hub, &officer).await, path);
    hub.visitor().get(&format!("{path}/city")).await.is(200).shows("A town at the edge of the desert.");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications").await, 1);
}

async fn what_a_city_wrote_is_erased_in_time(engine: Engine) {
    let (hub, path) = begun(engine).await;
    applied(&hub, &path).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    send(&officer, &format!("{office}/decline"), &[("reason", "mandate"), ("words", "Not signed.")]).await.is(303);
    hub.clock.jump(TimeDelta::days(732));
    hub.tidy_up().await.expect("tidied up");
    hub.tidy_up().await.expect("tidied up");
    for table in ["application_parts", "application_files", "enquiry_messages"] {
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await, 0, "{table}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM file_uses WHERE kind = 'application-file'").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE sign_name IS NULL").await, 1);
    hub.visitor().get(&path).await.is(404);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(&office).await.is(200).hides("Not signed.").hides("عمر");
}

async fn what_waits_for_the_office_is_not_erased(engine: Engine) {
    let (hub, path) = begun(engine).await;
    applied(&hub, &path).await;
    hub.clock.jump(TimeDelta::days(740));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM application_parts").await, 3);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(&newest_application(&hub).await).await.is(200).shows("Rumours travel fast.");
}

async fn what_is_sent_again_is_invited_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    send(&officer, &format!("{office}/decline"), &[("reason", "mandate")]).await.is(303);
    // They write, and the enquiry waits; then they apply again, and it is the application that waits.
    let client = hub.visitor();
    client.post(&own, &[("message", "We have another proof.")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE state = 'received'").await, 1);
    client.post(&format!("{path}/again"), &[]).await.leads_to(&path);
    client.post(&format!("{path}/submit"), &[("message", "")]).await.leads_to(&path);
    let waits = "SELECT COUNT(*) AS n FROM enquiries WHERE state = 'invited' AND due_on IS NULL";
    assert_eq!(hub.number(waits).await, 1);
    // The office takes the invitation back: nothing of it can be sent or accepted any more.
    let decide = format!("{}/decide", crate::newest(&hub).await);
    send(&officer, &decide, &[("decision", "reopen")]).await.is(303);
    send(&officer, &decide, &[("decision", "spam")]).await.is(303);
    assert_eq!(in_state(&hub, "withdrawn").await, 1);
    client.post(&format!("{path}/submit"), &[("message", "")]).await.leads_to(&path);
    officer.get(&format!("{office}/accept")).await.leads_to(&office);
    assert_eq!(in_state(&hub, "withdrawn").await, 1);
}

async fn whoever_signs_keeps_its_city_from_nothing(engine: Engine) {
    let (hub, path) = begun(engine).await;
    let link = hub.number("SELECT MAX(link) AS n FROM applications").await;
    let link = format!("/en/principles/sign/{}", web::guard::token(&hub.hub, "membership signature", link));
    let signatory = hub.visitor();
    let hash = signatory.get(&link).await.is(200).input("hash").expect("a fingerprint");
    let mut refused = 0;
    for number in 0..25 {
        let name = format!("Name {number}");
        let own = [("sign_name", name.as_str()), ("sign_position", "Mayor"), ("agree", "yes"), ("hash", &hash)];
        refused += i64::from(signatory.post(&link, &own).await.status == 429);
    }
    assert!(refused > 0);
    fill(&hub.visitor(), &format!("{path}/city"), &OF_CITY).await.leads_to(&path);
    sign(&hub.visitor(), &format!("{path}/principles"), &SIGNATURE).await.leads_to(&path);
    let page = hub.visitor().get(&format!("{path}/submit")).await.is(200);
    page.shows("The principles are signed on behalf of").shows("عمر ساني");
}
