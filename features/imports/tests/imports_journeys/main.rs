//! Tables that people bring in, over HTTP.

use chrono::TimeDelta;
use rust_xlsxwriter::Workbook;
use testkit::{CITY, Client, Engine, OTHER_CITY, Reply, Setup, TestHub, Upload, Who};

testkit::both_engines!(
    a_lead_invites_from_a_file_after_looking,
    csv_with_bom_trailing_newline_and_a_name_twice_invites_all_once,
    run_twice_nothing_is_done_twice,
    a_table_without_roles_gives_nobody_another,
    a_city_of_the_same_name_is_asked_for,
    bad_rows_are_told_and_the_others_are_taken,
    what_is_no_table_is_told_and_nothing_is_kept,
    a_workbook_is_read,
    an_import_is_taken_back,
    two_who_press_at_once_do_it_once,
    what_broke_off_is_gone_on_with,
    only_those_who_may_bring_it_in_see_it,
    contacts_come_in_and_what_went_out_changes_nothing,
    whom_a_table_names_is_erased_with_their_account,
    old_tables_are_forgotten,
    too_many_wait_for_tomorrow,
    one_who_was_invited_too_often_stops_no_other,
    nothing_is_taken_for_a_city_that_is_no_member_any_more,
);

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
        imports::feature(),
    ]
}

fn colleagues() -> String {
    format!("/en/imports/colleagues/{CITY}")
}

const CONTACTS: &str = "/en/imports/contacts/network";

async fn sends(client: &Client, path: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Reply {
    client.send_files(path, &Upload::new("", name, bytes)).await
}

/// Sends a table that can be read; answers the address of what was looked at.
async fn looked(client: &Client, path: &str, table: impl Into<Vec<u8>>) -> String {
    let place = sends(client, path, "people.csv", table).await.is(303).location().to_owned();
    assert!(place.starts_with(path), "{place}");
    place
}

async fn press(client: &Client, place: &str, what: &str) -> Reply {
    client.post(&format!("{place}/{what}"), &[]).await
}

async fn open(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'open'").await
}

async fn a_lead_invites_from_a_file_after_looking(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&format!("/en/cities/{CITY}/people")).await.is(200).shows(&colleagues());
    lead.get(&colleagues()).await.is(200).shows("Nothing is done when you send it").shows("E-mail address");
    let table = "Name,E-mail address,Role,Department\nMariam Issoufou,mariam@example.org,Practitioner,Youth\nAli Baba,ALI@example.org,city-lead,\n";
    let place = looked(&lead, &colleagues(), table).await;
    let page = lead
        .get(&place)
        .await
        .is(200)
        .shows("What would be done")
        .shows("Invite these people")
        .shows("mariam@example.org");
    page.shows("Not read: ").shows("Department");
    assert_eq!(open(&hub).await, 0, "it was looked at only");
    assert!(hub.letters().await.is_empty());
    press(&lead, &place, "take").await.leads_to(&place);
    let page = lead.get(&place).await.is(200).shows("What was done").hides("Invite these people");
    page.shows("Take 2 rows back");
    hub.settle().await;
    let mut to: Vec<String> = hub.letters().await.into_iter().map(|letter| letter.to).collect();
    to.sort();
    assert_eq!(to, ["ali@example.org", "mariam@example.org"]);
    let leads =
        hub.number("SELECT COUNT(*) AS n FROM invitations WHERE role = 'city-lead' AND email = 'ali@example.org'");
    assert_eq!(leads.await, 1);
    lead.get(&colleagues()).await.is(200).shows("people.csv").shows("Example city-lead");
    // Each is on the city's own record, and the whole on the hub's.
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Colleague invited");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'import.done'").await, 1);
}

async fn csv_with_bom_trailing_newline_and_a_name_twice_invites_all_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let table = "\u{feff}\"name\";\"email\"\r\n\"Ada\";\"ada@example.org\"\r\n\"Ada\";\"Ada@Example.org \"\r\n\"Grace; the second\";\"grace@example.org\"\r\n\r\n;\r\n";
    let place = looked(&lead, &colleagues(), table).await;
    let page =
        lead.get(&place).await.is(200).shows("Invite these people").shows("The same as line 2: only that line counts.");
    page.shows("Grace; the second");
    press(&lead, &place, "take").await.leads_to(&place);
    assert_eq!(open(&hub).await, 2);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM import_rows").await, 3, "each row is told");
}

