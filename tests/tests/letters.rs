//! Letters are written when they leave: until then there are ids only, and nothing secret anywhere.

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, LetterRead, PASSWORD, REGION, Setup, TestHub, Who, both_engines, read_letter};

use crate::post_office::{PostOffice, Says};

both_engines!(
    no_secret_lies_in_the_database,
    a_letter_that_is_no_longer_true_does_not_leave,
    a_letter_is_in_the_language_of_the_moment,
    asking_for_a_link_ends_none,
    known_and_unknown_addresses_take_the_same_statements,
    a_failing_count_is_no_letter_on_its_way,
    a_retry_is_the_same_mail,
    a_link_that_came_back_is_nobodys,
    a_permanent_refusal_stops_at_once,
    all_dead_letters_are_tried_again_with_one_press,
    a_letter_that_was_given_up_is_forgotten_in_time,
    a_server_that_is_out_of_order_is_tried_again,
    a_connection_is_used_again,
    a_domain_in_other_letters_is_written_to,
    a_message_of_the_form_waits_in_its_own_row,
    letters_of_an_earlier_version_leave,
    who_waits_for_a_letter_stands_behind_nobody,
    strangers_fill_no_mailbox,
    a_few_who_write_too_much_silence_nobody_else,
);

const NEW_PASSWORD: &str = "nine lamps on a hill";

async fn invite(by: &Client, email: &str, role: &str) {
    let mut fields = vec![("name", "Amina Example"), ("email", email), ("lang", "en"), ("role", role)];
    // Of a region nobody else is told.
    fields.push(if role == "regional-officer" { ("region", REGION) } else { ("city", CITY) });
    by.post("/en/office/people/invite", &fields).await.is(303);
}

fn secret(letter: &str) -> String {
    read_letter(letter).link().rsplit('/').next().expect("a link").to_owned()
}

fn header(letter: &str, name: &str) -> String {
    let line = letter.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {letter}"));
    line[name.len()..].trim().to_owned()
}

async fn counts(hub: &TestHub) -> (i64, i64) {
    store::job_counts(&hub.hub.db.read()).await.expect("counts")
}

async fn no_secret_lies_in_the_database(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let ask = async |number: usize| {
        invite(&administrator, &format!("amina{number}@example.org"), "regional-officer").await;
        hub.visitor().post("/en/forgotten", &[("email", &Who::Administrator.email())]).await.is(303);
        let waiting = hub.dump().await;
        // Past the pause in which an earlier one waits: the two are one letter.
        hub.clock.jump(TimeDelta::hours(1));
        assert!(!waiting.contains("/links/"), "nothing is written before it leaves");
        hub.settle().await;
    };
    // Where the mail server works, the letters hold secrets, and the database their hashes.
    ask(1).await;
    let letters = office.letters();
    assert_eq!(letters.len(), 2);
    let rows = hub.dump().await;
    for letter in &letters {
        let secret = secret(letter);
        assert!(rows.contains(&base::secret::hash(&secret)), "the dump sees what is there");
        assert!(!rows.contains(&secret));
        hub.visitor().get(&format!("/en/links/{secret}")).await.is(200);
    }
    // Where it refuses, for now or for good, there is nothing of them: no secret, no hash, no address.
    for (number, says) in [(2, "451 later"), (3, "554 5.7.1 looks like spam")] {
        office.now_says(Says::ToLetter(says));
        ask(number).await;
        let (letters, rows) = (office.letters(), hub.dump().await);
        assert!(letters.len() >= 2, "{says}: {}", letters.len());
        assert!(!rows.contains("/links/"), "{says}");
        for letter in &letters {
            let secret = secret(letter);
            assert!(!rows.contains(&secret) && !rows.contains(&base::secret::hash(&secret)), "{says}");
            hub.visitor().get(&format!("/en/links/{secret}")).await.is(410);
        }
    }
    let page = administrator.get("/en/office/jobs").await.is(200).shows("looks like spam").text();
    assert!(!page.contains("/links/"));
}

