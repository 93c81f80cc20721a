//! A network that speaks other languages than the three that ship.

use std::path::Path;

/// Says in the network's folder that these are its languages, in this order; those that do not ship have no words of their own.
///
/// # Panics
/// When the folder cannot be written.
pub fn speak(data: &Path, languages: &[&str]) {
    let folder = data.join("network");
    if !folder.exists() {
        network::write_default(&folder).expect("the network");
    }
    let file = folder.join("network.toml");
    let text = std::fs::read_to_string(&file).expect("a text");
    let own = |line: &str| match line.starts_with("languages =") {
        true => format!("languages = {languages:?}"),
        false => line.to_owned(),
    };
    std::fs::write(&file, text.lines().map(own).collect::<Vec<_>>().join("\n")).expect("written");
    for lang in languages.iter().filter(|lang| !["en", "fr", "ar"].contains(lang)) {
        std::fs::create_dir_all(folder.join("words")).expect("a folder");
        std::fs::write(folder.join(format!("words/{lang}.ftl")), "").expect("words");
    }
}
