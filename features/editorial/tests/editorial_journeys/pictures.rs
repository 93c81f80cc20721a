//! Pictures: brought, described, shown, and gone when they may not be shown any more.

use chrono::TimeDelta;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use testkit::{Client, Engine, Reply, TestHub, Who, both_engines};

use crate::{published, rows, start};

both_engines!(
    a_picture_is_brought_described_and_shown,
    where_a_picture_was_taken_is_nowhere,
    a_consent_that_ends_takes_the_picture_from_every_page,
    what_nobody_described_is_seen_by_nobody,
    what_is_no_picture_is_refused_and_leaves_nothing,
    a_picture_that_was_withdrawn_is_gone_and_comes_back,
    what_a_picture_shows_is_translated,
    who_describes_second_sees_both,
    a_picture_sent_twice_is_one,
    only_the_team_looks_after_pictures,
    a_page_of_the_site_shows_pictures_too,
    a_consent_that_has_ended_is_not_forgotten,
    saving_twice_changes_one_thing,
    what_is_not_shown_for_long_goes,
);

/// A PNG with stripes.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    let pixel = |at: u32| if at % width < width / 2 { [200, 40, 30] } else { [20, 90, 160] };
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

/// Only the beginning of a PNG that says it is enormous.
fn bomb() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 60_000, 60_000);
    encoder.set_color(png::ColorType::Rgb);
    drop(encoder.write_header().expect("a header"));
    bytes
}

async fn bring(client: &Client, bytes: Vec<u8>, name: &str, once: &str) -> Reply {
    let part = Part::bytes(bytes).file_name(name.to_owned());
    let form = Form::new().text("once", once.to_owned()).part("file", part);
    client.send(client.request(Method::POST, "/en/office/pictures/new").multipart(form)).await
}

/// Brings a picture; its page in the office, behind the language.
pub(crate) async fn brought(client: &Client, bytes: Vec<u8>) -> String {
    let once = base::secret::new_secret();
    let reply = bring(client, bytes, "picture.png", &once).await.leads_to("/en/office/pictures/");
    crate::place(&reply)
}

/// Says what it shows; more fields may be given, over the usual ones.
pub(crate) async fn describe(client: &Client, office: &str, lang: &str, more: &[(&str, &str)]) -> Reply {
    let form = client.get(&format!("/en{office}?in={lang}")).await.is(200);
    let hidden = |name: &str| form.input(name).expect("a hidden field");
    let (revision, seen) = (hidden("revision"), hidden("seen"));
    let mut fields = vec![
        ("in", lang),
        ("revision", &*revision),
        ("seen", &*seen),
        ("shows", "A street with lights"),
        ("credit", "A. Person"),
        ("licence", "cc-by-4.0"),
        ("focus_x", "50"),
        ("focus_y", "0"),
    ];
    for (name, value) in more {
        fields.retain(|(own, _)| own != name);
        fields.push((name, value));
    }
    client.post(&format!("/en{office}"), &fields).await
}

/// The number of a picture, from its page in the office.
fn number(office: &str) -> &str {
    office.rsplit('/').next().expect("a number")
}

/// News that show a picture.
async fn news_with(client: &Client, office: &str) {
    let body = format!("Before.\n\n![In the evening](picture:{})\n\nAfter.", number(office));
    published(client, "news", "en", "Lights", &body).await;
}

async fn a_picture_is_brought_described_and_shown(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    team.get("/en/office/pictures").await.is(200).shows("There is no picture yet");
    let office = brought(&team, png(900, 600)).await;
    describe(&team, &office, "en", &[("shows", "")]).await.is(422).shows("mark it as decorative");
    describe(&team, &office, "en", &[("people", "yes")]).await.is(422).shows("how the people on it consented");
    describe(&team, &office, "en", &[]).await.leads_to(&format!("/en{office}?in=en"));
    team.get(&format!("/en{office}")).await.is(200).shows(&format!("![](picture:{})", number(&office)));
    team.get("/en/office/pictures").await.is(200).shows("A street with lights").shows("class=\"at-50-0\"");
    team.get("/en/office/pictures.csv").await.is(200).shows("A street with lights").shows("CC BY 4.0");
    news_with(&team, &office).await;
    let page = visitor.get("/en/news/lights").await.is(200);
    let address = format!("/pictures/{}/", number(&office));
    let page =
        page.shows("alt=\"A street with lights\"").shows("loading=\"lazy\"").shows("width=\"800\" height=\"533\"");
    let page = page.shows(&format!("{address}400 400w, {address}800 800w, {address}900 900w"));
    let _ = page.shows("In the evening").shows("Picture: A. Person, CC BY 4.0").shows("Before.").shows("After.");
    for width in [400, 800, 900] {
        let file = visitor.get(&format!("{address}{width}")).await.is(200);
        assert_eq!(file.header("content-type"), "image/jpeg");
        let again = visitor.get_with(&format!("{address}{width}"), "if-none-match", file.header("etag")).await;
        assert_eq!(again.status, 304);
    }
    assert_eq!(visitor.get(&format!("{address}1600")).await.status, 404);
    // Whoever asked for little data gets it on demand.
    let thrifty = hub.visitor();
    thrifty.set_cookie("hub_data", "low");
    let page = thrifty.get("/en/news/lights").await.is(200);
    page.hides("<img")
        .shows("A street with lights")
        .shows("Show the picture (")
        .shows(&format!("href=\"{address}800\""));
    // Feeds and what search engines read have words alone.
    visitor.get("/en/news.atom").await.is(200).hides("picture:").shows("After.");
    visitor.get("/api/v1/news").await.is(200).hides("picture:").shows("After.");
}

