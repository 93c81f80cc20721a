//! Putting something into a text beside its words: chosen from a list, or filled in.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::LINE_CHARS;
use base::{Fail, FieldError, Lang, Result};
use input::{Fields, Reader};
use texts::Revision;
use web::parts::Choices;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::id;
use super::shown::language;
use crate::access::check;
use crate::actions;
use crate::embeds::{Insertable, choose, kinds, undrawn};
use crate::lines::{ACTION, Line, address_of, put_in};
use crate::rows;
use crate::rules::{BODY, Item, TITLE, Written};
use crate::state::ItemState;

/// Things that are offered at once.
const OFFERED: usize = 20;
/// Characters of a quotation at most.
const QUOTATION_CHARS: usize = 1_000;
/// Columns and rows of a table that is put in.
const TABLE: (std::ops::RangeInclusive<i64>, std::ops::RangeInclusive<i64>) = (1..=8, 1..=40);

/// What is Markdown, and is only written for whoever does not know its signs.
const QUOTATION: &str = "quotation";
const TABLE_NAME: &str = "table";

/// Key of the words for what this page can put in by itself.
pub(crate) const fn own_words(name: &str) -> &'static str {
    match name.as_bytes() {
        b"action" => "embed-action",
        b"quotation" => "embed-quotation",
        _ => "embed-table",
    }
}

/// All that this page puts in by itself.
pub(crate) const OWN: [&str; 3] = [ACTION, QUOTATION, TABLE_NAME];

#[derive(Template)]
#[template(path = "editorial/insert.html")]
struct InsertPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    title: String,
    form: Form<'a>,
    place: Place,
    kinds: Vec<Insertable>,
    offered: Choices,
}

web::framed!(InsertPage);

/// Where in which text something is put in, and what.
#[derive(Clone, Debug)]
struct Place {
    lang: Lang,
    /// The line in which somebody wrote, counted from 1; none: at the end.
    at: Option<usize>,
    name: String,
    words: String,
}

impl Place {
    fn of(visit: &Visit, offered: &Offered, fields: &Fields, source: Lang) -> Place {
        let known = |name: &str| kinds(offered).iter().any(|own| own.name == name) || OWN.contains(&name);
        let first = kinds(offered).first().map_or(ACTION, |own| own.name);
        let name = Some(fields.get("name")).filter(|name| known(name)).unwrap_or(first);
        let words: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let lang = language(visit, fields.get("in")).unwrap_or(source);
        Place { lang, at: fields.get("at").parse().ok(), name: name.to_owned(), words }
    }

    /// The page for something else to put in at the same place.
    fn path(&self, item: &Item, name: &str) -> String {
        let at = self.at.map(|at| format!("&at={at}")).unwrap_or_default();
        format!("{}/insert?in={}&name={name}{at}", item.office(), self.lang)
    }
}

struct Opened {
    item: Item,
    texts: Vec<Revision>,
    source: Lang,
}

async fn open(visit: &Visit, item: &str) -> Result<Opened> {
    check(&visit.actor)?;
    let sql = visit.hub.db.read();
    let item = rows::item(&sql, id(item)?).await?;
    let texts = texts::newest(&sql, item.thing()).await?;
    let source = texts.iter().find(|text| text.rendered.is_none()).map_or(visit.lang, |text| text.lang);
    Ok(Opened { item, texts, source })
}

pub(crate) async fn get(visit: Visit, offered: Offered, Path(item): Path<String>) -> Answer {
    let opened = open(&visit, &item).await?;
    let place = Place::of(&visit, &offered, &Fields::parse(&visit.query), opened.source);
    let own = opened.texts.iter().find(|text| text.lang == place.lang).map_or(0, |text| text.number);
    let fields = Fields::default().with("columns", 3).with("rows", 3).with("revision", own);
    show(&visit, &offered, opened, place, fields).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, Path(item): Path<String>, fields: Fields) -> Answer {
    let opened = open(&visit, &item).await?;
    let place = Place::of(&visit, &offered, &fields, opened.source);
    let written = match written(&visit, &place.name, &fields) {
        Ok(written) => written,
        Err(errors) => return show(&visit, &offered, opened, place, Filled::wrong(fields, errors)).await,
    };
    if !is_shown(&visit, &offered, &place.name, &fields).await? {
        let errors = vec![FieldError::new("", "error-embed-choose")];
        return show(&visit, &offered, opened, place, Filled::wrong(fields, errors)).await;
    }
    let own = opened.texts.iter().find(|text| text.lang == place.lang).ok_or(Fail::NotFound)?;
    let body = own.parts.get(BODY);
    let at = place.at.unwrap_or(usize::MAX);
    let (body, line) = put_in(body, at, &written);
    let parts = own.parts.clone().with(BODY, body);
    // The same rules as in the editor.
    let as_typed = Fields::default().with("title", parts.get(TITLE)).with("body", parts.get(BODY));
    if let Err(errors) = Written::read(&as_typed, opened.item.kind, true) {
        let errors = errors.into_iter().map(|error| FieldError { field: "", ..error }).collect();
        return show(&visit, &offered, opened, place, Filled::wrong(fields, errors)).await;
    }
    let was = opened.item.state;
    let text =
        Written { parts, seen: fields.get("revision").parse().unwrap_or(0), rendered: own.rendered, goes_on: true };
    match actions::write(&visit.hub, &visit.actor, opened.item.id, place.lang, &text, false).await {
        Ok(saved) => {
            let back = format!("{}?in={}&at={line}", saved.item.office(), place.lang);
            // What was planned is a draft again: that is said instead.
            let called_off = was == ItemState::Scheduled && saved.wrote;
            Ok(redirect(&visit.done(back, if called_off { "draft-called-off" } else { "put-in" })).into_response())
        }
        // Sent twice, or somebody wrote meanwhile: the place may be another one.
        Err(Fail::Conflict(_)) => {
            let opened = open(&visit, &item).await?;
            let now = opened.texts.iter().find(|text| text.lang == place.lang).map_or(0, |text| text.number);
            let changed = Filled::conflicting(fields, FieldError::new("", "error-insert-changed"));
            show(&visit, &offered, opened, place, changed.with("revision", now)).await
        }
        Err(fail) => show(&visit, &offered, opened, place, Filled::failed(fields, fail)?).await,
    }
}

