//! The office decides: who may, what its asker is told, and what is kept.

use chrono::TimeDelta;
use testkit::{Engine, TestHub, Who, both_engines};

use crate::{Seen, ask, newest, send};

both_engines!(
    an_invitation_says_what_to_send,
    whoever_is_declined_may_come_back,
    each_decision_is_told_in_the_asker_s_language,
    two_enquiries_become_one_without_loss,
    two_that_are_merged_into_each_other_are_not_lost,
    who_was_merged_is_heard_when_the_other_comes_to_its_end,
    a_hand_over_takes_the_merged_along,
    two_places_of_one_name_are_two,
    what_is_erased_is_done_with,
    other_words_in_the_same_form_are_no_repetition,
    whoever_is_relieved_is_told_nothing,
    only_those_who_answer_see_enquiries,
    an_enquiry_is_handed_over_to_another_office,
    the_list_is_narrowed_and_counted,
    the_list_is_taken_as_a_file_on_record,
    what_people_wrote_is_erased_in_time,
);

/// Enquiries in a state.
async fn in_state(hub: &TestHub, state: &str) -> i64 {
    hub.number(&format!("SELECT COUNT(*) AS n FROM enquiries WHERE state = '{state}'")).await
}

async fn an_invitation_says_what_to_send(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = format!("{}/decide", newest(&hub).await);
    send(&officer, &path, &[("decision", "invite"), ("words", "We look forward to it.")]).await.is(303);
    assert_eq!(in_state(&hub, "invited").await, 1);
    let page = hub.visitor().get(&own).await.is(200);
    let page = page.shows("invited to apply").shows("points of contact").shows("We look forward to it.");
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    assert!(letter.text.contains("points of contact") && letter.text.contains("We look forward"), "{}", letter.text);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'enquiry.invited'").await, 1);
    // The private link stands in the letter alone: the page is whoever's who filled in a form.
    page.hides("/apply/");
    assert!(letter.text.contains("/en/apply/"), "{}", letter.text);
    // What they write beside the application is told, and has no clock of its own.
    hub.visitor().post(&own, &[("message", "What is a practitioner?")]).await.is(303);
    assert_eq!(in_state(&hub, "invited").await, 1);
    let told = hub.letters().await.into_iter().filter(|letter| letter.subject.starts_with("New message")).count();
    assert_eq!(told, 1);
}

async fn whoever_is_declined_may_come_back(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let own = ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let decide = format!("{path}/decide");
    // A reason has to be chosen, and one in words of our own needs them.
    send(&officer, &decide, &[("decision", "decline")]).await.is(422).shows("id=\"reason-error\"");
    send(&officer, &decide, &[("decision", "decline"), ("reason", "other")]).await.is(422).shows("id=\"words-error\"");
    send(&officer, &decide, &[("decision", "decline"), ("reason", "no-mandate")]).await.is(303);
    let page = hub.visitor().get(&own).await.is(200);
    page.shows("cannot become a member now").shows("could not confirm it").shows("This is not final");
    // Who decided, and why, stays.
    officer.get(&path).await.is(200).shows("No mandate").shows("Declined");
    // It cannot be decided again before it is looked at again.
    send(&officer, &decide, &[("decision", "invite")]).await.is(422);
    hub.clock.jump(TimeDelta::days(30));
    hub.visitor().post(&own, &[("message", "The mayor agrees now.")]).await.is(303);
    assert_eq!(in_state(&hub, "received").await, 1);
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    // What the office closed by mistake it opens itself.
    send(&officer, &decide, &[("decision", "spam")]).await.is(303);
    hub.visitor().post(&own, &[("message", "Hello?")]).await.is(404);
    send(&officer, &decide, &[("decision", "reopen")]).await.is(303);
    assert_eq!(in_state(&hub, "received").await, 1);
}

async fn each_decision_is_told_in_the_asker_s_language(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let visitor = hub.visitor();
    let fields = crate::enquiry("كيف ننضم؟", &[]);
    hub.write_to(&visitor, "/ar/join", &fields).await.leads_to("/ar/join/");
    let path = newest(&hub).await;
    officer.get(&path).await.is(200).shows("العربية");
    send(&officer, &format!("{path}/decide"), &[("decision", "redirect"), ("redirect", "member")]).await.is(303);
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == "aminatou@zinder.example").expect("a letter");
    assert!(letter.subject.contains("استفسارك") && letter.text.contains("/ar/cities"), "{}", letter.text);
    assert!(letter.text.contains("مدينتك عضو بالفعل"), "{}", letter.text);
}

