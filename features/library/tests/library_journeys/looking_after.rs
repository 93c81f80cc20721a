//! Editing, replacing, withdrawing; who is told of what; breaking the glass.

use chrono::TimeDelta;
use extract::samples;
use testkit::{CITY, Engine, OTHER_CITY, TestHub, Upload, Who, both_engines};

use testkit::scene::{OWN_TITLE, OWN_WORD, Scene, note};

both_engines!(
    the_owner_edits_replaces_and_withdraws,
    an_edit_of_an_old_state_is_told,
    who_left_the_city_no_longer_edits,
    the_same_file_is_told_only_to_who_may_see_it,
    a_form_sent_twice_is_one_document,
    a_form_that_comes_back_keeps_its_file,
    a_kept_file_is_only_its_sender_s,
    what_the_lead_shows_to_everyone_is_the_lead_s,
    what_is_withdrawn_is_found_again,
    glass_of_a_city_without_people_says_so,
    a_form_that_never_came_back_leaves_no_file,
    my_documents,
    replacing_walks_around_no_share,
    glass_is_broken_on_record,
    the_uploader_cannot_choose_a_foreign_city,
    an_upload_that_is_not_done_keeps_what_was_written,
    an_upload_is_read_to_its_end_only_of_a_browser_that_is_known,
    a_reason_for_glass_is_more_than_blanks,
    what_was_written_comes_back_where_the_document_is_gone,
    an_upload_of_another_is_shown_before_anything_of_it_is_looked_at,
    who_withdraws_from_a_city_without_people_hears_that_nobody_is_told,
    who_withdrew_a_city_s_document_is_told_once,
);

async fn the_owner_edits_replaces_and_withdraws(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let id = practitioner.uploaded(&note("First title", "The hummingbird clause.")).await;
    hub.settle().await;
    let page = format!("/en/library/{id}");
    let form = practitioner.get(&format!("{page}/edit")).await.is(200);
    assert_eq!(form.input("title").as_deref(), Some("First title"));
    let revision = form.input("revision").unwrap_or_default();
    let fields = [
        ("title", "Second title"),
        ("abstract", "New words."),
        ("city", CITY),
        ("type", "toolkit"),
        ("access", "members"),
        ("revision", &revision),
    ];
    practitioner.post(&format!("{page}/edit"), &fields).await.leads_to(&format!("{page}?done=saved"));
    practitioner.get(&page).await.is(200).shows("Second title").shows("New words.").shows("Toolkit");
    let revision = practitioner.get(&format!("{page}/replace")).await.is(200).input("revision").expect("a revision");
    let other = Upload::new("", "second.txt", samples::txt(&["The nightingale clause."])).with("revision", &revision);
    practitioner.send_files(&format!("{page}/replace"), &other).await.leads_to(&page);
    hub.settle().await;
    practitioner.get("/en/library?q=nightingale").await.is(200).shows("Second title");
    practitioner.get("/en/library?q=hummingbird").await.is(200).shows("No document");
    practitioner.get(&format!("{page}/withdraw")).await.is(200);
    practitioner.post(&format!("{page}/withdraw"), &[]).await.leads_to("/en/library/mine?done=withdrawn");
    practitioner.get(&page).await.is(200).shows("is withdrawn");
    hub.signed_in(Who::OtherLead).await.get(&page).await.is(404);
    practitioner.post(&format!("{page}/restore"), &[]).await.leads_to(&page);
    hub.signed_in(Who::OtherLead).await.get(&page).await.is(200);
    let events = hub.number("SELECT COUNT(*) AS n FROM events WHERE kind LIKE 'document.%'").await;
    assert!(events >= 5, "{events} events");
}

