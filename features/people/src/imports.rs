//! Tables of people who are invited to work for cities: a lead's for their own city, and the central team's for all of them.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, CityId, Fail, FieldError, Lang, Result, Role};
use cities::City;
use input::Fields;
use store::{Sql, Tx};
use web::imports::{Brought, Ground, ImportColumn, Importer, Taken};
use web::{Hub, Visit};

use crate::access::{may_bring_in, may_manage};
use crate::actions::invitations::{self, count, invite_in, role_for};
use crate::rows;
use crate::rules::{InvitationState, Newcomer, role_words};

/// The roles that a table gives, the one that is meant where none is named first.
const ROLES: [&str; 2] = ["practitioner", "city-lead"];
/// Cities that are looked through for one of a name.
const NAMESAKES: i64 = 50;

const NAME: ImportColumn = ImportColumn { name: "name", words: "name", hint: "import-name-hint", needed: true };
const EMAIL: ImportColumn = ImportColumn { name: "email", words: "email", hint: "import-email-hint", needed: true };
const ROLE: ImportColumn = ImportColumn { name: "role", words: "role", hint: "import-role-hint", needed: false };
const LANGUAGE: ImportColumn =
    ImportColumn { name: "lang", words: "person-lang", hint: "import-lang-hint", needed: false };
const CITY: ImportColumn = ImportColumn { name: "city", words: "members-city", hint: "import-city-hint", needed: true };

/// All kinds, as their words name them.
pub(crate) const KINDS: [&str; 2] = ["colleagues", "contacts"];

/// Colleagues of one city, whom a lead of it invites.
pub(crate) struct Colleagues;

/// Contacts of all cities, whom the central team invites.
pub(crate) struct Contacts;

/// As what the table of contacts is brought in for.
const NETWORK: &str = "network";

#[async_trait]
impl Importer for Colleagues {
    fn kind(&self) -> &'static str {
        KINDS[0]
    }

    fn columns(&self) -> &'static [ImportColumn] {
        &[NAME, EMAIL, ROLE, LANGUAGE]
    }

    async fn open(&self, visit: &Visit, of: &str) -> Result<Ground> {
        let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, of).await?;
        if !may_bring_in(&visit.actor, city.id) {
            return Err(Fail::Forbidden);
        }
        Ok(Ground { path: format!("/cities/{}/people", city.slug), label: city.name(visit.lang).to_owned() })
    }

    fn key(&self, row: &Fields) -> String {
        self.email(row)
    }

    fn email(&self, row: &Fields) -> String {
        crate::fold_email(&row.line("email"))
    }

    async fn count(&self, brought: Brought<'_>) -> Result<()> {
        count(brought.hub, brought.actor, &self.key(brought.row)).await
    }

    async fn take(&self, tx: &Tx, brought: Brought<'_>) -> Result<Taken> {
        let city = cities::city_for(tx, brought.actor, cities::access::Action::See, brought.of).await?;
        invite(tx, brought, &city).await
    }

    async fn undo(&self, tx: &Tx, brought: Brought<'_>, thing: i64) -> Result<bool> {
        let city = cities::city_for(tx, brought.actor, cities::access::Action::See, brought.of).await?;
        take_back(tx, brought.actor, city.id, thing).await
    }
}

#[async_trait]
impl Importer for Contacts {
    fn kind(&self) -> &'static str {
        KINDS[1]
    }

    fn columns(&self) -> &'static [ImportColumn] {
        &[CITY, NAME, EMAIL, ROLE, LANGUAGE]
    }

    async fn open(&self, visit: &Visit, of: &str) -> Result<Ground> {
        if of != NETWORK {
            return Err(Fail::NotFound);
        }
        if !may_manage(&visit.actor) {
            return Err(Fail::Forbidden);
        }
        Ok(Ground { path: "/office/contacts".to_owned(), label: visit.t("contacts") })
    }

    /// One person may work for several cities. Whoever holds both roles of one stands in a list with each; invited are they for one at
    /// a time, which is told when the second row is taken.
    fn key(&self, row: &Fields) -> String {
        let email = self.email(row);
        let of = [row.line("city"), row.line("role")].map(|text| base::fold::fold(&text));
        if email.is_empty() { email } else { format!("{email} {}", of.join(" ")) }
    }

    fn email(&self, row: &Fields) -> String {
        crate::fold_email(&row.line("email"))
    }

    async fn count(&self, brought: Brought<'_>) -> Result<()> {
        count(brought.hub, brought.actor, &self.email(brought.row)).await
    }

    async fn take(&self, tx: &Tx, brought: Brought<'_>) -> Result<Taken> {
        let city = city_of(tx, brought).await?;
        invite(tx, brought, &city).await
    }

    async fn undo(&self, tx: &Tx, brought: Brought<'_>, thing: i64) -> Result<bool> {
        let city = rows::invitations::city_of(tx, thing).await?.ok_or(Fail::NotFound)?;
        take_back(tx, brought.actor, city, thing).await
    }
}

