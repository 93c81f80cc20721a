//! What `docs/words.md` says is not written, in words, in the network's texts and in guides: marks, and terms that stand in its
//! last column. Only those are looked for that no other sentence can need.

use std::path::PathBuf;

use super::files::{folders, root};

/// A language: how its files end, what none of its texts says, and where it may after all.
struct Language {
    code: &'static str,
    refused: &'static [&'static str],
    meant: &'static [&'static str],
}

const LANGUAGES: [Language; 3] = [
    Language {
        code: "en",
        refused: &[
            "letter",
            "letters",
            "invalid",
            "log in",
            "login",
            "stakeholder",
            "stakeholders",
            "secretariat",
            "portal",
            "best practice",
            "best practices",
            "organization",
            "organizations",
            "tags",
            "revoke",
            "revoked",
            "vulnerable people",
            "deradicalisation",
            "donor",
            "donors",
            "please note",
        ],
        meant: &["capital letters", "typefaces of Latin letters"],
    },
    Language {
        code: "fr",
        refused: &[
            "courrier",
            "courriers",
            "lettre",
            "lettres",
            "référent",
            "référente",
            "bailleur",
            "bailleurs",
            "donateur",
            "donateurs",
            "téléverser",
            "portail",
            "praticien",
            "praticiens",
            "vivre-ensemble",
            "sondage",
            "révoquer",
            "s’identifier",
            "populations vulnérables",
            "signalement",
            "bonne pratique",
            "bonnes pratiques",
            "hub",
            "secrétariat",
            "comité de pilotage",
            "multi-agences",
            "gestion de cas",
            "discours haineux",
        ],
        meant: &["lettre d’information", "lettres latines"],
    },
    Language {
        code: "ar",
        refused: &[
            "لأجل",
            "من قِبل",
            "من قِبَل",
            "المواضيع",
            "المواطنون",
            "المواطنين",
            "محاربة",
            "كلمة السر",
            "البوابة",
            "الأمانة",
            "تنبيه",
            "ساكن",
            "مسؤول المدينة",
            "الفئات الهشة",
            "المراقبة",
            "مناقصة",
            "اللحمة",
            "المرونة",
            "سجل التدقيق",
        ],
        meant: &[],
    },
];

/// Never anywhere: quotes of typewriters, points between letters, three points, shouting.
const MARKS: [char; 4] = ['\'', '"', '·', '!'];

/// Words, the network's texts and the guides in this language; the tables of `data` have three languages in a line.
fn texts(code: &str) -> Vec<PathBuf> {
    let mut texts: Vec<PathBuf> = folders().iter().map(|folder| folder.join(format!("{code}.ftl"))).collect();
    let own = format!(".{code}.md");
    for folder in ["data/pages", "features/library/guides"] {
        let pages = std::fs::read_dir(root().join(folder)).expect("a folder of texts");
        texts.extend(pages.flatten().map(|page| page.path()).filter(|page| page.to_string_lossy().ends_with(&own)));
    }
    texts
}

/// What people read of a line: neither a comment, nor a key, nor code, nor what is put in.
fn said(line: &str, words: bool) -> String {
    let line = if words && line.starts_with('#') { "" } else { line };
    let line = if words { line.split_once(" =").map_or(line, |(_, said)| said) } else { line };
    let (mut said, mut depth, mut code) = (String::new(), 0_u32, false);
    for letter in line.chars() {
        match letter {
            '`' => code = !code,
            _ if code => {}
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => said.push(letter),
            _ => {}
        }
    }
    said
}

/// Does a text say this, as words of their own?
fn says(text: &str, refused: &str) -> bool {
    let (text, refused) = (text.to_lowercase(), refused.to_lowercase());
    text.match_indices(&refused).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

fn faults(line: &str, words: bool, language: &Language) -> Vec<String> {
    let mut text = said(line, words);
    for meant in language.meant {
        text = text.replace(meant, "");
    }
    let marks = MARKS.iter().filter(|mark| text.contains(**mark)).map(char::to_string);
    marks.chain(language.refused.iter().filter(|refused| says(&text, refused)).map(|term| (*term).to_owned())).collect()
}

#[test]
fn the_terms_of_the_field_are_kept_to() {
    let mut wrong = Vec::new();
    for language in &LANGUAGES {
        let texts = texts(language.code);
        assert!(texts.len() > 10, "{} texts in {}", texts.len(), language.code);
        for file in texts {
            let text = std::fs::read_to_string(&file).expect("a text");
            let words = file.extension().is_some_and(|end| end == "ftl");
            for (at, line) in text.lines().enumerate() {
                let found = faults(line, words, language);
                wrong.extend(found.iter().map(|term| format!("{}:{}: {term}", file.display(), at + 1)));
            }
        }
    }
    assert!(wrong.is_empty(), "docs/words.md says how it is called:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_refused_is_found() {
    let [english, french, arabic] = &LANGUAGES;
    assert_eq!(faults("key = It's a letter.", true, english), ["'", "letter"]);
    assert_eq!(faults("letter-glass = Capital { $letter } and newsletters", true, english), [""; 0]);
    assert_eq!(faults("un·e référente ; une lettre d’information", false, french), ["·", "référente"]);
    assert_eq!(faults("سُحبت لأجل المدينة", false, arabic), ["لأجل"]);
}
