//! Files of every format, read by the locked child process.

use extract::samples;
use testkit::{CITY, Client, Engine, OTHER_CITY, TestHub, Upload, Who, both_engines};

both_engines!(
    a_document_says_whom_to_ask,
    every_format_is_found_by_a_word_of_its_text,
    language_pages_and_picture_come_from_the_file,
    the_page_says_that_it_is_being_read,
    a_file_that_cannot_be_read_is_kept_and_says_why,
    a_file_that_ends_the_reader_each_time_is_given_up,
    a_new_reader_reads_everything_again,
    a_scan_without_text_says_so,
    a_file_with_more_text_than_is_searched_says_so,
    whoever_looks_after_a_document_is_asked_for_its_language,
    a_language_that_was_told_goes_with_its_file,
    files_are_read_in_turns_by_who_brought_them,
    a_person_s_word_on_the_language_stands,
    the_same_file_is_read_once,
);

/// `(file name, bytes, a word that is only in it)`.
fn files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = |word: &str| format!("Young people and elders speak about {word} in the market every week.");
    vec![
        ("a.pdf", samples::pdf(&[&text("albatross")]), "albatross"),
        ("a.docx", samples::docx(&[&text("bullfinch")]), "bullfinch"),
        ("a.odt", samples::odt(&[&text("chaffinch")]), "chaffinch"),
        ("a.pptx", samples::pptx(&[&text("dotterel")]), "dotterel"),
        ("a.odp", samples::odp(&[&text("eiderduck")]), "eiderduck"),
        ("a.xlsx", samples::xlsx(&[&["name", "fieldfare"], &["a", "1"]]), "fieldfare"),
        ("a.ods", samples::ods(&[&["name", "goldcrest"], &["a", "1"]]), "goldcrest"),
        ("a.doc", samples::doc(&[&text("kestrel")]), "kestrel"),
        ("a.ppt", samples::ppt(&[&text("lapwing")]), "lapwing"),
        ("a.xls", samples::xls(&[&["name", "merganser"], &["a", "1"]]), "merganser"),
        ("a.xlsb", samples::xlsb(&[&text("oystercatcher")]), "oystercatcher"),
        ("a.rtf", samples::rtf(&[&text("hoopoe")]), "hoopoe"),
        ("a.html", samples::html("A page", &[&text("jackdaw")]), "jackdaw"),
        ("a.txt", samples::txt(&[&text("nuthatch")]), "nuthatch"),
    ]
}

async fn upload(lead: &Client, name: &str, bytes: Vec<u8>) -> String {
    let upload = Upload::new(&format!("Document {name}"), name, bytes).with("access", "public");
    lead.uploaded(&upload).await.to_string()
}

/// Four megabytes are searched.
async fn a_file_with_more_text_than_is_searched_says_so(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let long = format!("phalarope {} turnstone", "and so on ".repeat(430_000));
    let id = upload(&lead, "long.txt", long.into_bytes()).await;
    let short = upload(&lead, "short.txt", b"phalarope and turnstone".to_vec()).await;
    hub.settle().await;
    const SAID: &str = "only the first part of its text can be searched";
    lead.get(&format!("/en/library/{id}")).await.is(200).shows(SAID);
    lead.get(&format!("/en/library/{short}")).await.is(200).hides(SAID);
    lead.get("/en/library?q=phalarope").await.is(200).shows("2 documents");
    lead.get("/en/library?q=turnstone").await.is(200).shows("One document");
}

