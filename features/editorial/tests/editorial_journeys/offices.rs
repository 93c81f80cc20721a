//! Work for translation offices: what waits leaves as XLIFF, and what comes back is believed nothing.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use testkit::facts_form::{facts, send, set};
use testkit::{Client, Engine, Reply, TestHub, Who, both_engines};

use crate::pictures::{brought, describe, png};
use crate::{OWN_REVISIONS, begin, published, rows, start, write};

both_engines!(
    what_waits_goes_to_an_office_and_comes_back,
    nothing_is_written_over_a_newer_text,
    xliff_with_changed_ids_and_sources_is_told_text_by_text,
    what_is_behind_leaves_with_the_older_translation,
    a_translation_that_breaks_a_rule_is_not_taken,
    files_that_are_no_translations_are_refused,
    only_the_team_sends_and_brings_back,
    what_is_not_whole_is_a_draft,
    a_corrected_file_may_come_back,
    one_thing_comes_once_in_a_file,
    what_other_features_have_to_translate_goes_too,
    nothing_is_written_over_a_newer_name,
);

const EXPORT: &str = "/en/office/translations.xlf?from=en&into=fr";
const FACTS: &str = "/en/cities/diffa/facts";
const IMPORT: &str = "/en/office/translations/import";

/// What an office makes of a file: each piece with a translation behind it.
fn translated(file: &str, says: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = file;
    while let Some(at) = rest.find("</source>") {
        let (before, after) = rest.split_at(at + "</source>".len());
        text.push_str(before);
        let start = before.rfind("<source").expect("a source");
        let source = before[start..].split_once('>').expect("its start").1.trim_end_matches("</source>");
        let in_segment = before.rfind("<segment") > before.rfind("<ignorable");
        rest = after;
        if in_segment {
            // In the place of an older one.
            let trimmed = rest.trim_start();
            if trimmed.starts_with("<target") {
                let end = trimmed.find("</target>").expect("its end") + "</target>".len();
                rest = &trimmed[end..];
            }
            text.push_str(&format!("<target xml:space=\"preserve\">{}</target>", says(source)));
        }
    }
    text.push_str(rest);
    text
}

async fn bring_back(client: &Client, file: &str, ready: bool) -> Reply {
    let part = Part::bytes(file.as_bytes().to_vec()).file_name("back.xlf");
    let form = Form::new().part("file", part);
    let form = if ready { form.text("ready", "yes") } else { form };
    client.send(client.request(Method::POST, IMPORT).multipart(form)).await
}

fn in_french(source: &str) -> String {
    format!("FR {source}")
}

async fn what_waits_goes_to_an_office_and_comes_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    assert_eq!(team.get(EXPORT).await.status, 404, "nothing waits");
    published(&team, "news", "en", "A summit & more", "First <b>.\n\n- One\n- Two\n\nLast.").await;
    published(&team, "question", "en", "Who pays?", "The funders.").await;
    team.get("/en/office/translations").await.is(200).shows("For translation offices").shows("from=en&#38;into=fr");
    let file = team.get(EXPORT).await.is(200);
    assert_eq!(file.header("content-type"), "application/xliff+xml");
    assert!(file.header("content-disposition").contains("translations-en-fr.xlf"));
    let file = file.text();
    let document = xliff::read(file.as_bytes(), &xliff::Limits::default()).expect("right XLIFF");
    assert_eq!((document.source.as_str(), document.target.as_str(), document.files.len()), ("en", "fr", 2));
    assert_eq!(document.files[0].units[2].source, "First <b>.\n\n- One\n- Two\n\nLast.");
    // Only what it was asked for.
    let narrowed = team.get(&format!("{EXPORT}&kind=question")).await.is(200);
    narrowed.shows("Who pays?").hides("A summit");
    let report = bring_back(&team, &translated(&file, in_french), true).await.is(200);
    report.shows("2 of 2 texts taken").shows("Published");
    visitor.get("/fr/news").await.is(200).shows("FR A summit &#38; more");
    let slug = "fr-a-summit-more";
    visitor.get(&format!("/fr/news/{slug}")).await.is(200).shows("FR - One").shows("FR Last.");
    assert_eq!(team.get(EXPORT).await.status, 404, "nothing waits any more");
    // Brought back twice nothing happens twice.
    let (revisions, events) = (rows(&hub, OWN_REVISIONS).await, rows(&hub, "events").await);
    let again = bring_back(&team, &translated(&file, in_french), true).await.is(200);
    again.shows("0 of 2 texts taken").shows("Was there already");
    assert_eq!((rows(&hub, OWN_REVISIONS).await, rows(&hub, "events").await), (revisions, events));
}

