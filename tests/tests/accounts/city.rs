//! A city's own documents are the city's: whoever gives themselves a way to them is seen, and sees nothing old.

use chrono::TimeDelta;
use store::params;
use testkit::{CITY, Client, Engine, LetterRead, OTHER_CITY, PASSWORD, TestHub, Upload, Who, both_engines};

use testkit::scene::note;

both_engines!(
    who_gets_or_loses_a_role_is_told,
    taking_the_last_lead_s_role_silences_nothing,
    a_city_without_a_lead_takes_an_administrator,
    the_people_of_a_city_hear_when_their_lead_comes_and_goes,
    a_newcomer_nobody_could_object_to_sees_what_is_new,
    a_second_newcomer_sees_no_more_than_the_first,
    a_newcomer_is_confirmed_by_the_city,
    many_newcomers_and_lines_are_said_to_be_many,
    the_first_of_a_city_is_invited_by_the_central_team,
    the_central_team_gives_nothing_back_as_it_was,
    a_newcomer_whose_account_was_closed_is_as_new_as_before,
    whoever_gets_a_role_back_sees_as_before,
    the_city_reads_its_own_record,
    what_is_read_through_broken_glass_is_on_the_city_s_record,
    a_lead_is_not_replaced_by_the_central_team_alone,
    leads_are_not_replaced_by_two_quick_steps,
    a_role_given_and_taken_opens_nothing_later,
    an_account_that_rested_comes_back_as_a_newcomer,
    an_invitation_that_waited_for_long_shows_what_is_new,
    a_second_role_opens_no_more_while_an_invitation_waits,
    a_role_that_nobody_took_up_stays_that_after_an_upgrade,
    whoever_hears_of_an_account_through_one_city_hears_of_it_through_another,
    an_account_that_is_opened_twice_is_one_letter,
    whoever_is_of_the_city_no_more_hears_no_more_of_its_people,
    the_people_of_a_city_hear_of_its_membership,
);

const REASON: &str = "A court asks for the document, by letter of today.";

async fn grant(hub: &TestHub, by: &Client, email: &str, role: &str) -> u16 {
    by.post(&format!("{}/roles", hub.page_of(email).await), &[("role", role), ("city", CITY)]).await.status
}

/// Invites somebody and sets their password.
async fn invited(hub: &TestHub, by: &Client, email: &str, role: &str) -> Client {
    let fields = [("name", "Some Newcomer"), ("email", email), ("lang", "en"), ("role", role), ("city", CITY)];
    by.post("/en/office/people/invite", &fields).await.is(303);
    let letters = hub.letters().await;
    let letter = letters.iter().find(|letter| letter.to == email && letter.text.contains("/links/"));
    let client = hub.visitor();
    client.post(&letter.expect("an invitation").link(), &[("password", PASSWORD)]).await.is(303);
    client
}

fn own(title: &str, text: &str) -> Upload {
    note(title, text).with("access", "city")
}

fn subjects(letters: &[LetterRead], to: &str) -> Vec<String> {
    letters.iter().filter(|letter| letter.to == to).map(|letter| letter.subject.clone()).collect()
}

async fn who_gets_or_loses_a_role_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, officer) = (hub.signed_in(Who::Administrator).await, Who::RegionalOfficer.email());
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::CityLead).await;
    assert_eq!(grant(&hub, &administrator, &officer, "practitioner").await, 303);
    assert_eq!(subjects(&hub.letters().await, &officer), ["You now have a role for Diffa"]);
    hub.take(&administrator, &officer, "regional-officer").await;
    let letters = hub.letters().await;
    let told = letters.iter().find(|letter| letter.to == officer && letter.subject.contains("no longer"));
    let told = told.expect("a letter");
    assert!(told.text.contains("Regional officer") && told.text.contains("has been taken from you"), "{}", told.text);
    let page = format!("{}/roles", hub.page_of(&officer).await);
    administrator.post(&page, &[("role", "central-team")]).await.is(303);
    let subject = "You now have another role on";
    assert!(subjects(&hub.letters().await, &officer).iter().any(|own| own.starts_with(subject)));
    assert_eq!(subjects(&hub.letters().await, &Who::CityLead.email()).len(), 1, "the city, of its practitioner");
}

