//! How the membership of a city stands, from dated decisions and from findings; and the office's list of all members.

mod access;
mod actions;
mod acts;
mod chores;
mod city_rows;
mod desk;
mod force;
mod imports;
mod jobs;
mod letter_previews;
mod notices;
mod pages;
mod part;
mod personal;
mod report;
mod report_rows;
mod rows;
mod rules;
mod tasks;

use std::sync::Arc;

use base::{Actor, CityId, Lang, Result};
use cities::Admitted;
use store::{Day, Migration, Payload, Tx};
use web::imports::{hint_words, take_words, title_words};
use web::links::{Link, Place};
use web::parts::Tab;
use web::words::{act_words, job_words, notice_words};
use web::{Feature, Hub, Parts};

use report::{Outcome, outcome_words};
use rules::{Decision, Status, decision_words, follows_words, means_words, status_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "status",
        migrations: &[
            Migration { name: "20261216_000100_status", sql: include_str!("../migrations/20261216_000100_status.sql") },
            Migration {
                name: "20261216_000200_status_reports",
                sql: include_str!("../migrations/20261216_000200_status_reports.sql"),
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
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let statuses = Status::ALL.into_iter().flat_map(|own| [status_words(own), means_words(own)]);
    let taken = Decision::ALL.into_iter().filter(|own| !matches!(own, Decision::Joined | Decision::Returned));
    let decisions = Decision::ALL.map(decision_words).into_iter().chain(taken.map(follows_words));
    let told = [notices::PROPOSAL, notices::OFFICE, notices::REPORT].map(notice_words);
    let acts = acts.chain(Outcome::ALL.map(outcome_words));
    let acts = acts.chain([title_words, hint_words, take_words].map(|words| words(imports::KIND_NAME)));
    acts.chain(statuses).chain(decisions).chain(told).chain([job_words(jobs::ComesIntoForce::KIND)]).collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.imports.push(imports::importer());
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.notices.push(Arc::new(notices::ToBeSuspended));
    parts.notices.push(Arc::new(notices::CityWrote));
    parts.notices.push(Arc::new(notices::ReportWaits));
    parts.chores.push(Arc::new(chores::OldReports));
    parts.workspace.push(Arc::new(part::Standing));
    parts.tasks.push(Arc::new(tasks::Suspensions));
    parts.desk.push(Arc::new(desk::Leads));
    parts.tabs.push(Tab { words: "membership", path: |slug| format!("/cities/{slug}/membership") });
    parts.links.extend([
        Link::new(Place::OfficePeople, "menu-members", "/office/members")
            .hint("menu-members-hint")
            .icon("city")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "menu-breach-reports", "/office/breach-reports")
            .hint("menu-breach-reports-hint")
            .icon("alert")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "menu-members", "/office/members")
            .icon("city")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
    ]);
}

/// Until this transaction is over nobody else decides about this city. Whoever brings one back takes it before [`cities::admit`].
///
/// # Errors
/// When the database does not answer.
pub async fn lock(tx: &Tx, city: CityId) -> Result<()> {
    rows::lock(tx, city).await
}

/// Notes that a city became a member, or one again, in the transaction in which its application was accepted; `evidence` is where that
/// is to be seen, behind the language.
///
/// # Errors
/// When the database does not answer.
pub async fn joined(tx: &Tx, hub: &Hub, actor: &Actor, admitted: &Admitted, evidence: &str) -> Result<()> {
    let decision = if admitted.returned { Decision::Returned } else { Decision::Joined };
    let today = hub.network.calendar_of(&admitted.city.region).day_of(tx.now());
    let city: CityId = admitted.city.id;
    // What waited of it was decided about another membership.
    for open in rows::open(tx, city).await? {
        force::drop(tx, actor, &admitted.city.slug, &open, "").await?;
    }
    rows::insert_applied(tx, actor, city, decision, Day(today), evidence).await
}
