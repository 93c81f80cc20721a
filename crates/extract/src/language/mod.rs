//! Which language a text is in.

mod known;
pub(crate) mod score;
pub(crate) mod script;
pub(crate) mod table;
mod telling;

pub use known::LANGUAGES;
pub(crate) use known::{LANGUAGE_COUNT, TABLED, are_twins};

use known::{RATHER, told};
use score::{Costs, Walk};
use script::Script;
use table::SCALE;

/// Letters under which nothing can be said.
const LETTERS: usize = 4;

/// Letters of a document under which nothing is said of it.
const DOCUMENT_LETTERS: usize = 32;

/// Chinese and Japanese titles may be of the same letters; longer texts are not.
const HAN_LETTERS: usize = 6;

/// Of a hundred letters, those that a text has of its main script.
const OF_ONE_SCRIPT: usize = 66;

/// Of a hundred Han letters and kana, the kana that Japanese has.
const KANA: usize = 5;

/// How many times more probable the best language must be than the next one that is no twin of it, as a natural logarithm.
const MARGIN: f64 = 4.0;

/// How much better than by no language in particular the best one must explain each letter, as a natural logarithm. What explains a text no
/// better than this is not its language: it is only the nearest that is known.
const FLOOR: f64 = 0.08;

/// Characters of a document that are looked at, in three pieces: covers and annexes are often in another language than the body.
const PIECE_CHARS: usize = 1_000;

/// Characters of a passage: texts quote, and have parts in other languages, so that long ones are told by what most of their passages are in.
const PASSAGE_CHARS: usize = 300;

/// Of a hundred letters of a long text, those in passages that are told to be in its language.
const SHARE: usize = 40;

/// The language of a text, as one of [`LANGUAGES`]; `None` when it is none of them or unsure. Looks at the first few thousand characters only,
/// at a few microseconds each.
#[must_use]
pub fn detect_language(text: &str) -> Option<&'static str> {
    detect_among(text, |_| true)
}

/// The same with some languages of the table only.
pub(crate) fn detect_among(text: &str, counts: impl Fn(&str) -> bool) -> Option<&'static str> {
    let passages = passages(text);
    let mut walk = Walk::new();
    let mut passage = |text: &str| passage(&mut walk, text, &counts);
    if let [only] = passages.as_slice() {
        return passage(only);
    }
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
    let all: usize = passages.iter().map(|passage| letters(passage)).sum();
    let mut votes: Vec<(&'static str, usize)> = Vec::new();
    for text in spread(&passages) {
        let Some(tag) = passage(text) else { continue };
        let letters = letters(text);
        let place = votes.iter().position(|(known, _)| *known == tag).unwrap_or(votes.len());
        if place == votes.len() {
            votes.push((tag, 0));
        }
        votes[place].1 += letters;
        // Passages from all over the text agree; or what more than half of it is in stays the answer, whatever is in the rest.
        let agreed = votes.len() == 1 && votes[0].1 * 100 >= all * SHARE;
        if agreed || votes[place].1 * 2 > all {
            return Some(tag);
        }
    }
    let told: usize = votes.iter().map(|(_, letters)| letters).sum();
    let (best, _) = *votes.iter().max_by_key(|(_, letters)| *letters)?;
    let together: usize =
        votes.iter().filter(|(tag, _)| *tag == best || are_twins(tag, best)).map(|(_, letters)| letters).sum();
    (together * 100 >= all * SHARE && together * 2 > told).then_some(best)
}

/// Passages from all over a text before those between them.
fn spread<'a>(passages: &[&'a str]) -> Vec<&'a str> {
    let count = passages.len();
    let first = [0, count / 2, count.saturating_sub(1), count / 4, count * 3 / 4];
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|number| first.iter().position(|own| own == number).unwrap_or(first.len()));
    order.into_iter().map(|number| passages[number]).collect()
}

/// The first characters of a text in passages that end between words.
fn passages(text: &str) -> Vec<&str> {
    let mut passages = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && passages.len() * PASSAGE_CHARS < 3 * PIECE_CHARS {
        let end = rest
            .char_indices()
            .enumerate()
            .find(|(number, (_, letter))| {
                *number >= 2 * PASSAGE_CHARS || (*number >= PASSAGE_CHARS && letter.is_whitespace())
            })
            .map_or(rest.len(), |(_, (at, _))| at);
        // What is left would say little by itself.
        let end = if rest[end..].chars().nth(PASSAGE_CHARS / 2).is_none() { rest.len() } else { end };
        passages.push(&rest[..end]);
        rest = &rest[end..];
    }
    passages
}

