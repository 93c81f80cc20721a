//! A city's leads bring in its people: they invite, change what somebody does, and leave.

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, LetterRead, OTHER_CITY, PASSWORD, Reply, TestHub, Who, both_engines};

both_engines!(
    a_colleague_is_invited_and_comes_in,
    a_link_that_is_looked_at_does_nothing,
    whoever_has_an_account_accepts_with_it,
    an_invitation_is_not_used_in_somebody_elses_session,
    an_invited_address_proves_nothing_without_its_link,
    an_invitation_ends_with_being_sent_again_taken_back_and_with_time,
    what_nobody_could_give_any_more_is_not_given,
    only_leads_of_the_city_bring_people_in,
    a_lead_gives_no_more_than_roles_of_the_city,
    two_who_accept_at_once_come_in_once,
    two_invitations_at_once_are_one,
    invited_twice_the_list_says_so,
    whoever_was_invited_elsewhere_and_never_came_comes_in_here,
    whoever_is_closed_out_is_not_let_in_by_an_invitation,
    a_lead_says_what_somebody_does,
    the_last_lead_leaves_and_the_office_hears_of_it,
    nobody_sees_people_of_another_city,
    what_nobody_answers_lapses_and_is_forgotten,
    a_link_that_is_handed_over_opens_nobody_elses_account,
    whoever_came_by_a_link_by_hand_gets_no_more_before_it_is_proved,
    nobody_is_written_to_without_end,
    a_closed_account_is_given_nothing,
);

const NEW: &str = "teacher@example.org";

fn people() -> String {
    format!("/en/cities/{CITY}/people")
}

/// Invites somebody, and answers what came of the form.
async fn invite(lead: &Client, email: &str, role: &str) -> Reply {
    let fields = [("name", "Mariam Issoufou"), ("email", email), ("lang", "en"), ("role", role)];
    lead.post(&people(), &fields).await
}

async fn letter(hub: &TestHub, to: &str) -> LetterRead {
    let letters = hub.letters().await;
    let own = letters.into_iter().rfind(|letter| letter.to == to && letter.subject.contains("invites you to work"));
    own.unwrap_or_else(|| panic!("no invitation to {to}"))
}

async fn roles_of(hub: &TestHub, email: &str) -> i64 {
    hub.number(&format!("SELECT COUNT(*) AS n FROM roles r JOIN people p ON p.id = r.person WHERE p.email = '{email}'"))
        .await
}

async fn come_in(client: &Client, link: &str) -> Reply {
    client.post(link, &[("name", "Mariam Issoufou"), ("password", PASSWORD)]).await
}

async fn a_colleague_is_invited_and_comes_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&people()).await.is(200).shows("Invite a colleague").shows("Example city-lead");
    invite(&lead, "not an address", "practitioner").await.is(422).shows("id=\"email-error\"").shows("Mariam Issoufou");
    invite(&lead, NEW, "practitioner").await.is(303);
    lead.get(&people()).await.is(200).shows("Mariam Issoufou").shows(NEW).shows("The link works until");
    let letter = letter(&hub, NEW).await;
    assert_eq!(letter.subject, "Example city-lead invites you to work with Diffa");
    assert!(letter.text.contains("Your role: Practitioner"), "{}", letter.text);
    // Nothing is anybody's yet.
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE email = '{NEW}'")).await, 0);
    let (link, client) = (letter.link(), hub.visitor());
    let page = client.get(&link).await.is(200).shows("Example city-lead").shows("Diffa").shows(NEW);
    assert!(page.header("cache-control").contains("no-store"));
    client.post(&link, &[("name", "Mariam Issoufou"), ("password", "short")]).await.is(422);
    client.post(&link, &[("name", ""), ("password", PASSWORD)]).await.is(422).shows("id=\"name-error\"");
    assert_eq!(roles_of(&hub, NEW).await, 0);
    come_in(&client, &link).await.leads_to("/en/cities/mine");
    assert_eq!(roles_of(&hub, NEW).await, 1);
    // A lead has brought them in: of the city's own they see all.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE sees_from IS NOT NULL").await, 0);
    client.get(&people()).await.is(200).shows("Mariam Issoufou").hides("Invite a colleague");
    // The link works once.
    hub.visitor().get(&link).await.is(410).shows("no longer works");
    come_in(&hub.visitor(), &link).await.is(410);
    lead.get(&people()).await.is(200).hides("The link works until");
    lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows("Colleague invited").shows(NEW);
}