async fn taking_the_last_lead_s_role_silences_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let (central, email) = (hub.signed_in(Who::CentralTeam).await, Who::CityLead.email());
    let id = lead.uploaded(&own("Wells of the town", "A text of the city.")).await;
    let path = format!("/en/library/{id}");
    hub.take(&central, &email, "city-lead").await;
    // The central team alone gets nobody in.
    let sock = [("name", "S"), ("email", "sock@example.org"), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    central
        .post("/en/office/people/invite", &sock)
        .await
        .is(422)
        .shows("Ask an administrator of the hub to give this role");
    assert_eq!(hub.person("sock@example.org").await, 0);
    // An administrator gets somebody in who sees nothing of it, and whoever led the city hears of it.
    let sock = invited(&hub, &administrator, "sock@example.org", "practitioner").await;
    sock.get(&path).await.is(404);
    administrator
        .post("/en/office/glass", &[("city", CITY), ("reason", REASON)])
        .await
        .leads_to("/en/library?city=diffa&done=glass");
    let letters = hub.letters().await;
    let told = subjects(&letters, &email).join("\n");
    for part in
        ["You no longer have this role", "Some Newcomer now has a role for Diffa", "opened Diffa’s city-only documents"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    // A month after the role ended, they have nothing more to do with the city.
    hub.clock.jump(TimeDelta::days(31));
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", REASON)]).await.is(303);
    assert_eq!(subjects(&hub.letters().await, &email).len(), 3);
}

async fn the_people_of_a_city_hear_when_their_lead_comes_and_goes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, officer) = (hub.signed_in(Who::Administrator).await, Who::RegionalOfficer.email());
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::Practitioner).await;
    let practitioner = Who::Practitioner.email();
    // By the time the letters leave, there is a lead: they leave all the same.
    assert_eq!(grant(&hub, &administrator, &officer, "practitioner").await, 303);
    assert_eq!(grant(&hub, &administrator, &officer, "city-lead").await, 303);
    let came = subjects(&hub.letters().await, &practitioner);
    assert_eq!(came.iter().filter(|subject| subject.contains("now has a role for Diffa")).count(), 2, "{came:?}");
    hub.take(&administrator, &officer, "city-lead").await;
    let went = subjects(&hub.letters().await, &practitioner);
    assert!(went.iter().any(|subject| subject.contains("has lost a role for Diffa")), "{went:?}");
    assert_eq!(grant(&hub, &administrator, &officer, "city-lead").await, 303);
    administrator.post(&format!("{}/deactivate", hub.page_of(&officer).await), &[]).await.is(303);
    let ended = subjects(&hub.letters().await, &practitioner);
    assert!(ended.iter().any(|subject| subject.contains("is deactivated")), "{ended:?}");
}

async fn a_city_without_a_lead_takes_an_administrator(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, officer) = (hub.signed_in(Who::CentralTeam).await, Who::RegionalOfficer.email());
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::Practitioner).await;
    for role in ["practitioner", "city-lead"] {
        assert_eq!(grant(&hub, &central, &officer, role).await, 422, "{role}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role IN ('practitioner', 'city-lead')").await, 1);
    assert_eq!(grant(&hub, &administrator, &officer, "city-lead").await, 303);
    // With a lead, the central team is enough; the lead is told.
    hub.signed_in(Who::OtherLead).await;
    assert_eq!(grant(&hub, &central, &Who::OtherLead.email(), "practitioner").await, 303);
    assert!(
        subjects(&hub.letters().await, &officer).iter().any(|subject| subject.contains("now has a role for Diffa"))
    );
    // A lead whose account is deactivated could not object.
    let page = hub.page_of(&officer).await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    let more = [("name", "N"), ("email", "n@example.org"), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    central.post("/en/office/people/invite", &more).await.is(422);
}

/// The document is nowhere to be seen for this reader: page, file, picture, JSON, search, suggestion, city's page.
async fn sees(reader: &Client, id: base::DocumentId, word: &str, title: &str, seen: bool) {
    let status = if seen { 200 } else { 404 };
    for path in [format!("/en/library/{id}"), format!("/files/{id}"), format!("/api/v1/documents/{id}")] {
        reader.get(&path).await.is(status);
    }
    for path in [
        format!("/en/library?q={word}"),
        format!("/en/library?city={CITY}"),
        format!("/api/v1/documents?city={CITY}"),
        format!("/en/cities/{CITY}"),
    ] {
        let reply = reader.get(&path).await.is(200);
        if seen {
            reply.shows(title)
        } else {
            reply.hides(title)
        };
    }
}

async fn a_newcomer_nobody_could_object_to_sees_what_is_new(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    hub.settle().await;
    let newcomer = invited(&hub, &administrator, "newcomer@example.org", "city-lead").await;
    let new = newcomer.uploaded(&own("Marlinspike plan", "The tamarindgrove is new.")).await;
    hub.settle().await;
    sees(&newcomer, old, "quokkaberry", "Zanzibarbuckle", false).await;
    sees(&newcomer, new, "tamarindgrove", "Marlinspike", true).await;
    newcomer.get("/en/library?q=quokkaberry").await.hides("One document");
    newcomer.get(&format!("/en/library/{old}/edit")).await.is(404);
    newcomer.post(&format!("/en/library/{old}/withdraw"), &[]).await.is(404);
    newcomer.get(&format!("/en/cities/{CITY}")).await.is(200).shows("only the newer ones");
    // What is withdrawn of the city's own is not laid open on the way.
    newcomer.get("/en/library/mine").await.is(200).hides("Zanzibarbuckle").shows("Marlinspike");
    // A month later, nobody having objected, they are of the city as everybody else.
    hub.clock.jump(TimeDelta::days(31));
    let again = hub.visitor();
    again.post("/en/sign-in", &[("email", "newcomer@example.org"), ("password", PASSWORD)]).await.is(303);
    sees(&again, old, "quokkaberry", "Zanzibarbuckle", true).await;
    again.get(&format!("/en/cities/{CITY}")).await.is(200).hides("only the newer ones");
}

