//! Roles that begin on a day and end on a day.

use chrono::{NaiveDate, TimeDelta, Utc};
use testkit::{CITY, Client, Engine, Reply, TestHub, Who, both_engines};

both_engines!(
    whoever_leads_for_a_time_keeps_nothing_for_good,
    what_begins_later_replaces_what_was_held,
    the_later_word_counts,
    whoever_is_taken_out_does_not_come_back,
    ending_a_stand_in_early_leaves_the_practitioner,
    a_job_that_died_is_made_up_for,
    a_role_ends_with_its_last_day_at_that_instant,
    a_role_begins_on_its_first_day,
    what_nobody_could_give_any_more_does_not_begin,
    a_lead_for_a_time_is_a_practitioner_again,
    nobody_prolongs_what_they_were_given_for_a_time,
    another_last_day_counts_and_is_told_once,
    whoever_holds_a_role_is_told_before_it_ends,
    days_that_cannot_be_are_refused_and_kept,
    what_is_to_come_is_called_off,
    what_is_over_is_given_anew,
    the_city_hears_of_an_end_as_of_any,
    only_those_who_may_set_days,
    an_end_and_a_prolongation_at_once_lose_nothing,
);

fn people() -> String {
    format!("/en/cities/{CITY}/people")
}

/// So many days from today, in UTC, which is the calendar's of the tests' office in November.
fn day(hub: &TestHub, days: i64) -> NaiveDate {
    (hub.hub.now() + TimeDelta::days(days)).date_naive()
}

/// To the first instant of the day so many days ahead, less a second where it is just before.
fn jump_to(hub: &TestHub, day: NaiveDate, seconds: i64) {
    let at = day.and_time(chrono::NaiveTime::MIN).and_local_timezone(Utc).single().expect("a moment");
    hub.clock.jump(at - hub.hub.now() + TimeDelta::seconds(seconds));
}

async fn give(by: &Client, hub: &TestHub, email: &str, role: &str, from: &str, until: &str) -> Reply {
    let path = format!("{}/roles", hub.page_of(email).await);
    let city = if ["practitioner", "city-lead"].contains(&role) { CITY } else { "" };
    by.post(&path, &[("role", role), ("city", city), ("region", "europe"), ("from", from), ("until", until)]).await
}

async fn id_of(hub: &TestHub, table: &str, email: &str, role: &str) -> String {
    let of = format!("SELECT id AS n FROM {table} WHERE person = {} AND role = '{role}'", hub.person(email).await);
    base::id::write_id(hub.number(&of).await)
}

async fn held(hub: &TestHub, table: &str, email: &str) -> i64 {
    let of = format!("SELECT COUNT(*) AS n FROM {table} WHERE person = {}", hub.person(email).await);
    hub.number(&of).await
}

async fn on_record(hub: &TestHub, act: &str) -> (i64, i64) {
    let of = |table: &str| format!("SELECT COUNT(*) AS n FROM {table} WHERE action = '{act}'");
    (hub.number(&of("audit")).await, hub.number(&of("city_record")).await)
}

async fn told(hub: &TestHub, to: &str, subject: &str) -> usize {
    let letters = hub.letters().await;
    letters.iter().filter(|letter| letter.to == to && letter.subject.starts_with(subject)).count()
}

async fn in_city(hub: &TestHub, email: &str) -> String {
    format!("{}/{}", people(), base::PersonId(hub.person(email).await))
}