async fn two_enquiries_become_one_without_loss(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "From the mayor's office.", &[]).await;
    let main = newest(&hub).await;
    let others = [("name", "Issoufou"), ("email", "issoufou@zinder.example")];
    let own = ask(&hub, "From the schools.", &others).await;
    let second = newest(&hub).await;
    officer.get(&second).await.is(200).shows("Others about the same place").shows("Aminatou");
    let of = main.rsplit('/').next().expect("an id");
    send(&officer, &format!("{second}/decide"), &[("decision", "merge"), ("of", of)]).await.is(303);
    // All of it is read in one place.
    let page = officer.get(&main).await.is(200);
    page.shows("From the mayor").shows("From the schools.").shows("in the other enquiry");
    // Whoever asked second learns that, and nothing of the other.
    let page = hub.visitor().get(&own).await.is(200);
    page.shows("deals with both together").hides("Aminatou").hides("From the mayor");
    // What they write goes on to where it is dealt with.
    hub.visitor().post(&own, &[("message", "And the youth centre.")]).await.is(303);
    officer.get(&main).await.is(200).shows("And the youth centre.");
    // They learn of the invitation as well.
    send(&officer, &format!("{main}/decide"), &[("decision", "invite")]).await.is(303);
    hub.visitor().get(&own).await.is(200).shows("invited to apply");
    // Of another answer they learn that there was one, and not which.
    send(&officer, &format!("{main}/decide"), &[("decision", "reopen")]).await.is(303);
    send(&officer, &format!("{main}/decide"), &[("decision", "decline"), ("reason", "principles")]).await.is(303);
    hub.visitor().get(&own).await.is(200).shows("has answered them").hides("principles of the network");
}

async fn two_that_are_merged_into_each_other_are_not_lost(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    for round in 0..3 {
        let email = [format!("a{round}@x.example"), format!("b{round}@x.example")];
        let place = format!("Zinder {round}");
        ask(&hub, &format!("First {round}"), &[("place", &place), ("email", &email[0])]).await;
        let first = newest(&hub).await;
        ask(&hub, &format!("Second {round}"), &[("place", &place), ("email", &email[1])]).await;
        let second = newest(&hub).await;
        let id = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let (one, two) = (id(&second), id(&first));
        let (first, second) = (format!("{first}/decide"), format!("{second}/decide"));
        let into = [[("decision", "merge"), ("of", one.as_str())], [("decision", "merge"), ("of", two.as_str())]];
        let (a, b) = tokio::join!(send(&officer, &first, &into[0]), send(&central, &second, &into[1]));
        let mut answers = [a.status, b.status];
        answers.sort_unstable();
        assert!(answers[0] == 303 && [409, 422].contains(&answers[1]), "{answers:?}");
    }
    assert_eq!((in_state(&hub, "duplicate").await, in_state(&hub, "received").await), (3, 3));
    let lost =
        "SELECT COUNT(*) AS n FROM enquiries e JOIN enquiries m ON m.id = e.duplicate_of WHERE m.state = 'duplicate'";
    assert_eq!(hub.number(lost).await, 0);
}

