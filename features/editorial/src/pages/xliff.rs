//! Work for translation offices: what waits as a file of their trade (XLIFF 2.1), and what they send back.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::{Fail, FieldError, Lang, Result};
use http::{HeaderValue, StatusCode, header};
use input::Fields;
use texts::{Text, Thing, Waiting};
use web::translated::{Part, Translated};
use web::{Answer, Filled, Form, Meta, Offered, Upload, Visit, page, small_file};
use xliff::{Document, File, Limits, Refused, Unit};

use super::shown::language;
use super::translations::translated;
use crate::access::check;
use crate::actions::{Known, Outcome, Remark, Report, Sent, Way, import, remark_words};

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
    let asked = fields.all("kind");
    let all = visit.hub.translated.iter().map(|own| own.kind);
    let kinds: Vec<&str> = all.filter(|kind| asked.is_empty() || asked.contains(kind)).collect();
    if kinds.is_empty() {
        return Err(Fail::NotFound.into());
    }
    let sql = visit.hub.db.read();
    let waiting = texts::waiting_from(&sql, from, into, &kinds, TEXTS).await?;
    let things: Vec<Thing> =
        waiting.iter().filter_map(|text| Some(translated(&visit, &text.kind)?.thing(text.item))).collect();
    let mut parts: Vec<&str> = visit.hub.translated.iter().flat_map(|own| &own.parts).map(|part| part.name).collect();
    parts.sort_unstable();
    parts.dedup();
    let sources = texts::ready_parts(&sql, &things, &parts).await?;
    let targets = texts::newest_parts(&sql, &things, &parts).await?;
    let files = waiting.iter().filter_map(|text| file(&visit, text, into, &sources, &targets)).collect();
    let document = Document { source: from.code().to_owned(), target: into.code().to_owned(), files };
    let bytes = match xliff::write(&document) {
        // Nothing waits (any more).
        Err(xliff::Unwritable::NoFiles) => return Err(Fail::NotFound.into()),
        bytes => bytes.map_err(Fail::internal)?,
    };
    Ok(attached(&format!("translations-{from}-{into}.xlf"), bytes))
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
    let own = translated(visit, &text.kind)?;
    let of = own.thing(text.item);
    let source = sources.get(&of)?.iter().find(|own| own.source)?;
    let target = targets.get(&of).and_then(|texts| texts.iter().find(|own| own.lang == into));
    let sent =
        Sent { kind: own.kind, item: text.item, source: source.number, seen: target.map_or(0, |target| target.number) };
    let unit = |part: &Part| {
        let says = source.get(part.name);
        (!says.trim().is_empty()).then(|| Unit {
            id: part.name.to_owned(),
            source: says.to_owned(),
            target: target.map(|target| target.get(part.name).to_owned()).filter(|own| !own.trim().is_empty()),
            current: false,
            limit: Some(part.chars),
        })
    };
    let units: Vec<Unit> = own.parts.iter().filter_map(unit).collect();
    let original = visit.hub.address(&visit.link((own.address)(text.item, into)));
    let notes = vec![visit.hub.words.write(text.source, "xliff-note", &[])];
    (!units.is_empty()).then(|| File { id: sent.id(), original, notes, units })
}

#[derive(Template)]
#[template(path = "editorial/import.html")]
struct ImportPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// Into which language a file was read, and what became of each of its texts.
    reports: Option<(Lang, Vec<Report>)>,
}

web::framed!(ImportPage);

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit.actor)?;
    show(&visit, Fields::default(), None)
}

pub(crate) async fn post(visit: Visit, offered: Offered, mut form: Upload) -> Answer {
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
    let way = Way { hub: &visit.hub, offered: &offered, actor: &visit.actor, into, ready };
    let reports = import(&way, &returned).await?;
    // The next file is another one: what was ticked for this is not.
    show(&visit, Fields::default(), Some((into, reports)))
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

fn show(visit: &Visit, filled: impl Into<Filled>, reports: Option<(Lang, Vec<Report>)>) -> Answer {
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
            Outcome::Newer | Outcome::NoDrafts => "status is-warn",
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
            Outcome::NoDrafts => "xliff-no-drafts",
            Outcome::Newer => "xliff-newer",
            Outcome::NotOurs => "xliff-not-ours",
            Outcome::Nothing => "xliff-nothing",
            Outcome::Wrong(_) => "xliff-breaks-rule",
        };
        self.v.t(words)
    }

    /// What is to be said of it beyond that.
    fn remarks(&self, report: &Report) -> Vec<String> {
        let of = report.known.as_ref().map(|known| &known.of);
        let named = |(part, remark): &(String, Remark)| {
            format!("{}{}{}", self.part(of, part), self.v.t("colon"), self.v.t(remark_words(*remark)))
        };
        let mut all: Vec<String> = report.remarks.iter().map(named).collect();
        if let Outcome::Wrong(errors) = &report.outcome {
            all.extend(errors.iter().map(|error| web::form::message(self.v, error)));
        }
        all
    }

    /// Where it is translated.
    fn address(&self, known: &Known, lang: &Lang) -> String {
        self.v.link((known.of.address)(known.item, *lang))
    }

    /// A part as its editor calls it.
    fn part(&self, of: Option<&Translated>, part: &str) -> String {
        let own = of.and_then(|of| of.parts.iter().find(|own| own.name == part));
        own.map_or_else(|| part.to_owned(), |own| self.v.t(own.words))
    }
}
