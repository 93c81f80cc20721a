//! Pages of people: one file each.

mod account;
mod address;
mod again;
mod city_links;
mod city_record;
mod city_sign_in;
mod code;
mod colleague;
mod colleagues;
mod confirm;
mod contacts;
mod data;
mod erase;
mod forgotten;
mod idp;
mod invitation;
mod invite;
mod lines;
mod link;
mod list;
mod logout;
mod look;
mod own_record;
mod passkeys;
mod person;
mod pressed;
mod record;
mod request;
mod requests;
mod returned;
mod rights;
mod second_step;
mod sign_in;
mod terms;

use base::{Fail, FieldError, ROLES, Time};
use chrono::Timelike;
use input::Fields;
use web::form::{Choice, Picker};
use web::{Form, Routes, Visit};

pub(crate) use data::{personal_kept_words, personal_words};
pub(crate) use rights::reach_words;

use crate::access::may_manage;
use crate::rules::{role_hint_words, role_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .form("/sign-in?next", sign_in::get, sign_in::post)
        .page("/sign-in/code?next", code::get)
        .action("/sign-in/code", code::post)
        .page("/sign-in/again?next&why", again::get)
        .action("/sign-in/again", again::post)
        .action("/sign-in/passkey", passkeys::ask)
        .page("/sign-in/city?next&why", city_sign_in::all)
        .page("/sign-in/city/{slug}?next&why", city_sign_in::get)
        .action("/sign-in/city/{slug}", city_sign_in::post)
        .action("/sign-in/again/city", city_sign_in::again)
        .plain("/sign-in/returned/{slug}?state&code&error&iss", returned::get)
        .hook("/sign-in/logout/{slug}", logout::post)
        .action("/sign-out", sign_in::out)
        .form("/forgotten", forgotten::get, forgotten::post)
        .page("/links/{secret}", link::get)
        .action("/links/{secret}", link::post)
        .form("/account", account::get, account::post)
        .action("/account/password", account::password)
        // Made for one session: somebody else sends none on in their own name.
        .page("/account/passkeys", passkeys::get)
        .action("/account/passkeys", passkeys::post)
        .form("/account/passkeys/{id}", passkeys::one, passkeys::rename)
        .action("/account/passkeys/{id}/delete", passkeys::delete)
        .page("/account/city-sign-in?why", city_links::get)
        .action("/account/city-sign-in/{slug}", city_links::connect)
        .action("/account/city-sign-in/{id}/delete", city_links::delete)
        .form("/account/address", address::get, address::post)
        .action("/account/address/give-up", address::give_up)
        .page("/account/pressed/{secret}", pressed::get)
        .action("/account/pressed/{secret}", pressed::post)
        .page("/account/second-step", second_step::get)
        .action("/account/second-step", second_step::post)
        .action("/account/second-step/change", second_step::change)
        .action("/account/second-step/link", second_step::link)
        .action("/account/second-step/keep", second_step::keep)
        .action("/account/letters", account::letters)
        .action("/account/sessions/end", account::end_others)
        .action("/account/sessions/{name}/end", account::end_session)
        .list::<city_record::CityRecord>("/cities/{slug}/record?before")
        .action("/cities/{slug}/record/{person}/confirm", city_record::confirm)
        .form("/cities/{slug}/sign-in?why", idp::get, idp::post)
        .action("/cities/{slug}/sign-in/test", idp::test)
        .action("/cities/{slug}/sign-in/change", idp::change)
        .form("/cities/{slug}/people", colleagues::get, colleagues::post)
        .page("/cities/{slug}/people/{person}", colleague::get)
        .action("/cities/{slug}/people/{person}", colleague::post)
        .action("/cities/{slug}/people/invitations/{id}/again", colleagues::again)
        .action("/cities/{slug}/people/invitations/{id}/withdraw", colleagues::withdraw)
        .action("/cities/{slug}/people/{person}/coming/{coming}/call-off", terms::call_off_by_city)
        .form("/cities/{slug}/people/requests/{id}", request::get, request::post)
        .form("/invitations/{token}", invitation::get, invitation::post)
        .form("/account/request?city", requests::ask, requests::post)
        .list::<requests::AccountRequests>("/office/account-requests?page")
        .list::<own_record::OwnRecord>("/account/record?before")
        .page("/account/data", data::get)
        .action("/account/data", data::take)
        .page("/account/erase", erase::get)
        .action("/account/erase", erase::post)
        .action("/account/erase/keep", erase::keep)
        .page("/account/rights?at", rights::why)
        .page("/office/rights", rights::table)
        .form("/office/look", look::get, look::post)
        .action("/office/look/stop", look::stop)
        .list::<record::Record>("/office/record?q&act&from&until&before")
        .list::<contacts::Contacts>("/office/contacts?silent&page")
        .list::<list::People>("/office/people?q&sort&page")
        .form("/office/people/invite", invite::get, invite::post)
        .page("/office/people/{id}", person::get)
        .action("/office/people/{id}/roles", person::grant)
        .page("/office/people/{id}/roles/{role}/take", confirm::take)
        .action("/office/people/{id}/roles/{role}/take", person::take)
        .page("/office/people/{id}/roles/{role}/until", terms::get)
        .action("/office/people/{id}/roles/{role}/until", terms::post)
        .action("/office/people/{id}/coming/{coming}/call-off", terms::call_off)
        .page("/office/people/{id}/deactivate", confirm::deactivate)
        .action("/office/people/{id}/deactivate", person::deactivate)
        .page("/office/people/{id}/second-step/take", confirm::take_second_step)
        .action("/office/people/{id}/second-step/take", person::take_second_step)
        .action("/office/people/{id}/second-step/keep", person::keep_second_step)
        .page("/office/people/{id}/erase", confirm::erase)
        .action("/office/people/{id}/erase", erase::post_for)
        .action("/office/people/{id}/erase/keep", erase::keep_for)
        .action("/office/people/{id}/activate", person::activate)
        .action("/office/people/{id}/link", person::link)
        .action("/office/people/{id}/hand-over", person::hand_over)
}