async fn run_twice_nothing_is_done_twice(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let table = format!("name,email\nAda,ada@example.org\nAs they call themselves,{}\n", Who::Practitioner.email());
    let first = looked(&lead, &colleagues(), table.clone()).await;
    press(&lead, &first, "take").await.leads_to(&first);
    let again = looked(&lead, &colleagues(), table).await;
    assert_ne!(again, first);
    lead.get(&again).await.is(200).shows("Already there").hides("Invite these people");
    press(&lead, &again, "take").await.leads_to(&again);
    press(&lead, &first, "take").await.leads_to(&first);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE email = 'ada@example.org'").await, 1);
}

async fn a_table_without_roles_gives_nobody_another(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let table = format!("name,email\nExample city-lead,{}\n", Who::CityLead.email());
    let place = looked(&lead, &colleagues(), table).await;
    lead.get(&place).await.is(200).shows("Already there").hides("Invite these people");
    let place = looked(&lead, &colleagues(), "name,email,role\nAda,ada@example.org,city-lead\n").await;
    press(&lead, &place, "take").await.leads_to(&place);
    let again = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\n").await;
    lead.get(&again).await.is(200).shows("Already there");
    let other = looked(&lead, &colleagues(), "name,email,role\nAda,ada@example.org,practitioner\n").await;
    lead.get(&other).await.is(200).shows("They are invited already, for another role");
}

async fn a_city_of_the_same_name_is_asked_for(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    // What stands for one city in an address is the name of another.
    tx.exec("UPDATE cities SET slug = 'medellin-co' WHERE slug = 'medellin'", vec![]).await.expect("a slug");
    tx.exec("UPDATE cities SET slug = 'medellin' WHERE slug = 'oslo'", vec![]).await.expect("a slug");
    tx.commit().await.expect("a commit");
    let table = "city,name,email\nMedellín,Ada,ada@example.org\nmedellin,Bea,bea@example.org\nMedellín (medellin-co),Grace,grace@example.org\n";
    let place = looked(&administrator, CONTACTS, table).await;
    let page = administrator.get(&place).await.is(200).shows("Several cities have this name").shows("Oslo (medellin)");
    page.shows("Medellín (medellin-co)");
    press(&administrator, &place, "take").await.leads_to(&place);
    // As it is written it is the name of one of them alone.
    let of = "SELECT COUNT(*) AS n FROM invitations i JOIN cities c ON c.id = i.city WHERE c.slug = 'medellin-co'";
    assert_eq!((open(&hub).await, hub.number(of).await), (2, 2));
}

async fn bad_rows_are_told_and_the_others_are_taken(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let table = "name,email,role,lang\n,nameless@example.org,,\nNo address,nobody,,\nA queen,queen@example.org,central-team,\n\
                 Jean,jean@example.org,praticien,tlh\nToo,many@example.org,practitioner,en,x\nAda,ada@example.org,City lead,Français\n";
    let place = looked(&lead, &colleagues(), table).await;
    let page = lead.get(&place).await.is(200).shows("Invite these people").shows("“central-team” is no role");
    page.shows("“tlh” is no language of the hub").shows("It has 5 cells, but there are 4 columns");
    press(&lead, &place, "take").await.leads_to(&place);
    let found = hub.number(
        "SELECT COUNT(*) AS n FROM invitations WHERE role = 'city-lead' AND lang = 'fr' AND email = 'ada@example.org'",
    );
    assert_eq!(found.await, 1);
    assert_eq!(open(&hub).await, 1);
    // What is wrong is said in the language of whoever reads it.
    lead.get(&place.replacen("/en/", "/fr/", 1)).await.is(200).shows("Laissée de côté").shows("n’est pas un rôle");
}

