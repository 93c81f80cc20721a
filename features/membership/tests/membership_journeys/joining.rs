//! A city becomes a member: all of it in one transaction, or nothing.

use chrono::TimeDelta;
use testkit::{CITY, Engine, TestHub, Who, both_engines};

use crate::{
    CONTACTS, accept, acceptance, applied, ask, fill, hub_with_places, invited, newest, newest_application, send,
};

both_engines!(
    a_city_becomes_a_member_with_its_people_and_its_signature,
    the_address_of_a_page_is_made_of_a_name_in_latin_letters,
    whoever_accepts_has_read_the_mandate,
    an_applicant_who_signs_for_themselves_is_looked_at_twice,
    nothing_is_left_of_an_acceptance_that_fails,
    two_who_accept_at_once_make_one_member,
    whoever_accepts_shows_who_they_are,
    only_those_who_answer_decide,
    a_member_that_had_left_comes_back_as_itself,
    a_place_that_is_a_member_already_is_not_taken_twice,
    somebody_with_an_account_gets_the_role_and_no_second_account,
    a_city_of_another_region_is_brought_back_by_nobody_else,
    nobody_decides_about_themselves,
    a_member_of_the_same_name_is_not_entered_twice_by_mistake,
    what_a_city_writes_meanwhile_is_read_before_it_is_accepted,
    of_a_member_nothing_is_decided_any_more,
    a_network_without_principles_accepts_as_well,
);

async fn submitted(engine: Engine) -> (TestHub, String) {
    let hub = hub_with_places(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    (hub, office)
}

/// The form with a place that the gazetteer does not have.
fn located(mut form: Vec<(String, String)>) -> Vec<(String, String)> {
    form.retain(|(name, _)| !["latitude", "longitude", "place_source"].contains(&name.as_str()));
    let place = [("latitude", "13.3"), ("longitude", "12.6"), ("place_source", "A map")];
    form.extend(place.map(|(name, value)| (name.to_owned(), value.to_owned())));
    form
}

async fn cities(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM cities").await
}

async fn a_city_becomes_a_member_with_its_people_and_its_signature(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let before = cities(&hub).await;
    let page = officer.get(&office).await.is(200);
    page.shows("Rumours travel fast.").shows("Aïssa Moussa").shows("عمر ساني").shows("Due in 3 working days");
    let form = acceptance(&officer, &office).await;
    // The gazetteer has filled in what it knows.
    assert!(form.contains(&("population".to_owned(), "230000".to_owned())), "{form:?}");
    let mut form = form;
    form.push(("words".to_owned(), "Good to have you with us.".to_owned()));
    accept(&officer, &office, &form).await.leads_to(&office);
    hub.settle().await;
    assert_eq!(cities(&hub).await, before + 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE place = 2437798").await, 1);
    // The member: its page, its place in the list and the search, its signature.
    let visitor = hub.visitor();
    visitor.get("/en/cities/zinder").await.is(200).shows("Zinder").shows("By its application");
    visitor.get("/en/cities?q=zinder").await.is(200).shows("/en/cities/zinder");
    visitor.get("/en/principles/signatures").await.is(200).shows("Zinder").shows("Mayor").hides("عمر");
    visitor.get("/en/cities/zinder").await.is(200).hides("Terms of reference");
    // Its people: the first leads, the second is a practitioner; each has a letter with a link of their own.
    for (email, role) in [("aissa@zinder.example", "city-lead"), ("ibrahim@zinder.example", "practitioner")] {
        let held = format!(
            "SELECT COUNT(*) AS n FROM roles r JOIN people p ON p.id = r.person WHERE p.email = '{email}' AND r.role = '{role}'"
        );
        assert_eq!(hub.number(&held).await, 1, "{email}");
    }
    let letters = hub.letters().await;
    let letter = letters.iter().find(|letter| letter.to == "aissa@zinder.example").expect("a letter");
    let lead = hub.visitor();
    lead.post(&letter.link(), &[("password", testkit::PASSWORD)]).await.is(303);
    lead.get("/en/cities/zinder/membership").await.is(200).shows("Joined, from 2").shows("/terms\"");
    let page = lead.get("/en/cities/zinder").await.is(200).shows("Terms of reference");
    let text = page.text();
    let at = text.find("/applications/").expect("the terms");
    let address = text[at..].split('"').next().unwrap_or_default().to_owned();
    let terms = lead.get(&address).await.is(200);
    assert_eq!(terms.header("content-type"), "application/pdf");
    visitor.get(&address).await.is(303);
    hub.signed_in(Who::CityLead).await.get(&address).await.is(403);
    // Whoever asked hears of it, the rest of the office as well, and the record has it.
    let told = letters.iter().rfind(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    assert!(told.text.contains("is a member of") && told.text.contains("Good to have you"), "{}", told.text);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'application.accepted'").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM contact_points WHERE until_at IS NULL").await, 2);
    let hash = "SELECT COUNT(*) AS n FROM principles_signatures s JOIN principles_texts t ON t.version = s.version \
                AND t.lang = s.lang AND t.hash = s.hash";
    assert_eq!(hub.number(hash).await, 1, "the signature names the text that was read");
    // The lead invites nobody by accident twice, and the form sent once more changes nothing.
    accept(&officer, &office, &form).await.is(303);
    assert_eq!(cities(&hub).await, before + 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_signatures").await, 1);
}

async fn the_address_of_a_page_is_made_of_a_name_in_latin_letters(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let named = |mut form: Vec<(String, String)>, name: &str| {
        form.retain(|(field, _)| field != "name_en");
        form.push(("name_en".to_owned(), name.to_owned()));
        form
    };
    let form = acceptance(&officer, &office).await;
    let page = accept(&officer, &office, &named(form, "زندر")).await.is(422);
    page.shows("id=\"name_en-error\"").shows("in Latin script").shows("زندر");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE slug = 'city'").await, 0);
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &named(form, "Zinder")).await.is(303);
    hub.visitor().get("/en/cities/zinder").await.is(200);
}

async fn whoever_accepts_has_read_the_mandate(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let mut form = acceptance(&officer, &office).await;
    form.retain(|(name, _)| name != "mandate_read");
    accept(&officer, &office, &form).await.is(422).shows("id=\"mandate_read-error\"").shows("Zinder");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'submitted'").await, 1);
}

async fn an_applicant_who_signs_for_themselves_is_looked_at_twice(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[("name", "Aïssa Moussa")]).await;
    let path = invited(&hub, &officer).await;
    let client = hub.visitor();
    let own = [("sign_name", "Aïssa Moussa"), ("sign_position", "Adviser"), ("agree", "yes")];
    fill(&client, &format!("{path}/contacts"), &CONTACTS).await.is(303);
    fill(&client, &format!("{path}/mandate"), &crate::MANDATE).await.is(303);
    crate::sign(&client, &format!("{path}/principles"), &own).await.is(303);
    let page = officer.get(&newest_application(&hub).await).await.is(200);
    page.shows("on behalf of somebody else than the one who gives the mandate").shows("signed in their own name");
}

