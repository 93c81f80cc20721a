//! What a city keeps to itself: nobody outside it finds a trace, through no door.

use std::collections::HashSet;

use base::{Actor, Audience, BodyId, CityId, Lang, Person, PersonId, Role, Seat, Through};
use store::params;
use testkit::{CITY, Engine, Reply, TestHub, Who, both_engines};

use crate::letter_texts::becomes;
use testkit::scene::{OWN_TITLE, OWN_WORD, OWN_YEAR, PUBLIC_WORD, Scene, city_page};

both_engines!(
    an_account_of_a_partner_sees_no_member_s_thing,
    what_is_shown_to_a_few_named_persons_is_seen_by_them_only,
    rows_rust_and_index_say_the_same_of_who_may_see,
    a_city_that_is_no_member_keeps_its_own_and_reads_no_more_of_others,
    a_newcomer_of_a_city_that_is_no_member_finds_what_they_see,
    its_addresses_are_not_there,
    no_list_shows_or_counts_it,
    its_own_people_have_it,
    what_is_withdrawn_is_gone_at_once,
    a_narrower_access_holds_before_the_index_follows,
    a_page_kept_for_visitors_holds_nothing_private,
);

/// Everybody who holds no role for the city, the staff among them.
const OUTSIDE: [Who; 5] = [Who::Visitor, Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator];

fn no_trace(reply: Reply) {
    let reply = reply.hides(OWN_TITLE).hides(OWN_WORD);
    // As a word: the tokens of forms are figures and letters, and any of them may hold it by chance.
    let year = regex::Regex::new(&format!(r"\b{OWN_YEAR}\b")).expect("a pattern");
    assert!(!year.is_match(&reply.text()), "{}", reply.asked);
}

async fn its_addresses_are_not_there(engine: Engine) {
    let scene = Scene::set(engine).await;
    let own = scene.own;
    for who in OUTSIDE {
        let client = scene.by(who);
        let pages = ["", "/edit", "/replace", "/withdraw"].map(|end| format!("/en/library/{own}{end}"));
        let files = [format!("/files/{own}"), format!("/files/{own}/thumbnail"), format!("/api/v1/documents/{own}")];
        for path in pages.iter().chain(&files) {
            no_trace(client.get(path).await.is(404));
        }
        for end in ["edit", "withdraw", "restore"] {
            let path = format!("/en/library/{own}/{end}");
            let reply = client.post(&path, &[("title", "Taken over"), ("revision", "1")]).await;
            assert!(matches!(reply.status, 404 | 403), "{}: {}", reply.asked, reply.status);
            if reply.status == 403 {
                // Sign in first, and send it again: the same for what is there and what is not.
                no_trace(reply.shows("You are no longer signed in").shows("value=\"Taken over\""));
            }
        }
        let upload = testkit::scene::note("Taken over", "by somebody else");
        let reply = client.send_files(&format!("/en/library/{own}/replace"), &upload).await;
        assert!(matches!(reply.status, 404 | 303), "{}: {}", reply.asked, reply.status);
        // Named in an address of another document, it is not told either.
        no_trace(client.get(&format!("/en/library/{}?same={own}", scene.public)).await.is(200));
    }
    scene.by(Who::CityLead).get(&format!("/en/library/{own}")).await.is(200).shows(OWN_TITLE).hides("Taken over");
}