async fn a_letter_that_was_given_up_is_forgotten_in_time(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    hub.signed_in(Who::Practitioner).await;
    office.now_says(Says::ToLetter("554 5.7.1 looks like spam"));
    hub.visitor().post("/en/forgotten", &[("email", &Who::Practitioner.email())]).await.is(303);
    hub.settle().await;
    for (days, kept) in [(0, 1), (89, 1), (2, 0)] {
        hub.clock.jump(TimeDelta::days(days));
        hub.tidy_up().await.expect("tidied up");
        assert_eq!(counts(&hub).await, (0, kept), "{days} days later");
    }
}

async fn a_letter_that_is_no_longer_true_does_not_leave(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    hub.signed_in(Who::Practitioner).await;
    let (lead, practitioner) = (Who::CityLead.email(), Who::Practitioner.email());
    // Given, and taken back before anything has left; and a lead who leads no longer by then.
    let page = hub.page_of(&practitioner).await;
    central.post(&format!("{page}/roles"), &[("role", "city-lead"), ("city", CITY)]).await.is(303);
    hub.take(&central, &practitioner, "city-lead").await;
    hub.take(&central, &practitioner, "practitioner").await;
    hub.take(&central, &lead, "city-lead").await;
    let told = |letters: &[LetterRead], to: &str| {
        let mut subjects: Vec<String> =
            letters.iter().filter(|letter| letter.to == to).map(|letter| letter.subject.clone()).collect();
        subjects.sort();
        subjects
    };
    let letters = hub.letters().await;
    assert_eq!(
        told(&letters, &lead),
        [
            "Example practitioner has lost a role for Diffa",
            "Example practitioner has lost a role for Diffa",
            "You no longer have this role for Diffa"
        ],
        "of what was done while they led, and of their own end"
    );
    assert_eq!(
        told(&letters, "second@example.org"),
        [
            "Example city-lead has lost a role for Diffa",
            "Example practitioner has lost a role for Diffa",
            "Example practitioner has lost a role for Diffa"
        ],
        "and nobody of what was taken back"
    );
    // Whoever is deactivated meanwhile gets the letter that says so, and no other.
    let before = letters.len();
    central.post(&format!("{page}/roles"), &[("role", "practitioner"), ("city", CITY)]).await.is(303);
    hub.visitor().post("/en/forgotten", &[("email", &practitioner)]).await.is(303);
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    let letters = hub.letters().await;
    let own: Vec<_> = letters.iter().filter(|letter| letter.to == practitioner).collect();
    assert_eq!(own.iter().filter(|letter| letter.subject.contains("is deactivated")).count(), 1);
    assert!(own.iter().all(|letter| !letter.text.contains("/links/")));
    assert_eq!(told(&letters, &practitioner).len(), 3, "two roles lost, and the end: {own:?}");
    assert!(letters.len() > before);
}

async fn a_letter_is_in_the_language_of_the_moment(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    invite(&central, "amina@example.org", "practitioner").await;
    lead.post("/en/account", &[("name", "Renamed Lead"), ("lang", "fr")]).await.is(303);
    let letters = hub.letters().await;
    let told = letters.iter().find(|letter| letter.to == Who::CityLead.email()).expect("a letter");
    assert!(told.text.contains("Bonjour") && told.text.contains("Renamed Lead"), "{}", told.text);
}

async fn asking_for_a_link_ends_none(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    invite(&administrator, "amina@example.org", "practitioner").await;
    hub.settle().await;
    let first = secret(&office.letters()[0]);
    let works = async |secret: &str| hub.visitor().get(&format!("/en/links/{secret}")).await.status == 200;
    // Anybody may ask. While the mail server is away nothing ends.
    office.now_says(Says::ToRecipient("451 later"));
    hub.visitor().post("/en/forgotten", &[("email", "amina@example.org")]).await.is(303);
    assert!(works(&first).await);
    hub.settle().await;
    assert!(works(&first).await, "the new letter has not left");
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(1));
    hub.settle().await;
    let second = secret(&office.letters()[0]);
    assert!(!works(&first).await && works(&second).await, "the newest one counts, once it is out");
    // A link to set the password anew does not end an invitation, nor the other way round.
    hub.visitor().post(&format!("/en/links/{second}"), &[("password", PASSWORD)]).await.is(303);
    assert!(!works(&second).await);
}

