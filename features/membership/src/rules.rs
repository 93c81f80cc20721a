//! What an enquiry is, and what may be written about one.

use base::limits::TEXT_CHARS;
use base::{FieldError, Lang, PersonId, Time};
use input::{Fields, Reader};
use network::Network;

use crate::application_state::ApplicationState;
use crate::state::EnquiryState;
use store::Day;

/// Enquiries listed for merging, and others about the same place, at most.
pub(crate) const ALIKE: i64 = 20;
/// Messages of one thread that are shown at most: the newest.
pub(crate) const MESSAGES_SHOWN: i64 = 200;
/// Messages that one asker may add to one enquiry.
pub(crate) const ASKER_MESSAGES: i64 = 100;
/// Words of what is looked for in the list that count.
pub(crate) const WORDS: usize = 4;
/// How long what people wrote is kept after an enquiry came to its end: days of 24 months.
pub(crate) const KEPT_DAYS: i64 = 731;
/// How long what nobody meant is kept, in days.
pub(crate) const SPAM_KEPT_DAYS: i64 = 90;

/// For whom somebody asks. Only local governments become members; everybody else is shown where they are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AskingFor {
    /// A government below the national level.
    LocalGovernment,
    /// A ministry, a country.
    NationalGovernment,
    /// An organisation, a university, a company.
    Organisation,
    /// Themselves.
    Themselves,
}

impl AskingFor {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [AskingFor; 4] =
        [AskingFor::LocalGovernment, AskingFor::NationalGovernment, AskingFor::Organisation, AskingFor::Themselves];

    /// In a form and in an address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            AskingFor::LocalGovernment => "local-government",
            AskingFor::NationalGovernment => "national-government",
            AskingFor::Organisation => "organisation",
            AskingFor::Themselves => "themselves",
        }
    }

    /// From what was sent.
    pub(crate) fn parse(text: &str) -> Option<AskingFor> {
        AskingFor::ALL.into_iter().find(|own| own.code() == text)
    }
}

/// Key of the words for one of them.
pub(crate) fn asking_for_words(own: AskingFor) -> String {
    format!("asking-for-{}", own.code())
}

/// Whether whoever asks has the word of the mayor, the governor or the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mandate {
    /// They hold the office themselves.
    Holder,
    /// They were asked to write.
    Asked,
    /// Not yet: they want to know more first.
    NotYet,
}
store::coded!(Mandate, Mandate::parse);

impl Mandate {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Mandate; 3] = [Mandate::Holder, Mandate::Asked, Mandate::NotYet];

    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Mandate::Holder => "holder",
            Mandate::Asked => "asked",
            Mandate::NotYet => "not-yet",
        }
    }

    /// From what is kept or sent.
    pub(crate) fn parse(text: &str) -> Option<Mandate> {
        Mandate::ALL.into_iter().find(|own| own.code() == text)
    }
}

/// Key of the words for a mandate.
pub(crate) fn mandate_words(own: Mandate) -> String {
    format!("mandate-{}", own.code())
}

/// Key of the same as the office says it of whoever asks.
pub(crate) fn asker_mandate_words(own: Mandate) -> String {
    format!("enquiry-asker-mandate-{}", own.code())
}

/// What the office decides about an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Its city may apply.
    Invite,
    /// What they need is to be had elsewhere.
    Redirect,
    /// It cannot become a member now.
    Decline,
    /// It is dealt with together with another one.
    Merge,
    /// Nobody meant it.
    Spam,
    /// It is looked at again.
    Reopen,
}

impl Decision {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Decision; 6] =
        [Decision::Invite, Decision::Redirect, Decision::Decline, Decision::Merge, Decision::Spam, Decision::Reopen];

    /// In a form.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Decision::Invite => "invite",
            Decision::Redirect => "redirect",
            Decision::Decline => "decline",
            Decision::Merge => "merge",
            Decision::Spam => "spam",
            Decision::Reopen => "reopen",
        }
    }

    /// From what was sent.
    pub(crate) fn parse(text: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|own| own.code() == text)
    }

    /// The state to which it leads.
    pub(crate) const fn state(self) -> EnquiryState {
        match self {
            Decision::Invite => EnquiryState::Invited,
            Decision::Redirect => EnquiryState::Redirected,
            Decision::Decline => EnquiryState::Declined,
            Decision::Merge => EnquiryState::Duplicate,
            Decision::Spam => EnquiryState::Spam,
            Decision::Reopen => EnquiryState::Received,
        }
    }

    /// Can it be made of an enquiry in this state?
    pub(crate) fn is_for(self, state: EnquiryState) -> bool {
        let reopens = self == Decision::Reopen;
        // What its asker has to answer is not reopened: they answer.
        state != EnquiryState::AskedBack && reopens && store::State::leads_to(state, EnquiryState::Received)
            || !reopens && state.is_open()
    }
}

