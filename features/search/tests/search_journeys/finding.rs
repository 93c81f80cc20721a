//! What is found, in which language, and how it is counted.

use extract::samples;
use testkit::{CITY, Client, Engine, OTHER_CITY, TestHub, Upload, Who, both_engines};

use crate::{asked, found, published, titles, write};

both_engines!(
    what_is_published_is_found_in_each_language,
    kinds_are_counted_and_narrow,
    a_city_is_found_by_all_its_names_and_by_what_it_says,
    the_library_knows_documents_only,
    the_library_and_the_search_lead_to_each_other,
    titles_of_all_kinds_are_suggested,
    a_program_asks_what_the_page_asks,
    where_nothing_is_found_there_is_a_way_on,
);

/// A document that everyone reads, of the lead's city.
async fn uploaded(lead: &Client, title: &str, text: &str) {
    lead.uploaded(&Upload::new(title, "text.txt", samples::txt(&[text])).with("access", "public")).await;
}

async fn what_is_published_is_found_in_each_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let body = "Each **guillemot** has [a keeper](/about).\n\n- One\n- Two";
    let place = published(&team, "question", "en", "Who tends the wells?", body).await;
    hub.settle().await;
    // Readers of another language have the source, and are told.
    let page = visitor.get(&asked("fr", "guillemots", "")).await.is(200);
    assert_eq!(found(&page.text()), [("Question".to_owned(), "Who tends the wells?".to_owned())]);
    let page = page.shows("<h3 lang=\"en\">").shows("<span lang=\"en\">English</span>").shows("href=\"/fr/questions/");
    drop(page.shows("<mark>guillemot</mark> has a keeper").hides("**"));
    let french = "Chaque macareux a un gardien attentif.";
    write(&team, &place, "fr", "Qui entretient les puits ?", french, "ready").await.is(303);
    write(&team, &place, "ar", "من يعتني بالآبار؟", "لكل نورس حارس في الأسواق.", "ready").await.is(303);
    hub.settle().await;
    // Each word of each language finds it, whatever the page's language; its title is the reader's.
    for (lang, title) in
        [("en", "Who tends the wells?"), ("fr", "Qui entretient les puits ?"), ("ar", "من يعتني بالآبار؟")]
    {
        for words in ["guillemot", "macareux", "entretenir gardiens", "نورس", "السوق نورس"] {
            assert_eq!(titles(&visitor, lang, words).await, [title], "{words} ({lang})");
        }
    }
    visitor.get(&asked("fr", "macareux", "")).await.is(200).shows("<h3 lang=\"fr\">").shows("In short.");
    // Its address in each.
    visitor.get(&asked("ar", "macareux", "")).await.is(200).shows("href=\"/ar/questions/");
    // A new text of the source is found by its new words only, once it is published.
    write(&team, &place, "en", "Who tends the wells?", "Each razorbill has a keeper.", "publish").await.is(303);
    hub.settle().await;
    assert_eq!(titles(&visitor, "en", "razorbill").await, ["Who tends the wells?"]);
    assert_eq!(titles(&visitor, "en", "guillemot").await, Vec::<String>::new());
}

async fn kinds_are_counted_and_narrow(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let lead = hub.signed_in(Who::CityLead).await;
    uploaded(&lead, "Guillemots of the quarter", "A plan.").await;
    uploaded(&lead, "Another plan", "Of each guillemot.").await;
    for (kind, title) in [("news", "A guillemot came"), ("myth", "Guillemots sleep"), ("page", "The guillemot")] {
        published(&team, kind, "en", title, "Nothing else.").await;
    }
    hub.settle().await;
    let counts = async |more: &str| {
        let json = visitor.get(&format!("/api/v1/search?q=guillemot{more}")).await.is(200).json();
        (json["total"].clone(), json["facets"]["kind"].clone())
    };
    let all = serde_json::json!({"document": 2, "news": 1, "myth": 1, "page": 1});
    assert_eq!(counts("").await, (5.into(), all.clone()));
    // The counts of a facet ignore its own filter, and no other.
    assert_eq!(counts("&kind=news").await, (1.into(), all.clone()));
    assert_eq!(counts("&kind=news&kind=document").await, (3.into(), all));
    assert_eq!(counts(&format!("&region={}", testkit::REGION)).await, (2.into(), serde_json::json!({"document": 2})));
    let page = visitor.get(&asked("en", "guillemot", "&kind=news&kind=myth")).await.is(200);
    let mut kinds: Vec<String> = found(&page.text()).into_iter().map(|(kind, _)| kind).collect();
    kinds.sort();
    assert_eq!(kinds, ["Myth", "News"]);
    drop(page.shows("2 results").shows("value=\"document\"").shows("Documents").hides("value=\"city\""));
}

