//! The office and whoever asked write to each other, and a clock runs in working days.

use chrono::TimeDelta;
use testkit::{Engine, TestHub, Who, both_engines};

use crate::{Seen, ask, newest, send};

both_engines!(
    a_question_stops_the_clock_and_an_answer_starts_it_again,
    who_comes_second_sees_what_was_done_and_loses_nothing,
    the_same_form_sent_twice_writes_once,
    a_note_stays_in_the_office,
    what_was_taken_back_is_open_again_when_its_asker_writes,
    the_office_is_reminded_on_the_day_and_after_it,
    nobody_is_reminded_of_what_is_answered,
    whoever_sees_to_it_is_told,
    an_asker_does_not_write_without_end,
);

/// Is the only enquiry due on this day?
async fn is_due(hub: &TestHub, day: &str) -> bool {
    hub.number(&format!("SELECT COUNT(*) AS n FROM enquiries WHERE due_on = '{day}'")).await == 1
}

/// Does nobody of the office have to answer?
async fn is_at_rest(hub: &TestHub) -> bool {
    hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE due_on IS NULL").await == 1
}

async fn a_question_stops_the_clock_and_an_answer_starts_it_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    assert!(is_due(&hub, "2026-11-25").await);
    // On Tuesday two days are left, that one included.
    hub.clock.jump(TimeDelta::days(3));
    let path = newest(&hub).await;
    send(&officer, &path, &[("writing", "question"), ("text", "Who gives the mandate?")]).await.is(303);
    assert!(is_at_rest(&hub).await);
    let page = hub.visitor().get(&own).await.is(200);
    page.shows("The team has a question for you").shows("Who gives the mandate?").hides("November 2026.");
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    assert!(letter.text.contains("Who gives the mandate?") && letter.link() == own, "{}", letter.text);
    // Two weeks later, a Tuesday, they answer: two working days are left.
    hub.clock.jump(TimeDelta::days(14));
    let visitor = hub.visitor();
    visitor.post(&own, &[("message", "The mayor does.")]).await.leads_to(&own);
    assert!(is_due(&hub, "2026-12-10").await);
    // The same once more, from a button that was pressed twice.
    visitor.post(&own, &[("message", "The mayor does.")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiry_messages").await, 3);
    let written = hub.letters().await.into_iter().filter(|letter| letter.subject.contains("New message")).count();
    assert_eq!(written, 1, "the officer is told once");
    // Sessions end in two weeks.
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(&path).await.is(200).shows("The mayor does.").shows("Due in 2 working days");
}

async fn who_comes_second_sees_what_was_done_and_loses_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    let own = ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let seen = Seen::on(&officer, &path).await;
    send(&central, &path, &[("writing", "question"), ("text", "First question")]).await.is(303);
    let fields = seen.and(&[("writing", "question"), ("text", "Second question")]);
    let second = officer.post(&path, &fields).await.is(409);
    second.shows("Something was done").shows("First question").shows("Second question");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiry_messages WHERE kind = 'office'").await, 1);
    // Its asker wrote meanwhile: that is seen first as well.
    let seen = Seen::on(&officer, &format!("{path}/decide")).await;
    hub.visitor().post(&own, &[("message", "Please wait with it.")]).await.is(303);
    let fields = seen.and(&[("decision", "invite"), ("words", "Welcome")]);
    officer.post(&format!("{path}/decide"), &fields).await.is(409).shows("Welcome").shows("Something was done");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE state = 'received'").await, 1);
}

async fn the_same_form_sent_twice_writes_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let seen = Seen::on(&officer, &path).await;
    let fields = seen.and(&[("writing", "letter"), ("text", "Thank you")]);
    let (first, second) = tokio::join!(officer.post(&path, &fields), officer.post(&path, &fields));
    let (_, _) = (first.is(303), second.is(303));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiry_messages WHERE kind = 'office'").await, 1);
    let sent = hub.letters().await.into_iter().filter(|letter| letter.text.contains("Thank you\n")).count();
    assert_eq!(sent, 1);
}

async fn a_note_stays_in_the_office(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let before = hub.letters().await.len();
    let path = newest(&hub).await;
    send(&officer, &path, &[("writing", "note"), ("text", "Met them in Dakar")]).await.is(303);
    officer.get(&path).await.is(200).shows("Met them in Dakar").shows("Note for the office only");
    hub.visitor().get(&own).await.is(200).hides("Dakar");
    assert_eq!(hub.letters().await.len(), before);
    assert!(is_due(&hub, "2026-11-25").await, "nobody has answered yet");
}

