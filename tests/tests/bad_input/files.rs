//! Files that are wrong, hostile or too large.

use extract::samples;
use testkit::{Client, Engine, Setup, TestHub, Upload, Who, both_engines};

both_engines!(
    a_wrong_file_type_is_told,
    a_file_without_an_ending_is_told,
    an_ending_that_does_not_fit_is_told,
    an_empty_file_is_told,
    no_file_at_all_is_told,
    an_encrypted_pdf_is_kept_and_told,
    an_encrypted_office_file_is_told,
    a_file_name_that_climbs_is_only_a_name,
    a_file_name_that_turns_around_is_straightened,
    a_file_name_of_5000_characters_is_cut,
    a_duplicate_upload_is_one_blob,
);

// What follows costs seconds of processor time and says nothing about the database.
mod on_sqlite {
    use testkit::{Engine, run};

    #[test]
    fn a_file_of_51_mb_is_refused() {
        run(crate::features, super::a_file_of_51_mb_is_refused(Engine::Sqlite));
    }

    #[test]
    fn a_zip_bomb_is_not_unpacked() {
        run(crate::features, super::a_zip_bomb_is_not_unpacked(Engine::Sqlite));
    }

    #[test]
    fn a_pdf_that_hangs_is_given_up() {
        run(crate::features, super::a_pdf_that_hangs_is_given_up(Engine::Sqlite));
    }

    #[test]
    fn a_pdf_that_inflates_is_given_up() {
        run(crate::features, super::a_pdf_that_inflates_is_given_up(Engine::Sqlite));
    }

    #[test]
    fn a_full_disk_is_told_and_nothing_is_lost() {
        run(crate::features, super::a_full_disk_is_told_and_nothing_is_lost());
    }
}

async fn lead(engine: Engine) -> (TestHub, Client) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    (hub, lead)
}

/// The file is refused beside its field, and nothing came in.
async fn refused(engine: Engine, name: &str, bytes: &[u8], words: &str) {
    let (hub, lead) = lead(engine).await;
    lead.upload(&Upload::new("A title", name, bytes))
        .await
        .is(422)
        .shows("id=\"file-error\"")
        .shows(words)
        .shows("value=\"A title\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 0);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM uploads").await, 0);
}

async fn a_wrong_file_type_is_told(engine: Engine) {
    refused(engine, "program.exe", b"MZ\x90\0\x03\0\0\0", "does not accept this kind of file").await;
}

async fn a_file_without_an_ending_is_told(engine: Engine) {
    refused(engine, "program", b"\x7fELF\x02\x01\x01\0\0\0", "does not accept this kind of file").await;
}

async fn an_ending_that_does_not_fit_is_told(engine: Engine) {
    refused(engine, "plan.pdf", b"MZ\x90\0\x03\0\0\0", "its extension does not match").await;
}

async fn an_empty_file_is_told(engine: Engine) {
    refused(engine, "plan.pdf", b"", "This file is empty").await;
}

async fn no_file_at_all_is_told(engine: Engine) {
    let (_hub, lead) = lead(engine).await;
    lead.upload(&Upload::new("A title", "x.txt", "x").without_file()).await.is(422).shows("Choose a file.");
}

async fn an_encrypted_office_file_is_told(engine: Engine) {
    refused(engine, "plan.docx", &samples::encrypted_office(), "protected with a password").await;
}

async fn an_encrypted_pdf_is_kept_and_told(engine: Engine) {
    let (hub, lead) = lead(engine).await;
    let id = lead.uploaded(&Upload::new("Locked pelican", "locked.pdf", samples::encrypted_pdf())).await;
    hub.settle().await;
    lead.get(&format!("/en/library/{id}")).await.is(200).shows("protected with a password");
    lead.get("/en/library?q=pelican").await.is(200).shows("One document");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM jobs").await, 0, "trying again would not help");
}

