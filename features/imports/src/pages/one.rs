//! A table that was looked at: what each row would do, or did. From here its rows are taken, and taken back.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::PAGE_ROWS;
use base::{Fail, FieldError, Result};
use input::Fields;
use web::imports::{ImportColumn, take_words, title_words};
use web::{Answer, Filled, Form, Meta, Offered, Page, Pager, Visit, page, redirect};

use super::{Opened, open};
use crate::actions::sentences;
use crate::rows;
use crate::rules::{Import, ImportRow, ImportState, Outcome, outcome_words};

#[derive(Template)]
#[template(path = "imports/one.html")]
struct One<'a> {
    v: &'a Visit,
    meta: Meta,
    opened: &'a Opened,
    own: Import,
    counted: Vec<(Outcome, i64)>,
    lines: Vec<ImportRow>,
    pager: Pager,
    /// What could not be done.
    form: Form<'a>,
}

web::framed!(One);

impl One<'_> {
    fn columns(&self) -> &'static [ImportColumn] {
        self.opened.importer.columns()
    }

    fn cell(&self, row: &ImportRow, column: &ImportColumn) -> String {
        row.read().get(column.name).to_owned()
    }

    fn outcome(&self, row: &ImportRow) -> String {
        self.v.t(outcome_words(row.outcome))
    }

    fn class(&self, row: &ImportRow) -> &'static str {
        row.outcome.class()
    }

    fn reasons(&self, row: &ImportRow) -> Vec<String> {
        sentences(&self.v.hub.words, self.v.lang, row)
    }

    fn count(&self, outcome: Outcome) -> i64 {
        self.counted.iter().find(|(own, _)| *own == outcome).map_or(0, |(_, count)| *count)
    }

    /// What a row is called: by its line.
    fn numbered(&self, row: &ImportRow) -> String {
        self.v.t1("import-line-number", "line", self.v.number(row.line))
    }

    fn has_bad(&self) -> bool {
        self.count(Outcome::Bad) > 0
    }

    /// What each of the rows comes to: how it is drawn, in words, and how many.
    fn sums(&self) -> Vec<(&'static str, String, i64)> {
        let of = |outcome: Outcome| (outcome.class(), self.v.t(outcome_words(outcome)), self.count(outcome));
        Outcome::ALL.into_iter().map(of).filter(|(_, _, count)| *count > 0).collect()
    }

    fn unread(&self) -> String {
        self.v.list(self.own.unread.lines().filter(|head| !head.is_empty()))
    }

    /// Rows that can be taken; nothing where none can.
    fn to_take(&self) -> Option<i64> {
        let may = self.own.state != ImportState::Undone && self.own.is_young(self.v.hub.now());
        Some(self.count(Outcome::New)).filter(|count| may && *count > 0)
    }

    /// Some were taken already, and the others wait.
    fn goes_on(&self) -> bool {
        self.own.state == ImportState::Done
    }

    fn to_undo(&self) -> Option<i64> {
        let may = !self.is_looked() && self.own.is_young(self.v.hub.now());
        Some(self.count(Outcome::Done)).filter(|count| may && *count > 0)
    }

    fn is_looked(&self) -> bool {
        self.own.state == ImportState::Looked
    }

    /// What this kind is called.
    fn title(&self) -> String {
        self.v.t(title_words(self.opened.importer.kind()))
    }

    /// What is pressed.
    fn take(&self) -> String {
        self.v.t(take_words(self.opened.importer.kind()))
    }

    fn place(&self) -> String {
        format!("{}/{}", self.opened.path(), self.own.written())
    }
}

type Place = Path<(String, String, String)>;

/// The import at this address, opened by its reader.
async fn at(visit: &Visit, offered: &Offered, place: Place) -> Result<(Opened, i64)> {
    let Path((kind, ground, id)) = place;
    let opened = open(visit, offered, &kind, &ground).await?;
    Ok((opened, base::id::read_id(&id).ok_or(Fail::NotFound)?))
}

pub(crate) async fn get(visit: Visit, offered: Offered, place: Place) -> Answer {
    let (opened, id) = at(&visit, &offered, place).await?;
    show(&visit, &opened, id, Fields::default()).await
}

async fn show(visit: &Visit, opened: &Opened, id: i64, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::find(&sql, opened.importer.kind(), &opened.of, id).await?;
    let counted = rows::counted(&sql, id).await?;
    let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
    let lines = rows::some(&sql, id, part.offset(), part.size).await?;
    let total = counted.iter().map(|(_, count)| usize::try_from(*count).unwrap_or(0)).sum();
    let pager = Pager::new(visit, part, lines.len(), total);
    let meta = Meta::titled(part.title(visit, visit.t(title_words(opened.importer.kind())), "")).hide();
    let form = Form::new(visit, filled);
    let status = form.status();
    page(status, &One { v: visit, meta, opened, own, counted, lines, pager, form }, None)
}

pub(crate) async fn take(visit: Visit, offered: Offered, place: Place) -> Answer {
    let (opened, id) = at(&visit, &offered, place).await?;
    let done = opened.work(&visit, &offered).take(id).await;
    answered(&visit, &opened, id, done).await
}

pub(crate) async fn undo(visit: Visit, offered: Offered, place: Place) -> Answer {
    let (opened, id) = at(&visit, &offered, place).await?;
    let done = opened.work(&visit, &offered).undo(id).await;
    answered(&visit, &opened, id, done).await
}

/// The page with what was done, or why it was not.
async fn answered(visit: &Visit, opened: &Opened, id: i64, done: Result<()>) -> Answer {
    let error = match done {
        Ok(()) => {
            let place = format!("{}/{}", opened.path(), base::id::write_id(id));
            return Ok(redirect(&visit.link(place)).into_response());
        }
        Err(Fail::Conflict(_)) => FieldError::new("", "error-import-over"),
        Err(Fail::TooMany(seconds)) => {
            let filled = Filled::no_more_today(Fields::default(), seconds, "error-import-wait");
            return show(visit, opened, id, filled).await;
        }
        Err(fail) => return Err(fail.into()),
    };
    show(visit, opened, id, Filled::conflicting(Fields::default(), error)).await
}

pub(crate) async fn discard(visit: Visit, offered: Offered, place: Place) -> Answer {
    let (opened, id) = at(&visit, &offered, place).await?;
    match opened.work(&visit, &offered).discard(id).await {
        Ok(()) => Ok(redirect(&visit.done(opened.path(), "import-discarded")).into_response()),
        conflict => answered(&visit, &opened, id, conflict).await,
    }
}