async fn nothing_is_written_over_a_newer_text(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A summit", "In spring.").await;
    let file = team.get(EXPORT).await.is(200).text();
    write(&team, &office, "fr", "Un sommet", "Au printemps.", "ready").await.leads_to("/en/office/");
    let report = bring_back(&team, &translated(&file, in_french), true).await.is(200);
    report.shows("0 of 1 text taken").shows("somebody wrote here after the file left");
    visitor.get("/fr/news/un-sommet").await.is(200).shows("Au printemps.");
    // The source went on meanwhile: the translation is taken, and is behind.
    write(&team, &office, "en", "A summit", "In autumn.", "publish").await.leads_to("/en/office/");
    let file = team.get(EXPORT).await.is(200).text();
    write(&team, &office, "en", "A summit", "In winter.", "publish").await.leads_to("/en/office/");
    bring_back(&team, &translated(&file, in_french), true).await.is(200).shows("1 of 1 text taken");
    team.get("/en/office/translations").await.is(200).shows("A summit").shows("Behind");
}

async fn xliff_with_changed_ids_and_sources_is_told_text_by_text(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "A summit", "In spring.").await;
    published(&team, "news", "en", "A workshop", "In Diffa.").await;
    let file = translated(&team.get(EXPORT).await.is(200).text(), in_french);
    let revisions = rows(&hub, OWN_REVISIONS).await;
    // Another thing, another kind, another revision, no id of ours.
    for (from, to) in
        [("news.", "question."), ("news.0", "news.z"), (".1.0\"", ".77.0\""), ("id=\"news", "id=\"x.news")]
    {
        let report = bring_back(&team, &file.replace(from, to), true).await.is(200);
        report.shows("0 of 2 texts taken").shows("no such text here");
    }
    let report = bring_back(&team, &file.replace(">In spring.<", ">In summer.<"), false).await.is(200);
    report.shows("2 of 2 texts taken").shows("its source is not the one that was sent");
    // Of the one text the title and the summary came, of the other all.
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions + 2);
    let unknown = file.replace("unit id=\"body\"", "unit id=\"appendix\"");
    bring_back(&team, &unknown, false).await.is(200).shows("there is no such part").shows("it did not come back");
}

async fn what_is_behind_leaves_with_the_older_translation(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A summit", "In spring.").await;
    write(&team, &office, "fr", "Un sommet", "Au printemps.", "ready").await.leads_to("/en/office/");
    write(&team, &office, "en", "A summit", "In autumn.", "publish").await.leads_to("/en/office/");
    let file = team.get(EXPORT).await.is(200).text();
    assert!(file.contains("Au printemps.") && file.contains("In autumn."), "{file}");
    let back =
        translated(&file, |source| if source == "In autumn." { "En automne.".into() } else { "Un sommet".into() });
    bring_back(&team, &back, true).await.is(200).shows("1 of 1 text taken");
    visitor.get("/fr/news/un-sommet").await.is(200).shows("En automne.");
}

async fn a_translation_that_breaks_a_rule_is_not_taken(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "A summit", "In spring.").await;
    let file = team.get(EXPORT).await.is(200).text();
    let revisions = rows(&hub, OWN_REVISIONS).await;
    let long = translated(&file, |_| "x".repeat(401));
    bring_back(&team, &long, true).await.is(200).shows("0 of 1 text taken").shows("400");
    let nested = translated(&file, |_| "- ".repeat(200));
    bring_back(&team, &nested, true).await.is(200).shows("0 of 1 text taken").shows("too deep");
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions);
    // What a translation says is a text, whatever it looks like.
    let script = translated(&file, |source| match source {
        "In spring." => "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) [y](data:text/html,z)".into(),
        other => in_french(other),
    });
    bring_back(&team, &script, true).await.is(200).shows("1 of 1 text taken");
    let page = hub.visitor().get("/fr/news/fr-a-summit").await.is(200);
    page.hides("<script>alert").hides("javascript:").hides("data:text");
}