fn passage(walk: &mut Walk, text: &str, counts: impl Fn(&str) -> bool) -> Option<&'static str> {
    let (script, letters) = script::main(text, OF_ONE_SCRIPT)?;
    if letters < LETTERS {
        return None;
    }
    match script {
        Script::Of(tag) => (!script::is_strange(text)).then(|| told(tag)).flatten(),
        Script::Han if script::share_of_kana(text) >= KANA => told("ja"),
        Script::Han => (letters >= HAN_LETTERS).then(|| told("zh")).flatten(),
        Script::Latin | Script::Cyrillic | Script::Arabic => best(&walk.costs(text, script), counts),
        Script::Devanagari => {
            let mut costs = walk.costs(text, script);
            telling::tell(&mut costs, text);
            best(&costs, counts)
        }
        Script::Kana | Script::Other => None,
    }
}

/// The language that costs least, if it is surely that one.
fn best(costs: &Costs, counts: impl Fn(&str) -> bool) -> Option<&'static str> {
    let of = |number: usize| f64::from(costs.each[number]) / SCALE;
    let known = || (0..LANGUAGE_COUNT).filter(|number| counts(TABLED[*number]));
    let first = known().min_by_key(|number| costs.each[*number])?;
    let best = TABLED[first];
    let next =
        known().filter(|number| *number != first && !are_twins(best, TABLED[*number])).map(of).fold(f64::MAX, f64::min);
    let better = (costs.any / SCALE - of(first)) / f64::from(costs.letters.max(1));
    let sure = next - of(first) >= MARGIN && better >= FLOOR;
    let near = |tag: &str| {
        let number = TABLED.iter().position(|own| *own == tag);
        counts(tag) && number.is_some_and(|number| of(number) - of(first) < MARGIN)
    };
    let rather = RATHER.iter().find(|(less, rather)| *less == best && near(rather)).map(|(_, rather)| *rather);
    sure.then(|| told(rather.unwrap_or(best))).flatten()
}

/// The language of a whole document, told from what [`sample`] took of it; `None` when unsure. A few words that are all of a file say
/// too little: names of places are in no language.
pub(crate) fn of_document(sample: &str) -> Option<&'static str> {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).take(DOCUMENT_LETTERS).count();
    if letters < DOCUMENT_LETTERS { None } else { detect_language(sample) }
}

