//! What a person is, and which roles there are.

use base::letters::name;
use base::limits::LINE_CHARS;
use base::{CityId, Fail, FieldError, HeldFor, Lang, PersonId, Role, RoleKind, Seat, Through, Time};
use chrono::{NaiveDate, TimeDelta};
use input::Fields;
use network::Calendar;
use store::{FromRow, Limit, Row};

/// How long an invitation works.
pub const INVITATION: TimeDelta = TimeDelta::days(7);
/// How long a link for a forgotten password works.
pub const RESET: TimeDelta = TimeDelta::hours(1);
/// How long a link works that opens a session.
pub const ENTER: TimeDelta = TimeDelta::minutes(15);
/// What such a link is kept as.
pub const ENTERS: &str = "enter";
/// How long whoever reads a new address may take to say that it is theirs.
pub const CONFIRM_ADDRESS: TimeDelta = TimeDelta::days(1);
/// How long whoever reads the address of before may set it back, since another one was asked for; and for how long nobody else gets it.
pub const UNDO_ADDRESS: TimeDelta = TimeDelta::days(7);
/// How long the first administrator's link works.
pub const FIRST: TimeDelta = TimeDelta::days(7);
/// How long whoever has given the first step of signing in may take for the second.
pub const FIRST_STEP: TimeDelta = TimeDelta::minutes(20);
/// How long a browser may take to sign with a passkey what it was asked to.
pub const SIGNING: TimeDelta = TimeDelta::minutes(5);
/// Passkeys of one person.
pub const PASSKEYS: usize = 20;
/// Characters of what its owner calls a passkey.
pub const PASSKEY_CHARS: usize = 60;
/// How long setting up an authenticator app may take.
pub const SETTING_UP: TimeDelta = TimeDelta::hours(1);
/// Wrong codes after the right password, in [`WRONG_CODES`], of which the owner of an account is told.
pub const CODES_WRONG: i64 = 3;
/// How long wrong codes count together, and for how long the owner is told of them once only.
pub const WRONG_CODES: TimeDelta = TimeDelta::days(1);
/// How long a session lives.
pub const SESSION: TimeDelta = TimeDelta::days(7);
/// How long one lives that a city's provider opened, or of somebody whose city requires it: whoever is closed out there is out here
/// the next day.
pub const CITY_SESSION: TimeDelta = TimeDelta::hours(12);
/// How long a city's provider may take to answer, with all that a person does there.
pub const ASKED: TimeDelta = TimeDelta::minutes(10);
/// For how long the team opens the other ways where a city's provider is required and fails.
pub const REPAIR: TimeDelta = TimeDelta::hours(1);
/// How long what came back is shown to whoever tried a provider.
pub const TESTED: TimeDelta = TimeDelta::hours(1);
/// Characters of what a hub is called at a provider, and of what it shows there.
pub const CLIENT_CHARS: usize = 500;
/// How long somebody looks at the hub as a role before they are themselves again.
pub const LOOKING: TimeDelta = TimeDelta::hours(1);
/// How long broken glass stays open.
pub const GLASS: TimeDelta = TimeDelta::hours(1);
/// How long the same thing, done again by the same hand, is the same press: the form was sent twice.
pub const SAME_PRESS: TimeDelta = TimeDelta::minutes(1);
/// How long whoever led a city may still object to who follows, and gets back what was taken by mistake; and for how long
/// whoever was given a role from outside sees of its own documents only what is new, unless the city confirms them.
pub const LATELY: TimeDelta = TimeDelta::days(30);
/// How coarsely a session says when it was last used.
pub const SEEN: TimeDelta = TimeDelta::hours(1);
/// How long a browser is remembered in which somebody signed in.
pub const DEVICE: TimeDelta = TimeDelta::days(180);
/// Browsers that are remembered for one person.
pub const DEVICES: i64 = 20;
/// How long links, glass and roles that ended are kept.
pub const ENDED: TimeDelta = TimeDelta::days(90);
/// How long the owner sees what happened to an account.
pub const LOG: TimeDelta = TimeDelta::days(180);

