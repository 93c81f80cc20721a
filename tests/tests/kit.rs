//! The component kit shows all that the style sheets know, in every language.

use std::collections::BTreeSet;

use regex::Regex;
use testkit::scene::Scene;
use testkit::{Engine, Who, both_engines};

both_engines!(every_class_is_shown);

/// Classes that this page is not sent with: what the script puts there, and the line of a demonstration.
const ELSEWHERE: [&str; 2] = ["suggestions", "demo"];

/// The classes of rules that are not of maps, which have marks that only their own drawings need.
fn styled() -> BTreeSet<String> {
    let comment = Regex::new(r"(?s)/\*.*?\*/").expect("a pattern");
    let class = Regex::new(r"\.([a-z][a-z0-9-]*)").expect("a pattern");
    let of_maps = Regex::new(r"\.(map|hero|world|inset|locator|cityhead)\b").expect("a pattern");
    let mut classes = BTreeSet::new();
    for (_, sheet) in look::STYLES.into_iter().chain([look::PRINT]) {
        let sheet = comment.replace_all(sheet, "").into_owned();
        let heads = sheet.split('{').filter_map(|before| before.rsplit(['}', ';']).next());
        for selector in heads.flat_map(|head| head.split(',')).filter(|selector| !of_maps.is_match(selector)) {
            classes.extend(class.captures_iter(selector).map(|found| found[1].to_owned()));
        }
    }
    classes
}

/// The classes of a page.
fn shown(page: &str) -> BTreeSet<String> {
    let attribute = Regex::new(r#"class="([^"]*)""#).expect("a pattern");
    let words = |list: &str| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    attribute.captures_iter(page).flat_map(|found| words(&found[1])).collect()
}

async fn every_class_is_shown(engine: Engine) {
    let scene = Scene::set(engine).await;
    let styled = styled();
    assert!(styled.len() > 100, "only {} classes", styled.len());
    for lang in ["en", "fr", "ar"] {
        let page = scene.by(Who::CentralTeam).get(&format!("/{lang}/office/kit")).await.is(200).text();
        let shown = shown(&page);
        let missing: Vec<&String> =
            styled.iter().filter(|class| !shown.contains(*class) && !ELSEWHERE.contains(&class.as_str())).collect();
        assert!(missing.is_empty(), "{lang}: rules for what the kit does not show: {missing:?}");
    }
}
