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
fn all_find(cases: &[(&str, &str)], id: i64) {
    let index = library();
    for (text, lang) in cases {
        let found = index.search(&request(text, lang)).unwrap();
        assert_eq!(ids(&found).first(), Some(&id), "{text} ({lang}): {:?}", ids(&found));
    }
}

#[test]
fn english() {
    all_find(&[("violence", "en"), ("city", "en"), ("FAMILY plan", "en"), ("young people", "en"), ("cities", "ar")], 1);
    all_find(&[("municipality", "en")], 10);
}

#[test]
fn french() {
    all_find(
        &[
            ("prévention radicalisation", "fr"),
            ("prevention radicalisation", "fr"),
            ("ville electricite", "fr"),
            ("l’électricité", "fr"),
            ("communauté", "fr"),
            ("d'électricité", "fr"),
        ],
        2,
    );
}

#[test]
fn arabic() {
    all_find(
        &[
            ("المدينة", "ar"),
            ("مدينة", "ar"),
            ("المدينه", "ar"),
            ("اربد", "ar"),
            ("إِرْبِد", "ar"),
            ("مؤسسات", "ar"),
            ("موسسات", "en"),
            ("مستوي", "ar"),
            ("الامنة", "en"),
            ("المـدينة", "ar"),
        ],
        3,
    );
}

#[test]
fn serbian_across_scripts() {
    all_find(
        &[
            ("Београду", "sr"),
            ("Beogradu", "sr"),
            ("beograd", "sr"),
            ("Чукарица", "en"),
            ("čukarica", "sr"),
            ("cukarica", "en"),
        ],
        4,
    );
}

#[test]
fn bangla_hindi_turkish_chinese_swahili() {
    all_find(&[("শান্তি", "bn"), ("শক্তি", "en"), ("উন্নয়ন", "bn"), ("2025", "bn"), ("২০২৫", "bn")], 5);
    all_find(&[("istanbul", "tr"), ("ISTANBUL", "en"), ("İSTANBUL", "tr"), ("diyarbakir", "en")], 6);
    all_find(&[("北京", "zh"), ("社区", "en"), ("城市安全", "zh")], 7);
    all_find(&[("हिंदी", "hi"), ("सुरक्षा", "en")], 8);
    all_find(&[("vijana mombasa", "sw")], 9);
    assert!(search(&library(), "京北", "zh").is_empty());
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
        let found = index.search(&request(text, "en")).unwrap();
        assert!(ids(&found).contains(&id), "{text}: {:?}", ids(&found));
        assert!(found.corrected, "{text}");
    }
    // Numbers and short words are meant as they stand.
    assert!(search(&index, "2026", "en").is_empty());
    assert!(search(&index, "xor", "en").is_empty());
}

#[test]
fn enough_hits_are_not_corrected() {
    let index = library();
    let found = index.search(&request("filler", "en")).unwrap();
    assert_eq!((found.total, found.corrected), (40, false));
    // Filtering a good search down to little does not widen its words.
    let filtered = Request { filters: vec![(find::Facet::City, vec![9])], ..request("filler", "en") };
    let found = index.search(&filtered).unwrap();
    assert_eq!((found.total, found.corrected), (0, false));
}

#[test]
fn exact_matches_come_before_similar_ones() {
    let index =
        index(vec![entry(1, "en", "Martin", ""), entry(2, "en", "Marten", ""), entry(3, "en", "Martin Marten", "")]);
    let found = index.search(&request("marten", "en")).unwrap();
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
    assert_eq!(search(&index, "\"local action plan\"", "en"), [1]);
    assert_eq!(search(&index, "“local action”", "en"), [3, 1]);
    assert_eq!(search(&index, "«l’action locale»", "fr"), [4]);
    let mut all = search(&index, "local action plan", "en");
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
    assert_eq!(search(&index, "youth work", "en"), [2, 1]);
}

#[test]
fn snippets_show_and_mark() {
    let index = library();
    let found = index.search(&Request { snippets: true, ..request("city violence", "en") }).unwrap();
    let hit = &found.hits[0];
    let title = hit.title.as_ref().unwrap();
    let snippet = hit.snippet.as_ref().unwrap();
    assert_eq!(title.text, "Local action plan for safe cities");
    assert_eq!(title.marks.iter().map(|mark| &title.text[mark.clone()]).collect::<Vec<_>>(), ["cities"]);
    assert_eq!(snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect::<Vec<_>>(), ["violence"]);
    let found = index.search(&request("violence", "en")).unwrap();
    assert!(found.hits[0].title.is_none() && found.hits[0].snippet.is_none());
}

#[test]
fn text_beyond_the_kept_beginning_is_found_too() {
    let body = format!("{} needle", "hay ".repeat(20_000));
    let index = index(vec![entry(1, "en", "Stack", &body)]);
    let found = index.search(&Request { snippets: true, ..request("needle", "en") }).unwrap();
    assert_eq!(found.total, 1);
    let snippet = found.hits[0].snippet.as_ref().unwrap();
    assert!(snippet.marks.is_empty() && snippet.text.starts_with("hay hay"));
}
