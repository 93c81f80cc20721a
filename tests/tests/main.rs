//! Tests across features. Each begins with a hub of its own, so that their order does not matter.

use app::features;

mod access_matrix;
mod accounts;
mod bad_input;
mod circles;
mod command_line;
mod contact;
mod durable;
mod edge;
mod events;
mod first_data;
mod follower;
mod hidden;
mod kept;
mod killed;
mod kit;
mod letter_texts;
mod letters;
mod lists;
mod machines;
mod master_key;
mod notices;
mod outlines;
mod owned_files;
mod pages;
mod post_office;
mod rights;
mod robots;
mod second_network;
mod servers;
mod snapshot;
mod store;
mod whose;
mod words;
mod written;
