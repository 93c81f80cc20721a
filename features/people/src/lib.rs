//! Accounts, roles, sessions, invitations.

pub mod access;
pub mod actions;
mod acts;
pub mod agent;
mod bodies;
mod calendars;
mod chores;
mod city_rows;
mod imports;
mod jobs;
mod letter_previews;
mod letters;
mod logout;
mod notices;
mod pages;
mod panel;
mod passkeys;
mod password;
mod personal;
mod provider;
mod recipients;
mod recovery;
mod rows;
mod rules;
mod sessions;
mod tasks;
mod totp;

pub use actions::glass::{break_glass, close_glass, note_reading, open_glass};
pub use actions::idps::release;
pub use actions::links::{first_link, link_for};
pub use actions::second_step::take_away_of;
pub use actions::welcome::welcome;
pub use letters::{Reader, role_with_place};
pub use password::Passwords;
pub use rows::roles::{Leading, central_team, held_now, leading, leads_of, led, led_since, office_of, officers_of};
pub use rows::{Account, accounts_of, list, names};
pub use rules::{Newcomer, RoleGrant, TermDays, fold_email, role_of, role_words};

use std::sync::Arc;

use base::{Actor, Lang, ROLES};
use store::{Migration, Payload};
use web::imports::{hint_words, take_words, title_words};
use web::links::{Link, Place};
use web::parts::Tab;
use web::personal::Kind;
use web::rights::Reach;
use web::words::{act_words, job_words, notice_words};
use web::{Feature, Parts};

use actions::erasure::EraseAccount;
use actions::in_time::{BeginRole, EndRole, RemindOfEnd};
use actions::second_step::EndSecondStep;
use actions::single::{Why, why_words};
use agent::{Browser, System, browser_words, system_words};
use letters::SecondStep;
use rules::{IdpState, RequestState, happened_words, idp_state_words, request_state_words, role_hint_words};

