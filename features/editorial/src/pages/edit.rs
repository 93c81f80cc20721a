//! Writing: a new thing, its source, and a translation beside it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang, PersonId, Result};
use input::Fields;
use store::Move;
use texts::{Piece, Revision, Side, Standing, State as TextState};
use web::form::Choice;
use web::history::Step;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::id;
use super::schedule::Planned;
use super::shown::{by, language, names, source, standing_class, standing_words};
use crate::access::check;
use crate::actions::{self, Saw};
use crate::kinds::{Kind, body_words, kind_words, kinds_words, needs_summary, summary_words, title_words};
use crate::rows;
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE, Written};
use crate::state::{ItemState, state_words};

#[derive(Template)]
#[template(path = "editorial/new.html")]
struct NewPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    kind: Kind,
}

web::framed!(NewPage);

/// What is begun when none is named.
const FIRST_KIND: Kind = Kind::News;

fn kind_of(fields: &Fields) -> Kind {
    Kind::parse(fields.get("kind")).unwrap_or(FIRST_KIND)
}

pub(crate) async fn begin(visit: Visit) -> Answer {
    check(&visit.actor)?;
    let kind = kind_of(&Fields::parse(&visit.query));
    show_new(&visit, kind, Fields::default().with("in", visit.lang))
}

pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    check(&visit.actor)?;
    let kind = kind_of(&fields);
    let lang = language(&visit, fields.get("in")).unwrap_or(visit.lang);
    let written = match Written::read(&fields, kind, true) {
        Ok(written) => written,
        Err(errors) => return show_new(&visit, kind, Filled::wrong(fields, errors)),
    };
    let once = fields.get("once");
    if let Some(place) = store::outcome_of(&visit.hub.db.read(), &visit.actor, once).await? {
        return Ok(redirect(&visit.link(place)).into_response());
    }
    match actions::create(&visit.hub, &visit.actor, kind, lang, &written, once).await {
        Ok(item) => Ok(redirect(&visit.done(item.office(), "draft-saved")).into_response()),
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => {
            let place = store::outcome_of(&visit.hub.db.read(), &visit.actor, once).await?;
            Ok(redirect(&visit.link(place.unwrap_or_else(|| "/office/editorial".into()))).into_response())
        }
        Err(fail) => show_new(&visit, kind, Filled::failed(fields, fail)?),
    }
}

fn show_new(visit: &Visit, kind: Kind, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t1("editorial-new-of", "kind", visit.t(kind_words(kind)))).hide();
    // What it needs to be published it may lack as a draft, and no more.
    let form = Form::new(visit, filled).may_lack(lacks(kind));
    page(form.status(), &NewPage { v: visit, meta, form, kind }, None)
}

impl NewPage<'_> {
    fn languages(&self) -> Vec<Choice> {
        self.v.hub.network.languages.iter().map(|lang| Choice::new(lang, lang.endonym())).collect()
    }

    /// The kinds, with their addresses.
    fn kinds(&self) -> Vec<(String, String, bool)> {
        let one = |kind: Kind| {
            let address = format!("{}?kind={}", self.v.link("/office/editorial/new"), kind.code());
            (self.v.t(kind_words(kind)), address, kind == self.kind)
        };
        Kind::ALL.into_iter().map(one).collect()
    }
}

#[derive(Template)]
#[template(path = "editorial/edit.html")]
struct EditPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    form: Form<'a>,
    writing: Lang,
    /// The text that is written, as it stands; the source has no `beside`.
    own: Option<Standing>,
    standing: Vec<Standing>,
    beside: Option<Beside>,
    /// What became of it, the newest first.
    steps: Vec<Step>,
    names: HashMap<PersonId, String>,
}

web::framed!(EditPage);

/// The source that a translation renders.
struct Beside {
    lang: Lang,
    /// The revision that stands there.
    number: i64,
    /// Each part: its label, and its words; with what changed since the translation, where that renders another.
    parts: Vec<(String, Vec<Piece>)>,
    /// It says something else than what the translation renders.
    changed: bool,
}

/// What the form is filled with, and what stands around it.
struct Opened {
    item: Item,
    standing: Vec<Standing>,
    texts: Vec<Revision>,
    writing: Lang,
}

async fn open(visit: &Visit, item: &str, asked: &str) -> Result<Opened> {
    check(&visit.actor)?;
    let sql = visit.hub.db.read();
    let item = rows::item(&sql, id(item)?).await?;
    let standing = actions::standing(&sql, &visit.hub, &item).await?;
    let texts = texts::newest(&sql, item.thing()).await?;
    let of_source = source(&standing).map(|text| text.lang).unwrap_or(visit.lang);
    let writing = language(visit, asked).unwrap_or(of_source);
    Ok(Opened { item, standing, texts, writing })
}

