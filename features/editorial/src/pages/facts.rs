//! What is the same in all languages: place, sources, themes, cities, when it is looked at again.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{CityId, Fail, FieldError, Result};
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::id;
use crate::access::check;
use crate::actions;
use crate::kinds::{Kind, SECTIONS, section_words};
use crate::rows;
use crate::rules::{CITIES, Facts, Item, PLACES, last_day, place_words};
use crate::tree::Tree;

#[derive(Template)]
#[template(path = "editorial/facts.html")]
struct FactsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
    /// The pages below which this one may stand.
    parents: Vec<Choice>,
}

web::framed!(FactsPage);

/// The fields that people fill in.
const FIELDS: [(&str, &str); 13] = [
    ("section", "question-section"),
    ("position", "editorial-position"),
    ("parent", "page-parent"),
    ("place", "page-place"),
    ("sources", "editorial-sources"),
    ("themes", "editorial-themes"),
    ("cities", "editorial-cities"),
    ("reviewed_by", "editorial-reviewed-by"),
    ("reviewed_on", "editorial-reviewed-on"),
    ("review_due", "editorial-review-due"),
    ("consent", "voice-consent"),
    ("until", "voice-until"),
    ("media_contact", "release-contact"),
];

async fn open(visit: &Visit, item: &str) -> Result<Item> {
    check(&visit.actor)?;
    rows::item(&visit.hub.db.read(), id(item)?).await
}

async fn as_it_is(visit: &Visit, item: &Item) -> Result<Fields> {
    let sql = visit.hub.db.read();
    let mut fields = Fields::default()
        .with("section", &item.section)
        .with("position", item.position)
        .with("parent", item.parent.map(base::id::write_id).unwrap_or_default())
        .with("place", &item.place)
        .with("reviewed_by", &item.reviewed_by)
        .with("reviewed_on", &item.reviewed_on)
        .with("review_due", &item.review_due)
        .with("consent", &item.consent)
        .with("media_contact", &item.media_contact)
        .with("until", item.ends_at.map(last_day).unwrap_or_default())
        .with("revision", item.revision);
    item.source_ids().for_each(|id| fields.push("sources", id));
    for theme in rows::themes(&sql, &[item.id]).await?.remove(&item.id).unwrap_or_default() {
        fields.push("themes", theme);
    }
    let ids = rows::cities(&sql, item.id).await?;
    let cities = cities::by_ids(&sql, &ids).await?;
    let named =
        ids.iter().filter_map(|id| cities.get(id)).map(|city| format!("{} ({})", city.name(visit.lang), city.slug));
    fields.push("cities", named.collect::<Vec<_>>().join("\n"));
    Ok(fields)
}

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    let fields = as_it_is(&visit, &item).await?;
    show(&visit, item, fields).await
}