async fn an_edit_of_an_old_state_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("A title", "A text.")).await;
    let path = format!("/en/library/{id}/edit");
    let edit = async |title: &str, revision: &str| {
        lead.post(
            &path,
            &[("title", title), ("city", CITY), ("type", "guide"), ("access", "members"), ("revision", revision)],
        )
        .await
    };
    edit("One", "1").await.is(303);
    let back = edit("Two", "1").await.is(409).shows("Saved now: One").shows("value=\"Two\"");
    let back = back.shows("Title: changed by someone else in the meantime");
    edit("Three", "x").await.is(409);
    lead.get(&format!("/en/library/{id}")).await.is(200).shows("One");
    // Both texts seen, and sent once more: that is meant.
    edit("Two", &back.input("revision").expect("the revision of now")).await.is(303);
    lead.get(&format!("/en/library/{id}")).await.is(200).shows("Two");
}

async fn who_left_the_city_no_longer_edits(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let id = practitioner.uploaded(&note("A title", "A text.").with("access", "city")).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let person = base::id::write_id(hub.person(&Who::Practitioner.email()).await);
    let role = base::id::write_id(hub.number("SELECT id AS n FROM roles WHERE role = 'practitioner'").await);
    central.post(&format!("/en/office/people/{person}/roles/{role}/take"), &[]).await.is(303);
    practitioner.get(&format!("/en/library/{id}")).await.is(404);
    practitioner.get(&format!("/en/library/{id}/edit")).await.is(404);
    practitioner.get(&format!("/files/{id}")).await.is(404);
    practitioner.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(404);
}

async fn the_same_file_is_told_only_to_who_may_see_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    let first = lead.uploaded(&note("Kept to ourselves", "The same bytes.").with("access", "city")).await;
    let reply =
        other.upload(&note("Theirs", "The same bytes.").with("city", OTHER_CITY)).await.leads_to("/en/library/");
    assert!(!reply.location().contains("same="), "{}", reply.location());
    other.get(reply.location()).await.is(200).hides("Kept to ourselves").hides(&first.to_string());
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let reply = practitioner.upload(&note("Again", "The same bytes.")).await.leads_to("/en/library/");
    assert!(reply.location().contains("same="), "{}", reply.location());
    practitioner.get(reply.location()).await.is(200).shows("The same file is in the library already");
    assert_eq!(hub.number("SELECT COUNT(DISTINCT file) AS n FROM documents").await, 1, "one blob");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 3);
}

async fn a_form_sent_twice_is_one_document(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = note("Sent twice", "Once is enough.");
    let (first, second) = tokio::join!(lead.upload(&upload), lead.upload(&upload));
    let third = lead.upload(&upload).await;
    let id = |reply: &testkit::Reply| reply.location().split('?').next().unwrap_or_default().to_owned();
    for reply in [&first, &second, &third] {
        assert_eq!((reply.status, id(reply)), (303, id(&first)), "the same document, whoever was first");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 1);
    // Another person with the same token has a form of their own.
    let other = hub.signed_in(Who::Practitioner).await.upload(&upload).await;
    assert!(other.status == 303 && id(&other) != id(&first), "{} {}", other.status, id(&other));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 2);
}

async fn a_form_that_comes_back_keeps_its_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let wrong = note("", "The heron clause.");
    let back = lead.upload(&wrong).await.is(422).shows("Give the document a title.").shows("has arrived and is kept");
    let kept = back.input("kept").expect("a token");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 0);
    let again = wrong.without_file().with("title", "Now with a title").with("kept", &kept);
    let id = lead.uploaded(&again).await;
    assert!(lead.get(&format!("/files/{id}")).await.is(200).text().contains("heron"));
}

async fn a_kept_file_is_only_its_sender_s(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let kept = lead.upload(&note("", "The heron clause.")).await.is(422).input("kept").expect("a token");
    let other = hub.signed_in(Who::OtherLead).await;
    let stolen = note("Stolen", "").with("city", OTHER_CITY).without_file().with("kept", &kept);
    other.upload(&stolen).await.is(422).shows("Choose a file.");
    other.upload(&stolen.with("kept", "' OR 1=1 --")).await.is(422);
}

