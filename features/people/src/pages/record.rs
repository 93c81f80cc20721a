//! The record: who did what with people, roles, cities and jobs; searched, and what it was sealed with.

use askama::Template;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use base::{Fail, Result, Time};
use chrono::{NaiveDate, NaiveTime};
use http::StatusCode;
use store::{AuditBatch, AuditEntry, Condition, Sql};
use web::form::Choice;
use web::list::{Around, Column, Empty, List, Next};
use web::words::act_words;
use web::{Answer, Fields, Form, Meta, Visit, page};

use super::lines::{COLUMNS, Line, lines};
use crate::rows::record::{PEOPLE, asked};

#[derive(Template)]
#[template(path = "people/record.html")]
struct RecordPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    acts: Vec<Choice>,
    /// More people fit what is typed than are looked for.
    many: bool,
    lines: Vec<Line>,
    around: Around,
    sealed: Option<AuditBatch>,
}

web::framed!(RecordPage);

impl RecordPage<'_> {
    /// Whoever reads it manages people.
    fn links_people(&self) -> bool {
        true
    }

    /// Only a part was looked at, in which nothing fits.
    fn looks_on(&self) -> bool {
        self.lines.is_empty() && self.around.earlier.is_some()
    }
}

/// The record, before a line.
pub(crate) struct Record {
    before: i64,
    fits: Condition,
    many: bool,
}

/// The line before which the page begins, of its address.
pub(super) fn before(visit: &Visit) -> i64 {
    base::id::read_id(Fields::parse(&visit.query).get("before")).unwrap_or(i64::MAX)
}

/// What is asked for: `q` in names and addresses of whoever did it or whom it is about, in what it is about, and in the words
/// beside it; an act; and days, in UTC, as the page writes times.
async fn fits(visit: &Visit, sql: &Sql, fields: &Fields) -> Result<(Condition, bool)> {
    let day = |name: &str| fields.get(name).parse::<NaiveDate>().ok();
    let begins = |day: NaiveDate| -> Time { day.and_time(NaiveTime::MIN).and_utc() };
    let mut fits = Condition::new("TRUE", ());
    if let Some(from) = day("from") {
        fits = fits.and(Condition::new("at >= ?", begins(from)));
    }
    if let Some(after) = day("until").and_then(|until| until.succ_opt()) {
        fits = fits.and(Condition::new("at < ?", begins(after)));
    }
    let act: String = fields.line("act").chars().take(LINE_CHARS).collect();
    if !act.is_empty() {
        fits = fits.and(Condition::new("action = ?", act));
    }
    let text: String = fields.line("q").chars().take(LINE_CHARS).collect();
    if text.is_empty() {
        return Ok((fits, false));
    }
    let (typed, people) = asked(sql, &visit.actor, &text, visit.lang).await?;
    Ok((fits.and(typed), people > PEOPLE))
}

impl List for Record {
    type Row = Line;
    const NAME: &str = "record";
    const COLUMNS: &[Column<Line>] = COLUMNS;

    async fn open(visit: &Visit, _: &str) -> Result<Record> {
        visit.person()?;
        if !visit.actor.is_administrator() {
            return Err(Fail::Forbidden);
        }
        let (fits, many) = fits(visit, &visit.hub.db.read(), &Fields::parse(&visit.query)).await?;
        Ok(Record { before: before(visit), fits, many })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = AuditEntry::before(&sql, self.before, self.fits.clone(), limit as i64).await?;
        self.before = found.before.unwrap_or(0);
        Ok(Next { rows: lines(visit, &sql, found.entries).await?, more: found.before.is_some() })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let Next { rows: lines, more } = self.next(visit, PAGE_ROWS).await?;
        let earlier = more.then(|| base::id::write_id(self.before));
        let empty = Empty::new("book", "record-none", "record-none-hint").unfit("record-unfit", "record-unfit-hint");
        let around = Around::back::<Record>(visit, lines.len(), earlier, &empty);
        let template = RecordPage {
            v: visit,
            meta: Meta::titled(visit.t("record-title")).hide(),
            form: Form::new(visit, Fields::parse(&visit.query)),
            acts: acts(visit),
            many: self.many,
            lines,
            around,
            sealed: AuditBatch::newest(&visit.hub.db.read()).await?,
        };
        page(StatusCode::OK, &template, None)
    }
}

/// What can be chosen: all that may stand on the record, by its words. What is done with documents is not shown here.
fn acts(visit: &Visit) -> Vec<Choice> {
    let shown = visit.hub.acts.iter().filter(|act| !act.code().starts_with("document."));
    let mut acts: Vec<Choice> = shown.map(|act| Choice::new(act.code(), visit.t(act_words(act.code())))).collect();
    acts.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    acts.insert(0, Choice::new("", visit.t("record-act-any")));
    acts
}
