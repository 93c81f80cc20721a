//! Voices: heard with consent, and not a moment longer.

use chrono::TimeDelta;
use testkit::{Client, Engine, Reply, TestHub, Who, both_engines};

use crate::{begin, published, start, write};

both_engines!(
    a_voice_is_published_with_consent_only,
    a_voice_that_ends_is_gone_from_every_page_by_itself,
    a_consent_that_was_given_anew_goes_on,
    what_visitors_read_keeps_its_consent,
    a_plan_beyond_the_consent_is_refused,
    a_translated_voice_says_in_which_language_it_was_said,
    a_voice_ends_also_where_its_job_was_lost,
    a_link_to_a_preview_ends_with_the_consent,
    a_long_voice_is_quoted_in_short,
);

const WORDS: &str = "We learned it from another city.";

async fn consent(client: &Client, office: &str, how: &str, until: &str) -> Reply {
    let form = client.get(&format!("/en{office}/facts")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let fields = [("revision", &*revision), ("position", "0"), ("consent", how), ("until", until)];
    client.post(&format!("/en{office}/facts"), &fields).await
}

fn day(hub: &TestHub, days: i64) -> String {
    (hub.hub.now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}

/// A voice that readers hear for so many days.
async fn heard(hub: &TestHub, team: &Client, days: i64) -> String {
    let office = begin(team, "voice", "en", "A practitioner", WORDS).await;
    consent(team, &office, "On paper.", &day(hub, days)).await.is(303);
    write(team, &office, "en", "A practitioner", WORDS, "publish")
        .await
        .leads_to(&format!("/en{office}?done=published"));
    office
}

/// Goes to the end of this day.
fn to_the_end(hub: &TestHub, days: i64) {
    let end =
        (hub.hub.now() + TimeDelta::days(days + 1)).date_naive().and_hms_opt(0, 0, 0).expect("midnight").and_utc();
    hub.clock.jump(end - hub.hub.now());
}

async fn a_voice_is_published_with_consent_only(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "voice", "en", "A practitioner", WORDS).await;
    let refused = write(&team, &office, "en", "A practitioner", WORDS, "publish").await.is(422);
    refused.shows("Whoever speaks has to have consented");
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 404);
    consent(&team, &office, "On paper.", "").await.is(303);
    write(&team, &office, "en", "A practitioner", WORDS, "publish").await.is(422);
    consent(&team, &office, "On paper.", &day(&hub, -1)).await.is(303);
    write(&team, &office, "en", "A practitioner", WORDS, "publish").await.is(422);
    consent(&team, &office, "On paper.", &day(&hub, 0)).await.is(303);
    write(&team, &office, "en", "A practitioner", WORDS, "publish").await.is(303);
    let page = visitor.get("/en/voices/a-practitioner").await.is(200);
    page.shows(WORDS).shows("In short.").hides("On paper");
    for door in ["/en/voices", "/en/"] {
        visitor.get(door).await.is(200).shows(WORDS).hides("On paper");
    }
    // The consent is the team's: no file, feed or machine has it.
    visitor.get("/en/voices.csv").await.is(200).shows("A practitioner").hides("On paper");
    team.get("/en/office/editorial.csv").await.is(200).hides("On paper");
}

async fn a_voice_that_ends_is_gone_from_every_page_by_itself(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = heard(&hub, &team, 2).await;
    let number = office.rsplit('/').next().expect("a number");
    published(&team, "news", "en", "News", &format!("Words.\n\n![](voice:{number})")).await;
    let doors = ["/en/voices", "/en/", "/en/news/news", "/en/voices/a-practitioner", "/sitemaps/editorial/1"];
    let shown = |door: &str| if door.starts_with("/sitemaps") { "a-practitioner" } else { WORDS };
    for door in doors {
        visitor.get(door).await.is(200).shows(shown(door));
    }
    to_the_end(&hub, 2);
    // The job outdates what is kept.
    hub.settle().await;
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 410);
    for door in doors.into_iter().filter(|door| !door.ends_with("a-practitioner")) {
        visitor.get(door).await.is(200).hides(shown(door));
    }
    visitor.get("/en/news/news").await.is(200).shows("Words.");
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get(&format!("/en{office}")).await.is(200).shows("Withdrawn").shows("The consent has ended.");
    // It cannot come back as it is.
    team.post(&format!("/en{office}/resume"), &[]).await.is(303);
    write(&team, &office, "en", "A practitioner", WORDS, "publish").await.is(422);
}

async fn a_consent_that_was_given_anew_goes_on(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = heard(&hub, &team, 2).await;
    consent(&team, &office, "On paper, again.", &day(&hub, 5)).await.is(303);
    to_the_end(&hub, 2);
    hub.settle().await;
    visitor.get("/en/voices/a-practitioner").await.is(200).shows(WORDS);
    to_the_end(&hub, 2);
    hub.settle().await;
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 410);
}

async fn what_visitors_read_keeps_its_consent(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = heard(&hub, &team, 2).await;
    let refused = consent(&team, &office, "", "").await.is(422);
    refused.shows("Visitors read it now");
    consent(&team, &office, "On paper.", &day(&hub, -3)).await.is(422);
    visitor.get("/en/voices/a-practitioner").await.is(200);
    // Also what is written on meanwhile: readers have the earlier words.
    write(&team, &office, "en", "A practitioner", "Other words.", "draft").await.is(303);
    to_the_end(&hub, 2);
    hub.settle().await;
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 410);
}