/// How long an account that is to be erased waits: until then it can be taken back.
pub const ERASURE_WAITS: TimeDelta = TimeDelta::days(14);
/// How long it is closed before it is erased: letters about it that come once a day have left by then.
pub const CLOSED_BEFORE_ERASED: TimeDelta = TimeDelta::days(2);
/// How long whoever was erased is looked for on the record once more.
pub const FORGET_AGAIN: TimeDelta = TimeDelta::days(2);

/// How long before its end whoever holds a role is told that it is over soon.
pub const ENDS_SOON: TimeDelta = TimeDelta::days(14);
/// How far ahead a role may begin, in days.
pub const BEGINS_WITHIN: TimeDelta = TimeDelta::days(366);
/// How far ahead its last day may be, in days: ten years.
pub const ENDS_WITHIN: TimeDelta = TimeDelta::days(3_653);

/// Key of the words for a kind of role, by its code.
pub fn role_words(role: &str) -> String {
    format!("role-{role}")
}

/// Key of the words for what it may do.
pub fn role_hint_words(role: &str) -> String {
    format!("role-{role}-hint")
}

/// Key of the words for something that happened to an account, for its owner, by how it is logged.
pub fn happened_words(kind: &str) -> String {
    format!("happened-{kind}")
}

/// Guesses for one address from one place.
pub const GUESSES: Limit = Limit { tries: 6, within: TimeDelta::minutes(15) };
/// Guesses for one address from one IPv6 /48, whose places are many and may be one person's.
pub const GUESSES_NETWORK: Limit = Limit { tries: 30, within: TimeDelta::minutes(15) };
/// Guesses from one place for all addresses (an office may share one).
pub const GUESSES_PLACE: Limit = Limit { tries: 120, within: TimeDelta::minutes(15) };
/// Guesses from a browser in which the owner signed in before; what others guess does not count here.
pub const GUESSES_DEVICE: Limit = Limit { tries: 10, within: TimeDelta::minutes(15) };
/// Guesses for one address from everywhere, but from browsers in which its owner signed in before. Beyond them only
/// [`GUESSES_FIRST`] and [`GUESSES_SLOW`] pass: an account is slowed down, never locked.
pub const GUESSES_ALL: Limit = Limit { tries: 60, within: TimeDelta::minutes(15) };
/// Guesses for one address from one place, and from one IPv6 /48, that pass once there were too many from everywhere:
/// whoever comes from somewhere else is not kept waiting by those who guess.
pub const GUESSES_FIRST: Limit = Limit { tries: 2, within: TimeDelta::minutes(15) };
/// Such guesses for one address from all places together.
pub const GUESSES_FIRST_ALL: Limit = Limit { tries: 30, within: TimeDelta::minutes(1) };
/// All others for one address then: one in twenty seconds.
pub const GUESSES_SLOW: Limit = Limit { tries: 1, within: TimeDelta::seconds(20) };
/// Codes of the second step for one account, from browsers in which nobody gave both steps before; and from each in which
/// somebody did. Shorter than [`FIRST_STEP`]: whoever waits need not begin again.
pub const CODE_GUESSES: Limit = Limit { tries: 5, within: TimeDelta::minutes(15) };
/// The same in a day: of a million codes three are right. With another password it begins anew.
pub const CODE_GUESSES_A_DAY: Limit = Limit { tries: 30, within: TimeDelta::days(1) };
/// From browsers that are not known, in a day, however often the password is set anew meanwhile.
pub const CODE_GUESSES_OF_PERSON: Limit = Limit { tries: 90, within: TimeDelta::days(1) };
/// Other addresses that one person asks for.
pub const ADDRESS_ASKS: Limit = Limit { tries: 5, within: TimeDelta::days(1) };
/// Letters about a forgotten password, or another address, to one address.
pub const RESETS: Limit = Limit { tries: 3, within: TimeDelta::hours(1) };
/// Such letters asked for from one place.
pub const RESETS_PLACE: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };
/// Such letters asked for from one IPv6 /48.
pub const RESETS_NETWORK: Limit = Limit { tries: 90, within: TimeDelta::hours(1) };