async fn known_and_unknown_addresses_take_the_same_statements(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    for round in 0..5 {
        let ask = async |email: &str| {
            let reply = hub.visitor().post("/en/forgotten", &[("email", email)]).await.is(303);
            (reply.header("x-statements").parse::<usize>().expect("a count"), reply.location().to_owned())
        };
        let known = ask(&Who::CityLead.email()).await;
        let unknown = ask("nobody@example.org").await;
        assert_eq!(known, unknown, "round {round}");
        assert!(known.0 > 0);
        // Also what waits is of one kind and size: no more is known of it yet.
    }
    let kinds = hub.number("SELECT COUNT(DISTINCT kind) AS n FROM jobs").await;
    assert_eq!((kinds, hub.number("SELECT COUNT(*) AS n FROM jobs").await), (1, 2), "one waits for each");
    assert_eq!(hub.letters().await.len(), 1);
    assert!(!hub.dump().await.contains("nobody@example.org"), "an unknown address is not kept");
}

async fn a_failing_count_is_no_letter_on_its_way(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DROP TABLE throttles", Vec::new()).await.expect("dropped");
    tx.commit().await.expect("committed");
    let reply = hub.visitor().post("/en/forgotten", &[("email", "nobody@example.org")]).await;
    assert!(reply.status >= 500, "{}", reply.status);
}

async fn a_retry_is_the_same_mail(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    // The server reads the letter and hangs up: nobody knows whether it has it.
    office.now_says(Says::Nothing);
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    hub.settle().await;
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(1));
    hub.settle().await;
    let letters = office.letters();
    let to_lead: Vec<_> = letters.iter().filter(|letter| letter.contains(&Who::CityLead.email())).collect();
    assert!(to_lead.len() >= 2, "{letters:?}");
    let ids: std::collections::BTreeSet<_> = to_lead.iter().map(|letter| header(letter, "Message-ID:")).collect();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert!(ids.iter().all(|id| id.ends_with("@127.0.0.1>")), "the hub's host: {ids:?}");
    assert_eq!(header(to_lead[0], "Auto-Submitted:"), "auto-generated");
    assert!(header(to_lead[0], "Date:").contains("2026"));
    // Another letter is another mail.
    lead.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    hub.settle().await;
    assert!(!ids.contains(&header(&office.letters()[0], "Message-ID:")));
}

async fn a_link_that_came_back_is_nobodys(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    hub.signed_in(Who::CityLead).await;
    office.now_says(Says::Nothing);
    hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
    hub.settle().await;
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(1));
    hub.settle().await;
    let letters = office.letters();
    assert!(letters.len() >= 2);
    let working = "SELECT COUNT(*) AS n FROM links WHERE used_at IS NULL AND person IS NOT NULL";
    assert_eq!(hub.number(working).await, 1, "no link of an earlier try stays");
    let (last, earlier) = letters.split_last().expect("letters");
    for letter in earlier {
        hub.visitor().get(&format!("/en/links/{}", secret(letter))).await.is(410);
        // A mailbox that keeps the first of two with one id would keep the wrong one.
        assert_ne!(header(letter, "Message-ID:"), header(last, "Message-ID:"));
    }
    hub.visitor().get(&format!("/en/links/{}", secret(last))).await.is(200);
}

