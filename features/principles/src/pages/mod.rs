//! Pages of the principles: one file each.

mod current;
mod draft;
mod extend;
mod own;
mod paper;
mod publish;
mod signatories;
mod signature;
mod signatures;
mod version;

use base::{Fail, Lang, Result};
use cities::City;
use store::Sql;
use web::{Fields, Filled, Routes, Topics, Visit};

pub(crate) use signatories::{Stands, stands_words};

use crate::access::may_see;
use crate::compare::{Compared, compare};
use crate::rows;
use crate::rules::{InForce, Text, best, lines};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/principles", current::get)
        .list::<signatures::Signatures>("/principles/signatures?page")
        .page("/principles/{slug}?text", version::get)
        .form("/principles/signature/{token}", signature::get, signature::post)
        .form("/cities/{slug}/principles", own::get, own::post)
        .action("/cities/{slug}/principles/link", own::link)
        .list::<signatories::Signatories>("/office/principles?stands&page")
        .form("/office/principles/draft", draft::get, draft::post)
        .action("/office/principles/draft/discard", draft::discard)
        .page("/office/principles/publish", publish::get)
        .action("/office/principles/publish", publish::post)
        .form("/office/principles/{slug}/paper", paper::get, paper::post)
        .form("/office/principles/{slug}/more-time", extend::get, extend::post)
}

/// What makes a kept page of these stale.
fn topics() -> Topics {
    Topics::of([rows::TOPIC])
}

/// The city with this slug, for those who see what it signed.
async fn seen(visit: &Visit, slug: &str) -> Result<City> {
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    if may_see(&visit.actor, &city) { Ok(city) } else { Err(Fail::Forbidden) }
}

/// What came back from a form for signing; where the text has changed since it was read, whoever signs says anew that they agree.
fn read_again(fields: Fields, fail: Fail) -> Result<Filled> {
    let changed =
        matches!(&fail, Fail::Invalid(errors) if errors.iter().any(|error| error.message == "error-sign-principles"));
    let filled = Filled::failed(fields, fail)?;
    Ok(if changed { filled.with("agree", "") } else { filled })
}

/// What whoever signs reads.
pub(crate) struct Reading {
    /// What is in force, in the best language for them; what is said about it is what the last major version said, where a later one says nothing.
    pub text: Text,
    /// What changed since the city signed.
    pub difference: Option<Difference>,
}

impl Reading {
    /// For a city that signed this version before.
    async fn of(visit: &Visit, sql: &Sql, now: &InForce, signed: Option<i64>) -> Result<Reading> {
        let ids: Vec<i64> = [now.version.id].into_iter().chain(now.same.last().copied()).chain(signed).collect();
        let all = rows::texts_of_all(sql, &ids).await?;
        let of = |id: &i64| all.get(id).map(Vec::as_slice).unwrap_or_default();
        let texts = of(&now.version.id);
        let mut text = best(texts, visit.lang, &visit.hub.network.languages).cloned().ok_or(Fail::NotFound)?;
        if text.about.is_empty() {
            let asked = now.same.last().map(of).unwrap_or_default();
            text.about =
                asked.iter().find(|own| own.lang == text.lang).map_or_else(String::new, |own| own.about.clone());
        }
        let before = signed.filter(|version| *version != now.version.id);
        let difference = before.and_then(|version| Difference::of(of(&version), texts, text.lang));
        Ok(Reading { text, difference })
    }
}

/// What changed from one version to a later one, in one language.
pub(crate) struct Difference {
    pub lang: Lang,
    pub lines: Vec<Compared>,
}

impl Difference {
    /// Of these two; none where one of them lacks the language, or they have nothing in common.
    fn of(before: &[Text], now: &[Text], lang: Lang) -> Option<Difference> {
        let of = |texts: &[Text]| texts.iter().find(|text| text.lang == lang).map(|text| text.body.clone());
        let (before, now) = (of(before)?, of(now)?);
        compare(&lines(&before), &lines(&now)).map(|lines| Difference { lang, lines })
    }

    /// Nothing changed in this language.
    fn is_nothing(&self) -> bool {
        self.lines.iter().all(|line| matches!(line, Compared::Same(_)))
    }

    /// Something stood there that does no more.
    fn has_gone(&self) -> bool {
        self.lines.iter().any(|line| matches!(line, Compared::Gone(_)))
    }
}
