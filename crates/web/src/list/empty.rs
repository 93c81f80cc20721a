//! What stands where a list has no row to show: nothing there yet, nothing that fits, or past its end.

use crate::visit::{PLACES, Visit};

/// What is typed; beside it stands what is ticked.
const TYPED: &str = "q";
/// The order: it narrows nothing.
const SORT: &str = "sort";

/// What is said of a list in which there is nothing: what it is for and what to do first. Of one in which nothing fits
/// something else is said.
#[derive(Clone, Debug)]
pub struct Empty {
    icon: &'static str,
    level: u8,
    own: Said,
    unfit: Said,
    ways: Vec<Way>,
}

/// Keys of what is said, and of what is said below it.
#[derive(Clone, Copy, Debug)]
struct Said {
    words: &'static str,
    hint: &'static str,
}

#[derive(Clone, Copy, Debug)]
struct Way {
    words: &'static str,
    path: &'static str,
}

impl Empty {
    /// With its icon, and the keys of what is said where there is nothing at all, and below that.
    pub fn new(icon: &'static str, words: &'static str, hint: &'static str) -> Empty {
        let own = Said { words, hint };
        Empty { icon, level: 2, own, unfit: own, ways: Vec::new() }
    }

    /// With the keys of what is said where nothing fits what was asked, and below that.
    pub fn unfit(mut self, words: &'static str, hint: &'static str) -> Empty {
        self.unfit = Said { words, hint };
        self
    }

    /// With a way on, and the key of its words.
    pub fn way(mut self, words: &'static str, path: &'static str) -> Empty {
        self.ways.push(Way { words, path });
        self
    }

    /// Below a heading of the level before this one; without it, of the second.
    pub fn level(mut self, level: u8) -> Empty {
        self.level = level;
        self
    }

    /// As this reader sees it. `past`: there are rows, before this place in the list.
    pub fn seen(&self, visit: &Visit, past: bool) -> Nothing {
        let asked = |what: &dyn Fn(&str) -> bool| visit.here_with(|own, _| what(own), ("", "")) != visit.here();
        let narrows = |own: &str| own != SORT && !PLACES.contains(&own);
        let whole = || (visit.t("list-whole"), visit.here_with(|own, _| own == SORT, ("", "")));
        let (said, mut ways) = if past {
            (None, vec![(visit.t("list-first-page"), visit.with_query("", ""))])
        } else if asked(&|own| narrows(own) && own != TYPED) && asked(&|own| own == TYPED) {
            let typed = visit.here_with(|own, _| own == TYPED || own == SORT, ("", ""));
            (Some(self.unfit), vec![(visit.t("list-without-filters"), typed), whole()])
        } else if asked(&narrows) {
            (Some(self.unfit), vec![whole()])
        } else {
            (Some(self.own), Vec::new())
        };
        let written = |said: Said| (visit.t(said.words), visit.t(said.hint));
        let (title, text) = said.map_or_else(|| (visit.t("list-past-end"), String::new()), written);
        let first = ways.len();
        ways.extend(self.ways.iter().map(|way| (visit.t(way.words), visit.link(way.path))));
        Nothing { icon: self.icon, level: self.level, title, text, ways, first }
    }
}

/// What is drawn in place of the rows.
#[derive(Clone, Debug)]
pub struct Nothing {
    /// Its icon.
    pub icon: &'static str,
    /// The level of its heading.
    pub level: u8,
    /// What there is not.
    pub title: String,
    /// What the list is for, or what to try.
    pub text: String,
    /// Ways on: their words and addresses.
    pub ways: Vec<(String, String)>,
    /// How many of these, from the first, lead back into the list.
    pub first: usize,
}