async fn my_documents(engine: Engine) {
    let scene = Scene::set(engine).await;
    let lead = scene.by(Who::CityLead);
    lead.get("/en/library/mine")
        .await
        .is(200)
        .shows(OWN_TITLE)
        .shows("Old plan")
        .shows("Withdrawn")
        .hides("Strategy of another city");
    scene.by(Who::Practitioner).get("/en/library/mine").await.is(200).shows("have not uploaded anything yet");
    scene.by(Who::RegionalOfficer).get("/en/library/mine").await.is(403);
}

async fn glass_is_broken_on_record(engine: Engine) {
    let scene = Scene::set(engine).await;
    let (administrator, path) = (scene.by(Who::Administrator), format!("/en/library/{}", scene.own));
    administrator.get(&path).await.is(404);
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", "test")]).await.is(422);
    administrator
        .post("/en/office/glass", &[("city", "atlantis"), ("reason", "A court asks for the document of 1987.")])
        .await
        .is(422);
    let reason = "A court asks for the document of the wells, by letter of today.";
    for who in [Who::CentralTeam, Who::RegionalOfficer, Who::CityLead] {
        scene.by(who).post("/en/office/glass", &[("city", CITY), ("reason", reason)]).await.is(403);
    }
    administrator
        .post("/en/office/glass", &[("city", CITY), ("reason", reason)])
        .await
        .leads_to("/en/library?city=diffa");
    administrator.get(&path).await.is(200).shows(OWN_TITLE);
    administrator.get(&format!("/en/library?q={OWN_WORD}")).await.is(200).shows("One document");
    administrator.get(&format!("{path}/edit")).await.is(403);
    let second = scene.hub.newcomer("second@example.org", "Second", "administrator", "", "").await;
    second.get(&path).await.is(404);
    let letters = scene.hub.letters().await;
    let told = letters.iter().find(|letter| letter.to == Who::CityLead.email()).expect("the lead is told");
    assert!(told.text.contains(reason) && told.text.contains("Example administrator"), "{}", told.text);
    assert_eq!(
        scene
            .hub
            .number("SELECT COUNT(*) AS n FROM audit WHERE action = 'city.glass-broken' AND subject = 'diffa'")
            .await,
        1
    );
    // What is open is named where it was opened, and closed from there; once closed, nothing more happens.
    let closed = "SELECT COUNT(*) AS n FROM audit WHERE action = 'city.glass-closed'";
    administrator.get("/en/office/glass").await.is(200).shows("Open to you now").shows("Close now");
    second.get("/en/office/glass").await.is(200).hides("Open to you now");
    scene.by(Who::CityLead).post("/en/office/glass/close", &[("city", CITY)]).await.is(403);
    for _ in 0..2 {
        let done = administrator.post("/en/office/glass/close", &[("city", CITY)]).await;
        let _ = done.leads_to("/en/office/glass?done=glass-closed");
        assert_eq!(scene.hub.number(closed).await, 1);
        administrator.get(&path).await.is(404);
    }
    administrator.get("/en/office/glass").await.is(200).hides("Open to you now");
    scene.by(Who::CityLead).get("/en/cities/diffa/record").await.is(200).shows("closed again");
    // Opened once more, it closes by itself.
    scene.hub.clock.jump(TimeDelta::minutes(5));
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", reason)]).await.is(303);
    administrator.get(&path).await.is(200);
    scene.hub.clock.jump(TimeDelta::minutes(61));
    administrator.get(&path).await.is(404);
}

