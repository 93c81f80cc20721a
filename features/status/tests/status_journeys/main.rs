//! How memberships stand, over HTTP: decisions with their days, two people for a suspension, the city heard, holds that end by themselves.

mod importing;

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, OTHER_CITY, PASSWORD, REGION, TestHub, Who, both_engines};

fn features() -> Vec<web::Feature> {
    vec![
        people::feature(),
        organisations::feature(),
        cities::feature(),
        library::feature(),
        pictures::feature(),
        editorial::feature(),
        contact::feature(),
        site::feature(),
        principles::feature(),
        expectations::feature(),
        status::feature(),
        imports::feature(),
    ]
}

both_engines!(
    a_decision_follows_on_how_the_city_stands,
    a_suspension_needs_two_people_and_a_city_that_was_heard,
    whoever_proposed_a_suspension_does_not_decide_it,
    a_city_without_an_answer_is_suspended_after_its_days,
    of_two_who_decide_one_does,
    a_later_day_comes_by_itself,
    a_hold_ends_by_itself_and_leaves_no_public_trace,
    those_who_lead_a_city_take_it_out,
    leaving_ends_a_proposal,
    others_see_nothing_of_it,
    the_members_of_each_status_are_listed,
    wrong_days_and_reasons_are_told,
    anybody_reports_a_breach_and_the_central_team_reads_it,
    a_report_is_kept_once_and_forgotten_later,
    a_flood_of_reports_is_stopped,
    a_city_that_leaves_later_may_be_suspended_until_then,
    a_city_s_word_to_leave_overtakes_what_waits_for_its_day,
    what_waited_before_it_came_back_is_over,
    whoever_is_of_the_city_does_not_suspend_it,
    what_was_said_meanwhile_is_read_first,
    sent_twice_it_is_decided_once,
    a_city_that_was_found_wanting_again_is_on_hold_again,
    a_new_lead_ends_the_hold_for_want_of_one,
    what_the_office_decided_its_city_does_not_take_back,
    another_day_within_a_minute_is_another_decision,
);

const OFFICE: &str = "/en/office/members/diffa";
const OWN: &str = "/en/cities/diffa/membership";

/// Decides about [`CITY`], from this day.
async fn decide(client: &Client, decision: &str, from: &str) -> testkit::Reply {
    let fields = [("from", from), ("reason", "As its council said."), ("evidence", "/about"), ("sure", "yes")];
    client.post(&format!("{OFFICE}/decide/{decision}"), &fields).await
}

fn today(hub: &TestHub) -> String {
    hub.hub.network.calendar_of(REGION).day_of(hub.hub.now()).to_string()
}

async fn membership(hub: &TestHub) -> String {
    let sql = hub.hub.db.read();
    let city = cities::by_slugs(&sql, &[CITY.to_owned()]).await.expect("cities").remove(0);
    city.membership.code().to_owned()
}

async fn another_of_the_team(hub: &TestHub) -> Client {
    hub.newcomer("second@example.org", "Second", "central-team", "", "").await
}

/// All letters to this address, with their subjects.
async fn told(hub: &TestHub, email: &str) -> String {
    let own = hub.letters().await.into_iter().filter(|letter| letter.to == email);
    own.map(|letter| format!("{}\n{}\n", letter.subject, letter.text)).collect()
}

/// The address of what waits about [`CITY`].
async fn waiting(hub: &TestHub) -> String {
    let id = hub.number("SELECT id AS n FROM status_decisions WHERE state <> 'dropped' AND applied_at IS NULL").await;
    format!("{OFFICE}/decisions/{}", base::id::write_id(id))
}

async fn propose(hub: &TestHub) -> Client {
    let central = hub.signed_in(Who::CentralTeam).await;
    decide(&central, "suspended", "").await.leads_to(&format!("{OFFICE}?done=suspension-proposed"));
    central
}

const AGREE: [(&str, &str); 2] = [("do", "agree"), ("note", "They wrote that they need time.")];

