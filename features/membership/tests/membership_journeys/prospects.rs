//! Prospects: with whom the network speaks before they ask, and what becomes of it.

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, Reply, TestHub, Who, both_engines};

use crate::{ENQUIRY, ask, enquiry, hub_with_places, newest};

both_engines!(
    a_prospect_is_spoken_with_invited_and_asks,
    only_the_office_of_its_region_sees_it_through_any_door,
    a_place_is_added_once,
    two_who_add_a_place_at_once_add_it_once,
    what_is_wrong_is_told_and_nothing_is_kept,
    a_link_of_before_leads_to_the_plain_form,
    whoever_asked_or_was_dropped_can_be_left_alone_too,
    a_stranger_who_asks_for_a_place_ends_nothing,
    another_contact_is_another_invitation,
    a_prospect_is_erased_when_somebody_asks_for_it,
    whoever_does_not_want_to_be_written_to_is_forgotten_and_left_alone,
    to_look_at_an_invitation_changes_nothing,
    after_two_years_of_silence_it_is_erased,
    what_somebody_else_wrote_meanwhile_is_shown,
    an_enquiry_that_came_by_itself_is_tied_to_its_prospect,
    nobody_writes_twice_by_pressing_twice,
    whose_account_is_erased_is_a_contact_no_more,
);

const AGADEZ: [(&str, &str); 7] = [
    ("country", "NE"),
    ("place", "Agadez"),
    ("kind", "city"),
    ("name", "Mariama"),
    ("position", "Secretary general"),
    ("email", "mariama@agadez.example"),
    ("lang", "fr"),
];

/// The form as it was filled in, with these fields otherwise.
fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = AGADEZ.iter().copied().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    own.chain(others.iter().copied()).collect()
}

async fn add(client: &Client, others: &[(&str, &str)]) -> Reply {
    client.post("/en/office/prospects/new", &with(others)).await
}

/// The office's path of the newest prospect.
async fn newest_prospect(hub: &TestHub) -> String {
    let id = hub.number("SELECT MAX(id) AS n FROM prospects").await;
    format!("/en/office/prospects/{}", base::id::write_id(id))
}

/// Invites it, and answers the two links of the e-mail: to ask, and to be left alone.
async fn invite(hub: &TestHub, client: &Client, path: &str) -> (String, String) {
    client.post(&format!("{path}/invite"), &[("words", "We met in Niamey.")]).await.leads_to(path);
    hub.settle().await;
    let letters = hub.letters().await;
    let letter = letters.iter().rev().find(|letter| letter.to == "mariama@agadez.example").expect("an e-mail");
    let link = |part: &str| {
        let rest = letter.text.split(part).nth(1).unwrap_or_else(|| panic!("{part} in {}", letter.text));
        format!("{part}{}", rest.split_whitespace().next().unwrap_or_default())
    };
    assert!(letter.text.contains("We met in Niamey."), "{}", letter.text);
    (link("/fr/join?invited="), link("/fr/join/invited/"))
}

async fn a_prospect_is_spoken_with_invited_and_asks(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/prospects").await.is(200).shows("No prospects yet");
    let me = base::id::write_id(hub.person(&Who::RegionalOfficer.email()).await);
    add(&officer, &[("owner", &me), ("recommended", CITY), ("note", "They asked what it costs.")]).await.is(303);
    let path = newest_prospect(&hub).await;
    let page = officer.get(&path).await.is(200);
    page.shows("Mariama").shows("They asked what it costs.").shows("Diffa").shows("In touch");
    officer.post(&path, &[("text", "They will bring it to their council."), ("next_on", "")]).await.leads_to(&path);
    let (join, _) = invite(&hub, &officer, &path).await;
    officer.get(&path).await.is(200).shows("Invited").shows("We met in Niamey.").hides(">Invite again<");
    officer.get("/en/office/prospects").await.is(200).shows("Agadez").shows("Diffa").shows("Example");
    // What is known is filled in, and the form is theirs.
    let visitor = hub.visitor();
    let form = visitor.get(&join).await.is(200).shows("value=\"Agadez\"").shows("value=\"mariama@agadez.example\"");
    let token = form.input("invited").expect("what it came from");
    let fields = enquiry("We want to join.", &[("place", "Ville d’Agadez"), ("name", "Mariama"), ("invited", &token)]);
    hub.write_to(&visitor, "/fr/join", &fields).await.is(303);
    // Tied by the invitation, whatever they call their place.
    let page = officer.get(&path).await.is(200).shows("Has asked").shows("See the enquiry").hides("/invite\"");
    assert!(page.text().contains(&newest(&hub).await));
    officer.get(&newest(&hub).await).await.is(200).shows(path.trim_start_matches("/en"));
    // Used once: it fills in nothing any more.
    visitor.get(&join).await.is(200).hides("mariama@agadez.example");
}

