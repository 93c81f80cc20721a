//! Compressing pages. A compressor takes 300 KB to set up: each thread keeps its own.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Bits of zlib's window: the largest.
const WINDOW: u8 = 15;

/// How hard to try.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For what is sent once.
    Little,
    /// For what is kept.
    Much,
}

thread_local! {
    static LITTLE: RefCell<Compress> = RefCell::new(Compress::new_gzip(Compression::fast(), WINDOW));
    static MUCH: RefCell<Compress> = RefCell::new(Compress::new_gzip(Compression::new(6), WINDOW));
}

/// These bytes as gzip; `None` if the compressor fails, which it has no reason to.
pub(crate) fn gzip(bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let compressor = if effort == Effort::Little { &LITTLE } else { &MUCH };
    compressor.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut zipped = Vec::with_capacity(bytes.len() / 3 + 64);
        loop {
            let taken = usize::try_from(compressor.total_in()).ok()?;
            match compressor.compress_vec(bytes.get(taken..)?, &mut zipped, FlushCompress::Finish).ok()? {
                Status::StreamEnd => break,
                _ => zipped.reserve(bytes.len() / 3 + 64),
            }
        }
        zipped.shrink_to_fit();
        Some(zipped)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back() {
        let mut noise = 7_u64;
        let mut wild = || {
            noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (noise >> 33) as u8
        };
        for size in [0, 1, 100, 70_000, 300_000] {
            let bytes: Vec<u8> = (0..size).map(|place| if place % 3 == 0 { wild() } else { b'x' }).collect();
            for effort in [Effort::Little, Effort::Much, Effort::Much] {
                let zipped = gzip(&bytes, effort).unwrap();
                let mut back = Vec::new();
                flate2::read::GzDecoder::new(zipped.as_slice()).read_to_end(&mut back).unwrap();
                assert!(back == bytes, "{size}");
            }
        }
    }
}
