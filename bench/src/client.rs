//! One connection that is kept open, one request after the other: as little of a client as can be, so that it is the
//! server that is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::Result;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection.
pub struct Connection {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

/// An answer, read to its end.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names are in lower case.
    pub headers: Vec<(String, String)>,
    /// As it came: compressed, if it is.
    pub body: Vec<u8>,
}

impl Connection {
    /// Opens one.
    pub fn open(address: SocketAddr) -> Result<Connection> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Connection { stream: BufReader::with_capacity(128 * 1024, stream), address })
    }

    /// Asks for a path, with more headers (each ending with `\r\n`).
    pub fn get(&mut self, path: &str, headers: &str) -> Result<Answer> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.address);
        self.ask_twice(path, &request)
    }

    /// Sends a form to a path as a page of the server's own does, with more headers (each ending with `\r\n`).
    pub fn post(&mut self, path: &str, headers: &str, form: &str) -> Result<Answer> {
        let (address, length) = (self.address, form.len());
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\n{headers}\r\n{form}"
        );
        self.ask_twice(path, &request)
    }

    fn ask_twice(&mut self, path: &str, request: &str) -> Result<Answer> {
        let answer = self.ask(request).or_else(|_| {
            // Servers close what is idle for long.
            *self = Connection::open(self.address)?;
            self.ask(request)
        });
        answer.map_err(|error| format!("{path}: {error}").into())
    }

    fn ask(&mut self, request: &str) -> Result<Answer> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    /// Asks for a page as a browser does, compressed; anything but a page is an error.
    pub fn page(&mut self, path: &str, headers: &str) -> Result<Answer> {
        let answer = self.get(path, &format!("Accept-Encoding: gzip\r\n{headers}"))?;
        if answer.status == 200 { Ok(answer) } else { Err(format!("{path}: status {}", answer.status).into()) }
    }

    fn answer(&mut self) -> Result<Answer> {
        let status = self.line()?.split(' ').nth(1).ok_or("no status")?.parse()?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer { status, headers, body: Vec::new() };
        if let Some(length) = answer.header("content-length") {
            answer.body = self.bytes(length.parse()?)?;
        } else if answer.header("transfer-encoding") == Some("chunked") {
            loop {
                let length = usize::from_str_radix(&self.line()?, 16)?;
                let part = self.bytes(length)?;
                self.line()?;
                if part.is_empty() {
                    break;
                }
                answer.body.extend(part);
            }
        }
        Ok(answer)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err("the connection was closed".into());
        }
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Answer {
    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}
