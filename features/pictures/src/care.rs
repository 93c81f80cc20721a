//! Consents of those whom pictures show, that end.

use async_trait::async_trait;
use base::{Result, Time};
use web::Visit;
use web::parts::{Care, Due};

use crate::figure::shown;
use crate::rows;
use crate::rules::Standing;

/// Pictures that are named.
const NAMED: i64 = 100;

pub(crate) struct Consents;

#[async_trait]
impl Care for Consents {
    async fn due(&self, visit: &Visit, until: Time) -> Result<Vec<Due>> {
        let pictures = rows::page(&visit.hub.db.read(), &[Standing::EndsSoon], visit.hub.now(), NAMED, 0).await?;
        let ends: Vec<_> = pictures.iter().filter_map(|picture| Some((picture.id, picture.consent_until?))).collect();
        let found = shown(visit, pictures).await?;
        let due = |(id, on): (i64, Time)| {
            let own = found.get(&id)?;
            let title = match own.shows() {
                "" => visit.t("picture-decorative"),
                shows => shows.to_owned(),
            };
            Some(Due { words: "picture-one", title, path: own.picture().office(), on })
        };
        Ok(ends.into_iter().filter(|(_, on)| *on <= until).filter_map(due).collect())
    }
}
