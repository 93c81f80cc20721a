//! Who is told: those who lead a city that is asked to sign, that is reminded, that has more time; and that somebody signed for it.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use cities::City;
use people::Reader;
use store::{Event, Sql};
use web::parts::{Notice, Told};
use web::{Arg, Hub};

use crate::events::{ASKED, EXTENDED, OVERDUE, REMINDED, SIGNED};
use crate::rules::{Asked, InForce};
use crate::{asked_rows, rows, signature_rows};

/// Key of a choice.
pub(crate) const ASK: &str = "principles.ask";
/// Key of a choice.
pub(crate) const SIGNATURE: &str = "principles.signature";

fn leads(person: &Person) -> bool {
    person.roles.iter().any(|role| matches!(role, Role::CityLead(_)))
}

async fn leads_of(sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
    match event.city() {
        Some(city) => people::leads_of(sql, city).await,
        None => Ok(Vec::new()),
    }
}

async fn city_of(sql: &Sql, event: &Event) -> Result<Option<City>> {
    let Some(id) = event.city() else { return Ok(None) };
    Ok(cities::by_ids(sql, &[id]).await?.remove(&id))
}

/// The page on which a city signs, behind the language.
pub(crate) fn own_place(slug: &str) -> String {
    format!("/cities/{slug}/principles")
}

/// A city is asked to sign, until when; and reminded.
pub(crate) struct ToSign;

#[async_trait]
impl Notice for ToSign {
    fn kind(&self) -> &'static str {
        ASK
    }

    fn of(&self, event: &str) -> bool {
        [ASKED, REMINDED, OVERDUE, EXTENDED].contains(&event)
    }

    fn concerns(&self, person: &Person) -> bool {
        leads(person)
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        leads_of(sql, event).await
    }

    /// While one waits, the next says what holds then.
    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(event.city().map(|city| city.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some(city) = city_of(&sql, event).await? else { return Ok(None) };
        // Signed meanwhile, or no member any more: then nothing is asked.
        let Some(asked) = asked_rows::asked_of(&sql, &[city.id]).await?.remove(&city.id) else { return Ok(None) };
        let Some(InForce { version, .. }) = rows::in_force(&sql).await? else { return Ok(None) };
        let Some(reader) = Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let texts = rows::texts_of(&sql, asked.version).await?;
        let about = crate::rules::best(&texts, reader.lang, &hub.network.languages);
        let about = about.filter(|text| text.lang == reader.lang).map_or("", |text| text.about.as_str());
        let path = own_place(&city.slug);
        let page = hub.address(&format!("/{}{path}", reader.lang));
        let day = web::format::day(asked.until.0, reader.lang);
        let name = Arg::from(city.name(reader.lang));
        let args = [("city", name), ("version", version.name.as_str().into()), ("day", day.as_str().into())];
        let is_over = is_over(hub, &asked);
        let letter = match event.kind.as_str() {
            EXTENDED if !is_over => {
                reader.letter(hub, "principles-extended", &args, &format!("\n{}\n\n{page}\n", asked.reason))
            }
            _ if is_over => reader.letter(hub, "principles-overdue", &args, &format!("\n{page}\n")),
            REMINDED => reader.letter(hub, "principles-reminded", &args, &format!("\n{page}\n")),
            _ => {
                let new = if about.is_empty() { String::new() } else { format!("\n{about}\n") };
                reader.letter(hub, "principles-asked", &args, &format!("{new}\n{page}\n"))
            }
        };
        Ok(Some(Told { letter, path }))
    }
}

fn is_over(hub: &Hub, asked: &Asked) -> bool {
    asked.is_over(&hub.network, hub.now())
}

/// Somebody signed for a city: those who lead it are told who, and in which function.
pub(crate) struct Signed;

#[async_trait]
impl Notice for Signed {
    fn kind(&self) -> &'static str {
        SIGNATURE
    }

    fn of(&self, event: &str) -> bool {
        event == SIGNED
    }

    fn concerns(&self, person: &Person) -> bool {
        leads(person)
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        leads_of(sql, event).await
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let sql = hub.db.read();
        let Some(city) = city_of(&sql, event).await? else { return Ok(None) };
        let signed = signature_rows::one(&sql, event.subject).await?;
        // Whoever entered it knows.
        if signed.entered_by == Some(to) || signed.city != city.id {
            return Ok(None);
        }
        let Some(reader) = Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let version = rows::version(&sql, signed.version).await?;
        let path = own_place(&city.slug);
        let page = hub.address(&format!("/{}{path}", reader.lang));
        let args = [
            ("city", city.name(reader.lang).into()),
            ("version", version.name.as_str().into()),
            ("who", signed.name.as_str().into()),
            ("position", signed.position.as_str().into()),
        ];
        Ok(Some(Told { letter: reader.letter(hub, "principles-signed", &args, &format!("\n{page}\n")), path }))
    }
}