async fn no_list_shows_or_counts_it(engine: Engine) {
    let scene = Scene::set(engine).await;
    for who in OUTSIDE {
        let client = scene.by(who);
        for path in [
            "/en/library".to_owned(),
            format!("/en/library?city={CITY}"),
            "/en/library?type=evaluation".to_owned(),
            "/en/library?language=sw".to_owned(),
            "/en/library?sort=oldest".to_owned(),
            "/en/library/suggest?q=zanz".to_owned(),
            "/en/search?kind=document&sort=title".to_owned(),
            "/en/search/suggest?q=zanz".to_owned(),
            "/api/v1/search?kind=document".to_owned(),
            format!("/api/v1/search?q={OWN_WORD}"),
            city_page(),
            "/en/".to_owned(),
            format!("/en/library/{}", scene.public),
            "/sitemaps/documents/1".to_owned(),
            "/api/v1/documents".to_owned(),
            format!("/api/v1/documents?city={CITY}"),
        ] {
            let reply = client.get(&path).await.is(200);
            assert!(!reply.text().contains(&scene.own.to_string()), "{} names the document", reply.asked);
            no_trace(reply);
        }
        for path in [
            format!("/en/library?q={OWN_WORD}"),
            format!("/en/library?q={}", OWN_TITLE.replace(' ', "+")),
            format!("/en/library?year={OWN_YEAR}"),
        ] {
            let reply = client.get(&path).await.is(200).shows("No document");
            assert!(!reply.text().contains(&scene.own.to_string()), "{} names the document", reply.asked);
        }
        let reply = client.get(&format!("/en/search?kind=document&q={OWN_WORD}")).await.is(200).shows("No result");
        assert!(!reply.text().contains(&scene.own.to_string()), "{} names the document", reply.asked);
        let total = client.get(&format!("/api/v1/documents?city={CITY}")).await.is(200).json()["total"].clone();
        let expected = if who == Who::Visitor { 1 } else { 2 };
        assert_eq!(total, expected, "{}", who.name());
        let facets = client.get("/api/v1/documents").await.json()["facets"].to_string();
        assert!(!facets.contains(OWN_YEAR) && !facets.contains("evaluation") && !facets.contains("\"sw\""), "{facets}");
    }
}

async fn its_own_people_have_it(engine: Engine) {
    let scene = Scene::set(engine).await;
    for who in [Who::Practitioner, Who::CityLead] {
        let client = scene.by(who);
        client.get(&format!("/en/library/{}", scene.own)).await.is(200).shows(OWN_TITLE);
        client.get(&format!("/en/library?q={OWN_WORD}")).await.is(200).shows("One document").shows("<mark>");
        client.get("/en/library/suggest?q=zanz").await.is(200).shows(OWN_TITLE);
        client.get(&format!("/files/{}", scene.own)).await.is(200);
        client.get(&format!("/files/{}/thumbnail", scene.own)).await.is(200);
        client.get(&city_page()).await.is(200).shows(OWN_TITLE);
        assert_eq!(client.get(&format!("/api/v1/documents?city={CITY}")).await.json()["total"], 3);
        client.get(&format!("/en/library/{}", scene.public)).await.is(200).shows(OWN_TITLE);
    }
}

async fn what_is_withdrawn_is_gone_at_once(engine: Engine) {
    let scene = Scene::set(engine).await;
    let visitor = scene.by(Who::Visitor);
    let search = format!("/en/library?q={PUBLIC_WORD}");
    visitor.get(&search).await.is(200).shows("One document");
    visitor.get(&format!("/en/library/{}", scene.public)).await.is(200);
    scene.by(Who::CityLead).post(&format!("/en/library/{}/withdraw", scene.public), &[]).await.is(303);
    // Nothing has followed yet: neither index nor kept pages.
    visitor.get(&search).await.is(200).shows("No document").hides("Public plan of the market");
    visitor.get("/en/library/suggest?q=public").await.is(200).hides("Public plan");
    visitor.get(&format!("/en/library/{}", scene.public)).await.is(404);
    visitor.get(&format!("/files/{}", scene.public)).await.is(404);
    visitor.get("/en/").await.is(200).hides("Public plan of the market");
    visitor.get("/sitemaps/documents/1").await.is(200).hides(&scene.public.to_string());
    scene.hub.settle().await;
    visitor.get(&search).await.is(200).shows("No document");
    scene.by(Who::CityLead).post(&format!("/en/library/{}/restore", scene.public), &[]).await.is(303);
    scene.hub.settle().await;
    visitor.get(&search).await.is(200).shows("One document");
}

