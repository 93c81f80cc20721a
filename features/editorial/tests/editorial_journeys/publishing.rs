//! From a draft to the readers, and back.

use testkit::{Engine, Setup, TestHub, Who, both_engines};

use crate::{OWN_REVISIONS, begin, careful, place, published, rows, start, start_with, write};

both_engines!(
    readers_have_what_is_published_and_nothing_else,
    what_readers_have_stays_while_it_is_written_on,
    a_second_person_reads_first_where_the_network_asks_for_it,
    what_is_withdrawn_says_so_and_can_come_back,
    a_form_sent_twice_begins_one_thing,
    who_comes_second_sees_both_texts,
    what_is_saved_by_itself_is_no_history,
    an_earlier_version_comes_back,
    facts_are_seen_at_once,
    a_draft_stays_when_an_earlier_version_comes_back,
    what_was_put_together_stays_in_the_history,
    an_address_that_was_taken_meanwhile_is_told_in_the_editor,
    a_withdrawal_and_a_publication_at_once_leave_one_of_both,
    doing_what_is_done_tells_nobody,
    what_has_a_theme_in_common_is_related_whatever_it_is,
);

async fn readers_have_what_is_published_and_nothing_else(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    visitor.get("/en/news").await.is(200).shows("Nothing has been published here yet");
    let office = begin(&team, "news", "en", "A workshop in Diffa", "Ten cities met.\n\n- One\n- Two").await;
    // A draft is nobody's but the team's, through whatever door.
    for door in ["/en/news", "/en/news.csv", "/en/news.atom", "/api/v1/news", "/en/", "/sitemaps/editorial/1"] {
        visitor.get(door).await.is(200).hides("A workshop in Diffa").hides("a-workshop-in-diffa");
    }
    assert_eq!(visitor.get("/en/news/a-workshop-in-diffa").await.status, 404);
    team.get(&format!("/en{office}/preview")).await.is(200).shows("<li>One</li>").shows("A preview");
    for who in [Who::Practitioner, Who::CityLead, Who::OtherLead, Who::RegionalOfficer] {
        let client = hub.signed_in(who).await;
        for path in ["", "/preview", "/history", "/facts", "/withdraw"] {
            assert_eq!(client.get(&format!("/en{office}{path}")).await.status, 403, "{} {path}", who.name());
        }
    }
    write(&team, &office, "en", "A workshop in Diffa", "Ten cities met.", "publish").await.leads_to("/en/office/");
    visitor.get("/en/news").await.is(200).shows("A workshop in Diffa");
    visitor.get("/en/").await.is(200).shows("A workshop in Diffa");
    visitor.get("/en/news/a-workshop-in-diffa").await.is(200).shows("Ten cities met.");
    visitor.get("/en/news.atom").await.is(200).shows("A workshop in Diffa").shows("/en/news/a-workshop-in-diffa");
    visitor.get("/fr/news").await.is(200).shows("lang=\"en\"").shows("A workshop in Diffa");
    visitor.get("/fr/news/a-workshop-in-diffa").await.is(200).shows("Pas encore disponible en français");
    let json = visitor.get("/api/v1/news").await.is(200).json();
    assert_eq!(json["items"][0]["texts"][0]["title"], "A workshop in Diffa");
}

async fn what_readers_have_stays_while_it_is_written_on(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "question", "en", "Who pays?", "The funders.").await;
    write(&team, &office, "en", "Who pays?", "All the funders.", "draft").await.leads_to("/en/office/");
    visitor.get("/en/questions/who-pays").await.is(200).shows("The funders.").hides("All the funders.");
    team.get(&format!("/en{office}")).await.is(200).shows("Visitors have an earlier version");
    write(&team, &office, "en", "Who pays?", "All the funders.", "publish").await.leads_to("/en/office/");
    visitor.get("/en/questions/who-pays").await.is(200).shows("All the funders.");
    // Doing what is done changes nothing.
    let (revisions, moves) = (rows(&hub, OWN_REVISIONS).await, rows(&hub, "moves").await);
    write(&team, &office, "en", "Who pays?", "All the funders.", "draft").await.leads_to("/en/office/");
    assert_eq!((rows(&hub, OWN_REVISIONS).await, rows(&hub, "moves").await), (revisions, moves));
}

