//! Cities over HTTP: finding them, what they say of themselves, facts, the gazetteer.

use std::io::Write;
use std::path::Path;

use ::cities::Membership;
use regex::Regex;
use testkit::facts_form::{facts, send, set};
use testkit::{CITY, Engine, OTHER_CITY, REGION, Setup, TestHub, Who, both_engines, many_cities, name_cities};

use crate::becomes;

both_engines!(
    of_many_cities_one_is_typed,
    the_list_is_a_file_too,
    figures_open_what_they_count,
    names_are_found_without_accents_in_three_languages,
    filters_and_their_counts,
    sorting_and_pages,
    a_city_s_page,
    a_term_is_said_as_its_years,
    a_region_shows_seats_and_inhabitants,
    what_cannot_be_sorted_offers_no_order,
    only_its_lead_writes_for_a_city,
    what_a_city_writes_cannot_run,
    no_city_s_website_is_a_page_of_the_hub,
    a_profile_in_one_language_stands_in_for_another,
    facts_are_corrected_by_the_central_team,
    facts_changed_meanwhile_are_not_overwritten,
    maps_and_counts_follow_a_correction_that_readers_race,
    wrong_facts_are_told_beside_their_fields,
    a_place_is_picked_from_the_gazetteer,
    of_many_places_the_largest_are_meant,
    the_nearest_of_many_cities_are_the_nearest,
    twenty_thousand_cities_are_gathered_and_none_is_left_out,
    the_json_list_is_the_same_list,
);

/// Slugs of the cities that a list shows.
fn listed(page: &str, lang: &str) -> Vec<String> {
    let link = regex::Regex::new(&format!("href=\"/{lang}/cities/([a-z0-9-]+)\"")).expect("a pattern");
    let mut slugs: Vec<String> = Vec::new();
    for found in link.captures_iter(page) {
        if slugs.last().map(String::as_str) != Some(&found[1]) {
            slugs.push(found[1].to_owned());
        }
    }
    slugs
}

async fn names_are_found_without_accents_in_three_languages(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    for (lang, query, slug) in [
        ("en", "medellin", "medellin"),
        ("en", "MEDELLÍN", "medellin"),
        ("en", "cair", "cair-skopje"),
        ("en", "bihac", "bihac"),
        ("fr", "montreal", "montreal"),
        ("fr", "montréal", "montreal"),
        ("ar", "تونس", "tunis"),
        ("en", "تونس", "tunis"),
        ("ar", "tunis", "tunis"),
        ("en", "  Tunis  ", "tunis"),
    ] {
        let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
        let page = visitor.get(&format!("/{lang}/cities?q={query}")).await.is(200);
        assert!(listed(&page.text(), lang).iter().any(|own| own == slug), "{query} in {lang} does not find {slug}");
    }
    visitor.get("/en/cities?q=atlantis").await.is(200).shows("No member city matches");
    // A sign that a database would read as "anything" is not read at all.
    visitor.get("/en/cities?q=tun%25").await.is(200).shows("One city");
}

async fn filters_and_their_counts(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let all = hub.number("SELECT COUNT(*) AS n FROM cities WHERE region = 'western-balkans'").await;
    let page = visitor.get("/en/cities?region=western-balkans").await.is(200).shows(&format!("{all} cities"));
    assert!(
        page.text().contains("<meta name=\"robots\" content=\"noindex\">"),
        "combinations of filters are not for search engines"
    );
    let one = hub.number("SELECT COUNT(*) AS n FROM cities WHERE country = 'ME'").await;
    visitor.get("/en/cities?region=western-balkans&country=ME").await.is(200).shows(&format!("{one} cities"));
    let two = hub.number("SELECT COUNT(*) AS n FROM cities WHERE country IN ('ME', 'XK')").await;
    visitor.get("/en/cities?country=ME&country=XK").await.is(200).shows(&format!("{two} cities"));
    visitor.get("/en/regions/western-balkans").await.is(200).shows(&format!("{all} cities"));
    let facets = visitor.get("/api/v1/cities").await.is(200).json()["facets"].clone();
    assert_eq!(facets["region"]["western-balkans"], all);
    assert_eq!(facets["country"]["ME"], one);
    let sum: i64 = facets["region"].as_object().expect("regions").values().filter_map(serde_json::Value::as_i64).sum();
    assert_eq!(sum, 112);
}

