//! What a person is, and which roles there are.

use base::limits::LINE_CHARS;
use base::{CityId, FieldError, Lang, Role};
use chrono::TimeDelta;
use store::Limit;
use web::Fields;

/// How long an invitation works.
pub const INVITATION: TimeDelta = TimeDelta::days(7);
/// How long a link for a forgotten password works.
pub const RESET: TimeDelta = TimeDelta::hours(1);
/// How long the first administrator's link works.
pub const FIRST: TimeDelta = TimeDelta::days(7);
/// How long a session lives.
pub const SESSION: TimeDelta = TimeDelta::days(7);
/// How long broken glass stays open.
pub const GLASS: TimeDelta = TimeDelta::hours(1);

/// Guesses for one address from one place.
pub const GUESSES: Limit = Limit { tries: 6, within: TimeDelta::minutes(15) };
/// Guesses for one address from everywhere.
pub const GUESSES_ALL: Limit = Limit { tries: 60, within: TimeDelta::minutes(15) };
/// Guesses from one place for all addresses (an office may share one).
pub const GUESSES_PLACE: Limit = Limit { tries: 120, within: TimeDelta::minutes(15) };
/// Letters about a forgotten password to one address.
pub const RESETS: Limit = Limit { tries: 3, within: TimeDelta::hours(1) };
/// Such letters asked for from one place.
pub const RESETS_PLACE: Limit = Limit { tries: 30, within: TimeDelta::hours(1) };

/// Somebody with an account, as lists show them.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// Their id.
    pub id: i64,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language they are written to.
    pub lang: String,
    /// May sign in.
    pub active: bool,
    /// Has set a password.
    pub ready: bool,
}
store::from_row!(PersonRow: id, email, name, lang, active, ready);

impl PersonRow {
    /// The language they are written to.
    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or(Lang::En)
    }

    /// Their id as written.
    pub fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

/// A role as it is kept.
#[derive(Clone, Debug)]
pub struct RoleRow {
    /// Its id.
    pub id: i64,
    /// Whose it is.
    pub person: i64,
    /// Its code.
    pub role: String,
    /// A city's number, a region's slug, or nothing.
    pub scope: String,
}
store::from_row!(RoleRow: id, person, role, scope);

/// The role that is kept under these two.
pub fn role_of(role: &str, scope: &str) -> Option<Role> {
    let city = || scope.parse().ok().map(CityId);
    Some(match role {
        "administrator" => Role::Administrator,
        "central-team" => Role::CentralTeam,
        "regional-officer" => Role::RegionalOfficer(scope.to_owned()),
        "city-lead" => Role::CityLead(city()?),
        "practitioner" => Role::Practitioner(city()?),
        _ => return None,
    })
}

/// What a role is held for, as it is kept.
pub fn scope_of(role: &Role) -> String {
    match role {
        Role::Administrator | Role::CentralTeam => String::new(),
        Role::RegionalOfficer(region) => region.clone(),
        Role::CityLead(city) | Role::Practitioner(city) => city.0.to_string(),
    }
}

/// Codes of the roles, in the order in which they are offered.
pub const ROLES: [&str; 5] = ["practitioner", "city-lead", "regional-officer", "central-team", "administrator"];

/// A role that somebody is to be given, as a form says it: the city by its slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleGrant {
    /// Its code.
    pub role: String,
    /// For city roles.
    pub city: String,
    /// For the regional officer.
    pub region: String,
}

impl RoleGrant {
    /// From a form.
    pub fn read(fields: &Fields, network: &network::Network) -> Result<RoleGrant, Vec<FieldError>> {
        let grant = RoleGrant { role: fields.line("role"), city: fields.line("city"), region: fields.line("region") };
        let mut errors = Vec::new();
        match grant.role.as_str() {
            "practitioner" | "city-lead" if grant.city.is_empty() => {
                errors.push(FieldError::new("city", "error-role-city"))
            }
            "regional-officer" if network.region(&grant.region).is_none() => {
                errors.push(FieldError::new("region", "error-role-region"))
            }
            role if !ROLES.contains(&role) => {
                errors.push(FieldError::new("role", "error-choose").with("label", "role"))
            }
            _ => {}
        }
        if errors.is_empty() { Ok(grant) } else { Err(errors) }
    }
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

/// An address as it is kept and compared.
pub fn fold_email(text: &str) -> String {
    text.trim().to_lowercase()
}

/// A name that a person goes by.
pub fn check_name(name: &str, errors: &mut Vec<FieldError>) {
    if name.is_empty() {
        errors.push(FieldError::new("name", "error-required").with("label", "name"));
    } else if name.chars().count() > LINE_CHARS {
        errors.push(FieldError::new("name", "error-too-long").with("max", LINE_CHARS));
    }
}

impl Newcomer {
    /// From a form; `fallback` is the language where none of the network's was chosen.
    pub fn read(fields: &Fields, languages: &[Lang], fallback: Lang) -> Result<Newcomer, Vec<FieldError>> {
        let lang = fields.get("lang").parse().ok().filter(|lang| languages.contains(lang)).unwrap_or(fallback);
        let newcomer = Newcomer { name: fields.line("name"), email: fold_email(fields.get("email")), lang };
        let mut errors = Vec::new();
        check_name(&newcomer.name, &mut errors);
        if !mail::is_address(&newcomer.email) {
            errors.push(FieldError::new("email", "error-email"));
        }
        if errors.is_empty() { Ok(newcomer) } else { Err(errors) }
    }
}
