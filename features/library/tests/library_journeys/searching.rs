//! Searching as a visitor does.

use std::collections::BTreeSet;

use base::DocumentId;
use extract::samples;
use library::rules;
use testkit::{CITY, Engine, OTHER_CITY, Setup, TestHub, Upload, Who, both_engines};

both_engines!(
    a_program_asks_what_the_page_asks,
    a_program_is_told_what_is_not_understood,
    a_misspelt_word_finds,
    accents_stems_and_scripts,
    what_a_card_shows_is_found_in_every_language,
    every_word_of_every_card_finds_it,
    what_a_query_names_is_offered_with_it,
    documents_are_found_by_what_the_gazetteer_calls_their_city,
    titles_are_suggested,
    there_is_a_way_down,
    what_words_mean_is_found_in_other_languages,
    a_hit_in_a_pdf_opens_at_its_page,
    filters_count_and_narrow,
    sorting,
    browsing_begins_with_what_the_reader_reads,
    browsing_shows_summaries_and_searching_what_was_found,
    nothing_found_offers_a_way_on,
    what_is_found_cannot_run,
    an_edit_is_found_by_its_new_words,
    a_rebuilt_index_is_the_same,
);

/// `(title, text, more fields)`.
type Text = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const TEXTS: [Text; 5] = [
    (
        "Neighbourhood mediators",
        "Mediation between neighbours prevents radicalisation in the quarter.",
        &[("year", "2019"), ("type", "case-study")],
    ),
    (
        "Plan de prévention",
        "La médiation entre voisins prévient la violence dans les écoles.",
        &[("year", "2021"), ("type", "action-plan"), ("language", "fr")],
    ),
    (
        "خطة الوقاية",
        "الوساطة بين الجيران تمنع العنف في المدارس والأسواق.",
        &[("year", "2022"), ("type", "strategy"), ("language", "ar")],
    ),
    (
        "Estrategia de barrio",
        "La mediación entre vecinos reduce la violencia.",
        &[("year", "2020"), ("type", "strategy"), ("language", "es")],
    ),
    (
        "Zeugnis der Stadt",
        "Die Straße und ihre Nachbarn sprechen miteinander.",
        &[("year", "2018"), ("type", "research"), ("language", "de")],
    ),
];

async fn library(engine: Engine) -> TestHub {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let other = hub.signed_in(Who::OtherLead).await;
    for (number, (title, text, fields)) in TEXTS.iter().enumerate() {
        let upload = Upload::new(title, "text.txt", samples::txt(&[text])).with("access", "public");
        let upload = fields.iter().fold(upload, |upload, (name, value)| upload.with(name, value));
        if number == 3 {
            other.uploaded(&upload.with("city", OTHER_CITY)).await;
        } else {
            lead.uploaded(&upload).await;
        }
    }
    hub.settle().await;
    hub
}

async fn find(hub: &TestHub, query: &str) -> String {
    hub.visitor().get(&format!("/en/library?{query}")).await.is(200).text()
}

fn q(words: &str) -> String {
    format!("q={}", url::form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>())
}

/// The titles on a page of answers, in order, without what marks the matches.
fn titles(page: &str) -> Vec<String> {
    let heading = regex::Regex::new(r"(?s)<h3[^>]*><a [^>]*>(.*?)</a></h3>").expect("a pattern");
    heading
        .captures_iter(page)
        .map(|found| {
            ["<mark>", "</mark>", "<bdi>", "</bdi>"]
                .iter()
                .fold(found[1].to_owned(), |title, mark| title.replace(mark, ""))
        })
        .collect()
}

async fn a_misspelt_word_finds(engine: Engine) {
    let hub = library(engine).await;
    for wrong in ["radicalistion", "radicalsiation", "Radikalisation", "neighbourhod"] {
        let page = find(&hub, &q(wrong)).await;
        assert_eq!(titles(&page), ["Neighbourhood mediators"], "{wrong}");
    }
    assert!(find(&hub, &q("radicalistion")).await.contains("Shown are those with similar words"));
    assert!(!find(&hub, &q("radicalisation")).await.contains("Shown are those with similar words"));
}

