//! Work for translation offices: what waits as a file of their trade (XLIFF 2.1), and what they send back.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::{Fail, FieldError, Lang, Result};
use http::{HeaderValue, StatusCode, header};
use input::Fields;
use texts::{Text, Thing, Waiting};
use web::{Answer, Filled, Form, Meta, Upload, Visit, page, small_file};
use xliff::{Document, File, Limits, Refused, Unit};

use super::shown::language;
use crate::access::check;
use crate::actions::{Outcome, Remark, Report, Sent, TRANSLATED, import, remark_words};
use crate::kinds::{Kind, body_words, summary_words, title_words};
use crate::rules::{BODY, BODY_CHARS, SUMMARY, SUMMARY_CHARS, TITLE, office};

/// Texts of one file at most: the next holds the others, once these have come back.
const TEXTS: i64 = 100;
/// Bytes of a file that is read.
const BYTES: usize = 5 << 20;
/// Texts of a file that is read; somebody may have put two together.
const FILES: usize = 100;

/// What waits in one language for a translation into another.
pub(crate) async fn export(visit: Visit) -> Answer {
    check(&visit.actor)?;
    let fields = Fields::parse(&visit.query);
    let (from, into) = (language(&visit, fields.get("from")), language(&visit, fields.get("into")));
    let (from, into) = from.zip(into).ok_or(Fail::NotFound)?;
    // What an office translates are the texts of this feature.
    let asked: Vec<Kind> = fields.all("kind").into_iter().filter_map(Kind::parse).collect();
    let all = fields.all("kind").is_empty();
    let kinds: Vec<&str> = Kind::ALL.into_iter().filter(|kind| all || asked.contains(kind)).map(Kind::code).collect();
    if kinds.is_empty() {
        return Err(Fail::NotFound.into());
    }
    let sql = visit.hub.db.read();
    let waiting = texts::waiting_from(&sql, from, into, &kinds, TEXTS).await?;
    let things: Vec<Thing> = waiting.iter().filter_map(thing).collect();
    let sources = texts::ready_parts(&sql, &things, &TRANSLATED).await?;
    let targets = texts::newest_parts(&sql, &things, &TRANSLATED).await?;
    let files = waiting.iter().filter_map(|text| file(&visit, text, into, &sources, &targets)).collect();
    let document = Document { source: from.code().to_owned(), target: into.code().to_owned(), files };
    let bytes = match xliff::write(&document) {
        // Nothing waits (any more).
        Err(xliff::Unwritable::NoFiles) => return Err(Fail::NotFound.into()),
        bytes => bytes.map_err(Fail::internal)?,
    };
    Ok(attached(&format!("translations-{from}-{into}.xlf"), bytes))
}

/// The thing that a text is of, where it is one of this feature's.
fn thing(text: &Waiting) -> Option<Thing> {
    Kind::parse(&text.kind).map(|kind| kind.thing(text.item))
}

fn attached(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/xliff+xml")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, bytes).into_response()
}

/// One text that waits, with the translation that there is for help.
fn file(
    visit: &Visit,
    text: &Waiting,
    into: Lang,
    sources: &HashMap<Thing, Vec<Text>>,
    targets: &HashMap<Thing, Vec<Text>>,
) -> Option<File> {
    let kind = Kind::parse(&text.kind)?;
    let of = kind.thing(text.item);
    let source = sources.get(&of)?.iter().find(|own| own.source)?;
    let target = targets.get(&of).and_then(|texts| texts.iter().find(|own| own.lang == into));
    let sent = Sent { kind, item: text.item, source: source.number, seen: target.map_or(0, |target| target.number) };
    let unit = |part: &&str| {
        let says = source.get(part);
        (!says.trim().is_empty()).then(|| Unit {
            id: (*part).to_owned(),
            source: says.to_owned(),
            target: target.map(|target| target.get(part).to_owned()).filter(|own| !own.trim().is_empty()),
            current: false,
            limit: limit(part),
        })
    };
    let units: Vec<Unit> = TRANSLATED.iter().filter_map(unit).collect();
    let original = visit.hub.address(&visit.link(format!("{}?in={into}", office(text.item))));
    let notes = vec![visit.hub.words.write(text.source, "xliff-note", &[])];
    (!units.is_empty()).then(|| File { id: sent.id(), original, notes, units })
}

/// Characters of a part at most.
fn limit(part: &str) -> Option<usize> {
    match part {
        TITLE => Some(base::limits::LINE_CHARS),
        SUMMARY => Some(SUMMARY_CHARS),
        BODY => Some(BODY_CHARS),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "editorial/import.html")]
struct ImportPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// What became of each text, after a file was read.
    reports: Option<Vec<Report>>,
}

web::framed!(ImportPage);

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit.actor)?;
    show(&visit, Fields::default(), None)
}

