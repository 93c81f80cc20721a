//! The hub put together: settings, features, start-up, and what runs beside the requests.

mod chores;
pub mod cli;
pub mod connections;
pub mod demo;
mod features;
mod follow;
mod gauges;
mod hub;
pub mod memory;
mod serve;
pub mod settings;
mod stream;
mod supervise;

pub use chores::tidy_up;
pub use features::{features, routes};
pub use follow::{Follower, rebuild};
pub use hub::{Opened, open};
pub use serve::serve;
pub use settings::Settings;
