//! Organisations through a real hub, on both engines: who enters them, who sees them, and roles that are held for them.

use testkit::{CITY, Client, Engine, OTHER_CITY, PASSWORD, Reply, TestHub, Who, both_engines};

both_engines!(
    an_organisation_is_entered_corrected_and_found,
    what_is_wrong_is_told_and_nothing_is_kept,
    the_same_is_entered_once,
    two_who_enter_the_same_at_once_enter_it_once,
    what_somebody_else_wrote_meanwhile_is_shown,
    a_number_is_held_against_its_register_and_is_nobody_else_s,
    only_the_office_sees_the_network_s,
    a_city_s_own_are_its_people_s_alone,
    a_partner_belongs_to_an_organisation_and_sees_it,
    what_somebody_holds_a_role_for_is_not_removed,
    an_organisation_that_is_no_more_is_offered_no_more,
    a_role_and_a_removal_at_once_leave_no_role_without_its_organisation,
    the_first_ones_are_those_of_the_register_of_funding,
    the_list_leaves_as_files,
);

const LIST: &str = "/en/office/organisations";

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        ::organisations::feature(),
        cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
    ]
}

/// Somebody who has the link of an e-mail.
async fn enters(hub: &TestHub, email: &str) -> Client {
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == email && letter.text.contains("/links/")).expect("a link");
    let client = hub.visitor();
    client.post(&letter.link(), &[("password", PASSWORD)]).await.is(303);
    client
}

const MINISTRY: [(&str, &str); 4] = [
    ("name_en", "Ministry of Example Affairs"),
    ("name_fr", "Ministère de l’Exemple"),
    ("kind", "government"),
    ("country", "NO"),
];

/// The form as it was filled in, with these fields otherwise.
fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = MINISTRY.iter().copied().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    own.chain(others.iter().copied()).collect()
}

async fn add(client: &Client, others: &[(&str, &str)]) -> Reply {
    client.post(&format!("{LIST}/new"), &with(others)).await
}

/// The page of the newest organisation.
async fn newest(hub: &TestHub) -> String {
    let id = hub.number("SELECT MAX(id) AS n FROM organisations").await;
    format!("/en/organisations/{}", base::id::write_id(id))
}

async fn count(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM organisations WHERE source = ''").await
}

async fn an_organisation_is_entered_corrected_and_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let fields =
        [("acronym", "MEA"), ("website", "mea.example"), ("other_lang", "nb"), ("other_name", "Eksempeldepartementet")];
    add(&central, &fields).await.is(303);
    let page = newest(&hub).await;
    central
        .get(&page)
        .await
        .is(200)
        .shows("Ministry of Example Affairs")
        .shows("Ministère de l’Exemple")
        .shows("Eksempeldepartementet")
        .shows("https://mea.example")
        .shows("Norway");
    // Each reader has it in their language, and a language without a name has another.
    central.get(&page.replace("/en/", "/fr/")).await.is(200).shows("<h1>Ministère de l’Exemple</h1>");
    central
        .get(&page.replace("/en/", "/ar/"))
        .await
        .is(200)
        .shows("<h1 lang=\"en\" dir=\"ltr\">Ministry of Example Affairs</h1>");
    // Found by any of its names, and by its kind.
    for q in ["exemple", "eksempel", "mea", "ministry affairs"] {
        central.get(&format!("{LIST}?q={q}")).await.is(200).shows(&page);
    }
    central.get(&format!("{LIST}?kind=company")).await.is(200).hides(&page);
    let form = central.get(&format!("{page}/facts")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let fields = with(&[("name_fr", ""), ("kind", "academic"), ("revision", &revision)]);
    central.post(&format!("{page}/facts"), &fields).await.leads_to(&page);
    central.get(&page).await.is(200).shows("University or research institute").hides("Ministère");
    let acts = "SELECT COUNT(*) AS n FROM audit WHERE action IN ('organisation.added', 'organisation.corrected')";
    assert_eq!(hub.number(acts).await, 2);
}