/// Key of the words for a decision.
pub(crate) fn decision_words(own: Decision) -> String {
    format!("enquiry-decide-{}", own.code())
}

/// Key of what follows from it.
pub(crate) fn decision_hint_words(own: Decision) -> String {
    format!("{}-hint", decision_words(own))
}

/// Where somebody is sent whom the network serves in another way.
pub(crate) const REDIRECTS: [&str; 4] = ["partner", "member", "contact", "library"];
/// Why an enquiry is declined.
pub(crate) const REASONS: [&str; 5] = ["not-local-government", "no-mandate", "principles", "no-answer", "other"];

/// Key of what is said in a letter to whoever is sent elsewhere or declined.
pub(crate) fn outcome_words(outcome: &str) -> String {
    format!("enquiry-outcome-{outcome}")
}

/// Key of the same in short, for the office.
pub(crate) fn outcome_label_words(outcome: &str) -> String {
    format!("enquiry-outcome-label-{outcome}")
}

/// An enquiry.
#[derive(Clone, Debug)]
pub(crate) struct Enquiry {
    pub id: i64,
    pub state: EnquiryState,
    /// The GeoNames place.
    pub place: Option<i64>,
    pub place_name: String,
    /// As its asker wrote it.
    pub place_written: String,
    pub folded: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The region's slug; empty: the central team answers.
    pub region: String,
    pub kind: String,
    pub name: String,
    pub email: String,
    pub position: String,
    pub mandate: Mandate,
    pub lang: Lang,
    pub owner: Option<PersonId>,
    pub calendar: String,
    pub received_at: Time,
    pub counted_from: Option<Day>,
    pub due_on: Option<Day>,
    pub days_left: i64,
    pub duplicate_of: Option<i64>,
    pub outcome: String,
    pub erased_at: Option<Time>,
    /// The application that follows it.
    pub application: Option<i64>,
    /// Where that stands.
    pub application_state: Option<ApplicationState>,
    /// The prospect with which the office had spoken before.
    pub prospect: Option<i64>,
}
store::from_row!(Enquiry in enquiries: id, state, place, place_name, place_written, folded, country, region, kind, name, email, position, mandate, lang, owner, calendar, received_at, counted_from, due_on, days_left, duplicate_of, outcome, erased_at, application, application_state, prospect);

impl Enquiry {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }

    /// Where the office sees it, behind the language.
    pub(crate) fn path(&self) -> String {
        format!("/office/enquiries/{}", self.written())
    }

    /// Where the office sees its application, behind the language.
    pub(crate) fn application_path(&self) -> Option<String> {
        self.application.map(application_path)
    }

    /// Where the office sees with whom it had spoken before, behind the language.
    pub(crate) fn prospect_path(&self) -> Option<String> {
        self.prospect.map(|prospect| format!("/office/prospects/{}", base::id::write_id(prospect)))
    }

    /// Where its application stands, where that says more than the enquiry: while it is invited, and of a member.
    pub(crate) fn applies(&self) -> Option<ApplicationState> {
        let invited = self.state == EnquiryState::Invited;
        self.application_state.filter(|state| invited || *state == ApplicationState::Accepted)
    }

    /// The language in which its asker is written to: one that the network has.
    pub(crate) fn written_in(&self, network: &Network) -> Lang {
        if network.languages.contains(&self.lang) { self.lang } else { network.languages[0] }
    }
}

/// Where the office sees an application, behind the language.
pub(crate) fn application_path(application: i64) -> String {
    format!("/office/applications/{}", base::id::write_id(application))
}

/// Who wrote a message, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageKind {
    /// Its asker, to the office.
    Asker,
    /// The office, to its asker.
    Office,
    /// The office, for itself.
    Note,
}
store::coded!(MessageKind, MessageKind::parse);

impl MessageKind {
    const ALL: [MessageKind; 3] = [MessageKind::Asker, MessageKind::Office, MessageKind::Note];

    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            MessageKind::Asker => "asker",
            MessageKind::Office => "office",
            MessageKind::Note => "note",
        }
    }

    /// From what is kept.
    pub(crate) fn parse(text: &str) -> Option<MessageKind> {
        MessageKind::ALL.into_iter().find(|own| own.code() == text)
    }
}

/// Something that was written about an enquiry.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub id: i64,
    pub enquiry: i64,
    pub kind: MessageKind,
    pub author: Option<PersonId>,
    pub text: String,
    pub at: Time,
}
store::from_row!(Message in enquiry_messages: id, enquiry, kind, author, text, at);

/// The place for which somebody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The GeoNames place, where it is one.
    pub id: Option<i64>,
    pub name: String,
    /// As it was written, in any script.
    pub written: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

impl Place {
    /// One that was not found in the gazetteer.
    pub(crate) fn written(text: &str, country: &str) -> Place {
        Place { id: None, name: text.to_owned(), written: text.to_owned(), country: country.to_owned() }
    }
}

