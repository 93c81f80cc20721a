//! Pictures of every kind, made in code, and what becomes of them.

mod colours;
mod hostile;
mod make;
mod metadata;
mod sizes;
mod told;