async fn accents_stems_and_scripts(engine: Engine) {
    let hub = library(engine).await;
    for (words, title) in [
        ("PREVENTION", "Plan de prévention"),
        ("ecole", "Plan de prévention"),
        ("الوساطه", "خطة الوقاية"),
        ("strasse", "Zeugnis der Stadt"),
        ("mediacion vecino", "Estrategia de barrio"),
    ] {
        assert!(
            titles(&find(&hub, &q(words)).await).iter().any(|found| found == title),
            "{words} does not find {title}"
        );
    }
}

async fn what_a_card_shows_is_found_in_every_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let other = hub.signed_in(Who::OtherLead).await;
    let upload = Upload::new("Zeitzeugen", "wells_of_hope.txt", samples::txt(&["Nichts weiter."]))
        .with("access", "public")
        .with("language", "de")
        .with("year", "2019")
        .with("type", "case-study")
        .with("themes", "youth-engagement");
    let found = lead.uploaded(&upload).await;
    other
        .uploaded(
            &Upload::new("Another", "other.txt", samples::txt(&["Of another city."]))
                .with("access", "public")
                .with("city", OTHER_CITY),
        )
        .await;
    hub.settle().await;
    let network = &hub.hub.network;
    let mut said: Vec<String> = [
        "Diffa",
        "ديفا",
        "2019",
        "٢٠١٩",
        "Deutsch",
        "wells of hope",
        "wells_of_hope.txt",
        "case study",
        "case studies",
    ]
    .map(str::to_owned)
    .into();
    for lang in network.languages.iter().copied() {
        said.push(network.country_name("NE", lang).to_owned());
        said.push(network.region(testkit::REGION).expect("the region").label(lang).to_owned());
        said.push(network.theme("youth-engagement").expect("the theme").label(lang).to_owned());
        said.push(hub.hub.words.write(lang, "type-case-study", &[]));
    }
    // Each on its own, with another one, and each of its words; whatever the language of the page.
    let words = said.iter().flat_map(|label| base::fold::words_of(label)).collect::<Vec<_>>();
    for words in said.iter().cloned().chain(said.iter().map(|label| format!("Zeitzeugen {label}"))).chain(words) {
        for lang in ["en", "ar"] {
            let page = hub.visitor().get(&format!("/{lang}/library?{}", q(&words))).await.is(200).text();
            assert!(page.contains(&format!("/library/{found}")), "{words} ({lang})");
        }
    }
    // Another name of the city, once it is renamed: what is known of it follows.
    assert!(!titles(&find(&hub, &q("\"Maïné Soroa\"")).await).contains(&"Zeitzeugen".to_owned()));
    let central = hub.signed_in(Who::CentralTeam).await;
    let path = format!("/en/cities/{CITY}/facts");
    let mut fields = testkit::facts_form::facts(&central.get(&path).await.is(200));
    testkit::facts_form::set(&mut fields, "name_fr", "Maïné Soroa");
    testkit::facts_form::send(&central, &path, &fields).await.is(303);
    hub.settle().await;
    assert_eq!(titles(&find(&hub, &q("\"Maine Soroa\"")).await), ["Zeitzeugen"]);
}

/// File names as they come.
const FILE_NAMES: [&str; 4] =
    ["Übersicht_2023-final (1).txt", "compte-rendu.v2.txt", "خطة-العمل.txt", "Annex B, signed.txt"];