pub(crate) async fn post(visit: Visit, mut form: Upload) -> Answer {
    let received = match received(&visit, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let fields = received.fields;
    let file = match (received.file, received.error) {
        (Some(file), None) => file,
        (_, error) => {
            let error = error.unwrap_or_else(|| FieldError::new("file", "error-file-missing"));
            return show(&visit, Filled::wrong(fields, vec![error]), None);
        }
    };
    let limits = Limits { bytes: BYTES, files: FILES, ..Limits::default() };
    // Work of a processor for a fifth of a second at most: not where others wait for their pages.
    let read = tokio::task::spawn_blocking(move || xliff::read(&file, &limits)).await.map_err(Fail::internal)?;
    let returned = match read {
        Ok(returned) => returned,
        Err(refused) => return show(&visit, Filled::wrong(fields, vec![told(&refused)]), None),
    };
    let into = language(&visit, &returned.target);
    let Some(into) = into.filter(|_| language(&visit, &returned.source).is_some()) else {
        let wrong = FieldError::new("file", "error-xliff-languages")
            .with("from", cut(&returned.source))
            .with("into", cut(&returned.target));
        return show(&visit, Filled::wrong(fields, vec![wrong]), None);
    };
    let ready = fields.has("ready", "yes");
    let reports = import(&visit.hub, &visit.actor, &returned, into, ready).await?;
    // The next file is another one: what was ticked for this is not.
    show(&visit, Fields::default(), Some(reports))
}

/// The form, of who may send it: asked before a byte of its file is kept.
async fn received(visit: &Visit, form: &mut Upload) -> Result<small_file::WithFile<Vec<u8>>> {
    check(&visit.actor)?;
    small_file::receive(visit, form, BYTES).await
}

fn cut(word: &str) -> String {
    word.chars().take(Refused::WORD).collect()
}

/// What is wrong with a file, for people.
fn told(refused: &Refused) -> FieldError {
    let line = refused.line().unwrap_or(1);
    match refused {
        Refused::Version { .. } => FieldError::new("file", "error-xliff-version"),
        Refused::Doctype { .. } | Refused::Entity { .. } => {
            FieldError::new("file", "error-xliff-entities").with("line", line)
        }
        Refused::TooManyFiles { .. }
        | Refused::TooManyUnits { .. }
        | Refused::TooDeep { .. }
        | Refused::TooLarge { .. } => FieldError::new("file", "error-xliff-too-much"),
        Refused::Cut { .. } => FieldError::new("file", "error-xliff-cut").with("line", line),
        Refused::NotXliff { .. } | Refused::Malformed { line: 1, .. } | Refused::Encoding { .. } => {
            FieldError::new("file", "error-xliff-none")
        }
        _ => FieldError::new("file", "error-xliff-wrong").with("line", line),
    }
}

fn show(visit: &Visit, filled: impl Into<Filled>, reports: Option<Vec<Report>>) -> Answer {
    let meta = Meta::titled(visit.t("xliff-import")).hide();
    let form = Form::new(visit, filled);
    let status = if reports.is_some() { StatusCode::OK.into() } else { form.status() };
    page(status, &ImportPage { v: visit, meta, form, reports }, None)
}

impl ImportPage<'_> {
    fn limits(&self) -> String {
        self.v.t1("xliff-file-limits", "size", self.v.size(BYTES))
    }

    /// How many of the texts are taken.
    fn taken(&self, reports: &[Report]) -> usize {
        let is = |report: &&Report| matches!(report.outcome, Outcome::Draft | Outcome::Ready { .. });
        reports.iter().filter(is).count()
    }

    fn class(&self, report: &Report) -> &'static str {
        match report.outcome {
            Outcome::Draft | Outcome::Ready { .. } => "status is-ok",
            Outcome::Unchanged { .. } => "status",
            Outcome::Newer => "status is-warn",
            Outcome::NotOurs | Outcome::Nothing | Outcome::Wrong(_) => "status is-bad",
        }
    }

    fn outcome(&self, report: &Report) -> String {
        let words = match &report.outcome {
            Outcome::Draft => "xliff-draft",
            Outcome::Ready { live: true } => "xliff-live",
            Outcome::Ready { live: false } if report.source_changed => "xliff-ready-behind",
            Outcome::Ready { live: false } => "xliff-ready",
            Outcome::Unchanged { draft: true } => "xliff-unchanged-draft",
            Outcome::Unchanged { draft: false } => "xliff-unchanged",
            Outcome::Newer => "xliff-newer",
            Outcome::NotOurs => "xliff-not-ours",
            Outcome::Nothing => "xliff-nothing",
            Outcome::Wrong(_) => "xliff-breaks-rule",
        };
        self.v.t(words)
    }

    /// What is to be said of it beyond that.
    fn remarks(&self, report: &Report) -> Vec<String> {
        let kind = report.item.as_ref().map(|(item, _)| item.kind);
        let named = |(part, remark): &(String, Remark)| {
            format!("{}{}{}", self.part(kind, part), self.v.t("colon"), self.v.t(remark_words(*remark)))
        };
        let mut all: Vec<String> = report.remarks.iter().map(named).collect();
        if let Outcome::Wrong(errors) = &report.outcome {
            all.extend(errors.iter().map(|error| web::form::message(self.v, error)));
        }
        all
    }

    /// A part as the editor calls it.
    fn part(&self, kind: Option<Kind>, part: &str) -> String {
        match (kind, part) {
            (Some(kind), TITLE) => self.v.t(title_words(kind)),
            (Some(kind), SUMMARY) => self.v.t(summary_words(kind)),
            (Some(kind), BODY) => self.v.t(body_words(kind)),
            _ => part.to_owned(),
        }
    }
}
