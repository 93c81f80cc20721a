//! Another network, from a data folder of its own: nothing of the first one shows anywhere.

use std::path::Path;

use testkit::{Engine, Setup, TestHub, both_engines};

both_engines!(
    nothing_of_the_first_network_shows,
    what_it_says_and_looks_like_is_its_own,
    a_language_is_added_by_its_words_and_a_line,
    a_wrong_file_is_named,
);

const NETWORK: &str = r##"
languages = ["fr", "ar"]
contact = "bureau@rivages.example"
steering_term = "2024–26"

[name]
fr = "Réseau des rivages"
ar = "شبكة الشواطئ"
[hub_name]
fr = "Place des rivages"
ar = "ساحة الشواطئ"
[description]
fr = "Des villes du bord de l’eau qui s’entraident."
ar = "مدن على الماء يساعد بعضها بعضا."
[headline]
fr = "Ce que l’eau nous apprend."
ar = "ما يعلمنا إياه الماء."
[host]
fr = "Hébergé par la Maison des ports."
ar = "تستضيفه دار الموانئ."
[members_as_of]
fr = "au 1er janvier 2026"
ar = "في 1 يناير 2026"
[colours]
pin = "#0a5d2b"
[colours_dark]
pin = "#7be0a0"
"##;

/// Writes the network's folder, without any page but one.
fn write_network(data: &Path) {
    let folder = data.join("network");
    std::fs::create_dir_all(folder.join("pages")).expect("a folder");
    std::fs::create_dir_all(folder.join("words")).expect("a folder");
    let carried = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let carried = |name: &str| std::fs::read_to_string(carried.join(name)).expect("a file of the first network");
    let (members, countries) = (carried("members.csv"), carried("countries.csv"));
    let row =
        |table: &str, start: &str| table.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
    let head = |table: &str| table.lines().next().unwrap_or_default().to_owned();
    // Shapes of tables are those of the program; what stands in them is this network's own.
    let member = |slug: &str, region: &str| {
        let line = row(&members, &format!("{slug},"));
        let known = ["Europe", "West & Central Africa", "Middle East & North Africa"];
        let region_of = known.iter().find(|name| line.contains(&format!(",{name},"))).expect("a region");
        line.replace(&format!(",{region_of},"), &format!(",{region},")).replace("network-brochure-2017", "charte-2026")
    };
    let members =
        [head(&members), member("dakar", "ports"), member("tunis", "ports"), member("oslo", "fleuves")].join("\n");
    let countries =
        [head(&countries), row(&countries, "SN,"), row(&countries, "TN,"), row(&countries, "NO,")].join("\n");
    let pages = ["about", "principles", "join", "funders", "sources", "accessibility", "privacy"];
    for page in pages {
        std::fs::write(
            folder.join(format!("pages/{page}.fr.md")),
            format!("# Page {page}\n\nDu réseau des rivages.\n"),
        )
        .expect("a page");
    }
    for (name, text) in [
        ("network.toml", NETWORK.to_owned()),
        (
            "regions.csv",
            "slug,label_en,label_fr,label_ar\nports,Ports,Les ports,الموانئ\nfleuves,Rivers,Les fleuves,الأنهار\n"
                .into(),
        ),
        ("themes.csv", "slug,label_en,label_fr,label_ar,group\nmarees,Tides,Les marées,المد والجزر,eau\n".into()),
        (
            "sources.csv",
            "id,title,publisher,year,year_note,supplies\ncharte-2026,Charte,Maison des ports,2026,,members\n".into(),
        ),
        ("members.csv", members),
        ("countries.csv", countries),
        ("words/fr.ftl", "cities-title = Les ports amis\n".into()),
    ] {
        std::fs::write(folder.join(name), text).expect("a file of the network");
    }
}

async fn start(engine: Engine) -> TestHub {
    let hub = Setup::new(engine).empty().prepare(write_network).start().await;
    hub.follow().await;
    hub
}

async fn nothing_of_the_first_network_shows(engine: Engine) {
    let hub = start(engine).await;
    let visitor = hub.visitor();
    let mut paths = vec![
        "/sitemap.xml".to_owned(),
        "/sitemaps/pages/1".into(),
        "/sitemaps/regions/1".into(),
        "/sitemaps/cities/1".into(),
        "/robots.txt".into(),
        "/api/v1/cities".into(),
        "/api/v1/documents".into(),
    ];
    for lang in ["fr", "ar"] {
        for page in [
            "/",
            "/cities",
            "/cities/dakar",
            "/regions/ports",
            "/library",
            "/search",
            "/about",
            "/principles",
            "/join",
            "/funders",
            "/sources",
        ] {
            paths.push(format!("/{lang}{page}"));
        }
        for page in ["/accessibility", "/privacy", "/sign-in", "/forgotten", "/nowhere"] {
            paths.push(format!("/{lang}{page}"));
        }
    }
    for path in paths {
        let reply = visitor.get(&path).await;
        let expected = if path.ends_with("nowhere") { 404 } else { 200 };
        assert_eq!(reply.status, expected, "{path}");
        for name in ["Strong Cities", "المدن القوية", "strongcities.example", "Strategic Dialogue", "2015–"]
        {
            let reply = reply.clone();
            let _ = reply.hides(name);
        }
        // In the text only: a tag or a request's number may hold any four digits.
        assert!(!reply.text().contains("2017"), "{path}");
    }
    visitor.get("/en/").await.is(404);
    assert_eq!(hub.visitor().get_with("/", "accept-language", "en").await.is(302).location(), "/fr/");
}

