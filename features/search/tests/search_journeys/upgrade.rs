//! An index that an earlier program has filled.

use find::{Facet, Request};
use server::{Opened, Settings};
use testkit::{Engine, TestHub, Who, both_engines};
use web::{Feature, Parts};

use crate::{features, published};

both_engines!(an_index_of_before_is_filled_with_the_new_kinds);

/// As a program that put nothing but documents into its index.
fn of_before() -> Vec<Feature> {
    fn only_documents(parts: &mut Parts) {
        parts.search.retain(|kind| kind.kind() == library::KIND);
    }
    let last = Feature { parts: only_documents, ..search::feature() };
    features().into_iter().filter(|feature| feature.name != "search").chain([last]).collect()
}

/// How many things of each kind the index of the hub in this folder has, once this program has brought it up to date; and
/// whether it was of use as it was found.
async fn counts(settings: &Settings, features: &[Feature]) -> (Vec<(u64, usize)>, bool) {
    let clock = std::sync::Arc::new(testkit::TestClock::after_start(90_000));
    let Opened { hub, follower, worker, events, .. } = server::open(settings, clock, features).await.expect("it opens");
    let was_of_use = hub.index.cursor() != 0;
    for _ in 0..200 {
        follower.catch_up().await.expect("the index follows");
        if follower.is_level().await.expect("what is ahead") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let everyone = base::Actor::Visitor.audiences();
    let found = hub.index.search(&Request { audiences: everyone, ..Request::default() }).expect("an answer");
    let mut kinds = found.facets.get(&Facet::Kind).cloned().unwrap_or_default();
    kinds.sort_unstable();
    hub.db.close().await;
    drop((hub, follower, worker, events));
    (kinds, was_of_use)
}

async fn an_index_of_before_is_filled_with_the_new_kinds(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "Guillemots came", "Nothing else.").await;
    let lead = hub.signed_in(Who::CityLead).await;
    let text = extract::samples::txt(&["Nothing else."]);
    lead.uploaded(&testkit::Upload::new("A plan", "text.txt", text).with("access", "public")).await;
    hub.settle().await;
    let stopped = hub.stop().await;
    let (before, _) = counts(&stopped.settings, &of_before()).await;
    assert_eq!(before, [(find::number("document"), 1)], "an earlier program knew documents only");
    let (again, was_of_use) = counts(&stopped.settings, &of_before()).await;
    assert_eq!((again, was_of_use), (before, true), "it is filled once");
    let (now, was_of_use) = counts(&stopped.settings, &features()).await;
    let count = |kind: &str| now.iter().find(|(own, _)| *own == find::number(kind)).map_or(0, |(_, count)| *count);
    assert!(!was_of_use, "what would be missing is known");
    assert_eq!((count("document"), count("news")), (1, 1));
    assert!(count("city") > 100 && count("question") > 5 && count("page") >= 7, "{now:?}");
    let (_, was_of_use) = counts(&stopped.settings, &features()).await;
    assert!(was_of_use, "and then it stays");
}
