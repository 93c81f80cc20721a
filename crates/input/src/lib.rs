//! What people typed: the fields of a form or a query, and reading them by rules. Pure: a rule needs no server.

mod fields;
mod reader;
pub mod website;

pub use fields::Fields;
pub use reader::Reader;

/// Is this a token as forms carry them, so that one sent twice changes one thing?
pub fn is_token(text: &str) -> bool {
    text.len() == base::secret::SECRET_LETTERS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
