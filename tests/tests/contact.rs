//! Writing to the network without an account: whom a message reaches, and what guards the forms.

use std::path::Path;

use chrono::TimeDelta;
use store::params;
use testkit::{Client, Engine, REGION, Setup, TestHub, Who, both_engines, read_letter};

use crate::post_office::{PostOffice, Says};

both_engines!(
    a_question_reaches_the_people_of_its_region_and_theme,
    whoever_shares_confirms_their_address_first,
    a_form_that_nobody_read_is_not_sent,
    an_officer_who_is_none_any_more_gets_no_letter,
    every_officer_of_a_region_gets_a_letter,
    a_message_stays_until_all_its_letters_are_out,
    one_address_is_not_written_to_without_end,
    a_city_is_asked_about_in_its_region,
);

/// A network that names addresses for a region and a theme.
fn with_desks(data: &Path) {
    let folder = data.join("network");
    let file = folder.join("network.toml");
    let text = std::fs::read_to_string(&file).expect("a text");
    let desks = "[contacts]\neurope = \"europe@desks.example\"\nhate-speech = \"speech@desks.example\"\n";
    std::fs::write(&file, format!("{text}\n{desks}")).expect("written");
}

fn question<'a>(message: &'a str, region: &'a str, theme: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("name", "Amina"), ("email", "amina@example.org"), ("message", message), ("region", region), ("theme", theme)]
}

/// The recipients of all letters so far, in order.
async fn recipients(hub: &TestHub) -> Vec<String> {
    let mut to: Vec<String> = hub.letters().await.into_iter().map(|letter| letter.to).collect();
    to.sort();
    to
}

async fn a_question_reaches_the_people_of_its_region_and_theme(engine: Engine) {
    let theme = network::Network::embedded().expect("the network").themes[0].slug.clone();
    let desks = theme.clone();
    let hub = Setup::new(engine)
        .prepare(move |data| {
            with_desks(data);
            let file = data.join("network/network.toml");
            let text = std::fs::read_to_string(&file).expect("a text").replace("hate-speech", &desks);
            std::fs::write(&file, text).expect("written");
        })
        .start()
        .await;
    hub.signed_in(Who::RegionalOfficer).await;
    let region = REGION;
    let before = recipients(&hub).await.len();
    let visitor = hub.visitor();
    let form = visitor.get("/en/ask").await.is(200);
    form.shows("people who could be recognised").shows("name=\"sealed\"");
    let sent = hub.write_to(&visitor, "/en/ask", &question("How do others do it?", region, &theme)).await;
    sent.leads_to("/en/ask/sent?for=question");
    let to = recipients(&hub).await;
    for address in [Who::RegionalOfficer.email(), "contact@strongcities.example".into(), "speech@desks.example".into()]
    {
        assert_eq!(to.iter().filter(|own| **own == address).count(), 1, "{address}: {to:?}");
    }
    assert_eq!(to.len() - before, 3, "nobody else: {to:?}");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM messages").await, 0, "it goes with its last letter");
    // Sent twice it is one message.
    hub.write_to(&visitor, "/en/ask", &question("How do others do it?", region, &theme)).await.is(303);
    assert_eq!(recipients(&hub).await.len() - before, 3);
    // A region that there is not is none.
    hub.write_to(&visitor, "/en/ask", &question("And elsewhere?", "atlantis", "nothing")).await.is(303);
    assert_eq!(recipients(&hub).await.len() - before, 4);
}

