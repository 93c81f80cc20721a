//! What a city keeps to itself: nobody outside it finds a trace, through no door.

use testkit::{CITY, Engine, Reply, Who, both_engines};

use testkit::scene::{OWN_TITLE, OWN_WORD, OWN_YEAR, PUBLIC_WORD, Scene, city_page};

both_engines!(
    an_account_of_a_partner_sees_no_member_s_thing,
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
    let _ = reply.hides(OWN_TITLE).hides(OWN_WORD).hides(OWN_YEAR);
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
            city_page(),
            "/en/".to_owned(),
            format!("/en/library/{}", scene.public),
            "/sitemap.xml".to_owned(),
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
    visitor.get("/sitemap.xml").await.is(200).hides(&scene.public.to_string());
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
        for path in ["/en/library", "/api/v1/documents", "/en/", "/en/cities/diffa", "/sitemap.xml"] {
            partner.get(path).await.is(200).hides(&hidden.to_string());
        }
    }
    partner.get("/en/library?q=members").await.is(200).hides(&scene.members.to_string());
    partner.get("/en/library/suggest?q=Plan+for").await.is(200).hides("Plan for members");
    partner.get("/en/library/upload").await.is(403);
    partner.get("/en/office/people").await.is(403);
}