/// Questions to cities' providers that are asked from one place.
pub const PROVIDERS_PLACE: Limit = Limit { tries: 60, within: TimeDelta::minutes(15) };

/// What a place may say of people who signed out at a city's provider: one that has many says it often.
pub const LOGOUTS_PLACE: Limit = Limit { tries: 1_200, within: TimeDelta::minutes(15) };
/// What one provider says of them that is believed: of each word the number is kept until it is too old, so this bounds how many are.
pub const LOGOUTS_PROVIDER: Limit = Limit { tries: 10_000, within: TimeDelta::minutes(15) };
/// How long the keys of a provider are kept by which such words are held.
pub const KEYS_KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long a provider is not asked again for a key that it did not have.
pub const KEYS_PAUSE: TimeDelta = TimeDelta::minutes(1);
/// How long one is not asked again that did not answer.
pub const KEYS_AWAY: TimeDelta = TimeDelta::seconds(10);

/// How a city's people sign in with its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdpState {
    /// It was entered.
    Draft,
    /// Somebody has come back from it.
    Tested,
    /// Whoever is connected may sign in with it.
    Optional,
    /// Whoever is of the city alone signs in with it, and not otherwise.
    Required,
}
store::coded!(IdpState, IdpState::parse);

impl IdpState {
    /// All.
    pub const ALL: [IdpState; 4] = [IdpState::Draft, IdpState::Tested, IdpState::Optional, IdpState::Required];

    fn parse(code: &str) -> Option<IdpState> {
        IdpState::ALL.into_iter().find(|own| store::State::code(*own) == code)
    }

    /// As it is kept.
    pub fn code(self) -> &'static str {
        store::State::code(self)
    }

    /// What follows where other values are entered; `another`: of another provider, or another name there. With another secret nobody
    /// is kept out until it is tried.
    pub fn after_change(self, another: bool) -> IdpState {
        match self {
            IdpState::Optional | IdpState::Required if !another => IdpState::Optional,
            _ => IdpState::Draft,
        }
    }
}

impl store::State for IdpState {
    const TABLE: &'static str = "city_idps";
    const KIND: &'static str = "city-idp";
    const MOVES: &'static [(Self, Self)] = &[
        (IdpState::Draft, IdpState::Tested),
        (IdpState::Tested, IdpState::Optional),
        (IdpState::Optional, IdpState::Required),
        (IdpState::Required, IdpState::Optional),
        (IdpState::Optional, IdpState::Tested),
        (IdpState::Tested, IdpState::Draft),
        (IdpState::Optional, IdpState::Draft),
        (IdpState::Required, IdpState::Draft),
    ];

    fn code(self) -> &'static str {
        match self {
            IdpState::Draft => "draft",
            IdpState::Tested => "tested",
            IdpState::Optional => "optional",
            IdpState::Required => "required",
        }
    }
}

/// Key of the words for it.
pub fn idp_state_words(state: &str) -> String {
    format!("city-sign-in-{state}")
}

/// Where an invitation to work for a city stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// Nobody has answered it yet.
    Open,
    /// Whoever was invited has come.
    Accepted,
    /// The city took it back.
    Withdrawn,
    /// Nobody answered it for long.
    Lapsed,
}
store::coded!(InvitationState, InvitationState::parse);

impl InvitationState {
    /// All.
    pub const ALL: [InvitationState; 4] =
        [InvitationState::Open, InvitationState::Accepted, InvitationState::Withdrawn, InvitationState::Lapsed];

    fn parse(code: &str) -> Option<InvitationState> {
        InvitationState::ALL.into_iter().find(|own| store::State::code(*own) == code)
    }

    /// As it is kept.
    pub fn code(self) -> &'static str {
        store::State::code(self)
    }
}

