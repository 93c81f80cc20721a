//! Members that are brought in from a table.

use std::io::Write;
use std::path::Path;

use testkit::{Client, Engine, Reply, Setup, TestHub, Upload, Who, both_engines};

both_engines!(
    a_list_of_members_comes_in_after_looking_and_is_taken_back,
    what_went_out_comes_in_without_a_change_in_each_language,
    run_twice_no_member_is_there_twice,
    bad_rows_are_told_each_with_its_line,
    a_city_that_somebody_has_gone_on_with_stays,
    only_the_central_team_brings_members_in,
);

const MEMBERS: &str = "/en/imports/members/network";

/// A small gazetteer: cities that are no members, one of them twice.
fn with_places(data: &Path) {
    let places = "geonames_id,name,ascii_name,country,admin1,latitude,longitude,population\n\
        2437798,Zinder,,NE,Zinder,13.8,8.9,230000\n\
        602150,Umeå,Umea,SE,Västerbotten,63.8,20.3,83249\n\
        11,Santa Rosa,,BO,Beni,-14.1,-66.8,3000\n\
        12,Santa Rosa,,BO,Santa Cruz,-17.1,-63.6,18000";
    for (name, text) in [("places.csv.gz", places), ("places-alternates.csv.gz", "geonames_id,name\n2437798,زندر")]
    {
        let file = std::fs::File::create(data.join("network").join(name)).expect("a file");
        let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::default());
        gzip.write_all(text.as_bytes()).expect("written");
        gzip.finish().expect("compressed");
    }
}

async fn hub_with_places(engine: Engine) -> TestHub {
    let hub = Setup::new(engine).prepare(with_places).start().await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.enqueue(&cities::LoadPlaces::ALL).await.expect("a job");
    tx.commit().await.expect("committed");
    hub.settle().await;
    hub
}

async fn sends(client: &Client, path: &str, table: impl Into<Vec<u8>>) -> Reply {
    client.send_files(path, &Upload::new("", "members.csv", table)).await
}

async fn looked(client: &Client, path: &str, table: impl Into<Vec<u8>>) -> String {
    sends(client, path, table).await.is(303).location().to_owned()
}

async fn press(client: &Client, place: &str, what: &str) -> Reply {
    client.post(&format!("{place}/{what}"), &[]).await
}

async fn members(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM cities WHERE membership = 'active'").await
}

const TABLE: &str = "Name,Country,Kind,Member since,Evidence,Mayor\n\
    Zinder,Niger,Municipality,2019,Minutes of the committee,Somebody\n\
    Umeå,SE,,2021-05,,\n";

async fn a_list_of_members_comes_in_after_looking_and_is_taken_back(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get("/en/office/members").await.is(200).shows(MEMBERS);
    central.get(MEMBERS).await.is(200).shows("Member since").shows("Nothing is done when you send it");
    let before = hub.dump().await;
    let place = looked(&central, MEMBERS, TABLE).await;
    central.get(&place).await.is(200).shows("Zinder").shows("Take these members in").shows("Mayor");
    assert_eq!(members(&hub).await, 112, "it was looked at only");
    press(&central, &place, "take").await.is(303);
    assert_eq!(members(&hub).await, 114);
    let page = hub.visitor().get("/en/cities/zinder").await.is(200);
    page.shows("From the network’s own list of members").shows("230,000").shows("Municipality").hides("Somebody");
    hub.visitor().get("/en/cities?q=umea").await.is(200).shows("/en/cities/umea");
    let page = central.get("/en/office/members/zinder").await.is(200);
    page.shows("Minutes of the committee").shows("1 January 2019");
    // Nobody is told of what has not happened to them.
    hub.follow_events().await;
    hub.settle().await;
    assert!(hub.letters().await.iter().all(|letter| !letter.text.contains("Zinder")));
    // Taken back it is as it was, but for what is on record.
    press(&central, &place, "undo").await.is(303);
    assert_eq!(members(&hub).await, 112);
    hub.visitor().get("/en/cities/zinder").await.is(404);
    central.get("/en/cities/zinder").await.is(404);
    for table in ["cities", "city_keys", "texts", "status_decisions", "city_record"] {
        let rows = |dump: &str| dump.lines().filter(|line| line.starts_with(table)).count();
        assert_eq!(rows(&hub.dump().await), rows(&before), "{table}");
    }
    // And the address is free again.
    let place = looked(&central, MEMBERS, TABLE).await;
    press(&central, &place, "take").await.is(303);
    hub.visitor().get("/en/cities/zinder").await.is(200);
}

async fn what_went_out_comes_in_without_a_change_in_each_language(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    for lang in ["en", "fr", "ar"] {
        let list = central.get(&format!("/{lang}/cities.csv")).await.is(200);
        let place = looked(&central, &format!("/{lang}/imports/members/network"), list.body.to_vec()).await;
        let outcomes =
            "SELECT COUNT(*) AS n FROM import_rows WHERE outcome = 'here' AND import = (SELECT MAX(id) FROM imports)";
        assert_eq!(hub.number(outcomes).await, 112, "{lang}");
        press(&central, &place, "take").await;
    }
    assert_eq!(members(&hub).await, 112);
}

