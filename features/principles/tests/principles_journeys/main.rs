//! Versions of the principles and who signs them, over HTTP: written in the office, asked of every city, signed by leads and by link.

use chrono::TimeDelta;
use testkit::{CITY, Client, Engine, REGION, Reply, TestHub, Who, both_engines};

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
        workspace::feature(),
    ]
}

both_engines!(
    the_next_version_is_written_by_the_team_alone,
    who_writes_second_loses_nothing,
    a_draft_that_is_not_whole_is_not_published,
    a_new_duty_asks_every_city_and_old_signatures_stay_on_their_text,
    a_typo_asks_nobody_again,
    what_was_not_read_is_not_published,
    of_two_who_publish_one_does,
    a_city_that_did_not_sign_in_time_is_on_hold_until_it_does,
    more_time_is_given_with_a_reason,
    a_city_is_reminded_once_and_after_more_time_again,
    a_signature_names_the_text_that_was_read,
    signed_twice_it_stands_once,
    a_link_signs_once_without_an_account,
    a_link_leads_nowhere_once_it_is_replaced_old_or_of_no_member,
    others_sign_for_nobody,
    what_was_signed_on_paper_is_entered_by_the_office,
    members_are_listed_by_how_they_stand,
    a_link_of_somebody_who_leads_no_more_leads_nowhere,
    a_link_is_used_up_by_the_same_signature_too,
    what_was_made_good_stays_so_after_a_new_version,
    who_comes_back_later_is_asked_with_time,
    a_new_version_gives_nobody_less_time_and_releases_nobody,
    what_comes_with_the_folder_is_over_nothing_that_was_published,
);

const DRAFT: &str = "/en/office/principles/draft";
const PUBLISH: &str = "/en/office/principles/publish";
const OWN: &str = "/en/cities/diffa/principles";
const MORE: &str = "/en/office/principles/diffa/more-time";

/// What is in force at first has five principles; these are six.
const SIX: [(&str, &str); 3] = [
    (
        "body_en",
        "Rights of all.\nAgainst hate.\nVoices of all.\nShare what is tried.\nHelp one another.\nMoney is public.",
    ),
    ("body_fr", "Droits.\nContre la haine.\nVoix.\nPartage.\nEntraide.\nArgent public."),
    ("body_ar", "حقوق.\nضد الكراهية.\nأصوات.\nمشاركة.\nتعاون.\nمال معلن."),
];
const ABOUT: [(&str, &str); 3] = [("about_en", "Money is new."), ("about_fr", "L’argent."), ("about_ar", "المال.")];

/// A draft that can be published.
fn whole<'a>(name: &'a str, change: &'a str) -> Vec<(&'a str, &'a str)> {
    [("name", name), ("change", change)].into_iter().chain(SIX).chain(ABOUT).collect()
}

async fn write(team: &Client, fields: &[(&str, &str)]) -> Reply {
    let revision = team.get(DRAFT).await.is(200).input("revision").unwrap_or_default();
    let mut all = vec![("revision", revision.as_str())];
    all.extend(fields);
    team.post(DRAFT, &all).await
}

fn day(hub: &TestHub, days: i64) -> String {
    hub.hub.network.calendar_of(REGION).day_of(hub.hub.now() + TimeDelta::days(days)).to_string()
}

async fn publish(hub: &TestHub, team: &Client, days: i64) -> Reply {
    let fingerprint = team.get(PUBLISH).await.is(200).input("fingerprint").expect("what is read");
    team.post(PUBLISH, &[("fingerprint", &fingerprint), ("grace", &day(hub, days)), ("sure", "yes")]).await
}

/// A major version is in force, and all cities are asked.
async fn asked(hub: &TestHub, name: &str) -> Client {
    let team = hub.signed_in(Who::CentralTeam).await;
    write(&team, &whole(name, "major")).await.leads_to(&format!("{DRAFT}?done=saved"));
    publish(hub, &team, 60).await.leads_to("/en/office/principles?done=principles-published");
    hub.settle().await;
    team
}