async fn what_is_wrong_is_told_and_nothing_is_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for (fields, told) in [
        (vec![("name_en", ""), ("name_fr", "")], "Enter a name in at least one language."),
        (vec![("kind", "church")], "Choose"),
        (vec![("country", "XX")], "Choose"),
        (vec![("website", "javascript:alert(1)")], "Enter a web address"),
        (vec![("other_name", "Navn")], "Choose the language of this name"),
        (vec![("other_name", "Nom"), ("other_lang", "fr")], "Choose the language of this name"),
        (vec![("ended_on", "2999-01-01")], "The last day is over already"),
        (vec![("ended_on", "soon")], "Choose a day"),
    ] {
        let reply = add(&central, &fields).await.is(422).shows(told);
        let kept =
            fields.iter().find(|(name, _)| *name == "name_en").map_or("Ministry of Example Affairs", |(_, name)| name);
        reply.shows(kept);
    }
    let long = "x".repeat(400);
    add(&central, &[("name_ar", &long)]).await.is(422).shows("Shorten the name");
    assert_eq!(count(&hub).await, 0);
}

async fn the_same_is_entered_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    add(&central, &[]).await.is(422).shows("There is such an organisation already: Ministry of Example Affairs");
    // In other letters, and in another field.
    add(&central, &[("name_en", "MINISTERE DE L'EXEMPLE"), ("name_fr", "")]).await.is(422);
    // Of another country it is another one.
    add(&central, &[("country", "SE")]).await.is(303);
    assert_eq!(count(&hub).await, 2);
}

async fn two_who_enter_the_same_at_once_enter_it_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for round in 0..3 {
        let name = format!("University {round}");
        let fields = [("name_en", &*name), ("name_fr", "")];
        let (one, other) = tokio::join!(add(&central, &fields), add(&central, &fields));
        let mut status = [one.status, other.status];
        status.sort_unstable();
        assert_eq!(status, [303, 422]);
    }
    assert_eq!(count(&hub).await, 3);
}

async fn what_somebody_else_wrote_meanwhile_is_shown(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let page = format!("{}/facts", newest(&hub).await);
    let revision = central.get(&page).await.is(200).input("revision").expect("a revision");
    central.post(&page, &with(&[("acronym", "ONE"), ("revision", &revision)])).await.is(303);
    let reply = central.post(&page, &with(&[("acronym", "TWO"), ("revision", &revision)])).await.is(409);
    let reply = reply.shows("ONE").shows("value=\"TWO\"");
    let revision = reply.input("revision").expect("the newer one");
    central.post(&page, &with(&[("acronym", "TWO"), ("revision", &revision)])).await.is(303);
}

async fn a_number_is_held_against_its_register_and_is_nobody_else_s(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let one = newest(&hub).await;
    add(&central, &[("country", "SE")]).await.is(303);
    let other = newest(&hub).await;
    let number = |value: &'static str, from: &'static str, until: &'static str| {
        [("scheme", "ror"), ("value", value), ("from_on", from), ("until_on", until)]
    };
    central.post(&one, &number("03yrm5c27", "", "")).await.is(422).shows("This is no number of that register");
    central.post(&one, &number("https://ror.org/03yrm5c26", "2015-01-01", "")).await.leads_to(&one);
    central.get(&one).await.is(200).shows("https://ror.org/03yrm5c26").shows("since 1 January 2015");
    central.post(&other, &number("03yrm5c26", "", "")).await.is(422).shows("the number of another organisation");
    // The same once more changes its days: from then on it may be another's.
    central.post(&one, &number("03yrm5c26", "2015-01-01", "2019-12-31")).await.leads_to(&one);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM organisation_identifiers").await, 1);
    central.post(&other, &number("03yrm5c26", "2019-06-01", "")).await.is(422);
    central.post(&other, &number("03yrm5c26", "2020-01-01", "")).await.leads_to(&other);
    let id = hub.number("SELECT MIN(id) AS n FROM organisation_identifiers").await;
    let gone = format!("{one}/identifiers/{}/remove", base::id::write_id(id));
    // Of another organisation it is not found.
    central.post(&gone.replace(&one, &other), &[]).await.leads_to(&other);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM organisation_identifiers").await, 2);
    central.post(&gone, &[]).await.leads_to(&one);
    central.post(&gone, &[]).await.leads_to(&one);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM organisation_identifiers").await, 1);
}

