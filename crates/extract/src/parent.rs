//! The server's side: starts the child, listens under limits, and tells how it ended.

use std::fs::File;
use std::io::{Read as _, Seek};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::sync::Semaphore;

use crate::child::ALLOW_UNLOCKED;
#[cfg(feature = "misbehave")]
use crate::child::MISBEHAVE;
use crate::fork_server::{ForkServer, Idle};
use crate::format::{Format, is_ole};
use crate::picture::{self, NoPicture, PICTURE_WORD, Picture};
use crate::table::{self, Sheet, TABLE_WORD};
use crate::{Extracted, Limits, Trouble, answer, language, lock};

/// How much of the child's last words is kept, in bytes.
const STDERR_BYTES: u64 = 4 * 1024;
/// The child dies by itself this much after the parent should have killed it, in seconds.
const ALARM_SLACK_SECONDS: u64 = 10;

/// Has a child forked for each file. Cheap to clone; clones share the bound on children at the same time, and what they are forked from.
#[derive(Debug, Clone)]
pub struct Extractor {
    program: PathBuf,
    args: Vec<String>,
    limits: Limits,
    allow_unlocked: bool,
    turns: Arc<Semaphore>,
    idle: Idle,
}

impl Extractor {
    /// An extractor that runs `program args…` (usually `/proc/self/exe` with a hidden subcommand), which must call
    /// [`child_main`](crate::child_main) before it starts a thread.
    ///
    /// With `allow_unlocked` a kernel that lacks Landlock (or seccomp) does not stop it: the child then has only its limits.
    #[must_use]
    pub fn new(program: PathBuf, args: Vec<String>, limits: Limits, allow_unlocked: bool) -> Self {
        let turns = Arc::new(Semaphore::new(limits.at_once.max(1)));
        Extractor { program, args, limits, allow_unlocked, turns, idle: Idle::default() }
    }

    /// Whether this kernel can lock the child up (Landlock).
    #[must_use]
    pub fn locked(&self) -> bool {
        lock::available()
    }

    /// The limits of each child.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads `file` from its beginning, as `format`. Needs a tokio runtime with I/O and time.
    ///
    /// Cancel-safe: dropping the future kills the child. The child also dies with the *thread* that started it, so call this from a
    /// worker of the runtime, not from a thread that ends soon.
    ///
    /// # Errors
    /// [`Trouble`], never a panic. Only [`Trouble::may_pass`] is worth another try.
    pub async fn extract(&self, mut file: File, format: Format) -> Result<Extracted, Trouble> {
        if file.metadata().map_err(io_trouble)?.len() > self.limits.input {
            return Err(Trouble::TooLarge);
        }
        let mut head = [0; 8];
        file.rewind().map_err(io_trouble)?;
        let read = file.read(&mut head).map_err(io_trouble)?;
        file.rewind().map_err(io_trouble)?;
        match format {
            _ if read == 0 => return Err(Trouble::damaged("an empty file")),
            // An office file in an OLE container is a new one under a password, or an old one under a wrong name.
            Format::Docx | Format::Pptx | Format::Xlsx | Format::Xlsb if is_ole(&head) => {
                return Err(Trouble::Encrypted);
            }
            _ => {}
        }
        let mut found = self.read_one(file, format.code(), answer::parse).await?;
        // Here and not in the child, which need not be believed so: what this sees is a few thousand characters that are known to be text.
        let sample = language::sample(&found.text);
        let detected = tokio::task::spawn_blocking(move || language::of_document(&sample)).await;
        found.language = detected.unwrap_or_default().map(str::to_owned);
        Ok(found)
    }

    /// Makes a picture ready for pages, from the beginning of `file`. What is no picture of ours is the inner error.
    ///
    /// # Errors
    /// As [`Extractor::extract`].
    pub async fn picture(&self, file: File) -> Result<Result<Picture, NoPicture>, Trouble> {
        if file.metadata().map_err(io_trouble)?.len() > renditions::BYTES {
            return Ok(Err("too-large"));
        }
        self.read_one(file, PICTURE_WORD, picture::parse).await
    }