/// Signs what stands on this page.
async fn sign(client: &Client, page: &str, name: &str) -> Reply {
    let hash = client.get(page).await.is(200).input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", name), ("sign_position", "Mayor"), ("agree", "yes")];
    client.post(page, &fields).await
}

/// All letters to this address, with their subjects.
async fn told(hub: &TestHub, email: &str) -> String {
    let own = hub.letters().await.into_iter().filter(|letter| letter.to == email);
    own.map(|letter| format!("{}\n{}\n", letter.subject, letter.text)).collect()
}

async fn lead_was_told(hub: &TestHub) -> String {
    hub.settle().await;
    told(hub, &Who::CityLead.email()).await
}

async fn signatures(hub: &TestHub) -> i64 {
    hub.number("SELECT COUNT(*) AS n FROM principles_signatures").await
}

async fn the_next_version_is_written_by_the_team_alone(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    team.get(DRAFT).await.is(200).shows("Everyone’s rights are upheld and defended.").hides("Throw this draft away");
    write(&team, &whole("2027", "major")).await.is(303);
    // Nothing of it stood there before: the two are not mixed.
    team.get(DRAFT).await.is(200).shows("Everything is there.").hides("<ins>");
    let mut kept = whole("2027", "major");
    kept[2] = ("body_en", "Everyone’s rights are upheld and protected.\nB.\nC.\nD.\nE.\nF.");
    write(&team, &kept).await.is(303);
    team.get(DRAFT).await.is(200).shows("<del>defended.</del>").shows("<ins>protected.</ins>").shows("No longer there");
    hub.visitor().get("/en/principles").await.is(200).hides("2027");
    hub.visitor().get("/en/principles/2027").await.is(404);
    for who in [Who::RegionalOfficer, Who::CityLead, Who::Practitioner] {
        let other = hub.signed_in(who).await;
        for page in [DRAFT, PUBLISH] {
            other.get(page).await.is(403);
            other.post(page, &whole("2028", "major")).await.is(403);
        }
        other.post(&format!("{DRAFT}/discard"), &[("revision", "x.1")]).await.is(403);
    }
    hub.visitor().get(DRAFT).await.is(303);
    let revision = team.get(DRAFT).await.input("revision").expect("a revision");
    team.post(&format!("{DRAFT}/discard"), &[("revision", &revision)]).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_draft_texts").await, 0);
    team.get(PUBLISH).await.leads_to(DRAFT);
}

async fn who_writes_second_loses_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let other = hub.newcomer("second@example.org", "Second", "central-team", "", "").await;
    // Both began at once.
    team.post(DRAFT, &whole("2027", "major")).await.is(303);
    let reply = other.post(DRAFT, &whole("2028", "major")).await.is(409);
    let revision = reply.input("revision").expect("the one that is saved");
    let reply = reply.shows("2028").shows("2027");
    drop(reply);
    let mut again = whole("2028", "major");
    again.push(("revision", &revision));
    other.post(DRAFT, &again).await.is(303);
    // The same once more is no conflict, from wherever it was read.
    team.post(DRAFT, &whole("2028", "major")).await.is(303);
    // What somebody wrote in meanwhile is not thrown away.
    let stale = revision;
    team.post(&format!("{DRAFT}/discard"), &[("revision", &stale)]).await.leads_to(DRAFT);
    other.get(DRAFT).await.is(200).shows("2028").shows("Throw this draft away");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_drafts").await, 1);
}

