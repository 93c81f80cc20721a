//! Forms that no page of ours sent.

use reqwest::Method;
use testkit::{CITY, Engine, OTHER_CITY, PASSWORD, TestHub, Who, both_engines, raw};

use testkit::scene::note;

both_engines!(
    a_file_without_an_end_is_told,
    a_posted_foreign_city_id,
    a_posted_extra_field,
    a_cross_site_post,
    a_post_without_an_origin,
    a_used_link,
    a_stale_link,
    two_uploads_of_the_same_form,
    a_form_that_is_too_large,
    a_form_that_is_no_form,
    a_form_with_letters_that_no_database_keeps,
    a_letter_that_smuggles_headers,
    a_broken_off_upload_leaves_nothing,
);

async fn a_posted_foreign_city_id(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.upload(&note("Foreign", "For another city.").with("city", OTHER_CITY)).await.is(403);
    let id = lead.uploaded(&note("Ours", "For our city.")).await;
    let number = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{OTHER_CITY}'")).await;
    for foreign in [OTHER_CITY.to_owned(), base::id::write_id(number), number.to_string(), "' OR 1=1".to_owned()] {
        let fields = [
            ("title", "Moved"),
            ("city", foreign.as_str()),
            ("type", "guide"),
            ("access", "members"),
            ("revision", "1"),
        ];
        lead.post(&format!("/en/library/{id}/edit"), &fields).await.is(403);
    }
    lead.get(&format!("/en/library/{id}")).await.is(200).shows("Ours").shows("Diffa");
    let foreign =
        hub.signed_in(Who::OtherLead).await.uploaded(&note("Theirs", "Theirs.").with("city", OTHER_CITY)).await;
    let fields = [("title", "Taken"), ("city", CITY), ("type", "guide"), ("access", "members"), ("revision", "1")];
    lead.post(&format!("/en/library/{foreign}/edit"), &fields).await.is(403);
}

async fn a_posted_extra_field(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = note("Extra", "A text.")
        .and("owner", "1")
        .and("id", "1")
        .and("withdrawn", "1")
        .and("format", "exe")
        .and("access", "public");
    let id = lead.uploaded(&upload).await;
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM documents WHERE NOT withdrawn AND audience = 2 AND format = 'txt'").await,
        1
    );
    let fields = [
        ("title", "Edited"),
        ("city", CITY),
        ("type", "guide"),
        ("access", "members"),
        ("revision", "1"),
        ("owner", "7"),
        ("file", "0"),
        ("created_at", "1"),
    ];
    lead.post(&format!("/en/library/{id}/edit"), &fields).await.is(303);
    let owner = hub.person(&Who::CityLead.email()).await;
    assert_eq!(hub.number("SELECT owner AS n FROM documents").await, owner);
}

async fn a_cross_site_post(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let path = format!("/en/cities/{CITY}/profile");
    let revision = std::cell::Cell::new(0);
    let send = |name: &'static str, value: String| {
        let request = lead
            .request(Method::POST, &path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(format!("in=en&revision={}&summary=Forged", revision.get()));
        let (client, request) = request.build_split();
        let mut request = request.expect("a request");
        request.headers_mut().remove("origin");
        request.headers_mut().remove("referer");
        request.headers_mut().insert(name, value.parse().expect("a header"));
        lead.send(reqwest::RequestBuilder::from_parts(client, request))
    };
    for (name, value) in [
        ("origin", "https://evil.example".to_owned()),
        ("origin", "null".to_owned()),
        ("origin", format!("http://{}.evil.example", hub.address)),
        ("referer", "https://evil.example/x".to_owned()),
        ("sec-fetch-site", "cross-site".to_owned()),
        ("sec-fetch-site", "same-site".to_owned()),
    ] {
        send(name, value).await.is(403);
    }
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).hides("Forged");
    send("sec-fetch-site", "same-origin".into()).await.is(303);
    revision.set(1);
    send("referer", format!("http://{}/en/", hub.address)).await.is(303);
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let reply = lead.send(lead.request(method, &path)).await;
        assert!(matches!(reply.status, 403 | 405), "{}", reply.status);
    }
}

async fn a_post_without_an_origin(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let body = format!("email={}&password={PASSWORD}", Who::CityLead.email());
    let request = format!(
        "POST /en/sign-in HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        hub.address,
        body.len()
    );
    assert!(raw(hub.address, request.as_bytes()).await.starts_with("HTTP/1.1 403"));
}

async fn a_used_link(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let secret = hub.invited("amina@example.org", "Amina", "practitioner", CITY, "").await;
    let path = format!("/en/links/{secret}");
    let (one, two) = (hub.visitor(), hub.visitor());
    let (first, second) = tokio::join!(
        one.post(&path, &[("password", PASSWORD)]),
        two.post(&path, &[("password", "another long word list")])
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410], "one of two at once");
    hub.visitor().get(&path).await.shows("no longer works");
}

async fn a_stale_link(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let secret = hub.invited("amina@example.org", "Amina", "practitioner", CITY, "").await;
    hub.clock.jump(chrono::TimeDelta::days(8));
    hub.visitor().post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(410);
    let first = hub.first_link.clone().expect("a first link");
    let fields = [("name", "N"), ("email", "n@example.org"), ("password", PASSWORD)];
    hub.visitor().post(&format!("/en/links/{first}"), &fields).await.is(410);
    let hub = hub.restart().await;
    assert_ne!(hub.first_link.as_ref(), Some(&first), "a new start gives a new link");
    hub.visitor().post(&format!("/en/links/{}", hub.first_link.clone().expect("a link")), &fields).await.is(303);
}