async fn the_uploader_cannot_choose_a_foreign_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for (who, city, access, status) in [
        (Who::CityLead, OTHER_CITY, "members", 403),
        (Who::CityLead, "atlantis", "members", 403),
        (Who::CityLead, "", "members", 403),
        (Who::CityLead, CITY, "public", 303),
        (Who::Practitioner, CITY, "public", 422),
        (Who::Practitioner, CITY, "members", 303),
        (Who::Practitioner, CITY, "city", 303),
        (Who::CentralTeam, "", "public", 303),
        (Who::CentralTeam, CITY, "members", 303),
        (Who::CentralTeam, CITY, "city", 403),
        (Who::Administrator, CITY, "city", 403),
        (Who::RegionalOfficer, CITY, "members", 403),
    ] {
        let upload = note("A title", &format!("{who:?} {city} {access}")).with("city", city).with("access", access);
        hub.signed_in(who).await.upload(&upload).await.is(status);
    }
    // Moving a document elsewhere by an edit is no way around.
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("Ours", "Ours.")).await;
    let fields =
        [("title", "Theirs"), ("city", OTHER_CITY), ("type", "guide"), ("access", "members"), ("revision", "1")];
    lead.post(&format!("/en/library/{id}/edit"), &fields).await.is(403);
}

async fn a_form_that_never_came_back_leaves_no_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let file = |clause: &str| blobs::Hash::of(&samples::txt(&[clause]));
    let here = async |clause: &str| hub.hub.blobs.has(&file(clause)).await.expect("the file store answers");
    let kept = lead.upload(&note("", "Left behind.")).await.is(422).input("kept").expect("a token");
    lead.upload(&note("", "Also a document.")).await.is(422);
    lead.uploaded(&note("A document", "Also a document.")).await;
    hub.settle().await;
    hub.tidy_up().await.expect("tidied up");
    assert!(here("Left behind.").await, "it may still be sent again");
    hub.clock.jump(TimeDelta::hours(23));
    lead.upload(&note("", "Young.")).await.is(422);
    hub.clock.jump(TimeDelta::hours(2));
    hub.tidy_up().await.expect("tidied up");
    assert!(!here("Left behind.").await);
    assert!(here("Also a document.").await && here("Young.").await);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM uploads").await, 1);
    // Sent again all the same: the form says what to do.
    let late = note("Too late", "Left behind.").without_file().with("kept", &kept);
    lead.upload(&late).await.is(422).shows("Choose a file.").shows("Too late");
}

async fn what_the_lead_shows_to_everyone_is_the_lead_s(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (practitioner, lead) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::CityLead).await);
    let id = practitioner.uploaded(&note("A title", "A text.")).await;
    let path = format!("/en/library/{id}");
    let fields = |revision, access| {
        [("title", "A title"), ("city", CITY), ("type", "guide"), ("access", access), ("revision", revision)]
    };
    practitioner.post(&format!("{path}/edit"), &fields("1", "members")).await.is(303);
    lead.post(&format!("{path}/edit"), &fields("2", "public")).await.is(303);
    practitioner.get(&path).await.is(200).hides("/edit");
    practitioner.post(&format!("{path}/edit"), &fields("3", "public")).await.is(403);
    let other = Upload::new("", "other.txt", samples::txt(&["Another text."]));
    practitioner.send_files(&format!("{path}/replace"), &other).await.is(403);
    practitioner.post(&format!("{path}/withdraw"), &[]).await.is(403);
    lead.get(&format!("{path}/edit")).await.is(200);
}

async fn what_is_withdrawn_is_found_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (practitioner, lead) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::CityLead).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    let id = practitioner.uploaded(&note("Of a colleague", "A text.")).await;
    let network = central.uploaded(&note("Of the network", "Another text.").with("city", "")).await;
    lead.get("/en/library/mine").await.is(200).hides("Of a colleague");
    central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    central.post(&format!("/en/library/{network}/withdraw"), &[]).await.is(303);
    lead.get("/en/library/mine").await.is(200).shows("Of a colleague").hides("Of the network");
    hub.signed_in(Who::Administrator)
        .await
        .get("/en/library/mine")
        .await
        .shows("Of the network")
        .hides("Of a colleague");
    hub.signed_in(Who::OtherLead).await.get("/en/library/mine").await.is(200).hides("Of a colleague");
    let letters = hub.letters().await;
    let told = letters.iter().find(|letter| letter.to == Who::CityLead.email()).expect("the city is told");
    assert!(
        told.text.contains("Of a colleague") && told.link().ends_with(&format!("/en/library/{id}")),
        "{}",
        told.text
    );
    assert_eq!(letters.len(), 1, "nobody is told of the network's own");
    lead.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    assert_eq!(hub.letters().await.len(), 1, "nor of what the city does itself");
}