/// Every theme and type, with languages, countries and file names of all kinds, on so many cards as needed: each word of each card, in
/// each language of the network, finds that card.
async fn every_word_of_every_card_finds_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let network = &hub.hub.network;
    let members = network.members().expect("the members");
    let mut cards: Vec<(DocumentId, Vec<String>)> = Vec::new();
    for (number, themes) in network.themes.chunks(3).enumerate() {
        let of = |count: usize| number * 7 % count;
        let (kind, language) = (rules::TYPES[of(rules::TYPES.len())], rules::LANGUAGES[of(rules::LANGUAGES.len())]);
        let (city, file) = (&members[of(members.len())], FILE_NAMES[number % FILE_NAMES.len()]);
        let (title, year) = (format!("Karte {}", "ABCDEFGHIJKLMNOPQ".repeat(number + 1)), (2000 + number).to_string());
        let upload = Upload::new(&title, file, samples::txt(&[&format!("Nichts {number}.")]))
            .with("access", "public")
            .with("city", &city.slug)
            .with("type", kind)
            .with("language", language.0)
            .with("year", &year);
        let upload = themes.iter().fold(upload, |upload, theme| upload.and("themes", &theme.slug));
        let id = central.uploaded(&upload).await;
        let mut said = vec![
            title,
            year,
            language.1.to_owned(),
            file.to_owned(),
            city.name().to_owned(),
            city.names.get(base::Lang::AR).to_owned(),
        ];
        for lang in network.languages.iter().copied() {
            said.push(network.country_name(&city.country, lang).to_owned());
            said.extend(network.countries[&city.country].others().map(str::to_owned));
            said.extend(network.region_of(city).map(|region| region.label(lang).to_owned()));
            said.extend(themes.iter().map(|theme| theme.label(lang).to_owned()));
            said.push(hub.hub.words.write(lang, &rules::type_words(kind), &[]));
            said.push(hub.hub.words.write(lang, &web::words::language_words(language.0), &[]));
        }
        cards.push((id, said));
    }
    hub.settle().await;
    for (id, said) in &cards {
        let words: BTreeSet<String> = said.iter().flat_map(|label| base::fold::words_of(label)).collect();
        for words in said.iter().chain(&words).filter(|words| !words.is_empty()) {
            for lang in network.languages.iter().copied() {
                let query = rules::Query { text: words.clone(), ..Default::default() };
                let found =
                    library::actions::search::search(&hub.hub, &base::Actor::Visitor, "", lang, &query, 0, cards.len());
                let found = found.await.expect("answers");
                let card = found.cards.iter().find(|card| card.document.id == *id);
                assert!(card.is_some_and(|card| card.missing.is_empty()), "{words} ({lang:?}) of {said:?}");
            }
        }
    }
}

/// A gazetteer of one place, with names in languages that the network does not have.
fn small_gazetteer(data: &std::path::Path) {
    let places = "geonames_id,name,ascii_name,country,admin1,latitude,longitude,population\n\
        2445704,Diffa,,NE,Diffa,13.3154,12.6113,54082\n";
    for (name, text) in
        [("places.csv.gz", places), ("places-alternates.csv.gz", "geonames_id,name\n2445704,Диффа-Сити\n2445704,ডিফা\n")]
    {
        let file = std::fs::File::create(data.join("network").join(name)).expect("a file");
        let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, text.as_bytes()).expect("written");
        gzip.finish().expect("whole");
    }
}

async fn documents_are_found_by_what_the_gazetteer_calls_their_city(engine: Engine) {
    let hub = Setup::new(engine).prepare(small_gazetteer).start().await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead
        .uploaded(&Upload::new("Of wells", "wells.txt", samples::txt(&["Nothing else."])).with("access", "public"))
        .await;
    hub.settle().await;
    let found = async |words: &str| find(&hub, &q(words)).await.contains(&format!("/library/{id}"));
    assert!(found("diffa").await && !found("ডিফা").await, "the gazetteer is not loaded yet");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&cities::LoadPlaces::ALL).await.expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
    assert!(found("ডিফা").await && found("диффа сити").await);
}

async fn what_a_query_names_is_offered_with_it(engine: Engine) {
    let hub = library(engine).await;
    let network = &hub.hub.network;
    let named = async |lang: &str, words: &str| {
        let page = hub.visitor().get(&format!("/{lang}/library?{}", q(words))).await.is(200).text();
        let list = page
            .split("<ul class=\"row\" role=\"list\" aria-label=")
            .nth(1)
            .and_then(|rest| rest.split("</ul>").next());
        list.unwrap_or_default().to_owned()
    };
    for (lang, words, path) in [
        ("en", "Diffa", "/en/cities/diffa"),
        ("en", "action plan diffa!", "/en/cities/diffa"),
        ("fr", "ديفا", "/fr/cities/diffa"),
        ("ar", "Medellín", "/ar/cities/medellin"),
        ("en", "plan Niger", "/en/cities?country=NE"),
        ("ar", "النيجر", "/ar/cities?country=NE"),
    ] {
        assert!(
            named(lang, words).await.contains(&format!("href=\"{path}\"")),
            "{words}: {}",
            named(lang, words).await
        );
    }
    let region = network.region(testkit::REGION).expect("the region");
    assert!(named("en", region.label(base::Lang::FR)).await.contains("/en/regions/west-central-africa"));
    let theme = network.theme("youth-engagement").expect("the theme");
    assert!(named("ar", theme.label(base::Lang::EN)).await.contains("/ar/library?theme=youth-engagement"));
    for words in ["Dif", "violence", "diffama", ""] {
        assert_eq!(named("en", words).await, "", "{words}");
    }
}