    /// Reads a workbook as a table, from the beginning of `file`: the first sheet that is seen and has something in it.
    ///
    /// # Errors
    /// As [`Extractor::extract`].
    pub async fn sheet(&self, file: File) -> Result<Sheet, Trouble> {
        if file.metadata().map_err(io_trouble)?.len() > self.limits.input {
            return Err(Trouble::TooLarge);
        }
        self.read_one(file, TABLE_WORD, table::parse).await
    }

    /// Has a child do one thing with a file, when it is its turn.
    async fn read_one<T>(&self, mut file: File, what: &str, parse: Parse<T>) -> Result<T, Trouble> {
        if !self.allow_unlocked && !self.locked() {
            return Err(Trouble::Unlocked);
        }
        file.rewind().map_err(io_trouble)?;
        let _turn = self.turns.acquire().await.map_err(|error| Trouble::Io(error.to_string()))?;
        self.run(file, &self.words(what), parse).await
    }

    /// Runs the child in one of the modes that break rules, to see that they are contained.
    ///
    /// # Errors
    /// As [`Extractor::extract`]: that is the point.
    #[cfg(feature = "misbehave")]
    pub async fn misbehave(&self, mut file: File, mode: &str) -> Result<Extracted, Trouble> {
        file.rewind().map_err(io_trouble)?;
        let mut words = vec![MISBEHAVE.to_owned(), mode.to_owned()];
        words.extend(self.words(Format::Txt.code()));
        self.run(file, &words, answer::parse).await
    }

    /// Process ids of the fork servers that wait for a file.
    #[cfg(feature = "misbehave")]
    #[must_use]
    pub fn waiting(&self) -> Vec<u32> {
        self.idle.ids()
    }

    async fn run<T>(&self, mut file: File, words: &[String], parse: Parse<T>) -> Result<T, Trouble> {
        let mut fresh_ones = 0;
        loop {
            let kept = self.idle.take();
            fresh_ones += usize::from(kept.is_none());
            let server = match kept {
                Some(server) => server,
                None => ForkServer::start(&self.program, &self.args, &self.limits).map_err(io_trouble)?,
            };
            let (out, end) = self.read(server, &file, words).await.map_err(io_trouble)?;
            match end {
                // It was ended from outside, by no fault of the file: the next one is asked, unless two have just begun and are gone.
                End::Gone if fresh_ones < 2 => file.rewind().map_err(io_trouble)?,
                end => return tell(&out, end, parse),
            }
        }
    }

    /// Has one server fork a child, and listens to it. What is left of both dies unless the child ended as it should.
    async fn read(&self, mut server: ForkServer, file: &File, words: &[String]) -> std::io::Result<(Vec<u8>, End)> {
        // Outside of the future, so that a deadline keeps what has come so far.
        let mut out = Vec::new();
        let listen = async {
            let said = match server.give(words, file) {
                Ok(said) => said,
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(End::Gone),
                Err(error) => return Err(error),
            };
            let (read, last_words) =
                tokio::join!(read_up_to(said.answer, self.limits.output, &mut out), read_last_words(said.last_words));
            Ok(match read? {
                Read::TooMuch => End::Flood,
                Read::All => match server.ended().await? {
                    Some(status) => End::Died(status, last_words?),
                    None => End::Gone,
                },
            })
        };
        let end = tokio::time::timeout(self.limits.time, listen).await.unwrap_or(Ok(End::Late))?;
        // Where a child may be left unlocked it might have left something behind: that goes with its server.
        if matches!(end, End::Died(..)) && !self.allow_unlocked {
            self.idle.keep(server);
        }
        Ok((out, end))
    }

    /// What a child is told to do.
    fn words(&self, what: &str) -> Vec<String> {
        let limits = &self.limits;
        let alarm = limits.time.as_secs() + ALARM_SLACK_SECONDS;
        let numbers = [limits.input, limits.text, limits.cpu_seconds.max(1), alarm].map(|limit| limit.to_string());
        let unlocked = self.allow_unlocked.then(|| ALLOW_UNLOCKED.to_owned());
        std::iter::once(what.to_owned()).chain(numbers).chain(unlocked).collect()
    }
}