impl Opened {
    fn own(&self) -> Option<&Revision> {
        self.texts.iter().find(|text| text.lang == self.writing)
    }

    fn is_source(&self) -> bool {
        source(&self.standing).is_none_or(|text| text.lang == self.writing)
    }

    /// The form as the text stands.
    fn as_it_is(&self) -> Fields {
        let parts = self.own().map(|text| text.parts.clone()).unwrap_or_default();
        let number = self.own().map_or(0, |text| text.number);
        let rendered = texts::reference(&self.standing).map_or(0, |(_, number)| number);
        Fields::default()
            .with("in", self.writing)
            .with("title", parts.get(TITLE))
            .with("summary", parts.get(SUMMARY))
            .with("body", parts.get(BODY))
            .with("address", parts.get(ADDRESS))
            .with("revision", number)
            .with("rendered", rendered)
    }
}

pub(crate) async fn get(visit: Visit, Path(item): Path<String>) -> Answer {
    let asked = Fields::parse(&visit.query);
    let opened = open(&visit, &item, asked.get("in")).await?;
    let fields = opened.as_it_is().with("at", asked.get("at"));
    show(&visit, opened, fields).await
}

/// What is to be done with what was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Keep,
    Ready,
    Review,
    Publish,
    Schedule,
    Insert,
}

impl Then {
    fn of(fields: &Fields) -> Then {
        match fields.get("do") {
            "ready" => Then::Ready,
            "review" => Then::Review,
            "publish" => Then::Publish,
            "schedule" => Then::Schedule,
            "insert" => Then::Insert,
            _ => Then::Keep,
        }
    }
}

pub(crate) async fn post(visit: Visit, Path(item): Path<String>, fields: Fields) -> Answer {
    check(&visit.actor)?;
    // A language that there is not (any more) is no source.
    if !fields.get("in").is_empty() && language(&visit, fields.get("in")).is_none() {
        return Err(Fail::NotFound.into());
    }
    let opened = open(&visit, &item, fields.get("in")).await?;
    let (kind, id, writing) = (opened.item.kind, opened.item.id, opened.writing);
    let then = Then::of(&fields);
    let written = match Written::read(&fields, kind, matches!(then, Then::Keep | Then::Insert)) {
        Ok(written) => written,
        Err(errors) => return show(&visit, opened, Filled::wrong(fields, errors)).await,
    };
    let is_source = opened.is_source();
    let own = opened.standing.iter().find(|text| text.lang == writing);
    let was_live = own.is_some_and(|text| text.live.is_some() && text.live == Some(text.newest)) && opened.item.shown;
    let was_planned = opened.item.state == ItemState::Scheduled;
    let own = [
        ("title", title_words(kind)),
        ("summary", summary_words(kind)),
        ("body", body_words(kind)),
        ("address", "editorial-address"),
    ];
    match actions::write(&visit.hub, &visit.actor, id, writing, &written, then == Then::Ready).await {
        Ok(saved) => {
            let here = if is_source { saved.item.office() } else { format!("{}?in={writing}", saved.item.office()) };
            let address = match then {
                Then::Insert => {
                    let at = fields.get("at").parse::<usize>().map(|at| format!("&at={at}")).unwrap_or_default();
                    let lists = format!("{}/insert?in={writing}{at}", saved.item.office());
                    let called_off = is_source && was_planned && saved.wrote;
                    if called_off { visit.done(lists, "draft-called-off") } else { visit.link(lists) }
                }
                // Nothing was changed of what readers have.
                Then::Ready if !is_source && !saved.wrote && was_live => visit.done(here, "draft-saved"),
                _ if !is_source && saved.live => visit.done(here, "translation-live"),
                Then::Ready if !is_source => visit.done(here, "translation-ready"),
                Then::Review if is_source => return go_on(&visit, id, saved.number, then).await,
                // Nothing was changed: readers have it.
                Then::Schedule if is_source && saved.item.state == ItemState::Live && !saved.wrote => {
                    visit.done(here, "draft-saved")
                }
                // When is asked next.
                Then::Schedule if is_source => visit.link(format!("{}/schedule", saved.item.office())),
                Then::Publish if is_source => return go_on(&visit, id, saved.number, then).await,
                _ if is_source && was_planned && saved.wrote => visit.done(here, "draft-called-off"),
                _ => visit.done(here, "draft-saved"),
            };
            Ok(redirect(&address).into_response())
        }
        Err(Fail::Conflict(_)) => {
            let opened = open(&visit, &item, fields.get("in")).await?;
            let now = opened.as_it_is();
            let mut fields = fields;
            fields.set("merged", "yes");
            show(&visit, opened, Filled::changed(fields, &now, &own).with("rendered", now.get("rendered"))).await
        }
        // What stood beside it was a draft that was written on: the source is another one now.
        Err(Fail::NotFound) => {
            let opened = open(&visit, &item, fields.get("in")).await?;
            let rendered = opened.as_it_is().get("rendered").to_owned();
            let changed = Filled::conflicting(fields, FieldError::new("", "error-source-changed"));
            show(&visit, opened, changed.with("rendered", rendered)).await
        }
        Err(fail) => {
            let opened = open(&visit, &item, fields.get("in")).await?;
            show(&visit, opened, Filled::failed(fields, fail)?).await
        }
    }
}

