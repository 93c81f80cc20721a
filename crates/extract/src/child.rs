//! The child's side: the fork server, and what it forks: a process that locks itself, reads the file from standard input, answers on
//! standard output, and dies.

use std::io::{Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::answer::{Facts, Writer};
use crate::errand::{self, Errand};
use crate::found::Bounds;
use crate::guard::{guarded, note_panics};
use crate::lock::{self, Locked, lock_this_process};
use crate::picture::{self, PICTURE_WORD};
use crate::table::{self, TABLE_WORD};
use crate::{Format, Trouble, pdf, read};

/// Exit code for words that no parent of ours gives.
const EX_USAGE: i32 = 64;
/// The word by which a child may work although it is not locked up.
pub(crate) const ALLOW_UNLOCKED: &str = "allow-unlocked";
/// Told instead of how a child ended where there was none: the kernel's own are never negative.
pub(crate) const NOT_FORKED: i32 = -1;
/// Stands before the name of a way to break the rules, in tests.
pub(crate) const MISBEHAVE: &str = "--misbehave";

/// What there is to do with a file.
#[derive(Clone, Copy)]
enum Work {
    /// To read it.
    Read(Format),
    /// To make it ready for pages.
    Picture,
    /// To read a sheet of it.
    Table,
}

impl Work {
    fn of(word: &str) -> Option<Work> {
        match word {
            PICTURE_WORD => Some(Work::Picture),
            TABLE_WORD => Some(Work::Table),
            other => Format::from_code(other).map(Work::Read),
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Work::Read(format) => format.code(),
            Work::Picture => PICTURE_WORD,
            Work::Table => TABLE_WORD,
        }
    }
}

/// What the child was told to do.
struct Task {
    work: Work,
    input_bytes: u64,
    text_bytes: usize,
    cpu_seconds: u64,
    /// Wall time after which it dies whoever watches.
    alarm_seconds: u32,
    allow_unlocked: bool,
    misbehave: Option<String>,
}

/// The main function of the fork server: forks a child for each file that it is given on its standard input, which is a socket, tells
/// how that ended, and never returns.
///
/// Call it first thing in `main`, before there is a runtime, a logger or any other thread: a fork takes the calling thread only.
pub fn child_main() -> ! {
    note_panics();
    lock::close_other_files();
    // Besides the locks of each child. Without Landlock each child says so.
    let _ = lock::landlock();
    std::process::exit(i32::from(fork_for_each().is_err()));
}

fn fork_for_each() -> std::io::Result<()> {
    let socket = std::io::stdin();
    let server = std::process::id();
    while let Some(errand) = errand::receive(&socket)? {
        let status = match lock::fork() {
            Ok(lock::Forked::Child) => read_one_file(server, errand),
            Ok(lock::Forked::Server(child)) => {
                drop(errand);
                lock::wait(child)?
            }
            // The machine has no room for another process: no fault of the file.
            Err(_) => NOT_FORKED,
        };
        rustix::io::write(&socket, &status.to_le_bytes())?;
    }
    Ok(())
}

/// What the child does, from its first moment to its last.
fn read_one_file(server: u32, errand: Errand) -> ! {
    let Some(task) = Task::parse(&errand.words) else {
        std::process::exit(EX_USAGE);
    };
    if task.set_up(server, errand).is_err() {
        std::process::exit(1);
    }
    let locked = lock_this_process();

    // Not `Stdout`: it would look for line ends in the thumbnail.
    let mut out = Vec::new();
    let Ok(mut writer) = Writer::start(Pipe(&mut out)) else {
        std::process::exit(1);
    };
    let done = match locked {
        Locked::Partly(why) if !task.allow_unlocked => {
            let _ = writeln!(std::io::stderr(), "{why}");
            writer.failure(&Trouble::Unlocked)
        }
        _ => task.work(&mut writer),
    };
    std::process::exit(i32::from(done.is_err()));
}

impl Task {
    fn parse(words: &[String]) -> Option<Task> {
        let (misbehave, words) = match words {
            [flag, mode, rest @ ..] if flag == MISBEHAVE => (Some(mode.clone()), rest),
            _ => (None, words),
        };
        let [work, input, text, cpu, alarm, rest @ ..] = words else {
            return None;
        };
        Some(Task {
            work: Work::of(work)?,
            input_bytes: input.parse().ok()?,
            text_bytes: text.parse().ok()?,
            cpu_seconds: cpu.parse().ok()?,
            alarm_seconds: alarm.parse().ok()?,
            allow_unlocked: rest.iter().any(|word| word == ALLOW_UNLOCKED),
            misbehave,
        })
    }

    /// Takes the three files for its own, and its limits: the server's socket is the child's no more.
    fn set_up(&self, server: u32, errand: Errand) -> std::io::Result<()> {
        let [file, answer, last_words] = &errand.files;
        rustix::stdio::dup2_stdin(file)?;
        rustix::stdio::dup2_stdout(answer)?;
        rustix::stdio::dup2_stderr(last_words)?;
        drop(errand);
        let name = self.misbehave.clone().unwrap_or_else(|| format!("read-{}", self.work.code()));
        lock::bind_child(server, self.cpu_seconds, self.alarm_seconds, &name)
    }

    fn work<W: Write>(&self, writer: &mut Writer<W>) -> std::io::Result<()> {
        #[cfg(feature = "misbehave")]
        if let Some(mode) = &self.misbehave {
            crate::misbehave::misbehave(mode);
        }
        // Half for the text; the rest is for the thumbnail.
        let until = Instant::now() + Duration::from_secs(self.cpu_seconds) / 2;
        let file = match self.read_file() {
            Ok(file) => Arc::new(file),
            Err(trouble) => return writer.failure(&trouble),
        };
        let format = match self.work {
            Work::Read(format) => format,
            Work::Picture => return picture::work(&file, writer),
            Work::Table => return table::work(&file, writer),
        };
        let bounds = Bounds { text_bytes: self.text_bytes, until };
        let open = match format {
            Format::Pdf => match guarded(|| pdf::open(&file)).unwrap_or_else(Err) {
                Ok(open) => Some(open),
                Err(trouble) => return writer.failure(&trouble),
            },
            _ => None,
        };
        let found = guarded(|| read::read(format, &file, open.as_ref(), &bounds)).unwrap_or_else(Err);
        match found {
            Ok(found) => {
                let facts = Facts { pages: found.pages, title: found.title, cut: found.cut };
                writer.found(&facts, &found.text)?;
            }
            // Without text there may still be a page to show, but a file that cannot be read at all has neither.
            Err(trouble) => return writer.failure(&trouble),
        }
        if let Some(open) = open
            && let Ok(Some(picture)) = guarded(|| pdf::thumbnail(&open))
        {
            writer.picture(&picture)?;
        }
        Ok(())
    }

    fn read_file(&self) -> Result<Vec<u8>, Trouble> {
        let mut file = Vec::new();
        let mut input = std::io::stdin().lock().take(self.input_bytes.saturating_add(1));
        input.read_to_end(&mut file).map_err(|error| Trouble::Io(error.to_string()))?;
        if file.len() as u64 > self.input_bytes {
            return Err(Trouble::TooLarge);
        }
        Ok(file)
    }
}

/// Standard output, a frame at a time.
struct Pipe<'a>(&'a mut Vec<u8>);

impl Write for Pipe<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(self.0)?;
        self.0.clear();
        stdout.flush()
    }
}
