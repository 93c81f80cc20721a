//! Files as they come back.

use extract::samples;
use testkit::{Client, Engine, TestHub, Upload, Who, both_engines};

both_engines!(
    a_file_comes_back_whole_and_under_its_name,
    parts_of_a_file,
    a_file_that_the_reader_has_is_not_sent_again,
    a_name_cannot_break_out_of_its_header,
    nothing_in_a_file_runs,
);

async fn uploaded(hub: &TestHub, name: &str, bytes: Vec<u8>, access: &str) -> (Client, String) {
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&Upload::new("A file", name, bytes).with("access", access)).await;
    (lead, format!("/files/{id}"))
}

async fn a_file_comes_back_whole_and_under_its_name(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let bytes = samples::pdf(&["Hello"]);
    let (_, path) = uploaded(&hub, "Plan d’action 2024.pdf", bytes.clone(), "public").await;
    let reply = hub.visitor().get(&path).await.is(200);
    assert_eq!(reply.body, bytes);
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert_eq!(reply.header("content-length"), bytes.len().to_string());
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(reply.header("content-disposition").contains("filename*=UTF-8''Plan%20d%E2%80%99action%202024.pdf"));
    let head = hub.visitor().send(hub.visitor().request(reqwest::Method::HEAD, &path)).await.is(200);
    assert_eq!((head.body.len(), head.header("content-length")), (0, reply.header("content-length")));
}

async fn parts_of_a_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (_, path) = uploaded(&hub, "digits.txt", b"0123456789".to_vec(), "public").await;
    let visitor = hub.visitor();
    for (range, status, body, stated) in [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"),
        ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=3-1", 200, "0123456789", ""),
        ("bytes=0-1,4-5", 200, "0123456789", ""),
        ("lines=1-2", 200, "0123456789", ""),
    ] {
        let reply = visitor.get_with(&path, "range", range).await.is(status);
        assert_eq!(reply.header("content-range"), stated, "{range}");
        if status != 416 {
            assert_eq!(reply.text(), body, "{range}");
        }
    }
    let etag = visitor.get(&path).await.header("etag").to_owned();
    let with = |tag: String| {
        visitor.send(visitor.request(reqwest::Method::GET, &path).header("range", "bytes=0-3").header("if-range", tag))
    };
    assert_eq!(with(etag).await.is(206).text(), "0123");
    assert_eq!(with("\"another\"".into()).await.is(200).text(), "0123456789");
}

async fn a_file_that_the_reader_has_is_not_sent_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, path) = uploaded(&hub, "note.txt", b"The first text.".to_vec(), "members").await;
    let reply = lead.get(&path).await.is(200);
    let etag = reply.header("etag").to_owned();
    assert!(reply.header("cache-control").contains("private"), "{}", reply.header("cache-control"));
    assert_eq!(lead.get_with(&path, "if-none-match", &etag).await.is(304).body.len(), 0);
    assert_eq!(lead.get_with(&path, "if-none-match", &format!("\"x\", W/{etag}")).await.is(304).body.len(), 0);
    hub.visitor().get_with(&path, "if-none-match", &etag).await.is(404);
    let page = path.replace("/files/", "/en/library/").replace("files", "library").add("/replace");
    let revision = lead.get(&page).await.is(200).input("revision").expect("a revision");
    let replaced = Upload::new("", "note.txt", b"The second text.".to_vec()).with("revision", &revision);
    lead.send_files(&path.replace("/files/", "/en/library/").replace("files", "library").add("/replace"), &replaced)
        .await
        .is(303);
    assert_eq!(lead.get_with(&path, "if-none-match", &etag).await.is(200).text(), "The second text.");
}

/// Adding to an address reads better behind it.
trait Add {
    fn add(self, end: &str) -> String;
}

impl Add for String {
    fn add(mut self, end: &str) -> String {
        self.push_str(end);
        self
    }
}

async fn a_name_cannot_break_out_of_its_header(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for name in
        ["a\"; filename=\"evil.exe.txt", "../../etc/passwd.txt", "плана\u{202e}fdp.txt", "semi;colon=.txt", "ملف.txt"]
    {
        let (_, path) = uploaded(&hub, name, format!("text of {name}").into_bytes(), "public").await;
        let reply = hub.visitor().get(&path).await.is(200);
        let stated = reply.header("content-disposition").to_owned();
        assert!(stated.starts_with("attachment; filename=\""), "{stated}");
        assert_eq!(stated.matches('"').count(), 2, "{stated}");
        assert!(
            !stated.contains("..") && !stated.contains('/') && !stated.to_lowercase().contains("%e2%80%ae"),
            "{stated}"
        );
    }
}

async fn nothing_in_a_file_runs(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let page = b"<!doctype html><title>x</title><p>Hello <script>alert(1)</script></p>".to_vec();
    let (_, path) = uploaded(&hub, "page.html", page, "public").await;
    let reply = hub.visitor().get(&path).await.is(200);
    assert!(reply.header("content-disposition").starts_with("attachment"));
    assert!(reply.header("content-security-policy").contains("sandbox"));
    assert!(reply.header("content-type").starts_with("text/html"), "{}", reply.header("content-type"));
}
