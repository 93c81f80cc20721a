//! Jobs that wait, and dead letters: see, try again, drop.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::PAGE_ROWS;
use base::{Fail, Result};
use http::StatusCode;
use store::JobRow;
use web::list::{Around, Column, Empty, List, Next};
use web::words::job_words;
use web::{Answer, Fields, Meta, Page, Visit, page, redirect};

use crate::acts;

#[derive(Template)]
#[template(path = "site/jobs.html")]
struct JobsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// All dead letters, and all that wait.
    counts: (i64, i64),
    /// Those on this page.
    dead: Vec<JobRow>,
    waiting: Vec<JobRow>,
    around: Around,
}

web::framed!(JobsPage);

impl JobsPage<'_> {
    /// What a job does.
    fn kind(&self, job: &JobRow) -> String {
        kind(self.v, job)
    }
}

fn check(visit: &Visit) -> Result<()> {
    visit.person()?;
    if visit.actor.is_administrator() { Ok(()) } else { Err(Fail::Forbidden) }
}

/// Dead letters, then what waits, from a place on.
pub(crate) struct Jobs {
    part: Page,
    at: usize,
}

impl List for Jobs {
    type Row = JobRow;
    const NAME: &str = "jobs";
    const COLUMNS: &[Column<JobRow>] = &[
        Column::new("jobs-kind").cell(|v, job| kind(v, job).into()),
        Column::new("jobs-state").in_file().cell(|v, job| v.t(state_words(job)).into()),
        Column::new("jobs-asked").cell(|_, job| (&job.created_at).into()),
        Column::new("jobs-due").in_file().cell(|_, job| (&job.run_at).into()),
        Column::new("jobs-tries").in_file().cell(|_, job| Some(i64::from(job.attempts)).into()),
        Column::new("jobs-error").cell(|_, job| job.last_error.as_deref().unwrap_or_default().into()),
        Column::new("jobs-do"),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Jobs> {
        check(visit)?;
        let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
        Ok(Jobs { part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<JobRow>> {
        let jobs = store::listed_jobs(&visit.hub.db.read(), limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        Ok(Next::of(jobs, limit))
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let jobs = self.next(visit, PAGE_ROWS).await?.rows;
        let (waits, died) = store::job_counts(&visit.hub.db.read()).await?;
        let total = usize::try_from(waits + died).unwrap_or(0);
        let empty = Empty::new("check", "jobs-empty", "jobs-empty-hint");
        let around = Around::page::<Jobs>(visit, self.part, jobs.len(), total, &empty);
        let (dead, waiting) = jobs.into_iter().partition(|job| job.dead);
        let meta = Meta::titled(visit.t("jobs-title")).hide();
        page(StatusCode::OK, &JobsPage { v: visit, meta, counts: (died, waits), dead, waiting, around }, None)
    }
}

/// What a job does, in words; its code where no program knows it any more.
fn kind(visit: &Visit, job: &JobRow) -> String {
    let known = visit.hub.words.has(visit.lang, &job_words(&job.kind));
    if known { visit.t(job_words(&job.kind)) } else { job.kind.clone() }
}

/// Key of the words for whether it is laid out or waits.
fn state_words(job: &JobRow) -> &'static str {
    if job.dead { "jobs-dead" } else { "jobs-waiting" }
}

fn id(text: &str) -> Result<i64, Fail> {
    base::id::read_id(text).ok_or(Fail::NotFound)
}

pub(crate) async fn retry(visit: Visit, Path(job): Path<String>) -> Answer {
    check(&visit)?;
    let tx = visit.hub.db.begin().await?;
    store::retry_job(&tx, id(&job)?).await?;
    tx.audit(&visit.actor, acts::JOB_RETRIED, &job, "").await?;
    tx.commit().await?;
    Ok(redirect(&visit.done("/office/jobs", "job-retried")).into_response())
}

/// After an outage: all of them at once.
pub(crate) async fn retry_all(visit: Visit) -> Answer {
    check(&visit)?;
    let tx = visit.hub.db.begin().await?;
    if store::retry_all_jobs(&tx).await? > 0 {
        tx.audit(&visit.actor, acts::JOB_RETRIED, "", "").await?;
    }
    tx.commit().await?;
    Ok(redirect(&visit.done("/office/jobs", "job-retried")).into_response())
}

pub(crate) async fn drop(visit: Visit, Path(job): Path<String>) -> Answer {
    check(&visit)?;
    let tx = visit.hub.db.begin().await?;
    store::drop_job(&tx, id(&job)?).await?;
    tx.audit(&visit.actor, acts::JOB_DROPPED, &job, "").await?;
    tx.commit().await?;
    Ok(redirect(&visit.done("/office/jobs", "job-dropped")).into_response())
}