async fn what_is_no_table_is_told_and_nothing_is_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let many = format!("name,email\n{}", "A,a@example.org\n".repeat(501));
    let none: &[(&str, Vec<u8>, &str)] = &[
        ("empty.csv", Vec::new(), "id=\"file-error\""),
        ("columns.csv", b"nom,courriel\nA,a@example.org\n".to_vec(), "does not name these columns"),
        ("twice.csv", b"name,email,Name\nA,a@example.org,B\n".to_vec(), "is there twice"),
        ("head.csv", b"name,email\n".to_vec(), "There is no row below the first line"),
        ("many.csv", many.into_bytes(), "A table has 500 rows at most"),
        ("broken.xlsx", b"PK\x03\x04 and nothing".to_vec(), "This is no table that can be read"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "id=\"file-error\""),
    ];
    for (name, bytes, said) in none {
        sends(&lead, &colleagues(), name, bytes.clone()).await.is(422).shows(said);
    }
    let large = vec![b'a'; 5_100_000];
    sends(&lead, &colleagues(), "large.csv", large).await.is(422).shows("id=\"file-error\"");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM imports").await, 0);
}

fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (2..).zip(rows) {
        for (column, cell) in (1..).zip(*cells) {
            sheet.write_string(row, column, *cell).expect("a cell");
        }
    }
    let second = book.add_worksheet();
    second.write_string(0, 0, "More").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

async fn a_workbook_is_read(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let book = workbook(&[&["الاسم", "البريد الإلكتروني"], &["مريم", "mariam@example.org"], &["=1+1", "x@example.org"]]);
    let head = lead.get(&colleagues().replacen("/en/", "/ar/", 1)).await.is(200);
    head.shows("الاسم").shows("البريد الإلكتروني");
    let place = sends(&lead, &colleagues(), "people.xlsx", book).await.is(303).location().to_owned();
    let page = lead.get(&place).await.is(200).shows("Invite these people").shows("مريم").shows("=1+1");
    page.shows("The workbook has one more sheet");
}

async fn an_import_is_taken_back(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\nGrace,grace@example.org\n").await;
    press(&lead, &place, "undo").await.is(409);
    press(&lead, &place, "take").await.leads_to(&place);
    hub.settle().await;
    let letters = hub.letters().await;
    let own = letters.iter().find(|letter| letter.to == "ada@example.org").expect("a letter");
    let ada = hub.visitor();
    ada.post(&own.link(), &[("name", "Ada"), ("password", testkit::PASSWORD)]).await.is(303);
    press(&lead, &place, "undo").await.leads_to(&place);
    lead.get(&place).await.is(200).shows("Somebody has gone on with it").shows("Taken back").hides("Take 1 row back");
    assert_eq!(open(&hub).await, 0);
    ada.get(&format!("/en/cities/{CITY}/people")).await.is(200);
    press(&lead, &place, "undo").await.leads_to(&place);
    press(&lead, &place, "take").await.is(409).shows("This is how it stands now");
    // The same table comes in again.
    let again = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\nGrace,grace@example.org\n").await;
    lead.get(&again).await.is(200).shows("Invite these people").shows("Already there");
}

async fn two_who_press_at_once_do_it_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let rows: String = (0..12).map(|number| format!("P{number},p{number}@example.org\n")).collect();
    let place = looked(&lead, &colleagues(), format!("name,email\n{rows}")).await;
    let (one, two) = tokio::join!(press(&lead, &place, "take"), press(&lead, &place, "take"));
    assert!([one.status, two.status].iter().all(|status| *status == 303), "{} {}", one.status, two.status);
    assert_eq!(open(&hub).await, 12);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'import.done'").await, 1);
    let (one, two) = tokio::join!(press(&lead, &place, "undo"), press(&lead, &place, "take"));
    assert!([one.status, two.status].iter().all(|status| [303, 409].contains(status)), "{} {}", one.status, two.status);
    press(&lead, &place, "undo").await.leads_to(&place);
    assert_eq!(open(&hub).await, 0, "what was taken back stays so");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM import_rows WHERE outcome = 'undone'").await, 12);
}

