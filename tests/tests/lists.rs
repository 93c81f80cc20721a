//! Lists: the same rows on the pages and in the files, for whom they are; links that keep what was asked; where a list
//! is cut, and where it is empty, it says so.

mod seen;

use base::limits::PAGE_ROWS;
use find::MAX_WINDOW;
use store::params;
use testkit::scene::{OWN_TITLE, OWN_WORD, Scene, note};
use testkit::{CITY, Client, Engine, REGION, Setup, TestHub, Who, both_engines};
use web::list::SHEET_ROWS;

use seen::{in_csv, in_xlsx, on_pages};

both_engines!(
    a_list_is_the_same_on_its_pages_and_in_its_files,
    a_file_is_for_whom_the_page_is,
    the_library_as_a_file_is_what_its_reader_finds,
    nothing_is_read_in_a_file_through_broken_glass,
    a_file_of_the_library_waits_for_a_place_as_a_search_does,
    sort_and_filters_stay_in_links_and_nothing_unknown_does,
    tables_are_sorted_by_their_heads,
    a_list_beyond_its_window_says_that_it_is_cut,
    an_empty_list_says_what_it_is_for_and_what_to_do,
);

/// Every list, with who sees it.
const LISTS: [(&str, &[Who]); 29] = [
    ("/cities", &Who::ALL),
    ("/library", &Who::ALL),
    ("/news", &Who::ALL),
    ("/questions", &Who::ALL),
    ("/myths", &Who::ALL),
    ("/initiatives", &Who::ALL),
    ("/voices", &Who::ALL),
    ("/press", &Who::ALL),
    ("/office/editorial", &[Who::CentralTeam, Who::Administrator]),
    ("/office/translations", &[Who::CentralTeam, Who::Administrator]),
    ("/office/pictures", &[Who::CentralTeam, Who::Administrator]),
    ("/library/mine", &[Who::Practitioner, Who::CityLead, Who::OtherLead, Who::CentralTeam, Who::Administrator]),
    ("/office/people", &[Who::CentralTeam, Who::Administrator]),
    ("/office/contacts", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/expectations", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/breach-reports", &[Who::CentralTeam, Who::Administrator]),
    ("/office/members", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/account-requests", &[Who::CentralTeam, Who::Administrator]),
    ("/office/enquiries", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/applications", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/prospects", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/organisations", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/cities/diffa/organisations", &[Who::Practitioner, Who::CityLead]),
    ("/principles/signatures", &Who::ALL),
    ("/office/principles", &[Who::RegionalOfficer, Who::CentralTeam, Who::Administrator]),
    ("/office/record", &[Who::Administrator]),
    ("/office/jobs", &[Who::Administrator]),
    (RECORD, &[Who::Practitioner, Who::CityLead]),
    (
        "/account/record",
        &[Who::Practitioner, Who::CityLead, Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator],
    ),
];
const RECORD: &str = "/cities/diffa/record";

/// Puts so many dead letters there, and one job that waits for ever.
async fn jobs(hub: &TestHub, dead: i64) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n <= CAST($1 AS BIGINT)) \
         INSERT INTO jobs (id, kind, payload, run_at, created_at, dead, queue, last_error) \
         SELECT n.n, 'lists.' || n.n, '0', $2, $2, n.n <= $1, 'none', 'a mistake' FROM n",
        params![dead, tx.now()],
    )
    .await
    .expect("jobs");
    tx.commit().await.expect("committed");
}

/// A member signs the principles that are in force.
async fn signature(hub: &TestHub) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let text = "INSERT INTO principles_signatures (id, city, version, lang, hash, name, position, named, signed_at) \
                SELECT $1, (SELECT id FROM cities WHERE slug = $2), v.id, 'en', 'abc', 'A', 'Mayor', FALSE, $3 \
                FROM principles_versions v ORDER BY v.number DESC LIMIT 1";
    tx.exec(text, params![tx.new_id(), CITY, tx.now()]).await.expect("a signature");
    tx.commit().await.expect("committed");
}

