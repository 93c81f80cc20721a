//! People are told of what happens by their choice, and of what concerns safety always.

use chrono::TimeDelta;
use testkit::scene::note;
use testkit::{CITY, Client, Engine, LetterRead, TestHub, Who, both_engines};

both_engines!(
    once_a_day_is_one_letter,
    whoever_declines_is_told_of_what_concerns_safety,
    a_city_without_a_lead_hears_of_roles_whatever_its_people_chose,
    a_daily_letter_tells_what_still_holds_of_those_who_still_may,
    many_notices_are_several_letters,
    an_event_is_told_once_however_often_it_is_followed,
    a_choice_is_made_on_the_own_page,
    a_lead_who_is_gone_when_the_letter_is_written_hears_of_it,
    a_lead_who_is_back_when_the_letter_is_written_silences_nobody,
    what_waits_for_the_day_leaves_when_its_reader_stops_to_lead,
    whoever_leads_alone_has_no_choice,
    repeated_changes_of_a_role_are_one_letter,
    an_event_that_nobody_can_read_keeps_no_other,
);

const REASON: &str = "A court asks for the document, by letter of today.";

async fn choose(by: &Client, role: &str, withdrawn: &str) {
    let fields = [("people.role", role), ("library.withdrawn", withdrawn)];
    by.post("/en/account/letters", &fields).await.leads_to("/en/account?done=letters");
}

async fn grant(hub: &TestHub, by: &Client, email: &str, role: &str) {
    by.post(&format!("{}/roles", hub.page_of(email).await), &[("role", role), ("city", CITY)]).await.is(303);
}

async fn told(hub: &TestHub, to: &str) -> Vec<LetterRead> {
    hub.letters().await.into_iter().filter(|letter| letter.to == to).collect()
}

async fn once_a_day_is_one_letter(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let (officer, email) = (Who::RegionalOfficer.email(), Who::CityLead.email());
    hub.signed_in(Who::RegionalOfficer).await;
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    choose(&lead, "daily", "at-once").await;
    grant(&hub, &central, &officer, "practitioner").await;
    hub.settle().await;
    grant(&hub, &central, &officer, "city-lead").await;
    assert!(told(&hub, &email).await.is_empty(), "not before its time");
    let other = told(&hub, "second@example.org").await;
    assert_eq!(other.len(), 2, "who did not choose is told at once");
    let account = format!("{}/en/account#letters", hub.settings.address());
    for letter in &other {
        assert_eq!(letter.unsubscribe, format!("<{account}>"));
        assert!(
            letter.text.contains("In your account you choose") && letter.text.contains(&account),
            "{}",
            letter.text
        );
    }
    hub.clock.jump(TimeDelta::days(1));
    let letters = told(&hub, &email).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].subject, "Someone gets or loses a role for your city: 2 notices");
    assert_eq!(
        letters[0].text.matches("Example regional-officer now has a role for Diffa").count(),
        2,
        "{}",
        letters[0].text
    );
    assert!(letters[0].text.contains(&format!("/en/cities/{CITY}/record")), "{}", letters[0].text);
    assert_eq!(letters[0].unsubscribe, format!("<{account}>"));
    // What was told is over; what comes later is in a letter of its own.
    hub.clock.jump(TimeDelta::days(1));
    assert_eq!(told(&hub, &email).await.len(), 1);
    hub.take(&central, &officer, "practitioner").await;
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    let letters = told(&hub, &email).await;
    assert!(letters.len() == 2 && letters.iter().any(|letter| letter.subject.ends_with(": one notice")), "{letters:?}");
}

async fn whoever_declines_is_told_of_what_concerns_safety(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, lead) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CityLead).await);
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    hub.signed_in(Who::RegionalOfficer).await;
    let fields = [("people.role", "daily"), ("library.withdrawn", "never"), ("people.glass", "never")];
    lead.post("/en/account/letters", &fields).await.is(303);
    grant(&hub, &administrator, &Who::RegionalOfficer.email(), "practitioner").await;
    let id = lead.uploaded(&note("A title", "A text.")).await;
    administrator.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    assert!(told(&hub, &Who::CityLead.email()).await.is_empty());
    administrator.post("/en/office/glass", &[("city", CITY), ("reason", REASON)]).await.is(303);
    let letters = told(&hub, &Who::CityLead.email()).await;
    assert!(letters.len() == 1 && letters[0].text.contains(REASON), "{letters:?}");
    assert!(letters[0].unsubscribe.is_empty() && !letters[0].text.contains("you choose"), "there is no choice");
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    let all = told(&hub, &Who::CityLead.email()).await.len();
    assert_eq!(all, 3, "and what concerns the own account, and what waited for the day");
}