async fn only_the_office_of_its_region_sees_it_through_any_door(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    add(&central, &[("country", "SE"), ("place", "Umeå"), ("email", "a@umea.example")]).await.is(303);
    let swedish = newest_prospect(&hub).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/prospects").await.is(200).shows("Agadez").hides("Umeå");
    officer.get("/en/office/prospects?q=umea").await.is(200).hides(">Umeå<");
    for file in ["csv", "xlsx"] {
        let file = officer.get(&format!("/en/office/prospects.{file}")).await.is(200);
        assert!(!String::from_utf8_lossy(&file.body).contains("umea.example"));
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'prospect.list-taken'").await, 2);
    for (path, fields) in [
        (swedish.clone(), vec![("text", "x")]),
        (format!("{swedish}/facts"), with(&[])),
        (format!("{swedish}/invite"), vec![("words", "")]),
        (format!("{swedish}/drop"), vec![]),
        (format!("{swedish}/resume"), vec![]),
        (format!("{swedish}/erase"), vec![("sure", "yes")]),
    ] {
        officer.post(&path, &fields).await.is(404);
    }
    officer.get(&swedish).await.is(404);
    officer.get(&format!("{swedish}/facts")).await.is(404);
    // An officer adds none of another office.
    add(&officer, &[("country", "SE"), ("place", "Luleå")])
        .await
        .is(422)
        .shows("Another office answers for this country");
    for who in [Who::CityLead, Who::Practitioner] {
        let client = hub.signed_in(who).await;
        client.get("/en/office/prospects").await.is(403);
        client.get("/en/office/prospects/new").await.is(403);
        client.get(&swedish).await.is(403);
        add(&client, &[]).await.is(403);
        client.get("/en/search?q=agadez").await.is(200).hides("/office/prospects");
    }
    hub.visitor().get("/en/office/prospects").await.leads_to("/en/sign-in");
}

async fn a_place_is_added_once(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    add(&central, &[("place", "AGADEZ"), ("email", "other@agadez.example")])
        .await
        .is(422)
        .shows("is a prospect already");
    add(&central, &[("place", "Diffa")]).await.is(422).shows("Diffa is a member already");
    ask(&hub, "We want to join.", &[]).await;
    add(&central, &[("place", "Zinder")]).await.is(422).shows("This place has asked already");
    // Several of one name are told apart.
    let santa = [("country", "BO"), ("place", "Santa Rosa")];
    add(&central, &santa).await.is(422).shows("Santa Cruz").shows("Beni");
    add(&central, &[santa[0], santa[1], ("which", "12")]).await.is(303);
    add(&central, &[santa[0], santa[1], ("which", "11")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects").await, 3);
}

async fn two_who_add_a_place_at_once_add_it_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (one, two) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let (first, second) = tokio::join!(add(&one, &[]), add(&two, &[]));
    let mut done = [first.status, second.status];
    done.sort_unstable();
    assert_eq!(done, [303, 422]);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects").await, 1);
}

async fn what_is_wrong_is_told_and_nothing_is_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = base::id::write_id({
        hub.signed_in(Who::CityLead).await;
        hub.person(&Who::CityLead.email()).await
    });
    for (field, value, told) in [
        ("country", "", "Choose"),
        ("place", "?!", "href=\"#place\""),
        ("kind", "village", "Choose"),
        ("email", "mariama", "e-mail"),
        ("lang", "xx", "Choose"),
        ("owner", lead.as_str(), "answers for this region"),
        ("recommended", "atlantis", "No member city has this name"),
        ("next_on", "2020-01-01", "from today on"),
        ("next_on", "2099-01-01", "from today on"),
        ("next_on", "soon", "from today on"),
    ] {
        add(&central, &[(field, value)]).await.is(422).shows(told);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects").await, 0);
    // Without an address nobody is invited.
    add(&central, &[("email", "")]).await.is(303);
    let path = newest_prospect(&hub).await;
    central.get(&path).await.is(200).hides("/invite\"");
    central.post(&format!("{path}/invite"), &[("words", "")]).await.is(422).shows("no e-mail address of a contact");
    central.post(&path, &[("text", " ")]).await.is(422);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospect_notes").await, 0);
}

async fn a_link_of_before_leads_to_the_plain_form(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let path = newest_prospect(&hub).await;
    let (first, stop) = invite(&hub, &central, &path).await;
    central.post(&format!("{path}/invite"), &[("words", "")]).await.is(422).shows("in the last 14 days");
    hub.clock.jump(TimeDelta::days(15));
    let central = hub.signed_in(Who::CentralTeam).await;
    let (second, _) = invite(&hub, &central, &path).await;
    let visitor = hub.visitor();
    visitor.get(&first).await.is(200).hides("mariama@agadez.example");
    // But to be left alone works by any of them, as long as anything is kept.
    visitor.get(&stop).await.is(200);
    visitor.get(&second).await.is(200).shows("mariama@agadez.example");
    visitor.get(&format!("{second}x")).await.is(200).hides("mariama@agadez.example");
    // And after half a year it leads nowhere.
    hub.clock.jump(TimeDelta::days(181));
    visitor.get(&second).await.is(200).hides("mariama@agadez.example");
    visitor.post(&format!("{stop}/decline"), &[]).await.leads_to("/fr/join");
    assert!(!hub.dump().await.contains("mariama@agadez.example"));
}

async fn whoever_asked_or_was_dropped_can_be_left_alone_too(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for (place, then) in [("Agadez", "asks"), ("Dosso", "drop")] {
        add(&central, &[("place", place), ("note", "What was said.")]).await.is(303);
        let path = newest_prospect(&hub).await;
        let (_, stop) = invite(&hub, &central, &path).await;
        if then == "asks" {
            ask(&hub, "We want to join.", &[("place", place), ("email", "other@agadez.example")]).await;
        } else {
            central.post(&format!("{path}/drop"), &[]).await.is(303);
        }
        hub.visitor().post(&format!("{stop}/decline"), &[]).await.is(303);
        let left = "SELECT COUNT(*) AS n FROM prospects WHERE email <> '' OR name <> ''";
        assert_eq!(hub.number(left).await, 0, "{then}");
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospect_notes").await, 0, "{then}");
    }
}

async fn a_stranger_who_asks_for_a_place_ends_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let path = newest_prospect(&hub).await;
    ask(&hub, "Nobody meant this.", &[("place", "Agadez"), ("email", "stranger@example.org")]).await;
    central.get(&path).await.is(200).shows("Has asked").shows("/resume\"");
    central.post(&format!("{path}/resume"), &[]).await.leads_to(&path);
    central.get(&path).await.is(200).shows("In touch").hides("See the enquiry").shows("/invite\"");
    // And when they ask themselves, it is tied anew.
    ask(&hub, "We want to join.", &[("place", "Agadez")]).await;
    central.get(&path).await.is(200).shows("Has asked").shows("See the enquiry");
}

async fn another_contact_is_another_invitation(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("note", "Said with Mariama.")]).await.is(303);
    let path = newest_prospect(&hub).await;
    let (join, stop) = invite(&hub, &central, &path).await;
    let revision = central.get(&format!("{path}/facts")).await.is(200).input("revision").expect("a revision");
    let other = with(&[("name", "Issa"), ("email", "issa@agadez.example"), ("revision", &revision)]);
    central.post(&format!("{path}/facts"), &other).await.leads_to(&path);
    // Who was invited before reads nothing of who came after, and can be left alone without speaking for them.
    hub.visitor().get(&join).await.is(200).hides("issa@agadez.example");
    central.get(&path).await.is(200).shows("In touch").shows("/invite\"");
    hub.visitor().post(&format!("{stop}/decline"), &[]).await.is(303);
    central.get(&path).await.is(200).shows("issa@agadez.example").hides("Said with Mariama").shows("In touch");
    central.post(&format!("{path}/invite"), &[("words", "")]).await.leads_to(&path);
    // Whoever said so before is not written to, where their address is entered anew.
    let revision = central.get(&format!("{path}/facts")).await.is(200).input("revision").expect("a revision");
    let back = with(&[("revision", &revision)]);
    central.post(&format!("{path}/facts"), &back).await.leads_to(&path);
    central.post(&format!("{path}/invite"), &[("words", "")]).await.is(422).shows("does not want to be written to");
}

