//! What is to be looked after is seen: links, reviews, consents, pages that nothing leads to.

use chrono::TimeDelta;
use testkit::{Client, Engine, TestHub, Upload, Who, both_engines};

use crate::{begin, published, start, write};

both_engines!(
    a_link_that_leads_nowhere_is_named,
    what_leads_somewhere_is_not,
    links_elsewhere_are_counted_and_not_opened,
    reviews_and_consents_are_named_in_time,
    a_page_to_which_nothing_leads_is_named,
    what_a_program_of_before_published_is_looked_at_too,
    only_the_team_looks_after_it,
    a_link_of_many_letters_is_published,
);

async fn care(team: &Client) -> String {
    team.get("/en/office/care").await.is(200).text()
}

async fn a_link_that_leads_nowhere_is_named(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    assert!(care(&team).await.contains("Nothing needs a look"));
    let body = "[a](/nowhere) [b](/en/cities/atlantis) [c](/news/never) [d](library/zzzzzz) ![](city:atlantis-too)\n\n![](city:atlantis-three)";
    let office = published(&team, "news", "en", "Links", body).await;
    let page = care(&team).await;
    for target in ["/nowhere", "/cities/atlantis<", "/news/never", "/library/zzzzzz", "city:atlantis-three"] {
        assert!(page.contains(target), "{target}\n{page}");
    }
    assert!(page.contains(&format!("href=\"/en{office}?in=en\"")));
    // Mended, it is gone.
    write(&team, &office, "en", "Links", "[a](/about)", "publish").await.is(303);
    assert!(!care(&team).await.contains("Links that lead nowhere"));
    // A draft leads nobody anywhere.
    write(&team, &office, "en", "Links", "[a](/nowhere)", "draft").await.is(303);
    assert!(!care(&team).await.contains("/nowhere"));
}

async fn what_leads_somewhere_is_not(engine: Engine) {
    let hub = start(engine).await;
    let (team, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let upload = |title: &str, access: &str| Upload::new(title, "plan.txt", title).with("access", access);
    let (open, own) = (lead.uploaded(&upload("Open", "public")).await, lead.uploaded(&upload("Own", "city")).await);
    published(&team, "question", "en", "Who pays?", "The funders.").await;
    let body = format!(
        "[a](/en/about) [b](funders#x) [c](/cities/oslo) [d](/cities?sort=region) [e](/questions/who-pays) [f](/library/{open}) \
         [g](/files/{open}) [h](#below) [i](mailto:team@example.org) [m](tel:0123456) [n](sms:0123456) [j](/regions/europe) [k](/api/v1/news) [l](/)\n\n![Go](action:/join)"
    );
    let office = published(&team, "news", "en", "Links", &body).await;
    let page = care(&team).await;
    assert!(!page.contains("Links that lead nowhere"), "{page}");
    // What visitors may not see leads them nowhere.
    write(&team, &office, "en", "Links", &format!("[own](/library/{own})"), "publish").await.is(303);
    assert!(care(&team).await.contains(&format!("/library/{own}")));
    write(&team, &office, "en", "Links", &body, "publish").await.is(303);
    // It does when it goes.
    lead.post(&format!("/en/library/{open}/withdraw"), &[]).await.is(303);
    assert!(care(&team).await.contains(&format!("/library/{open}")));
}

async fn links_elsewhere_are_counted_and_not_opened(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let body = "[a](https://example.org/a) [b](https://EXAMPLE.org/b) [c](https://example.net) <https://example.org/c>";
    published(&team, "news", "en", "Links", body).await;
    let page = care(&team).await;
    let row = |host: &str, count: &str| format!("<bdi dir=\"ltr\">{host}</bdi><span>{count}</span>");
    assert!(page.contains(&row("example.org", "3")) && page.contains(&row("example.net", "1")), "{page}");
}

fn day(hub: &TestHub, days: i64) -> String {
    (hub.hub.now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}

async fn reviews_and_consents_are_named_in_time(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    for (title, due) in [("Due soon", 29), ("Due long ago", -3), ("Due later", 40)] {
        let office = published(&team, "myth", "en", title, "It is not so.").await;
        let form = team.get(&format!("/en{office}/facts")).await.is(200).input("revision").expect("a revision");
        let due = day(&hub, due);
        let fields = [("revision", &*form), ("position", "0"), ("review_due", &*due)];
        team.post(&format!("/en{office}/facts"), &fields).await.is(303);
    }
    for (title, ends) in [("Ends soon", 20), ("Ends later", 60)] {
        let office = begin(&team, "voice", "en", title, "Words.").await;
        let form = team.get(&format!("/en{office}/facts")).await.is(200).input("revision").expect("a revision");
        let until = day(&hub, ends);
        let fields = [("revision", &*form), ("position", "0"), ("consent", "On paper."), ("until", &*until)];
        team.post(&format!("/en{office}/facts"), &fields).await.is(303);
        write(&team, &office, "en", title, "Words.", "publish").await.is(303);
    }
    let page = care(&team).await;
    let shown = ["Due soon", "Due long ago", "Due later", "Ends soon", "Ends later"].map(|title| page.contains(title));
    assert_eq!(shown, [true, true, false, true, false], "{page}");
}

async fn a_page_to_which_nothing_leads_is_named(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "page", "en", "Lonely", "See [myself](/pages/lonely).").await;
    published(&team, "page", "en", "Linked", "Words.").await;
    published(&team, "news", "en", "News", "[There](/en/pages/linked)").await;
    let page = care(&team).await;
    assert!(page.contains(">Lonely<") && !page.contains(">Linked<"), "{page}");
}

async fn what_a_program_of_before_published_is_looked_at_too(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    published(&team, "news", "en", "Links", "[a](/nowhere)").await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM editorial_links", vec![]).await.expect("done");
    tx.exec("UPDATE editorial_items SET links_noted = FALSE", vec![]).await.expect("done");
    tx.commit().await.expect("committed");
    assert!(!care(&team).await.contains("/nowhere"));
    hub.tidy_up().await.expect("tidied up");
    assert!(care(&team).await.contains("/nowhere"));
}

async fn only_the_team_looks_after_it(engine: Engine) {
    let hub = start(engine).await;
    for who in [Who::Practitioner, Who::CityLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        for path in ["/en/office/care", "/en/office/calendar"] {
            assert_eq!(client.get(path).await.status, 403, "{} {path}", who.name());
        }
    }
}

/// What an index takes is bounded, and a text is not refused for it.
async fn a_link_of_many_letters_is_published(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let noise: String = (0..120).map(|_| base::secret::new_secret()).collect();
    let body = format!("[x](https://example.org/{noise}) [y](/{noise})\n\n![](city:{noise})");
    published(&team, "news", "en", "Long", &body).await;
    visitor.get("/en/news/long").await.is(200);
    team.get("/en/office/care").await.is(200).hides(&noise);
}