impl store::State for InvitationState {
    const TABLE: &'static str = "invitations";
    const KIND: &'static str = "invitation";
    const MOVES: &'static [(Self, Self)] = &[
        (InvitationState::Open, InvitationState::Accepted),
        (InvitationState::Open, InvitationState::Withdrawn),
        (InvitationState::Open, InvitationState::Lapsed),
    ];

    fn code(self) -> &'static str {
        match self {
            InvitationState::Open => "open",
            InvitationState::Accepted => "accepted",
            InvitationState::Withdrawn => "withdrawn",
            InvitationState::Lapsed => "lapsed",
        }
    }
}

/// Where a request for an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Nobody has decided yet.
    Waiting,
    /// Whoever asked is invited.
    Confirmed,
    /// Not.
    Declined,
    /// Nobody decided for long.
    Lapsed,
}
store::coded!(RequestState, RequestState::parse);

impl RequestState {
    /// All.
    pub const ALL: [RequestState; 4] =
        [RequestState::Waiting, RequestState::Confirmed, RequestState::Declined, RequestState::Lapsed];

    fn parse(code: &str) -> Option<RequestState> {
        RequestState::ALL.into_iter().find(|own| store::State::code(*own) == code)
    }

    /// As it is kept.
    pub fn code(self) -> &'static str {
        store::State::code(self)
    }
}

impl store::State for RequestState {
    const TABLE: &'static str = "account_requests";
    const KIND: &'static str = "account-request";
    const MOVES: &'static [(Self, Self)] = &[
        (RequestState::Waiting, RequestState::Confirmed),
        (RequestState::Waiting, RequestState::Declined),
        (RequestState::Waiting, RequestState::Lapsed),
    ];

    fn code(self) -> &'static str {
        match self {
            RequestState::Waiting => "waiting",
            RequestState::Confirmed => "confirmed",
            RequestState::Declined => "declined",
            RequestState::Lapsed => "lapsed",
        }
    }
}

/// Invitations to one address, of all who invite.
pub const INVITED: Limit = Limit { tries: 6, within: TimeDelta::days(1) };
/// Invitations by one of the central team, who bring in the contacts of all cities.
pub const INVITES_BY_TEAM: Limit = Limit { tries: 2_000, within: TimeDelta::days(1) };
/// Invitations by one person.
pub const INVITES: Limit = Limit { tries: 100, within: TimeDelta::days(1) };

/// Key of the words for it.
pub fn request_state_words(state: &str) -> String {
    format!("request-state-{state}")
}

/// Where a request for an account is decided, behind the language.
pub(crate) fn request_path(slug: &str, request: i64) -> String {
    format!("/cities/{slug}/people/requests/{}", base::id::write_id(request))
}

/// How long nobody takes an invitation up before it is over, from when its link stopped working.
pub const INVITATION_LAPSES: TimeDelta = TimeDelta::days(30);
/// Invitations and requests that are looked at in one step of tidying up.
pub const STEP: i64 = 200;
/// How long a request waits for whoever decides before nobody waits any more.
pub const REQUEST_WAITS: TimeDelta = TimeDelta::days(30);
/// What somebody writes who asks for an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRequest {
    /// Who asks.
    pub newcomer: Newcomer,
    /// What they do for the city.
    pub position: String,
    /// What whoever decides should know; may be empty.
    pub reason: String,
}

/// Characters of a reason.
pub const REASON_CHARS: usize = 1_000;

impl AccountRequest {
    /// From a form.
    pub fn read(fields: &Fields, languages: &[Lang], fallback: Lang) -> Result<AccountRequest, Vec<FieldError>> {
        let newcomer = Newcomer::read(fields, languages, fallback);
        let mut reader = input::Reader::new(fields);
        let position = reader.needed("position", "request-position");
        let reason = reader.text("reason", "request-reason", REASON_CHARS);
        match (newcomer, reader.end((position, reason))) {
            (Ok(newcomer), Ok((position, reason))) => Ok(AccountRequest { newcomer, position, reason }),
            (newcomer, others) => Err(newcomer.err().into_iter().chain(others.err()).flatten().collect()),
        }
    }
}

