//! A local government asks whether it can become a member.

use testkit::{Engine, REGION, TestHub, Who, both_engines};

use crate::{ask, enquiry, hub_with_places, newest};

both_engines!(
    a_city_asks_and_reads_where_it_stands,
    a_place_is_found_in_any_script,
    namesakes_are_chosen_among,
    whoever_asks_for_no_local_government_is_led_elsewhere,
    a_member_is_told_that_it_is_one,
    somebody_who_asks_too_is_told_and_learns_of_nobody,
    the_same_sent_twice_is_one_enquiry,
    bad_input_is_told_and_loses_nothing,
    a_program_is_no_city,
    one_address_is_not_written_to_without_end,
    a_link_is_made_by_nobody_else,
    nothing_that_was_typed_is_in_the_first_letter,
    a_place_that_smuggles_headers,
);

async fn a_city_asks_and_reads_where_it_stands(engine: Engine) {
    let hub = hub_with_places(engine).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let before = hub.letters().await.len();
    let page = hub.visitor().get("/ar/join").await.is(200);
    page.shows("name=\"sealed\"").shows("NE");
    let own = ask(&hub, "We would like to learn from others.", &[]).await;
    assert!(own.starts_with("/en/join/"), "{own}");
    // Saturday: three working days are Monday to Wednesday.
    let page = hub.visitor().get(&own).await.is(200);
    assert_eq!(page.header("cache-control"), "private, no-store");
    page.shows("Your enquiry: Zinder")
        .shows("25 November 2026")
        .shows("We would like to learn from others.")
        .shows("noindex");
    let letters = hub.letters().await;
    let to_asker: Vec<_> =
        letters.iter().skip(before).filter(|letter| letter.to == "aminatou@zinder.example").collect();
    assert_eq!(to_asker.len(), 1);
    assert!(to_asker[0].text.contains("25 November 2026"), "{}", to_asker[0].text);
    assert_eq!(to_asker[0].link(), own);
    let officer = Who::RegionalOfficer.email();
    let told = letters.iter().find(|letter| letter.to == officer && letter.subject.contains("Zinder"));
    assert!(told.is_some_and(|letter| letter.text.contains("/office/enquiries/")), "the officer of its region is told");
    let network = letters.iter().find(|letter| letter.to == "contact@strongcities.example");
    let network = network.expect("the network's own mailbox is told");
    assert!(!network.text.contains("learn from others"), "what was written stands in the hub");
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE due_on = '2026-11-25' AND calendar = 'central'").await,
        1
    );
}

async fn a_place_is_found_in_any_script(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let offered = hub.visitor().get("/ar/join/places?q=زند").await.is(200);
    let offered: Vec<String> = serde_json::from_value(offered.json()).expect("a list");
    assert!(offered[0].starts_with("Zinder") && offered[0].ends_with("(2437798)"), "{offered:?}");
    let own = ask(&hub, "In our own script.", &[("place", "زِنْدِر")]).await;
    hub.visitor().get(&own).await.is(200).shows("زِنْدِر");
    assert_eq!(hub.number("SELECT place AS n FROM enquiries").await, 2_437_798);
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&newest(&hub).await).await.is(200).shows("Zinder").shows("زِنْدِر");
    // As it was offered; and one that no gazetteer knows.
    ask(&hub, "As offered.", &[("place", &offered[0])]).await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE place = 2437798").await, 2);
    ask(&hub, "Too small for it.", &[("place", "Kirtachi Seybou")]).await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE place IS NULL").await, 1);
    // One of another country than was chosen is none of them.
    let elsewhere = enquiry("Elsewhere.", &[("place", "Santa Rosa (13)")]);
    hub.write_to(&hub.visitor(), "/en/join", &elsewhere).await.is(422).shows("United States");
}

async fn namesakes_are_chosen_among(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let visitor = hub.visitor();
    let several = [("country", "BO"), ("place", "Santa Rosa")];
    let page = hub.write_to(&visitor, "/en/join", &enquiry("Which one?", &several)).await.is(422);
    page.shows("Santa Cruz").shows("Beni").hides("California").shows("Which one?").shows("18,000");
    let chosen = [("country", "BO"), ("place", "Santa Rosa"), ("which", "11")];
    hub.write_to(&visitor, "/en/join", &enquiry("This one.", &chosen)).await.is(303);
    assert_eq!(hub.number("SELECT place AS n FROM enquiries").await, 11);
    let none = [("country", "BO"), ("place", "Santa Rosa"), ("which", "none")];
    hub.write_to(&visitor, "/en/join", &enquiry("Another one.", &none)).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE place IS NULL").await, 1);
    // One that was not among them is no answer.
    let other = [("country", "BO"), ("place", "Santa Rosa"), ("which", "13")];
    hub.write_to(&visitor, "/en/join", &enquiry("A third.", &other)).await.is(422);
}

async fn whoever_asks_for_no_local_government_is_led_elsewhere(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for (other, words) in
        [("national-government", "national governments"), ("organisation", "organisations"), ("themselves", "for you")]
    {
        // Nothing else has to be filled in.
        let sent = hub.write_to(&hub.visitor(), "/en/join", &[("for", other)]).await;
        let place = sent.leads_to("/en/join/elsewhere").location().to_owned();
        hub.visitor().get(&place).await.is(200).shows(words).shows("Nothing of what you entered was kept");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 0);
    hub.visitor().get("/en/join/elsewhere?for=nobody").await.leads_to("/en/join");
}

