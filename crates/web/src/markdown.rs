//! Markdown of the site's own pages, made safe.

use comrak::{Options, markdown_to_html};

/// Markdown as clean HTML. Headings keep their levels; raw HTML is dropped.
pub fn html(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    ammonia::Builder::default().link_rel(None).clean(&markdown_to_html(markdown, &options)).to_string()
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
}
