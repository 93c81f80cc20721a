//! Who is told that the office found something not met: those who lead the city, with what ends it.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use store::{Event, Sql};
use web::Hub;
use web::parts::{Notice, Told};

use crate::actions::MISSED;
use crate::rules::{Evidence, cure_words, met_by};
use crate::standing;

/// Key of a choice.
pub(crate) const KIND: &str = "expectations.missed";

/// A city's membership is on hold.
pub(crate) struct OnHold;

#[async_trait]
impl Notice for OnHold {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn of(&self, event: &str) -> bool {
        event == MISSED
    }

    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CityLead(_)))
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        match event.city() {
            Some(city) => people::leads_of(sql, city).await,
            None => Ok(Vec::new()),
        }
    }

    /// Entered several times while it waits, it is one letter, of what holds then.
    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(event.city().map(|city| city.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let Some(id) = event.city() else { return Ok(None) };
        let sql = hub.db.read();
        let Some(city) = cities::by_ids(&sql, &[id]).await?.remove(&id) else { return Ok(None) };
        // Met meanwhile, or taken back: then nothing holds it up.
        let Some(holds) = standing::holds(hub, &sql, &[id]).await?.remove(&id) else { return Ok(None) };
        let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
        let mut causes = String::new();
        for hold in &holds {
            let year = hold.year.map(|year| format!(" ({year})")).unwrap_or_default();
            let text = hold.expectation.text(reader.lang);
            let by = met_by(hold.expectation).into_iter().next().unwrap_or(Evidence::Office);
            let cure = hub.words.write(reader.lang, &cure_words(by), &[]);
            causes += &format!("\n{text}{year}\n{cure}\n");
        }
        // The page shows one year; what is held up from an earlier one stands there.
        let year = holds.iter().filter_map(|hold| hold.year).max();
        let year = year.map(|year| format!("?year={year}")).unwrap_or_default();
        let path = format!("/cities/{}/expectations{year}", city.slug);
        let page = hub.address(&format!("/{}{path}", reader.lang));
        let args = [("city", city.name(reader.lang).into())];
        Ok(Some(Told { letter: reader.letter(hub, "on-hold", &args, &format!("{causes}\n{page}\n")), path }))
    }
}