async fn a_role_ends_with_its_last_day_at_that_instant(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let role = id_of(&hub, "roles", &email, "practitioner").await;
    let page = hub.page_of(&email).await;
    let path = format!("{page}/roles/{role}/until");
    central.get(&path).await.is(200).shows("Last day").shows("Practitioner, Diffa");
    let last = day(&hub, 2);
    central.post(&path, &[("until", &last.to_string())]).await.leads_to(&format!("{page}?done=role-end-set"));
    central.get(&page).await.is(200).shows("Practitioner, Diffa, until");
    client.get("/en/account").await.is(200).shows("Practitioner, Diffa, until");
    client.get(&people()).await.is(200).shows("Practitioner, until");
    assert_eq!(told(&hub, &email, "Your role on").await, 1);
    jump_to(&hub, last + chrono::Days::new(1), -1);
    client.get(&people()).await.is(200);
    // At the instant, whether anybody has come to take it or not.
    hub.clock.jump(TimeDelta::seconds(1));
    client.get(&people()).await.is(403);
    client.get("/en/account").await.is(200).hides("Practitioner, Diffa");
    assert_eq!(held(&hub, "roles", &email).await, 1);
    hub.settle().await;
    hub.settle().await;
    assert_eq!((held(&hub, "roles", &email).await, held(&hub, "ended_roles", &email).await), (0, 1));
    assert_eq!(told(&hub, &email, "Your role for").await, 1);
    assert_eq!(on_record(&hub, "role.ended").await, (1, 1));
    // The day that the role was given with stands on record, too.
    assert_eq!(on_record(&hub, "role.end-set").await, (1, 1));
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.get("/en/office/record").await.is(200).shows("Role ended: its last day is over</th>");
}

async fn a_role_begins_on_its_first_day(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::OtherLead).await, Who::OtherLead.email());
    let (first, last) = (day(&hub, 2), day(&hub, 5));
    let page = hub.page_of(&email).await;
    for _ in 0..2 {
        let given = give(&central, &hub, &email, "practitioner", &first.to_string(), &last.to_string()).await;
        given.leads_to(&format!("{page}?done=role-planned"));
        assert_eq!((held(&hub, "coming_roles", &email).await, on_record(&hub, "role.planned").await), (1, (1, 1)));
    }
    central.get(&page).await.is(200).shows("Roles that begin later").shows("Practitioner, Diffa, from");
    hub.settle().await;
    client.get(&people()).await.is(403);
    jump_to(&hub, first, 0);
    hub.settle().await;
    client.get(&people()).await.is(200);
    assert_eq!((held(&hub, "coming_roles", &email).await, held(&hub, "roles", &email).await), (0, 2));
    assert_eq!(told(&hub, &email, "You now have a role for").await, 1);
    // The office gave it: it shows what is new.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE sees_from IS NOT NULL").await, 1);
    jump_to(&hub, last + chrono::Days::new(1), 0);
    hub.settle().await;
    client.get(&people()).await.is(403);
    assert_eq!(held(&hub, "roles", &email).await, 1);
}

async fn what_nobody_could_give_any_more_does_not_begin(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    hub.signed_in(Who::CityLead).await;
    let email = Who::OtherLead.email();
    hub.signed_in(Who::OtherLead).await;
    let first = day(&hub, 2);
    give(&central, &hub, &email, "practitioner", &first.to_string(), "").await.is(303);
    hub.take(&administrator, &Who::CentralTeam.email(), "central-team").await;
    jump_to(&hub, first, 0);
    hub.settle().await;
    assert_eq!((held(&hub, "coming_roles", &email).await, held(&hub, "roles", &email).await), (0, 1));
    assert_eq!(on_record(&hub, "role.not-begun").await, (1, 1));
    assert_eq!(told(&hub, &email, "You now have a role for").await, 0);
}

async fn a_lead_for_a_time_is_a_practitioner_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let own = in_city(&hub, &email).await;
    let last = day(&hub, 3);
    lead.post(&own, &[("role", "city-lead"), ("from", ""), ("until", &last.to_string())]).await.is(303);
    client.get(&people()).await.is(200).shows("Invite a colleague");
    lead.get(&own).await.is(200).shows(&format!("value=\"{last}\""));
    jump_to(&hub, last + chrono::Days::new(1), 0);
    client.get(&people()).await.is(200).hides("Invite a colleague");
    hub.settle().await;
    client.get(&people()).await.is(200).hides("Invite a colleague");
    assert_eq!(held(&hub, "roles", &email).await, 1);
}

