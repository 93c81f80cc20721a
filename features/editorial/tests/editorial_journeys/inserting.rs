//! What stands in a text beside its words: chosen from lists, drawn for each reader, gone when it may not be seen.

use testkit::{Client, Engine, Reply, Upload, Who, both_engines};

use crate::{begin, published, start, write};

both_engines!(
    what_is_chosen_comes_behind_the_paragraph,
    a_page_shows_what_its_text_names,
    a_line_that_names_nothing_is_told_to_whoever_writes,
    a_button_leads_only_where_it_may,
    too_much_beside_the_words_is_refused,
    a_quotation_and_a_table_are_written_for_whoever_does_not_know_the_signs,
    only_the_team_inserts,
    no_text_holds_a_place_of_its_own,
);

fn document(title: &str, access: &str) -> Upload {
    Upload::new(title, "plan.txt", title.as_bytes()).with("access", access)
}

async fn insert(client: &Client, office: &str, fields: &[(&str, &str)]) -> Reply {
    let form = client.get(&format!("/en{office}/insert?in=en")).await;
    let revision = form.input("revision").unwrap_or_default();
    let own = [("in", "en"), ("revision", &*revision)];
    let fields: Vec<(&str, &str)> = own.into_iter().chain(fields.iter().copied()).collect();
    client.post(&format!("/en{office}/insert"), &fields).await
}

/// What stands in the editor.
async fn body_of(client: &Client, office: &str) -> String {
    let page = client.get(&format!("/en{office}")).await.is(200).text();
    let from = page.split_once("name=\"body\"").and_then(|(_, rest)| rest.split_once('>')).expect("an area").1;
    let text = from.split_once("</textarea>").expect("its end").0;
    [("&#62;", ">"), ("&#60;", "<"), ("&#38;", "&"), ("\r", "")]
        .iter()
        .fold(text.trim().to_owned(), |text, (sign, letter)| text.replace(sign, letter))
}

async fn what_is_chosen_comes_behind_the_paragraph(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A visit", "One.\n\nTwo.").await;
    // The button keeps what was written, and leads to the lists with the place in the text.
    let form = team.get(&format!("/en{office}")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("rendered", "0"),
        ("title", "A visit"),
        ("body", "One, and more.\n\nTwo."),
        ("at", "1"),
        ("do", "insert"),
    ];
    team.post(&format!("/en{office}"), &fields).await.leads_to(&format!("/en{office}/insert?in=en&at=1"));
    let list = team.get(&format!("/en{office}/insert?in=en&at=1&name=city&q=osl")).await.is(200);
    list.shows("value=\"oslo\"").hides("value=\"diffa\"").hides("There are more.");
    // More than are shown at once are not left out without a word.
    for kind in ["city", "document"] {
        let page = team.get(&format!("/en{office}/insert?in=en&name={kind}")).await.is(200);
        let offered = page.text().matches("name=\"key\"").count();
        assert_eq!(
            (offered, page.text().contains("There are more.")),
            (if kind == "city" { 20 } else { 0 }, kind == "city")
        );
    }
    let chosen = [("name", "city"), ("key", "oslo"), ("at", "1"), ("caption", "Our\nhost")];
    insert(&team, &office, &chosen).await.leads_to(&format!("/en{office}?in=en&at=3&done=put-in"));
    let text = body_of(&team, &office).await;
    assert_eq!(text, "One, and more.\n\n![Our host](city:oslo)\n\nTwo.");
    // Without a place: at the end.
    insert(&team, &office, &[("name", "figure"), ("key", "cities")]).await.is(303);
    let text = body_of(&team, &office).await;
    assert!(text.ends_with("![](figure:cities)"), "{text}");
    insert(&team, &office, &[("name", "city")]).await.is(422).shows("Choose what is inserted");
    // Sent twice it is there once.
    let stale = [("in", "en"), ("revision", "1"), ("name", "city"), ("key", "oslo")];
    team.post(&format!("/en{office}/insert"), &stale).await.is(409).shows("The text was changed");
    for odd in ["oslo) ![](city:diffa", "../x", "a b", "atlantis"] {
        insert(&team, &office, &[("name", "city"), ("key", odd)]).await.is(422).shows("Choose what is inserted");
    }
    // A text that there is not yet has no place for it.
    let french = team.post(&format!("/en{office}/insert"), &[("in", "fr"), ("name", "city"), ("key", "oslo")]).await;
    assert_eq!(french.status, 404);
}

