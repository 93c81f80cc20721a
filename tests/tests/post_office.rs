//! A mail server that does what a test tells it to.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use testkit::{Engine, Setup, TestHub};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Takes every letter.
    Yes,
    /// Answers each recipient so.
    ToRecipient(&'static str),
    /// Answers each letter so, after reading all of it.
    ToLetter(&'static str),
    /// Reads a letter and hangs up without a word.
    Nothing,
    /// Greets so.
    Greeting(&'static str),
}

/// The server: what it was sent, taken or not.
#[derive(Clone)]
pub struct PostOffice {
    address: SocketAddr,
    says: Arc<Mutex<Says>>,
    read: Arc<Mutex<Vec<String>>>,
    recipients: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl PostOffice {
    /// Opens it.
    pub async fn open() -> PostOffice {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let office = PostOffice {
            address: listener.local_addr().expect("an address"),
            says: Arc::new(Mutex::new(Says::Yes)),
            read: Arc::default(),
            recipients: Arc::default(),
            connections: Arc::default(),
        };
        let own = office.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                own.connections.fetch_add(1, Ordering::SeqCst);
                let own = own.clone();
                tokio::spawn(async move { own.talk(stream).await });
            }
        });
        office
    }

    /// A hub that sends its letters here.
    pub async fn hub(&self, engine: Engine) -> TestHub {
        let address = self.address;
        Setup::new(engine).settings(move |settings| settings.smtp_url = Some(format!("smtp://{address}"))).start().await
    }

    /// From now on it says this.
    pub fn now_says(&self, says: Says) {
        *self.says.lock().expect("nobody panicked") = says;
    }

    /// All letters that it read so far, as they were sent; then forgets them.
    pub fn letters(&self) -> Vec<String> {
        std::mem::take(&mut *self.read.lock().expect("nobody panicked"))
    }

    /// All recipients that it was told of.
    pub fn recipients(&self) -> Vec<String> {
        self.recipients.lock().expect("nobody panicked").clone()
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn saying(&self) -> Says {
        *self.says.lock().expect("nobody panicked")
    }

    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let greeting = if let Says::Greeting(text) = self.saying() { text } else { "220 post.example" };
        say(&mut write, greeting).await?;
        while let Ok(Some(line)) = lines.next_line().await {
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match (verb.as_str(), self.saying()) {
                ("RCPT", says) => {
                    self.recipients.lock().expect("nobody panicked").push(line.clone());
                    say(&mut write, if let Says::ToRecipient(text) = says { text } else { "250 ok" }).await?;
                }
                ("DATA", _) => {
                    say(&mut write, "354 go on").await?;
                    let mut letter = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        letter.push_str(&line);
                        letter.push('\n');
                    }
                    self.read.lock().expect("nobody panicked").push(letter);
                    match self.saying() {
                        Says::ToLetter(text) => say(&mut write, text).await?,
                        Says::Nothing => return None,
                        _ => say(&mut write, "250 taken").await?,
                    }
                }
                ("QUIT", _) => {
                    say(&mut write, "221 bye").await?;
                    return None;
                }
                _ => say(&mut write, "250 ok").await?,
            }
        }
        None
    }
}

async fn say(write: &mut (impl AsyncWriteExt + Unpin), text: &str) -> Option<()> {
    write.write_all(format!("{text}\r\n").as_bytes()).await.ok()
}