/// How listening to a child ended.
enum End {
    /// It wrote more than it may.
    Flood,
    /// It did not end in time.
    Late,
    /// The server is gone, and nobody knows about the child.
    Gone,
    /// It ended; with what it wrote to standard error.
    Died(ExitStatus, String),
}

/// Reads what a child has said, as far as it is whole; nothing when it said nothing that counts.
type Parse<T> = fn(&[u8]) -> Option<Result<T, Trouble>>;

/// What a child has said and how it ended, as an answer.
fn tell<T>(out: &[u8], end: End, parse: Parse<T>) -> Result<T, Trouble> {
    let death = match end {
        // Whoever floods us is not believed.
        End::Flood => return Err(Trouble::TooLarge),
        End::Late => Trouble::TooSlow,
        End::Gone => Trouble::Crashed("no answer".to_owned()),
        End::Died(status, _) if status.success() => Trouble::Crashed("no answer".to_owned()),
        End::Died(status, last_words) => cause(status, &last_words),
    };
    // An answer counts even when the child died after it, on the thumbnail: the text was handed over.
    parse(out).unwrap_or(Err(death))
}

fn cause(status: ExitStatus, last_words: &str) -> Trouble {
    match status.signal() {
        Some(libc::SIGSYS) => Trouble::Crashed("a forbidden system call".to_owned()),
        Some(libc::SIGXCPU | libc::SIGALRM) => Trouble::TooSlow,
        Some(libc::SIGABRT) if last_words.contains("memory allocation of") => Trouble::OutOfMemory,
        Some(libc::SIGABRT) if last_words.contains("overflowed its stack") => {
            Trouble::Crashed("stack overflow".to_owned())
        }
        Some(signal) => Trouble::Crashed(format!("signal {signal}")),
        None => {
            let last = last_words.lines().last().unwrap_or_default();
            let short = &last[..last.floor_char_boundary(200)];
            Trouble::Crashed(format!("exit {}: {short}", status.code().unwrap_or_default()))
        }
    }
}

enum Read {
    All,
    TooMuch,
}

/// Reads to the end or to the limit, in bytes.
async fn read_up_to(from: impl AsyncRead + Unpin, limit: u64, into: &mut Vec<u8>) -> std::io::Result<Read> {
    let read = from.take(limit.saturating_add(1)).read_to_end(into).await?;
    Ok(if read as u64 > limit { Read::TooMuch } else { Read::All })
}

async fn read_last_words(from: impl AsyncRead + Unpin) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    from.take(STDERR_BYTES).read_to_end(&mut bytes).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn io_trouble(error: std::io::Error) -> Trouble {
    Trouble::Io(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Facts, Writer};

    fn said() -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = Writer::start(&mut out).unwrap();
        writer.found(&Facts::default(), "the text").unwrap();
        out
    }

    fn died(raw_status: i32, words: &str) -> End {
        End::Died(ExitStatus::from_raw(raw_status), words.to_owned())
    }

    #[test]
    fn a_death_after_the_answer_does_not_cost_the_text() {
        for end in [End::Late, died(libc::SIGXCPU, ""), died(libc::SIGABRT, ""), died(0, "")] {
            assert_eq!(tell(&said(), end, answer::parse).unwrap().text, "the text");
        }
        assert_eq!(tell(&said(), End::Flood, answer::parse), Err(Trouble::TooLarge));
    }

    #[test]
    fn deaths_are_told_apart() {
        assert_eq!(tell(b"", End::Late, answer::parse), Err(Trouble::TooSlow));
        assert_eq!(tell(b"", died(libc::SIGXCPU, ""), answer::parse), Err(Trouble::TooSlow));
        let words = "memory allocation of 5 bytes failed";
        assert_eq!(tell(b"", died(libc::SIGABRT, words), answer::parse), Err(Trouble::OutOfMemory));
        for status in [0, libc::SIGABRT, libc::SIGSYS, libc::SIGKILL, 3 << 8] {
            assert!(matches!(tell(b"", died(status, ""), answer::parse), Err(Trouble::Crashed(_))), "{status}");
        }
    }
}
