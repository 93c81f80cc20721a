//! One application in the office: what its city wrote, what proves its mandate, what is not as usual, and where it is decided.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use base::limits::TEXT_CHARS;
use cities::City;
use input::{Fields, Reader};
use store::Move;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::enquiry::moved;
use super::written::{Written, fields_of, proof_name};
use super::{id, office, standing, standing_class};
use crate::actions::apply::{self, Missing};
use crate::actions::review::{self, Seen};
use crate::application::{Application, Contacts, Part, PartRow, ProofFile, declined_label_words};
use crate::application_rows as rows;
use crate::application_state::{ApplicationState, application_state_words};
use crate::due;
use crate::letters::{day, link_of};
use crate::rows as enquiries;
use crate::rules::{Enquiry, Message, MessageKind};

#[derive(Template)]
#[template(path = "membership/application.html")]
struct ApplicationPage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Application,
    enquiry: &'a Enquiry,
    parts: HashMap<Part, PartRow>,
    written: Written,
    files: Vec<ProofFile>,
    missing: Missing,
    version: Option<principles::Version>,
    city: Option<City>,
    moves: Vec<Move>,
    /// What was written last.
    latest: Vec<Message>,
    form: Form<'a>,
}

web::framed!(ApplicationPage);

/// What whoever sent a form saw of the application.
pub(super) fn seen(fields: &Fields) -> Seen {
    Seen {
        state: ApplicationState::parse(fields.get("was")).unwrap_or(ApplicationState::Draft),
        message: base::id::read_id(fields.get("seen")).unwrap_or(0),
    }
}

/// A form of a page that shows the application as it is now, with the newest of its messages: whoever sends it has seen them. One that
/// came back because something in it is wrong keeps what its sender saw; one that came back because something was done since shows it.
pub(super) fn shown(filled: Filled, own: &Application, thread: &[Message]) -> Filled {
    if filled.is_wrong_only() {
        return filled;
    }
    let newest = thread.last().map_or(0, |message| message.id);
    filled.with("was", store::State::code(own.state)).with("seen", base::id::write_id(newest))
}

/// Messages of the thread that are shown beside a decision: the newest.
const LATEST: usize = 3;

/// What was written last, for whoever decides.
pub(super) fn latest(thread: &[Message]) -> Vec<Message> {
    thread[thread.len().saturating_sub(LATEST)..].to_vec()
}

/// Who wrote a message.
pub(super) fn by(visit: &Visit, message: &Message) -> String {
    match message.kind {
        MessageKind::Asker => visit.t("application-by-city"),
        MessageKind::Office => visit.t("application-by-office"),
        MessageKind::Note => visit.t("enquiry-note-only"),
    }
}