async fn a_narrower_access_holds_before_the_index_follows(engine: Engine) {
    let scene = Scene::set(engine).await;
    let lead = scene.by(Who::CityLead);
    let form = lead.get(&format!("/en/library/{}/edit", scene.public)).await.is(200);
    let revision = form.input("revision").unwrap_or_default();
    let fields = [
        ("title", "Now our own"),
        ("city", CITY),
        ("type", "guide"),
        ("access", "city"),
        ("language", "en"),
        ("revision", revision.as_str()),
    ];
    lead.post(&format!("/en/library/{}/edit", scene.public), &fields).await.leads_to("/en/library/");
    for who in OUTSIDE {
        let reply = scene.by(who).get(&format!("/en/library?q={PUBLIC_WORD}")).await.is(200);
        let _ = reply.shows("No document").hides("Public plan of the market").hides("Now our own");
        scene.by(who).get(&format!("/en/library/{}", scene.public)).await.is(404);
    }
}

async fn a_page_kept_for_visitors_holds_nothing_private(engine: Engine) {
    let scene = Scene::set(engine).await;
    for path in ["/en/".to_owned(), "/en/library".to_owned(), city_page()] {
        // The lead looks first, then a visitor, then the lead again.
        scene.by(Who::CityLead).get(&path).await.is(200).shows("Example city-lead");
        let seen = scene.by(Who::Visitor).get(&path).await.is(200).hides("Example city-lead");
        no_trace(seen);
        let again = scene.by(Who::CityLead).get(&path).await.is(200).shows("Example city-lead");
        assert_eq!(again.header("cache-control"), "private, no-store");
    }
}

async fn an_account_of_a_partner_sees_no_member_s_thing(engine: Engine) {
    let scene = Scene::set(engine).await;
    let partner = scene.hub.newcomer("partner@example.org", "Example partner", "partner", "", "").await;
    partner.get("/en/account").await.is(200).shows("Partner");
    partner.get(&format!("/en/library/{}", scene.public)).await.is(200);
    for hidden in [scene.members, scene.own] {
        for path in [format!("/en/library/{hidden}"), format!("/files/{hidden}"), format!("/api/v1/documents/{hidden}")]
        {
            partner.get(&path).await.is(404);
        }
        for path in ["/en/library", "/api/v1/documents", "/en/", "/en/cities/diffa", "/sitemaps/documents/1"] {
            partner.get(path).await.is(200).hides(&hidden.to_string());
        }
    }
    partner.get("/en/library?q=members").await.is(200).hides(&scene.members.to_string());
    partner.get("/en/library/suggest?q=Plan+for").await.is(200).hides("Plan for members");
    partner.get("/en/library/upload").await.is(403);
    partner.get("/en/office/people").await.is(403);
}

/// A body in which only these persons are named, and to which this document is shown.
async fn show_to_named(scene: &Scene, document: base::DocumentId, named: &[i64]) {
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let body = tx.new_id();
    for person in named {
        let row = "INSERT INTO body_persons (body, person) VALUES ($1, $2)";
        tx.exec(row, params![body, *person]).await.expect("named");
    }
    let shown = "UPDATE documents SET audience = $2 WHERE id = $1";
    tx.exec(shown, params![document, body]).await.expect("shown");
    tx.changed("document", document.0, true, &["documents".to_owned()]).await.expect("a change");
    tx.commit().await.expect("committed");
}

async fn what_is_shown_to_a_few_named_persons_is_seen_by_them_only(engine: Engine) {
    let scene = Scene::set(engine).await;
    let partner = scene.hub.newcomer("partner@example.org", "Example partner", "partner", "", "").await;
    let (id, named) = (scene.members, scene.hub.person("partner@example.org").await);
    show_to_named(&scene, id, &[named]).await;
    let doors = |id| {
        [
            (format!("/en/library/{id}"), true),
            (format!("/files/{id}"), true),
            (format!("/api/v1/documents/{id}"), true),
            ("/en/library?q=members".to_owned(), false),
            ("/en/library?sort=title".to_owned(), false),
            ("/api/v1/documents".to_owned(), false),
        ]
    };
    for follows in [false, true] {
        // Before the index follows, and after it.
        if follows {
            scene.hub.settle().await;
        }
        for who in Who::ALL {
            let client = scene.by(who);
            for (path, own) in doors(id) {
                let reply = client.get(&path).await.is(if own { 404 } else { 200 }).hides("Plan for members");
                assert!(own || !reply.text().contains(&id.to_string()), "{}", reply.asked);
            }
            client.get("/en/library/suggest?q=Plan+for").await.is(200).hides("Plan for members");
        }
        for (path, own) in doors(id) {
            // A list that the index answers knows it once the index does.
            if own || follows {
                let reply = partner.get(&path).await.is(200);
                assert!(path.starts_with("/files") || reply.text().contains(&id.to_string()), "{}", reply.asked);
            }
        }
    }
    partner.get("/en/library/suggest?q=Plan+for").await.is(200).shows("Plan for members");
    partner.get(&format!("/en/library/{id}")).await.is(200).shows("Named people");
    partner.get(&format!("/en/library/{}", scene.own)).await.is(404);
}

