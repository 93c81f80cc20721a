//! Who is who among members, over HTTP.

use base::PersonId;
use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, OTHER_CITY, REGION, Reply, Setup, TestHub, Upload, Who};

testkit::both_engines!(
    somebody_shows_themselves_and_is_found,
    a_profile_is_seen_as_far_as_its_owner_chose,
    nobody_is_found_by_an_address,
    whoever_is_there_no_more_is_not_found,
    reading_many_profiles_is_on_record_and_ends,
    one_member_writes_to_another,
    what_should_not_leave_does_not,
    a_picture_is_shown_by_consent_and_taken_down,
    a_second_window_loses_nothing,
    what_somebody_showed_is_erased_and_given,
    whoever_is_a_member_no_more_takes_back_what_they_showed,
    a_letter_that_is_tried_again_keeps_its_words,
    what_rests_shows_nobody,
);

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
        directory::feature(),
    ]
}

async fn shows(client: &Client, shown: &str, more: &[(&str, &str)]) -> Reply {
    let form = client.get("/en/account/profile").await.is(200);
    let revision = form.input("revision").expect("a revision");
    let mut fields =
        vec![("revision", &*revision), ("shown", shown), ("field", "youth"), ("position", "Head of youth work")];
    fields.extend(more);
    client.post("/en/account/profile", &fields).await
}

async fn profile_of(hub: &TestHub, who: Who) -> String {
    format!("/en/people/{}", PersonId(hub.person(&who.email()).await))
}

async fn somebody_shows_themselves_and_is_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    other.get("/en/people").await.is(200).shows("Nobody shows their profile yet").shows("Other members do not see you");
    let theme = hub.hub.network.themes[0].slug.clone();
    let more = [
        ("profession", "Éducatrice"),
        ("about", "Streetwork near the market"),
        ("language-1", "fr"),
        ("language-2", "ar"),
        ("themes", &*theme),
    ];
    shows(&lead, "members", &more).await.leads_to("/en/people/");
    let own = profile_of(&hub, Who::CityLead).await;
    lead.get(&own).await.is(200).shows("Head of youth work").shows("All members");
    let seen = other.get(&own).await.is(200).shows("Streetwork near the market").shows("Éducatrice");
    seen.hides(&Who::CityLead.email()).hides("Write to this person").shows("City lead");
    for query in [
        "",
        "?q=example",
        "?q=EDUCATRICE",
        "?q=market+streetwork",
        "?language=ar",
        "?field=youth",
        &format!("?theme={theme}"),
        &format!("?region={REGION}&field=youth&language=fr"),
    ] {
        other.get(&format!("/en/people{query}")).await.is(200).shows("One person").shows("Example city-lead");
    }
    for query in ["?q=nobody-like-this", "?language=sv", "?field=health", "?region=europe", "?q=%25"] {
        other.get(&format!("/en/people{query}")).await.is(200).shows("No one matches").hides("Example city-lead");
    }
    // On the city's page, for members.
    other.get(&format!("/en/cities/{CITY}")).await.is(200).shows("People to talk to").shows("Example city-lead");
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).hides("Example city-lead");
    // In the file for programs there is no such list.
    for file in ["/en/people.csv", "/en/people.xlsx"] {
        assert_eq!(other.get(file).await.status, 404, "{file}");
    }
    // What is said of somebody by themselves needs saying.
    let wrong = lead.post("/en/account/profile", &[("revision", "1"), ("shown", "members")]).await.is(422);
    wrong.shows("whoever finds you should know what you do");
    hub.visitor().get("/en/people").await.leads_to("/en/sign-in");
    hub.visitor().get(&own).await.leads_to("/en/sign-in");
}