async fn run_twice_no_member_is_there_twice(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    // Both were looked at before one was taken; and a name in other letters is the same place.
    let first = looked(&central, MEMBERS, TABLE).await;
    let second = looked(&central, MEMBERS, "Name,Country\nZINDER,Niger\nUmea,Sweden\nDiffa,Niger\n").await;
    let (one, two) = tokio::join!(press(&central, &first, "take"), press(&central, &second, "take"));
    assert_eq!((one.status, two.status), (303, 303));
    assert_eq!(members(&hub).await, 114);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE slug LIKE 'zinder%'").await, 1);
}

async fn bad_rows_are_told_each_with_its_line(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let table = "Name,Country,Region,Kind,Latitude,Longitude,Source of the coordinates,Population,Member since\n\
        ,Niger,,,,,,,\n\
        Zinder,Nowhere,,,,,,,\n\
        Zinder,Niger,Atlantis,,,,,,\n\
        Zinder,Niger,,village,,,,,\n\
        Santa Rosa,Bolivia,,,,,,,\n\
        Tillabéri,Niger,,,,,,,\n\
        Tillabéri,Niger,,,14.2,,Atlas,,\n\
        Tillabéri,Niger,,,14.21,1.45,,,\n\
        Zinder,Niger,,city,,,,,2099\n\
        Zinder,Niger,,city,,,,many,\n\
        زندر,NE,,,13.8,8.9,Atlas,,\n";
    let place = looked(&central, MEMBERS, table).await;
    let page = central.get(&place).await.is(200);
    let bad = hub.number("SELECT COUNT(*) AS n FROM import_rows WHERE outcome = 'bad'").await;
    assert_eq!(bad, 11, "{}", page.text());
    let page =
        page.shows("No country is called “Nowhere”").shows("no region “Atlantis”").shows("no kind of local government");
    page.shows("knows 2 places of this name")
        .shows("does not know this place")
        .shows("no day from 2000 up to today")
        .hides("Take these");
    assert_eq!(members(&hub).await, 112);
    // Where it is, said: then it is known which.
    let table = "Name,Country,Latitude,Longitude,Source of the coordinates\nTillabéri,Niger,\"14,21\",1.45,Atlas of the region\n";
    let place = looked(&central, MEMBERS, table).await;
    press(&central, &place, "take").await.is(303);
    hub.visitor().get("/en/cities/tillaberi").await.is(200).shows("Atlas of the region");
    // Two of one name in one country, far from each other, are two.
    let table = "Name,Country,Kind,Latitude,Longitude,Source of the coordinates\n\
        Santa Rosa,Bolivia,,-14.1,-66.8,Atlas\nSanta Rosa,Bolivia,,-17.1,-63.6,Atlas\nDiffa,Niger,County,,,\n";
    let place = looked(&central, MEMBERS, table).await;
    central.get(&place).await.is(200).shows("is a member already, as another kind");
    press(&central, &place, "take").await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities WHERE slug LIKE 'santa-rosa%'").await, 2);
}

async fn a_city_that_somebody_has_gone_on_with_stays(engine: Engine) {
    let hub = hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let place = looked(&central, MEMBERS, TABLE).await;
    press(&central, &place, "take").await.is(303);
    hub.newcomer("lead@zinder.example", "Aïssa", "city-lead", "zinder", "").await;
    let decided = [("from", "2026-11-30"), ("reason", "As its council said."), ("evidence", ""), ("sure", "yes")];
    let day = hub.hub.network.calendar_of("europe").day_of(hub.hub.now()).to_string();
    let decided = decided.map(|(name, value)| if name == "from" { (name, day.as_str()) } else { (name, value) });
    central.post("/en/office/members/umea/decide/dormant", &decided).await.is(303);
    press(&central, &place, "undo").await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities").await, 114);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM import_rows WHERE outcome = 'stays'").await, 2);
    // Nor goes one whose facts somebody corrected.
    let place = looked(
        &central,
        MEMBERS,
        "Name,Country,Latitude,Longitude,Source of the coordinates\nDosso,Niger,13.05,3.2,Atlas\n",
    )
    .await;
    press(&central, &place, "take").await.is(303);
    let mut facts = testkit::facts_form::facts(&central.get("/en/cities/dosso/facts").await.is(200));
    testkit::facts_form::set(&mut facts, "population", "58000");
    testkit::facts_form::set(&mut facts, "population_source", "Census");
    testkit::facts_form::send(&central, "/en/cities/dosso/facts", &facts).await.is(303);
    press(&central, &place, "undo").await.is(303);
    hub.visitor().get("/en/cities/dosso").await.is(200);
    // One that was a member before comes back by a decision.
    let left = [("from", day.as_str()), ("reason", "It left."), ("evidence", ""), ("sure", "yes")];
    central.post("/en/office/members/umea/decide/withdrawn", &left).await.is(303);
    let place = looked(&central, MEMBERS, TABLE).await;
    central.get(&place).await.is(200).shows("Umeå was a member before");
}

async fn only_the_central_team_brings_members_in(engine: Engine) {
    let hub = hub_with_places(engine).await;
    for who in [Who::RegionalOfficer, Who::CityLead, Who::Practitioner] {
        let client = hub.signed_in(who).await;
        client.get(MEMBERS).await.is(403);
        sends(&client, MEMBERS, TABLE).await.is(403);
    }
    hub.visitor().get(MEMBERS).await.leads_to("/en/sign-in");
    hub.signed_in(Who::CentralTeam).await.get("/en/imports/members/diffa").await.is(404);
    assert_eq!(members(&hub).await, 112);
}
