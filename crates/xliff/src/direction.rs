//! Which way a language is written: the attributes `srcDir` and `trgDir`.

/// Languages that are written from the right where their tag names no script.
const FROM_THE_RIGHT: [&str; 12] = ["ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"];
/// Scripts that are (ISO 15924).
const SCRIPTS: [&str; 7] = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];
/// Letters of the name of a script.
const SCRIPT: usize = 4;

/// `rtl` or `ltr`, of a tag as in BCP 47.
pub fn direction(tag: &str) -> &'static str {
    let tag = tag.to_ascii_lowercase();
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| subtag.len() == SCRIPT && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let from_the_right = match script {
        Some(script) => SCRIPTS.contains(&script),
        None => FROM_THE_RIGHT.contains(&language),
    };
    if from_the_right { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_counts_more_than_its_language() {
        for tag in ["ar", "fa-AF", "ur", "HE", "ckb", "ps", "dv", "ku-Arab", "pa-Arab-PK"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["en", "fr-CA", "ku", "ckb-Latn", "ar-Latn", ""] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
