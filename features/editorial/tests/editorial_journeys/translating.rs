//! Translations: where they stand, what waits, what readers are told.

use testkit::{Client, Engine, Who, both_engines};

use crate::{OWN_REVISIONS, begin, published, rows, start, write};

both_engines!(
    a_change_of_the_source_is_translated_from_what_changed,
    a_draft_of_the_source_outdates_no_translation,
    what_is_right_still_is_confirmed_with_one_press,
    a_source_that_comes_back_makes_its_translations_current,
    an_item_waits_in_each_language_that_lacks_it,
    a_translation_is_never_written_over,
    a_missing_translation_is_told_and_the_source_stands_in,
    what_is_in_review_reaches_nobody_through_its_translation,
    an_unfinished_draft_is_never_confirmed,
    a_source_that_was_written_on_meanwhile_loses_no_translation,
);

/// What waits for a translation, as lines of the list.
async fn waiting(client: &Client) -> Vec<String> {
    let csv = client.get("/en/office/translations.csv").await.is(200).text();
    csv.lines().skip(1).map(str::to_owned).collect()
}

async fn a_change_of_the_source_is_translated_from_what_changed(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "fr", "Deux contacts", "Deux contacts et deux rencontres par an.").await;
    team.get(&format!("/en{office}?in=ar")).await.is(200).shows("The source").shows("Deux contacts et deux rencontres");
    let ready = write(&team, &office, "ar", "جهتا اتصال", "جهتا اتصال ولقاءان في السنة.", "ready").await;
    ready.leads_to(&format!("/en{office}?in=ar&done=translation-live"));
    let page = visitor.get("/ar/news/جهتا-اتصال").await.is(200);
    drop(page.shows("ولقاءان").hides("هذه ترجمة لنص سابق"));
    // The source changes: readers keep the old translation, and are told.
    write(&team, &office, "fr", "Deux contacts", "Deux contacts et une rencontre par an.", "publish")
        .await
        .leads_to("/en/office/");
    let page = visitor.get("/ar/news/جهتا-اتصال").await.is(200).shows("ولقاءان").shows("هذه ترجمة لنص سابق");
    drop(page.shows("href=\"/fr/news/deux-contacts\""));
    team.get("/en/office/editorial").await.is(200).shows("Behind");
    let lines = waiting(&team).await;
    assert!(lines.iter().any(|line| line.contains("Arabic") && line.contains("Behind")), "{lines:?}");
    let form = team.get(&format!("/en{office}?in=ar")).await.is(200).shows("What has changed since this translation");
    drop(form.shows("<del>deux rencontres</del>").shows("<ins>une rencontre</ins>").shows("ولقاءان"));
    write(&team, &office, "ar", "جهتا اتصال", "جهتا اتصال ولقاء واحد في السنة.", "ready").await.leads_to("/en/office/");
    let page = visitor.get("/ar/news/جهتا-اتصال").await.is(200);
    drop(page.shows("ولقاء واحد").hides("هذه ترجمة لنص سابق"));
    let lines = waiting(&team).await;
    assert!(!lines.iter().any(|line| line.contains("Arabic")), "{lines:?}");
}

async fn a_draft_of_the_source_outdates_no_translation(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "Some words.").await;
    write(&team, &office, "fr", "Un titre", "Quelques mots.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "ar", "عنوان", "بعض الكلمات.", "ready").await.leads_to("/en/office/");
    assert!(waiting(&team).await.is_empty());
    write(&team, &office, "en", "A title", "Some more words.", "draft").await.leads_to("/en/office/");
    assert!(waiting(&team).await.is_empty(), "a draft is nobody's to translate");
    // Nor is a change that nobody translates.
    write(&team, &office, "en", "A title", "Some  words.\n", "publish").await.leads_to("/en/office/");
    assert!(waiting(&team).await.is_empty());
    write(&team, &office, "en", "A title", "Some more words.", "publish").await.leads_to("/en/office/");
    assert_eq!(waiting(&team).await.len(), 2);
}