async fn only_those_who_answer_see_enquiries(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let own = newest(&hub).await;
    ask(&hub, "And we?", &[("country", "FR"), ("place", "Lyon"), ("email", "lyon@x.example")]).await;
    let foreign = newest(&hub).await;
    // Of another region there is nothing: not on the list, not in its files, not in counts, not by its address.
    officer.get("/en/office/enquiries").await.is(200).shows("Zinder").hides("Lyon").shows("1 enquiry");
    officer.get("/en/office/enquiries.csv").await.is(200).shows("Zinder").hides("Lyon");
    officer.get("/en/office/enquiries?q=lyon").await.is(200).hides("Lyon</bdi>");
    officer.get(&foreign).await.is(404);
    officer.get(&format!("{foreign}/decide")).await.is(404);
    for (end, fields) in [
        ("", [("writing", "note"), ("text", "x")]),
        ("/decide", [("decision", "spam"), ("was", "received")]),
        ("/owner", [("owner", ""), ("x", "")]),
        ("/region", [("region", "west-central-africa"), ("x", "")]),
    ] {
        officer.post(&format!("{foreign}{end}"), &fields).await.is(404);
    }
    let of = foreign.rsplit('/').next().expect("an id");
    send(&officer, &format!("{own}/decide"), &[("decision", "merge"), ("of", of)]).await.is(422);
    for who in [Who::Practitioner, Who::CityLead, Who::OtherLead] {
        let member = hub.signed_in(who).await;
        member.get("/en/office/enquiries").await.is(403);
        member.get(&own).await.is(403).hides("Aminatou");
        member.post(&format!("{own}/owner"), &[("owner", "")]).await.is(403);
    }
    assert_eq!(in_state(&hub, "received").await, 2);
}

async fn an_enquiry_is_handed_over_to_another_office(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    ask(&hub, "And we?", &[("country", "FR"), ("place", "Lyon")]).await;
    let path = newest(&hub).await;
    let due = "SELECT COUNT(*) AS n FROM enquiries WHERE due_on = '2026-11-25'";
    central.post(&format!("{path}/region"), &[("region", "west-central-africa")]).await.is(303);
    officer.get(&path).await.is(200).shows("Lyon");
    let told = hub.letters().await.into_iter().filter(|letter| letter.to == Who::RegionalOfficer.email()).count();
    assert!(told > 0, "the office that has it now is told");
    assert_eq!(hub.number(due).await, 1, "what was promised stays");
    // Handed on, the officer sees it no more.
    officer.post(&format!("{path}/region"), &[("region", "europe")]).await.leads_to("/en/office/enquiries");
    officer.get(&path).await.is(404);
    central.post(&format!("{path}/region"), &[("region", "atlantis")]).await.is(404);
}

async fn the_list_is_narrowed_and_counted(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    ask(&hub, "May we join?", &[]).await;
    send(&central, &newest(&hub).await, &[("writing", "question"), ("text", "Who?")]).await.is(303);
    ask(&hub, "And we?", &[("country", "FR"), ("place", "Évry"), ("email", "evry@x.example")]).await;
    let page = central.get("/en/office/enquiries").await.is(200);
    page.shows("Zinder").shows("Évry").shows("2 enquiries").shows("working days to the first answer");
    central.get("/en/office/enquiries?state=asked-back").await.is(200).shows("Zinder</bdi>").hides("Évry</bdi>");
    central.get("/en/office/enquiries?region=europe").await.is(200).shows("Évry</bdi>").hides("Zinder</bdi>");
    central.get("/en/office/enquiries?owner=nobody&state=received").await.is(200).hides("Zinder</bdi>");
    // Without accents, by who asked, by a part of an address; a wild card is a letter like others.
    for found in ["evry", "aminatou evry", "x.example evry"] {
        central.get(&format!("/en/office/enquiries?q={found}")).await.is(200).shows("Évry</bdi>").hides("Zinder</bdi>");
    }
    central.get("/en/office/enquiries?q=%25").await.is(200).shows("2 enquiries");
    central.get("/en/office/enquiries?q=atlantis").await.is(200).shows("No enquiry fits");
}

async fn the_list_is_taken_as_a_file_on_record(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    ask(&hub, "May we join?", &[("name", "=1+1")]).await;
    let csv = central.get("/en/office/enquiries.csv").await.is(200);
    csv.shows("aminatou@zinder.example").shows("2026-11-25").hides(",=1+1");
    central.get("/en/office/enquiries.xlsx").await.is(200);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'enquiry.list-taken'").await, 2);
}