async fn a_link_that_is_looked_at_does_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    invite(&lead, NEW, "practitioner").await.is(303);
    let link = letter(&hub, NEW).await.link();
    let scanner = hub.visitor();
    for _ in 0..3 {
        scanner.get(&link).await.is(200);
        // What a scanner presses without typing comes to nothing.
        scanner.post(&link, &[]).await.is(422);
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'open'").await, 1);
    come_in(&hub.visitor(), &link).await.is(303);
}

async fn whoever_has_an_account_accepts_with_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let other = hub.signed_in(Who::OtherLead).await;
    let email = Who::OtherLead.email();
    invite(&lead, &email.to_uppercase(), "practitioner").await.is(303);
    let link = letter(&hub, &email).await.link();
    // Without signing in nothing is accepted, and no password is set.
    let visitor = hub.visitor();
    visitor.get(&link).await.is(200).shows("There is an account").hides("name=\"password\"");
    come_in(&visitor, &link).await.is(200).shows("There is an account");
    assert_eq!(roles_of(&hub, &email).await, 1);
    other.get(&link).await.is(200).shows("You are signed in with the account that is invited");
    other.post(&link, &[]).await.leads_to(&format!("/en/cities/{CITY}"));
    assert_eq!(roles_of(&hub, &email).await, 2);
    // Both cities are theirs.
    other.get(&people()).await.is(200);
    other.get(&format!("/en/cities/{OTHER_CITY}/people")).await.is(200).shows("Invite a colleague");
    // Pressed twice they are there.
    other.post(&link, &[]).await.leads_to(&format!("/en/cities/{CITY}"));
    assert_eq!(roles_of(&hub, &email).await, 2);
    // Whoever has the role already is not invited to it.
    invite(&lead, &email, "practitioner").await.is(422).shows("has that role for the city already");
}

async fn an_invitation_is_not_used_in_somebody_elses_session(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let stranger = hub.signed_in(Who::OtherLead).await;
    invite(&lead, NEW, "city-lead").await.is(303);
    let link = letter(&hub, NEW).await.link();
    stranger.get(&link).await.is(200).shows("Somebody else is signed in here").hides("name=\"password\"");
    come_in(&stranger, &link).await.is(200).shows("Somebody else is signed in here");
    assert_eq!(roles_of(&hub, &Who::OtherLead.email()).await, 1);
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE email = '{NEW}'")).await, 0);
    // Nor by the lead who invited, in their own.
    lead.post(&link, &[]).await.is(200).shows("Somebody else is signed in here");
}

async fn an_invited_address_proves_nothing_without_its_link(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    invite(&lead, NEW, "city-lead").await.is(303);
    hub.settle().await;
    // Somebody gets an account with this address for another city: that gives nothing here.
    let fields = [("name", "Mariam"), ("email", NEW), ("lang", "en"), ("role", "practitioner"), ("city", OTHER_CITY)];
    central.post("/en/office/people/invite", &fields).await.is(303);
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == NEW && letter.text.contains("/en/links/")).expect("a link");
    let client = hub.visitor();
    client.post(&own.link(), &[("password", PASSWORD)]).await.is(303);
    assert_eq!(roles_of(&hub, NEW).await, 1);
    client.get(&people()).await.is(403);
    // With its link, and signed in, it does.
    client.post(&letter(&hub, NEW).await.link(), &[]).await.is(303);
    client.get(&people()).await.is(200).shows("Invite a colleague");
}

