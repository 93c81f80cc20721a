//! Every page for everyone in every language: what holds for all of them.

use base::limits::{PAGE_STATEMENTS, PART_STATEMENTS};
use regex::Regex;
use testkit::{CITY, Engine, REGION, Reply, TestHub, Who, both_engines};

use testkit::scene::Scene;

both_engines!(
    what_is_asked_about_is_named,
    signing_in_goes_on_in_the_language_of_its_page,
    whoever_sets_a_first_password_begins_where_they_work,
    jobs_are_called_what_they_do,
    every_page_for_everyone_in_every_language,
    machines_get_what_they_ask_for,
    a_full_sitemap_is_made_once,
    languages_are_chosen,
    errors_are_pages_that_help,
    what_a_form_is_sent_to_leads_to_a_page,
);

const LANGUAGES: [(&str, &str); 3] = [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")];

async fn every_page_for_everyone_in_every_language(engine: Engine) {
    let scene = Scene::set(engine).await;
    let person = scene.hub.number("SELECT MIN(id) AS n FROM people").await;
    let import = crate::access_matrix::import(&scene).await;
    let shown = crate::access_matrix::shown(&scene).await;
    let role = scene.hub.number(&format!("SELECT MIN(id) AS n FROM roles WHERE person = {person}")).await;
    let mut wrong = Vec::new();
    let mut seen = 0;
    let report = crate::access_matrix::breach_report(&scene).await;
    let proposal = crate::access_matrix::proposal(&scene, CITY).await;
    crate::access_matrix::next_version(&scene).await;
    crate::access_matrix::asked_to_sign(&scene).await;
    let sign_link = crate::access_matrix::sign_link(&scene).await;
    for route in
        app::routes().listed().into_iter().filter(|route| route.method == "GET" && route.path.starts_with("/{lang}"))
    {
        // A link is used up by nobody's look, but there is none to look at here.
        let secret = if route.path.contains("/pressed/") {
            crate::access_matrix::pressed(&scene).await
        } else {
            let email = format!("{}@pages.example.org", &base::secret::new_secret()[..16]);
            scene.hub.invited(&email, "Some Body", "practitioner", CITY, "").await
        };
        let token = match &route.path {
            path if path.contains("/invitations/") => {
                let (_, link) = crate::access_matrix::invitation(&scene).await;
                web::guard::token(&scene.hub.hub, "people invitation", link)
            }
            path if path.contains("/principles/signature/") => {
                web::guard::token(&scene.hub.hub, "principles signature", sign_link)
            }
            _ => "{token}".to_owned(),
        };
        for who in Who::ALL {
            for (lang, dir) in LANGUAGES {
                let slug = if route.path.contains("/regions/") { REGION } else { CITY };
                let id = match &route.path {
                    path if path.contains("/breach-reports/") => base::id::write_id(report),
                    path if path.contains("/imports/") => base::id::write_id(import),
                    path if path.contains("/decisions/") => base::id::write_id(proposal),
                    path if path.starts_with("/{lang}/people/") => base::id::write_id(shown),
                    path if path.contains("/people/") => base::id::write_id(person),
                    _ => scene.public.to_string(),
                };
                let path = route
                    .path
                    .replace("{lang}", lang)
                    .replace("{slug}", slug)
                    .replace("{kind}", "colleagues")
                    .replace("{ground}", CITY)
                    .replace("{id}", &id)
                    .replace("{decision}", "dormant")
                    .replace("{code}", "password")
                    .replace("{role}", &base::id::write_id(role))
                    .replace("{token}", &token)
                    .replace("{secret}", &secret);
                let reply = scene.by(who).get(&path).await;
                seen += 1;
                wrong.extend(
                    faults(&reply, lang, dir).into_iter().map(|fault| format!("{} {}: {fault}", who.name(), path)),
                );
            }
        }
    }
    assert!(seen > 300, "only {seen} pages");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with a page.
fn faults(reply: &Reply, lang: &str, dir: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |right: bool, what: String| {
        if !right {
            faults.push(what);
        }
    };
    expect(matches!(reply.status, 200 | 303 | 403 | 404), format!("status {}", reply.status));
    let statements: usize = reply.header("x-statements").parse().unwrap_or(usize::MAX);
    expect(statements <= PAGE_STATEMENTS, format!("{statements} SQL statements"));
    let part: usize = reply.header("x-part-statements").parse().unwrap_or(usize::MAX);
    expect(part <= PART_STATEMENTS, format!("{part} SQL statements of one part"));
    let policy = reply.header("content-security-policy");
    expect(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), format!("policy {policy:?}"));
    expect(reply.header("x-content-type-options") == "nosniff", "sniffing is not forbidden".into());
    if reply.status == 303 || !reply.header("content-type").starts_with("text/html") {
        return faults;
    }
    let text = reply.text();
    expect(text.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")), "lang or dir".into());
    expect(text.matches("<h1").count() == 1, format!("{} first headings", text.matches("<h1").count()));
    expect(!text.contains("<style") && !text.contains(" style=\""), "style within the page".into());
    let handler = Regex::new(r#"<[^>]*\son[a-z]+="#).expect("a pattern");
    expect(!handler.is_match(&text) && !text.contains("javascript:"), "script within the page".into());
    let scripts = text.matches("<script").count() - text.matches("<script type=\"application/ld+json\">").count();
    expect(scripts == text.matches("<script src=\"/assets/hub-").count(), "a script of its own".into());
    expect(
        !Regex::new(r#"(?:src|href)="https?://[^"]*\.(?:js|css|woff2?)"#).expect("a pattern").is_match(&text),
        "a third party".into(),
    );
    let hidden = text.contains("<meta name=\"robots\" content=\"noindex\">");
    if reply.status == 200 && !hidden {
        expect(text.matches("<link rel=\"canonical\"").count() == 1, "no canonical address".into());
        for (other, _) in LANGUAGES {
            expect(text.contains(&format!("hreflang=\"{other}\" href=\"http")), format!("no alternate in {other}"));
        }
        expect(text.contains("<meta name=\"description\" content=\""), "no description".into());
    }
    if reply.status != 200 {
        expect(hidden, "an error that search engines would keep".into());
    }
    // A word that is missing shows its key.
    let key = Regex::new(r">\s*(?:[a-z]+-){1,4}[a-z]+\s*<").expect("a pattern");
    if let Some(found) = key.find(&text) {
        expect(false, format!("looks like a missing word: {}", found.as_str()));
    }
    faults
}

async fn machines_get_what_they_ask_for(engine: Engine) {
    let scene = Scene::set(engine).await;
    let visitor = scene.by(Who::Visitor);
    let index = visitor.get("/sitemap.xml").await.is(200).shows("<sitemapindex").text();
    let parts: Vec<&str> =
        index.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>")).map(|(address, _)| address).collect();
    let mut addresses = 0;
    let mut all = String::new();
    for part in parts {
        let path = &part[part.find("/sitemaps/").expect("a part")..];
        let sitemap = visitor.get(path).await.is(200).shows("<urlset").text();
        let own = sitemap.matches("<loc>").count();
        assert!(own > 0 && own % 3 == 0 && own <= 50_000, "{path}: each page in each language");
        addresses += own;
        all.push_str(&sitemap);
    }
    assert!(all.contains(&format!("/fr/cities/{CITY}<")) && all.contains(&scene.public.to_string()), "{addresses}");
    for nothing in
        ["pages/2", "cities/0", "cities/01", "cities/-1", "cities/x", "cities/99999999999999999999", "people/1"]
    {
        visitor.get(&format!("/sitemaps/{nothing}")).await.is(404);
    }
    visitor.get("/robots.txt").await.is(200).shows("Disallow: /en/library?").shows("Sitemap: http");
    visitor.get("/health/live").await.is(200);
    visitor.get("/health/ready").await.is(200);
    visitor.get("/favicon.svg").await.is(200).shows("<svg");
    let api = visitor.get("/api/v1/openapi.json").await.is(200).json();
    assert_eq!(api["openapi"], "3.1.0");
    let problem = visitor.get("/api/v1/cities/atlantis").await.is(404);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(problem.json()["status"], 404);
    visitor.get("/api/v1/cities?limit=0").await.is(422);
    visitor.get("/api/v1/cities?limit=101").await.is(422);
}

async fn a_full_sitemap_is_made_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    testkit::many_cities(&hub.hub.db, 2_000).await;
    let visitor = hub.visitor();
    let index = visitor.get("/sitemap.xml").await.is(200).text();
    let parts = index.matches("/sitemaps/cities/").count();
    assert!(parts > 1, "{index}");
    for part in 1..=parts {
        let path = format!("/sitemaps/cities/{part}");
        let tag = visitor.get(&path).await.is(200).header("etag").to_owned();
        assert!(!tag.is_empty(), "{path} is kept");
        visitor.get_with(&path, "if-none-match", &tag).await.is(304);
    }
}

async fn languages_are_chosen(engine: Engine) {
    let scene = Scene::set(engine).await;
    let visitor = scene.hub.visitor();
    assert_eq!(visitor.get_with("/", "accept-language", "fr-CM, en;q=0.5").await.is(302).location(), "/fr/");
    assert_eq!(visitor.get_with("/", "accept-language", "de").await.is(302).location(), "/en/");
    visitor.get("/ar/cities").await.is(200);
    assert_eq!(
        visitor.get_with("/", "accept-language", "fr").await.is(302).location(),
        "/ar/",
        "the chosen language is remembered"
    );
    visitor.get("/en").await.is(303).leads_to("/en/");
    visitor.get("/en/cities?x=1&q=oslo").await.is(200).shows("\"/ar/cities?q=oslo\"").hides("x=1");
    visitor.get("/de/cities").await.is(404);
}

async fn errors_are_pages_that_help(engine: Engine) {
    let scene = Scene::set(engine).await;
    for (lang, dir) in LANGUAGES {
        let reply =
            scene.by(Who::Visitor).get(&format!("/{lang}/nowhere")).await.is(404).shows(&format!("/{lang}/library"));
        assert!(faults(&reply, lang, dir).is_empty(), "{:?}", faults(&reply, lang, dir));
        let reply = scene.by(Who::CityLead).get(&format!("/{lang}/office")).await.is(403);
        assert!(faults(&reply, lang, dir).is_empty(), "{:?}", faults(&reply, lang, dir));
    }
    let visitor = scene.by(Who::Visitor);
    visitor.post("/en/cities", &[]).await.is(405);
    // The same page in another language, from the answer to a form; and a slash too many.
    for (asked, meant) in [
        ("/fr/account/password", "/fr/account"),
        ("/ar/office/people/0000000000000/roles", "/ar/office/people/0000000000000"),
        ("/fr/sign-out", "/fr/"),
        ("/en/cities/", "/en/cities"),
        ("/en/cities/oslo/", "/en/cities/oslo"),
        ("/en/library/?q=wells", "/en/library?q=wells"),
        ("/en/library//?q=wells&sort=title", "/en/library?q=wells&sort=title"),
    ] {
        let _ = visitor.get(asked).await.is(303).leads_to(meant);
    }
    visitor.get("/en/nothing").await.is(404);
    visitor.get("/en/office").await.leads_to("/en/sign-in?next=%2Fen%2Foffice");
}

async fn jobs_are_called_what_they_do(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let kinds: Vec<&str> = hub.worker.kinds().collect();
    assert!(kinds.len() >= 7, "{kinds:?}");
    let said = |lang: base::Lang, kind: &str| hub.hub.words.has(lang, &web::words::job_words(kind));
    for lang in [base::Lang::EN, base::Lang::FR, base::Lang::AR] {
        let missing: Vec<&&str> = kinds.iter().filter(|kind| !said(lang, kind)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for (id, kind) in [(1_i64, "mail.send"), (2, "of.a-later-program")] {
        let values = store::params![id, kind, tx.now()];
        let text = "INSERT INTO jobs (id, kind, payload, run_at, created_at, dead) VALUES ($1, $2, '0', $3, $3, TRUE)";
        tx.exec(text, values).await.expect("a job");
    }
    tx.commit().await.expect("committed");
    let administrator = hub.signed_in(Who::Administrator).await;
    for (lang, words) in [("en", "Sending an e-mail"), ("fr", "Envoi d’un courriel"), ("ar", "إرسال رسالة")]
    {
        let page = administrator.get(&format!("/{lang}/office/jobs")).await.is(200).shows(words);
        let _ = page.hides("mail.send").shows("of.a-later-program");
        let file = administrator.get(&format!("/{lang}/office/jobs.csv")).await.is(200).shows(words);
        let _ = file.hides("mail.send");
    }
}

async fn what_is_asked_about_is_named(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, visitor) = (hub.signed_in(Who::CityLead).await, hub.visitor());
    let own = lead.uploaded(&testkit::scene::note("Plan of the wells", "A text.").with("access", "city")).await;
    let city = format!("/cities/{CITY}");
    visitor.get(&format!("/en/ask?about={city}")).await.is(200).shows("Your question is about:").shows("Diffa");
    visitor.get(&format!("/ar/ask?about={city}")).await.is(200).shows("سؤالك عن:").shows("ديفا");
    lead.get(&format!("/en/ask?about=/library/{own}")).await.is(200).shows("Plan of the wells");
    // What a reader may not see is named as little as what is not there.
    for about in [format!("/library/{own}"), "/cities/atlantis".to_owned(), "/library/x".to_owned()] {
        let page = visitor.get(&format!("/en/ask?about={about}")).await.is(200).hides("Your question is about");
        let _ = page.hides("Plan of the wells");
    }
}

async fn signing_in_goes_on_in_the_language_of_its_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::Practitioner).await;
    let fields = |next| [("email", "practitioner@example.org"), ("password", testkit::PASSWORD), ("next", next)];
    for (next, led) in [
        ("/en/library?q=plan", "/ar/library?q=plan"),
        ("/fr/cities/oslo#facts", "/ar/cities/oslo#facts"),
        ("/ar/about", "/ar/about"),
        ("/files/0000000000007", "/files/0000000000007"),
        ("/english", "/english"),
    ] {
        assert_eq!(hub.visitor().post("/ar/sign-in", &fields(next)).await.is(303).location(), led);
    }
}

async fn whoever_sets_a_first_password_begins_where_they_work(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for (email, role, city, led) in [
        ("lead@example.net", "city-lead", CITY, format!("/en/cities/{CITY}?done=welcome")),
        ("central@example.net", "central-team", "", "/en/office?done=welcome".to_owned()),
    ] {
        let secret = hub.invited(email, "Some One", role, city, "").await;
        let client = hub.visitor();
        let set = client.post(&format!("/en/links/{secret}"), &[("password", testkit::PASSWORD)]).await.is(303);
        let begins = client.get(set.location()).await.is(303).location().to_owned();
        assert_eq!(begins, led);
        client.get(&begins).await.is(200).shows("Welcome. Your password is set.");
    }
}

/// Does a path fit a pattern?
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    let same = |(place, part): (&&str, &&str)| (place.starts_with('{') && !part.is_empty()) || place == part;
    pattern.len() == path.len() && pattern.iter().zip(&path).all(same)
}

/// After signing in, or in another language, the address that a form was sent to is asked for as a page.
async fn what_a_form_is_sent_to_leads_to_a_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (listed, visitor) = (app::routes().listed(), hub.visitor());
    let pages: Vec<&str> =
        listed.iter().filter(|route| route.method == "GET").map(|route| route.path.as_str()).collect();
    let mut led = 0;
    // What another program sends has no language, and no page.
    let of_people = |route: &&web::Listed| route.method == "POST" && route.path.starts_with("/{lang}");
    for route in listed.iter().filter(of_people).filter(|route| !pages.contains(&route.path.as_str())) {
        let path = route.path.replace("{lang}", "fr").replace("{slug}", CITY);
        let path = path
            .replace("{id}", &base::id::write_id(7))
            .replace("{role}", &base::id::write_id(8))
            .replace("{person}", &base::id::write_id(9))
            .replace("{coming}", &base::id::write_id(10))
            .replace("{identifier}", &base::id::write_id(11));
        let path = path.replace("{kind}", "colleagues").replace("{ground}", CITY);
        let path = path.replace("{name}", "0f0f0f0f0f0f0f0f").replace("{token}", "0000000000007-0f0f");
        assert!(!path.contains('{'), "{path}");
        let reply = visitor.get(&path).await.is(303);
        let fitting: Vec<_> = pages.iter().filter(|page| fits(page, reply.location())).collect();
        assert!(!fitting.is_empty(), "{path} leads to {}", reply.location());
        led += 1;
    }
    assert!(led > 8, "only {led} forms have a page of another address");
    let administrator = hub.signed_in(Who::Administrator).await;
    for (asked, meant) in [
        ("/fr/account/sessions/end", "/fr/account"),
        ("/fr/account/sessions/0f0f/end", "/fr/account"),
        ("/fr/office/jobs/0000000000007/retry", "/fr/office/jobs"),
        ("/fr/office/jobs/0000000000007/drop", "/fr/office/jobs"),
    ] {
        assert_eq!(administrator.get(asked).await.is(303).location(), meant);
        administrator.get(meant).await.is(200);
    }
}
