//! What a reader sees of a list: on its pages, and in its files.

use std::io::Read;

use regex::Regex;
use testkit::{Client, Reply};

/// The organisations of a city.
const ORGANISATIONS: &str = "/cities/diffa/organisations";

/// What names a row on a page of this list.
fn name_of(list: &str) -> &'static str {
    match list {
        "/cities" => r#"<li class="city-card"><h3><a [^>]*>(.*?)</a>"#,
        "/library" => r#"(?s)<article class="result">.*?<h3[^>]*><a [^>]*>(.*?)</a></h3>"#,
        "/news" | "/questions" | "/myths" | "/initiatives" | "/press" => r#"(?s)<div><a href="[^"]*"><b>(.*?)</b></a>"#,
        "/voices" => r#"(?s)<figcaption[^>]*><a href="[^"]*"><b>(.*?)</b></a>"#,
        "/office/pictures" => r#"<span><bdi>(.*?)</bdi></span></a>"#,
        "/office/enquiries"
        | "/office/applications"
        | "/office/prospects"
        | "/office/organisations"
        | ORGANISATIONS => r#"(?s)<th role="rowheader" scope="row"><a [^>]*>(.*?)</a>"#,
        // Dead letters in a table, those that wait below it.
        "/office/jobs" => r#"(?:<th role="rowheader" scope="row">|<li>)<bdi>(.*?)</bdi>"#,
        _ => r#"(?s)<th role="rowheader" scope="row">(.*?)</th>"#,
    }
}

/// The names of all rows on all pages, in their order.
pub async fn on_pages(client: &Client, list: &str, query: &str) -> Vec<String> {
    let (name, tag) = (Regex::new(name_of(list)).expect("a pattern"), Regex::new("<[^>]*>").expect("a pattern"));
    let next =
        Regex::new(r#"<a class="more" rel="next" href="([^"]*)"|<a class="btn btn--line" href="([^"]*before=[^"]*)""#)
            .expect("a pattern");
    let (mut names, mut path) = (Vec::new(), format!("/en{list}{query}"));
    loop {
        let text = client.get(&path).await.is(200).text();
        each_cell_has_its_head(&text, &path);
        names.extend(name.captures_iter(&text).map(|found| written(&tag.replace_all(&found[1], ""))));
        match next.captures(&text) {
            Some(found) => path = written(found.get(1).or_else(|| found.get(2)).map_or("", |one| one.as_str())),
            None => return names,
        }
    }
}

/// Each row of each table has as many cells as there are heads: else they stand below heads of others.
fn each_cell_has_its_head(page: &str, path: &str) {
    let of_head = |rest: &str| rest.matches("role=\"columnheader\"").count();
    for table in page.split("<table class=\"data\"").skip(1).filter_map(|rest| rest.split("</table>").next()) {
        let (head, body) = table.split_once("</thead>").expect("heads");
        for row in body.split("<tr").skip(1) {
            let cells = row.matches("role=\"cell\"").count() + row.matches("role=\"rowheader\"").count();
            assert_eq!(cells, of_head(head), "{path}: {row}");
        }
    }
}

/// HTML as text.
fn written(text: &str) -> String {
    [("&#38;", "&"), ("&#39;", "'"), ("&#34;", "\""), ("&#60;", "<"), ("&#62;", ">"), ("&amp;", "&"), ("&quot;", "\"")]
        .iter()
        .fold(text.to_owned(), |text, (mark, letter)| text.replace(mark, letter))
}

/// The rows of a CSV file, its heads first.
pub fn in_csv(reply: &Reply) -> Vec<Vec<String>> {
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let text = reply.text();
    let text = text.strip_prefix('\u{feff}').expect("a mark by which spreadsheets know it").to_owned();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// The rows of a workbook, its heads first; cells in which nothing stands are empty.
pub fn in_xlsx(reply: &Reply) -> Vec<Vec<String>> {
    assert!(reply.header("content-type").ends_with("spreadsheetml.sheet"), "{}", reply.header("content-type"));
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(reply.body.clone())).expect("a workbook");
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
        text
    };
    let (texts, sheet) = (part("xl/sharedStrings.xml"), part("xl/worksheets/sheet1.xml"));
    let pattern = |text: &str| Regex::new(text).expect("a pattern");
    let (item, mark) = (pattern(r"(?s)<si><t[^>]*>(.*?)</t></si>"), [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]);
    let read = |text: &str| mark.iter().fold(text.to_owned(), |text, (mark, letter)| text.replace(mark, letter));
    let texts: Vec<String> = item.captures_iter(&texts).map(|found| read(&found[1])).collect();
    let (row, cell) = (pattern(r"(?s)<row [^>]*>(.*?)</row>"), pattern(r#"<c r="([A-Z])\d+"([^>]*)><v>(.*?)</v>"#));
    let rows = row.captures_iter(&sheet).map(|row| {
        let mut cells = Vec::new();
        for found in cell.captures_iter(&row[1]) {
            let column = usize::from(found[1].as_bytes()[0] - b'A');
            cells.resize(column, String::new());
            let shared = found[2].contains("t=\"s\"");
            cells.push(if shared {
                texts[found[3].parse::<usize>().expect("a number")].clone()
            } else {
                found[3].to_owned()
            });
        }
        cells
    });
    rows.collect()
}