async fn a_second_newcomer_sees_no_more_than_the_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    let first = invited(&hub, &administrator, "first@example.org", "city-lead").await;
    let between = first.uploaded(&own("Marlinspike plan", "The tamarindgrove is new.")).await;
    // Now the city has a lead, but none who knows more.
    let second = invited(&hub, &central, "second@example.org", "practitioner").await;
    hub.settle().await;
    sees(&second, old, "quokkaberry", "Zanzibarbuckle", false).await;
    sees(&second, between, "tamarindgrove", "Marlinspike", false).await;
    // Whoever is as new confirms nobody, and another role for the same city opens no more.
    first.post(&confirmation(&hub, "second@example.org").await, &[]).await.is(403);
    assert_eq!(grant(&hub, &central, "second@example.org", "city-lead").await, 303);
    sees(&second, old, "quokkaberry", "Zanzibarbuckle", false).await;
}

/// Where a lead of the city confirms somebody.
async fn confirmation(hub: &TestHub, email: &str) -> String {
    format!("/en/cities/{CITY}/record/{}/confirm", base::id::write_id(hub.person(email).await))
}

async fn a_newcomer_is_confirmed_by_the_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let (practitioner, email) = (hub.signed_in(Who::Practitioner).await, "new@example.org");
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    let newcomer = invited(&hub, &central, email, "city-lead").await;
    hub.settle().await;
    // As long as nobody of the city has confirmed them, a lead who is there opens nothing.
    sees(&newcomer, old, "quokkaberry", "Zanzibarbuckle", false).await;
    let letters = hub.letters().await;
    let told = letters.iter().find(|letter| letter.to == Who::CityLead.email()).expect("the lead is told");
    assert!(told.text.contains(&format!("/en/cities/{CITY}/record\n")), "{}", told.text);
    let record = format!("/en/cities/{CITY}/record");
    lead.get(&record).await.is(200).shows("New in the city").shows(email).shows("Confirm");
    // Whoever can confirm them is told where they work.
    let (city, waits) = (format!("/en/cities/{CITY}"), "waits to be confirmed by you");
    lead.get(&city).await.is(200).shows(waits);
    for other in [&practitioner, &central, &newcomer, &hub.visitor()] {
        other.get(&city).await.is(200).hides(waits);
    }
    practitioner.get(&record).await.is(200).hides("New in the city");
    newcomer.get(&record).await.is(200).hides("New in the city");
    let confirm = confirmation(&hub, email).await;
    for other in [&practitioner, &central, &newcomer, &hub.signed_in(Who::OtherLead).await] {
        other.post(&confirm, &[]).await.is(403);
    }
    hub.visitor().post(&confirm, &[]).await.leads_to("/en/sign-in");
    lead.post(&confirmation(&hub, &Who::CityLead.email()).await, &[]).await.is(403);
    lead.post(&confirmation(&hub, &Who::CentralTeam.email()).await, &[]).await.is(404);
    sees(&newcomer, old, "quokkaberry", "Zanzibarbuckle", false).await;
    for _ in 0..2 {
        lead.post(&confirm, &[]).await.leads_to(&format!("{record}?done=confirmed"));
    }
    lead.get(&city).await.is(200).hides(waits);
    sees(&newcomer, old, "quokkaberry", "Zanzibarbuckle", true).await;
    lead.get(&record).await.is(200).hides("New in the city").shows("Confirmed by the city");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_record WHERE action = 'role.confirmed'").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'role.confirmed'").await, 1);
}

async fn many_newcomers_and_lines_are_said_to_be_many(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (record, page) = (format!("/en/cities/{CITY}/record"), format!("/en/cities/{CITY}"));
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let many = async |newcomers: i64, lines: i64| {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        for number in 1..=newcomers {
            let (id, email) = (tx.new_id(), format!("new{number}@example.org"));
            tx.exec(
                "INSERT INTO people (id, email, name, name_key, folded, lang, created_at, password) \
                 VALUES ($1, $2, $2, $3, $2, 'en', $4, 'x') ON CONFLICT DO NOTHING",
                params![id, email.as_str(), vec![0_u8], tx.now()],
            )
            .await
            .expect("a person");
            tx.exec(
                "INSERT INTO roles (id, person, role, scope, granted_at, sees_from) \
                 SELECT $1, id, 'practitioner', $2, $3, $1 FROM people WHERE email = $4 ON CONFLICT DO NOTHING",
                params![tx.new_id(), city.to_string(), tx.now(), email.as_str()],
            )
            .await
            .expect("a role");
        }
        for _ in 0..lines {
            tx.exec(
                "INSERT INTO city_record (id, city, at, action, subject, detail) VALUES ($1, $2, $3, 'role.granted', '', '')",
                params![tx.new_id(), city, tx.now()],
            )
            .await
            .expect("a line");
        }
        tx.commit().await.expect("committed");
    };
    many(50, 998).await;
    let own = hub.number(&format!("SELECT COUNT(*) AS n FROM city_record WHERE city = {city}")).await;
    many(0, 1_000 - own).await;
    lead.get(&record).await.is(200).shows("new50@example.org").hides("There are more");
    lead.get(&page).await.is(200).shows("1,000 entries in the last 30 days").hides("More than");
    many(51, 1).await;
    let shown = lead.get(&record).await.is(200).shows("There are more").text();
    assert_eq!(shown.matches("/confirm\"").count(), 50);
    lead.get(&page).await.is(200).shows("More than 1,000 entries in the last 30 days");
}

