//! Two records of one city become one: nothing of either is lost, forgotten or given to somebody else.

use std::collections::BTreeSet;

use base::{CityId, DocumentId};
use store::params;
use testkit::scene::note;
use testkit::{CITY, Client, Engine, OTHER_CITY, Reply, TestHub, Who, both_engines};
use web::merging::{Held, Merged};

use crate::personal::columns;

both_engines!(
    no_column_with_a_city_in_it_is_forgotten,
    two_city_records_merged_keep_members_signatures_and_histories,
    the_preview_counts_each_table,
    an_address_of_before_leads_on,
    what_stands_in_the_way_is_told_first,
    single_sign_on_of_either_is_dealt_with_first,
    what_stayed_is_not_brought_back_later,
    a_table_that_was_brought_in_goes_along,
    only_the_central_team_merges_and_shows_who_it_is,
    pressed_twice_it_is_done_and_told_once,
    two_who_merge_crosswise_do_not_lose_both,
    what_was_under_way_comes_to_the_other_as_well,
    one_after_the_other_all_lead_to_the_last,
    nobody_is_in_two_places_or_loses_a_role_that_both_records_give,
    what_is_decided_about_a_record_that_ended_stays_its_history,
);

/// Columns that are called as if a city stood in them, and why none does that is a record.
const NO_CITY: [(&str, &str, &str); 4] = [
    ("messages", "city", "a name that somebody typed"),
    ("applications", "enquiry", "an enquiry"),
    ("site_messages", "city", "a name that somebody typed"),
    ("enquiries", "place_name", "a place"),
];

fn names_a_city(column: &str) -> bool {
    column.contains("city") || column == "scope" || column == "audience"
}

async fn no_column_with_a_city_in_it_is_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let known: BTreeSet<(&str, &str)> = hub.parts.city_rows.iter().map(|own| (own.table, own.column)).collect();
    assert_eq!(known.len(), hub.parts.city_rows.len(), "each once");
    let nobody: BTreeSet<(&str, &str)> = NO_CITY.iter().map(|own| (own.0, own.1)).collect();
    let all = columns(&hub).await;
    let is_known = |own: &(String, String)| {
        let own = (own.0.as_str(), own.1.as_str());
        known.contains(&own) || nobody.contains(&own)
    };
    let forgotten: Vec<_> = all.iter().filter(|own| names_a_city(&own.1) && !is_known(own)).collect();
    assert!(forgotten.is_empty(), "a feature has to say in its `city_rows.rs` what becomes of these: {forgotten:?}");
    for own in &hub.parts.city_rows {
        assert!(all.iter().any(|(table, column)| table == own.table && column == own.column), "{own:?}");
    }
}

async fn id_of(hub: &TestHub, slug: &str) -> i64 {
    hub.number(&format!("SELECT id AS n FROM cities WHERE slug = '{slug}'")).await
}

async fn run(hub: &TestHub, sql: &str, values: Vec<store::Value>) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(sql, values).await.expect("done");
    tx.commit().await.expect("committed");
}

const WHY: &str = "Entered twice when the region was brought in.";

async fn merge(client: &Client, ends: &str, kept: &str) -> Reply {
    let fields = [("into", kept), ("reason", WHY), ("sure", "yes")];
    client.post(&format!("/en/cities/{ends}/merge"), &fields).await
}

/// Rows of tables that name this city, beside those that are the record's own.
async fn rows_of(hub: &TestHub, city: i64) -> Vec<(String, i64)> {
    let mut all = Vec::new();
    for own in hub.parts.city_rows.iter().filter(|own| own.merged != Merged::Own) {
        let city = match own.held {
            Held::Number => city.to_string(),
            Held::Text => format!("'{city}'"),
            Held::Slug => format!("(SELECT c.slug FROM cities c WHERE c.id = {city})"),
        };
        let n = hub.number(&format!("SELECT COUNT(*) AS n FROM {} WHERE {} = {city}", own.table, own.column)).await;
        all.push((format!("{}.{}", own.table, own.column), n));
    }
    all
}