async fn a_city_without_a_lead_hears_of_roles_whatever_its_people_chose(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::RegionalOfficer).await;
    choose(&hub.signed_in(Who::Practitioner).await, "daily", "never").await;
    let lead = hub.signed_in(Who::CityLead).await;
    choose(&lead, "daily", "never").await;
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    grant(&hub, &administrator, &Who::RegionalOfficer.email(), "practitioner").await;
    for (to, own) in [(Who::Practitioner, 0), (Who::CityLead, 1)] {
        let letters = told(&hub, &to.email()).await;
        let newcomer = letters.iter().filter(|letter| letter.subject.contains("now has a role for Diffa")).count();
        let gone = letters.iter().filter(|letter| letter.subject.contains("You no longer have")).count();
        assert_eq!((newcomer, gone), (1, own), "{letters:?}");
    }
}

async fn a_daily_letter_tells_what_still_holds_of_those_who_still_may(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    hub.signed_in(Who::RegionalOfficer).await;
    choose(&lead, "daily", "daily").await;
    let id = lead.uploaded(&note("A secret plan", "A text.")).await;
    let back = lead.uploaded(&note("Another plan", "A text.")).await;
    for id in [id, back] {
        central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    }
    grant(&hub, &central, &Who::RegionalOfficer.email(), "practitioner").await;
    hub.settle().await;
    // Put back, and taken back: it is not so any more.
    lead.post(&format!("/en/library/{back}/restore"), &[]).await.is(303);
    hub.take(&central, &Who::RegionalOfficer.email(), "practitioner").await;
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    let letters = told(&hub, &Who::CityLead.email()).await;
    let text = letters.iter().map(|letter| format!("{}\n{}", letter.subject, letter.text)).collect::<String>();
    assert!(letters.len() == 2 && text.contains("A secret plan") && !text.contains("Another plan"), "{text}");
    assert!(text.contains("has lost a role for Diffa") && !text.contains("now has a role for Diffa"), "{text}");
    // Whoever has no more to do with the city hears no more of it.
    let lead = hub.signed_in(Who::CityLead).await;
    let id = lead.uploaded(&note("A third plan", "A text.")).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    hub.settle().await;
    hub.take(&central, &Who::CityLead.email(), "city-lead").await;
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    let mut letters = told(&hub, &Who::CityLead.email()).await;
    // They have signed in anew.
    letters.retain(|letter| !letter.subject.starts_with("New sign-in"));
    assert!(letters.len() == 3 && letters.iter().all(|letter| !letter.text.contains("A third plan")), "{letters:?}");
    // Nothing waits any more, and what was not said is not said to have been sent.
    let waiting = "SELECT COUNT(*) AS n FROM notices WHERE way = 'daily' AND sent_at IS NULL AND unsaid IS NULL";
    assert_eq!(hub.number(waiting).await, 0);
    let unsaid = "SELECT COUNT(*) AS n FROM notices WHERE unsaid = 'not-so' AND sent_at IS NULL";
    assert_eq!(hub.number(unsaid).await, 3, "the plan that is back, the role that was taken back, the third plan");
}

async fn many_notices_are_several_letters(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    choose(&lead, "at-once", "daily").await;
    let id = lead.uploaded(&note("A title", "A text.")).await;
    central.post(&format!("/en/library/{id}/withdraw"), &[]).await.is(303);
    // Withdrawn by somebody from outside more often than one letter tells; numbered, not done.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "INSERT INTO events (id, at, actor, kind, subject, city, data, position) WITH RECURSIVE n (i) AS \
         (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT n.i, e.at, e.actor, e.kind, e.subject, e.city, \
         e.data, e.position FROM events e, n WHERE e.kind = 'document.withdrawn'",
        store::params![store::DAILY_NOTICES],
    )
    .await
    .expect("events");
    tx.exec("UPDATE event_followers SET position = 0, event = 0", vec![]).await.expect("from the beginning");
    tx.commit().await.expect("committed");
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    let letters = told(&hub, &Who::CityLead.email()).await;
    let mut subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
    subjects.sort_unstable();
    assert_eq!(subjects.len(), 2, "{subjects:?}");
    assert!(subjects[0].ends_with(": 100 notices") && subjects[1].ends_with(": one notice"), "{subjects:?}");
}

