//! Short texts for social media: one for each language, to be copied.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang, Result};
use input::Fields;
use web::words::language_words;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::moves::{open, title_of};
use crate::rules::{ADDRESS, Item};
use crate::social::{self, Social};

#[derive(Template)]
#[template(path = "editorial/social.html")]
struct SocialPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
    /// What can be copied: its language, and the text with the address of what it is about.
    ready: Vec<(Lang, String)>,
    /// What somebody else saved meanwhile.
    meanwhile: Vec<(Lang, String)>,
}

web::framed!(SocialPage);

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    let there = social::of(&visit.hub.db.read(), item.id).await?;
    let fields = as_it_is(&visit, &there);
    show(&visit, item, &there, fields).await
}

fn as_it_is(visit: &Visit, there: &Social) -> Fields {
    let languages = visit.hub.network.languages.iter();
    let text = |lang: &Lang| there.get(lang.code()).map_or("", String::as_str);
    let fields = Fields::default().with("seen", social::mark(there));
    languages.fold(fields, |fields, lang| fields.with(&social::field(*lang), text(lang)))
}

pub(crate) async fn post(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let social = match social::read(&fields, &visit.hub.network.languages) {
        Ok(social) => social,
        Err(fail) => {
            let there = social::of(&visit.hub.db.read(), item.id).await?;
            return show(&visit, item, &there, Filled::failed(fields, fail)?).await;
        }
    };
    match social::save(&visit.hub, &visit.actor, item.id, &social, fields.get("seen")).await {
        Ok(item) => Ok(redirect(&visit.done(format!("{}/social", item.office()), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let there = social::of(&visit.hub.db.read(), item.id).await?;
            let changed = Filled::conflicting(fields, FieldError::new("", "error-social-changed"));
            let saved = visit.hub.network.languages.iter();
            let meanwhile = saved.filter_map(|lang| Some((*lang, there.get(lang.code())?.clone()))).collect();
            let filled = changed.with("seen", social::mark(&there));
            show_with(&visit, item, &there, filled, meanwhile).await
        }
        Err(fail) => {
            let there = social::of(&visit.hub.db.read(), item.id).await?;
            show(&visit, item, &there, Filled::failed(fields, fail)?).await
        }
    }
}

async fn show(visit: &Visit, item: Item, there: &Social, filled: impl Into<Filled>) -> Answer {
    show_with(visit, item, there, filled, Vec::new()).await
}

/// The page with what somebody else saved meanwhile, for whoever comes second.
async fn show_with(
    visit: &Visit,
    item: Item,
    there: &Social,
    filled: impl Into<Filled>,
    meanwhile: Vec<(Lang, String)>,
) -> Answer {
    let title = title_of(visit, &item).await?;
    let meta = Meta::titled(visit.t1("social-title", "title", &title)).hide();
    let form = Form::new(visit, filled);
    let ready = ready(visit, &item, there).await?;
    let template = SocialPage { v: visit, meta, item, title, form, ready, meanwhile };
    page(template.form.status(), &template, None)
}

/// The texts with the addresses at which readers find what they are about; none before they can.
async fn ready(visit: &Visit, item: &Item, there: &Social) -> Result<Vec<(Lang, String)>> {
    if !item.is_shown(visit.hub.now()) {
        return Ok(Vec::new());
    }
    let texts = texts::live(&visit.hub.db.read(), &[item.thing()], &[ADDRESS]).await?.remove(&item.thing());
    let texts = texts.unwrap_or_default();
    let languages = &visit.hub.network.languages;
    let one = |lang: &Lang| {
        let text = there.get(lang.code())?;
        let best = texts::best(&texts, *lang, languages)?;
        let address = visit.hub.address(&format!("/{lang}{}", item.path(best.get(ADDRESS))));
        Some((*lang, format!("{text}\n{address}")))
    };
    Ok(languages.iter().filter_map(one).collect())
}

impl SocialPage<'_> {
    fn languages(&self) -> &[Lang] {
        &self.v.hub.network.languages
    }

    /// The field of a language.
    fn field(&self, lang: &Lang) -> String {
        self.form.area(&social::field(*lang), &language_words(lang.code()))
    }
}