async fn a_draft_that_is_not_whole_is_not_published(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    for name in ["20 27", "..", "signatures.csv", "2027."] {
        write(&team, &[("name", name), ("change", "major"), SIX[0]]).await.is(422).shows("Use A to Z, digits");
    }
    write(&team, &[("name", "signatures"), ("change", "major"), SIX[0]]).await.is(422).shows("addresses already");
    write(&team, &[("name", "2024"), ("change", "minor"), SIX[0]]).await.is(303);
    let page = team.get(DRAFT).await.is(200).shows("A version has this name already").shows("(French)");
    page.shows("choose “major”").hides("Go on to publish");
    team.get(PUBLISH).await.leads_to(DRAFT);
    team.post(PUBLISH, &[("sure", "yes")]).await.leads_to(DRAFT);
    let many = "One.\n".repeat(41);
    write(&team, &[("name", "2027"), ("change", "major"), ("body_en", &many)]).await.is(422).shows("At most 40");
    write(&team, &whole("2027", "major")).await.is(303);
    let read = team.get(PUBLISH).await.is(200).shows("Money is new.").input("fingerprint").expect("what is read");
    for (grace, sure) in [(day(&hub, 3), "yes"), (day(&hub, 800), "yes"), ("soon".to_owned(), "yes")] {
        let fields = [("fingerprint", &*read), ("grace", &grace), ("sure", sure)];
        team.post(PUBLISH, &fields).await.is(422).shows("two weeks to two years");
    }
    team.post(PUBLISH, &[("fingerprint", &read), ("grace", &day(&hub, 60))]).await.is(422).shows("Tick that you");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_versions").await, 2);
}

async fn a_new_duty_asks_every_city_and_old_signatures_stay_on_their_text(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    // Nobody was asked for what came with the network's folder; who wants signs all the same.
    lead.get(OWN).await.is(200).shows("not asked").shows("can sign at any time");
    sign(&lead, OWN, "Ada Example").await.leads_to(&format!("{OWN}?done=principles-signed"));
    let _team = asked(&hub, "2027").await;
    let letter = lead_was_told(&hub).await;
    assert!(letter.contains("please sign the new guiding principles"), "{letter}");
    assert!(letter.contains("Money is new.") && letter.contains(OWN), "{letter}");
    hub.visitor().get("/en/principles").await.is(200).shows("Money is public.").shows("In force since");
    let page = hub.visitor().get("/en/principles/signatures").await.is(200).shows("earlier version");
    page.shows("/en/principles/2024?text=en");
    // The very text that was signed, whatever the reader's language.
    hub.visitor().get("/fr/principles/2024?text=en").await.is(200).shows("Everyone’s rights are upheld");
    lead.get(OWN).await.is(200).shows("Asked to sign").shows("Money is new.");
    lead.get("/en/workspace").await.is(200).shows("Sign the guiding principles").shows("on hold until it is given");
    sign(&lead, OWN, "Ada Example").await.is(303);
    lead.get(OWN).await.is(200).shows("Signed").hides("Asked to sign");
    lead.get("/en/workspace").await.is(200).hides("Sign the guiding principles");
    assert_eq!(signatures(&hub).await, 2);
    hub.visitor().get("/en/principles/signatures").await.is(200).shows("2027").shows("2024");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'principles.published'").await, 1);
}

async fn a_typo_asks_nobody_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let team = asked(&hub, "2027").await;
    sign(&lead, OWN, "Ada Example").await.is(303);
    let other = hub.signed_in(Who::OtherLead).await;
    let mut mended = whole("2027.1", "minor");
    mended[2] = (
        "body_en",
        "Rights of all people.\nAgainst hate.\nVoices of all.\nShare what is tried.\nHelp one another.\nMoney is public.",
    );
    write(&team, &mended).await.is(303);
    team.get(PUBLISH).await.is(200).shows("Nobody is asked").shows("<ins>").hides("name=\"grace\"");
    let before = hub.letters().await.len();
    let fingerprint = team.get(PUBLISH).await.input("fingerprint").expect("what is read");
    team.post(PUBLISH, &[("fingerprint", &fingerprint), ("sure", "yes")]).await.is(303);
    hub.settle().await;
    assert_eq!(hub.letters().await.len(), before, "nobody is written to");
    // Who signed has signed; who was asked is asked, for the better words.
    lead.get(OWN).await.is(200).shows("Signed").shows("What changed since your city signed").shows("<ins>");
    other.get("/en/cities/medellin/principles").await.is(200).shows("Asked to sign").shows("of all people");
    sign(&other, "/en/cities/medellin/principles", "José Example").await.is(303);
    let page = hub.visitor().get("/en/principles/signatures").await.is(200);
    page.shows("2027.1").hides("earlier version");
    let page = hub.visitor().get("/en/principles/2027").await.is(200).shows("What changed until version 2027.1");
    page.shows("<ins>");
    hub.visitor().get("/en/principles/2024").await.is(200).shows("What version 2027.1, now in force, says");
}