/// A record with something in many tables.
async fn filled(hub: &TestHub) -> (Client, Client, DocumentId) {
    let lead = hub.signed_in(Who::CityLead).await;
    let other = hub.newcomer("lead@medellin.example", "Lucía", "city-lead", OTHER_CITY, "").await;
    let (ends, person) = (id_of(hub, OTHER_CITY).await, hub.person("lead@medellin.example").await);
    let own = other
        .uploaded(
            &note("Terraces of the hill", "What only the city reads.").with("access", "city").with("city", OTHER_CITY),
        )
        .await;
    other
        .uploaded(&note("Stairs of the hill", "What members read.").with("access", "members").with("city", OTHER_CITY))
        .await;
    let invite = [("email", "new@medellin.example"), ("name", "Nuevo"), ("lang", "en"), ("role", "practitioner")];
    other.post(&format!("/en/cities/{OTHER_CITY}/people"), &invite).await.is(303);
    let now = hub.hub.now();
    let version = hub.number("SELECT MAX(id) AS n FROM principles_versions").await;
    run(
        hub,
        "INSERT INTO principles_signatures (id, city, version, lang, hash, name, position, named, signed_at) \
         VALUES ($1, $2, $3, 'en', 'h', 'A mayor', 'Mayor', FALSE, $4)",
        params![7_001, ends, version, now],
    )
    .await;
    run(
        hub,
        "INSERT INTO contact_points (id, city, person, kind, position, organisation, from_at, reason) \
         VALUES ($1, $2, $3, 'mandate', 'Mayor', '', $4, '')",
        params![7_002, ends, person, now],
    )
    .await;
    run(
        hub,
        "INSERT INTO findings (id, city, expectation, year, kind, path, note, entered_at) \
         VALUES ($1, $2, 'attend', 2026, 'office', '', 'It came.', $3)",
        params![7_003, ends, now],
    )
    .await;
    run(
        hub,
        "INSERT INTO breach_reports (id, city, text, evidence, name, email, lang, received_at, note) \
         VALUES ($1, $2, 'What was seen.', '', '', '', 'en', $3, '')",
        params![7_004, ends, now],
    )
    .await;
    run(
        hub,
        "INSERT INTO city_profiles (city, lang, summary, website, contact, updated_at) \
         VALUES ($1, 'en', 'Stairs and terraces.', '', '', $2)",
        params![ends, now],
    )
    .await;
    (lead, other, own)
}

async fn two_city_records_merged_keep_members_signatures_and_histories(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, other, own) = filled(&hub).await;
    let (ends, kept) = (id_of(&hub, OTHER_CITY).await, id_of(&hub, CITY).await);
    let (of_ends, of_kept) = (rows_of(&hub, ends).await, rows_of(&hub, kept).await);
    let filled = of_ends.iter().filter(|(_, n)| *n > 0).count();
    assert!(filled >= 10, "{of_ends:?}");
    let central = hub.signed_in(Who::CentralTeam).await;
    // People of one would read what the other keeps for its own: that is an administrator's, as with broken glass.
    merge(&central, OTHER_CITY, CITY).await.is(422).shows("An administrator merges them");
    let central = hub.signed_in(Who::Administrator).await;
    merge(&central, OTHER_CITY, CITY).await.leads_to(&format!("/en/cities/{CITY}?done=merged"));
    let (after_ends, after_kept) = (rows_of(&hub, ends).await, rows_of(&hub, kept).await);
    for (at, (name, before)) in of_ends.iter().enumerate() {
        // Activity and the record grow by the merge itself; what both have stays, or goes.
        let (left, now, had) = (after_ends[at].1, after_kept[at].1, of_kept[at].1);
        assert!(left + now >= before + had, "{name}: {before} and {had} became {left} and {now}");
        let kept = ["status_decisions.city", "principles_extensions.city"].contains(&name.as_str());
        let stays = kept || name == "city_profiles.city" && had > 0;
        assert!(left == 0 || stays, "{name}: {left} are left");
    }
    // People of both work for it, and see what is the city's own.
    other.get("/en/workspace").await.is(200).shows("Diffa");
    lead.get(&format!("/en/cities/{CITY}/people")).await.is(200).shows("Lucía").shows("new@medellin.example");
    hub.settle().await;
    hub.follow().await;
    lead.get(&format!("/en/library/{own}")).await.is(200).shows("Terraces of the hill");
    lead.get("/en/library?q=terraces").await.is(200).shows(&own.to_string());
    hub.visitor().get("/en/library?q=terraces").await.is(200).hides(&own.to_string());
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Record of a city merged with another one");
    // One member less, and nobody finds the other any more.
    hub.visitor().get("/en/cities?q=medell").await.is(200).hides("/en/cities/medellin");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE membership = 'active'").await, 111);
    central.get(&format!("/en/cities/{CITY}/merge")).await.is(200).shows(WHY).shows("/cities/medellin");
}