/// Agrees, having read what the city said.
async fn agree(client: &Client, page: &str) -> testkit::Reply {
    let seen = client.get(page).await.is(200).input("seen").unwrap_or_default();
    client.post(page, &[AGREE[0], AGREE[1], ("seen", &seen)]).await
}

async fn a_decision_follows_on_how_the_city_stands(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let today = today(&hub);
    officer.get(OFFICE).await.is(200).shows("Active").shows("Dormant").hides("Takes part again").hides("Suspended");
    decide(&officer, "resumed", &today).await.is(422).shows("does not follow");
    decide(&officer, "dormant", &today).await.leads_to(&format!("{OFFICE}?done=status-decided"));
    assert_eq!(membership(&hub).await, "dormant");
    let page = officer.get(OFFICE).await.is(200).shows("As its council said.").shows("/en/about");
    page.shows("Example regional-officer").shows("Takes part again");
    // Nobody outside sees a difference.
    hub.visitor().get("/en/cities/diffa").await.is(200).hides("ormant");
    decide(&officer, "resumed", &today).await.is(303);
    decide(&officer, "suspended", "").await.is(403);
    decide(&officer, "joined", &today).await.is(403);
    officer.get(&format!("{OFFICE}/decide/nonsense")).await.is(404);
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(OWN)
        .await
        .is(200)
        .shows("As its council said.")
        .shows("Takes part again")
        .shows("Example regional-officer");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action LIKE 'city.membership%'").await, 2);
}

async fn a_suspension_needs_two_people_and_a_city_that_was_heard(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(OWN).await.is(200).hides("Send the answer");
    propose(&hub).await;
    assert_eq!(membership(&hub).await, "active");
    hub.settle().await;
    let letter = told(&hub, &Who::CityLead.email()).await;
    assert!(
        letter.contains("is asked before its membership is decided on") && letter.contains("As its council said."),
        "{letter}"
    );
    let second = another_of_the_team(&hub).await;
    let page = waiting(&hub).await;
    second.get(&page).await.is(200).shows("has not answered yet").shows("Suspend the city from today");
    second
        .post(&page, &AGREE)
        .await
        .is(422)
        .shows("has not answered, and can do so until")
        .shows("They wrote that they need time.");
    lead.post(OWN, &[("answer", "")]).await.is(422).shows("Write what your city has to say.");
    let said = [("answer", "We were flooded.")];
    for _ in 0..2 {
        lead.post(OWN, &said).await.leads_to(&format!("{OWN}?done=suspension-answered"));
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM status_answers").await, 1, "sent twice it is one");
    hub.signed_in(Who::Practitioner).await.post(OWN, &said).await.is(403);
    hub.settle().await;
    assert!(told(&hub, "second@example.org").await.contains("has answered"));
    agree(&second, &page).await.leads_to(&format!("{OFFICE}?done=status-decided"));
    assert_eq!(membership(&hub).await, "suspended");
    hub.visitor().get("/en/cities/diffa").await.is(404);
    lead.get(OWN).await.is(200).shows("Suspended").shows("They wrote that they need time.").hides("Send the answer");
    lead.post(OWN, &said).await.is(409).shows("We were flooded.");
    let page_now =
        second.get(&page).await.is(200).hides("What do you decide?").shows("They wrote that they need time.");
    page_now.shows("Second").shows("We were flooded.");
    second.post(&page, &[("do", "drop"), ("note", "No.")]).await.is(409).shows("No.");
    decide(&second, "restored", &today(&hub)).await.is(303);
    assert_eq!(membership(&hub).await, "active");
    hub.visitor().get("/en/cities/diffa").await.is(200);
}

async fn whoever_proposed_a_suspension_does_not_decide_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, propose(&hub).await);
    lead.post(OWN, &[("answer", "We were flooded.")]).await.is(303);
    let page = waiting(&hub).await;
    central.get(&page).await.is(200).shows("somebody else has to decide").hides("Suspend the city from today");
    central.post(&page, &AGREE).await.is(422).shows("somebody else has to decide");
    assert_eq!(membership(&hub).await, "active");
    // One thing at a time.
    decide(&central, "dormant", &today(&hub)).await.is(422).shows("waits about this city already");
    hub.signed_in(Who::RegionalOfficer).await.post(&page, &AGREE).await.is(403);
    let dropped = [("do", "drop"), ("note", "A misunderstanding.")];
    central.post(&page, &dropped).await.leads_to(&format!("{OFFICE}?done=decision-dropped"));
    lead.get(OWN).await.is(200).shows("Came to nothing").shows("A misunderstanding.");
    decide(&central, "dormant", &today(&hub)).await.is(303);
}