async fn sorting_and_pages(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let first = listed(&visitor.get("/en/cities").await.is(200).text(), "en");
    assert_eq!(first.first().map(String::as_str), Some("aarhus"));
    let one = listed(&visitor.get("/en/cities").await.text(), "en");
    let two = listed(&visitor.get("/en/cities?page=2").await.is(200).text(), "en");
    let mut all: Vec<String> = one.into_iter().chain(two).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 112, "two pages hold every city once");
    let text = visitor.get("/en/cities?sort=population").await.is(200).text();
    let largest = hub.number("SELECT MAX(population) AS n FROM cities").await;
    let slug = visitor.get("/api/v1/cities?limit=100").await.json()["items"].clone();
    let expected = slug
        .as_array()
        .expect("cities")
        .iter()
        .find(|city| city["population"] == largest)
        .map(|city| city["slug"].as_str().unwrap_or_default().to_owned());
    if let Some(expected) = expected {
        assert_eq!(listed(&text, "en").first(), Some(&expected));
    }
    visitor.get("/en/cities?page=3").await.is(200);
}

async fn a_city_s_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    visitor
        .get(&format!("/en/cities/{CITY}"))
        .await
        .is(200)
        .shows("Diffa")
        .shows("Niger")
        .shows("May 2017")
        .shows("application/ld+json")
        .shows("<svg");
    visitor.get("/en/cities/aarhus").await.is(200).shows("Steering Committee");
    visitor
        .get(&format!("/en/cities/{CITY}"))
        .await
        .is(200)
        .shows("has not written here yet")
        .shows("Nearest member cities");
    // Each number with its sign, from left to right also among Arabic words.
    visitor.get(&format!("/en/cities/{CITY}")).await.is(200).shows("13.32° N, 12.61° E");
    let arabic = visitor.get(&format!("/ar/cities/{CITY}")).await.is(200);
    arabic.shows("\u{2066}13.32°\u{2069} شمالًا، \u{2066}12.61°\u{2069} شرقًا");
    visitor.get("/en/cities/atlantis").await.is(404);
    visitor.get("/en/cities/Diffa").await.is(404);
}

async fn a_term_is_said_as_its_years(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    // Figures with a dash between them would run backwards in Arabic.
    let words = [("en", "2015–2017"), ("fr", "2015–2017"), ("ar", "من 2015 إلى 2017")];
    for (lang, years) in words {
        for path in ["", "cities", "regions/europe", "cities/oslo"] {
            let page = visitor.get(&format!("/{lang}/{path}")).await.is(200).shows(years);
            if lang == "ar" {
                let _ = page.hides("2015–");
            }
        }
    }
    // As it was written in the data of hubs that are in use already.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE steering_seats SET term = '2015–17'", Vec::new()).await.expect("an earlier way to write it");
    tx.commit().await.expect("committed");
    visitor.get("/ar/cities/stockholm").await.is(200).shows("من 2015 إلى 2017");
}

async fn a_region_shows_seats_and_inhabitants(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let page = hub.visitor().get("/en/regions/europe").await.is(200).text();
    let list = page.split_once("by-country").map_or("", |(_, list)| list);
    let row = list.split("<li>").find(|row| row.contains("/cities/london")).expect("London");
    assert!(row.contains("Steering Committee") && row.contains(" inhabitants"), "{row}");
}

async fn what_cannot_be_sorted_offers_no_order(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let hidden = "<span class=\"sort\" hidden>";
    visitor.get("/en/cities?q=atlantis").await.is(200).shows(hidden);
    visitor.get("/en/cities?q=diffa").await.is(200).shows(hidden);
    visitor.get("/en/cities").await.is(200).hides(hidden);
}