/// What somebody wrote who asks for a local government, but for the place.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub kind: String,
    pub name: String,
    pub email: String,
    pub position: String,
    pub mandate: Mandate,
    pub text: String,
}

impl Draft {
    /// Reads the form.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, network: &Network) -> Result<Draft, Vec<FieldError>> {
        let mut fields = fields.clone();
        fields.set("name", base::letters::name(&fields.line("name")));
        let fields = &fields;
        let mut reader = Reader::new(fields);
        let kind = local_government(&mut reader, fields, network);
        let name = reader.needed("name", "enquiry-name");
        let position = reader.needed("position", "enquiry-position");
        let email = mail::normal(&fields.line("email"));
        reader.check(mail::is_address(&email), || FieldError::new("email", "error-email"));
        let mandate = reader.one_of("mandate", "enquiry-mandate", Mandate::parse);
        let text = reader.needed_text("message", "enquiry-message", TEXT_CHARS);
        let mandate = mandate.unwrap_or(Mandate::NotYet);
        reader.end(Draft { kind, name, email, position, mandate, text })
    }
}

/// What a form says of a local government, but for which place that is: its country, its name, and its kind, which is answered.
pub(crate) fn local_government(reader: &mut Reader<'_>, fields: &Fields, network: &Network) -> String {
    let country = fields.line("country");
    reader.check(network.countries.contains_key(&country), || {
        FieldError::new("country", "error-choose").with("label", "enquiry-country")
    });
    let place = reader.needed("place", "enquiry-place");
    reader.check(place.is_empty() || place.chars().any(char::is_alphanumeric), || {
        FieldError::new("place", "error-required").with("label", "enquiry-place")
    });
    let kind = reader.one_of("kind", "enquiry-kind", |kind| cities::KINDS.contains(&kind).then(|| kind.to_owned()));
    kind.unwrap_or_default()
}

/// What the office writes: to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    /// A question: its asker has to answer.
    Question,
    /// To its asker; nothing has to be answered.
    Letter,
    /// For the office only.
    Note,
}

impl Writing {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Writing; 3] = [Writing::Question, Writing::Letter, Writing::Note];

    /// In a form.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Writing::Question => "question",
            Writing::Letter => "letter",
            Writing::Note => "note",
        }
    }

    /// From what was sent.
    pub(crate) fn parse(text: &str) -> Option<Writing> {
        Writing::ALL.into_iter().find(|own| own.code() == text)
    }

    /// Can it be written about an enquiry in this state?
    pub(crate) fn is_for(self, state: EnquiryState) -> bool {
        match self {
            // While one waits for an answer, another question is a letter more.
            Writing::Question => state == EnquiryState::Received,
            Writing::Letter => !matches!(state, EnquiryState::Spam),
            Writing::Note => true,
        }
    }
}

/// Key of the words for one of them.
pub(crate) fn writing_words(own: Writing) -> String {
    format!("enquiry-write-{}", own.code())
}

/// What the office wrote.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub writing: Writing,
    pub text: String,
}

impl Written {
    /// Reads the form.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, state: EnquiryState) -> Result<Written, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let offered = |text: &str| Writing::parse(text).filter(|writing| writing.is_for(state));
        let writing = reader.one_of("writing", "enquiry-writing", offered);
        let text = reader.needed_text("text", "enquiry-text", TEXT_CHARS);
        reader.end(Written { writing: writing.unwrap_or(Writing::Note), text })
    }
}

/// What the office decided, in which words.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub decision: Decision,
    /// One of [`REDIRECTS`] or [`REASONS`], where it needs one.
    pub outcome: String,
    /// The enquiry with which it is dealt with.
    pub of: Option<i64>,
    /// In the office's own words; may be empty.
    pub text: String,
}

impl Decided {
    /// Reads the form.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, state: EnquiryState) -> Result<Decided, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let offered = |text: &str| Decision::parse(text).filter(|decision| decision.is_for(state));
        let decision = reader.one_of("decision", "enquiry-decision", offered);
        let among = |list: &'static [&'static str]| move |text: &str| list.contains(&text).then(|| text.to_owned());
        let outcome = match decision {
            Some(Decision::Redirect) => reader.one_of("redirect", "enquiry-redirect", among(&REDIRECTS)),
            Some(Decision::Decline) => reader.one_of("reason", "enquiry-reason", among(&REASONS)),
            _ => None,
        };
        let of = match decision {
            Some(Decision::Merge) => reader.one_of("of", "enquiry-of", base::id::read_id),
            _ => None,
        };
        let text = match outcome.as_deref() {
            // A reason that the hub has no words for needs some.
            Some("other") => reader.needed_text("words", "enquiry-words", TEXT_CHARS),
            _ => reader.text("words", "enquiry-words", TEXT_CHARS),
        };
        let decision = decision.unwrap_or(Decision::Reopen);
        reader.end(Decided { decision, outcome: outcome.unwrap_or_default(), of, text })
    }
}
