//! What the features offer, put together.

use std::sync::Arc;

use base::Lang;
use store::{EventFollower, Follows, Handler, Migration};
use web::{Feature, Hub, Parts, Routes};

/// Their addresses.
pub fn routes(features: &[Feature]) -> Routes {
    features.iter().fold(Routes::default(), |routes, feature| routes.merge((feature.routes)()))
}

/// The steps of their tables, and of those of the services.
pub fn migrations(features: &[Feature]) -> Vec<Migration> {
    store::MIGRATIONS
        .iter()
        .chain(texts::MIGRATIONS)
        .copied()
        .chain(features.iter().flat_map(|feature| feature.migrations.iter().copied()))
        .collect()
}

pub(crate) fn file_owners(features: &[Feature]) -> Vec<&'static str> {
    features.iter().flat_map(|feature| feature.files.iter().copied()).collect()
}

/// Their words, in every language of the interface.
pub fn words(features: &[Feature]) -> Vec<(Lang, &'static str)> {
    let of = |feature: &Feature| {
        let path = |lang| format!("features/{}/words/{lang}.ftl", feature.name);
        feature.words.map(|(lang, text)| (lang, web::dev::current(&path(lang), text)))
    };
    features.iter().flat_map(of).collect()
}

pub(crate) fn parts(features: &[Feature]) -> Parts {
    let routes = routes(features);
    let (api, addresses) = (routes.operations().to_vec(), routes.addresses());
    let mut parts = Parts { api, addresses, ..Parts::default() };
    for feature in features {
        (feature.parts)(&mut parts);
    }
    parts.letters.extend(web::notices::letters(&parts.notices));
    parts
}

pub(crate) fn handlers(features: &[Feature], hub: &Hub, parts: &Arc<Parts>) -> Vec<Arc<dyn Handler>> {
    let of_features = features.iter().flat_map(|feature| (feature.jobs)(hub, parts));
    let again = store::tries_again(&hub.db, follows(hub, parts));
    let own = [crate::chores::tidier(hub, parts), crate::sealing::sealer(&hub.db)];
    of_features.chain(own).chain([web::post::handler(hub, parts), again]).collect()
}

/// Whoever follows events.
fn follows(hub: &Hub, parts: &Arc<Parts>) -> Vec<Arc<dyn Follows>> {
    vec![web::notices::follower(hub, parts)]
}

/// What brings each of them up to date.
pub(crate) fn followers(hub: &Hub, parts: &Arc<Parts>) -> Vec<EventFollower> {
    follows(hub, parts).into_iter().map(|who| EventFollower::new(hub.db.clone(), who)).collect()
}