async fn a_second_person_reads_first_where_the_network_asks_for_it(engine: Engine) {
    let hub = start_with(Setup::new(engine).prepare(careful)).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let visitor = hub.visitor();
    let office = begin(&author, "news", "fr", "Un atelier à Diffa", "Dix villes.").await;
    // Not at once, whatever is sent.
    let refused = write(&author, &office, "fr", "Un atelier à Diffa", "Dix villes.", "publish").await.is(422);
    refused.shows("Somebody else of the team has to read it first");
    let sent = write(&author, &office, "fr", "Un atelier à Diffa", "Dix villes.", "review").await;
    sent.leads_to(&format!("/en{office}?done=sent-for-review"));
    let page =
        author.get(&format!("/en{office}")).await.is(200).shows("Somebody else of the team has to read it before");
    let seen = page.input("revision").expect("a number");
    let publish = [("was", "in-review"), ("seen", &*seen)];
    assert_eq!(
        author.post(&format!("/en{office}/publish"), &publish).await.status,
        422,
        "nobody publishes their own words"
    );
    other.post(&format!("/en{office}/back"), &[("reason", "")]).await.is(422);
    other
        .post(&format!("/en{office}/back"), &[("reason", "Which day?")])
        .await
        .leads_to(&format!("/en{office}?done=sent-back"));
    author.get(&format!("/en{office}")).await.is(200).shows("Which day?");
    write(&author, &office, "fr", "Un atelier à Diffa", "Dix villes, le 9 mars.", "review")
        .await
        .leads_to("/en/office/");
    let seen = other.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
    // What was seen is what is published: the author writes on meanwhile.
    write(&author, &office, "fr", "Un atelier à Diffa", "Dix villes, le 10 mars.", "draft")
        .await
        .leads_to("/en/office/");
    let publish = [("was", "in-review"), ("seen", &*seen)];
    assert_eq!(other.post(&format!("/en{office}/publish"), &publish).await.status, 409);
    visitor.get("/fr/news").await.is(200).hides("Un atelier");
    write(&author, &office, "fr", "Un atelier à Diffa", "Dix villes, le 10 mars.", "review")
        .await
        .leads_to("/en/office/");
    let seen = other.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
    let publish = [("was", "in-review"), ("seen", &*seen)];
    other.post(&format!("/en{office}/publish"), &publish).await.leads_to(&format!("/en{office}?done=published"));
    visitor.get("/fr/news/un-atelier-a-diffa").await.is(200).shows("le 10 mars");
    // A translation waits for somebody else too.
    write(&author, &office, "ar", "ورشة في ديفا", "عشر مدن.", "ready")
        .await
        .leads_to(&format!("/en{office}?in=ar&done=translation-ready"));
    visitor.get("/ar/news").await.is(200).hides("ورشة في ديفا");
    let page = other.get(&format!("/en{office}")).await.is(200).shows("Publish the translations");
    let (seen, translations) = (page.input("seen").expect("a number"), page.input("translations").expect("which"));
    // What is not said to be seen is not published.
    let blind = [("was", "live"), ("seen", &*seen)];
    assert_eq!(other.post(&format!("/en{office}/publish"), &blind).await.status, 422);
    let publish = [("was", "live"), ("seen", &*seen), ("translations", &*translations)];
    assert_eq!(author.post(&format!("/en{office}/publish"), &publish).await.status, 422);
    other.post(&format!("/en{office}/publish"), &publish).await.leads_to("/en/office/");
    visitor.get("/ar/news").await.is(200).shows("ورشة في ديفا");
}

