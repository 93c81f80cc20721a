//! What the team is told: a text waits for a second person, a plan came to nothing.

use testkit::{Engine, Setup, Who, both_engines};

use crate::{begin, careful, place, published, start, start_with, write};

both_engines!(the_team_is_told_of_what_waits_for_a_second_person, whoever_planned_is_told_that_it_came_to_nothing,);

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
    let on = (hub.hub.now() + chrono::TimeDelta::days(2)).format("%Y-%m-%d").to_string();
    let form = team.get(&format!("/en{office}/schedule")).await.is(200);
    let hidden = |name: &str| form.input(name).unwrap_or_default();
    let (was, seen) = (hidden("was"), hidden("seen"));
    let plan = [("was", &*was), ("seen", &*seen), ("day", &*on), ("time", "09:00"), ("zone", "UTC")];
    assert_eq!(place(&team.post(&format!("/en{office}/schedule"), &plan).await.is(303)), office);
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
