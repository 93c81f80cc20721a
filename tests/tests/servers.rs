//! Real servers at the other end: an S3-compatible store and an SMTP server. `cargo xtask test`
//! starts them and says where they are; without them these tests fail, and name it.

use extract::samples;
use testkit::{CITY, Engine, Setup, Upload, Who, run};

fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; `cargo xtask test` starts the servers"))
}

#[test]
fn files_live_in_a_bucket() {
    run(crate::features, async {
        let endpoint = setting("TEST_S3");
        let bucket = format!("hub-{}", base::id::write_id(i64::from(std::process::id())));
        let made = testkit::http().put(format!("{endpoint}/{bucket}")).send().await.expect("the S3 server answers");
        assert!(made.status().is_success(), "{}", made.status());
        let settings = move |settings: &mut server::Settings| {
            settings.s3_bucket = Some(bucket);
            settings.s3_endpoint = Some(endpoint);
            settings.s3_key = Some("key".into());
            settings.s3_secret = Some("secret".into());
        };
        let hub = Setup::new(Engine::Sqlite).settings(settings).start().await;
        let lead = hub.signed_in(Who::CityLead).await;
        let id = lead
            .uploaded(
                &Upload::new("In a bucket", "plan.pdf", samples::pdf(&["The guillemot clause."]))
                    .with("access", "public"),
            )
            .await;
        // More than one part of an upload in parts.
        let large =
            lead.uploaded(&Upload::new("Large", "large.txt", vec![b'x'; 23_000_000]).with("access", "public")).await;
        hub.settle().await;
        let visitor = hub.visitor();
        visitor.get("/en/library?q=guillemot").await.is(200).shows("One document");
        visitor.get(&format!("/files/{id}/thumbnail")).await.is(200);
        assert_eq!(visitor.get_with(&format!("/files/{id}"), "range", "bytes=0-3").await.is(206).text(), "%PDF");
        assert_eq!(visitor.get(&format!("/files/{large}")).await.is(200).body.len(), 23_000_000);
        let blobs = hub.data().join("blobs");
        let local: Vec<_> =
            std::fs::read_dir(blobs).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(local, ["scratch"], "no file stays on this machine");
    });
}

#[test]
fn letters_go_to_a_server() {
    run(crate::features, async {
        let (address, folder) = (setting("TEST_SMTP"), setting("TEST_SMTP_FOLDER"));
        let hub = Setup::new(Engine::Sqlite)
            .settings(move |settings| settings.smtp_url = Some(format!("smtp://{address}")))
            .start()
            .await;
        let administrator = hub.signed_in(Who::Administrator).await;
        let fields = [
            ("name", "أمينة"),
            ("email", "smtp@example.org"),
            ("lang", "ar"),
            ("role", "practitioner"),
            ("city", CITY),
        ];
        administrator.post("/en/office/people/invite", &fields).await.is(303);
        assert!(hub.letters().await.is_empty(), "no file is written beside it");
        let arrived = std::fs::read_dir(folder)
            .expect("the folder")
            .flatten()
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
        let letters: Vec<String> = arrived.filter(|text| text.contains("smtp@example.org")).collect();
        assert_eq!(letters.len(), 1);
        assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (0, 0));
    });
}

#[test]
fn a_mail_server_that_is_away_loses_no_letter() {
    run(crate::features, async {
        let port = testkit::postgres::free_port().expect("a port");
        let hub = Setup::new(Engine::Sqlite)
            .settings(move |settings| settings.smtp_url = Some(format!("smtp://127.0.0.1:{port}")))
            .start()
            .await;
        let administrator = hub.signed_in(Who::Administrator).await;
        let fields = [
            ("name", "Amina"),
            ("email", "away@example.org"),
            ("lang", "en"),
            ("role", "practitioner"),
            ("city", CITY),
        ];
        administrator.post("/en/office/people/invite", &fields).await.is(303);
        let counts = async || store::job_counts(&hub.hub.db.read()).await.expect("counts");
        for _ in 0..20 {
            hub.settle().await;
            hub.clock.jump(chrono::TimeDelta::hours(6));
        }
        assert_eq!(counts().await, (1, 0), "an outage of days loses nothing, and nobody has to press anything");
        hub.clock.jump(chrono::TimeDelta::days(4));
        hub.settle().await;
        assert_eq!(counts().await, (0, 1), "after a week it waits for a person");
        let administrator = hub.signed_in(Who::Administrator).await;
        let page = administrator.get("/en/office/jobs").await.is(200).shows("Sending an e-mail").text();
        assert!(!page.contains("/links/"), "the back office shows no link of a letter");
    });
}

#[test]
fn a_file_store_that_is_away_is_told() {
    run(crate::features, async {
        let port = testkit::postgres::free_port().expect("a port");
        let settings = move |settings: &mut server::Settings| {
            settings.s3_bucket = Some("bucket".into());
            settings.s3_endpoint = Some(format!("http://127.0.0.1:{port}"));
            settings.s3_key = Some("key".into());
            settings.s3_secret = Some("secret".into());
        };
        let hub = Setup::new(Engine::Sqlite).settings(settings).start().await;
        let lead = hub.signed_in(Who::CityLead).await;
        lead.upload(&Upload::new("A title", "a.txt", samples::txt(&["A text."]))).await.is(503);
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 0);
        lead.get("/en/library").await.is(200);
    });
}