/// The city that a row names: by what a list says of it (`Name (slug)`), or by its slug or its name in a language of the network where
/// only one is meant.
async fn city_of(sql: &Sql, brought: Brought<'_>) -> Result<City> {
    let text = brought.row.line("city");
    if text.is_empty() {
        return Err(Fail::Invalid(vec![FieldError::new("city", "error-required").with("label", "members-city")]));
    }
    if let Some((_, slug)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let [city] = cities::by_slugs(sql, &[slug.to_owned()]).await?.as_slice()
    {
        return Ok(city.clone());
    }
    // What stands for one city in an address may be the name of another: then it is asked which.
    let mut found = cities::by_slugs(sql, &[text.to_lowercase()]).await?;
    let wanted = base::fold::fold(&text);
    let languages = &brought.hub.network.languages;
    let named = |city: &City| languages.iter().any(|lang| base::fold::fold(city.name(*lang)) == wanted);
    found.extend(cities::many(sql, brought.actor, &text, languages[0], NAMESAKES).await?.into_iter().filter(named));
    found.sort_by_key(|city| city.id);
    found.dedup_by_key(|city| city.id);
    match found.len() {
        0 => Err(Fail::Invalid(vec![FieldError::new("city", "error-import-city").with("city", text)])),
        1 => Ok(found.swap_remove(0)),
        _ => {
            let lang = brought.actor.person().map_or(languages[0], |person| person.lang);
            let each: Vec<String> = found.iter().map(|city| format!("{} ({})", city.name(lang), city.slug)).collect();
            Err(Fail::Invalid(vec![FieldError::new("city", "error-import-cities").with("cities", each.join(", "))]))
        }
    }
}

/// Invites whom a row names; nothing is done of whoever is invited for the same already, or does it.
async fn invite(tx: &Tx, brought: Brought<'_>, city: &City) -> Result<Taken> {
    let (newcomer, role) = read(brought, city.id)?;
    let any_role = brought.row.line("role").is_empty();
    if let Some(person) = rows::by_email(tx, &newcomer.email).await? {
        let held = rows::roles::of(tx, person.id).await?;
        // A table that names no roles gives nobody another one.
        if held.iter().any(|own| own.role == role || any_role && own.role.city() == Some(city.id)) {
            return Ok(Taken::Here);
        }
    }
    if let Some(open) = rows::invitations::open_for(tx, city.id, &newcomer.email).await? {
        let same = any_role || open.role == role.code();
        return if same { Ok(Taken::Here) } else { Err(Fail::field("role", "error-import-invited")) };
    }
    let by_hand = !brought.hub.mailer.leaves();
    Ok(Taken::New(invite_in(tx, brought.actor, city, &newcomer, &role, None, by_hand).await?))
}

/// Whom a row names, and as what.
fn read(brought: Brought<'_>, city: CityId) -> Result<(Newcomer, Role)> {
    let hub = brought.hub;
    let (lang, role) = (lang_of(hub, &brought.row.line("lang")), role_code(hub, &brought.row.line("role")));
    let fields = Fields::default()
        .with("name", brought.row.line("name"))
        .with("email", brought.row.line("email"))
        .with("lang", lang.map_or(String::new(), |lang| lang.to_string()));
    let fallback = brought.actor.person().map_or(hub.network.languages[0], |person| person.lang);
    let newcomer = Newcomer::read(&fields, &hub.network.languages, fallback);
    let mut errors = newcomer.as_ref().err().cloned().unwrap_or_default();
    if lang.is_none() && !brought.row.line("lang").is_empty() {
        errors.push(FieldError::new("lang", "error-import-lang").with("lang", brought.row.line("lang")));
    }
    let role = role.and_then(|code| role_for(code, city));
    if role.is_none() {
        errors.push(FieldError::new("role", "error-import-role").with("role", brought.row.line("role")));
    }
    match (newcomer, role) {
        (Ok(newcomer), Some(role)) if errors.is_empty() => Ok((newcomer, role)),
        _ => Err(Fail::Invalid(errors)),
    }
}

/// A language of the network: by its code or its own name.
fn lang_of(hub: &Hub, text: &str) -> Option<Lang> {
    let wanted = base::fold::fold(text);
    let is = |lang: &Lang| {
        let code = lang.code();
        wanted == code
            || wanted.strip_prefix(code).is_some_and(|rest| rest.starts_with(['-', '_']))
            || base::fold::fold(lang.endonym()) == wanted
    };
    hub.network.languages.iter().copied().find(is)
}

/// A role of those that a table gives: by its code, or its words in a language of the hub.
fn role_code(hub: &Hub, text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some(ROLES[0]);
    }
    let wanted = base::fold::fold(text);
    let is = |code: &&&str| {
        let words = |lang: &Lang| base::fold::fold(&hub.words.write(*lang, &role_words(code), &[])) == wanted;
        **code == wanted || hub.network.languages.iter().any(words)
    };
    ROLES.iter().find(is).copied()
}

/// Withdraws an invitation; false where it was accepted.
async fn take_back(tx: &Tx, actor: &Actor, city: CityId, thing: i64) -> Result<bool> {
    match rows::invitations::of_city(tx, city, thing).await?.state {
        InvitationState::Accepted => Ok(false),
        InvitationState::Withdrawn | InvitationState::Lapsed => Ok(true),
        InvitationState::Open => {
            invitations::withdraw_in(tx, actor, city, thing).await?;
            Ok(true)
        }
    }
}

/// All kinds of tables of people.
pub(crate) fn all() -> [Arc<dyn Importer>; 2] {
    [Arc::new(Colleagues), Arc::new(Contacts)]
}