async fn an_event_is_told_once_however_often_it_is_followed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::RegionalOfficer).await;
    grant(&hub, &central, &Who::RegionalOfficer.email(), "practitioner").await;
    assert_eq!(told(&hub, &Who::CityLead.email()).await.len(), 1);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE event_followers SET position = 0, event = 0", vec![]).await.expect("from the beginning");
    tx.commit().await.expect("committed");
    assert!(hub.follow_events().await > 0);
    assert_eq!(told(&hub, &Who::CityLead.email()).await.len(), 1);
}

async fn a_choice_is_made_on_the_own_page(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.visitor().post("/en/account/letters", &[("people.role", "never")]).await.is(403).shows("no longer signed in");
    let lead = hub.signed_in(Who::CityLead).await;
    let page = lead.get("/en/account").await.is(200).shows("Someone gets or loses a role for your city");
    page.shows("For safety, you always hear about this at once")
        .shows("An administrator opens your city-only documents");
    let events = "SELECT COUNT(*) AS n FROM events WHERE kind = 'person.letters-chosen'";
    choose(&lead, "at-once", "at-once").await;
    assert_eq!(hub.number(events).await, 0, "as it was");
    for _ in 0..2 {
        choose(&lead, "daily", "never").await;
    }
    assert_eq!(hub.number(events).await, 1, "done twice, it is done once");
    let page = lead.get("/en/account?done=letters").await.is(200).shows("Your choice is saved");
    page.shows("<option value=\"daily\" selected>").shows("<option value=\"never\" selected>");
    for (lang, words) in [("fr", "Une fois par jour"), ("ar", "مرة في اليوم")] {
        lead.get(&format!("/{lang}/account")).await.is(200).shows(words);
    }
    // What is not asked about stays; what is no way is told beside its list, and nothing is kept of it.
    lead.post("/en/account/letters", &[("people.role", "at-once")]).await.is(303);
    let wrong = [("people.role", "never"), ("library.withdrawn", "hourly")];
    lead.post("/en/account/letters", &wrong).await.is(422).shows("Choose an option for");
    let kept = "SELECT COUNT(*) AS n FROM notice_choices WHERE (kind, way) IN \
                (VALUES ('people.role', 'at-once'), ('library.withdrawn', 'never'))";
    assert_eq!(hub.number(kept).await, 2);
    let all = hub.number("SELECT COUNT(*) AS n FROM notice_choices").await;
    assert_eq!(all, 2, "of this person only");
}

async fn invite(by: &Client, email: &str) {
    let fields = [("name", "A Sock"), ("email", email), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    by.post("/en/office/people/invite", &fields).await.is(303);
}

async fn told_of(hub: &TestHub, to: &str, what: &str) -> usize {
    told(hub, to).await.iter().filter(|letter| format!("{}{}", letter.subject, letter.text).contains(what)).count()
}

async fn a_lead_who_is_gone_when_the_letter_is_written_hears_of_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    let email = Who::CityLead.email();
    hub.signed_in(Who::CityLead).await;
    // The lead is gone before anybody has followed the event, and once more between that and the letter.
    for (round, followed) in [false, true].into_iter().enumerate() {
        invite(&central, &format!("sock{round}@example.org")).await;
        if followed {
            hub.follow_events().await;
        }
        hub.take(&central, &email, "city-lead").await;
        hub.settle().await;
        grant(&hub, &administrator, &email, "city-lead").await;
        assert_eq!(told_of(&hub, &email, "A Sock now has a role for Diffa").await, round + 1, "followed: {followed}");
    }
}

async fn a_lead_who_is_back_when_the_letter_is_written_silences_nobody(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let (email, practitioner) = (Who::CityLead.email(), Who::Practitioner.email());
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    for (round, followed) in [true, false].into_iter().enumerate() {
        hub.take(&administrator, &email, "city-lead").await;
        hub.settle().await;
        invite(&administrator, &format!("sock{round}@example.org")).await;
        if followed {
            hub.follow_events().await;
        }
        grant(&hub, &administrator, &email, "city-lead").await;
        hub.settle().await;
        for to in [&practitioner, &email] {
            assert_eq!(
                told_of(&hub, to, "A Sock now has a role for Diffa").await,
                round + 1,
                "{to}, followed: {followed}"
            );
        }
    }
    // There was a lead, who is gone when the event is followed, and back when the letter is written.
    invite(&administrator, "last@example.org").await;
    hub.take(&administrator, &email, "city-lead").await;
    hub.follow_events().await;
    grant(&hub, &administrator, &email, "city-lead").await;
    hub.settle().await;
    assert_eq!(told_of(&hub, &email, "A Sock now has a role for Diffa").await, 3);
}

