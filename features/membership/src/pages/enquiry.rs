//! One enquiry in the office: what was asked, what was written, who sees to it, and by when it is answered.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId};
use input::Fields;
use network::DayOff;
use store::{Day, Move};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{id, office, regions, saw, seen, standing, standing_class, where_it_stands};
use crate::actions::{Saw, assign, write};
use crate::application_state::ApplicationState;
use crate::due;
use crate::letters::day;
use crate::rows;
use crate::rules::{
    Enquiry, Message, MessageKind, Writing, Written, asker_mandate_words, outcome_label_words, writing_words,
};
use crate::state::{EnquiryState, state_words};

#[derive(Template)]
#[template(path = "membership/enquiry.html")]
struct EnquiryPage<'a> {
    v: &'a Visit,
    meta: Meta,
    enquiry: &'a Enquiry,
    /// Written about it, and about those that are dealt with together with it.
    messages: Vec<Message>,
    moves: Vec<Move>,
    /// Others about the same place, and those that are dealt with together with it.
    alike: Vec<Enquiry>,
    names: HashMap<PersonId, String>,
    /// Who may see to it.
    staff: Vec<PersonId>,
    form: Form<'a>,
    owner: Form<'a>,
    region: Form<'a>,
}

web::framed!(EnquiryPage);

/// The forms of the page: at most one of them came back.
struct Forms {
    write: Filled,
    owner: Option<Filled>,
}

impl Forms {
    fn new() -> Forms {
        Forms { write: Fields::default().into(), owner: None }
    }
}

pub(crate) async fn get(visit: Visit, Path(enquiry): Path<String>) -> Answer {
    show(&visit, id(&enquiry)?, Forms::new()).await
}

pub(crate) async fn post(visit: Visit, Path(enquiry): Path<String>, fields: Fields) -> Answer {
    let fields = fields.in_order(&["writing", "text"]);
    let number = id(&enquiry)?;
    let enquiry = rows::enquiry_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let written = match Written::read(&fields, saw(&fields).state) {
        Ok(written) => written,
        Err(errors) => {
            return show(&visit, number, Forms { write: Filled::wrong(fields, errors), owner: None }).await;
        }
    };
    match write::write(&visit.hub, &visit.actor, number, &written, saw(&fields), fields.get("once")).await {
        Ok(()) => {
            let done = match written.writing {
                Writing::Note => visit.done(enquiry.path(), "enquiry-noted"),
                Writing::Letter | Writing::Question => visit.done_by_letter(enquiry.path(), "enquiry-written"),
            };
            Ok(redirect(&done).into_response())
        }
        Err(Fail::Conflict(_)) => show(&visit, number, Forms { write: moved(fields, "text"), owner: None }).await,
        Err(fail) => show(&visit, number, Forms { write: Filled::failed(fields, fail)?, owner: None }).await,
    }
}

/// Something was done since: what was written stays, and what was done stands above it.
pub(super) fn moved(fields: Fields, field: &'static str) -> Filled {
    Filled::conflicting(fields, FieldError::new(field, "error-enquiry-moved"))
}

pub(crate) async fn assign(visit: Visit, Path(enquiry): Path<String>, fields: Fields) -> Answer {
    let number = id(&enquiry)?;
    let owner = fields.line("owner");
    let person = owner.parse().ok();
    let done = match (owner.is_empty(), person) {
        (false, None) => Err(Fail::field("owner", "error-enquiry-owner")),
        _ => assign::assign(&visit.hub, &visit.actor, number, person).await,
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(path(number), "enquiry-assigned")).into_response()),
        Err(fail) => {
            let forms = Forms { owner: Some(Filled::failed(fields, fail)?), ..Forms::new() };
            show(&visit, number, forms).await
        }
    }
}

