//! Limits that hold everywhere. A feature's own limits stand in its `rules.rs`.

/// Bytes of a form without a file.
pub const FORM_BYTES: usize = 256 * 1024;
/// Characters of a name, a title's short line, an e-mail address.
pub const LINE_CHARS: usize = 200;
/// Characters of an e-mail address (RFC 5321, 4.5.3.1.3).
pub const EMAIL_CHARS: usize = 254;
/// Characters of a longer text in a form.
pub const TEXT_CHARS: usize = 5_000;
/// SQL statements that one page may run itself, finding out who asks included.
pub const PAGE_STATEMENTS: usize = 10;
/// SQL statements that one part of a page may run which another feature offers.
pub const PART_STATEMENTS: usize = 3;
/// Rows on one page of a list.
pub const PAGE_ROWS: usize = 50;
/// The highest page number that is looked up; beyond it a list is empty.
pub const LAST_PAGE: usize = 10_000;
/// Rows of one JSON list.
pub const API_ROWS: usize = 100;
/// Bytes of the query of an address, and of its path. What people type and tick fits; each link of a page carries it.
pub const ADDRESS_BYTES: usize = 2_048;
/// Values of one filter in an address. More are refused: a part of them would look as if it were all.
pub const FILTER_VALUES: usize = 40;
