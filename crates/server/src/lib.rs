//! Serving a hub made of features: settings, start-up, and what runs beside the requests. Which features there are
//! says whoever calls: the program has all of them, a test of one feature those it needs.

mod chores;
pub mod connections;
mod features;
mod folder;
mod follow;
mod gauges;
mod hub;
mod master_key;
mod sealing;
mod serve;
pub mod settings;
mod stream;
mod supervise;

pub use chores::tidy_up;
pub use features::{migrations, routes, words};
pub use folder::make_folder;
pub use follow::{Follower, REINDEX, rebuild};
pub use hub::{Opened, READER, glossary, index_folder, open, open_blobs, open_existing, store_fails};
pub use master_key::{MASTER_KEY, change_master_key};
pub use serve::{serve, told_to_stop};
pub use settings::Settings;
