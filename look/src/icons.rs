//! Icons: 24 grid, drawn by lines, from `icons.svg`.

use std::collections::HashMap;
use std::sync::LazyLock;

static ICONS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../icons.svg")
        .lines()
        .filter_map(|line| {
            let rest = line.strip_prefix("<symbol id=\"")?;
            let (name, rest) = rest.split_once('"')?;
            let (_, drawing) = rest.split_once('>')?;
            Some((name, drawing.strip_suffix("</symbol>")?))
        })
        .collect()
});

/// Icons that show a direction turn round in a right-to-left page.
const DIRECTED: [&str; 4] = ["arrow", "out", "menu", "route"];

/// An icon as inline SVG, silent for readers, with its own size and colours: it is an icon without a style sheet too. An unknown name draws nothing.
pub fn icon(name: &str) -> String {
    let drawing = ICONS.get(name).copied().unwrap_or_default();
    let class = if DIRECTED.contains(&name) { "i i--dir" } else { "i" };
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 24 24\" width=\"20\" height=\"20\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\" aria-hidden=\"true\">{drawing}</svg>"
    )
}

/// The names of all icons, in the order of the alphabet.
pub fn icon_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = ICONS.keys().copied().collect();
    names.sort_unstable();
    names
}

/// The hub's mark: a small map in its frame, with a pin.
pub fn brand() -> &'static str {
    include_str!("../brand.svg")
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_icons_are_there() {
        assert_eq!(super::ICONS.len(), include_str!("../icons.svg").matches("<symbol").count());
        assert!(super::icon("arrow").contains("i--dir"));
        assert!(super::icon("search").contains("circle"));
    }
}