async fn what_is_withdrawn_says_so_and_can_come_back(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "myth", "en", "It shares intelligence.", "It does not.").await;
    visitor.get("/en/myths/it-shares-intelligence").await.is(200).shows("What is true");
    team.post(&format!("/en{office}/withdraw"), &[("was", "live"), ("reason", "")]).await.is(422);
    let withdraw = [("was", "live"), ("reason", "Told elsewhere.")];
    team.post(&format!("/en{office}/withdraw"), &withdraw).await.leads_to(&format!("/en{office}?done=taken-back"));
    visitor
        .get("/en/myths/it-shares-intelligence")
        .await
        .is(410)
        .shows("This page was withdrawn")
        .hides("Told elsewhere")
        .hides("It does not.");
    visitor.get("/en/myths").await.is(200).hides("It shares intelligence.");
    visitor.get("/sitemaps/editorial/1").await.is(200).hides("it-shares-intelligence");
    assert_eq!(visitor.get("/api/v1/myths").await.is(200).json()["total"], 0);
    // Twice is once.
    assert_eq!(team.post(&format!("/en{office}/withdraw"), &withdraw).await.status, 409);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'editorial.withdrawn'").await, 1);
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM texts WHERE wanted AND kind <> 'city'").await,
        0,
        "nobody translates it"
    );
    team.post(&format!("/en{office}/resume"), &[]).await.leads_to(&format!("/en{office}?done=taken-up"));
    assert_eq!(visitor.get("/en/myths/it-shares-intelligence").await.status, 410);
    write(&team, &office, "en", "It shares intelligence.", "It never does.", "publish").await.leads_to("/en/office/");
    visitor.get("/en/myths/it-shares-intelligence").await.is(200).shows("It never does.");
}

async fn a_form_sent_twice_begins_one_thing(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let once = team.get("/en/office/editorial/new").await.is(200).input("once").expect("a token");
    let fields = [("once", &*once), ("kind", "news"), ("in", "en"), ("title", "Once"), ("body", "x")];
    let (one, two) =
        tokio::join!(team.post("/en/office/editorial/new", &fields), team.post("/en/office/editorial/new", &fields));
    assert_eq!(place(&one.is(303)), place(&two.is(303)));
    assert_eq!(rows(&hub, "editorial_items").await, 1);
}

async fn who_comes_second_sees_both_texts(engine: Engine) {
    let hub = start(engine).await;
    let (one, two) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let office = begin(&one, "news", "en", "A title", "As it was.").await;
    let revision = two.get(&format!("/en{office}")).await.is(200).input("revision").expect("a revision");
    write(&one, &office, "en", "A title", "One wrote this.", "draft").await.leads_to("/en/office/");
    let fields =
        [("in", "en"), ("revision", &*revision), ("title", "A title"), ("body", "Two wrote that."), ("do", "draft")];
    let both = two.post(&format!("/en{office}"), &fields).await.is(409);
    let both = both.shows("One wrote this.").shows("Two wrote that.");
    // Sent again, now that both were seen, it is saved.
    let revision = both.input("revision").expect("the newest");
    let merged =
        [("in", "en"), ("revision", &*revision), ("title", "A title"), ("body", "Both wrote this."), ("do", "draft")];
    two.post(&format!("/en{office}"), &merged).await.leads_to("/en/office/");
    team_reads(&hub, &office).await;
}

async fn team_reads(hub: &TestHub, office: &str) {
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get(&format!("/en{office}/history?number=2")).await.is(200).shows("One");
    team.get(&format!("/en{office}")).await.is(200).shows("Both wrote this.");
}

async fn what_is_saved_by_itself_is_no_history(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A title", "a").await;
    for body in ["ab", "abc", "abcd"] {
        write(&team, &office, "en", "A title", body, "draft").await.leads_to("/en/office/");
    }
    assert_eq!(rows(&hub, OWN_REVISIONS).await, 1, "one draft, written on");
    // Somebody else's words, and what was published, stay.
    let other = hub.signed_in(Who::Administrator).await;
    write(&other, &office, "en", "A title", "Another's words.", "publish").await.leads_to("/en/office/");
    write(&other, &office, "en", "A title", "And on.", "draft").await.leads_to("/en/office/");
    assert_eq!(rows(&hub, OWN_REVISIONS).await, 3);
}