async fn nobody_prolongs_what_they_were_given_for_a_time(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let own = in_city(&hub, &email).await;
    let (last, later) = (day(&hub, 3), day(&hub, 30));
    lead.post(&own, &[("role", "city-lead"), ("until", &last.to_string())]).await.is(303);
    let after = last + chrono::Days::new(1);
    let other = in_city(&hub, &Who::CityLead.email()).await;
    for until in ["", &later.to_string()] {
        // Now, or from a day on; for themselves, or for somebody else.
        for from in ["", &after.to_string()] {
            let sent = client.post(&own, &[("role", "city-lead"), ("from", from), ("until", until)]).await;
            sent.is(422).shows("another lead of the city");
        }
        let invited = [("name", "New"), ("email", "new@example.org"), ("lang", "en"), ("role", "city-lead")];
        client.post(&people(), &invited).await.is(422).shows("another lead of the city");
    }
    // What the other lead holds for good stays so; and a practitioner they may bring in.
    client.post(&other, &[("role", "city-lead"), ("until", "")]).await.is(303);
    let invited = [("name", "New"), ("email", "new@example.org"), ("lang", "en"), ("role", "practitioner")];
    client.post(&people(), &invited).await.is(303);
    let end = "SELECT COUNT(*) AS n FROM roles WHERE ends_at IS NOT NULL";
    assert_eq!((hub.number(end).await, held(&hub, "coming_roles", &email).await), (1, 0));
    jump_to(&hub, after, 1);
    hub.settle().await;
    client.get(&people()).await.is(200).hides("Invite a colleague");
    // The other lead can.
    lead.post(&own, &[("role", "city-lead"), ("until", &later.to_string())]).await.is(303);
    client.get(&people()).await.is(200).shows("Invite a colleague");
}

async fn another_last_day_counts_and_is_told_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let own = in_city(&hub, &email).await;
    let (first, second) = (day(&hub, 2), day(&hub, 4));
    for _ in 0..2 {
        lead.post(&own, &[("role", "practitioner"), ("until", &first.to_string())]).await.is(303);
        assert_eq!(on_record(&hub, "role.end-set").await, (1, 1));
    }
    lead.post(&own, &[("role", "practitioner"), ("until", &second.to_string())]).await.is(303);
    // Two words that waited together are one letter, of what holds.
    let letters = hub.letters().await;
    let ends: Vec<_> =
        letters.iter().filter(|own| own.to == email && own.subject.starts_with("Your role on")).collect();
    assert_eq!(ends.len(), 1, "{letters:?}");
    jump_to(&hub, first + chrono::Days::new(1), 1);
    hub.settle().await;
    client.get(&people()).await.is(200);
    lead.post(&own, &[("role", "practitioner"), ("until", "")]).await.is(303);
    assert_eq!(told(&hub, &email, "Your role on").await, 2);
    jump_to(&hub, second + chrono::Days::new(1), 1);
    hub.settle().await;
    client.get(&people()).await.is(200);
    assert_eq!(held(&hub, "ended_roles", &email).await, 0);
}

async fn whoever_holds_a_role_is_told_before_it_ends(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    let own = in_city(&hub, &email).await;
    for days in [30, 20] {
        let until = day(&hub, days).to_string();
        lead.post(&own, &[("role", "practitioner"), ("until", &until)]).await.is(303);
        assert_eq!(told(&hub, &email, "Your role on").await, usize::from(days == 30) + 2 * usize::from(days == 20));
    }
    hub.clock.jump(TimeDelta::days(7));
    assert_eq!(told(&hub, &email, "Your role on").await, 3);
    hub.clock.jump(TimeDelta::days(10));
    assert_eq!(told(&hub, &email, "Your role on").await, 3, "of the end that is no more nothing is said");
}

async fn days_that_cannot_be_are_refused_and_kept(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::OtherLead.email();
    hub.signed_in(Who::OtherLead).await;
    let at = |days: i64| day(&hub, days).to_string();
    for (from, until, error) in [
        ("2026-02-30".to_owned(), String::new(), "id=\"from-error\""),
        (String::new(), "soon".to_owned(), "id=\"until-error\""),
        (String::new(), at(-1), "id=\"until-error\""),
        (at(5), at(4), "id=\"until-error\""),
        (at(400), String::new(), "id=\"from-error\""),
        (String::new(), at(4_000), "id=\"until-error\""),
        ("9999-12-31".to_owned(), "9999-12-31".to_owned(), "id=\"from-error\""),
    ] {
        let page = give(&administrator, &hub, &email, "practitioner", &from, &until).await.is(422);
        let page = page.shows(error);
        assert_eq!((page.input("from"), page.input("until")), (Some(from), Some(until)));
    }
    give(&administrator, &hub, &email, "administrator", "", &at(9)).await.is(422).shows("has no last day");
    // Today is now; and a last day of today is the rest of it.
    give(&administrator, &hub, &email, "practitioner", &at(0), &at(0)).await.is(303);
    assert_eq!((held(&hub, "roles", &email).await, held(&hub, "coming_roles", &email).await), (2, 0));
    // Held on that day still.
    give(&administrator, &hub, &email, "practitioner", &at(0), &at(5)).await.is(303);
    give(&administrator, &hub, &email, "practitioner", &at(3), "").await.is(422).shows("still holds the role");
    give(&administrator, &hub, &email, "practitioner", &at(6), "").await.is(303);
    assert_eq!(held(&hub, "coming_roles", &email).await, 1);
}