async fn a_permanent_refusal_stops_at_once(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    office.now_says(Says::ToRecipient("550 5.1.1 no such mailbox here"));
    invite(&administrator, "amina@example.org", "practitioner").await;
    hub.settle().await;
    assert_eq!(counts(&hub).await, (0, 1));
    let page = administrator.get("/en/office/jobs").await.is(200).shows("no such mailbox here");
    page.hides("Amina").hides("amina@example.org");
    assert_eq!(office.recipients().len(), 1, "it is tried once");
    // Whoever answers for them sees it at the person, and nobody else's is touched.
    let person = hub.page_of("amina@example.org").await;
    administrator.get(&person).await.is(200).shows("E-mails are refused").shows("refused an e-mail for good");
    administrator.get("/en/office/contacts").await.is(200).shows("E-mails are refused");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE mail_refused_at IS NOT NULL").await, 1);
    // By hand it goes again, with a link of its own.
    office.now_says(Says::Yes);
    let job = base::id::write_id(hub.number("SELECT id AS n FROM jobs").await);
    administrator.post(&format!("/en/office/jobs/{job}/retry"), &[]).await.is(303);
    hub.settle().await;
    hub.visitor().get(&format!("/en/links/{}", secret(&office.letters()[0]))).await.is(200);
    assert_eq!(counts(&hub).await, (0, 0));
    administrator.get(&person).await.is(200).hides("E-mails are refused");
    administrator.get("/en/office/contacts").await.is(200).hides("E-mails are refused");
}

async fn all_dead_letters_are_tried_again_with_one_press(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    office.now_says(Says::ToRecipient("550 5.1.1 no such mailbox here"));
    for name in ["amina", "bilal", "chloe"] {
        invite(&administrator, &format!("{name}@example.org"), "practitioner").await;
    }
    hub.settle().await;
    let dead = counts(&hub).await;
    assert!(dead.0 == 0 && dead.1 >= 3, "{dead:?}");
    administrator.get("/en/office/jobs").await.is(200).shows("Try all of them again");
    office.now_says(Says::Yes);
    administrator.post("/en/office/jobs/retry", &[]).await.leads_to("/en/office/jobs?done=job-retried");
    hub.settle().await;
    assert_eq!(counts(&hub).await, (0, 0));
}

async fn a_server_that_is_out_of_order_is_tried_again(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for (number, says) in
        [(1, Says::Greeting("554 5.3.2 not now")), (2, Says::ToRecipient("450 greylisted")), (3, Says::Nothing)]
    {
        office.now_says(says);
        invite(&administrator, &format!("amina{number}@example.org"), "regional-officer").await;
        hub.settle().await;
        let (waiting, dead) = counts(&hub).await;
        assert!(waiting > 0 && dead == 0, "{says:?}: {waiting} {dead}");
        office.letters();
        office.now_says(Says::Yes);
        hub.clock.jump(TimeDelta::hours(1));
        hub.settle().await;
        assert_eq!((office.letters().len(), counts(&hub).await), (1, (0, 0)), "{says:?}");
    }
}

async fn a_connection_is_used_again(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for number in 0..6 {
        invite(&administrator, &format!("amina{number}@example.org"), "regional-officer").await;
    }
    hub.settle().await;
    assert_eq!(office.letters().len(), 6);
    // One is tried before the letter goes, and handed back beside it.
    assert!(office.connections() <= 2, "{}", office.connections());
}

async fn a_domain_in_other_letters_is_written_to(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    invite(&administrator, "info@b\u{fc}cher.example\u{200b}", "practitioner").await;
    hub.settle().await;
    assert!(office.recipients()[0].contains("<info@xn--bcher-kva.example>"), "{:?}", office.recipients());
    let link = read_letter(&office.letters()[0]).link();
    hub.visitor().post(&link, &[("password", PASSWORD)]).await.is(303);
    for email in ["info@b\u{fc}cher.example", "INFO@xn--bcher-kva.example", "\u{feff}info@B\u{dc}CHER.example"] {
        hub.visitor().post("/en/sign-in", &[("email", email), ("password", PASSWORD)]).await.is(303);
    }
    let again = [("name", "N"), ("email", "info@xn--bcher-kva.example"), ("lang", "en"), ("role", "central-team")];
    administrator.post("/en/office/people/invite", &again).await.is(422).shows("already has an account");
    // An account of an earlier version, which kept the domain as it was typed.
    hub.invited("old@example.org", "Old", "practitioner", CITY, "").await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let text = "UPDATE people SET email = 'old@b\u{fc}ro.example' WHERE email = 'old@example.org'";
    assert_eq!(tx.exec(text, Vec::new()).await.expect("changed"), 1);
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE email = 'old@xn--bro-hoa.example'").await, 1);
}

