//! Every letter in every language, reviewed by people: `UPDATE_SNAPSHOT=1 cargo test --workspace --test journeys
//! letter_texts` writes `letters.txt` anew.

use std::fmt::Write;

use regex::Regex;
use testkit::scene::note;
use testkit::{
    Authenticator, CITY, Client, Engine, PASSWORD, Passkey, Setup, TestHub, Who, both_engines, recovery_codes,
};
use web::previews::Writer;

use crate::snapshot;

both_engines!(every_letter_is_as_people_have_reviewed_it, what_they_look_like_is_shown_to_the_office);

async fn what_they_look_like_is_shown_to_the_office(engine: Engine) {
    let hub = Setup::new(engine).start().await;
    for who in [Who::RegionalOfficer, Who::CentralTeam, Who::Administrator] {
        let client = hub.signed_in(who).await;
        let list = client.get("/en/office/letters").await.is(200);
        list.shows("Your password on Strong Cities Hub was changed").shows("/en/office/letters/password");
        client.get("/en/office/letters/password").await.is(200).shows("Hello [name],").shows("/en/forgotten");
        let french = client.get("/en/office/letters/password?in=fr").await.is(200);
        french.shows("[nom]").shows("lang=\"fr\" dir=\"ltr\"");
        client.get("/fr/office/letters/password?in=ar").await.is(200).shows("lang=\"ar\" dir=\"rtl\"");
        // A language that the network does not have is the reader's.
        client.get("/fr/office/letters/password?in=xx").await.is(200).shows("[nom]");
        client.get("/en/office/letters/nothing").await.is(404);
        client.get("/office-letters/nothing").await.is(404);
        let page = client.get("/office-letters/own-role?in=ar").await.is(200);
        assert!(page.text().starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
        let policy = page.header("content-security-policy");
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
        assert!(page.header("cache-control").contains("no-store"));
    }
    for who in [Who::Practitioner, Who::CityLead] {
        let client = hub.signed_in(who).await;
        for path in ["/en/office/letters", "/en/office/letters/password", "/office-letters/password"] {
            client.get(path).await.is(403);
        }
    }
    hub.visitor().get("/en/office/letters").await.is(303);
}

const NAMED: &str = "http://localhost";
const NEW_PASSWORD: &str = "nine lamps on a hill";

async fn every_letter_is_as_people_have_reviewed_it(engine: Engine) {
    let mut found = String::new();
    for lang in ["en", "fr", "ar"] {
        // Called by a name: for a number there are no passkeys.
        let named = |settings: &mut server::Settings| settings.public_url = Some(NAMED.to_owned());
        let hub = Setup::new(engine).settings(named).start().await;
        everything_happens(&hub, lang).await;
        as_their_previews(&hub, lang.parse().expect("a language")).await;
        let mut letters: Vec<String> = hub
            .letters()
            .await
            .iter()
            .map(|letter| format!("to {}\n{}\n\n{}\n", letter.to, letter.subject, letter.text.trim()))
            .map(|text| without_what_changes(&text))
            .collect();
        letters.sort();
        letters.dedup();
        let _ = writeln!(found, "======== {lang}, {} letters\n", letters.len());
        for letter in letters {
            let _ = writeln!(found, "{letter}--------\n");
        }
    }
    snapshot::compare("letters.txt", &found);
}

/// Blanks as one, without marks of direction.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Stands for anything in a preview.
const ANYTHING: &str = "\u{1}";

/// E-mails that are not played here: they are read in the journeys of their features.
const ELSEWHERE: [&str; 17] = [
    "invitation",
    "own-role-network",
    "own-taken-network",
    "city-linked",
    "merged",
    "record-digest",
    "request-closed",
    "contact-confirm",
    "contact-question",
    "contact-media",
    "contact-share",
    "enquiry-with-you",
    "enquiry-due",
    "application-with-you",
    "application-asked-back",
    "prospect-invited",
    "daily",
];

/// What goes to mailboxes of the network alone.
const MAILBOXES: [&str; 2] = ["contact-message", "enquiry-mailbox"];

/// Text of a preview as a pattern, in which what is told may be anything.
fn pattern(text: &str) -> String {
    let parts: Vec<String> = plain(text).split(ANYTHING).map(regex::escape).collect();
    parts.join(".*?")
}

/// What leaves in this language is what the office sees before, and it sees nothing else.
async fn as_their_previews(hub: &TestHub, lang: base::Lang) {
    let mark = |_: &str| ANYTHING.to_owned();
    let writer = Writer::new(&hub.hub, lang, &mark, 3);
    let mut previews: Vec<(&str, Regex, Regex, usize)> = Vec::new();
    for own in hub.parts.all_previews() {
        let whole = web::previews::written(&hub.hub, lang, own);
        let shown = format!("{} {}", whole.subject, whole.text);
        assert!(!shown.contains("mark-") && !shown.contains("{$"), "{lang} {}: without a mark: {shown}", own.code);
        let mut text = String::new();
        for piece in writer.pieces(own) {
            // Of an address what stands before the first thing that differs.
            let written = pattern(&piece.text.replace('…', ANYTHING));
            let _ = if piece.sometimes { write!(text, "(?:{written} ?)?") } else { write!(text, "{written} ?") };
        }
        let whole = Regex::new(&format!("^{text}$")).expect("a pattern");
        let subject = Regex::new(&format!("^{}$", pattern(&writer.subject(own)))).expect("a pattern");
        previews.push((own.code, subject, whole, 0));
    }
    let letters = hub.letters().await;
    let own = letters.iter().filter(|letter| letter.html.contains(&format!("<html lang=\"{lang}\"")));
    let mut wrong = Vec::new();
    for letter in own {
        let (subject, text) = (plain(&letter.subject), plain(&letter.text));
        let mut fitting =
            previews.iter_mut().filter(|(_, of, whole, _)| of.is_match(&subject) && whole.is_match(&text)).peekable();
        if fitting.peek().is_none() {
            wrong.push(format!("{subject}\n{text}"));
        }
        fitting.for_each(|own| own.3 += 1);
    }
    assert!(wrong.is_empty(), "{lang}: e-mails without a preview:\n{}", wrong.join("\n----\n"));
    let unseen: Vec<&str> = previews.iter().filter(|own| own.3 == 0).map(|own| own.0).collect();
    // Mailboxes of the network are written to in its first language.
    let first = lang == hub.hub.network.languages[0];
    let elsewhere = |code: &str| ELSEWHERE.contains(&code) || (!first && MAILBOXES.contains(&code));
    let wrong: Vec<&str> =
        previews.iter().map(|own| own.0).filter(|code| elsewhere(code) != unseen.contains(code)).collect();
    assert!(wrong.is_empty(), "{lang}: previews of what never leaves, or leaves here: {wrong:?}");
}

/// A text is sent for review, to somebody of the team who reads this language.
async fn reviewed(hub: &TestHub, lang: &str) {
    let (author, reader) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    reader.post("/en/account", &[("name", "Central Example"), ("lang", lang)]).await.is(303);
    let form = author.get("/en/office/editorial/new?kind=news").await.is(200);
    let once = form.input("once").expect("a token");
    let fields = [("once", &*once), ("kind", "news"), ("in", "en"), ("title", "A visit"), ("body", "Words.")];
    let begun = author.post("/en/office/editorial/new", &fields).await.is(303);
    let place = begun.location().split('?').next().unwrap_or_default().to_owned();
    let revision = author.get(&place).await.is(200).input("revision").expect("a revision");
    let fields = [("in", "en"), ("revision", &*revision), ("title", "A visit"), ("body", "Words."), ("do", "review")];
    author.post(&place, &fields).await.is(303);
    hub.settle().await;
    // It is scheduled, and its author writes on.
    let form = reader.get(&format!("{place}/schedule")).await.is(200);
    let hidden = |name: &str| form.input(name).unwrap_or_default();
    let (was, seen) = (hidden("was"), hidden("seen"));
    let day = (hub.hub.now() + chrono::TimeDelta::days(2)).format("%Y-%m-%d").to_string();
    let plan = [("was", &*was), ("seen", &*seen), ("day", &*day), ("time", "09:00"), ("zone", "UTC")];
    reader.post(&format!("{place}/schedule"), &plan).await.is(303);
    let revision = author.get(&place).await.is(200).input("revision").expect("a revision");
    let fields =
        [("in", "en"), ("revision", &*revision), ("title", "A visit"), ("body", "Other words."), ("do", "save")];
    author.post(&place, &fields).await.is(303);
    hub.settle().await;
}

/// The second step of signing in: set up, used, guessed, turned off, and taken away.
async fn second_step(hub: &TestHub, administrator: &Client, person: &Client, email: &str) {
    let page = "/en/account/second-step";
    let with = |what| [("do", what)];
    let set_up = async || {
        person.post(&format!("{page}/change"), &with("begin")).await.is(303);
        let app = Authenticator::of(&person.get(page).await.is(200));
        recovery_codes(&person.post(page, &[("code", &app.code(hub))]).await.is(200))
    };
    let codes = set_up().await;
    let sign_in = async |code: &str| {
        let client = hub.visitor();
        client.post("/en/sign-in", &[("email", email), ("password", NEW_PASSWORD)]).await.is(303);
        client.post("/en/sign-in/code", &[("code", code)]).await
    };
    sign_in(&codes[0]).await.is(303);
    for _ in 0..3 {
        sign_in("000000").await.is(422);
    }
    person.post(&format!("{page}/change"), &with("codes")).await.is(200);
    person.post(&format!("{page}/change"), &with("off")).await.is(303);
    set_up().await;
    let taken = format!("{}/second-step/take", hub.page_of(email).await);
    administrator.post(&taken, &[]).await.is(303);
    hub.settle().await;
    hub.clock.jump(chrono::TimeDelta::hours(24));
    hub.settle().await;
}

/// A passkey: added, copied, and deleted.
async fn passkey(hub: &TestHub, person: &Client) {
    let page = "/en/account/passkeys";
    let asked = person.post(page, &[("do", "begin")]).await.is(200).json();
    let (key, sent) = Passkey::make(&asked, NAMED);
    person.post(page, &[("name", "Phone"), ("credential", &sent)]).await.is(200);
    // Its count does not rise.
    let client = hub.visitor();
    let asked = client.post("/en/sign-in/passkey", &[]).await.is(200).json();
    client.post("/en/sign-in", &[("credential", &key.signed("webauthn.get", &asked))]).await.is(422);
    let id = base::id::write_id(hub.number("SELECT id AS n FROM passkeys").await);
    person.post(&format!("{page}/{id}/delete"), &[]).await.is(303);
    hub.settle().await;
}

/// Another e-mail address: that nobody has, and that somebody has.
async fn address(hub: &TestHub, person: &Client) {
    for email in ["amina.new@example.org".to_owned(), Who::CityLead.email()] {
        person.post("/en/account/address", &[("email", &email)]).await.is(303);
        hub.settle().await;
    }
    person.post("/en/account/address/give-up", &[]).await.is(303);
}

/// Single sign-on of a city: entered, required, repaired, released, taken out of use; and somebody who is not connected any more. That
/// somebody is connected is told where a provider says who they are (`people_journeys`).
async fn city_sign_in(hub: &TestHub, administrator: &Client) {
    let place = format!("/en/cities/{CITY}/sign-in");
    let fields = [("issuer", "https://login.example.org"), ("client", "hub"), ("password", "a secret")];
    administrator.post(&place, &fields).await.is(303);
    let person = hub.person(&Who::CityLead.email()).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let text = "UPDATE city_idps SET state = 'optional', tested_at = $1";
    tx.exec(text, store::params![tx.now()]).await.expect("tried");
    for issuer in ["https://login.example.org", "https://former.example.org"] {
        let text = "INSERT INTO oidc_links (id, issuer, subject, person, made_in, linked_at) VALUES ($1, $2, 'x', $3, 'signed-in', $4)";
        tx.exec(text, store::params![tx.new_id(), issuer, person, tx.now()]).await.expect("connected");
    }
    tx.commit().await.expect("committed");
    let change = async |client: &Client, what: &str| {
        let reply = client.post(&format!("{place}/change"), &[("do", what)]).await;
        reply.leads_to(&place);
        hub.settle().await;
    };
    change(&hub.signed_in(Who::CityLead).await, "require").await;
    for what in ["repair", "release", "off"] {
        change(administrator, what).await;
    }
    // Whose city requires it signs in anew; now with a password again.
    let lead = &hub.signed_in(Who::CityLead).await;
    change(lead, "offer").await;
    for id in ["MIN", "MAX"] {
        let id = base::id::write_id(hub.number(&format!("SELECT {id}(id) AS n FROM oidc_links")).await);
        lead.post(&format!("/en/account/city-sign-in/{id}/delete"), &[]).await.is(303);
    }
    hub.settle().await;
}

/// What is told by letter, to people who read this language.
async fn everything_happens(hub: &TestHub, lang: &str) {
    let administrator = hub.signed_in(Who::Administrator).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post("/en/account", &[("name", "Salif Example"), ("lang", lang)]).await.is(303);
    let email = "amina@example.org";
    let fields =
        [("name", "Amina Example"), ("email", email), ("lang", lang), ("role", "practitioner"), ("city", CITY)];
    administrator.post("/en/office/people/invite", &fields).await.is(303);
    let page = hub.page_of(email).await;
    let amina = enters(hub, email).await;
    administrator.post(&format!("{page}/link"), &[]).await.is(303);
    // Of two links that are asked for one after the other the first letter would have nothing to tell.
    hub.settle().await;
    hub.visitor().post("/en/forgotten", &[("email", email)]).await.is(303);
    hub.settle().await;
    hub.visitor().post("/en/forgotten", &[("email", email), ("do", "enter")]).await.is(303);
    hub.settle().await;
    amina.post("/en/account/password", &[("old", PASSWORD), ("new", NEW_PASSWORD)]).await.is(303);
    let role = [("role", "city-lead"), ("city", CITY)];
    administrator.post(&format!("{page}/roles"), &role).await.is(303);
    hub.take(&administrator, email, "practitioner").await;
    let held = format!("SELECT id AS n FROM roles WHERE person = {}", hub.person(email).await);
    let held = base::id::write_id(hub.number(&held).await);
    for until in [&*(hub.hub.now() + chrono::TimeDelta::days(9)).format("%Y-%m-%d").to_string(), ""] {
        administrator.post(&format!("{page}/roles/{held}/until"), &[("until", until)]).await.is(303);
        hub.settle().await;
    }
    let own = lead.uploaded(&note("Wells of the old town", "A text.").with("access", "city")).await;
    let shown = lead.uploaded(&note("Plan of the market", "Another text.").with("access", "public")).await;
    administrator.post(&format!("/en/library/{shown}/withdraw"), &[]).await.is(303);
    let reason = [("city", CITY), ("reason", "The city asked for it by letter.")];
    administrator.post("/en/office/glass", &reason).await.is(303);
    administrator.get(&format!("/en/library/{own}")).await.is(200);
    hub.settle().await;
    reviewed(hub, lang).await;
    address(hub, &amina).await;
    passkey(hub, &amina).await;
    second_step(hub, &administrator, &amina, email).await;
    administrator.post(&format!("{page}/deactivate"), &[]).await.is(303);
    hub.settle().await;
    administrator.post(&format!("{page}/activate"), &[]).await.is(303);
    memberships(hub, &lead).await;
    city_sign_in(hub, &administrator).await;
    // Whoever led the city and leads it no more is told why of who follows, and of broken glass.
    for email in [&Who::CityLead.email(), email] {
        hub.take(&administrator, email, "city-lead").await;
        hub.settle().await;
    }
    let later = [("city", CITY), ("reason", "The city asked for it once more.")];
    administrator.post("/en/office/glass", &later).await.is(303);
    let message = [("name", "Ada"), ("email", "ada@example.org"), ("message", "How do we join?")];
    hub.write_to(&hub.visitor(), &format!("/{lang}/contact"), &message).await.is(303);
    enquired(hub, lang).await;
    colleagues(hub, lang).await;
    principles(hub, lang).await;
    written(hub, lang).await;
    erasure(hub, lang).await;
    nobody_comes(hub, lang).await;
}

/// One member writes to another.
async fn written(hub: &TestHub, lang: &str) {
    let (lead, other) = (hub.signed_in(Who::OtherLead).await, hub.signed_in(Who::RegionalOfficer).await);
    lead.post("/en/account", &[("name", "Samir"), ("lang", lang)]).await.is(303);
    let revision = lead.get("/en/account/profile").await.is(200).input("revision").expect("a revision");
    let profile = [
        ("revision", &*revision),
        ("shown", "members"),
        ("field", "youth"),
        ("position", "Head of youth work"),
        ("reachable", "yes"),
    ];
    lead.post("/en/account/profile", &profile).await.is(303);
    let path = format!("/en/people/{}/write", base::id::write_id(hub.person(&Who::OtherLead.email()).await));
    let once = base::secret::new_secret();
    other.post(&path, &[("once", &*once), ("text", "How did you begin?")]).await.is(303);
    hub.settle().await;
}

/// Accounts are to be erased: by the team for whoever wrote, and by their owner.
async fn erasure(hub: &TestHub, lang: &str) {
    let administrator = hub.signed_in(Who::Administrator).await;
    for (email, name) in [("salif@example.org", "Salif"), ("awa@example.org", "Awa")] {
        let client = hub.newcomer(email, name, "partner", "", "").await;
        client.post("/en/account", &[("name", name), ("lang", lang)]).await.is(303);
        if name == "Awa" {
            client.post("/en/account/erase", &[]).await.is(303);
        }
    }
    let page = hub.page_of("salif@example.org").await;
    administrator.post(&format!("{page}/erase"), &[]).await.is(303);
    hub.settle().await;
    hub.clock.jump(chrono::TimeDelta::days(14) + chrono::TimeDelta::seconds(2));
    hub.settle().await;
}

/// Nobody of a city was here for a year.
async fn nobody_comes(hub: &TestHub, lang: &str) {
    let client = hub.newcomer("silent@example.org", "Sani", "practitioner", CITY, "").await;
    client.post("/en/account", &[("name", "Sani"), ("lang", lang)]).await.is(303);
    hub.clock.jump(chrono::TimeDelta::days(366));
    hub.tidy_up().await.expect("chores");
    hub.settle().await;
}

/// Every city is asked to sign a new version of the principles, is reminded, has more time, and signs by a link.
async fn principles(hub: &TestHub, lang: &str) {
    let lead = hub.newcomer("signs@example.org", "Salma", "city-lead", testkit::OTHER_CITY, "").await;
    lead.post("/en/account", &[("name", "Salma"), ("lang", lang)]).await.is(303);
    let central = hub.signed_in(Who::CentralTeam).await;
    // Roles that end by the way, one for a city and one for the network.
    for (email, role, city) in
        [("ends@example.org", "practitioner", testkit::OTHER_CITY), ("helps@example.org", "partner", "")]
    {
        let own = hub.newcomer(email, "Samir", role, city, "").await;
        own.post("/en/account", &[("name", "Samir"), ("lang", lang)]).await.is(303);
        let until = (hub.hub.now() + chrono::TimeDelta::days(40)).format("%Y-%m-%d").to_string();
        let fields = [("role", role), ("city", city), ("until", &*until)];
        central.post(&format!("{}/roles", hub.page_of(email).await), &fields).await.is(303);
    }
    let mut fields = vec![("name", "2030"), ("change", "major")];
    fields.extend([("body_en", "Rights."), ("body_fr", "Droits."), ("body_ar", "الحقوق.")]);
    fields.extend([("about_en", "Shorter."), ("about_fr", "Plus courts."), ("about_ar", "أقصر.")]);
    central.post("/en/office/principles/draft", &fields).await.is(303);
    let day = |days: i64| {
        let at = hub.hub.now() + chrono::TimeDelta::days(days);
        hub.hub.network.calendar_of(testkit::REGION).day_of(at).to_string()
    };
    let page = "/en/office/principles/publish";
    let read = central.get(page).await.is(200).input("fingerprint").expect("what is read");
    central.post(page, &[("fingerprint", &read), ("grace", &day(60)), ("sure", "yes")]).await.is(303);
    hub.settle().await;
    for days in [50, 12] {
        hub.clock.jump(chrono::TimeDelta::days(days));
        hub.tidy_up().await.expect("chores");
        hub.settle().await;
    }
    let central = hub.signed_in(Who::CentralTeam).await;
    let more = [("until", &*day(30)), ("reason", "Its council meets.")];
    central.post(&format!("/en/office/principles/{}/more-time", testkit::OTHER_CITY), &more).await.is(303);
    hub.settle().await;
    let lead = hub.visitor();
    lead.post("/en/sign-in", &[("email", "signs@example.org"), ("password", PASSWORD)]).await.is(303);
    let own = format!("/en/cities/{}/principles", testkit::OTHER_CITY);
    lead.post(&format!("{own}/link"), &[]).await.is(303);
    let text = lead.get(&own).await.is(200).text();
    let link = text.split("/en/principles/signature/").nth(1).and_then(|rest| rest.split('"').next());
    let link = format!("/en/principles/signature/{}", link.expect("a link"));
    let mayor = hub.visitor();
    let hash = mayor.get(&link).await.is(200).input("hash").expect("a text");
    let signed = [("hash", &*hash), ("sign_name", "Inés"), ("sign_position", "Mayor"), ("agree", "yes")];
    mayor.post(&link, &signed).await.is(303);
    hub.settle().await;
}

/// A city's membership stands everywhere once, and something holds it up.
async fn memberships(hub: &TestHub, lead: &Client) {
    let (administrator, central) = (hub.signed_in(Who::Administrator).await, hub.signed_in(Who::CentralTeam).await);
    let office = format!("/en/office/members/{CITY}");
    let today = hub.hub.network.calendar_of(testkit::REGION).day_of(hub.hub.now()).to_string();
    let decide = async |decision: &str| {
        let fields = [("from", &*today), ("reason", "As its council said."), ("sure", "yes")];
        administrator.post(&format!("{office}/decide/{decision}"), &fields).await.is(303);
        hub.settle().await;
    };
    let report = [("city", CITY), ("text", "It keeps a list.")];
    hub.write_to(&hub.visitor(), "/en/principles/report", &report).await.is(303);
    hub.settle().await;
    let (place, year) = (format!("/en/cities/{CITY}/expectations"), &today[..4]);
    let missed = [("expectation", "join-one-event"), ("year", year), ("met", "no"), ("note", "Nobody came.")];
    administrator.post(&place, &missed).await.is(303);
    hub.settle().await;
    for decision in ["dormant", "resumed", "suspended"] {
        decide(decision).await;
    }
    let own = format!("/en/cities/{CITY}/membership");
    let proposed = "SELECT id AS n FROM status_decisions WHERE state = 'proposed'";
    let page = format!("{office}/decisions/{}", base::id::write_id(hub.number(proposed).await));
    central.post(&page, &[("do", "drop"), ("note", "A misunderstanding.")]).await.is(303);
    hub.settle().await;
    hub.clock.jump(chrono::TimeDelta::minutes(2));
    decide("suspended").await;
    lead.post(&own, &[("answer", "We were flooded.")]).await.is(303);
    hub.settle().await;
    let id = hub.number("SELECT id AS n FROM status_decisions WHERE state = 'proposed'").await;
    let page = format!("{office}/decisions/{}", base::id::write_id(id));
    let seen = central.get(&page).await.is(200).input("seen").expect("what was read");
    central.post(&page, &[("do", "agree"), ("note", "It was heard."), ("seen", &seen)]).await.is(303);
    hub.settle().await;
    decide("restored").await;
    let leaving = [("from", &*today), ("reason", "Our council wants so."), ("sure", "yes")];
    lead.post(&format!("{own}/withdraw"), &leaving).await.is(303);
    hub.settle().await;
    becomes(hub, CITY, cities::Membership::Active).await;
    hub.settle().await;
}

/// A city's membership stands there from now on, as after a decision.
pub(crate) async fn becomes(hub: &TestHub, slug: &str, membership: cities::Membership) {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    let city = cities::by_slugs(&tx, &[slug.to_owned()]).await.expect("cities").remove(0);
    let records = &hub.parts.city_records;
    cities::set_membership(&tx, records, &base::Actor::System, city.id, membership).await.expect("a membership");
    tx.commit().await.expect("it is kept");
}

/// Colleagues are invited, and ask for an account: of a city that is led, of one that nobody leads any more, with and without an account.
async fn colleagues(hub: &TestHub, lang: &str) {
    let lead = hub.newcomer("lead@example.org", "Hadiza Example", "city-lead", CITY, "").await;
    hub.newcomer("officer@example.org", "Officer Example", "regional-officer", "", testkit::REGION).await;
    for email in ["lead@example.org", "officer@example.org"] {
        let person = hub.person(email).await;
        let tx = hub.hub.db.begin().await.expect("a transaction");
        tx.exec("UPDATE people SET lang = $1 WHERE id = $2", store::params![lang, person]).await.expect("a language");
        tx.commit().await.expect("committed");
    }
    let ask = async |email: &str| {
        let fields = [("city", CITY), ("name", "Ousmane"), ("position", "Teacher"), ("email", email), ("lang", lang)];
        hub.write_to(&hub.visitor(), "/en/account/request", &fields).await.is(303);
        hub.settle().await;
        let id = hub.number("SELECT MAX(id) AS n FROM account_requests").await;
        format!("/en/cities/{CITY}/people/requests/{}", base::id::write_id(id))
    };
    let asked = ask("ousmane@example.org").await;
    lead.post(&asked, &[("role", "practitioner")]).await.is(303);
    hub.settle().await;
    ask("ousmane@example.org").await;
    ask("lead@example.org").await;
    let declined = ask("declined@example.org").await;
    lead.post(&declined, &[("role", "decline"), ("answer", "Please ask the school office.")]).await.is(303);
    let own = format!("/en/cities/{CITY}/people/{}", base::id::write_id(hub.person("lead@example.org").await));
    lead.post(&own, &[("role", "none")]).await.is(303);
    hub.settle().await;
    ask("late@example.org").await;
    hub.clock.jump(chrono::TimeDelta::days(31));
    hub.tidy_up().await.expect("tidied");
    hub.settle().await;
}

/// Cities ask whether they can join, and somebody of the team who reads this language sees to it.
async fn enquired(hub: &TestHub, lang: &str) {
    let central = hub.signed_in(Who::CentralTeam).await;
    let administrator = hub.signed_in(Who::Administrator).await;
    let person = base::id::write_id(hub.person(&Who::CentralTeam.email()).await);
    let decisions = [
        vec![("decision", "invite"), ("words", "We look forward to it.")],
        vec![("decision", "redirect"), ("redirect", "partner")],
        vec![("decision", "redirect"), ("redirect", "member")],
        vec![("decision", "redirect"), ("redirect", "contact")],
        vec![("decision", "redirect"), ("redirect", "library")],
        vec![("decision", "decline"), ("reason", "not-local-government")],
        vec![("decision", "decline"), ("reason", "no-mandate")],
        vec![("decision", "decline"), ("reason", "principles")],
        vec![("decision", "decline"), ("reason", "no-answer")],
        vec![("decision", "decline"), ("reason", "other"), ("words", "In our own words.")],
    ];
    for (number, decision) in decisions.iter().enumerate() {
        // Not more in an hour than one place may send.
        hub.clock.jump(chrono::TimeDelta::minutes(61));
        let (own, office) = asks(hub, lang, number).await;
        decide(&administrator, &office, decision).await;
        if number > 0 {
            continue;
        }
        administrator.post(&format!("{office}/owner"), &[("owner", &person)]).await.is(303);
        hub.visitor().post(&own, &[("message", "Here is what you asked for.")]).await.is(303);
        hub.settle().await;
        // With another one, and then on its own until it is late.
        let (_, late) = asks(hub, lang, 0).await;
        let of = office.rsplit('/').next().expect("an id").to_owned();
        decide(&administrator, &late, &[("decision", "merge"), ("of", &of)]).await;
        decide(&administrator, &late, &[("decision", "reopen")]).await;
        administrator.post(&format!("{late}/owner"), &[("owner", &person)]).await.is(303);
        hub.settle().await;
    }
    drop(central);
    applies(hub, lang).await;
    for _ in 0..6 {
        hub.clock.jump(chrono::TimeDelta::days(1));
        hub.settle().await;
    }
}

/// The city that was invited applies, is asked something, declined, applies again, is waited for, and becomes a member.
async fn applies(hub: &TestHub, lang: &str) {
    let id = base::id::write_id(hub.number("SELECT MAX(id) AS n FROM applications").await);
    let link = hub.number("SELECT MAX(link) AS n FROM applications").await;
    let path = format!("/{lang}/apply/{}", web::guard::token(&hub.hub, "membership application", link));
    let office = format!("/en/office/applications/{id}");
    let administrator = hub.signed_in(Who::Administrator).await;
    administrator.post(&format!("{office}/link"), &[]).await.is(303);
    hub.settle().await;
    for days in [31, 121] {
        hub.clock.jump(chrono::TimeDelta::days(days));
        hub.tidy_up().await.expect("tidied up");
        hub.settle().await;
    }
    let city = [("background", "A"), ("challenges", "B"), ("approaches", "C"), ("terms_lang", lang)];
    let contacts = [
        ("name_1", "Ada"),
        ("position_1", "Adviser"),
        ("email_1", "ada.lyon@example.org"),
        ("kind_1", "mandated"),
        ("name_2", "Ben"),
        ("position_2", "Teacher"),
        ("email_2", "ben.lyon@example.org"),
        ("kind_2", "practitioner"),
    ];
    let mandate = [("mandate_name", "Ada"), ("mandate_position", "Mayor"), ("mandate_on", "2026-11-02")];
    let visitor = hub.visitor();
    for (part, fields) in [("city", &city[..]), ("contacts", &contacts[..]), ("mandate", &mandate[..])] {
        let fields: Vec<_> = fields.iter().copied().chain([("revision", "0"), ("do", "next")]).collect();
        visitor.post(&format!("{path}/{part}"), &fields).await.is(303);
    }
    let proof = testkit::Upload::new("", "letter.pdf", b"%PDF-1.7 a letter".to_vec());
    visitor.send_files(&format!("{path}/proof"), &proof).await.is(303);
    let hash = visitor.get(&format!("{path}/principles")).await.is(200).input("hash").expect("a fingerprint");
    let signature = [("sign_name", "Ada"), ("sign_position", "Mayor"), ("agree", "yes"), ("hash", hash.as_str())];
    visitor.post(&format!("{path}/principles"), &signature).await.is(303);
    let sends = async || {
        visitor.post(&format!("{path}/submit"), &[("message", "")]).await.is(303);
        hub.settle().await;
    };
    sends().await;
    let administrator = hub.signed_in(Who::Administrator).await;
    of_office(&administrator, &office, "", &[("text", "Who signs?")]).await;
    sends().await;
    for reason in ["mandate", "contacts", "principles", "other"] {
        let fields = [("reason", reason), ("words", "In our own words.")];
        of_office(&administrator, &office, "/decline", &fields).await;
        visitor.post(&format!("{path}/again"), &[]).await.is(303);
        sends().await;
    }
    for _ in 0..6 {
        hub.clock.jump(chrono::TimeDelta::days(1));
        hub.settle().await;
    }
    let facts = [
        ("name_en", "Lyon"),
        ("country", "FR"),
        ("region", "europe"),
        ("kind", "city"),
        ("latitude", "45.7"),
        ("longitude", "4.8"),
        ("place_source", "GeoNames"),
        ("mandate_read", "yes"),
        ("words", "Welcome."),
    ];
    // The colleague hears of it whom whoever decides does not tell themselves.
    let administrator = hub.signed_in(Who::Administrator).await;
    of_office(&administrator, &office, "/accept", &facts).await;
    hub.settle().await;
}

/// Sends a form of the office as it stands on its page, with these fields.
async fn of_office(client: &Client, office: &str, page: &str, fields: &[(&str, &str)]) {
    let path = format!("{office}{page}");
    let shown = client.get(&path).await.is(200);
    let hidden: Vec<(&str, String)> =
        ["was", "seen", "once"].into_iter().filter_map(|name| Some((name, shown.input(name)?))).collect();
    let hidden = hidden.iter().map(|(name, value)| (*name, value.as_str()));
    client.post(&path, &hidden.chain(fields.iter().copied()).collect::<Vec<_>>()).await.is(303);
}

/// A city asks; answers its own page, and the office's.
async fn asks(hub: &TestHub, lang: &str, number: usize) -> (String, String) {
    let email = format!("lyon.{number}@example.org");
    let fields = [
        ("for", "local-government"),
        ("country", "FR"),
        ("place", "Lyon"),
        ("kind", "city"),
        ("name", "Ada"),
        ("position", "Head of office"),
        ("email", &email),
        ("mandate", "holder"),
        ("message", &base::secret::new_secret()),
    ];
    let sent = hub.write_to(&hub.visitor(), &format!("/{lang}/join"), &fields).await.is(303);
    hub.settle().await;
    let own = sent.location().split('?').next().unwrap_or_default().to_owned();
    let newest = hub.number("SELECT MAX(id) AS n FROM enquiries").await;
    (own, format!("/en/office/enquiries/{}", base::id::write_id(newest)))
}

async fn decide(client: &Client, office: &str, fields: &[(&str, &str)]) {
    let path = format!("{office}/decide");
    let page = client.get(&path).await.is(200);
    let hidden: Vec<(&str, String)> =
        ["was", "seen", "once"].into_iter().filter_map(|name| Some((name, page.input(name)?))).collect();
    let hidden = hidden.iter().map(|(name, value)| (*name, value.as_str()));
    client.post(&path, &hidden.chain(fields.iter().copied()).collect::<Vec<_>>()).await.is(303);
}

/// Uses the newest link that was sent.
async fn enters(hub: &TestHub, email: &str) -> Client {
    let letters = hub.letters().await;
    let letter = letters.iter().rfind(|letter| letter.to == email && letter.text.contains("/links/")).expect("a link");
    let client = hub.visitor();
    client.post(&letter.link(), &[("password", PASSWORD)]).await.is(303);
    client
}

/// Addresses of this hub, secrets and numbers of things.
fn without_what_changes(text: &str) -> String {
    let text = Regex::new("http://(127[.]0[.]0[.]1:[0-9]+|localhost)").expect("a pattern").replace_all(text, "HUB");
    let text = Regex::new("[0-9a-f]{64}").expect("a pattern").replace_all(&text, "SECRET");
    let text = Regex::new("/(join|apply|invitations)/[0-9a-z]{13}-[0-9a-f]{32}")
        .expect("a pattern")
        .replace_all(&text, "/$1/TOKEN");
    let text = Regex::new("[0-9]{1,2}(er)? \\p{L}+ [0-9]{4}").expect("a pattern").replace_all(&text, "DATE");
    let text = Regex::new("[0-9]{2}:[0-9]{2}").expect("a pattern").replace_all(&text, "TIME");
    Regex::new("/[0-9a-z]{13}\\b").expect("a pattern").replace_all(&text, "/ID").into_owned()
}
