//! The design language: style sheet, script, icons and maps, carried in the program.

mod cover;
mod icons;
pub mod map;

pub use cover::cover;
pub use icons::{brand, icon, icon_names};

/// A file that browsers get: its path in the repository, and its text.
pub type Carried = (&'static str, &'static str);

/// The style sheets in the order in which they must load. See `look/README.md`.
pub const STYLES: [Carried; 4] = [
    ("look/css/tokens.css", include_str!("../css/tokens.css")),
    ("look/css/base.css", include_str!("../css/base.css")),
    ("look/css/components.css", include_str!("../css/components.css")),
    ("look/css/hub.css", include_str!("../css/hub.css")),
];

/// The style sheet for paper: behind all others, a network's colours too.
pub const PRINT: Carried = ("look/css/print.css", include_str!("../css/print.css"));

/// The one script: it only improves what works without it.
pub const SCRIPT: Carried = ("look/js/hub.js", include_str!("../js/hub.js"));

#[cfg(test)]
mod tests {
    /// Old phones skip rules that they cannot read (nesting: Chrome 112, Safari 16.5; layers: Chrome 99), or all of them.
    #[test]
    fn style_sheets_are_written_flat() {
        for (path, text) in super::STYLES.into_iter().chain([super::PRINT]) {
            let depth = |line: &str| line.matches('{').count() as i64 - line.matches('}').count() as i64;
            assert_eq!(depth(text), 0, "{path}: braces");
            let mut open = Vec::new();
            for line in text.lines() {
                assert!(!line.contains('&') && !line.contains("@layer"), "{path}: {line}");
                for (at, brace) in line.match_indices(['{', '}']) {
                    if brace == "}" {
                        open.pop();
                        continue;
                    }
                    let from = line[..at].rfind(['{', '}', ';']).map_or(0, |place| place + 1);
                    let inside_of_rule = open.last().is_some_and(|within: &String| !within.starts_with('@'));
                    assert!(!inside_of_rule, "{path}: a rule within a rule: {line}");
                    open.push(line[from..at].trim().to_owned());
                }
            }
        }
    }
}
