//! What the table of rights says is what the doors do.

use testkit::scene::Scene;
use testkit::{CITY, Engine, OTHER_CITY, TestHub, Who, both_engines};
use web::rights::{Ground, right_at};

both_engines!(doors_do_what_the_table_says, whoever_may_not_reads_why);

fn pages() -> Vec<String> {
    let listed = app::routes().listed().into_iter().filter(|route| route.method == "GET");
    listed.filter_map(|route| route.path.strip_prefix("/{lang}").map(str::to_owned)).collect()
}

#[test]
fn every_address_of_the_back_office_has_a_right_of_its_own() {
    let mut parts = web::Parts::default();
    for feature in app::features() {
        (feature.parts)(&mut parts);
    }
    let lacking: Vec<String> = pages()
        .into_iter()
        .filter(|path| path.starts_with("/office/"))
        .filter(|path| right_at(&parts.rights, path).is_none_or(|(right, _)| right.at.contains(&"/office")))
        .filter(|path| path != "/office/kit")
        .collect();
    assert!(lacking.is_empty(), "{lacking:?}");
    // Each is somebody's.
    let whose =
        |right: &web::rights::Right| base::ROLES.iter().any(|kind| right.reach(kind) > web::rights::Reach::Nowhere);
    let nobody_s: Vec<_> = parts.rights.iter().filter(|right| !whose(right)).map(|right| right.words).collect();
    assert!(nobody_s.is_empty(), "{nobody_s:?}");
    // And every address of a right leads somewhere.
    let nowhere: Vec<&str> = parts
        .rights
        .iter()
        .flat_map(|right| right.at.iter().copied())
        .filter(|at| !pages().iter().any(|path| leads_below(at, path)))
        .collect();
    assert!(nowhere.is_empty(), "{nowhere:?}");
}

/// Is the page at this address or below it? What is fixed in the address may be open in that of the page.
fn leads_below(at: &str, page: &str) -> bool {
    let mut own = page.split('/');
    at.split('/').all(|fixed| own.next().is_some_and(|open| open == fixed || open.starts_with('{')))
}

async fn doors_do_what_the_table_says(engine: Engine) {
    let scene = Scene::set(engine).await;
    let hub = &scene.hub;
    let pages = pages();
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let ground = Ground { city: base::CityId(city), region: testkit::REGION.to_owned() };
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for right in &hub.parts.rights {
        for at in right.at.iter().filter(|at| pages.iter().any(|path| path == *at)) {
            let path = format!("/en{}", at.replace("{slug}", CITY));
            if path.contains('{') {
                continue;
            }
            for who in Who::ALL.into_iter().filter(|who| *who != Who::Visitor) {
                let client = scene.by(who);
                let actor = actor_of(hub, &client.session().expect("a session")).await;
                let place = at.contains("{slug}").then_some(&ground);
                let (may, status) = (right.holds(&actor, place), client.get(&path).await.status);
                asked += 1;
                if may == (status == 403) {
                    wrong.push(format!("{} at {path} for {}: {status}, may: {may}", right.words, who.name()));
                }
            }
        }
    }
    assert!(asked > 120, "only {asked} doors");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn actor_of(hub: &TestHub, session: &str) -> base::Actor {
    let sessions = hub.parts.sessions.clone().expect("sessions");
    let person = sessions.person(&hub.hub, session).await.expect("an answer").expect("somebody");
    base::Actor::Person(Box::new(person))
}

async fn whoever_may_not_reads_why(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (practitioner, lead) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::CityLead).await);
    let refused = practitioner.get("/en/office/people").await.is(403).shows("Why may I not?").text();
    let why = refused
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|to| to.contains("/account/rights?at=")));
    let page = practitioner.get(why.expect("a link")).await.is(200).main();
    for words in ["Invite people, give and take away roles", "do not allow this", "Central team", "Practitioner, Diffa"]
    {
        assert!(page.contains(words), "{words}");
    }
    // Of a city: how far each role reaches; and that of the own city it may.
    let of_city = format!("/en/account/rights?at=/cities/{CITY}/profile");
    practitioner
        .get(&of_city)
        .await
        .is(200)
        .shows("City lead (Own\u{a0}city)")
        .shows("Diffa")
        .shows("do not allow this");
    lead.get(&of_city).await.is(200).shows("Your roles allow this");
    lead.get(&format!("/en/account/rights?at=/cities/{OTHER_CITY}/profile")).await.is(200).shows("do not allow this");
    // What stands at no address of a right, or at none: the page tells what there is.
    for at in ["/nowhere", "", "/cities", "//office", "/cities/atlantis/profile"] {
        let page = lead.get(&format!("/en/account/rights?at={at}")).await.is(200);
        page.shows("What your roles let you do").hides("Your roles allow this");
    }
    // A city that is no member: its people read why.
    crate::letter_texts::becomes(&hub, CITY, cities::Membership::Suspended).await;
    lead.get("/en/account/rights").await.is(200).shows("Diffa is not a member at the moment");
    hub.visitor().get("/en/account/rights").await.leads_to("/en/sign-in");
    // The table is for those who are asked.
    lead.get("/en/office/rights").await.is(403);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer
        .get("/en/office/rights")
        .await
        .is(200)
        .shows("Own\u{a0}region")
        .shows("Own\u{a0}city")
        .shows("Sign the guiding principles");
}