async fn a_list_is_the_same_on_its_pages_and_in_its_files(engine: Engine) {
    let scene = Scene::set(engine).await;
    // More than a page of each that grows with what is done.
    for number in 0..PAGE_ROWS + 5 {
        scene.hub.invited(&format!("person{number:02}@example.org"), "=Some & Body", "practitioner", CITY, "").await;
    }
    jobs(&scene.hub, 60).await;
    for kind in ["news", "question", "myth", "initiative", "release", "voice"] {
        for title in ["=Some & Title", "Another one"] {
            crate::written::published(&scene, kind, title).await;
        }
    }
    for _ in 0..3 {
        crate::access_matrix::picture(&scene).await;
    }
    for number in 0..PAGE_ROWS + 5 {
        crate::access_matrix::enquiry(&scene, REGION, &format!("=Town & {number}")).await;
    }
    for _ in 0..PAGE_ROWS + 5 {
        crate::access_matrix::applied(&scene, REGION, None).await;
        crate::access_matrix::prospect(&scene, REGION, false).await;
        crate::access_matrix::organisation(&scene, None).await;
        crate::access_matrix::organisation(&scene, Some(CITY)).await;
        crate::access_matrix::account_request(&scene).await;
        crate::access_matrix::breach_report(&scene).await;
        signature(&scene.hub).await;
    }
    let mut wrong = Vec::new();
    for (list, seen_by) in LISTS {
        for who in seen_by {
            let client = scene.by(*who);
            let pages = on_pages(client, list, "").await;
            let csv = in_csv(&client.get(&format!("/en{list}.csv")).await.is(200));
            let xlsx = in_xlsx(&client.get(&format!("/en{list}.xlsx")).await.is(200));
            let names = |rows: &[Vec<String>]| rows[1..].iter().map(|row| row[0].clone()).collect::<Vec<_>>();
            // In CSV a text that spreadsheets would compute has a mark before it.
            let marked: Vec<String> = pages
                .iter()
                .map(|name| if name.starts_with('=') { format!("'{name}") } else { name.clone() })
                .collect();
            for (file, same) in [("csv", names(&csv) == marked), ("xlsx", names(&xlsx) == pages)] {
                if !same {
                    wrong.push(format!("{list} {file} {}: {pages:?} {:?} {:?}", who.name(), names(&csv), names(&xlsx)));
                }
            }
            assert_eq!(csv[0], xlsx[0], "the same heads");
            assert!(!pages.is_empty() || list == "/library/mine", "{list} {}", who.name());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(on_pages(scene.by(Who::Visitor), "/cities", "").await.len(), 112);
    // Sixty that failed, one that waits for ever, and the ends of two consents.
    assert_eq!(on_pages(scene.by(Who::Administrator), "/office/jobs", "").await.len(), 63);
}

async fn a_file_is_for_whom_the_page_is(engine: Engine) {
    let scene = Scene::set(engine).await;
    let listed: Vec<String> = app::routes().listed().into_iter().map(|route| route.path).collect();
    let lists: Vec<&str> = listed.iter().filter_map(|path| path.strip_suffix(".csv")).collect();
    assert_eq!(lists.len(), LISTS.len(), "each list has a row in LISTS, and there is one to see in it: {lists:?}");
    for list in lists {
        assert!(listed.contains(&format!("{list}.xlsx")) && listed.contains(&list.to_owned()), "{list}");
        let path = list.replace("{lang}", "en").replace("{slug}", CITY);
        let seen_by = LISTS.iter().find(|(own, _)| path == format!("/en{own}")).expect("a list of these").1;
        for who in Who::ALL {
            let client = scene.by(who);
            let page = client.get(&path).await;
            assert_eq!(page.status == 200, seen_by.contains(&who), "{path} {}", who.name());
            for end in ["csv", "xlsx"] {
                let file = client.get(&format!("{path}.{end}")).await;
                assert_eq!(file.status, page.status, "{path}.{end} {}", who.name());
                let is_file = file.header("content-disposition").starts_with("attachment; filename=");
                assert_eq!(is_file, page.status == 200, "{path}.{end} {}", who.name());
                if page.status == 303 {
                    let back = format!("/en/sign-in?next={}", format!("{path}.{end}").replace('/', "%2F"));
                    assert_eq!(file.location(), back, "after signing in the file comes");
                }
                let kept = file.header("cache-control").contains("no-store");
                assert!(kept || who == Who::Visitor, "{path}.{end} is kept on its way");
            }
        }
    }
    let atlantis = scene.by(Who::CityLead).get("/en/cities/atlantis/record.csv").await;
    assert_eq!(atlantis.status, 404);
}

async fn titles(client: &Client, query: &str) -> Vec<String> {
    let rows = in_csv(&client.get(&format!("/en/library.csv{query}")).await.is(200));
    rows[1..].iter().map(|row| row[0].clone()).collect()
}

async fn the_library_as_a_file_is_what_its_reader_finds(engine: Engine) {
    let scene = Scene::set(engine).await;
    let holds = async |who: Who, title: &str| titles(scene.by(who), "").await.iter().any(|own| own == title);
    for (who, members, own) in [
        (Who::Visitor, false, false),
        (Who::RegionalOfficer, true, false),
        (Who::OtherLead, true, false),
        (Who::Administrator, true, false),
        (Who::Practitioner, true, true),
        (Who::CityLead, true, true),
    ] {
        assert!(holds(who, "Public plan of the market").await && !holds(who, "Old plan").await, "{}", who.name());
        assert_eq!(holds(who, "Plan for members").await, members, "{}", who.name());
        assert_eq!(holds(who, OWN_TITLE).await, own, "{}", who.name());
    }
    // What is asked narrows and sorts the file as it does the page.
    let lead = scene.by(Who::CityLead);
    assert_eq!(titles(lead, &format!("?q={OWN_WORD}")).await, [OWN_TITLE]);
    assert_eq!(titles(scene.by(Who::Visitor), &format!("?q={OWN_WORD}")).await, Vec::<String>::new());
    for query in ["?sort=title", "?city=diffa&sort=oldest", "?theme=counter-narratives&sort=city"] {
        let found = titles(lead, query).await;
        assert!(found.len() > 1, "{query}");
        assert_eq!(found, on_pages(lead, "/library", query).await, "{query}");
    }
    // What was restricted is not in it at once, before the index has heard of it.
    let fields = [("revision", "1"), ("title", "Public plan of the market"), ("city", CITY), ("type", "guide")];
    let edit = format!("/en/library/{}/edit", scene.public);
    let revision = lead.get(&edit).await.is(200).input("revision").unwrap_or_default();
    let mut fields = fields.to_vec();
    fields[0].1 = &revision;
    fields.push(("access", "city"));
    lead.post(&edit, &fields).await.is(303);
    assert!(!holds(Who::Visitor, "Public plan of the market").await);
    scene.hub.settle().await;
    assert!(holds(Who::CityLead, "Public plan of the market").await);
    assert!(!holds(Who::Visitor, "Public plan of the market").await);
}

async fn nothing_is_read_in_a_file_through_broken_glass(engine: Engine) {
    let scene = Scene::set(engine).await;
    let administrator = scene.by(Who::Administrator);
    assert!(!titles(administrator, "").await.contains(&OWN_TITLE.to_owned()));
    let reason = "A court asks for the document of the wells, by letter of today.";
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", reason)]).await.is(303);
    let file = administrator.get(&format!("/en/library.csv?q={OWN_WORD}")).await.is(200);
    let _ = file.shows(OWN_TITLE).hides(OWN_WORD);
    let read = "SELECT COUNT(*) AS n FROM city_record WHERE action = 'document.glass-read'";
    assert_eq!(scene.hub.number(read).await, 0, "a list is not read in");
    // The city sees that it was opened, and is not told of a reading that was none.
    let record = in_csv(&scene.by(Who::CityLead).get(&format!("/en{RECORD}.csv")).await.is(200));
    assert!(record.iter().any(|row| row.contains(&reason.to_owned())), "{record:?}");
    administrator.get(&format!("/en/library/{}", scene.own)).await.is(200).shows(OWN_TITLE);
    assert_eq!(scene.hub.number(read).await, 1);
}

async fn a_file_of_the_library_waits_for_a_place_as_a_search_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let all = hub.hub.work.take_all_searches().expect("every place");
    let turned_away = hub.visitor().get("/en/library.csv").await.is(503);
    assert!(!turned_away.header("retry-after").is_empty());
    hub.visitor().get("/en/cities.csv").await.is(200);
    drop(all);
    hub.visitor().get("/en/library.csv").await.is(200);
}

async fn sort_and_filters_stay_in_links_and_nothing_unknown_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for number in 0..PAGE_ROWS + 5 {
        hub.invited(&format!("person{number:02}@example.org"), "Somebody", "practitioner", CITY, "").await;
    }
    for number in 0..25 {
        lead.uploaded(&note(&format!("Note {number}"), "Wells.").with("access", "public").with("type", "guide")).await;
    }
    hub.settle().await;
    let visitor = hub.visitor();
    for (client, list, asked) in [
        (&visitor, "/cities", "q=a&sort=population"),
        (&visitor, "/library", "q=wells&type=guide&sort=title"),
        (&central, "/office/people", "q=person&sort=email-z"),
    ] {
        let page = client.get(&format!("/en{list}?evil=1&{asked}&page=1&done=nonsense")).await.is(200);
        let asked = asked.replace('&', "&#38;");
        let page = page.hides("evil").hides("nonsense");
        let page = page.shows(&format!("href=\"/en{list}?{asked}&#38;page=2\""));
        let page = page.shows(&format!("href=\"/en{list}.csv?{asked}\""));
        let _ = page.shows(&format!("href=\"/en{list}.xlsx?{asked}\""));
        // From the second page the file is the whole list too.
        let second = client.get(&format!("/en{list}?{}&page=2", asked.replace("&#38;", "&"))).await.is(200);
        let _ = second.shows(&format!("href=\"/en{list}.csv?{asked}\""));
    }
    let administrator = hub.signed_in(Who::Administrator).await;
    let first = administrator.get("/en/office/record?evil=1").await.is(200).hides("evil").text();
    let before =
        first.split("?before=").nth(1).and_then(|rest| rest.split('"').next()).expect("earlier lines").to_owned();
    let second = administrator.get(&format!("/en/office/record?before={before}")).await.is(200);
    let _ = second.shows("href=\"/en/office/record.csv\"");
    // A place in the list is none of a file's: it holds all.
    let whole = in_csv(&administrator.get("/en/office/record.csv").await.is(200));
    let asked = in_csv(&administrator.get(&format!("/en/office/record.csv?before={before}")).await.is(200));
    assert!(whole.len() > PAGE_ROWS && whole == asked, "{} {}", whole.len(), asked.len());
}