async fn an_invitation_ends_with_being_sent_again_taken_back_and_with_time(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    invite(&lead, NEW, "practitioner").await.is(303);
    let first = letter(&hub, NEW).await.link();
    let id = base::id::write_id(hub.number("SELECT id AS n FROM invitations").await);
    let again = format!("{}/invitations/{id}/again", people());
    // Pressed twice by mistake, nothing is sent again.
    lead.post(&again, &[]).await.is(303);
    assert_eq!(letter(&hub, NEW).await.link(), first);
    hub.clock.jump(TimeDelta::days(8));
    let lead = hub.signed_in(Who::CityLead).await;
    hub.visitor().get(&first).await.is(410);
    lead.get(&people()).await.is(200).shows("The link has expired");
    lead.post(&again, &[]).await.is(303);
    let second = letter(&hub, NEW).await.link();
    assert_ne!(first, second);
    hub.visitor().get(&first).await.is(410);
    hub.visitor().get(&second).await.is(200);
    let withdraw = format!("{}/invitations/{id}/withdraw", people());
    for _ in 0..2 {
        lead.post(&withdraw, &[]).await.is(303);
    }
    come_in(&hub.visitor(), &second).await.is(410);
    lead.post(&again, &[]).await.is(409).shows("answered or taken back meanwhile");
    assert_eq!(roles_of(&hub, NEW).await, 0);
    // And then somebody may be invited anew.
    invite(&lead, NEW, "practitioner").await.is(303);
    // A link that was made up leads nowhere.
    hub.visitor().get(&format!("{second}0")).await.is(410);
}

async fn what_nobody_could_give_any_more_is_not_given(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, administrator) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Administrator).await);
    hub.newcomer("second@example.org", "Second lead", "city-lead", CITY, "").await;
    invite(&lead, NEW, "city-lead").await.is(303);
    let link = letter(&hub, NEW).await.link();
    hub.take(&administrator, &Who::CityLead.email(), "city-lead").await;
    come_in(&hub.visitor(), &link).await.is(410);
    assert_eq!(roles_of(&hub, NEW).await, 0);
    assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM people WHERE email = '{NEW}'")).await, 0);
}

async fn only_leads_of_the_city_bring_people_in(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    for who in [Who::Practitioner, Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        let client = hub.signed_in(who).await;
        invite(&client, NEW, "practitioner").await.is(403);
    }
    // Nor a lead whom nobody of the city has confirmed yet.
    let administrator = hub.signed_in(Who::Administrator).await;
    let fields = [("name", "New"), ("email", "new@example.org"), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &fields).await.is(303);
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == "new@example.org").expect("an invitation");
    let newcomer = hub.visitor();
    newcomer.post(&own.link(), &[("password", PASSWORD)]).await.is(303);
    invite(&newcomer, NEW, "practitioner").await.is(403);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 0);
    hub.visitor().post(&people(), &[("email", NEW)]).await.is(403);
}

async fn a_lead_gives_no_more_than_roles_of_the_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    for role in ["administrator", "central-team", "regional-officer", "partner", "", "city-lead "] {
        invite(&lead, NEW, role).await.is(422).shows("id=\"role-error\"");
    }
    let other = format!("/en/cities/{OTHER_CITY}/people");
    let fields = [("name", "M"), ("email", NEW), ("lang", "en"), ("role", "practitioner")];
    lead.post(&other, &fields).await.is(403);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 0);
}

async fn two_who_accept_at_once_come_in_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    invite(&lead, NEW, "practitioner").await.is(303);
    let link = letter(&hub, NEW).await.link();
    let (one, other) = (hub.visitor(), hub.visitor());
    let (one, other) = tokio::join!(come_in(&one, &link), come_in(&other, &link));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 303, "{statuses:?}");
    assert!([200, 410].contains(&statuses[1]), "{statuses:?}");
    assert_eq!((roles_of(&hub, NEW).await, hub.number("SELECT COUNT(*) AS n FROM sessions").await), (1, 2));
}