async fn only_its_lead_writes_for_a_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let path = format!("/en/cities/{CITY}/profile");
    let fields = [
        ("in", "en"),
        ("summary", "A town by the Komadugu."),
        ("website", "https://diffa.example.org"),
        ("contact", "Town hall"),
    ];
    lead.post(&path, &fields).await.leads_to(&format!("/en/cities/{CITY}?done=saved"));
    let page = hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200);
    page.shows("A town by the Komadugu.").shows("https://diffa.example.org").shows("Town hall");
    // A posted foreign city does not change where it goes.
    let again =
        [("in", "en"), ("revision", "1"), ("summary", "Still here."), ("slug", OTHER_CITY), ("city", OTHER_CITY)];
    lead.post(&path, &again).await.is(303);
    // Who wrote on an older state is told, keeps their words, and takes nobody's away.
    for old in ["", "0", "1", "none"] {
        lead.post(&path, &[("in", "en"), ("revision", old), ("summary", "Written too late.")])
            .await
            .is(409)
            .shows("Saved now: Still here.")
            .shows("Written too late.")
            .shows("name=\"revision\" value=\"2\"");
    }
    lead.get(&path).await.is(200).shows("name=\"revision\" value=\"2\"");
    hub.visitor().get(&format!("/en/cities/{OTHER_CITY}")).await.is(200).hides("Still here.");
    for who in [Who::Practitioner, Who::OtherLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        client.get(&path).await.is(403);
        client.post(&path, &[("in", "en"), ("summary", "Taken over.")]).await.is(403);
    }
    // Whose session has ended loses nothing of what they wrote; a secret is not kept on a page.
    let sent = [("in", "en"), ("summary", "Taken \"over\"."), ("password", "seven lamps")];
    hub.visitor()
        .post(&path, &sent)
        .await
        .is(403)
        .shows("You are no longer signed in")
        .shows("name=\"summary\" value=\"Taken &#34;over&#34;.\"")
        .hides("seven lamps");
    hub.visitor().post(&path, &[]).await.leads_to("/en/sign-in");
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).shows("Still here.").hides("Taken");
}

async fn no_city_s_website_is_a_page_of_the_hub(engine: Engine) {
    let hub = Setup::new(engine).settings(|own| own.public_url = Some("http://hub.example.org".into())).start().await;
    let lead = hub.signed_in(Who::CityLead).await;
    let path = format!("/en/cities/{CITY}/profile");
    let told = "/en/account?done=password";
    let port = hub.address.port();
    for website in [
        "https://hub.example.org".to_owned(),
        "hub.example.org".to_owned(),
        format!("http://HUB.Example.ORG:8443{told}"),
        format!("https://hub.example.org.{told}"),
        format!("https://hub%2eexample.org{told}"),
        format!("https://\u{ff48}ub.example.org{told}"),
        format!("https://hub\u{3002}example.org{told}"),
        format!("http://127.0.0.1:{port}{told}"),
        format!("http://127.1:{port}{told}"),
        format!("http://0x7f.0.0.1:{port}{told}"),
        format!("http://127.9.9.9{told}"),
        format!("http://[::ffff:127.0.0.1]:{port}{told}"),
        format!("http://localhost.:{port}{told}"),
        format!("http://hub.localhost:{port}{told}"),
        format!("http://0.0.0.0:{port}{told}"),
    ] {
        for (lang, words) in
            [("en", "a page of this hub"), ("fr", "une page de la plateforme"), ("ar", "من صفحات هذه المنصة")]
        {
            let fields = [("in", "en"), ("summary", "A town."), ("website", website.as_str())];
            let reply = lead.post(&format!("/{lang}/cities/{CITY}/profile"), &fields).await;
            let _ = reply.is(422).shows("id=\"website-error\"").shows(words);
        }
    }
    for website in ["https://www.hub.example.org", "https://example.org/hub.example.org", "http://203.0.113.7/"] {
        let revision = lead.get(&path).await.is(200).input("revision").expect("a revision");
        lead.post(&path, &[("in", "en"), ("revision", &revision), ("website", website)]).await.is(303);
    }
}