/// Somebody with these places in bodies.
fn seated(roles: Vec<Role>, seats: Vec<Seat>) -> Actor {
    let person = Person::new(PersonId(1), "", "", Lang::EN, roles);
    let seats = person.seats.iter().copied().chain(seats).collect();
    Actor::Person(Box::new(Person { seats, ..person }))
}

/// Somebody whose only city is no member any more.
fn former(roles: Vec<Role>, city: CityId) -> Actor {
    let person = Person::new(PersonId(1), "", "", Lang::EN, roles);
    Actor::Person(Box::new(Person { member: false, former: vec![city], ..person }))
}

async fn rows_rust_and_index_say_the_same_of_who_may_see(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (city, other, room) = (CityId(1 << 40), CityId(2 << 40), BodyId(3 << 40));
    let audiences = [
        Audience::NOBODY,
        Audience::EVERYONE,
        Audience::MEMBERS,
        Audience::of(city),
        Audience::of(other),
        Audience::of(room),
    ];
    // Some are shown to two: what a city shows to members is its own people's too.
    let also = |place: usize| [Audience::NOBODY, Audience::of(city), Audience::NOBODY, Audience::MEMBERS][place % 4];
    let things: Vec<(i64, [Audience; 2])> =
        (0..60_usize).map(|place| (1_000 + place as i64, [audiences[place % 6], also(place)])).collect();
    let index = find::Index::in_memory();
    let entry = |(id, audiences): &(i64, [Audience; 2])| find::Entry {
        id: *id,
        audiences: audiences.to_vec(),
        title: format!("Thing {id}"),
        lang: "en".into(),
        ..find::Entry::default()
    };
    index.apply(things.iter().map(entry).collect(), vec![], 1).expect("indexed");
    let newer = |body: BodyId, from| Seat { from, ..Seat::whole(body, Through::Role) };
    for actor in [
        Actor::Visitor,
        Actor::System,
        seated(vec![], vec![]),
        seated(vec![Role::Partner(None)], vec![Seat::whole(room, Through::Name)]),
        seated(vec![Role::CityLead(city)], vec![]),
        seated(vec![Role::Practitioner(city), Role::CityLead(other)], vec![]),
        seated(vec![Role::Administrator], vec![Seat::whole(city, Through::Glass)]),
        seated(vec![], vec![newer(city.into(), 1_030), newer(other.into(), 1_010)]),
        seated(vec![], vec![newer(city.into(), 1_030), Seat::whole(city, Through::Glass)]),
        former(vec![Role::CityLead(city)], city),
    ] {
        let by_rust: HashSet<i64> =
            things.iter().filter(|(id, own)| own.iter().any(|one| actor.sees(*one, *id))).map(|(id, _)| *id).collect();
        let values: Vec<String> = things
            .iter()
            .map(|(id, [own, also])| {
                format!("SELECT {id} AS id, {} AS audience, {} AS also", own.number(), also.number())
            })
            .collect();
        let asked = format!("SELECT t.id FROM ({}) AS t", values.join(" UNION ALL "));
        let seen = store::Statement::new(asked, ())
            .meets(store::seen_by(&actor, "t.audience", "t.id").or(store::seen_by(&actor, "t.also", "t.id")));
        let found = seen.raw(&hub.hub.db.read()).await.expect("rows");
        let by_rows: HashSet<i64> = found.iter().map(|row| row.get("id").expect("an id")).collect();
        let request = find::Request { audiences: actor.audiences(), limit: 100, ..find::Request::default() };
        let by_index: HashSet<i64> = index.search(&request).expect("found").hits.iter().map(|hit| hit.id).collect();
        assert_eq!(by_rust, by_rows, "{actor:?}");
        assert_eq!(by_rust, by_index, "{actor:?}");
        assert!(by_rust.len() >= 10 && by_rust.len() < 60, "{actor:?}");
    }
}