async fn a_city_without_an_answer_is_suspended_after_its_days(engine: Engine) {
    let hub = TestHub::start(engine).await;
    propose(&hub).await;
    let page = waiting(&hub).await;
    hub.clock.jump(TimeDelta::days(9));
    another_of_the_team(&hub).await.post(&page, &AGREE).await.is(422);
    hub.clock.jump(TimeDelta::days(14));
    let second = hub.visitor();
    second.post("/en/sign-in", &[("email", "second@example.org"), ("password", PASSWORD)]).await.is(303);
    second.post(&page, &AGREE).await.is(303);
    assert_eq!(membership(&hub).await, "suspended");
}

async fn of_two_who_decide_one_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    propose(&hub).await;
    lead.post(OWN, &[("answer", "We were flooded.")]).await.is(303);
    let (second, page) = (another_of_the_team(&hub).await, waiting(&hub).await);
    let third = hub.newcomer("third@example.org", "Third", "central-team", "", "").await;
    let drop = [("do", "drop"), ("note", "No.")];
    let seen = second.get(&page).await.is(200).input("seen").unwrap_or_default();
    let agrees = [AGREE[0], AGREE[1], ("seen", &*seen)];
    let (agreed, dropped) = tokio::join!(second.post(&page, &agrees), third.post(&page, &drop));
    let mut both = [agreed.status, dropped.status];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    assert_eq!(membership(&hub).await, if agreed.status == 303 { "suspended" } else { "active" });
    // Of two proposals one is.
    if agreed.status != 303 {
        let (one, two) = tokio::join!(decide(&second, "suspended", ""), decide(&third, "suspended", ""));
        let mut both = [one.status, two.status];
        both.sort_unstable();
        assert_eq!(both, [303, 422]);
    }
}

async fn a_later_day_comes_by_itself(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let day = |days: i64| {
        let at = hub.hub.now() + TimeDelta::days(days);
        hub.hub.network.calendar_of(REGION).day_of(at).to_string()
    };
    decide(&officer, "withdrawn", &day(3)).await.is(303);
    hub.settle().await;
    assert_eq!(membership(&hub).await, "active");
    officer.get(OFFICE).await.is(200).shows("Not in force yet").hides("Dormant");
    officer.get("/en/office/members").await.is(200).shows("Left the network, from");
    decide(&officer, "dormant", &day(0)).await.is(422).shows("waits about this city already");
    officer.get(&format!("{OFFICE}/decide/dormant")).await.leads_to(OFFICE);
    hub.clock.jump(TimeDelta::days(4));
    hub.settle().await;
    assert_eq!(membership(&hub).await, "withdrawn");
    hub.visitor().get("/en/cities/diffa").await.is(404);
    // Taken back before its day, nothing comes of it.
    let other = hub.signed_in(Who::CentralTeam).await;
    let place = "/en/office/members/medellin";
    let fields = [("from", &*day(3)), ("reason", "It was said."), ("sure", "yes")];
    other.post(&format!("{place}/decide/dormant"), &fields).await.is(303);
    let id = hub.number("SELECT id AS n FROM status_decisions WHERE state = 'decided' AND applied_at IS NULL").await;
    let page = format!("{place}/decisions/{}", base::id::write_id(id));
    other.post(&page, &[("do", "drop"), ("note", "It stays.")]).await.is(303);
    hub.clock.jump(TimeDelta::days(4));
    hub.settle().await;
    assert_eq!(
        hub.number("SELECT COUNT(*) AS n FROM cities WHERE slug = 'medellin' AND membership = 'active'").await,
        1
    );
}

