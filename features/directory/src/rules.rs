//! What people show of themselves.

use base::{CityId, FieldError, PersonId, Role};
use chrono::TimeDelta;
use input::{Fields, Reader};
use store::Limit;

/// Characters of a function, and of a profession.
pub(crate) const LINE: usize = 120;
/// Characters of what somebody writes of their work.
pub(crate) const ABOUT: usize = 800;
/// Languages of one person, and themes.
pub(crate) const LANGUAGES: usize = 4;
/// Themes of one person.
pub(crate) const THEMES: usize = 8;
/// Characters of a message.
pub(crate) const MESSAGE: usize = 3_000;
/// People on one page of the directory.
pub(crate) const ROWS: usize = 20;
/// Of what fits so many are listed; whoever looks for somebody looks for something.
pub(crate) const WINDOW: usize = 200;

/// Profiles of others that one reader opens in a day.
pub(crate) const PROFILES: Limit = Limit { tries: 80, within: TimeDelta::days(1) };
/// Of which it is on record that they are many.
pub(crate) const MANY: Limit = Limit { tries: 40, within: TimeDelta::days(1) };
/// The same profile, opened again, is one that was read.
pub(crate) const ONCE: Limit = Limit { tries: 1, within: TimeDelta::days(1) };
/// Pages of the directory of which it is on record that they are many.
pub(crate) const MANY_PAGES: Limit = Limit { tries: 60, within: TimeDelta::days(1) };
/// Pages of cities on which one reader is shown in a day who works there.
pub(crate) const CITIES: Limit = Limit { tries: 150, within: TimeDelta::days(1) };
/// Characters of a name in a subject.
pub(crate) const SUBJECT_NAME: usize = 60;
/// Pages of the directory that one reader opens in a day.
pub(crate) const PAGES: Limit = Limit { tries: 150, within: TimeDelta::days(1) };
/// Messages that one person sends in a day.
pub(crate) const MESSAGES: Limit = Limit { tries: 20, within: TimeDelta::days(1) };
/// Messages that one person sends to the same one in a day.
pub(crate) const MESSAGES_TO_ONE: Limit = Limit { tries: 3, within: TimeDelta::days(1) };
/// Pictures that one person brings in a day.
pub(crate) const PICTURES: Limit = Limit { tries: 20, within: TimeDelta::days(1) };
/// How long a message is kept whose letter never left.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(30);

/// To whom somebody shows themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Nobody but themselves.
    #[default]
    Nobody,
    /// Whoever works for the same city, and the central team.
    City,
    /// All members.
    Members,
}
store::coded!(Shown, Shown::parse);

impl Shown {
    pub(crate) const ALL: [Shown; 3] = [Shown::Nobody, Shown::City, Shown::Members];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Shown::Nobody => "nobody",
            Shown::City => "city",
            Shown::Members => "members",
        }
    }

    fn parse(code: &str) -> Option<Shown> {
        Shown::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Key of the words for it.
pub(crate) fn shown_words(shown: &str) -> String {
    format!("directory-shown-{shown}")
}

/// Key of the words that say what that means.
pub(crate) fn shown_hint_words(shown: &str) -> String {
    format!("directory-shown-{shown}-hint")
}

/// Fields of work.
pub(crate) const FIELDS: [&str; 12] = [
    "leadership",
    "coordination",
    "social-work",
    "education",
    "youth",
    "safety",
    "health",
    "culture",
    "communication",
    "international",
    "research",
    "civil-society",
];

/// Key of the words for a field of work.
pub(crate) fn field_words(field: &str) -> String {
    format!("work-field-{field}")
}

/// What somebody shows of themselves.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub person: PersonId,
    pub name: String,
    pub shown: Shown,
    pub field: String,
    pub position: String,
    pub profession: String,
    pub about: String,
    pub reachable: bool,
    /// Its number in addresses.
    pub picture: Option<i64>,
    pub revision: i64,
    /// In the order in which they named them.
    pub languages: Vec<String>,
    pub themes: Vec<String>,
    /// What they hold now.
    pub roles: Vec<Role>,
}