async fn what_broke_off_is_gone_on_with(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\nGrace,grace@example.org\n").await;
    press(&lead, &place, "take").await.leads_to(&place);
    // As it stands where the hub stopped between two rows.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE import_rows SET outcome = 'new', thing = NULL WHERE line = 3", vec![]).await.expect("a row");
    tx.exec("DELETE FROM invitations WHERE email = 'grace@example.org'", vec![]).await.expect("an invitation");
    tx.commit().await.expect("a commit");
    lead.get(&place).await.is(200).shows("One row waits still").shows("Invite these people");
    press(&lead, &place, "take").await.leads_to(&place);
    assert_eq!(open(&hub).await, 2);
}

async fn only_those_who_may_bring_it_in_see_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\n").await;
    for (who, status) in
        [(Who::OtherLead, 403), (Who::Practitioner, 403), (Who::CentralTeam, 403), (Who::RegionalOfficer, 403)]
    {
        let other = hub.signed_in(who).await;
        for path in [colleagues(), place.clone()] {
            assert_eq!(other.get(&path).await.status, status, "{who:?} {path}");
        }
        for what in ["take", "undo", "discard"] {
            assert_eq!(press(&other, &place, what).await.status, status, "{who:?} {what}");
        }
        assert_eq!(sends(&other, &colleagues(), "x.csv", "name,email\nA,a@example.org\n").await.status, status);
    }
    hub.visitor().get(&place).await.leads_to("/en/sign-in");
    // By way of their own city somebody else's table is none.
    let other = hub.signed_in(Who::OtherLead).await;
    let id = place.rsplit('/').next().expect("an id");
    let elsewhere = format!("/en/imports/colleagues/{OTHER_CITY}/{id}");
    other.get(&elsewhere).await.is(404);
    press(&other, &elsewhere, "take").await.is(404);
    press(&other, &elsewhere, "discard").await.is(303);
    lead.get(&place).await.is(200);
    for path in [CONTACTS, "/en/imports/contacts/diffa", "/en/imports/nothing/network"] {
        let status = if path == CONTACTS { 403 } else { 404 };
        assert_eq!(lead.get(path).await.status, status, "{path}");
    }
    press(&lead, &place, "discard").await.leads_to(&colleagues());
    lead.get(&place).await.is(404);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM import_rows").await, 0);
}

async fn contacts_come_in_and_what_went_out_changes_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::OtherLead).await;
    let table = format!(
        "City,Name,E-mail address,Role\nDiffa,Ada,ada@example.org,Practitioner\n{OTHER_CITY},Ada,ada@example.org,City lead\nNowhere,B,b@example.org,practitioner\n,C,c@example.org,practitioner\n"
    );
    let place = looked(&administrator, CONTACTS, table).await;
    let page =
        administrator.get(&place).await.is(200).shows("Invite these people").shows("There is no member “Nowhere”");
    page.shows("id=\"rows\"");
    press(&administrator, &place, "take").await.leads_to(&place);
    assert_eq!(open(&hub).await, 2, "one person, two cities");
    // What goes out comes in again, in any language of the hub.
    for lang in ["en", "fr", "ar"] {
        let list = administrator.get(&format!("/{lang}/office/contacts.csv")).await.is(200);
        let path = format!("/{lang}/imports/contacts/network");
        let place = looked(&administrator, &path, list.body.clone()).await;
        let count = hub.number("SELECT COUNT(*) AS n FROM import_rows WHERE outcome = 'here'").await;
        assert!(count > 0);
        let id = base::id::read_id(place.rsplit('/').next().expect("an id")).expect("an id");
        let other = format!("SELECT COUNT(*) AS n FROM import_rows WHERE import = {id} AND outcome <> 'here'");
        assert_eq!(hub.number(&other).await, 0, "{lang}: {}", administrator.get(&place).await.main());
    }
    lead.get("/en/office/contacts").await.is(403);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/contacts").await.is(200).hides("Bring in contacts");
    assert!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'people.contacts-taken'").await > 0);
    press(&administrator, &place, "undo").await.leads_to(&place);
    assert_eq!(open(&hub).await, 0);
}