async fn what_waits_for_the_day_leaves_when_its_reader_stops_to_lead(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let (first, second) = (Who::CityLead.email(), "second@example.org");
    let other = hub.newcomer(second, "Second Lead", "city-lead", CITY, "").await;
    choose(&lead, "daily", "daily").await;
    choose(&other, "daily", "daily").await;
    invite(&central, "sock@example.org").await;
    hub.settle().await;
    for to in [first.as_str(), second] {
        assert_eq!(told_of(&hub, to, "A Sock").await, 0, "once a day");
    }
    // One of them leads no longer; the other one is alone with it from now on. Both hear at once.
    hub.take(&central, &first, "city-lead").await;
    hub.settle().await;
    for to in [first.as_str(), second] {
        assert_eq!(told_of(&hub, to, "A Sock now has a role for Diffa").await, 1, "{to}");
    }
    assert_eq!(told_of(&hub, second, "Example city-lead has lost a role for Diffa").await, 1, "and this is no choice");
    // Once.
    hub.clock.jump(TimeDelta::days(1));
    assert_eq!(told_of(&hub, &first, "A Sock").await, 1);
    // An account that is closed leaves another one alone as well.
    grant(&hub, &hub.signed_in(Who::Administrator).await, &first, "city-lead").await;
    hub.settle().await;
    invite(&central, "another@example.org").await;
    hub.settle().await;
    assert_eq!(told_of(&hub, second, "A Sock").await, 1);
    central.post(&format!("{}/deactivate", hub.page_of(&first).await), &[]).await.is(303);
    assert_eq!(told_of(&hub, second, "A Sock").await, 2);
}

async fn whoever_leads_alone_has_no_choice(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    choose(&lead, "daily", "never").await;
    invite(&central, "sock@example.org").await;
    let email = Who::CityLead.email();
    let letters = told(&hub, &email).await;
    assert!(letters.len() == 1 && letters[0].subject.contains("A Sock now has a role for Diffa"), "{letters:?}");
    assert!(letters[0].unsubscribe.is_empty(), "there is no choice");
    // With a second one each may leave it to the other until the next day: of whoever comes from then on.
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    let before = told(&hub, &email).await.len();
    invite(&central, "another@example.org").await;
    assert_eq!(told(&hub, &email).await.len(), before);
    assert_eq!(told_of(&hub, "second@example.org", "A Sock now has a role for Diffa").await, 1);
}

async fn repeated_changes_of_a_role_are_one_letter(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, officer) = (hub.signed_in(Who::CentralTeam).await, Who::RegionalOfficer.email());
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::CityLead).await;
    let waiting = "SELECT COUNT(*) AS n FROM jobs WHERE queue = 'letters' AND NOT dead";
    for round in 0..3 {
        grant(&hub, &central, &officer, "practitioner").await;
        hub.follow_events().await;
        if round < 2 {
            hub.take(&central, &officer, "practitioner").await;
            hub.follow_events().await;
        }
    }
    assert_eq!(hub.number(waiting).await, 2, "one to the person, one to the lead");
    let letters = hub.letters().await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    assert_eq!(told_of(&hub, &officer, "You now have a role for Diffa").await, 1);
    assert_eq!(told_of(&hub, &Who::CityLead.email(), "now has a role for Diffa").await, 1, "the last that holds");
    // What comes after it has left is a letter of its own.
    hub.take(&central, &officer, "practitioner").await;
    assert_eq!(told_of(&hub, &Who::CityLead.email(), "has lost a role for Diffa").await, 1);
    assert_eq!(told_of(&hub, &officer, "no longer have this role").await, 1);
}

async fn an_event_that_nobody_can_read_keeps_no_other(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.newcomer("second@example.org", "Second Lead", "city-lead", CITY, "").await;
    choose(&lead, "daily", "daily").await;
    for number in 0..2 {
        invite(&central, &format!("sock{number}@example.org")).await;
    }
    hub.settle().await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let damage = "UPDATE events SET data = '[]' WHERE id = (SELECT MIN(event) FROM notices WHERE way = 'daily')";
    assert_eq!(tx.exec(damage, vec![]).await.expect("damaged"), 1);
    tx.commit().await.expect("committed");
    hub.clock.jump(TimeDelta::days(1));
    let email = Who::CityLead.email();
    assert_eq!(told_of(&hub, &email, "A Sock now has a role for Diffa").await, 1, "the other one");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM notices WHERE unsaid = 'aside' AND sent_at IS NULL").await, 1);
    // The next day is as every other.
    invite(&central, "later@example.org").await;
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(1));
    assert_eq!(told_of(&hub, &email, "A Sock now has a role for Diffa").await, 2);
}