impl Profile {
    /// That of somebody who has written none.
    pub(crate) fn empty(person: PersonId, name: &str) -> Profile {
        Profile {
            person,
            name: name.to_owned(),
            shown: Shown::Nobody,
            field: String::new(),
            position: String::new(),
            profession: String::new(),
            about: String::new(),
            reachable: false,
            picture: None,
            revision: 0,
            languages: Vec::new(),
            themes: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// The cities that they work for.
    pub(crate) fn cities(&self) -> impl Iterator<Item = CityId> {
        self.roles.iter().filter_map(Role::city)
    }

    /// As the form shows it.
    pub(crate) fn fields(&self) -> Fields {
        let mut fields = Fields::default()
            .with("revision", self.revision)
            .with("shown", self.shown.code())
            .with("field", &self.field)
            .with("position", &self.position)
            .with("profession", &self.profession)
            .with("about", &self.about);
        for (name, lang) in SPOKEN.iter().zip(&self.languages) {
            fields.set(name, lang);
        }
        for theme in &self.themes {
            fields.push("themes", theme);
        }
        if self.reachable {
            fields.push("reachable", "yes");
        }
        fields
    }
}

/// The fields of the form in which languages are chosen.
pub(crate) const SPOKEN: [&str; LANGUAGES] = ["language-1", "language-2", "language-3", "language-4"];

/// What somebody sends of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    pub shown: Shown,
    pub field: String,
    pub position: String,
    pub profession: String,
    pub about: String,
    pub reachable: bool,
    pub languages: Vec<String>,
    pub themes: Vec<String>,
}

impl Sent {
    /// From the form. Whoever shows themselves says what they do: else nobody would know why to write to them.
    pub(crate) fn read(fields: &Fields, network: &network::Network) -> Result<Sent, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let shown = reader.one_of("shown", "directory-shown", Shown::parse);
        let position = reader.line_within("position", "directory-position", LINE);
        let profession = reader.line_within("profession", "directory-profession", LINE);
        let about = reader.text("about", "directory-about", ABOUT);
        let field = fields.get("field").to_owned();
        let known = field.is_empty() || FIELDS.contains(&field.as_str());
        reader.check(known, || FieldError::new("field", "error-choose").with("label", "directory-field"));
        let seen = shown.is_some_and(|shown| shown != Shown::Nobody);
        reader.check(!seen || !field.is_empty(), || {
            FieldError::new("field", "error-directory-missing").with("label", "directory-field")
        });
        reader.check(!seen || !position.is_empty(), || {
            FieldError::new("position", "error-directory-missing").with("label", "directory-position")
        });
        let mut languages: Vec<String> = Vec::new();
        for name in SPOKEN {
            let lang = fields.get(name);
            let known = lang.is_empty() || base::lang::NAMES.iter().any(|(code, _)| *code == lang);
            reader.check(known, || FieldError::new(name, "error-choose").with("label", "directory-language"));
            if !lang.is_empty() && !languages.iter().any(|own| own == lang) {
                languages.push(lang.to_owned());
            }
        }
        let mut themes: Vec<String> = fields.all("themes").into_iter().map(str::to_owned).collect();
        themes.sort();
        themes.dedup();
        let known = themes.iter().all(|slug| network.theme(slug).is_some());
        reader.check(known, || FieldError::new("themes", "error-choose").with("label", "directory-themes"));
        reader.check(themes.len() <= THEMES, || FieldError::new("themes", "error-directory-themes"));
        let reachable = fields.get("reachable") == "yes";
        let shown = shown.unwrap_or_default();
        reader.end(Sent { shown, field, position, profession, about, reachable, languages, themes })
    }

    /// What it is found by, beside the name.
    pub(crate) fn folded(&self) -> String {
        base::fold::fold(&format!("{} {} {}", self.position, self.profession, self.about))
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// Words of a name, a function, a profession or of what somebody writes of their work.
    pub text: String,
    pub theme: String,
    pub language: String,
    pub region: String,
    pub field: String,
}

impl Query {
    /// What is not known narrows nothing.
    pub(crate) fn read(fields: &Fields, network: &network::Network) -> Query {
        let known = |name: &str, is: &dyn Fn(&str) -> bool| {
            let value = fields.get(name);
            if is(value) { value.to_owned() } else { String::new() }
        };
        Query {
            text: fields.line("q").chars().take(base::limits::LINE_CHARS).collect(),
            theme: known("theme", &|slug| network.theme(slug).is_some()),
            language: known("language", &|lang| base::lang::NAMES.iter().any(|(code, _)| *code == lang)),
            region: known("region", &|slug| network.region(slug).is_some()),
            field: known("field", &|field| FIELDS.contains(&field)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Sent, Vec<FieldError>> {
        Sent::read(&Fields::parse(text), &network::Network::embedded().unwrap())
    }

    #[test]
    fn whoever_shows_themselves_says_what_they_do() {
        let wrong = read("shown=members").expect_err("nothing is said");
        assert_eq!(wrong.iter().map(|error| error.field).collect::<Vec<_>>(), ["field", "position"]);
        assert!(read("shown=nobody").is_ok(), "who shows nothing need say nothing");
        assert!(read("shown=city&field=youth&position=Head+of+youth+work").is_ok());
        assert!(read("shown=everybody&field=youth&position=x").is_err());
        assert!(read("field=youth&position=x").is_err(), "to whom is chosen, never guessed");
    }

    #[test]
    fn what_is_chosen_is_known_and_once() {
        let base = "shown=nobody&";
        let own = read(&format!("{base}language-1=fr&language-2=ar&language-3=fr&language-4=")).expect("read");
        assert_eq!(own.languages, ["fr", "ar"]);
        for wrong in ["language-1=xx-none", "field=spying", "themes=nothing-known"] {
            assert!(read(&format!("{base}{wrong}")).is_err(), "{wrong}");
        }
        let network = network::Network::embedded().unwrap();
        let many: Vec<String> =
            network.themes.iter().take(THEMES + 1).map(|own| format!("themes={}", own.slug)).collect();
        assert!(read(&format!("{base}{}", many.join("&"))).is_err());
    }

    #[test]
    fn what_is_not_known_narrows_nothing() {
        let network = network::Network::embedded().unwrap();
        let query = Query::read(&Fields::parse("theme=x&language=y&region=z&field=q&q=%20"), &network);
        assert_eq!(query, Query::default());
    }
}