async fn what_a_city_writes_cannot_run(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let path = format!("/en/cities/{CITY}/profile");
    let wild = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }}";
    lead.post(&path, &[("in", "en"), ("summary", wild), ("contact", wild)]).await.is(303);
    for page in [format!("/en/cities/{CITY}"), "/en/cities".to_owned(), "/en/".to_owned()] {
        let reply = hub.visitor().get(&page).await.is(200);
        let _ = reply.hides("<script>alert").hides("<img src=x").hides("\"'><img");
    }
    for website in [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a b.org",
        "https://u@evil.example",
        "ftp://x.org",
        "//x.org",
    ] {
        lead.post(&path, &[("in", "en"), ("website", website)])
            .await
            .is(422)
            .shows("There is a problem")
            .shows("id=\"website-error\"");
    }
    lead.post(&path, &[("in", "en"), ("summary", &"x".repeat(2_001))]).await.is(422).shows(&"x".repeat(2_001));
    // A city's name, corrected by the central team, is everywhere: list, map, JSON-LD.
    let central = hub.signed_in(Who::CentralTeam).await;
    let form = central.get(&format!("/en/cities/{CITY}/facts")).await.is(200);
    let mut fields = facts(&form);
    fields[0].1 = "</script><script>alert(3)</script>\"><u>".into();
    send(&central, &format!("/en/cities/{CITY}/facts"), &fields).await.is(303);
    for page in [
        format!("/en/cities/{CITY}"),
        "/en/cities".to_owned(),
        "/en/".to_owned(),
        "/en/regions/west-central-africa".to_owned(),
    ] {
        let reply = hub.visitor().get(&page).await.is(200);
        let _ = reply.hides("<script>alert").hides("\"><u>");
    }
}

async fn a_profile_in_one_language_stands_in_for_another(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let path = format!("/en/cities/{CITY}/profile");
    lead.post(&path, &[("in", "fr"), ("summary", "Une ville au bord de la Komadougou.")]).await.is(303);
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).shows("Une ville au bord").shows("lang=\"fr\"");
    lead.get(&format!("{path}?in=fr")).await.is(200).shows("Une ville au bord");
    lead.get(&format!("{path}?in=xx")).await.is(200).hides("Une ville au bord");
    lead.post(&path, &[("in", "en"), ("summary", "A town.")]).await.is(303);
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).shows("A town.");
    hub.visitor().get(&format!("/fr/cities/{CITY}")).await.is(200).shows("Une ville au bord");
}

async fn facts_are_corrected_by_the_central_team(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let path = format!("/en/cities/{CITY}/facts");
    for who in [Who::CityLead, Who::Practitioner, Who::RegionalOfficer] {
        hub.signed_in(who).await.get(&path).await.is(403);
    }
    let central = hub.signed_in(Who::CentralTeam).await;
    let mut fields = facts(&central.get(&path).await.is(200));
    set(&mut fields, "population", "75 051");
    set(&mut fields, "population_source", "Census 2026");
    let before = hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).hides("75,051");
    drop(before);
    send(&central, &path, &fields).await.leads_to(&format!("/en/cities/{CITY}"));
    hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).shows("75,051").shows("Census 2026");
}

async fn facts_changed_meanwhile_are_not_overwritten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (path, central) = (format!("/en/cities/{CITY}/facts"), hub.signed_in(Who::CentralTeam).await);
    let fields = facts(&central.get(&path).await.is(200));
    let (mut first, mut second) = (fields.clone(), fields);
    set(&mut first, "name_fr", "Diffa la belle");
    set(&mut second, "name_fr", "Diffa la vieille");
    send(&central, &path, &first).await.is(303);
    let back =
        send(&central, &path, &second).await.is(409).shows("Saved now: Diffa la belle").shows("Diffa la vieille");
    hub.visitor().get(&format!("/fr/cities/{CITY}")).await.is(200).shows("Diffa la belle");
    // Both texts seen, and sent once more: that is meant.
    send(&central, &path, &facts(&back)).await.is(303);
    hub.visitor().get(&format!("/fr/cities/{CITY}")).await.is(200).shows("Diffa la vieille");
}

