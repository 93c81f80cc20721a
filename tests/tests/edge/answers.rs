//! What goes out: bytes as they are, headers that say what holds, nothing that is for somebody else.

use reqwest::Method;
use testkit::{CITY, Client, Engine, Reply, Setup, TestHub, Upload, Who, program, raw, run};

use testkit::scene::note;

async fn ask(client: &Client, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
    let request = client.request(method, path);
    client.send(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

#[test]
fn a_file_leaves_byte_for_byte_whatever_it_is() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let mut bytes = b"<!doctype html><title>Large</title>".to_vec();
        while bytes.len() < 20_000_000 {
            bytes.extend_from_slice(format!("<p>Line {} of a large page.</p>\n", bytes.len()).as_bytes());
        }
        let upload = Upload::new("Large page", "large.html", bytes.clone()).with("access", "public");
        let path = format!("/files/{}", lead.uploaded(&upload).await);
        for client in [hub.visitor(), lead] {
            for codings in ["gzip", "gzip, deflate, br", "*", "identity", "gzip;q=0"] {
                let reply = ask(&client, Method::GET, &path, &[("accept-encoding", codings)]).await.is(200);
                assert_eq!(reply.header("content-encoding"), "", "{codings}");
                assert!(reply.body == bytes, "{codings}: {} bytes", reply.body.len());
                let headers = [("accept-encoding", codings), ("range", "bytes=100-199")];
                let reply = ask(&client, Method::GET, &path, &headers).await.is(206);
                assert_eq!(reply.header("content-encoding"), "", "{codings}");
                assert_eq!(reply.header("content-range"), format!("bytes 100-199/{}", bytes.len()));
                assert!(reply.body == bytes[100..200], "{codings}");
                let head = ask(&client, Method::HEAD, &path, &[("accept-encoding", codings)]).await.is(200);
                assert_eq!(head.header("content-length"), bytes.len().to_string());
            }
        }
    });
}

#[test]
fn a_kept_page_is_not_sent_again() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let visitor = hub.visitor();
        let path = format!("/en/cities/{CITY}");
        for (codings, coding) in [("gzip", "gzip"), ("identity", "")] {
            let reply = ask(&visitor, Method::GET, &path, &[("accept-encoding", codings)]).await.is(200);
            let tag = reply.header("etag").to_owned();
            assert!(tag.starts_with("W/\"") && reply.header("content-encoding") == coding, "{tag}");
            assert_eq!(reply.header("content-length"), reply.body.len().to_string());
            for sent in [tag.clone(), tag.trim_start_matches("W/").to_owned(), format!("\"x\", {tag}")] {
                let headers = [("accept-encoding", codings), ("if-none-match", sent.as_str())];
                let again = ask(&visitor, Method::GET, &path, &headers).await.is(304);
                assert_eq!((again.body.len(), again.header("etag")), (0, tag.as_str()));
                assert!(again.header("vary").contains("cookie") && again.header("vary").contains("accept-encoding"));
                assert_eq!(again.header("content-encoding"), "");
            }
            // Its reader signs in: another page under the same address.
            let lead = hub.signed_in(Who::CityLead).await;
            ask(&lead, Method::GET, &path, &[("if-none-match", &tag)]).await.is(200).shows("Example city-lead");
        }
        let tag = visitor.get(&path).await.header("etag").to_owned();
        let lead = hub.signed_in(Who::CityLead).await;
        lead.post(&format!("{path}/profile"), &[("in", "en"), ("summary", "A town by a river.")]).await.is(303);
        let changed = ask(&visitor, Method::GET, &path, &[("if-none-match", &tag)]).await.is(200);
        assert_ne!(changed.header("etag"), tag);
    });
}

#[test]
fn a_head_says_the_length_of_the_whole() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let visitor = hub.visitor();
        // Kept and not kept, a page and JSON, an error and a redirect.
        for path in ["/en/about", "/en/sign-in", "/en/cities", "/api/v1/cities", "/en/nowhere", "/robots.txt", "/en"] {
            // An error has a number of its own each time, which gzip makes shorter or longer.
            let both = ["identity", "gzip"];
            for codings in if path == "/en/nowhere" { &both[..1] } else { &both[..] } {
                let head = ask(&visitor, Method::HEAD, path, &[("accept-encoding", codings)]).await;
                let whole = ask(&visitor, Method::GET, path, &[("accept-encoding", codings)]).await;
                assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
                assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{path} {codings}");
                assert_eq!(head.header("content-encoding"), whole.header("content-encoding"), "{path} {codings}");
            }
        }
    });
}