async fn whoever_shares_confirms_their_address_first(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let visitor = hub.visitor();
    let sent = hub.write_to(&visitor, "/ar/share", &question("We opened a youth house.", "", "")).await;
    let next = sent.leads_to("/ar/ask/sent?for=confirm").location().to_owned();
    visitor.get(&next).await.is(200);
    hub.settle().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 1);
    let letter = read_letter(&letters[0]);
    assert_eq!(letter.to, "amina@example.org");
    assert!(!letters[0].contains("youth house") && !letters[0].contains("Amina"), "it may be somebody else's address");
    // Sent once more it asks once more: nobody depends on the first letter.
    hub.write_to(&visitor, "/ar/share", &question("We opened a youth house.", "", ""))
        .await
        .leads_to("/ar/ask/sent?for=confirm");
    hub.settle().await;
    assert_eq!((office.letters().len(), hub.number("SELECT COUNT(*) AS n FROM messages").await), (1, 1));
    let link = letter.link();
    // Looking at it sends nothing: programs that read mail do that.
    visitor.get(&link).await.is(200);
    hub.settle().await;
    assert!(office.letters().is_empty());
    visitor.post(&link, &[]).await.leads_to("/ar/ask/sent?for=share");
    hub.settle().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 1, "to the network");
    assert!(read_letter(&letters[0]).text.contains("We opened a youth house."));
    // Once.
    assert_eq!(visitor.post(&link, &[]).await.status, 410);
    assert_eq!(visitor.get(&link).await.status, 410);
    hub.settle().await;
    assert!(office.letters().is_empty());
    // Nobody makes up a link, and one that is three days old is over.
    let forged = format!("{}0", &link[..link.len() - 1]);
    let forged = if forged == link { format!("{}1", &link[..link.len() - 1]) } else { forged };
    assert_eq!(visitor.get(&forged).await.status, 404);
    hub.write_to(&visitor, "/en/share", &question("Something else.", "", ""))
        .await
        .leads_to("/en/ask/sent?for=confirm");
    hub.settle().await;
    let late = read_letter(&office.letters()[0]).link();
    hub.clock.jump(TimeDelta::days(3) + TimeDelta::minutes(1));
    assert_eq!(visitor.post(&late, &[]).await.status, 410);
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM messages").await, 0, "what nobody confirmed is forgotten");
    // Whom the hub knows is not asked.
    let lead = hub.signed_in(Who::CityLead).await;
    office.letters();
    let mut own = question("From a member.", "", "");
    let email = Who::CityLead.email();
    own[1].1 = &email;
    lead.post("/en/share", &own).await.leads_to("/en/ask/sent?for=share");
    lead.post("/en/share", &question("In another's name.", "", "")).await.leads_to("/en/ask/sent?for=confirm");
    hub.settle().await;
    assert!(office.letters().iter().any(|letter| read_letter(letter).text.contains("From a member.")));
}

async fn two_raced(hub: &TestHub, link: &str) -> Vec<u16> {
    let press = || async { hub.visitor().post(link, &[]).await.status };
    let (one, two, three) = tokio::join!(press(), press(), press());
    vec![one, two, three]
}

async fn a_form_that_nobody_read_is_not_sent(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let send = |client: Client, sealed: String, website: &'static str| async move {
        let mut fields = question("Written with care.", "", "");
        fields.push(("sealed", &sealed));
        fields.push(("website", website));
        client.post("/en/ask", &fields).await
    };
    let own = |ago: TimeDelta| web::guard::sealed(&hub.hub, hub.hub.now() - ago);
    let (quick, old) = (own(TimeDelta::seconds(1)), own(TimeDelta::hours(13)));
    let to_come = own(TimeDelta::hours(-1));
    let forged = format!("{}.{}", hub.hub.now().timestamp() - 60, "0".repeat(32));
    for (sealed, website, says) in [
        (quick, "", "That was very quick"),
        (old, "", "open for a long time"),
        (to_come, "", "open for a long time"),
        (forged, "", "open for a long time"),
        (String::new(), "", "open for a long time"),
        (own(TimeDelta::minutes(1)), "https://spam.example", "A field that is not shown was filled in"),
    ] {
        let back = send(visitor.clone(), sealed, website).await.is(422);
        back.shows(says).shows("Written with care.").hides("spam.example");
    }
    assert_eq!(hub.letters().await.len(), 0);
    // Where there was none of ours, the form that came back has to be read as any other.
    let back = send(visitor.clone(), String::new(), "").await.is(422);
    let sealed = back.input("sealed").expect("a time");
    send(visitor.clone(), sealed.clone(), "").await.is(422).shows("That was very quick");
    hub.clock.jump(TimeDelta::seconds(4));
    send(visitor.clone(), sealed, "").await.is(303);
    assert_eq!(hub.letters().await.len(), 1);
    // One of ours that was open for too long can be sent at once.
    let old = web::guard::sealed(&hub.hub, hub.hub.now() - TimeDelta::hours(13));
    let sealed = send(hub.visitor(), old, "").await.is(422).input("sealed").expect("a time");
    send(hub.visitor(), sealed, "").await.is(303);
    // Nobody keeps a page with a form for others.
    for page in ["/en/ask", "/en/share", "/en/contact", "/en/join"] {
        let first = visitor.get(page).await.is(200).input("sealed").expect("a time");
        hub.clock.jump(TimeDelta::seconds(2));
        assert_ne!(hub.visitor().get(page).await.is(200).input("sealed").expect("a time"), first, "{page}");
    }
}

