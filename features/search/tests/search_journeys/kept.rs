//! Pages that are kept for visitors.

use testkit::{Engine, TestHub, Who, both_engines};

use crate::{asked, published, titles, withdraw, write};

both_engines!(a_kept_page_is_outdated_by_whatever_comes_to_be_found, a_page_is_kept);

async fn a_page_is_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    hub.settle().await;
    let first = visitor.get(&asked("en", "diffa", "")).await.is(200);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/"), "a page that is kept has a tag: {tag}");
    visitor.get_with(&asked("en", "diffa", ""), "if-none-match", &tag).await.is(304);
}

async fn a_kept_page_is_outdated_by_whatever_comes_to_be_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    hub.settle().await;
    let none = Vec::<String>::new();
    assert_eq!(titles(&visitor, "en", "guillemots").await, none);
    let place = published(&team, "myth", "en", "Guillemots sleep", "Nothing else.").await;
    hub.settle().await;
    assert_eq!(titles(&visitor, "en", "guillemots").await, ["Guillemots sleep"]);
    write(&team, &place, "fr", "Les guillemots dorment", "Rien d’autre.", "ready").await.is(303);
    hub.settle().await;
    assert_eq!(titles(&visitor, "fr", "guillemots").await, ["Les guillemots dorment"]);
    withdraw(&team, &place).await;
    assert_eq!(titles(&visitor, "fr", "guillemots").await, none);
}
