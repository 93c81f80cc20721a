//! Where an enquiry stands.

use store::State;

/// The states of an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum EnquiryState {
    /// The office has to answer.
    Received,
    /// The office asked something: its asker has to answer, and no clock runs.
    AskedBack,
    /// Its city is invited to apply.
    Invited,
    /// Its asker was shown where what they need is to be had.
    Redirected,
    /// It was declined, with a reason.
    Declined,
    /// It is dealt with together with another one.
    Duplicate,
    /// Nobody meant it.
    Spam,
    /// Its asker has taken it back.
    Withdrawn,
}
store::coded!(EnquiryState, EnquiryState::parse);

impl EnquiryState {
    /// All.
    pub(crate) const ALL: [EnquiryState; 8] = [
        EnquiryState::Received,
        EnquiryState::AskedBack,
        EnquiryState::Invited,
        EnquiryState::Redirected,
        EnquiryState::Declined,
        EnquiryState::Duplicate,
        EnquiryState::Spam,
        EnquiryState::Withdrawn,
    ];

    /// From what is kept or sent.
    pub(crate) fn parse(text: &str) -> Option<EnquiryState> {
        EnquiryState::ALL.into_iter().find(|state| state.code() == text)
    }

    /// The office has not decided yet.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, EnquiryState::Received | EnquiryState::AskedBack)
    }

    /// What its asker writes now makes it wait for the office again: an answer to what was asked, what an invitation asks for, a second
    /// thought.
    pub(crate) const fn wakes(self) -> bool {
        matches!(
            self,
            EnquiryState::AskedBack
                | EnquiryState::Invited
                | EnquiryState::Redirected
                | EnquiryState::Declined
                | EnquiryState::Withdrawn
        )
    }

    /// How it is drawn: with this class beside its words.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            EnquiryState::Received => "status is-info",
            EnquiryState::AskedBack => "status is-warn",
            EnquiryState::Invited => "status is-ok",
            _ => "status",
        }
    }
}

impl State for EnquiryState {
    const TABLE: &'static str = "enquiries";
    const KIND: &'static str = "enquiry";
    const MOVES: &'static [(EnquiryState, EnquiryState)] = &[
        (EnquiryState::Received, EnquiryState::AskedBack),
        (EnquiryState::Received, EnquiryState::Invited),
        (EnquiryState::Received, EnquiryState::Redirected),
        (EnquiryState::Received, EnquiryState::Declined),
        (EnquiryState::Received, EnquiryState::Duplicate),
        (EnquiryState::Received, EnquiryState::Spam),
        (EnquiryState::Received, EnquiryState::Withdrawn),
        (EnquiryState::AskedBack, EnquiryState::Received),
        (EnquiryState::AskedBack, EnquiryState::Invited),
        (EnquiryState::AskedBack, EnquiryState::Redirected),
        (EnquiryState::AskedBack, EnquiryState::Declined),
        (EnquiryState::AskedBack, EnquiryState::Duplicate),
        (EnquiryState::AskedBack, EnquiryState::Spam),
        (EnquiryState::AskedBack, EnquiryState::Withdrawn),
        (EnquiryState::Invited, EnquiryState::Received),
        (EnquiryState::Invited, EnquiryState::Withdrawn),
        (EnquiryState::Redirected, EnquiryState::Received),
        (EnquiryState::Declined, EnquiryState::Received),
        (EnquiryState::Duplicate, EnquiryState::Received),
        (EnquiryState::Duplicate, EnquiryState::Withdrawn),
        (EnquiryState::Spam, EnquiryState::Received),
        (EnquiryState::Withdrawn, EnquiryState::Received),
    ];

    fn code(self) -> &'static str {
        match self {
            EnquiryState::Received => "received",
            EnquiryState::AskedBack => "asked-back",
            EnquiryState::Invited => "invited",
            EnquiryState::Redirected => "redirected",
            EnquiryState::Declined => "declined",
            EnquiryState::Duplicate => "duplicate",
            EnquiryState::Spam => "spam",
            EnquiryState::Withdrawn => "withdrawn",
        }
    }
}

/// Key of the words for a state, as the office says it.
pub(crate) fn state_words(state: EnquiryState) -> String {
    format!("enquiry-state-{}", state.code())
}

/// Key of what its asker is told of a state, and of what happens next.
pub(crate) fn stand_words(state: EnquiryState) -> String {
    format!("enquiry-stand-{}", state.code())
}
