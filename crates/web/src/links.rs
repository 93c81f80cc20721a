//! Links that features offer to menus, the back office, the foot and the page of an error.

use base::{Actor, Lang};

/// Where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The main menu.
    Main,
    /// The menu of a signed-in person.
    Account,
    /// The back office: what visitors read.
    OfficeTexts,
    /// The back office: people and what they may.
    OfficePeople,
    /// The back office: what is on record.
    OfficeRecord,
    /// The back office: running the hub.
    OfficeSystem,
    /// The foot: the network.
    FootNetwork,
    /// The foot: working together.
    FootTogether,
    /// The foot: what anybody may know of us.
    FootOpen,
    /// Ways on from the page of an error.
    Error,
    /// A search by `q`, for the page of an address that leads nowhere.
    Search,
}

impl Place {
    /// The sections of the back office.
    pub const OFFICE: [Place; 4] = [Place::OfficeTexts, Place::OfficePeople, Place::OfficeRecord, Place::OfficeSystem];
    /// The sections of the foot.
    pub const FOOT: [Place; 3] = [Place::FootNetwork, Place::FootTogether, Place::FootOpen];
}

/// Key of the words above a section; those of no section have none.
pub fn section_words(place: &Place) -> &'static str {
    match place {
        Place::OfficeTexts => "office-texts",
        Place::OfficePeople => "office-people",
        Place::OfficeRecord => "office-record",
        Place::OfficeSystem => "office-system",
        Place::FootNetwork => "foot-network",
        Place::FootTogether => "foot-together",
        Place::FootOpen => "foot-open",
        Place::Main | Place::Account | Place::Error | Place::Search => "",
    }
}

/// The topic of what stands in the frame of every page: whoever changes a menu outdates all pages that are kept.
pub const MENUS: &str = "menus";

/// A link that people, not features, put into a menu or the foot: to something that they wrote.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where it stands: behind what features offer there.
    pub place: Place,
    /// In each language that it has: its words, and its address behind the language. The best one comes first.
    pub texts: Vec<(Lang, String, String)>,
}

/// A link as this reader has it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its words.
    pub label: String,
    /// Their language, where it is not the page's.
    pub foreign: Option<Lang>,
    /// Its address behind the language.
    pub path: String,
}

/// A link that a feature offers to a place.
#[derive(Clone)]
pub struct Link {
    /// Where it stands.
    pub place: Place,
    /// Key of its words.
    pub words: &'static str,
    /// Key of what is said below it, in the back office; empty elsewhere.
    pub hint: &'static str,
    /// The address behind the language.
    pub path: &'static str,
    /// Its icon, where the place draws one.
    pub icon: &'static str,
    /// Who sees it.
    pub shown: fn(&Actor) -> bool,
}

impl Link {
    /// For everyone, without an icon.
    pub const fn new(place: Place, words: &'static str, path: &'static str) -> Link {
        Link { place, words, hint: "", path, icon: "", shown: |_| true }
    }

    /// With this said below it.
    pub const fn hint(self, hint: &'static str) -> Link {
        Link { hint, ..self }
    }

    /// With this icon.
    pub const fn icon(self, icon: &'static str) -> Link {
        Link { icon, ..self }
    }

    /// For these only.
    pub const fn shown(self, shown: fn(&Actor) -> bool) -> Link {
        Link { shown, ..self }
    }
}