async fn a_profile_is_seen_as_far_as_its_owner_chose(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, practitioner) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Practitioner).await);
    let (other, officer) = (hub.signed_in(Who::OtherLead).await, hub.signed_in(Who::RegionalOfficer).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    let partner = hub.newcomer("partner@example.org", "Partner", "partner", "", "").await;
    let own = profile_of(&hub, Who::CityLead).await;
    // Nobody has a page who has said nothing.
    for client in [&practitioner, &other, &central] {
        client.get(&own).await.is(404);
    }
    let all = [&practitioner, &central, &other, &officer];
    for (shown, seen) in [("nobody", 0), ("city", 2), ("members", 4)] {
        shows(&lead, shown, &[]).await.is(303);
        lead.get(&own).await.is(200);
        for (at, client) in all.iter().enumerate() {
            let status = if at < seen { 200 } else { 404 };
            assert_eq!(client.get(&own).await.status, status, "{shown} {at}");
            let list = client.get("/en/people").await.is(200);
            assert_eq!(list.text().contains("Example city-lead"), at < seen, "{shown} {at}");
            let city = client.get(&format!("/en/cities/{CITY}")).await.is(200);
            assert_eq!(city.text().contains("People to talk to"), at < seen, "{shown} {at}");
        }
        partner.get(&own).await.is(403);
        partner.get("/en/people").await.is(403);
    }
}

async fn nobody_is_found_by_an_address(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let other = hub.signed_in(Who::OtherLead).await;
    let own = hub.newcomer("salma.hidden@secret.example", "Salma Kone", "practitioner", CITY, "").await;
    shows(&own, "members", &[]).await.is(303);
    other.get("/en/people?q=salma").await.is(200).shows("Salma Kone");
    other.get("/en/people?q=kone").await.is(200).shows("Salma Kone");
    for part in ["hidden", "secret", "salma.h", "@", "example", "kone+salma.hidden"] {
        other.get(&format!("/en/people?q={part}")).await.is(200).hides("Salma Kone");
    }
}

async fn whoever_is_there_no_more_is_not_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::OtherLead).await);
    let lead = hub.signed_in(Who::CityLead).await;
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    let (own, page) = (profile_of(&hub, Who::CityLead).await, hub.page_of(&Who::CityLead.email()).await);
    let seen = async |yes: bool| {
        assert_eq!(other.get(&own).await.status, if yes { 200 } else { 404 });
        assert_eq!(other.get(&format!("{own}/write")).await.status, if yes { 200 } else { 404 });
        assert_eq!(other.get("/en/people").await.is(200).text().contains("Example city-lead"), yes);
    };
    seen(true).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    seen(false).await;
    central.post(&format!("{page}/activate"), &[]).await.is(303);
    seen(true).await;
    // Their city is a member no more.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE cities SET membership = 'suspended' WHERE slug = $1", store::params![CITY])
        .await
        .expect("suspended");
    tx.commit().await.expect("committed");
    seen(false).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE cities SET membership = 'active' WHERE slug = $1", store::params![CITY]).await.expect("active");
    tx.exec("UPDATE roles SET ends_at = $1", store::params![tx.now() + TimeDelta::hours(1)]).await.expect("limited");
    tx.exec(
        "UPDATE roles SET ends_at = NULL WHERE role <> 'city-lead' OR person <> $1",
        store::params![hub.person(&Who::CityLead.email()).await],
    )
    .await
    .expect("but theirs");
    tx.commit().await.expect("committed");
    seen(true).await;
    hub.clock.jump(TimeDelta::hours(2));
    seen(false).await;
}

