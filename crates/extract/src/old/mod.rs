//! Office documents of before 2007: streams in an OLE container, and the binary spreadsheet that outlived them.

pub(crate) mod doc;
mod hidden;
pub(crate) mod ppt;
mod records;
pub(crate) mod sheets;
mod summary;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::Trouble;

/// Bytes of one stream.
const STREAM_BYTES: u64 = 128 << 20;

/// An open container.
struct Container<'a>(CompoundFile<Cursor<&'a [u8]>>);

impl<'a> Container<'a> {
    fn open(file: &'a [u8]) -> Result<Self, Trouble> {
        let container = CompoundFile::open(Cursor::new(file)).map_err(Trouble::damaged)?;
        // What a new office document under a password looks like, whatever its name says.
        if container.exists("EncryptedPackage") {
            return Err(Trouble::Encrypted);
        }
        Ok(Container(container))
    }

    /// The bytes of a stream; `None` where there is none, or it is broken from its beginning.
    fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        if !self.0.is_stream(name) {
            return Ok(None);
        }
        let stream = self.0.open_stream(name).map_err(Trouble::damaged)?;
        let mut bytes = Vec::new();
        // A stream that breaks off is worth what came before.
        let read = stream.take(STREAM_BYTES + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > STREAM_BYTES {
            return Err(Trouble::TooLarge);
        }
        Ok(Some(bytes).filter(|bytes| read.is_ok() || !bytes.is_empty()))
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_le_bytes(*pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

fn place_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

fn latin(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn utf16(bytes: &[u8]) -> String {
    encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
}
