//! The way of a request: language, who asks, the page, the answer. No SQL.
//!
//! A feature gives its [`Routes`]; `app` puts all together with [`serve::router`].

mod answer;
pub mod api;
pub mod cache;
pub mod client;
mod failure;
pub mod files;
pub mod form;
pub mod format;
mod gzip;
pub mod headers;
mod hub;
pub mod markdown;
mod number;
pub mod pace;
mod paging;
pub mod parts;
pub mod post;
mod reads;
mod routes;
pub mod serve;
pub mod upload;
mod visit;
pub mod words;
pub mod work;

pub use api::Operation;
pub use cache::Topics;
pub use failure::{Answer, Failure, Problem};
pub use form::{Fields, Form};
pub use hub::{Assets, Hub, HubBuilder, Settings};
pub use number::Number;
pub use paging::{Page, Pager};
pub use parts::{Feature, Parts};
pub use routes::{Listed, Routes};
pub use upload::{Part, Upload};
pub use visit::{Meta, Visit, page, redirect};
pub use words::{Arg, Words};
