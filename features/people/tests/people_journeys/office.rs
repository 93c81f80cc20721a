//! What is done with accounts and roles in the back office: asked first, done once, said as it is, and on record.

use chrono::TimeDelta;
use reqwest::Method;
use testkit::{CITY, Client, Engine, LetterRead, OTHER_CITY, PASSWORD, TestHub, Who, both_engines};

both_engines!(
    the_record_says_by_address_who_it_was,
    another_name_is_on_record_once,
    a_role_is_taken_once,
    an_invitation_sent_twice_is_one,
    nothing_is_given_to_an_account_that_is_deactivated,
    who_is_about_to_lose_something_is_named_first,
    who_hears_of_a_loss_is_said_as_it_is,
    a_link_from_the_team_says_who_sends_it,
    opening_an_account_again_is_told_as_closing_it_is,
    where_no_mail_leaves_an_invitation_is_handed_over,
    a_link_is_handed_over_by_whoever_gave_the_role,
    only_notices_that_can_concern_somebody_are_offered,
    too_many_attempts_say_why_and_what_else_helps,
    the_own_sessions_can_be_told_apart,
);

/// Rows that a second time must not add to.
async fn written(hub: &TestHub) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["events", "jobs", "city_record", "account_log", "roles", "ended_roles", "people"] {
        counts.push(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await);
    }
    // That somebody looked is on record once a day, whatever is done.
    counts.push(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action <> 'person.seen'").await);
    counts
}

async fn subjects(hub: &TestHub, to: &str) -> Vec<String> {
    let letters: Vec<LetterRead> = hub.letters().await;
    letters.into_iter().filter(|letter| letter.to == to).map(|letter| letter.subject).collect()
}

async fn role_of(hub: &TestHub, email: &str) -> String {
    let id = hub.person(email).await;
    base::id::write_id(hub.number(&format!("SELECT MIN(id) AS n FROM roles WHERE person = {id}")).await)
}

async fn the_record_says_by_address_who_it_was(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    let lead = hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    // Somebody takes the name of somebody else.
    central.post("/en/account", &[("name", "Example administrator"), ("lang", "en")]).await.is(303);
    hub.take(&central, &Who::Practitioner.email(), "practitioner").await;
    let (by, whom) = (Who::CentralTeam.email(), Who::Practitioner.email());
    let page = administrator.get("/en/office/record").await.is(200).shows("Own name changed</th>");
    let page = page.shows(&by).shows(&whom);
    for email in [&by, &whom] {
        let link = format!("href=\"{}\"", hub.page_of(email).await);
        assert!(page.text().contains(&link), "{link}");
    }
    let own = lead.get(&format!("/en/cities/{CITY}/record")).await.is(200).shows(&by).shows(&whom);
    own.hides("/office/people/");
    for (client, file) in
        [(&administrator, "/en/office/record.csv".to_owned()), (&lead, format!("/en/cities/{CITY}/record.csv"))]
    {
        let text = client.get(&file).await.is(200).text();
        let line = text.lines().find(|line| line.starts_with("Role taken away")).expect("a line");
        assert!(line.contains(&format!("Example administrator <{by}>")), "{line}");
        assert!(line.contains(&format!("<{whom}>")), "{line}");
    }
}

async fn another_name_is_on_record_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let lines = async |table: &str| {
        hub.number(&format!("SELECT COUNT(*) AS n FROM {table} WHERE action = 'person.renamed'")).await
    };
    lead.post("/en/account", &[("name", "Example city-lead"), ("lang", "fr")]).await.is(303);
    assert_eq!((lines("audit").await, lines("city_record").await), (0, 0), "only the language is another");
    for _ in 0..2 {
        lead.post("/en/account", &[("name", "Salif Example"), ("lang", "fr")]).await.is(303);
        assert_eq!((lines("audit").await, lines("city_record").await), (1, 1));
    }
    let named = "SELECT COUNT(*) AS n FROM audit WHERE action = 'person.renamed' AND detail <> ''";
    assert_eq!(hub.number(named).await, 0, "that there is another name, not which");
    for (lang, words) in [("en", "Own name changed"), ("fr", "Changement de son propre nom"), ("ar", "تغيير شخص لاسمه")]
    {
        lead.get(&format!("/{lang}/cities/{CITY}/record")).await.is(200).shows(words);
    }
}

