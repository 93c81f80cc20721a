//! The way of a request: language, who asks, the page, the answer. No SQL.
//!
//! A feature gives its [`Routes`]; `app` puts all together with [`serve::router`].

pub mod cache;
mod failure;
pub mod files;
pub mod form;
pub mod format;
mod gzip;
mod hub;
pub mod markdown;
mod paging;
pub mod parts;
pub mod post;
mod routes;
pub mod serve;
mod visit;
pub mod words;

pub use cache::Topics;
pub use failure::{Answer, Failure, Problem};
pub use form::{Fields, Form};
pub use hub::{Assets, Hub, HubBuilder, Settings};
pub use paging::{Page, Pager};
pub use parts::{Feature, Parts};
pub use routes::{Listed, Routes};
pub use visit::{Meta, Visit, page, redirect};
pub use words::{Arg, Words};
