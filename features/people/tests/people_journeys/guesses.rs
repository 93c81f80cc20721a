//! Guessing: slowed down, at no cost for us, and never at the owner's expense.

use chrono::TimeDelta;
use reqwest::Method;
use testkit::{Client, Engine, PASSWORD, Reply, Setup, TestHub, Who, both_engines};

both_engines!(
    a_refused_guess_writes_nothing,
    the_place_is_counted_first,
    the_owner_comes_in_while_others_guess,
    an_unknown_browser_is_slowed_down_only,
    a_known_browser_has_a_limit_of_its_own,
    a_browser_is_known_to_its_own_account_only,
    tries_are_forgotten,
    only_so_many_tries_are_kept,
    a_clock_that_was_wrong_locks_nobody_out,
    a_whole_network_keeps_no_owner_out,
    only_so_many_are_let_through_in_a_minute,
);

/// A hub behind a proxy, so that a test can come from anywhere.
async fn hub(engine: Engine) -> TestHub {
    Setup::new(engine).settings(|settings| settings.behind_proxy = true).start().await
}

async fn guess(client: &Client, place: &str, email: &str, password: &str) -> Reply {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", email), ("password", password)])
        .finish();
    let request = client
        .request(Method::POST, "/en/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", place)
        .body(body);
    client.send(request).await
}

async fn rows(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM throttles").await
}

/// Sixty wrong guesses and more, from so many places that none of them is over its own limit.
async fn guess_from_elsewhere(hub: &TestHub, email: &str) {
    for number in 0..65 {
        let place = format!("198.51.100.{}", number / 5 + 1);
        let reply = guess(&hub.visitor(), &place, email, "a wrong guess").await;
        assert!(matches!(reply.status, 422 | 429), "{}", reply.status);
    }
}

async fn a_refused_guess_writes_nothing(engine: Engine) {
    let hub = hub(engine).await;
    let visitor = hub.visitor();
    for number in 0..120 {
        guess(&visitor, "203.0.113.1", &format!("somebody{number}@example.org"), "a wrong guess").await.is(422);
    }
    let before = rows(&hub).await;
    assert!(before > 120);
    for number in 0..40 {
        let email = format!("other{number}@example.org");
        let reply = guess(&visitor, "203.0.113.1", &email, "a wrong guess").await.is(429);
        if number > 0 {
            assert_eq!(reply.header("x-statements"), "0", "it is refused from memory");
        }
    }
    assert_eq!(rows(&hub).await, before);
    // Another node, or this one after a restart, reads it once.
    let hub = hub.restart().await;
    // What the page says is read once for all.
    hub.visitor().get("/en/sign-in").await.is(200);
    let reply = guess(&hub.visitor(), "203.0.113.1", "other@example.org", "a wrong guess").await.is(429);
    assert_eq!(reply.header("x-statements"), "1");
    assert_eq!(rows(&hub).await, before);
    hub.clock.jump(TimeDelta::minutes(16));
    guess(&hub.visitor(), "203.0.113.1", "other@example.org", "a wrong guess").await.is(422);
}

