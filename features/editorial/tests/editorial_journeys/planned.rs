//! At a time that was said, and links for readers outside.

use chrono::TimeDelta;
use testkit::{Client, Engine, Setup, TestHub, Who, both_engines};

use crate::{begin, careful, published, rows, start, start_with, write};

both_engines!(
    what_is_scheduled_is_published_when_its_time_has_come,
    a_schedule_is_called_off_put_off_and_written_over,
    a_schedule_in_the_hour_that_does_not_exist_says_so,
    a_schedule_waits_for_no_second_person_and_needs_one,
    a_withdrawal_ends_a_schedule,
    a_link_opens_one_thing_until_it_is_revoked,
    a_preview_link_after_withdrawal,
    a_link_is_over_after_two_weeks,
    a_link_ends_with_the_schedule_it_was_made_under,
    no_more_links_than_anybody_can_look_after,
    what_meets_trouble_at_its_time_is_published_all_the_same,
    a_job_of_an_earlier_plan_is_none_of_this_one,
    nobody_publishes_a_translation_that_they_have_not_seen,
    a_link_ends_when_everybody_can_read_it,
    the_enter_key_publishes_nothing,
    an_address_that_was_taken_meanwhile_calls_a_schedule_off,
);

/// Asks for a time by the clocks of a zone; the form as it stands says what was seen.
async fn schedule(client: &Client, office: &str, day: &str, time: &str, zone: &str) -> testkit::Reply {
    let form = client.get(&format!("/en{office}/schedule")).await.is(200);
    let (was, seen) = (form.input("was").expect("a state"), form.input("seen").expect("a number"));
    let translations = form.input("translations").expect("which were seen");
    let fields = [
        ("was", &*was),
        ("seen", &*seen),
        ("translations", &*translations),
        ("day", day),
        ("time", time),
        ("zone", zone),
    ];
    client.post(&format!("/en{office}/schedule"), &fields).await
}