async fn what_is_to_come_is_called_off(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    let (client, other) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::OtherLead).await);
    let email = Who::Practitioner.email();
    let own = in_city(&hub, &email).await;
    let first = day(&hub, 2);
    lead.post(&own, &[("role", "city-lead"), ("from", &first.to_string())]).await.is(303);
    lead.get(&people()).await.is(200).shows("Roles that begin later").shows("City lead, from");
    let coming = id_of(&hub, "coming_roles", &email, "city-lead").await;
    let path = format!("{own}/coming/{coming}/call-off");
    for client in [&client, &other] {
        client.post(&path, &[]).await.is(403);
    }
    // By way of their own city neither.
    other.post(&path.replace(CITY, testkit::OTHER_CITY), &[]).await.is(403);
    for _ in 0..2 {
        lead.post(&path, &[]).await.leads_to(&format!("{}?done=role-called-off", people()));
        assert_eq!(on_record(&hub, "role.called-off").await, (1, 1));
    }
    // The office calls off what the city planned, too; and whoever leaves does not come back by themselves.
    lead.post(&own, &[("role", "city-lead"), ("from", &first.to_string())]).await.is(303);
    let coming = id_of(&hub, "coming_roles", &email, "city-lead").await;
    let page = hub.page_of(&email).await;
    central.post(&format!("{page}/coming/{coming}/call-off"), &[]).await.is(303);
    assert_eq!(on_record(&hub, "role.called-off").await, (2, 2));
    lead.post(&own, &[("role", "city-lead"), ("from", &first.to_string())]).await.is(303);
    lead.post(&own, &[("role", "none")]).await.is(303);
    assert_eq!(on_record(&hub, "role.called-off").await, (3, 3));
    jump_to(&hub, first, 1);
    hub.settle().await;
    assert_eq!(held(&hub, "roles", &email).await, 0);
}

async fn what_is_over_is_given_anew(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let last = day(&hub, 1);
    give(&central, &hub, &email, "practitioner", "", &last.to_string()).await.is(303);
    jump_to(&hub, last + chrono::Days::new(1), 1);
    // Before anybody has come to take it.
    give(&central, &hub, &email, "practitioner", "", "").await.is(303);
    hub.settle().await;
    client.get(&people()).await.is(200);
    assert_eq!((held(&hub, "roles", &email).await, held(&hub, "ended_roles", &email).await), (1, 1));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE ends_at IS NOT NULL").await, 0);
    let role = id_of(&hub, "roles", &email, "practitioner").await;
    let page = hub.page_of(&email).await;
    central.get(&format!("{page}/roles/{role}/until")).await.is(200);
    // Somebody else's, or none that there ever was.
    let other = hub.page_of(&Who::CityLead.email()).await;
    central.post(&format!("{other}/roles/{role}/until"), &[("until", "")]).await.is(404);
    central.get(&format!("{page}/roles/{}/until", base::id::write_id(7))).await.is(404);
}

async fn the_city_hears_of_an_end_as_of_any(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let email = Who::CityLead.email();
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let last = day(&hub, 1);
    give(&administrator, &hub, &email, "city-lead", "", &last.to_string()).await.is(303);
    jump_to(&hub, last + chrono::Days::new(1), 1);
    hub.settle().await;
    assert_eq!(told(&hub, &Who::Practitioner.email(), "Example city-lead has lost a role").await, 1);
    assert_eq!(told(&hub, &Who::RegionalOfficer.email(), "No lead any more: Diffa").await, 1);
}

