//! The office declines an application: on a page of its own, which says what follows.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError};
use input::{Fields, Reader};
use store::State;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::application::{by, latest, seen, shown};
use super::enquiry::moved;
use super::id;
use crate::actions::review::{self, Declined};
use crate::application::{Application, DECLINE_REASONS, declined_label_words};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::rows as enquiries;
use crate::rules::Message;

#[derive(Template)]
#[template(path = "membership/decline.html")]
struct DeclinePage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Application,
    place: &'a str,
    /// The language in which its city reads.
    language: &'static str,
    /// What was written last.
    latest: Vec<Message>,
    form: Form<'a>,
}

web::framed!(DeclinePage);

pub(crate) async fn get(visit: Visit, Path(application): Path<String>) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    if !own.state.leads_to(ApplicationState::Declined) {
        return Ok(redirect(&visit.link(own.path())).into_response());
    }
    show(&visit, number, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(application): Path<String>, fields: Fields) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let declined = match read(&fields) {
        Ok(declined) => {
            let once = fields.get("once");
            review::decline(&visit.hub, &visit.actor, number, &declined, seen(&fields), once).await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match declined {
        Ok(()) => Ok(redirect(&visit.done_by_letter(own.path(), "application-declined")).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, number, moved(fields, "reason")).await,
        Err(fail) => show(&visit, number, Filled::failed(fields, fail)?).await,
    }
}

fn read(fields: &Fields) -> Result<Declined, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let known = |text: &str| DECLINE_REASONS.contains(&text).then(|| text.to_owned());
    let reason = reader.one_of("reason", "application-reason", known).unwrap_or_default();
    let text = match reason.as_str() {
        "other" => reader.needed_text("words", "enquiry-words", TEXT_CHARS),
        _ => reader.text("words", "enquiry-words", TEXT_CHARS),
    };
    reader.end(Declined { reason, text })
}

async fn show(visit: &Visit, number: i64, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::application_for(&sql, &visit.actor, number).await?;
    if own.erased_at.is_some() {
        return Err(Fail::NotFound.into());
    }
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    let thread = enquiries::messages(&sql, own.enquiry).await?;
    let filled = shown(filled.into(), &own, &thread);
    let meta = Meta::titled(visit.t1("application-decline-title", "place", &enquiry.place_name)).hide();
    let form = Form::new(visit, filled).may_lack(&["words"]);
    let language = enquiry.written_in(&visit.hub.network).endonym();
    let template =
        DeclinePage { v: visit, meta, own: &own, place: &enquiry.place_name, language, latest: latest(&thread), form };
    page(template.form.status(), &template, None)
}

impl DeclinePage<'_> {
    fn by(&self, message: &Message) -> String {
        by(self.v, message)
    }

    fn reasons(&self) -> Vec<Choice> {
        DECLINE_REASONS.map(|own| Choice::new(own, self.v.t(declined_label_words(own)))).into()
    }
}
