//! Every route for every role, compared with a snapshot that people review. A route that is not in
//! it fails; `UPDATE_SNAPSHOT=1 cargo test --workspace --test journeys access_matrix` writes it anew.

use std::fmt::Write;

use reqwest::Method;
use store::params;
use testkit::{CITY, Client, Engine, REGION, Reply, Who, both_engines};

use crate::{snapshot, written};
use testkit::scene::Scene;

both_engines!(every_route_for_every_role);

const HEAD: &str = "\
# Who gets what from every address: the status, or `sign-in` where the answer leads there.
# Forms are sent empty: 422 means that the form was looked at, so its sender may use it.
# Reviewed by people. `UPDATE_SNAPSHOT=1 cargo test --workspace --test journeys access_matrix` writes it anew.
";

async fn every_route_for_every_role(engine: Engine) {
    let scene = Scene::set(engine).await;
    let mut found = String::from(HEAD);
    for route in app::routes().listed() {
        let (method, path) = (route.method, route.path.as_str());
        for variant in variants(path) {
            let label = if variant.is_empty() { String::new() } else { format!(" ({variant})") };
            let _ = write!(found, "{method} {path}{label}:");
            for who in Who::ALL {
                let target = target(&scene, path, variant, who).await;
                let reply = ask(&scene, method, path, &target, who).await;
                let _ = write!(found, " {}={}", who.name(), outcome(&reply));
            }
            found.push('\n');
        }
    }
    snapshot::compare("access-matrix.txt", &found);
}

fn outcome(reply: &Reply) -> String {
    if reply.status == 303 && reply.location().contains("/sign-in?next=") {
        "sign-in".to_owned()
    } else {
        reply.status.to_string()
    }
}

/// Where an address is of one document, the matrix holds one line for each access.
pub(crate) fn variants(path: &str) -> &'static [&'static str] {
    match path {
        "/{lang}/library/{id}"
        | "/files/{id}"
        | "/{lang}/library/{id}/edit"
        | "/{lang}/library/{id}/withdraw"
        | "/api/v1/documents/{id}" => &["public", "members", "city", "network", "withdrawn"],
        "/files/{id}/thumbnail" => &["public", "city"],
        "/{lang}/library/{id}/replace" | "/{lang}/library/{id}/restore" => &["public", "city", "network"],
        "/{lang}/office/people/{id}/roles"
        | "/{lang}/office/people/{id}/roles/{role}/take"
        | "/{lang}/office/people/{id}/second-step/take"
        | "/{lang}/office/people/{id}/second-step/keep"
        | "/{lang}/office/people/{id}/erase"
        | "/{lang}/office/people/{id}/erase/keep"
        | "/{lang}/office/people/{id}/deactivate" => &["of a practitioner", "of the central team"],
        "/{lang}/office/enquiries/{id}"
        | "/{lang}/office/enquiries/{id}/owner"
        | "/{lang}/office/enquiries/{id}/region"
        | "/{lang}/office/enquiries/{id}/decide"
        | "/{lang}/office/prospects/{id}"
        | "/{lang}/office/prospects/{id}/facts"
        | "/{lang}/office/prospects/{id}/invite"
        | "/{lang}/office/prospects/{id}/drop"
        | "/{lang}/office/prospects/{id}/resume"
        | "/{lang}/office/prospects/{id}/erase"
        | "/{lang}/office/applications/{id}"
        | "/{lang}/office/applications/{id}/link"
        | "/{lang}/office/applications/{id}/accept"
        | "/{lang}/office/applications/{id}/decline"
        | "/applications/{id}/proof/{file}" => &["of the region", "of another region"],
        "/{lang}/office/members/{slug}/decide/{decision}"
        | "/{lang}/office/members/{slug}/decisions/{id}"
        | "/{lang}/office/principles/{slug}/paper"
        | "/{lang}/office/principles/{slug}/more-time" => &["of the region", "of another region"],
        "/applications/{id}/terms" => &["of the city", "of another city"],
        "/{lang}/organisations/{id}"
        | "/{lang}/organisations/{id}/facts"
        | "/{lang}/organisations/{id}/remove"
        | "/{lang}/organisations/{id}/identifiers/{identifier}/remove" => &["of the network", "of a city"],
        _ => &[""],
    }
}