async fn where_a_picture_was_taken_is_nowhere(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder.encode(&[120; 64 * 48 * 3], 64, 48, jpeg_encoder::ColorType::Rgb).expect("a picture");
    // Behind the mark of a JPEG: where it was taken, as cameras write it, and a comment.
    let note = b"Exif\0\0MM\0*\0\0\0\x08 GPS 12.3456 N 65.4321 E";
    let length = u16::try_from(note.len() + 2).expect("short").to_be_bytes();
    let comment = [&[0xff, 0xfe, 0, 12][..], b"Camera 77!"].concat();
    let marked = [&jpeg[..2], &[0xff, 0xe1], &length, note, &comment, &jpeg[2..]].concat();
    let office = brought(&team, marked).await;
    describe(&team, &office, "en", &[]).await.is(303);
    let files = hub.hub.db.read().raw("SELECT hash FROM picture_files", vec![]).await.expect("files");
    for file in files {
        let hash: String = file.get("hash").expect("a hash");
        let hash = blobs::Hash::parse(&hash).expect("a hash");
        let bytes = hub.hub.blobs.get(&hash).await.expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("GPS") && !text.contains("Camera") && !text.contains("Exif"), "{}", bytes.len());
    }
    assert!(!hub.dump().await.contains("65.4321"));
}

async fn a_consent_that_ends_takes_the_picture_from_every_page(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = brought(&team, png(500, 300)).await;
    let last = (hub.hub.now() + TimeDelta::days(2)).format("%Y-%m-%d").to_string();
    let consent = [("people", "yes"), ("consent", "On paper, with the city."), ("until", &*last)];
    describe(&team, &office, "en", &consent).await.is(303);
    news_with(&team, &office).await;
    visitor.get("/en/news/lights").await.is(200).shows("<img").hides("On paper");
    team.get("/en/office/pictures?standing=ends-soon").await.is(200).shows("A street with lights");
    let end = (hub.hub.now() + TimeDelta::days(3)).date_naive().and_hms_opt(0, 0, 0).expect("midnight").and_utc();
    hub.clock.jump(end - hub.hub.now() - TimeDelta::minutes(1));
    visitor.get("/en/news/lights").await.is(200).shows("<img");
    let file = format!("/pictures/{}/400", number(&office));
    visitor.get(&file).await.is(200);
    hub.clock.jump(TimeDelta::minutes(1));
    // The question leaves it out at once, and the pages that are kept follow.
    assert_eq!(visitor.get(&file).await.status, 404);
    hub.settle().await;
    visitor.get("/en/news/lights").await.is(200).hides("<img").hides("A street with lights").shows("After.");
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get("/en/office/pictures?standing=ended").await.is(200).shows("A street with lights");
    // Given anew it is there again.
    let later = (hub.hub.now() + TimeDelta::days(90)).format("%Y-%m-%d").to_string();
    let consent = [("people", "yes"), ("consent", "On paper, anew."), ("until", &*later)];
    describe(&team, &office, "en", &consent).await.is(303);
    visitor.get("/en/news/lights").await.is(200).shows("<img");
}