async fn a_message_of_the_form_waits_in_its_own_row(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    office.now_says(Says::ToLetter("451 later"));
    let fields = [
        ("name", "Amina"),
        ("email", "amina@b\u{fc}cher.example"),
        ("city", "Diffa"),
        ("message", "How does our town join?"),
        ("once", ""),
    ];
    // A name of which nothing is seen is none; an address whose domain is none is told.
    for (field, wrong) in [(0, "\u{200f}\u{ad}"), (1, "amina@xn--a.example")] {
        let mut fields = fields;
        fields[field].1 = wrong;
        hub.write_to(&hub.visitor(), "/en/contact", &fields).await.is(422);
    }
    hub.write_to(&hub.visitor(), "/en/contact", &fields).await.is(303);
    hub.settle().await;
    let jobs = "SELECT COUNT(*) AS n FROM jobs WHERE payload LIKE '%town%' OR payload LIKE '%amina%'";
    assert_eq!(hub.number(jobs).await, 0, "what waits is an id");
    assert!(hub.dump().await.contains("How does our town join?"), "and the message is not lost");
    office.letters();
    office.now_says(Says::Yes);
    hub.clock.jump(TimeDelta::hours(1));
    hub.settle().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 1);
    let letter = read_letter(&letters[0]);
    assert!(letter.text.contains("How does our town join?"));
    assert_eq!(letter.reply_to, "amina@xn--bcher-kva.example");
    assert!(!hub.dump().await.contains("How does our town join?"), "it goes when its letter is out");
}

async fn letters_of_an_earlier_version_leave(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let old = serde_json::json!({
        "to": "lead@example.org", "name": "Lead", "subject": "An old letter", "text": "As it was.", "reply_to": null
    });
    let tx = hub.hub.db.begin().await.expect("a transaction");
    // As an update of the tables leaves it.
    tx.exec(
        "INSERT INTO jobs (id, kind, payload, run_at, created_at, queue) VALUES ($1, 'mail.send', $2, $3, $3, 'letters')",
        store::params![tx.new_id(), old.to_string(), tx.now()],
    )
    .await
    .expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
    let letters = office.letters();
    assert!(letters.len() == 1 && letters[0].contains("An old letter"), "{letters:?}");
    assert_eq!(counts(&hub).await, (0, 0));
}

async fn who_waits_for_a_letter_stands_behind_nobody(engine: Engine) {
    let office = PostOffice::open().await;
    let hub = office.hub(engine).await;
    let (administrator, officer) = (hub.signed_in(Who::Administrator).await, Who::RegionalOfficer.email());
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::CityLead).await;
    hub.settle().await;
    office.letters();
    for (round, of_before) in [false, true].into_iter().enumerate() {
        let message = format!("Message {round}");
        let fields =
            [("name", "A"), ("email", "a@example.org"), ("city", "Diffa"), ("message", &message), ("once", "")];
        hub.write_to(&hub.visitor(), "/en/contact", &fields).await.is(303);
        let page = hub.page_of(&officer).await;
        for role in ["practitioner", "city-lead"] {
            administrator.post(&format!("{page}/roles"), &[("role", role), ("city", CITY)]).await.is(303);
        }
        hub.follow_events().await;
        let reason = format!("A court asks for the document, round {round}.");
        administrator.post("/en/office/glass", &[("city", CITY), ("reason", &reason)]).await.is(303);
        hub.follow_events().await;
        hub.visitor().post("/en/forgotten", &[("email", &Who::CityLead.email())]).await.is(303);
        if of_before {
            let tx = hub.hub.db.begin().await.expect("a transaction");
            let unranked = "UPDATE jobs SET priority = 0 WHERE payload NOT LIKE '%\"kind\":\"notice\"%'";
            assert!(tx.exec(unranked, vec![]).await.expect("as before") > 0);
            tx.commit().await.expect("committed");
            hub.tidy_up().await.expect("tidied up");
        }
        hub.settle().await;
        let letters = office.letters();
        let place = |what: &str| {
            let says = |letter: &LetterRead| letter.subject.contains(what) || letter.text.contains(what);
            let found = letters.iter().position(|letter| says(&read_letter(letter)));
            found.unwrap_or_else(|| panic!("{what}: {letters:?}"))
        };
        let (link, glass, message) = (place("/links/"), place("A court asks"), place(&message));
        let roles = place("now has a role for Diffa");
        assert!(link < roles && glass < roles, "{link} {glass} {roles}");
        assert_eq!(message, letters.len() - 1, "what a stranger sends is last");
        for role in ["practitioner", "city-lead"] {
            hub.take(&administrator, &officer, role).await;
        }
        hub.settle().await;
        office.letters();
    }
}