async fn a_role_is_taken_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.invited("new@example.org", "Somebody New", "practitioner", CITY, "").await;
    for email in [Who::Practitioner.email(), "new@example.org".to_owned()] {
        if email != "new@example.org" {
            hub.signed_in(Who::Practitioner).await;
        }
        let (page, role) = (hub.page_of(&email).await, role_of(&hub, &email).await);
        let path = format!("{page}/roles/{role}/take");
        let done = format!("{page}?done=role-taken");
        central.post(&path, &[]).await.leads_to(&done);
        let before = written(&hub).await;
        central.post(&path, &[]).await.leads_to(&done);
        assert_eq!(written(&hub).await, before, "{email}");
        // Of somebody else, or none that there ever was.
        let other = hub.page_of(&Who::CityLead.email()).await;
        central.post(&format!("{other}/roles/{role}/take"), &[]).await.is(404);
        central.post(&format!("{page}/roles/{}/take", base::id::write_id(7)), &[]).await.is(404);
    }
}

async fn an_invitation_sent_twice_is_one(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    let email = "amina@example.org";
    let fields =
        [("name", "Amina Example"), ("email", email), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    let press = || central.post("/en/office/people/invite", &fields);
    let (one, two) = tokio::join!(press(), press());
    assert_eq!((one.status, one.location()), (303, two.location()));
    let before = written(&hub).await;
    press().await.is(303);
    assert_eq!(written(&hub).await, before);
    assert_eq!(subjects(&hub, email).await.len(), 1);
    assert_eq!(subjects(&hub, &Who::CityLead.email()).await.len(), 1);
    // Another name or another role is another thing, and later it is no second press.
    let other = [("name", "Another Name"), ("email", email), ("lang", "en"), ("role", "practitioner"), ("city", CITY)];
    central.post("/en/office/people/invite", &other).await.is(422).shows("already has an account");
    hub.clock.jump(TimeDelta::minutes(2));
    press().await.is(422).shows("already has an account");
}

async fn nothing_is_given_to_an_account_that_is_deactivated(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::RegionalOfficer).await;
    let page = hub.page_of(&Who::RegionalOfficer.email()).await;
    central.post(&format!("{page}/deactivate"), &[]).await.is(303);
    hub.settle().await;
    let before = written(&hub).await;
    let role = [("role", "practitioner"), ("city", CITY)];
    central.post(&format!("{page}/roles"), &role).await.is(422).shows("Activate it first");
    central.post(&format!("{page}/link"), &[]).await.is(422).shows("Activate it first");
    assert_eq!(written(&hub).await, before);
    central.post(&format!("{page}/activate"), &[]).await.is(303);
    central.post(&format!("{page}/roles"), &role).await.is(303);
    assert_eq!(subjects(&hub, &Who::CityLead.email()).await.len(), 1);
}

