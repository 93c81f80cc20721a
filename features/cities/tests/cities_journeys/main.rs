//! Cities over HTTP, with the features that show them.

mod cities;
mod names;

use ::cities::Membership;
use base::Actor;
use testkit::TestHub;

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        ::cities::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
    ]
}

/// A city's membership stands there from now on, as after a decision.
async fn becomes(hub: &TestHub, slug: &str, membership: Membership) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = ::cities::by_slugs(&tx, &[slug.to_owned()]).await.expect("cities").remove(0);
    let records = &hub.parts.city_records;
    ::cities::set_membership(&tx, records, &Actor::System, city.id, membership).await.expect("a membership");
    tx.commit().await.expect("it is kept");
}