/// A message of the contact form, from this place.
async fn write_from(hub: &TestHub, client: &Client, place: &str, text: &str) -> testkit::Reply {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("name", "A"),
            ("email", "a@example.org"),
            ("city", "Diffa"),
            ("message", text),
            ("sealed", &hub.sealed()),
        ])
        .finish();
    let request = client
        .request(reqwest::Method::POST, "/en/contact")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", place)
        .body(body);
    client.send(request).await
}

async fn a_few_who_write_too_much_silence_nobody_else(engine: Engine) {
    let hub = Setup::new(engine).settings(|settings| settings.behind_proxy = true).start().await;
    let (stranger, lead) = (hub.visitor(), hub.signed_in(Who::CityLead).await);
    let mut sent = 0;
    for number in 0..100 {
        let place = format!("203.0.113.{}", number % 10);
        let reply = write_from(&hub, &stranger, &place, &format!("Letter number {number} of a few")).await;
        sent += usize::from(reply.status == 303);
    }
    assert_eq!(sent, 70, "a part is kept for others");
    // Whoever has sent nothing lately is heard, once; those who have are not.
    write_from(&hub, &stranger, "198.51.100.7", "A first letter").await.is(303);
    write_from(&hub, &stranger, "198.51.100.7", "A second letter").await.is(429).shows("A second letter");
    write_from(&hub, &stranger, "2001:db8:1:2::1", "A first letter of a network").await.is(303);
    write_from(&hub, &stranger, "2001:db8:1:3::1", "A second letter of a network").await.is(429);
    write_from(&hub, &stranger, "203.0.113.5", "One more of a few").await.is(429);
    // Whoever is signed in is counted by themselves, wherever they are.
    for number in 0..10 {
        write_from(&hub, &lead, "203.0.113.5", &format!("Letter number {number} of a lead")).await.is(303);
    }
    write_from(&hub, &lead, "198.51.100.8", "One more of a lead").await.is(429).shows("One more of a lead");
    write_from(&hub, &stranger, "198.51.100.8", "A first letter of another").await.is(303);
    assert_eq!(hub.letters().await.len(), 70 + 3 + 10);
    hub.clock.jump(TimeDelta::hours(1));
    for (client, place) in [(&lead, "198.51.100.8"), (&stranger, "203.0.113.5")] {
        write_from(&hub, client, place, "A letter of later").await.is(303);
    }
}

async fn strangers_fill_no_mailbox(engine: Engine) {
    let hub = Setup::new(engine).settings(|settings| settings.behind_proxy = true).start().await;
    let visitor = hub.visitor();
    let write = async |place: String, text: String| write_from(&hub, &visitor, &place, &text).await;
    let mut sent = 0;
    for number in 0..40 {
        let text = format!("Letter number {number} of a network");
        let reply = write(format!("2001:db8:1:{number:x}::1"), text.clone()).await;
        if reply.status == 303 {
            sent += 1;
        } else {
            reply.is(429).shows(&text).shows("Please wait");
        }
    }
    assert_eq!(sent, 30, "of one network");
    for number in 0..75 {
        let text = format!("Letter number {number} of everybody");
        let reply = write(format!("203.0.113.{number}"), text.clone()).await;
        if reply.status == 303 {
            sent += 1;
        } else {
            reply.is(429).shows(&text).shows("Please wait");
        }
    }
    assert_eq!((sent, hub.letters().await.len()), (100, 100), "in an hour");
    hub.clock.jump(TimeDelta::hours(1));
    write("203.0.113.200".into(), "A letter of later".into()).await.is(303);
}