async fn a_page_shows_what_its_text_names(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let lead = hub.signed_in(Who::CityLead).await;
    let open = lead.uploaded(&document("An open plan", "public")).await;
    let own = lead.uploaded(&document("A closed plan", "city")).await;
    let body = format!(
        "Words.\n\n![Read it](document:{})\n\n![](document:{})\n\n![The host](city:oslo)\n\n![](figure:cities)\n\n![Join](action:/join)\n\n![Elsewhere](action:https://example.org/?a=1&b=2)",
        open, own
    );
    published(&team, "news", "en", "All of it", &body).await;
    let page = visitor.get("/en/news/all-of-it").await.is(200);
    let page = page.shows("An open plan").shows("Read it").hides("A closed plan").shows("/en/cities/oslo");
    let page = page.shows("The host").shows("class=\"figures\"").shows("href=\"/en/join\"");
    let _ = page.shows("href=\"https://example.org/?a=1&#38;b=2\"").hides("![");
    // Its own people see what is theirs, at the same address.
    lead.get("/en/news/all-of-it").await.is(200).shows("A closed plan");
    visitor.get("/fr/news/all-of-it").await.is(200).shows("href=\"/fr/join\"").shows("/fr/cities/oslo");
    // Machines get the words.
    visitor.get("/api/v1/news").await.is(200).hides("document:").shows("Words.");
    visitor.get("/en/news.atom").await.is(200).hides("city:oslo");
    // A page of the site shows it too.
    let page = begin(&team, "page", "en", "A page", "![](city:oslo)").await;
    write(&team, &page, "en", "A page", "![](city:oslo)", "publish").await.is(303);
    visitor.get("/en/pages/a-page").await.is(200).shows("/en/cities/oslo");
    // What is withdrawn is gone from the pages that name it, also from those that are kept.
    visitor.get("/en/news/all-of-it").await.is(200).shows("An open plan");
    lead.post(&format!("/en/library/{open}/withdraw"), &[]).await.leads_to("/en/library/mine");
    hub.settle().await;
    visitor.get("/en/news/all-of-it").await.is(200).hides("An open plan").shows("Words.");
}

async fn a_line_that_names_nothing_is_told_to_whoever_writes(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let body = "Words.\n\n![](city:nowhere)\n\n![](unknown:thing)\n\n![x](javascript:alert(1))";
    let office = published(&team, "news", "en", "Nothing", body).await;
    visitor.get("/en/news/nothing").await.is(200).hides("nowhere").hides("unknown:").hides("javascript");
    let preview = team.get(&format!("/en{office}/preview")).await.is(200);
    let _ = preview.shows("city:nowhere").shows("unknown:thing").shows("Visitors see nothing of this line");
    // What does not stand alone leaves its words, and no empty heading.
    let aside = "## ![A heading](city:oslo)\n\n- ![](city:oslo)\n\n> ![A quotation](action:/join)";
    let other = published(&team, "news", "en", "Aside", aside).await;
    visitor
        .get("/en/news/aside")
        .await
        .is(200)
        .shows("<h2>A heading</h2>")
        .shows("A quotation")
        .hides("only the words");
    team.get(&format!("/en{other}/preview")).await.is(200).shows("Visitors have only the words of this");
    // Whoever has a link sees what readers will.
    write(&team, &office, "en", "Nothing", &format!("{body}\n\nMore."), "draft").await.is(303);
    let form = team.get(&format!("/en{office}/previews")).await.is(200);
    let once = form.input("once").expect("a token");
    team.post(&format!("/en{office}/previews"), &[("once", &*once)]).await.is(303);
    let page = team.get(&format!("/en{office}/previews")).await.is(200).text();
    let link = page.split("\"").find_map(|part| Some(&part[part.find("/en/preview/")?..])).expect("a link").to_owned();
    visitor.get(&link).await.is(200).shows("More.").hides("nowhere");
}