async fn tables_are_sorted_by_their_heads(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for (email, name) in [("z@example.org", "Aaa"), ("y@example.org", "Élodie"), ("x@example.org", "Zoé")] {
        hub.invited(email, name, "practitioner", CITY, "").await;
    }
    let people = async |query: &str| on_pages(&central, "/office/people", query).await;
    let by_name = people("").await;
    assert_eq!(by_name, ["Aaa", "Élodie", "Example central-team", "Zoé"], "as people sort");
    let mut back = people("?sort=name-z").await;
    back.reverse();
    assert_eq!(back, by_name);
    assert_eq!(people("?sort=email").await, ["Example central-team", "Zoé", "Élodie", "Aaa"]);
    assert_eq!(people("?sort=email-z").await, ["Aaa", "Élodie", "Zoé", "Example central-team"]);
    assert_eq!(people("?sort=nonsense").await, by_name);
    let file = in_csv(&central.get("/en/office/people.csv?sort=email-z").await.is(200));
    assert_eq!(file[1..].iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), people("?sort=email-z").await);
    let head = |sorted: &str, link: &str, label: &str| {
        let sorted = if sorted.is_empty() { String::new() } else { format!(" aria-sort=\"{sorted}\"") };
        format!("<th role=\"columnheader\" scope=\"col\"{sorted}><a href=\"/en/office/people{link}\">{label}</a></th>")
    };
    let page = central.get("/en/office/people").await.is(200);
    let page = page.shows(&head("ascending", "?sort=name-z", "Name"));
    let _ = page.shows(&head("", "?sort=email", "E-mail address"));
    let page = central.get("/en/office/people?sort=email&page=1").await.is(200);
    let page = page.shows(&head("", "", "Name"));
    let _ = page.shows(&head("ascending", "?sort=email-z", "E-mail address"));
    let page = central.get("/en/office/people?sort=email-z").await.is(200);
    let _ = page.shows(&head("descending", "?sort=email", "E-mail address"));

    let lead = hub.signed_in(Who::CityLead).await;
    for title in ["Wells", "Écoles", "Markets"] {
        lead.uploaded(&note(title, title)).await;
    }
    let mine = async |query: &str| on_pages(&lead, "/library/mine", query).await;
    assert_eq!(mine("").await, ["Markets", "Écoles", "Wells"], "the newest first");
    assert_eq!(mine("?sort=oldest").await, ["Wells", "Écoles", "Markets"]);
    assert_eq!(mine("?sort=title").await, ["Écoles", "Markets", "Wells"]);
    assert_eq!(mine("?sort=title-z").await, ["Wells", "Markets", "Écoles"]);
    let page = lead.get("/en/library/mine?sort=title").await.is(200);
    let _ = page
        .shows("aria-sort=\"ascending\"><a href=\"/en/library/mine?sort=title-z\">")
        .shows("scope=\"col\"><a href=\"/en/library/mine\">");
}