async fn the_place_is_counted_first(engine: Engine) {
    let hub = hub(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    for number in 0..120 {
        guess(&hub.visitor(), "203.0.113.1", &format!("somebody{number}@example.org"), "a wrong guess").await;
    }
    let count =
        format!("SELECT COALESCE(SUM(tries), 0) AS n FROM throttles WHERE name LIKE '%{}'", base::secret::hash(&email));
    let count = count.replace("COALESCE(SUM(tries), 0)", "CAST(COALESCE(SUM(tries), 0) AS BIGINT)");
    let before = hub.number(&count).await;
    for _ in 0..20 {
        guess(&hub.visitor(), "203.0.113.1", &email, "a wrong guess").await.is(429);
    }
    assert_eq!(hub.number(&count).await, before, "a place that is refused raises nobody's count");
}

async fn the_owner_comes_in_while_others_guess(engine: Engine) {
    let hub = hub(engine).await;
    let owner = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    owner.post("/en/sign-out", &[]).await.is(303);
    guess_from_elsewhere(&hub, &email).await;
    guess(&owner, "192.0.2.7", &email, PASSWORD).await.is(303);
    owner.get("/en/account").await.is(200);
    // The link to set the password anew is open to them, whatever others do.
    hub.visitor().post("/en/forgotten", &[("email", &email)]).await.is(303);
    let letters = hub.letters().await;
    let link = letters.iter().find(|letter| letter.text.contains("/links/")).expect("a link").link();
    let anew = hub.visitor();
    anew.post(&link, &[("password", "nine lamps on a hill")]).await.is(303);
    // And the browser in which they used it is a known one.
    anew.post("/en/sign-out", &[]).await.is(303);
    guess(&anew, "192.0.2.8", &email, "nine lamps on a hill").await.is(303);
}

async fn an_unknown_browser_is_slowed_down_only(engine: Engine) {
    let hub = hub(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    guess_from_elsewhere(&hub, &email).await;
    // Whoever comes from somewhere else is let through twice; after that they wait as all others.
    for _ in 0..2 {
        guess(&hub.visitor(), "192.0.2.7", &email, "a wrong guess").await.is(422);
    }
    let reply = guess(&hub.visitor(), "192.0.2.7", &email, PASSWORD).await.is(429);
    let wait = reply.header("retry-after").parse::<i64>().expect("seconds");
    assert!((1..=20).contains(&wait), "{wait}");
    hub.clock.jump(TimeDelta::seconds(wait + 1));
    guess(&hub.visitor(), "192.0.2.7", &email, PASSWORD).await.is(303);
    // The account is still slowed down for everybody else.
    for status in [422, 422, 429] {
        guess(&hub.visitor(), "192.0.2.9", &email, "a wrong guess").await.is(status);
    }
}

async fn a_known_browser_has_a_limit_of_its_own(engine: Engine) {
    let hub = hub(engine).await;
    let owner = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    for number in 0..10 {
        guess(&owner, &format!("192.0.2.{number}"), &email, "a wrong guess").await.is(422);
    }
    guess(&owner, "192.0.2.77", &email, PASSWORD).await.is(429);
    // A stolen browser does not lock out the owner's others.
    guess(&hub.visitor(), "192.0.2.78", &email, PASSWORD).await.is(303);
}

async fn a_browser_is_known_to_its_own_account_only(engine: Engine) {
    let hub = hub(engine).await;
    let attacker = hub.signed_in(Who::OtherLead).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    guess_from_elsewhere(&hub, &email).await;
    for status in [422, 422, 429] {
        guess(&attacker, "192.0.2.7", &email, "a wrong guess").await.is(status);
    }
    let secrets = hub.number("SELECT COUNT(*) AS n FROM devices WHERE length(hash) <> 64").await;
    assert_eq!(secrets, 0);
    // Who is deactivated, or sets a new password, is known nowhere any more but where it was set.
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM devices").await, 2);
    let owner = hub.signed_in(Who::OtherLead).await;
    let fields = [("old", PASSWORD), ("new", "nine lamps on a hill")];
    owner.post("/en/account/password", &fields).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM devices").await, 2);
}

async fn tries_are_forgotten(engine: Engine) {
    let hub = hub(engine).await;
    for number in 0..5 {
        guess(&hub.visitor(), "203.0.113.1", &format!("somebody{number}@example.org"), "a wrong guess").await;
    }
    hub.tidy_up().await.expect("tidied up");
    assert!(rows(&hub).await > 0, "what counts is kept");
    hub.clock.jump(TimeDelta::days(2));
    let before = rows(&hub).await;
    guess(&hub.visitor(), "203.0.113.2", "somebody@example.org", "a wrong guess").await.is(422);
    assert!(rows(&hub).await > before, "nobody who signs in waits for it");
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(rows(&hub).await, 3);
}

async fn only_so_many_tries_are_kept(engine: Engine) {
    let hub = hub(engine).await;
    let fill = async |name: &str, count: i64| {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        let text = "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
                    INSERT INTO throttles (name, since, tries) SELECT $2 || CAST(i AS TEXT), $3, 1 FROM n";
        tx.exec(text, store::params![count, name, tx.now()]).await.expect("tries");
        tx.commit().await.expect("committed");
        hub.clock.jump(TimeDelta::seconds(1));
    };
    fill("old", 30).await;
    fill("new", 50_000).await;
    hub.tidy_up().await.expect("tidied up");
    assert_eq!(rows(&hub).await, 50_000);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM throttles WHERE name LIKE 'old%'").await, 0, "the oldest go");
}

async fn a_clock_that_was_wrong_locks_nobody_out(engine: Engine) {
    let hub = hub(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    hub.clock.jump(TimeDelta::days(1));
    for _ in 0..7 {
        guess(&hub.visitor(), "192.0.2.7", &email, "a wrong guess").await;
    }
    guess(&hub.visitor(), "192.0.2.7", &email, PASSWORD).await.is(429);
    hub.clock.jump(TimeDelta::days(-1));
    guess(&hub.visitor(), "192.0.2.7", &email, PASSWORD).await.is(303);
}

/// From ever new places of one IPv6 /48, as an attacker has them for nothing.
async fn a_whole_network_keeps_no_owner_out(engine: Engine) {
    let hub = hub(engine).await;
    hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let mut places = (0..).map(|number: u16| format!("2001:db8:1:{number:x}::1"));
    let mut passed = 0;
    for _ in 0..70 {
        let place = places.next().expect("a place");
        passed += usize::from(guess(&hub.visitor(), &place, &email, "a wrong guess").await.status == 422);
    }
    assert_eq!(passed, 30, "a network is counted beside its places");
    // Also where the account is slowed down by others already.
    guess_from_elsewhere(&hub, &email).await;
    hub.clock.jump(TimeDelta::minutes(1));
    let attack = async |network: u16, tries: u16| {
        let mut passed = 0;
        for number in 0..tries {
            let place = format!("2001:db8:{network:x}:{number:x}::1");
            passed += usize::from(guess(&hub.visitor(), &place, &email, "a wrong guess").await.status == 422);
        }
        passed
    };
    assert!((2..=3).contains(&attack(7, 30).await), "two of a network, and the slot");
    for number in 0..12 {
        attack(7, 2).await;
        guess(&hub.visitor(), &format!("192.0.2.{number}"), &email, PASSWORD).await.is(303);
    }
}

async fn only_so_many_are_let_through_in_a_minute(engine: Engine) {
    let hub = hub(engine).await;
    let email = "somebody@example.org";
    for number in 0..60 {
        guess(&hub.visitor(), &format!("198.51.100.{number}"), email, "a wrong guess").await.is(422);
    }
    let mut passed = 0;
    for number in 0..50 {
        let reply = guess(&hub.visitor(), &format!("203.0.113.{number}"), email, "a wrong guess").await;
        passed += usize::from(reply.status == 422);
    }
    assert_eq!(passed, 31, "and one of all others");
    hub.clock.jump(TimeDelta::minutes(2));
    guess(&hub.visitor(), "203.0.113.200", email, "a wrong guess").await.is(422);
}