async fn a_member_is_told_that_it_is_one(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let visitor = hub.visitor();
    for place in ["Diffa", "ديفا", "Diffa, Niger (2445704)"] {
        let page = hub.write_to(&visitor, "/en/join", &enquiry("May we?", &[("place", place)])).await.is(422);
        page.shows("/en/cities/diffa").shows("May we?").hides("@demo").shows("name=\"other\"");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 0);
    // The region of the same name is another government.
    let region = enquiry("For the region.", &[("place", "Diffa"), ("kind", "province"), ("other", "yes")]);
    hub.write_to(&visitor, "/en/join", &region).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 1);
}

async fn somebody_who_asks_too_is_told_and_learns_of_nobody(engine: Engine) {
    let hub = hub_with_places(engine).await;
    ask(&hub, "From the mayor's office.", &[]).await;
    let others = [("name", "Issoufou"), ("email", "issoufou@zinder.example"), ("place", "زندر")];
    let sent = hub.write_to(&hub.visitor(), "/en/join", &enquiry("From the schools.", &others)).await.is(303);
    let page = hub.visitor().get(sent.location()).await.is(200);
    page.shows("Somebody else has asked").hides("Aminatou").hides("aminatou").hides("mayor");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 2, "nothing is lost");
}

async fn the_same_sent_twice_is_one_enquiry(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let before = hub.letters().await.len();
    let fields = enquiry("A double click.", &[]);
    let (first, second) =
        tokio::join!(hub.write_to(&visitor, "/en/join", &fields), hub.write_to(&visitor, "/en/join", &fields));
    let path = |at: &str| at.split('?').next().unwrap_or_default().to_owned();
    assert_eq!(path(first.is(303).location()), path(second.is(303).location()));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 1);
    assert_eq!(hub.letters().await.len(), before + 2, "one to whoever asked, one to the network");
}

async fn bad_input_is_told_and_loses_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let long = "x".repeat(base::limits::TEXT_CHARS + 1);
    for (name, wrong) in [
        ("for", ""),
        ("country", ""),
        ("country", "XX"),
        ("place", ""),
        ("place", "\u{200d}…"),
        ("kind", "planet"),
        ("name", ""),
        ("position", " "),
        ("email", "aminatou@"),
        ("mandate", "none"),
    ] {
        let page = hub.write_to(&visitor, "/en/join", &enquiry("Kept.", &[(name, wrong)])).await.is(422);
        page.shows(&format!("id=\"{name}-error\"")).shows("<title>Error:").shows("Kept.");
    }
    hub.write_to(&visitor, "/en/join", &enquiry(&long, &[])).await.is(422).shows("id=\"message-error\"");
    hub.write_to(&visitor, "/en/join", &enquiry("", &[])).await.is(422).shows("id=\"message-error\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 0);
    // A name of one word, and a country without a region, are right.
    ask(&hub, "From Antarctica.", &[("name", "عمر"), ("country", "AQ"), ("place", "McMurdo")]).await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE name = 'عمر'").await, 1);
}

async fn a_program_is_no_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    visitor.post("/en/join", &enquiry("Without a form.", &[])).await.is(422);
    let filled = enquiry("Fills in everything.", &[("website", "https://x.example")]);
    hub.write_to(&visitor, "/en/join", &filled).await.is(422);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 0);
    // Extra fields change nothing.
    let more = enquiry("More.", &[("state", "invited"), ("owner", "1"), ("region", "europe"), ("id", "7")]);
    hub.write_to(&visitor, "/en/join", &more).await.is(303);
    let as_any = format!(
        "SELECT COUNT(*) AS n FROM enquiries WHERE state = 'received' AND owner IS NULL AND region = '{REGION}'"
    );
    assert_eq!(hub.number(&as_any).await, 1);
}

async fn one_address_is_not_written_to_without_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for (number, email) in ["vic@x.example", "vic+1@x.example", "VIC@x.example"].into_iter().enumerate() {
        ask(&hub, &format!("Number {number}"), &[("email", email)]).await;
    }
    let fourth = enquiry("Number 4", &[("email", "vic+2@x.example")]);
    hub.write_to(&hub.visitor(), "/en/join", &fourth).await.is(429).shows("Number 4");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries").await, 3);
}

async fn a_link_is_made_by_nobody_else(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let first = ask(&hub, "First.", &[]).await;
    let second = ask(&hub, "Second.", &[("email", "other@x.example")]).await;
    let (id, signature) = (first.rsplit_once('-').expect("signed"), second.rsplit_once('-').expect("signed"));
    let forged = format!("{}-{}", id.0, signature.1);
    for path in [forged.as_str(), id.0, "/en/join/places2", "/en/join/0-0"] {
        hub.visitor().get(path).await.is(404);
        hub.visitor().post(path, &[("message", "x")]).await.is(404);
    }
    hub.visitor().post(&format!("{forged}/withdraw"), &[]).await.is(404);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE state = 'withdrawn'").await, 0);
}

async fn nothing_that_was_typed_is_in_the_first_letter(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let before = hub.letters().await.len();
    let bait = [("name", "Win a prize"), ("position", "https://evil.example"), ("place", "Click here")];
    ask(&hub, "Buy now", &bait).await;
    let letters = hub.letters().await;
    let letter = letters.iter().skip(before).find(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    let whole = format!("{} {}", letter.subject, letter.text);
    for typed in ["prize", "evil", "Click", "Buy"] {
        assert!(!whole.contains(typed), "{whole}");
    }
}

async fn a_place_that_smuggles_headers(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let bait = [("place", "Zinder\r\nBcc: evil@example.org\r\n\r\nbody"), ("name", "A\r\nBcc: evil@example.org")];
    ask(&hub, "M", &bait).await;
    hub.settle().await;
    for entry in std::fs::read_dir(hub.data().join("mail")).expect("letters").flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let head = text.split("\r\n\r\n").next().unwrap_or_default();
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    }
}
