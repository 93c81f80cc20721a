//! A visit: one request with its language, its reader and its page's frame.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use base::limits::ADDRESS_BYTES;
use base::{Actor, Fail, Lang, Time};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use crate::format;
use crate::hub::Hub;
use crate::links::Placed;
use crate::number::Number;
use crate::words::{Arg, done_words, set_apart};
use input::Fields;

/// Fields that say where in a list a page is: they hold for one order and one choice of its rows.
pub const PLACES: [&str; 2] = ["page", "before"];
/// Fields that say what was just done, and that a letter was sent for it: for whoever comes from a page of this hub.
pub const TOLD: [&str; 2] = ["done", "sent"];
/// Bytes of `next=`.
const NEXT_BYTES: usize = 5;

/// One request.
#[derive(Clone)]
pub struct Visit {
    /// The hub.
    pub hub: Hub,
    /// The language of the interface.
    pub lang: Lang,
    /// Who asks.
    pub actor: Arc<Actor>,
    /// The address behind the language, starting with `/`.
    pub path: String,
    /// What this page reads of the query, without `?`, always written in the same way.
    pub query: String,
    /// What was just done, for whoever comes from a page of this hub.
    pub told: Option<Told>,
    /// The session's secret, for signing out.
    pub session: Option<String>,
    /// Where the request came from, for slowing down guesses; never stored.
    pub client: String,
    /// The links that people put into the menu and the foot; none on the page of an error that comes before they are read.
    pub placed: Arc<Vec<Placed>>,
    /// Little data shall be sent: no pictures but where somebody asks for one, plain maps.
    pub low_data: bool,
    /// The number of the request: on an error page, in its header, on each of its lines in the log.
    pub number: Number,
}

/// What an address says was just done ([`TOLD`]).
#[derive(Clone, Debug)]
pub struct Told {
    /// What, as [`Visit::done`] named it.
    pub done: String,
    /// A letter was sent for it.
    pub by_letter: bool,
}

impl FromRequestParts<Hub> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, hub: &Hub) -> Result<Visit, Infallible> {
        // `serve` has put it there; a route outside of it is a visitor's.
        Ok(parts.extensions.get::<Visit>().cloned().unwrap_or_else(|| Visit {
            hub: hub.clone(),
            lang: hub.network.languages[0],
            actor: Arc::new(Actor::Visitor),
            path: parts.uri.path().to_owned(),
            query: String::new(),
            told: None,
            session: None,
            client: String::new(),
            placed: Arc::default(),
            low_data: false,
            number: Number::default(),
        }))
    }
}

/// A number of any kind that a page may show (templates hand over references).
pub trait Countable {
    /// As the widest kind; what does not fit is the greatest.
    fn count(&self) -> i64;
}