async fn the_preview_counts_each_table(engine: Engine) {
    let hub = TestHub::start(engine).await;
    filled(&hub).await;
    let central = hub.signed_in(Who::Administrator).await;
    let (ends, before) = (id_of(&hub, OTHER_CITY).await, hub.dump().await);
    let page = central.get(&format!("/en/cities/{OTHER_CITY}/merge?into={CITY}")).await.is(200);
    let text = page.text();
    let shown = |words: &str| {
        let (_, after) = text.split_once(&format!(">{words}<")).unwrap_or_else(|| panic!("{words}"));
        let cells = after.split("</td>").take(2).map(|cell| cell.rsplit('>').next().unwrap_or_default());
        cells.filter_map(|cell| cell.parse::<u64>().ok()).collect::<Vec<_>>()
    };
    assert_eq!(shown("City-only documents"), [1, 0]);
    assert_eq!(shown("Signatures of the principles"), [1, 0]);
    assert_eq!(shown("Points of contact"), [1, 0]);
    assert_eq!(shown("Breach reports"), [1, 0]);
    assert_eq!(shown("People and their roles"), [1, 0]);
    let counted = web::merging::counted(&hub.hub.db.read(), &hub.parts.city_rows, CityId(ends), CityId(1)).await;
    let total: u64 = counted.expect("counted").iter().map(|own| own.moved + own.stay).sum();
    let of_ends: i64 = rows_of(&hub, ends).await.iter().map(|(_, n)| *n).sum();
    assert_eq!(total, of_ends.unsigned_abs());
    assert_eq!(hub.dump().await, before, "to look changes nothing");
}

async fn an_address_of_before_leads_on(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = hub.newcomer("lead@medellin.example", "Lucía", "city-lead", OTHER_CITY, "").await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    let visitor = hub.visitor();
    let page = visitor.get("/en/cities/medellin?x=1").await.is(301);
    assert!(page.location().starts_with("/en/cities/diffa"), "{}", page.location());
    assert_eq!(visitor.get("/ar/cities/medellin").await.is(301).location(), "/ar/cities/diffa");
    assert_eq!(visitor.get("/api/v1/cities/medellin").await.is(301).location(), "/api/v1/cities/diffa");
    assert_eq!(lead.get("/en/cities/medellin/people").await.is(301).location(), "/en/cities/diffa/people");
    // A form that was open is given back: what was written of one record is not meant of the other.
    let day = hub.hub.network.calendar_of(testkit::REGION).day_of(hub.hub.now()).to_string();
    let leaves = [("from", day.as_str()), ("reason", "We are there twice."), ("evidence", ""), ("sure", "yes")];
    lead.post("/en/cities/medellin/membership/withdraw", &leaves).await.is(409).shows("We are there twice.");
    let profile = [("in", "en"), ("summary", "Of the other."), ("website", ""), ("contact", ""), ("revision", "0")];
    lead.post("/en/cities/medellin/profile", &profile).await.is(409).shows("Of the other.");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE slug = 'diffa' AND membership = 'active'").await, 1);
    visitor.get("/api/v1/documents?city=medellin").await.is(200);
    visitor.get("/en/library?city=medellin").await.is(200);
    // Where it leads is seen by those who see that: a record that is no member leads visitors nowhere.
    run(&hub, "UPDATE cities SET membership = 'withdrawn' WHERE slug = $1", params![CITY]).await;
    visitor.get("/en/cities/medellin").await.is(404);
    central.get("/en/cities/medellin").await.is(301);
}

