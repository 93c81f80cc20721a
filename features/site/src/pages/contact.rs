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
/// Letters from all strangers together: they all come into one mailbox. Beyond them only [`LETTERS_FIRST`] pass.
const LETTERS_ALL: Limit = Limit { tries: 70, within: TimeDelta::hours(1) };
/// Letters from one place, and from one IPv6 /48, that pass then: of those that have sent nothing lately. A few who write
/// too much silence nobody else.
const LETTERS_FIRST: Limit = Limit { tries: 1, within: TimeDelta::hours(1) };
/// Such letters from all places together.
const LETTERS_FIRST_ALL: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };
/// Letters from one person who is signed in. They are counted by nothing else.
const LETTERS_PERSON: Limit = Limit { tries: 10, within: TimeDelta::hours(1) };

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
    let mut fields = fields.clone();
    fields.set("name", base::letters::name(&fields.line("name")));
    let fields = &fields;
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
    admit(visit).await?;
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

/// Counts a letter: of a person by themselves; of a stranger by place, by network and with all others. Where those are too
/// many, whoever has sent nothing lately is heard all the same.
async fn admit(visit: &Visit) -> Result<(), Fail> {
    if let Some(person) = visit.actor.id() {
        return pass(visit, &[(format!("join-person:{person}"), LETTERS_PERSON)]).await;
    }
    pass(visit, &doors(visit, "join", LETTERS, LETTERS_NETWORK)).await?;
    let mut first = doors(visit, "join-first", LETTERS_FIRST, LETTERS_FIRST);
    match pass(visit, &[("join-all".to_owned(), LETTERS_ALL)]).await {
        // Noted for the time when there are too many; until then it refuses nobody.
        Ok(()) => match pass(visit, &first).await {
            Err(Fail::TooMany(_)) => Ok(()),
            noted => noted,
        },
        Err(Fail::TooMany(_)) => {
            first.push(("join-first-all".to_owned(), LETTERS_FIRST_ALL));
            pass(visit, &first).await
        }
        Err(fail) => Err(fail),
    }
}

/// The doors of a stranger: of their place, and of its network.
fn doors(visit: &Visit, name: &str, place: Limit, network: Limit) -> Vec<(String, Limit)> {
    let mut doors = vec![(format!("{name}:{}", base::secret::hash(&visit.client)), place)];
    let own = web::client::network(&visit.client);
    doors.extend(own.map(|own| (format!("{name}-network:{}", base::secret::hash(&own)), network)));
    doors
}

async fn pass(visit: &Visit, doors: &[(String, Limit)]) -> Result<(), Fail> {
    let doors: Vec<_> = doors.iter().map(|(name, limit)| (name.as_str(), *limit)).collect();
    visit.hub.guard.pass(&visit.hub.db, &doors).await
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