async fn files_that_are_no_translations_are_refused(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "A summit", "In spring.").await;
    let file = translated(&team.get(EXPORT).await.is(200).text(), in_french);
    let revisions = rows(&hub, OWN_REVISIONS).await;
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    let declaration = file.find("?>").map_or(0, |at| at + 2);
    let with_bomb = format!("{}{bomb}{}", &file[..declaration], &file[declaration..].replace("FR In", "&b; In"));
    for (name, sent, says) in [
        ("an entity bomb", with_bomb, "its own entities"),
        ("an entity", file.replace("FR In", "&b; In"), "its own entities"),
        ("no XML", "Hello".to_owned(), "not an XLIFF file"),
        ("other XML", "<html/>".to_owned(), "not an XLIFF file"),
        ("cut off", file[..file.len() - 20].to_owned(), "before it is complete"),
        (
            "an old version",
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"></xliff>".to_owned(),
            "another version",
        ),
        ("another language", file.replace("trgLang=\"fr\"", "trgLang=\"de\""), "does not have both"),
        ("nothing", String::new(), "Choose a file"),
        ("too much", format!("<!--{}-->", "x".repeat((5 << 20) + 1)), "larger than"),
    ] {
        let reply = bring_back(&team, &sent, true).await;
        assert_eq!(reply.status, 422, "{name}");
        assert!(reply.text().contains(says), "{name}: {}", reply.main());
    }
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions);
    // Elements of other namespaces are not ours, whatever they are called.
    let foreign = file.replacen("<segment", "<x:target xmlns:x=\"urn:example\">Evil</x:target><segment", 1);
    let taken = bring_back(&team, &foreign, true).await.is(200);
    taken.shows("1 of 1 text taken");
    hub.visitor().get("/fr/news").await.is(200).hides("Evil");
}

async fn only_the_team_sends_and_brings_back(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "A summit", "In spring.").await;
    let file = translated(&team.get(EXPORT).await.is(200).text(), in_french);
    let revisions = rows(&hub, OWN_REVISIONS).await;
    for who in [Who::Practitioner, Who::CityLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        assert_eq!(client.get(EXPORT).await.status, 403, "{}", who.name());
        assert_eq!(bring_back(&client, &file, true).await.status, 403, "{}", who.name());
    }
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions);
}

async fn one_thing_comes_once_in_a_file(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "A summit", "In spring.").await;
    let file = translated(&team.get(EXPORT).await.is(200).text(), in_french);
    let (start, end) = (file.find("<file").expect("a file"), file.find("</file>").expect("its end") + "</file>".len());
    let own = &file[start..end];
    let again: String = (1..50).map(|seen| own.replacen(".1.0\"", &format!(".1.{seen}\""), 1)).collect();
    let revisions = rows(&hub, OWN_REVISIONS).await;
    let all = format!("{}{again}{}", &file[..end], &file[end..]);
    bring_back(&team, &all, true).await.is(200).shows("1 of 50 texts taken");
    assert_eq!(rows(&hub, OWN_REVISIONS).await, revisions + 1);
}

async fn a_corrected_file_may_come_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "news", "en", "A summit", "In spring.\n\nIn Oslo.").await;
    let file = team.get(EXPORT).await.is(200).text();
    let half = translated(&file, |source| if source == "In Oslo." { String::new() } else { in_french(source) });
    bring_back(&team, &half, true).await.is(200).shows("not all of it is translated");
    // The rest comes, as a draft; then as ready.
    let whole = translated(&file, in_french);
    bring_back(&team, &whole, false).await.is(200).shows("1 of 1 text taken");
    bring_back(&team, &whole, false).await.is(200).shows("Was there already, as a draft");
    bring_back(&team, &whole, true).await.is(200).shows("Published");
    visitor.get("/fr/news/fr-a-summit").await.is(200).shows("FR In Oslo.");
    // What somebody wrote by hand since stays.
    write(&team, &office, "fr", "FR A summit", "Par une main.", "ready").await.leads_to("/en/office/");
    let other = translated(&file, |source| format!("ENCORE {source}"));
    bring_back(&team, &other, true).await.is(200).shows("somebody wrote here after the file left");
    visitor.get("/fr/news/fr-a-summit").await.is(200).shows("Par une main.");
}

