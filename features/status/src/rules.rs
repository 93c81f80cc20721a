//! What may be decided about a membership, what follows what, and how a city stands.

use base::limits::LINE_CHARS;
use base::{CityId, FieldError, PersonId, Time};
use chrono::{Days, NaiveDate};
use cities::Membership;
use input::{Fields, Reader};
use store::Day;

/// Characters of a reason, of an answer and of a note at most.
pub(crate) const REASON_CHARS: usize = 4_000;
/// Working days in which a city is heard before it is suspended.
pub(crate) const HEARD_DAYS: u32 = 10;
/// A decision may have been taken so many days ago, or hold from so many days hence, at most.
pub(crate) const DAYS_AWAY: u64 = 366;

/// What is decided about a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// It became a member: its application was accepted.
    Joined,
    /// It does not take part for now.
    Dormant,
    /// It takes part again.
    Resumed,
    /// It is no member for now. Two people decide it, and the city is heard.
    Suspended,
    /// Its suspension ends.
    Restored,
    /// It leaves.
    Withdrawn,
    /// It was a member before, and is one again: its application was accepted.
    Returned,
}
store::coded!(Decision, Decision::parse);

impl Decision {
    /// All.
    pub(crate) const ALL: [Decision; 7] = [
        Decision::Joined,
        Decision::Dormant,
        Decision::Resumed,
        Decision::Suspended,
        Decision::Restored,
        Decision::Withdrawn,
        Decision::Returned,
    ];

    /// As it is kept, and in addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Decision::Joined => "joined",
            Decision::Dormant => "dormant",
            Decision::Resumed => "resumed",
            Decision::Suspended => "suspended",
            Decision::Restored => "restored",
            Decision::Withdrawn => "withdrawn",
            Decision::Returned => "returned",
        }
    }

    /// From what is kept or sent.
    pub(crate) fn parse(code: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|own| own.code() == code)
    }

    /// Where the membership stands after it.
    pub(crate) const fn leads_to(self) -> Membership {
        match self {
            Decision::Joined | Decision::Resumed | Decision::Restored | Decision::Returned => Membership::Active,
            Decision::Dormant => Membership::Dormant,
            Decision::Suspended => Membership::Suspended,
            Decision::Withdrawn => Membership::Withdrawn,
        }
    }

    /// May it be decided of a city that stands there? Only an accepted application makes a city a member, or one again.
    pub(crate) const fn may_follow(self, now: Membership) -> bool {
        match self {
            Decision::Joined | Decision::Returned => false,
            Decision::Dormant => matches!(now, Membership::Active),
            Decision::Resumed => matches!(now, Membership::Dormant),
            Decision::Suspended => now.is_member(),
            Decision::Restored => matches!(now, Membership::Suspended),
            Decision::Withdrawn => !matches!(now, Membership::Withdrawn),
        }
    }

    /// May it be decided while that waits? Whoever is to be suspended may leave, and whoever leaves may be suspended until then; a city's
    /// own word to leave is stronger than anything else that waits for its day.
    pub(crate) fn may_be_beside(self, open: &Decided) -> bool {
        match open.state {
            DecisionState::Proposed => self == Decision::Withdrawn,
            _ => self == Decision::Suspended || self == Decision::Withdrawn && open.decision != Decision::Withdrawn,
        }
    }

    /// A second person decides it, after the city was heard.
    pub(crate) const fn needs_two(self) -> bool {
        matches!(self, Decision::Suspended)
    }
}

/// Key of the words for a decision.
pub(crate) fn decision_words(decision: Decision) -> String {
    format!("decision-{}", decision.code())
}

/// Key of the words for what follows from a decision, before it is taken.
pub(crate) fn follows_words(decision: Decision) -> String {
    format!("decision-{}-follows", decision.code())
}

