//! Files belong to who names them: what is refused leaves nothing, what is named stays.

use std::collections::BTreeSet;
use std::path::Path;

use blobs::Hash;
use chrono::TimeDelta;
use extract::samples;
use store::{Engine, FileUse};
use testkit::{CITY, OTHER_CITY, TestHub, Upload, Who, both_engines};

use testkit::scene::note;

both_engines!(
    what_is_refused_leaves_no_file,
    a_form_that_comes_back_keeps_its_file_for_a_day,
    a_file_that_was_replaced_goes_after_a_month,
    somebody_else_who_names_the_same_bytes_keeps_them,
    a_removal_that_was_broken_off_is_finished_and_never_takes_what_comes_again,
    files_of_a_program_of_before_are_named_and_strangers_go,
    a_day_has_its_end,
    two_who_bring_the_same_bytes_to_one_document_lose_nothing,
    a_commit_whose_answer_is_lost_loses_no_file,
    what_a_program_of_before_names_is_nobody_else_s_to_remove,
);

/// The files that lie in the store.
fn files(hub: &TestHub) -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                walk(&entry.path(), found);
            } else if let Some(name) = entry.file_name().to_str().filter(|name| name.len() == 64) {
                found.insert(name.to_owned());
            }
        }
    }
    let (mut found, blobs) = (BTreeSet::new(), hub.data().join("blobs"));
    for entry in std::fs::read_dir(blobs).into_iter().flatten().flatten() {
        if entry.file_name() != "scratch" {
            walk(&entry.path(), &mut found);
        }
    }
    found
}

async fn tidy(hub: &TestHub) {
    hub.tidy_up().await.expect("tidied up");
}

async fn what_is_refused_leaves_no_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let kept = lead.uploaded(&note("Kept", "A text that stays.")).await;
    hub.settle().await;
    let before = files(&hub);
    // Of another city: 403.
    practitioner.upload(&note("Foreign", "A foreign text.").with("city", OTHER_CITY)).await.is(403);
    // Nobody: not even read.
    let visitor = hub.visitor();
    assert_ne!(visitor.upload(&note("Nobody", "Nobody's text.")).await.status, 200);
    // Replaced without the tick, 422; with what was changed meanwhile, 422; by who may not, 403 or 404.
    let replace = format!("/en/library/{kept}/replace");
    for number in 0..5 {
        let other = note("x", &format!("Another text {number}.")).with("declared", "no");
        lead.send_files(&replace, &other).await.is(422);
        let stale = note("x", &format!("A stale text {number}.")).with("revision", "99");
        lead.send_files(&replace, &stale).await.is(409).shows("changed this document");
    }
    let outsider = hub.signed_in(Who::OtherLead).await;
    assert!([403, 404].contains(&outsider.send_files(&replace, &note("x", "An outsider's text.")).await.status));
    assert_eq!(files(&hub), before, "nothing that was refused is in the store");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM file_uses WHERE until IS NOT NULL").await, 0);
    // A connection that breaks in the middle of the file.
    let head = format!(
        "POST /en/library/upload HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: hub_session={1}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n half of it",
        hub.address,
        lead.session().expect("a session")
    );
    use tokio::io::AsyncWriteExt;
    let mut stream = tokio::net::TcpStream::connect(hub.address).await.expect("the hub listens");
    stream.write_all(head.as_bytes()).await.expect("sent");
    drop(stream);
    lead.get("/en/account").await.is(200);
    assert_eq!(files(&hub), before);
}

async fn a_form_that_comes_back_keeps_its_file_for_a_day(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let before = files(&hub);
    let form = note("", "A text without a title.");
    let back = lead.upload(&form.clone()).await.is(422);
    let token = back.input("kept").expect("the file is kept");
    assert_eq!(files(&hub).len(), before.len() + 1);
    // Sent again without the file, with what was missing: nothing is kept for the form any more.
    let again = form.with("title", "Now with a title").without_file().with("kept", &token);
    let id = lead.uploaded(&again).await;
    hub.settle().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM uploads").await, 0);
    hub.visitor().get(&format!("/files/{id}")).await.is(404);
    lead.get(&format!("/files/{id}")).await.is(200);
    let with_it = files(&hub);
    // Never sent again: it goes.
    lead.upload(&note("", "A text that nobody sends again.")).await.is(422);
    assert_eq!(files(&hub).len(), with_it.len() + 1);
    tidy(&hub).await;
    assert_eq!(files(&hub).len(), with_it.len() + 1, "not yet");
    hub.clock.jump(TimeDelta::hours(25));
    tidy(&hub).await;
    assert_eq!(files(&hub), with_it);
    tidy(&hub).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&format!("/files/{id}")).await.is(200);
}