async fn what_people_wrote_is_erased_in_time(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let declined = ask(&hub, "Declined one", &[]).await;
    let path = newest(&hub).await;
    let fields = [("decision", "decline"), ("reason", "other"), ("words", "As we said to Aminatou")];
    send(&central, &format!("{path}/decide"), &fields).await.is(303);
    ask(&hub, "Spam one", &[("email", "spam@x.example")]).await;
    send(&central, &format!("{}/decide", newest(&hub).await), &[("decision", "spam")]).await.is(303);
    // Whose city has not answered what was asked is silent as well.
    ask(&hub, "Silent one", &[("email", "silent@x.example")]).await;
    send(&central, &newest(&hub).await, &[("writing", "question"), ("text", "Who?")]).await.is(303);
    let open = ask(&hub, "Open one", &[("email", "open@x.example")]).await;
    hub.letters().await;
    let left = "SELECT COUNT(*) AS n FROM enquiries WHERE name <> ''";
    hub.clock.jump(TimeDelta::days(91));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number(left).await, 3, "what nobody meant goes first");
    hub.clock.jump(TimeDelta::days(731));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number(left).await, 1, "what waits for the office stays");
    hub.visitor().get(&declined).await.is(404);
    hub.visitor().get(&open).await.is(200);
    for table in ["enquiry_messages", "moves"] {
        let column = if table == "moves" { "reason" } else { "text" };
        let found =
            format!("SELECT COUNT(*) AS n FROM {table} WHERE {column} LIKE '%Aminatou%' OR {column} LIKE '%eclined%'");
        assert_eq!(hub.number(&found).await, 0, "{table}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE searched LIKE '%aminatou%'").await, 1);
    // That there was one, and what became of it, stays.
    assert_eq!(in_state(&hub, "declined").await, 1);
}

/// Two enquiries for one place, the second dealt with together with the first: the asker's page and the office's of each.
async fn two_together(hub: &TestHub, office: &testkit::Client, round: usize) -> [(String, String); 2] {
    let first = ask(hub, &format!("From the mayor's office. {round}"), &[]).await;
    let main = newest(hub).await;
    let others = [("name", "Issoufou"), ("email", "issoufou@zinder.example")];
    let second = ask(hub, &format!("From the schools. {round}"), &others).await;
    let merged = newest(hub).await;
    let of = main.rsplit('/').next().expect("an id");
    send(office, &format!("{merged}/decide"), &[("decision", "merge"), ("of", of)]).await.is(303);
    [(first, main), (second, merged)]
}

async fn who_was_merged_is_heard_when_the_other_comes_to_its_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let visitor = hub.visitor();
    // The other one is asked back: what this one writes waits for the office all the same.
    let [(first, main), (second, _)] = two_together(&hub, &officer, 1).await;
    send(&officer, &main, &[("writing", "question"), ("text", "Who?")]).await.is(303);
    assert_eq!(in_state(&hub, "received").await, 0);
    visitor.post(&second, &[("message", "We know who.")]).await.is(303);
    assert_eq!(in_state(&hub, "received").await, 1);
    // The other one is taken back: this one is the office's again, with a day by which it is answered.
    visitor.post(&format!("{first}/withdraw"), &[]).await.is(303);
    let waits =
        "SELECT COUNT(*) AS n FROM enquiries WHERE state = 'received' AND due_on IS NOT NULL AND duplicate_of IS NULL";
    assert_eq!((in_state(&hub, "duplicate").await, hub.number(waits).await), (0, 1));
    visitor.get(&second).await.is(200).shows("is with the team");
    // The other one is declined: this one is heard when it writes.
    hub.clock.jump(TimeDelta::hours(2));
    let [(_, main), (second, merged)] = two_together(&hub, &officer, 2).await;
    send(&officer, &format!("{main}/decide"), &[("decision", "decline"), ("reason", "no-mandate")]).await.is(303);
    let before = hub.letters().await.len();
    visitor.post(&second, &[("message", "We have it.")]).await.is(303);
    assert_eq!((in_state(&hub, "duplicate").await, hub.number(waits).await), (0, 2));
    officer.get(&merged).await.is(200).shows("Waiting for us").shows("We have it.");
    assert!(hub.letters().await.len() > before, "the office is told");
}