async fn what_is_not_whole_is_a_draft(engine: Engine) {
    let hub: TestHub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    published(&team, "news", "en", "A summit", "In spring.\n\nIn Oslo.").await;
    // A draft waits for nobody.
    begin(&team, "news", "en", "A plan", "Not yet.").await;
    let file = team.get(EXPORT).await.is(200).hides("A plan").text();
    let half = translated(&file, |source| if source == "In Oslo." { String::new() } else { in_french(source) });
    let report = bring_back(&team, &half, true).await.is(200);
    report.shows("1 of 1 text taken").shows("Draft").shows("left out, because not all of it is translated");
    visitor.get("/fr/news").await.is(200).hides("FR A summit");
    // The next file holds what was brought, for help.
    assert!(team.get(EXPORT).await.is(200).text().contains("FR A summit"));
    let nothing = translated(&file, |_| String::new());
    bring_back(&team, &nothing, true).await.is(200).shows("nothing could be used");
}

/// Calls Diffa so in English: its other names wait.
async fn rename(team: &Client, name: &str) {
    let mut fields = facts(&team.get(FACTS).await.is(200));
    set(&mut fields, "name_en", name);
    send(team, FACTS, &fields).await.is(303);
}

async fn what_other_features_have_to_translate_goes_too(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    rename(&team, "Diffa-Town").await;
    let picture = brought(&team, png(500, 300)).await;
    describe(&team, &picture, "en", &[]).await.is(303);
    let file = team.get(EXPORT).await.is(200).text();
    assert!(file.contains("Diffa-Town") && file.contains("A street with lights"), "{file}");
    let narrowed = team.get(&format!("{EXPORT}&kind=city")).await.is(200);
    narrowed.shows("Diffa-Town").hides("A street with lights");
    // Neither knows drafts: what nobody says is ready is not shown, and not lost behind a message that says it was taken.
    let back = translated(&file, in_french);
    let report = bring_back(&team, &back, false).await.is(200);
    report.shows("0 of 2 texts taken").shows("it knows no drafts").shows("Diffa-Town");
    visitor.get("/fr/cities/diffa").await.is(200).hides("FR Diffa");
    let open = facts(&team.get(FACTS).await.is(200));
    let report = bring_back(&team, &back, true).await.is(200).shows("2 of 2 texts taken").shows("Published");
    report.shows("/en/office/cities/").shows(&format!("{picture}?in=fr"));
    visitor.get("/fr/cities/diffa").await.is(200).shows("FR Diffa-Town");
    visitor.get("/fr/cities?q=fr+diffa").await.is(200).shows("FR Diffa-Town");
    team.get(&format!("/en{picture}?in=fr")).await.is(200).shows("FR A street with lights");
    assert_eq!(team.get(EXPORT).await.status, 404, "nothing waits any more");
    // A form of the city's facts that was open says what happened, and writes nothing over it.
    assert_eq!(send(&team, FACTS, &open).await.status, 409);
    visitor.get("/fr/cities/diffa").await.is(200).shows("FR Diffa-Town");
    let (revisions, events) = (rows(&hub, "text_revisions").await, rows(&hub, "events").await);
    bring_back(&team, &back, true).await.is(200).shows("0 of 2 texts taken").shows("Was there already");
    assert_eq!((rows(&hub, "text_revisions").await, rows(&hub, "events").await), (revisions, events));
}

async fn nothing_is_written_over_a_newer_name(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    rename(&team, "Diffa-Town").await;
    let back = translated(&team.get(EXPORT).await.is(200).text(), in_french);
    let mut fields = facts(&team.get(FACTS).await.is(200));
    set(&mut fields, "name_fr", "Diffa la belle");
    send(&team, FACTS, &fields).await.is(303);
    let report = bring_back(&team, &back, true).await.is(200);
    report.shows("0 of 1 text taken").shows("somebody wrote here after the file left");
    visitor.get("/fr/cities/diffa").await.is(200).shows("Diffa la belle");
    // By the rules of the form.
    rename(&team, "Diffa-on-the-River").await;
    let file = team.get(EXPORT).await.is(200).text();
    let long = translated(&file, |_| "x".repeat(base::limits::LINE_CHARS + 1));
    bring_back(&team, &long, true).await.is(200).shows("0 of 1 text taken").shows("is too long");
    visitor.get("/fr/cities/diffa").await.is(200).shows("Diffa la belle");
    // Of a picture that was withdrawn meanwhile nobody asks for words.
    let picture = brought(&team, png(500, 300)).await;
    describe(&team, &picture, "en", &[]).await.is(303);
    let back = translated(&team.get(&format!("{EXPORT}&kind=picture")).await.is(200).text(), in_french);
    team.post(&format!("/en{picture}/withdraw"), &[]).await.is(303);
    bring_back(&team, &back, true).await.is(200).shows("0 of 1 text taken").shows("no such text here");
}
