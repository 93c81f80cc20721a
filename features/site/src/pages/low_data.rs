//! A choice for slow and costly lines, kept in a cookie: pages without pictures and with plain maps.

use askama::Template;
use axum::response::IntoResponse;
use http::{StatusCode, header};
use input::Fields;
use web::serve::set_low_data;
use web::{Answer, Meta, Topics, Visit, page, redirect};

#[derive(Template)]
#[template(path = "site/low_data.html")]
struct LowData<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(LowData);

pub(crate) async fn get(visit: Visit) -> Answer {
    let meta = Meta::titled(visit.t("low-data")).hide();
    page(StatusCode::OK, &LowData { v: &visit, meta }, Some(Topics::fixed()))
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let low = !fields.get("low").is_empty();
    let done = if low { visit.done("/low-data", "low-data") } else { visit.done("/low-data", "full-data") };
    let mut response = redirect(&done).into_response();
    response.headers_mut().append(header::SET_COOKIE, set_low_data(low));
    Ok(response)
}