/// The city that all of these roles are for: whoever holds another one beside them is from outside as well.
pub fn only_city(roles: &[RoleRow]) -> Option<CityId> {
    let first = roles.first()?.role.city()?;
    roles.iter().all(|row| row.role.city() == Some(first)).then_some(first)
}

/// Somebody with an account, as lists show them.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language they are written to.
    pub lang: Lang,
    /// May sign in.
    pub active: bool,
    /// Has set a password.
    pub ready: bool,
    /// When a mail server refused an e-mail to them for good, where none was taken since.
    pub mail_refused_at: Option<Time>,
}
store::from_row!(PersonRow in people: id, email, name, lang, active, ready, mail_refused_at);

impl PersonRow {
    /// Their id as written.
    pub fn written(&self) -> String {
        self.id.to_string()
    }

    /// Key of the words for the state of their account.
    pub fn state_words(&self) -> &'static str {
        match (self.active, self.ready) {
            (false, _) => "state-inactive",
            (true, true) => "state-active",
            (true, false) => "state-invited",
        }
    }
}

/// Whoever was not here for so long is asked whether they still work for their cities.
pub(crate) const SILENT: TimeDelta = TimeDelta::days(365);
/// Nobody is asked again before.
pub(crate) const ASKED_AGAIN: TimeDelta = TimeDelta::days(365);
/// Whoever was asked and has not come for so long is told of to those who see to their city.
pub(crate) const UNANSWERED: TimeDelta = TimeDelta::days(60);

/// Somebody with a role of a member city.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub lang: Lang,
    /// May sign in.
    pub active: bool,
    /// Has taken the account up.
    pub ready: bool,
    /// As of [`PersonRow`].
    pub mail_refused_at: Option<Time>,
    /// When they were last here, as far as is known.
    pub seen_at: Option<Time>,
    /// From when on it is counted where nobody knows.
    pub counted_from: Option<Time>,
    /// The role as it is kept.
    pub role: String,
    pub city: CityId,
}
store::from_row!(Contact in people: person, name, email, lang, active, ready, mail_refused_at, seen_at, counted_from, role, city);

impl Contact {
    /// Was not here for long.
    pub(crate) fn is_silent(&self, now: Time) -> bool {
        self.active && self.ready && self.seen_at.or(self.counted_from).is_some_and(|last| last < now - SILENT)
    }
}

/// A role as it is kept.
#[derive(Clone, Debug)]
pub struct RoleRow {
    /// Its id.
    pub id: i64,
    /// Whose it is.
    pub person: PersonId,
    /// The role itself.
    pub role: Role,
    /// Since when.
    pub granted_at: Time,
    /// Of the city's own things those from this id on are seen at first.
    pub sees_from: Option<i64>,
    /// When it is over; none: nobody has said so.
    pub ends_at: Option<Time>,
}

impl RoleRow {
    /// It is not over. Whoever holds it loses it at that instant; that it is taken follows within moments.
    pub(crate) fn holds(&self, now: Time) -> bool {
        self.ends_at.is_none_or(|end| now < end)
    }

    /// From which id on this role shows a city's own things now; none: all.
    fn from(&self, now: Time) -> Option<i64> {
        self.sees_from.filter(|_| self.granted_at + LATELY > now)
    }
}

/// From which id on any of these roles for one city shows its own things; none: one of them shows all.
pub fn widest(roles: &[RoleRow], now: Time) -> Option<i64> {
    roles.iter().map(|role| role.from(now)).min().flatten()
}

/// The cities of these roles, each once, in order.
pub fn cities_of(held: &[RoleRow]) -> Vec<CityId> {
    let mut cities: Vec<CityId> = held.iter().filter_map(|row| row.role.city()).collect();
    cities.sort();
    cities.dedup();
    cities
}