pub(crate) async fn hand_over(visit: Visit, Path(enquiry): Path<String>, fields: Fields) -> Answer {
    let number = id(&enquiry)?;
    let slug = fields.line("region");
    let sent = fields.iter().any(|(name, _)| name == "region");
    if !sent || (!slug.is_empty() && visit.hub.network.region(&slug).is_none()) {
        return Err(Fail::NotFound.into());
    }
    if !assign::hand_over(&visit.hub, &visit.actor, number, &slug).await? {
        return Ok(redirect(&visit.link(path(number))).into_response());
    }
    // Whoever has handed it over to another region may not see it any more.
    let sees = rows::enquiry_for(&visit.hub.db.read(), &visit.actor, number).await.is_ok();
    let place = if sees { path(number) } else { "/office/enquiries".to_owned() };
    Ok(redirect(&visit.done(place, "enquiry-handed-over")).into_response())
}

fn path(enquiry: i64) -> String {
    format!("/office/enquiries/{}", base::id::write_id(enquiry))
}

async fn show(visit: &Visit, number: i64, forms: Forms) -> Answer {
    let sql = visit.hub.db.read();
    let enquiry = rows::enquiry_for(&sql, &visit.actor, number).await?;
    let alike = rows::alike(&sql, &visit.actor, &enquiry).await?;
    let messages = rows::messages_together(&sql, number).await?;
    let moves = store::moves_of::<EnquiryState>(&sql, number).await?;
    let staff = people::office_of(&sql, &enquiry.region).await?;
    let authors = messages.iter().filter_map(|message| message.author);
    let movers = moves.iter().filter_map(|one| one.actor);
    let mut known: Vec<PersonId> = staff.iter().copied().chain(authors).chain(movers).chain(enquiry.owner).collect();
    known.sort();
    known.dedup();
    let names = people::names(&sql, &known).await?;
    let now = Saw { state: enquiry.state, message: rows::newest_message(&sql, number).await? };
    let owner = forms.owner.unwrap_or_else(|| {
        Fields::default().with("owner", enquiry.owner.map(|owner| owner.to_string()).unwrap_or_default()).into()
    });
    let meta = Meta::titled(visit.t1("enquiry-title", "place", &enquiry.place_name)).hide();
    let template = EnquiryPage {
        v: visit,
        meta,
        messages,
        moves,
        alike,
        names,
        staff,
        form: Form::new(visit, seen(forms.write, now)),
        owner: Form::new(visit, owner),
        region: Form::new(visit, Fields::default().with("region", &enquiry.region)),
        enquiry: &enquiry,
    };
    let status = if template.owner.is_wrong() { template.owner.status() } else { template.form.status() };
    page(status, &template, None)
}

/// What became of it at a time: a move.
struct Step {
    state: String,
    by: String,
    reason: String,
}

