//! Writing to the network: a message becomes a letter to the team.

use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Lang};
use chrono::TimeDelta;
use input::{Fields, Reader};
use store::Limit;
use web::Visit;

use crate::message::{self, Message};

/// Letters from one place.
const LETTERS: Limit = Limit { tries: 10, within: TimeDelta::hours(1) };
/// Letters from one IPv6 /48, whose places are many and may be one person's.
const LETTERS_NETWORK: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };
/// Letters from everybody together: they all come into one mailbox.
const LETTERS_ALL: Limit = Limit { tries: 100, within: TimeDelta::hours(1) };

/// The page that is asked about: one of a city or of a document, as its address behind the language; else nothing.
pub(super) fn about(fields: &Fields) -> String {
    let path = fields.get("about");
    let own = ["/cities/", "/library/"].into_iter().find_map(|start| path.strip_prefix(start));
    let name = |name: &str| {
        !name.is_empty()
            && name.len() <= 100
            && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    if own.is_some_and(name) { path.to_owned() } else { String::new() }
}

/// Reads what was written in the form.
fn read(fields: &Fields, lang: Lang, of_city: bool) -> Result<Message, Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let message = Message {
        name: reader.needed("name", "join-name"),
        email: mail::normal(&fields.line("email")),
        city: if of_city { reader.needed("city", "join-city") } else { String::new() },
        lang: lang.code().to_owned(),
        text: reader.needed_text("message", "join-message", TEXT_CHARS),
        about: about(fields),
    };
    reader.check(mail::is_address(&message.email), || FieldError::new("email", "error-email"));
    reader.end(message)
}

/// Sends what was written, once. `of_city`: in the name of a city, which is asked for.
///
/// # Errors
/// [`Fail::Invalid`], and [`Fail::TooMany`] where too much was sent from there.
pub(super) async fn send(visit: &Visit, fields: &Fields, of_city: bool, done: &str) -> Result<(), Fail> {
    let message = read(fields, visit.lang, of_city).map_err(Fail::Invalid)?;
    let place = format!("join:{}", base::secret::hash(&visit.client));
    let network = web::client::network(&visit.client).map(|own| format!("join-network:{}", base::secret::hash(&own)));
    let mut doors = vec![(place.as_str(), LETTERS)];
    doors.extend(network.as_deref().map(|own| (own, LETTERS_NETWORK)));
    doors.push(("join-all", LETTERS_ALL));
    visit.hub.guard.pass(&visit.hub.db, &doors).await?;
    let tx = visit.hub.db.begin().await?;
    // Sent twice (a double click, or the same text once more after going back), it is one letter: the text tells, not
    // the form, which a browser may have fetched anew.
    let content = format!("{} {} {} {} {}", message.name, message.email, message.city, message.text, message.about);
    match store::remember(&tx, &visit.actor, &base::secret::hash(&content), done).await {
        Ok(()) => {
            message::send(&tx, &message).await?;
            tx.commit().await
        }
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => Ok(()),
        Err(fail) => Err(fail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cities_and_documents_are_asked_about() {
        let about = |path: &str| about(&Fields::default().with("about", path));
        assert_eq!(about("/cities/oslo"), "/cities/oslo");
        assert_eq!(about("/library/0cnvv3peht4cw"), "/library/0cnvv3peht4cw");
        for other in ["", "/cities/", "/office/people", "//evil.example", "/cities/a/b", "/cities/a?b", "https://x"] {
            assert_eq!(about(other), "", "{other}");
        }
    }
}