/// The places that these roles give, one for each city and each organisation.
pub fn seats(roles: &[RoleRow], now: Time) -> Vec<Seat> {
    let seat = |city: CityId| {
        let own: Vec<RoleRow> = roles.iter().filter(|row| row.role.city() == Some(city)).cloned().collect();
        Seat { from: widest(&own, now).unwrap_or(0), ..Seat::whole(city, Through::Role) }
    };
    let organisations = roles.iter().filter_map(|row| row.role.organisation());
    let partners = organisations.map(|organisation| Seat::whole(organisation, Through::Role));
    cities_of(roles).into_iter().map(seat).chain(partners).collect()
}

/// Somebody who holds one of these is a member: the role makes one, and where it is held for a city, that city is none
/// of those whose membership has ended.
pub fn makes_member(roles: &[RoleRow], ended: &[CityId]) -> bool {
    let stands = |role: &Role| role.city().is_none_or(|city| !ended.contains(&city));
    roles.iter().any(|row| row.role.kind().is_some_and(|kind| kind.member) && stands(&row.role))
}

impl FromRow for RoleRow {
    fn from_row(row: &Row) -> base::Result<RoleRow> {
        let role = role_in(row, "roles")?;
        let (id, person) = (row.get("id")?, row.get("person")?);
        let (granted_at, sees_from) = (row.get("granted_at")?, row.get("sees_from")?);
        Ok(RoleRow { id, person, role, granted_at, sees_from, ends_at: row.get("ends_at")? })
    }
}

/// The role in a row of this table, which keeps it in two columns. One that this program does not know is an error: without it
/// somebody would be less than they are, or as much as nobody knows.
pub(crate) fn role_in(row: &Row, table: &str) -> base::Result<Role> {
    let (code, scope): (String, String) = (row.get("role")?, row.get("scope")?);
    let unknown = || Fail::internal(format!("no role is called `{code}` for `{scope}`"));
    role_of(&code, &scope).ok_or_else(|| row.unreadable(table, unknown()))
}

/// The role that is kept under these two.
pub fn role_of(role: &str, scope: &str) -> Option<Role> {
    Role::of(role, scope)
}

/// A role that somebody is to be given, as a form says it: the city by its slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleGrant {
    /// Its code.
    pub role: String,
    /// For city roles.
    pub city: String,
    /// For the regional officer.
    pub region: String,
    /// For a partner: the organisation's number as it is written; empty for none.
    pub organisation: String,
}

impl RoleGrant {
    /// From a form.
    pub fn read(fields: &Fields, network: &network::Network) -> Result<RoleGrant, Vec<FieldError>> {
        let line = |name| fields.line(name);
        let (role, city, region, organisation) = (line("role"), line("city"), line("region"), line("organisation"));
        let grant = RoleGrant { role, city, region, organisation };
        let mut errors = Vec::new();
        match RoleKind::of(&grant.role).map(|kind| kind.held_for) {
            None => errors.push(FieldError::new("role", "error-choose").with("label", "role")),
            Some(HeldFor::City) if grant.city.is_empty() => errors.push(FieldError::new("city", "error-role-city")),
            Some(HeldFor::Region) if network.region(&grant.region).is_none() => {
                errors.push(FieldError::new("region", "error-role-region"));
            }
            Some(_) => {}
        }
        if errors.is_empty() { Ok(grant) } else { Err(errors) }
    }
}

/// From which day until which somebody is to hold a role, as a form says it; none: from now on, and without an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermDays {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// The same as instants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// When it begins; none: now.
    pub begins_at: Option<Time>,
    /// When it is over; none: nobody says so.
    pub ends_at: Option<Time>,
}