async fn titles_are_suggested(engine: Engine) {
    let hub = library(engine).await;
    let suggest =
        async |words: &str| hub.visitor().get(&format!("/en/library/suggest?{}", q(words))).await.is(200).json();
    assert_eq!(suggest("neigh").await, serde_json::json!(["Neighbourhood mediators"]));
    assert_eq!(suggest("plan de prev").await, serde_json::json!(["Plan de prévention"]));
    assert_eq!(suggest("خطة").await, serde_json::json!(["خطة الوقاية"]));
    assert_eq!(suggest("").await, serde_json::json!([]));
    assert_eq!(suggest("xyzzy").await, serde_json::json!([]));
}

async fn there_is_a_way_down(engine: Engine) {
    let hub = library(engine).await;
    // A question as people ask it: small words exclude nothing.
    let page = find(&hub, &q("how do neighbours talk about the mediation")).await;
    assert_eq!(titles(&page).first().map(String::as_str), Some("Neighbourhood mediators"));
    assert!(page.contains("No document has all your words.") && page.contains("Not in it: talk"), "{page}");
    // Without the word that stands in the way: a link that keeps what else was asked.
    let page = find(&hub, &format!("{}&type=case-study", q("radicalisation zebra quarter"))).await;
    let link = "/en/library?type=case-study&#38;q=radicalisation+quarter";
    assert!(page.contains(&format!("href=\"{link}\"")), "{page}");
    let page = hub.visitor().get(&link.replace("&#38;", "&")).await.is(200).text();
    assert_eq!(titles(&page), ["Neighbourhood mediators"]);
    assert!(!page.contains("Not in it:"));
    // What a sign says is kept to.
    assert!(
        titles(&find(&hub, &q("neighbours -radicalisation")).await)
            .iter()
            .all(|title| title != "Neighbourhood mediators")
    );
    assert_eq!(titles(&find(&hub, &q("title:mediators")).await), ["Neighbourhood mediators"]);
    assert_eq!(titles(&find(&hub, &q("radicali*")).await), ["Neighbourhood mediators"]);
}

async fn what_words_mean_is_found_in_other_languages(engine: Engine) {
    let hub = library(engine).await;
    let page = find(&hub, &q("violence prevention")).await;
    assert!(titles(&page).contains(&"خطة الوقاية".to_owned()), "{:?}", titles(&page));
    assert!(page.contains("Found by “") && page.contains("العربية"), "{page}");
    let off = "/en/library?q=violence+prevention&#38;words=own";
    assert!(page.contains(&format!("href=\"{off}\"")), "{page}");
    let page = hub.visitor().get(&off.replace("&#38;", "&")).await.is(200).text();
    assert!(
        !titles(&page).contains(&"خطة الوقاية".to_owned()) && page.contains("Only your own words were searched for.")
    );
    assert!(page.contains("name=\"words\" value=\"own\""), "the form keeps it");
}

async fn a_hit_in_a_pdf_opens_at_its_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let pages: Vec<String> = (1..=3).map(|page| format!("On page {page} stands marker{page}")).collect();
    let file = samples::pdf(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    let id = lead.uploaded(&Upload::new("Of three pages", "three.pdf", file).with("access", "public")).await;
    hub.settle().await;
    let page = find(&hub, &q("marker2")).await;
    let link = format!("/files/{id}?open=page#page=2");
    assert!(page.contains(&format!("href=\"{link}\"")) && page.contains(">p. 2</a>"), "{page}");
    let opened = hub.visitor().get(&format!("/files/{id}?open=page")).await;
    assert!(opened.header("content-disposition").starts_with("inline"));
    assert!(hub.visitor().get(&format!("/files/{id}")).await.header("content-disposition").starts_with("attachment"));
}