/// A concrete address; where asking changes something, with something new to change.
pub(crate) async fn target(scene: &Scene, path: &str, variant: &str, who: Who) -> String {
    let path = path.replace("{lang}", "en");
    if path.contains("/people/invitations/{id}") || path.contains("/invitations/{token}") {
        let (id, link) = invitation(scene).await;
        let token = web::guard::token(&scene.hub.hub, "people invitation", link);
        let path = path.replace("{slug}", CITY).replace("{token}", &token);
        return path.replace("{id}", &base::id::write_id(id));
    }
    if path.contains("/imports/{kind}/{ground}") {
        let id = base::id::write_id(import(scene).await);
        return path.replace("{kind}", "colleagues").replace("{ground}", CITY).replace("{id}", &id);
    }
    if path.contains("/breach-reports/{id}") {
        return path.replace("{id}", &base::id::write_id(breach_report(scene).await));
    }
    if path.contains("/membership/{id}/take-back") {
        let id = base::id::write_id(proposal(scene, CITY).await);
        return path.replace("{slug}", CITY).replace("{id}", &id);
    }
    if path.contains("/decide/{decision}") || path.contains("/decisions/{id}") {
        let elsewhere = variant == "of another region";
        if path.contains("/decide/") {
            // Nothing waits about these two.
            let slug = if elsewhere { "oslo" } else { "dakar" };
            return path.replace("{slug}", slug).replace("{decision}", "dormant");
        }
        let slug = if elsewhere { testkit::OTHER_CITY } else { CITY };
        let id = base::id::write_id(proposal(scene, slug).await);
        return path.replace("{slug}", slug).replace("{id}", &id);
    }
    if path.contains("/people/requests/{id}") {
        let id = base::id::write_id(account_request(scene).await);
        return path.replace("{slug}", CITY).replace("{id}", &id);
    }
    if path.contains("/coming/{coming}") {
        let (person, coming) = coming_role(scene).await;
        let path = path.replace("{slug}", CITY).replace("{coming}", &base::id::write_id(coming));
        let person = base::id::write_id(person);
        return path.replace("{id}", &person).replace("{person}", &person);
    }
    if path.contains("/office/people/{id}") || path.contains("/record/{person}") || path.contains("/people/{person}") {
        let role = if variant == "of the central team" { ("central-team", "") } else { ("practitioner", CITY) };
        let email = format!("{}@matrix.example.org", &base::secret::new_secret()[..16]);
        scene.hub.invited(&email, "Somebody Else", role.0, role.1, "").await;
        let id = scene.hub.person(&email).await;
        let role = scene.hub.number(&format!("SELECT id AS n FROM roles WHERE person = {id}")).await;
        let path = path.replace("{slug}", CITY).replace("{person}", &base::id::write_id(id));
        return path.replace("{id}", &base::id::write_id(id)).replace("{role}", &base::id::write_id(role));
    }
    if path.contains("{code}") {
        return path.replace("{code}", "password");
    }
    if path.contains("/organisations/{id}") {
        let city = if variant == "of a city" { Some(CITY) } else { None };
        let (id, identifier) = organisation(scene, city).await;
        let path = path.replace("{identifier}", &base::id::write_id(identifier));
        return path.replace("{id}", &base::id::write_id(id));
    }
    if path.contains("/office/prospects/{id}") || path.contains("/join/invited/{token}") {
        let region = if variant == "of another region" { "europe" } else { REGION };
        let (id, link) = prospect(scene, region, path.contains("/join/")).await;
        let token = web::guard::token(&scene.hub.hub, "membership prospect", link);
        return path.replace("{id}", &base::id::write_id(id)).replace("{token}", &token);
    }
    if path.contains("/office/enquiries/{id}") || path.contains("/join/{token}") {
        let region = if variant == "of another region" { "europe" } else { REGION };
        let id = enquiry(scene, region, "Zinder").await;
        let token = web::guard::token(&scene.hub.hub, "membership enquiry", id);
        return path.replace("{id}", &base::id::write_id(id)).replace("{token}", &token);
    }
    if path.contains("/applications/{id}") || path.contains("/apply/{token}") || path.contains("/principles/sign/") {
        let region = if variant == "of another region" { "europe" } else { REGION };
        let made = match variant {
            "of the city" => applied(scene, region, Some(CITY)).await,
            "of another city" => applied(scene, region, Some(testkit::OTHER_CITY)).await,
            _ if path.contains("/applications/{id}") => applied(scene, region, None).await,
            _ => begun(scene).await,
        };
        let purpose = if path.contains("/apply/") { "membership application" } else { "membership signature" };
        let token = web::guard::token(&scene.hub.hub, purpose, made.link);
        let path = path.replace("/proof/{id}", &format!("/proof/{}", base::id::write_id(made.file)));
        let path = path.replace("{file}", &base::id::write_id(made.file)).replace("{token}", &token);
        return path.replace("{id}", &base::id::write_id(made.application));
    }
    if path.contains("/office/principles/{slug}/") {
        let slug = if variant == "of another region" { testkit::OTHER_CITY } else { CITY };
        asked_to_sign(scene).await;
        return path.replace("{slug}", slug);
    }
    if path.ends_with("/principles/publish") {
        next_version(scene).await;
        return path;
    }
    if path.contains("/principles/signature/{token}") {
        let token = web::guard::token(&scene.hub.hub, "principles signature", sign_link(scene).await);
        return path.replace("{token}", &token);
    }
    if path.contains("/principles/{slug}") {
        return path.replace("{slug}", "2024");
    }
    if path.contains("city-sign-in") || path.contains("/sign-in/city") || path.contains("/{slug}/sign-in") {
        city_idp(scene).await;
    }
    if path.contains("/office/jobs/{id}") {
        let tx = scene.hub.hub.db.begin().await.expect("a transaction");
        let id = tx.new_id();
        let values = params![id, "matrix", "0", tx.now(), true];
        tx.exec(
            "INSERT INTO jobs (id, kind, payload, run_at, created_at, dead) VALUES ($1, $2, $3, $4, $4, $5)",
            values,
        )
        .await
        .expect("a job");
        tx.commit().await.expect("committed");
        return path.replace("{id}", &base::id::write_id(id));
    }
    if path.contains("/office/cities/{id}") {
        let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
        return path.replace("{id}", &base::id::write_id(city));
    }
    if path.contains("pictures/{id}") {
        let id = base::id::write_id(picture(scene).await);
        return path.replace("{id}", &id).replace("{width}", "400");
    }
    if path.contains("/office/editorial/{id}") {
        let title = format!("Matrix {}", &base::secret::new_secret()[..16]);
        let item = written::published(scene, "news", &title).await;
        if path.ends_with("/schedule") {
            draft(scene, &item).await;
        }
        return path.replace("{id}", &item);
    }
    if let Some(kind) = written::kind_at(&path).filter(|_| path.contains("{slug}")) {
        let title = format!("matrix-{}", &base::secret::new_secret()[..16]);
        written::published(scene, kind, &title).await;
        return path.replace("{slug}", &title);
    }
    if path.contains("/links/{secret}") {
        let email = format!("{}-{}@links.example.org", who.name(), &base::secret::new_secret()[..16]);
        let secret = scene.hub.invited(&email, "Somebody New", "practitioner", CITY, "").await;
        return path.replace("{secret}", &secret);
    }
    if path.contains("/{lang}/people/{id}") || path.starts_with("/en/people/{id}") {
        let id = base::id::write_id(shown(scene).await);
        return path.replace("{id}", &id).replace("{number}", &id);
    }
    if path.contains("/account/pressed/") {
        return path.replace("{secret}", &pressed(scene).await);
    }
    if path.contains("/account/passkeys/{id}") {
        return path.replace("{id}", &passkey(scene, who).await);
    }
    if path.contains("{token}") {
        let title = format!("Matrix {}", &base::secret::new_secret()[..16]);
        let item = written::published(scene, "news", &title).await;
        return path.replace("{token}", &token(scene, &path, &item).await);
    }
    let document = match variant {
        "members" => scene.members,
        "city" => scene.own,
        "network" => scene.network,
        "withdrawn" => scene.withdrawn,
        _ => scene.public,
    };
    let slug = if path.contains("/regions/") { REGION } else { CITY };
    let path = path.replace("{source}", "cities").replace("{part}", "1");
    path.replace("{id}", &document.to_string()).replace("{slug}", slug)
}

