//! The way of a request: language, who asks, the page, the answer. No SQL.
//!
//! A feature gives its [`Routes`]; `app` puts all together with [`serve::router`].

mod again;
mod answer;
pub mod api;
pub mod cache;
pub mod client;
pub mod dev;
mod errors;
mod failure;
mod feature;
pub mod files;
pub mod form;
pub mod format;
mod frame;
mod gzip;
pub mod headers;
mod held;
mod hub;
pub mod json;
pub mod links;
pub mod list;
pub mod markdown;
pub mod notices;
mod number;
pub mod pace;
mod paging;
pub mod parts;
pub mod post;
mod reads;
mod routes;
pub mod serve;
pub mod sheet;
pub mod upload;
mod visit;
mod whose;
pub mod words;
pub mod work;

pub use answer::KEPT_BYTES;
pub use api::Operation;
pub use cache::Topics;
pub use failure::{Answer, Failure, Problem};
pub use feature::Feature;
pub use form::{Filled, Form};
pub use frame::{Framed, page};
pub use held::holding;
pub use hub::{Assets, Hub, HubBuilder, Settings};
pub use input::Fields;
pub use list::List;
pub use number::Number;
pub use paging::{Page, Pager};
pub use parts::{Offered, Parts};
pub use routes::{Listed, Routes};
pub use upload::{Part, Upload};
pub use visit::{Meta, TOLD, Told, Visit, redirect};
pub use words::{Arg, Words};