async fn filters_count_and_narrow(engine: Engine) {
    let hub = library(engine).await;
    let count = async |query: &str| titles(&find(&hub, query).await).len();
    assert_eq!(count("").await, 5);
    assert_eq!(count("type=strategy").await, 2);
    assert_eq!(count("type=strategy&type=research").await, 3);
    assert_eq!(count(&format!("city={CITY}")).await, 4);
    assert_eq!(count(&format!("city={OTHER_CITY}&type=strategy")).await, 1);
    assert_eq!(count("country=NE").await, 4);
    assert_eq!(count("region=latin-america-caribbean").await + count("region=west-central-africa").await, 5);
    assert_eq!(count("language=ar").await, 1);
    assert_eq!(count("year=2019&year=2018").await, 2);
    assert_eq!(count("year=2019&language=ar").await, 0);
    let facets = hub.visitor().get("/api/v1/documents").await.is(200).json()["facets"].clone();
    assert_eq!(
        (&facets["type"]["strategy"], &facets["language"]["ar"], &facets["country"]["NE"]),
        (&2.into(), &1.into(), &4.into())
    );
    let first = hub.visitor().get("/api/v1/documents?type=strategy&limit=1").await.json();
    assert_eq!(first["total"], 2);
    // Counted once, not for each part: the index is not asked again.
    let next = first["next"].as_str().expect("a second part").to_owned();
    let all = hub.hub.work.take_all_searches().expect("every place");
    let second = hub.visitor().get(&next).await.is(200).json();
    assert!(second["total"].is_null() && second["facets"].is_null() && second["items"].is_array());
    drop(all);
    // A filter that names nothing is no filter that is not there.
    for unknown in ["theme=x", "type=bogus", "region=x", "country=XX", "city=nosuch", "year=soon", "language=zz"] {
        hub.visitor().get(&format!("/api/v1/documents?{unknown}")).await.is(422);
    }
    let all = hub.visitor().get("/api/v1/documents").await.json();
    for (filter, values) in all["facets"].as_object().expect("facets") {
        for (value, count) in values.as_object().expect("counts") {
            let found = hub.visitor().get(&format!("/api/v1/documents?{filter}={value}")).await.is(200).json();
            assert_eq!(&found["total"], count, "{filter}={value}");
        }
    }
    let page = find(&hub, "type=strategy").await;
    assert!(page.contains("value=\"strategy\" checked") && page.contains("noindex"));
}

async fn sorting(engine: Engine) {
    let hub = library(engine).await;
    let order = async |sort: &str| titles(&find(&hub, &format!("sort={sort}")).await);
    let newest = order("date").await;
    let mut oldest = order("oldest").await;
    assert_eq!(oldest.first().map(String::as_str), Some("Neighbourhood mediators"));
    oldest.reverse();
    assert_eq!(newest, oldest);
    assert_eq!(
        order("title").await,
        ["Estrategia de barrio", "Neighbourhood mediators", "Plan de prévention", "Zeugnis der Stadt", "خطة الوقاية"]
    );
    assert_eq!(order("city").await.last().map(String::as_str), Some("Estrategia de barrio"), "Diffa before Medellín");
    assert_eq!(order("nonsense").await.len(), 5);
}

async fn browsing_begins_with_what_the_reader_reads(engine: Engine) {
    let hub = library(engine).await;
    // By age: mediators 1, Arabic 3, Spanish 4 and so on, as `TEXTS` has them.
    for (lang, own, said) in [
        ("en", "Neighbourhood mediators", "Your language first"),
        ("fr", "Plan de prévention", "Votre langue d’abord"),
        ("ar", "خطة الوقاية", "لغتك أولًا"),
    ] {
        let page = hub.visitor().get(&format!("/{lang}/library")).await.is(200).text();
        let found = titles(&page);
        assert_eq!((found.len(), found[0].as_str()), (5, own), "{found:?}");
        // Then those in the network's languages, last the rest.
        let rest = ["Estrategia de barrio", "Zeugnis der Stadt"];
        assert!(found[3..].iter().all(|title| rest.contains(&title.as_str())), "{found:?}");
        assert!(page.contains(said));
        let file = hub.visitor().get(&format!("/{lang}/library.csv")).await.is(200).text();
        assert!(file.lines().nth(1).is_some_and(|line| line.contains(own)), "the file has the same order: {file}");
    }
    // With words, what matches best is first, in whatever language.
    let page = hub.visitor().get(&format!("/en/library?{}", q("médiation entre voisins"))).await.is(200).text();
    assert_eq!(titles(&page).first().map(String::as_str), Some("Plan de prévention"));
    assert!(page.contains("Best match"));
}

