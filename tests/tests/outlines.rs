//! The outline of every page (headings, links, forms, tables), compared with a snapshot that people review: a change of a
//! page shows in review, also one that nobody meant. The same outline, with other words, in every language.

use std::fmt::Write;

use regex::Regex;
use testkit::{Authenticator, CITY, Client, Engine, OTHER_CITY, PASSWORD, REGION, Who, both_engines};

use crate::{snapshot, written};
use testkit::scene::Scene;

both_engines!(every_page_has_the_outline_that_people_reviewed);

const HEAD: &str = "\
# What stands on every page, for the reader whom it is made for, and how many SQL statements it takes (of 10, and 3 for
# each part that another feature offers); of things alike in a row the first two.
# Reviewed by people. `UPDATE_SNAPSHOT=1 cargo test --workspace --test journeys outlines` writes it anew.
";
/// Things alike in a row that are written out.
const ALIKE: usize = 2;

/// Somebody who has set up the second step of signing in.
const TWO_STEPS: &str = "two.steps@example.org";

/// Whom a page is made for.
fn reader(path: &str) -> Who {
    let of_lead = [
        "/mine",
        "/upload",
        "/edit",
        "/replace",
        "/withdraw",
        "/profile",
        "/account",
        "/account/rights",
        "/account/record",
        "/account/data",
        "/account/erase",
        "/account/profile",
        "/account/profile/picture",
        "/{lang}/people",
        "/{lang}/people/{id}",
        "/{lang}/people/{id}/write",
        "/second-step",
        "/address",
        "/passkeys",
        "/passkeys/{id}",
        "/city-sign-in",
        "{slug}/sign-in",
    ];
    if path.starts_with("/{lang}/office") || path.ends_with("/desk") || path.starts_with("/{lang}/organisations/") {
        Who::Administrator
    } else if path.ends_with("/facts") || path.ends_with("/place") || path.ends_with("/merge") {
        Who::CentralTeam
    } else if of_lead.iter().any(|end| path.ends_with(end))
        || path.ends_with("{slug}/record")
        || path.contains("{slug}/people")
        || path.contains("{slug}/organisations")
        || path.ends_with("{slug}/expectations")
        || path.ends_with("{slug}/membership")
        || path.ends_with("{slug}/principles")
        || path.ends_with("/workspace")
        || path.contains("/imports/")
    {
        Who::CityLead
    } else {
        Who::Visitor
    }
}

/// One thing on a page: what it is, without words, and its words.
#[derive(Clone, PartialEq)]
struct Thing {
    shape: String,
    words: String,
}

/// Reads pages.
struct Outliner {
    tag: Regex,
    attribute: Regex,
    markup: Regex,
    drawing: Regex,
    blank: Regex,
    id: Regex,
    own: Regex,
}

impl Outliner {
    fn new() -> Outliner {
        let regex = |text: &str| Regex::new(text).expect("a pattern");
        Outliner {
            tag: regex(r"<(h[1-6]|a|form|input|select|textarea|button|th|summary|caption)\b([^>]*)>"),
            attribute: regex(r#"\b(href|action|method|name|type)="([^"]*)""#),
            markup: regex(r"<[^>]*>"),
            drawing: regex(r"(?s)<svg\b.*?</svg>"),
            blank: regex(r"\s+"),
            // Ids, one-time secrets and addresses that a test makes up are others each time.
            id: regex(r"\b[0-9a-hjkmnp-tv-z]{13}\b|\b[0-9a-zA-Z_-]{32,}\b|\b[0-9a-f]{16}@"),
            own: regex(r"/(cities|regions|news|questions|myths|initiatives|voices|press|pages|members)/[a-zA-F0-9%-]+"),
        }
    }

    /// What stands in the main part of a page.
    fn outline(&self, page: &str, lang: &str) -> Vec<Thing> {
        let main = page.split_once("<main").map_or(page, |(_, rest)| rest);
        let main = main.split_once("</main>").map_or(main, |(main, _)| main);
        // What is drawn is said beside it: a map differs with the direction of the page.
        let main = &*self.drawing.replace_all(main, "");
        let things = self.tag.captures_iter(main).map(|found| {
            let (name, attributes) = (&found[1], &found[2]);
            let mut shape = name.to_owned();
            for attribute in self.attribute.captures_iter(attributes) {
                let value = attribute[2].replace(&format!("/{lang}/"), "/{lang}/");
                let value = self.own.replace_all(&value, "/$1/{slug}");
                let _ = write!(shape, " {}={}", &attribute[1], self.id.replace_all(&value, "{id}"));
            }
            let end = found.get(0).expect("the whole").end();
            let inner = main[end..].split_once(&format!("</{name}>")).map_or("", |(inner, _)| inner);
            let words = if matches!(name, "form" | "input" | "select" | "textarea") { "" } else { inner };
            let words = self.blank.replace_all(&self.markup.replace_all(words, " "), " ").trim().to_owned();
            Thing { shape, words: self.id.replace_all(&words, "{id}").into_owned() }
        });
        things.collect()
    }
}

/// How often the first `length` things come one after the other, by their shapes.
fn repeated(things: &[Thing], length: usize) -> usize {
    let alike = |one: &[Thing]| one.iter().zip(things).all(|(one, first)| one.shape == first.shape);
    things.chunks_exact(length).take_while(|one| alike(one)).count()
}

/// The things as lines; of those alike in a row (alone, or two or three together) the first ones, and how many follow.
fn written(things: &[Thing]) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < things.len() {
        let left = &things[at..];
        let longest = |length: &usize| repeated(left, *length) > ALIKE;
        let length = (1..=3).find(longest).unwrap_or(1);
        let times = repeated(left, length);
        for thing in &left[..length * times.min(ALIKE)] {
            let words = if thing.words.is_empty() { String::new() } else { format!(": {}", thing.words) };
            let _ = writeln!(text, "  {}{words}", thing.shape);
        }
        if times > ALIKE {
            let _ = writeln!(text, "  … {} more", times - ALIKE);
        }
        at += length * times;
    }
    text
}

