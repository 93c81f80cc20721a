//! The own account: name, language, password, roles, sessions, and what happened to it.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Lang, Person, Role, Time};
use http::HeaderMap;
use input::Fields;
use store::Way;
use web::form::Choice;
use web::words::notice_words;
use web::{Answer, Filled, Form, Meta, Offered, Visit, notices, page, redirect};

use super::person::Unnamed;
use super::sign_in::{agent_of, with_session};
use super::{languages, person};
use crate::actions::{own, second_step};
use crate::letters::agent_in_words;
use crate::password::weakness;
use crate::rows::account::{self, LogRow};
use crate::rows::waits;
use crate::rules::{check_name, happened_words};

/// What happened lately that the page shows.
const LOGGED: i64 = 10;

#[derive(Template)]
#[template(path = "people/account.html")]
struct Account<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    roles: Vec<person::NamedRole>,
    own: Form<'a>,
    password: Form<'a>,
    letters: Form<'a>,
    /// Kinds of notices that are a matter of choice, and those that are not.
    optional: Vec<(&'static str, &'static [Way])>,
    always: Vec<&'static str>,
    /// When the team takes the second step away.
    ends: Option<Time>,
    /// When the account is closed to be erased.
    closes: Option<Time>,
    /// Since when a second step is asked for.
    second_step: Option<Time>,
    /// They hold a role for a city: its provider may say who they are.
    of_city: bool,
    sessions: Vec<Session>,
    log: Vec<LogRow>,
}

web::framed!(Account);

/// One of the own sessions.
struct Session {
    name: String,
    /// Browser and system, in words.
    agent: String,
    created_at: Time,
    /// Of another browser that came back after signing in, to the hour.
    seen_at: Option<Time>,
    this: bool,
}

impl Account<'_> {
    /// The words for something that happened to the account.
    fn happened(&self, kind: &str) -> String {
        self.v.t(happened_words(kind))
    }

    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }

    /// What a kind of notice tells of.
    fn told(&self, kind: &str) -> String {
        self.v.t(notice_words(kind))
    }

    /// The choice for a kind of notice.
    fn choice(&self, kind: &str, ways: &[Way]) -> String {
        let ways = ways.iter().map(|way| Choice::new(way.code(), self.v.t(way_words(*way)))).collect();
        self.letters.select(kind, &notice_words(kind), ways)
    }
}

/// Key of the words for a way of being told.
fn way_words(way: Way) -> &'static str {
    match way {
        Way::AtOnce => "way-at-once",
        Way::Daily => "way-daily",
        Way::Never => "way-never",
    }
}

/// What was sent from one of the page's forms.
#[derive(Default)]
struct Sent {
    own: Option<Filled>,
    password: Option<Filled>,
    letters: Option<Filled>,
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    show(&visit, &offered, Sent::default()).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    let me = visit.person()?;
    let name = base::letters::name(&fields.line("name"));
    let mut errors: Vec<FieldError> = Vec::new();
    check_name(&name, &mut errors);
    let lang: Lang =
        fields.get("lang").parse().ok().filter(|lang| visit.hub.network.languages.contains(lang)).unwrap_or(me.lang);
    if !errors.is_empty() {
        return show(&visit, &offered, Sent { own: Some(Filled::wrong(fields, errors)), ..Sent::default() }).await;
    }
    own::rename(&visit.hub, &visit.actor, &name, lang).await?;
    Ok(redirect(&visit.done("/account", "saved")).into_response())
}

pub(crate) async fn password(visit: Visit, offered: Offered, headers: HeaderMap, fields: Fields) -> Answer {
    let me = visit.person()?;
    let new = fields.get("new").to_owned();
    if let Some(error) = weakness("new", &new, &me.email, &me.name) {
        let password = Some(Filled::wrong(fields, vec![error]));
        return show(&visit, &offered, Sent { password, ..Sent::default() }).await;
    }
    let this = visit.session.clone().ok_or(Fail::SignIn)?;
    let words = (fields.get("old"), new);
    match own::change_password(&visit.hub, &visit.actor, &this, words, agent_of(&headers)).await {
        Ok(opened) => Ok(with_session(&visit, &opened, redirect(&visit.done("/account", "password")))),
        Err(fail) => {
            show(&visit, &offered, Sent { password: Some(Filled::failed(fields, fail)?), ..Sent::default() }).await
        }
    }
}

/// Chooses how letters come.
pub(crate) async fn letters(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    let me = visit.person()?;
    match read_choices(&fields, kinds(&offered, me, false)) {
        Ok(chosen) => own::choose_letters(&visit.hub, &visit.actor, &chosen).await?,
        Err(errors) => {
            let letters = Some(Filled::wrong(fields, errors));
            return show(&visit, &offered, Sent { letters, ..Sent::default() }).await;
        }
    }
    Ok(redirect(&visit.done("/account", "letters")).into_response())
}

/// Ends one session.
pub(crate) async fn end_session(visit: Visit, Path(name): Path<String>) -> Answer {
    own::end_session(&visit.hub, &visit.actor, &name).await?;
    Ok(redirect(&visit.done("/account", "session-ended")).into_response())
}