/// What is held of all cities is read anew by whoever asks after a change, also where others asked meanwhile.
async fn maps_and_counts_follow_a_correction_that_readers_race(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (path, central) = (format!("/en/cities/{CITY}/facts"), hub.signed_in(Who::CentralTeam).await);
    let lead = hub.signed_in(Who::OtherLead).await;
    let total = |page: String| {
        let page: serde_json::Value = serde_json::from_str(&page).expect("JSON");
        page["total"].as_i64().expect("a total")
    };
    let region = format!("/en/regions/{REGION}");
    let before = total(lead.get("/api/v1/cities").await.is(200).text());
    let rounds = [Membership::Withdrawn, Membership::Active, Membership::Suspended, Membership::Dormant];
    for (round, membership) in rounds.into_iter().enumerate() {
        let name = format!("Diffa {round}");
        becomes(&hub, CITY, membership).await;
        let mut fields = facts(&central.get(&path).await.is(200));
        set(&mut fields, "name_en", &name);
        let reading = async {
            for _ in 0..6 {
                lead.get("/en/cities").await.is(200);
            }
        };
        let (saved, ()) = tokio::join!(send(&central, &path, &fields), reading);
        saved.is(303);
        let member = membership.is_member();
        for page in ["/en/cities", "/en/cities?q=diffa", region.as_str()] {
            let page = lead.get(page).await.is(200);
            if member {
                page.shows(&name)
            } else {
                page.hides(&name)
            };
        }
        let now = total(lead.get("/api/v1/cities").await.is(200).text());
        assert_eq!(now, if member { before } else { before - 1 });
    }
}

async fn wrong_facts_are_told_beside_their_fields(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (path, central) = (format!("/en/cities/{CITY}/facts"), hub.signed_in(Who::CentralTeam).await);
    let fields = facts(&central.get(&path).await.is(200));
    for (name, value) in [
        ("name_en", ""),
        ("name_ar", &"x".repeat(201) as &str),
        ("latitude", "91"),
        ("latitude", "NaN"),
        ("longitude", "181"),
        ("longitude", "east"),
        ("country", "ZZ"),
        ("region", "atlantis"),
        ("kind", "village"),
        ("population", "-5"),
        ("population", "many"),
        ("place_source", ""),
    ] {
        let mut wrong = fields.clone();
        set(&mut wrong, name, value);
        send(&central, &path, &wrong).await.is(422).shows(&format!("id=\"{name}-error\"")).shows("<title>Error:");
    }
}

fn gzip(data: &Path, name: &str, text: &str) {
    let file = std::fs::File::create(data.join("network").join(name)).expect("a file");
    let mut gzip = std::process::Command::new("gzip")
        .arg("-c")
        .stdin(std::process::Stdio::piped())
        .stdout(file)
        .spawn()
        .expect("gzip runs");
    gzip.stdin.take().expect("its input").write_all(text.as_bytes()).expect("written");
    assert!(gzip.wait().expect("gzip ends").success());
}

/// More villages than a page could hold, and last a large place that begins like them.
fn write_villages(data: &Path) {
    let mut rows = "geonames_id,name,ascii_name,country,admin1,latitude,longitude,population".to_owned();
    for number in 0..3_000 {
        rows.push_str(&format!("\n{},Moa {number},,NE,Diffa,13.3,12.6,{}", 10_000_000 + number, 1 + number % 7));
    }
    rows.push_str("\n9999999,Moz,,NE,Diffa,13.3,12.6,9000000");
    gzip(data, "places.csv.gz", &rows);
    gzip(data, "places-alternates.csv.gz", "geonames_id,name\n9999999,Mozia");
}