async fn who_is_about_to_lose_something_is_named_first(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let (lead, administrator) = (hub.signed_in(Who::CityLead).await, hub.signed_in(Who::Administrator).await);
    let email = Who::CityLead.email();
    let (page, role) = (hub.page_of(&email).await, role_of(&hub, &email).await);
    let own = hub.page_of(&Who::Administrator.email()).await;
    for (path, words) in [
        (format!("{page}/roles/{role}/take"), "City lead, Diffa"),
        (format!("{page}/deactivate"), "signed out at once"),
    ] {
        let shown = central.get(&page).await.is(200).shows(&format!("href=\"{path}\""));
        shown.hides(&format!("action=\"{path}\""));
        let asked = central.get(&path).await.is(200).shows(&format!("action=\"{path}\""));
        asked.shows("Example city-lead").shows(&email).shows(words).shows("told by e-mail");
        lead.get(&path).await.is(403);
        hub.visitor().get(&path).await.leads_to("/en/sign-in");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'city-lead'").await, 1, "asking does nothing");
    central.get(&format!("{own}/deactivate")).await.is(403);
    administrator.get(&format!("{own}/deactivate")).await.is(200);
    central.get(&format!("{page}/roles/{}/take", base::id::write_id(7))).await.is(404);
    central.post(&format!("{page}/roles/{role}/take"), &[]).await.is(303);
    central.get(&format!("{page}/roles/{role}/take")).await.is(404);
}

async fn who_hears_of_a_loss_is_said_as_it_is(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    for (who, of_city) in
        [(Who::CentralTeam, false), (Who::RegionalOfficer, false), (Who::CityLead, true), (Who::Practitioner, true)]
    {
        hub.signed_in(who).await;
        let email = who.email();
        let (page, role) = (hub.page_of(&email).await, role_of(&hub, &email).await);
        for (path, city) in
            [(format!("{page}/roles/{role}/take"), "the city"), (format!("{page}/deactivate"), "their cities")]
        {
            let asked = administrator.get(&path).await.is(200).shows("They are told by e-mail");
            let words = format!("those who manage {city}");
            let _ = if of_city { asked.shows(&words) } else { asked.hides(&words).hides("no other lead") };
        }
    }
}

async fn a_link_from_the_team_says_who_sends_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let email = Who::CityLead.email();
    let path = format!("{}/link", hub.page_of(&email).await);
    for sent in [1, 2] {
        // Also where the first one has left before the second press.
        for _ in 0..2 {
            central.post(&path, &[]).await.is(303);
            hub.settle().await;
        }
        let letters: Vec<LetterRead> = hub.letters().await.into_iter().filter(|letter| letter.to == email).collect();
        assert_eq!(letters.len(), sent, "{letters:?}");
        for letter in &letters {
            assert!(letter.text.contains("The network’s team sends you a link"), "{}", letter.text);
            assert!(!letter.text.contains("most likely you"), "{}", letter.text);
        }
        hub.clock.jump(TimeDelta::minutes(2));
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'person.link-sent'").await, 2);
    lead.get("/en/account").await.is(200).shows("The network’s team sent you a link");
    // Whoever asks for it themselves is told so.
    hub.visitor().post("/en/forgotten", &[("email", &email)]).await.is(303);
    assert!(hub.letters().await.iter().any(|letter| letter.text.contains("most likely you")));
}

fn link_on(page: &str) -> String {
    let at = page.find("/en/links/").expect("a link");
    page[at..].chars().take_while(|letter| !matches!(letter, '<' | '"')).collect()
}

async fn where_no_mail_leaves_an_invitation_is_handed_over(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    let email = "handed@example.org";
    let fields = [("name", "Handed Over"), ("email", email), ("lang", "en"), ("role", "city-lead"), ("city", CITY)];
    central.post("/en/office/people/invite", &fields).await.is(303);
    let page = hub.page_of(email).await;
    central.get(&page).await.is(200).shows("Make a link to hand over");
    let told = central.get(&format!("{page}?done=invited&sent=letter")).await.is(200);
    told.shows("hand the link over yourself").shows("E-mail is not set up").hides("has been sent");
    let hand_over = format!("{page}/hand-over");
    hub.signed_in(Who::OtherLead).await.post(&hand_over, &[]).await.is(403);
    let first = link_on(&central.post(&hand_over, &[]).await.is(200).shows("A link for").text());
    let link = link_on(&central.post(&hand_over, &[]).await.is(200).text());
    hub.visitor().get(&first).await.shows("no longer works");
    // Neither the letter that waits, nor one that a stranger asks for, ends it.
    hub.visitor().post("/en/forgotten", &[("email", email)]).await.is(303);
    hub.settle().await;
    let handed = hub.visitor();
    handed.post(&link, &[("password", PASSWORD)]).await.is(303);
    handed.get("/en/account").await.is(200).shows("A link for you was made to be handed over");
    // Whoever has a password asks for another themselves.
    central.get(&page).await.is(200).hides("Make a link to hand over");
    central.post(&hand_over, &[]).await.is(422).shows("has not set a password yet");
    let administrator = hub.signed_in(Who::Administrator).await;
    let record = administrator.get("/en/office/record").await.is(200).text();
    assert_eq!(record.matches("Link made to hand over</th>").count(), 1, "pressed twice, it is one line");
    let own = handed.get(&format!("/en/cities/{CITY}/record")).await.is(200);
    own.shows("Link made to hand over");
}

async fn a_link_is_handed_over_by_whoever_gave_the_role(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    let invite = async |by: &Client, email: &str, role: &str| {
        let fields = [("name", "Some One"), ("email", email), ("lang", "en"), ("role", role), ("city", CITY)];
        by.post("/en/office/people/invite", &fields).await.is(303);
    };
    invite(&administrator, "jane@example.org", "city-lead").await;
    hub.invited("command@example.org", "From the command line", "city-lead", OTHER_CITY, "").await;
    invite(&central, "raised@example.org", "partner").await;
    let raised = hub.page_of("raised@example.org").await;
    let kept = link_on(&central.post(&format!("{raised}/hand-over"), &[]).await.is(200).text());
    let more = [("role", "city-lead"), ("city", CITY)];
    administrator.post(&format!("{raised}/roles"), &more).await.is(303);
    // A link from before is no way to what somebody else gave.
    hub.visitor().post(&kept, &[("password", PASSWORD)]).await.is(410);
    for email in ["jane@example.org", "command@example.org", "raised@example.org"] {
        let page = hub.page_of(email).await;
        central.get(&page).await.is(200).hides("Make a link to hand over").shows("gave this account its role");
        central.post(&format!("{page}/hand-over"), &[]).await.is(403);
        administrator.post(&format!("{page}/hand-over"), &[]).await.is(200).shows("/en/links/");
    }
}

async fn opening_an_account_again_is_told_as_closing_it_is(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let central = hub.signed_in(Who::CentralTeam).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::Practitioner).await;
    let own = Who::Practitioner.email();
    let page = hub.page_of(&own).await;
    for (what, words) in [("deactivate", "is deactivated"), ("activate", "is active again")] {
        for _ in 0..2 {
            central.post(&format!("{page}/{what}"), &[]).await.is(303);
            hub.settle().await;
        }
        for to in [&own, &Who::CityLead.email()] {
            let told = subjects(&hub, to).await;
            assert_eq!(told.iter().filter(|subject| subject.contains(words)).count(), 1, "{to} {told:?}");
        }
    }
    // Of the only lead everyone of the city is told.
    let lead = hub.page_of(&Who::CityLead.email()).await;
    central.post(&format!("{lead}/deactivate"), &[]).await.is(303);
    hub.settle().await;
    central.post(&format!("{lead}/activate"), &[]).await.is(303);
    let told = subjects(&hub, &own).await;
    assert!(told.iter().any(|subject| subject == "The account of Example city-lead is active again"), "{told:?}");
}