/// Who keeps lines about a city, for work that has no visit: the city's own part of the record.
pub fn records() -> Vec<Arc<dyn web::parts::CityRecord>> {
    vec![Arc::new(panel::CityRecord)]
}

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "people",
        migrations: &[
            Migration { name: "20261121_000200_people", sql: include_str!("../migrations/20261121_000200_people.sql") },
            Migration {
                name: "20261126_001000_people_accounts",
                sql: include_str!("../migrations/20261126_001000_people_accounts.sql"),
            },
            Migration {
                name: "20261127_001000_people_bodies",
                sql: include_str!("../migrations/20261127_001000_people_bodies.sql"),
            },
            Migration {
                name: "20261128_010000_people_taken_up",
                sql: include_str!("../migrations/20261128_010000_people_taken_up.sql"),
            },
            Migration {
                name: "20261129_010000_people_never_taken_up",
                sql: include_str!("../migrations/20261129_010000_people_never_taken_up.sql"),
            },
            Migration {
                name: "20261210_000000_people_second_step",
                sql: include_str!("../migrations/20261210_000000_people_second_step.sql"),
            },
            Migration {
                name: "20261211_000010_people_recent",
                sql: include_str!("../migrations/20261211_000010_people_recent.sql"),
            },
            Migration {
                name: "20261211_000020_people_address",
                sql: include_str!("../migrations/20261211_000020_people_address.sql"),
            },
            Migration {
                name: "20261211_000030_people_second_step_wait",
                sql: include_str!("../migrations/20261211_000030_people_second_step_wait.sql"),
            },
            Migration {
                name: "20261211_000040_people_passkeys",
                sql: include_str!("../migrations/20261211_000040_people_passkeys.sql"),
            },
            Migration {
                name: "20261213_000010_people_single_sign_on",
                sql: include_str!("../migrations/20261213_000010_people_single_sign_on.sql"),
            },
            Migration {
                name: "20261215_000010_people_invitations",
                sql: include_str!("../migrations/20261215_000010_people_invitations.sql"),
            },
            Migration {
                name: "20261218_000000_people_terms",
                sql: include_str!("../migrations/20261218_000000_people_terms.sql"),
            },
            Migration {
                name: "20261219_000100_people_lists_taken",
                sql: include_str!("../migrations/20261219_000100_people_lists_taken.sql"),
            },
            Migration {
                name: "20261220_000000_people_erasure",
                sql: include_str!("../migrations/20261220_000000_people_erasure.sql"),
            },
            Migration {
                name: "20261222_000100_people_contacts",
                sql: include_str!("../migrations/20261222_000100_people_contacts.sql"),
            },
            Migration {
                name: "20261223_000200_people_mail_refused",
                sql: include_str!("../migrations/20261223_000200_people_mail_refused.sql"),
            },
            Migration {
                name: "20261224_000100_people_logout",
                sql: include_str!("../migrations/20261224_000100_people_logout.sql"),
            },
            Migration {
                name: "20261224_000200_people_logout_once",
                sql: include_str!("../migrations/20261224_000200_people_logout_once.sql"),
            },
            Migration {
                name: "20261226_000100_people_look",
                sql: include_str!("../migrations/20261226_000100_people_look.sql"),
            },
        ],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: pages::routes,
        parts,
        jobs: jobs::jobs,
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().chain([&store::AUDIT_ERASED]).map(|act| act_words(act.code()));
    let roles = ROLES.iter().flat_map(|kind| [role_words(kind.code), role_hint_words(kind.code)]);
    let browsers = Browser::ALL.iter().map(|own| browser_words(own.code()));
    // Of one that is not known nothing is said.
    let known = System::ALL.iter().filter(|own| **own != System::Unknown);
    let systems = known.map(|own| system_words(own.code()));
    let happened = rows::account::HAPPENED.into_iter().chain(SecondStep::ALL.map(SecondStep::code));
    let happened = happened.map(happened_words);
    let whys = Why::ALL.map(|why| why_words(why.code()));
    let states = IdpState::ALL.map(|state| idp_state_words(state.code()));
    let requests = RequestState::ALL.map(|state| request_state_words(state.code()));
    let jobs =
        [EndSecondStep::KIND, EraseAccount::KIND, BeginRole::KIND, EndRole::KIND, RemindOfEnd::KIND].map(job_words);
    let reaches = Reach::SOMEWHERE.map(pages::reach_words);
    let kept = Kind::ALL.into_iter().flat_map(|kind| [pages::personal_words(kind), pages::personal_kept_words(kind)]);
    let tables = imports::KINDS.into_iter().flat_map(|kind| [title_words(kind), hint_words(kind), take_words(kind)]);
    acts.chain(jobs)
        .chain(tables)
        .chain(reaches)
        .chain(kept)
        .chain(whys)
        .chain(states)
        .chain(requests)
        .chain(happened)
        .chain(roles)
        .chain(notices::KINDS.map(notice_words))
        .chain(browsers)
        .chain(systems)
        .collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.bodies.push(Arc::new(bodies::Roles));
    parts.recipients = Some(Arc::new(recipients::People));
    parts.acts.push(store::AUDIT_ERASED);
    parts.rights.extend(access::RIGHTS);
    parts.imports.extend(imports::all());
    parts.sessions = Some(Arc::new(sessions::DatabaseSessions::default()));
    parts.letters.extend(letters::kinds());
    parts.notices.push(Arc::new(notices::RoleInCity));
    parts.notices.push(Arc::new(notices::RoleWithoutLead));
    parts.notices.push(Arc::new(notices::GlassInCity));
    parts.notices.push(Arc::new(notices::MembershipOfCity));
    parts.notices.push(Arc::new(notices::RequestWaits));
    parts.notices.push(Arc::new(notices::CityVacant));
    parts.city_records.push(Arc::new(panel::CityRecord));
    parts.chores.push(Arc::new(chores::Terms));
    parts.chores.push(Arc::new(chores::Erasures));
    parts.chores.push(Arc::new(chores::Digest));
    parts.chores.push(Arc::new(chores::WhatIsOver));
    parts.chores.push(Arc::new(chores::Addresses));
    parts.chores.push(Arc::new(chores::Unanswered));
    parts.chores.push(Arc::new(chores::SilentContacts));
    parts.city_panels.push(Arc::new(panel::CityRecord));
    parts.tasks.push(Arc::new(tasks::Colleagues));
    parts.tasks.push(Arc::new(tasks::Silent));
    parts.tabs.extend([
        Tab { words: "colleagues", path: |slug| format!("/cities/{slug}/people") },
        Tab { words: "city-record-title", path: |slug| format!("/cities/{slug}/record") },
    ]);
    parts.links.extend([
        Link::new(Place::Account, "menu-account", "/account").icon("user").shown(|actor| actor.person().is_some()),
        Link::new(Place::OfficePeople, "menu-people", "/office/people")
            .hint("menu-people-hint")
            .icon("people")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "contacts", "/office/contacts")
            .hint("contacts-hint")
            .icon("people")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "contacts", "/office/contacts")
            .icon("people")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::OfficePeople, "menu-account-requests", "/office/account-requests")
            .hint("menu-account-requests-hint")
            .icon("people")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "menu-rights", "/office/rights")
            .hint("menu-rights-hint")
            .icon("key")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "menu-look", "/office/look")
            .hint("menu-look-hint")
            .icon("key")
            .shown(Actor::is_central),
        Link::new(Place::Account, "menu-look", "/office/look")
            .icon("key")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::OfficeRecord, "menu-record", "/office/record")
            .hint("menu-record-hint")
            .icon("book")
            .shown(Actor::is_administrator),
    ]);
}