async fn of_many_places_the_largest_are_meant(engine: Engine) {
    let hub = Setup::new(engine).prepare(write_villages).start().await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&::cities::LoadPlaces::ALL).await.expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
    for beginning in ["m", "mo", "moz"] {
        let found = central.get(&format!("/en/cities/{CITY}/place?q={beginning}")).await.is(200);
        let text = found.text();
        let links: Vec<&str> = text.split("/facts?place=").skip(1).collect();
        assert!(links.first().is_some_and(|link| link.starts_with("9999999\"")), "{beginning}: the largest first");
        let twice = links.iter().filter(|link| link.starts_with("9999999\"")).count();
        assert_eq!(twice, 1, "{beginning}: once, whatever number of its names begin so");
    }
}

/// Bytes of a page as it is sent.
fn compressed(page: &str) -> usize {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(page.as_bytes()).expect("written");
    gzip.finish().expect("compressed").len()
}

async fn twenty_thousand_cities_are_gathered_and_none_is_left_out(engine: Engine) {
    let hub = TestHub::start(engine).await;
    many_cities(&hub.hub.db, 20_000).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    // The largest stand together, and no seat is held elsewhere: by them alone the world is not divided.
    for largest in
        ["DELETE FROM steering_seats", "UPDATE cities SET population = 9000000 WHERE region = 'western-balkans'"]
    {
        tx.exec(largest, Vec::new()).await.expect("the largest");
    }
    tx.changed("city", 1, false, &["cities".to_owned()]).await.expect("told");
    tx.commit().await.expect("committed");
    let all = hub.number("SELECT COUNT(*) AS n FROM cities").await;
    assert!(all > 20_000);
    let on_map = Regex::new("<text class=\"n\"[^>]*>(\\d+)</text>").expect("a pattern");
    let counted = |page: &str| {
        let gathered: i64 = on_map.captures_iter(page).filter_map(|found| found[1].parse::<i64>().ok()).sum();
        gathered
    };
    for path in [
        "/en/",
        "/en/cities",
        "/ar/regions/western-balkans",
        "/en/regions/europe",
        "/fr/cities/diffa",
        "/en/cities/oslo",
    ] {
        let page = hub.visitor().get(path).await.is(200);
        let statements: usize = page.header("x-statements").parse().expect("how many");
        assert!(statements <= 10, "{path}: {statements} statements");
        let page = page.text();
        assert!(compressed(&page) < 40_000, "{path}: {} bytes", compressed(&page));
        assert!(counted(&page) > 100, "{path} gathers cities: {}", counted(&page));
    }
    // Each city is on the world's map, alone or in a count.
    let page = hub.visitor().get("/en/cities").await.is(200).text();
    let world =
        page.split("class=\"map map--region\"").nth(1).and_then(|rest| rest.split("</svg>").next()).expect("a map");
    let alone = world
        .split("class=\"dot\"")
        .nth(1)
        .and_then(|rest| rest.split("/>").next())
        .map_or(0, |d| d.matches('M').count());
    let ringed = world
        .split("class=\"isc\"")
        .nth(1)
        .and_then(|rest| rest.split("/>").next())
        .map_or(0, |d| d.matches('M').count());
    assert_eq!(counted(world) + (alone + ringed) as i64, all);
    // And in the sitemap.
    let index = hub.visitor().get("/sitemap.xml").await.is(200).text();
    let parts = index.matches("/sitemaps/cities/").count();
    let mut listed = 0;
    for part in 1..=parts {
        listed += hub.visitor().get(&format!("/sitemaps/cities/{part}")).await.is(200).text().matches("<loc>").count();
    }
    assert_eq!((parts, listed as i64), (41, all * 3));
}

async fn the_nearest_of_many_cities_are_the_nearest(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let near = |page: &str| {
        let list = page.split("Nearest member cities").nth(1).expect("the nearest").to_owned();
        list.split("</section>").next().map(str::to_owned)
    };
    let before = near(&hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).text());
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5100) \
         INSERT INTO cities (id, slug, folded, country, region, kind, latitude, longitude, population_source, place_source, source) \
         SELECT n.n, '00-' || n.n, c.folded, c.country, c.region, c.kind, -40.0, -170.0, '', '', c.source FROM n CROSS JOIN (SELECT * FROM cities ORDER BY slug LIMIT 1) c",
        Vec::new(),
    )
    .await
    .expect("many cities");
    name_cities(&tx, "c.slug").await;
    tx.changed("city", 1, false, &["cities".to_owned()]).await.expect("told");
    tx.commit().await.expect("committed");
    let after = near(&hub.visitor().get(&format!("/en/cities/{CITY}")).await.is(200).text());
    assert_eq!(before, after);
}