async fn what_was_not_read_is_not_published(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    write(&team, &whole("2027", "major")).await.is(303);
    let read = team.get(PUBLISH).await.input("fingerprint").expect("what is read");
    let other = hub.newcomer("second@example.org", "Second", "central-team", "", "").await;
    let mut changed = whole("2027", "major");
    changed[2] = ("body_en", "A.\nB.\nC.\nD.\nE.\nF.");
    write(&other, &changed).await.is(303);
    let fields = [("fingerprint", &*read), ("grace", &day(&hub, 60)), ("sure", "yes")];
    team.post(PUBLISH, &fields).await.is(409).shows("changed the draft meanwhile").shows("<li>A.</li>");
    // Whoever signed in long ago shows first who they are.
    hub.clock.jump(TimeDelta::minutes(16));
    team.post_plainly(PUBLISH, &fields).await.is(307);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_versions").await, 2);
}

async fn of_two_who_publish_one_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = hub.signed_in(Who::CentralTeam).await;
    let other = hub.newcomer("second@example.org", "Second", "central-team", "", "").await;
    write(&team, &whole("2027", "major")).await.is(303);
    let read = team.get(PUBLISH).await.input("fingerprint").expect("what is read");
    let fields = [("fingerprint", read), ("grace", day(&hub, 60)), ("sure", "yes".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (one, two) = tokio::join!(team.post(PUBLISH, &fields), other.post(PUBLISH, &fields));
    assert_eq!([one.status, two.status], [303, 303]);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_versions").await, 3);
    hub.settle().await;
    let asked = "SELECT COUNT(*) AS n FROM events WHERE kind = 'principles.asked'";
    let members = "SELECT COUNT(*) AS n FROM cities WHERE membership IN ('active', 'dormant')";
    assert_eq!(hub.number(asked).await, hub.number(members).await, "each once");
}

async fn a_city_that_did_not_sign_in_time_is_on_hold_until_it_does(engine: Engine) {
    let hub = TestHub::start(engine).await;
    asked(&hub, "2027").await;
    let before = hub.visitor().get("/en/cities/diffa").await.is(200).text();
    hub.clock.jump(TimeDelta::days(59));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).shows("Active");
    hub.clock.jump(TimeDelta::days(3));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold");
    lead.get(OWN).await.is(200).shows("Not signed in time").shows("on hold until");
    lead.get("/en/workspace").await.is(200).shows("on hold until it is signed");
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/members?status=on-hold").await.is(200).shows("Diffa");
    assert_eq!(hub.visitor().get("/en/cities/diffa").await.is(200).text(), before, "no public trace");
    sign(&lead, OWN, "Ada Example").await.is(303);
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold").shows("Active");
}

async fn more_time_is_given_with_a_reason(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(MORE).await.is(404);
    asked(&hub, "2027").await;
    hub.clock.jump(TimeDelta::days(62));
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold");
    let until = day(&hub, 30);
    let fields = [("until", &*until), ("reason", "Its council meets in March.")];
    officer.post(MORE, &fields[..1]).await.is(422).shows("Say why");
    for wrong in [day(&hub, -5), day(&hub, 900)] {
        officer.post(MORE, &[("until", &wrong), fields[1]]).await.is(422).shows("from today on");
    }
    officer.post("/en/office/principles/medellin/more-time", &fields).await.is(403);
    lead.post(MORE, &fields).await.is(403);
    officer.post(MORE, &fields).await.leads_to(&format!("{OWN}?done=principles-extended"));
    officer.post(MORE, &fields).await.is(303);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_extensions").await, 1);
    officer.post(MORE, &[("until", &day(&hub, 20)), fields[1]]).await.is(422).shows("Choose a later one");
    lead.get(OWN).await.is(200).shows("Its council meets in March.").shows("Asked to sign");
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold");
    assert!(lead_was_told(&hub).await.contains("more time to sign"));
}

