//! Letters to people, in their own language.

use base::{Lang, Role};
use mail::Letter;
use web::Hub;

use crate::rules::PersonRow;

/// An invitation or a link to set a new password.
pub(crate) fn link_letter(hub: &Hub, kind: &str, to: (&str, &str), lang: Lang, secret: &str) -> Letter {
    let (email, name) = to;
    let lang = if hub.network.languages.contains(&lang) { lang } else { hub.network.languages[0] };
    let link = hub.address(&format!("/{lang}/links/{secret}"));
    let args = [
        ("name", name.into()),
        ("link", link.as_str().into()),
        ("hub", hub.network.settings.hub_name.get(lang).into()),
    ];
    Letter {
        to: email.to_owned(),
        name: name.to_owned(),
        subject: hub.words.write(lang, &format!("letter-{kind}-subject"), &args),
        // The address alone on its line, untouched by marks of direction.
        text: format!(
            "{}\n\n{link}\n\n{}\n",
            hub.words.write(lang, &format!("letter-{kind}-text"), &args),
            hub.words.write(lang, &format!("letter-{kind}-end"), &args)
        ),
        reply_to: None,
    }
}

/// Tells a city's lead that somebody was given a role for the city (`role`), or lost it (`taken`).
pub(crate) fn role_letter(
    hub: &Hub,
    kind: &str,
    to: &(String, String, Lang),
    person: &PersonRow,
    role: &Role,
    city: &str,
) -> Letter {
    let (email, name, lang) = to;
    let role = hub.words.write(*lang, &format!("role-{}", role.code()), &[]);
    let args = [
        ("name", name.into()),
        ("person", (&person.name).into()),
        ("email", (&person.email).into()),
        ("role", (&role).into()),
        ("city", city.into()),
    ];
    Letter {
        to: email.clone(),
        name: name.clone(),
        subject: hub.words.write(*lang, &format!("letter-{kind}-subject"), &args),
        text: hub.words.write(*lang, &format!("letter-{kind}-text"), &args),
        reply_to: None,
    }
}

/// Tells somebody, and the leads of their cities, that their account was deactivated.
pub(crate) fn deactivated_letter(hub: &Hub, to: &(String, String, Lang), person: &PersonRow, by: &str) -> Letter {
    let (email, name, lang) = to;
    let args = [
        ("name", name.into()),
        ("person", (&person.name).into()),
        ("email", (&person.email).into()),
        ("administrator", by.into()),
        ("hub", hub.network.settings.hub_name.get(*lang).into()),
    ];
    Letter {
        to: email.clone(),
        name: name.clone(),
        subject: hub.words.write(*lang, "letter-deactivated-subject", &args),
        text: hub.words.write(*lang, "letter-deactivated-text", &args),
        reply_to: None,
    }
}

/// Tells a city's lead that an administrator opened the city's own documents.
pub(crate) fn glass_letter(
    hub: &Hub,
    to: &(String, String, Lang),
    administrator: &str,
    city: &str,
    reason: &str,
) -> Letter {
    let (email, name, lang) = to;
    let args = [
        ("name", name.into()),
        ("administrator", administrator.into()),
        ("city", city.into()),
        ("reason", reason.into()),
    ];
    Letter {
        to: email.clone(),
        name: name.clone(),
        subject: hub.words.write(*lang, "letter-glass-subject", &args),
        text: hub.words.write(*lang, "letter-glass-text", &args),
        reply_to: None,
    }
}
