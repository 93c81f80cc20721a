//! The revisions of a text: what each changed, and bringing one back.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Lang, PersonId};
use http::StatusCode;
use input::Fields;
use texts::{Piece, Revision, Standing};
use web::{Answer, Meta, Visit, page, redirect};

use super::edit::labelled;
use super::id;
use super::shown::{by, language, names, source};
use crate::access::check;
use crate::actions;
use crate::rows;
use crate::rules::{Item, TITLE};

/// Parts by their labels, with what changed in each.
type Changed = Vec<(String, Vec<Piece>)>;

#[derive(Template)]
#[template(path = "editorial/history.html")]
struct HistoryPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    lang: Lang,
    standing: Vec<Standing>,
    revisions: Vec<Revision>,
    /// The one that is looked at, with what it changed of the one before it.
    looked_at: Option<(Revision, Changed)>,
    names: HashMap<PersonId, String>,
}

web::framed!(HistoryPage);

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    check(&visit.actor)?;
    let fields = Fields::parse(&visit.query);
    let sql = visit.hub.db.read();
    let item = rows::item(&sql, id(&item)?).await?;
    let standing = actions::standing(&sql, &visit.hub, &item).await?;
    let of_source = source(&standing).map_or(visit.lang, |text| text.lang);
    let lang = language(&visit, fields.get("in")).unwrap_or(of_source);
    let revisions = texts::revisions(&sql, item.thing(), lang).await?;
    let newest = revisions.first().map(|revision| revision.number);
    let number = fields.get("number").parse().ok().or(newest);
    let before = revisions.iter().map(|one| one.number).find(|own| number.is_some_and(|number| *own < number));
    let looked_at = match number {
        Some(number) => texts::revision(&sql, item.thing(), lang, number).await?,
        None => None,
    };
    let before = match before {
        Some(before) => texts::revision(&sql, item.thing(), lang, before).await?.map(|one| one.parts),
        None => None,
    };
    let parts = labelled(&visit, item.kind);
    let looked_at = looked_at.map(|revision| {
        let changed = parts.iter().map(|(label, part)| {
            let now = revision.parts.get(part);
            let pieces = match &before {
                Some(before) => texts::difference(before.get(part), now),
                // The first one changed nothing.
                None => texts::difference(now, now),
            };
            (label.clone(), pieces)
        });
        let changed = changed.filter(|(_, pieces)| !pieces.is_empty()).collect();
        (revision, changed)
    });
    let title = looked_at.as_ref().map(|(revision, _)| revision.parts.get(TITLE).to_owned()).unwrap_or_default();
    let meta = Meta::titled(visit.t1("editorial-history-of", "title", title)).hide();
    let names = names(&sql, revisions.iter().map(|one| one.author)).await?;
    let template = HistoryPage { v: &visit, meta, item, lang, standing, revisions, looked_at, names };
    page(StatusCode::OK, &template, None)
}

impl HistoryPage<'_> {
    fn by(&self, who: &Option<PersonId>) -> String {
        by(self.v, &self.names, *who)
    }

    fn own(&self) -> Option<&Standing> {
        self.standing.iter().find(|text| text.lang == self.lang)
    }

    fn is_live(&self, revision: &Revision) -> bool {
        self.item.shown && self.own().is_some_and(|text| text.live == Some(revision.number))
    }

    fn newest(&self) -> i64 {
        self.own().map_or(0, |text| text.newest)
    }

    fn address(&self, revision: &Revision) -> String {
        format!("{}/history?in={}&number={}", self.v.link(self.item.office()), self.lang, revision.number)
    }

    fn is_looked_at(&self, revision: &Revision) -> bool {
        self.looked_at.as_ref().is_some_and(|(own, _)| own.number == revision.number)
    }

    fn written(&self) -> Vec<Lang> {
        self.standing.iter().filter(|text| text.newest > 0).map(|text| text.lang).collect()
    }
}

pub(crate) async fn restore(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let lang = language(&visit, fields.get("in")).ok_or(base::Fail::NotFound)?;
    let number = |name: &str| fields.get(name).parse::<i64>().unwrap_or(0);
    let saved = actions::restore(&visit.hub, &visit.actor, id(&item)?, lang, number("number"), number("seen")).await?;
    Ok(redirect(&visit.done(format!("{}?in={lang}", saved.item.office()), "brought-back")).into_response())
}