/// Where a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecisionState {
    /// Somebody else has to agree.
    Proposed,
    /// It holds from its day.
    Decided,
    /// Nothing comes of it.
    Dropped,
}
store::coded!(DecisionState, DecisionState::parse);

impl DecisionState {
    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            DecisionState::Proposed => "proposed",
            DecisionState::Decided => "decided",
            DecisionState::Dropped => "dropped",
        }
    }

    /// From what is kept.
    pub(crate) fn parse(code: &str) -> Option<DecisionState> {
        [DecisionState::Proposed, DecisionState::Decided, DecisionState::Dropped]
            .into_iter()
            .find(|own| own.code() == code)
    }
}

/// One decision, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub id: i64,
    pub city: CityId,
    pub decision: Decision,
    pub state: DecisionState,
    /// The day from which it holds; none while it is proposed.
    pub from_day: Option<Day>,
    pub reason: String,
    pub evidence: String,
    pub entered_by: Option<PersonId>,
    pub entered_at: Time,
    pub heard_until: Option<Day>,
    /// What the second person wrote: how the city was heard, or why nothing comes of it.
    pub note: String,
    pub decided_by: Option<PersonId>,
    /// Who said that nothing comes of it.
    pub dropped_by: Option<PersonId>,
    pub applied_at: Option<Time>,
}
store::from_row!(Decided: id, city, decision, state, from_day, reason, evidence, entered_by, entered_at, heard_until, note, decided_by, dropped_by, applied_at);

impl Decided {
    /// Something waits: the second person, or its day.
    pub(crate) fn is_open(&self) -> bool {
        self.state != DecisionState::Dropped && self.applied_at.is_none()
    }

    /// Its id in addresses.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

/// What a city said of its suspension.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    pub id: i64,
    pub person: PersonId,
    pub text: String,
    pub at: Time,
}
store::from_row!(Answered: id, person, text, at);

/// What somebody decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub decision: Decision,
    /// The day from which it holds; of a proposal, today.
    pub from: NaiveDate,
    pub reason: String,
    pub evidence: String,
}

impl Draft {
    /// From a form for this decision, on this day of the city's office, which may have been decided some time ago.
    pub(crate) fn read(fields: &Fields, decision: Decision, today: NaiveDate) -> Result<Draft, Vec<FieldError>> {
        let first = today - Days::new(DAYS_AWAY);
        Draft::from_day(fields, decision, today, first)
    }

    /// From the form with which a city says that it leaves: today or later.
    pub(crate) fn read_own(fields: &Fields, today: NaiveDate) -> Result<Draft, Vec<FieldError>> {
        Draft::from_day(fields, Decision::Withdrawn, today, today)
    }

    fn from_day(
        fields: &Fields,
        decision: Decision,
        today: NaiveDate,
        first: NaiveDate,
    ) -> Result<Draft, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let from = if decision.needs_two() { today } else { day(&mut reader, fields, today, first) };
        let reason = reader.needed_text("reason", "decision-reason", REASON_CHARS);
        let evidence = reader.line_within("evidence", "decision-evidence", LINE_CHARS);
        reader.check(fields.has("sure", "yes"), || FieldError::new("sure", "error-decision-sure"));
        reader.end(Draft { decision, from, reason, evidence })
    }
}

fn day(reader: &mut Reader<'_>, fields: &Fields, today: NaiveDate, first: NaiveDate) -> NaiveDate {
    let typed = NaiveDate::parse_from_str(&fields.number("from"), "%Y-%m-%d").ok();
    reader.check(typed.is_some(), || FieldError::new("from", "error-decision-day"));
    let typed = typed.unwrap_or(today);
    let last = today + Days::new(DAYS_AWAY);
    let fits = (first..=last).contains(&typed);
    reader.check(fits || first < today, || FieldError::new("from", "error-leave-day"));
    reader.check(fits || first == today, || FieldError::new("from", "error-decision-day-far"));
    typed
}

