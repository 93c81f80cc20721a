//! Who gets a message: by its region and its theme, and always the network.

use base::{PersonId, Result};
use network::Network;
use store::Sql;

/// Whose letter it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Recipient {
    /// The network's own address.
    Network,
    /// The address that the network names for a region or a theme, by its slug.
    Desk(String),
    /// Somebody with an account.
    Person(PersonId),
}

impl Recipient {
    /// As it is kept.
    pub(crate) fn code(&self) -> String {
        match self {
            Recipient::Network => "network".to_owned(),
            Recipient::Desk(slug) => format!("desk:{slug}"),
            Recipient::Person(id) => format!("person:{id}"),
        }
    }

    /// From what is kept; letters of a program of before, which wrote to the network alone, say nothing.
    pub(crate) fn parse(text: &str) -> Recipient {
        if let Some(slug) = text.strip_prefix("desk:") {
            return Recipient::Desk(slug.to_owned());
        }
        let person = text.strip_prefix("person:").and_then(|id| id.parse().ok());
        person.map_or(Recipient::Network, Recipient::Person)
    }

    /// Its address, where it has one that needs nobody to be looked up.
    pub(crate) fn mailbox<'a>(&self, network: &'a Network) -> Option<&'a str> {
        match self {
            Recipient::Network => Some(&network.settings.contact),
            Recipient::Desk(slug) => network.settings.contacts.get(slug).map(String::as_str),
            Recipient::Person(_) => None,
        }
    }
}

/// Where the network names the address for the media.
const PRESS: &str = "press";

/// Who gets what the media ask: whom the network names for it, and the network.
pub(crate) fn for_media(network: &Network) -> Vec<Recipient> {
    let named = network.settings.contacts.contains_key(PRESS).then(|| Recipient::Desk(PRESS.to_owned()));
    once_each(network, std::iter::once(Recipient::Network).chain(named).collect())
}

/// A mailbox of the network gets one letter, whatever it stands for.
fn once_each(network: &Network, mut all: Vec<Recipient>) -> Vec<Recipient> {
    let mut mailboxes: Vec<&str> = Vec::new();
    all.retain(|one| match one.mailbox(network) {
        Some(mailbox) if mailboxes.contains(&mailbox) => false,
        Some(mailbox) => {
            mailboxes.push(mailbox);
            true
        }
        None => true,
    });
    all
}

/// Who gets a message about this region and this theme (slugs; either may be empty).
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn recipients(sql: &Sql, network: &Network, region: &str, theme: &str) -> Result<Vec<Recipient>> {
    let mut all = vec![Recipient::Network];
    let desks = [region, theme].into_iter().filter(|slug| network.settings.contacts.contains_key(*slug));
    all.extend(desks.map(|slug| Recipient::Desk(slug.to_owned())));
    if !region.is_empty() {
        all.extend(people::officers_of(sql, region).await?.into_iter().map(Recipient::Person));
    }
    Ok(once_each(network, all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_are_kept_as_they_are() {
        for one in [Recipient::Network, Recipient::Desk("europe".into()), Recipient::Person(PersonId(7))] {
            assert_eq!(Recipient::parse(&one.code()), one);
        }
        assert_eq!(Recipient::parse(""), Recipient::Network);
    }
}