/// An invitation to work for the city, by its lead: its id, and what its link names.
pub(crate) async fn invitation(scene: &Scene) -> (i64, i64) {
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let by = scene.hub.person(&Who::CityLead.email()).await;
    let email = format!("{}@invited.example.org", &base::secret::new_secret()[..16]);
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let (id, link, sent) = (tx.new_id(), tx.new_id(), tx.now() - chrono::TimeDelta::hours(1));
    let text = "INSERT INTO invitations (id, city, role, email, name, lang, by_person, state, link, sent_at, expires_at) \
                VALUES ($1, $2, 'practitioner', $3, 'Somebody New', 'en', $4, 'open', $5, $6, $7)";
    let until = sent + chrono::TimeDelta::days(7);
    tx.exec(text, params![id, city, email, by, link, sent, until]).await.expect("an invitation");
    tx.commit().await.expect("committed");
    (id, link)
}

/// A table of people of the city that its lead has had looked at.
pub(crate) async fn import(scene: &Scene) -> i64 {
    let by = scene.hub.person(&Who::CityLead.email()).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO imports (id, kind, ground, by_person, file_name, unread, sheets, state, looked_at) \
                VALUES ($1, 'colleagues', $2, $3, 'people.csv', '', 0, 'looked', $4)";
    tx.exec(text, params![id, CITY, by, tx.now()]).await.expect("an import");
    let text =
        "INSERT INTO import_rows (import, line, fields, email, outcome, reasons) VALUES ($1, 2, $2, $3, 'new', '')";
    let email = format!("{}@table.example.org", &base::secret::new_secret()[..16]);
    let fields = format!("[[\"name\",\"Somebody New\"],[\"email\",\"{email}\"]]");
    tx.exec(text, params![id, fields, email]).await.expect("a row");
    tx.commit().await.expect("committed");
    id
}