async fn a_city_is_found_by_all_its_names_and_by_what_it_says(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, visitor) = (hub.signed_in(Who::CityLead).await, hub.visitor());
    hub.settle().await;
    let first = async |lang: &str, words: &str| {
        found(&visitor.get(&asked(lang, words, "&kind=city")).await.is(200).text()).into_iter().next()
    };
    for (lang, words, title) in [
        ("en", "Diffa", "Diffa"),
        ("en", "ديفا", "Diffa"),
        ("ar", "Diffa", "ديفا"),
        ("fr", "diffa niger", "Diffa"),
        ("en", "medellin", "Medellín"),
    ] {
        let kind = if lang == "en" {
            "City"
        } else if lang == "fr" {
            "Ville"
        } else {
            "مدينة"
        };
        assert_eq!(first(lang, words).await, Some((kind.to_owned(), title.to_owned())), "{words} ({lang})");
    }
    visitor.get(&asked("en", "diffa", "")).await.is(200).shows("<span>Niger</span>").shows("href=\"/en/cities/diffa\"");
    // What it says of itself, in the language in which it does, as soon as it does.
    assert_eq!(first("en", "guillemots").await, None);
    let path = format!("/fr/cities/{CITY}/profile");
    let revision = lead.get(&path).await.is(200).input("revision").expect("a revision");
    let fields = [("summary", "La ville des guillemots."), ("revision", &*revision)];
    lead.post(&path, &fields).await.is(303);
    hub.settle().await;
    assert_eq!(first("ar", "guillemot").await.map(|(_, title)| title).as_deref(), Some("ديفا"));
    let page = visitor.get(&asked("en", "guillemot", "")).await.is(200);
    drop(page.shows("lang=\"fr\" dir=\"auto\">La ville des guillemots."));
}

async fn the_library_knows_documents_only(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let lead = hub.signed_in(Who::CityLead).await;
    uploaded(&lead, "Guillemots of the quarter", "The mediation of neighbours.").await;
    hub.settle().await;
    let seen = async || {
        let mut seen = Vec::new();
        for path in [
            "/api/v1/documents?q=guillemot",
            "/api/v1/documents?sort=title",
            "/api/v1/documents?q=razorbill",
            "/en/library/suggest?q=gu",
            "/en/library/suggest?q=razor",
            "/en/library/suggest?q=diff",
            "/en/library.csv?q=guillemot",
            "/en/library.csv",
        ] {
            seen.push(visitor.get(path).await.is(200).text());
        }
        for words in ["", "guillemot", "guillemt", "razorbil", "medellin"] {
            let page = visitor.get(&format!("/en/library?q={words}")).await.is(200).text();
            // But for how much there is beside.
            let lines = page.lines().filter(|line| !line.is_empty() && !line.contains("outside the library"));
            seen.push(lines.collect::<Vec<_>>().join("\n"));
        }
        seen
    };
    let before = seen().await;
    published(&team, "news", "en", "Guillemots and razorbills", "Guillemots are mediated by a razorbill.").await;
    published(&team, "question", "en", "Guillemot", "What is it?").await;
    hub.settle().await;
    for (before, after) in before.into_iter().zip(seen().await) {
        let tags = |page: &str| page.split_inclusive('>').map(str::to_owned).collect::<Vec<_>>();
        for (before, after) in tags(&before).into_iter().zip(tags(&after)) {
            assert_eq!(before, after);
        }
        assert_eq!(before.len(), after.len());
    }
}

async fn the_library_and_the_search_lead_to_each_other(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let lead = hub.signed_in(Who::CityLead).await;
    uploaded(&lead, "Guillemots of the quarter", "A plan.").await;
    hub.settle().await;
    visitor.get("/en/library?q=guillemot").await.is(200).hides("outside the library");
    let place = published(&team, "news", "en", "A guillemot came", "Nothing else.").await;
    hub.settle().await;
    // Also on a page that was kept, and whatever the filters.
    let page = visitor.get("/en/library?q=guillemot").await.is(200).shows("One result outside the library");
    drop(page.shows("href=\"/en/search?q=guillemot\""));
    visitor.get("/en/library?q=guillemot&type=guide").await.is(200).shows("One result outside the library");
    visitor.get("/en/library").await.is(200).hides("outside the library");
    crate::withdraw(&team, &place).await;
    visitor.get("/en/library?q=guillemot").await.is(200).hides("outside the library");
    let query = "&kind=news&theme=youth-engagement&region=europe&sort=date&words=own";
    let library =
        "href=\"/en/library?q=plan+b&#38;theme=youth-engagement&#38;region=europe&#38;sort=date&#38;words=own\"";
    visitor.get(&asked("en", "plan b", query)).await.is(200).shows("Search the library only").shows(library);
    // An address that leads nowhere offers the one search.
    visitor.get("/en/nowhere").await.is(404).shows("action=\"/en/search\"").hides("action=\"/en/library\"");
}

