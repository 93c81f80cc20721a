//! What waits for a translation, over all kinds of things, by language.

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{Lang, Result};
use http::StatusCode;
use texts::{State as TextState, Waiting};
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::translated::Translated;
use web::words::language_words;
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::shown::{standing_class, standing_words};
use crate::access::check;

#[derive(Template)]
#[template(path = "editorial/translations.html")]
struct TranslationsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    waiting: Vec<Waiting>,
    total: i64,
    filters: Vec<Filter>,
    around: Around,
    /// For translation offices: from a language into another, how many texts, and where their file is.
    pairs: Vec<(Lang, Lang, i64, String)>,
}

web::framed!(TranslationsPage);

/// What waits, from a place on.
pub(crate) struct Translations {
    languages: Vec<Lang>,
    /// Of which only these are asked for; all, where none is.
    kinds: Vec<&'static str>,
    part: Page,
    at: usize,
}

/// What is known of a kind of thing whose words are translated, whichever feature's it is.
pub(super) fn translated<'a>(visit: &'a Visit, kind: &str) -> Option<&'a Translated> {
    visit.hub.translated.iter().find(|own| own.kind == kind)
}

fn kind_of(visit: &Visit, text: &Waiting) -> String {
    translated(visit, &text.kind).map(|own| visit.t(own.one_words())).unwrap_or_default()
}

/// Whoever looks for something to translate sees what somebody is at.
fn said_state(visit: &Visit, text: &Waiting) -> String {
    let state = visit.t(standing_words(state_of(text)));
    if text.begun { visit.t1("translations-begun", "state", state) } else { state }
}

fn state_of(text: &Waiting) -> TextState {
    if text.missing { TextState::Missing } else { TextState::Behind }
}

impl List for Translations {
    type Row = Waiting;
    const NAME: &str = "translations";
    const COLUMNS: &[Column<Waiting>] = &[
        Column::new("editorial-title").cell(|_, text| text.title.as_str().into()),
        Column::new("editorial-kind").cell(|v, text| kind_of(v, text).into()),
        Column::new("editorial-into").cell(|v, text| v.t(language_words(text.lang.code())).into()),
        Column::new("editorial-state").cell(|v, text| said_state(v, text).into()),
        Column::new("editorial-since").cell(|_, text| (&text.at).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Translations> {
        check(&visit.actor)?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let known = |code: &str| code.parse().ok().filter(|lang| visit.hub.network.languages.contains(lang));
        let languages: Vec<Lang> = fields.all("lang").into_iter().filter_map(known).collect();
        let kinds = fields.all("kind").into_iter().filter_map(|code| translated(visit, code)).map(|own| own.kind);
        let kinds = kinds.collect();
        Ok(Translations { languages, kinds, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Waiting>> {
        let languages = if self.languages.is_empty() { &visit.hub.network.languages } else { &self.languages };
        let (more, at) = (limit as i64 + 1, self.at as i64);
        let found = texts::waiting(&visit.hub.db.read(), languages, &self.kinds, more, at).await?;
        self.at += limit;
        Ok(Next::of(found, limit))
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let waiting = self.next(visit, PAGE_ROWS).await?.rows;
        let counts = texts::counts(&visit.hub.db.read(), &visit.hub.network.languages).await?;
        let of_language = |lang: &Lang| self.languages.is_empty() || self.languages.contains(lang);
        let of_kind = |code: &String| self.kinds.is_empty() || self.kinds.contains(&code.as_str());
        let total: i64 =
            counts.iter().filter(|(lang, kind, _)| of_language(lang) && of_kind(kind)).map(|(_, _, n)| n).sum();
        let languages = visit.hub.network.languages.iter().filter_map(|lang| {
            let count = counts.iter().filter(|(own, kind, _)| own == lang && of_kind(kind)).map(|(_, _, n)| n).sum();
            let on = self.languages.contains(lang);
            let label = lang.endonym().to_owned();
            (on || count > 0).then(|| Value {
                value: lang.code().into(),
                label,
                lang: Some(lang.code().into()),
                count,
                on,
            })
        });
        let kinds = visit.hub.translated.iter().filter_map(|kind| {
            let own = counts.iter().filter(|(lang, code, _)| code == kind.kind && of_language(lang));
            let count = own.map(|(_, _, n)| n).sum();
            let on = self.kinds.contains(&kind.kind);
            let label = visit.t(kind.one_words());
            (on || count > 0).then(|| Value { value: kind.kind.into(), label, lang: None, count, on })
        });
        let mut filters = vec![
            Filter::new("lang", visit.t("editorial-into"), true, languages.collect()),
            Filter::new("kind", visit.t("editorial-kind"), true, kinds.collect()),
        ];
        filters.retain(|filter| !filter.is_empty());
        let empty = Empty::new("check", "translations-none", "translations-none-hint")
            .unfit("editorial-unfit", "editorial-unfit-hint");
        let shown = waiting.len();
        let around = Around::page::<Translations>(visit, self.part, shown, usize::try_from(total).unwrap_or(0), &empty);
        let narrowed = narrowed(visit, "", &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-translations"), &narrowed)).hide();
        let pairs = self.pairs(visit).await?;
        page(StatusCode::OK, &TranslationsPage { v: visit, meta, waiting, total, filters, around, pairs }, None)
    }
}

impl Translations {
    /// What waits of what the filters leave, by its languages.
    async fn pairs(&self, visit: &Visit) -> Result<Vec<(Lang, Lang, i64, String)>> {
        let languages = if self.languages.is_empty() { &visit.hub.network.languages } else { &self.languages };
        let narrowed: String = self.kinds.iter().map(|kind| format!("&kind={kind}")).collect();
        let found = texts::pairs(&visit.hub.db.read(), languages, &self.kinds).await?;
        let file = |(from, into, n)| {
            let address = visit.link(format!("/office/translations.xlf?from={from}&into={into}{narrowed}"));
            (from, into, n, address)
        };
        Ok(found.into_iter().map(file).collect())
    }
}

impl TranslationsPage<'_> {
    fn kind(&self, text: &Waiting) -> String {
        kind_of(self.v, text)
    }

    fn state(&self, text: &Waiting) -> String {
        said_state(self.v, text)
    }

    fn class(&self, text: &Waiting) -> &'static str {
        standing_class(state_of(text))
    }

    fn address(&self, text: &Waiting) -> String {
        let own = translated(self.v, &text.kind);
        own.map(|own| self.v.link((own.address)(text.item, text.lang))).unwrap_or_default()
    }
}