impl EnquiryPage<'_> {
    fn country(&self) -> &str {
        self.v.hub.network.country_name(&self.enquiry.country, self.v.lang)
    }

    fn office(&self) -> String {
        office(self.v, &self.enquiry.region)
    }

    fn state(&self) -> (&'static str, String) {
        where_it_stands(self.v, self.enquiry)
    }

    /// Of a member nothing is decided any more.
    fn may_decide(&self) -> bool {
        self.enquiry.application_state != Some(ApplicationState::Accepted)
    }

    fn state_of(&self, enquiry: &Enquiry) -> (&'static str, String) {
        where_it_stands(self.v, enquiry)
    }

    fn mandate(&self) -> String {
        self.v.t(asker_mandate_words(self.enquiry.mandate))
    }

    fn outcome(&self) -> Option<String> {
        (!self.enquiry.outcome.is_empty()).then(|| self.v.t(outcome_label_words(&self.enquiry.outcome)))
    }

    /// Who wrote it.
    fn by(&self, message: &Message) -> String {
        match (message.kind, message.author) {
            (MessageKind::Asker, _) => self.asker_of(message),
            (_, Some(author)) => self.name(author),
            (_, None) => self.v.hub_name().to_owned(),
        }
    }

    fn asker_of(&self, message: &Message) -> String {
        let of = |enquiry: &Enquiry| enquiry.id == message.enquiry;
        let asker = std::iter::once(self.enquiry).chain(&self.alike).find(|enquiry| of(enquiry));
        asker.map_or_else(|| self.v.t("enquiry-asker"), |enquiry| enquiry.name.clone())
    }

    fn name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_else(|| self.v.t("enquiry-somebody"))
    }

    /// It was written about another one, which is dealt with together with this one.
    fn of_other(&self, message: &Message) -> bool {
        message.enquiry != self.enquiry.id
    }

    /// How a message is drawn.
    fn class(&self, message: &Message) -> &'static str {
        match message.kind {
            MessageKind::Asker => "msg",
            MessageKind::Office => "msg msg--staff",
            MessageKind::Note => "msg msg--note",
        }
    }

    fn is_note(&self, message: &Message) -> bool {
        message.kind == MessageKind::Note
    }

    fn writings(&self) -> Vec<Choice> {
        let offered = Writing::ALL.into_iter().filter(|own| own.is_for(self.enquiry.state));
        offered.map(|own| Choice::new(own.code(), self.v.t(writing_words(own)))).collect()
    }

    fn owners(&self) -> Vec<Choice> {
        let nobody = Choice::new("", self.v.t("enquiry-nobody"));
        let mut staff: Vec<Choice> = self.staff.iter().map(|own| Choice::new(own, self.name(*own))).collect();
        staff.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
        std::iter::once(nobody).chain(staff).collect()
    }

    fn regions(&self) -> Vec<Choice> {
        regions(self.v)
    }

    fn standing(&self) -> Option<(&'static str, String)> {
        let own = due::standing_of(&self.v.hub.network, self.enquiry, self.v.hub.now())?;
        Some((standing_class(own), standing(self.v, own)))
    }

    fn due(&self) -> Option<String> {
        self.enquiry.due_on.map(|due| day(due, self.v.lang))
    }

    /// How the due day was counted: a line for the calendar, and one for each day on which nobody works.
    fn reckoning(&self) -> Vec<String> {
        let (Some(from), Some(due)) = (self.enquiry.counted_from, self.enquiry.due_on) else { return Vec::new() };
        let calendar = due::calendar_of(&self.v.hub.network, self.enquiry);
        let lang = self.v.lang;
        let days = calendar.between(from.0, due.0);
        let name = calendar.name(lang);
        let first = self.v.ta(
            "enquiry-counted",
            &[
                ("calendar", name.into()),
                ("zone", calendar.zone().name().into()),
                ("day", day(from, lang).as_str().into()),
                ("count", days.into()),
            ],
        );
        let off = calendar.days_off(from.0, due.0).into_iter().map(|(date, off)| {
            let why = match off {
                DayOff::Weekend => self.v.t("enquiry-weekend"),
                DayOff::Holiday(names) => names.get(lang).to_owned(),
            };
            self.v.ta("enquiry-day-off", &[("day", day(Day(date), lang).as_str().into()), ("why", (&why).into())])
        });
        let year = chrono::Datelike::year(&due.0);
        let unknown = (!calendar.knows(year)).then(|| self.v.t1("enquiry-holidays-unknown", "year", year.to_string()));
        std::iter::once(first).chain(off).chain(unknown).collect()
    }

    /// Its moves, the newest first.
    fn steps(&self) -> Vec<(&Move, Step)> {
        let step = |own: &Move| Step {
            state: EnquiryState::parse(&own.now).map(|state| self.v.t(state_words(state))).unwrap_or_default(),
            by: own.actor.map_or_else(|| self.v.t("enquiry-by-asker"), |actor| self.name(actor)),
            reason: own.reason.clone(),
        };
        self.moves.iter().map(|own| (own, step(own))).collect()
    }
}