async fn a_button_leads_only_where_it_may(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "A call", "Words.").await;
    for bad in ["javascript:alert(1)", "//example.org", "http://example.org", "join", "/a b"] {
        let fields = [("name", "action"), ("words", "Go"), ("address", bad)];
        insert(&team, &office, &fields).await.is(422).shows("Enter a page of this hub");
    }
    insert(&team, &office, &[("name", "action"), ("words", ""), ("address", "")]).await.is(422);
    insert(&team, &office, &[("name", "action"), ("words", "Join [us]"), ("address", "/join")]).await.is(303);
    // Written by hand it leads nowhere else either.
    let body = "![a](action:javascript:alert(1))\n\n![b](action://example.org)\n\n![c](action:/join)";
    write(&team, &office, "en", "A call", body, "publish").await.is(303);
    let page = visitor.get("/en/news/a-call").await.is(200);
    let _ = page.hides("javascript").hides("//example.org\"").shows("href=\"/en/join\"");
}

async fn too_much_beside_the_words_is_refused(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let forty = "![](city:oslo)\n\n".repeat(40);
    let office = begin(&team, "news", "en", "Many", &forty).await;
    let refused = insert(&team, &office, &[("name", "city"), ("key", "diffa")]).await.is(422);
    refused.shows("at most 40 in one text");
    write(&team, &office, "en", "Many", &format!("{forty}![](city:diffa)"), "draft").await.is(422).shows("at most 40");
}

async fn a_quotation_and_a_table_are_written_for_whoever_does_not_know_the_signs(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = begin(&team, "news", "en", "Signs", "Words.").await;
    let quotation = [("name", "quotation"), ("words", "First line\nsecond line"), ("who", "The charter")];
    insert(&team, &office, &quotation).await.is(303);
    for wrong in [("9", "3"), ("0", "3"), ("3", "41"), ("", "3"), ("three", "3")] {
        let fields = [("name", "table"), ("columns", wrong.0), ("rows", wrong.1)];
        insert(&team, &office, &fields).await.is(422).shows("Enter a whole number");
    }
    insert(&team, &office, &[("name", "table"), ("columns", "2"), ("rows", "٣")]).await.is(303);
    let body = body_of(&team, &office).await;
    write(&team, &office, "en", "Signs", &body, "publish").await.is(303);
    let page = visitor.get("/en/news/signs").await.is(200);
    let page = page.shows("<blockquote>").shows("— The charter").shows("<th>Heading</th>");
    assert_eq!(page.text().matches("<td>…</td>").count(), 6);
}

async fn only_the_team_inserts(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "Ours", "Words.").await;
    for who in [Who::Practitioner, Who::CityLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        assert_eq!(client.get(&format!("/en{office}/insert?in=en")).await.status, 403, "{}", who.name());
        assert_eq!(insert(&client, &office, &[("name", "city"), ("key", "oslo")]).await.status, 403, "{}", who.name());
    }
    // The office's lists show nothing that the reader of the page would not see.
    hub.signed_in(Who::CityLead).await.uploaded(&document("A closed plan", "city")).await;
    hub.settle().await;
    team.get(&format!("/en{office}/insert?in=en&name=document")).await.is(200).hides("A closed plan");
    team.get(&format!("/en{office}/insert?in=en&name=document&q=closed")).await.is(200).hides("A closed plan");
}

/// A mark is a text's own: letters written as entities, in a text, a link's title or a caption, hold no place of anything.
async fn no_text_holds_a_place_of_its_own(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let body = "![One](city:oslo)\n\n&#xf0000;0&#xf0001; [x](/about \"&#xf0000;0&#xf0001;\") \u{f0000}0\u{f0001}";
    published(&team, "news", "en", "Marks", body).await;
    let text = visitor.get("/en/news/marks").await.is(200).text();
    assert_eq!(text.matches("/en/cities/oslo").count(), 1, "{text}");
}