async fn what_is_right_still_is_confirmed_with_one_press(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A title", "Some wrods.").await;
    write(&team, &office, "fr", "Un titre", "Quelques mots.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "Some words.", "publish").await.leads_to("/en/office/");
    visitor.get("/fr/news/un-titre").await.is(200).shows("texte antérieur");
    let form = team.get(&format!("/en{office}?in=fr")).await.is(200).shows("Nothing to change");
    let (seen, rendered) = (form.input("seen").expect("seen"), form.input("rendered").expect("rendered"));
    let fields = [("in", "fr"), ("seen", &*seen), ("rendered", &*rendered)];
    team.post(&format!("/en{office}/confirm"), &fields)
        .await
        .leads_to(&format!("/en{office}?in=fr&done=translation-confirmed"));
    visitor.get("/fr/news/un-titre").await.is(200).hides("texte antérieur").shows("Quelques mots.");
    team.get(&format!("/en{office}?in=fr")).await.is(200).shows("Confirmed unchanged");
    let lines = waiting(&team).await;
    assert!(!lines.iter().any(|line| line.contains("French")), "{lines:?}");
    let revisions = rows(&hub, OWN_REVISIONS).await;
    assert_eq!(team.post(&format!("/en{office}/confirm"), &fields).await.status, 409, "somebody was there before");
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions);
}

async fn a_source_that_comes_back_makes_its_translations_current(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "Some words.").await;
    write(&team, &office, "fr", "Un titre", "Quelques mots.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "ar", "عنوان", "بعض الكلمات.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "Others.", "publish").await.leads_to("/en/office/");
    assert_eq!(waiting(&team).await.len(), 2);
    write(&team, &office, "en", "A title", "Some words.", "publish").await.leads_to("/en/office/");
    assert!(waiting(&team).await.is_empty());
}

async fn an_item_waits_in_each_language_that_lacks_it(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    begin(&team, "news", "en", "A draft", "Not ready.").await;
    assert!(waiting(&team).await.is_empty());
    published(&team, "news", "en", "English news", "x").await;
    published(&team, "question", "ar", "سؤال", "جواب").await;
    let lines = waiting(&team).await;
    assert_eq!(lines.len(), 4, "{lines:?}");
    let page = team.get("/en/office/translations?lang=fr").await.is(200).shows("2 translations wait");
    drop(page.shows("English news").shows("سؤال"));
    team.get("/en/office/translations?lang=fr&kind=question")
        .await
        .is(200)
        .shows("1 translation waits")
        .hides("English news");
    team.get("/en/office/translations?lang=en").await.is(200).shows("سؤال").hides("English news");
}

async fn a_translation_is_never_written_over(engine: Engine) {
    let hub = start(engine).await;
    let (one, two) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let office = published(&one, "news", "en", "A title", "Some words.").await;
    let form = two.get(&format!("/en{office}?in=fr")).await.is(200);
    let (revision, rendered) = (form.input("revision").expect("one"), form.input("rendered").expect("one"));
    write(&one, &office, "fr", "Un titre", "De l’une.", "ready").await.leads_to("/en/office/");
    let fields = [
        ("in", "fr"),
        ("revision", &*revision),
        ("rendered", &*rendered),
        ("title", "Un titre"),
        ("body", "De l’autre."),
        ("do", "ready"),
    ];
    let both = two.post(&format!("/en{office}"), &fields).await.is(409);
    both.shows("De l’une.").shows("De l’autre.");
    hub.visitor().get("/fr/news/un-titre").await.is(200).shows("De l’une.");
}

async fn a_missing_translation_is_told_and_the_source_stands_in(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "question", "ar", "من يموّل الشبكة؟", "المموّلون.").await;
    let page = visitor.get("/en/questions/من-يمول-الشبكة").await.is(200).shows("Not yet available in English");
    drop(page.shows("lang=\"ar\" dir=\"rtl\""));
    // A translation that is only begun is nobody's.
    write(&team, &office, "en", "Who pays?", "The funders.", "draft").await.leads_to("/en/office/");
    visitor.get("/en/questions/من-يمول-الشبكة").await.is(200).hides("Who pays?");
}