async fn a_file_that_was_replaced_goes_after_a_month(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let bytes = samples::txt(&["The first text."]);
    let first = Hash::of(&bytes).as_str().to_owned();
    let id = lead.uploaded(&Upload::new("Replaced", "a.txt", bytes)).await;
    hub.settle().await;
    let page = format!("/en/library/{id}/replace");
    let revision = lead.get(&page).await.is(200).input("revision").expect("a revision");
    let second = note("x", "The second text.").with("revision", &revision);
    lead.send_files(&page, &second).await.leads_to("/en/library/");
    // The same form again: the other tab does not overwrite what the first one brought.
    let third = note("x", "The third text.").with("revision", &revision);
    lead.send_files(&page, &third).await.is(409).shows("changed this document");
    hub.settle().await;
    assert!(files(&hub).contains(&first));
    hub.clock.jump(TimeDelta::days(29));
    tidy(&hub).await;
    assert!(files(&hub).contains(&first), "for whoever must put it back");
    hub.clock.jump(TimeDelta::days(2));
    tidy(&hub).await;
    assert!(!files(&hub).contains(&first));
    let lead = hub.signed_in(Who::CityLead).await;
    assert!(lead.get(&format!("/files/{id}")).await.is(200).text().contains("second"));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM readings").await, 1, "what was read of it is gone too");
}

async fn somebody_else_who_names_the_same_bytes_keeps_them(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    // A form that never comes back, and another feature that has the very same bytes.
    let upload = note("", "The same bytes.");
    lead.upload(&upload).await.is(422);
    let staged = hub.hub.blobs.stage_bytes(samples::txt(&["The same bytes."])).await.expect("staged");
    let of = FileUse::of("thread", 7, "picture");
    let arrival = web::files::arrive(&hub.hub.db, &hub.hub.blobs, &staged).await.expect("it arrives");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.settle_file(&arrival, &of, None).await.expect("named for good");
    tx.commit().await.expect("committed");
    hub.clock.jump(TimeDelta::days(3));
    tidy(&hub).await;
    assert!(hub.hub.blobs.has(staged.hash()).await.expect("an answer"), "it is the other one's");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.end_file_use(staged.hash().as_str(), &of, tx.now()).await.expect("ended");
    tx.commit().await.expect("committed");
    tidy(&hub).await;
    assert!(!hub.hub.blobs.has(staged.hash()).await.expect("an answer"), "now it is nobody's");
}

async fn a_removal_that_was_broken_off_is_finished_and_never_takes_what_comes_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (db, blobs) = (&hub.hub.db, &hub.hub.blobs);
    let staged = blobs.stage_bytes(b"come and gone").await.expect("staged");
    let arrival = web::files::arrive(db, blobs, &staged).await.expect("it arrives");
    let tx = db.begin().await.expect("a transaction");
    tx.forget_arrival(&arrival).await.expect("nobody took it");
    tx.commit().await.expect("committed");
    // Somebody begins to remove it, and dies before the bytes are gone.
    let first = db.remove_file(staged.hash().as_str()).await.expect("an answer").expect("begun");
    let second = db.remove_file(staged.hash().as_str()).await.expect("an answer");
    assert!(second.is_none(), "one removes it, not two: the slower one would take what came again");
    let again = async {
        let (db, blobs) = (db.clone(), blobs.clone());
        let staged = blobs.stage_bytes(b"come and gone").await?;
        web::files::arrive(&db, &blobs, &staged).await?;
        Ok::<(), base::Fail>(())
    };
    let finish = async {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        hub.clock.jump(TimeDelta::minutes(3));
    };
    let (came, ()) = tokio::join!(again, finish);
    came.expect("it waited for the removal, and came then");
    assert!(blobs.has(staged.hash()).await.expect("an answer"), "what came again is there");
    // The first one wakes up: its removal was taken over, and is not its own any more.
    db.file_removed(&first).await.expect("it says that it is done");
    // Many at once, coming and going: whoever was told that it is there finds it.
    let mut tasks = Vec::new();
    for _ in 0..8 {
        let (db, blobs) = (db.clone(), blobs.clone());
        tasks.push(tokio::spawn(async move {
            for _ in 0..3 {
                let staged = blobs.stage_bytes(b"raced for").await.expect("staged");
                let arrival = web::files::arrive(&db, &blobs, &staged).await.expect("it arrives");
                assert!(blobs.has(staged.hash()).await.expect("an answer"), "it was said to be there");
                web::files::dismiss(&db, &blobs, &arrival).await;
            }
        }));
    }
    for task in tasks {
        task.await.expect("nobody missed it");
    }
    assert!(!blobs.has(&Hash::of(b"raced for")).await.expect("an answer"), "the last one took it away");
}