async fn every_page_has_the_outline_that_people_reviewed(engine: Engine) {
    let scene = Scene::set(engine).await;
    scene.hub.settle().await;
    let outliner = Outliner::new();
    let mut items = Vec::new();
    for kind in ["news", "question", "myth", "initiative", "release", "voice", "page"] {
        items.push(written::published(&scene, kind, CITY).await);
    }
    let picture = crate::access_matrix::picture(&scene).await;
    let enquiry = crate::access_matrix::enquiry(&scene, testkit::REGION, "Zinder").await;
    let application = crate::access_matrix::applied(&scene, testkit::REGION, None).await;
    let begun = crate::access_matrix::begun(&scene).await;
    let drafted = written::published(&scene, "news", "a-plan").await;
    crate::access_matrix::draft(&scene, &drafted).await;
    let person = scene.hub.person(&Who::Practitioner.email()).await;
    let role = scene.hub.number(&format!("SELECT MIN(id) AS n FROM roles WHERE person = {person}")).await;
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let mut found = String::from(HEAD);
    let mut others = Vec::new();
    let listed = app::routes().listed().into_iter();
    let is_page =
        |path: &str| path.starts_with("/{lang}") && ![".csv", ".xlsx", ".xlf"].iter().any(|end| path.ends_with(end));
    let (half, owner) = first_step(&scene).await;
    let two_steps = scene.hub.person(TWO_STEPS).await;
    crate::access_matrix::city_idp(&scene).await;
    crate::access_matrix::next_version(&scene).await;
    crate::access_matrix::asked_to_sign(&scene).await;
    for route in listed.filter(|route| route.method == "GET" && is_page(&route.path)) {
        let who = reader(&route.path);
        let slug = match route.path.as_str() {
            path if path.contains("/regions/") => REGION,
            path if path.contains("/principles/{slug}") && !path.contains("/office/") => "2024",
            _ => CITY,
        };
        let id = match route.path.as_str() {
            path if path.contains("/second-step/") => base::id::write_id(two_steps),
            path if path.contains("/passkeys/") => crate::access_matrix::passkey(&scene, who).await,
            path if path.contains("/people/requests/") => {
                base::id::write_id(crate::access_matrix::account_request(&scene).await)
            }
            path if path.starts_with("/{lang}/people/") => {
                base::id::write_id(crate::access_matrix::shown(&scene).await)
            }
            path if path.contains("/people/") => base::id::write_id(person),
            path if path.contains("/editorial/{id}/schedule") => drafted.clone(),
            path if path.contains("/editorial/") => items[0].clone(),
            path if path.contains("/office/pictures/") => base::id::write_id(picture),
            path if path.contains("/office/cities/") => base::id::write_id(city),
            path if path.contains("/office/enquiries/") => base::id::write_id(enquiry),
            path if path.contains("/breach-reports/") => {
                base::id::write_id(crate::access_matrix::breach_report(&scene).await)
            }
            path if path.contains("/decisions/") => {
                base::id::write_id(crate::access_matrix::proposal(&scene, CITY).await)
            }
            path if path.contains("/organisations/") => {
                base::id::write_id(crate::access_matrix::organisation(&scene, None).await.0)
            }
            path if path.contains("/office/prospects/") => {
                base::id::write_id(crate::access_matrix::prospect(&scene, REGION, false).await.0)
            }
            path if path.contains("/office/applications/") => base::id::write_id(application.application),
            path if path.contains("/imports/") => base::id::write_id(crate::access_matrix::import(&scene).await),
            _ => scene.public.to_string(),
        };
        let secret = if route.path.contains("/pressed/") {
            crate::access_matrix::pressed(&scene).await
        } else if route.path.contains("{secret}") {
            scene.hub.invited("outline@example.org", "Some Body", "practitioner", CITY, "").await
        } else {
            String::new()
        };
        let path = route
            .path
            .replace("{slug}", slug)
            .replace("{id}", &id)
            .replace("{secret}", &secret)
            .replace("{kind}", "colleagues")
            .replace("{ground}", CITY)
            .replace("{decision}", "dormant")
            .replace("{code}", "password");
        let path = if path.contains("/apply/{token}") {
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "membership application", begun.link))
        } else if path.contains("/principles/sign/") {
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "membership signature", begun.link))
        } else if path.contains("/principles/signature/") {
            let link = crate::access_matrix::sign_link(&scene).await;
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "principles signature", link))
        } else if path.contains("/invitations/{token}") {
            let (_, link) = crate::access_matrix::invitation(&scene).await;
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "people invitation", link))
        } else if path.contains("/join/invited/{token}") {
            let (_, link) = crate::access_matrix::prospect(&scene, REGION, true).await;
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "membership prospect", link))
        } else if path.contains("/join/{token}") {
            path.replace("{token}", &web::guard::token(&scene.hub.hub, "membership enquiry", enquiry))
        } else if path.contains("{token}") {
            path.replace("{token}", &crate::access_matrix::token(&scene, &path, &items[0]).await)
        } else {
            path
        };
        let path = path.replace("{role}", &base::id::write_id(role)).replace("{person}", &base::id::write_id(person));
        // All that is found, which is the same in each language: without words what the reader reads comes first.
        let path = if path.ends_with("/search") { format!("{path}?q={CITY}") } else { path };
        // With the other record, beside which its own stands.
        let path = if path.ends_with("/merge") { format!("{path}?into={OTHER_CITY}") } else { path };
        let (mut outlines, mut statements) = (Vec::new(), (0, 0));
        for lang in ["en", "fr", "ar"] {
            scene.hub.hub.cache.forget();
            let reader = match path.as_str() {
                path if path.ends_with("/sign-in/code") => &half,
                path if path.ends_with("/sign-in/again") => &owner,
                _ => scene.by(who),
            };
            let reply = reader.get(&path.replace("{lang}", lang)).await;
            let counted = |name: &str| reply.header(name).parse::<usize>().unwrap_or_default();
            statements = statements.max((counted("x-statements"), counted("x-part-statements")));
            if reply.status == 303 && !reply.location().contains("/sign-in") {
                // No page of its own: it leads on.
                let place = reply.location().replacen(&format!("/{lang}/"), "/{lang}/", 1);
                outlines.push(vec![Thing { shape: format!("leads to {place}"), words: String::new() }]);
                continue;
            }
            assert_eq!(reply.status, 200, "{} for {}", reply.asked, who.name());
            if reply.header("content-type").starts_with("text/html") {
                outlines.push(outliner.outline(&reply.text(), lang));
            }
        }
        let Some(first) = outlines.first() else { continue };
        let (own, part) = statements;
        let parts = if part > 0 { format!(", {part} in one part") } else { String::new() };
        let _ = writeln!(found, "{} ({}; SQL statements: {own}{parts})\n{}", route.path, who.name(), written(first));
        let mut shapes: Vec<Vec<&str>> =
            outlines.iter().map(|things| things.iter().map(|thing| thing.shape.as_str()).collect()).collect();
        // Lists are sorted as each language sorts: the same things, in another order.
        shapes.iter_mut().for_each(|shapes| shapes.sort_unstable());
        if shapes.windows(2).any(|two| two[0] != two[1]) {
            others.push(route.path.clone());
        }
    }
    assert!(others.is_empty(), "another outline in another language: {others:?}");
    snapshot::compare("outlines.txt", &found);
}

