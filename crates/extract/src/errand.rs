//! How a file is given to the fork server: the words of a task and three open files in one message, over a socket.

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags,
    recvmsg, sendmsg,
};

/// Bytes of the words of a task at most.
const WORDS_BYTES: usize = 512;
/// The file, where the answer goes, where last words go.
const FILES: usize = 3;

/// What a child is to do, with what.
pub(crate) struct Errand {
    pub words: Vec<String>,
    /// The file, where the answer goes, where last words go.
    pub files: [OwnedFd; FILES],
}

/// Sends one; a message so small goes as a whole or not at all.
pub(crate) fn send(socket: impl AsFd, words: &[String], files: [BorrowedFd<'_>; FILES]) -> io::Result<()> {
    let text = words.join("\n");
    if text.len() > WORDS_BYTES {
        return Err(io::Error::other("too many words"));
    }
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(FILES))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    control.push(SendAncillaryMessage::ScmRights(&files));
    let sent = sendmsg(socket, &[IoSlice::new(text.as_bytes())], &mut control, SendFlags::NOSIGNAL)?;
    if sent == text.len() { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
}

/// Waits for one; none when nobody will send another.
pub(crate) fn receive(socket: impl AsFd) -> io::Result<Option<Errand>> {
    let mut text = [0; WORDS_BYTES];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(FILES))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let received = recvmsg(socket, &mut [IoSliceMut::new(&mut text)], &mut control, RecvFlags::CMSG_CLOEXEC)?;
    let files: Vec<OwnedFd> = control
        .drain()
        .filter_map(|message| match message {
            RecvAncillaryMessage::ScmRights(files) => Some(files),
            _ => None,
        })
        .flatten()
        .collect();
    if received.bytes == 0 {
        return Ok(None);
    }
    let files = files.try_into().map_err(|_| io::Error::other("not three files"))?;
    let words = String::from_utf8_lossy(&text[..received.bytes]);
    Ok(Some(Errand { words: words.split('\n').map(str::to_owned).collect(), files }))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;

    use super::*;

    #[test]
    fn words_and_files_come_as_they_went() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        let (mut reader, writer) = io::pipe().unwrap();
        let words = ["pdf".to_owned(), "7".to_owned()];
        send(&ours, &words, [writer.as_fd(), writer.as_fd(), writer.as_fd()]).unwrap();
        drop((ours, writer));

        let errand = receive(&theirs).unwrap().unwrap();
        assert_eq!(errand.words, words);
        // The others go, so that the reader comes to an end.
        let first = errand.files.into_iter().next().unwrap();
        std::fs::File::from(first).write_all(b"said").unwrap();
        let mut said = String::new();
        reader.read_to_string(&mut said).unwrap();
        assert_eq!(said, "said");
        assert!(receive(&theirs).unwrap().is_none(), "nobody sends another");
    }

    #[test]
    fn too_many_words_are_not_sent() {
        let (ours, _theirs) = UnixStream::pair().unwrap();
        let long = ["x".repeat(WORDS_BYTES + 1)];
        assert!(send(&ours, &long, [ours.as_fd(), ours.as_fd(), ours.as_fd()]).is_err());
    }
}
