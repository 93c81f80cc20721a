//! Mail: a message, and the ways out — an SMTP server, or a folder of `.eml` files until one is set.

use std::path::{Path, PathBuf};

use base::{Fail, Result};
use lettre::message::{Mailbox, header};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A plain-text message to one person.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    /// The address it goes to.
    pub to: String,
    /// The name beside it; may be empty.
    pub name: String,
    /// One line.
    pub subject: String,
    /// The text; lines may be of any length.
    pub text: String,
    /// Where an answer goes, if not to the sender.
    pub reply_to: Option<String>,
}

/// How to reach an SMTP server.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// `smtp://user:password@host:587?tls=required`, as lettre reads it.
    pub url: String,
}

enum Way {
    Folder(AsyncFileTransport<Tokio1Executor>),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// Sends letters. Cheap to share behind an `Arc`.
pub struct Mailer {
    way: Way,
    from: Mailbox,
}

/// Is this an address that mail can go to?
pub fn is_address(text: &str) -> bool {
    text.len() <= base::limits::EMAIL_CHARS
        && text.parse::<Address>().is_ok()
        && text.rsplit('@').next().is_some_and(|host| host.contains('.'))
}

impl Mailer {
    /// Letters become files in this folder.
    ///
    /// # Errors
    /// When `from` is no mailbox or the folder cannot be made.
    pub fn to_folder(folder: &Path, from: &str) -> Result<Mailer> {
        std::fs::create_dir_all(folder).map_err(Fail::internal)?;
        let way = Way::Folder(AsyncFileTransport::new(PathBuf::from(folder)));
        Ok(Mailer { way, from: mailbox(from)? })
    }

    /// Letters go to an SMTP server.
    ///
    /// # Errors
    /// When the address of the server or `from` cannot be read.
    pub fn to_smtp(smtp: &Smtp, user: Option<(String, String)>, from: &str) -> Result<Mailer> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url).map_err(Fail::internal)?;
        if let Some((name, password)) = user {
            builder = builder.credentials(Credentials::new(name, password));
        }
        Ok(Mailer { way: Way::Smtp(builder.build()), from: mailbox(from)? })
    }

    /// Hands a letter over. An error means that it may be tried again.
    pub async fn send(&self, letter: &Letter) -> Result<()> {
        let message = self.message(letter)?;
        match &self.way {
            Way::Folder(folder) => {
                folder.send(message).await.map(|_| ()).map_err(|error| Fail::Unavailable(error.to_string()))
            }
            Way::Smtp(smtp) => {
                smtp.send(message).await.map(|_| ()).map_err(|error| Fail::Unavailable(error.to_string()))
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message> {
        let address: Address = letter.to.parse().map_err(Fail::internal)?;
        let name = (!letter.name.is_empty()).then(|| one_line(&letter.name));
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(one_line(&letter.subject))
            .header(header::ContentType::TEXT_PLAIN);
        if let Some(reply_to) = &letter.reply_to {
            builder = builder.reply_to(mailbox(reply_to)?);
        }
        builder.body(letter.text.clone()).map_err(Fail::internal)
    }
}

fn mailbox(text: &str) -> Result<Mailbox> {
    text.parse().map_err(|error| Fail::internal(format!("{text} is no mailbox: {error}")))
}

/// No header can be smuggled in with a line break.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for right in ["a@b.org", "lead.diffa+hub@mairie.ne"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in ["", "a", "a@b", "a b@c.org", "a@b.org\r\nBcc: x@y.org", "@b.org"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_subject_cannot_smuggle_a_header() {
        let folder = std::env::temp_dir().join(format!("mail-{}", base::secret::new_secret()));
        let mailer = Mailer::to_folder(&folder, "Hub <hub@example.org>").unwrap();
        let letter = Letter {
            to: "a@b.org".into(),
            name: "A\r\nBcc: c@d.org".into(),
            subject: "Hi\r\nBcc: e@f.org".into(),
            text: "مرحبا".into(),
            reply_to: None,
        };
        mailer.send(&letter).await.unwrap();
        let file = std::fs::read_dir(&folder)
            .unwrap()
            .find(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|end| end == "eml"))
            .unwrap()
            .unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
