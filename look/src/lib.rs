//! The design language: style sheet, script, icons and maps, carried in the program.

mod cover;
mod icons;
pub mod map;

pub use cover::cover;
pub use icons::{brand, icon};

/// A file that browsers get: its path in the repository, and its text.
pub type Carried = (&'static str, &'static str);

/// The style sheets in the order in which they must load. See `look/README.md`.
pub const STYLES: [Carried; 4] = [
    ("look/css/tokens.css", include_str!("../css/tokens.css")),
    ("look/css/base.css", include_str!("../css/base.css")),
    ("look/css/components.css", include_str!("../css/components.css")),
    ("look/css/hub.css", include_str!("../css/hub.css")),
];

/// The one script: it only improves what works without it.
pub const SCRIPT: Carried = ("look/js/hub.js", include_str!("../js/hub.js"));