/// What tells the language of a whole document: three pieces of it, from the beginning, the middle and three quarters.
pub(crate) fn sample(text: &str) -> String {
    if text.len() <= 3 * PIECE_CHARS {
        return text.to_owned();
    }
    let mut sample = String::new();
    for start in [0, text.len() / 2, text.len() / 4 * 3] {
        let piece = &text[text.ceil_char_boundary(start)..];
        sample.extend(piece.chars().take(PIECE_CHARS));
        sample.push('\n');
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_can_be_told() {
        for tag in LANGUAGES {
            assert!(TABLED.contains(&tag) || script::has_own(tag), "{tag}");
        }
        let mut sorted = LANGUAGES;
        sorted.sort_unstable();
        assert_eq!(sorted, LANGUAGES);
    }

    #[test]
    fn titles() {
        for (title, wanted) in [
            ("Preventing violent extremism in schools", "en"),
            ("Prévenir la radicalisation dans les écoles", "fr"),
            ("منع التطرف العنيف في المدارس", "ar"),
            ("Prevención del extremismo violento en las escuelas", "es"),
            ("Vorbeugung von Extremismus an Schulen", "de"),
            ("Parandalimi i ekstremizmit të dhunshëm në shkolla", "sq"),
            ("Kuzuia itikadi kali katika shule zetu", "sw"),
            ("বিদ্যালয়ে সহিংস উগ্রবাদ প্রতিরোধ", "bn"),
            ("اسکولوں میں پرتشدد انتہا پسندی کی روک تھام", "ur"),
            ("Okullarda şiddet içeren aşırılığın önlenmesi", "tr"),
            ("Prevenção do extremismo violento nas escolas", "pt"),
            ("Voorkomen van gewelddadig extremisme op scholen", "nl"),
            ("Väkivaltaisen ekstremismin ehkäisy kouluissa", "fi"),
            ("Спречување на насилен екстремизам во училиштата", "mk"),
            ("Pencegahan ekstremisme kekerasan di sekolah", "id"),
            ("Предупреждение насильственного экстремизма в школах", "ru"),
            ("Förebyggande av våldsbejakande extremism i skolan", "sv"),
            ("Prevenzione dell’estremismo violento nelle scuole", "it"),
            ("Zapobieganie brutalnemu ekstremizmowi w szkołach", "pl"),
            ("پیشگیری از افراط‌گرایی خشونت‌آمیز در مدارس", "fa"),
            ("Запобігання насильницькому екстремізму в школах", "uk"),
            ("Az erőszakos szélsőségek megelőzése az iskolákban", "hu"),
            ("Prevenirea extremismului violent în școli", "ro"),
            ("Πρόληψη του βίαιου εξτρεμισμού στα σχολεία", "el"),
            ("Prevence násilného extremismu ve školách", "cs"),
            ("स्कूलों में हिंसक उग्रवाद की रोकथाम के लिए यह योजना है", "hi"),
            ("Phòng ngừa chủ nghĩa cực đoan bạo lực trong trường học", "vi"),
            ("Предотвратяване на насилствения екстремизъм в училищата", "bg"),
            ("Preprečevanje nasilnega ekstremizma v šolah", "sl"),
            ("Vardarbīga ekstrēmisma novēršana skolās", "lv"),
            ("学校における暴力的過激主義の防止", "ja"),
            ("预防学校中的暴力极端主义", "zh"),
            ("학교에서의 폭력적 극단주의 예방", "ko"),
            ("מניעת קיצוניות אלימה בבתי ספר", "he"),
        ] {
            assert_eq!(detect_language(title), Some(wanted), "{title}");
        }
        let ours = detect_language("Sprječavanje nasilnog ekstremizma u školama i lokalnoj zajednici");
        assert!(matches!(ours, Some("bs" | "hr" | "sr")), "{ours:?}");
        let northern = detect_language("Forebygging av voldelig ekstremisme i skolen");
        assert!(matches!(northern, Some("nb" | "nn" | "da")), "{northern:?}");
    }

    #[test]
    fn the_rarer_twin_is_told_where_it_is_sure() {
        for (text, wanted) in [
            ("Barn og unge i Oslo: plan for trygge oppvekstmiljøer", "nb"),
            ("Kommunen skal samarbeide med politiet og skulane om tidleg innsats for unge", "nn"),
            ("Eg veit ikkje kva dei vil gjere med dette, men me må snakke saman", "nn"),
        ] {
            assert_eq!(detect_language(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn unsure_is_none() {
        for text in ["", "…", "12 / 2024", "abc", "\u{0}\u{0}", "XLS 2019"] {
            assert_eq!(detect_language(text), None, "{text}");
        }
    }

    /// Greenlandic, Quechua, Samoan, no language at all, Yiddish, Bashkir.
    #[test]
    fn what_is_not_known_is_left_open() {
        for text in [
            "Inuit tamarmik inunngorput nammineersinnaassuseqarlutik assigiimmillu ataqqinassuseqarlutillu pisinnaatitaaffeqarlutik",
            "Tukuy runakunam paqarimunku libre kayninwan hinallataq dignidadninpi derechonkunapipas kaqlla",
            "O tagata soifua uma ua saoloto lo latou fananau mai, ma e tutusa o latou tulaga aloaia",
            "qwertz asdfgh yxcvbn poiuzt lkjhgf mnbvcx trewq",
            "אַלע מענטשן װערן געבױרן פֿרײַ און גלײַך אין כּבֿוד און רעכט",
            "Бөтә кешеләр ҙә азат һәм үҙ абруйы һәм хоҡуҡтары йәһәтенән тигеҙ булып донъяға киләләр",
        ] {
            assert_eq!(detect_language(text), None, "{text}");
        }
    }

    #[test]
    fn a_few_words_are_no_document() {
        for text in ["Oslo 2024", "President\nVP – HR\nManager 1\nVP - Marketing"] {
            assert_eq!(of_document(text), None, "{text}");
        }
        assert_eq!(of_document("The city speaks with families and schools."), Some("en"));
    }

    #[test]
    fn a_part_in_another_language_does_not_count() {
        let english = "The city speaks with families, schools and youth clubs, and helps where somebody is in danger. ";
        let french = "La ville parle avec les familles, les écoles et les clubs de jeunes, et aide quand quelqu’un est en danger. ";
        let text = [english.repeat(5), french.repeat(15)].concat();
        assert_eq!(detect_language(&text), Some("fr"));
        // Wherever it stands.
        let piece = |number: usize| if [0, 5, 9].contains(&number) { english } else { french };
        let text: String = (0..10).map(|number| piece(number).repeat(4)[..320].to_owned() + "\n").collect();
        assert_eq!(detect_language(&text), Some("fr"));
        let mixed = [english, french].concat();
        assert!(matches!(detect_language(&mixed), None | Some("en" | "fr")));
    }

    #[test]
    fn passages_are_the_whole_beginning_cut_between_words() {
        for text in ["", "a", &"é".repeat(5_000), &"word and 界 ".repeat(500)] {
            let passages = passages(text);
            let joined: String = passages.concat();
            assert!(
                text.starts_with(&joined) && joined.chars().count() >= text.chars().count().min(3 * PIECE_CHARS),
                "{text:.20}"
            );
        }
        assert_eq!(passages(&"word ".repeat(60)).len(), 1);
    }

    #[test]
    fn all_passages_are_looked_at_once() {
        for (passages, wanted) in [("a", "a"), ("ab", "ab"), ("abc", "abc"), ("abcdefghij", "afjchbdegi")] {
            let passages: Vec<&str> = passages.split("").filter(|one| !one.is_empty()).collect();
            assert_eq!(spread(&passages).concat(), wanted);
        }
    }

    #[test]
    fn a_sample_is_short_and_cut_between_characters() {
        let text = "أ€a".repeat(50_000);
        assert!(sample(&text).chars().count() <= 3 * PIECE_CHARS + 3);
        assert_eq!(sample("short"), "short");
    }
}