async fn a_prospect_is_erased_when_somebody_asks_for_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("note", "They asked what it costs.")]).await.is(303);
    let path = newest_prospect(&hub).await;
    central.post(&format!("{path}/erase"), &[]).await.is(422).shows("Tick the box");
    central.post(&format!("{path}/erase"), &[("sure", "yes")]).await.leads_to("/en/office/prospects");
    let left = hub.dump().await;
    assert!(!left.contains("mariama@agadez.example") && !left.contains("what it costs"));
    central.get(&path).await.is(404);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'prospect.erased'").await, 1);
}

async fn whoever_does_not_want_to_be_written_to_is_forgotten_and_left_alone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("note", "Mariama answers the telephone.")]).await.is(303);
    let path = newest_prospect(&hub).await;
    let (join, stop) = invite(&hub, &central, &path).await;
    hub.clock.jump(TimeDelta::days(100));
    let central = hub.signed_in(Who::CentralTeam).await;
    let visitor = hub.visitor();
    visitor.get(&stop).await.is(200).shows("Agadez");
    visitor.post(&format!("{stop}/decline"), &[]).await.leads_to("/fr/join");
    let left = hub.dump().await;
    for gone in ["mariama@agadez.example", "answers the telephone", "We met in Niamey"] {
        assert!(!left.contains(gone), "{gone}");
    }
    visitor.get(&stop).await.is(404);
    visitor.post(&format!("{stop}/decline"), &[]).await.is(404);
    visitor.get(&join).await.is(200).hides("mariama");
    central.get(&path).await.is(200).shows("Does not want to be written to").hides("/invite\"");
    // Nobody writes to them by adding the place once more.
    add(&central, &[]).await.is(422).shows("is a prospect already");
    central.post(&format!("{path}/resume"), &[]).await.leads_to(&path);
    central.get(&path).await.is(200).shows("Does not want to be written to").hides("/erase\"");
    // Nor by erasing it first, also where somebody has asked for the place meanwhile.
    ask(&hub, "We want to join.", &[("place", "Agadez"), ("email", "other@agadez.example")]).await;
    central.post(&format!("{path}/erase"), &[("sure", "yes")]).await.leads_to("/en/office/prospects");
    add(&central, &[]).await.is(422).shows("is a prospect already");
    central.get(&path).await.is(200).shows("Does not want to be written to");
    // Nothing is written down of them anew.
    central.post(&path, &[("text", "They may think again.")]).await.is(422).shows("Nothing is noted about it");
    let mut facts = with(&[]);
    facts.push(("revision", "9"));
    central.post(&format!("{path}/facts"), &facts).await.is(422);
    central.get(&format!("{path}/facts")).await.leads_to(&path);
    assert!(!hub.dump().await.contains("mariama@agadez.example"));
    // That they are to be left alone is kept as long as anything else, from that day on.
    hub.clock.jump(TimeDelta::days(730));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects").await, 1);
}