async fn nothing_is_left_of_an_acceptance_that_fails(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let (before, files) = (cities(&hub).await, hub.number("SELECT COUNT(*) AS n FROM file_uses").await);
    // The second contact has an account that is closed: found out when the city is entered already.
    hub.invited("ibrahim@zinder.example", "Ibrahim Sani", "practitioner", CITY, "").await;
    let person = hub.person("ibrahim@zinder.example").await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let closed = "UPDATE people SET active = FALSE WHERE id = $1";
    tx.exec(closed, store::params![person]).await.expect("closed");
    tx.commit().await.expect("committed");
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(422).shows("ibrahim@zinder.example").shows("is closed");
    assert_eq!(cities(&hub).await, before);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE email = 'aissa@zinder.example'").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_signatures").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM file_uses").await, files, "no file is left");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'submitted'").await, 1);
}

async fn two_who_accept_at_once_make_one_member(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let before = cities(&hub).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let (one, other) = (acceptance(&officer, &office).await, acceptance(&central, &office).await);
    let (one, other) = tokio::join!(accept(&officer, &office, &one), accept(&central, &office, &other));
    let mut status = [one.status, other.status];
    status.sort_unstable();
    assert_eq!(status, [303, 409], "one accepts, the other is told");
    assert_eq!(cities(&hub).await, before + 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_signatures").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM contact_points").await, 2);
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM file_uses WHERE kind = 'arriving'").await, 0);
}

async fn whoever_accepts_shows_who_they_are(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let form = acceptance(&officer, &office).await;
    hub.clock.jump(TimeDelta::minutes(16));
    // What they wrote is carried to the page that asks for the password.
    let plain: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let reply = officer.post_plainly(&format!("{office}/accept"), &plain).await.is(307);
    assert!(reply.location().contains("/sign-in/again"), "{}", reply.location());
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'submitted'").await, 1);
}