async fn reading_many_profiles_is_on_record_and_ends(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (reader, central) = (hub.signed_in(Who::OtherLead).await, hub.signed_in(Who::CentralTeam).await);
    let mut all = Vec::new();
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    for number in 0..90 {
        let id = tx.new_id();
        let person = "INSERT INTO people (id, email, name, name_key, folded, lang, password, active, created_at) \
                      VALUES ($1, $2, 'Many', $3, 'many', 'en', '', TRUE, $4)";
        let email = format!("many{number}@example.org");
        tx.exec(person, store::params![id, email, vec![1_u8], tx.now()]).await.expect("a person");
        let role = "INSERT INTO roles (id, person, role, scope, granted_at) VALUES ($1, $2, 'practitioner', $3, $4)";
        tx.exec(role, store::params![tx.new_id(), id, city.to_string(), tx.now()]).await.expect("a role");
        let profile = "INSERT INTO person_profiles (person, shown, field, position, profession, about, reachable, folded, \
                       revision, changed_at) VALUES ($1, 'members', 'youth', 'Head', '', '', TRUE, '', 1, $2)";
        tx.exec(profile, store::params![id, tx.now()]).await.expect("a profile");
        all.push(format!("/en/people/{}", PersonId(id)));
    }
    tx.commit().await.expect("committed");
    // The same one again and again is one.
    for _ in 0..45 {
        reader.get(&all[0]).await.is(200);
    }
    for path in &all[..40] {
        reader.get(path).await.is(200);
    }
    let noted = "SELECT COUNT(*) AS n FROM audit WHERE action = 'directory.many-read'";
    assert_eq!(hub.number(noted).await, 0);
    for path in &all[40..80] {
        reader.get(path).await.is(200);
        central.get(path).await.is(200);
    }
    assert_eq!(hub.number(noted).await, 1, "once a day");
    for _ in 0..3 {
        reader.get(&all[80]).await.is(429);
        reader.get(&format!("{}/write", all[81])).await.is(429);
    }
    reader.get(&all[0]).await.is(200);
    for path in all[..40].iter().chain(&all[80..]) {
        central.get(path).await.is(200);
    }
    assert_eq!(hub.number(noted).await, 2, "of the team it is known, too");
    hub.clock.jump(TimeDelta::days(1) + TimeDelta::minutes(2));
    reader.get(&all[80]).await.is(200);
    // Two hundred are listed, whatever is asked.
    let list = reader.get("/en/people?page=4").await.is(200);
    assert!(list.text().contains("90 people"));
    for _ in 0..149 {
        reader.get("/en/people").await.is(200);
    }
    reader.get("/en/people").await.is(429);
    assert_eq!(hub.number(noted).await, 3);
}

async fn one_member_writes_to_another(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    shows(&lead, "members", &[]).await.is(303);
    let own = profile_of(&hub, Who::CityLead).await;
    other.get(&format!("{own}/write")).await.is(404);
    other.post(&format!("{own}/write"), &[("text", "Hello")]).await.is(404);
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    other.get(&own).await.is(200).shows("Write to this person");
    let form = other.get(&format!("{own}/write")).await.is(200).shows(&Who::OtherLead.email());
    let once = form.input("once").expect("a token");
    other.post(&format!("{own}/write"), &[("once", &once), ("text", " ")]).await.is(422);
    let fields = [("once", &*once), ("text", "How did you begin?\n\nWe are new.")];
    for _ in 0..2 {
        other.post(&format!("{own}/write"), &fields).await.leads_to(&own);
    }
    hub.settle().await;
    let letters = hub.letters().await;
    let told: Vec<_> =
        letters.iter().filter(|own| own.text.contains("> How did you begin?\n>\n> We are new.")).collect();
    assert_eq!(told.len(), 1, "sent twice, it is one");
    assert_eq!((&*told[0].to, &*told[0].reply_to), (&*Who::CityLead.email(), &*Who::OtherLead.email()));
    assert!(told[0].subject.ends_with("message from Example other-lead"), "{}", told[0].subject);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_messages").await, 0, "it is kept no longer");
    // Nobody writes to themselves, and not without end to one person.
    lead.get(&format!("{own}/write")).await.is(404);
    for number in 0..2 {
        let once = base::secret::new_secret();
        let text = format!("Once more {number}");
        other.post(&format!("{own}/write"), &[("once", &*once), ("text", &*text)]).await.is(303);
    }
    let once = base::secret::new_secret();
    let kept = other.post(&format!("{own}/write"), &[("once", &*once), ("text", "And again")]).await.is(429);
    kept.shows("And again");
}

async fn what_should_not_leave_does_not(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    let path = format!("{}/write", profile_of(&hub, Who::CityLead).await);
    let writes = async |text: &str| {
        let once = base::secret::new_secret();
        other.post(&path, &[("once", &*once), ("text", text)]).await.is(303);
    };
    // Whoever does not want to be written to any more is not, also by what waits.
    writes("Too late").await;
    shows(&lead, "members", &[]).await.is(303);
    hub.settle().await;
    // Nor by whom they do not want to be seen.
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    writes("Seen no more").await;
    shows(&lead, "city", &[("reachable", "yes")]).await.is(303);
    hub.settle().await;
    // Nor by whoever may write no more.
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    writes("No more a member").await;
    central.post(&format!("{}/deactivate", hub.page_of(&Who::OtherLead.email()).await), &[]).await.is(303);
    hub.settle().await;
    let letters = hub.letters().await;
    for text in ["Too late", "Seen no more", "No more a member"] {
        assert!(!letters.iter().any(|own| own.text.contains(text)), "{text}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_messages").await, 0);
}