async fn a_list_beyond_its_window_says_that_it_is_cut(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.settle().await;
    let window = SHEET_ROWS as i64;
    jobs(&hub, window - 1).await;
    let whole = in_csv(&administrator.get("/en/office/jobs.csv").await.is(200));
    assert_eq!(whole.len(), SHEET_ROWS + 1, "all that there are, and nothing is cut");
    administrator.get("/en/office/jobs").await.is(200).hides("are listed");
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let values = params![window + 1, tx.now()];
    tx.exec(
        "INSERT INTO jobs (id, kind, payload, run_at, created_at, queue) VALUES ($1, 'one', '0', $2, $2, 'none')",
        values,
    )
    .await
    .expect("one more");
    tx.commit().await.expect("committed");
    let cut = in_csv(&administrator.get("/en/office/jobs.csv").await.is(200));
    let last = cut.last().expect("a last row");
    assert!(last[0].starts_with("The list ends here: a file holds at most 50,000 rows"), "{last:?}");
    assert_eq!(cut.len(), SHEET_ROWS + 2);
    let (page, pages) = (administrator.get("/en/office/jobs").await.is(200), SHEET_ROWS / PAGE_ROWS);
    let page = page.shows("Only the first 50,000 are listed.").shows(&format!("?page={pages}\""));
    let _ = page.hides(&format!("?page={}\"", pages + 1));

    // Of the library what the index answers at most; what the database does not show to this reader is in no row.
    let everyone = base::Audience::EVERYONE;
    let entries = (0..MAX_WINDOW as i64 + 500).map(|number| find::Entry {
        id: -1 - number,
        audiences: vec![everyone],
        kind: find::number(library::KIND),
        title: format!("Zz {number}"),
        ..find::Entry::default()
    });
    hub.hub.index.apply(entries.collect(), Vec::new(), hub.hub.index.cursor().max(1)).expect("indexed");
    let file = in_csv(&hub.visitor().get("/en/library.csv").await.is(200));
    assert_eq!(file.len(), 2, "heads, and that it is cut: {file:?}");
    assert!(file[1][0].starts_with("The list ends here: a file holds at most 10,000 rows"), "{file:?}");
}

