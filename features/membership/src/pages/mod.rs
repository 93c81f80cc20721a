//! Pages of membership: one file each.

mod accept;
mod application;
mod applications;
mod apply;
mod decide;
mod decline;
mod elsewhere;
mod enquiry;
mod join;
mod own;
mod proofs;
mod prospects;
mod queue;
mod written;

use base::{Fail, Result};
use input::Fields;
use web::form::Choice;
use web::{Filled, Routes, Visit};

use crate::actions::Saw;
use crate::application_state::application_state_words;
use crate::due::Standing;
use crate::rules::Enquiry;
use crate::state::{EnquiryState, state_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .form("/join?invited", join::get, join::post)
        .page("/join/elsewhere?for", elsewhere::get)
        .page("/join/places?q", join::suggest)
        .form("/join/{token}", own::get, own::post)
        .action("/join/{token}/withdraw", own::withdraw)
        .list::<queue::Enquiries>("/office/enquiries?q&state*&region*&owner&sort&page")
        .form("/office/enquiries/{id}", enquiry::get, enquiry::post)
        .action("/office/enquiries/{id}/owner", enquiry::assign)
        .action("/office/enquiries/{id}/region", enquiry::hand_over)
        .form("/office/enquiries/{id}/decide", decide::get, decide::post)
        .list::<applications::Applications>("/office/applications?state*&page")
        .form("/office/applications/{id}", application::get, application::post)
        .action("/office/applications/{id}/link", application::link)
        .form("/office/applications/{id}/accept", accept::get, accept::post)
        .form("/office/applications/{id}/decline", decline::get, decline::post)
        .merge(apply::routes())
        .merge(proofs::routes())
        .merge(prospects::routes())
}

fn id(text: &str) -> Result<i64> {
    base::id::read_id(text).ok_or(Fail::NotFound)
}

/// What whoever sent a form saw of the enquiry.
fn saw(fields: &Fields) -> Saw {
    Saw {
        state: EnquiryState::parse(fields.get("was")).unwrap_or(EnquiryState::Received),
        message: base::id::read_id(fields.get("seen")).unwrap_or(0),
    }
}

/// A form on a page that shows this: whoever sends it has seen it.
fn seen(filled: Filled, saw: Saw) -> Filled {
    filled.with("was", store::State::code(saw.state)).with("seen", base::id::write_id(saw.message))
}

/// The network's regions to choose among; the central team for none.
fn regions(visit: &Visit) -> Vec<Choice> {
    let central = Choice::new("", visit.t("enquiry-central"));
    let regions = visit.hub.network.regions.iter();
    std::iter::once(central).chain(regions.map(|region| Choice::new(&region.slug, region.label(visit.lang)))).collect()
}

/// Where an enquiry stands, or the application that follows it: how it is drawn, and in words.
fn where_it_stands(visit: &Visit, enquiry: &Enquiry) -> (&'static str, String) {
    match enquiry.applies() {
        Some(state) => {
            let words = visit.t(application_state_words(state));
            (state.class(), visit.t1("application-stands", "state", words))
        }
        None => (enquiry.state.class(), visit.t(state_words(enquiry.state))),
    }
}

/// All countries to choose among.
fn countries(visit: &Visit) -> Vec<Choice> {
    let network = &visit.hub.network;
    let mut countries: Vec<Choice> =
        network.countries.values().map(|country| Choice::new(&country.iso2, country.name(visit.lang))).collect();
    countries.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    std::iter::once(Choice::new("", visit.t("choose"))).chain(countries).collect()
}

/// Kinds of local governments to choose among.
fn kinds(visit: &Visit) -> Vec<Choice> {
    let kinds = cities::KINDS.into_iter().map(|kind| Choice::new(kind, visit.t(cities::kind_words(kind))));
    std::iter::once(Choice::new("", visit.t("choose"))).chain(kinds).collect()
}

/// Which office answers for this region.
fn office(visit: &Visit, region: &str) -> String {
    let named = visit.hub.network.region(region);
    named.map_or_else(|| visit.t("enquiry-central"), |region| region.label(visit.lang).to_owned())
}

/// How it stands with a due day, in words.
pub(crate) fn standing(visit: &Visit, standing: Standing) -> String {
    match standing {
        Standing::Overdue(days) => visit.tn("enquiry-overdue", days),
        Standing::Today => visit.t("enquiry-due-today"),
        Standing::In(days) => visit.tn("enquiry-due-in", days),
    }
}

/// How it is drawn.
pub(crate) fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue(_) => "status is-bad",
        Standing::Today => "status is-warn",
        Standing::In(_) => "status",
    }
}
