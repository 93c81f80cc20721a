//! The kinds of things that the team publishes.

use texts::Thing;

/// A kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A page of the site; some have an address of their own, and stand there for ever.
    Page,
    /// Something that happened, with its day.
    News,
    /// A question that people ask, with its answer.
    Question,
    /// Something untrue that is said, with what is true.
    Myth,
    /// What the network does together under one name.
    Initiative,
    /// News for the media: planned for the end of its embargo, shown before to those who have a link.
    Release,
    /// What somebody says of working with the network, who has consented to be quoted, until that ends.
    Voice,
}
store::coded!(Kind, Kind::parse);

impl Kind {
    /// All, in the order in which they are offered.
    pub const ALL: [Kind; 7] =
        [Kind::News, Kind::Question, Kind::Myth, Kind::Initiative, Kind::Release, Kind::Voice, Kind::Page];
    /// Those of which there is a list for everybody.
    pub const LISTED: [Kind; 6] =
        [Kind::News, Kind::Question, Kind::Myth, Kind::Initiative, Kind::Release, Kind::Voice];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Page => "page",
            Kind::News => "news",
            Kind::Question => "question",
            Kind::Myth => "myth",
            Kind::Initiative => "initiative",
            Kind::Release => "release",
            Kind::Voice => "voice",
        }
    }

    /// From what is kept or sent.
    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == text)
    }

    /// Where its list is, behind the language; each thing of it is below that.
    pub const fn path(self) -> &'static str {
        match self {
            Kind::Page => "/pages",
            Kind::News => "/news",
            Kind::Question => "/questions",
            Kind::Myth => "/myths",
            Kind::Initiative => "/initiatives",
            Kind::Release => "/press",
            Kind::Voice => "/voices",
        }
    }

    /// The topic of its list.
    pub const fn topic(self) -> &'static str {
        match self {
            Kind::Page => "editorial:page",
            Kind::News => "editorial:news",
            Kind::Question => "editorial:question",
            Kind::Myth => "editorial:myth",
            Kind::Initiative => "editorial:initiative",
            Kind::Release => "editorial:release",
            Kind::Voice => "editorial:voice",
        }
    }

    /// The thing of this kind with this id, for its texts.
    pub const fn thing(self, item: i64) -> Thing {
        Thing { kind: self.code(), item }
    }
}

/// Key of the words above the title of such a thing.
pub const fn title_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "editorial-title",
        Kind::News | Kind::Release => "news-headline",
        Kind::Question => "question-asked",
        Kind::Myth => "myth-claim",
        Kind::Initiative => "initiative-name",
        Kind::Voice => "voice-who",
    }
}

/// Key of the words above what it says in short.
pub const fn summary_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Myth => "myth-truth",
        Kind::Voice => "voice-function",
        _ => "editorial-summary",
    }
}

/// Key of the words above all of it.
pub const fn body_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "question-answer",
        Kind::Myth => "myth-why",
        Kind::Voice => "voice-words",
        _ => "editorial-body",
    }
}

/// Key of the words that say what a list is.
pub const fn about_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "pages-about",
        Kind::News => "news-about",
        Kind::Question => "questions-about",
        Kind::Myth => "myths-about",
        Kind::Initiative => "initiatives-about",
        Kind::Release => "releases-about",
        Kind::Voice => "voices-about",
    }
}

/// Key of the words for one thing of a kind.
pub const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "editorial-kind-page",
        Kind::News => "editorial-kind-news",
        Kind::Question => "editorial-kind-question",
        Kind::Myth => "editorial-kind-myth",
        Kind::Initiative => "editorial-kind-initiative",
        Kind::Release => "editorial-kind-release",
        Kind::Voice => "editorial-kind-voice",
    }
}

/// Such a thing cannot go without what it says in short: what is true, in what function somebody speaks.
pub const fn needs_summary(kind: Kind) -> bool {
    matches!(kind, Kind::Myth | Kind::Voice)
}

/// Key of the words for all things of a kind.
pub fn kinds_words(kind: Kind) -> String {
    format!("editorial-kinds-{}", kind.code())
}

/// What questions are about, in the order of their page.
pub const SECTIONS: [&str; 4] = ["network", "joining", "members", "money"];

/// Key of the words for what questions are about.
pub fn section_words(section: &str) -> String {
    format!("question-section-{section}")
}
