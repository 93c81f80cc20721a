//! What tests stand on: a real hub on either engine, with a clock that stands still, a client that
//! keeps cookies, people of every role, and the letters that were sent.
//!
//! A test is written once and runs on both engines:
//!
//! ```text
//! both_engines!(a_visitor_sees_the_list);
//!
//! async fn a_visitor_sees_the_list(engine: Engine) {
//!     let hub = TestHub::start(engine).await;
//!     hub.visitor().get("/en/cities").await.is(200);
//! }
//! ```
//!
//! The crate of the tests says which features their hubs have, with a function `features` at its root.

#[cfg(feature = "hub")]
mod authenticator;
pub mod before;
#[cfg(feature = "hub")]
mod client;
#[cfg(feature = "hub")]
mod clock;
#[cfg(feature = "hub")]
mod database;
#[cfg(feature = "hub")]
mod described;
#[cfg(feature = "hub")]
pub mod facts_form;
#[cfg(feature = "hub")]
mod files;
#[cfg(feature = "hub")]
mod hub;
#[cfg(feature = "hub")]
mod languages;
#[cfg(feature = "hub")]
mod mailbox;
#[cfg(feature = "hub")]
mod many;
#[cfg(feature = "hub")]
mod passkey;
#[cfg(feature = "hub")]
mod people_of;
pub mod postgres;
#[cfg(feature = "hub")]
mod program;
#[cfg(feature = "hub")]
mod run;
#[cfg(feature = "hub")]
pub mod scene;
#[cfg(feature = "hub")]
mod statements;
#[cfg(feature = "hub")]
mod template;

#[cfg(feature = "hub")]
pub use authenticator::{Authenticator, recovery_codes};
#[cfg(feature = "hub")]
pub use client::{Client, Reply, http, raw};
#[cfg(feature = "hub")]
pub use clock::{START, TestClock};
#[cfg(feature = "hub")]
pub use database::fresh_database;
#[cfg(feature = "hub")]
pub use files::Upload;
#[cfg(feature = "hub")]
pub use hub::{Prepared, Setup, Stopped, TestHub};
#[cfg(feature = "hub")]
pub use languages::speak;
#[cfg(feature = "hub")]
pub use mailbox::{LetterRead, letters_in, read as read_letter};
#[cfg(feature = "hub")]
pub use many::{many_cities, name_cities};
#[cfg(feature = "hub")]
pub use passkey::Passkey;
#[cfg(feature = "hub")]
pub use people_of::{CITY, OTHER_CITY, PASSWORD, REGION, Who};
#[cfg(feature = "hub")]
pub use program::{Running, program};
#[cfg(feature = "hub")]
pub use run::{features, run};
#[cfg(feature = "hub")]
pub use store::Engine;

/// Makes of each named `async fn name(engine: Engine)` two tests: `name::sqlite` and
/// `name::postgres`. A test that is forgotten in the list is an unused function, which clippy
/// refuses.
// `crate` is the crate of the tests: its root says which features there are.
#[allow(clippy::crate_in_macro_def)]
#[macro_export]
macro_rules! both_engines {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[test]
            fn sqlite() {
                $crate::run(crate::features, super::$name($crate::Engine::Sqlite));
            }

            #[test]
            fn postgres() {
                $crate::run(crate::features, super::$name($crate::Engine::Postgres));
            }
        }
    )+};
}

/// Makes of each named `async fn name()` the test `name::postgres`: for what cannot happen on SQLite
/// at all. The reason stands beside it.
#[allow(clippy::crate_in_macro_def)]
#[macro_export]
macro_rules! postgres_only {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[test]
            fn postgres() {
                $crate::run(crate::features, super::$name());
            }
        }
    )+};
}