async fn a_hold_ends_by_itself_and_leaves_no_public_trace(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    let year = &hub.hub.now().format("%Y").to_string();
    let place = "/en/cities/diffa/expectations";
    let missed = [("expectation", "join-one-event"), ("year", year), ("met", "no"), ("note", "Nobody came.")];
    let before = hub.visitor().get("/en/cities/diffa").await.is(200).text();
    officer.post(place, &missed).await.is(303);
    lead.get(OWN).await.is(200).shows("On hold").shows("Nobody came.").shows("ends by itself");
    lead.get(place).await.is(200).shows("Not met");
    officer.get("/en/office/members?status=on-hold").await.is(200).shows("Diffa");
    assert_eq!(hub.visitor().get("/en/cities/diffa").await.is(200).text(), before);
    hub.settle().await;
    assert!(told(&hub, &Who::CityLead.email()).await.contains("what the network expects is not met"));
    let met = [("expectation", "join-one-event"), ("year", year), ("met", "yes"), ("note", "They came after all.")];
    officer.post(place, &met).await.is(303);
    lead.get(OWN).await.is(200).hides("On hold").shows("Active");
    // By choice only: that holds nobody up.
    let chosen = [("expectation", "answer-surveys"), ("year", year), ("met", "no"), ("note", "No answer.")];
    officer.post(place, &chosen).await.is(303);
    lead.get(OWN).await.is(200).hides("On hold");
}

async fn those_who_lead_a_city_take_it_out(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let leave = format!("{OWN}/withdraw");
    lead.get(&leave).await.is(200).shows("My local government has decided this");
    let fields = [("from", &*today(&hub)), ("reason", "Our council wants so."), ("sure", "yes")];
    hub.signed_in(Who::Practitioner).await.post(&leave, &fields).await.is(403);
    hub.signed_in(Who::OtherLead).await.post(&leave, &fields).await.is(403);
    let yesterday = hub.hub.network.calendar_of(REGION).day_of(hub.hub.now() - TimeDelta::days(1)).to_string();
    let past = [("from", &*yesterday), fields[1], fields[2]];
    lead.post(&leave, &past).await.is(422).shows("Enter today or a later day");
    lead.post(&leave, &fields[..2]).await.is(422).shows("tick the box").shows("Our council wants so.");
    hub.signed_in(Who::RegionalOfficer).await;
    // Whoever signed in long ago shows first who they are.
    hub.clock.jump(TimeDelta::minutes(16));
    lead.post_plainly(&leave, &fields).await.is(307);
    lead.post(&leave, &fields).await.leads_to(&format!("{OWN}?done=city-leaves"));
    assert_eq!(membership(&hub).await, "withdrawn");
    hub.settle().await;
    let letter = told(&hub, &Who::RegionalOfficer.email()).await;
    assert!(letter.contains("leaves the network"), "{letter}");
    lead.get(OWN).await.is(200).shows("Withdrawn").hides("/membership/withdraw");
    hub.clock.jump(TimeDelta::minutes(2));
    lead.post(&leave, &fields).await.is(422);
}

async fn leaving_ends_a_proposal(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    propose(&hub).await;
    let fields = [("from", &*today(&hub)), ("reason", "Our council wants so."), ("sure", "yes")];
    lead.post(&format!("{OWN}/withdraw"), &fields).await.is(303);
    assert_eq!(membership(&hub).await, "withdrawn");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM status_decisions WHERE state = 'dropped'").await, 1);
}