async fn an_earlier_version_comes_back(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "The first words.").await;
    write(&team, &office, "en", "A title", "Other words.", "publish").await.leads_to("/en/office/");
    let history = team.get(&format!("/en{office}/history")).await.is(200).shows("<del>The first</del>");
    history.shows("<ins>Other</ins>");
    let old = hub.number(&format!("SELECT MIN(number) AS n FROM {OWN_REVISIONS}")).await.to_string();
    let seen = hub.number("SELECT newest AS n FROM texts WHERE kind = 'news'").await.to_string();
    let fields = [("in", "en"), ("number", &*old), ("seen", &*seen)];
    team.post(&format!("/en{office}/restore"), &fields).await.leads_to(&format!("/en{office}?in=en&done=brought-back"));
    team.get(&format!("/en{office}")).await.is(200).shows("The first words.").shows("Draft");
    hub.visitor().get("/en/news/a-title").await.is(200).shows("Other words.");
    assert_eq!(team.post(&format!("/en{office}/restore"), &fields).await.status, 409, "somebody wrote since");
}

async fn facts_are_seen_at_once(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let office = published(&team, "initiative", "en", "Young Cities", "With young people.").await;
    visitor.get("/en/initiatives/young-cities").await.is(200).hides("Last reviewed");
    let form = team.get(&format!("/en{office}/facts")).await.is(200);
    let revision = form.input("revision").expect("a revision");
    let fields = [
        ("revision", &*revision),
        ("position", "7"),
        ("sources", "network-overview-2024"),
        ("cities", "Oslo\ndiffa\nتونس"),
        ("themes", "nothing-of-the-kind"),
        ("reviewed_by", "Central Team"),
        ("reviewed_on", "2026-11-20"),
    ];
    team.post(&format!("/en{office}/facts"), &fields).await.leads_to(&format!("/en{office}?done=saved"));
    let page = visitor.get("/en/initiatives/young-cities").await.is(200);
    let page = page
        .shows("Oslo")
        .shows("Diffa")
        .shows("Tunis")
        .shows("Central Team")
        .shows("/en/sources#network-overview-2024");
    drop(page);
    let second = team.post(&format!("/en{office}/facts"), &fields).await.is(409);
    drop(second);
    let revision = team.get(&format!("/en{office}/facts")).await.is(200).input("revision").expect("a revision");
    let unknown = [("revision", &*revision), ("cities", "Atlantis"), ("reviewed_on", "yesterday")];
    let wrong = team.post(&format!("/en{office}/facts"), &unknown).await.is(422);
    wrong.shows("No member is called “Atlantis”").shows("or enter it as 2026-11-28");
}

async fn a_draft_stays_when_an_earlier_version_comes_back(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "The first words.").await;
    write(&team, &office, "en", "A title", "An hour of work.", "draft").await.leads_to("/en/office/");
    let fields = [("in", "en"), ("number", "1"), ("seen", "2")];
    team.post(&format!("/en{office}/restore"), &fields).await.leads_to("/en/office/");
    team.get(&format!("/en{office}/history?number=2")).await.is(200).shows("An hour of work.");
}

