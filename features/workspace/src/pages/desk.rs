//! The desk of those who answer for cities: what waits for them, and what each feature says of their regions.

use askama::Template;
use http::StatusCode;
use web::parts::{Task, together};
use web::{Answer, Meta, Offered, Visit, page};

use super::sorted;

#[derive(Template)]
#[template(path = "workspace/desk.html")]
struct Desk<'a> {
    v: &'a Visit,
    meta: Meta,
    tasks: Vec<Task>,
    parts: Vec<String>,
}

web::framed!(Desk);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let tasks = together(offered.tasks.iter().map(|own| own.of_office(&visit))).await?;
    let parts = together(offered.desk.iter().map(|own| own.part(&visit))).await?;
    let meta = Meta::titled(visit.t("menu-desk")).hide();
    let parts = parts.into_iter().flatten().collect();
    page(StatusCode::OK, &Desk { v: &visit, meta, tasks: sorted(tasks), parts }, None)
}
