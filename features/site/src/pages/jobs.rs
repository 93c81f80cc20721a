//! Jobs that wait, and dead letters: see, try again, drop.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use http::StatusCode;
use store::JobRow;
use web::{Answer, Meta, Visit, page, redirect};

use crate::acts;

#[derive(Template)]
#[template(path = "site/jobs.html")]
struct Jobs<'a> {
    v: &'a Visit,
    meta: Meta,
    dead: Vec<JobRow>,
    waiting: Vec<JobRow>,
}

web::framed!(Jobs);

fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if visit.actor.is_administrator() { Ok(()) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    let sql = visit.hub.db.read();
    let dead = store::dead_jobs(&sql, true).await?;
    let waiting = store::dead_jobs(&sql, false).await?;
    let meta = Meta::titled(visit.t("jobs-title")).hide();
    page(StatusCode::OK, &Jobs { v: &visit, meta, dead, waiting }, None)
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