async fn browsing_shows_summaries_and_searching_what_was_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = |title: &str, text: &str, summary: &str| {
        let text = format!("{title}\n{text}");
        Upload::new(title, "text.txt", samples::txt(&[&text])).with("access", "public").with("abstract", summary)
    };
    lead.uploaded(&upload("Market days", "Stalls stand by the river.", "Who sells where.")).await;
    lead.uploaded(&upload("Night buses", "Lamps burn until morning.", "")).await;
    hub.settle().await;
    let page = hub.visitor().get("/en/library").await.is(200).text();
    let snippet = |page: &str, title: &str| {
        let card = page.split("<article").find(|card| card.contains(title)).unwrap_or_default();
        let text = card.split("class=\"snippet\"").nth(1).and_then(|rest| rest.split_once('>')).map(|(_, rest)| rest);
        text.and_then(|text| text.split_once("</p>")).map(|(text, _)| text.to_owned())
    };
    assert_eq!(snippet(&page, "Market days").as_deref(), Some("Who sells where."));
    assert_eq!(snippet(&page, "Night buses").as_deref(), Some("Lamps burn until morning."));
    let page = hub.visitor().get("/en/library?q=river").await.is(200).text();
    assert!(snippet(&page, "Market days").is_some_and(|text| text.contains("by the <mark>river</mark>")));
    // Only the title has it.
    let page = hub.visitor().get("/en/library?q=market").await.is(200).text();
    assert!(snippet(&page, "<mark>Market</mark> days").is_some_and(|text| text.contains("Who sells where.")), "{page}");
}

async fn nothing_found_offers_a_way_on(engine: Engine) {
    let hub = library(engine).await;
    let page = find(&hub, &format!("{}&type=toolkit", q("zzzzqqqq"))).await;
    assert!(
        page.contains("No document matches") && page.contains("Search without filters") && page.contains("/en/cities")
    );
    assert!(page.contains("value=\"zzzzqqqq\""), "the query is kept");
    let hidden = "<span class=\"sort\" hidden>";
    assert!(page.contains(hidden), "there is nothing to sort");
    assert!(find(&hub, "page=9").await.contains(hidden) && !find(&hub, "").await.contains(hidden));
}

async fn what_is_found_cannot_run(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let wild = "<script>alert(1)</script> <img src=x onerror=alert(2)> & \"pangolinthing\"";
    let upload = Upload::new(&format!("Title {wild}"), "x.txt", samples::txt(&[wild]))
        .with("access", "public")
        .with("abstract", wild);
    let id = lead.uploaded(&upload).await;
    hub.settle().await;
    let paths = [
        format!("/en/library?{}", q("pangolinthing")),
        format!("/en/library/{id}"),
        "/en/".into(),
        format!("/en/cities/{CITY}"),
        "/en/library/mine".into(),
    ];
    for path in paths {
        let reply = lead.get(&path).await.is(200).shows("pangolinthing");
        let _ = reply.hides("<script>alert").hides("<img src=x");
    }
    let reply = hub.visitor().get(&format!("/en/library?{}", q("\"><script>alert(3)</script>"))).await.is(200);
    let _ = reply.hides("<script>alert");
}