async fn the_first_of_a_city_is_invited_by_the_central_team(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let invite = async |email: &str| {
        let fields = [("name", "First One"), ("email", email), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
        central.post("/en/office/people/invite", &fields).await.status
    };
    // A mistyped address keeps nobody out.
    assert_eq!(invite("mistyped@example.org").await, 303);
    hub.take(&central, "mistyped@example.org", "city-lead").await;
    assert_eq!(invite("first@example.org").await, 303);
    assert_eq!(invite("second@example.org").await, 303);
    hub.settle().await;
    take_up(&hub, "first@example.org").await;
    // Once somebody was of it: whoever comes while nobody leads it takes an administrator.
    hub.take(&central, "first@example.org", "city-lead").await;
    assert_eq!(invite("third@example.org").await, 422);
}

async fn whoever_gets_a_role_back_sees_as_before(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    hub.settle().await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    lead.get(&format!("/en/library/{old}")).await.is(404);
    assert_eq!(grant(&hub, &administrator, &Who::CityLead.email(), "city-lead").await, 303, "taken by mistake");
    sees(&lead, old, "quokkaberry", "Zanzibarbuckle", true).await;
    // They are of the city for as long as before: they confirm who is new.
    invited(&hub, &central, "colleague@example.org", "practitioner").await;
    lead.post(&confirmation(&hub, "colleague@example.org").await, &[]).await.is(303);
}

async fn the_central_team_gives_nothing_back_as_it_was(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (officer, email) = (hub.signed_in(Who::RegionalOfficer).await, Who::RegionalOfficer.email());
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    hub.settle().await;
    let path = format!("/en/library/{old}");
    // Given and taken within the hour, and given again when it would be new no more.
    let central = hub.signed_in(Who::CentralTeam).await;
    assert_eq!(grant(&hub, &central, &email, "city-lead").await, 303);
    hub.clock.jump(TimeDelta::hours(1));
    hub.take(&central, &email, "city-lead").await;
    hub.clock.jump(TimeDelta::days(30) - TimeDelta::minutes(30));
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let officer = again(officer, &email).await;
    assert_eq!(grant(&hub, &central, &email, "city-lead").await, 303);
    officer.get(&path).await.is(404);
    hub.take(&central, &email, "city-lead").await;
    assert_eq!(grant(&hub, &administrator, &email, "city-lead").await, 303);
    officer.get(&path).await.is(404);
    // Taken while the account was closed, after it rested.
    hub.newcomer("rests@example.org", "Rests Long", "practitioner", CITY, "").await;
    let rests = hub.page_of("rests@example.org").await;
    central.post(&format!("{rests}/deactivate"), &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(40));
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.take(&central, "rests@example.org", "practitioner").await;
    central.post(&format!("{rests}/activate"), &[]).await.is(303);
    assert_eq!(grant(&hub, &central, "rests@example.org", "practitioner").await, 303);
    again(hub.visitor(), "rests@example.org").await.get(&path).await.is(404);
    hub.take(&central, "rests@example.org", "practitioner").await;
    assert_eq!(grant(&hub, &administrator, "rests@example.org", "practitioner").await, 303);
    again(hub.visitor(), "rests@example.org").await.get(&path).await.is(404);
}

async fn a_newcomer_whose_account_was_closed_is_as_new_as_before(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    let (new, page) = ("new@example.org", format!("/en/library/{old}"));
    invited(&hub, &central, new, "practitioner").await;
    let account = hub.page_of(new).await;
    hub.clock.jump(TimeDelta::hours(1));
    central.post(&format!("{account}/deactivate"), &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(30) - TimeDelta::minutes(30));
    let central = hub.signed_in(Who::CentralTeam).await;
    central.post(&format!("{account}/activate"), &[]).await.is(303);
    again(hub.visitor(), new).await.get(&page).await.is(404);
    // Whoever was new no more comes back as they were.
    hub.clock.jump(TimeDelta::days(31));
    let central = hub.signed_in(Who::CentralTeam).await;
    for what in ["deactivate", "activate"] {
        central.post(&format!("{account}/{what}"), &[]).await.is(303);
    }
    again(hub.visitor(), new).await.get(&page).await.is(200);
}

/// Their browser, after they have signed in with it once more.
async fn again(client: Client, email: &str) -> Client {
    client.post("/en/sign-in", &[("email", email), ("password", PASSWORD)]).await.is(303);
    client
}

async fn the_city_reads_its_own_record(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let path = format!("/en/cities/{CITY}/record");
    hub.signed_in(Who::Practitioner).await.get(&path).await.is(200);
    hub.take(&administrator, &Who::Practitioner.email(), "practitioner").await;
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", REASON)]).await.is(303);
    lead.get(&format!("/en/cities/{CITY}")).await.is(200).shows(&path);
    let page = lead.get(&path).await.is(200).shows("Role taken away").shows("Example practitioner");
    page.shows("City-only documents opened").shows(REASON).shows("Example administrator").shows(" UTC");
    for (lang, word) in [("fr", "Registre"), ("ar", "سجل المدينة")] {
        lead.get(&format!("/{lang}/cities/{CITY}/record")).await.is(200).shows(word);
    }
    // Of no other city, and for nobody else; visitors are not told that there is one.
    hub.signed_in(Who::OtherLead).await.get(&path).await.is(403);
    hub.signed_in(Who::CentralTeam).await.get(&path).await.is(403);
    administrator.get(&path).await.is(403);
    hub.signed_in(Who::Practitioner).await.get(&path).await.is(403);
    hub.visitor().get(&path).await.leads_to("/en/sign-in");
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).hides("/record");
    lead.get("/en/cities/medellin/record").await.is(403);
    lead.get("/en/cities/atlantis/record").await.is(404);
}