async fn what_is_in_review_reaches_nobody_through_its_translation(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A title", "Old words.").await;
    write(&team, &office, "fr", "Un titre", "Mots anciens.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "Embargoed words.", "review").await.leads_to("/en/office/");
    // It may be translated meanwhile, and waits with its source.
    let ready = write(&team, &office, "fr", "Un titre", "Mots sous embargo.", "ready").await;
    ready.leads_to(&format!("/en{office}?in=fr&done=translation-ready"));
    visitor.get("/fr/news/un-titre").await.is(200).shows("Mots anciens.").hides("embargo").hides("texte antérieur");
    // Sent back it is nobody's to translate, and what was made of it does not come with the next text.
    let back = [("reason", "Not yet.")];
    team.post(&format!("/en{office}/back"), &back).await.leads_to("/en/office/");
    let form = team.get(&format!("/en{office}?in=fr")).await.is(200).text();
    let beside =
        form.split("class=\"origin").nth(1).and_then(|rest| rest.split("<form class").next()).unwrap_or_default();
    assert!(!beside.contains("<ins>Embargoed") && beside.contains("Old"), "{beside}");
    write(&team, &office, "en", "A title", "Other words.", "publish").await.leads_to("/en/office/");
    visitor.get("/fr/news/un-titre").await.is(200).shows("Mots anciens.").hides("embargo").shows("texte antérieur");
    visitor.get("/en/news/a-title").await.is(200).shows("Other words.");
}

async fn an_unfinished_draft_is_never_confirmed(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A title", "Some words.").await;
    write(&team, &office, "fr", "Un titre", "Quelques mots.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "Some other words.", "publish").await.leads_to("/en/office/");
    write(&team, &office, "fr", "Un titre", "Quelques au", "draft").await.leads_to("/en/office/");
    // Whoever looks for something to translate sees that somebody is at it.
    let lines = waiting(&team).await;
    assert!(lines.iter().any(|line| line.contains("French") && line.contains("Behind, begun")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("Arabic") && !line.contains("begun")), "{lines:?}");
    let form = team.get(&format!("/en{office}?in=fr")).await.is(200).hides("Nothing to change");
    let (seen, rendered) = (form.input("revision").expect("one"), form.input("rendered").expect("one"));
    let fields = [("in", "fr"), ("seen", &*seen), ("rendered", &*rendered)];
    assert_eq!(team.post(&format!("/en{office}/confirm"), &fields).await.status, 409);
    write(&team, &office, "en", "A title", "Some words again.", "publish").await.leads_to("/en/office/");
    visitor.get("/fr/news/un-titre").await.is(200).shows("Quelques mots.").hides("Quelques au");
}

async fn a_source_that_was_written_on_meanwhile_loses_no_translation(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A title", "Some words.").await;
    let form = team.get(&format!("/en{office}?in=fr")).await.is(200);
    let (revision, rendered) = (form.input("revision").expect("one"), form.input("rendered").expect("one"));
    write(&team, &office, "en", "A title", "Some more words.", "draft").await.leads_to("/en/office/");
    let fields = [
        ("in", "fr"),
        ("revision", &*revision),
        ("rendered", &*rendered),
        ("title", "Un titre"),
        ("body", "Mots."),
        ("do", "ready"),
    ];
    let again = team.post(&format!("/en{office}"), &fields).await.is(409);
    let again = again.shows("The source was changed").shows("Mots.").shows("Some more words.");
    let rendered = again.input("rendered").expect("the newest");
    let fields = [
        ("in", "fr"),
        ("revision", &*revision),
        ("rendered", &*rendered),
        ("title", "Un titre"),
        ("body", "Mots."),
        ("do", "ready"),
    ];
    team.post(&format!("/en{office}"), &fields).await.leads_to("/en/office/");
}