fn write_gazetteer(data: &Path) {
    let carried = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/places.csv.gz");
    let carried = std::process::Command::new("gzip").arg("-dc").arg(carried).output().expect("gzip runs").stdout;
    let carried = String::from_utf8_lossy(&carried).into_owned();
    let rows: Vec<&str> = carried
        .lines()
        .take(1)
        .chain(carried.lines().filter(|line| line.contains("Diffa") || line.contains("Zürich")).take(50))
        .collect();
    gzip(data, "places.csv.gz", &rows.join("\n"));
    let carried = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/places-alternates.csv.gz");
    let carried = std::process::Command::new("gzip").arg("-dc").arg(carried).output().expect("gzip runs").stdout;
    gzip(data, "places-alternates.csv.gz", String::from_utf8_lossy(&carried).lines().next().unwrap_or_default());
}

async fn a_place_is_picked_from_the_gazetteer(engine: Engine) {
    let hub = Setup::new(engine).prepare(write_gazetteer).start().await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let path = format!("/en/cities/{CITY}/place");
    central.get(&format!("{path}?q=diffa")).await.is(200).shows("still being loaded");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&::cities::LoadPlaces::ALL).await.expect("a job");
    tx.enqueue(&::cities::LoadPlaces::ALL).await.expect("the same job again");
    tx.commit().await.expect("committed");
    hub.settle().await;
    let found = central.get(&format!("{path}?q=DIFFA")).await.is(200).shows("Niger");
    let link = found
        .text()
        .split(&format!("href=\"/en/cities/{CITY}/facts?place="))
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a place")
        .to_owned();
    let form = central.get(&format!("/en/cities/{CITY}/facts?place={link}")).await.is(200);
    assert_eq!(
        (form.input("place").as_deref(), form.input("place_source").as_deref()),
        (Some(link.as_str()), Some("GeoNames"))
    );
    central.get(&format!("{path}?q=zurich")).await.is(200).shows("Zürich");
    central.get(&format!("{path}?q=nowhere")).await.is(200).shows("No place begins with this");
    for place in ["999999999999999999999", "-1", "x", "1%27"] {
        central.get(&format!("/en/cities/{CITY}/facts?place={place}")).await.is(200);
    }
}