async fn two_invitations_at_once_are_one(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (one, other) = tokio::join!(invite(&lead, NEW, "practitioner"), invite(&lead, NEW, "practitioner"));
    assert_eq!((one.status, other.status), (303, 303));
    let letters = hub.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.to == NEW).count(), 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 1);
}

async fn invited_twice_the_list_says_so(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    invite(&lead, NEW, "practitioner").await.is(303);
    invite(&lead, NEW, "city-lead").await.is(422).shows("is invited already");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 1);
}

async fn whoever_was_invited_elsewhere_and_never_came_comes_in_here(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let secret = hub.invited(NEW, "Mariam", "practitioner", OTHER_CITY, "").await;
    invite(&lead, NEW, "practitioner").await.is(303);
    let (link, client) = (letter(&hub, NEW).await.link(), hub.visitor());
    // Their account is opened by its own link, then they accept.
    come_in(&client, &link).await.is(200).shows("There is an account");
    client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.is(303);
    client.post(&link, &[]).await.is(303);
    assert_eq!(roles_of(&hub, NEW).await, 2);
    client.get(&people()).await.is(200);
}

async fn whoever_is_closed_out_is_not_let_in_by_an_invitation(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::OtherLead).await;
    let email = Who::OtherLead.email();
    central.post(&format!("{}/deactivate", hub.page_of(&email).await), &[]).await.is(303);
    invite(&lead, &email, "practitioner").await.is(303);
    let link = letter(&hub, &email).await.link();
    hub.visitor().get(&link).await.is(410).shows("is closed");
    come_in(&hub.visitor(), &link).await.is(410);
    assert_eq!(roles_of(&hub, &email).await, 1);
}

async fn page_in_city(hub: &TestHub, email: &str) -> String {
    format!("{}/{}", people(), base::id::write_id(hub.person(email).await))
}

async fn a_lead_says_what_somebody_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, practitioner) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Practitioner).await);
    let (email, own) = (Who::Practitioner.email(), page_in_city(&hub, &Who::Practitioner.email()).await);
    practitioner.get(&own).await.is(403);
    lead.get(&own).await.is(200).shows("Example practitioner").hides("Nobody else leads");
    lead.post(&own, &[("role", "administrator")]).await.is(422);
    for _ in 0..2 {
        lead.post(&own, &[("role", "city-lead")]).await.is(303);
    }
    practitioner.get(&people()).await.is(200).shows("Invite a colleague");
    let told = hub.letters().await;
    let about =
        |subject: &str| told.iter().filter(|letter| letter.to == email && letter.subject.contains(subject)).count();
    assert_eq!((about("You now have a role"), about("You no longer have this role")), (1, 1), "{told:?}");
    // And no more at all: at once, in the session that is open.
    for _ in 0..2 {
        lead.post(&own, &[("role", "none")]).await.is(303);
    }
    practitioner.get(&people()).await.is(403);
    assert_eq!(roles_of(&hub, &email).await, 0);
    lead.get(&own).await.is(404);
    // Whoever is of no city of theirs is nobody here.
    hub.signed_in(Who::OtherLead).await;
    lead.get(&page_in_city(&hub, &Who::OtherLead.email()).await).await.is(404);
}

async fn the_last_lead_leaves_and_the_office_hears_of_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::RegionalOfficer).await;
    hub.signed_in(Who::Practitioner).await;
    let own = page_in_city(&hub, &Who::CityLead.email()).await;
    lead.get(&own).await.is(200).shows("You are the only lead of");
    lead.post(&own, &[("role", "none")]).await.leads_to("/en/account");
    lead.get(&people()).await.is(403);
    let letters = hub.letters().await;
    let told: Vec<&LetterRead> = letters.iter().filter(|letter| letter.subject == "No lead any more: Diffa").collect();
    assert_eq!(told.len(), 1, "{letters:?}");
    assert_eq!(told[0].to, Who::RegionalOfficer.email());
}