async fn others_see_nothing_of_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    decide(&officer, "dormant", &today(&hub)).await.is(303);
    hub.visitor().get(OWN).await.leads_to("/en/sign-in");
    let other = hub.signed_in(Who::OtherLead).await;
    for page in [OWN, OFFICE, "/en/office/members"] {
        other.get(page).await.is(403);
    }
    officer.get(&format!("/en/office/members/{OTHER_CITY}")).await.is(403);
    officer.get("/en/office/members/nowhere").await.is(404);
    hub.signed_in(Who::CityLead).await.get(OFFICE).await.is(403);
}

async fn the_members_of_each_status_are_listed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let listed = async |status: &str| {
        let page = officer.get(&format!("/en/office/members?status={status}")).await.is(200).text();
        page.contains("/en/office/members/diffa\"")
    };
    assert!(listed("active").await && !listed("dormant").await && !listed("withdrawn").await);
    decide(&officer, "dormant", &today(&hub)).await.is(303);
    assert!(!listed("active").await && listed("dormant").await);
    decide(&officer, "withdrawn", &today(&hub)).await.is(303);
    assert!(!listed("dormant").await && listed("withdrawn").await && !listed("").await);
}

async fn wrong_days_and_reasons_are_told(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    for wrong in ["", "2026-02-30", "1999-01-01", "2999-01-01"] {
        decide(&officer, "dormant", wrong).await.is(422).shows("As its council said.").shows("id=\"from-error\"");
    }
    decide(&officer, "dormant", &today(&hub)).await.is(303);
    let before = hub.hub.network.calendar_of(REGION).day_of(hub.hub.now() - TimeDelta::days(3)).to_string();
    decide(&officer, "resumed", &before).await.is(422).shows("Something later was decided already");
    // Whoever writes an address that is none links nowhere.
    let fields = [("from", &*today(&hub)), ("reason", "Again."), ("evidence", "javascript:alert(1)"), ("sure", "yes")];
    officer.post(&format!("{OFFICE}/decide/resumed"), &fields).await.is(303);
    officer.get(OFFICE).await.is(200).shows("javascript:alert(1)").hides("href=\"javascript");
}

const REPORT: &str = "/en/principles/report";
const REPORTS: &str = "/en/office/breach-reports";

async fn the_report(hub: &TestHub) -> String {
    format!("{REPORTS}/{}", base::id::write_id(hub.number("SELECT MAX(id) AS n FROM breach_reports").await))
}

async fn anybody_reports_a_breach_and_the_central_team_reads_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    visitor.get("/en/principles").await.is(200).shows(REPORT);
    visitor.get(&format!("{REPORT}?city={CITY}")).await.is(200).shows("value=\"diffa\" selected");
    hub.write_to(&visitor, REPORT, &[("text", "It keeps a list.")])
        .await
        .is(422)
        .shows("id=\"city-error\"")
        .shows("It keeps a list.");
    hub.write_to(&visitor, REPORT, &[("city", CITY)]).await.is(422).shows("id=\"text-error\"");
    hub.write_to(&visitor, REPORT, &[("city", CITY), ("text", "A list."), ("email", "me")]).await.is(422);
    let report = [("city", CITY), ("text", "It keeps a list."), ("name", "Ada"), ("email", "ada@example.org")];
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.write_to(&visitor, REPORT, &report).await.leads_to("/en/principles?done=breach-reported");
    hub.settle().await;
    let letter = told(&hub, &Who::CentralTeam.email()).await;
    assert!(letter.contains("A report on the guiding principles") && !letter.contains("list"), "{letter}");
    for who in [Who::CityLead, Who::RegionalOfficer, Who::Practitioner] {
        let other = hub.signed_in(who).await;
        for page in [REPORTS.to_owned(), the_report(&hub).await] {
            other.get(&page).await.is(403);
        }
        other.post(&the_report(&hub).await, &[("outcome", "founded"), ("note", "Yes.")]).await.is(403);
    }
    central.get(REPORTS).await.is(200).shows("Diffa").shows("Waiting");
    let page = the_report(&hub).await;
    central.get(&page).await.is(200).shows("It keeps a list.").shows("ada@example.org").hides("mailto:");
    central.post(&page, &[("note", "We asked.")]).await.is(422).shows("We asked.");
    let closed = [("outcome", "founded"), ("note", "We asked.")];
    central.post(&page, &closed).await.leads_to(&format!("{REPORTS}?done=breach-closed"));
    let other = [("outcome", "unfounded"), ("note", "We asked again.")];
    central.post(&page, &other).await.is(409).shows("We asked again.");
    central.get(REPORTS).await.is(200).hides("Diffa");
    central.get(&format!("{REPORTS}?closed=yes")).await.is(200).shows("Diffa").shows("Confirmed");
    // Nothing of it stands on the city's own record.
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/record").await.is(200).hides("Report on the principles");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_record WHERE action LIKE 'breach%'").await, 0);
}