async fn an_empty_list_says_what_it_is_for_and_what_to_do(engine: Engine) {
    let hub = Setup::new(engine).start().await;
    let (practitioner, administrator) =
        (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::Administrator).await);
    hub.settle().await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for table in ["audit", "city_record", "jobs"] {
        tx.exec(&format!("DELETE FROM {table}"), Vec::new()).await.expect("nothing is left");
    }
    tx.commit().await.expect("committed");
    let visitor = hub.visitor();
    let upload = "href=\"/en/library/upload\"";
    for (client, list, said, hint, way) in [
        (&visitor, "/library", "No document from a city yet", "can upload the first", "href=\"/en/ask\""),
        (&practitioner, "/library", "No document from a city yet", "can upload the first", upload),
        (&practitioner, "/library/mine", "You have not uploaded anything yet", "with its status", upload),
        (&practitioner, RECORD, "Nothing is on record yet", "As soon as someone", ""),
        (&practitioner, "/account/record", "Nothing is on record about you yet", "As soon as someone", ""),
        (&visitor, "/news", "Nothing has been published here yet", "will stand here", ""),
        (&administrator, "/office/translations", "Nothing waits", "in every language", ""),
        (&administrator, "/office/record", "Nothing is on record yet", "recorded here", ""),
        (&administrator, "/office/jobs", "Nothing is waiting, and nothing has failed", "nothing to do", ""),
        (&administrator, "/office/account-requests", "Nobody asks for an account", "officials of a member", ""),
        // Its file goes on record.
        (&administrator, "/office/enquiries", "No enquiry yet", "with the day", "href=\"/en/join\""),
        (&administrator, "/office/applications", "No application yet", "stands here", "href=\"/en/office/enquiries\""),
        (&administrator, "/office/prospects", "No prospects yet", "speaks with", "href=\"/en/office/prospects/new\""),
        (&practitioner, "/cities/diffa/organisations", "No organisations yet", "with whom", ""),
        (&visitor, "/principles/signatures", "No signature yet", "on paper", "href=\"/en/principles\""),
    ] {
        let page =
            client.get(&format!("/en{list}")).await.is(200).hides(&format!("{list}.csv")).hides("Show the whole");
        let main = page.text().split("class=\"empty\"").nth(1).unwrap_or_default().to_owned();
        assert!(main.contains(said) && main.contains(hint) && main.contains(way), "{list}: {main}");
        let file = in_csv(&client.get(&format!("/en{list}.csv")).await.is(200));
        assert_eq!(file.len(), 1, "heads only: {file:?}");
    }
    // Nothing fits: something else is said, and a link takes away what was asked.
    for (list, query, said, links) in [
        ("/cities", "?q=zzz&sort=region", "No member city matches", vec!["/en/cities?sort=region"]),
        ("/cities", "?q=zzz&region=europe", "No member city matches", vec!["/en/cities?q=zzz", "/en/cities"]),
        ("/library", "?q=zzz", "No document matches", vec!["/en/library"]),
        ("/library", "?q=zzz&type=guide", "No document matches", vec!["/en/library?q=zzz", "/en/library"]),
        ("/office/people", "?q=zzz", "Nobody matches", vec!["/en/office/people", "/en/office/people/invite"]),
    ] {
        let page = administrator.get(&format!("/en{list}{query}")).await.is(200).text();
        let main =
            page.split("class=\"empty\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap_or_default();
        assert!(main.contains(said), "{list}{query}: {main}");
        for link in links {
            assert!(main.contains(&format!("href=\"{link}\"")), "{list}{query}: {link}: {main}");
        }
    }
    // Past its end a list is not empty.
    for (list, query, back) in [
        ("/cities", "?page=99&sort=region", "/en/cities?sort=region"),
        ("/office/people", "?page=99", "/en/office/people"),
    ] {
        let page = administrator.get(&format!("/en{list}{query}")).await.is(200);
        let page = page.shows("This page of the list is empty").hides("fits");
        let _ = page.shows(&format!("class=\"btn btn--line\" href=\"{back}\""));
    }
    // A network without cities.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for table in ["steering_seats", "city_keys", "cities"] {
        tx.exec(&format!("DELETE FROM {table}"), Vec::new()).await.expect("nothing is left");
    }
    tx.changed("city", 0, false, &["cities".to_owned()]).await.expect("told");
    tx.commit().await.expect("committed");
    administrator.get("/en/cities").await.is(200).shows("No member city yet").shows("as soon as the first");
}
