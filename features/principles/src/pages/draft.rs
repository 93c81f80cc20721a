//! The central team writes the next version, in all languages of the network.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, Lang, Result};
use input::Fields;
use web::form::{Choice, Labelled, message};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::Difference;
use crate::access::must_write;
use crate::compare::Compared;
use crate::draft::{Draft, Wording, about_field, body_field};
use crate::rules::{Change, Text, Version, change_words, lines};
use crate::{actions, draft_rows, rows};

#[derive(Template)]
#[template(path = "principles/draft.html")]
struct DraftPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// By which the form says what its writer read; nothing where nobody has written yet.
    stamp: String,
    version: Option<Version>,
    /// What is missing before it can be published; none where nobody has written yet.
    missing: Option<Vec<(&'static str, String)>>,
    differences: Vec<Difference>,
}

web::framed!(DraftPage);

impl DraftPage<'_> {
    fn changes(&self) -> Vec<Choice> {
        Change::ALL.map(|own| Choice::new(own.code(), self.v.t(change_words(own)))).into()
    }

    /// The fields of each language.
    fn languages(&self) -> Vec<(Lang, String, String)> {
        let one = |lang: &Lang| {
            let body = self.form.area_in(body_field(*lang), "draft-body", *lang);
            (*lang, body, self.form.area_in(about_field(*lang), "draft-about", *lang))
        };
        self.v.hub.network.languages.iter().map(one).collect()
    }
}

const PLACE: &str = "/office/principles/draft";

/// The draft and its revision, as a form carries them.
fn stamp(draft: &Draft) -> String {
    format!("{}.{}", base::id::write_id(draft.id), draft.revision)
}

/// What a form carries; none where it begins a draft.
fn read_stamp(text: &str) -> Option<(i64, i64)> {
    let (id, revision) = text.split_once('.')?;
    Some((base::id::read_id(id)?, revision.parse().ok()?))
}

/// What is in force, and what it says.
async fn now(visit: &Visit) -> Result<(Vec<Version>, Vec<Text>)> {
    let sql = visit.hub.db.read();
    let versions = rows::versions(&sql).await?;
    let texts = match versions.first() {
        Some(version) => rows::texts_of(&sql, version.id).await?,
        None => Vec::new(),
    };
    Ok((versions, texts))
}

pub(crate) async fn get(visit: Visit) -> Answer {
    must_write(&visit.actor)?;
    let draft = draft_rows::draft(&visit.hub.db.read()).await?;
    let (versions, texts) = now(&visit).await?;
    let filled = match &draft {
        Some(own) => own.wording.fields().with("revision", stamp(own)),
        None => Wording::of(&texts).fields(),
    };
    show(&visit, filled, draft, versions, texts)
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    must_write(&visit.actor)?;
    let saved = match Wording::read(&fields, &visit.hub.network.languages) {
        Ok(wording) => actions::save(&visit.hub, &visit.actor, read_stamp(fields.get("revision")), &wording).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    let filled = match saved {
        Ok(()) => return Ok(redirect(&visit.done(PLACE, "saved")).into_response()),
        Err(Fail::Conflict(_)) => changed(&visit, fields).await?,
        Err(fail) => Filled::failed(fields, fail)?,
    };
    let draft = draft_rows::draft(&visit.hub.db.read()).await?;
    let (versions, texts) = now(&visit).await?;
    show(&visit, filled, draft, versions, texts)
}

/// What was sent, and beside it what somebody else has saved.
async fn changed(visit: &Visit, mut fields: Fields) -> Result<Filled> {
    let mut saved = match draft_rows::draft(&visit.hub.db.read()).await? {
        Some(own) => own.wording.fields().with("revision", stamp(&own)),
        None => Wording::of(&now(visit).await?.1).fields(),
    };
    // Compared as both are kept: what a browser does to ends of lines is no change.
    for lang in &visit.hub.network.languages {
        let (body, about) = (body_field(*lang), about_field(*lang));
        for own in [&mut fields, &mut saved] {
            let (principles, new) = (lines(&own.text(body)).join("\n"), own.text(about));
            own.set(body, principles);
            own.set(about, new);
        }
    }
    let head = [("name", "draft-name"), ("change", "draft-change")];
    let texts = visit.hub.network.languages.iter().flat_map(|lang| {
        let body = Labelled::in_language(body_field(*lang), "draft-body", *lang);
        [body, Labelled::in_language(about_field(*lang), "draft-about", *lang)]
    });
    Ok(Filled::changed(fields, &saved, head.iter().map(Labelled::from).chain(texts)))
}

pub(crate) async fn discard(visit: Visit, fields: Fields) -> Answer {
    must_write(&visit.actor)?;
    let read = read_stamp(fields.get("revision")).ok_or(Fail::NotFound)?;
    match actions::discard(&visit.hub, &visit.actor, read).await {
        // Somebody wrote in it meanwhile: they see what.
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(PLACE)).into_response()),
        done => {
            done?;
            Ok(redirect(&visit.done("/office/principles", "principles-discarded")).into_response())
        }
    }
}

/// What changes from what is in force to this, in each language.
pub(super) fn differences(visit: &Visit, now: &[Text], wording: &Wording) -> Vec<Difference> {
    let text = |own: &crate::draft::DraftText| Text {
        lang: own.lang,
        body: own.body.clone(),
        about: own.about.clone(),
        hash: String::new(),
    };
    let next: Vec<Text> = wording.texts.values().map(text).collect();
    visit.hub.network.languages.iter().filter_map(|lang| Difference::of(now, &next, *lang)).collect()
}

fn show(
    visit: &Visit,
    filled: impl Into<Filled>,
    draft: Option<Draft>,
    versions: Vec<Version>,
    texts: Vec<Text>,
) -> Answer {
    let form = Form::new(visit, filled);
    let stamp = form.value("revision").to_owned();
    let errors = draft.as_ref().map(|own| own.wording.missing(&visit.hub.network.languages, &versions, &texts));
    let missing = errors.map(|errors| errors.iter().map(|error| (error.field, message(visit, error))).collect());
    let differences = draft.as_ref().map(|own| differences(visit, &texts, &own.wording)).unwrap_or_default();
    let meta = Meta::titled(visit.t("draft-title")).hide();
    let version = versions.into_iter().next();
    page(form.status(), &DraftPage { v: visit, meta, form, stamp, version, missing, differences }, None)
}