async fn to_look_at_an_invitation_changes_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let path = newest_prospect(&hub).await;
    let (join, stop) = invite(&hub, &central, &path).await;
    let before = hub.dump().await;
    for link in [&join, &stop] {
        hub.visitor().get(link).await.is(200);
    }
    for link in [&join, &stop] {
        let page = hub.visitor().get(link).await;
        assert!(page.header("cache-control").contains("no-store"), "{}", page.header("cache-control"));
    }
    assert_eq!(hub.dump().await, before);
}

async fn after_two_years_of_silence_it_is_erased(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("note", "They asked what it costs.")]).await.is(303);
    let path = newest_prospect(&hub).await;
    hub.clock.jump(TimeDelta::days(700));
    let central = hub.signed_in(Who::CentralTeam).await;
    central.post(&path, &[("text", "They think about it.")]).await.is(303);
    hub.clock.jump(TimeDelta::days(700));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects").await, 1, "something was said meanwhile");
    hub.clock.jump(TimeDelta::days(32));
    hub.tidy_up().await.expect("tidied up");
    for table in ["prospects", "prospect_notes"] {
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await, 0, "{table}");
    }
    assert!(!hub.dump().await.contains("mariama@agadez.example"));
}

async fn what_somebody_else_wrote_meanwhile_is_shown(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let path = newest_prospect(&hub).await;
    let form = central.get(&format!("{path}/facts")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let of = |name: &'static str| with(&[("name", name)]);
    let mut first = of("Mariama Sani");
    first.push(("revision", &revision));
    central.post(&format!("{path}/facts"), &first).await.leads_to(&path);
    let mut second = of("Mariama Issa");
    second.push(("revision", &revision));
    let page = central.post(&format!("{path}/facts"), &second).await.is(409);
    page.shows("Mariama Issa").shows("Mariama Sani");
    central.get(&path).await.is(200).shows("Mariama Sani");
}

async fn an_enquiry_that_came_by_itself_is_tied_to_its_prospect(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("place", "Zinder"), ("email", "mayor@zinder.example")]).await.is(303);
    let path = newest_prospect(&hub).await;
    // Their place in another script is the same place.
    assert_eq!(ENQUIRY[2].0, "place");
    ask(&hub, "We heard of it from Diffa.", &[("place", "زندر")]).await;
    central.get(&path).await.is(200).shows("Has asked");
    // Dropped or not, it is told.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospects WHERE enquiry IS NOT NULL").await, 1);
}