/// Only those who manage people.
fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if may_manage(&visit.actor) { Ok(()) } else { Err(Fail::Forbidden) }
}

/// A moment to the hour.
pub(crate) fn hour(visit: &Visit, time: &Time) -> String {
    visit.moment(&time.with_minute(0).unwrap_or(*time))
}

/// Languages that a person can be written to in.
fn languages(visit: &Visit) -> Vec<Choice> {
    visit.hub.network.languages.iter().map(|lang| Choice::new(lang, lang.endonym())).collect()
}

/// The lists of a form that gives a role.
#[derive(Clone)]
struct RoleLists {
    roles: Vec<Choice>,
    cities: Picker,
    regions: Vec<Choice>,
    organisations: Picker,
}

/// Makes of what was typed what it means; answers what is wrong where it means nothing.
async fn picked(visit: &Visit, fields: &mut Fields) -> base::Result<Vec<FieldError>> {
    let city = cities::pick(visit, fields, "city").await?;
    let organisation = organisations::pick(visit, fields, "organisation").await?;
    Ok(city.into_iter().chain(organisation).collect())
}

async fn role_lists(visit: &Visit, form: &Form<'_>) -> base::Result<RoleLists> {
    let none = || Choice::new("", visit.t("choose"));
    let roles = ROLES
        .iter()
        .filter(|kind| visit.actor.is_administrator() || !kind.by_administrators)
        .map(|kind| Choice {
            value: kind.code.to_owned(),
            label: visit.t(role_words(kind.code)),
            hint: visit.t(role_hint_words(kind.code)),
        })
        .collect();
    let cities = cities::picker_of_all(visit, none(), form.value("city")).await?;
    let alone = Choice::new("", visit.t("role-organisation-none"));
    let organisations = organisations::picker(visit, alone, form.value("organisation"));
    let organisations = store::count_part(organisations).await?;
    let mut regions = vec![none()];
    regions.extend(visit.hub.network.regions.iter().map(|region| Choice::new(&region.slug, region.label(visit.lang))));
    Ok(RoleLists { roles, cities, regions, organisations })
}