async fn a_report_is_kept_once_and_forgotten_later(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let report = [("city", CITY), ("text", "It keeps a list."), ("name", "Ada"), ("email", "ada@example.org")];
    for _ in 0..2 {
        hub.write_to(&hub.visitor(), REPORT, &report).await.is(303);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM breach_reports").await, 1);
    let page = the_report(&hub).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    central.post(&page, &[("outcome", "unfounded"), ("note", "We asked Ada.")]).await.is(303);
    hub.clock.jump(TimeDelta::days(700));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM breach_reports WHERE text <> ''").await, 1);
    hub.clock.jump(TimeDelta::days(32));
    hub.tidy_up().await.expect("tidied");
    let kept =
        "SELECT COUNT(*) AS n FROM breach_reports WHERE text || name || email || note = '' AND outcome = 'unfounded'";
    assert_eq!(hub.number(kept).await, 1);
    hub.signed_in(Who::CentralTeam).await.get(&page).await.is(200).shows("has been erased").hides("Ada");
}

async fn a_flood_of_reports_is_stopped(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let mut last = 303;
    for round in 0..60 {
        let text = format!("Report {round}");
        last = hub.write_to(&hub.visitor(), REPORT, &[("city", CITY), ("text", &text)]).await.status;
        if last != 303 {
            break;
        }
    }
    assert_eq!(last, 429);
}

/// In so many days, by the calendar of the city's office.
fn in_days(hub: &TestHub, days: i64) -> String {
    hub.hub.network.calendar_of(REGION).day_of(hub.hub.now() + TimeDelta::days(days)).to_string()
}

async fn leave(hub: &TestHub, lead: &Client, days: i64) -> testkit::Reply {
    let fields = [("from", &*in_days(hub, days)), ("reason", "Our council wants so."), ("sure", "yes")];
    lead.post(&format!("{OWN}/withdraw"), &fields).await
}

async fn a_city_that_leaves_later_may_be_suspended_until_then(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, second) = (hub.signed_in(Who::CityLead).await, another_of_the_team(&hub).await);
    propose(&hub).await;
    leave(&hub, &lead, 300).await.is(303);
    let proposed = "SELECT id AS n FROM status_decisions WHERE state = 'proposed'";
    let page = format!("{OFFICE}/decisions/{}", base::id::write_id(hub.number(proposed).await));
    lead.post(OWN, &[("answer", "We leave.")]).await.is(303);
    agree(&second, &page).await.is(303);
    assert_eq!(membership(&hub).await, "suspended");
    second.get(OFFICE).await.is(200).shows("Not in force yet");
    hub.clock.jump(TimeDelta::days(301));
    hub.settle().await;
    assert_eq!(membership(&hub).await, "withdrawn");
}