/// What was written is saved with the number `seen`; now it is sent on its way, and nothing that another wrote since. Where that
/// is refused it stays a draft, and the page says why.
async fn go_on(visit: &Visit, item: i64, seen: i64, then: Then) -> Answer {
    let opened = open(visit, &base::id::write_id(item), "").await?;
    if then == Then::Review && opened.item.state == ItemState::Live {
        // Nothing was changed: readers have it.
        return Ok(redirect(&visit.done(opened.item.office(), "draft-saved")).into_response());
    }
    if then == Then::Review && opened.item.state == ItemState::InReview {
        return Ok(redirect(&visit.done(opened.item.office(), "sent-for-review")).into_response());
    }
    let office = opened.item.office();
    let (done, outcome) = match then {
        Then::Review => {
            let outcome = actions::send_for_review(&visit.hub, &visit.actor, item, seen).await;
            (visit.done(office, "sent-for-review"), outcome)
        }
        _ => {
            // Directly: only where nobody else has to have read what is published.
            let saw = Saw { source: seen, ..Saw::default() };
            let outcome = actions::publish(&visit.hub, &visit.actor, item, opened.item.state, &saw).await;
            (visit.done(office, "published"), outcome)
        }
    };
    match outcome {
        Ok(_) => Ok(redirect(&done).into_response()),
        Err(fail) => refused(visit, item, fail).await,
    }
}

/// Something was refused that has to do with the text: the editor says why. What was written is saved.
pub(super) async fn refused(visit: &Visit, item: i64, fail: Fail) -> Answer {
    let Fail::Invalid(errors) = fail else { return Err(fail.into()) };
    let opened = open(visit, &base::id::write_id(item), "").await?;
    let fields = opened.as_it_is();
    show(visit, opened, Filled::wrong(fields, errors)).await
}

async fn show(visit: &Visit, opened: Opened, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let is_source = opened.is_source();
    let beside = if is_source { None } else { beside(visit, &opened).await? };
    let moves = store::moves_of::<ItemState>(&sql, opened.item.id).await?;
    let people = opened.standing.iter().map(|text| text.author).chain(moves.iter().map(|one| one.actor));
    let names = names(&sql, people).await?;
    let title = opened.own().or(opened.texts.first()).map(|text| text.parts.get(TITLE).to_owned()).unwrap_or_default();
    let meta = Meta::titled(visit.t1("editorial-edit-of", "title", title)).hide();
    let form = Form::new(visit, filled).may_lack(lacks(opened.item.kind));
    let own = opened.standing.iter().find(|text| text.lang == opened.writing).cloned();
    let Opened { item, standing, writing, .. } = opened;
    let step = |one: Move| Step {
        now: ItemState::parse(&one.now).map(|state| visit.t(state_words(state))).unwrap_or_default(),
        by: by(visit, &names, one.actor),
        at: one.at,
        reason: one.reason,
        below: String::new(),
    };
    let steps = moves.into_iter().map(step).collect();
    let template = EditPage { v: visit, meta, item, form, writing, own, standing, beside, steps, names };
    page(template.form.status(), &template, None)
}

/// The fields that such a thing may lack, also when it is published.
fn lacks(kind: Kind) -> &'static [&'static str] {
    if needs_summary(kind) { &["address"] } else { &["summary", "address"] }
}

/// The source beside a translation. What changed since is marked where the translation renders another revision.
async fn beside(visit: &Visit, opened: &Opened) -> Result<Option<Beside>> {
    let sql = visit.hub.db.read();
    let Some((lang, number)) = texts::reference(&opened.standing) else { return Ok(None) };
    let Some(source) = texts::revision(&sql, opened.item.thing(), lang, number).await? else { return Ok(None) };
    let own = opened.standing.iter().find(|text| text.lang == opened.writing);
    let behind = own.is_some_and(|text| text.state == TextState::Behind);
    let rendered = opened.own().and_then(|text| text.rendered).filter(|_| behind);
    let before = match rendered {
        Some(rendered) => texts::revision(&sql, opened.item.thing(), lang, rendered).await?,
        None => None,
    };
    let parts = labelled(visit, opened.item.kind).into_iter().filter_map(|(label, part)| {
        let now = source.parts.get(part);
        let pieces = match &before {
            Some(before) => texts::difference(before.parts.get(part), now),
            None => vec![Piece { side: Side::Both, text: now.to_owned() }],
        };
        let says = pieces.iter().any(|piece| !piece.text.trim().is_empty());
        says.then_some((label, pieces))
    });
    Ok(Some(Beside { lang, number, parts: parts.collect(), changed: before.is_some() }))
}

