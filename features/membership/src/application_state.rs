//! Where an application stands.

use store::State;

/// The states of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ApplicationState {
    /// Its city writes it.
    Draft,
    /// The office has to decide.
    Submitted,
    /// The office asked something: its city has to answer, and no clock runs.
    AskedBack,
    /// Its city is a member.
    Accepted,
    /// It was declined, with a reason.
    Declined,
    /// Nothing came of it for long.
    Lapsed,
    /// Its city has taken its enquiry back.
    Withdrawn,
}
store::coded!(ApplicationState, ApplicationState::parse);

impl ApplicationState {
    /// All.
    pub(crate) const ALL: [ApplicationState; 7] = [
        ApplicationState::Draft,
        ApplicationState::Submitted,
        ApplicationState::AskedBack,
        ApplicationState::Accepted,
        ApplicationState::Declined,
        ApplicationState::Lapsed,
        ApplicationState::Withdrawn,
    ];

    /// From what is kept or sent.
    pub(crate) fn parse(text: &str) -> Option<ApplicationState> {
        ApplicationState::ALL.into_iter().find(|state| state.code() == text)
    }

    /// Its city may write in it. What is written in one that lapsed takes it up again.
    pub(crate) const fn is_written(self) -> bool {
        matches!(self, ApplicationState::Draft | ApplicationState::AskedBack | ApplicationState::Lapsed)
    }

    /// Its city can do something with its private link: write in it, or take it up again.
    pub(crate) const fn has_link(self) -> bool {
        self.is_written() || matches!(self, ApplicationState::Declined)
    }

    /// Its city writes it, or the office decides.
    pub(crate) const fn goes_on(self) -> bool {
        matches!(self, ApplicationState::Draft | ApplicationState::Submitted | ApplicationState::AskedBack)
    }

    /// It can be taken up once more, by its city or with another invitation.
    pub(crate) const fn comes_back(self) -> bool {
        matches!(self, ApplicationState::Declined | ApplicationState::Lapsed | ApplicationState::Withdrawn)
    }

    /// How it is drawn: with this class beside its words.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            ApplicationState::Submitted => "status is-info",
            ApplicationState::AskedBack => "status is-warn",
            ApplicationState::Accepted => "status is-ok",
            _ => "status",
        }
    }
}

impl State for ApplicationState {
    const TABLE: &'static str = "applications";
    const KIND: &'static str = "application";
    const MOVES: &'static [(ApplicationState, ApplicationState)] = &[
        (ApplicationState::Draft, ApplicationState::Submitted),
        (ApplicationState::Draft, ApplicationState::Lapsed),
        (ApplicationState::Draft, ApplicationState::Withdrawn),
        (ApplicationState::Submitted, ApplicationState::AskedBack),
        (ApplicationState::Submitted, ApplicationState::Accepted),
        (ApplicationState::Submitted, ApplicationState::Declined),
        (ApplicationState::Submitted, ApplicationState::Withdrawn),
        (ApplicationState::AskedBack, ApplicationState::Submitted),
        (ApplicationState::AskedBack, ApplicationState::Declined),
        (ApplicationState::AskedBack, ApplicationState::Lapsed),
        (ApplicationState::AskedBack, ApplicationState::Withdrawn),
        (ApplicationState::Declined, ApplicationState::Draft),
        (ApplicationState::Declined, ApplicationState::Withdrawn),
        (ApplicationState::Lapsed, ApplicationState::Withdrawn),
        (ApplicationState::Lapsed, ApplicationState::Draft),
        (ApplicationState::Withdrawn, ApplicationState::Draft),
    ];

    fn code(self) -> &'static str {
        match self {
            ApplicationState::Draft => "draft",
            ApplicationState::Submitted => "submitted",
            ApplicationState::AskedBack => "asked-back",
            ApplicationState::Accepted => "accepted",
            ApplicationState::Declined => "declined",
            ApplicationState::Lapsed => "lapsed",
            ApplicationState::Withdrawn => "withdrawn",
        }
    }
}

/// Key of the words for a state, as the office says it.
pub(crate) fn application_state_words(state: ApplicationState) -> String {
    format!("application-state-{}", state.code())
}

/// Key of what is told of it beside it: on the page of its enquiry, where its private link does not stand.
pub(crate) fn beside_words(state: ApplicationState) -> String {
    match state {
        ApplicationState::Draft | ApplicationState::AskedBack | ApplicationState::Lapsed => {
            format!("application-beside-{}", state.code())
        }
        _ => application_stand_words(state),
    }
}

/// Key of what its city is told of a state, and of what happens next.
pub(crate) fn application_stand_words(state: ApplicationState) -> String {
    format!("application-stand-{}", state.code())
}
