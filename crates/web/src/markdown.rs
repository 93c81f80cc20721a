//! Markdown of the site's own pages, made safe.

use std::sync::Arc;

use base::Lang;
use comrak::{Options, markdown_to_html};

/// Markdown as clean HTML. Headings keep their levels; raw HTML is dropped.
pub fn html(markdown: &str) -> String {
    clean(markdown, &options())
}

/// The same on a page of this language: links within the hub may be written from its root, as `/funders` or `funders`, and lead
/// to that page in the reader's language.
pub fn html_in(markdown: &str, lang: &Lang) -> String {
    let lang = *lang;
    let mut options = options();
    options.extension.link_url_rewriter = Some(Arc::new(move |url: &str| in_language(url, lang)));
    clean(markdown, &options)
}

fn options<'a>() -> Options<'a> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options
}

fn clean(markdown: &str, options: &Options<'_>) -> String {
    // Pictures come from a library of their own, never from an address that somebody else sees opened: what is said of one
    // stays, and of a link that leads nowhere its words.
    let html = without_links_to_nowhere(&pictures_as_words(&markdown_to_html(markdown, options)));
    ammonia::Builder::default().link_rel(None).rm_tags(["img"]).clean(&html).to_string()
}

/// The renderer's pictures as what is said of each.
fn pictures_as_words(html: &str) -> String {
    let mut parts = html.split("<img ");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // Within its attributes every `>` and `"` is written as an entity.
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let said = tag.split_once("alt=\"").and_then(|(_, rest)| rest.split('"').next());
        words.push_str(said.unwrap_or_default());
        words.push_str(rest);
    }
    words
}

/// Links whose address the renderer refused, as their words.
fn without_links_to_nowhere(html: &str) -> String {
    let mut parts = html.split("<a href=\"\"");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once('>').unwrap_or(("", part));
        text.push_str(&rest.replacen("</a>", "", 1));
    }
    text
}

/// First parts of paths that stand behind no language.
const WITHOUT_LANGUAGE: [&str; 4] = ["files", "api", "assets", "sitemap.xml"];

/// A link as it is written, or in a language where it is one of the hub's own pages. What has a scheme, a host or only a place
/// in the page is no page of the hub; files, addresses for machines and what has a language already stay.
pub fn in_language(url: &str, lang: Lang) -> String {
    if !is_own(url) {
        return url.to_owned();
    }
    let path = url.trim_start_matches('/');
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    if first.parse::<Lang>().is_ok() || WITHOUT_LANGUAGE.contains(&first) {
        return format!("/{path}");
    }
    format!("/{lang}/{path}")
}

/// Where the links of a text lead: to pages of the hub by their path behind the language, elsewhere as it is written; not to
/// places in the same page, nor to files and addresses for machines.
pub fn links(markdown: &str) -> Vec<String> {
    let found = Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = found.clone();
    let mut options = options();
    options.extension.link_url_rewriter = Some(Arc::new(move |url: &str| {
        let first = url.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
        let elsewhere = url.starts_with('#') || is_own(url) && WITHOUT_LANGUAGE.contains(&first);
        if !elsewhere && let Ok(mut seen) = seen.lock() {
            seen.push(if is_own(url) { own_path(url) } else { url.to_owned() });
        }
        url.to_owned()
    }));
    markdown_to_html(markdown, &options);
    drop(options);
    found.lock().map(|mut found| std::mem::take(&mut *found)).unwrap_or_default()
}

/// A link within the hub as a path behind the language.
pub fn own_path(url: &str) -> String {
    let path = url.trim_start_matches('/');
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    // Never `//`, which begins a host.
    if first.parse::<Lang>().is_ok() { format!("/{}", rest.trim_start_matches('/')) } else { format!("/{path}") }
}

/// A link to a page of the hub: without a scheme, a host or only a place in the page.
fn is_own(url: &str) -> bool {
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    !url.is_empty() && !has_scheme && !url.starts_with('#') && !url.starts_with("//")
}

/// The first words of clean HTML, without its tags: at most so many characters, cut at a blank and marked as cut.
pub fn words(html: &str, most: usize) -> String {
    let plain = ammonia::Builder::empty().clean(html).to_string();
    let plain = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " ")]
        .iter()
        .rev()
        .fold(plain, |text, (entity, letter)| text.replace(entity, letter));
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
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
    fn what_is_refused_leaves_its_words() {
        let html = super::html(
            "## ![A *map*](https://example.org/a.png \"t>\")\n\n[l](javascript:alert(1)) [m](data:text/html,x) [n](/n)",
        );
        assert_eq!(html.trim(), "<h2>A map</h2>\n<p>l m <a href=\"/n\">n</a></p>");
        assert!(!super::html("![\"><script>alert(1)</script>](x)").contains("<script"));
    }

    #[test]
    fn links_are_told_with_where_they_lead() {
        let text = "[a](/en/funders) [b](about#x) [c](https://example.org/) [d](#here) [e](/files/1) <https://example.com> \
                    [f](/fr) ![p](/x.png)";
        let there = ["/funders", "/about#x", "https://example.org/", "https://example.com", "/"];
        assert_eq!(super::links(text), there);
    }

    #[test]
    fn an_own_path_is_never_a_host() {
        for (url, own) in
            [("/fr//example.org", "/example.org"), ("//fr/x", "/x"), ("/fr/x", "/x"), ("x", "/x"), ("/fr", "/")]
        {
            assert_eq!(super::own_path(url), own, "{url}");
        }
    }

    #[test]
    fn scripts_do_not_survive() {
        let html = super::html("Hi <script>alert(1)</script> [x](javascript:alert(1)) **b**");
        assert!(!html.contains("script"), "{html}");
        assert!(html.contains("<strong>b</strong>"));
    }

    #[test]
    fn the_first_words_of_a_text_are_plain() {
        let html = super::html("# A & b\n\n*One* <two> `&amp;`\n\n- three four");
        assert_eq!(super::words(&html, 100), "A & b One &amp; three four");
        assert_eq!(super::words(&html, 12), "A & b One…");
    }

    #[test]
    fn own_links_lead_to_the_page_in_the_reader_s_language() {
        let link = |url: &str| {
            let html = super::html_in(&format!("[x]({url})"), &base::Lang::AR);
            html.split('"').nth(1).unwrap_or_default().to_owned()
        };
        for (written, leads) in [
            ("funders", "/ar/funders"),
            ("/questions/who-pays?a=1#b", "/ar/questions/who-pays?a=1#b"),
            ("/fr/funders", "/fr/funders"),
            ("#part-1", "#part-1"),
            ("https://example.org/a", "https://example.org/a"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("/files/0123456789abc", "/files/0123456789abc"),
        ] {
            assert_eq!(link(written), leads, "{written}");
        }
        for running in ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:alert(1)", "vbscript:x"] {
            let html = super::html_in(&format!("[x]({running}) <a href='{running}'>y</a>"), &base::Lang::EN);
            assert!(!html.contains("href=\"") || html.contains("href=\"\""), "{html}");
        }
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
