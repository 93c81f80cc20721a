//! What a city's workspace shows of how it stands.

use askama::Template;
use async_trait::async_trait;
use base::{Fail, Result};
use cities::Membership;
use web::Visit;
use web::parts::{OfCity, Side, WorkspacePart};

use crate::pages::Standing as Stands;

#[derive(Template)]
#[template(path = "status/part.html")]
struct Part<'a> {
    v: &'a Visit,
    city: &'a OfCity,
    standing: Stands<'a>,
}

/// The section of a workspace.
pub(crate) struct Standing;

#[async_trait]
impl WorkspacePart for Standing {
    fn side(&self) -> Side {
        Side::Aside
    }

    async fn part(&self, visit: &Visit, city: &OfCity) -> Result<Option<String>> {
        let sql = visit.hub.db.read();
        let Some(now) = Membership::parse(city.membership) else { return Ok(None) };
        let standing = Stands::without_day(visit, &sql, city.id, now).await?;
        Part { v: visit, city, standing }.render().map(Some).map_err(Fail::internal)
    }
}