async fn only_those_who_answer_decide(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let form = acceptance(&central, &office).await;
    let enquiry = newest(&hub).await;
    // Another office's: nobody of this one sees it any more.
    central.post(&format!("{enquiry}/region"), &[("region", "europe")]).await.is(303);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    for page in ["", "/accept", "/decline"] {
        officer.get(&format!("{office}{page}")).await.is(404);
    }
    accept(&officer, &office, &form).await.is(404);
    for who in [Who::CityLead, Who::Practitioner] {
        let client = hub.signed_in(who).await;
        client.get(&office).await.is(403);
        accept(&client, &office, &form).await.is(403);
        client.post(&format!("{office}/link"), &[("anew", "yes")]).await.is(403);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'submitted'").await, 1);
}

/// The membership of the scene's city stands there from now on, as after a decision.
async fn membership(hub: &TestHub, now: &str) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[CITY.to_owned()]).await.expect("cities").remove(0);
    let (records, now) = (&hub.parts.city_records, cities::Membership::parse(now).expect("a membership"));
    cities::set_membership(&tx, records, &base::Actor::System, city.id, now).await.expect("it stands there");
    tx.commit().await.expect("it is kept");
}

async fn a_member_that_had_left_comes_back_as_itself(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let _lead_of_before = hub.signed_in(Who::CityLead).await;
    membership(&hub, "withdrawn").await;
    let before = cities(&hub).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    ask(&hub, "May we come back?", &[("place", "Diffa")]).await;
    let path = invited(&hub, &administrator).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let mut form = acceptance(&administrator, &office).await;
    // Whether it is that one is asked where the gazetteer does not tell.
    accept(&administrator, &office, &form).await.is(422).shows("id=\"record-error\"").shows("Was it a member before?");
    form.push(("record".to_owned(), CITY.to_owned()));
    accept(&administrator, &office, &form).await.leads_to(&office);
    hub.settle().await;
    assert_eq!(cities(&hub).await, before, "its record is the one of before");
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200);
    administrator.get(&format!("/en/office/members/{CITY}")).await.is(200).shows("Joined again, from");
    let history = "SELECT COUNT(*) AS n FROM events WHERE kind = 'city.membership-changed'";
    assert_eq!(hub.number(history).await, 2);
    // The people of before are there, and whoever is new sees what comes after them.
    let leads = format!(
        "SELECT COUNT(*) AS n FROM roles WHERE role = 'city-lead' AND scope = (SELECT CAST(id AS TEXT) FROM cities WHERE slug = '{CITY}')"
    );
    assert_eq!(hub.number(&leads).await, 2, "the one of before and the new one");
    let new = "SELECT COUNT(*) AS n FROM roles r JOIN people p ON p.id = r.person \
               WHERE p.email = 'aissa@zinder.example' AND r.sees_from IS NOT NULL";
    assert_eq!(hub.number(new).await, 1);
}

async fn a_place_that_is_a_member_already_is_not_taken_twice(engine: Engine) {
    let hub = hub_with_places(engine).await;
    membership(&hub, "suspended").await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[("place", "Diffa")]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    membership(&hub, "active").await;
    let before = cities(&hub).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let office = newest_application(&hub).await;
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(422).shows("A member is this place already");
    assert_eq!(cities(&hub).await, before);
}

async fn somebody_with_an_account_gets_the_role_and_no_second_account(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    hub.newcomer("aissa@zinder.example", "Aïssa Moussa", "practitioner", CITY, "").await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(303);
    hub.settle().await;
    let of = |what: &str| format!("SELECT COUNT(*) AS n FROM {what} WHERE p.email = 'aissa@zinder.example'");
    assert_eq!(hub.number(&of("people p")).await, 1);
    assert_eq!(hub.number(&of("roles r JOIN people p ON p.id = r.person")).await, 2, "of both cities");
    let letters = hub.letters().await;
    let newest = letters.iter().rfind(|letter| letter.to == "aissa@zinder.example").expect("a letter");
    assert!(!newest.text.contains("/links/"), "{}", newest.text);
    officer.get(&format!("{office}/decline")).await.leads_to(&office);
}

async fn a_city_of_another_region_is_brought_back_by_nobody_else(engine: Engine) {
    let hub = hub_with_places(engine).await;
    membership(&hub, "suspended").await;
    ask(&hub, "May we come back?", &[("place", "Diffa")]).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let mut form = acceptance(&officer, &office).await;
    // Another place, country or region than the enquiry's is taken from no form.
    let foreign = [("place", "3143244"), ("country", "NO"), ("region", "europe"), ("record", CITY)];
    let others: Vec<_> = foreign.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    form.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    let sent: Vec<_> = form.iter().cloned().chain(others).collect();
    accept(&officer, &office, &sent).await.is(422).shows("id=\"region-error\"");
    // What was suspended is the central team's.
    form.push(("region".to_owned(), testkit::REGION.to_owned()));
    form.push(("record".to_owned(), CITY.to_owned()));
    accept(&officer, &office, &form).await.is(422).shows("The central team brings it back");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE membership = 'suspended'").await, 1);
    let central = hub.signed_in(Who::CentralTeam).await;
    let mut form = acceptance(&central, &office).await;
    form.push(("record".to_owned(), "new".to_owned()));
    accept(&central, &office, &form).await.is(422).shows("Say which record it is");
    form.retain(|(name, _)| name != "record" && name != "name_en");
    form.push(("record".to_owned(), CITY.to_owned()));
    form.push(("name_en".to_owned(), "Another name".to_owned()));
    accept(&central, &office, &form).await.is(303);
    // Its names and facts are those of before.
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).shows("Diffa").hides("Another name");
    hub.visitor().get(&format!("/ar/cities/{CITY}")).await.is(200).shows("ديفا");
}