async fn what_nobody_described_is_seen_by_nobody(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = brought(&team, png(500, 300)).await;
    news_with(&team, &office).await;
    visitor.get("/en/news/lights").await.is(200).hides("<img").hides("picture:");
    let file = format!("/pictures/{}/400", number(&office));
    assert_eq!(visitor.get(&file).await.status, 404);
    team.get(&file).await.is(200);
    // What waits for a week is forgotten, with its files.
    hub.clock.jump(TimeDelta::days(8));
    hub.tidy_up().await.expect("tidied up");
    hub.tidy_up().await.expect("tidied up");
    assert_eq!((rows(&hub, "pictures").await, rows(&hub, "picture_files").await), (0, 0));
    assert_eq!(rows(&hub, "file_uses WHERE kind = 'picture'").await, 0);
}

async fn what_is_no_picture_is_refused_and_leaves_nothing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
    let heic = [&[0, 0, 0, 24][..], b"ftypheic", &[0; 40]].concat();
    let cut = png(200, 200)[..120].to_vec();
    for (name, bytes, says) in [
        ("an SVG renamed", svg, "Drawings in SVG are not taken"),
        ("a picture bomb", bomb(), "more than 50 million pixels"),
        ("a HEIC", heic, "of this format"),
        ("a text", b"Hello".to_vec(), "no picture that can be read"),
        ("a picture cut off", cut, "damaged or incomplete"),
        ("nothing", Vec::new(), "Choose a file"),
    ] {
        let once = base::secret::new_secret();
        let reply = bring(&team, bytes, "picture.png", &once).await;
        assert_eq!(reply.status, 422, "{name}");
        assert!(reply.text().contains(says), "{name}: {}", reply.main());
    }
    assert_eq!((rows(&hub, "pictures").await, rows(&hub, "picture_files").await), (0, 0));
    assert_eq!(rows(&hub, "file_uses WHERE kind IN ('picture', 'arriving')").await, 0);
}

async fn a_picture_that_was_withdrawn_is_gone_and_comes_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = brought(&team, png(500, 300)).await;
    describe(&team, &office, "en", &[]).await.is(303);
    news_with(&team, &office).await;
    visitor.get("/en/news/lights").await.is(200).shows("<img");
    let events = rows(&hub, "events").await;
    for _ in 0..2 {
        team.post(&format!("/en{office}/withdraw"), &[]).await.leads_to(&format!("/en{office}?done=picture-withdrawn"));
    }
    assert_eq!(rows(&hub, "events").await, events + 1, "doing what is done tells nobody");
    visitor.get("/en/news/lights").await.is(200).hides("<img");
    assert_eq!(visitor.get(&format!("/pictures/{}/400", number(&office))).await.status, 404);
    team.post(&format!("/en{office}/resume"), &[]).await.leads_to(&format!("/en{office}?done=picture-resumed"));
    visitor.get("/en/news/lights").await.is(200).shows("<img");
}

async fn what_a_picture_shows_is_translated(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = brought(&team, png(500, 300)).await;
    describe(&team, &office, "en", &[]).await.is(303);
    news_with(&team, &office).await;
    visitor.get("/fr/news/lights").await.is(200).shows("alt=\"A street with lights\" lang=\"en\"");
    let waiting = team.get("/en/office/translations?kind=picture").await.is(200);
    let waiting = waiting.shows("A street with lights").shows(&format!("{office}?in=fr"));
    // An office of translators gets it too.
    waiting.shows("from=en&#38;into=fr");
    describe(&team, &office, "fr", &[("shows", "Une rue illuminée")]).await.leads_to(&format!("/en{office}?in=fr"));
    visitor.get("/fr/news/lights").await.is(200).shows("alt=\"Une rue illuminée\"");
    visitor.get("/en/news/lights").await.is(200).shows("alt=\"A street with lights\"");
    let waiting = team.get("/en/office/translations?kind=picture&lang=fr").await.is(200);
    waiting.hides("A street with lights");
    // Decorative, it says nothing.
    describe(&team, &office, "en", &[("decorative", "yes"), ("shows", "")]).await.is(303);
    visitor.get("/en/news/lights").await.is(200).shows("alt=\"\"");
}

async fn who_describes_second_sees_both(engine: Engine) {
    let hub = start(engine).await;
    let (one, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let office = brought(&one, png(500, 300)).await;
    let stale = other.get(&format!("/en{office}?in=en")).await.is(200);
    let (revision, seen) = (stale.input("revision").expect("a number"), stale.input("seen").expect("a number"));
    describe(&one, &office, "en", &[]).await.is(303);
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("seen", &*seen),
        ("shows", "A square at night"),
        ("credit", "B. Person"),
        ("licence", "own"),
        ("focus_x", "0"),
        ("focus_y", "0"),
    ];
    let reply = other.post(&format!("/en{office}"), &fields).await;
    assert_eq!(reply.status, 409);
    reply.shows("A square at night").shows("A street with lights").shows("A. Person");
}

