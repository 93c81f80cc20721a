//! An OLE container: a small file system in a file, with sectors, chains of sectors and a directory ([MS-CFB]).
//!
//! Read leniently, as office programs do: what a table says too much is not looked at, a chain that breaks off is worth what came before.

use std::collections::HashMap;

use crate::Trouble;
use crate::bytes::{place_at, u16_at, u32_at, utf16};
use crate::format::is_ole;

/// Bytes of one stream, and of all together.
const STREAM_BYTES: usize = 128 << 20;
/// Entries of the directory.
const ENTRIES: usize = 20_000;
/// Sector numbers from here on mean "end", "free" and the like.
const SPECIAL: u32 = 0xffff_fffa;
/// Length of the head, and of a small sector.
const HEAD: usize = 512;
const SMALL_SECTOR: usize = 64;
/// Sectors of the table of tables that the head itself names.
const IN_HEAD: usize = 109;

/// An open container.
pub(crate) struct Container<'a> {
    file: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    /// Streams shorter than this lie in small sectors.
    cutoff: usize,
    /// First sector and length of each stream, by its name.
    streams: HashMap<String, (u32, usize)>,
}

impl<'a> Container<'a> {
    pub fn open(file: &'a [u8]) -> Result<Self, Trouble> {
        let container = Self::parse(file).ok_or_else(|| Trouble::damaged("not an OLE container that can be read"))?;
        // What a new office document under a password looks like, whatever its name says.
        if container.streams.contains_key("EncryptedPackage") {
            return Err(Trouble::Encrypted);
        }
        Ok(container)
    }

    fn parse(file: &'a [u8]) -> Option<Self> {
        if !is_ole(file) || file.len() < HEAD {
            return None;
        }
        let sector = match u16_at(file, 0x1e)? {
            shift @ 7..=16 => 1usize << shift,
            _ => return None,
        };
        let mut container = Container {
            file,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            cutoff: place_at(file, 0x38)?,
            streams: HashMap::new(),
        };
        container.table = container.read_table();
        container.small_table = numbers(&container.chain(u32_at(file, 0x3c)?, STREAM_BYTES)).collect();
        let directory = container.chain(u32_at(file, 0x30)?, ENTRIES * 128);
        container.read_directory(&directory);
        Some(container)
    }

    /// The bytes of a stream; `None` where there is none.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some((first, length)) = self.streams.get(name).copied() else { return Ok(None) };
        if length > STREAM_BYTES {
            return Err(Trouble::TooLarge);
        }
        let mut bytes = if length < self.cutoff { self.small_chain(first, length) } else { self.chain(first, length) };
        bytes.truncate(length);
        Ok(Some(bytes))
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        // The head takes the place of a sector, as long as one.
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.file.len());
        self.file.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table that says which sector follows which.
    fn read_table(&self) -> Vec<u32> {
        let most = self.file.len() / self.sector + 1;
        let mut sectors: Vec<u32> = (0..IN_HEAD)
            .filter_map(|index| u32_at(self.file, 0x4c + 4 * index))
            .filter(|number| *number < SPECIAL)
            .collect();
        // Large containers name more of them in sectors of their own, each ending in the number of the next.
        let mut next = u32_at(self.file, 0x44).unwrap_or(u32::MAX);
        let mut seen = 0;
        while let Some(more) = self.sector(next).filter(|_| next < SPECIAL && seen <= most) {
            seen += 1;
            let mut list: Vec<u32> = numbers(more).collect();
            next = list.pop().unwrap_or(u32::MAX);
            sectors.extend(list.into_iter().filter(|number| *number < SPECIAL));
        }
        sectors.truncate(most);
        sectors.into_iter().filter_map(|number| self.sector(number)).flat_map(numbers).take(most).collect()
    }

    fn chain(&self, first: u32, length: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut number = first;
        let mut left = self.table.len();
        while bytes.len() < length && number < SPECIAL && left > 0 {
            left -= 1;
            let Some(sector) = self.sector(number) else { break };
            bytes.extend_from_slice(sector);
            number = self.table.get(number as usize).copied().unwrap_or(u32::MAX);
        }
        bytes
    }

    fn small_chain(&self, first: u32, length: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut number = first;
        let mut left = self.small_table.len();
        while bytes.len() < length && number < SPECIAL && left > 0 {
            left -= 1;
            let start = number as usize * SMALL_SECTOR;
            let Some(sector) = self.small.get(start..(start + SMALL_SECTOR).min(self.small.len())) else { break };
            bytes.extend_from_slice(sector);
            number = self.small_table.get(number as usize).copied().unwrap_or(u32::MAX);
        }
        bytes
    }

    /// Notes the streams by their names. Of one name in several folders the first counts: the document's own come before what it embeds.
    fn read_directory(&mut self, directory: &[u8]) {
        for entry in directory.chunks_exact(128).take(ENTRIES) {
            let (Some(length), Some(first), Some(size)) =
                (u16_at(entry, 0x40), u32_at(entry, 0x74), place_at(entry, 0x78))
            else {
                continue;
            };
            let name = utf16(&entry[..usize::from(length).saturating_sub(2).min(64)]);
            match entry[0x42] {
                // The root holds the small sectors.
                5 => self.small = self.chain(first, size.min(STREAM_BYTES)),
                2 => {
                    self.streams.entry(name).or_insert((first, size));
                }
                _ => {}
            }
        }
    }
}

/// The office document that a container holds in one piece, as it was put on a slide; none where it holds something else.
pub(crate) fn packed(file: &[u8]) -> Option<Vec<u8>> {
    Container::open(file).ok()?.stream("Package").ok()?
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + use<'_> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