async fn a_city_is_reminded_once_and_after_more_time_again(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    asked(&hub, "2027").await;
    let reminded = async |kind: &str| {
        hub.tidy_up().await.expect("chores");
        hub.tidy_up().await.expect("chores");
        let own = format!("FROM events e JOIN cities c ON c.id = e.city WHERE e.kind = '{kind}' AND c.slug = '{CITY}'");
        hub.number(&format!("SELECT COUNT(*) AS n {own}")).await
    };
    assert_eq!(reminded("principles.reminded").await, 0);
    hub.clock.jump(TimeDelta::days(50));
    assert_eq!(reminded("principles.reminded").await, 1);
    assert!(lead_was_told(&hub).await.contains("has not signed version"));
    hub.clock.jump(TimeDelta::days(12));
    assert_eq!((reminded("principles.overdue").await, reminded("principles.reminded").await), (1, 1));
    assert!(lead_was_told(&hub).await.contains("the membership is on hold until"));
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.post(MORE, &[("until", &day(&hub, 5)), ("reason", "Its council meets.")]).await.is(303);
    assert_eq!(reminded("principles.reminded").await, 2);
    let lead = hub.signed_in(Who::CityLead).await;
    sign(&lead, OWN, "Ada Example").await.is(303);
    hub.clock.jump(TimeDelta::days(10));
    assert_eq!(reminded("principles.overdue").await, 1, "who has signed is left in peace");
}

async fn a_signature_names_the_text_that_was_read(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let hash = lead.get(OWN).await.is(200).input("hash").expect("a text");
    asked(&hub, "2027").await;
    let fields = [("hash", &*hash), ("sign_name", "عمر"), ("sign_position", "عمدة"), ("agree", "yes")];
    let page = lead.post(OWN, &fields).await.is(422).shows("have changed since you opened").shows("عمر");
    let hash = page.input("hash").expect("the one in force");
    lead.post(OWN, &[("hash", &hash), fields[1], fields[2]]).await.is(422).shows("Tick that the local government");
    lead.post(OWN, &[("hash", &hash), ("agree", "yes")])
        .await
        .is(422)
        .shows("Enter the name")
        .shows("Enter the function");
    lead.post(OWN, &[("hash", &hash), fields[1], fields[2], fields[3]]).await.is(303);
    let arabic = lead.get("/ar/cities/diffa/principles").await.is(200).shows("عمر").input("hash").expect("a text");
    assert_ne!(arabic, hash, "each language has its own");
    hub.visitor().get("/en/principles/signatures").await.is(200).shows("عمدة").hides("عمر");
}

async fn signed_twice_it_stands_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let hash = lead.get(OWN).await.is(200).input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Ada Example"), ("sign_position", "Mayor"), ("agree", "yes")];
    let (one, two) = tokio::join!(lead.post(OWN, &fields), lead.post(OWN, &fields));
    assert_eq!([one.status, two.status], [303, 303]);
    assert_eq!(signatures(&hub).await, 1);
    // Somebody else has the mandate: both stand there.
    sign(&lead, OWN, "Bob Example").await.is(303);
    assert_eq!(signatures(&hub).await, 2);
    lead.get(OWN).await.is(200).shows("Ada Example").shows("Bob Example").shows("entered by a city lead");
    // Whoever signed in long ago shows first who they are.
    hub.clock.jump(TimeDelta::minutes(16));
    lead.post_plainly(OWN, &fields).await.is(307);
}