/// A small picture.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 64, 64);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    let pixels: Vec<u8> = (0..64 * 64_u32).flat_map(|at| [(at % 64) as u8, 90, 160]).collect();
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

async fn picture_in(client: &Client, path: &str) -> Option<String> {
    let text = client.get(path).await.is(200).text();
    let at = text.split("src=\"").find(|part| part.contains("/picture/"))?;
    Some(at.split('"').next()?.to_owned())
}

async fn a_picture_is_shown_by_consent_and_taken_down(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    shows(&lead, "members", &[]).await.is(303);
    let own = profile_of(&hub, Who::CityLead).await;
    let path = "/en/account/profile/picture";
    let upload = |agreed: &str| Upload::new("", "me.png", png()).with("agreed", agreed);
    lead.send_files(path, &upload("")).await.is(422).shows("Say that it shows you");
    lead.send_files(path, &Upload::new("", "me.png", b"no picture".to_vec()).with("agreed", "yes")).await.is(422);
    assert_eq!(picture_in(&other, &own).await, None);
    lead.send_files(path, &upload("yes")).await.leads_to("/en/account/profile/picture?done=directory-picture-saved");
    let address = picture_in(&other, &own).await.expect("a picture");
    let seen = other.get(&address).await.is(200);
    assert_eq!(seen.header("content-type"), "image/jpeg");
    assert!(seen.header("cache-control").starts_with("private"));
    hub.visitor().get(&address).await.leads_to("/en/sign-in");
    // Whoever may not see the profile sees no picture.
    shows(&lead, "city", &[]).await.is(303);
    other.get(&address).await.is(404);
    lead.get(&address).await.is(200);
    shows(&lead, "members", &[]).await.is(303);
    // By the team, on record; a member takes down nobody's.
    other.post(&format!("{own}/picture/take-down"), &[]).await.is(403);
    let number = address.rsplit('/').next().expect("a number").to_owned();
    central.post(&format!("{own}/picture/take-down"), &[("picture", "0000000000001")]).await.is(303);
    other.get(&address).await.is(200);
    for _ in 0..2 {
        central.post(&format!("{own}/picture/take-down"), &[("picture", &*number)]).await.is(303);
    }
    let noted = "SELECT COUNT(*) AS n FROM audit WHERE action = 'directory.picture-taken-down'";
    assert_eq!(hub.number(noted).await, 1);
    other.get(&address).await.is(404);
    // And by its owner: nothing of it is named any more.
    lead.send_files(path, &upload("yes")).await.is(303);
    lead.send_files(path, &upload("yes")).await.is(303);
    lead.post(&format!("{path}/delete"), &[]).await.is(303);
    assert_eq!(picture_in(&other, &own).await, None);
    hub.clock.jump(TimeDelta::hours(2));
    hub.tidy_up().await.expect("tidied up");
    let used = "SELECT COUNT(*) AS n FROM file_uses WHERE kind = 'person-picture'";
    assert_eq!(hub.number(used).await, 0);
}

async fn a_second_window_loses_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    shows(&lead, "city", &[("about", "First words")]).await.is(303);
    let revision = lead.get("/en/account/profile").await.is(200).input("revision").expect("a revision");
    shows(&lead, "city", &[("about", "Second words")]).await.is(303);
    let fields = [
        ("revision", &*revision),
        ("shown", "city"),
        ("field", "youth"),
        ("position", "Head of youth work"),
        ("about", "Third words"),
    ];
    let both = lead.post("/en/account/profile", &fields).await.is(409);
    both.shows("Third words").shows("Second words");
}

