//! What one person shows of themselves.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, PersonId};
use http::StatusCode;
use web::{Answer, Fields, Meta, Visit, page, redirect};

use super::{Work, cities_of, field, picture_of, work};
use crate::access::{check, may_see, may_take_down};
use crate::actions::note_read;
use crate::picture;
use crate::rows::{self, At};
use crate::rules::{Profile, shown_words};

#[derive(Template)]
#[template(path = "directory/one.html")]
struct OnePage<'a> {
    v: &'a Visit,
    meta: Meta,
    profile: &'a Profile,
    field: String,
    work: Vec<Work>,
    picture: Option<String>,
    languages: Vec<&'static str>,
    themes: Vec<String>,
    /// It is the reader's own.
    own: bool,
    may_take_down: bool,
}

web::framed!(OnePage);

impl OnePage<'_> {
    /// The picture that is seen, as its taking down names it.
    fn number(&self) -> String {
        self.profile.picture.map(base::id::write_id).unwrap_or_default()
    }

    fn shown(&self) -> String {
        self.v.t(shown_words(self.profile.shown.code()))
    }
}

/// The profile of somebody who is there, as far as this reader sees it.
pub(super) async fn seen(visit: &Visit, id: PersonId) -> base::Result<Profile> {
    let own = visit.person()?.id == id;
    let (sql, at) = (visit.hub.db.read(), At::of(&visit.hub));
    if own {
        return rows::own(&sql, id, &at).await?.ok_or(Fail::NotFound);
    }
    check(&visit.actor)?;
    let found =
        rows::one(&sql, id, &at).await?.filter(|profile| may_see(&visit.actor, profile)).ok_or(Fail::NotFound)?;
    note_read(&visit.hub, &visit.actor, &found).await?;
    Ok(found)
}

pub(crate) async fn get(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let profile = seen(&visit, id).await?;
    let cities = cities_of(&visit.hub.db.read(), std::slice::from_ref(&profile)).await?;
    let names = base::lang::NAMES;
    let named = |code: &String| names.iter().find(|(own, _)| own == code).map(|(_, name)| *name);
    let themes = profile.themes.iter().filter_map(|slug| visit.hub.network.theme(slug));
    let template = OnePage {
        v: &visit,
        meta: Meta::titled(&profile.name).hide(),
        field: field(&visit, &profile.field),
        work: work(&visit, &profile, &cities),
        picture: picture_of(&visit, &profile),
        languages: profile.languages.iter().filter_map(named).collect(),
        themes: themes.map(|theme| theme.label(visit.lang).to_owned()).collect(),
        own: visit.actor.id() == Some(id),
        may_take_down: may_take_down(&visit.actor) && profile.picture.is_some(),
        profile: &profile,
    };
    page(StatusCode::OK, &template, None)
}

/// Takes a picture down that should not be shown.
pub(crate) async fn take_down(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let number = base::id::read_id(fields.get("picture")).unwrap_or(0);
    picture::take_down(&visit.hub, &visit.actor, id, Some(number)).await?;
    Ok(redirect(&visit.done(format!("/people/{id}"), "directory-picture-deleted")).into_response())
}