async fn what_stands_in_the_way_is_told_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let (ends, now) = (id_of(&hub, OTHER_CITY).await, hub.hub.now());
    let refused = async |what: &str, kept: &str| {
        let before = hub.dump().await;
        merge(&central, OTHER_CITY, kept).await.is(422).shows(what);
        central.get(&format!("/en/cities/{OTHER_CITY}/merge?into={kept}")).await.is(200).shows(what);
        assert_eq!(hub.dump().await, before, "{what}");
    };
    refused("This is the same record", OTHER_CITY).await;
    run(&hub, "UPDATE cities SET membership = 'withdrawn' WHERE slug = $1", params![CITY]).await;
    refused("Keep this one instead", CITY).await;
    run(&hub, "UPDATE cities SET membership = 'active' WHERE slug = $1", params![CITY]).await;
    run(&hub, "UPDATE cities SET membership = 'suspended' WHERE slug = $1", params![OTHER_CITY]).await;
    refused("End the suspension first", CITY).await;
    run(&hub, "UPDATE cities SET membership = 'active' WHERE slug = $1", params![OTHER_CITY]).await;
    run(
        &hub,
        "INSERT INTO status_decisions (id, city, decision, state, reason, evidence, entered_at, note) \
         VALUES (8001, $1, 'suspended', 'proposed', 'Why.', '', $2, '')",
        params![ends, now],
    )
    .await;
    refused("A decision about the membership of this record waits", CITY).await;
    run(&hub, "UPDATE status_decisions SET state = 'dropped' WHERE id = $1", params![8_001]).await;
    hub.signed_in(Who::Administrator).await;
    let person = hub.person(&Who::Administrator.email()).await;
    let until = now + chrono::TimeDelta::minutes(30);
    run(
        &hub,
        "INSERT INTO glass_openings (id, person, city, reason, opened_at, until) VALUES (8002, $1, $2, 'Why.', $3, $4)",
        params![person, ends, now, until],
    )
    .await;
    refused("has this record’s own documents open", CITY).await;
    hub.clock.jump(chrono::TimeDelta::minutes(31));
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
}

async fn single_sign_on_of_either_is_dealt_with_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for (slug, state, told) in [
        (OTHER_CITY, "optional", "This record has single sign-on"),
        (CITY, "required", "of the record that is kept is required"),
    ] {
        run(
            &hub,
            "INSERT INTO city_idps (id, city, issuer, client_id, sealed, version, state, tested_at, changed_at) \
             VALUES (8003, $1, 'https://login.example.org', 'hub', 'x', 1, $2, $3, $3)",
            params![id_of(&hub, slug).await, state, hub.hub.now()],
        )
        .await;
        merge(&central, OTHER_CITY, CITY).await.is(422).shows(told);
        run(&hub, "DELETE FROM city_idps WHERE id = $1", params![8_003]).await;
    }
    merge(&central, OTHER_CITY, CITY).await.is(303);
}

