//! What somebody writes for.

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A question.
    Question,
    /// Anything else.
    Contact,
    /// Something that worked, or did not, which others could learn from.
    Share,
    /// What somebody asks for a paper, a station or a site.
    Media,
}
store::coded!(Purpose, Purpose::parse);

impl Purpose {
    pub(crate) const ALL: [Purpose; 4] = [Purpose::Question, Purpose::Contact, Purpose::Share, Purpose::Media];

    /// As it is kept and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Purpose::Question => "question",
            Purpose::Contact => "contact",
            Purpose::Share => "share",
            Purpose::Media => "media",
        }
    }

    /// From what is kept or sent.
    pub fn parse(text: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.code() == text)
    }

    /// Its sender confirms the address that they gave, unless the hub knows them.
    pub(crate) const fn is_confirmed_by_letter(self) -> bool {
        matches!(self, Purpose::Share)
    }
}

/// Key of the words above the message itself, in its form.
pub(crate) const fn message_words(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Question => "ask-message",
        Purpose::Contact => "contact-message",
        Purpose::Share => "share-message",
        Purpose::Media => "media-message",
    }
}

/// Key of the words above its form.
pub(crate) const fn title_words(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Question => "ask-title",
        Purpose::Contact => "contact-title",
        Purpose::Share => "share-title",
        Purpose::Media => "media-title",
    }
}

/// Key of the words for what happens next.
pub(crate) const fn next_words(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Question | Purpose::Contact => "sent-next",
        Purpose::Share => "sent-next-share",
        Purpose::Media => "sent-next-media",
    }
}
