//! Files that go to translation offices, and what comes back from them.

mod common;
mod encodings;
mod hostile;
mod offices;
mod refusals;
mod round_trip;