/// Somebody who has given the first step of signing in, and not the second; and the same person in a browser in which they signed in a
/// while ago.
async fn first_step(scene: &Scene) -> (Client, Client) {
    let owner = scene.hub.newcomer(TWO_STEPS, "Two Steps", "practitioner", CITY, "").await;
    Authenticator::set_up(&scene.hub, &owner).await;
    let client = scene.hub.visitor();
    client.post("/en/sign-in", &[("email", TWO_STEPS), ("password", PASSWORD)]).await.leads_to("/en/sign-in/code");
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let text = "UPDATE sessions SET authenticated_at = NULL WHERE person = $1";
    tx.exec(text, store::params![scene.hub.person(TWO_STEPS).await]).await.expect("long ago");
    tx.commit().await.expect("committed");
    (client, owner)
}

#[test]
fn an_outline_says_what_stands_there() {
    let page = "<nav><a href=\"/en/out\">Out</a></nav><main><h1>A <b>title</b></h1><form method=\"post\" action=\"/en/x\">\
        <input type=\"text\" name=\"q\" value=\"secret\"><button>Go</button></form>\
        <a href=\"/en/library/0c5k2m9v1x3ab\">One</a><a href=\"/en/library/0c5k2m9v1x3ac\">Two</a>\
        <a href=\"/en/library/0c5k2m9v1x3ad\">Three</a></main>";
    let written = written(&Outliner::new().outline(page, "en"));
    let expected = "  h1: A title\n  form method=post action=/{lang}/x\n  input type=text name=q\n  button: Go\n  \
        a href=/{lang}/library/{id}: One\n  a href=/{lang}/library/{id}: Two\n  … 1 more\n";
    assert_eq!(written, expected);
}