async fn files_of_a_program_of_before_are_named_and_strangers_go(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&Upload::new("Of before", "a.pdf", samples::pdf(&["A page of before."]))).await;
    hub.settle().await;
    // As a program of before left it: no row but its own.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM file_uses", vec![]).await.expect("forgotten");
    tx.commit().await.expect("committed");
    let staged = hub.hub.blobs.stage_bytes(b"a stranger").await.expect("staged");
    hub.hub.blobs.keep(&staged).await.expect("kept by nobody");
    let all = files(&hub);
    tidy(&hub).await;
    assert_eq!(files(&hub), all, "what came today is left alone");
    hub.clock.jump(TimeDelta::days(365));
    tidy(&hub).await;
    let left = files(&hub);
    assert!(!left.contains(staged.hash().as_str()), "the stranger is gone");
    assert_eq!(left.len(), all.len() - 1, "file, text and picture are the document's");
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&format!("/files/{id}")).await.is(200);
    lead.get(&format!("/files/{id}/thumbnail")).await.is(200);
}

async fn a_day_has_its_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    lead.uploaded(&note("First", "The first text.")).await;
    // As many as a person may bring: noted, not sent.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "INSERT INTO events (id, at, actor, kind, subject) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
         WHERE i < 299) SELECT n.i, e.at, e.actor, 'document.replaced', e.subject FROM events e, n \
         WHERE e.kind = 'document.uploaded'",
        vec![],
    )
    .await
    .expect("rows");
    tx.commit().await.expect("committed");
    let before = files(&hub);
    let refused = lead
        .upload(&note("One more", "One text more."))
        .await
        .is(422)
        .shows("as much today as one person can in a day");
    assert_eq!(refused.input("kept"), None, "and it is not kept for the form either");
    assert_eq!(files(&hub), before);
    practitioner.uploaded(&note("Somebody else's", "Somebody else's text.")).await;
    hub.clock.jump(TimeDelta::hours(25));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("Tomorrow", "The text of tomorrow.")).await;
    // And the city has its room.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE documents SET size = 30000000000 WHERE title = 'First'", vec![]).await.expect("a row");
    tx.commit().await.expect("committed");
    lead.upload(&note("Too much", "A text too much.")).await.is(422).shows("fill all of its 20 GB");
    let _ = CITY;
}

async fn two_who_bring_the_same_bytes_to_one_document_lose_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("Replaced by two", "What was there before.")).await;
    hub.settle().await;
    let page = format!("/en/library/{id}/replace");
    let revision = lead.get(&page).await.is(200).input("revision").expect("a revision");
    let mut tasks = Vec::new();
    for _ in 0..4 {
        let (lead, page, revision) = (lead.clone(), page.clone(), revision.clone());
        tasks.push(tokio::spawn(async move {
            lead.send_files(&page, &note("x", "The very same bytes.").with("revision", &revision)).await.status
        }));
    }
    let mut taken = 0;
    for task in tasks {
        match task.await.expect("an answer") {
            303 => taken += 1,
            409 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(taken, 1, "the others are told that it was changed");
    assert!(lead.get(&format!("/files/{id}")).await.is(200).text().contains("very same bytes"));
    hub.clock.jump(TimeDelta::hours(3));
    tidy(&hub).await;
    assert!(lead.get(&format!("/files/{id}")).await.is(200).text().contains("very same bytes"));
}

async fn a_commit_whose_answer_is_lost_loses_no_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("First", "Another text.")).await;
    let upload = note("Committed unheard", "The text whose answer is lost.");
    for number in 1..40 {
        hub.hub.db.faults().at(number, store::Fault::Unheard);
        let status = lead.upload(&upload).await.status;
        let struck = !hub.hub.db.faults().disarm();
        assert!(status == 303 || status == 503, "{status}");
        if !struck {
            break;
        }
        let there = hub.number("SELECT COUNT(*) AS n FROM documents WHERE title = 'Committed unheard'").await;
        if there == 1 {
            // Told that it failed, the person sends it again: it is there, once, and its file with it.
            let reply = lead.upload(&upload).await.leads_to("/en/library/");
            let id =
                reply.location().trim_start_matches("/en/library/").split('?').next().unwrap_or_default().to_owned();
            assert!(lead.get(&format!("/files/{id}")).await.is(200).text().contains("answer is lost"));
            tidy(&hub).await;
            lead.get(&format!("/files/{id}")).await.is(200);
            return;
        }
    }
    panic!("no commit of a document was met");
}

async fn what_a_program_of_before_names_is_nobody_else_s_to_remove(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let id = lead.uploaded(&note("Of the other node", "Bytes that two nodes know.")).await;
    hub.settle().await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM file_uses", vec![]).await.expect("as an older node leaves it");
    tx.commit().await.expect("committed");
    // The same bytes are brought here and refused: they leave, but they are not only theirs.
    practitioner.upload(&note("", "Bytes that two nodes know.")).await.is(422);
    hub.clock.jump(TimeDelta::hours(30));
    web::files::remove_unused(&hub.hub).await.expect("tidied up");
    lead.get(&format!("/files/{id}")).await.is(200);
}