/// A day so many days from the hub's today.
fn day(hub: &TestHub, days: i64) -> String {
    (hub.hub.now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}

async fn what_is_scheduled_is_published_when_its_time_has_come(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    let sent = write(&team, &office, "en", "A summit", "In spring.", "schedule").await;
    sent.leads_to(&format!("/en{office}/schedule"));
    for (day, time, zone, says) in [
        ("", "", "", "Choose a day"),
        ("2020-01-01", "09:00", "UTC", "still to come"),
        (&*day(&hub, 900), "09:00", "UTC", "within the next two years"),
        (&*day(&hub, 2), "9 o'clock", "UTC", "Enter a time of day"),
        (&*day(&hub, 2), "09:00", "Mars/Olympus", "Time zone"),
    ] {
        schedule(&team, &office, day, time, zone).await.is(422).shows(says);
    }
    let on = day(&hub, 2);
    schedule(&team, &office, &on, "09:00", "Africa/Niamey").await.leads_to(&format!("/en{office}?done=scheduled"));
    // Niamey is an hour ahead of UTC.
    team.get(&format!("/en{office}")).await.is(200).shows("09:00").shows("Africa/Niamey").shows("08:00 UTC");
    team.get("/en/office/editorial?state=scheduled").await.is(200).shows("A summit");
    let until = (hub.hub.now() + TimeDelta::days(2)).date_naive().and_hms_opt(8, 0, 0).expect("a time").and_utc();
    hub.clock.jump(until - hub.hub.now() - TimeDelta::seconds(30));
    hub.settle().await;
    assert_eq!(visitor.get("/en/news/a-summit").await.status, 404, "not before its time");
    hub.clock.jump(TimeDelta::seconds(31));
    hub.settle().await;
    visitor.get("/en/news/a-summit").await.is(200).shows("In spring.");
    visitor.get("/en/news").await.is(200).shows("A summit");
    team.get(&format!("/en{office}"))
        .await
        .is(200)
        .hides("Scheduled for")
        .shows("The hub")
        .shows(&format!("{on} 09:00 Africa/Niamey"));
    assert_eq!(rows(&hub, "audit WHERE action = 'editorial.published'").await, 1);
}

async fn a_schedule_is_called_off_put_off_and_written_over(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    let (soon, later) = (day(&hub, 2), day(&hub, 5));
    schedule(&team, &office, &soon, "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    // Sent twice it is planned once, also where both were filled in at once.
    let moves = rows(&hub, "moves").await;
    schedule(&team, &office, &soon, "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    let seen = team.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
    let again = [("was", "draft"), ("seen", &*seen), ("day", &*soon), ("time", "09:00"), ("zone", "UTC")];
    team.post(&format!("/en{office}/schedule"), &again).await.leads_to(&format!("/en{office}?done="));
    assert_eq!(rows(&hub, "moves").await, moves);
    schedule(&team, &office, &later, "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(visitor.get("/en/news/a-summit").await.status, 404, "it was put off");
    team.post(&format!("/en{office}/call-off"), &[]).await.leads_to(&format!("/en{office}?done=called-off"));
    let moves = rows(&hub, "moves").await;
    team.post(&format!("/en{office}/call-off"), &[]).await.leads_to(&format!("/en{office}?done=called-off"));
    assert_eq!(rows(&hub, "moves").await, moves, "pressed twice it is called off once");
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(visitor.get("/en/news/a-summit").await.status, 404, "it was called off");
    // Whoever writes on it makes it a draft again.
    let team = hub.signed_in(Who::CentralTeam).await;
    schedule(&team, &office, &day(&hub, 1), "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    team.get(&format!("/en{office}")).await.is(200).hides("data-autosave").shows("Save and call off the schedule");
    let said = write(&team, &office, "en", "A summit", "In autumn.", "draft").await;
    said.leads_to(&format!("/en{office}?done=draft-called-off"));
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(visitor.get("/en/news/a-summit").await.status, 404, "nobody has seen the new words");
    // What is scheduled can be published at once.
    schedule(&team, &office, &day(&hub, 1), "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    write(&team, &office, "en", "A summit", "In autumn.", "publish").await;
    let seen = team.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
    team.post(&format!("/en{office}/publish"), &[("was", "scheduled"), ("seen", &*seen)]).await;
    visitor.get("/en/news/a-summit").await.is(200).shows("In autumn.");
    let moves = rows(&hub, "moves").await;
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(rows(&hub, "moves").await, moves, "its time finds it live");
}

async fn a_schedule_in_the_hour_that_does_not_exist_says_so(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    // Within two years of the tests' own clock there are a spring and an autumn.
    let changes = |month: u32| {
        let start = hub.hub.now().date_naive();
        let last = |year: i32| {
            let mut day = chrono::NaiveDate::from_ymd_opt(year, month, 31).expect("a day");
            while chrono::Datelike::weekday(&day) != chrono::Weekday::Sun {
                day = day.pred_opt().expect("a day");
            }
            day
        };
        let year = chrono::Datelike::year(&start);
        let days = [last(year), last(year + 1)];
        days.into_iter().find(|day| *day > start).expect("one to come").to_string()
    };
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    schedule(&team, &office, &changes(3), "02:30", "Europe/Oslo").await.leads_to(&format!("/en{office}?done="));
    let page = team.get(&format!("/en{office}")).await.is(200);
    page.shows("02:30").shows("03:30").shows("01:30 UTC").shows("does not exist on that day");
    schedule(&team, &office, &changes(10), "02:30", "Europe/Oslo").await.leads_to(&format!("/en{office}?done="));
    let page = team.get(&format!("/en{office}")).await.is(200);
    page.shows("00:30 UTC").shows("comes twice").hides("does not exist");
}

async fn a_schedule_waits_for_no_second_person_and_needs_one(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let visitor = hub.visitor();
    let office = begin(&author, "news", "en", "A summit", "In spring.").await;
    let on = day(&hub, 2);
    schedule(&author, &office, &on, "09:00", "UTC").await.is(422).shows("Somebody else of the team");
    write(&author, &office, "en", "A summit", "In spring.", "review").await.leads_to("/en/office/");
    schedule(&author, &office, &on, "09:00", "UTC").await.is(422).shows("Somebody else of the team");
    schedule(&other, &office, &on, "09:00", "UTC").await.leads_to(&format!("/en{office}?done=scheduled"));
    // What came since nobody has read: it waits.
    write(&author, &office, "fr", "Un sommet", "Au printemps.", "ready").await.leads_to("/en/office/");
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    visitor.get("/en/news/a-summit").await.is(200).shows("In spring.");
    visitor.get("/fr/news").await.is(200).hides("Un sommet").shows("A summit");
}

async fn a_withdrawal_ends_a_schedule(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A summit", "In spring.").await;
    write(&team, &office, "en", "A summit", "In autumn.", "draft").await.leads_to("/en/office/");
    schedule(&team, &office, &day(&hub, 2), "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    visitor.get("/en/news/a-summit").await.is(200).shows("In spring.");
    let fields = [("reason", "It is off."), ("was", "scheduled")];
    team.post(&format!("/en{office}/withdraw"), &fields).await.leads_to(&format!("/en{office}?done=taken-back"));
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(visitor.get("/en/news/a-summit").await.status, 410);
}

/// The address of the newest link of a thing, behind the host.
async fn link(client: &Client, office: &str) -> String {
    let form = client.get(&format!("/en{office}/previews")).await.is(200);
    let once = form.input("once").expect("a token");
    let path = format!("/en{office}/previews");
    client.post(&path, &[("once", &*once)]).await.leads_to(&format!("{path}?done=preview-shared"));
    // Sent twice it is one link.
    let there = client.get(&path).await.text().matches("/en/preview/").count();
    client.post(&path, &[("once", &*once)]).await.leads_to(&path);
    let text = client.get(&path).await.text();
    assert_eq!(text.matches("/en/preview/").count(), there);
    let at = text.find("/en/preview/").expect("a link");
    text[at..].split(['"', '<']).next().expect("an address").to_owned()
}

async fn a_link_opens_one_thing_until_it_is_revoked(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A secret summit", "In spring.").await;
    let other = begin(&team, "news", "en", "Another secret", "Never.").await;
    let link = link(&team, &office).await;
    let page = visitor.get(&link).await.is(200).shows("In spring.").shows("A preview of a text").hides("/office/");
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    page.shows("noindex");
    // In another language it says which one it is in.
    visitor.get(&link.replace("/en/", "/fr/")).await.is(200).shows("In spring.").shows("lang=\"en\"");
    // What was written since is what it shows.
    write(&team, &office, "en", "A secret summit", "In autumn.", "draft").await.leads_to("/en/office/");
    visitor.get(&link).await.is(200).shows("In autumn.");
    // It is in no list, and opens nothing else.
    for door in
        ["/en/news", "/en/news.csv", "/en/news.atom", "/api/v1/news", "/en/", "/sitemaps/editorial/1", "/robots.txt"]
    {
        visitor.get(door).await.is(200).hides("secret").hides("/preview/");
    }
    let end = link.rsplit('-').next().expect("a signature");
    let other = other.rsplit('/').next().expect("a number");
    for forged in [format!("/en/preview/{other}-{end}"), format!("/en/preview/{end}"), "/en/preview/x".to_owned()] {
        assert_eq!(visitor.get(&forged).await.status, 404, "{forged}");
    }
    let text = team.get(&format!("/en{office}/previews")).await.is(200);
    let preview = text.input("preview").expect("its number");
    let lead = hub.signed_in(Who::CityLead).await;
    assert_eq!(lead.get(&format!("/en{office}/previews")).await.status, 403);
    assert_eq!(lead.post(&format!("/en{office}/previews/revoke"), &[("preview", &*preview)]).await.status, 403);
    let events = rows(&hub, "events").await;
    // Only through its own thing.
    let of_other = team.post(&format!("/en/office/editorial/{other}/previews/revoke"), &[("preview", &*preview)]).await;
    assert_eq!((of_other.status, visitor.get(&link).await.status), (404, 200));
    for _ in 0..2 {
        let revoke = team.post(&format!("/en{office}/previews/revoke"), &[("preview", &*preview)]).await;
        revoke.leads_to(&format!("/en{office}/previews?done=preview-revoked"));
    }
    assert_eq!(rows(&hub, "events").await, events + 1, "doing what is done tells nobody");
    visitor.get(&link).await.is(410).hides("In autumn.").hides("secret").shows("no longer opens");
}

async fn a_preview_link_after_withdrawal(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A summit", "In spring.").await;
    write(&team, &office, "en", "A summit", "In autumn.", "draft").await.leads_to("/en/office/");
    let link = link(&team, &office).await;
    visitor.get(&link).await.is(200).shows("In autumn.");
    let fields = [("reason", "It is off."), ("was", "draft")];
    team.post(&format!("/en{office}/withdraw"), &fields).await.leads_to(&format!("/en{office}?done=taken-back"));
    visitor.get(&link).await.is(410).hides("In autumn.");
    assert_eq!(team.post(&format!("/en{office}/previews"), &[("once", "")]).await.status, 409);
    // Taken up again it opens nothing either: it was somebody's who may not have it any more.
    team.post(&format!("/en{office}/resume"), &[]).await.leads_to(&format!("/en{office}?done=taken-up"));
    visitor.get(&link).await.is(410).hides("In autumn.");
}

async fn a_link_is_over_after_two_weeks(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    let link = link(&team, &office).await;
    hub.clock.jump(TimeDelta::days(14) - TimeDelta::minutes(5));
    visitor.get(&link).await.is(200);
    hub.clock.jump(TimeDelta::minutes(5));
    visitor.get(&link).await.is(410);
    hub.clock.jump(TimeDelta::days(15));
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(rows(&hub, "editorial_previews").await, 0);
    assert_eq!(visitor.get(&link).await.status, 404);
}

async fn no_more_links_than_anybody_can_look_after(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    for number in 0..21 {
        let once = base::secret::new_secret();
        let reply = team.post(&format!("/en{office}/previews"), &[("once", &*once)]).await;
        assert_eq!(reply.status, if number < 20 { 303 } else { 422 }, "{number}");
    }
}

async fn what_meets_trouble_at_its_time_is_published_all_the_same(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    schedule(&team, &office, &day(&hub, 20), "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    hub.clock.jump(TimeDelta::days(21));
    // Long planned, it is tried as long as any other job.
    let age = "SELECT COUNT(*) AS n FROM jobs WHERE kind = 'editorial.publish-planned' AND created_at = run_at";
    assert_eq!(hub.number(age).await, 1);
    // Whatever became of its job, a round of tidying up asks for it anew.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM jobs WHERE kind = 'editorial.publish-planned'", vec![]).await.expect("it is lost");
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    visitor.get("/en/news/a-summit").await.is(200).shows("In spring.");
}

async fn a_job_of_an_earlier_plan_is_none_of_this_one(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (one, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let visitor = hub.visitor();
    let on = day(&hub, 2);
    let office = begin(&one, "news", "en", "A summit", "In spring.").await;
    write(&one, &office, "en", "A summit", "In spring.", "review").await.leads_to("/en/office/");
    schedule(&other, &office, &on, "09:00", "UTC").await.leads_to(&format!("/en{office}?done=scheduled"));
    one.post(&format!("/en{office}/call-off"), &[]).await.leads_to("/en/office/");
    // The other one writes it now, and the first plans it for the same time.
    write(&other, &office, "en", "A summit", "In autumn.", "review").await.leads_to("/en/office/");
    schedule(&one, &office, &on, "09:00", "UTC").await.leads_to(&format!("/en{office}?done=scheduled"));
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    visitor.get("/en/news/a-summit").await.is(200).shows("In autumn.");
    let listed = visitor.get("/api/v1/news").await.is(200).json();
    assert_eq!(listed["items"][0]["texts"].as_array().map(Vec::len), Some(1), "{listed}");
}

async fn nobody_publishes_a_translation_that_they_have_not_seen(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let visitor = hub.visitor();
    let office = begin(&author, "news", "en", "A summit", "In spring.").await;
    write(&author, &office, "fr", "Un sommet", "Au printemps.", "ready").await.leads_to("/en/office/");
    write(&author, &office, "en", "A summit", "In spring.", "review").await.leads_to("/en/office/");
    let page = other.get(&format!("/en{office}")).await.is(200);
    let (seen, translations) = (page.input("seen").expect("a number"), page.input("translations").expect("which"));
    // Another version takes its place while it is read.
    write(&author, &office, "fr", "Un sommet", "Autre chose.", "ready").await.leads_to("/en/office/");
    let publish = [("was", "in-review"), ("seen", &*seen), ("translations", &*translations)];
    other.post(&format!("/en{office}/publish"), &publish).await.leads_to(&format!("/en{office}?done=published"));
    visitor.get("/en/news/a-summit").await.is(200).shows("In spring.");
    visitor.get("/fr/news").await.is(200).hides("Un sommet").shows("A summit");
    // What is seen as it stands goes out.
    let page = other.get(&format!("/en{office}")).await.is(200);
    let (seen, translations) = (page.input("seen").expect("a number"), page.input("translations").expect("which"));
    let publish = [("was", "live"), ("seen", &*seen), ("translations", &*translations)];
    other.post(&format!("/en{office}/publish"), &publish).await.leads_to(&format!("/en{office}?done=published"));
    visitor.get("/fr/news").await.is(200).shows("Un sommet");
}

async fn a_link_ends_when_everybody_can_read_it(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    let link = link(&team, &office).await;
    // Its languages are those of the link: none leads out of it.
    visitor.get(&link).await.is(200).shows(&link.replace("/en/", "/fr/")).hides("/en/news/a-summit");
    write(&team, &office, "en", "A summit", "In spring.", "publish").await.leads_to("/en/office/");
    write(&team, &office, "en", "A summit", "In secret.", "draft").await.leads_to("/en/office/");
    visitor.get(&link).await.is(410).hides("In secret.");
}

async fn the_enter_key_publishes_nothing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    write(&team, &office, "fr", "Un sommet", "Au printemps.", "draft").await.leads_to("/en/office/");
    for lang in ["en", "fr"] {
        let text = team.get(&format!("/en{office}?in={lang}")).await.is(200).text();
        let form = text.split(&format!("action=\"/en{office}\"")).nth(1).expect("the form");
        let first = form.split("name=\"do\" value=\"").nth(1).expect("a button");
        assert!(first.starts_with("draft"), "browsers press the first button of a form: {}", &first[..20]);
    }
}

async fn an_address_that_was_taken_meanwhile_calls_a_schedule_off(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    schedule(&team, &office, &day(&hub, 2), "09:00", "UTC").await.leads_to(&format!("/en{office}?done="));
    // Another of the same address goes first.
    published(&team, "news", "en", "A summit", "Another one.").await;
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    visitor.get("/en/news/a-summit").await.is(200).shows("Another one.");
    let page = team.get(&format!("/en{office}")).await.is(200);
    page.shows("Another page has this address");
    assert_eq!(rows(&hub, "editorial_items WHERE state = 'draft'").await, 1);
}

async fn a_link_ends_with_the_schedule_it_was_made_under(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "release", "en", "A summit", "In spring.").await;
    let planned = async || {
        schedule(&team, &office, &day(&hub, 2), "09:00", "UTC").await.leads_to(&format!("/en{office}?done=scheduled"));
        let link = link(&team, &office).await;
        visitor.get(&link).await.is(200).shows("In spring.").shows("Under embargo until");
        link
    };
    // Whoever was told until when they may not publish reads nothing that comes after.
    let link = planned().await;
    team.post(&format!("/en{office}/call-off"), &[]).await.is(303);
    assert_eq!(visitor.get(&link).await.status, 410);
    // Nor where it is put off; the same plan sent again changes nothing.
    let link = planned().await;
    schedule(&team, &office, &day(&hub, 2), "09:00", "UTC").await.is(303);
    visitor.get(&link).await.is(200);
    schedule(&team, &office, &day(&hub, 4), "09:00", "UTC").await.is(303);
    assert_eq!(visitor.get(&link).await.status, 410);
    team.post(&format!("/en{office}/call-off"), &[]).await.is(303);
    let link = planned().await;
    write(&team, &office, "en", "A summit", "In spring.", "draft").await.is(303);
    visitor.get(&link).await.is(200).shows("Under embargo until");
    write(&team, &office, "en", "A summit", "Not for others.", "draft").await.is(303);
    let over = visitor.get(&link).await;
    assert_eq!(over.status, 410);
    over.hides("Not for others");
}