async fn titles_of_all_kinds_are_suggested(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let lead = hub.signed_in(Who::CityLead).await;
    uploaded(&lead, "Guillemots of the quarter", "A plan.").await;
    published(&team, "news", "en", "Guillemots came", "Nothing else.").await;
    hub.settle().await;
    let suggest = async |words: &str| visitor.get(&format!("/en/search/suggest?q={words}")).await.is(200).json();
    let mut all: Vec<String> = serde_json::from_value(suggest("guill").await).expect("texts");
    all.sort();
    assert_eq!(all, ["Guillemots came", "Guillemots of the quarter"]);
    assert_eq!(suggest("medel").await, serde_json::json!(["Medellín"]));
    assert_eq!((suggest("").await, suggest("xyzzy").await), (serde_json::json!([]), serde_json::json!([])));
}

async fn a_program_asks_what_the_page_asks(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let (lead, other) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    uploaded(&lead, "Guillemots of the quarter", "A plan of the guillemot.").await;
    let upload = Upload::new("Guillemots elsewhere", "text.txt", samples::txt(&["A plan."])).with("access", "public");
    other.uploaded(&upload.with("city", OTHER_CITY).and("themes", "youth-engagement")).await;
    published(&team, "news", "en", "A guillemot came", "To the market.").await;
    hub.settle().await;
    let json = visitor.get("/api/v1/search?q=guillemot&sort=title&limit=2").await.is(200).json();
    assert_eq!((&json["total"], json["items"].as_array().map(Vec::len)), (&3.into(), Some(2)));
    assert_eq!(json["items"][0]["kind"], "news");
    assert_eq!(json["items"][0]["title"], "A guillemot came");
    assert_eq!(json["items"][0]["language"], "en");
    assert_eq!(json["items"][0]["summary"], "In short.");
    assert!(json["items"][0]["url"].as_str().is_some_and(|url| url.ends_with("/en/news/a-guillemot-came")), "{json}");
    let next = json["next"].as_str().expect("more").to_owned();
    let rest = visitor.get(&next).await.is(200).json();
    assert_eq!((rest["items"].as_array().map(Vec::len), &rest["next"]), (Some(1), &serde_json::Value::Null));
    assert!(rest["items"][0]["snippet"].as_str().is_some_and(|text| text.contains("guillemot")), "{rest}");
    let json = visitor.get("/api/v1/search?theme=youth-engagement").await.is(200).json();
    assert_eq!((&json["total"], &json["items"][0]["themes"][0]), (&1.into(), &"youth-engagement".into()));
    for query in ["kind=person", "kind=", "sort=best", "limit=0", "after=x", "after=10000", "theme=x", "region=x"] {
        assert_eq!(visitor.get(&format!("/api/v1/search?{query}")).await.status, 422, "{query}");
    }
    assert_eq!(visitor.get("/api/v1/search?words=own").await.status, 400);
}

async fn where_nothing_is_found_there_is_a_way_on(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    hub.settle().await;
    for (lang, none, ask) in [
        ("en", "Nothing matches", "Ask the team"),
        ("fr", "Aucun résultat", "équipe"),
        ("ar", "لا نتائج مطابقة", "الفريق"),
    ] {
        let page = visitor.get(&asked(lang, "xyzzyplugh", "")).await.is(200).shows(none).shows(ask);
        drop(page.shows("name=\"robots\" content=\"noindex\"").shows("xyzzyplugh").shows(&format!("/{lang}/ask\"")));
    }
    let page = visitor.get(&asked("en", "diffa", "&kind=myth")).await.is(200);
    drop(page.shows("Nothing matches").shows("href=\"/en/search?q=diffa\""));
    // A word that is misspelt, and one that stands in the way.
    visitor.get(&asked("en", "medelin", "")).await.is(200).shows("Medellín").shows("with similar words");
    visitor.get(&asked("en", "medellin xyzzyplugh", "")).await.is(200).shows("Not in it: xyzzyplugh");
    // Without a word there is everything.
    let page = visitor.get("/en/search").await.is(200).shows("Your language first").shows("noindex");
    assert_eq!(found(&page.text()).len(), 20);
}