/// Somebody who is to hold a role for a city, and what is to come.
pub(crate) async fn coming_role(scene: &Scene) -> (i64, i64) {
    let email = format!("{}@coming.example.org", &base::secret::new_secret()[..16]);
    scene.hub.invited(&email, "Somebody Else", "practitioner", CITY, "").await;
    let person = scene.hub.person(&email).await;
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let by = scene.hub.person(&Who::CityLead.email()).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO coming_roles (id, person, role, scope, begins_at, replaces, given_by) VALUES ($1, $2, 'city-lead', $3, $4, TRUE, $5)";
    let begins = tx.now() + chrono::TimeDelta::days(30);
    tx.exec(text, params![id, person, city.to_string(), begins, by]).await.expect("what is to come");
    tx.commit().await.expect("committed");
    (person, id)
}

/// A request for an account that waits for the city's lead.
pub(crate) async fn account_request(scene: &Scene) -> i64 {
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let email = format!("{}@asks.example.org", &base::secret::new_secret()[..16]);
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO account_requests (id, city, email, name, position, reason, lang, state, asked_at) \
                VALUES ($1, $2, $3, 'Somebody New', 'Teacher', 'I teach.', 'en', 'waiting', $4)";
    tx.exec(text, params![id, city, email, tx.now()]).await.expect("a request");
    tx.commit().await.expect("committed");
    id
}

