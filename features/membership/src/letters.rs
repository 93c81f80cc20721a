//! Letters about enquiries: to whoever asked, who has no account, and to those who answer.

use async_trait::async_trait;
use base::{Lang, PersonId, Result};
use mail::Letter;
use network::Network;
use serde::{Deserialize, Serialize};
use store::{Day, Sql};
use web::post::{Post, Rank};
use web::{Arg, Hub};

use crate::application::Application;
use crate::application_state::ApplicationState;
use crate::due;
use crate::rules::{Enquiry, MessageKind};
use crate::state::EnquiryState;
use crate::{application_rows, rows};

/// What the key signs for the private link of an application.
pub(crate) const APPLY_PAGE: &str = "membership application";
/// What it signs for the link of whoever signs the principles, and sees nothing else of the application.
pub(crate) const SIGN_PAGE: &str = "membership signature";

/// The page of an application, behind the language. Whoever has the address writes the application: it stands in letters alone.
pub(crate) fn apply_page(hub: &Hub, link: i64) -> String {
    format!("/apply/{}", web::guard::token(hub, APPLY_PAGE, link))
}

/// The page for whoever signs, behind the language.
pub(crate) fn sign_page(hub: &Hub, link: i64) -> String {
    format!("/principles/sign/{}", web::guard::token(hub, SIGN_PAGE, link))
}

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
    /// Of the application that follows it.
    #[serde(default)]
    pub application: Option<i64>,
    pub due_on: String,
    pub person: PersonId,
}

/// The private link of an application, sent again or for the first time.
#[derive(Serialize, Deserialize)]
pub(crate) struct LinkSent {
    pub application: i64,
    pub link: i64,
}

/// Nothing came of an application for a while.
#[derive(Serialize, Deserialize)]
pub(crate) struct ApplicationReminded {
    pub application: i64,
}

/// It is given up until its city writes in it again.
#[derive(Serialize, Deserialize)]
pub(crate) struct ApplicationLapsed {
    pub application: i64,
}

/// A letter to whoever asked. Neither the name nor anything else that was typed is in its head: it may be somebody else's address.
fn to_asker(hub: &Hub, enquiry: &Enquiry, text: &str) -> Option<Letter> {
    let lang = enquiry.written_in(&hub.network);
    if enquiry.email.is_empty() {
        return None;
    }
    let network = [("network", hub.network.settings.name.get(lang).into())];
    let (subject, where_it_stands) = match enquiry.applies() {
        Some(_) => (
            hub.words.write(lang, "application-letter-subject", &network),
            hub.words.write(lang, "application-letter-page", &[]),
        ),
        None => (
            hub.words.write(lang, "enquiry-letter-subject", &network),
            hub.words.write(lang, "enquiry-letter-page", &[]),
        ),
    };
    let page = hub.address(&format!("/{lang}{}", own_page(hub, enquiry.id)));
    let end = hub.words.write(lang, "enquiry-letter-end", &[]);
    Some(Letter {
        to: enquiry.email.clone(),
        subject,
        text: format!("{text}\n\n{where_it_stands}\n{page}\n\n{end}\n"),
        lang: Some(lang),
        ..Letter::default()
    })
}

/// A day in the words of a language.
pub(crate) fn day(day: Day, lang: Lang) -> String {
    web::format::day(day.0, lang)
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
        let own = application_rows::of_enquiry(&sql, enquiry.id).await?;
        let lang = enquiry.written_in(&hub.network);
        let text = match own.filter(|own| own.state.has_link()) {
            // Answered beside it the question stays open: where it is answered stands below it.
            Some(own) if own.state == ApplicationState::AskedBack => {
                let answer = hub.words.write(lang, "application-letter-answer", &[]);
                format!("{}\n\n{answer}\n{}", message.text, link_of(hub, lang, own.link))
            }
            Some(own) => format!("{}\n\n{}", message.text, private_link(hub, &enquiry, own.link)),
            None => message.text,
        };
        Ok(to_asker(hub, &enquiry, &text))
    }
}

/// The private link in words. It stands in letters and nowhere else: the page of an enquiry is whoever's who filled in a form.
fn private_link(hub: &Hub, enquiry: &Enquiry, link: i64) -> String {
    let lang = enquiry.written_in(&hub.network);
    format!("{}\n{}", hub.words.write(lang, "application-letter-link", &[]), link_of(hub, lang, link))
}