async fn only_notices_that_can_concern_somebody_are_offered(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (role, to_review) = ("name=\"people.role\"", "name=\"editorial.to-review\"");
    let officer = hub.signed_in(Who::RegionalOfficer).await.get("/en/account").await.is(200);
    officer.hides(role).hides(to_review).hides("your city").hides("Your city").shows("A city has no lead any more");
    let partner = hub.newcomer("partner@example.org", "Example partner", "partner", "", "").await;
    let partner = partner.get("/en/account").await.is(200).hides("Save the choice");
    partner.shows("There is nothing else to choose");
    for who in [Who::CentralTeam, Who::Administrator] {
        let page = hub.signed_in(who).await.get("/en/account").await.is(200);
        page.hides(role).hides("your city").hides("Your city").shows(to_review).shows("Save the choice");
    }
    let practitioner = hub.signed_in(Who::Practitioner).await;
    let page = practitioner.get("/en/account").await.is(200).hides(role).hides(to_review);
    page.shows("Your city’s membership changes");
    // What is not offered is not kept.
    practitioner.post("/en/account/letters", &[("people.role", "never")]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM notice_choices").await, 0);
    hub.signed_in(Who::CityLead).await.get("/en/account").await.is(200).shows(role);
}

async fn too_many_attempts_say_why_and_what_else_helps(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let visitor = hub.visitor();
    let fields = [("email", "somebody@example.org"), ("password", "a wrong guess")];
    for _ in 0..6 {
        visitor.post("/en/sign-in", &fields).await.is(422);
    }
    for (lang, why, way) in [
        ("en", "too many attempts to sign in with this e-mail address or from this place", "choose a new one"),
        (
            "fr",
            "trop de tentatives de connexion avec cette adresse électronique ou depuis cet endroit",
            "choisissez-en un nouveau",
        ),
        ("ar", "كثرت محاولات الدخول بهذا البريد الإلكتروني أو من هذا المكان", "اختر كلمة جديدة"),
    ] {
        let reply = visitor.post(&format!("/{lang}/sign-in"), &fields).await.is(429).shows(why);
        assert!(!reply.header("retry-after").is_empty());
        let _ = reply.shows(&format!("/{lang}/forgotten")).shows(way);
    }
}

/// Signs in as a browser that says this of itself.
async fn enter(hub: &TestHub, header: &str) -> Client {
    let client = hub.visitor();
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", Who::CityLead.email().as_str()), ("password", PASSWORD)])
        .finish();
    let request = client
        .request(Method::POST, "/en/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("user-agent", header)
        .body(body);
    client.send(request).await.is(303);
    client
}

async fn the_own_sessions_can_be_told_apart(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    let phone = enter(&hub, "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0").await;
    let long = format!("Nobody/1 {}", "x".repeat(4_000));
    enter(&hub, &long).await;
    let page = phone.get("/en/account").await.is(200).shows("Firefox on Android").shows("Unknown browser");
    let text = page.text();
    let own = text.split("Firefox on Android").nth(1).and_then(|rest| rest.split("</li>").next()).unwrap_or_default();
    assert!(own.contains("This browser"), "{own}");
    phone.get("/fr/account").await.is(200).shows("Firefox sur Android").shows("Navigateur inconnu");
    phone.get("/ar/account").await.is(200).shows("فايرفوكس على أندرويد").shows("متصفح غير معروف");
    assert!(!hub.dump().await.contains("Gecko"), "not the whole of what it says");
    let kept = "SELECT COUNT(*) AS n FROM sessions WHERE browser = 'firefox' AND system = 'android'";
    assert_eq!(hub.number(kept).await, 1);
    phone.post("/en/sign-out", &[]).await.is(303);
    assert_eq!(hub.number(kept).await, 0, "it goes with its session");
}