macro_rules! countable {
    ($($kind:ty),*) => {$(
        impl Countable for $kind {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
countable!(i64, i32, u32, u64, usize);

impl<T: Countable + ?Sized> Countable for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

/// What a page says of itself.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Its title, without the hub's name.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: String,
    /// Its query in the canonical address (`page=2`), without what only sorts or filters.
    pub canonical_query: String,
    /// Kept out of search engines.
    pub hidden: bool,
    /// Its title says already that something is wrong.
    pub titled_as_error: bool,
    /// JSON-LD.
    pub json_ld: Option<serde_json::Value>,
    /// Its address behind the language, in each language in which it has one of its own; the same everywhere, where it has none.
    pub paths: Vec<(Lang, String)>,
}

impl Meta {
    /// With a title.
    pub fn titled(title: impl Into<String>) -> Meta {
        Meta { title: title.into(), ..Meta::default() }
    }

    /// With a description.
    pub fn about(mut self, description: impl Into<String>) -> Meta {
        self.description = description.into();
        self
    }

    /// Kept out of search engines.
    pub fn hide(mut self) -> Meta {
        self.hidden = true;
        self
    }

    /// Its address behind this language; `path`, where it has none of its own.
    pub fn path_in<'a>(&'a self, lang: Lang, path: &'a str) -> &'a str {
        self.paths.iter().find(|(own, _)| *own == lang).map_or(path, |(_, path)| path)
    }

    /// With JSON-LD.
    pub fn data(mut self, json: serde_json::Value) -> Meta {
        self.json_ld = Some(json);
        self
    }

    /// JSON-LD that cannot end its own script element.
    pub fn json_ld_text(&self) -> Option<String> {
        self.json_ld.as_ref().map(|json| json.to_string().replace('<', "\\u003c"))
    }
}

impl Visit {
    /// A message.
    pub fn t(&self, key: impl AsRef<str>) -> String {
        self.hub.words.write(self.lang, key.as_ref(), &[])
    }

    /// A message with its arguments.
    pub fn ta(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.hub.words.write(self.lang, key, args)
    }

    /// A message about a number, its argument `count`.
    pub fn tn(&self, key: &str, count: impl Countable) -> String {
        self.ta(key, &[("count", Arg::Number(count.count()))])
    }

    /// A message with one text.
    pub fn t1(&self, key: &str, name: &str, text: impl AsRef<str>) -> String {
        self.ta(key, &[(name, Arg::Text(text.as_ref()))])
    }

    /// An address in this language.
    pub fn link(&self, path: impl AsRef<str>) -> String {
        format!("/{}{}", self.lang, path.as_ref())
    }

    /// This address in this language.
    pub fn here(&self) -> String {
        self.link(&self.path)
    }

    /// This address in this language, with its query.
    fn here_with_query(&self) -> String {
        if self.query.is_empty() { self.here() } else { format!("{}?{}", self.here(), self.query) }
    }

    /// An icon.
    pub fn icon(&self, name: &str) -> String {
        look::icon(name)
    }

    /// A number as the language writes it.
    pub fn number(&self, number: impl Countable) -> String {
        format::number(number.count(), self.lang)
    }

    /// A date as the language writes it.
    pub fn date(&self, time: &Time) -> String {
        format::date(*time, self.lang)
    }

    /// A day by an office's calendar, as the language writes it.
    pub fn day(&self, day: &store::Day) -> String {
        format::day(day.0, self.lang)
    }

    /// A month.
    pub fn month(&self, year: i32, month: u32) -> String {
        format::month(year, month, self.lang)
    }

    /// A moment to the minute, in UTC: a date says too little of who did what first.
    pub fn moment(&self, time: &Time) -> String {
        let (date, clock) = (self.date(time), time.format("%H:%M").to_string());
        self.ta("moment", &[("date", (&date).into()), ("clock", (&clock).into())])
    }

    /// A date for machines.
    pub fn iso(&self, time: &Time) -> String {
        format::iso_date(*time)
    }

    /// A size in bytes, in words.
    pub fn size(&self, bytes: impl Countable) -> String {
        let bytes = u64::try_from(bytes.count()).unwrap_or(0);
        self.t1(format::size_words(bytes), "number", format::size_number(bytes, self.lang))
    }

    /// Several names as a list: the language's own comma between them, each set apart.
    pub fn list<T: AsRef<str>>(&self, names: impl IntoIterator<Item = T>) -> String {
        let comma = self.t("list-comma");
        names.into_iter().map(|name| set_apart(name.as_ref(), self.lang)).collect::<Vec<_>>().join(&comma)
    }

    /// Coordinates as on a map: `42.13° N, 21.72° E`, in this language's letters and separators.
    pub fn coordinates(&self, latitude: f64, longitude: f64) -> String {
        // A number and its sign have no direction of their own: behind Arabic words the sign would stand on the other side.
        let degrees = |value: f64| {
            let said = format!("{}°", format::decimal((value.abs() * 100.0).round() as i64, 2, self.lang));
            if self.lang.is_rtl() { format!("\u{2066}{said}\u{2069}") } else { said }
        };
        let north = self.t(if latitude < 0.0 { "map-south" } else { "map-north" });
        let east = self.t(if longitude < 0.0 { "map-west" } else { "map-east" });
        let (latitude, longitude) = (degrees(latitude), degrees(longitude));
        self.ta(
            "coordinates",
            &[
                ("latitude", (&latitude).into()),
                ("north", (&north).into()),
                ("longitude", (&longitude).into()),
                ("east", (&east).into()),
            ],
        )
    }

    /// From a year to a year, either unknown: `2015–2017`, `since 2015`; nothing where both are.
    pub fn years(&self, from: Option<i32>, to: Option<i32>) -> String {
        let written = |year: Option<i32>| year.map_or_else(String::new, |year| year.to_string());
        let (first, last) = (written(from), written(to));
        match (from, to) {
            (None, None) => String::new(),
            (Some(from), Some(to)) if from == to => first,
            (Some(_), Some(_)) => self.ta("years-span", &[("from", (&first).into()), ("to", (&last).into())]),
            (Some(_), None) => self.t1("years-since", "from", first),
            (None, Some(_)) => self.t1("years-until", "to", last),
        }
    }

    /// A term as it is written in the data (`2015–17`): its years as this language says them; as it is, if it is none.
    pub fn term(&self, term: &str) -> String {
        network::years_of(term).map_or_else(|| term.to_owned(), |(from, to)| self.years(Some(from), Some(to)))
    }

    /// This address with one field of the query set, or taken away when `value` is empty. The place in a list
    /// ([`PLACES`]) is forgotten unless it is what is set.
    pub fn with_query(&self, name: &str, value: &str) -> String {
        self.here_with(|own, _| own != name && !PLACES.contains(&own), (name, value))
    }

    /// This address without one value of one field of the query, from the beginning of the list.
    pub fn without_query(&self, name: &str, value: &str) -> String {
        self.here_with(|own, sent| (own, sent) != (name, value) && !PLACES.contains(&own), ("", ""))
    }

    /// This address with these fields of its query, and one more unless it is empty.
    pub(crate) fn here_with(&self, kept: impl Fn(&str, &str) -> bool, (name, value): (&str, &str)) -> String {
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        let own = Fields::parse(&self.query);
        text.extend_pairs(own.iter().filter(|(own, sent)| kept(own, sent) && !sent.is_empty()));
        if !value.is_empty() {
            text.append_pair(name, value);
        }
        let query = text.finish();
        if query.is_empty() { self.here() } else { format!("{}?{query}", self.here()) }
    }

    /// The same page in each language of the network: `(language, address, current)`.
    pub fn languages(&self, meta: &Meta) -> Vec<(Lang, String, bool)> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let languages = self.hub.network.languages.iter();
        languages
            .map(|lang| (*lang, format!("/{lang}{}{query}", meta.path_in(*lang, &self.path)), *lang == self.lang))
            .collect()
    }

    /// The full address of this page in a language, as search engines should know it.
    pub fn canonical(&self, lang: &Lang, meta: &Meta) -> String {
        let query = if meta.canonical_query.is_empty() { String::new() } else { format!("?{}", meta.canonical_query) };
        self.hub.address(&format!("/{lang}{}{query}", meta.path_in(*lang, &self.path)))
    }

    /// The network's name.
    pub fn network_name(&self) -> &str {
        self.hub.network.settings.name.get(self.lang)
    }

    /// The hub's name.
    pub fn hub_name(&self) -> &str {
        self.hub.network.settings.hub_name.get(self.lang)
    }

    /// Is this entry where the reader is?
    pub fn is_at(&self, path: &str) -> bool {
        self.path == path || self.path.starts_with(&format!("{path}/"))
    }

    /// Where to go on after something was done: the page at this place behind the language says that it was, in the
    /// words `done-{done}`.
    pub fn done(&self, place: impl AsRef<str>, done: &str) -> String {
        let place = place.as_ref();
        let more = if place.contains('?') { '&' } else { '?' };
        format!("{}{more}done={done}", self.link(place))
    }

    /// The same for what had a letter sent: where none leaves here, the page says so too, in the words
    /// `done-{done}-waits` where there are any.
    pub fn done_by_letter(&self, place: impl AsRef<str>, done: &str) -> String {
        format!("{}&sent=letter", self.done(place, done))
    }

    /// What was just done had a letter sent, and none leaves here: said with it.
    pub fn is_without_mail(&self) -> bool {
        self.told.as_ref().is_some_and(|told| told.by_letter) && !self.hub.mailer.leaves()
    }

    /// What was just done, said once.
    pub fn flash(&self) -> Option<String> {
        let done = &self.told.as_ref()?.done;
        let waits = format!("{done}-waits");
        let said = self.is_without_mail() && self.hub.words.has(self.lang, &done_words(&waits));
        Some(self.t(done_words(if said { &waits } else { done })))
    }

    /// The signed-in person, or: sign in first.
    pub fn person(&self) -> Result<&base::Person, Fail> {
        self.actor.person().ok_or(Fail::SignIn)
    }

    /// As whom they look at the hub, in the page's language: a role with what it is held for.
    pub fn looks_as(&self) -> Option<&str> {
        let labels = &self.actor.looking()?.labels;
        labels.iter().find(|(lang, _)| *lang == self.lang).or(labels.first()).map(|(_, label)| label.as_str())
    }

    /// Holds a role that rests until a second step of signing in is set up.
    pub fn rests(&self) -> bool {
        self.actor.person().is_some_and(|person| !person.resting.is_empty())
    }

    /// The way to sign in and back here; from the doors themselves and from home it leads on to what matters first.
    pub fn sign_in_from_here(&self) -> String {
        let door = ["/", "/sign-in", "/forgotten"].contains(&self.path.as_str()) || self.path.starts_with("/links/");
        if door { self.link("/sign-in") } else { self.sign_in_link() }
    }

    /// Where signing in leads back to.
    pub fn sign_in_link(&self) -> String {
        format!("/{}/sign-in?next={}", self.lang, self.way_back())
    }

    /// Where somebody shows once more who they are, and comes back here.
    pub(crate) fn sign_in_again_link(&self) -> String {
        format!("/{}/sign-in/again?next={}", self.lang, self.way_back())
    }

    /// This address, as it stands in a query.
    fn way_back(&self) -> String {
        let written = |next: String| url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>();
        // A long query, written once more, would be longer than an address may be.
        let next = Some(written(self.here_with_query())).filter(|next| next.len() <= ADDRESS_BYTES - NEXT_BYTES);
        next.unwrap_or_else(|| written(self.here()))
    }
}

/// After a form: to this address, with GET.
pub fn redirect(address: &str) -> Response {
    let location = HeaderValue::from_str(address).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}
