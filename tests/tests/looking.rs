//! Looking at the hub as somebody with a role: the role's pages, nothing that one may not see oneself, and nothing is changed.

use std::fmt::Write;

use testkit::scene::{OWN_TITLE, OWN_WORD, Scene};
use testkit::{CITY, Client, Engine, OTHER_CITY, Who, both_engines};

both_engines!(
    every_address_shows_no_more_than_to_oneself,
    nothing_is_changed_while_looking,
    whoever_looks_sees_what_the_role_sees,
    an_officer_looks_as_people_of_their_region_alone,
    looking_ends_after_an_hour_and_with_the_own_role,
    it_is_a_matter_of_one_session_and_on_record,
);

async fn look(client: &Client, fields: &[(&str, &str)]) {
    client.post("/en/office/look", fields).await.leads_to("/en/");
}

const AS_LEAD: [(&str, &str); 2] = [("role", "city-lead"), ("city", CITY)];

async fn every_address_shows_no_more_than_to_oneself(engine: Engine) {
    let scene = Scene::set(engine).await;
    let mut wrong = String::new();
    let mut shown = 0;
    let mut all = Vec::new();
    for (who, fields) in [
        (Who::CentralTeam, AS_LEAD.to_vec()),
        (Who::CentralTeam, vec![("role", "practitioner"), ("city", CITY)]),
        (Who::RegionalOfficer, AS_LEAD.to_vec()),
        (Who::Administrator, vec![("role", "central-team")]),
    ] {
        // Before anything is made for them: whoever has a passkey signs in with it.
        let looking = scene.hub.signed_in(who).await;
        look(&looking, &fields).await;
        all.push((who, fields, looking));
    }
    for (who, fields, looking) in all {
        let own = scene.by(who);
        for route in app::routes().listed().into_iter().filter(|route| route.method == "GET") {
            // Whoever has the link of an e-mail has what it opens, whoever they are.
            if ["{token}", "{secret}"].iter().any(|link| route.path.contains(link)) {
                continue;
            }
            for variant in crate::access_matrix::variants(&route.path) {
                let path = crate::access_matrix::target(&scene, &route.path, variant, who).await;
                let reply = looking.get(&path).await;
                if reply.status != 200 {
                    continue;
                }
                shown += 1;
                let known = own.get(&path).await.status;
                // What stands there is read part by part: what is the city's alone is left out.
                if known != 200 && !route.path.ends_with("/workspace") {
                    let _ = writeln!(wrong, "{} ({variant}) as {fields:?}: {known} for {}", route.path, who.name());
                }
                let text = reply.text();
                if text.contains(OWN_WORD) || text.contains(OWN_TITLE) {
                    let _ = writeln!(wrong, "{} as {fields:?}: a city's own document for {}", route.path, who.name());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(shown > 200, "pages are shown: {shown}");
}

async fn nothing_is_changed_while_looking(engine: Engine) {
    let scene = Scene::set(engine).await;
    let looking = scene.hub.signed_in(Who::CentralTeam).await;
    look(&looking, &AS_LEAD).await;
    let mut open = Vec::new();
    for route in app::routes().listed().into_iter().filter(|route| route.method == "POST") {
        // What another program sends is in nobody's name.
        if ["/office/look/stop", "/sign-out", "/sign-in/logout/{slug}"].iter().any(|stop| route.path.ends_with(stop)) {
            continue;
        }
        let path = crate::access_matrix::target(&scene, &route.path, "city", Who::CentralTeam).await;
        let status = looking.post_plainly(&path, &[("title", "x")]).await.status;
        if status != 403 {
            open.push((route.path, status));
        }
    }
    assert!(open.is_empty(), "{open:?}");
    looking.post_plainly("/en/sign-out", &[]).await.is(303);
}

async fn whoever_looks_sees_what_the_role_sees(engine: Engine) {
    let scene = Scene::set(engine).await;
    let central = scene.hub.signed_in(Who::CentralTeam).await;
    look(&central, &AS_LEAD).await;
    // Told on every page, in its language, with the way back.
    let page = central.get("/fr/library").await.is(200).shows("Point de contact").shows("Revenir à mon propre rôle");
    assert!(page.text().contains("/fr/office/look/stop"));
    central.get("/en/office").await.is(403);
    central.get("/en/office/people").await.is(403);
    central.get(&format!("/en/cities/{CITY}/profile")).await.is(200);
    central.get(&format!("/en/cities/{OTHER_CITY}/profile")).await.is(403);
    central.get("/en/workspace").await.is(200).shows("Diffa");
    // What is the city's own is no more theirs than before.
    central.get(&format!("/en/cities/{CITY}/organisations")).await.is(403).shows("You are only looking");
    central.get(&format!("/en/library/{}", scene.own)).await.is(404);
    central.post("/en/office/look/stop", &[]).await.leads_to("/en/office/look");
    central.get("/en/office").await.is(200).hides("Back to my own role");
    central.post("/en/office/look/stop", &[]).await.leads_to("/en/office/look");
    // A partner sees what everyone sees.
    look(&central, &[("role", "partner")]).await;
    central.get("/en/people").await.is(403);
    central.get(&format!("/en/library/{}", scene.members)).await.is(404);
}

async fn an_officer_looks_as_people_of_their_region_alone(engine: Engine) {
    let scene = Scene::set(engine).await;
    let officer = scene.hub.signed_in(Who::RegionalOfficer).await;
    let refused = async |fields: &[(&str, &str)]| {
        officer.post("/en/office/look", fields).await.is(422).shows("You cannot look as this role.");
    };
    refused(&[("role", "city-lead"), ("city", OTHER_CITY)]).await;
    refused(&[("role", "regional-officer"), ("region", testkit::REGION)]).await;
    refused(&[("role", "central-team")]).await;
    refused(&[("role", "administrator")]).await;
    officer.post("/en/office/look", &[("role", "city-lead")]).await.is(422);
    look(&officer, &AS_LEAD).await;
    for who in [Who::CityLead, Who::Practitioner] {
        let client = scene.hub.signed_in(who).await;
        client.get("/en/office/look").await.is(403);
        client.post("/en/office/look", &AS_LEAD).await.is(403);
    }
    let central = scene.hub.signed_in(Who::CentralTeam).await;
    central.post("/en/office/look", &[("role", "central-team")]).await.is(422);
    central.post("/en/office/look", &[("role", "administrator")]).await.is(422);
}

async fn looking_ends_after_an_hour_and_with_the_own_role(engine: Engine) {
    let scene = Scene::set(engine).await;
    let (hub, administrator) = (&scene.hub, scene.hub.signed_in(Who::Administrator).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    look(&central, &AS_LEAD).await;
    central.get("/en/office").await.is(403);
    hub.clock.jump(chrono::TimeDelta::minutes(61));
    central.get("/en/office").await.is(200);
    look(&central, &AS_LEAD).await;
    hub.take(&administrator, &Who::CentralTeam.email(), "central-team").await;
    // Whoever is nobody of the office any more looks as nobody either.
    central.get(&format!("/en/cities/{CITY}/profile")).await.is(403);
    central.get("/en/").await.hides("Back to my own role");
}

async fn it_is_a_matter_of_one_session_and_on_record(engine: Engine) {
    let scene = Scene::set(engine).await;
    let (one, other) = (scene.hub.signed_in(Who::CentralTeam).await, scene.hub.signed_in(Who::CentralTeam).await);
    look(&one, &AS_LEAD).await;
    one.get("/en/office").await.is(403);
    other.get("/en/office").await.is(200);
    let acts =
        format!("SELECT COUNT(*) AS n FROM audit WHERE action = 'role.looked-as' AND detail = 'city-lead {CITY}'");
    assert_eq!(scene.hub.number(&acts).await, 1);
    scene
        .hub
        .signed_in(Who::Administrator)
        .await
        .get("/en/office/record")
        .await
        .is(200)
        .shows("Looked at the platform as a role");
}
