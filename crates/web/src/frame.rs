//! The frame of a page: head, menus, foot. A page's template draws its middle only; the frame is drawn around it once.

use askama::Template;
use axum::response::{Html, IntoResponse};
use http::{HeaderValue, StatusCode, header};

use crate::answer::OwnPage;
use crate::cache::Topics;
use crate::failure::Answer;
use crate::links::{Entry, Link, Place};
use crate::visit::{Meta, Visit};
use crate::whose::signed;

/// The middle of a page, and what the frame has to know of it.
pub trait Framed: Template {
    /// Who asks for it, where.
    fn visit(&self) -> &Visit;
    /// What it says of itself.
    fn meta(&self) -> &Meta;
}

/// Makes a template with the fields `v` and `meta` the middle of a page.
#[macro_export]
macro_rules! framed {
    ($name:ident) => {
        impl $crate::Framed for $name<'_> {
            fn visit(&self) -> &$crate::Visit {
                self.v
            }
            fn meta(&self) -> &$crate::Meta {
                &self.meta
            }
        }
    };
}

/// How a page is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Status {
    /// The HTTP status.
    pub code: StatusCode,
    /// Seconds to wait before the same is tried again.
    pub wait: Option<u64>,
}

impl From<StatusCode> for Status {
    fn from(code: StatusCode) -> Status {
        Status { code, wait: None }
    }
}

/// The whole page.
#[derive(Template)]
#[template(path = "layout.html")]
struct Layout<'a> {
    v: &'a Visit,
    meta: &'a Meta,
    /// A form on it came back: said in the title, which is read out first.
    wrong: bool,
    main: String,
}

/// A page that shows something of somebody who has no session: whoever reads with this browser later does not find it there.
///
/// # Errors
/// Those of the answer.
pub fn kept_by_nobody(answer: Answer) -> Answer {
    let mut response = answer?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// Answers with a page. `topics`: a page that is the same for all visitors may be kept until one of these changes;
/// `None`: it is made anew each time.
pub fn page(status: impl Into<Status>, middle: &impl Framed, topics: Option<Topics>) -> Answer {
    let Status { code, wait } = status.into();
    let wrong = code.is_client_error() && !middle.meta().titled_as_error;
    let whole = Layout { v: middle.visit(), meta: middle.meta(), wrong, main: middle.render()? };
    let mut response = (code, Html(signed(middle.visit(), whole.render()?))).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response.extensions_mut().insert(OwnPage);
    if let Some(topics) = topics.filter(|_| code == StatusCode::OK) {
        response.extensions_mut().insert(topics);
    }
    Ok(response)
}

impl Visit {
    /// The links of a place that this reader sees.
    pub fn links(&self, place: Place) -> Vec<&Link> {
        self.hub.links.iter().filter(|link| link.place == place && (link.shown)(&self.actor)).collect()
    }

    /// Those of a place with what people put there behind them, as this reader has them.
    fn entries(&self, place: Place) -> Vec<Entry> {
        let own = self.links(place).into_iter();
        let own = own.map(|link| Entry { label: self.t(link.words), foreign: None, path: link.path.to_owned() });
        let placed = self.placed.iter().filter(|placed| placed.place == place).filter_map(|placed| {
            let own = placed.texts.iter().find(|(lang, ..)| *lang == self.lang);
            let (lang, label, path) = own.or(placed.texts.first())?;
            let foreign = Some(*lang).filter(|lang| *lang != self.lang);
            Some(Entry { label: label.clone(), foreign, path: path.clone() })
        });
        own.chain(placed).collect()
    }

    /// The main menu.
    pub fn main_menu(&self) -> Vec<Entry> {
        self.entries(Place::Main)
    }

    /// Those of a person's own menu.
    pub fn account_menu(&self) -> Vec<&Link> {
        self.links(Place::Account)
    }

    /// Ways on from an error.
    pub fn ways_on(&self) -> Vec<&Link> {
        self.links(Place::Error)
    }

    /// The searches that are offered where an address leads nowhere.
    pub fn searches(&self) -> Vec<&Link> {
        self.links(Place::Search)
    }

    /// The sections of the foot, with their links.
    pub fn foot(&self) -> Vec<(Place, Vec<Entry>)> {
        let sections = Place::FOOT.iter().map(|place| (*place, self.entries(*place)));
        sections.filter(|(_, entries)| !entries.is_empty()).collect()
    }

    /// The sections of the back office, with their links.
    pub fn office(&self) -> Vec<(Place, Vec<&Link>)> {
        self.sections(&Place::OFFICE)
    }

    /// Those of these in which there is something for this reader.
    fn sections(&self, places: &[Place]) -> Vec<(Place, Vec<&Link>)> {
        places.iter().map(|place| (*place, self.links(*place))).filter(|(_, links)| !links.is_empty()).collect()
    }
}