/// The membership of [`CITY`] stands there from now on, as after a decision.
async fn membership(scene: &Scene, now: &str) {
    becomes(&scene.hub, CITY, cities::Membership::parse(now).expect("a membership")).await;
}

async fn a_city_that_is_no_member_keeps_its_own_and_reads_no_more_of_others(engine: Engine) {
    let scene = Scene::set(engine).await;
    let (lead, visitor) = (scene.by(Who::CityLead), scene.by(Who::Visitor));
    let city = format!("/en/cities/{CITY}");
    let lists = [
        "/en/",
        "/en/cities?sort=name",
        "/sitemaps/cities/1",
        "/api/v1/cities",
        "/en/cities.csv",
        "/en/cities/suggest?q=Diffa",
    ];
    for path in lists {
        let shown = visitor.get(path).await.is(200).text().to_lowercase().contains("diffa");
        assert!(shown || path == "/en/", "{path} does not show a member");
    }
    let other = testkit::scene::note("Of another city", "The tamarisk of another city.");
    let others = scene.by(Who::OtherLead).uploaded(&other.with("city", testkit::OTHER_CITY)).await;
    scene.hub.settle().await;
    lead.get(&format!("/en/library/{others}")).await.is(200);
    // Of two cities: one that is no member gets nothing out by the other that is.
    let both = scene.hub.newcomer("both@example.org", "Lead of both", "city-lead", CITY, "").await;
    let page = format!("{}/roles", scene.hub.page_of("both@example.org").await);
    let given = [("role", "city-lead"), ("city", testkit::OTHER_CITY)];
    scene.by(Who::Administrator).post(&page, &given).await.is(303);
    membership(&scene, "dormant").await;
    visitor.get(&city).await.is(200);
    lead.get(&format!("/en/library/{}", scene.members)).await.is(200);
    for (ended, own) in [("suspended", 3), ("withdrawn", 4)] {
        membership(&scene, ended).await;
        scene.hub.settle().await;
        for path in lists {
            visitor.get(path).await.is(200).hides("Diffa").hides("cities/diffa");
        }
        for path in
            [city.clone(), format!("/api/v1/cities/{CITY}"), format!("{city}/record"), format!("{city}/profile")]
        {
            visitor.get(&path).await.is(404);
        }
        scene.by(Who::OtherLead).get(&city).await.is(404);
        for who in [Who::CityLead, Who::CentralTeam, Who::Administrator] {
            scene.by(who).get(&city).await.is(200).shows(if ended == "withdrawn" {
                "no longer a member"
            } else {
                "not a member for now"
            });
        }
        // What is public stays where people find it; its page has no link that leads nowhere.
        let page = visitor.get(&format!("/en/library/{}", scene.public)).await.is(200);
        let _ = page.shows("Diffa").hides(&format!("href=\"{city}\""));
        // Its own stays its own, and it sees no more of what is for members.
        lead.get(&format!("/en/library/{}", scene.own)).await.is(200);
        lead.get(&format!("/en/library/{others}")).await.is(404);
        lead.get("/en/library?q=tamarisk").await.is(200).hides("Of another city");
        // What it showed to members it still finds, wherever it looks.
        let found = lead.get(&format!("/en/library?city={CITY}")).await.is(200);
        assert!(found.text().contains(&scene.members.to_string()), "{}", found.asked);
        assert_eq!(lead.get(&format!("/api/v1/documents?city={CITY}")).await.is(200).json()["total"], own);
        // What it showed is its own to take back, and not to change for others.
        for shown in [scene.members, scene.public] {
            lead.get(&format!("/en/library/{shown}")).await.is(200);
            lead.get(&format!("/en/library/{shown}/edit")).await.is(403);
            lead.post(&format!("/en/library/{shown}/withdraw"), &[]).await.is(303);
            let page = lead.get(&format!("/en/library/{shown}")).await.is(200);
            page.shows("It can be restored when the city is a member again.");
            lead.post(&format!("/en/library/{shown}/restore"), &[]).await.is(403);
            scene.by(Who::CentralTeam).get(&format!("/en/library/{shown}")).await.is(404);
            let tx = scene.hub.hub.db.begin().await.expect("a transaction");
            tx.exec("UPDATE documents SET withdrawn = FALSE WHERE id = $1", params![shown]).await.expect("as before");
            tx.commit().await.expect("committed");
        }
        scene.hub.hub.cache.forget();
        let own = testkit::scene::note("Kept", "A text.").with("access", "city");
        lead.uploaded(&own).await;
        both.get(&format!("/en/library/{others}")).await.is(200);
        let own = testkit::scene::note("By the other", &format!("A text, {ended}.")).with("access", "public");
        both.upload(&own).await.is(422).shows("Your city is not a member at the moment");
        both.post(&format!("/en/library/{}/edit", scene.public), &[]).await.is(403);
        both.uploaded(&own.with("city", testkit::OTHER_CITY)).await;
        visitor.get(&format!("/api/v1/documents?city={CITY}")).await.is(200);
        scene.by(Who::Administrator).get("/en/office/glass").await.is(200).shows("value=\"diffa\"");
        for access in ["members", "public"] {
            let beyond = testkit::scene::note("Beyond", &format!("A text for {access}.")).with("access", access);
            let reply = lead.send_files("/en/library/upload", &beyond).await.is(422);
            reply.shows("Your city is not a member at the moment");
        }
        scene.by(Who::CentralTeam).get("/en/cities?former=1").await.is(200).shows("Diffa").shows("One city").shows(
            if ended == "withdrawn" { "Withdrawn: no longer a member" } else { "Suspended: not a member for now" },
        );
        scene.by(Who::OtherLead).get("/en/cities?former=1").await.is(200).hides("Diffa");
    }
    scene
        .by(Who::Administrator)
        .get("/en/office/record")
        .await
        .is(200)
        .shows("set to withdrawn: no longer a member</th>");
    membership(&scene, "active").await;
    visitor.get(&city).await.is(200);
    lead.get(&format!("/en/library/{}", scene.members)).await.is(200);
}

