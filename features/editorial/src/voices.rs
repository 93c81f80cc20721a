//! Voices: what somebody says, shown as a quotation on other pages too, until their consent ends.

use askama::Template;
use async_trait::async_trait;
use base::{Fail, Result, Time};
use serde::{Deserialize, Serialize};
use store::{Payload, Queue};
use web::Visit;
use web::parts::{Choices, Choosable, Embed, HomePart, Named};

use crate::kinds::Kind;
use crate::rows::{self, Entry, Narrowed};
use crate::rules::{ADDRESS, BODY, SUMMARY, TITLE, topic};

/// What is read of a voice to quote it.
const PARTS: [&str; 4] = [TITLE, SUMMARY, BODY, ADDRESS];
/// Voices on the home page.
const ON_HOME: i64 = 3;
/// Voices among which one is chosen: some megabytes of their names. Where there are more, that is said.
const CHOOSABLE: usize = 5_000;
/// What they are chosen by.
const NAMES: [&str; 2] = [TITLE, SUMMARY];

/// A consent has ended.
#[derive(Serialize, Deserialize)]
pub struct Ends {
    /// Of which voice.
    pub item: i64,
    /// When: where another end was said meanwhile, nothing happens.
    pub at: Time,
}

impl Payload for Ends {
    const KIND: &'static str = "editorial.voice-ends";
    const QUEUE: Queue = Queue::Work;
}

#[derive(Template)]
#[template(path = "editorial/quotation.html")]
struct Quotation<'a> {
    v: &'a Visit,
    entry: &'a Entry,
    html: String,
    caption: &'a str,
}

/// Characters of a voice on other pages at most: its own page has all of it.
const QUOTED_CHARS: usize = 600;

/// What a voice says, as it is quoted on other pages.
fn quoted(visit: &Visit, entry: &Entry) -> Result<String> {
    let body = entry.text.get(BODY);
    let html = crate::render::html(visit, body);
    if body.chars().count() <= QUOTED_CHARS {
        return Ok(html);
    }
    Cut { words: web::markdown::words(&html, QUOTED_CHARS) }.render().map_err(Fail::internal)
}

#[derive(Template)]
#[template(source = "<p>{{ words }}</p>", ext = "html")]
struct Cut {
    words: String,
}

/// A voice as a quotation, with a line about it (may be empty).
pub(crate) fn quotation(visit: &Visit, entry: &Entry, caption: &str) -> Result<String> {
    drawn(visit, entry, quoted(visit, entry)?, caption)
}

fn drawn(visit: &Visit, entry: &Entry, html: String, caption: &str) -> Result<String> {
    Quotation { v: visit, entry, html, caption }.render().map_err(Fail::internal)
}

pub(crate) struct Voices;

#[async_trait]
impl Embed for Voices {
    fn name(&self) -> &'static str {
        "voice"
    }

    fn words(&self) -> &'static str {
        "editorial-kind-voice"
    }

    async fn draw(&self, visit: &Visit, named: &[Named]) -> Result<Vec<Option<String>>> {
        let mut ids: Vec<i64> = named.iter().filter_map(|own| base::id::read_id(&own.key)).collect();
        ids.sort_unstable();
        ids.dedup();
        let items = rows::shown_of(&visit.hub.db.read(), Some(Kind::Voice), visit.hub.now(), &ids).await?;
        // Once for each, however often it is named.
        let with_quoted = |entry: Entry| Ok((quoted(visit, &entry)?, entry));
        let entries = rows::entries(visit, items, &PARTS).await?.into_iter().map(with_quoted);
        let entries: Vec<(String, Entry)> = entries.collect::<Result<_>>()?;
        let one = |own: &Named| {
            let id = base::id::read_id(&own.key)?;
            let (html, entry) = entries.iter().find(|(_, entry)| entry.item.id == id)?;
            Some(drawn(visit, entry, html.clone(), own.caption.trim()))
        };
        named.iter().map(|own| one(own).transpose()).collect()
    }

    fn path(&self, _: &str) -> Option<String> {
        // It has one in each language.
        None
    }

    fn made_at(&self) -> Option<&'static str> {
        Some("/office/editorial/new?kind=voice")
    }

    fn topics(&self, key: &str) -> Vec<String> {
        base::id::read_id(key).map(topic).into_iter().chain([Kind::Voice.topic().to_owned()]).collect()
    }

    async fn choose(&self, visit: &Visit, words: &str, limit: usize) -> Result<Choices> {
        let (sql, now) = (visit.hub.db.read(), visit.hub.now());
        // One more than are looked at tells whether there are more.
        let is_searched = !words.trim().is_empty();
        let most = if is_searched { CHOOSABLE } else { limit };
        let mut items = rows::page(&sql, Kind::Voice, &Narrowed::default(), now, most as i64 + 1, 0).await?;
        let is_cut = items.len() > most;
        items.truncate(most);
        let folded = base::fold::fold(words);
        let one = |entry: Entry| Choosable {
            key: base::id::write_id(entry.item.id),
            label: entry.text.get(TITLE).to_owned(),
            note: entry.text.get(SUMMARY).to_owned(),
        };
        let all = rows::entries(visit, items, &NAMES).await?.into_iter().map(one);
        let fits = |one: &Choosable| base::fold::fold(&format!("{} {}", one.label, one.note)).contains(&folded);
        let found = Choices::first(all.filter(fits), limit);
        let among = (is_cut && is_searched).then_some(CHOOSABLE);
        Ok(Choices { more: found.more || is_cut && !is_searched, among, ..found })
    }
}

#[derive(Template)]
#[template(path = "editorial/home_voices.html")]
struct VoicesPart<'a> {
    v: &'a Visit,
    quotations: Vec<String>,
}

/// Voices on the home page.
pub(crate) struct OnHome;

#[async_trait]
impl HomePart for OnHome {
    fn name(&self) -> &'static str {
        "voices"
    }

    fn words(&self) -> &'static str {
        "editorial-kinds-voice"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["editorial:voice"]
    }

    fn place(&self) -> u16 {
        30
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let (sql, now) = (visit.hub.db.read(), visit.hub.now());
        let items = rows::page(&sql, Kind::Voice, &Narrowed::default(), now, ON_HOME, 0).await?;
        let entries = rows::entries(visit, items, &PARTS).await?;
        if entries.is_empty() {
            return Ok(None);
        }
        let quotations = entries.iter().map(|entry| quotation(visit, entry, "")).collect::<Result<_>>()?;
        Ok(Some(VoicesPart { v: visit, quotations }.render().map_err(Fail::internal)?))
    }
}