async fn a_city_s_word_to_leave_overtakes_what_waits_for_its_day(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, officer) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::RegionalOfficer).await);
    decide(&officer, "dormant", &in_days(&hub, 100)).await.is(303);
    propose(&hub).await;
    leave(&hub, &lead, 5).await.is(303);
    // They think better of it; nobody else's word is taken back by that.
    let page = lead.get(OWN).await.is(200).shows("Came to nothing").shows("Take it back").text();
    let action =
        page.split("action=\"").find(|part| part.split('"').next().is_some_and(|own| own.ends_with("/take-back")));
    let action = action.and_then(|part| part.split('"').next()).expect("a form").to_owned();
    hub.signed_in(Who::Practitioner).await.post(&action, &[]).await.is(403);
    hub.signed_in(Who::OtherLead).await.post(&action, &[]).await.is(403);
    lead.post(&action, &[]).await.leads_to(&format!("{OWN}?done=decision-dropped"));
    hub.clock.jump(TimeDelta::days(6));
    hub.settle().await;
    assert_eq!(membership(&hub).await, "active");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM status_decisions WHERE state = 'proposed'").await, 1);
}

async fn what_waited_before_it_came_back_is_over(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    leave(&hub, &lead, 5).await.is(303);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[CITY.to_owned()]).await.expect("cities").remove(0);
    let admitted = cities::Admitted { city, returned: true };
    status::lock(&tx, admitted.city.id).await.expect("alone");
    status::joined(&tx, &hub.hub, &base::Actor::System, &admitted, "/about").await.expect("it is kept");
    tx.commit().await.expect("committed");
    hub.clock.jump(TimeDelta::days(6));
    hub.settle().await;
    assert_eq!(membership(&hub).await, "active");
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(OWN).await.is(200).shows("Joined again").shows("Came to nothing");
}

async fn whoever_is_of_the_city_does_not_suspend_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let of_both = hub.newcomer("both@example.org", "Both", "central-team", "", "").await;
    let page = format!("{}/roles", hub.page_of("both@example.org").await);
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post(&page, &[("role", "city-lead"), ("city", CITY)]).await.is(303);
    decide(&of_both, "suspended", "").await.is(422).shows("You work for this city");
    propose(&hub).await;
    of_both.post(OWN, &[("answer", "We agree.")]).await.is(303);
    agree(&of_both, &waiting(&hub).await).await.is(422).shows("You work for this city");
    hub.write_to(&hub.visitor(), REPORT, &[("city", CITY), ("text", "It keeps a list.")]).await.is(303);
    of_both.get(&the_report(&hub).await).await.is(403);
    of_both.post(&the_report(&hub).await, &[("outcome", "unfounded"), ("note", "No.")]).await.is(403);
    // Whoever proposed it does not answer for the city either, whatever they become.
    let central = hub.signed_in(Who::CentralTeam).await;
    let page = format!("{}/roles", hub.page_of(&Who::CentralTeam.email()).await);
    administrator.post(&page, &[("role", "city-lead"), ("city", OTHER_CITY)]).await.is(303);
    let place = format!("/en/office/members/{OTHER_CITY}/decide/suspended");
    central.post(&place, &[("reason", "So."), ("sure", "yes")]).await.is(422).shows("You work for this city");
}

async fn what_was_said_meanwhile_is_read_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, second) = (hub.signed_in(Who::CityLead).await, another_of_the_team(&hub).await);
    propose(&hub).await;
    lead.post(OWN, &[("answer", "We were flooded.")]).await.is(303);
    let page = waiting(&hub).await;
    let seen = second.get(&page).await.is(200).input("seen").expect("what was read");
    lead.post(OWN, &[("answer", "And here is the report.")]).await.is(303);
    let agrees = [AGREE[0], AGREE[1], ("seen", &*seen)];
    second.post(&page, &agrees).await.is(422).shows("has said more").shows("And here is the report.");
    assert_eq!(membership(&hub).await, "active");
    second.post(&page, &[("do", "drop"), ("note", "It was right.")]).await.is(303);
    hub.settle().await;
    assert!(told(&hub, &Who::CityLead.email()).await.contains("the suspension came to nothing"));
}