async fn a_newcomer_of_a_city_that_is_no_member_finds_what_they_see(engine: Engine) {
    let scene = Scene::set(engine).await;
    let administrator = scene.by(Who::Administrator);
    for (email, role) in [(Who::CityLead.email(), "city-lead"), (Who::Practitioner.email(), "practitioner")] {
        scene.hub.take(administrator, &email, role).await;
    }
    let email = "newcomer@example.org";
    let fields = [("name", "New"), ("email", email), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &fields).await.is(303);
    let secret = people::link_for(&scene.hub.hub.db, email).await.expect("a link");
    let newcomer = scene.hub.visitor();
    newcomer.post(&format!("/en/links/{secret}"), &[("password", testkit::PASSWORD)]).await.is(303);
    let newer = newcomer.uploaded(&testkit::scene::note("Newer for members", "A newer text.")).await;
    membership(&scene, "suspended").await;
    scene.hub.settle().await;
    for (id, seen) in [(scene.own, false), (scene.members, false), (newer, true)] {
        newcomer.get(&format!("/en/library/{id}")).await.is(if seen { 200 } else { 404 });
        newcomer.get(&format!("/files/{id}")).await.is(if seen { 200 } else { 404 });
        for path in [format!("/en/library?city={CITY}"), format!("/en/cities/{CITY}"), "/en/library/mine".to_owned()] {
            let reply = newcomer.get(&path).await.is(200);
            assert_eq!(reply.text().contains(&id.to_string()), seen, "{} {id}", reply.asked);
        }
    }
    let total = newcomer.get(&format!("/api/v1/documents?city={CITY}")).await.is(200).json()["total"].clone();
    assert_eq!(total, 2, "the public one, and the newer one");
}