async fn an_edit_is_found_by_its_new_words(engine: Engine) {
    let hub = library(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = hub.number("SELECT id AS n FROM documents WHERE title = 'Zeugnis der Stadt'").await;
    let path = format!("/en/library/{}/edit", base::id::write_id(id));
    let fields = [
        ("title", "Beleg der Gemeinde"),
        ("city", CITY),
        ("type", "research"),
        ("access", "public"),
        ("language", "de"),
        ("revision", "1"),
    ];
    lead.post(&path, &fields).await.is(303);
    hub.settle().await;
    assert!(titles(&find(&hub, &q("zeugnis")).await).is_empty());
    assert_eq!(titles(&find(&hub, &q("gemeinde")).await), ["Beleg der Gemeinde"]);
    assert_eq!(titles(&find(&hub, &q("nachbarn")).await), ["Beleg der Gemeinde"], "its text stays");
}

async fn a_rebuilt_index_is_the_same(engine: Engine) {
    let hub = library(engine).await;
    let before = titles(&find(&hub, "sort=title").await);
    // What an operator asks for with `strong-cities reindex`, while the hub serves.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.changed("reindex", 0, false, &[]).await.expect("a change");
    tx.commit().await.expect("committed");
    hub.settle().await;
    assert_eq!(titles(&find(&hub, "sort=title").await), before);
    let hub = hub.restart().await;
    hub.settle().await;
    assert_eq!(titles(&find(&hub, "sort=title").await), before);
    assert_eq!(titles(&find(&hub, &q("nachbarn")).await), ["Zeugnis der Stadt"]);
}

async fn a_program_asks_what_the_page_asks(engine: Engine) {
    let hub = library(engine).await;
    let asked = async |query: &str| hub.visitor().get(&format!("/api/v1/documents?{query}")).await.is(200).json();
    let named = |list: &serde_json::Value| -> Vec<String> {
        let items = list["items"].as_array().expect("items").iter();
        items.filter_map(|item| item["title"].as_str().map(str::to_owned)).collect()
    };
    for query in ["sort=title", "sort=oldest", "sort=date", "q=mediation&sort=language", "type=strategy&sort=city"] {
        let (page, list) = (titles(&find(&hub, query).await), asked(query).await);
        assert_eq!((named(&list), &list["total"]), (page.clone(), &page.len().into()), "{query}");
    }
    let words = asked(&q("radicalistion")).await;
    assert_eq!(
        (named(&words), &words["facets"]["type"]["case-study"]),
        (vec!["Neighbourhood mediators".into()], &1.into())
    );
    assert_eq!(asked(&q("xylophone")).await["total"], 0);
    // It is told that none has all the words.
    let some = asked(&q("mediation neighbours quarter xylophone")).await;
    assert_eq!((&some["total"], &some["with_all_words"]), (&2.into(), &0.into()));
    assert_eq!(asked(&q("mediation")).await["with_all_words"], asked(&q("mediation")).await["total"]);
    assert!(asked("sort=date").await.get("with_all_words").is_none());
    // Any of several, as the page has it; the newest first.
    let several = asked("type=strategy&type=research&region=west-central-africa&region=latin-america-caribbean").await;
    assert_eq!((&several["total"], named(&several).len()), (&3.into(), 3));
    assert_eq!(
        asked("year=2019&year=2018&country=NE").await["total"],
        asked("year=2018&year=2019&country=NE&sort=date").await["total"]
    );
    // Part by part it is the same, each thing once.
    for query in ["sort=title", "type=strategy&type=research&type=action-plan", "sort=date&q=violence"] {
        let whole = named(&asked(query).await);
        let (mut parts, mut next) = (Vec::new(), format!("/api/v1/documents?{query}&limit=1"));
        while !next.is_empty() {
            let part = hub.visitor().get(&next).await.is(200).json();
            assert_eq!(part["total"].is_null(), !parts.is_empty(), "counted once");
            parts.extend(named(&part));
            next = part["next"].as_str().unwrap_or_default().to_owned();
        }
        assert_eq!(parts, whole, "{query}");
    }
    for after in ["0", "-1", "10000", "x", "99999999999999999999"] {
        hub.visitor().get(&format!("/api/v1/documents?sort=title&after={after}")).await.is(422);
    }
}

async fn a_program_is_told_what_is_not_understood(engine: Engine) {
    let hub = library(engine).await;
    let detail = async |path: &str, status: u16| {
        let problem = hub.visitor().get(&format!("/api/v1/{path}")).await.is(status).json();
        problem["detail"].as_str().unwrap_or_default().to_owned()
    };
    let unknown = detail("documents?themes=x&type=strategy", 400).await;
    assert_eq!(
        unknown,
        "`themes` is no parameter of this address; it has q, theme, city, language, type, year, region, country, sort, limit, after"
    );
    let twice = detail("documents?sort=newest&theme=mentoring&theme=funding&sort=title", 400).await;
    assert_eq!(twice, "`sort` stands there more than once; this address reads one");
    let unknown = detail("cities?sort=name", 400).await;
    assert!(unknown.starts_with("`sort` is no parameter of this address; it has q, region, country"), "{unknown}");
    for (query, told) in [
        ("theme=counter-narratives&theme=atlantis", "theme: `atlantis` names nothing; `facets` lists what there is"),
        ("city=nosuch", "city: `nosuch` names nothing"),
        ("year=soon", "year: `soon` names nothing"),
        ("sort=sideways", "sort: `sideways` is no order; there are date, oldest, title, city, language"),
        ("sort=", "sort: has no value; leave it out"),
    ] {
        let said = detail(&format!("documents?{query}"), 422).await;
        assert!(said.starts_with(told), "{query}: {said}");
    }
    assert!(detail("cities?region=europe&region=x", 422).await.starts_with("region: `x` names nothing"));
}
