//! Letters to people, in their own language, written when they leave.

mod address;
mod city;
mod city_sign_in;
mod digest;
mod erasure;
mod invitation;
mod link;
mod own;
mod role_ends;
mod still_there;

use std::sync::Arc;

use base::{Lang, PersonId, Result};
use mail::Letter;
use store::Sql;
use web::parts::LetterKind;
use web::{Arg, Hub};

use crate::rows;
use crate::rules::PersonRow;

pub(crate) use address::{AddressAsked, AddressConfirm};
pub use city::with_place as role_with_place;
pub(crate) use city::{
    AccountTold, ActivatedTold, Audience, DeactivatedTold, GlassTold, MembershipTold, RoleTold, audience, merged,
    other_leads, others, others_of,
};
pub(crate) use city_sign_in::{CityLinkTold, CitySignIn, CitySignInTold};
pub(crate) use digest::RecordDigest;
pub(crate) use erasure::{ErasureAsked, ErasureClosed};
pub(crate) use invitation::{INVITATION_PAGE, InvitationSent, RequestAnswered, RequestReceived, invitation_page};
pub(crate) use link::{EnterBy, Forgotten, LinkAgain};
pub(crate) use own::{BrowserTold, PasswordTold, SecondStep, SecondStepEnding, SecondStepTold, agent_in_words};
pub(crate) use role_ends::RoleEnds;
pub(crate) use still_there::StillThere;

/// All kinds of letters that this feature sends.
pub(crate) fn kinds() -> Vec<Arc<dyn LetterKind>> {
    vec![
        web::post::kind::<LinkAgain>(),
        web::post::kind::<Forgotten>(),
        web::post::kind::<EnterBy>(),
        web::post::kind::<CitySignInTold>(),
        web::post::kind::<CityLinkTold>(),
        web::post::kind::<RoleTold>(),
        web::post::kind::<RoleEnds>(),
        web::post::kind::<DeactivatedTold>(),
        web::post::kind::<ActivatedTold>(),
        web::post::kind::<GlassTold>(),
        web::post::kind::<PasswordTold>(),
        web::post::kind::<SecondStepTold>(),
        web::post::kind::<BrowserTold>(),
        web::post::kind::<SecondStepEnding>(),
        web::post::kind::<AddressConfirm>(),
        web::post::kind::<AddressAsked>(),
        web::post::kind::<InvitationSent>(),
        web::post::kind::<RequestReceived>(),
        web::post::kind::<RequestAnswered>(),
        web::post::kind::<RecordDigest>(),
        web::post::kind::<StillThere>(),
        web::post::kind::<ErasureAsked>(),
        web::post::kind::<ErasureClosed>(),
    ]
}

/// Whoever a letter goes to, as they are when it leaves.
pub struct Reader {
    email: String,
    name: String,
    /// The language they are written to: one of the network's.
    pub lang: Lang,
}

impl Reader {
    /// Somebody who may get letters: a person whose account is deactivated gets none.
    ///
    /// # Errors
    /// When the database does not answer; that there is nobody is no error.
    pub async fn of(hub: &Hub, sql: &Sql, id: PersonId) -> Result<Option<Reader>> {
        let person = rows::find(sql, id).await?;
        Ok(person.filter(|person| person.active).map(|person| Reader::from(hub, person)))
    }

    fn from(hub: &Hub, person: PersonRow) -> Reader {
        Reader::at(hub, &person.email, &person.name, person.lang)
    }

    /// Whoever reads this address, of whom no account is known. Where no name is either, they are greeted without.
    fn at(hub: &Hub, email: &str, name: &str, lang: Lang) -> Reader {
        let lang = if hub.network.languages.contains(&lang) { lang } else { hub.network.languages[0] };
        Reader { email: email.to_owned(), name: name.to_owned(), lang }
    }

    /// Their address.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// Their name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A letter to them: `letter-{kind}-subject` and `letter-{kind}-text`, which may name the reader and the hub beside
    /// what is given; `below` is added untouched (an address alone on its line, without marks of direction). At its end
    /// stands where the network's team is written to.
    pub fn letter(&self, hub: &Hub, kind: &str, args: &[(&str, Arg<'_>)], below: &str) -> Letter {
        let mut all = vec![("name", (&self.name).into()), ("hub", hub.network.settings.hub_name.get(self.lang).into())];
        all.extend(args.iter().cloned());
        let write = |what: &str| hub.words.write(self.lang, &format!("letter-{kind}-{what}"), &all);
        Letter {
            to: self.email.clone(),
            name: self.name.clone(),
            subject: write("subject"),
            text: format!("{}\n{below}\n{}", write("text"), self.ask(hub)),
            lang: Some(self.lang),
            ..Letter::default()
        }
    }

    /// Where the network's team is written to.
    fn ask(&self, hub: &Hub) -> String {
        let address = hub.address(&format!("/{}/ask", self.lang));
        format!("{}\n{address}\n", hub.words.write(self.lang, "letter-ask", &[]))
    }
}
