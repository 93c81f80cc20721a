//! The states of what is published. What readers have stays with them while something newer is written, reviewed or thought
//! over: that is not a state but `shown`.

use store::State;

/// Where the newest words of a thing stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemState {
    /// Somebody writes.
    Draft,
    /// A second person is asked to read it.
    InReview,
    /// Readers have it from a time on that was said.
    Scheduled,
    /// Readers have it.
    Live,
    /// Readers had it, and are told that it was taken back.
    Withdrawn,
}
store::coded!(ItemState, ItemState::parse);

impl ItemState {
    /// All, in the order in which they are offered.
    pub const ALL: [ItemState; 5] =
        [ItemState::Draft, ItemState::InReview, ItemState::Scheduled, ItemState::Live, ItemState::Withdrawn];

    /// From what is kept or sent.
    pub fn parse(text: &str) -> Option<ItemState> {
        ItemState::ALL.into_iter().find(|state| state.code() == text)
    }

    /// How it is drawn: with this class beside its words.
    pub const fn class(self) -> &'static str {
        match self {
            ItemState::Draft => "status",
            ItemState::InReview | ItemState::Scheduled => "status is-info",
            ItemState::Live => "status is-ok",
            ItemState::Withdrawn => "status is-bad",
        }
    }
}

impl State for ItemState {
    const TABLE: &'static str = "editorial_items";
    const KIND: &'static str = "editorial";
    const MOVES: &'static [(ItemState, ItemState)] = &[
        (ItemState::Draft, ItemState::InReview),
        (ItemState::Draft, ItemState::Scheduled),
        (ItemState::Draft, ItemState::Live),
        (ItemState::Draft, ItemState::Withdrawn),
        (ItemState::InReview, ItemState::Draft),
        (ItemState::InReview, ItemState::Scheduled),
        (ItemState::InReview, ItemState::Live),
        (ItemState::InReview, ItemState::Withdrawn),
        (ItemState::Scheduled, ItemState::Draft),
        (ItemState::Scheduled, ItemState::Scheduled),
        (ItemState::Scheduled, ItemState::Live),
        (ItemState::Scheduled, ItemState::Withdrawn),
        (ItemState::Live, ItemState::Draft),
        (ItemState::Live, ItemState::Withdrawn),
        (ItemState::Withdrawn, ItemState::Draft),
    ];

    fn code(self) -> &'static str {
        match self {
            ItemState::Draft => "draft",
            ItemState::InReview => "in-review",
            ItemState::Scheduled => "scheduled",
            ItemState::Live => "live",
            ItemState::Withdrawn => "withdrawn",
        }
    }
}

/// Key of the words for a state.
pub fn state_words(state: ItemState) -> String {
    format!("editorial-state-{}", state.code())
}