async fn what_is_read_through_broken_glass_is_on_the_city_s_record(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    let read = lead.uploaded(&own("Read one", "The first text.")).await;
    let unread = lead.uploaded(&own("Unread one", "The second text.")).await;
    let public = lead.uploaded(&note("Public one", "A third text.").with("access", "public")).await;
    let lines = "SELECT COUNT(*) AS n FROM city_record WHERE action = 'document.glass-read'";
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", REASON)]).await.is(303);
    for path in [
        format!("/en/library/{read}"),
        format!("/files/{read}"),
        format!("/api/v1/documents/{read}"),
        format!("/en/library/{public}"),
    ] {
        administrator.get(&path).await.is(200);
    }
    administrator.get(&format!("/en/library/{read}")).await.is(200);
    assert_eq!(hub.number(lines).await, 1, "once for a document and an opening");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'document.glass-read'").await, 1);
    let page = lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("read by an administrator");
    page.shows(&format!("/en/library/{read}")).hides(&unread.to_string());
    administrator.get("/en/office/record").await.is(200).hides(&read.to_string());
    // Its own people are not watched.
    lead.get(&format!("/en/library/{unread}")).await.is(200);
    assert_eq!(hub.number(lines).await, 1);
    // Opened again, it is another reading.
    hub.clock.jump(TimeDelta::minutes(2));
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", REASON)]).await.is(303);
    administrator.get(&format!("/files/{read}")).await.is(200);
    assert_eq!(hub.number(lines).await, 2);
}

