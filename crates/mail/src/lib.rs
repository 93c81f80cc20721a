//! Mail: a message, and the ways out — an SMTP server, or a folder of `.eml` files until one is set.

mod address;
mod html;
mod subject;

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use base::{Fail, Lang, Result};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

pub use address::{is_address, normal};
pub use html::page;
use subject::Subject;

/// Seconds that the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(10);
/// Seconds for the whole of handing over one letter.
const LETTER: Duration = Duration::from_secs(30);
/// Connections that are kept for the next letter.
const CONNECTIONS: u32 = 2;
/// Letters of what stands between the parts of a letter.
const BOUNDARY: usize = 32;
/// Seconds that a connection is kept without a letter: servers end them soon after.
const IDLE: Duration = Duration::from_secs(30);

/// A message to one person: a text, which leaves as a page as well.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
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
    /// The language that it is written in.
    #[serde(skip)]
    pub lang: Option<Lang>,
    /// Where its reader may choose to do without such letters (RFC 2369).
    #[serde(default)]
    pub unsubscribe: Option<String>,
}

/// What marks a letter as itself, however often it is tried.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// `<letter@host>`.
    pub message_id: String,
    /// When it leaves.
    pub at: SystemTime,
    /// Under which address the hub is reached: addresses below it are links.
    pub hub: String,
}