#[test]
fn gzip_is_not_sent_to_those_who_refuse_it() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        for path in ["/en/about", "/en/sign-in", &hub.hub.assets.css_path.clone()] {
            for (codings, coding) in [("gzip", "gzip"), ("gzip;q=0", ""), ("gzip;q=0, identity", ""), ("*;q=0", "")] {
                let reply = ask(&hub.visitor(), Method::GET, path, &[("accept-encoding", codings)]).await.is(200);
                assert_eq!(reply.header("content-encoding"), coding, "{path} {codings}");
            }
        }
    });
}

#[test]
fn what_is_for_one_person_is_kept_by_nobody() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let public = lead.uploaded(&note("Public", "A public text.").with("access", "public")).await;
        let own = lead.uploaded(&note("Own", "A text of the city.").with("access", "city")).await;
        let members = lead.uploaded(&note("Members", "A text of members.")).await;
        hub.settle().await;
        for path in [
            format!("/files/{own}"),
            format!("/files/{members}"),
            format!("/api/v1/documents/{own}"),
            "/api/v1/documents".to_owned(),
            "/en/library/suggest?q=own".to_owned(),
            format!("/en/library/{own}"),
            "/en/account".to_owned(),
        ] {
            let reply = lead.get(&path).await.is(200);
            assert_eq!(reply.header("cache-control"), "private, no-store", "{path}");
            assert!(reply.header("vary").contains("cookie"), "{path}: {}", reply.header("vary"));
        }
        for client in [&lead, &hub.visitor()] {
            assert_eq!(
                client.get(&format!("/files/{public}")).await.is(200).header("cache-control"),
                "public, no-cache"
            );
        }
        assert_eq!(hub.visitor().get("/favicon.svg").await.is(200).header("vary"), "", "the same for everyone");
        for path in ["/api/v1/documents", "/en/library/suggest?q=own", "/en/library", "/en/search", "/api/v1/search"] {
            let reply = hub.visitor().get(path).await.is(200);
            assert!(reply.header("vary").contains("cookie"), "{path}: a reader with a session gets another one");
        }
    });
}

#[test]
fn who_signs_out_leaves_nothing_in_the_browser() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        assert_eq!(lead.get("/en/account").await.is(200).header("clear-site-data"), "");
        let out = lead.post("/en/sign-out", &[]).await.is(303);
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    });
}

#[test]
fn a_protected_hub_takes_no_form_from_an_unprotected_page() {
    run(crate::features, async {
        let settings = |settings: &mut server::Settings| settings.public_url = Some("https://hub.example".into());
        let hub = Setup::new(Engine::Sqlite).settings(settings).start().await;
        let send = async |name: &str, from: &str| {
            let body = "email=a%40b.org&password=x";
            let request = format!(
                "POST /en/sign-in HTTP/1.1\r\nHost: hub.example\r\n{name}: {from}\r\nConnection: close\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            raw(hub.address, request.as_bytes()).await
        };
        for name in ["Origin", "Referer"] {
            assert!(send(name, "http://hub.example").await.starts_with("HTTP/1.1 403"), "{name}");
            assert!(send(name, "https://hub.example").await.starts_with("HTTP/1.1 422"), "{name}");
        }
    });
}

#[test]
fn a_request_names_one_host_and_a_method_that_there_is() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let send = async |head: &str| raw(hub.address, format!("{head}Connection: close\r\n\r\n").as_bytes()).await;
        for path in ["/en/about", "/api/v1/cities", "/health/live", "/files/x"] {
            let none = send(&format!("GET {path} HTTP/1.1\r\n")).await;
            assert!(none.starts_with("HTTP/1.1 400"), "{path}: {none:.200}");
            let two = send(&format!("GET {path} HTTP/1.1\r\nHost: a\r\nHost: b\r\n")).await;
            assert!(two.starts_with("HTTP/1.1 400"), "{path}: {two:.200}");
            for method in ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS"] {
                let answer = send(&format!("{method} {path} HTTP/1.1\r\nHost: a\r\n")).await;
                assert!(answer.starts_with("HTTP/1.1 405"), "{method} {path}: {answer:.200}");
                let allowed = if path.starts_with("/en") { "allow: GET, HEAD, POST\r" } else { "allow: GET, HEAD\r" };
                assert!(answer.contains(allowed), "{method} {path}: {answer:.200}");
            }
        }
        assert!(send("GET /en/about HTTP/1.0\r\n").await.starts_with("HTTP/1.0 200"), "the old way");
    });
}

