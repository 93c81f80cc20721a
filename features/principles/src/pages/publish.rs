//! The next version comes into force: whoever publishes it reads once more what it says, who is asked, and until when.

use askama::Template;
use axum::response::IntoResponse;
use base::{CityId, Fail, FieldError, Lang, Result};
use chrono::{Days, NaiveDate};
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::Difference;
use super::draft::differences;
use crate::access::must_write;
use crate::actions::{self, Publishing};
use crate::draft::{Draft, DraftText};
use crate::rules::{Change, Text, Version, change_words, day};
use crate::{asked_rows, draft_rows, rows};

/// Days that cities have to sign, unless somebody says otherwise.
const USUAL_DAYS: u64 = 90;
/// Days that they have at least.
const LEAST_DAYS: u64 = 14;
/// Days that they have at most.
const MOST_DAYS: u64 = 730;
use crate::compare::Compared;

#[derive(Template)]
#[template(path = "principles/publish.html")]
struct PublishPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    draft: Draft,
    differences: Vec<Difference>,
    /// Cities that are asked, and those of them that nobody leads.
    members: i64,
    unled: i64,
}

web::framed!(PublishPage);

impl PublishPage<'_> {
    fn is_major(&self) -> bool {
        self.draft.wording.change == Change::Major
    }

    /// What it says, in the order of the network's languages.
    fn texts(&self) -> Vec<&DraftText> {
        self.v.hub.network.languages.iter().filter_map(|lang| self.draft.wording.texts.get(lang)).collect()
    }

    fn difference(&self, lang: Lang) -> Option<&Difference> {
        self.differences.iter().find(|own| own.lang == lang)
    }

    fn change(&self) -> String {
        self.v.t(change_words(self.draft.wording.change))
    }
}

/// What is published, with what is in force; the draft's page where something is missing, or there is none.
async fn ready(visit: &Visit) -> Result<Option<(Draft, Vec<Text>)>> {
    must_write(&visit.actor)?;
    let sql = visit.hub.db.read();
    let Some(draft) = draft_rows::draft(&sql).await? else { return Ok(None) };
    let versions: Vec<Version> = rows::versions(&sql).await?;
    let texts = match versions.first() {
        Some(version) => rows::texts_of(&sql, version.id).await?,
        None => Vec::new(),
    };
    let missing = draft.wording.missing(&visit.hub.network.languages, &versions, &texts);
    Ok(missing.is_empty().then_some((draft, texts)))
}

fn today(visit: &Visit) -> NaiveDate {
    visit.hub.network.calendar("").day_of(visit.hub.now())
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let usual = today(&visit) + Days::new(USUAL_DAYS);
    match ready(&visit).await? {
        // Whoever publishes shows who they are before they read it, not afterwards.
        Some(own) => {
            visit.actor.must_be_recent(visit.hub.now())?;
            show(&visit, own, Fields::default().with("grace", usual)).await
        }
        None => Ok(redirect(&visit.link("/office/principles/draft")).into_response()),
    }
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let Some(own) = ready(&visit).await? else {
        return Ok(redirect(&visit.link("/office/principles/draft")).into_response());
    };
    let published = match read(&fields, own.0.wording.change, today(&visit)) {
        Ok(publishing) => actions::publish(&visit.hub, &visit.actor, &publishing).await.map(|_| ()),
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match published {
        Ok(()) => Ok(redirect(&visit.done("/office/principles", "principles-published")).into_response()),
        Err(Fail::Conflict(_)) => {
            let Some(own) = ready(&visit).await? else {
                return Ok(redirect(&visit.link("/office/principles/draft")).into_response());
            };
            let changed = FieldError::new("", "error-draft-changed");
            show(&visit, own, Filled::conflicting(fields, changed).with("sure", "")).await
        }
        Err(fail) => show(&visit, own, Filled::failed(fields, fail)?).await,
    }
}

fn read(fields: &Fields, change: Change, today: NaiveDate) -> Result<Publishing, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let until = day(fields, "grace");
    let within = today + Days::new(LEAST_DAYS)..=today + Days::new(MOST_DAYS);
    let fits = change == Change::Minor || until.is_some_and(|day| within.contains(&day));
    reader.check(fits, || FieldError::new("grace", "error-grace-day"));
    reader.check(fields.has("sure", "yes"), || FieldError::new("sure", "error-publish-sure"));
    let grace_until = until.filter(|_| change == Change::Major);
    reader.end(Publishing { fingerprint: fields.line("fingerprint"), grace_until })
}

async fn show(visit: &Visit, (draft, texts): (Draft, Vec<Text>), filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let regions: Vec<String> = visit.hub.network.regions.iter().map(|region| region.slug.clone()).collect();
    let cities: Vec<CityId> = cities::members_in(&sql, &regions).await?.iter().map(|city| city.id).collect();
    let led = people::led(&sql, &cities).await?.len() as i64;
    let members = asked_rows::members_count(&sql).await?;
    let unled = members - led;
    let differences = differences(visit, &texts, &draft.wording);
    let form = Form::new(visit, filled.into().with("fingerprint", draft.wording.fingerprint()));
    let meta = Meta::titled(visit.t1("publish-title", "version", &draft.wording.name)).hide();
    page(form.status(), &PublishPage { v: visit, meta, form, draft, differences, members, unled }, None)
}