/// Ends all sessions but this one.
pub(crate) async fn end_others(visit: Visit) -> Answer {
    visit.person()?;
    let this = visit.session.clone().ok_or(Fail::SignIn)?;
    own::end_other_sessions(&visit.hub, &visit.actor, &this).await?;
    Ok(redirect(&visit.done("/account", "sessions-ended")).into_response())
}

async fn sessions(visit: &Visit) -> base::Result<Vec<Session>> {
    let found = account::sessions(&visit.hub.db.read(), visit.person()?.id, visit.hub.now()).await?;
    Ok(found
        .into_iter()
        .map(|row| {
            let this = visit.session.as_deref().is_some_and(|secret| row.is(secret));
            Session {
                name: row.name().to_owned(),
                agent: agent_in_words(&visit.hub, visit.lang, (row.browser, row.system)),
                created_at: row.created_at,
                seen_at: row.seen_at.filter(|seen| !this && *seen > row.created_at),
                this,
            }
        })
        .collect())
}

/// Kinds of notices that can concern this person, with the ways of each: of which they choose, or always told. Also those of roles that
/// rest: letters go to whoever holds them.
fn kinds(offered: &Offered, person: &Person, must: bool) -> impl Iterator<Item = (&'static str, &'static [Way])> {
    let roles = person.roles.iter().chain(&person.resting).cloned().collect();
    let held = Person { roles, ..person.clone() };
    let own = offered.notices.iter().filter(move |own| own.must() == must && own.concerns(&held));
    own.map(|own| (own.kind(), own.ways()))
}

async fn show(visit: &Visit, offered: &Offered, sent: Sent) -> Answer {
    let me = visit.person()?;
    // Those that rest behind the others, each with whether it does.
    let ends = |role: &Role| me.ending.iter().find(|(own, _)| own == role).map(|(_, end)| *end);
    let own = |id: i64, role: &Role| Unnamed { id, role: role.clone(), begins_at: None, ends_at: ends(role) };
    let held = me.roles.iter().map(|role| own(0, role)).chain(me.resting.iter().map(|role| own(1, role)));
    let roles = person::named(visit, held.collect()).await?;
    let as_it_is = || Fields::default().with("name", &me.name).with("lang", me.lang).into();
    let own = Form::new(visit, sent.own.unwrap_or_else(as_it_is));
    let password = Form::new(visit, sent.password.unwrap_or_else(|| Fields::default().into()));
    let chosen = notices::choices(&visit.hub, &visit.hub.db.read(), me.id).await?;
    let as_chosen =
        || chosen.iter().fold(Fields::default(), |fields, (kind, way)| fields.with(kind, way.code())).into();
    let letters = Form::new(visit, sent.letters.unwrap_or_else(as_chosen));
    let waits = waits::of(&visit.hub.db.read(), me.id).await?;
    let template = Account {
        v: visit,
        meta: Meta::titled(visit.t("account-title")).hide(),
        email: &me.email,
        roles,
        ends: waits.second_step_ends,
        closes: waits.erasure.filter(|own| own.waits(visit.hub.now())).map(|own| own.due_at),
        second_step: second_step::since(&visit.hub.db.read(), me.id).await?,
        of_city: !visit.actor.cities().is_empty(),
        sessions: sessions(visit).await?,
        log: account::logged(&visit.hub.db.read(), me.id, LOGGED).await?,
        optional: kinds(offered, me, false).collect(),
        always: kinds(offered, me, true).map(|(kind, _)| kind).collect(),
        own,
        password,
        letters,
    };
    let status = template.own.status().max(template.password.status()).max(template.letters.status());
    page(status, &template, None)
}

/// How somebody wants to be told, of the kinds of notices that a form asked about.
fn read_choices(
    fields: &Fields,
    kinds: impl Iterator<Item = (&'static str, &'static [Way])>,
) -> Result<Vec<(&'static str, Way)>, Vec<FieldError>> {
    let (mut chosen, mut errors) = (Vec::new(), Vec::new());
    for (kind, ways) in kinds.filter(|(kind, _)| !fields.get(kind).is_empty()) {
        match Way::of(fields.get(kind)).filter(|way| ways.contains(way)) {
            Some(way) => chosen.push((kind, way)),
            None => errors.push(FieldError::new(kind, "error-choose").with("label", notice_words(kind))),
        }
    }
    if errors.is_empty() { Ok(chosen) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_form_asked_about_is_chosen() {
        let fields = Fields::parse("people.role=daily&people.glass=never");
        let read = |fields: &Fields, kinds: [&'static str; 2]| {
            read_choices(fields, kinds.into_iter().map(|kind| (kind, &Way::ALL[..])))
        };
        assert_eq!(read(&fields, ["people.role", "library.withdrawn"]), Ok(vec![("people.role", Way::Daily)]));
        for (sent, ways) in [("people.role=hourly", &Way::ALL[..]), ("people.role=never", &[Way::AtOnce, Way::Daily])] {
            let wrong = read_choices(&Fields::parse(sent), [("people.role", ways)].into_iter());
            assert_eq!(wrong.map_err(|errors| errors[0].field), Err("people.role"), "{sent}");
        }
    }
}