#[test]
fn readiness_tells_strangers_nothing_more() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        assert_eq!(hub.visitor().get("/health/ready").await.is(200).text(), "{\"status\":\"ready\"}");
    });
}

#[test]
fn letters_that_nobody_sees_stay_in_no_title_and_no_name() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let lead = hub.signed_in(Who::CityLead).await;
        let name = "plan\u{2028}a\u{202e}fdp\u{e0041}\u{200b}.txt";
        let upload = Upload::new("Plan\u{202e}nalp\u{2028}two \u{e0041}می\u{200c}خواهم", name, "A text.")
            .with("abstract", "One\u{2029}two\u{202e}.");
        let id = lead.uploaded(&upload).await;
        let json = lead.get(&format!("/api/v1/documents/{id}")).await.is(200).json();
        assert_eq!(json["title"], "Plannalp two می\u{200c}خواهم");
        assert_eq!(json["abstract"], "One\ntwo.");
        assert_eq!(json["file_name"], "planafdp.txt");
    });
}

#[test]
fn the_program_ends_well_when_nobody_listens_to_it() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        for words in [["check", "--data"].as_slice(), &["user", "list", "--data"], &["reindex", "--data"]] {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            let mut command = std::process::Command::new(program());
            command.env("HUB_LOG", "error").env_remove("HUB_TEST_POSTGRES").args(words).arg(&prepared.data);
            let output = command.stdout(writer).output().expect("the program runs");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && said.is_empty(), "{words:?}: {said}");
        }
    });
}

#[test]
fn the_document_for_machines_says_what_may_be_asked() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        let visitor = hub.visitor();
        let api = visitor.get("/api/v1/openapi.json").await.is(200).json();
        let resolve = |schema: &serde_json::Value| match schema["$ref"].as_str() {
            Some(reference) => api.pointer(reference.trim_start_matches('#')).expect("it leads somewhere").clone(),
            None => schema.clone(),
        };
        for (path, list) in [("/api/v1/documents", true), ("/api/v1/cities", false)] {
            let parameters = api["paths"][path]["get"]["parameters"].as_array().expect("parameters").clone();
            for parameter in parameters.iter().map(&resolve) {
                let name = parameter["name"].as_str().expect("a name").to_owned();
                // No value is no value of it, whichever it is.
                visitor.get(&format!("{path}?{name}=")).await.is(422);
                let schema = resolve(&parameter["schema"]);
                let schema = if schema["type"] == "array" { resolve(&schema["items"]) } else { schema };
                for value in schema["enum"].as_array().into_iter().flatten().take(3) {
                    visitor.get(&format!("{path}?{name}={}", value.as_str().expect("text"))).await.is(200);
                }
                if schema["enum"].is_array() {
                    visitor.get(&format!("{path}?{name}=atlantis")).await.is(422);
                }
            }
            let closed = ["region", "country"]
                .into_iter()
                .chain(list.then_some("theme").into_iter().chain(list.then_some("type")));
            for name in closed {
                let found = parameters.iter().map(&resolve).find(|parameter| parameter["name"] == name).expect(name);
                let schema = resolve(&found["schema"]);
                let schema = if schema["type"] == "array" { resolve(&schema["items"]) } else { schema };
                assert!(schema["enum"].as_array().is_some_and(|values| values.len() > 3), "{path} {name}");
            }
        }
        visitor.get("/api/v1/documents?year=2024").await.is(200);
        visitor.get("/api/v1/documents?year=0").await.is(422);
        visitor.get("/api/v1/documents?year=10000").await.is(422);
    });
}
