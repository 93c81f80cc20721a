//! The hub's edge: what strangers, slow lines and many at once can do to it. Mostly HTTP itself, which knows no engine.

mod addresses;
mod answers;
mod connections;
mod overload;
mod uploads;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// How long the hub may take for what it answers at once. Generous: other tests run beside.
const AT_ONCE: Duration = Duration::from_secs(10);

/// A connection from an address of this machine's own.
async fn connect_from(from: [u8; 4], hub: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::new(IpAddr::from(from), 0))?;
    socket.connect(hub).await
}

/// What the hub answers to a request from this address, until it closes.
async fn ask_from(from: [u8; 4], hub: SocketAddr, path: &str) -> String {
    let mut stream = connect_from(from, hub).await.expect("the hub listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {hub}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    answer(&mut stream).await
}

/// All that comes, at once.
async fn answer(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let read = tokio::time::timeout(AT_ONCE, stream.read_to_end(&mut text)).await;
    assert!(read.is_ok(), "no end of the answer: {}", String::from_utf8_lossy(&text));
    String::from_utf8_lossy(&text).into_owned()
}

/// A form that comes back large, with what is wrong in it, to a reader who takes no more of it than its head.
async fn unread_answer(hub: SocketAddr, more: &str) -> (TcpStream, String) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4_096).expect("a small room");
    let mut stream = socket.connect(hub).await.expect("the hub listens");
    let body = format!("name={}", "%22".repeat(80_000));
    let request = format!(
        "POST /en/contact HTTP/1.1\r\nHost: {hub}\r\nOrigin: http://{hub}\r\nConnection: close\r\n{more}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.expect("sent");
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        let read = tokio::time::timeout(AT_ONCE, stream.read_exact(&mut byte)).await;
        read.expect("in time").expect("a head");
        head.push(byte[0]);
    }
    (stream, String::from_utf8_lossy(&head).into_owned())
}

/// Sends a head and then the same bytes over and over, until the hub closes or so many were sent. Answers what came
/// back, and how much went out.
async fn flood(hub: SocketAddr, head: &str, bytes: &[u8], most: usize) -> (String, usize) {
    let stream = TcpStream::connect(hub).await.expect("the hub listens");
    let (mut reader, mut writer) = stream.into_split();
    let head = head.to_owned();
    let piece = bytes.to_vec();
    let sending = tokio::spawn(async move {
        let mut sent = 0;
        if writer.write_all(head.as_bytes()).await.is_err() {
            return sent;
        }
        while sent < most && writer.write_all(&piece).await.is_ok() {
            sent += piece.len();
        }
        sent
    });
    let mut text = Vec::new();
    let mut step = [0; 4_096];
    // A reset ends it too: what was read before is what counts.
    while let Ok(Ok(read @ 1..)) = tokio::time::timeout(AT_ONCE, reader.read(&mut step)).await {
        text.extend_from_slice(&step[..read]);
    }
    let sent = sending.await.expect("sending ends");
    (String::from_utf8_lossy(&text).into_owned(), sent)
}
