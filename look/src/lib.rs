//! The design language: style sheet, script, icons and maps, carried in the program.

mod cover;
mod icons;
pub mod map;

pub use cover::cover;
pub use icons::{brand, icon};

/// The style sheets in the order in which they must load. See `look/README.md`.
pub const STYLES: [&str; 4] = [
    include_str!("../css/tokens.css"),
    include_str!("../css/base.css"),
    include_str!("../css/components.css"),
    include_str!("../css/hub.css"),
];

/// The one script: it only improves what works without it.
pub const SCRIPT: &str = include_str!("../js/hub.js");