async fn a_hand_over_takes_the_merged_along(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, central) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CentralTeam).await);
    let [(_, main), (_, merged)] = two_together(&hub, &central, 1).await;
    central.post(&format!("{main}/region"), &[("region", "europe")]).await.is(303);
    officer.get(&main).await.is(404);
    officer.get(&merged).await.is(404);
    central.post(&format!("{main}/region"), &[("region", "west-central-africa")]).await.is(303);
    officer.get(&main).await.is(200).shows("From the schools.").shows("Issoufou");
    officer.get(&merged).await.is(200);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'enquiry.handed-over'").await, 2);
    // Pressed without choosing another one, or sent without a choice, nothing is said or done.
    let same = officer.post(&format!("{main}/region"), &[("region", "west-central-africa")]).await.is(303);
    assert!(!same.location().contains("done="), "{}", same.location());
    officer.post(&format!("{main}/region"), &[]).await.is(404);
    // Many more about the same place push nothing aside.
    for number in 0..22 {
        hub.clock.jump(TimeDelta::minutes(7));
        ask(&hub, &format!("Another {number}"), &[("email", &format!("n{number}@x.example"))]).await;
    }
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(&main).await.is(200).shows("From the schools.").shows("Issoufou");
}

async fn two_places_of_one_name_are_two(engine: Engine) {
    let hub = crate::hub_with_places(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let of = |which: &'static str, email: &'static str| {
        [("country", "BO"), ("place", "Santa Rosa"), ("which", which), ("email", email)]
    };
    ask(&hub, "From one.", &of("11", "one@x.example")).await;
    let fields = crate::enquiry("From the other.", &of("12", "two@x.example")).into_iter().collect::<Vec<_>>();
    let sent = hub.write_to(&hub.visitor(), "/en/join", &fields).await.is(303);
    assert!(sent.location().ends_with("done=enquiry-sent"), "{}", sent.location());
    central.get(&newest(&hub).await).await.is(200).hides("Others about the same place");
    // Of one that is not of the gazetteer nobody knows which it is.
    let none =
        hub.write_to(&hub.visitor(), "/en/join", &crate::enquiry("Neither.", &of("none", "three@x.example"))).await;
    assert!(none.is(303).location().ends_with("enquiry-sent-too"));
}

async fn what_is_erased_is_done_with(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    ask(&hub, "M", &[("place", "Kari Nordmann, Storgata 1")]).await;
    let path = newest(&hub).await;
    send(&central, &format!("{path}/decide"), &[("decision", "decline"), ("reason", "no-answer")]).await.is(303);
    hub.letters().await;
    hub.clock.jump(TimeDelta::days(732));
    hub.tidy_up().await.expect("tidied");
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get(&path).await.is(200).shows("has been erased").hides("Nordmann").hides("name=\"text\"");
    central.get(&format!("{path}/decide")).await.is(404);
    let fields = [("was", "declined"), ("seen", "0000000000000"), ("once", "x"), ("writing", "letter"), ("text", "x")];
    central.post(&path, &fields).await.is(404);
    let fields = [("was", "declined"), ("seen", "0000000000000"), ("once", "x"), ("decision", "reopen")];
    central.post(&format!("{path}/decide"), &fields).await.is(404);
    central.get("/en/office/enquiries").await.is(200).hides("Nordmann");
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM enquiries WHERE searched LIKE '%nordmann%' OR folded <> ''").await,
        0
    );
}

async fn other_words_in_the_same_form_are_no_repetition(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let seen = Seen::on(&officer, &path).await;
    let fields = |text| seen.and(&[("writing", "letter"), ("text", text)]);
    officer.post(&path, &fields("first")).await.is(303);
    officer.post(&path, &fields("first")).await.is(303);
    officer.post(&path, &fields("second, after going back")).await.is(409).shows("second, after going back");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM enquiry_messages WHERE kind = 'office'").await, 1);
}

async fn whoever_is_relieved_is_told_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::RegionalOfficer).await;
    ask(&hub, "May we join?", &[]).await;
    let path = newest(&hub).await;
    let person = base::id::write_id(hub.person(&Who::RegionalOfficer.email()).await);
    send(&central, &path, &[("writing", "question"), ("text", "Who?")]).await.is(303);
    central.post(&format!("{path}/owner"), &[("owner", &person)]).await.is(303);
    let told = async |words: &str| {
        let letters = hub.letters().await;
        letters.into_iter().filter(|letter| letter.subject.starts_with(words)).count()
    };
    assert_eq!(told("With you now").await, 1, "also while its city has to answer");
    central.post(&format!("{path}/owner"), &[("owner", "")]).await.is(303);
    assert_eq!((told("With you now").await, told("You see to").await), (1, 0));
}