async fn the_json_list_is_the_same_list(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let (mut path, mut slugs) = ("/api/v1/cities?limit=50".to_owned(), Vec::new());
    loop {
        let reply = visitor.get(&path).await.is(200);
        let (part, first) = (reply.json(), slugs.is_empty());
        // Counted once, not for each part.
        assert_eq!((part["total"].is_i64(), part["facets"].is_object()), (first, first), "{path}");
        slugs.extend(
            part["items"]
                .as_array()
                .expect("cities")
                .iter()
                .filter_map(|city| city["slug"].as_str().map(str::to_owned)),
        );
        match part["next"].as_str() {
            Some(next) => path = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(slugs.len(), 112);
    assert!(slugs.windows(2).all(|pair| pair[0] < pair[1]), "keyset paging goes on where it was");
    let city = visitor.get(&format!("/api/v1/cities/{CITY}")).await.is(200).json();
    assert_eq!(
        (city["slug"].as_str(), city["country"].as_str(), city["region"].as_str()),
        (Some(CITY), Some("NE"), Some("west-central-africa"))
    );
    assert!(city["latitude"].is_f64() && city["longitude"].is_f64());
}

async fn figures_open_what_they_count(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let home = visitor.get("/en/").await.is(200);
    let _ = home.shows("/en/cities?sort=country").shows("/en/cities?seat=1");
    visitor.get("/en/cities?sort=country").await.is(200).shows("112 cities in 41 countries");
    let seats = visitor.get("/en/cities?seat=1").await.is(200).shows("25 cities").text();
    assert_eq!(seats.matches("class=\"city-card\"").count(), 25);
    // Sorted by the names of countries in the reader's language: Germany is not where it is in English.
    let order = |text: &str, one: &str, other: &str| text.find(one) < text.find(other);
    assert!(order(&visitor.get("/en/cities?sort=country").await.text(), "Albania", "Belgium"));
    let french = visitor.get("/fr/cities?sort=country").await.text();
    let cards = french.split("city-card").skip(1).collect::<String>();
    assert!(order(&cards, "Albanie", "Allemagne"), "in French Germany follows Albania");
    visitor.get("/en/cities").await.is(200).shows("Western Balkans, 39 cities");
}

async fn the_list_is_a_file_too(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let page = visitor.get("/fr/cities?region=west-central-africa&sort=population&page=1").await.is(200);
    let address = "/fr/cities.csv?region=west-central-africa&#38;sort=population";
    page.shows(&format!("href=\"{address}\""));
    let file = visitor.get(&address.replace("&#38;", "&")).await.is(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"cities-20"));
    let text = file.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    let all = visitor.get("/api/v1/cities?region=west-central-africa").await.is(200).json();
    assert_eq!(lines.len() as u64 - 1, all["total"].as_u64().expect("a number"), "all of them, without pages");
    assert!(lines[0].starts_with("Nom,Pays,Région,"), "{}", lines[0]);
    assert!(lines.iter().any(|line| line.starts_with("Diffa,Niger,")), "{text}");
    let most = |line: &str| line.split(',').nth(4).and_then(|number| number.parse::<i64>().ok()).unwrap_or(-1);
    assert!(most(lines[1]) >= most(lines[2]), "in the order of the page");
    let book = visitor.get("/ar/cities.xlsx?q=diffa").await.is(200);
    assert!(book.body.starts_with(b"PK") && book.header("content-type").ends_with("spreadsheetml.sheet"));
}

async fn of_many_cities_one_is_typed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    // Of a city without a lead only an administrator gives roles.
    let central = hub.signed_in(Who::Administrator).await;
    let invite = "/en/office/people/invite";
    central.get(invite).await.is(200).shows("<select").shows("<option value=\"diffa\"").hides("data-offer");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 600) \
         INSERT INTO cities (id, slug, folded, country, region, kind, latitude, longitude, population_source, place_source, source) \
         SELECT n.n, 'springfield-' || n.n, 'springfield', c.country, c.region, c.kind, 0.0, 0.0, '', '', c.source FROM n CROSS JOIN (SELECT * FROM cities ORDER BY slug LIMIT 1) c",
        Vec::new(),
    )
    .await
    .expect("many cities");
    name_cities(&tx, "'Springfield'").await;
    tx.commit().await.expect("committed");
    central.get(invite).await.is(200).shows("data-offer=\"/en/cities/suggest\"").hides("<option value=\"diffa\"");
    let send = async |city: &str| {
        let email = format!("{}@example.org", &base::secret::new_secret()[..12]);
        let fields = [("name", "N"), ("email", &email), ("lang", "en"), ("role", "practitioner"), ("city", city)];
        central.post(invite, &fields).await
    };
    for city in ["Diffa", "diffa", "DIFFA", "Diffa (diffa)", "Springfield (springfield-7)", "springfield-7"] {
        assert_eq!(send(city).await.status, 303, "{city}");
    }
    // A part of a name, or the name of many, is no choice; what fits is offered, and what was typed is kept.
    for (city, offered) in [("Dif", "Diffa (diffa)"), ("Springfield", "Springfield (springfield-")] {
        send(city).await.is(422).shows("Which city do you mean?").shows(offered).shows(&format!("value=\"{city}\""));
    }
    send("Atlantis").await.is(422).shows("No member city has this name");
    let offered = central.get("/en/cities/suggest?q=spring").await.is(200).json();
    assert_eq!(offered.as_array().map(Vec::len), Some(20));
    assert_eq!(central.get("/en/cities/suggest?q=").await.is(200).json().as_array().map(Vec::len), Some(0));
}