async fn only_the_office_sees_the_network_s(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let page = newest(&hub).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(LIST).await.is(200).shows("Ministry of Example Affairs").hides(">Enter an organisation<");
    officer.get(&page).await.is(200).hides("/facts");
    officer.get(&format!("{page}/facts")).await.is(403);
    officer.post(&format!("{page}/facts"), &with(&[("revision", "1")])).await.is(403);
    officer.post(&page, &[("scheme", "wikidata"), ("value", "Q1065")]).await.is(403);
    officer.post(&format!("{page}/remove"), &[]).await.is(403);
    add(&officer, &[("country", "SE")]).await.is(403);
    let lead = hub.signed_in(Who::CityLead).await;
    for address in [LIST, "/en/office/organisations.csv", "/en/office/organisations/suggest?q=ministry"] {
        lead.get(address).await.is(403);
    }
    for address in [page.clone(), format!("{page}/facts"), format!("{page}/remove")] {
        lead.get(&address).await.is(404);
    }
    lead.post(&page, &[("scheme", "wikidata"), ("value", "Q1065")]).await.is(404);
    lead.post(&format!("{page}/remove"), &[]).await.is(404);
    hub.visitor().get(&page).await.is(303);
    assert_eq!(count(&hub).await, 1);
}

async fn a_city_s_own_are_its_people_s_alone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let list = format!("/en/cities/{CITY}/organisations");
    lead.get(&list).await.is(200).shows("No organisations yet");
    lead.post(&format!("{list}/new"), &with(&[("name_en", "School of the old town"), ("kind", "academic")]))
        .await
        .is(303);
    let page = newest(&hub).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    practitioner.get(&list).await.is(200).shows("School of the old town").hides(">Enter an organisation<");
    practitioner.get(&page).await.is(200).shows("Diffa").hides("/facts");
    practitioner.post(&format!("{list}/new"), &with(&[])).await.is(403);
    practitioner.post(&format!("{page}/remove"), &[]).await.is(403);
    for who in [Who::Administrator, Who::CentralTeam, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        client.get(&list).await.is(403);
        client.get(&format!("{}.csv", list)).await.is(403);
        client.get(&page).await.is(404);
        client.get(&format!("{page}/facts")).await.is(404);
        client.get(&format!("{LIST}?q=school")).await.is(200).hides("School of the old town");
        assert!(
            !String::from_utf8_lossy(&client.get("/en/office/organisations.csv").await.is(200).body).contains("School")
        );
        client.get("/en/office/organisations/suggest?q=school").await.is(200).hides("School of the old town");
    }
    // Nobody outside of the city holds a role for it, nor knows that it is there.
    let central = hub.signed_in(Who::CentralTeam).await;
    let id = page.trim_start_matches("/en/organisations/").to_owned();
    let invited =
        [("name", "Nora"), ("email", "nora@example.org"), ("lang", "en"), ("role", "partner"), ("organisation", &id)];
    central.post("/en/office/people/invite", &invited).await.is(422).shows("Choose an organisation of the network");
    // Nor looks at the hub as somebody who does: its name would stand on each page.
    let looks = [("role", "partner"), ("organisation", &*id)];
    central.post("/en/office/look", &looks).await.is(422).shows("Choose an organisation of the network");
    // The same name in another city is another one.
    let other = hub.newcomer("ola@example.org", "Ola", "city-lead", OTHER_CITY, "").await;
    other.get(&list).await.is(403);
    other.get(&page).await.is(404);
    let own = format!("/en/cities/{OTHER_CITY}/organisations/new");
    other.post(&own, &with(&[("name_en", "School of the old town"), ("kind", "academic")])).await.is(303);
    lead.post(&format!("{page}/remove"), &[]).await.leads_to(&list);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action LIKE 'organisation%'").await, 0);
}

/// Invites somebody as a partner of the newest organisation.
async fn partner_of_the_newest(hub: &TestHub, central: &Client, email: &str) -> Reply {
    let id = newest(hub).await.trim_start_matches("/en/organisations/").to_owned();
    let invited = [("name", "Nora"), ("email", email), ("lang", "en"), ("role", "partner"), ("organisation", &*id)];
    central.post("/en/office/people/invite", &invited).await
}

