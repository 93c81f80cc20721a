//! The fork server: the program started once, from which a child is forked for each file.
//!
//! To start the program takes several times what reading a small file does: some hundred thousand addresses in it are
//! put right each time. The server has done that when it waits for its first file, and has seen no byte of any. Each
//! file still has a process of its own, which locks itself up as if it had just been started.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::net::UnixStream;
use tokio::net::unix::pipe::Receiver;
use tokio::process::{Child, Command};

use crate::child::NOT_FORKED;
use crate::{Limits, errand, lock};

/// Files for which one server forks. All its children have their memory in the same places, so that it is not kept for long.
const FILES: usize = 100;
/// How long a server that has nothing to do is kept.
const IDLE: Duration = Duration::from_secs(10);

/// A running fork server; dropped, it dies with whatever it has forked.
#[derive(Debug)]
pub(crate) struct ForkServer {
    running: Running,
    socket: UnixStream,
    files: usize,
    last: Instant,
}

/// What a child writes, as long as it runs.
pub(crate) struct Said {
    pub answer: Receiver,
    pub last_words: Receiver,
}

impl ForkServer {
    /// Starts one. Needs a tokio runtime with I/O.
    pub(crate) fn start(program: &Path, args: &[String], limits: &Limits) -> io::Result<ForkServer> {
        let (ours, theirs) = std::os::unix::net::UnixStream::pair()?;
        ours.set_nonblocking(true)?;
        let mut command = Command::new(program);
        command
            .args(args)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .kill_on_drop(true);
        lock::prepare(&mut command, limits);
        let running = Running(command.spawn()?);
        Ok(ForkServer { running, socket: UnixStream::from_std(ours)?, files: 0, last: Instant::now() })
    }

    /// Has a child forked that does this with `file`.
    pub(crate) fn give(&mut self, words: &[String], file: &File) -> io::Result<Said> {
        let (answer, answers) = io::pipe()?;
        let (last_words, last) = io::pipe()?;
        errand::send(&self.socket, words, [file.as_fd(), answers.as_fd(), last.as_fd()])?;
        self.files += 1;
        Ok(Said {
            answer: Receiver::from_owned_fd(answer.into())?,
            last_words: Receiver::from_owned_fd(last_words.into())?,
        })
    }

    /// How the child ended; none when the server is gone as well.
    pub(crate) async fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        match self.socket.read_i32_le().await {
            Ok(NOT_FORKED) => Err(io::Error::other("no process could be made for a reader")),
            Ok(status) => Ok(Some(ExitStatus::from_raw(status))),
            Err(error) if matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset) => {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn is_alive(&mut self) -> bool {
        matches!(self.running.0.try_wait(), Ok(None))
    }
}

/// A process group that does not outlive this value.
#[derive(Debug)]
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Only while it is not reaped: later the number may belong to somebody else. tokio reaps what is killed here.
        if let Some(leader) = self.0.id() {
            lock::kill_group(leader);
        }
    }
}

/// Servers that have nothing to do, for a while.
#[derive(Debug, Clone, Default)]
pub(crate) struct Idle(Arc<Mutex<Vec<ForkServer>>>);

impl Idle {
    /// One that still runs.
    pub(crate) fn take(&self) -> Option<ForkServer> {
        let mut servers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(mut server) = servers.pop() {
            if server.is_alive() {
                return Some(server);
            }
        }
        None
    }

    /// Keeps one whose child has ended, until nothing was to be done for some time.
    pub(crate) fn keep(&self, mut server: ForkServer) {
        if server.files >= FILES {
            return;
        }
        server.last = Instant::now();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(server);
        let servers = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            tokio::time::sleep(IDLE).await;
            if let Some(servers) = servers.upgrade() {
                servers.lock().unwrap_or_else(PoisonError::into_inner).retain(|server| server.last.elapsed() < IDLE);
            }
        });
    }

    /// Process ids of those that are kept.
    #[cfg(feature = "misbehave")]
    pub(crate) fn ids(&self) -> Vec<u32> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .filter_map(|server| server.running.0.id())
            .collect()
    }
}