async fn what_stayed_is_not_brought_back_later(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (ends, kept) = (id_of(&hub, OTHER_CITY).await, id_of(&hub, CITY).await);
    for (id, city) in [(8_201, ends), (8_202, kept)] {
        let text = "INSERT INTO agreed_expectations (id, city, expectation, agreed_at) VALUES ($1, $2, 'host', $3)";
        run(&hub, text, params![id, city, hub.hub.now()]).await;
    }
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    // The city does not want it any more: what stayed with the other record brings it back by no later look.
    let ended = "UPDATE agreed_expectations SET ended_at = $1 WHERE id = 8202";
    run(&hub, ended, params![hub.hub.now()]).await;
    hub.clock.jump(chrono::TimeDelta::hours(27));
    hub.settle().await;
    let of = format!("SELECT COUNT(*) AS n FROM agreed_expectations WHERE city = {kept} AND ended_at IS NULL");
    assert_eq!(hub.number(&of).await, 0);
}

async fn a_table_that_was_brought_in_goes_along(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.newcomer("lead@medellin.example", "Lucía", "city-lead", OTHER_CITY, "").await;
    let table = testkit::Upload::new("", "people.csv", "Name,E-mail address\nMaría,maria@medellin.example\n");
    let place = lead.send_files(&format!("/en/imports/colleagues/{OTHER_CITY}"), &table).await.is(303);
    let place = place.location().to_owned();
    lead.post(&format!("{place}/take"), &[]).await.is(303);
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    let now = lead.get(&place).await.is(301).location().to_owned();
    lead.get(&now).await.is(200).shows("maria@medellin.example");
    lead.post(&format!("{now}/undo"), &[]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'open'").await, 0);
}

async fn only_the_central_team_merges_and_shows_who_it_is(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let page = format!("/en/cities/{CITY}/merge");
    let before = hub.number("SELECT COUNT(*) AS n FROM city_merges").await;
    for who in [Who::CityLead, Who::Practitioner, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        client.get(&page).await.is(403);
        merge(&client, CITY, OTHER_CITY).await.is(403);
    }
    hub.visitor().get(&page).await.leads_to("/en/sign-in");
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.clock.jump(chrono::TimeDelta::minutes(20));
    let fields = [("into", OTHER_CITY), ("reason", WHY), ("sure", "yes")];
    central.post_plainly(&page, &fields).await.is(307);
    for (field, value, told) in [
        ("reason", "", "Why they are one city"),
        ("sure", "", "Tick the box"),
        ("into", "no-such", "Choose the record"),
    ] {
        let mut fields = fields;
        for own in &mut fields {
            if own.0 == field {
                own.1 = value;
            }
        }
        central.post(&page, &fields).await.is(422).shows(told);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_merges").await, before);
}

async fn pressed_twice_it_is_done_and_told_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    merge(&central, OTHER_CITY, CITY).await.leads_to(&format!("/en/cities/{CITY}?done=merged"));
    hub.follow_events().await;
    hub.settle().await;
    let letters = hub.letters().await;
    let told: Vec<_> = letters.iter().filter(|letter| letter.subject.contains("now has one record")).collect();
    let mut to: Vec<&str> = told.iter().map(|letter| letter.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, [Who::CityLead.email(), Who::RegionalOfficer.email()], "{to:?}");
    assert!(told[0].text.contains("/en/cities/diffa"), "{}", told[0].text);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_merges").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'city.merged'").await, 1);
}

async fn two_who_merge_crosswise_do_not_lose_both(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (one, two) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let (there, back) = tokio::join!(merge(&one, OTHER_CITY, CITY), merge(&two, CITY, OTHER_CITY));
    let mut done = [there.status, back.status];
    done.sort_unstable();
    assert_eq!(done[0], 303, "{done:?}");
    assert!(done[1] == 404 || done[1] == 422, "{done:?}");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_merges").await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE membership = 'merged'").await, 1);
}