/// The link that the lead passes on.
async fn link(lead: &Client) -> String {
    lead.post(&format!("{OWN}/link"), &[]).await.leads_to(&format!("{OWN}?done=principles-link"));
    let page = lead.get(OWN).await.is(200).text();
    let at = page.find("/en/principles/signature/").expect("a link");
    page[at..].split('"').next().expect("an address").to_owned()
}

async fn a_link_signs_once_without_an_account(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let link = link(&lead).await;
    let mayor = hub.visitor();
    // A mail scanner follows it as often as it likes.
    for _ in 0..3 {
        mayor.get(&link).await.is(200).shows("Whoever has the city’s mandate signs here");
    }
    assert_eq!(signatures(&hub).await, 0);
    let hash = mayor.get(&link).await.input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Ada Example"), ("sign_position", "Mayor"), ("agree", "yes")];
    mayor.post(&link, &fields[..3]).await.is(422).shows("Ada Example");
    let other = hub.visitor();
    let others = [fields[0], ("sign_name", "Zoe Other"), fields[2], fields[3]];
    let (one, two) = tokio::join!(mayor.post(&link, &fields), other.post(&link, &others));
    let mut both = [one.status, two.status];
    both.sort_unstable();
    assert_eq!(both, [303, 409], "one of them signed");
    assert_eq!(signatures(&hub).await, 1);
    // The link shows no name that is not public.
    mayor.get(&link).await.is(200).shows("is signed for Diffa").hides("Ada Example").hides("Zoe Other").shows("Mayor");
    assert!(lead_was_told(&hub).await.contains("was signed for Diffa"));
    lead.get(OWN)
        .await
        .is(200)
        .hides("entered by a city lead")
        .shows("signed without an account")
        .shows("Make a link for signing");
}

async fn a_link_leads_nowhere_once_it_is_replaced_old_or_of_no_member(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let first = link(&lead).await;
    let second = link(&lead).await;
    assert_ne!(first, second);
    let visitor = hub.visitor();
    visitor.get(&first).await.is(200).shows("replaced by a newer one").hides("is signed for");
    sign_with(&visitor, &second, &first).await.is(409).shows("Ask your city lead");
    visitor.get("/en/principles/signature/nonsense").await.is(404);
    hub.clock.jump(TimeDelta::days(31));
    visitor.get(&second).await.is(404);
    let lead = hub.signed_in(Who::CityLead).await;
    let third = link(&lead).await;
    becomes(&hub, cities::Membership::Withdrawn).await;
    visitor.get(&third).await.is(404);
    lead.post(&format!("{OWN}/link"), &[]).await.is(403);
    assert_eq!(signatures(&hub).await, 0);
}

/// Sends to a link what stands behind another.
async fn sign_with(client: &Client, read: &str, sent: &str) -> Reply {
    let hash = client.get(read).await.is(200).input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Ada"), ("sign_position", "Mayor"), ("agree", "yes")];
    client.post(sent, &fields).await
}

async fn becomes(hub: &TestHub, now: cities::Membership) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[CITY.to_owned()]).await.expect("cities").remove(0);
    let records = &hub.parts.city_records;
    cities::set_membership(&tx, records, &base::Actor::System, city.id, now).await.expect("it stands elsewhere");
    tx.commit().await.expect("committed");
}

async fn others_sign_for_nobody(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let hash = lead.get(OWN).await.is(200).input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Zoe Other"), ("sign_position", "Mayor"), ("agree", "yes")];
    for who in [Who::Practitioner, Who::OtherLead, Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        let other = hub.signed_in(who).await;
        other.post(OWN, &fields).await.is(403);
        other.post(&format!("{OWN}/link"), &[]).await.is(403);
    }
    hub.signed_in(Who::OtherLead).await.get(OWN).await.is(403);
    // Colleagues read what was signed; whoever answers for the city as well.
    hub.signed_in(Who::Practitioner).await.get(OWN).await.is(200).hides("name=\"sign_name\"");
    hub.signed_in(Who::RegionalOfficer).await.get(OWN).await.is(200).hides("name=\"sign_name\"");
    hub.visitor().post(OWN, &fields).await.is(403).shows("no longer signed in");
    assert_eq!(signatures(&hub).await, 0);
}

