//! How a city stands, and all that was decided about it: as pages show it.

use std::collections::HashMap;

use base::{CityId, PersonId, Result};
use cities::{City, Membership};
use expectations::Hold;
use store::{Day, Sql};
use web::Visit;

use crate::rows;
use crate::rules::{Decided, DecisionState, Status, decision_words, means_words, status_words};

/// How a city stands, and why.
pub(crate) struct Standing<'a> {
    pub status: Status,
    /// From which day, where that was decided here.
    pub since: Option<Day>,
    /// What holds it up; empty where it is not on hold.
    pub holds: Vec<Hold<'a>>,
}

impl<'a> Standing<'a> {
    /// Of this city.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn of(visit: &'a Visit, sql: &Sql, city: CityId, now: Membership) -> Result<Standing<'a>> {
        let mut own = Standing::without_day(visit, sql, city, now).await?;
        if own.status != Status::OnHold {
            own.since = rows::since(sql, &[city]).await?.remove(&city);
        }
        Ok(own)
    }

    /// Of this city, without from when.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn without_day(
        visit: &'a Visit,
        sql: &Sql,
        city: CityId,
        now: Membership,
    ) -> Result<Standing<'a>> {
        let mut holds = expectations::holds(&visit.hub, sql, &[city]).await?.remove(&city).unwrap_or_default();
        let status = Status::of(now, !holds.is_empty());
        if status != Status::OnHold {
            holds.clear();
        }
        Ok(Standing { status, since: None, holds })
    }

    pub(crate) fn words(&self, visit: &Visit) -> String {
        visit.t(status_words(self.status))
    }

    pub(crate) fn means(&self, visit: &Visit) -> String {
        visit.t(means_words(self.status))
    }

    /// What holds it up, for which year, since when.
    pub(crate) fn cause(&self, visit: &Visit, hold: &Hold<'_>) -> String {
        let what = hold.expectation.text(visit.lang);
        let day = visit.date(&hold.since);
        match hold.year {
            _ if hold.by_time => visit.ta("hold-cause-time", &[("what", what.into()), ("day", day.as_str().into())]),
            Some(year) => {
                let year = year.to_string();
                let args = [("what", what.into()), ("year", year.as_str().into()), ("day", day.as_str().into())];
                visit.ta("hold-cause-year", &args)
            }
            None => visit.ta("hold-cause", &[("what", what.into()), ("day", day.as_str().into())]),
        }
    }

    /// What ends it, in words.
    pub(crate) fn cure(&self, visit: &Visit, hold: &Hold<'_>) -> String {
        expectations::cure(visit, hold.expectation)
    }
}

/// What was decided, with the names of those who did.
pub(crate) struct History {
    pub lines: Vec<Decided>,
    pub names: HashMap<PersonId, String>,
    pub city: CityId,
    /// Where single decisions are seen in the office, for those who see them there.
    pub place: Option<String>,
}

impl History {
    /// Of this city; `place` is where single decisions are seen in the office, for those who see them there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn of(sql: &Sql, city: &City, place: Option<String>) -> Result<History> {
        let lines = rows::of_city(sql, city.id).await?;
        let ids: Vec<PersonId> = lines.iter().flat_map(hands).collect();
        let names = people::names(sql, &ids).await?;
        Ok(History { lines, names, city: city.id, place })
    }

    /// What it is, and from when.
    pub(crate) fn what(&self, visit: &Visit, own: &Decided) -> String {
        let what = visit.t(decision_words(own.decision));
        match own.from_day {
            Some(day) => {
                let day = visit.day(&day);
                visit.ta("decision-from", &[("what", what.as_str().into()), ("day", day.as_str().into())])
            }
            None => what,
        }
    }

    /// Where it stands, where that is not plainly in force: the words, and the mark beside them.
    pub(crate) fn stands(&self, visit: &Visit, own: &Decided) -> Option<(String, &'static str)> {
        match own.state {
            DecisionState::Proposed => Some((visit.t("decision-is-proposed"), "status is-warn")),
            DecisionState::Dropped => Some((visit.t("decision-is-dropped"), "status")),
            DecisionState::Decided if own.applied_at.is_none() => {
                Some((visit.t("decision-is-coming"), "status is-warn"))
            }
            DecisionState::Decided => None,
        }
    }

    /// Who entered it, who decided it and who said that nothing comes of it, each once.
    pub(crate) fn by(&self, visit: &Visit, own: &Decided) -> String {
        let mut ids: Vec<PersonId> = hands(own).collect();
        ids.dedup();
        visit.list(ids.iter().filter_map(|id| self.names.get(id)))
    }

    /// It was decided about a record that went into this one.
    pub(crate) fn is_of_another(&self, own: &Decided) -> bool {
        own.city != self.city
    }

    /// Where the office sees what a city said of its suspension.
    pub(crate) fn see(&self, own: &Decided) -> Option<String> {
        let place = self.place.as_ref().filter(|_| own.heard_until.is_some())?;
        Some(format!("{place}/decisions/{}", own.written()))
    }

    /// Where the evidence is, where it is an address.
    pub(crate) fn evidence_link(&self, visit: &Visit, own: &Decided) -> Option<String> {
        let text = own.evidence.as_str();
        let here = text.starts_with('/') && !text.starts_with("//") && !text.contains('\\');
        if here { Some(visit.link(text)) } else { text.starts_with("https://").then(|| text.to_owned()) }
    }
}

/// Who entered it, decided it, dropped it.
pub(crate) fn hands(own: &Decided) -> impl Iterator<Item = PersonId> + use<> {
    [own.entered_by, own.decided_by, own.dropped_by].into_iter().flatten()
}
