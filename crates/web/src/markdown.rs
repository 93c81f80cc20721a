//! Markdown of the site's own pages, made safe.

use comrak::{Options, markdown_to_html};

/// Markdown as clean HTML. Headings keep their levels; raw HTML is dropped.
pub fn html(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    ammonia::Builder::default().link_rel(None).clean(&markdown_to_html(markdown, &options)).to_string()
}

/// A section of a text: the name of its place, and its heading as clean HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// For a link within the page.
    pub id: String,
    /// What it is called.
    pub heading: String,
}

/// Names the places of a text's second headings, so that its beginning can lead to each.
pub fn sections(html: &str) -> (String, Vec<Section>) {
    let mut sections = Vec::new();
    let mut parts = html.split("<h2>");
    let mut named = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = format!("part-{}", sections.len() + 1);
        let heading = part.split_once("</h2>").map_or("", |(heading, _)| heading).to_owned();
        named.push_str(&format!("<h2 id=\"{id}\">{part}"));
        sections.push(Section { id, heading });
    }
    (named, sections)
}

/// The first heading (`# …`) and the rest.
pub fn title_and_rest(markdown: &str) -> (String, String) {
    let text = markdown.trim_start_matches('\u{feff}').trim_start();
    match text.strip_prefix("# ") {
        Some(rest) => {
            let (title, rest) = rest.split_once('\n').unwrap_or((rest, ""));
            (title.trim().to_owned(), rest.to_owned())
        }
        None => (String::new(), text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn scripts_do_not_survive() {
        let html = super::html("Hi <script>alert(1)</script> [x](javascript:alert(1)) **b**");
        assert!(!html.contains("script"), "{html}");
        assert!(html.contains("<strong>b</strong>"));
    }

    #[test]
    fn the_sections_of_a_text_can_be_led_to() {
        let (named, sections) = super::sections(&super::html("Before\n\n## One\n\ntext\n\n## Two & *more*\n"));
        assert_eq!(sections.len(), 2);
        assert_eq!(sections[1], super::Section { id: "part-2".into(), heading: "Two &amp; <em>more</em>".into() });
        assert!(named.contains("<h2 id=\"part-1\">One</h2>") && named.contains("<p>Before</p>"), "{named}");
        assert_eq!(super::sections("<p>None</p>"), ("<p>None</p>".into(), vec![]));
    }
}
