//! The own data: what the hub keeps of the reader, for how long, and all of it as a file.

use askama::Template;
use http::StatusCode;
use web::personal::{FILES, FILES_BYTES, Kind};
use web::{Answer, Meta, Offered, Visit, page};

use crate::actions::data;

#[derive(Template)]
#[template(path = "people/data.html")]
struct DataPage<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(DataPage);

impl DataPage<'_> {
    fn limits(&self) -> String {
        let size = self.v.size(FILES_BYTES);
        self.v.ta("data-limits", &[("count", FILES.into()), ("size", (&size).into())])
    }
}

/// Key of the words for what is kept.
pub(crate) fn personal_words(kind: Kind) -> String {
    format!("personal-{}", kind.code())
}

/// Key of the words for what that is, and for how long.
pub(crate) fn personal_kept_words(kind: Kind) -> String {
    format!("personal-kept-{}", kind.code())
}

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.person()?;
    let meta = Meta::titled(visit.t("data-title")).hide();
    page(StatusCode::OK, &DataPage { v: &visit, meta }, None)
}

/// All of it, as a file.
pub(crate) async fn take(visit: Visit, offered: Offered) -> Answer {
    visit.person()?;
    visit.actor.must_be_recent(visit.hub.now())?;
    let file = web::personal::archive(&visit.hub, &offered.personal, &visit.actor).await?;
    data::note_taken(&visit.hub, &visit.actor).await?;
    Ok(file)
}