/// A program wrote it: absence notices stay away (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A header that is a line of ours.
macro_rules! line_headers {
    ($($(#[$comment:meta])* $name:ident = $written:literal;)+) => {$(
        $(#[$comment])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($written)
            }

            fn parse(line: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok($name(line.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+};
}
line_headers! {
    /// Programs that read aloud choose their voice by it.
    ContentLanguage = "Content-Language";
    /// Mail programs offer it beside the letter.
    ListUnsubscribe = "List-Unsubscribe";
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

impl Mailer {
    /// Letters leave for their readers; else they become files in a folder.
    pub fn leaves(&self) -> bool {
        matches!(self.way, Way::Smtp(_))
    }

    /// From whom letters are.
    pub fn from(&self) -> String {
        self.from.to_string()
    }

    /// Letters become files in this folder.
    ///
    /// # Errors
    /// When `from` is no mailbox or the folder cannot be made.
    pub fn to_folder(folder: &Path, from: &str) -> Result<Mailer> {
        std::fs::create_dir_all(folder).map_err(Fail::internal)?;
        let way = Way::Folder(AsyncFileTransport::new(PathBuf::from(folder)));
        Ok(Mailer { way, from: mailbox(from)? })
    }

    /// Letters go to an SMTP server. Connections are kept for the next letter; nothing is waited for without an end.
    ///
    /// # Errors
    /// When the address of the server or `from` cannot be read.
    pub fn to_smtp(smtp: &Smtp, user: Option<(String, String)>, from: &str) -> Result<Mailer> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)
            .map_err(Fail::internal)?
            .timeout(Some(ANSWER))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE));
        if let Some((name, password)) = user {
            builder = builder.credentials(Credentials::new(name, password));
        }
        Ok(Mailer { way: Way::Smtp(builder.build()), from: mailbox(from)? })
    }

    /// Hands a letter over.
    ///
    /// # Errors
    /// [`Fail::Unavailable`]: it may be tried again. [`Fail::Internal`]: this letter never goes; the reason is the
    /// server's, without a word of the letter.
    pub async fn send(&self, letter: &Letter, stamp: &Stamp) -> Result<()> {
        let message = self.message(letter, stamp)?;
        match &self.way {
            Way::Folder(folder) => {
                folder.send(message).await.map(|_| ()).map_err(|error| Fail::Unavailable(error.to_string()))
            }
            Way::Smtp(smtp) => tokio::time::timeout(LETTER, hand_over(smtp, message)).await.unwrap_or_else(|_| {
                Err(Fail::Unavailable(format!("the mail server took longer than {} s", LETTER.as_secs())))
            }),
        }
    }

    fn message(&self, letter: &Letter, stamp: &Stamp) -> Result<Message> {
        // The address stands in no error: a dead letter is shown.
        let wrong = |_| Fail::internal("the letter's address is none that mail can go to");
        let address: Address = normal(&letter.to).parse().map_err(wrong)?;
        let name = (!letter.name.is_empty()).then(|| one_line(&letter.name));
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .date(stamp.at)
            .message_id(Some(stamp.message_id.clone()))
            .header(Subject(one_line(&letter.subject)))
            .header(AutoSubmitted);
        if let Some(reply_to) = &letter.reply_to {
            builder = builder.reply_to(Mailbox::new(None, normal(reply_to).parse().map_err(wrong)?));
        }
        if let Some(lang) = letter.lang {
            builder = builder.header(ContentLanguage(lang.code().to_owned()));
        }
        if let Some(address) = &letter.unsubscribe {
            builder = builder.header(ListUnsubscribe(format!("<{}>", one_line(address))));
        }
        // The same letter has the same boundary, however often it is tried.
        let boundary = base::secret::hash(&stamp.message_id);
        let both = MultiPart::alternative()
            .boundary(&boundary[..BOUNDARY])
            .singlepart(SinglePart::plain(letter.text.clone()))
            .singlepart(SinglePart::html(html::page(letter, &stamp.hub)));
        builder.multipart(both).map_err(Fail::internal)
    }
}

async fn hand_over(smtp: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Result<()> {
    // First a connection alone: what is refused here (greeting, sign-in) says nothing about this letter.
    match smtp.test_connection().await {
        Ok(true) => {}
        Ok(false) => return Err(Fail::Unavailable("the mail server does not answer".into())),
        Err(error) => return Err(Fail::Unavailable(told(&error))),
    }
    smtp.send(message).await.map(|_| ()).map_err(|error| {
        // `client`: this server cannot take such a letter at all (an address in other letters than ASCII).
        if error.is_permanent() || error.is_client() {
            Fail::Internal(told(&error))
        } else {
            Fail::Unavailable(told(&error))
        }
    })
}

/// The error with what lies behind it: the server's own words.
fn told(error: &lettre::transport::smtp::Error) -> String {
    use std::error::Error;
    let mut text = error.to_string();
    let mut behind = error.source();
    while let Some(cause) = behind {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        behind = cause.source();
    }
    one_line(&text)
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

    /// The letter as it leaves.
    async fn written(letter: &Letter) -> String {
        let folder = std::env::temp_dir().join(format!("mail-{}", base::secret::new_secret()));
        let mailer = Mailer::to_folder(&folder, "Hub <hub@example.org>").unwrap();
        let stamp = Stamp {
            message_id: "<1@hub.example>".into(),
            at: SystemTime::UNIX_EPOCH,
            hub: "https://hub.example".into(),
        };
        mailer.send(letter, &stamp).await.unwrap();
        let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let file = files.into_iter().find(|path| path.extension().is_some_and(|end| end == "eml")).unwrap();
        let text = std::fs::read_to_string(file).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        text
    }

    #[tokio::test]
    async fn what_looks_encoded_is_read_as_it_was_written() {
        use mailparse::MailHeaderMap;
        for name in [
            "=?utf-8?q?x=0ABcc:v?=",
            "Ask =?UTF-8?B?WA==?= é =?iso-8859-1?q?y?=",
            "=?utf-8?q?x",
            "=?utf-8?q?x?==?utf-8?q?y?=",
            "a = b? c",
            "é =?utf-8?q?=",
        ] {
            for subject in [name.to_owned(), format!("{name} asks: {}{name}", "a word and another ".repeat(20))] {
                let to = "a@b.org".to_owned();
                let letter = Letter { to, name: name.into(), subject: subject.clone(), ..Letter::default() };
                let text = written(&letter).await;
                let read = mailparse::parse_mail(text.as_bytes()).unwrap();
                assert_eq!(read.headers.get_first_value("Subject").unwrap(), subject, "{text}");
                assert_eq!(read.headers.get_first_value("To").unwrap().replace('"', ""), format!("{name} <a@b.org>"));
                // RFC 5322, 2.1.1; what stands in the line of an address is lettre's.
                assert!(text.lines().all(|line| line.len() <= 78 || line.starts_with("To:")), "{text}");
            }
        }
    }

    #[tokio::test]
    async fn a_subject_cannot_smuggle_a_header() {
        let letter = Letter {
            to: "a@b.org".into(),
            name: "A\r\nBcc: c@d.org".into(),
            subject: "Hi\r\nBcc: e@f.org".into(),
            text: "مرحبا".into(),
            lang: Some(Lang::AR),
            unsubscribe: Some("https://hub.example/ar/account\r\nBcc: g@h.org".into()),
            ..Letter::default()
        };
        let text = written(&letter).await;
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
        for line in [
            "Message-ID: <1@hub.example>",
            "Auto-Submitted: auto-generated",
            "Content-Language: ar",
            "Date: Thu, 01 Jan 1970 00:00:00 +0000",
        ] {
            assert!(text.lines().any(|own| own == line), "{line} is missing: {text}");
        }
    }

    /// Answers one command after the other, or nothing at all; on a clock that jumps to the next deadline.
    async fn time_until_given_up(answers: &'static [&'static str]) -> Duration {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            let mut open = Vec::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut waste = [0; 1024];
                for (at, answer) in answers.iter().enumerate() {
                    if at > 0 && stream.read(&mut waste).await.is_err() {
                        break;
                    }
                    let _ = stream.write_all(answer.as_bytes()).await;
                }
                // Silent from now on, and the line stays open.
                open.push(stream);
            }
        });
        let mailer = Mailer::to_smtp(&Smtp { url }, None, "Hub <hub@example.org>").unwrap();
        let letter = Letter { to: "a@b.org".into(), subject: "Hi".into(), text: "Text".into(), ..Letter::default() };
        let stamp = Stamp {
            message_id: "<1@hub.example>".into(),
            at: SystemTime::UNIX_EPOCH,
            hub: "https://hub.example".into(),
        };
        let begun = tokio::time::Instant::now();
        let outcome = mailer.send(&letter, &stamp).await;
        assert!(matches!(outcome, Err(Fail::Unavailable(_))), "{outcome:?}");
        server.abort();
        begun.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_server_is_given_up() {
        assert!(time_until_given_up(&[]).await <= LETTER);
        assert!(time_until_given_up(&["220 hello\r\n"]).await <= LETTER);
        let far = ["220 hello\r\n", "250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n"];
        assert!(time_until_given_up(Box::leak(Box::new(far))).await <= LETTER);
    }
}
