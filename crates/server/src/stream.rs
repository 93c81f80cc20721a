//! The bytes of one connection: a reader who does not read is ended, and who is answered before all was sent is
//! listened to for a moment longer.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};
use web::pace::Pace;

/// Bytes that the system holds of what is written. More would hide for minutes that nobody reads.
const SEND_BUFFER_BYTES: usize = 64 * 1024;
/// Bytes that are thrown away after an answer that came before all was sent: closing at once would throw away the
/// answer too, since a browser reads it only once it has sent all.
const LINGER_BYTES: usize = 8 * 1024 * 1024;
/// How long that may take.
const LINGER: Duration = Duration::from_secs(60);
/// How long nothing may come meanwhile.
const LINGER_PAUSE: Duration = Duration::from_secs(5);
/// Bytes thrown away in one step.
const STEP_BYTES: usize = 16 * 1024;

/// A connection that is watched.
pub(crate) struct Watched {
    stream: TcpStream,
    pace: Pace,
    /// A request's body was not read to its end.
    unread: Arc<AtomicBool>,
    linger: Option<Linger>,
}

struct Linger {
    end: Instant,
    left: usize,
    pause: Pin<Box<Sleep>>,
}

impl Watched {
    pub(crate) fn new(stream: TcpStream, bytes: u64, time: Duration, unread: Arc<AtomicBool>) -> Watched {
        let _ = socket2::SockRef::from(&stream).set_send_buffer_size(SEND_BUFFER_BYTES);
        Watched { stream, pace: Pace::new(bytes, time), unread, linger: None }
    }

    fn written(&mut self, outcome: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        match &outcome {
            Poll::Ready(Ok(bytes)) => self.pace.moved(*bytes),
            Poll::Pending if self.pace.poll_too_slow(cx).is_ready() => {
                return Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the answer is not read")));
            }
            _ => {}
        }
        outcome
    }

    /// Reads and forgets until the other end closes, or has had enough time.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let linger = self.linger.get_or_insert_with(|| {
            let now = Instant::now();
            Linger { end: now + LINGER, left: LINGER_BYTES, pause: Box::pin(sleep_until(now + LINGER_PAUSE)) }
        });
        let mut bytes = [0; STEP_BYTES];
        loop {
            let mut step = ReadBuf::new(&mut bytes);
            match Pin::new(&mut self.stream).poll_read(cx, &mut step) {
                Poll::Ready(Ok(())) if step.filled().is_empty() => return Poll::Ready(()),
                Poll::Ready(Ok(())) => {
                    let now = Instant::now();
                    let Some(left) = linger.left.checked_sub(step.filled().len()) else { return Poll::Ready(()) };
                    linger.left = left;
                    linger.pause.as_mut().reset((now + LINGER_PAUSE).min(linger.end));
                    if now >= linger.end {
                        return Poll::Ready(());
                    }
                }
                Poll::Ready(Err(_)) => return Poll::Ready(()),
                Poll::Pending => return linger.pause.as_mut().poll(cx),
            }
        }
    }
}

impl AsyncRead for Watched {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Watched {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.written(outcome, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        self.written(outcome, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.linger.is_none() {
            std::task::ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
        }
        if self.unread.load(Ordering::Relaxed) {
            std::task::ready!(self.poll_linger(cx));
        }
        Poll::Ready(Ok(()))
    }
}