async fn whom_a_table_names_is_erased_with_their_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, practitioner) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Practitioner).await);
    let email = Who::Practitioner.email();
    // Kept for a month: it is done, though there was nothing to do.
    let table = format!("name,email\nA name like no other,{}\n", email.to_uppercase());
    let place = looked(&lead, &colleagues(), table).await;
    press(&lead, &place, "take").await.leads_to(&place);
    let administrator = hub.signed_in(Who::Administrator).await;
    let table = format!("city,name,email\n{CITY},A name like no other,{email}\n");
    let place = looked(&administrator, CONTACTS, table).await;
    press(&administrator, &place, "take").await.leads_to(&place);
    assert_eq!(hub.dump().await.matches("A name like no other").count(), 2);
    practitioner.post("/en/account/erase", &[]).await.leads_to("/en/account/erase?done=erasure-asked");
    for days in [14, 2] {
        hub.clock.jump(TimeDelta::days(days) + TimeDelta::seconds(2));
        hub.settle().await;
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE erased_at IS NOT NULL").await, 1);
    let left = hub.dump().await;
    assert!(!left.contains("A name like no other"), "a row of a table");
}

async fn old_tables_are_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (left, done) = (
        looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\n").await,
        looked(&lead, &colleagues(), "name,email\nGrace,grace@example.org\n").await,
    );
    press(&lead, &done, "take").await.leads_to(&done);
    hub.clock.jump(TimeDelta::days(8));
    hub.tidy_up().await.expect("chores");
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&left).await.is(404);
    lead.get(&done).await.is(200).shows("Take one row back");
    hub.clock.jump(TimeDelta::days(23));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&done).await.is(200).hides("Take one row back");
    press(&lead, &done, "undo").await.is(409);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE import_rows SET outcome = 'new', thing = NULL", vec![]).await.expect("a row that waits");
    tx.commit().await.expect("a commit");
    lead.get(&done).await.is(200).hides("Invite these people");
    press(&lead, &done, "take").await.is(409);
    hub.tidy_up().await.expect("chores");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM import_rows").await, 0);
}

async fn too_many_wait_for_tomorrow(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let rows: String = (0..103).map(|number| format!("P{number},p{number}@example.org\n")).collect();
    let place = looked(&lead, &colleagues(), format!("name,email\n{rows}")).await;
    press(&lead, &place, "take").await.is(429).shows("Go on in 24 hours").shows("3 rows wait still");
    assert_eq!(open(&hub).await, 100);
    hub.clock.jump(TimeDelta::hours(25));
    let lead = hub.signed_in(Who::CityLead).await;
    press(&lead, &place, "take").await.leads_to(&place);
    assert_eq!(open(&hub).await, 103);
}

async fn one_who_was_invited_too_often_stops_no_other(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for _ in 0..6 {
        let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\n").await;
        press(&lead, &place, "take").await.leads_to(&place);
        press(&lead, &place, "undo").await.leads_to(&place);
    }
    let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\nGrace,grace@example.org\n").await;
    press(&lead, &place, "take").await.is(429).shows("One row waits still");
    assert_eq!(open(&hub).await, 1);
    lead.get(&place).await.is(200).shows("Take one row back");
}

async fn nothing_is_taken_for_a_city_that_is_no_member_any_more(engine: Engine) {
    let hub = Setup::new(engine).start().await;
    let lead = hub.signed_in(Who::CityLead).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let place = looked(&lead, &colleagues(), "name,email\nAda,ada@example.org\n").await;
    let contacts = looked(&administrator, CONTACTS, format!("city,name,email\n{CITY},Ada,ada@example.org\n")).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[CITY.to_owned()]).await.expect("cities").remove(0);
    cities::set_membership(&tx, &[], &base::Actor::System, city.id, cities::Membership::Withdrawn)
        .await
        .expect("a move");
    tx.commit().await.expect("a commit");
    let status = press(&lead, &place, "take").await.status;
    assert_eq!(status, 303, "a row of it is left out, too");
    press(&administrator, &contacts, "take").await.leads_to(&contacts);
    administrator.get(&contacts).await.is(200).shows("Left out");
    assert_eq!(open(&hub).await, 0);
}
