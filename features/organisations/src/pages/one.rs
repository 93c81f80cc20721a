//! One organisation: what is kept of it, and the numbers under which others know it.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Lang, OrganisationId, Result};
use cities::City;
use http::StatusCode;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::list::{country, ended, of_city};
use crate::access::{Action, may, may_see_network};
use crate::rules::{Identifier, IdentifierDraft, Organisation, kind_words};
use crate::scheme::{Scheme, scheme_words};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "organisations/one.html")]
struct OnePage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Organisation,
    city: Option<City>,
    identifiers: Vec<Identifier>,
    /// The reader writes it.
    writes: bool,
    form: Form<'a>,
}

web::framed!(OnePage);

async fn find(visit: &Visit, id: OrganisationId) -> Result<Organisation> {
    rows::organisation_for(&visit.hub.db.read(), &visit.actor, Action::See, id).await
}

pub(crate) async fn get(visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let own = find(&visit, id).await?;
    show(&visit, &own, Fields::default()).await
}

pub(crate) async fn identify(visit: Visit, Path(id): Path<OrganisationId>, fields: Fields) -> Answer {
    let own = rows::organisation_for(&visit.hub.db.read(), &visit.actor, Action::Write, id).await?;
    let done = match IdentifierDraft::read(&fields) {
        Ok(draft) => actions::identify(&visit.hub, &visit.actor, id, &draft).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(own.path(), "identifier-added")).into_response()),
        Err(fail) => show(&visit, &own, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn forget(visit: Visit, Path((id, written)): Path<(OrganisationId, String)>) -> Answer {
    let identifier = base::id::read_id(&written).ok_or(Fail::NotFound)?;
    actions::forget_identifier(&visit.hub, &visit.actor, id, identifier).await?;
    Ok(redirect(&visit.done(crate::rules::path(id), "identifier-removed")).into_response())
}

async fn show(visit: &Visit, own: &Organisation, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let city = cities::by_ids(&sql, own.city.as_slice()).await?.into_values().next();
    let identifiers = rows::identifiers(&sql, own.id).await?;
    let form = Form::new(visit, filled).may_lack(&["from_on", "until_on"]);
    let (_, name) = own.named(visit.lang, &visit.hub.network.languages);
    let meta = Meta::titled(name).hide();
    let writes = may(&visit.actor, Action::Write, own);
    let template = OnePage { v: visit, meta, own, city, identifiers, writes, form };
    page(template.form.status(), &template, None)
}

impl OnePage<'_> {
    /// The list in which it stands, where the reader sees one.
    fn list(&self) -> Option<(String, String)> {
        match &self.city {
            Some(city) => Some((of_city(city), self.v.t1("organisations-of", "city", city.name(self.v.lang)))),
            None if may_see_network(&self.v.actor) => {
                Some(("/office/organisations".to_owned(), self.v.t("menu-organisations")))
            }
            None => None,
        }
    }

    /// The language of the title, where it is another than the page's.
    fn title_lang(&self) -> Option<Lang> {
        let (lang, _) = self.own.named(self.v.lang, &self.v.hub.network.languages);
        Some(lang).filter(|lang| *lang != self.v.lang)
    }

    /// What it is called in other languages than that of the title.
    fn other_names(&self) -> Vec<&(Lang, String)> {
        let (title, _) = self.own.named(self.v.lang, &self.v.hub.network.languages);
        self.own.names.iter().filter(|(lang, _)| *lang != title).collect()
    }

    fn language(&self, lang: &Lang) -> String {
        self.v.t(web::words::language_words(lang.code()))
    }

    fn kind(&self) -> String {
        self.v.t(kind_words(self.own.kind))
    }

    fn country(&self) -> &str {
        country(self.v, self.own)
    }

    fn ended(&self) -> Option<String> {
        ended(self.v, self.own)
    }

    fn sources(&self) -> Vec<String> {
        let ids = self.own.source.split(';').filter(|id| !id.is_empty());
        let sources = &self.v.hub.network.sources;
        ids.filter_map(|id| sources.iter().find(|own| own.id == id)).map(|own| own.title.clone()).collect()
    }

    fn website(&self) -> String {
        input::website::shown(&self.own.website)
    }

    fn scheme(&self, own: &Identifier) -> String {
        self.v.t(scheme_words(own.scheme))
    }

    fn address(&self, own: &Identifier) -> Option<String> {
        own.scheme.address(&own.value)
    }

    /// From when until when it is its number, where that is known.
    fn days(&self, own: &Identifier) -> String {
        let (from, until) = (own.from_on.map(|day| self.v.day(&day)), own.until_on.map(|day| self.v.day(&day)));
        match (from, until) {
            (None, None) => String::new(),
            (Some(from), None) => self.v.t1("identifier-from", "day", from),
            (None, Some(until)) => self.v.t1("identifier-until", "day", until),
            (Some(from), Some(until)) => {
                self.v.ta("identifier-from-until", &[("from", (&from).into()), ("until", (&until).into())])
            }
        }
    }

    fn removed_at(&self, own: &Identifier) -> String {
        format!("{}/identifiers/{}/remove", self.own.path(), base::id::write_id(own.id))
    }

    fn schemes(&self) -> Vec<Choice> {
        let choose = Choice::new("", self.v.t("choose"));
        let all = Scheme::ALL.into_iter().map(|scheme| Choice::new(scheme.code(), self.v.t(scheme_words(scheme))));
        std::iter::once(choose).chain(all).collect()
    }
}

#[derive(Template)]
#[template(path = "organisations/remove.html")]
struct SurePage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Organisation,
    /// Something names it: it is not removed.
    named: bool,
}

web::framed!(SurePage);

pub(crate) async fn sure(visit: Visit, offered: Offered, Path(id): Path<OrganisationId>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::organisation_for(&sql, &visit.actor, Action::Write, id).await?;
    let named = actions::is_named(&sql, &offered, &own).await?;
    ask(&visit, &own, named, StatusCode::OK)
}

fn ask(visit: &Visit, own: &Organisation, named: bool, status: StatusCode) -> Answer {
    let (_, name) = own.named(visit.lang, &visit.hub.network.languages);
    let meta = Meta::titled(visit.t1("organisation-remove-title", "name", name)).hide();
    page(status, &SurePage { v: visit, meta, own, named }, None)
}

pub(crate) async fn remove(visit: Visit, offered: Offered, Path(id): Path<OrganisationId>) -> Answer {
    match actions::remove(&visit.hub, &offered, &visit.actor, id).await {
        Ok(own) => {
            let sql = visit.hub.db.read();
            let city = cities::by_ids(&sql, own.city.as_slice()).await?.into_values().next();
            let list = city.as_ref().map_or_else(|| "/office/organisations".to_owned(), of_city);
            Ok(redirect(&visit.done(list, "organisation-removed")).into_response())
        }
        Err(Fail::Invalid(_)) => {
            let own = find(&visit, id).await?;
            ask(&visit, &own, true, StatusCode::CONFLICT)
        }
        Err(fail) => Err(fail.into()),
    }
}