async fn every_format_is_found_by_a_word_of_its_text(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let mut ids = Vec::new();
    for (name, bytes, word) in files() {
        ids.push((upload(&lead, name, bytes).await, name, word));
    }
    hub.settle().await;
    let visitor = hub.visitor();
    for (id, name, word) in ids {
        let found = visitor
            .get(&format!("/en/library?q={word}"))
            .await
            .is(200)
            .shows("One document")
            .shows(&format!("/en/library/{id}"));
        found.shows(&format!("<mark>{word}</mark>"));
        let page = visitor.get(&format!("/en/library/{id}")).await.is(200).shows(name);
        page.hides("being read").hides("could not be read");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM jobs").await, 0);
}

async fn language_pages_and_picture_come_from_the_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let page = "Les habitants se réunissent chaque semaine pour parler de leur quartier et de ce qui les rassemble.";
    let id = upload(&lead, "plan.pdf", samples::pdf(&[page, page, page])).await;
    hub.settle().await;
    let visitor = hub.visitor();
    visitor
        .get(&format!("/en/library/{id}"))
        .await
        .is(200)
        .shows("Français")
        .shows("<dd>3</dd>")
        .shows(&format!("/files/{id}/thumbnail"));
    let picture = visitor.get(&format!("/files/{id}/thumbnail")).await.is(200);
    assert_eq!((picture.header("content-type"), &picture.body[..3]), ("image/jpeg", [0xff, 0xd8, 0xff].as_slice()));
    visitor.get("/en/library?language=fr").await.is(200).shows("One document");
    // With little data a link leads to the picture.
    let slow = hub.visitor();
    slow.post("/en/low-data/choice", &[("low", "1")]).await.is(303);
    slow.get(&format!("/en/library/{id}"))
        .await
        .is(200)
        .hides("class=\"thumb\"")
        .shows(&format!("<a href=\"/files/{id}/thumbnail"))
        .shows("Show the picture of the first page");
    // What the uploader says stands against what is detected.
    let said = Upload::new("Said", "said.pdf", samples::pdf(&[page])).with("language", "tlh").with("access", "public");
    lead.upload(&said).await.is(422).shows("id=\"language-error\"");
    let id = lead.uploaded(&said.with("language", "es")).await;
    hub.settle().await;
    visitor.get(&format!("/en/library/{id}")).await.is(200).shows("Español");
}

async fn the_page_says_that_it_is_being_read(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = upload(&lead, "note.txt", samples::txt(&["A note about the harbour."])).await;
    lead.get(&format!("/en/library/{id}")).await.is(200).shows("is being read");
    lead.get("/en/library/mine").await.is(200).shows("Being read");
    hub.visitor().get(&format!("/files/{id}")).await.is(200);
    hub.settle().await;
    lead.get(&format!("/en/library/{id}")).await.is(200).hides("is being read");
    hub.visitor().get(&format!("/en/library/{id}")).await.is(200).hides("is being read");
}

async fn a_file_that_cannot_be_read_is_kept_and_says_why(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let broken = samples::docx(&["Hello"]);
    let id = upload(&lead, "broken.docx", broken[..broken.len() / 2].to_vec()).await;
    hub.settle().await;
    let visitor = hub.visitor();
    visitor.get(&format!("/en/library/{id}")).await.is(200).shows("could not be read").shows("It is damaged");
    visitor.get("/en/library?q=broken").await.is(200).shows("One document");
    assert_eq!(visitor.get(&format!("/files/{id}")).await.is(200).body.len(), broken.len() / 2);
    lead.get("/en/library/mine").await.is(200).shows("Found by title only");
    assert_eq!(
        store::job_counts(&hub.hub.db.read()).await.expect("counts"),
        (0, 0),
        "a broken file is no trouble of ours"
    );
}

async fn a_file_that_ends_the_reader_each_time_is_given_up(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = upload(&lead, "deadly.txt", samples::txt(&["Hello"])).await;
    // As eight ends of the whole program leave it.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE jobs SET attempts = 8", Vec::new()).await.expect("tried");
    tx.exec("UPDATE readings SET state = 'reading'", Vec::new()).await.expect("begun");
    tx.commit().await.expect("committed");
    hub.settle().await;
    hub.visitor().get(&format!("/en/library/{id}")).await.is(200).shows("could not be read").hides("is being read");
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (0, 1));
}

async fn a_new_reader_reads_everything_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = upload(&lead, "again.txt", samples::txt(&["The kingfisher clause."])).await;
    hub.settle().await;
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (0, 0), "nothing to read again");
    // As an older version of the reader left it.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE readings SET version = version - 1, text_blob = NULL", Vec::new()).await.expect("older");
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("tidied up");
    hub.tidy_up().await.expect("tidied up twice");
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (1, 0), "asked for once");
    hub.settle().await;
    hub.visitor().get("/en/library?q=kingfisher").await.is(200).shows("One document");
    hub.visitor().get(&format!("/en/library/{id}")).await.is(200).hides("is being read");
}

/// In Greenlandic, which is none of the languages that are told.
const GREENLANDIC: &str =
    "Inuit tamarmik inunngorput nammineersinnaassuseqarlutik assigiimmillu ataqqinassuseqarlutillu.";