async fn nobody_sees_people_of_another_city(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    for who in [Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        hub.signed_in(who).await.get(&people()).await.is(403).hides("city-lead@example.org");
    }
    hub.visitor().get(&people()).await.leads_to("/en/sign-in");
}

async fn what_nobody_answers_lapses_and_is_forgotten(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    invite(&lead, NEW, "practitioner").await.is(303);
    hub.settle().await;
    hub.clock.jump(TimeDelta::days(36));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'open'").await, 1);
    hub.clock.jump(TimeDelta::days(2));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations WHERE state = 'lapsed'").await, 1);
    hub.clock.jump(TimeDelta::days(91));
    hub.tidy_up().await.expect("tidied");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM invitations").await, 0);
}

async fn a_link_that_is_handed_over_opens_nobody_elses_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, administrator) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Administrator).await);
    let by_the_team = async |email: &str| {
        let fields = [("name", "Boss"), ("email", email), ("lang", "en"), ("role", "central-team")];
        administrator.post("/en/office/people/invite", &fields).await.is(303);
    };
    let link_of = async |email: &str| {
        invite(&lead, email, "practitioner").await.is(303);
        let page = lead.get(&people()).await.is(200).text();
        let at = page.rfind("/en/invitations/").expect("a link to hand over");
        page[at..].split('"').next().unwrap_or_default().to_owned()
    };
    // Invited by the team first, and afterwards.
    by_the_team("first@example.org").await;
    let first = link_of("first@example.org").await;
    let second = link_of("second@example.org").await;
    by_the_team("second@example.org").await;
    for link in [first, second] {
        let client = hub.visitor();
        come_in(&client, &link).await.is(200).shows("There is an account");
        client.get("/en/account").await.leads_to("/en/sign-in");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'central-team'").await, 2);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM people WHERE name = 'Mariam Issoufou'").await, 0);
}

async fn whoever_came_by_a_link_by_hand_gets_no_more_before_it_is_proved(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    invite(&lead, NEW, "practitioner").await.is(303);
    come_in(&hub.visitor(), &letter(&hub, NEW).await.link()).await.is(303);
    let page = hub.page_of(NEW).await;
    let role = [("role", "practitioner"), ("city", OTHER_CITY)];
    central.post(&format!("{page}/roles"), &role).await.is(422).shows("a link that somebody handed over");
    // Whoever reads what is sent there has shown it.
    hub.visitor().post("/en/forgotten", &[("email", NEW), ("do", "enter")]).await.is(303);
    let letters = hub.letters().await;
    let own = letters.iter().rfind(|letter| letter.to == NEW && letter.text.contains("/links/")).expect("a link");
    hub.visitor().post(&own.link(), &[]).await.is(303);
    central.post(&format!("{page}/roles"), &role).await.is(303);
}

async fn nobody_is_written_to_without_end(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let practitioner = hub.signed_in(Who::Practitioner).await;
    // Whoever may not invite counts for nothing.
    for _ in 0..8 {
        invite(&practitioner, NEW, "practitioner").await.is(403);
    }
    for _ in 0..6 {
        invite(&lead, NEW, "practitioner").await.is(303);
        let id = base::id::write_id(hub.number("SELECT MAX(id) AS n FROM invitations").await);
        lead.post(&format!("{}/invitations/{id}/withdraw", people()), &[]).await.is(303);
    }
    invite(&lead, NEW, "practitioner").await.is(429).shows("Mariam Issoufou");
    hub.clock.jump(TimeDelta::days(1));
    invite(&lead, NEW, "practitioner").await.is(303);
}

async fn a_closed_account_is_given_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (lead, central) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    central.post(&format!("{}/deactivate", hub.page_of(&email).await), &[]).await.is(303);
    let own = page_in_city(&hub, &email).await;
    lead.get(&people()).await.is(200).shows("Example practitioner");
    lead.post(&own, &[("role", "city-lead")]).await.is(422);
    lead.post(&own, &[("role", "none")]).await.is(303);
    assert_eq!(roles_of(&hub, &email).await, 0);
}
