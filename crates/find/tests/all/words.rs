//! Known items are found however a reader writes them.

use find::Glossary;

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
        assert!(!found.similar.is_empty(), "{text}");
    }
    // Numbers and short words are meant as they stand.
    assert!(search(&index, "2026").is_empty());
    assert!(search(&index, "xor").is_empty());
}

#[test]
fn enough_hits_are_not_corrected() {
    let index = library();
    let found = index.search(&request("filler")).unwrap();
    assert_eq!((found.total, !found.similar.is_empty()), (40, false));
    // Filtering a good search down to little does not widen its words.
    let filtered = Request { filters: vec![(find::Facet::City, vec![9])], ..request("filler") };
    let found = index.search(&filtered).unwrap();
    assert_eq!((found.total, !found.similar.is_empty()), (0, false));
}

#[test]
fn exact_matches_come_before_similar_ones() {
    let index =
        index(vec![entry(1, "en", "Martin", ""), entry(2, "en", "Marten", ""), entry(3, "en", "Martin Marten", "")]);
    // What nothing has is taken for what is like it.
    let found = index.search(&request("marton")).unwrap();
    assert_eq!((found.total, !found.similar.is_empty()), (3, true));
    assert_eq!(ids(&found)[0], 3);
    // What is there is meant.
    let found = index.search(&request("marten")).unwrap();
    assert_eq!((ids(&found), !found.similar.is_empty()), (vec![2, 3], false));
}

