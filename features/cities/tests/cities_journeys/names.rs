//! What cities are called: in any number of languages, found and sorted by in each, and known to whoever translates.

use ::cities::Membership;
use testkit::facts_form::{facts, send, set};
use testkit::{CITY, Client, Engine, Reply, Setup, TestHub, Who, both_engines, many_cities, speak};

use crate::becomes;

both_engines!(
    cities_are_called_in_a_language_that_is_added,
    each_language_sorts_by_its_own_names,
    the_first_language_stands_in_for_what_is_not_said,
    a_name_whose_source_changed_waits_until_somebody_looks,
    an_empty_name_follows_the_first_language,
    what_waits_leads_to_the_field_of_the_name,
    a_city_that_left_waits_for_no_name,
    names_are_told_to_programs_by_language,
    wrong_names_are_told_beside_their_fields_in_any_language,
    two_who_correct_names_at_once_lose_none,
    a_list_of_twenty_thousand_is_sorted_by_the_index,
);

const FACTS: &str = "/en/cities/diffa/facts";

/// Corrects facts of Diffa: each of these fields.
async fn correct(client: &Client, changes: &[(&str, &str)]) -> Reply {
    correct_at(client, FACTS, changes).await
}

async fn correct_at(client: &Client, path: &str, changes: &[(&str, &str)]) -> Reply {
    let mut fields = facts(&client.get(path).await.is(200));
    for (name, value) in changes {
        match fields.iter().any(|(own, _)| own == name) {
            true => set(&mut fields, name, value),
            false => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    send(client, path, &fields).await
}

/// How many names wait for a translator into this language.
async fn waiting(client: &Client, lang: &str) -> usize {
    let csv = client.get(&format!("/en/office/translations.csv?kind=city&lang={lang}")).await.is(200).text();
    csv.lines().count() - 1
}

/// The names that a list shows, in its order.
async fn listed(client: &Client, lang: &str) -> Vec<String> {
    let csv = client.get(&format!("/{lang}/cities.csv")).await.is(200).text();
    let cell = |line: &str| line.split(',').next().unwrap_or_default().trim_matches('"').to_owned();
    csv.lines().skip(1).map(cell).collect()
}

async fn cities_are_called_in_a_language_that_is_added(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let before = listed(&hub.visitor(), "en").await;
    speak(&hub.data(), &["en", "fr", "ar", "de"]);
    let hub = hub.restart().await;
    let (visitor, central) = (hub.visitor(), hub.signed_in(Who::CentralTeam).await);
    // Nobody has said what they are called in it: they are all there, in the order of the first language.
    assert_eq!(listed(&visitor, "de").await, before);
    visitor.get("/de/").await.is(200);
    visitor.get("/de/cities/copenhagen").await.is(200).shows("Copenhagen");
    assert_eq!(waiting(&central, "de").await, 112);
    // Whoever corrects another fact says nothing of the name.
    central.get(FACTS).await.is(200).shows("Name in German").shows("name=\"right_de\"").hides("name=\"right_fr\"");
    correct(&central, &[("population", "48005")]).await.is(303);
    assert_eq!(waiting(&central, "de").await, 112);
    correct(&central, &[("name_de", "Zz-Diffa an der Komadugu")]).await.is(303);
    assert_eq!(waiting(&central, "de").await, 111);
    let now = listed(&visitor, "de").await;
    assert_eq!(now.last().map(String::as_str), Some("Zz-Diffa an der Komadugu"));
    assert_eq!(listed(&visitor, "en").await, before);
    visitor.get("/en/cities?q=komadugu").await.is(200).shows("Diffa").shows("One city");
    // It stays when the language goes, and is there when it comes again: so is what was corrected meanwhile.
    let other = "/en/cities/oslo/facts";
    speak(&hub.data(), &["en", "fr", "ar"]);
    let hub = hub.restart().await;
    let central = hub.signed_in(Who::CentralTeam).await;
    correct(&central, &[("name_en", "Aaa-Diffa")]).await.is(303);
    correct_at(&central, other, &[("name_en", "Zzz-Oslo")]).await.is(303);
    speak(&hub.data(), &["en", "fr", "ar", "de"]);
    let hub = hub.restart().await;
    let now = listed(&hub.visitor(), "de").await;
    assert_eq!(now[110..], ["Zz-Diffa an der Komadugu", "Zzz-Oslo"]);
    // The same in German: said once, and by emptying a name.
    let central = hub.signed_in(Who::CentralTeam).await;
    assert_eq!(waiting(&central, "de").await, 112, "what it is called in English changed");
    correct(&central, &[("name_de", "")]).await.is(303);
    assert_eq!(waiting(&central, "de").await, 111);
    assert_eq!(listed(&hub.visitor(), "de").await.first().map(String::as_str), Some("Aaa-Diffa"));
    correct_at(&central, other, &[("right_de", "yes")]).await.is(303);
    assert_eq!(waiting(&central, "de").await, 110);
    central.get(other).await.is(200).hides("name=\"right_de\"");
}

async fn each_language_sorts_by_its_own_names(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let mut orders = Vec::new();
    for lang in ["en", "fr", "ar"] {
        let names = listed(&visitor, lang).await;
        let mut sorted = names.clone();
        sorted.sort_by_cached_key(|name| web::format::sort_key(name));
        assert_eq!(names, sorted, "{lang}");
        assert_eq!(names.len(), 112, "{lang}");
        orders.push(names);
    }
    assert!(orders[0] != orders[1] && orders[1] != orders[2], "names differ by language");
    // Within a region as well.
    let region = visitor.get("/fr/cities.csv?sort=region").await.is(200).text();
    let place = |name: &str| region.find(&format!("\n{name},")).expect("a row");
    assert!(place("Anvers") < place("Copenhague") && place("Copenhague") < place("Londres"), "{region}");
}

async fn the_first_language_stands_in_for_what_is_not_said(engine: Engine) {
    // First data of a network whose first language is French, with one more that its tables do not have.
    let hub = Setup::new(engine).empty().prepare(|data| speak(data, &["fr", "de", "ar", "en"])).start().await;
    let visitor = hub.visitor();
    visitor.get("/de/cities/copenhagen").await.is(200).shows("Copenhague");
    visitor.get("/ar/cities/copenhagen").await.is(200).shows("كوبنهاغن");
    visitor.get("/de/cities?q=copenhagen").await.is(200).shows("Copenhague");
    let city = visitor.get("/api/v1/cities/copenhagen").await.is(200).json();
    assert_eq!((&city["name"], &city["names"]["de"]), (&"Copenhagen".into(), &"Copenhague".into()));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM texts WHERE kind = 'city' AND source AND lang = 'fr'").await, 112);
    // A table without the column says: as in French. Nobody has to say it again of each city.
    let wait = "SELECT COUNT(*) AS n FROM texts WHERE kind = 'city' AND lang = 'de'";
    assert_eq!(hub.number(wait).await, 112);
    let central = hub.signed_in(Who::CentralTeam).await;
    let form = central.get("/fr/cities/copenhagen/facts").await.is(200).shows("Nom en allemand").hides("right_de");
    assert_eq!((form.input("name_fr").as_deref(), form.input("name_de").as_deref()), (Some("Copenhague"), Some("")));
    assert_eq!(form.input("name_en").as_deref(), Some("Copenhagen"));
    let text = form.text();
    assert!(text.find("name_fr") < text.find("name_de"), "the needed one first");
}

async fn a_name_whose_source_changed_waits_until_somebody_looks(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    correct(&central, &[("name_fr", "Diffa la belle")]).await.is(303);
    assert_eq!(waiting(&central, "fr").await, 0);
    correct(&central, &[("name_en", "Diffa-Town")]).await.is(303);
    assert_eq!((waiting(&central, "fr").await, waiting(&central, "ar").await), (1, 1));
    // Readers have what there is.
    hub.visitor().get("/fr/cities/diffa").await.is(200).shows("Diffa la belle");
    let list = central.get("/en/office/translations?kind=city").await.is(200);
    list.shows("Diffa-Town").shows("Name of a city").shows("Behind");
    // Right as it stands, or written anew.
    central.get(FACTS).await.is(200).shows("The name in French is still right as it is");
    correct(&central, &[("right_fr", "yes")]).await.is(303);
    assert_eq!((waiting(&central, "fr").await, waiting(&central, "ar").await), (0, 1));
    correct(&central, &[("name_ar", "ديفا المدينة")]).await.is(303);
    assert_eq!(waiting(&central, "ar").await, 0);
    hub.visitor().get("/ar/cities/diffa").await.is(200).shows("ديفا المدينة");
    // What comes back to what it said makes its translations what they were.
    correct(&central, &[("name_en", "Diffa-Ville")]).await.is(303);
    assert_eq!(waiting(&central, "fr").await, 1);
    correct(&central, &[("name_en", "Diffa-Town")]).await.is(303);
    assert_eq!((waiting(&central, "fr").await, waiting(&central, "ar").await), (0, 0));
}

async fn an_empty_name_follows_the_first_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    correct(&central, &[("name_fr", "")]).await.is(303);
    visitor.get("/fr/cities/diffa").await.is(200).shows("Diffa");
    correct(&central, &[("name_en", "Zz-Town"), ("name_ar", "")]).await.is(303);
    for lang in ["fr", "ar"] {
        visitor.get(&format!("/{lang}/cities/diffa")).await.is(200).shows("Zz-Town");
        assert_eq!(waiting(&central, lang).await, 0, "{lang}");
    }
    assert_eq!(listed(&visitor, "fr").await.last().map(String::as_str), Some("Zz-Town"));
    visitor.get("/en/cities?q=diffa").await.is(200).shows("No member city matches");
    // The same form once more writes nothing.
    let revisions = "SELECT COUNT(*) AS n FROM text_revisions WHERE kind = 'city'";
    let before = hub.number(revisions).await;
    correct(&central, &[]).await.is(303);
    assert_eq!(hub.number(revisions).await, before);
}

async fn what_waits_leads_to_the_field_of_the_name(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    correct(&central, &[("name_en", "Diffa-Town")]).await.is(303);
    let page = central.get("/en/office/translations?kind=city&lang=ar").await.is(200).text();
    let link = page.split("href=\"/en/office/cities/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    let address = format!("/en/office/cities/{link}");
    assert_eq!(central.get(&address).await.is(303).location(), "/en/cities/diffa/facts#name_ar");
    let plain = address.split('?').next().unwrap_or_default();
    assert_eq!(central.get(&format!("{plain}?in=de")).await.is(303).location(), "/en/cities/diffa/facts");
    hub.signed_in(Who::CityLead).await.get(&address).await.is(403);
    central.get("/en/office/cities/0000000000000?in=ar").await.is(404);
}

async fn a_city_that_left_waits_for_no_name(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    correct(&central, &[("name_en", "Diffa-Town")]).await.is(303);
    assert_eq!(waiting(&central, "ar").await, 1);
    becomes(&hub, CITY, Membership::Withdrawn).await;
    assert_eq!(waiting(&central, "ar").await, 0);
    becomes(&hub, CITY, Membership::Active).await;
    assert_eq!(waiting(&central, "ar").await, 1);
}

async fn names_are_told_to_programs_by_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let city = hub.visitor().get("/api/v1/cities/copenhagen").await.is(200).json();
    assert_eq!(city["name"], "Copenhagen");
    let names = serde_json::json!({"en": "Copenhagen", "fr": "Copenhague", "ar": "كوبنهاغن"});
    assert_eq!(city["names"], names);
}

async fn wrong_names_are_told_beside_their_fields_in_any_language(engine: Engine) {
    let hub = Setup::new(engine).prepare(|data| speak(data, &["en", "fr", "ar", "de"])).start().await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let long = "ü".repeat(201);
    let back = correct(&central, &[("name_en", " "), ("name_de", &long), ("name_fr", "Diffa la belle")]).await.is(422);
    let back =
        back.shows("Enter the name in English.").shows("The name in German is too long: use at most 200 characters");
    let back = back.shows("id=\"name_en-error\"").shows("id=\"name_de-error\"");
    assert_eq!(back.input("name_de").as_deref(), Some(long.as_str()), "what was typed comes back");
    assert_eq!(back.input("name_fr").as_deref(), Some("Diffa la belle"));
    let fields = facts(&back);
    let arabic = FACTS.replacen("/en/", "/ar/", 1);
    send(&central, &arabic, &fields).await.is(422).shows("اكتب الاسم بالإنجليزية.").shows("الاسم بالألمانية");
}

async fn two_who_correct_names_at_once_lose_none(engine: Engine) {
    let hub = Setup::new(engine).prepare(|data| speak(data, &["en", "fr", "ar", "de"])).start().await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for round in 0..3 {
        let fields = facts(&central.get(FACTS).await.is(200));
        let (mut one, mut other) = (fields.clone(), fields);
        set(&mut one, "name_de", &format!("Diffa {round}"));
        set(&mut other, "name_de", &format!("Komadugu {round}"));
        let (first, second) = tokio::join!(send(&central, FACTS, &one), send(&central, FACTS, &other));
        let (saved, refused) = if first.status == 303 { (&one, second) } else { (&other, first) };
        let name = |fields: &[(String, String)]| {
            fields.iter().find(|(own, _)| own == "name_de").map(|(_, name)| name.clone()).unwrap_or_default()
        };
        let refused = refused.is(409).shows("Name in German: changed by someone else in the meantime");
        refused.shows(&format!("Saved now: {}", name(saved)));
        hub.visitor().get("/de/cities/diffa").await.is(200).shows(&name(saved));
        hub.visitor().get("/en/cities?q=komadugu").await.is(200);
        assert_eq!(
            facts(&central.get(FACTS).await.is(200))
                .iter()
                .find(|(own, _)| own == "name_de")
                .map(|(_, own)| own.clone()),
            Some(name(saved))
        );
    }
}

async fn a_list_of_twenty_thousand_is_sorted_by_the_index(engine: Engine) {
    let hub = TestHub::start(engine).await;
    many_cities(&hub.hub.db, 20_000).await;
    let visitor = hub.visitor();
    for path in ["/en/cities", "/fr/cities?page=100", "/ar/cities?sort=population", "/en/cities?q=town+19999"] {
        let page = visitor.get(path).await.is(200);
        let statements: usize = page.header("x-statements").parse().expect("how many");
        assert!(statements <= 2, "{path}: {statements} statements");
    }
    visitor.get("/en/cities?q=town+19999").await.is(200).shows(">Town 19999<");
    visitor.get(&format!("/en/cities/{CITY}")).await.is(200).shows("Diffa");
}