async fn a_lead_is_not_replaced_by_the_central_team_alone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let (lead, practitioner) = (Who::CityLead.email(), Who::Practitioner.email());
    hub.signed_in(Who::Practitioner).await;
    hub.clock.jump(TimeDelta::days(40));
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    // Invited while there was a lead, and not come yet: they could object to nothing.
    let waiting = "waiting@example.org";
    let fields = [("name", "Some Newcomer"), ("email", waiting), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    central.post("/en/office/people/invite", &fields).await.is(303);
    hub.clock.jump(TimeDelta::minutes(1));
    hub.take(&central, &lead, "city-lead").await;
    assert_eq!(grant(&hub, &central, &practitioner, "city-lead").await, 422, "they hold another role there");
    let more = [("name", "N"), ("email", "n@example.org"), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    central
        .post("/en/office/people/invite", &more)
        .await
        .is(422)
        .shows("Ask an administrator of the hub to give this role");
    // Taken from whoever never came, it is not given back as if they had led the city.
    hub.take(&central, waiting, "city-lead").await;
    assert_eq!(grant(&hub, &central, waiting, "city-lead").await, 422);
    // What was taken by mistake an administrator gives back, or to somebody else.
    assert_eq!(grant(&hub, &central, &lead, "city-lead").await, 422);
    assert_eq!(grant(&hub, &administrator, &lead, "city-lead").await, 303);
    let page = hub.page_of(&lead).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    assert_eq!(grant(&hub, &central, &practitioner, "city-lead").await, 422, "a lead who is deactivated cannot object");
    assert_eq!(grant(&hub, &administrator, &practitioner, "city-lead").await, 303);
    central.post(&format!("{page}/activate"), &[]).await.is(303);
}

async fn leads_are_not_replaced_by_two_quick_steps(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    let (email, second) = (Who::CityLead.email(), "second@example.org");
    hub.newcomer(second, "Second Lead", "city-lead", CITY, "").await;
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    hub.settle().await;
    // One rests while the role is given, and is opened again: they are told where they read what was done meanwhile.
    let page_of_second = hub.page_of(second).await;
    central.post(&format!("{page_of_second}/deactivate"), &[]).await.is(303);
    let sock = invited(&hub, &central, "sock@example.org", "city-lead").await;
    central.post(&format!("{page_of_second}/activate"), &[]).await.is(303);
    let letters = hub.letters().await;
    let opened = letters.iter().find(|letter| letter.to == second && letter.subject.contains("is active again"));
    let opened = opened.expect("a letter");
    assert!(opened.text.contains(&format!("/en/cities/{CITY}/record\n")), "{}", opened.text);
    sees(&sock, old, "quokkaberry", "Zanzibarbuckle", false).await;
    // Whoever came lately stands in nobody's place: of what follows everyone of the city is told.
    central.post(&format!("{page_of_second}/deactivate"), &[]).await.is(303);
    let another = invited(&hub, &central, "another@example.org", "practitioner").await;
    hub.take(&central, &email, "city-lead").await;
    sees(&sock, old, "quokkaberry", "Zanzibarbuckle", false).await;
    sees(&another, old, "quokkaberry", "Zanzibarbuckle", false).await;
    let told = subjects(&hub.letters().await, &Who::Practitioner.email());
    assert!(told.iter().any(|subject| subject.contains("Example city-lead has lost a role")), "{told:?}");
    // What is new is theirs.
    let new = sock.uploaded(&own("Marlinspike wells", "The tamarindgrove is new.")).await;
    hub.settle().await;
    sees(&sock, new, "tamarindgrove", "Marlinspike", true).await;
}

async fn a_role_given_and_taken_opens_nothing_later(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    let mallory = invited(&hub, &central, "mallory@example.org", "city-lead").await;
    hub.take(&central, "mallory@example.org", "city-lead").await;
    central.post(&format!("{}/deactivate", hub.page_of(&Who::CityLead.email()).await), &[]).await.is(303);
    assert_eq!(grant(&hub, &central, "mallory@example.org", "city-lead").await, 422, "an administrator has to");
    mallory.get(&format!("/en/library/{old}")).await.is(404);
}

async fn an_account_that_rested_comes_back_as_a_newcomer(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    let second = hub.page_of("second@example.org").await;
    central.post(&format!("{second}/deactivate"), &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(31));
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    central.post(&format!("{second}/activate"), &[]).await.is(422).shows("An administrator has to activate it");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE NOT active").await, 1);
    administrator.post(&format!("{second}/activate"), &[]).await.is(303);
    let told = subjects(&hub.letters().await, &Who::CityLead.email());
    assert!(told.iter().any(|subject| subject == "The account of Second Lead is active again"), "{told:?}");
    let again = hub.visitor();
    again.post("/en/sign-in", &[("email", "second@example.org"), ("password", PASSWORD)]).await.is(303);
    again.get(&format!("/en/library/{old}")).await.is(404);
}

async fn an_invitation_that_waited_for_long_shows_what_is_new(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
    let email = "late@example.org";
    let fields = [("name", "Late One"), ("email", email), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    central.post("/en/office/people/invite", &fields).await.is(303);
    hub.settle().await;
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    hub.clock.jump(TimeDelta::days(40));
    hub.visitor().post("/en/forgotten", &[("email", email)]).await.is(303);
    let letters = hub.letters().await;
    let links: Vec<_> = letters.iter().filter(|letter| letter.to == email && letter.text.contains("/links/")).collect();
    let late = hub.visitor();
    let mut used = 0;
    for letter in links {
        used += u8::from(late.post(&letter.link(), &[("password", PASSWORD)]).await.status == 303);
    }
    assert_eq!(used, 1);
    late.get(&format!("/en/library/{old}")).await.is(404);
    late.get(&format!("/en/cities/{CITY}")).await.is(200).shows("only the newer ones");
}

/// Sets the password of somebody who was invited, by a link that is handed over.
async fn take_up(hub: &TestHub, email: &str) -> Client {
    let secret = people::link_for(&hub.hub.db, email).await.expect("a link");
    let client = hub.visitor();
    client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(303);
    client
}

async fn a_second_role_opens_no_more_while_an_invitation_waits(engine: Engine) {
    for (waited, then) in [(48, 1), (20, 15), (20, 1)] {
        let hub = TestHub::start(engine).await;
        let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
        let old = lead.uploaded(&own("Zanzibarbuckle wells", "The quokkaberry is told to nobody.")).await;
        let email = "late@example.org";
        let fields = [("name", "L"), ("email", email), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
        central.post("/en/office/people/invite", &fields).await.is(303);
        hub.take(&central, &Who::CityLead.email(), "city-lead").await;
        hub.clock.jump(TimeDelta::days(waited));
        let administrator = hub.signed_in(Who::Administrator).await;
        assert_eq!(grant(&hub, &administrator, email, "city-lead").await, 303);
        let given = format!("person = {} AND role = 'city-lead'", hub.person(email).await);
        let limited = format!("SELECT COUNT(*) AS n FROM roles WHERE {given} AND sees_from IS NOT NULL");
        assert_eq!(hub.number(&limited).await, 1, "nobody of the city could object to it");
        hub.clock.jump(TimeDelta::days(then));
        let late = take_up(&hub, email).await;
        late.get(&format!("/en/library/{old}")).await.is(404);
    }
}

async fn a_role_that_nobody_took_up_stays_that_after_an_upgrade(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.clock.jump(TimeDelta::days(40));
    let administrator = hub.signed_in(Who::Administrator).await;
    let never = "never@example.org";
    hub.invited(never, "Never One", "city-lead", CITY, "").await;
    hub.take(&administrator, never, "city-lead").await;
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    // As the version before left them.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for before in testkit::before::CITY_NAMES_AS_COLUMNS.into_iter().chain([
        "UPDATE ended_roles SET taken_up = TRUE",
        "DROP INDEX audit_subject",
        "DROP INDEX place_names_place",
        "ALTER TABLE readings DROP COLUMN cut",
        "DROP TABLE message_letters",
        "ALTER TABLE messages DROP COLUMN purpose",
        "ALTER TABLE messages DROP COLUMN region",
        "ALTER TABLE messages DROP COLUMN theme",
        "ALTER TABLE messages DROP COLUMN confirmed",
        "DROP TABLE picture_files",
        "DROP TABLE pictures",
        "DROP TABLE master_key",
        "DROP TABLE home_layouts",
        "DROP TABLE editorial_links",
        "DROP TABLE editorial_social",
        "DROP TABLE editorial_previews",
        "DROP TABLE editorial_addresses",
        "DROP TABLE editorial_cities",
        "DROP TABLE editorial_themes",
        "DROP TABLE editorial_items",
        "DROP TABLE text_parts",
        "DROP TABLE text_revisions",
        "DROP TABLE texts",
        "DROP TABLE moves",
        "DELETE FROM migrations WHERE name >= '20261129_010000_people_never_taken_up'",
    ]) {
        tx.exec(before, Vec::new()).await.expect("as before");
    }
    tx.commit().await.expect("committed");
    let hub = hub.restart().await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    assert_eq!(grant(&hub, &central, never, "city-lead").await, 422);
    for (email, limited) in [(never, 1), (&Who::CityLead.email(), 0)] {
        assert_eq!(grant(&hub, &administrator, email, "city-lead").await, 303);
        let seen = format!("person = {} AND sees_from IS NOT NULL", hub.person(email).await);
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM roles WHERE {seen}")).await, limited, "{email}");
    }
}

async fn whoever_hears_of_an_account_through_one_city_hears_of_it_through_another(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let (both, email) = ("both@example.org", Who::Practitioner.email());
    hub.signed_in(Who::Practitioner).await;
    hub.newcomer(both, "Lead of both", "city-lead", CITY, "").await;
    let give = async |email: &str, role: &str| {
        let fields = [("role", role), ("city", OTHER_CITY)];
        administrator.post(&format!("{}/roles", hub.page_of(email).await), &fields).await.is(303);
    };
    give(both, "city-lead").await;
    give(&email, "practitioner").await;
    hub.settle().await;
    for (number, city) in [CITY, OTHER_CITY].into_iter().enumerate() {
        let act = if number == 0 { "deactivate" } else { "activate" };
        administrator.post(&format!("{}/{act}", hub.page_of(&email).await), &[]).await.is(303);
        // Before the letter leaves, its reader has nothing more to do with one of the two cities.
        let scope = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{city}'")).await;
        let person = hub.person(both).await;
        let tx = hub.hub.db.begin().await.expect("a transaction");
        let gone = "UPDATE roles SET scope = '7' WHERE person = $1 AND scope = $2";
        tx.exec(gone, params![person, scope.to_string()]).await.expect("gone");
        tx.commit().await.expect("committed");
        let told = subjects(&hub.letters().await, both);
        let about = told.iter().filter(|subject| subject.contains("Example practitioner is")).count();
        assert_eq!(about, number + 1, "{act}: {told:?}");
        let tx = hub.hub.db.begin().await.expect("a transaction");
        let back = "UPDATE roles SET scope = $2 WHERE person = $1 AND scope = '7'";
        tx.exec(back, params![person, scope.to_string()]).await.expect("back");
        tx.commit().await.expect("committed");
    }
}

async fn an_account_that_is_opened_twice_is_one_letter(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    hub.settle().await;
    let page = hub.page_of(&Who::Practitioner.email()).await;
    for act in ["deactivate", "activate", "deactivate", "activate"] {
        central.post(&format!("{page}/{act}"), &[]).await.is(303);
    }
    let letters = hub.letters().await;
    for to in [Who::Practitioner.email(), Who::CityLead.email()] {
        let told = subjects(&letters, &to);
        assert_eq!(told.iter().filter(|subject| subject.contains("is active again")).count(), 1, "{told:?}");
    }
}

async fn whoever_is_of_the_city_no_more_hears_no_more_of_its_people(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let (lead, practitioner, gone) = (Who::CityLead.email(), Who::Practitioner.email(), "gone@example.org");
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    hub.signed_in(Who::RegionalOfficer).await;
    hub.newcomer(gone, "Gone One", "practitioner", CITY, "").await;
    // Never came: as a practitioner who still waits, and as a lead whose role was taken.
    hub.invited("waiting@example.org", "Waiting One", "practitioner", CITY, "").await;
    hub.invited("never@example.org", "Never One", "city-lead", CITY, "").await;
    hub.take(&administrator, gone, "practitioner").await;
    hub.take(&administrator, "never@example.org", "city-lead").await;
    hub.take(&administrator, &lead, "city-lead").await;
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    let administrator = hub.signed_in(Who::Administrator).await;
    let before: Vec<usize> = count(&hub, &[gone, "waiting@example.org", "never@example.org"]).await;
    assert_eq!(grant(&hub, &administrator, &Who::RegionalOfficer.email(), "practitioner").await, 303);
    hub.settle().await;
    hub.take(&administrator, &Who::RegionalOfficer.email(), "practitioner").await;
    assert_eq!(count(&hub, &[gone, "waiting@example.org", "never@example.org"]).await, before);
    // The people of the city hear of it, and whoever led it, who is told why.
    let letters = hub.letters().await;
    let of = |to: &str| -> Vec<&LetterRead> {
        let about = letters.iter().filter(|letter| letter.subject.contains("Example regional-officer"));
        about.filter(|letter| letter.to == to).collect()
    };
    assert_eq!((of(&lead).len(), of(&practitioner).len()), (2, 2), "{letters:?}");
    assert!(of(&lead).iter().all(|letter| letter.text.contains("because you were a lead of Diffa until lately")));
    assert!(of(&practitioner).iter().all(|letter| !letter.text.contains("because you were a lead")));
    // With a lead again, it is the lead's to object.
    hub.newcomer("follows@example.org", "New Lead", "city-lead", CITY, "").await;
    hub.settle().await;
    let told = count(&hub, &[&lead]).await;
    hub.clock.jump(TimeDelta::minutes(5));
    assert_eq!(grant(&hub, &administrator, &Who::RegionalOfficer.email(), "practitioner").await, 303);
    assert_eq!(count(&hub, &[&lead]).await, told);
}

/// How many letters each of them got.
async fn count(hub: &TestHub, people: &[&str]) -> Vec<usize> {
    let letters = hub.letters().await;
    people.iter().map(|to| letters.iter().filter(|letter| letter.to == *to).count()).collect()
}

async fn the_people_of_a_city_hear_of_its_membership(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    hub.signed_in(Who::OtherLead).await;
    hub.invited("waiting@example.org", "Waiting One", "practitioner", CITY, "").await;
    lead.post("/en/account", &[("name", "Salif Example"), ("lang", "fr")]).await.is(303);
    let told = [Who::CityLead.email(), Who::Practitioner.email(), Who::OtherLead.email(), "waiting@example.org".into()];
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let path = format!("/en/cities/{CITY}/facts");
    let today = hub.hub.network.calendar_of(testkit::REGION).day_of(hub.hub.now()).to_string();
    for (number, (now, english, french)) in [
        ("dormant", "The membership of Diffa is dormant", "L’adhésion de Diffa est en sommeil"),
        ("resumed", "The membership of Diffa is active", "L’adhésion de Diffa est active"),
        ("suspended", "The membership of Diffa is suspended", "L’adhésion de Diffa est suspendue"),
        ("withdrawn", "The membership of Diffa is withdrawn", "L’adhésion de Diffa a pris fin"),
    ]
    .into_iter()
    .enumerate()
    {
        // Two people decide that; here it is so.
        if now == "suspended" {
            crate::letter_texts::becomes(&hub, CITY, cities::Membership::Suspended).await;
        } else {
            let decided = [("from", &*today), ("reason", "As its council said."), ("sure", "yes")];
            administrator.post(&format!("/en/office/members/{CITY}/decide/{now}"), &decided).await.is(303);
        }
        assert_eq!(count(&hub, &told).await, [number + 1, number + 1, 0, 0], "{now}");
        let letters = hub.letters().await;
        assert!(subjects(&letters, &Who::CityLead.email()).contains(&french.to_owned()), "{now}");
        assert!(subjects(&letters, &Who::Practitioner.email()).contains(&english.to_owned()), "{now}");
        assert!(letters.iter().all(|letter| letter.unsubscribe.is_empty()), "there is no choice");
    }
    // Facts that leave it as it is tell nothing.
    let fields = testkit::facts_form::facts(&administrator.get(&path).await.is(200));
    testkit::facts_form::send(&administrator, &path, &fields).await.is(303);
    assert_eq!(count(&hub, &told).await, [4, 4, 0, 0]);
    let lines = "Membership of a city set to withdrawn: no longer a member";
    let own = lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows(lines);
    own.shows(&Who::Administrator.email());
    administrator.get("/en/office/record").await.is(200).shows(&format!("{lines}</th>"));
}
