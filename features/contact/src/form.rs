//! What was written in a form: read, guarded, sent.

use base::limits::TEXT_CHARS;
use base::{Fail, FieldError};
use input::{Fields, Reader};
use web::form::Choice;
use web::guard::Limits;
use web::{Visit, guard};

use crate::message::{self, Message};
use crate::purpose::{Purpose, message_words};

/// The page that is asked about: one of a city or of a document, as its address behind the language; else nothing.
pub(crate) fn about(fields: &Fields) -> String {
    let path = fields.get("about");
    let own = ["/cities/", "/library/"].into_iter().find_map(|start| path.strip_prefix(start));
    let name = |name: &str| {
        !name.is_empty()
            && name.len() <= 100
            && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    if own.is_some_and(name) { path.to_owned() } else { String::new() }
}

/// Reads what was written in a form.
fn read(visit: &Visit, fields: &Fields, purpose: Purpose) -> Result<Message, Vec<FieldError>> {
    let mut fields = fields.clone();
    fields.set("name", base::letters::name(&fields.line("name")));
    let fields = &fields;
    let network = &visit.hub.network;
    let mut reader = Reader::new(fields);
    let known = |slug: String, is: bool| if is { slug } else { String::new() };
    let region = fields.line("region");
    let theme = fields.line("theme");
    let message = Message {
        purpose,
        name: reader.needed("name", "contact-name"),
        email: mail::normal(&fields.line("email")),
        city: match purpose {
            Purpose::Share => reader.line("city", "share-city"),
            Purpose::Media => reader.needed("city", "media-outlet"),
            Purpose::Question | Purpose::Contact => String::new(),
        },
        lang: visit.lang.code().to_owned(),
        text: reader.needed_text("message", message_words(purpose), TEXT_CHARS),
        about: about(fields),
        region: known(region.clone(), network.region(&region).is_some()),
        theme: known(theme.clone(), network.theme(&theme).is_some()),
    };
    reader.check(mail::is_address(&message.email), || FieldError::new("email", "error-email"));
    reader.end(message)
}

/// Sends what was written, once; answers where its sender is led.
///
/// # Errors
/// [`Fail::Invalid`], and [`Fail::TooMany`] where too much was sent from there.
pub async fn send(visit: &Visit, fields: &Fields, purpose: Purpose) -> Result<String, Fail> {
    let message = read(visit, fields, purpose).map_err(Fail::Invalid)?;
    guard::check(visit, fields)?;
    // Counted together: they come into the same mailboxes.
    guard::admit(visit, "contact", &Limits::default()).await?;
    let own = visit.actor.person().is_some_and(|person| mail::normal(&person.email) == message.email);
    // A hub that sends no mail asks nobody to answer it.
    if purpose.is_confirmed_by_letter() && !own && visit.hub.mailer.leaves() {
        guard::admit_letter(visit, "confirm", &message.email).await?;
        message::ask_to_confirm(&visit.hub, &message).await?;
        return Ok(done(visit, "confirm", &message.about));
    }
    let done = done(visit, purpose.code(), &message.about);
    // Sent twice (a double click, or the same text once more after going back), it is one message: the text tells, not
    // the form, which a browser may have fetched anew.
    let Message { name, email, city, text, about, region, theme, .. } = &message;
    let content = [purpose.code(), name, email, city, text, about, region, theme].join(" ");
    let tx = visit.hub.db.begin().await?;
    match store::remember(&tx, &visit.actor, &base::secret::hash(&content), &done).await {
        Ok(()) => {
            message::send(&tx, &visit.hub, &message, false).await?;
            tx.commit().await?;
        }
        Err(Fail::Taken(rule)) if rule == store::FORM_SENT => {}
        Err(fail) => return Err(fail),
    }
    Ok(done)
}

/// The page that says what happens next.
fn done(visit: &Visit, next: &str, about: &str) -> String {
    let sent = visit.link(format!("/ask/sent?for={next}"));
    if about.is_empty() { sent } else { format!("{sent}&about={about}") }
}

/// The network's regions to choose among, none first.
pub fn regions(visit: &Visit) -> Vec<Choice> {
    let none = Choice::new("", visit.t("contact-any-region"));
    let regions = visit.hub.network.regions.iter();
    std::iter::once(none).chain(regions.map(|region| Choice::new(&region.slug, region.label(visit.lang)))).collect()
}

/// The network's themes to choose among, none first.
pub(crate) fn themes(visit: &Visit) -> Vec<Choice> {
    let none = Choice::new("", visit.t("contact-any-theme"));
    let themes = visit.hub.network.themes.iter();
    std::iter::once(none).chain(themes.map(|theme| Choice::new(&theme.slug, theme.label(visit.lang)))).collect()
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