async fn what_was_under_way_comes_to_the_other_as_well(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (ends, kept) = (id_of(&hub, OTHER_CITY).await, id_of(&hub, CITY).await);
    let central = hub.signed_in(Who::CentralTeam).await;
    let id = central.uploaded(&note("Late over a slow line", "Words.").with("access", "members")).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    run(&hub, "UPDATE documents SET city = $1 WHERE id = $2", params![ends, id.0]).await;
    hub.clock.jump(chrono::TimeDelta::minutes(16));
    hub.settle().await;
    let now = hub.number(&format!("SELECT city AS n FROM documents WHERE id = {}", id.0)).await;
    assert_eq!(now, kept);
}

async fn one_after_the_other_all_lead_to_the_last(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.newcomer("lead@medellin.example", "Lucía", "city-lead", OTHER_CITY, "").await;
    merge(&central, OTHER_CITY, "oslo").await.is(303);
    merge(&central, "oslo", CITY).await.is(303);
    let visitor = hub.visitor();
    for before in ["medellin", "oslo"] {
        assert_eq!(visitor.get(&format!("/en/cities/{before}")).await.is(301).location(), "/en/cities/diffa");
    }
    let page = central.get(&format!("/en/cities/{CITY}/merge")).await.is(200);
    page.shows("/cities/oslo").shows("/cities/medellin");
    let scope = id_of(&hub, CITY).await;
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM roles WHERE scope = '{scope}'")).await, 1);
}

async fn nobody_is_in_two_places_or_loses_a_role_that_both_records_give(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (ends, kept) = (id_of(&hub, OTHER_CITY).await, id_of(&hub, CITY).await);
    let (person, now) = (hub.person(&Who::CityLead.email()).await, hub.hub.now());
    for role in ["city-lead", "practitioner"] {
        run(
            &hub,
            "INSERT INTO roles (id, person, role, scope, granted_at) VALUES ($1, $2, $3, $4, $5)",
            params![8_100 + role.len() as i64, person, role, ends.to_string(), now],
        )
        .await;
    }
    // At the record that is kept it would be over tomorrow.
    let soon = hub.hub.now() + chrono::TimeDelta::days(1);
    run(&hub, "UPDATE roles SET ends_at = $1 WHERE scope = $2", params![soon, kept.to_string()]).await;
    let coming = "INSERT INTO coming_roles (id, person, role, scope, begins_at, replaces, given_by) \
                  VALUES (8301, $1, 'practitioner', $2, $3, TRUE, $1)";
    run(&hub, coming, params![person, ends.to_string(), soon]).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM coming_roles WHERE replaces").await,
        0,
        "nothing is taken of them"
    );
    let of = |city: i64| format!("SELECT COUNT(*) AS n FROM roles WHERE person = {person} AND scope = '{city}'");
    let ends_at = format!("SELECT COUNT(*) AS n FROM roles WHERE person = {person} AND ends_at IS NOT NULL");
    assert_eq!(hub.number(&ends_at).await, 0, "the one that lasts longer is kept");
    assert_eq!((hub.number(&of(ends)).await, hub.number(&of(kept)).await), (0, 2));
    lead.get(&format!("/en/cities/{CITY}/people")).await.is(200);
}

async fn what_is_decided_about_a_record_that_ended_stays_its_history(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (ends, now) = (id_of(&hub, OTHER_CITY).await, hub.hub.now());
    run(
        &hub,
        "INSERT INTO status_decisions (id, city, decision, state, from_day, reason, evidence, entered_at, note, applied_at) \
         VALUES (8001, $1, 'dormant', 'decided', '2026-12-01', 'No word for a year.', '', $2, '', $2)",
        params![ends, now],
    )
    .await;
    let central = hub.signed_in(Who::CentralTeam).await;
    merge(&central, OTHER_CITY, CITY).await.is(303);
    let page = central.get(&format!("/en/office/members/{CITY}")).await.is(200);
    page.shows("No word for a year.").shows("About a record that was merged into this one").shows("Active");
    // And how the other one stands does not follow from it.
    central.get("/en/office/members?status=dormant").await.is(200).hides("Diffa");
}
