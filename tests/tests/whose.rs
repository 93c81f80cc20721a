//! Every address that something is sent to: nothing is done there in the name of somebody who did not mean it.

use regex::Regex;
use reqwest::Method;
use reqwest::multipart::Form;
use testkit::{Client, Engine, OTHER_CITY, Reply, Who, both_engines};

use crate::access_matrix::target;
use testkit::scene::Scene;

both_engines!(
    what_another_pressed_is_sent_on_from_no_page,
    no_way_of_writing_hides_whose_a_form_is,
    a_form_in_parts_is_taken_where_files_are,
);

/// The mark of somebody else.
const ANOTHER: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";
const SEND: &str = "Send it in my name";

/// What is sent to, with a real thing to do it to.
async fn addresses(scene: &Scene) -> Vec<(String, String)> {
    let mut addresses = Vec::new();
    // What another program sends has no language, and is in nobody's name.
    let of_people = |route: &web::Listed| route.method == "POST" && route.path.starts_with("/{lang}");
    for route in app::routes().listed().into_iter().filter(of_people) {
        let target = target(scene, &route.path, "public", Who::CityLead).await;
        addresses.push((route.path, target));
    }
    assert!(addresses.len() > 25, "only {}", addresses.len());
    addresses
}

/// Where files are sent to.
fn takes_files(route: &str) -> bool {
    [
        "/{lang}/library/upload",
        "/{lang}/library/{id}/replace",
        "/{lang}/office/translations/import",
        "/{lang}/office/pictures/new",
        "/{lang}/account/profile/picture",
        "/{lang}/imports/{kind}/{ground}",
        "/{lang}/apply/{token}/proof",
    ]
    .contains(&route)
}

async fn send(client: &Client, path: &str, body: impl Into<reqwest::Body>) -> Reply {
    let request = client.request(Method::POST, path).header("content-type", "application/x-www-form-urlencoded");
    client.send(request.body(body)).await
}

/// Has the page at this address a form that is sent there, in which somebody writes, or chooses a file?
async fn is_written(scene: &Scene, path: &str) -> bool {
    let form = Regex::new("(?s)<form[^>]*method=\"post\" action=\"([^\"]*)\".*?</form>").expect("a pattern");
    let field = "<textarea|<select|<input[^>]*type=\"(text|email|url|tel|number|search|file)\"[^>]*>";
    let field = Regex::new(field).expect("a pattern");
    let is_written = |form: &str| field.find_iter(form).any(|field| !field.as_str().contains(" readonly"));
    // Where two records are merged, it is there once the other one is chosen.
    let page = if path.ends_with("/merge") { format!("{path}?into={OTHER_CITY}") } else { path.to_owned() };
    for who in Who::ALL {
        let page = scene.by(who).get(&page).await;
        if page.status == 200 {
            let text = page.text();
            // Some see the page without its form.
            if form.captures_iter(&text).any(|form| &form[1] == path && is_written(&form[0])) {
                return true;
            }
        }
    }
    false
}

async fn what_another_pressed_is_sent_on_from_no_page(engine: Engine) {
    let scene = Scene::set(engine).await;
    let lead = scene.by(Who::CityLead);
    let mut written = 0;
    for (route, path) in addresses(&scene).await {
        let junk = "Save my newsletter choice: yes";
        let shown = if takes_files(&route) {
            let form = Form::new().text("kept-for", ANOTHER).text("note", junk);
            let sender = if route.contains("/office/") { scene.by(Who::Administrator) } else { lead };
            sender.send(sender.request(Method::POST, &path).multipart(form)).await
        } else {
            lead.post(&path, &[("kept-for", ANOTHER), ("note", junk)]).await
        };
        let shown = shown.is(409).shows("not sent in your name");
        if is_written(&scene, &path).await {
            let _ = shown.shows(SEND).shows(junk);
            written += 1;
        } else {
            let _ = shown.hides(SEND).shows("Open the page of this form");
        }
    }
    assert!(written > 8, "only {written} forms are written in");
}

async fn no_way_of_writing_hides_whose_a_form_is(engine: Engine) {
    let scene = Scene::set(engine).await;
    let lead = scene.by(Who::CityLead);
    let own = lead.get("/en/account").await.is(200).input("kept-for").expect("whose it is");
    let many = "x=1&".repeat(1_100);
    for (route, path) in addresses(&scene).await {
        if takes_files(&route) {
            continue;
        }
        for body in [
            format!("k%65pt-for={ANOTHER}").into_bytes(),
            format!("kept%2Dfor={ANOTHER}&name=x").into_bytes(),
            [b"name=\xff&kept-for=".as_slice(), ANOTHER.as_bytes()].concat(),
            [b"kept-for=\xfe".as_slice(), ANOTHER.as_bytes()].concat(),
            format!("kept-for={own}&kept-for={ANOTHER}").into_bytes(),
            format!("{many}kept-for={ANOTHER}").into_bytes(),
        ] {
            let said = String::from_utf8_lossy(&body).chars().take(60).collect::<String>();
            let reply = send(lead, &path, body).await;
            assert_eq!(reply.status, 409, "{path} with {said}");
        }
    }
    lead.get("/en/account").await.is(200);
}

async fn a_form_in_parts_is_taken_where_files_are(engine: Engine) {
    let scene = Scene::set(engine).await;
    // Who may do most of it, and whose documents there are.
    let (administrator, lead) = (scene.by(Who::Administrator), scene.by(Who::CityLead));
    for (route, path) in addresses(&scene).await {
        let form = Form::new().text("name", "Of one in parts").text("kept-for", ANOTHER);
        let status = if takes_files(&route) { 409 } else { 422 };
        let own = takes_files(&route) && !route.contains("/office/");
        let sender = if own { lead } else { administrator };
        let reply = sender.send(sender.request(Method::POST, &path).multipart(form)).await;
        assert_eq!(reply.status, status, "{path}");
    }
    administrator.get("/en/account").await.is(200);
    let dead = "SELECT COUNT(*) AS n FROM people WHERE NOT active";
    assert_eq!(scene.hub.number(dead).await, 0, "nobody is deactivated");
}