async fn nobody_decides_about_themselves(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = Who::RegionalOfficer.email();
    ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    send(&officer, &office, &[("text", "Who is the first person?")]).await.is(303);
    let mut contacts = CONTACTS;
    contacts[2] = ("email_1", own.as_str());
    fill(&hub.visitor(), &format!("{path}/contacts"), &contacts).await.is(303);
    hub.visitor().post(&format!("{path}/submit"), &[("message", "")]).await.is(303);
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(422).shows("You are named as a point of contact yourself");
    // Whoever else decides sees whose account it is.
    let central = hub.signed_in(Who::CentralTeam).await;
    let page = central.get(&format!("{office}/accept")).await.is(200);
    page.shows("Accounts that are there already").shows(&own).shows("Regional officer");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'city-lead'").await, 0);
    // Nor does whoever asked.
    ask(&hub, "And we?", &[("email", &own.to_uppercase()), ("place", "Kirtachi")]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let form = located(acceptance(&officer, &office).await);
    accept(&officer, &office, &form).await.is(422).shows("You asked for this city yourself");
}

async fn a_member_of_the_same_name_is_not_entered_twice_by_mistake(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    // A hub without a gazetteer: names are all that there is.
    ask(&hub, "May we join?", &[("place", "DIFFA"), ("other", "yes")]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let mut form = located(acceptance(&officer, &office).await);
    let before = cities(&hub).await;
    let page = accept(&officer, &office, &form).await.is(422);
    page.shows("id=\"is_other-error\"").shows("There is a member of this name in this country");
    assert_eq!(cities(&hub).await, before);
    form.push(("is_other".to_owned(), "yes".to_owned()));
    accept(&officer, &office, &form).await.is(303);
    assert_eq!(cities(&hub).await, before + 1);
    hub.visitor().get("/en/cities/diffa-ne").await.is(200);
}

async fn what_a_city_writes_meanwhile_is_read_before_it_is_accepted(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let mut form = acceptance(&officer, &office).await;
    form.retain(|(name, _)| name != "mandate_read");
    hub.visitor().post(&own, &[("message", "Stop: the mayor has withdrawn the mandate.")]).await.is(303);
    // What came back for a tick has seen no more than before.
    let page = accept(&officer, &office, &form).await.is(422);
    let seen: Vec<(String, String)> =
        ["was", "seen"].map(|name| (name.to_owned(), page.input(name).expect("a hidden field"))).into();
    form.retain(|(name, _)| name != "was" && name != "seen");
    form.extend(seen);
    form.push(("mandate_read".to_owned(), "yes".to_owned()));
    let page = accept(&officer, &office, &form).await.is(409).shows("Stop: the mayor has withdrawn");
    assert!(page.input("seen").is_some());
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'submitted'").await, 1);
    officer.get(&office).await.is(200).shows("Stop: the mayor has withdrawn");
    officer.get(&format!("{office}/decline")).await.is(200).shows("Stop: the mayor has withdrawn");
}

async fn of_a_member_nothing_is_decided_any_more(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = invited(&hub, &officer).await;
    applied(&hub, &path).await;
    let office = newest_application(&hub).await;
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(303);
    let visitor = hub.visitor();
    visitor.get(&own).await.is(200).shows("Your city is a member").hides("/withdraw");
    visitor.post(&format!("{own}/withdraw"), &[]).await.is(303);
    visitor.post(&own, &[("message", "Thank you!")]).await.is(303);
    let decide = format!("{}/decide", newest(&hub).await);
    send(&officer, &decide, &[("decision", "reopen")]).await.is(409);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE state = 'invited'").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE state = 'accepted'").await, 1);
    officer.get(&format!("{office}/decline")).await.leads_to(&office);
    visitor.get(&path).await.is(200).shows("Your city is a member");
}

async fn a_network_without_principles_accepts_as_well(engine: Engine) {
    let (hub, office) = submitted(engine).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for text in [
        "UPDATE applications SET sign_version = NULL, sign_hash = NULL",
        "DELETE FROM principles_texts",
        "DELETE FROM principles_versions",
    ] {
        tx.exec(text, Vec::new()).await.expect("nothing is left");
    }
    tx.commit().await.expect("committed");
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let form = acceptance(&officer, &office).await;
    accept(&officer, &office, &form).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM applications WHERE terms IS NOT NULL").await, 1);
}