async fn what_was_signed_on_paper_is_entered_by_the_office(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    asked(&hub, "2027").await;
    hub.clock.jump(TimeDelta::days(62));
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold");
    let paper = "/en/office/principles/diffa/paper";
    let page = officer.get(paper).await.is(200).text();
    let hash = page.split("name=\"text\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
    let hash = hash.and_then(|rest| rest.split('"').next()).expect("a text");
    let signed = day(&hub, -3);
    let fields = [
        ("text", hash),
        ("day", &*signed),
        ("sign_name", "Ada Example"),
        ("sign_position", "Mayor"),
        ("place", "Folder 7 of the regional hub"),
    ];
    officer.post(paper, &fields[..4]).await.is(422).shows("Say where the signed paper is").shows("Ada Example");
    for wrong in [day(&hub, 2), day(&hub, -80)] {
        let fields = [fields[0], ("day", &*wrong), fields[2], fields[3], fields[4]];
        officer.post(paper, &fields).await.is(422).shows("not before this text was in force");
    }
    for (other, place) in [(&lead, paper), (&officer, "/en/office/principles/medellin/paper")] {
        other.get(place).await.is(403);
        other.post(place, &fields).await.is(403);
    }
    officer.post(paper, &fields).await.leads_to(&format!("{OWN}?done=principles-entered"));
    officer.post(paper, &fields).await.is(303);
    assert_eq!(signatures(&hub).await, 1);
    lead.get(OWN).await.is(200).shows("Folder 7 of the regional hub").shows("on paper");
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold");
    assert!(lead_was_told(&hub).await.contains("the guiding principles are signed"));
    hub.visitor().get("/en/principles/signatures").await.is(200).shows("Mayor").hides("Folder 7");
}

async fn members_are_listed_by_how_they_stand(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let team = asked(&hub, "2027").await;
    let lead = hub.signed_in(Who::CityLead).await;
    sign(&lead, OWN, "Ada Example").await.is(303);
    let list = "/en/office/principles";
    team.get(list).await.is(200).shows("1 of ").shows("Next version");
    team.get(&format!("{list}?stands=signed")).await.is(200).shows("Diffa").hides("Oslo");
    team.get(&format!("{list}?stands=asked")).await.is(200).hides("Diffa").shows("Asked to sign");
    team.get(&format!("{list}?stands=overdue")).await.is(200).shows("No member here");
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get(list).await.is(200).shows("Diffa").hides("Oslo").hides("Next version");
    let csv = officer.get("/en/office/principles.csv?stands=signed").await.is(200).text();
    assert!(csv.contains("Diffa") && csv.contains("Mayor"), "{csv}");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM audit WHERE action = 'principles.list-taken'").await, 1);
    lead.get(list).await.is(403);
    hub.visitor().get(list).await.is(303);
}

async fn a_link_of_somebody_who_leads_no_more_leads_nowhere(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let other = hub.newcomer("second@example.org", "Second", "city-lead", CITY, "").await;
    hub.signed_in(Who::CityLead).await;
    let link = link(&other).await;
    let visitor = hub.visitor();
    visitor.get(&link).await.is(200);
    let administrator = hub.signed_in(Who::Administrator).await;
    hub.take(&administrator, "second@example.org", "city-lead").await;
    visitor.get(&link).await.is(404);
    let hash = hub.signed_in(Who::CityLead).await.get(OWN).await.input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Zoe Other"), ("sign_position", "Mayor"), ("agree", "yes")];
    visitor.post(&link, &fields).await.is(404);
    assert_eq!(signatures(&hub).await, 0);
}

async fn a_link_is_used_up_by_the_same_signature_too(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    sign(&lead, OWN, "Ada Example").await.is(303);
    let link = link(&lead).await;
    let visitor = hub.visitor();
    let hash = visitor.get(&link).await.is(200).input("hash").expect("a text");
    let fields = [("hash", &*hash), ("sign_name", "Ada Example"), ("sign_position", "Mayor"), ("agree", "yes")];
    visitor.post(&link, &fields).await.is(303);
    let others = [fields[0], ("sign_name", "Zoe Other"), fields[2], fields[3]];
    visitor.post(&link, &others).await.is(409);
    assert_eq!(signatures(&hub).await, 1);
}

async fn what_was_made_good_stays_so_after_a_new_version(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (officer, lead) = (hub.signed_in(Who::RegionalOfficer).await, hub.signed_in(Who::CityLead).await);
    let place = "/en/cities/diffa/expectations";
    let year = hub.hub.now().format("%Y").to_string();
    let missed = [("expectation", "commit-to-principles"), ("year", &*year), ("met", "no"), ("note", "Nobody signed.")];
    officer.post(place, &missed).await.is(303);
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold");
    hub.clock.jump(TimeDelta::minutes(1));
    sign(&lead, OWN, "Ada Example").await.is(303);
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold");
    asked(&hub, "2027").await;
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold").shows("Active");
}

async fn who_comes_back_later_is_asked_with_time(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    becomes(&hub, cities::Membership::Suspended).await;
    asked(&hub, "2027").await;
    hub.clock.jump(TimeDelta::days(70));
    becomes(&hub, cities::Membership::Active).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold");
    hub.tidy_up().await.expect("chores");
    hub.tidy_up().await.expect("chores");
    assert!(lead_was_told(&hub).await.contains("please sign"), "asked like the others");
    lead.get(OWN).await.is(200).shows("Asked to sign");
    hub.clock.jump(TimeDelta::days(29));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).hides("On hold");
    hub.clock.jump(TimeDelta::days(3));
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold").shows("The time for it was over");
}

