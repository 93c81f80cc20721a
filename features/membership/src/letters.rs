//! Letters about enquiries: to whoever asked, who has no account, and to those who answer.

use async_trait::async_trait;
use base::{Lang, PersonId, Result};
use mail::Letter;
use network::Network;
use serde::{Deserialize, Serialize};
use web::post::{Post, Rank};
use web::{Arg, Hub};

use crate::due;
use crate::rows;
use crate::rules::{Day, Enquiry, MessageKind};
use crate::state::EnquiryState;

/// What the key signs for the page of whoever asked.
pub(crate) const OWN_PAGE: &str = "membership enquiry";

/// The page of whoever asked, behind the language. Whoever has the address has the page: it stands in their letters.
pub(crate) fn own_page(hub: &Hub, enquiry: i64) -> String {
    format!("/join/{}", web::guard::token(hub, OWN_PAGE, enquiry))
}

/// The enquiry has come.
#[derive(Serialize, Deserialize)]
pub(crate) struct Received {
    pub enquiry: i64,
}

/// The office wrote to whoever asked.
#[derive(Serialize, Deserialize)]
pub(crate) struct WrittenTo {
    pub message: i64,
}

/// A mailbox of the network is told that an enquiry came.
#[derive(Serialize, Deserialize)]
pub(crate) struct MailboxTold {
    pub enquiry: i64,
    /// A region's slug, for the address that the network names for it; else the network's own.
    pub region: String,
}

/// Somebody of the office is reminded.
#[derive(Serialize, Deserialize)]
pub(crate) struct Reminded {
    pub enquiry: i64,
    pub due_on: String,
    pub person: PersonId,
}

/// A letter to whoever asked. Neither the name nor anything else that was typed is in its head: it may be somebody else's address.
fn to_asker(hub: &Hub, enquiry: &Enquiry, text: &str) -> Option<Letter> {
    let lang = enquiry.written_in(&hub.network);
    if enquiry.email.is_empty() {
        return None;
    }
    let network = hub.network.settings.name.get(lang);
    let page = hub.address(&format!("/{lang}{}", own_page(hub, enquiry.id)));
    let where_it_stands = hub.words.write(lang, "enquiry-letter-page", &[]);
    let end = hub.words.write(lang, "enquiry-letter-end", &[]);
    Some(Letter {
        to: enquiry.email.clone(),
        subject: hub.words.write(lang, "enquiry-letter-subject", &[("network", network.into())]),
        text: format!("{text}\n\n{where_it_stands}\n{page}\n\n{end}\n"),
        lang: Some(lang),
        ..Letter::default()
    })
}

/// A day in the words of a language.
pub(crate) fn day(day: Day, lang: Lang) -> String {
    web::format::date(day.0.and_time(chrono::NaiveTime::MIN).and_utc(), lang)
}

#[async_trait]
impl Post for Received {
    const KIND: &'static str = "membership.received";
    const RANK: Rank = Rank::Last;

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.enquiry))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let enquiry = rows::enquiry(&hub.db.read(), self.enquiry).await?;
        // Answered already: the answer says more.
        let Some(due) = enquiry.due_on.filter(|_| enquiry.state == EnquiryState::Received) else { return Ok(None) };
        let lang = enquiry.written_in(&hub.network);
        let network = hub.network.settings.name.get(lang);
        let day = day(due, lang);
        let args: [(&str, Arg<'_>); 2] = [("network", network.into()), ("day", (&day).into())];
        Ok(to_asker(hub, &enquiry, &hub.words.write(lang, "enquiry-letter-received", &args)))
    }
}

#[async_trait]
impl Post for WrittenTo {
    const KIND: &'static str = "membership.written";

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(message) = rows::message(&sql, self.message).await? else { return Ok(None) };
        if message.kind != MessageKind::Office {
            return Ok(None);
        }
        let enquiry = rows::enquiry(&sql, message.enquiry).await?;
        Ok(to_asker(hub, &enquiry, &message.text))
    }
}

#[async_trait]
impl Post for MailboxTold {
    const KIND: &'static str = "membership.mailbox";
    const RANK: Rank = Rank::Last;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let enquiry = rows::enquiry(&hub.db.read(), self.enquiry).await?;
        let settings = &hub.network.settings;
        let mailbox = settings.contacts.get(&self.region).unwrap_or(&settings.contact);
        let lang = hub.network.languages[0];
        let (subject, text) = told(hub, &enquiry, lang);
        let below = hub.address(&format!("/{lang}{}", enquiry.path()));
        Ok((enquiry.erased_at.is_none()).then(|| Letter {
            to: mailbox.clone(),
            name: settings.name.get(lang).to_owned(),
            subject,
            text: format!("{text}\n\n{below}\n"),
            lang: Some(lang),
            ..Letter::default()
        }))
    }
}

/// What the office is told of an enquiry: subject and text. What was written stands in the hub.
fn told(hub: &Hub, enquiry: &Enquiry, lang: Lang) -> (String, String) {
    let place = &enquiry.place_name;
    let country = hub.network.country_name(&enquiry.country, lang);
    let day = enquiry.due_on.map(|due| day(due, lang)).unwrap_or_default();
    let subject = [("place", place.into()), ("country", country.into())];
    let text = [("place", place.into()), ("country", country.into()), ("day", (&day).into())];
    (
        hub.words.write(lang, "letter-enquiry-mailbox-subject", &subject),
        hub.words.write(lang, "letter-enquiry-mailbox-text", &text),
    )
}

#[async_trait]
impl Post for Reminded {
    const KIND: &'static str = "membership.reminded";

    fn once(&self) -> Option<String> {
        Some(format!("{} {} {}", base::id::write_id(self.enquiry), self.due_on, self.person))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let enquiry = rows::enquiry(&sql, self.enquiry).await?;
        let Some(due) = waits_since(&enquiry, &self.due_on) else { return Ok(None) };
        // Asked again: whoever serves there no more gets nothing.
        if !people::office_of(&sql, &enquiry.region).await?.contains(&self.person) {
            return Ok(None);
        }
        let Some(reader) = people::Reader::of(hub, &sql, self.person).await? else { return Ok(None) };
        let address = hub.address(&format!("/{}{}", reader.lang, enquiry.path()));
        let day = day(due, reader.lang);
        let args = [("place", (&enquiry.place_name).into()), ("day", (&day).into())];
        let below = format!("\n{address}\n");
        let late = matches!(due::standing_of(&hub.network, &enquiry, hub.now()), Some(due::Standing::Overdue(_)));
        Ok(Some(match late {
            true => reader.letter(hub, "enquiry-overdue", &args, &below),
            false => reader.letter(hub, "enquiry-due", &args, &below),
        }))
    }
}

/// The due day of an enquiry that still waits for the office since a clock that ends on this day.
pub(crate) fn waits_since(enquiry: &Enquiry, due_on: &str) -> Option<Day> {
    let due = enquiry.due_on.filter(|_| enquiry.state == EnquiryState::Received)?;
    (due.0.to_string() == due_on).then_some(due)
}

/// The regions whose mailboxes are told of an enquiry: the network's own, and the one that is named for its region.
pub(crate) fn mailboxes(network: &Network, region: &str) -> Vec<String> {
    let settings = &network.settings;
    let own = settings.contacts.get(region).filter(|own| **own != settings.contact);
    std::iter::once(String::new()).chain(own.map(|_| region.to_owned())).collect()
}