async fn what_it_says_and_looks_like_is_its_own(engine: Engine) {
    let hub = start(engine).await;
    let visitor = hub.visitor();
    visitor
        .get("/fr/")
        .await
        .is(200)
        .shows("Réseau des rivages")
        .shows("Ce que l’eau nous apprend.")
        .shows("Maison des ports");
    visitor.get("/ar/").await.is(200).shows("ساحة الشواطئ").shows("dir=\"rtl\"");
    let list = visitor
        .get("/fr/cities")
        .await
        .is(200)
        .shows("Les ports amis")
        .shows("Dakar")
        .shows("Oslo")
        .hides("hreflang=\"en\"");
    let css = list
        .text()
        .split("<link rel=\"stylesheet\" href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    visitor.get(&css).await.is(200).shows("--pin:#0a5d2b").shows("--pin:#7be0a0");
    visitor.get("/fr/regions/fleuves").await.is(200).shows("Les fleuves").shows("Oslo");
    visitor.get("/fr/regions/europe").await.is(404);
    // Arabic has no page of its own: French stands in, and says so.
    visitor.get("/ar/about").await.is(200).shows("lang=\"fr\"").shows("Page about");
    hub.write_to(
        &visitor,
        "/fr/contact",
        &[("name", "A"), ("email", "a@b.org"), ("city", "C"), ("message", "M"), ("once", &base::secret::new_secret())],
    )
    .await
    .is(303);
    let letters = hub.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!((letters[0].to.as_str(), letters[0].reply_to.as_str()), ("bureau@rivages.example", "a@b.org"));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities").await, 3);
}

async fn a_language_is_added_by_its_words_and_a_line(engine: Engine) {
    let write = |data: &Path| {
        write_network(data);
        let folder = data.join("network");
        let settings = NETWORK
            .replace("\"ar\"]", "\"ar\", \"de\", \"fa\"]")
            .replace("[hub_name]", "[hub_name]\nde = \"Netz der Ufer\"");
        let regions = "slug,label_en,label_fr,label_ar,label_de\nports,Ports,Les ports,الموانئ,Hafenstädte\n\
                       fleuves,Rivers,Les fleuves,الأنهار,\n";
        let german = "cities-title = Befreundete Häfen\nhome-cities = Zu den Häfen\n";
        for (name, text) in [
            ("network.toml", settings.as_str()),
            ("regions.csv", regions),
            ("words/de.ftl", german),
            ("words/fa.ftl", ""),
        ] {
            std::fs::write(folder.join(name), text).expect("a file");
        }
    };
    let hub = Setup::new(engine).empty().prepare(write).start().await;
    hub.follow().await;
    let visitor = hub.visitor();
    // In its own words; in English where it has none; a text that lacks it in the first that has it.
    let page = visitor.get("/de/cities").await.is(200).text();
    for text in ["<html lang=\"de\" dir=\"ltr\"", "Befreundete Häfen", "Netz der Ufer", "hreflang=\"fa\"", "فارسی"]
    {
        assert!(page.contains(text), "{text}");
    }
    visitor.get("/de/regions/ports").await.is(200).shows("Hafenstädte");
    visitor.get("/de/regions/fleuves").await.is(200).shows("Rivers");
    visitor.get("/de/library").await.is(200).shows("Library");
    visitor.get("/de/about").await.is(200).shows("Page about").shows("lang=\"fr\"");
    visitor.get("/fa/").await.is(200).shows("dir=\"rtl\"");
    assert_eq!(visitor.get("/es/cities").await.status, 404);
    let cities = visitor.get("/api/v1/cities").await.is(200).json();
    assert!(cities["items"][0]["names"]["de"].is_string(), "{cities}");
    let day = chrono::DateTime::UNIX_EPOCH;
    assert_eq!(web::format::date(day, "de".parse().expect("German")), "1. Januar 1970");
}

async fn a_wrong_file_is_named(engine: Engine) {
    let folder = tempfile::tempdir().expect("a folder");
    write_network(folder.path());
    let _ = engine;
    for (file, text) in [
        ("regions.csv", "slug,label_en\nelsewhere,Elsewhere\n"),
        ("network.toml", "languages = [\"xx\"]"),
        ("network.toml", &NETWORK.replace("\"ar\"]", "\"fa\"]")),
        ("themes.csv", "slug\nx\n"),
    ] {
        let path = folder.path().join("network").join(file);
        let right = std::fs::read_to_string(&path).expect("a file");
        std::fs::write(&path, text).expect("a wrong file");
        let settings = server::Settings { data: folder.path().into(), ..server::Settings::default() };
        let fail = server::open(&settings, std::sync::Arc::new(testkit::TestClock::after_start(0)), &app::features())
            .await
            .err()
            .expect("it does not open")
            .to_string();
        let named = match file {
            "regions.csv" => "members.csv",
            "network.toml" if text.contains("\"fa\"") => "words/fa.ftl",
            file => file,
        };
        assert!(fail.contains(named), "{file}: {fail}");
        std::fs::write(&path, right).expect("the right file");
    }
}