async fn whoever_looks_after_a_document_is_asked_for_its_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = upload(&lead, "nuna.txt", samples::txt(&[GREENLANDIC])).await;
    let page = format!("/en/library/{id}");
    // Not before the file was read.
    lead.get(&page).await.is(200).hides("In which language is this document?");
    hub.settle().await;
    lead.get("/en/library/mine").await.is(200).shows("which language?");
    hub.visitor().get(&page).await.is(200).hides("In which language is this document?");
    hub.signed_in(Who::Practitioner).await.get(&page).await.is(200).hides("In which language is this document?");
    for (lang, question) in [("fr", "Dans quelle langue est ce document"), ("ar", "بأي لغة كُتبت هذه الوثيقة؟")]
    {
        lead.get(&format!("/{lang}/library/{id}")).await.is(200).shows(question);
    }
    let asked = lead.get(&page).await.is(200).shows("In which language is this document?");
    let mut answer = hidden(&asked.text());
    answer.push(("language".to_owned(), "da".to_owned()));
    let answer: Vec<(&str, &str)> = answer.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    lead.post(&format!("{page}/edit"), &answer).await.is(303);
    hub.settle().await;
    let told = lead.get(&page).await.is(200).shows("<dd lang=\"da\">").shows("Document nuna.txt");
    told.hides("In which language is this document?");
    lead.get("/en/library/mine").await.is(200).hides("which language?");
    hub.visitor().get("/en/library?language=da").await.is(200).shows("One document");
    // Who answers after somebody else sees what was said.
    lead.post(&format!("{page}/edit"), &answer).await.is(409);
}

async fn a_language_that_was_told_goes_with_its_file(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let swedish =
        samples::txt(&["Kommunen talar med familjer, skolor och ungdomsgårdar och hjälper där någon är i fara."]);
    let polish = samples::txt(&[
        "Miasto rozmawia z rodzinami, szkołami i klubami młodzieżowymi i pomaga tam, gdzie ktoś jest w niebezpieczeństwie.",
    ]);
    for (chosen, after) in [("", "pl"), ("en", "en")] {
        let first = Upload::new("Stad", "stad.txt", swedish.clone()).with("language", chosen);
        let page = format!("/en/library/{}", lead.uploaded(&first).await);
        hub.settle().await;
        let before = if chosen.is_empty() { "sv" } else { chosen };
        lead.get(&page).await.is(200).shows(&format!("<dd lang=\"{before}\">"));
        let revision = lead.get(&format!("{page}/replace")).await.is(200).input("revision").expect("a revision");
        let other = Upload::new("", "miasto.txt", polish.clone()).with("revision", &revision);
        lead.send_files(&format!("{page}/replace"), &other).await.leads_to(&page);
        hub.settle().await;
        lead.get(&page).await.is(200).shows(&format!("<dd lang=\"{after}\">"));
    }
}

async fn files_are_read_in_turns_by_who_brought_them(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (many, one) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::OtherLead).await);
    for number in 0..4 {
        upload(&many, &format!("{number}.txt"), samples::txt(&[&format!("One of many, {number}.")])).await;
    }
    let id =
        one.uploaded(&Upload::new("Mine", "mine.txt", samples::txt(&["The only one."])).with("city", OTHER_CITY)).await;
    let files = "SELECT d.id FROM jobs j JOIN documents d ON j.payload LIKE '%' || d.file || '%' \
        WHERE j.kind = 'library.read-file' ORDER BY j.priority, j.run_at, j.id LIMIT 10";
    let order: Vec<i64> = hub
        .hub
        .db
        .read()
        .raw(files, Vec::new())
        .await
        .expect("jobs")
        .iter()
        .map(|row| row.get("id").expect("an id"))
        .collect();
    assert_eq!(order.len(), 5);
    assert_eq!(order.iter().position(|own| *own == id.0), Some(1), "behind the first of many, before the second");
    hub.settle().await;
    one.get("/en/library?q=%22the+only+one%22").await.is(200).shows("One document");
}