async fn what_somebody_showed_is_erased_and_given(engine: Engine) {
    let hub = Setup::new(engine).start().await;
    let own = hub.newcomer("salma.wombat@example.org", "Salma Wombat", "practitioner", OTHER_CITY, "").await;
    let id = hub.person("salma.wombat@example.org").await;
    shows(&own, "members", &[("about", "Wombat words"), ("language-1", "fr"), ("reachable", "yes")]).await.is(303);
    let upload = Upload::new("", "me.png", png()).with("agreed", "yes");
    own.send_files("/en/account/profile/picture", &upload).await.is(303);
    let file = own.post("/en/account/data", &[]).await.is(200);
    let bytes = file.body.to_vec();
    let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has("files/picture.jpg"));
    own.post("/en/account/erase", &[]).await.is(303);
    for days in [14, 2] {
        hub.clock.jump(TimeDelta::days(days) + TimeDelta::seconds(2));
        hub.settle().await;
    }
    assert!(!hub.dump().await.to_lowercase().contains("wombat"));
    for table in ["person_profiles", "person_languages", "person_themes", "file_uses"] {
        let left = match table {
            "file_uses" => {
                "SELECT COUNT(*) AS n FROM file_uses WHERE kind = 'person-picture' AND until IS NULL".to_owned()
            }
            _ => format!("SELECT COUNT(*) AS n FROM {table} WHERE person = {id}"),
        };
        assert_eq!(hub.number(&left).await, 0, "{table}");
    }
}

async fn whoever_is_a_member_no_more_takes_back_what_they_showed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    shows(&lead, "members", &[]).await.is(303);
    let path = "/en/account/profile/picture";
    lead.send_files(path, &Upload::new("", "me.png", png()).with("agreed", "yes")).await.is(303);
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    lead.get("/en/people").await.is(403);
    lead.get(&profile_of(&hub, Who::CityLead).await).await.is(200);
    shows(&lead, "nobody", &[]).await.leads_to("/en/account/profile?done=directory-hidden");
    lead.post(&format!("{path}/delete"), &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_profiles WHERE picture IS NOT NULL").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_profiles WHERE shown = 'nobody'").await, 1);
}

async fn a_letter_that_is_tried_again_keeps_its_words(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    shows(&lead, "members", &[("reachable", "yes")]).await.is(303);
    hub.settle().await;
    let once = base::secret::new_secret();
    let path = format!("{}/write", profile_of(&hub, Who::CityLead).await);
    other.post(&path, &[("once", &*once), ("text", "Words that stay")]).await.is(303);
    // No letter can be laid out for a while.
    let (mail, away) = (hub.data().join("mail"), hub.data().join("mail-away"));
    std::fs::rename(&mail, &away).expect("away");
    std::fs::write(&mail, "in the way").expect("in the way");
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_messages").await, 1);
    std::fs::remove_file(&mail).expect("out of the way");
    std::fs::rename(&away, &mail).expect("back");
    hub.clock.jump(TimeDelta::hours(2));
    hub.settle().await;
    assert!(hub.letters().await.iter().any(|own| own.text.contains("> Words that stay")));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM person_messages").await, 0);
    // The same form with other words is another message.
    other.post(&path, &[("once", &*once), ("text", "Other words")]).await.is(303);
    hub.settle().await;
    assert!(hub.letters().await.iter().any(|own| own.text.contains("> Other words")));
}

async fn what_rests_shows_nobody(engine: Engine) {
    let roles = |settings: &mut server::Settings| settings.second_step_roles = vec!["regional-officer".to_owned()];
    let hub = Setup::new(engine).settings(roles).start().await;
    let other = hub.signed_in(Who::OtherLead).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    shows(&officer, "members", &[]).await.is(303);
    let own = profile_of(&hub, Who::RegionalOfficer).await;
    other.get(&own).await.is(404);
    testkit::Authenticator::set_up(&hub, &officer).await;
    other.get(&own).await.is(200);
    // And whoever is about to be erased is not shown meanwhile.
    officer.post("/en/account/erase", &[]).await.is(303);
    other.get(&own).await.is(404);
    officer.post("/en/account/erase/keep", &[]).await.is(303);
    other.get(&own).await.is(200);
}
