//! What the team is told: a text waits for a second person, a plan ended.

use testkit::{Client, Engine, Setup, TestHub, Who, both_engines};

use crate::{begin, careful, place, published, start, start_with, write};

both_engines!(
    the_team_is_told_of_what_waits_for_a_second_person,
    whoever_planned_is_told_that_it_came_to_nothing,
    whoever_planned_is_told_what_a_colleague_did_to_the_plan,
);

async fn the_team_is_told_of_what_waits_for_a_second_person(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.settle().await;
    let before = hub.letters().await.len();
    let office = begin(&author, "news", "en", "A workshop", "Words.").await;
    write(&author, &office, "en", "A workshop", "Words.", "review").await.is(303);
    hub.settle().await;
    let letters = hub.letters().await;
    let told: Vec<&str> = letters[before..].iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(told, [Who::Administrator.email()], "all of the team but its author, and nobody else");
    assert!(letters[before].text.contains(&office) && letters[before].subject.contains("A workshop"));
    // What was published or sent back meanwhile is told to nobody.
    let again = begin(&author, "news", "en", "Another", "Words.").await;
    write(&author, &again, "en", "Another", "Words.", "review").await.is(303);
    let seen = other.get(&format!("/en{again}")).await.is(200).input("revision").expect("a number");
    other.post(&format!("/en{again}/publish"), &[("was", "in-review"), ("seen", &*seen)]).await.is(303);
    hub.settle().await;
    assert_eq!(hub.letters().await.len(), before + 1);
}

async fn whoever_planned_is_told_that_it_came_to_nothing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A summit", "In spring.").await;
    plan(&hub, &team, &office, 2).await;
    // Another of the same address goes first.
    published(&team, "news", "en", "A summit", "Another one.").await;
    hub.settle().await;
    let before = hub.letters().await.len();
    hub.clock.jump(chrono::TimeDelta::days(3));
    hub.settle().await;
    let letters = hub.letters().await;
    assert_eq!(letters.len(), before + 1);
    assert_eq!(letters[before].to, Who::CentralTeam.email());
    assert!(letters[before].subject.contains("Not published"), "{}", letters[before].subject);
}

/// Plans it for so many days from now.
async fn plan(hub: &TestHub, team: &Client, office: &str, days: i64) {
    let on = (hub.hub.now() + chrono::TimeDelta::days(days)).format("%Y-%m-%d").to_string();
    let form = team.get(&format!("/en{office}/schedule")).await.is(200);
    let hidden = |name: &str| form.input(name).unwrap_or_default();
    let (was, seen) = (hidden("was"), hidden("seen"));
    let plan = [("was", &*was), ("seen", &*seen), ("day", &*on), ("time", "09:00"), ("zone", "UTC")];
    assert_eq!(place(&team.post(&format!("/en{office}/schedule"), &plan).await.is(303)), office);
}

async fn whoever_planned_is_told_what_a_colleague_did_to_the_plan(engine: Engine) {
    let hub = start(engine).await;
    let (planner, colleague) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let office = begin(&planner, "news", "en", "A summit", "In spring.").await;
    let told = async |what: &str, letters: usize, before: usize| {
        hub.settle().await;
        let new = hub.letters().await.split_off(before);
        let to: Vec<&str> = new.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!(to, vec![Who::CentralTeam.email(); letters], "{what}");
        before + letters
    };
    hub.settle().await;
    let mut known = hub.letters().await.len();
    for (who, by, letters) in [("whoever planned it", &planner, 0), ("a colleague", &colleague, 1)] {
        plan(&hub, &planner, &office, 2).await;
        by.post(&format!("/en{office}/call-off"), &[]).await.is(303);
        known = told(&format!("called off by {who}"), letters, known).await;
        plan(&hub, &planner, &office, 2).await;
        write(by, &office, "en", "A summit", &format!("In spring, says {who}."), "save").await.is(303);
        known = told(&format!("written over by {who}"), letters, known).await;
        plan(&hub, &planner, &office, 2).await;
        plan(&hub, by, &office, 3).await;
        told(&format!("put off by {who}"), letters, known).await;
        planner.post(&format!("/en{office}/call-off"), &[]).await.is(303);
        // Where a colleague planned last, they are told.
        hub.settle().await;
        known = hub.letters().await.len();
    }
    // What readers have is changed, planned, and taken away with its plan.
    let office = published(&planner, "news", "en", "A visit", "In May.").await;
    write(&planner, &office, "en", "A visit", "In June.", "save").await.is(303);
    plan(&hub, &planner, &office, 2).await;
    hub.settle().await;
    let reason = [("was", "scheduled"), ("reason", "It does not take place.")];
    colleague.post(&format!("/en{office}/withdraw"), &reason).await.is(303);
    known = told("withdrawn by a colleague", 1, known).await;
    // Published before its time.
    for (who, by, letters) in [("whoever planned it", &planner, 0), ("a colleague", &colleague, 1)] {
        let office = begin(&planner, "news", "en", &format!("Early, by {who}"), "In June.").await;
        plan(&hub, &planner, &office, 2).await;
        let seen = by.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
        by.post(&format!("/en{office}/publish"), &[("was", "scheduled"), ("seen", &*seen)]).await.is(303);
        known = told(&format!("published by {who}"), letters, known).await;
    }
}
