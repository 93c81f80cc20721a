//! What is not found: what nobody has yet, or has no more, and what is others'.

use base::Actor;
use chrono::TimeDelta;
use cities::Membership;
use extract::samples;
use testkit::{CITY, Client, Engine, TestHub, Upload, Who, both_engines};

use crate::{asked, begin, found, published, titles, withdraw, write};

both_engines!(
    what_readers_do_not_have_is_not_found,
    what_is_taken_back_is_gone_before_the_index_follows,
    what_a_city_keeps_is_found_by_its_own,
    a_city_that_is_no_member_any_more_is_gone_at_once,
);

/// It is nowhere: not found, not counted, not suggested.
async fn no_trace(client: &Client, word: &str) {
    let page = client.get(&asked("en", word, "")).await.is(200);
    assert_eq!(found(&page.text()), []);
    drop(page.shows("No result"));
    let json = client.get(&format!("/api/v1/search?q={word}")).await.is(200).json();
    assert_eq!((&json["total"], &json["facets"]["kind"]), (&0.into(), &serde_json::json!({})), "{word}");
    assert_eq!(client.get(&format!("/en/search/suggest?q={word}")).await.is(200).json(), serde_json::json!([]));
    client.get(&format!("/en/library?q={word}")).await.is(200).hides("outside the library");
}

async fn what_readers_do_not_have_is_not_found(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    // A draft, one that is sent for review, one that somebody outside was shown.
    let place = begin(&team, "news", "en", "Guillemots came", "Nothing else.").await;
    hub.settle().await;
    no_trace(&visitor, "guillemots").await;
    no_trace(&team, "guillemots").await;
    write(&team, &place, "en", "Guillemots came", "Nothing else.", "review").await.is(303);
    team.post(&format!("/en{place}/previews"), &[]).await.is(303);
    hub.settle().await;
    no_trace(&visitor, "guillemots").await;
    // Planned, until its time has come.
    let place = begin(&team, "news", "en", "Razorbills came", "Nothing else.").await;
    let form = team.get(&format!("/en{place}/schedule")).await.is(200);
    let field = |name: &str| form.input(name).expect("a field");
    let on = (hub.hub.now() + TimeDelta::days(2)).format("%Y-%m-%d").to_string();
    let (was, seen, translations) = (field("was"), field("seen"), field("translations"));
    let fields = [
        ("was", &*was),
        ("seen", &*seen),
        ("translations", &*translations),
        ("day", &*on),
        ("time", "09:00"),
        ("zone", "UTC"),
    ];
    team.post(&format!("/en{place}/schedule"), &fields).await.leads_to(&format!("/en{place}?done=scheduled"));
    hub.settle().await;
    no_trace(&visitor, "razorbills").await;
    hub.clock.jump(TimeDelta::days(3));
    hub.settle().await;
    assert_eq!(titles(&visitor, "en", "razorbills").await, ["Razorbills came"]);
    // What is written on what readers have is theirs once it is published: the source, and a translation.
    write(&team, &place, "en", "Razorbills and puffins", "Nothing else.", "draft").await.is(303);
    write(&team, &place, "fr", "Les pingouins sont venus", "Rien d’autre.", "draft").await.is(303);
    hub.settle().await;
    no_trace(&visitor, "puffins").await;
    no_trace(&visitor, "pingouins").await;
    assert_eq!(titles(&visitor, "en", "razorbills").await, ["Razorbills came"]);
}

async fn what_is_taken_back_is_gone_before_the_index_follows(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let mut places = Vec::new();
    for kind in ["news", "question", "myth", "initiative", "release", "page"] {
        places.push(published(&team, kind, "en", &format!("Guillemots of a {kind}"), "Nothing else.").await);
    }
    hub.settle().await;
    assert_eq!(titles(&visitor, "en", "guillemots").await.len(), places.len());
    for place in &places {
        withdraw(&team, place).await;
    }
    no_trace(&visitor, "guillemots").await;
    hub.settle().await;
    no_trace(&visitor, "guillemots").await;
}

async fn what_a_city_keeps_is_found_by_its_own(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for (title, access) in [("Guillemots for us", "city"), ("Guillemots for members", "members")] {
        lead.uploaded(&Upload::new(title, "text.txt", samples::txt(&["Nothing else."])).with("access", access)).await;
    }
    hub.settle().await;
    for (who, count) in [
        (Who::Visitor, 0),
        (Who::OtherLead, 1),
        (Who::CentralTeam, 1),
        (Who::Administrator, 1),
        (Who::Practitioner, 2),
        (Who::CityLead, 2),
    ] {
        let client = hub.signed_in(who).await;
        let page = client.get(&asked("en", "guillemots", "")).await.is(200);
        assert_eq!(found(&page.text()).len(), count, "{}", who.name());
        let json = client.get("/api/v1/search?q=guillemots").await.is(200).json();
        assert_eq!(json["total"], count, "{}", who.name());
        let suggested = client.get("/en/search/suggest?q=guillem").await.is(200).json();
        assert_eq!(suggested.as_array().map(Vec::len), Some(count), "{}", who.name());
        if count == 2 {
            drop(page.shows("<span>This city only</span>"));
        } else {
            drop(page.hides("Guillemots for us"));
        }
    }
}

async fn a_city_that_is_no_member_any_more_is_gone_at_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    hub.settle().await;
    let diffa = ("City".to_owned(), "Diffa".to_owned());
    // Without it a similar name may be found.
    let cities = async || {
        let found = found(&visitor.get(&asked("en", "diffa", "&kind=city")).await.is(200).text());
        found.iter().filter(|city| **city == diffa).count()
    };
    assert_eq!(cities().await, 1);
    becomes(&hub, CITY, Membership::Suspended).await;
    assert_eq!(cities().await, 0, "before the index has followed");
    hub.settle().await;
    assert_eq!(cities().await, 0);
    becomes(&hub, CITY, Membership::Active).await;
    hub.settle().await;
    assert_eq!(cities().await, 1);
}

/// A city's membership stands there from now on, as after a decision.
async fn becomes(hub: &TestHub, slug: &str, membership: Membership) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[slug.to_owned()]).await.expect("cities").remove(0);
    let records = &hub.parts.city_records;
    cities::set_membership(&tx, records, &Actor::System, city.id, membership).await.expect("a membership");
    tx.commit().await.expect("it is kept");
}
