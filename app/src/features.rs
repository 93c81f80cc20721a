//! The one list of features.

use base::Lang;
use std::sync::Arc;
use store::{Handler, Migration};
use web::parts::{Feature, Parts};
use web::{Hub, Routes};

/// All features. A new one is one line here.
pub fn features() -> Vec<Feature> {
    vec![people::feature(), cities::feature(), library::feature(), site::feature()]
}

/// All addresses.
pub fn routes() -> Routes {
    features().iter().fold(Routes::default(), |routes, feature| routes.merge((feature.routes)()))
}

pub(crate) fn migrations() -> Vec<Migration> {
    store::MIGRATIONS
        .iter()
        .copied()
        .chain(features().iter().flat_map(|feature| feature.migrations.iter().copied()))
        .collect()
}

pub(crate) fn file_owners() -> Vec<&'static str> {
    features().iter().flat_map(|feature| feature.files.iter().copied()).collect()
}

pub(crate) fn words() -> Vec<(Lang, &'static str)> {
    features().iter().flat_map(|feature| feature.words).collect()
}

pub(crate) fn parts() -> Parts {
    let mut parts = Parts { api: routes().operations().to_vec(), ..Parts::default() };
    for feature in features() {
        (feature.parts)(&mut parts);
    }
    parts.menu.sort_by_key(|item| item.place);
    parts.office.sort_by_key(|item| item.place);
    parts.account.sort_by_key(|item| item.place);
    parts
}

pub(crate) fn handlers(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    let of_features = features().into_iter().flat_map(|feature| (feature.jobs)(hub));
    of_features.chain([crate::chores::tidier(hub)]).collect()
}
