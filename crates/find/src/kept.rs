//! The text of a document as it is kept to be shown: in packed blocks, each with the place of its first word and its page,
//! so that any place of a long text costs no more than its beginning.

use crate::analyse::{Words, is_kept};

/// Bytes of text in a block at most.
const BLOCK_BYTES: usize = 8 * 1024;

/// How hard blocks are packed: more takes much longer and gains little.
const LEVEL: i32 = 3;

/// Bytes of a block's entry in the table: where it ends, the place of its first word, its page.
const ENTRY_BYTES: usize = 12;

/// What separates the pages of a text.
pub(crate) const PAGE_BREAK: char = '\u{C}';

/// Bytes before the table: how many blocks, words and pages there are.
const HEAD_BYTES: usize = 12;

/// Packs a text: how many blocks, words and pages it has, the table of its blocks, the blocks. What stands before the first
/// page break has page 0. `None` when the packer fails, which only lack of memory
/// makes it.
pub(crate) fn pack(text: &str) -> Option<Vec<u8>> {
    let mut packer = zstd::bulk::Compressor::new(LEVEL).ok()?;
    let (mut table, mut packed) = (Vec::new(), Vec::new());
    let (mut word, mut page, mut blocks) = (0_u32, 0_u32, 0_u32);
    let mut rest = text;
    while !rest.is_empty() {
        let (block, after) = rest.split_at(block_end(rest));
        rest = after;
        packed.extend(packer.compress(block.as_bytes()).ok()?);
        table.extend((packed.len() as u32).to_le_bytes());
        table.extend(word.to_le_bytes());
        table.extend(page.to_le_bytes());
        blocks += 1;
        word += Words::after(block, 0).filter(is_kept).count() as u32;
        page += pages(block);
    }
    let mut kept: Vec<u8> = [blocks, word, page].into_iter().flat_map(u32::to_le_bytes).collect();
    kept.append(&mut table);
    kept.append(&mut packed);
    Some(kept)
}

/// Page breaks in a text.
pub(crate) fn pages(text: &str) -> u32 {
    text.matches(PAGE_BREAK).count() as u32
}

/// Where the first block of a text ends: between words, where there is such a place.
fn block_end(text: &str) -> usize {
    if text.len() <= BLOCK_BYTES {
        return text.len();
    }
    let most = (0..=BLOCK_BYTES).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text[..most].rfind([' ', PAGE_BREAK]).map(|at| at + 1).filter(|&at| at > BLOCK_BYTES / 2).unwrap_or(most)
}

/// A kept text.
pub(crate) struct Kept<'a> {
    /// How many words it has; those of other texts come after them.
    pub words: u32,
    /// How many pages.
    pub pages: u32,
    table: &'a [u8],
    packed: &'a [u8],
}

/// A piece of a text: some neighbouring blocks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: String,
    /// The place of its first word in the whole text.
    pub word: u32,
    /// Its page, counted from 1; 0 is before the first.
    pub page: u32,
    /// Whether it begins the text, and whether it ends it.
    pub first: bool,
    pub last: bool,
}

impl<'a> Kept<'a> {
    /// Reads what [`pack`] wrote. `None` for anything else.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Kept<'a>> {
        let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
        let number = |at: usize| head[at..at + 4].try_into().map_or(0, u32::from_le_bytes);
        let table = (number(0) as usize).checked_mul(ENTRY_BYTES)?;
        let (table, packed) = rest.split_at_checked(table)?;
        Some(Kept { words: number(4), pages: number(8), table, packed })
    }

    /// How many blocks there are.
    fn len(&self) -> usize {
        self.table.len() / ENTRY_BYTES
    }

    fn number(&self, block: usize, place: usize) -> u32 {
        let at = block * ENTRY_BYTES + 4 * place;
        self.table.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
    }

    /// The block with this word and its neighbours. `None` for an empty text, or one that cannot be unpacked.
    pub(crate) fn around(&self, word: u32) -> Option<Piece> {
        let blocks: Vec<u32> = (0..self.len()).map(|block| self.number(block, 1)).collect();
        let own = blocks.partition_point(|&first| first <= word).checked_sub(1)?;
        // A word near an edge is shown with what stands beyond it.
        let near = |edge: u32| edge.abs_diff(word) < MARGIN_WORDS;
        let first = if own > 0 && near(blocks[own]) { own - 1 } else { own };
        let next = blocks.get(own + 1);
        let last = if next.is_some_and(|&next| near(next)) { own + 1 } else { own };
        let mut text = String::new();
        for block in first..=last {
            text.push_str(&self.unpack(block)?);
        }
        let (word, page) = (blocks[first], self.number(first, 2));
        Some(Piece { text, word, page, first: first == 0, last: last + 1 == self.len() })
    }

    fn unpack(&self, block: usize) -> Option<String> {
        let start = block.checked_sub(1).map_or(0, |before| self.number(before, 0)) as usize;
        let packed = self.packed.get(start..self.number(block, 0) as usize)?;
        String::from_utf8(zstd::bulk::decompress(packed, BLOCK_BYTES).ok()?).ok()
    }
}

/// Words on both sides of one that may be shown with it.
const MARGIN_WORDS: u32 = 100;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analyse::words;

    fn place_of(text: &str, wanted: &str) -> u32 {
        words(text).filter(is_kept).position(|word| word.text == wanted).unwrap() as u32
    }

    #[test]
    fn any_place_of_a_text_is_found_with_its_page() {
        let pages: Vec<String> = (1..=300).map(|page| format!("page{page} {}", "words of it ".repeat(200))).collect();
        let text = format!("said\u{C}{}", pages.join("\u{C}"));
        let packed = pack(&text).unwrap();
        assert!(packed.len() < text.len() / 2);
        let kept = Kept::read(&packed).unwrap();
        assert_eq!((kept.pages, kept.words), (300, 1 + 300 * 601));
        for page in [1, 77, 150, 300] {
            let wanted = format!("page{page}");
            let place = place_of(&text, &wanted);
            let piece = kept.around(place).unwrap();
            let at = piece.text.find(&format!("{wanted} ")).unwrap();
            assert_eq!(piece.page + super::pages(&piece.text[..at]), page);
            assert_eq!(piece.word + words(&piece.text[..at]).filter(is_kept).count() as u32, place);
            assert_eq!((piece.first, piece.last), (page == 1, false), "{page}");
        }
        assert_eq!(kept.around(u32::MAX).map(|piece| piece.last), Some(true));
    }

    #[test]
    fn nothing_and_rubbish_are_no_text() {
        assert_eq!(Kept::read(&pack("").unwrap()).unwrap().around(0), None);
        assert!(Kept::read(&[9, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]).is_none());
        assert!(Kept::read(&[1, 2]).is_none());
    }

    proptest! {
        #[test]
        fn a_packed_text_is_the_same_text(text in "([\\PC]{0,20}|city |東京|[a-z]{200,300}|\u{C} ){0,300}") {
            let packed = pack(&text).unwrap();
            let kept = Kept::read(&packed).unwrap();
            let whole: String = (0..kept.len()).map(|block| kept.unpack(block).unwrap()).collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn rubbish_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), word in any::<u32>()) {
            if let Some(kept) = Kept::read(&bytes) {
                let _ = kept.around(word);
            }
        }
    }
}