impl TermDays {
    /// From a form.
    pub fn read(fields: &Fields) -> Result<TermDays, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut day = |name: &'static str| match fields.number(name) {
            none if none.is_empty() => None,
            typed => NaiveDate::parse_from_str(&typed, "%Y-%m-%d")
                .inspect_err(|_| errors.push(FieldError::new(name, "error-term-day")))
                .ok(),
        };
        let days = TermDays { from: day("from"), until: day("until") };
        if errors.is_empty() { Ok(days) } else { Err(errors) }
    }

    /// As instants, by the days of this calendar. A first day that is today, or was before, is now.
    ///
    /// # Errors
    /// For a last day that is over, or comes before the first; for days that are too far ahead.
    pub fn at(self, calendar: &Calendar, now: Time) -> Result<Term, FieldError> {
        let today = calendar.day_of(now);
        let from = self.from.filter(|day| *day > today);
        if from.is_some_and(|day| day > today + BEGINS_WITHIN) {
            return Err(FieldError::new("from", "error-term-from"));
        }
        if self.until.is_some_and(|day| day < from.unwrap_or(today) || day > today + ENDS_WITHIN) {
            return Err(FieldError::new("until", "error-term-until"));
        }
        Ok(Term {
            begins_at: from.map(|day| calendar.hour_of(day, 0)),
            ends_at: self.until.map(|day| calendar.end_of(day)),
        })
    }
}

/// The last day of what is over at this instant.
pub(crate) fn last_day(calendar: &Calendar, ends_at: Time) -> NaiveDate {
    calendar.day_of(ends_at - TimeDelta::seconds(1))
}

/// Name, address and language of somebody new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Their name.
    pub name: String,
    /// Their address, folded to lower case.
    pub email: String,
    /// The language they are written to.
    pub lang: Lang,
}

/// An address as it is kept and compared: small letters, the domain as mail servers know it, nothing unseen.
pub fn fold_email(text: &str) -> String {
    mail::normal(&text.to_lowercase())
}

/// A name that a person goes by.
pub fn check_name(name: &str, errors: &mut Vec<FieldError>) {
    if name.is_empty() {
        errors.push(FieldError::new("name", "error-required").with("label", "name"));
    } else if name.chars().count() > LINE_CHARS {
        errors.push(FieldError::new("name", "error-too-long").with("label", "name").with("max", LINE_CHARS));
    }
}

impl Newcomer {
    /// From a form; `fallback` is the language where none of the network's was chosen.
    pub fn read(fields: &Fields, languages: &[Lang], fallback: Lang) -> Result<Newcomer, Vec<FieldError>> {
        let lang = fields.get("lang").parse().ok().filter(|lang| languages.contains(lang)).unwrap_or(fallback);
        let newcomer = Newcomer { name: name(&fields.line("name")), email: fold_email(fields.get("email")), lang };
        let mut errors = Vec::new();
        check_name(&newcomer.name, &mut errors);
        if !mail::is_address(&newcomer.email) {
            errors.push(FieldError::new("email", "error-email"));
        }
        if errors.is_empty() { Ok(newcomer) } else { Err(errors) }
    }
}