/// The private link, whole, in the language of whoever has it.
pub(crate) fn link_of(hub: &Hub, lang: Lang, link: i64) -> String {
    hub.address(&format!("/{lang}{}", apply_page(hub, link)))
}

/// A letter about an application that its city still writes, with its link; none where that is over, or the link another one.
async fn about(hub: &Hub, application: i64, words: &'static str, link: Option<i64>) -> Result<Option<Letter>> {
    let sql = hub.db.read();
    let own = application_rows::application(&sql, application).await?;
    if own.erased_at.is_some() || !own.state.has_link() || link.is_some_and(|link| link != own.link) {
        return Ok(None);
    }
    let enquiry = rows::enquiry(&sql, own.enquiry).await?;
    let place = &enquiry.place_written;
    let text = hub.words.write(enquiry.written_in(&hub.network), words, &[("place", place.into())]);
    Ok(to_asker(hub, &enquiry, &format!("{text}\n\n{}", private_link(hub, &enquiry, own.link))))
}

#[async_trait]
impl Post for LinkSent {
    const KIND: &'static str = "membership.link";

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.link))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        about(hub, self.application, "application-letter-again", Some(self.link)).await
    }
}

#[async_trait]
impl Post for ApplicationReminded {
    const KIND: &'static str = "membership.application-reminded";
    const RANK: Rank = Rank::Last;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let own = application_rows::application(&hub.db.read(), self.application).await?;
        match own.state {
            ApplicationState::Draft | ApplicationState::AskedBack => {
                about(hub, self.application, "application-letter-reminded", None).await
            }
            _ => Ok(None),
        }
    }
}

#[async_trait]
impl Post for ApplicationLapsed {
    const KIND: &'static str = "membership.application-lapsed";
    const RANK: Rank = Rank::Last;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let own = application_rows::application(&hub.db.read(), self.application).await?;
        match own.state {
            ApplicationState::Lapsed => about(hub, self.application, "application-letter-lapsed", None).await,
            _ => Ok(None),
        }
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
        // Answered already: there is no day to tell.
        Ok((enquiry.erased_at.is_none() && enquiry.due_on.is_some()).then(|| Letter {
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
        let of = base::id::write_id(self.application.unwrap_or(self.enquiry));
        Some(format!("{of} {} {}", self.due_on, self.person))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let enquiry = rows::enquiry(&sql, self.enquiry).await?;
        let Some((due, path, calendar)) = self.waits(hub, &sql, &enquiry).await? else { return Ok(None) };
        // Asked again: whoever serves there no more gets nothing.
        if !people::office_of(&sql, &enquiry.region).await?.contains(&self.person) {
            return Ok(None);
        }
        let Some(reader) = people::Reader::of(hub, &sql, self.person).await? else { return Ok(None) };
        let address = hub.address(&format!("/{}{path}", reader.lang));
        let day = day(due, reader.lang);
        let args = [("place", (&enquiry.place_name).into()), ("day", (&day).into())];
        let below = format!("\n{address}\n");
        let standing = due::standing(hub.network.calendar(&calendar), hub.now(), due.0);
        let late = matches!(standing, due::Standing::Overdue(_));
        Ok(Some(match (self.application.is_some(), late) {
            (false, true) => reader.letter(hub, "enquiry-overdue", &args, &below),
            (false, false) => reader.letter(hub, "enquiry-due", &args, &below),
            (true, true) => reader.letter(hub, "application-overdue", &args, &below),
            (true, false) => reader.letter(hub, "application-due", &args, &below),
        }))
    }
}

impl Reminded {
    /// By when what it reminds of is due, where the office sees it, and by whose calendar; none where nothing waits any more.
    async fn waits(&self, hub: &Hub, sql: &Sql, enquiry: &Enquiry) -> Result<Option<(Day, String, String)>> {
        let Some(application) = self.application else {
            let due = waits_since(enquiry, &self.due_on);
            return Ok(due.map(|due| (due, enquiry.path(), due::calendar_of(&hub.network, enquiry).code.clone())));
        };
        let own = application_rows::application(sql, application).await?;
        Ok(application_waits_since(&own, &self.due_on).map(|due| (due, own.path(), own.calendar)))
    }
}

/// The due day of an application that still waits for the office since a clock that ends on this day.
pub(crate) fn application_waits_since(own: &Application, due_on: &str) -> Option<Day> {
    let due = own.due_on.filter(|_| own.state == ApplicationState::Submitted)?;
    (due.0.to_string() == due_on).then_some(due)
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