/// Few have the word, many one like it: that is offered, as people write it, and with its count.
#[test]
fn what_was_perhaps_meant_is_offered() {
    let mut entries = vec![entry(1, "fr", "Préventoin", "")];
    entries.extend((2..12).map(|id| entry(id, "fr", &format!("Prévention {id}"), "")));
    let index = index(entries);
    let found = index.search(&request("plan OR preventoin")).unwrap();
    assert_eq!((found.total, found.meant), (1, None));
    let found = index.search(&request("preventoin")).unwrap();
    let meant = found.meant.unwrap();
    assert_eq!((ids(&search_all(&index, &meant.text)).len(), meant.total, meant.text.as_str()), (10, 10, "Prévention"));
    assert_eq!(found.total, 1);
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
    // Those with all words come first, then those with most of them.
    let found = index.search(&request("local action plan")).unwrap();
    assert_eq!((ids(&found)[0], found.whole, found.total), (1, 2, 4));
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
fn a_snippet_shows_the_place_wherever_it_is() {
    let body =
        format!("{} needle {}\u{C}on page two {}", "hay ".repeat(20_000), "straw ".repeat(20_000), "hay ".repeat(9));
    let index = index(vec![entry(1, "en", "Stack", &body)]);
    for (typed, page) in [("needles", 1), ("needle straw", 1), ("\"page two\"", 2)] {
        let found = index.search(&Request { snippets: true, ..request(typed) }).unwrap();
        assert_eq!((found.total, found.hits[0].page), (1, Some(page)), "{typed}");
        let snippet = found.hits[0].snippet.as_ref().unwrap();
        assert!(!snippet.marks.is_empty(), "{typed}: {snippet:?}");
    }
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

/// Each with others that are like it, so that no pass for typing errors helps.
#[test]
fn variants_of_a_word_meet_in_the_index() {
    let variants = [
        ("counter-terrorism", "counterterrorism"),
        ("counter-terrorism", "counter terrorism"),
        ("Da’esh", "Daesh"),
        ("Qur'an", "Quran"),
        ("COVID-19", "COVID19"),
        ("1,250,000", "1250000"),
        ("1 250 000", "1.250.000"),
        ("12/05/2024", "2024-05-12"),
        ("12 May 2024", "2024-05-12"),
        ("12 mai 2024", "12 مايو 2024"),
        ("May 12, 2024", "12.5.2024"),
        ("3,5 %", "3.5%"),
        ("deradicalisation", "deradicalization"),
        ("Aarhus", "Århus"),
        ("Zürich", "Zuerich"),
        ("می\u{200C}خواهم", "می خواهم"),
    ];
    for (one, other) in variants {
        for (written, typed) in [(one, other), (other, one)] {
            let mut entries = vec![entry(1, "en", "A title", &format!("of {written} there is little"))];
            entries.extend((2..9).map(|id| entry(id, "en", "Another", &format!("of {typed} there is more"))));
            let index = index(entries);
            let found = index.search(&request(typed)).unwrap();
            // What is open has no form of its own among texts that close it.
            let apart = written.contains("r t") || written.contains("ی خ");
            assert!(found.total == 8 || apart, "{written} is found by {typed}: {}", found.total);
            let alone = crate::index(vec![entry(1, "en", "A title", &format!("of {written} there is little"))]);
            assert_eq!(search(&alone, typed), [1], "{written} is found by {typed}");
        }
    }
}

#[test]
fn arabic_words_are_found_with_and_without_article_and_particles() {
    for word in ["البلديات", "والبلديات", "بالبلديات", "للبلديات", "وبلديات"] {
        let index = index(vec![entry(1, "ar", "عنوان", word), entry(2, "ar", "الشباب", "الشباب في المدينة")]);
        assert_eq!(search(&index, "بلديات"), [1], "{word}");
        assert!(search(&index, "باب").is_empty(), "no door among the young");
    }
}

/// A question as people ask it, and one word of four that is nowhere.
#[test]
fn there_is_a_way_down() {
    let index = index(vec![
        entry(1, "en", "Talking with teenagers", "What to say of hate that they meet online."),
        entry(2, "en", "Teenagers", "Of school."),
        entry(3, "fr", "Plan de prévention", "La violence dans les écoles."),
    ]);
    assert_eq!(search(&index, "how do I talk to teenagers about hate online")[0], 1);
    assert_eq!(search(&index, "plan de prévention de la violence"), [3]);
    let found = index.search(&Request { snippets: true, ..request("zebra teenagers hate online") }).unwrap();
    assert_eq!((ids(&found), found.whole), (vec![1], 0));
    assert_eq!(found.hits[0].missing, ["zebra"]);
    let without = &found.without[0];
    assert_eq!((without.word.as_str(), without.text.as_str(), without.total), ("zebra", "teenagers hate online", 1));
    // Nothing has both, so any of both will do; what is in quotes is never left out.
    let mut any = search(&index, "online prévention");
    any.sort_unstable();
    assert_eq!(any, [1, 3]);
    assert!(search(&index, "\"zebra\" teenagers").is_empty());
}

/// Nor is one taken for a function word of another language.
#[test]
fn no_function_word_is_asked_of_a_text() {
    let index = index(vec![
        entry(1, "en", "Street", "A car was driven into the crowd, a van followed, and some died."),
        entry(2, "de", "Angebote", "Was es für Jugendliche gibt"),
        entry(3, "ar", "عمل", "المدرسة التي فتحت أبوابها"),
        entry(4, "fr", "Rue", "Une ville plus sûre en été"),
    ]);
    for (text, id) in [("cars", 1), ("vans", 1), ("die", 1), ("sûr étés", 4)] {
        assert_eq!(search(&index, text), [id], "{text}");
    }
    for (text, id) in [("Angebote fuer Jugendliche", 2), ("المدرسة والتي فتحت", 3)] {
        let found = index.search(&Request { snippets: true, ..request(text) }).unwrap();
        assert_eq!((ids(&found), found.whole), (vec![id], 1), "{text}");
        assert!(found.hits[0].missing.is_empty(), "{text}");
    }
}

#[test]
fn a_day_is_more_than_its_numbers() {
    let index = index(vec![
        entry(1, "en", "Harbour", "Opened on 12 May 2024 by the mayor."),
        entry(2, "en", "Harbour plan", "In 2024 they met 12 times, in May too."),
        entry(3, "fr", "Le port", "Ouvert le 12 mai 2024."),
        entry(4, "en", "Harbour", "Written May 12, 2024, revised 13.5.2024."),
    ]);
    let mut all = search(&index, "12 May 2024");
    all.sort_unstable();
    assert_eq!(all, [1, 3, 4]);
    let found = index.search(&Request { snippets: true, ..request("mayor plan harbour 12 May 2024") }).unwrap();
    assert!(found.hits.iter().any(|hit| hit.id == 1) && found.hits.iter().any(|hit| hit.id == 2), "{found:?}");
    for hit in &found.hits {
        let lacks = hit.missing.contains(&"12 May 2024".to_owned());
        assert_eq!(lacks, hit.id == 2, "{hit:?}");
    }
    let found = index.search(&Request { snippets: true, ..request("2024-05-12") }).unwrap();
    let marked = |hit: &find::Hit| {
        let snippet = hit.snippet.clone().unwrap();
        snippet.marks.iter().map(|mark| snippet.text[mark.clone()].to_owned()).collect::<Vec<_>>()
    };
    let mut days: Vec<_> = found.hits.iter().flat_map(marked).collect();
    days.sort_unstable();
    assert_eq!(days, ["12 May 2024", "12 mai 2024", "May 12, 2024"]);
}

/// Documents have all words, but not those that the filters leave: most of the words do, and it is said why.
#[test]
fn filters_that_leave_nothing_are_told() {
    let english = find::number("en");
    let entries = (1..=8).map(|id| entry(id, "fr", "Plan", "the wells of the harbour and their keepers"));
    let own = Entry { language: english, ..entry(9, "en", "Wells", "the wells and their keepers") };
    let index = index(entries.chain([own]).collect());
    let filtered = |text: &str| {
        let filters = vec![(find::Facet::Language, vec![english])];
        index.search(&Request { filters, snippets: true, ..request(text) }).unwrap()
    };
    let found = filtered("wells keepers harbour");
    assert_eq!((ids(&found), found.whole, found.narrowed), (vec![9], 0, true));
    assert_eq!(found.hits[0].missing, ["harbour"]);
    let without: Vec<(&str, usize)> = found.without.iter().map(|one| (one.word.as_str(), one.total)).collect();
    assert_eq!(without, [("harbour", 1)], "what a link finds with the same filters");
    assert!(!filtered("wells keepers").narrowed);
    assert!(!index.search(&request("wells keepers harbour")).unwrap().narrowed);
}

/// A link tells what its page will show: with the same filters, and none that asks the same again.
#[test]
fn what_is_found_without_a_word_is_what_its_link_finds() {
    let english = find::number("en");
    let french = |id| entry(id, "fr", "Harbour", "of the keepers");
    let own = Entry { language: english, ..entry(4, "en", "Harbour", "of the wells") };
    let both = Entry { language: english, ..entry(5, "en", "Harbour", "keepers of the lamps") };
    let index = index(vec![french(1), french(2), french(3), own, both]);
    let filters = vec![(find::Facet::Language, vec![english])];
    for (text, words, filtered) in [
        ("harbour lamps", vec!["lamps", "harbour"], vec!["lamps", "harbour"]),
        ("harbour keepers wells", vec!["wells", "keepers"], vec!["keepers", "wells"]),
        ("keepers harbour keepers", vec!["harbour"], vec!["harbour"]),
        ("harbuor lamps keepers", vec!["lamps", "harbuor", "keepers"], vec!["harbuor", "lamps", "keepers"]),
    ] {
        for (filters, words) in [(Vec::new(), words), (filters.clone(), filtered)] {
            let ask = |text: &str| index.search(&Request { filters: filters.clone(), ..request(text) }).unwrap();
            let without = ask(text).without;
            assert_eq!(without.iter().map(|one| one.word.as_str()).collect::<Vec<_>>(), words, "{text}");
            for without in without {
                let shown = ask(&without.text);
                assert_eq!(without.total, shown.whole, "{text}, without {}: {}", without.word, without.text);
            }
        }
    }
}

/// A word of a clause with several is named too.
#[test]
fn what_was_taken_for_what_is_named() {
    let index = index(vec![entry(1, "en", "Radicalisation", "of the young"), entry(2, "en", "Policy", "of the town")]);
    let similar = |text: &str| index.search(&request(text)).unwrap().similar;
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(similar("Radicalistion"), [pair("Radicalistion", "Radicalisation")]);
    assert_eq!(similar("zebra OR radicalistion"), [pair("radicalistion", "Radicalisation")]);
    assert!(similar("radicalisation").is_empty());
    assert_eq!(
        similar("radicalistion town"),
        [pair("radicalistion", "Radicalisation")],
        "also where no document has both"
    );
    let harbour = entry(1, "en", "Harbour", "of the wells and the lamps");
    let index = self::index(vec![harbour, entry(2, "en", "Radicalisation", "of the young")]);
    let found = index.search(&Request { snippets: true, ..request("harbour wells lamps radicalistion") }).unwrap();
    assert_eq!((ids(&found), &found.similar), (vec![1], &Vec::new()), "what is shown has none of it");
}

#[test]
fn signs_do_what_they_say() {
    let index = index(vec![
        entry(1, "en", "Schools", "with police"),
        entry(2, "en", "Schools", "without them"),
        entry(3, "en", "Mosques", "and schoolyards"),
        entry(4, "en", "Marlinspike", "a house"),
    ]);
    let sorted = |typed: &str| {
        let mut ids = search(&index, typed);
        ids.sort_unstable();
        ids
    };
    assert_eq!(sorted("schools -police"), [2]);
    assert_eq!(sorted("-police"), [2, 3, 4]);
    assert_eq!(sorted("marlin*"), [4]);
    assert_eq!(sorted("school*"), [1, 2, 3]);
    assert_eq!(sorted("police OR mosques"), [1, 3]);
    assert_eq!(sorted("title:schools"), [1, 2]);
    assert_eq!(sorted("title:police"), Vec::<i64>::new());
}

#[test]
fn the_glossary_finds_across_languages_and_says_so() {
    let glossary = || {
        Glossary::new([(
            "early-warning",
            vec![("en", "early warning"), ("fr", "alerte précoce"), ("ar", "الإنذار المبكر")],
        )])
    };
    let index = Index::in_memory_with(glossary());
    let entries = vec![
        entry(1, "en", "Early warnings in cities", ""),
        entry(2, "fr", "Un titre", "Les dispositifs d’alertes précoces des villes."),
        entry(3, "ar", "عنوان", "نظام للإنذار المبكر في المدن"),
        entry(4, "fr", "Alerte", "Une enfance précoce"),
    ];
    index.apply(entries, vec![], 1).unwrap();
    for (typed, first) in [("early warning", 1), ("alerte précoce", 2), ("الإنذار المبكر", 3)] {
        let found = index.search(&Request { snippets: true, ..request(typed) }).unwrap();
        assert!([1, 2, 3].iter().all(|id| ids(&found).contains(id)), "{typed}: {:?}", ids(&found));
        let across = |id: i64| found.hits.iter().find(|hit| hit.id == id).unwrap().across.clone();
        assert_eq!(across(first), None, "{typed}");
        if first == 1 {
            assert_eq!(across(2).as_deref(), Some("alerte précoce"));
            let french = found.hits.iter().find(|hit| hit.id == 2).unwrap().snippet.clone().unwrap();
            assert_eq!(&french.text[french.marks[0].clone()], "alertes précoces");
        }
        let own = index.search(&Request { own_words: true, ..request(typed) }).unwrap();
        assert!(!own.hits.iter().any(|hit| hit.id == first % 3 + 1), "{typed}");
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
