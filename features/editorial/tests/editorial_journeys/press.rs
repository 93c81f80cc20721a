//! Press: releases under embargo, short texts to be copied, the calendar of what goes out.

use testkit::{Client, Engine, Reply, Who, both_engines};

use crate::{begin, published, start, write};

both_engines!(
    a_release_is_under_embargo_until_it_is_published,
    short_texts_are_kept_by_language_and_copied_with_the_address,
    who_saves_short_texts_second_loses_nothing,
    the_calendar_shows_what_goes_out_and_what_went_out,
);

async fn plan(client: &Client, office: &str, day: &str, time: &str, zone: &str) -> Reply {
    let form = client.get(&format!("/en{office}/schedule")).await.is(200);
    let hidden = |name: &str| form.input(name).unwrap_or_default();
    let (was, seen) = (hidden("was"), hidden("seen"));
    let fields = [("was", &*was), ("seen", &*seen), ("day", day), ("time", time), ("zone", zone)];
    client.post(&format!("/en{office}/schedule"), &fields).await
}

async fn a_release_is_under_embargo_until_it_is_published(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "release", "en", "Ten cities join", "They join today.").await;
    let form = team.get(&format!("/en{office}/facts")).await.is(200).input("revision").expect("a revision");
    let contact = [("revision", &*form), ("media_contact", "The press desk, press@example.org")];
    team.post(&format!("/en{office}/facts"), &contact).await.is(303);
    let day = (hub.hub.now() + chrono::TimeDelta::days(3)).format("%Y-%m-%d").to_string();
    plan(&team, &office, &day, "09:00", "Europe/Oslo").await.is(303);
    // Whoever has the link reads it, with until when nobody publishes what it says.
    let form = team.get(&format!("/en{office}/previews")).await.is(200);
    let once = form.input("once").expect("a token");
    team.post(&format!("/en{office}/previews"), &[("once", &*once)]).await.is(303);
    let page = team.get(&format!("/en{office}/previews")).await.is(200).text();
    let link = page.split('"').find_map(|part| Some(&part[part.find("/en/preview/")?..])).expect("a link").to_owned();
    let shared = visitor.get(&link).await.is(200).shows("They join today.").shows("Under embargo until");
    let _ = shared.shows("Europe/Oslo").shows("press@example.org");
    for door in ["/en/press", "/en/", "/sitemaps/editorial/1"] {
        visitor.get(door).await.is(200).hides("Ten cities join").hides("ten-cities-join");
    }
    hub.clock.jump(chrono::TimeDelta::days(3));
    hub.settle().await;
    visitor.get("/en/press").await.is(200).shows("Ten cities join").shows("href=\"/en/media\"");
    let page = visitor.get("/en/press/ten-cities-join").await.is(200).shows("press@example.org");
    page.hides("Under embargo");
    assert_eq!(visitor.get(&link).await.status, 410);
}

async fn short_texts_are_kept_by_language_and_copied_with_the_address(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A visit", "Words.").await;
    let path = format!("/en{office}/social");
    let seen = team.get(&path).await.is(200).input("seen").expect("a mark");
    let long = "a".repeat(501);
    let refused = team.post(&path, &[("seen", &*seen), ("text-en", "Short."), ("text-fr", &*long)]).await.is(422);
    refused.shows("at most 500 characters").shows("Short.");
    let fields = [("seen", &*seen), ("text-en", "Two cities meet."), ("text-fr", "Deux villes se rencontrent.")];
    team.post(&path, &fields).await.leads_to(&format!("{path}?done=saved"));
    // Nothing is copied before readers have it.
    team.get(&path).await.is(200).shows("Two cities meet.").hides("data-copy");
    write(&team, &office, "en", "A visit", "Words.", "publish").await.is(303);
    let page = team.get(&path).await.is(200).text();
    assert_eq!(page.matches("data-copy=").count(), 2);
    assert!(page.contains("Two cities meet.\nhttp") && page.contains("/en/news/a-visit</p>"), "{page}");
    assert!(page.contains("/fr/news/a-visit</p>"), "the page in that language, whatever it has");
    // Nobody reads them but the team, through whatever door.
    let visitor = hub.visitor();
    for door in ["/en/news/a-visit", "/en/news", "/en/news.atom", "/api/v1/news", "/en/news.csv"] {
        visitor.get(door).await.is(200).hides("Two cities meet");
    }
    let lead = hub.signed_in(Who::CityLead).await;
    assert_eq!(lead.get(&path).await.status, 403);
    assert_eq!(lead.post(&path, &fields).await.status, 403);
}

async fn who_saves_short_texts_second_loses_nothing(engine: Engine) {
    let hub = start(engine).await;
    let (first, second) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let office = begin(&first, "news", "en", "A visit", "Words.").await;
    let path = format!("/en{office}/social");
    let seen = second.get(&path).await.is(200).input("seen").expect("a mark");
    first.post(&path, &[("seen", &*seen), ("text-en", "The first.")]).await.is(303);
    let refused = second.post(&path, &[("seen", &*seen), ("text-en", "The second.")]).await.is(409);
    let now = refused.input("seen").expect("a mark");
    refused.shows("The second.").shows("Somebody else saved").shows("The first.");
    second.post(&path, &[("seen", &*now), ("text-en", "The second.")]).await.is(303);
    // Sent twice it is done once.
    second.post(&path, &[("seen", &*now), ("text-en", "The second.")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM editorial_social").await, 1);
}

async fn the_calendar_shows_what_goes_out_and_what_went_out(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let this = hub.hub.now().format("%Y-%m").to_string();
    team.get("/en/office/calendar").await.is(200).shows("Nothing goes out in this month");
    published(&team, "news", "en", "Went out", "Words.").await;
    let office = begin(&team, "release", "en", "Goes out", "Words.").await;
    let next = hub.hub.now() + chrono::TimeDelta::days(31);
    plan(&team, &office, &next.format("%Y-%m-%d").to_string(), "09:00", "Asia/Beirut").await.is(303);
    begin(&team, "news", "en", "A draft", "Words.").await;
    let page = team.get(&format!("/en/office/calendar?month={this}")).await.is(200);
    page.shows("Went out").hides("A draft").hides("Nothing goes out");
    let page = team.get(&format!("/en/office/calendar?month={}", next.format("%Y-%m"))).await.is(200);
    page.shows("Goes out").shows("Asia/Beirut").hides("A draft");
    for odd in ["x", "2026-13", "9999-12", "-1"] {
        team.get(&format!("/en/office/calendar?month={odd}")).await.is(200).shows("Went out");
    }
}