async fn a_partner_belongs_to_an_organisation_and_sees_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let page = newest(&hub).await;
    partner_of_the_newest(&hub, &central, "nora@example.org").await.is(303);
    hub.settle().await;
    let letters = hub.letters().await;
    assert!(letters.iter().any(|letter| letter.to == "nora@example.org"), "an invitation");
    let person = hub.page_of("nora@example.org").await;
    central.get(&person).await.is(200).shows("Partner, Ministry of Example Affairs");
    let partner = enters(&hub, "nora@example.org").await;
    partner.get("/en/account").await.is(200).shows("Ministry of Example Affairs");
    partner.get(&page).await.is(200).shows("Ministry of Example Affairs").hides("/facts");
    partner.get(LIST).await.is(403);
    partner.get(&format!("{page}/facts")).await.is(403);
    // Taken, it is none of theirs any more.
    let role = hub.number("SELECT MAX(id) AS n FROM roles WHERE role = 'partner'").await;
    central.post(&format!("{person}/roles/{}/take", base::id::write_id(role)), &[]).await.is(303);
    partner.get(&page).await.is(404);
}

async fn what_somebody_holds_a_role_for_is_not_removed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[]).await.is(303);
    let page = newest(&hub).await;
    partner_of_the_newest(&hub, &central, "nora@example.org").await.is(303);
    central.get(&format!("{page}/remove")).await.is(200).shows("Somebody holds a role").hides("btn--bad");
    central.post(&format!("{page}/remove"), &[]).await.is(409).shows("Somebody holds a role");
    assert_eq!(count(&hub).await, 1);
    let person = hub.page_of("nora@example.org").await;
    let role = hub.number("SELECT MAX(id) AS n FROM roles WHERE role = 'partner'").await;
    central.post(&format!("{person}/roles/{}/take", base::id::write_id(role)), &[]).await.is(303);
    central.post(&format!("{page}/remove"), &[]).await.leads_to(LIST);
    assert_eq!(count(&hub).await, 0);
    central.post(&format!("{page}/remove"), &[]).await.is(404);
}

async fn an_organisation_that_is_no_more_is_offered_no_more(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("ended_on", "2020-12-31")]).await.is(303);
    let page = newest(&hub).await;
    central.get(&page).await.is(200).shows("Is no more since 31 December 2020");
    central.get("/en/office/people/invite").await.is(200).hides("Ministry of Example Affairs");
    partner_of_the_newest(&hub, &central, "nora@example.org").await.is(422).shows("that still exists");
    central.get(LIST).await.is(200).shows("31 December 2020");
}

async fn a_role_and_a_removal_at_once_leave_no_role_without_its_organisation(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for round in 0..3 {
        let country = ["NO", "SE", "DK"][round];
        add(&central, &[("country", country)]).await.is(303);
        let page = newest(&hub).await;
        let email = format!("nora{round}@example.org");
        let remove = format!("{page}/remove");
        tokio::join!(partner_of_the_newest(&hub, &central, &email), central.post(&remove, &[]));
        let orphans = "SELECT COUNT(*) AS n FROM roles r WHERE r.role = 'partner' AND r.scope <> '' AND NOT EXISTS \
                       (SELECT 1 FROM organisations o WHERE CAST(o.id AS TEXT) = r.scope)";
        assert_eq!(hub.number(orphans).await, 0);
    }
}

async fn the_first_ones_are_those_of_the_register_of_funding(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.settle().await;
    let first = "SELECT COUNT(*) AS n FROM organisations WHERE source <> ''";
    let named = hub.number(first).await;
    let network = &hub.hub.network;
    let mut funders: Vec<_> =
        network.funding.iter().filter(|own| own.member.is_empty()).map(|own| &own.funder).collect();
    funders.sort();
    funders.dedup();
    assert_eq!(named, funders.len() as i64, "each once, and no member city");
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&format!("{LIST}?q=norwegian")).await.is(200).shows("Norwegian Ministry of Foreign Affairs");
}

async fn the_list_leaves_as_files(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    add(&central, &[("acronym", "=1+1")]).await.is(303);
    let file = central.get("/fr/office/organisations.csv").await.is(200);
    let text = String::from_utf8_lossy(&file.body);
    assert!(text.contains("Ministère de l’Exemple") && text.contains("'=1+1"), "{text}");
    central.get("/en/office/organisations.xlsx?kind=government").await.is(200);
}