pub(crate) async fn get(visit: Visit, Path(application): Path<String>) -> Answer {
    show(&visit, id(&application)?, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(application): Path<String>, fields: Fields) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let mut reader = Reader::new(&fields);
    let text = reader.needed_text("text", "application-question", TEXT_CHARS);
    let asked = match reader.end(text) {
        Ok(text) => review::ask_back(&visit.hub, &visit.actor, number, &text, seen(&fields), fields.get("once")).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match asked {
        Ok(()) => Ok(redirect(&visit.done_by_letter(own.path(), "application-asked")).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, number, moved(fields, "text")).await,
        Err(fail) => show(&visit, number, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn link(visit: Visit, Path(application): Path<String>, fields: Fields) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let anew = fields.has("anew", "yes");
    match review::send_link(&visit.hub, &visit.actor, number, anew, fields.get("once")).await {
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(own.path())).into_response()),
        Err(fail) => Err(fail.into()),
        Ok(()) => Ok(redirect(&visit.done_by_letter(own.path(), "application-link-sent")).into_response()),
    }
}

async fn show(visit: &Visit, number: i64, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::application_for(&sql, &visit.actor, number).await?;
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    let parts = rows::parts(&sql, number).await?;
    let files = rows::files(&sql, number).await?;
    // Of a member nothing is missing.
    let in_force = if own.city.is_none() { principles::in_force(&sql).await? } else { None };
    let missing = apply::missing_of(&visit.hub, &own, &parts, &files, in_force.as_ref());
    let newest = in_force.map(|now| now.version);
    let version = match own.sign_version {
        Some(version) if newest.as_ref().is_none_or(|newest| newest.id != version) => {
            Some(principles::version(&sql, version).await?)
        }
        Some(_) => newest,
        None => None,
    };
    let city = match own.city {
        Some(city) => cities::by_ids(&sql, &[city]).await?.remove(&city),
        None => None,
    };
    let moves = store::moves_of::<ApplicationState>(&sql, number).await?;
    let thread = enquiries::messages(&sql, own.enquiry).await?;
    let meta = Meta::titled(visit.t1("application-title", "place", &enquiry.place_name)).hide();
    let written = Written::of(visit, &parts);
    let form = Form::new(visit, shown(filled.into(), &own, &thread));
    let latest = latest(&thread);
    let (own, enquiry) = (&own, &enquiry);
    let template = ApplicationPage {
        v: visit,
        meta,
        own,
        enquiry,
        parts,
        written,
        files,
        missing,
        version,
        city,
        moves,
        latest,
        form,
    };
    page(template.form.status(), &template, None)
}

impl ApplicationPage<'_> {
    fn country(&self) -> &str {
        self.v.hub.network.country_name(&self.enquiry.country, self.v.lang)
    }

    fn office(&self) -> String {
        office(self.v, &self.enquiry.region)
    }

    fn state(&self) -> String {
        self.v.t(application_state_words(self.own.state))
    }

    fn outcome(&self) -> Option<String> {
        let reason = Some(self.own.outcome.as_str()).filter(|own| !own.is_empty())?;
        Some(self.v.t(declined_label_words(reason)))
    }

    fn standing(&self) -> Option<(&'static str, String)> {
        let due = self.own.due_on.filter(|_| self.own.state == ApplicationState::Submitted)?;
        let own = due::standing(self.v.hub.network.calendar(&self.own.calendar), self.v.hub.now(), due.0);
        Some((standing_class(own), standing(self.v, own)))
    }

    fn due(&self) -> Option<String> {
        self.own.due_on.map(|due| day(due, self.v.lang))
    }

    fn is_submitted(&self) -> bool {
        self.own.state == ApplicationState::Submitted
    }

    /// It can be declined, whether or not its city has answered.
    fn may_decline(&self) -> bool {
        matches!(self.own.state, ApplicationState::Submitted | ApplicationState::AskedBack)
    }

    /// Its city writes it, or could.
    fn has_link(&self) -> bool {
        !matches!(self.own.state, ApplicationState::Accepted | ApplicationState::Withdrawn)
            && self.own.erased_at.is_none()
    }

    /// Where no letter leaves, the link is handed over by whoever answers.
    fn link(&self) -> Option<String> {
        let handed = self.has_link() && !self.v.hub.mailer.leaves();
        handed.then(|| link_of(&self.v.hub, self.enquiry.written_in(&self.v.hub.network), self.own.link))
    }

    fn signed(&self) -> Option<(&str, &str, String)> {
        let (name, position) = (self.own.sign_name.as_deref()?, self.own.sign_position.as_deref()?);
        Some((name, position, self.v.date(&self.own.signed_at?)))
    }

    /// What whoever decides should look at twice.
    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if let (Some(signed), Some(mandate)) = (self.own.sign_name.as_deref(), fields_of(&self.parts, Part::Mandate)) {
            let alike = base::fold::fold(signed) == base::fold::fold(mandate.get("mandate_name"));
            if !alike {
                warnings.push(self.v.t("application-warning-signature"));
            }
        }
        if let Some(Ok(contacts)) = fields_of(&self.parts, Part::Contacts).map(Contacts::read)
            && let Some(signed) = self.own.sign_name.as_deref()
        {
            let own = |name: &str| base::fold::fold(name) == base::fold::fold(signed);
            if own(&self.enquiry.name) && contacts.people.iter().any(|contact| own(&contact.name)) {
                warnings.push(self.v.t("application-warning-own"));
            }
        }
        if self.is_submitted() && self.missing.signature {
            warnings.push(self.v.t("application-warning-version"));
        }
        warnings
    }

    fn by(&self, message: &Message) -> String {
        by(self.v, message)
    }

    fn file_name(&self, place: &usize, file: &ProofFile) -> String {
        proof_name(self.v, *place, file)
    }

    fn steps(&self) -> Vec<(String, String, &str)> {
        let state = |own: &Move| ApplicationState::parse(&own.now).map(|own| self.v.t(application_state_words(own)));
        let moves = self.moves.iter();
        moves.map(|own| (state(own).unwrap_or_default(), self.v.moment(&own.at), own.reason.as_str())).collect()
    }
}
