//! The child's side: locks itself, reads the file from standard input, answers on standard output, dies.

use std::io::{Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::answer::{Facts, Writer};
use crate::found::Bounds;
use crate::guard::{guarded, note_panics};
use crate::lock::{Locked, lock_this_process};
use crate::{Format, Trouble, pdf, read};

/// Exit code for arguments that no parent of ours gives.
const EX_USAGE: i32 = 64;

/// What the child was told to do.
struct Task {
    format: Format,
    input_bytes: u64,
    text_bytes: usize,
    reading: Duration,
    allow_unlocked: bool,
    #[cfg_attr(not(feature = "misbehave"), expect(dead_code))]
    misbehave: Option<String>,
}

/// The child's main function: never returns.
///
/// `args` are the arguments after those that [`Extractor::new`](crate::Extractor::new) was given. Call it first thing in `main`, before
/// there is a runtime, a logger or any other thread: the lock holds for the calling thread only.
pub fn child_main(args: &[String]) -> ! {
    let Some(task) = Task::parse(args) else {
        std::process::exit(EX_USAGE);
    };
    note_panics();
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
    fn parse(args: &[String]) -> Option<Task> {
        let (misbehave, args) = match args {
            [flag, mode, rest @ ..] if flag == "--misbehave" => (Some(mode.clone()), rest),
            _ => (None, args),
        };
        let [format, input, text, cpu, rest @ ..] = args else {
            return None;
        };
        Some(Task {
            format: Format::from_code(format)?,
            input_bytes: input.parse().ok()?,
            text_bytes: text.parse().ok()?,
            // Half for the text; the rest is for the thumbnail.
            reading: Duration::from_secs(cpu.parse().ok()?) / 2,
            allow_unlocked: rest.iter().any(|word| word == "allow-unlocked"),
            misbehave,
        })
    }

    fn work<W: Write>(&self, writer: &mut Writer<W>) -> std::io::Result<()> {
        #[cfg(feature = "misbehave")]
        if let Some(mode) = &self.misbehave {
            crate::misbehave::misbehave(mode);
        }
        let until = Instant::now() + self.reading;
        let file = match self.read_file() {
            Ok(file) => Arc::new(file),
            Err(trouble) => return writer.failure(&trouble),
        };
        let bounds = Bounds { text_bytes: self.text_bytes, until };
        let open = match self.format {
            Format::Pdf => match guarded(|| pdf::open(&file)).unwrap_or_else(Err) {
                Ok(open) => Some(open),
                Err(trouble) => return writer.failure(&trouble),
            },
            _ => None,
        };
        let found = guarded(|| read::read(self.format, &file, open.as_ref(), &bounds)).unwrap_or_else(Err);
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