async fn only_those_who_may_set_days(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (client, other) = (hub.signed_in(Who::Practitioner).await, hub.signed_in(Who::OtherLead).await);
    hub.signed_in(Who::Administrator).await;
    let email = Who::Practitioner.email();
    let (page, own) = (hub.page_of(&email).await, in_city(&hub, &email).await);
    let role = id_of(&hub, "roles", &email, "practitioner").await;
    let until = day(&hub, 3).to_string();
    let path = format!("{page}/roles/{role}/until");
    for who in [&client, &other, &lead] {
        who.get(&path).await.is(403);
        who.post(&path, &[("until", &until)]).await.is(403);
    }
    hub.visitor().post(&path, &[("until", &until)]).await.is(403).shows("no longer signed in");
    for who in [&client, &other, &central] {
        who.post(&own, &[("role", "practitioner"), ("until", &until)]).await.is(403);
    }
    // Whom the central team may not change.
    let above = Who::Administrator.email();
    let role = id_of(&hub, "roles", &above, "administrator").await;
    central.post(&format!("{}/roles/{role}/until", hub.page_of(&above).await), &[("until", &until)]).await.is(403);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE ends_at IS NOT NULL").await, 0);
    // A sign-in of long ago is not enough.
    hub.clock.jump(TimeDelta::minutes(16));
    central.post_plainly(&path, &[("until", &until)]).await.is(307);
}

async fn an_end_and_a_prolongation_at_once_lose_nothing(engine: Engine) {
    for round in 0..3 {
        let hub = TestHub::start(engine).await;
        let central = hub.signed_in(Who::CentralTeam).await;
        hub.signed_in(Who::CityLead).await;
        let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
        let last = day(&hub, 1);
        give(&central, &hub, &email, "practitioner", "", &last.to_string()).await.is(303);
        jump_to(&hub, last + chrono::Days::new(1), 1);
        central.get("/en/account").await.is(200);
        let again = give(&central, &hub, &email, "practitioner", "", "");
        let ((), given) = tokio::join!(hub.settle(), again);
        given.is(303);
        hub.settle().await;
        client.get(&people()).await.is(200);
        assert_eq!((held(&hub, "roles", &email).await, held(&hub, "ended_roles", &email).await), (1, 1), "{round}");
        assert_eq!(on_record(&hub, "role.ended").await, (1, 1), "{round}");
    }
}

async fn whoever_leads_for_a_time_keeps_nothing_for_good(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let (client, email) = (hub.signed_in(Who::CityLead).await, Who::CityLead.email());
    hub.signed_in(Who::Practitioner).await;
    let (last, own) = (day(&hub, 3), in_city(&hub, &email).await);
    give(&administrator, &hub, &email, "city-lead", "", &last.to_string()).await.is(303);
    // As a practitioner for good, now or from tomorrow on.
    for from in [String::new(), day(&hub, 1).to_string()] {
        let sent = client.post(&own, &[("role", "practitioner"), ("from", &from), ("until", "")]).await;
        sent.is(422).shows("another lead of the city");
    }
    // As long as they lead they may: they only leave earlier.
    client.post(&own, &[("role", "practitioner"), ("until", &last.to_string())]).await.is(303);
    jump_to(&hub, last + chrono::Days::new(1), 1);
    hub.settle().await;
    client.get(&people()).await.is(403);
    assert_eq!(held(&hub, "roles", &email).await, 0);
}

async fn what_begins_later_replaces_what_was_held(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let (client, email) = (hub.signed_in(Who::Practitioner).await, Who::Practitioner.email());
    let (first, own) = (day(&hub, 2), in_city(&hub, &email).await);
    lead.post(&own, &[("role", "city-lead"), ("until", "")]).await.is(303);
    client.get(&people()).await.is(200).shows("Invite a colleague");
    lead.post(&own, &[("role", "practitioner"), ("from", &first.to_string())]).await.is(303);
    client.get(&people()).await.is(200).shows("Invite a colleague");
    jump_to(&hub, first, 1);
    hub.settle().await;
    client.get(&people()).await.is(200).hides("Invite a colleague");
    assert_eq!(held(&hub, "roles", &email).await, 1);
}