async fn what_was_put_together_stays_in_the_history(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = begin(&team, "news", "en", "A title", "As it was.").await;
    // The same person in two tabs.
    let revision = team.get(&format!("/en{office}")).await.is(200).input("revision").expect("a revision");
    write(&team, &office, "en", "A title", "An hour of work.", "draft").await.leads_to("/en/office/");
    let fields = |revision: &str, merged: &str| {
        let own = [
            ("in", "en"),
            ("revision", revision),
            ("title", "A title"),
            ("body", "The other tab."),
            ("do", "draft"),
            ("merged", merged),
        ];
        own.map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |revision: &str, merged: &str| {
        let fields = fields(revision, merged);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        team.post(&format!("/en{office}"), &fields).await
    };
    let both = send(&revision, "").await.is(409).shows("An hour of work.").hides("data-autosave");
    let (revision, merged) = (both.input("revision").expect("one"), both.input("merged").expect("a mark"));
    send(&revision, &merged).await.leads_to("/en/office/");
    team.get(&format!("/en{office}/history?number={revision}")).await.is(200).shows("An hour of work.");
}

async fn an_address_that_was_taken_meanwhile_is_told_in_the_editor(engine: Engine) {
    let hub = Setup::new(engine).prepare(careful);
    let hub = start_with(hub).await;
    let (author, other) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let mut places = Vec::new();
    for body in ["One.", "Two."] {
        let office = begin(&author, "news", "en", "The same title", body).await;
        let revision = author.get(&format!("/en{office}")).await.is(200).input("revision").expect("a revision");
        let fields = [
            ("in", "en"),
            ("revision", &*revision),
            ("title", "The same title"),
            ("body", body),
            ("address", "same"),
            ("do", "review"),
        ];
        author.post(&format!("/en{office}"), &fields).await.leads_to("/en/office/");
        places.push(office);
    }
    for (place, status) in places.iter().zip([303, 422]) {
        let seen = other.get(&format!("/en{place}")).await.is(200).input("revision").expect("a number");
        let reply =
            other.post(&format!("/en{place}/publish"), &[("was", "in-review"), ("seen", &*seen)]).await.is(status);
        if status == 422 {
            reply.shows("Another page has this address").shows("Two.");
        }
    }
}

async fn a_withdrawal_and_a_publication_at_once_leave_one_of_both(engine: Engine) {
    let hub = start(engine).await;
    let (one, two) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    for round in 0..3 {
        let title = format!("Round {round}");
        let office = published(&one, "news", "en", &title, "x").await;
        let seen = one.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
        let (publish, withdraw) = (format!("/en{office}/publish"), format!("/en{office}/withdraw"));
        let (fields, reason) = ([("was", "live"), ("seen", &*seen)], [("was", "live"), ("reason", "x")]);
        let write = write(&one, &office, "fr", &title, "y", "ready");
        let (_, withdrawn, _) = tokio::join!(two.post(&publish, &fields), two.post(&withdraw, &reason), write);
        assert!(withdrawn.status == 303 || withdrawn.status == 409, "{}", withdrawn.status);
    }
    let torn = "SELECT COUNT(*) AS n FROM editorial_items WHERE shown <> (state = 'live')";
    assert_eq!(hub.number(torn).await, 0);
}

async fn doing_what_is_done_tells_nobody(engine: Engine) {
    let hub = start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let office = published(&team, "news", "en", "A title", "x").await;
    let told = async || (rows(&hub, "events").await, rows(&hub, "audit").await, rows(&hub, "changes").await);
    let before = told().await;
    let seen = team.get(&format!("/en{office}")).await.is(200).input("revision").expect("a number");
    team.post(&format!("/en{office}/publish"), &[("was", "live"), ("seen", &*seen)]).await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "x", "publish").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "x", "review").await.leads_to("/en/office/");
    write(&team, &office, "en", "A title", "x", "draft").await.leads_to("/en/office/");
    assert_eq!(told().await, before);
}

async fn what_has_a_theme_in_common_is_related_whatever_it_is(engine: Engine) {
    let hub = start(engine).await;
    let (team, visitor) = (hub.signed_in(Who::CentralTeam).await, hub.visitor());
    let news = published(&team, "news", "en", "The news", "Words.").await;
    let myth = published(&team, "myth", "en", "The myth", "Words.").await;
    published(&team, "myth", "en", "Another myth", "Words.").await;
    visitor.get("/en/news/the-news").await.is(200).hides("The myth");
    let theme = hub.hub.network.themes[0].slug.clone();
    for office in [&news, &myth] {
        let form = team.get(&format!("/en{office}/facts")).await.is(200).input("revision").expect("a revision");
        let fields = [("revision", &*form), ("position", "0"), ("themes", &*theme)];
        team.post(&format!("/en{office}/facts"), &fields).await.is(303);
    }
    let page = visitor.get("/en/news/the-news").await.is(200).shows("Related").shows("/en/myths/the-myth");
    page.hides("Another myth");
    // What comes is on the pages that are kept, what goes is not.
    let later = published(&team, "question", "en", "The question?", "Words.").await;
    let form = team.get(&format!("/en{later}/facts")).await.is(200).input("revision").expect("a revision");
    let fields = [("revision", &*form), ("position", "0"), ("section", "network"), ("themes", &*theme)];
    team.post(&format!("/en{later}/facts"), &fields).await.is(303);
    visitor.get("/en/news/the-news").await.is(200).shows("The question?");
    team.post(&format!("/en{later}/withdraw"), &[("was", "live"), ("reason", "Old.")]).await.is(303);
    visitor.get("/en/news/the-news").await.is(200).hides("The question?");
}