async fn glass_of_a_city_without_people_says_so(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let fields = [("city", "aarhus"), ("reason", "Asked for by the city's archive.")];
    let reply = administrator.post("/en/office/glass", &fields).await.leads_to("/en/library?city=aarhus");
    administrator.get(reply.location()).await.is(200).shows("nobody could be told");
    // A link from elsewhere cannot make the hub say such things.
    administrator
        .get_with(reply.location(), "sec-fetch-site", "cross-site")
        .await
        .is(200)
        .hides("nobody could be told");
    let text = administrator.get("/en/office/record").await.is(200).text();
    assert!(
        text.contains("City-only documents opened</th>") && text.contains("Aarhus") && text.contains("Asked for by")
    );
}

async fn replacing_walks_around_no_share(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&Upload::new("Large", "large.txt", vec![b'x'; 50_000])).await;
    let replace = async |bytes: usize| {
        let path = format!("/en/library/{id}/replace");
        let revision = lead.get(&path).await.is(200).input("revision").expect("a revision");
        let other = Upload::new("", "other.txt", vec![b'y'; bytes]).with("declared", "yes").with("revision", &revision);
        lead.send_files(&path, &other).await
    };
    let exec = async |sql: &str| {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        assert_eq!(tx.exec(sql, vec![]).await.expect("changed"), 1);
        tx.commit().await.expect("committed");
    };
    replace(10).await.is(303);
    let said = "SELECT COUNT(*) AS n FROM events WHERE kind = 'document.uploaded' AND data = '{\"size\":50000}'";
    assert_eq!(hub.number(said).await, 1, "what was brought, whatever the document's file is now");
    assert_eq!(hub.number("SELECT CAST(SUM(size) AS BIGINT) AS n FROM replaced_files").await, 50_000);
    // As if that first file had been nearly a day's share.
    exec("UPDATE events SET data = '{\"size\":1999999900}' WHERE kind = 'document.uploaded'").await;
    replace(60).await.is(303);
    replace(60).await.is(422).shows("You have uploaded as much today");
    hub.clock.jump(TimeDelta::days(2));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("Another", "A text.")).await;
    // As if what is kept of it were all of the city's room.
    exec("UPDATE replaced_files SET size = 20000000000 WHERE size = 50000").await;
    lead.upload(&note("One more", "Another text.")).await.is(422).shows("Your city’s documents fill");
    hub.clock.jump(TimeDelta::days(29));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM replaced_files").await, 0);
    hub.signed_in(Who::CityLead).await.uploaded(&note("One more", "Another text.")).await;
}