async fn the_later_word_counts(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, administrator) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::Administrator).await);
    hub.signed_in(Who::CityLead).await;
    let email = Who::OtherLead.email();
    hub.signed_in(Who::OtherLead).await;
    let (first, last) = (day(&hub, 2).to_string(), day(&hub, 5).to_string());
    give(&central, &hub, &email, "practitioner", &first, &last).await.is(303);
    // Given for good meanwhile: what was to come would have ended it.
    give(&central, &hub, &email, "practitioner", "", "").await.is(303);
    assert_eq!((held(&hub, "coming_roles", &email).await, on_record(&hub, "role.called-off").await), (0, (1, 1)));
    // The same days, said by somebody who can give it still when the first one cannot.
    hub.take(&central, &email, "practitioner").await;
    give(&central, &hub, &email, "practitioner", &first, &last).await.is(303);
    give(&administrator, &hub, &email, "practitioner", &first, &last).await.is(303);
    hub.take(&administrator, &Who::CentralTeam.email(), "central-team").await;
    jump_to(&hub, day(&hub, 2), 1);
    hub.settle().await;
    assert_eq!((held(&hub, "roles", &email).await, on_record(&hub, "role.not-begun").await), (2, (0, 0)));
}

async fn whoever_is_taken_out_does_not_come_back(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (central, lead) = (hub.signed_in(Who::CentralTeam).await, hub.signed_in(Who::CityLead).await);
    hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    let (own, first) = (in_city(&hub, &email).await, day(&hub, 2));
    for taken in [true, false] {
        lead.post(&own, &[("role", "city-lead"), ("from", &first.to_string())]).await.is(303);
        let page = hub.page_of(&email).await;
        if taken {
            hub.take(&central, &email, "practitioner").await;
            assert_eq!(held(&hub, "coming_roles", &email).await, 0);
            give(&central, &hub, &email, "practitioner", "", "").await.is(303);
        } else {
            central.post(&format!("{page}/deactivate"), &[]).await.is(303);
            central.post(&format!("{page}/activate"), &[]).await.is(303);
        }
    }
    jump_to(&hub, first, 1);
    hub.settle().await;
    assert_eq!((held(&hub, "coming_roles", &email).await, held(&hub, "roles", &email).await), (0, 1));
    assert_eq!(on_record(&hub, "role.called-off").await, (2, 2));
}

async fn ending_a_stand_in_early_leaves_the_practitioner(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let email = Who::Practitioner.email();
    let (own, last) = (in_city(&hub, &email).await, day(&hub, 30).to_string());
    lead.post(&own, &[("role", "city-lead"), ("until", &last)]).await.is(303);
    let page = lead.get(&own).await.is(200);
    let (shown, until) = (page.input("shown").expect("a role"), page.input("shown_until").expect("a day"));
    assert_eq!((shown.as_str(), until.as_str()), ("city-lead", last.as_str()));
    // The form as it came, with the other role chosen.
    let fields =
        [("shown", &*shown), ("shown_until", &*until), ("role", "practitioner"), ("from", ""), ("until", &*until)];
    lead.post(&own, &fields).await.is(303);
    assert_eq!(held(&hub, "roles", &email).await, 1);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE ends_at IS NOT NULL").await, 0);
}

async fn a_job_that_died_is_made_up_for(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let (here, elsewhere) = (Who::Practitioner.email(), Who::OtherLead.email());
    hub.signed_in(Who::Practitioner).await;
    hub.signed_in(Who::OtherLead).await;
    let (first, last) = (day(&hub, 2), day(&hub, 1));
    give(&central, &hub, &here, "practitioner", "", &last.to_string()).await.is(303);
    give(&central, &hub, &elsewhere, "practitioner", &first.to_string(), "").await.is(303);
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM jobs WHERE kind IN ('people.end-role', 'people.begin-role')", vec![]).await.expect("gone");
    tx.commit().await.expect("committed");
    jump_to(&hub, first, 1);
    hub.tidy_up().await.expect("chores");
    assert_eq!((held(&hub, "roles", &here).await, held(&hub, "roles", &elsewhere).await), (0, 2));
}