async fn sent_twice_it_is_decided_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let today = today(&hub);
    let (one, two) = tokio::join!(decide(&officer, "dormant", &today), decide(&officer, "dormant", &today));
    assert_eq!((one.status, two.status), (303, 303));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM status_decisions").await, 1);
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.write_to(&hub.visitor(), REPORT, &[("city", CITY), ("text", "It keeps a list.")]).await.is(303);
    let page = the_report(&hub).await;
    for _ in 0..2 {
        central.post(&page, &[("outcome", "unfounded"), ("note", "No.")]).await.is(303);
    }
}

async fn a_city_that_was_found_wanting_again_is_on_hold_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    let year = &hub.hub.now().format("%Y").to_string();
    let find = async |met: &str| {
        let about = [("expectation", "commit-to-principles"), ("year", &**year), ("note", "So."), ("path", "/news")];
        let fields: Vec<_> = about.into_iter().chain([("met", met)]).collect();
        hub.clock.jump(TimeDelta::minutes(2));
        officer.post("/en/cities/diffa/expectations", &fields).await.is(303);
        lead.get(OWN).await.is(200).text().contains("On hold")
    };
    for (met, held) in [("yes", false), ("no", true), ("yes", false), ("no", true)] {
        assert_eq!(find(met).await, held, "{met}");
    }
}

async fn a_new_lead_ends_the_hold_for_want_of_one(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    let year = &hub.hub.now().format("%Y").to_string();
    let missed = [("expectation", "name-contact"), ("year", &**year), ("met", "no"), ("note", "Nobody.")];
    officer.post("/en/cities/diffa/expectations", &missed).await.is(303);
    let is_held = async || officer.get(OFFICE).await.is(200).text().contains("status is-warn\">On hold");
    assert!(is_held().await);
    hub.clock.jump(TimeDelta::days(1));
    let administrator = hub.signed_in(Who::Administrator).await;
    let fields = [("name", "New"), ("email", "new@example.org"), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &fields).await.is(303);
    assert!(is_held().await);
    let secret = people::link_for(&hub.hub.db, "new@example.org").await.expect("a link");
    hub.visitor().post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(303);
    assert!(!is_held().await);
}

async fn what_the_office_decided_its_city_does_not_take_back(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let later = hub.hub.network.calendar_of(REGION).day_of(hub.hub.now() + TimeDelta::days(9)).to_string();
    decide(&central, "withdrawn", &later).await.is(303);
    lead.get(OWN).await.is(200).hides("take-back");
    let id = hub.number("SELECT id AS n FROM status_decisions WHERE state = 'decided'").await;
    lead.post(&format!("{OWN}/{}/take-back", base::id::write_id(id)), &[]).await.is(403);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM status_decisions WHERE state = 'dropped'").await, 0);
}

async fn another_day_within_a_minute_is_another_decision(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let day = |days: i64| {
        let at = hub.hub.now() + TimeDelta::days(days);
        hub.hub.network.calendar_of(REGION).day_of(at).to_string()
    };
    let leave = async |day: &str| {
        let fields = [("from", day), ("reason", "Our council wants so."), ("sure", "yes")];
        lead.post(&format!("{OWN}/withdraw"), &fields).await
    };
    leave(&day(60)).await.is(303);
    leave(&day(60)).await.is(303);
    let open = "SELECT COUNT(*) AS n FROM status_decisions WHERE state = 'decided'";
    assert_eq!(hub.number(open).await, 1, "sent twice, it is one");
    let id = hub.number("SELECT id AS n FROM status_decisions WHERE state = 'decided'").await;
    lead.post(&format!("{OWN}/{}/take-back", base::id::write_id(id)), &[]).await.is(303);
    leave(&day(90)).await.is(303);
    assert_eq!(hub.number(open).await, 1, "not taken for the one that was taken back");
}