pub(crate) async fn post(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let named = named_cities(&visit, &fields).await?;
    let (facts, cities) = match (Facts::read(&fields, item.kind, &visit.hub.network), named) {
        (Ok(facts), Ok(cities)) => (facts, cities),
        (facts, cities) => {
            let errors = facts.err().into_iter().flatten().chain(cities.err()).collect();
            return show(&visit, item, Filled::wrong(fields, errors)).await;
        }
    };
    match actions::save_facts(&visit.hub, &visit.actor, item.id, &facts, &cities).await {
        Ok(item) if actions::ends_plan(&item, &facts) => {
            Ok(redirect(&visit.done(item.office(), "saved-called-off")).into_response())
        }
        Ok(item) => Ok(redirect(&visit.done(item.office(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let item = rows::item(&visit.hub.db.read(), item.id).await?;
            let now = as_it_is(&visit, &item).await?;
            show(&visit, item, Filled::changed(fields, &now, &FIELDS)).await
        }
        Err(fail) => show(&visit, item, Filled::failed(fields, fail)?).await,
    }
}

/// The cities that were named, one a line: by a name, by the last part of their address, or as they stand there already; or
/// which one there is not.
async fn named_cities(visit: &Visit, fields: &Fields) -> Result<std::result::Result<Vec<CityId>, FieldError>> {
    let text = fields.text("cities");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > CITIES {
        return Ok(Err(FieldError::new("cities", "error-too-many-cities").with("max", CITIES)));
    }
    let slug = |line: &str| match line.strip_suffix(')').and_then(|line| line.rsplit_once('(')) {
        Some((_, slug)) => slug.to_owned(),
        None => base::fold::fold(line).replace(' ', "-"),
    };
    let slugs: Vec<String> = lines.iter().map(|line| slug(line)).collect();
    let by_slug = cities::by_slugs(&visit.hub.db.read(), &slugs).await?;
    let mut ids: Vec<CityId> = Vec::new();
    for (line, slug) in lines.iter().zip(&slugs) {
        let found = match by_slug.iter().find(|city| city.slug == *slug) {
            Some(city) => Some(city.id),
            None => by_name(visit, line).await?,
        };
        match found {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) => {}
            None => return Ok(Err(FieldError::new("cities", "error-no-such-city").with("city", line))),
        }
    }
    Ok(Ok(ids))
}

/// The one member that is called so.
async fn by_name(visit: &Visit, name: &str) -> Result<Option<CityId>> {
    let words = base::fold::words_of(name).join(" ");
    match cities::named(&visit.hub, &[words], 2).await?.as_slice() {
        [city] => Ok(Some(city.id)),
        _ => Ok(None),
    }
}

async fn show(visit: &Visit, item: Item, filled: impl Into<Filled>) -> Answer {
    let title = super::moves::title_of(visit, &item).await?;
    let meta = Meta::titled(visit.t1("editorial-facts-of", "title", &title)).hide();
    let parents = parents(visit, &item).await?;
    let form = Form::new(visit, filled).may_lack(&[
        "parent",
        "place",
        "position",
        "sources",
        "themes",
        "cities",
        "reviewed_by",
        "reviewed_on",
        "review_due",
        "media_contact",
    ]);
    page(form.status(), &FactsPage { v: visit, meta, item, title, form, parents }, None)
}

async fn parents(visit: &Visit, item: &Item) -> Result<Vec<Choice>> {
    let none = Choice::new("", visit.t("page-parent-none"));
    if item.kind != Kind::Page || item.fixed().is_some() {
        return Ok(vec![none]);
    }
    let tree = Tree::of(&visit.hub).await?;
    let own = tree.parents_for(item).filter_map(|node| {
        let (_, title, _) = node.named(visit.lang, &visit.hub.network.languages)?;
        Some(Choice::new(base::id::write_id(node.item.id), title))
    });
    let mut choices: Vec<Choice> = std::iter::once(none).chain(own).collect();
    // One that was withdrawn meanwhile stays what it is until somebody chooses another.
    let there = item.parent.map(base::id::write_id).filter(|id| !choices.iter().any(|own| own.value == *id));
    if let Some(id) = there {
        let parents = rows::by_ids(&visit.hub.db.read(), &item.parent.into_iter().collect::<Vec<_>>()).await?;
        if let Some(parent) = parents.first() {
            let title = super::moves::title_of(visit, parent).await?;
            choices.push(Choice::new(id, visit.t1("page-parent-withdrawn", "title", title)));
        }
    }
    Ok(choices)
}

impl FactsPage<'_> {
    /// Where the site may lead to a page from everywhere.
    fn places(&self) -> Vec<Choice> {
        let own = PLACES.iter().map(|name| Choice::new(name, self.v.t(place_words(name))));
        std::iter::once(Choice::new("", self.v.t("page-place-none"))).chain(own).collect()
    }

    /// Pages that every network has stand where the program puts them.
    fn is_placed(&self) -> bool {
        self.item.kind == Kind::Page && self.item.fixed().is_none()
    }

    fn sections(&self) -> Vec<Choice> {
        SECTIONS.map(|section| Choice::new(section, self.v.t(section_words(section)))).to_vec()
    }

    fn sources(&self) -> Vec<Choice> {
        self.v.hub.network.sources.iter().map(|source| Choice::new(&source.id, &source.title)).collect()
    }

    fn themes(&self) -> Vec<Choice> {
        self.v.hub.network.themes.iter().map(|theme| Choice::new(&theme.slug, theme.label(self.v.lang))).collect()
    }

    fn has_section(&self) -> bool {
        self.item.kind == Kind::Question
    }

    fn has_position(&self) -> bool {
        !matches!(self.item.kind, Kind::News | Kind::Release) && self.item.fixed().is_none()
    }

    fn has_contact(&self) -> bool {
        self.item.kind == Kind::Release
    }

    fn has_consent(&self) -> bool {
        self.item.kind == Kind::Voice
    }

    fn has_cities(&self) -> bool {
        matches!(self.item.kind, Kind::Initiative | Kind::News | Kind::Release | Kind::Voice)
    }
}