/// The name under which a file comes back.
async fn name_of(engine: Engine, name: &str) -> String {
    let (hub, lead) = lead(engine).await;
    let id = lead.uploaded(&Upload::new("A title", name, samples::txt(&["A text."]))).await;
    assert!(!hub.data().join("blobs/../../etc").exists());
    lead.get(&format!("/en/library/{id}")).await.is(200);
    lead.get(&format!("/api/v1/documents/{id}")).await.is(200).json()["file_name"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn a_file_name_that_climbs_is_only_a_name(engine: Engine) {
    assert_eq!(name_of(engine, "../../../../etc/cron.d/evil.txt").await, "evil.txt");
}

async fn a_file_name_that_turns_around_is_straightened(engine: Engine) {
    assert_eq!(name_of(engine, "invoice\u{202e}txt.exe.txt").await, "invoicetxt.exe.txt");
}

async fn a_file_name_of_5000_characters_is_cut(engine: Engine) {
    let name = name_of(engine, &format!("{}.txt", "é".repeat(5_000))).await;
    assert!(name.ends_with(".txt") && name.chars().count() < 200, "{} characters", name.chars().count());
}

async fn a_duplicate_upload_is_one_blob(engine: Engine) {
    let (hub, lead) = lead(engine).await;
    let bytes = samples::txt(&["The same bytes."]);
    lead.uploaded(&Upload::new("One", "one.txt", bytes.clone())).await;
    let reply = lead.upload(&Upload::new("Two", "two.txt", bytes)).await.leads_to("/en/library/");
    lead.get(reply.location()).await.is(200).shows("The same file is in the library already").shows("One");
    assert_eq!(hub.number("SELECT COUNT(DISTINCT file) AS n FROM documents").await, 1);
}

async fn a_file_of_51_mb_is_refused(engine: Engine) {
    let (hub, lead) = lead(engine).await;
    let upload = Upload::new("Large", "large.txt", vec![b'x'; 51_000_000]);
    lead.upload(&upload).await.is(422).shows("larger than 50").shows("value=\"Large\"");
    let exact = lead.uploaded(&Upload::new("Just right", "right.txt", vec![b'x'; 50_000_000])).await;
    assert_eq!(lead.get(&format!("/files/{exact}")).await.is(200).body.len(), 50_000_000);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 1);
}

/// Uploads what hurts its reader; the hub lives on, the document is there and says what happened.
async fn survived(engine: Engine, name: &str, bytes: Vec<u8>) -> String {
    let (hub, lead) = lead(engine).await;
    let id = lead.uploaded(&Upload::new("Hostile puffin", name, bytes)).await;
    hub.settle().await;
    lead.get("/en/library?q=puffin").await.is(200).shows("One document");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM jobs").await, 0, "no second try");
    lead.get(&format!("/files/{id}")).await.is(200);
    lead.get(&format!("/en/library/{id}")).await.is(200).main()
}

async fn a_zip_bomb_is_not_unpacked(engine: Engine) {
    let page = survived(engine, "bomb.docx", samples::zip_bomb_docx()).await;
    assert!(page.contains("too large to be read safely"), "{page}");
    let page = survived(engine, "entries.docx", samples::many_entries_docx()).await;
    assert!(page.contains("could not be read"), "{page}");
    let page = survived(engine, "entities.docx", samples::doctype_docx()).await;
    assert!(page.contains("could not be read"), "{page}");
}

async fn a_pdf_that_hangs_is_given_up(engine: Engine) {
    // What was heard until then is kept.
    let page = survived(engine, "loop.pdf", samples::looping_pdf()).await;
    assert!(!page.contains("is being read"), "{page}");
    let page = survived(engine, "deep.pdf", samples::deep_pdf()).await;
    assert!(!page.contains("is being read"), "{page}");
}

async fn a_pdf_that_inflates_is_given_up(engine: Engine) {
    let page = survived(engine, "inflate.pdf", samples::inflating_pdf()).await;
    assert!(page.contains("could not be read"), "{page}");
}

/// The program itself, where no file may grow beyond a few megabytes: to it, a full disk.
async fn a_full_disk_is_told_and_nothing_is_lost() {
    let prepared = Setup::new(Engine::Sqlite).folder().await;
    let hub = testkit::Running::serve_limited(&prepared.data, &[], Some(8_192)).await;
    let lead = prepared.sign_in(&hub).await;
    let small = lead.uploaded(&Upload::new("Small", "small.txt", samples::txt(&["A small text."]))).await;
    let large = lead.upload(&Upload::new("Large", "large.txt", vec![b'x'; 20_000_000])).await.is(503);
    let _ = large.shows("no space left");
    lead.get(&format!("/en/library/{small}")).await.is(200);
    // Other work, such as reading the small one, has scratch files of its own for a moment.
    let end = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while testkit::scene::scratch_files(&prepared.data) > 0 {
        assert!(std::time::Instant::now() < end, "something is left over");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    lead.uploaded(&Upload::new("Another", "another.txt", samples::txt(&["Another text."]))).await;
}