/// Could this be a code: six digits of an app, or a recovery code? What could not, of which nothing was typed or half, is no guess.
pub(crate) fn is_like_a_code(typed: &str) -> bool {
    [6, 12].contains(&typed.chars().filter(|letter| letter.is_alphanumeric()).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_newcomer_sees_what_is_new_until_the_time_is_over() {
        let granted_at = chrono::Utc.timestamp_opt(1_800_000_000, 0).single().unwrap();
        let role = |scope: &str, sees_from| RoleRow {
            id: 1,
            person: PersonId(1),
            role: Role::of("practitioner", scope).expect("a role"),
            granted_at,
            sees_from,
            ends_at: None,
        };
        let now = granted_at + TimeDelta::days(29);
        let from =
            |roles: &[RoleRow], now| seats(roles, now).iter().map(|seat| (seat.body.0, seat.from)).collect::<Vec<_>>();
        assert_eq!(from(&[role("7", Some(50))], now), [(7, 50)]);
        assert_eq!(from(&[role("7", Some(50)), role("7", Some(40)), role("8", None)], now), [(7, 40), (8, 0)]);
        assert_eq!(from(&[role("7", Some(50)), role("7", None)], now), [(7, 0)], "one role that shows all is enough");
        assert_eq!(from(&[role("7", Some(50))], granted_at + LATELY), [(7, 0)]);
        assert_eq!(widest(&[], now), None);
    }

    fn role(code: &str, scope: &str) -> RoleRow {
        RoleRow {
            id: 1,
            person: PersonId(1),
            role: Role::of(code, scope).expect("a role"),
            granted_at: chrono::Utc.timestamp_opt(0, 0).single().unwrap(),
            sees_from: None,
            ends_at: None,
        }
    }

    #[test]
    fn a_role_for_a_city_that_is_no_member_makes_none() {
        let (lead, other, partner) = (role("city-lead", "7"), role("practitioner", "8"), role("partner", ""));
        assert!(makes_member(std::slice::from_ref(&lead), &[CityId(8)]));
        assert!(!makes_member(&[lead.clone(), partner.clone()], &[CityId(7)]));
        assert!(makes_member(&[lead, other], &[CityId(7)]) && !makes_member(&[partner], &[]));
        assert!(makes_member(&[role("central-team", "")], &[CityId(7)]));
    }

    #[test]
    fn whoever_holds_another_role_is_from_outside() {
        let (lead, practitioner) = (role("city-lead", "7"), role("practitioner", "7"));
        assert_eq!(only_city(&[lead.clone(), practitioner]), Some(CityId(7)));
        for other in [role("practitioner", "8"), role("central-team", ""), role("partner", "")] {
            assert_eq!(only_city(&[lead.clone(), other.clone()]), None);
            assert_eq!(only_city(&[other, lead.clone()]), None);
        }
        assert_eq!(only_city(&[]), None);
        assert_eq!(IdpState::Required.after_change(false), IdpState::Optional);
        assert_eq!(IdpState::Tested.after_change(false), IdpState::Draft);
        for state in IdpState::ALL {
            assert_eq!(state.after_change(true), IdpState::Draft);
        }
    }

    #[test]
    fn addresses_are_compared_without_what_is_unseen() {
        assert_eq!(fold_email(" Info@BÜCHER.example\u{200b} "), "info@xn--bcher-kva.example");
        assert_eq!(fold_email("Amina@Example.ORG"), "amina@example.org");
        let fields = Fields::default().with("name", "Ami\u{ad}na\u{200e}\u{200b}").with("email", "a@xn--a.example");
        let wrong = Newcomer::read(&fields, &[Lang::EN], Lang::EN).expect_err("no domain");
        assert_eq!(wrong.iter().map(|error| error.message).collect::<Vec<_>>(), ["error-email"]);
        let fields = Fields::default().with("name", "Ami\u{ad}na\u{200e}\u{200b}").with("email", "a@b\u{f6}.example");
        let right = Newcomer::read(&fields, &[Lang::EN], Lang::EN).expect("it is right");
        assert_eq!((right.name.as_str(), right.email.as_str()), ("Amina", "a@xn--b-1ga.example"));
    }

    #[test]
    fn a_term_is_whole_days_of_the_calendar() {
        let network = network::Network::embedded().expect("a network");
        let calendar = network.calendar_of("");
        let at = |text: &str| text.parse::<Time>().expect("a moment");
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        // Summer: a day begins an hour before it does in UTC.
        let now = at("2027-06-30T23:30:00Z");
        let term = |from: &str, until: &str| TermDays { from: day(from), until: day(until) }.at(calendar, now);
        assert_eq!(term("", ""), Ok(Term::default()));
        let own = term("2027-07-01", "2027-07-01").expect("today there");
        assert_eq!((own.begins_at, own.ends_at), (None, Some(at("2027-07-01T23:00:00Z"))));
        let own = term("2027-11-01", "").expect("in winter");
        assert_eq!(own, Term { begins_at: Some(at("2027-11-01T00:00:00Z")), ends_at: None });
        for (from, until) in [("", "2027-06-30"), ("2027-07-05", "2027-07-04"), ("2028-07-05", ""), ("", "2037-08-01")]
        {
            assert!(term(from, until).is_err(), "{from} {until}");
        }
        assert_eq!(last_day(calendar, at("2027-07-01T23:00:00Z")), day("2027-07-01").expect("a day"));
    }
}