/// How a city stands, for those who see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// It takes part.
    Active,
    /// A member of whom something is expected that it was found not to meet: the hold ends by itself.
    OnHold,
    /// A member that does not take part for now.
    Dormant,
    /// No member until its suspension ends.
    Suspended,
    /// It has left.
    Withdrawn,
}

impl Status {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Status; 5] =
        [Status::Active, Status::OnHold, Status::Dormant, Status::Suspended, Status::Withdrawn];

    /// Of a membership that something holds up, or nothing.
    pub(crate) const fn of(membership: Membership, is_held: bool) -> Status {
        match membership {
            Membership::Active if is_held => Status::OnHold,
            Membership::Active => Status::Active,
            Membership::Dormant => Status::Dormant,
            Membership::Suspended => Status::Suspended,
            // What went into another record is nowhere listed.
            Membership::Withdrawn | Membership::Merged => Status::Withdrawn,
        }
    }

    /// In addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Status::Active => "active",
            Status::OnHold => "on-hold",
            Status::Dormant => "dormant",
            Status::Suspended => "suspended",
            Status::Withdrawn => "withdrawn",
        }
    }

    /// From an address.
    pub(crate) fn parse(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|own| own.code() == code)
    }

    /// The mark beside its words.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Status::Active => "status is-ok",
            Status::OnHold => "status is-warn",
            Status::Dormant | Status::Withdrawn => "status",
            Status::Suspended => "status is-bad",
        }
    }
}

/// Key of the words for a status.
pub(crate) fn status_words(status: Status) -> String {
    format!("status-{}", status.code())
}

/// Key of the words for what a status means for a city's people.
pub(crate) fn means_words(status: Status) -> String {
    format!("status-{}-means", status.code())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, 16).expect("a day")
    }

    fn typed(from: &str) -> Fields {
        Fields::default().with("from", from).with("reason", "It asked for it.").with("sure", "yes")
    }

    proptest! {
        /// Whatever is decided, one after the other: nobody becomes a member but by an application, and each status is left again.
        #[test]
        fn only_an_application_brings_back_whoever_left(chosen in prop::collection::vec(0..7_usize, 0..40)) {
            let mut now = Membership::Active;
            for decision in chosen.into_iter().map(|place| Decision::ALL[place]) {
                if !decision.may_follow(now) {
                    continue;
                }
                prop_assert!(now != Membership::Withdrawn, "{decision:?} of a city that has left");
                prop_assert!(decision.leads_to() != now, "{decision:?} changes nothing");
                prop_assert!(now != Membership::Suspended || matches!(decision, Decision::Restored | Decision::Withdrawn));
                now = decision.leads_to();
            }
        }
    }

    #[test]
    fn a_day_is_read_within_a_year() {
        let read = |from: &str| Draft::read(&typed(from), Decision::Dormant, today()).map(|draft| draft.from);
        assert_eq!(read("2026-12-31"), Ok(NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day")));
        assert_eq!(read("٢٠٢٦-١٢-١٦"), Ok(today()));
        for wrong in ["", "2026-02-30", "31/12/2026", "2024-12-16", "2028-01-01", "-999999999-01-01"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(Draft::read_own(&typed("2026-12-15"), today()).is_err(), "nobody leaves yesterday");
        let unsure = Fields::default().with("from", "2026-12-16");
        let errors = Draft::read(&unsure, Decision::Withdrawn, today()).expect_err("no reason");
        assert_eq!(errors.iter().map(|error| error.field).collect::<Vec<_>>(), ["reason", "sure"]);
    }

    #[test]
    fn only_active_members_are_on_hold() {
        assert_eq!(Status::of(Membership::Active, true), Status::OnHold);
        for membership in [Membership::Dormant, Membership::Suspended, Membership::Withdrawn] {
            assert_eq!(Status::of(membership, true), Status::of(membership, false));
        }
        for status in Status::ALL {
            assert_eq!(Status::parse(status.code()), Some(status));
        }
    }
}
