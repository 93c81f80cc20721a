//! On the way to the readers, and back.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{FieldError, Lang, Result};
use input::{Fields, Reader};
use texts::Standing;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::id;
use super::shown::language;
use crate::access::check;
use crate::actions::{self, Saw};
use crate::rows;
use crate::rules::Item;
use crate::state::ItemState;
use crate::tree::Tree;

/// Characters of a reason at most.
const REASON_CHARS: usize = 1_000;

#[derive(Template)]
#[template(path = "editorial/reason.html")]
struct ReasonPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
    /// What it means.
    text: String,
    /// What the button says.
    button: String,
    /// It takes something from readers.
    takes: bool,
    /// Pages that stand below it, as they are called: they stay, and nothing leads to them from here.
    below: Vec<(Lang, String)>,
}

web::framed!(ReasonPage);

/// Which of the two forms with a reason.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Back,
    Withdraw,
}

pub(super) async fn open(visit: &Visit, item: &str) -> Result<Item> {
    check(&visit.actor)?;
    rows::item(&visit.hub.db.read(), id(item)?).await
}

pub(crate) async fn ask_back(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    show(&visit, item, Which::Back, Fields::default()).await
}

pub(crate) async fn back(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let reason = match reason(&fields) {
        Ok(reason) => reason,
        Err(errors) => return show(&visit, item, Which::Back, Filled::wrong(fields, errors)).await,
    };
    let item = actions::send_back(&visit.hub, &visit.actor, item.id, &reason).await?;
    Ok(redirect(&visit.done(item.office(), "sent-back")).into_response())
}

pub(crate) async fn ask_withdraw(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    let state = store::State::code(item.state);
    show(&visit, item, Which::Withdraw, Fields::default().with("was", state)).await
}

pub(crate) async fn withdraw(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let reason = match reason(&fields) {
        Ok(reason) => reason,
        Err(errors) => return show(&visit, item, Which::Withdraw, Filled::wrong(fields, errors)).await,
    };
    let item = actions::withdraw(&visit.hub, &visit.actor, item.id, was(&fields), &reason).await?;
    Ok(redirect(&visit.done(item.office(), "taken-back")).into_response())
}

fn reason(fields: &Fields) -> std::result::Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let reason = reader.needed_text("reason", "editorial-reason", REASON_CHARS);
    reader.end(reason)
}

/// The state that whoever sent it saw.
pub(super) fn was(fields: &Fields) -> ItemState {
    ItemState::parse(fields.get("was")).unwrap_or(ItemState::Live)
}

/// What it is called in the reader's language, or the best there is.
pub(super) async fn title_of(visit: &Visit, item: &Item) -> Result<String> {
    Ok(super::shown::titles(visit, std::slice::from_ref(item)).await?.remove(&item.id).unwrap_or_default())
}

async fn show(visit: &Visit, item: Item, which: Which, filled: impl Into<Filled>) -> Answer {
    let title = title_of(visit, &item).await?;
    let (head, text, button) = match which {
        Which::Back => ("editorial-back-title", "editorial-back-text", "editorial-send-back"),
        Which::Withdraw => ("editorial-withdraw-title", "editorial-withdraw-text", "editorial-take-back"),
    };
    let meta = Meta::titled(visit.t1(head, "title", &title)).hide();
    let form = Form::new(visit, filled);
    let below = if which == Which::Withdraw { below(visit, &item).await? } else { Vec::new() };
    let template = ReasonPage {
        below,
        v: visit,
        meta,
        item,
        title,
        form,
        text: visit.t(text),
        button: visit.t(button),
        takes: which == Which::Withdraw,
    };
    page(template.form.status(), &template, None)
}

/// Pages right below this one, each with the language of what it is called.
async fn below(visit: &Visit, item: &Item) -> Result<Vec<(Lang, String)>> {
    let tree = Tree::of(&visit.hub).await?;
    let named = tree.below(item.id).filter_map(|node| node.named(visit.lang, &visit.hub.network.languages));
    Ok(named.map(|(lang, title, _)| (lang, title.to_owned())).collect())
}

pub(super) fn seen(fields: &Fields) -> i64 {
    fields.get("seen").parse().unwrap_or(0)
}

/// What stood on the page from which something is published.
pub(super) fn saw(fields: &Fields) -> Saw {
    let one =
        |text: &str| text.split_once(':').and_then(|(lang, number)| Some((lang.to_owned(), number.parse().ok()?)));
    Saw { source: seen(fields), translations: fields.get("translations").split(',').filter_map(one).collect() }
}

/// The translations that are ready, as a form says which were seen.
pub(super) fn translations(standing: &[Standing]) -> String {
    let ready = standing.iter().filter_map(|text| Some(format!("{}:{}", text.lang, text.ready?)));
    ready.collect::<Vec<_>>().join(",")
}

pub(crate) async fn publish(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let item = match actions::publish(&visit.hub, &visit.actor, item.id, was(&fields), &saw(&fields)).await {
        Ok(item) => item,
        Err(fail) => return super::edit::refused(&visit, item.id, fail).await,
    };
    Ok(redirect(&visit.done(item.office(), "published")).into_response())
}

pub(crate) async fn resume(visit: Visit, Path(item): Path<String>) -> Answer {
    let item = open(&visit, &item).await?;
    let item = actions::resume(&visit.hub, &visit.actor, item.id).await?;
    Ok(redirect(&visit.done(item.office(), "taken-up")).into_response())
}

/// Nothing to change: the translation is right still.
pub(crate) async fn confirm(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    let item = open(&visit, &item).await?;
    let lang = language(&visit, fields.get("in")).ok_or(base::Fail::NotFound)?;
    let rendered = fields.get("rendered").parse().unwrap_or(0);
    let item = actions::confirm(&visit.hub, &visit.actor, item.id, lang, seen(&fields), rendered).await?;
    Ok(redirect(&visit.done(format!("{}?in={lang}", item.office()), "translation-confirmed")).into_response())
}
