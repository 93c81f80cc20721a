//! Tests across features. Each begins with a hub of its own, so that their order does not matter.

mod access_matrix;
mod accounts;
mod bad_input;
mod cities;
mod command_line;
mod durable;
mod edge;
mod first_data;
mod follower;
mod hidden;
mod kept;
mod killed;
mod letters;
mod library;
mod machines;
mod owned_files;
mod pages;
mod people;
mod post_office;
mod scene;
mod second_network;
mod servers;
mod snapshot;
mod store;
mod words;