async fn a_picture_sent_twice_is_one(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let once = base::secret::new_secret();
    let bytes = png(500, 300);
    let press = || bring(&team, bytes.clone(), "picture.png", &once);
    let (one, two, three) = tokio::join!(press(), press(), press());
    let places: Vec<String> = [one, two, three].iter().map(crate::place).collect();
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
    assert_eq!((rows(&hub, "pictures").await, rows(&hub, "picture_files").await), (1, 2));
}

async fn a_page_of_the_site_shows_pictures_too(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = brought(&team, png(500, 300)).await;
    describe(&team, &office, "en", &[]).await.is(303);
    let about = hub.number("SELECT id AS n FROM editorial_items WHERE first = 'pages/about'").await;
    let place = format!("/office/editorial/{}", base::id::write_id(about));
    let body = format!("Words.\n\n![](picture:{})\n", number(&office));
    crate::write(&team, &place, "en", "About", &body, "publish").await.leads_to(&format!("/en{place}?done=published"));
    visitor.get("/en/about").await.is(200).shows("<img").shows("A street with lights");
    team.post(&format!("/en{office}/withdraw"), &[]).await.is(303);
    visitor.get("/en/about").await.is(200).hides("<img").shows("Words.");
}

async fn a_consent_that_has_ended_is_not_forgotten(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = brought(&team, png(500, 300)).await;
    let last = hub.hub.now().format("%Y-%m-%d").to_string();
    let consent = [("people", "yes"), ("consent", "On paper."), ("until", &*last)];
    describe(&team, &office, "en", &consent).await.is(303);
    hub.clock.jump(TimeDelta::days(2));
    let back = describe(&team, &office, "en", &[]).await.is(422);
    back.shows("has ended. Enter a new one");
    // Nor by way of a withdrawal.
    team.post(&format!("/en{office}/withdraw"), &[]).await.is(303);
    describe(&team, &office, "en", &[]).await.is(422).shows("has ended. Enter a new one");
    assert_eq!(rows(&hub, "audit WHERE action = 'picture.consent-changed'").await, 1);
}

async fn saving_twice_changes_one_thing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = brought(&team, png(500, 300)).await;
    let form = team.get(&format!("/en{office}")).await.is(200);
    let (revision, seen) = (form.input("revision").expect("a number"), form.input("seen").expect("a number"));
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("seen", &*seen),
        ("shows", "A street"),
        ("credit", "A. Person"),
        ("licence", "own"),
        ("focus_x", "50"),
        ("focus_y", "50"),
    ];
    team.post(&format!("/en{office}"), &fields).await.is(303);
    let events = rows(&hub, "events").await;
    team.post(&format!("/en{office}"), &fields).await.is(303);
    assert_eq!(rows(&hub, "events").await, events);
}

async fn what_is_not_shown_for_long_goes(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let (withdrawn, kept) = (brought(&team, png(500, 300)).await, brought(&team, png(510, 300)).await);
    for office in [&withdrawn, &kept] {
        describe(&team, office, "en", &[]).await.is(303);
    }
    team.post(&format!("/en{withdrawn}/withdraw"), &[]).await.is(303);
    hub.clock.jump(TimeDelta::days(29));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(rows(&hub, "pictures").await, 2);
    hub.clock.jump(TimeDelta::days(2));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!((rows(&hub, "pictures").await, rows(&hub, "picture_files").await), (1, 2));
    assert_eq!(rows(&hub, "texts WHERE kind = 'picture'").await, 1);
    assert_eq!(rows(&hub, "file_uses WHERE kind = 'picture' AND until IS NULL").await, 2);
}

async fn only_the_team_looks_after_pictures(engine: Engine) {
    let hub: TestHub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = brought(&team, png(500, 300)).await;
    for who in [Who::Practitioner, Who::CityLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        for path in
            ["/en/office/pictures", "/en/office/pictures.csv", "/en/office/pictures/new", &format!("/en{office}")]
        {
            assert_eq!(client.get(path).await.status, 403, "{} {path}", who.name());
        }
        let once = base::secret::new_secret();
        assert_eq!(bring(&client, png(40, 40), "x.png", &once).await.status, 403);
        for path in ["", "/withdraw", "/resume"] {
            assert_eq!(client.post(&format!("/en{office}{path}"), &[]).await.status, 403, "{} {path}", who.name());
        }
        assert_eq!(client.get(&format!("/pictures/{}/400", number(&office))).await.status, 404);
    }
    assert_eq!(rows(&hub, "pictures").await, 1);
}