/// A report that waits.
pub(crate) async fn breach_report(scene: &Scene) -> i64 {
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO breach_reports (id, city, text, evidence, name, email, lang, received_at, note) \
                VALUES ($1, $2, 'It keeps a list.', '', 'Ada', 'ada@example.org', 'en', $3, '')";
    tx.exec(text, params![id, city, tx.now()]).await.expect("a report");
    tx.commit().await.expect("committed");
    id
}

/// A proposal to suspend this city: one is enough.
pub(crate) async fn proposal(scene: &Scene, slug: &str) -> i64 {
    let hub = &scene.hub;
    let city = hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{slug}'")).await;
    let open = format!("FROM status_decisions WHERE city = {city} AND state = 'proposed'");
    if hub.number(&format!("SELECT COUNT(*) AS n {open}")).await == 1 {
        return hub.number(&format!("SELECT id AS n {open}")).await;
    }
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO status_decisions (id, city, decision, state, reason, evidence, entered_at, heard_until, note) \
                VALUES ($1, $2, 'suspended', 'proposed', 'As its council said.', '/about', $3, '2026-12-10', '')";
    tx.exec(text, params![id, city, tx.now()]).await.expect("a proposal");
    tx.commit().await.expect("committed");
    id
}

/// A draft of the principles that can be published: one is enough.
pub(crate) async fn next_version(scene: &Scene) {
    if scene.hub.number("SELECT COUNT(*) AS n FROM principles_drafts").await > 0 {
        return;
    }
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text =
        "INSERT INTO principles_drafts (id, name, change, revision, changed_at) VALUES ($1, '2030', 'major', 1, $2)";
    tx.exec(text, params![id, tx.now()]).await.expect("a draft");
    for lang in ["en", "fr", "ar"] {
        let text = "INSERT INTO principles_draft_texts (draft, lang, body, about) VALUES ($1, $2, 'A.', 'New.')";
        tx.exec(text, params![id, lang]).await.expect("its text");
    }
    tx.commit().await.expect("committed");
}

/// Every city is asked to sign the principles in force.
pub(crate) async fn asked_to_sign(scene: &Scene) {
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let text = "UPDATE principles_versions SET grace_until = '2027-03-01' WHERE name = '2024'";
    tx.exec(text, params![]).await.expect("a day");
    let text = "INSERT INTO principles_asked (version, city, until, asked_at) SELECT v.id, c.id, v.grace_until, $1 \
                FROM principles_versions v, cities c WHERE v.name = '2024' ON CONFLICT DO NOTHING";
    tx.exec(text, params![tx.now()]).await.expect("all are asked");
    tx.commit().await.expect("committed");
}

/// A link with which is signed for the city.
pub(crate) async fn sign_link(scene: &Scene) -> i64 {
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let lead = scene.hub.person(&Who::CityLead.email()).await;
    let text = "INSERT INTO principles_links (id, city, made_by, made_at) VALUES ($1, $2, $3, $4)";
    tx.exec(text, params![id, city, lead, tx.now()]).await.expect("a link");
    tx.commit().await.expect("committed");
    id
}

/// An enquiry that waits for the office of this region.
pub(crate) async fn enquiry(scene: &Scene, region: &str, place: &str) -> i64 {
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO enquiries (id, state, place_name, place_written, folded, searched, country, region, kind, name, \
                email, position, mandate, lang, calendar, received_at, counted_from, due_on, days_left, outcome, changed_at) \
                VALUES ($1, 'received', $2, $2, $3, $3, 'NE', $4, 'city', 'A', 'a@example.org', 'Mayor', 'holder', 'en', \
                'central', $5, '2026-11-21', '2026-11-25', 0, '', $5)";
    let folded = base::fold::fold(place);
    tx.exec(text, params![id, place, folded, region, tx.now()]).await.expect("an enquiry");
    tx.commit().await.expect("committed");
    id
}