async fn an_upload_that_is_not_done_keeps_what_was_written(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (browser, other) = (hub.signed_in(Who::CityLead).await, Who::OtherLead);
    hub.signed_in(other).await;
    let kept_for = browser.get("/en/library/upload").await.is(200).input("kept-for").expect("whose it is");
    let form = note("Of a long evening", "A text.").with("abstract", "Two pages of thoughts.").kept_for(&kept_for);
    let documents = async || hub.number("SELECT COUNT(*) AS n FROM documents WHERE title = 'Of a long evening'").await;
    // The session has ended: everything but the file is on the page, and can be sent again from it.
    browser.post("/en/sign-out", &[]).await.is(303);
    let kept = browser.upload(&form).await.is(403).shows("You are no longer signed in").shows("Files have to be");
    let kept = kept.shows("multipart/form-data").shows("value=\"Of a long evening\"").shows("Two pages of thoughts.");
    assert_eq!((kept.input("kept-for"), documents().await), (Some(kept_for.clone()), 0));
    let page = kept.text();
    let place = |text: &str| page.find(text);
    assert!(place("name=\"kept-for\"") < place("name=\"title\""), "whose it is comes first: {page}");
    // Of a stranger nothing is read, and of who is not signed in no more than a stranger's form may be long.
    hub.visitor().upload(&form).await.leads_to("/en/sign-in");
    let long = form.clone().with("abstract", &"x".repeat(70_000));
    browser.upload(&long).await.leads_to("/en/sign-in");
    // Somebody else signs in, in the same browser: nothing is done in their name before they saw it.
    let (email, password) = (other.email(), testkit::PASSWORD);
    browser.post("/en/sign-in", &[("email", &email), ("password", password)]).await.is(303);
    browser.upload(&form).await.is(409).shows("not sent in your name").shows("Two pages of thoughts.");
    let id = hub.signed_in(Who::Practitioner).await.uploaded(&note("To be replaced", "A text.")).await;
    let replace = format!("/en/library/{id}/replace");
    browser.send_files(&replace, &form).await.is(403);
    let scratch = testkit::scene::scratch_files(&hub.data());
    assert_eq!((documents().await, scratch), (0, 0), "and no file stays");
    // Whose role went while they wrote keeps their words to copy.
    let central = hub.signed_in(Who::CentralTeam).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let person = base::id::write_id(hub.person(&Who::Practitioner.email()).await);
    let role = base::id::write_id(hub.number("SELECT id AS n FROM roles WHERE role = 'practitioner'").await);
    central.post(&format!("/en/office/people/{person}/roles/{role}/take"), &[]).await.is(303);
    let words = note("Of a long evening", "A text.").with("abstract", "Two pages of thoughts.");
    practitioner.upload(&words).await.is(403).shows("Two pages of thoughts.").shows("for you to copy");
}

async fn an_upload_is_read_to_its_end_only_of_a_browser_that_is_known(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let browser = hub.signed_in(Who::CityLead).await;
    let mark = browser.get("/en/library/upload").await.is(200).input("kept-for").expect("whose it is");
    let form = note("Of a long evening", "A text.").kept_for(&mark);
    // Anybody can say who was signed in last.
    let stranger = hub.visitor();
    stranger.set_cookie("hub_person", &mark);
    stranger.set_cookie("hub_device", &base::secret::new_secret());
    stranger.upload(&form).await.leads_to("/en/sign-in");
    hub.clock.jump(TimeDelta::days(8));
    browser.upload(&form).await.is(403).shows("value=\"Of a long evening\"");
}

async fn a_reason_for_glass_is_more_than_blanks(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let opened = async || hub.number("SELECT COUNT(*) AS n FROM glass_openings").await;
    let ask = async |reason: &str| administrator.post("/en/office/glass", &[("city", CITY), ("reason", reason)]).await;
    for blanks in [
        "a              b",
        "a\n\n\n\n\n\n\n\n\n\n\n\n\n\nb",
        "a\u{3000}\u{2003} \u{a0}\u{3000}\u{2003} \u{a0}\u{3000} \u{a0} \u{a0} b",
    ] {
        ask(blanks).await.is(422).shows("a reason of at least 15");
    }
    assert_eq!(opened().await, 0);
    ask("Asked for by its archive.").await.is(303);
    assert_eq!(opened().await, 1);
}

