//! Known items are found however a reader writes them.

use super::*;

/// One document in each language, and enough others that a wrong word would find another one.
fn library() -> Index {
    let mut entries = vec![
        entry(
            1,
            "en",
            "Local action plan for safe cities",
            "Prevention of violence with young people and their families.",
        ),
        entry(2, "fr", "Prévention de la radicalisation", "Les communautés locales et l'électricité des villes."),
        entry(3, "ar", "خطة عمل المدينة الآمنة", "الوقاية من التطرف في أحياء إربد ومُؤسَّسَات المجتمع على مستوى البلدية"),
        entry(4, "sr", "Безбедност у граду Београду", "Превенција насиља међу младима у насељу Чукарица."),
        entry(5, "bn", "ঢাকা শহরের শান্তি পরিকল্পনা", "উন্নয়ন ও শক্তি নিয়ে ২০২৫ সালের প্রতিবেদন।"),
        entry(6, "tr", "İstanbul için yerel plan", "Diyarbakır'da gençlerle çalışma."),
        entry(7, "zh", "北京城市安全", "社区预防工作"),
        entry(8, "hi", "शहर की सुरक्षा योजना", "युवाओं के साथ हिंदी कार्यशाला"),
        entry(9, "sw", "Mpango wa jiji salama", "Vijana na amani mjini Mombasa"),
        entry(10, "", "Report without a language", "It tells of municipalities."),
    ];
    entries.extend((100..140).map(|id| entry(id, "en", &format!("Filler number {id}"), "nothing of interest here")));
    index(entries)
}

/// Every spelling finds its document, first.
fn all_find(cases: &[&str], id: i64) {
    let index = library();
    for text in cases {
        let found = index.search(&request(text)).unwrap();
        assert_eq!(ids(&found).first(), Some(&id), "{text}: {:?}", ids(&found));
    }
}

#[test]
fn english() {
    all_find(&["violence", "city", "FAMILY plan", "young people", "cities"], 1);
    all_find(&["municipality"], 10);
}

#[test]
fn french() {
    all_find(
        &[
            "prévention radicalisation",
            "prevention radicalisation",
            "ville electricite",
            "l’électricité",
            "communauté",
            "d'électricité",
        ],
        2,
    );
}

#[test]
fn arabic() {
    all_find(&["المدينة", "مدينة", "المدينه", "اربد", "إِرْبِد", "مؤسسات", "موسسات", "مستوي", "الامنة", "المـدينة"], 3);
}

#[test]
fn serbian_across_scripts() {
    all_find(&["Београду", "Beogradu", "beograd", "Чукарица", "čukarica", "cukarica"], 4);
}

#[test]
fn bangla_hindi_turkish_chinese_swahili() {
    all_find(&["শান্তি", "শক্তি", "উন্নয়ন", "2025", "২০২৫"], 5);
    all_find(&["istanbul", "ISTANBUL", "İSTANBUL", "diyarbakir"], 6);
    all_find(&["北京", "社区", "城市安全"], 7);
    all_find(&["हिंदी", "सुरक्षा"], 8);
    all_find(&["vijana mombasa"], 9);
    assert!(search(&library(), "京北").is_empty());
}

#[test]
fn one_wrong_letter() {
    let index = library();
    for (text, id) in [
        ("violnce", 1),
        ("violecne", 1),
        ("preventoon", 1),
        ("radiclaisatin", 2),
        ("familles", 1),
        ("radicalistion", 2),
        ("Beogrdau", 4),
        ("Mombassa", 9),
        ("উন্নয়নম", 5),
        ("المدنية", 3),
    ] {
        let found = index.search(&request(text)).unwrap();
        assert!(ids(&found).contains(&id), "{text}: {:?}", ids(&found));
        assert!(found.corrected, "{text}");
    }
    // Numbers and short words are meant as they stand.
    assert!(search(&index, "2026").is_empty());
    assert!(search(&index, "xor").is_empty());
}

#[test]
fn enough_hits_are_not_corrected() {
    let index = library();
    let found = index.search(&request("filler")).unwrap();
    assert_eq!((found.total, found.corrected), (40, false));
    // Filtering a good search down to little does not widen its words.
    let filtered = Request { filters: vec![(find::Facet::City, vec![9])], ..request("filler") };
    let found = index.search(&filtered).unwrap();
    assert_eq!((found.total, found.corrected), (0, false));
}

#[test]
fn exact_matches_come_before_similar_ones() {
    let index =
        index(vec![entry(1, "en", "Martin", ""), entry(2, "en", "Marten", ""), entry(3, "en", "Martin Marten", "")]);
    let found = index.search(&request("marten")).unwrap();
    assert_eq!(*ids(&found).last().unwrap(), 1);
    assert_eq!(found.total, 3);
}