async fn a_plan_beyond_the_consent_is_refused(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "voice", "en", "A practitioner", WORDS).await;
    consent(&team, &office, "On paper.", &day(&hub, 2)).await.is(303);
    let plan = async |days: i64| {
        let form = team.get(&format!("/en{office}/schedule")).await.is(200);
        let hidden = |name: &str| form.input(name).unwrap_or_default();
        let (was, seen, day) = (hidden("was"), hidden("seen"), day(&hub, days));
        let fields = [("was", &*was), ("seen", &*seen), ("day", &*day), ("time", "09:00"), ("zone", "UTC")];
        team.post(&format!("/en{office}/schedule"), &fields).await
    };
    plan(4).await.is(422).shows("Whoever speaks has to have consented");
    plan(2).await.is(303);
    // A day that is still beyond it changes nothing.
    consent(&team, &office, "On paper, again.", &day(&hub, 3)).await.leads_to(&format!("/en{office}?done=saved"));
    // The consent is taken back meanwhile: the plan ends with it, which is said, and the history says why.
    consent(&team, &office, "", "").await.leads_to(&format!("/en{office}?done=saved-called-off"));
    let now = team.get(&format!("/en{office}")).await.is(200).shows("Whoever speaks has to have consented");
    let _ = now.shows("Draft").hides("Scheduled for");
    hub.clock.jump(TimeDelta::days(2) + TimeDelta::hours(23));
    hub.settle().await;
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 404);
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get(&format!("/en{office}")).await.is(200).shows("Whoever speaks has to have consented");
}

async fn a_translated_voice_says_in_which_language_it_was_said(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "voice", "fr", "Une maire", "Nous avons appris.").await;
    consent(&team, &office, "On paper.", &day(&hub, 9)).await.is(303);
    write(&team, &office, "fr", "Une maire", "Nous avons appris.", "publish").await.is(303);
    write(&team, &office, "en", "A mayor", "We have learned.", "ready").await.is(303);
    visitor.get("/fr/voices/une-maire").await.is(200).hides("Traduit");
    visitor.get("/en/voices/a-mayor").await.is(200).shows("We have learned.").shows("Translated; said in: Français");
}

async fn a_voice_ends_also_where_its_job_was_lost(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = heard(&hub, &team, 2).await;
    visitor.get("/en/voices/a-practitioner").await.is(200);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM jobs WHERE kind = 'editorial.voice-ends'", vec![]).await.expect("lost");
    tx.commit().await.expect("committed");
    to_the_end(&hub, 2);
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    assert_eq!(visitor.get("/en/voices/a-practitioner").await.status, 410);
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get(&format!("/en{office}")).await.is(200).shows("Withdrawn");
}

async fn a_link_to_a_preview_ends_with_the_consent(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "voice", "en", "A practitioner", WORDS).await;
    let link = async || {
        let form = team.get(&format!("/en{office}/previews")).await.is(200);
        let once = form.input("once").expect("a token");
        team.post(&format!("/en{office}/previews"), &[("once", &*once)]).await.is(303);
        let page = team.get(&format!("/en{office}/previews")).await.is(200).text();
        page.split('"').find_map(|part| Some(&part[part.find("/en/preview/")?..])).expect("a link").to_owned()
    };
    consent(&team, &office, "On paper.", &day(&hub, 2)).await.is(303);
    let first = link().await;
    visitor.get(&first).await.is(200).shows(WORDS);
    // What was consented to changes: whoever has a link was shown something else.
    consent(&team, &office, "", "").await.is(303);
    assert_eq!(visitor.get(&first).await.status, 410);
    consent(&team, &office, "On paper, again.", &day(&hub, 2)).await.is(303);
    let second = link().await;
    visitor.get(&second).await.is(200).shows(WORDS);
    to_the_end(&hub, 2);
    assert_eq!(visitor.get(&second).await.status, 410);
    let told = hub.signed_in(Who::Administrator).await.get("/en/office/record").await.is(200);
    told.shows("Changed the consent of whoever speaks</th>");
}

async fn a_long_voice_is_quoted_in_short(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let long = format!("We *began* with R&D. {}\n\nAnd the last words.", "Then we went on. ".repeat(200));
    let office = begin(&team, "voice", "en", "A practitioner", &long).await;
    consent(&team, &office, "On paper.", &day(&hub, 9)).await.is(303);
    write(&team, &office, "en", "A practitioner", &long, "publish").await.is(303);
    visitor.get("/en/voices/a-practitioner").await.is(200).shows("And the last words.");
    let number = office.rsplit('/').next().expect("a number");
    let named = format!("![](voice:{number})\n\n").repeat(40);
    published(&team, "news", "en", "News", &format!("Words.\n\n{named}")).await;
    for door in ["/en/voices", "/en/", "/en/news/news"] {
        let page = visitor.get(door).await.is(200);
        page.shows("We began with R&#38;D. Then we went on.").shows("…").hides("And the last words.");
    }
}