/// An organisation of this city or of the network, and a number of it.
pub(crate) async fn organisation(scene: &Scene, city: Option<&str>) -> (i64, i64) {
    let city = match city {
        Some(slug) => Some(scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{slug}'")).await),
        None => None,
    };
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let (id, identifier) = (tx.new_id(), tx.new_id());
    let name = format!("University {}", base::id::write_id(id));
    let text = "INSERT INTO organisations (id, city, kind, country, acronym, website, source, name_key, searched, added_at) \
                VALUES ($1, $2, 'academic', 'NE', '', '', '', $3, $4, $5)";
    let (key, folded) = (web::format::sort_key(&name), base::fold::fold(&name));
    tx.exec(text, params![id, city, key, &*folded, tx.now()]).await.expect("an organisation");
    let text = "INSERT INTO organisation_names (organisation, lang, name, folded) VALUES ($1, 'en', $2, $3)";
    tx.exec(text, params![id, &*name, &*folded]).await.expect("its name");
    let text =
        "INSERT INTO organisation_identifiers (id, organisation, scheme, value) VALUES ($1, $2, 'wikidata', 'Q1065')";
    tx.exec(text, params![identifier, id]).await.expect("a number");
    tx.commit().await.expect("committed");
    (id, identifier)
}

/// A prospect of this region, each of another place, and what its invitation names; invited already, or not yet.
pub(crate) async fn prospect(scene: &Scene, region: &str, is_invited: bool) -> (i64, i64) {
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let (id, link) = (tx.new_id(), tx.new_id());
    let text = "INSERT INTO prospects (id, state, place_name, folded, searched, country, region, kind, name, email, position, \
                lang, link, invited_at, added_at, touched_at) VALUES ($1, $2, $3, $3, $3, 'NE', $4, 'city', 'A', \
                'a@example.org', 'Mayor', 'en', $5, $6, $7, $7)";
    let state = if is_invited { "invited" } else { "open" };
    let place = format!("agadez {}", base::id::write_id(id));
    let invited_at = is_invited.then(|| tx.now());
    tx.exec(text, params![id, state, place, region, link, invited_at, tx.now()]).await.expect("a prospect");
    if is_invited {
        let text = "INSERT INTO prospect_notes (id, prospect, kind, text, email, link, at) \
                    VALUES ($1, $2, 'invitation', '', 'a@example.org', $3, $4)";
        tx.exec(text, params![tx.new_id(), id, link, tx.now()]).await.expect("an invitation");
    }
    tx.commit().await.expect("committed");
    (id, link)
}

/// An application with what proves its mandate and its terms of reference.
pub(crate) struct Applied {
    pub(crate) application: i64,
    pub(crate) link: i64,
    pub(crate) file: i64,
}

/// An application that its city sent to the office of this region, or that became this member.
pub(crate) async fn applied(scene: &Scene, region: &str, member: Option<&str>) -> Applied {
    let enquiry = enquiry(scene, region, "Zinder").await;
    let city = match member {
        Some(city) => Some(scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{city}'")).await),
        None => None,
    };
    let staged = scene.hub.hub.blobs.stage_bytes(b"%PDF-1.7 matrix".to_vec()).await.expect("staged");
    let arrival = web::files::arrive(&scene.hub.hub.db, &scene.hub.hub.blobs, &staged).await.expect("arrived");
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let made = Applied { application: tx.new_id(), link: tx.new_id(), file: tx.new_id() };
    tx.exec("UPDATE enquiries SET state = 'invited' WHERE id = $1", params![enquiry]).await.expect("invited");
    let text = "INSERT INTO applications (id, enquiry, link, state, calendar, days_left, outcome, city, terms, changed_at) \
                VALUES ($1, $2, $3, $4, 'central', 0, '', $5, $6, $7)";
    let state = if city.is_some() { "accepted" } else { "submitted" };
    let terms = city.map(|_| arrival.hash());
    let values = params![made.application, enquiry, made.link, state, city, terms, tx.now()];
    tx.exec(text, values).await.expect("an application");
    let text = "INSERT INTO application_files (id, application, hash, format, size, sent_at) VALUES ($1, $2, $3, 'pdf', 15, $4)";
    tx.exec(text, params![made.file, made.application, arrival.hash(), tx.now()]).await.expect("a file");
    let of = store::FileUse::of("application-file", made.file, "file");
    tx.settle_file(&arrival, &of, None).await.expect("settled");
    tx.commit().await.expect("committed");
    made
}

/// One that its city still writes.
pub(crate) async fn begun(scene: &Scene) -> Applied {
    let made = applied(scene, REGION, None).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let draft = "UPDATE applications SET state = 'draft' WHERE id = $1";
    tx.exec(draft, params![made.application]).await.expect("a draft");
    tx.commit().await.expect("committed");
    made
}

/// A provider with which the people of the city may sign in: nobody has the key to its secret, so nobody is sent there.
pub(crate) async fn city_idp(scene: &Scene) {
    let city = scene.hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{CITY}'")).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let text = "INSERT INTO city_idps (id, city, issuer, client_id, sealed, version, state, tested_at, changed_at) \
                VALUES ($1, $2, 'https://login.example.org', 'hub', 'x', $1, 'optional', $3, $3) ON CONFLICT (city) DO NOTHING";
    tx.exec(text, params![tx.new_id(), city, tx.now()]).await.expect("a provider");
    tx.commit().await.expect("committed");
}

/// Somebody who shows themselves to all members, and may be written to.
pub(crate) async fn shown(scene: &Scene) -> i64 {
    let person = scene.hub.person(&Who::Practitioner.email()).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let text = "INSERT INTO person_profiles (person, shown, field, position, profession, about, reachable, folded, revision, \
                changed_at) VALUES ($1, 'members', 'youth', 'Head of youth work', 'Teacher', 'Schools', TRUE, '', 1, $2) \
                ON CONFLICT (person) DO UPDATE SET shown = 'members', reachable = TRUE";
    tx.exec(text, params![person, tx.now()]).await.expect("a profile");
    tx.commit().await.expect("committed");
    person
}

/// A passkey of somebody, as it stands in addresses: its key is none.
pub(crate) async fn passkey(scene: &Scene, who: Who) -> String {
    let who = if who == Who::Visitor { Who::CityLead } else { who };
    let person = scene.hub.person(&who.email()).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO passkeys (id, person, party, handle, credential, name, kept, created_at) \
                VALUES ($1, $2, 'hub.example.org', 'x', $3, 'Phone', '{}', $4)";
    tx.exec(text, params![id, person, base::secret::new_secret(), tx.now()]).await.expect("a passkey");
    tx.commit().await.expect("committed");
    base::id::write_id(id)
}

/// The secret of a link in a letter, which confirms an address.
pub(crate) async fn pressed(scene: &Scene) -> String {
    let (secret, name) = (base::secret::new_secret(), base::secret::new_secret()[..16].to_owned());
    let email = format!("{name}@pressed.example.org");
    scene.hub.invited(&email, "Somebody Else", "practitioner", CITY, "").await;
    let person = scene.hub.person(&email).await;
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO address_changes (id, person, old_email, new_email, asked_at) VALUES ($1, $2, $3, $4, $5)";
    let new = format!("new.{email}");
    tx.exec(text, params![id, person, email.as_str(), new.as_str(), tx.now()]).await.expect("a change");
    let text = "INSERT INTO pressed_links (hash, person, purpose, about, letter, expires_at) \
                VALUES ($1, $2, 'confirm-address', $3, $3, $4)";
    let ends = tx.now() + chrono::TimeDelta::days(1);
    tx.exec(text, params![base::secret::hash(&secret), person, id, ends]).await.expect("a link");
    tx.commit().await.expect("committed");
    secret
}

/// Makes a draft of what is published: only of drafts is it asked when they are to be published.
pub(crate) async fn draft(scene: &Scene, item: &str) {
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = base::id::read_id(item).expect("an id");
    tx.exec("UPDATE editorial_items SET state = 'draft' WHERE id = $1", params![id]).await.expect("a draft");
    tx.commit().await.expect("committed");
}

/// A picture that is described, with a file.
pub(crate) async fn picture(scene: &Scene) -> i64 {
    let blobs = &scene.hub.hub.blobs;
    let staged = blobs.stage_bytes(b"a picture".to_vec()).await.expect("a file");
    blobs.keep(&staged).await.expect("a file that is kept");
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let text = "INSERT INTO pictures (id, width, height, credit, licence, described, created_at) \
                VALUES ($1, 400, 300, 'A. Person', 'own', TRUE, $2)";
    tx.exec(text, params![id, tx.now()]).await.expect("a picture");
    let hash = staged.hash().as_str().to_owned();
    let text = "INSERT INTO picture_files (picture, width, height, hash, size) VALUES ($1, 400, 300, $2, 9)";
    tx.exec(text, params![id, hash]).await.expect("a file of it");
    tx.commit().await.expect("committed");
    id
}

/// The last part of a link that opens: to a preview of this thing, or to confirm a message.
pub(crate) async fn token(scene: &Scene, path: &str, item: &str) -> String {
    let hub = &scene.hub.hub;
    let tx = hub.db.begin().await.expect("a transaction");
    let id = tx.new_id();
    let (statement, purpose) = if path.contains("/preview/") {
        let text = "INSERT INTO editorial_previews (id, item, created_at, ends_at) VALUES ($1, $2, $3, $4)";
        let item = base::id::read_id(item).expect("an id");
        let ends = tx.now() + chrono::TimeDelta::days(1);
        ((text, params![id, item, tx.now(), ends]), "editorial preview")
    } else {
        let text = "INSERT INTO messages (id, name, email, city, lang, text, purpose, confirmed, at) \
                    VALUES ($1, 'A', 'a@example.org', '', 'en', 'Of use to others.', 'share', FALSE, $2)";
        ((text, params![id, tx.now()]), "contact confirm")
    };
    tx.exec(statement.0, statement.1).await.expect("a row");
    tx.commit().await.expect("committed");
    web::guard::token(hub, purpose, id)
}

async fn ask(scene: &Scene, method: &str, path: &str, target: &str, who: Who) -> Reply {
    // Who signs out does so in a browser of their own.
    let fresh: Client;
    let client = if path.ends_with("/sign-out") {
        fresh = scene.hub.signed_in(who).await;
        &fresh
    } else {
        scene.by(who)
    };
    if method == "GET" {
        return client.get(target).await;
    }
    let reply = if path.ends_with("/library/upload") || path.ends_with("/replace") {
        let empty = reqwest::multipart::Form::new().text("title", "");
        client.send(client.request(Method::POST, target).multipart(empty)).await
    } else if path.ends_with("/sign-in") {
        // Guesses for one address are counted.
        client.post(target, &[("email", &who.email()), ("password", "a wrong guess")]).await
    } else {
        client.post(target, &[]).await
    };
    // The next one finds the documents and the city's page as they were.
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE documents SET withdrawn = (id = $1)", params![scene.withdrawn.0]).await.expect("as before");
    tx.exec("DELETE FROM city_profiles", Vec::new()).await.expect("as before");
    tx.commit().await.expect("committed");
    reply
}
