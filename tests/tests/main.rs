//! Tests across features. Each begins with a hub of its own, so that their order does not matter.

mod access_matrix;
mod accounts;
mod bad_input;
mod cities;
mod command_line;
mod first_data;
mod hidden;
mod kept;
mod killed;
mod letters;
mod library;
mod pages;
mod people;
mod post_office;
mod scene;
mod second_network;
mod servers;
mod store;
mod words;