/// The parts of a text with their labels, in the order of the form.
pub(super) fn labelled(visit: &Visit, kind: Kind) -> [(String, &'static str); 3] {
    [(visit.t(title_words(kind)), TITLE), (visit.t(summary_words(kind)), SUMMARY), (visit.t(body_words(kind)), BODY)]
}

impl EditPage<'_> {
    fn translates(&self) -> bool {
        self.beside.is_some()
    }

    /// What is written is what readers have, with one press.
    fn may_publish_directly(&self) -> bool {
        !actions::second_person(&self.v.hub) && matches!(self.item.state, ItemState::Draft | ItemState::Live)
    }

    /// A draft saves itself: not over what somebody else wrote, nor what somebody reads for its author.
    fn saves_itself(&self) -> bool {
        !self.form.is_wrong() && !matches!(self.item.state, ItemState::InReview | ItemState::Scheduled)
    }

    /// When it is to be published can be said, or changed.
    fn may_schedule(&self) -> bool {
        self.may_publish_directly() || self.may_publish_reviewed() || self.item.state == ItemState::Scheduled
    }

    /// What is planned can go out at once: nobody publishes their own words where the network asks for a second person.
    fn may_publish_now(&self) -> bool {
        let mine = source(&self.standing).is_some_and(|text| text.author == self.v.actor.id());
        self.item.state == ItemState::Scheduled && !(mine && actions::second_person(&self.v.hub))
    }

    /// What the button says that keeps a draft: of what is planned it says what else happens.
    fn save_words(&self) -> &'static str {
        let calls_off = self.item.state == ItemState::Scheduled && !self.translates();
        if calls_off { "editorial-save-and-call-off" } else { "editorial-save-draft" }
    }

    /// When it is planned for, in the clocks that were chosen; and in UTC.
    fn planned(&self) -> Option<Planned> {
        self.item.when().map(|when| Planned::of(self.v, &when))
    }

    /// What is written goes to a second person; of what readers have that is a new draft.
    fn may_send_for_review(&self) -> bool {
        matches!(self.item.state, ItemState::Draft | ItemState::Live)
    }

    /// Somebody else wrote it, or nobody has to be somebody else.
    fn may_publish_reviewed(&self) -> bool {
        let mine = source(&self.standing).is_some_and(|text| text.author == self.v.actor.id());
        self.item.state == ItemState::InReview && !(mine && actions::second_person(&self.v.hub))
    }

    /// Translations that are ready and that readers do not have, of what they have.
    fn waiting_translations(&self) -> bool {
        let waits = |text: &Standing| text.ready.is_some() && text.ready != text.live;
        self.item.state == ItemState::Live && self.standing.iter().any(waits)
    }

    fn state(&self) -> String {
        self.v.t(state_words(self.item.state))
    }

    fn words_of(&self, text: &Standing) -> String {
        self.v.t(standing_words(text.state))
    }

    fn class_of(&self, text: &Standing) -> &'static str {
        standing_class(text.state)
    }

    fn by(&self, who: &Option<PersonId>) -> String {
        by(self.v, &self.names, *who)
    }

    /// The translations that are ready, as the page shows them.
    fn translations(&self) -> String {
        super::moves::translations(&self.standing)
    }

    fn seen(&self) -> i64 {
        source(&self.standing).map_or(0, |text| text.newest)
    }

    /// Where its page is, where readers have it.
    fn kind_name(&self) -> String {
        self.v.t(kinds_words(self.item.kind))
    }

    /// It is behind, and its newest words are no draft: they may be right still.
    fn may_confirm(&self) -> bool {
        self.own.as_ref().is_some_and(|text| text.state == TextState::Behind && !text.has_draft())
    }

    fn languages(&self) -> Vec<(Lang, String, bool)> {
        let one = |text: &Standing| {
            let address = match text.state {
                TextState::Source => self.item.office(),
                _ => format!("{}?in={}", self.item.office(), text.lang),
            };
            (text.lang, self.v.link(address), text.lang == self.writing)
        };
        self.standing.iter().map(one).collect()
    }
}