async fn an_officer_who_is_none_any_more_gets_no_letter(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let (administrator, officer) = (hub.signed_in(Who::Administrator).await, Who::RegionalOfficer);
    hub.signed_in(officer).await;
    hub.settle().await;
    office.letters();
    office.now_says(Says::ToLetter("451 later"));
    let visitor = hub.visitor();
    hub.write_to(&visitor, "/en/ask", &question("Who answers?", REGION, "")).await.is(303);
    hub.settle().await;
    let page = hub.page_of(&officer.email()).await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    office.letters();
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(2));
    hub.settle().await;
    let told: Vec<_> = office.letters().iter().map(|letter| read_letter(letter)).collect();
    let told: Vec<_> =
        told.iter().filter(|letter| letter.text.contains("Who answers?")).map(|letter| &letter.to).collect();
    assert_eq!(told, ["contact@strongcities.example"]);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM messages").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM message_letters").await, 0);
}

async fn every_officer_of_a_region_gets_a_letter(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for number in 1..=25 {
        let (id, email) = (tx.new_id(), format!("officer{number}@example.org"));
        tx.exec(
            "INSERT INTO people (id, email, name, name_key, folded, lang, created_at, password) \
             VALUES ($1, $2, $2, $3, $2, 'en', $4, 'x')",
            params![id, email.as_str(), vec![0_u8], tx.now()],
        )
        .await
        .expect("a person");
        tx.exec(
            "INSERT INTO roles (id, person, role, scope, granted_at, sees_from) VALUES ($1, $2, 'regional-officer', $3, $4, $1)",
            params![tx.new_id(), id, REGION, tx.now()],
        )
        .await
        .expect("a role");
    }
    tx.commit().await.expect("committed");
    hub.write_to(&hub.visitor(), "/en/ask", &question("All of you?", REGION, "")).await.is(303);
    hub.settle().await;
    let officers = recipients(&hub).await.into_iter().filter(|to| to.starts_with("officer")).count();
    assert_eq!(officers, 25);
}

async fn a_message_stays_until_all_its_letters_are_out(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    hub.signed_in(Who::RegionalOfficer).await;
    hub.settle().await;
    office.letters();
    office.now_says(Says::ToLetter("451 later"));
    let visitor = hub.visitor();
    hub.write_to(&visitor, "/en/ask", &question("Both of you?", REGION, "")).await.is(303);
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM message_letters").await, 2);
    office.letters();
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(2));
    hub.settle().await;
    let told = office.letters();
    assert_eq!(told.iter().filter(|letter| read_letter(letter).text.contains("Both of you?")).count(), 2);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM messages").await, 0);
}

async fn one_address_is_not_written_to_without_end(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    for number in 0..5 {
        let message = format!("Number {number}.");
        let visitor = hub.visitor();
        let reply = hub.write_to(&visitor, "/en/share", &question(&message, "", "")).await;
        assert_eq!(reply.status, if number < 3 { 303 } else { 429 }, "{number}");
    }
    hub.settle().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 3);
    // Pressed by three at once it is sent once.
    let link = read_letter(&letters[0]).link();
    let mut statuses = two_raced(&hub, &link).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410, 410]);
    hub.settle().await;
    assert_eq!(office.letters().len(), 1);
}

async fn a_city_is_asked_about_in_its_region(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let page = hub.visitor().get("/en/ask?about=/cities/oslo").await.is(200);
    page.shows("<option value=\"europe\" selected>").shows("Oslo");
    hub.visitor().get("/en/ask?about=/cities/nowhere").await.is(200).hides("selected>Europe");
}