async fn a_new_version_gives_nobody_less_time_and_releases_nobody(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.signed_in(Who::CityLead).await;
    hub.signed_in(Who::OtherLead).await;
    let third = hub.newcomer("third@example.org", "Third", "city-lead", "dakar", "").await;
    let team = asked(&hub, "2027").await;
    let mut mended = whole("2027-1", "minor");
    mended[2] = (
        "body_en",
        "Rights of all.\nAgainst hate.\nVoices of all.\nShare what is tried.\nHelp each other.\nMoney is public.",
    );
    write(&team, &mended).await.is(303);
    publish(&hub, &team, 60).await.is(303);
    // Whoever signed the better wording owes nothing of the version before.
    sign(&third, "/en/cities/dakar/principles", "Cora Example").await.is(303);
    let more = [("until", &*day(&hub, 300)), ("reason", "Its council meets next year.")];
    team.post("/en/office/principles/medellin/more-time", &more).await.is(303);
    hub.clock.jump(TimeDelta::days(70));
    let team = hub.signed_in(Who::CentralTeam).await;
    let mut other = whole("2028", "major");
    other[2] = ("body_en", "A.\nB.\nC.\nD.\nE.\nF.");
    write(&team, &other).await.is(303);
    publish(&hub, &team, 20).await.is(303);
    hub.settle().await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/cities/diffa/membership").await.is(200).shows("On hold");
    let officer = hub.signed_in(Who::RegionalOfficer).await;
    officer.get("/en/office/members/dakar").await.is(200).hides("On hold");
    hub.clock.jump(TimeDelta::days(30));
    let patient = hub.signed_in(Who::OtherLead).await;
    patient.get("/en/cities/medellin/membership").await.is(200).hides("On hold");
}

async fn what_comes_with_the_folder_is_over_nothing_that_was_published(engine: Engine) {
    let hub = TestHub::start(engine).await;
    asked(&hub, "2027").await;
    let hub = hub.restart().await;
    hub.visitor().get("/en/principles").await.is(200).shows("Version 2027");
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM principles_versions").await, 3);
}
