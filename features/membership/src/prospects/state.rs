//! Where it stands with a prospect.

use store::State;

/// The states of a prospect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ProspectState {
    /// The office speaks with it.
    Open,
    /// It has been invited to ask.
    Invited,
    /// It has asked: its enquiry goes on.
    Enquired,
    /// It does not want to be written to.
    Declined,
    /// The office does not speak with it any more.
    Dropped,
}
store::coded!(ProspectState, ProspectState::parse);

impl ProspectState {
    /// All.
    pub(crate) const ALL: [ProspectState; 5] = [
        ProspectState::Open,
        ProspectState::Invited,
        ProspectState::Enquired,
        ProspectState::Declined,
        ProspectState::Dropped,
    ];

    /// From what is kept or sent.
    pub(crate) fn parse(text: &str) -> Option<ProspectState> {
        ProspectState::ALL.into_iter().find(|state| state.code() == text)
    }

    /// The office speaks with it still.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, ProspectState::Open | ProspectState::Invited)
    }

    /// How it is drawn: with this class beside its words.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            ProspectState::Open => "status is-info",
            ProspectState::Invited => "status is-warn",
            ProspectState::Enquired => "status is-ok",
            ProspectState::Declined | ProspectState::Dropped => "status",
        }
    }
}

impl State for ProspectState {
    const TABLE: &'static str = "prospects";
    const KIND: &'static str = "prospect";
    const MOVES: &'static [(ProspectState, ProspectState)] = &[
        (ProspectState::Open, ProspectState::Invited),
        (ProspectState::Open, ProspectState::Enquired),
        (ProspectState::Open, ProspectState::Dropped),
        (ProspectState::Open, ProspectState::Declined),
        // Its contact is another one.
        (ProspectState::Invited, ProspectState::Open),
        // Nothing came of its enquiry, or it was none of theirs.
        (ProspectState::Enquired, ProspectState::Open),
        (ProspectState::Enquired, ProspectState::Declined),
        (ProspectState::Dropped, ProspectState::Declined),
        (ProspectState::Invited, ProspectState::Enquired),
        (ProspectState::Invited, ProspectState::Declined),
        (ProspectState::Invited, ProspectState::Dropped),
        // It has thought again, of its own.
        (ProspectState::Declined, ProspectState::Enquired),
        (ProspectState::Dropped, ProspectState::Open),
        (ProspectState::Dropped, ProspectState::Enquired),
    ];

    fn code(self) -> &'static str {
        match self {
            ProspectState::Open => "open",
            ProspectState::Invited => "invited",
            ProspectState::Enquired => "enquired",
            ProspectState::Declined => "declined",
            ProspectState::Dropped => "dropped",
        }
    }
}

/// Key of the words for a state.
pub(crate) fn prospect_state_words(state: ProspectState) -> String {
    format!("prospect-state-{}", state.code())
}