async fn what_was_taken_back_is_open_again_when_its_asker_writes(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let visitor = hub.visitor();
    for _ in 0..2 {
        visitor.post(&format!("{own}/withdraw"), &[]).await.leads_to(&own);
    }
    visitor.get(&own).await.is(200).shows("You have taken your enquiry back");
    assert!(is_at_rest(&hub).await);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM moves WHERE kind = 'enquiry'").await, 1);
    // On Monday, with all three days.
    hub.clock.jump(TimeDelta::days(2));
    visitor.post(&own, &[("message", "We have thought about it.")]).await.is(303);
    assert!(is_due(&hub, "2026-11-26").await);
    // The same form once more is as good as words of its own.
    visitor.post(&format!("{own}/withdraw"), &[]).await.is(303);
    assert!(is_at_rest(&hub).await);
    assert_eq!(ask(&hub, "May we join?", &[]).await, own);
    assert!(is_due(&hub, "2026-11-26").await);
}

async fn the_office_is_reminded_on_the_day_and_after_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    ask(&hub, "May we join?", &[]).await;
    let officer = Who::RegionalOfficer.email();
    let to_officer = async |words: &str| {
        let letters = hub.letters().await;
        letters.into_iter().filter(|letter| letter.to == officer && letter.subject.starts_with(words)).count()
    };
    // Saturday at ten; on Wednesday at eight they are reminded.
    hub.clock.jump(TimeDelta::hours(3 * 24 + 21));
    assert_eq!(to_officer("Due today").await, 0);
    hub.clock.jump(TimeDelta::hours(2));
    assert_eq!(to_officer("Due today").await, 1);
    central.get("/en/office/enquiries").await.is(200).shows("Due today");
    hub.clock.jump(TimeDelta::days(1));
    assert_eq!(to_officer("Overdue").await, 1);
    central.get("/en/office/enquiries").await.is(200).shows("Overdue by 1 working day");
    // Once: nobody is reminded every day.
    hub.clock.jump(TimeDelta::days(4));
    assert_eq!((to_officer("Due today").await, to_officer("Overdue").await), (1, 1));
}

async fn nobody_is_reminded_of_what_is_answered(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    send(&officer, &path, &[("writing", "question"), ("text", "Who gives the mandate?")]).await.is(303);
    hub.clock.jump(TimeDelta::days(6));
    let reminded = hub.letters().await.into_iter().filter(|letter| letter.text.contains("waits for an answer")).count();
    assert_eq!(reminded, 0);
}

async fn whoever_sees_to_it_is_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let person = base::id::write_id(hub.person(&Who::RegionalOfficer.email()).await);
    central.post(&format!("{path}/owner"), &[("owner", &person)]).await.is(303);
    central.post(&format!("{path}/owner"), &[("owner", &person)]).await.is(303);
    let assigned = hub.letters().await.into_iter().filter(|letter| letter.subject.starts_with("You see to")).count();
    assert_eq!(assigned, 1);
    // From now on they alone are told.
    hub.visitor().post(&own, &[("message", "One thing more.")]).await.is(303);
    let letters = hub.letters().await;
    let told: Vec<_> = letters.iter().filter(|letter| letter.subject.starts_with("New message")).collect();
    assert_eq!(told.iter().map(|letter| letter.to.clone()).collect::<Vec<_>>(), [Who::RegionalOfficer.email()]);
    // Somebody who does not answer for the region sees to nothing; nor does nobody that there is.
    let lead = hub.signed_in(Who::CityLead).await;
    drop(lead);
    let lead = base::id::write_id(hub.person(&Who::CityLead.email()).await);
    for wrong in [lead.as_str(), "0", "x"] {
        central.post(&format!("{path}/owner"), &[("owner", wrong)]).await.is(422).shows("does not answer");
    }
    officer.get("/en/office/enquiries?owner=me").await.is(200).shows("Zinder");
    central.get("/en/office/enquiries?owner=me").await.is(200).hides("Zinder</bdi>");
}

async fn an_asker_does_not_write_without_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let visitor = hub.visitor();
    let mut refused = 0;
    for number in 0..12 {
        let sent = visitor.post(&own, &[("message", &format!("Number {number}"))]).await;
        match sent.status {
            303 => {}
            429 => refused += 1,
            other => panic!("{other}"),
        }
    }
    assert_eq!(refused, 2, "ten in an hour from one place");
    visitor.post(&own, &[("message", "")]).await.is(422).shows("id=\"message-error\"");
}