/// What was chosen from a list is there, and may be shown to whoever chose it.
async fn is_shown(visit: &Visit, offered: &Offered, name: &str, fields: &Fields) -> Result<bool> {
    if OWN.contains(&name) {
        return Ok(true);
    }
    let line = Line::of_target(&format!("{name}:{}", fields.get("key")));
    Ok(undrawn(visit, offered, line.as_slice()).await?.is_empty())
}

/// What is put in, as it stands in the text.
fn written(visit: &Visit, name: &str, fields: &Fields) -> std::result::Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    match name {
        ACTION => {
            let words = reader.needed("words", "action-words");
            let typed = reader.needed("address", "action-address");
            // A page of this hub, as it stands in the address bar.
            let own = typed.strip_prefix(visit.hub.settings.public_url.as_str()).filter(|path| path.starts_with('/'));
            let address = own.map_or(typed.clone(), |path| path.to_owned());
            let address = if address.starts_with('/') && !address.starts_with("//") {
                web::markdown::own_path(&address)
            } else {
                address
            };
            let safe = address.is_empty() || address_of(&address).is_some() && !address.contains(char::is_whitespace);
            reader.check(safe, || FieldError::new("address", "error-action-address"));
            reader.end(Line::written(ACTION, &address, &words))
        }
        QUOTATION => {
            let words = reader.needed_text("words", "quotation-words", QUOTATION_CHARS);
            let who = reader.needed("who", "quotation-who");
            let lines = words.lines().map(|line| format!("> {}", line.trim())).collect::<Vec<_>>().join("\n");
            reader.end(format!("{lines}\n>\n> — {who}"))
        }
        TABLE_NAME => {
            let (columns, rows) = TABLE;
            let error = |field, range: &std::ops::RangeInclusive<i64>| {
                FieldError::new(field, "error-table").with("max", *range.end())
            };
            let wide = reader.number("columns", columns.clone(), || error("columns", &columns));
            let long = reader.number("rows", rows.clone(), || error("rows", &rows));
            reader.check(!fields.number("columns").is_empty(), || error("columns", &columns));
            reader.check(!fields.number("rows").is_empty(), || error("rows", &rows));
            reader.end(table(visit, wide.unwrap_or(1), long.unwrap_or(1)))
        }
        // A list's own button sends which one.
        name => {
            let key = fields.get("key").to_owned();
            let caption = reader.line("caption", "embed-caption");
            // What no text could name is no choice.
            let is_named = Line::of_target(&format!("{name}:{key}")).is_some();
            reader.check(is_named, || FieldError::new("", "error-embed-choose"));
            reader.end(Line::written(name, &key, &caption))
        }
    }
}

/// A table to be filled in.
fn table(visit: &Visit, columns: i64, rows: i64) -> String {
    let row = |cell: &str| format!("|{}", format!(" {cell} |").repeat(usize::try_from(columns).unwrap_or(1)));
    let head = row(&visit.t("table-heading"));
    let cells = (0..rows).map(|_| row("…")).collect::<Vec<_>>().join("\n");
    format!("{head}\n{}\n{cells}", row("---"))
}

async fn show(visit: &Visit, offered: &Offered, opened: Opened, place: Place, filled: impl Into<Filled>) -> Answer {
    let Opened { item, texts, .. } = opened;
    let text = texts.iter().find(|text| text.lang == place.lang).ok_or(Fail::NotFound)?;
    let title = text.parts.get(TITLE).to_owned();
    let choices = match OWN.contains(&place.name.as_str()) {
        true => Choices::default(),
        false => choose(visit, offered, &place.name, &place.words, OFFERED).await?,
    };
    let kinds = kinds(offered)
        .into_iter()
        .chain(OWN.map(|name| Insertable { name, words: own_words(name), made_at: None }))
        .collect();
    let meta = Meta::titled(visit.t1("editorial-insert-into", "title", &title)).hide();
    let form = Form::new(visit, filled).may_lack(&["caption"]);
    let template = InsertPage { v: visit, meta, item, title, form, place, kinds, offered: choices };
    page(template.form.status(), &template, None)
}

impl InsertPage<'_> {
    /// What can be put in, with the address of its page.
    fn tabs(&self) -> Vec<(String, String, bool)> {
        let tab = |own: &Insertable| {
            (self.v.t(own.words), self.v.link(self.place.path(&self.item, own.name)), own.name == self.place.name)
        };
        self.kinds.iter().map(tab).collect()
    }

    fn is(&self, name: &str) -> bool {
        self.place.name == name
    }

    /// Where another one is made.
    fn made_at(&self) -> Option<String> {
        let own = self.kinds.iter().find(|own| own.name == self.place.name)?;
        own.made_at.map(|path| self.v.link(path))
    }

    fn at(&self) -> String {
        self.place.at.map(|at| at.to_string()).unwrap_or_default()
    }

    fn back(&self) -> String {
        self.v.link(format!("{}?in={}", self.item.office(), self.place.lang))
    }
}