/// The hidden fields of the question, as a browser would send them.
fn hidden(page: &str) -> Vec<(String, String)> {
    let form = page.split("/edit\">").nth(1).and_then(|rest| rest.split("</form>").next()).expect("the question");
    let value = |field: &str, name: &str| {
        let rest = field.split(&format!("{name}=\"")).nth(1).expect(name);
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    form.split("<input type=\"hidden\" ").skip(1).map(|field| (value(field, "name"), value(field, "value"))).collect()
}

async fn a_person_s_word_on_the_language_stands(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let text = "Les habitants se réunissent chaque semaine pour parler de leur quartier et de ce qui les rassemble.";
    let said = Upload::new("Said", "said.txt", samples::txt(&[text])).with("language", "pt").with("access", "public");
    let id = lead.uploaded(&said).await;
    hub.settle().await;
    hub.visitor().get(&format!("/en/library/{id}")).await.is(200).shows("<dd lang=\"pt\">");
    // Nor does another version of the reader overrule it.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE readings SET version = version - 1, text_blob = NULL", Vec::new()).await.expect("older");
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("tidied up");
    hub.settle().await;
    hub.visitor().get(&format!("/en/library/{id}")).await.is(200).shows("<dd lang=\"pt\">");
}

async fn a_scan_without_text_says_so(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let id = upload(&lead, "scan.pdf", samples::empty_pdf()).await;
    hub.settle().await;
    hub.visitor()
        .get(&format!("/en/library/{id}"))
        .await
        .is(200)
        .shows("perhaps because it contains pictures of pages");
}

async fn the_same_file_is_read_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let bytes = samples::txt(&["One text for two documents."]);
    let first = upload(&lead, "one.txt", bytes.clone()).await;
    let second = upload(&lead, "two.txt", bytes).await;
    // The second document is shown what was read, by a job of its own, as if it were a file like any other.
    lead.get(&format!("/en/library/{second}")).await.is(200).shows("is being read");
    hub.settle().await;
    // Reading it took a while the first time: it takes as long now, so that nobody learns that it is here already.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE readings SET took_ms = 90000", vec![]).await.expect("noted");
    tx.commit().await.expect("committed");
    let third = upload(&lead, "three.txt", samples::txt(&["One text for two documents."])).await;
    hub.settle().await;
    hub.clock.jump(chrono::TimeDelta::seconds(89));
    hub.settle().await;
    lead.get(&format!("/en/library/{third}")).await.is(200).shows("is being read");
    hub.clock.jump(chrono::TimeDelta::seconds(2));
    // The same bytes as another format are read as that.
    let page = samples::html("A page", &["The puffin clause."]);
    upload(&lead, "page.txt", page.clone()).await;
    hub.settle().await;
    upload(&lead, "page.html", page).await;
    hub.settle().await;
    // What only the raw page has.
    hub.visitor().get("/en/library?q=doctype").await.is(200).shows("One document");
    hub.visitor().get("/en/library?q=puffin").await.is(200).shows("2 documents");
    for id in [first, second, third] {
        hub.visitor().get(&format!("/en/library/{id}")).await.is(200).hides("is being read");
    }
    hub.visitor().get("/en/library?q=%22for+two+documents%22").await.is(200).shows("3 documents");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM readings").await, 3);
}

/// The city's own contact, as its page shows it now; whoever asks the team is led back to the document.
async fn a_document_says_whom_to_ask(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = Upload::new("Of wells", "wells.txt", samples::txt(&["Nothing else."])).with("access", "public");
    let document = format!("/en/library/{}", lead.uploaded(&upload).await);
    hub.settle().await;
    let visitor = hub.visitor();
    visitor.get(&document).await.is(200).shows("Whom to ask").hides("wells@example.org");
    let profile = format!("/en/cities/{CITY}/profile");
    lead.post(&profile, &[("in", "en"), ("contact", "Office of wells, wells@example.org")]).await.is(303);
    visitor.get(&document).await.is(200).shows("Office of wells").shows("mailto:wells@example.org");
    let about = document.trim_start_matches("/en");
    let asked = [("name", "A"), ("email", "a@example.org"), ("message", "Which wells?"), ("about", about)];
    hub.write_to(&visitor, "/en/ask", &asked).await.leads_to(&format!("/en/ask/sent?for=question&about={about}"));
    visitor.get(&format!("/en/ask/sent?about={about}")).await.is(200).shows("Back to:").shows("Of wells");
    // Not what its reader may not see.
    let own = Upload::new("Zanzibarbuckle", "own.txt", samples::txt(&["Nothing else."])).with("access", "city");
    let own = lead.uploaded(&own).await;
    visitor.get(&format!("/en/ask/sent?about=/library/{own}")).await.is(200).hides("Back to:").hides("Zanzibarbuckle");
    lead.get(&format!("/en/ask/sent?about=/library/{own}")).await.is(200).shows("Zanzibarbuckle");
}