async fn who_withdrew_a_city_s_document_is_told_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("Of the city", "A text.")).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let page = format!("/en/library/{id}");
    central.get(&format!("{page}/withdraw")).await.is(200).shows("They are told, and can restore it");
    let withdrawn = async || hub.number("SELECT COUNT(*) AS n FROM events WHERE kind = 'document.withdrawn'").await;
    for _ in 0..2 {
        let done = central.post(&format!("{page}/withdraw"), &[]).await;
        let _ = done.leads_to("/en/library?done=withdrawn-of-city");
        assert_eq!(withdrawn().await, 1);
    }
    central.get(&page).await.is(404);
    hub.signed_in(Who::OtherLead).await.post(&format!("{page}/withdraw"), &[]).await.is(404);
    lead.get(&page).await.is(200).shows("is withdrawn");
}

async fn what_was_written_comes_back_where_the_document_is_gone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let own = practitioner.uploaded(&note("Of the city", "A text.").with("access", "city")).await;
    let path = format!("/en/library/{own}");
    let form = practitioner.get(&format!("{path}/edit")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    let fields = [("title", "Wells"), ("abstract", "Two pages of thoughts."), ("revision", &revision)];
    let gone = practitioner.post(&format!("{path}/edit"), &fields).await.is(404).shows("for you to copy");
    let _ = gone.shows("Two pages of thoughts.").shows(">Wells</p>").hides(&format!(">{revision}</p>"));
    let file = note("Another", "A text.").with("abstract", "What it is about.");
    practitioner.send_files(&format!("{path}/replace"), &file).await.is(404).shows("What it is about.");
    // Also where only the role is gone: each word of it, not sentences alone.
    let profile = [("summary", "Resilient"), ("website", "https://example.org/own"), ("contact", "wells@example.org")];
    let lost = practitioner.post(&format!("/en/cities/{CITY}/profile"), &profile).await.is(403);
    let _ = lost.shows("Resilient").shows("https://example.org/own").shows("wells@example.org");
}

async fn an_upload_of_another_is_shown_before_anything_of_it_is_looked_at(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("To be replaced", "A text.")).await;
    for path in ["/en/library/upload".to_owned(), format!("/en/library/{id}/replace")] {
        let text = |name: &'static str| reqwest::multipart::Part::text("The same bytes.").file_name(name);
        let form = reqwest::multipart::Form::new()
            .text("kept-for", "0f".repeat(16))
            .text("title", "Of a long evening")
            .part("file", text("one.txt"))
            .part("file", text("two.txt"));
        let reply = lead.send(lead.request(reqwest::Method::POST, &path).multipart(form)).await.is(409);
        let _ = reply.shows("not sent in your name").shows("Of a long evening").hides("The same bytes.");
    }
    assert_eq!(testkit::scene::scratch_files(&hub.data()), 0);
    // The own mark is no field of the form.
    let own = lead.get("/en/library/upload").await.is(200).input("kept-for").expect("whose it is");
    lead.uploaded(&note("Of the own", "Another text.").kept_for(&own)).await;
}

async fn who_withdraws_from_a_city_without_people_hears_that_nobody_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // Who put it there could restore it.
    let (uploader, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    let id = uploader.uploaded(&note("Of a city without people", "A text.")).await;
    let path = format!("/en/library/{id}/withdraw");
    let asked = central.get(&path).await.is(200).shows("Nobody in its city has an account");
    let _ = asked.hides("They are told");
    let done = central.post(&path, &[]).await.leads_to("/en/library?done=withdrawn-of-city-nobody");
    let said = central.get(done.location()).await.is(200).shows("nobody could be told");
    let _ = said.hides("Its city has been told");
    // Where somebody is told it is by e-mail: where none leaves, the page says so.
    hub.signed_in(Who::CityLead).await;
    let id = uploader.uploaded(&note("Of a city with people", "Another text.")).await;
    let done = central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    let leaves = hub.hub.mailer.leaves();
    let said = central.get(done.location()).await.is(200).hides("Its city has been told");
    let _ = said.shows("The e-mail to its city has not left").shows("E-mail is not set up on this hub");
    assert!(!leaves, "of a test's hub none leaves");
}