async fn nobody_writes_twice_by_pressing_twice(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let path = newest_prospect(&hub).await;
    let note = [("text", "They asked what it costs.")];
    let (one, two) = tokio::join!(central.post(&path, &note), central.post(&path, &note));
    assert_eq!((one.status, two.status), (303, 303));
    let invitation = [("words", "")];
    let place = format!("{path}/invite");
    let (one, two) = tokio::join!(central.post(&place, &invitation), central.post(&place, &invitation));
    let mut done = [one.status, two.status];
    done.sort_unstable();
    assert_eq!(done, [303, 422]);
    hub.settle().await;
    let letters = hub.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.to == "mariama@agadez.example").count(), 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM prospect_notes WHERE kind = 'note'").await, 1);
    // Taken back before it left, it does not leave.
    add(&central, &[("place", "Tahoua"), ("email", "a@tahoua.example")]).await.is(303);
    let other = newest_prospect(&hub).await;
    central.post(&format!("{other}/invite"), &[("words", "")]).await.is(303);
    central.post(&format!("{other}/drop"), &[]).await.leads_to(&other);
    hub.settle().await;
    assert!(hub.letters().await.iter().all(|letter| letter.to != "a@tahoua.example"));
}

async fn whose_account_is_erased_is_a_contact_no_more(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    add(&central, &[("email", &email), ("note", "What was said of them.")]).await.is(303);
    practitioner.post("/en/account/erase", &[]).await.is(303);
    hub.settle().await;
    for days in [14, 2] {
        hub.clock.jump(TimeDelta::days(days) + TimeDelta::seconds(2));
        hub.settle().await;
    }
    let left = hub.number("SELECT COUNT(*) AS n FROM prospects WHERE email <> '' OR name <> ''").await;
    assert_eq!(left, 0);
    assert!(!hub.dump().await.contains("What was said of them."));
}