async fn two_uploads_of_the_same_form(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = note("Twice", "Sent by a double click.");
    let replies = tokio::join!(lead.upload(&upload), lead.upload(&upload), lead.upload(&upload), lead.upload(&upload));
    for reply in [replies.0, replies.1, replies.2, replies.3] {
        assert!(matches!(reply.status, 303 | 409), "{}", reply.status);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM events WHERE kind = 'document.uploaded'").await, 1);
}

async fn a_form_that_is_too_large(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let large = "x".repeat(300 * 1024);
    for path in ["/en/sign-in", "/en/contact", "/en/account", "/en/cities/diffa/profile"] {
        lead.post(path, &[("summary", &large)]).await.is(413);
    }
    lead.upload(&note("Large", "x").with("abstract", &large)).await.is(413);
}

async fn a_form_that_is_no_form(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for (path, media_type, body) in [
        ("/en/account", "application/json", "{\"name\": \"x\"}"),
        ("/en/account", "text/plain", "&&&&===="),
        ("/en/library/upload", "application/x-www-form-urlencoded", "title=x"),
        ("/en/library/upload", "multipart/form-data", "x"),
        ("/en/library/upload", "multipart/form-data; boundary=x", "--x\r\nno head"),
        (
            "/en/library/upload",
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nnever ends",
        ),
    ] {
        let request = lead.request(Method::POST, path).header("content-type", media_type).body(body);
        let reply = lead.send(request).await;
        // 503 where the file's part has no end: it cannot be told from a connection that broke.
        assert!(
            (400..500).contains(&reply.status) || reply.status == 503,
            "{path} {media_type} {body}: {}",
            reply.status
        );
        assert!(reply.text().contains("<h1"), "{path} {media_type}: a page that helps");
    }
    let bytes = lead
        .request(Method::POST, "/en/account")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(vec![0xff_u8; 100]);
    lead.send(bytes).await.is(422);
}

async fn a_form_with_letters_that_no_database_keeps(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post("/en/account", &[("name", "A\0B\u{1}C\u{7f}"), ("lang", "en")]).await.is(303);
    lead.post(&format!("/en/cities/{CITY}/profile"), &[("in", "en"), ("summary", "A\0B"), ("contact", "\0")])
        .await
        .is(303);
    let id = lead.uploaded(&note("T\0itle", "text").with("abstract", "a\0b")).await;
    lead.get(&format!("/en/library/{id}")).await.is(200);
    for path in [
        "/en/library?q=%00",
        "/en/cities?q=a%00b",
        "/en/library?city=%00",
        "/api/v1/cities/%00",
        "/en/cities/%00",
        "/api/v1/cities?after=%00",
    ] {
        let reply = lead.get(path).await;
        assert!(reply.status < 500, "{path}: {}", reply.status);
    }
    let reply = hub.visitor().post("/en/sign-in", &[("email", "a\0b@c.org"), ("password", "x\0")]).await;
    assert!(reply.status < 500, "{}", reply.status);
    let reply = hub
        .visitor()
        .post(
            "/en/contact",
            &[("name", "a\0"), ("email", "a@b.org"), ("city", "\0"), ("message", "\0"), ("once", "\0")],
        )
        .await;
    assert!(reply.status < 500, "{}", reply.status);
}

async fn a_letter_that_smuggles_headers(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let once = base::secret::new_secret();
    let fields = [
        ("name", "A\r\nBcc: evil@example.org"),
        ("email", "a@b.org"),
        ("city", "C\r\nBcc: evil@example.org\r\n\r\nbody"),
        ("message", "M"),
        ("once", &once),
    ];
    hub.write_to(&hub.visitor(), "/en/contact", &fields).await.is(303);
    hub.visitor()
        .post(
            "/en/contact",
            &[
                ("name", "A"),
                ("email", "a@b.org\r\nBcc: evil@example.org"),
                ("city", "C"),
                ("message", "M"),
                ("once", &once),
            ],
        )
        .await
        .is(422);
    assert_eq!(hub.letters().await.len(), 1);
    let folder = hub.data().join("mail");
    for entry in std::fs::read_dir(folder).expect("letters").flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let head = text.split("\r\n\r\n").next().unwrap_or_default();
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    }
    // The same letter twice is one letter.
    hub.write_to(&hub.visitor(), "/en/contact", &fields).await.is(303);
    assert_eq!(hub.letters().await.len(), 1);
}

async fn a_broken_off_upload_leaves_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let session = lead.session().expect("a session");
    let head = format!(
        "POST /en/library/upload HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: hub_session={session}\r\nContent-Type: multipart/form-data; boundary=x\r\n\
         Content-Length: 1000000\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nonly the beginning",
        hub.address
    );
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(hub.address).await.expect("the hub listens");
    stream.write_all(head.as_bytes()).await.expect("sent");
    stream.shutdown().await.expect("broken off");
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    assert_eq!(testkit::scene::scratch_files(&hub.data()), 0, "nothing is left over");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 0);
}

async fn a_file_without_an_end_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nA text that never";
    for body in [body, "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA tit", "--x", "--y\r\n\r\n"] {
        let request = lead.request(Method::POST, "/en/library/upload");
        let request = request.header("content-type", "multipart/form-data; boundary=x").body(body);
        lead.send(request).await.is(422).shows("could not read what you sent");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 0);
}