#[test]
fn phrases_keep_their_order() {
    let index = index(vec![
        entry(1, "en", "One", "a local action plan"),
        entry(2, "en", "Two", "plan an action that is local"),
        entry(3, "en", "Local action", "something else"),
        entry(4, "fr", "Quatre", "l'action locale"),
    ]);
    assert_eq!(search(&index, "\"local action plan\""), [1]);
    assert_eq!(search(&index, "“local action”"), [3, 1]);
    assert_eq!(search(&index, "«l’action locale»"), [4]);
    let mut all = search(&index, "local action plan");
    all.sort_unstable();
    assert_eq!(all, [1, 2]);
}

#[test]
fn all_words_must_match_and_titles_weigh_more() {
    let index = index(vec![
        entry(1, "en", "Something", "youth work in the harbour"),
        entry(2, "en", "Youth work", "in the hills"),
        entry(3, "en", "Youth", "and nothing else"),
    ]);
    assert_eq!(search(&index, "youth work"), [2, 1]);
}

#[test]
fn snippets_show_and_mark() {
    let index = library();
    let found = index.search(&Request { snippets: true, ..request("city violence") }).unwrap();
    let hit = &found.hits[0];
    let title = hit.title.as_ref().unwrap();
    let snippet = hit.snippet.as_ref().unwrap();
    assert_eq!(title.text, "Local action plan for safe cities");
    assert_eq!(title.marks.iter().map(|mark| &title.text[mark.clone()]).collect::<Vec<_>>(), ["cities"]);
    assert_eq!(snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect::<Vec<_>>(), ["violence"]);
    let found = index.search(&request("violence")).unwrap();
    assert!(found.hits[0].title.is_none() && found.hits[0].snippet.is_none());
}

#[test]
fn text_beyond_the_kept_beginning_is_found_too() {
    let body = format!("{} needle", "hay ".repeat(20_000));
    let index = index(vec![entry(1, "en", "Stack", &body)]);
    let found = index.search(&Request { snippets: true, ..request("needle") }).unwrap();
    assert_eq!(found.total, 1);
    let snippet = found.hits[0].snippet.as_ref().unwrap();
    assert!(snippet.marks.is_empty() && snippet.text.starts_with("hay hay"));
}

#[test]
fn words_meet_by_the_rules_of_the_document_s_language() {
    let texts = [
        ("es", "Los municipios trabajan con escuelas", "municipio escuela"),
        ("de", "Gemeinden stärken Jugendliche", "Gemeinde jugendlicher"),
        ("pt", "As escolas e os professores", "escola professor"),
        ("tr", "Gençlerin okullarda çalışmaları", "okul çalışma"),
        ("sv", "Kommunerna arbetar med skolorna", "kommun skola"),
        ("ru", "Безопасность городов и школы", "город школа"),
        ("uk", "Громади та школи", "громада школа"),
        ("pl", "Współpraca miast i szkół", "współpraca"),
        ("it", "Le città e i giovani insegnanti", "giovane insegnante"),
    ];
    let entries = (1..).zip(texts).map(|(id, (lang, text, _))| entry(id, lang, text, ""));
    let index = index(entries.collect());
    for (id, (lang, _, typed)) in (1..).zip(texts) {
        let found = index.search(&Request { snippets: true, ..request(typed) }).unwrap();
        assert!(ids(&found).contains(&id), "{lang}: {typed}");
        let hit = found.hits.iter().find(|hit| hit.id == id).unwrap();
        assert!(!hit.title.as_ref().unwrap().marks.is_empty(), "{lang}: {typed} is marked");
    }
}

/// Turkish takes -lar for a plural: `dollar` and `doll` are two words in English.
#[test]
fn no_language_takes_a_word_for_one_of_its_own() {
    let index = index(vec![entry(1, "en", "dollar", ""), entry(2, "tr", "kitaplar", "")]);
    assert_eq!(search(&index, "dol"), Vec::<i64>::new());
    assert_eq!(search(&index, "kitap"), [2]);
}

#[test]
fn labels_are_found_as_names_and_in_each_language() {
    let label = |lang: &str, text: &str| (lang.to_owned(), text.to_owned());
    let labels = vec![
        label("", "København"),
        label("", "2024"),
        label("en", "Burkina Faso"),
        label("en", "Action plans"),
        label("fr", "Plans d’action"),
        label("ar", "خطط العمل"),
    ];
    let index = index(vec![
        Entry { labels, ..entry(1, "en", "A title", "A text") },
        entry(2, "en", "Of another place", "Faso and Burkina the other way round"),
    ]);
    for typed in ["Kobenhavn", "københavn 2024", "\"burkina faso\"", "action plan", "خطط", "title Burkina"] {
        assert_eq!(search(&index, typed), [1], "{typed}");
    }
    // One wrong letter, as in texts.
    assert_eq!(search(&index, "Kobenhavm"), [1]);
    assert!(search(&index, "\"faso action\"").is_empty(), "no phrase reaches from one label into another");
}
