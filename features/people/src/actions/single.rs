//! Single sign-on: somebody is sent to their city's provider, and comes back.

use base::{Actor, CityId, Fail, Lang, PersonId, Result};
use cities::City;
use store::{Sql, Tx};
use web::Hub;

use super::idps::{SECRET, TRIED, secret};
use super::own::{lock_own, lock_own_recent};
use super::second_step::known_device;
use super::session::{self, Admitted, Browser, By, Vouched, required_of, themselves};
use crate::access::may_set_up_sign_in;
use crate::acts;
use crate::letters::CityLinkTold;
use crate::provider::{Provider, Question, Reply, Said, Wrong};
use crate::rows::idps::{self, IdpRow, OFFERED};
use crate::rows::oidc::{self, AskedRow, LinkRow, MadeIn, Purpose};
use crate::rows::{self, account, roles, second_step as steps};
use crate::rules::{ASKED, IdpState, PROVIDERS_PLACE, only_city};

/// What the hub keeps while it waits is sealed for.
const VERIFIER: &str = "city-idp-asked";

/// Why somebody who was sent to a provider is not where they wanted to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Their city requires that they sign in there. Nothing went wrong.
    Required,
    Away,
    Inside,
    Provider,
    Refused,
    Token,
    Busy,
    /// They said no there.
    Cancelled,
    /// It took too long, or is another browser's, or was used already.
    Over,
    /// It was changed, or closed, meanwhile.
    Changed,
    /// Nobody here is known as this one there.
    Unlinked,
    /// Somebody else here is.
    Taken,
    /// They hold no role for this city.
    NotOfCity,
    /// They are another one than the one who is signed in here.
    Other,
    /// Their account is closed.
    Closed,
}

impl Why {
    /// All.
    pub(crate) const ALL: [Why; 15] = [
        Why::Required,
        Why::Away,
        Why::Inside,
        Why::Provider,
        Why::Refused,
        Why::Token,
        Why::Busy,
        Why::Cancelled,
        Why::Over,
        Why::Changed,
        Why::Unlinked,
        Why::Taken,
        Why::NotOfCity,
        Why::Other,
        Why::Closed,
    ];

    /// In addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Why::Required => "required",
            Why::Away => "away",
            Why::Inside => "inside",
            Why::Provider => "provider",
            Why::Refused => "refused",
            Why::Token => "token",
            Why::Busy => "busy",
            Why::Cancelled => "cancelled",
            Why::Over => "over",
            Why::Changed => "changed",
            Why::Unlinked => "unlinked",
            Why::Taken => "taken",
            Why::NotOfCity => "not-of-city",
            Why::Other => "other",
            Why::Closed => "closed",
        }
    }

    pub(crate) fn read(code: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.code() == code)
    }
}

/// Key of the words for why.
pub(crate) fn why_words(code: &str) -> String {
    format!("city-sign-in-why-{code}")
}

impl From<Wrong> for Why {
    fn from(wrong: Wrong) -> Why {
        match wrong {
            Wrong::Away => Why::Away,
            Wrong::Inside => Why::Inside,
            Wrong::Provider => Why::Provider,
            Wrong::Refused => Why::Refused,
            Wrong::Token => Why::Token,
            Wrong::Busy => Why::Busy,
        }
    }
}

/// Are there cities with whose provider people sign in?
pub(crate) async fn is_offered(hub: &Hub) -> Result<bool> {
    // Read once for all: the page on which people sign in is asked for by whoever guesses, too.
    let any = async { Ok(AnyOffered(idps::any_offering(&hub.db.read()).await?)) };
    Ok(hub.shared(TOPIC, any).await?.0)
}

/// What changes where a city offers this, or does not any more.
pub(super) const TOPIC: &str = "city-sign-in";

/// Some city does.
struct AnyOffered(bool);

/// The cities with whose provider people sign in; and whether there are more.
pub(crate) async fn offered(hub: &Hub) -> Result<(Vec<City>, bool)> {
    let sql = hub.db.read();
    let mut ids: Vec<CityId> = idps::offering(&sql).await?;
    let more = ids.len() > OFFERED;
    ids.truncate(OFFERED);
    Ok((cities::by_ids(&sql, &ids).await?.into_values().collect(), more))
}

/// The city with this slug, with its provider where people sign in with it.
///
/// # Errors
/// [`Fail::NotFound`].
pub(crate) async fn at(hub: &Hub, slug: &str) -> Result<(City, IdpRow)> {
    let sql = hub.db.read();
    let city = cities::by_slugs(&sql, &[slug.to_owned()]).await?.pop().ok_or(Fail::NotFound)?;
    let idp = idps::of(&sql, city.id).await?.filter(IdpRow::is_open).ok_or(Fail::NotFound)?;
    Ok((city, idp))
}

/// Who is sent to a provider, what for, and from where.
pub(crate) struct Going<'a> {
    pub purpose: Purpose,
    /// The secret by which this browser is known when it comes back.
    pub browser: &'a str,
    pub lang: Lang,
    /// Where they want to be.
    pub next: &'a str,
    /// The place that the request comes from.
    pub place: &'a str,
    /// Who is signed in, in which session: for all but signing in.
    pub own: Option<(&'a Actor, &'a str)>,
}

/// Where to send somebody. The provider is asked outside of any transaction.
///
/// # Errors
/// [`Fail::TooMany`]; [`Fail::SignInAgain`] where they have to show first who they are; [`Fail::Forbidden`].
pub(crate) async fn go(hub: &Hub, idp: &IdpRow, going: Going<'_>) -> Result<Result<String, Why>> {
    let place = format!("provider-place:{}", base::secret::hash(going.place));
    hub.guard.pass(&hub.db, &[(&place, PROVIDERS_PLACE)]).await?;
    if let Some((actor, _)) = going.own {
        may_go(hub, actor, idp, going.purpose).await?;
    }
    let Some(provider) = provider(hub, idp).await? else { return Ok(Err(Why::Changed)) };
    let (state, nonce) = (base::secret::new_secret(), base::secret::new_secret());
    let question = Question {
        state: &state,
        nonce: &nonce,
        email: going.purpose == Purpose::Test,
        anew: going.purpose == Purpose::Proof,
        lang: going.lang,
    };
    let asked_at = hub.now();
    let (to, verifier) = match provider.as_provider(hub, idp).ask(question).await {
        Ok(asked) => asked,
        Err(wrong) => return Ok(Err(told(idp, wrong))),
    };
    let hash = base::secret::hash(&state);
    let asked = AskedRow {
        idp: idp.id,
        version: idp.version,
        purpose: going.purpose,
        browser: base::secret::hash(going.browser),
        person: going.own.and_then(|(actor, _)| actor.id()),
        session: going.own.map(|(_, session)| base::secret::hash(session)),
        nonce: base::secret::hash(&nonce),
        sealed: hub.keys.seal(VERIFIER, &hash, verifier.as_bytes())?,
        lang: going.lang,
        next: going.next.to_owned(),
        asked_at,
    };
    let tx = hub.db.begin().await?;
    oidc::ask(&tx, &hash, &asked, tx.now() + ASKED).await?;
    tx.commit().await?;
    Ok(Ok(to))
}

/// Whoever tries a provider, or connects an account, has shown lately who they are.
async fn may_go(hub: &Hub, actor: &Actor, idp: &IdpRow, purpose: Purpose) -> Result<()> {
    actor.person().ok_or(Fail::SignIn)?;
    let may = match purpose {
        Purpose::Test => may_set_up_sign_in(actor, idp.city),
        Purpose::Link | Purpose::Proof => actor.works_for(idp.city),
        Purpose::SignIn => true,
    };
    if !may {
        return Err(Fail::Forbidden);
    }
    if matches!(purpose, Purpose::Test | Purpose::Link) { actor.must_be_recent(hub.now()) } else { Ok(()) }
}

/// For whoever looks into the log why nobody of a city comes in.
fn told(idp: &IdpRow, wrong: Wrong) -> Why {
    tracing::warn!(city = %idp.city, issuer = %idp.issuer, ?wrong, "the provider of a city cannot be used");
    wrong.into()
}

/// A provider's secret, open, and where it sends people back to.
pub(super) struct Open {
    secret: String,
    back: String,
}

impl Open {
    pub(super) fn as_provider<'a>(&'a self, hub: &'a Hub, idp: &'a IdpRow) -> Provider<'a> {
        Provider {
            outgoing: &hub.outgoing,
            issuer: &idp.issuer,
            client_id: &idp.client_id,
            secret: &self.secret,
            back: self.back.clone(),
            now: hub.now(),
        }
    }
}

/// Where the provider of this city sends people back to: an address of its own, so that none is handed what another one said.
pub(crate) fn returns_to(hub: &Hub, slug: &str) -> String {
    hub.address(&format!("/sign-in/returned/{slug}"))
}

/// Where the provider of this city says that somebody has signed out there.
pub(crate) fn signs_out_at(hub: &Hub, slug: &str) -> String {
    hub.address(&format!("/sign-in/logout/{slug}"))
}

async fn slug_of(sql: &Sql, city: CityId) -> Result<Option<String>> {
    Ok(cities::by_ids(sql, &[city]).await?.remove(&city).map(|city| city.slug))
}

/// None where the key that sealed its secret is no more. Sealed by an older one, it is sealed anew.
pub(super) async fn provider(hub: &Hub, idp: &IdpRow) -> Result<Option<Open>> {
    let Some(secret) = secret(hub, idp) else {
        tracing::error!(city = %idp.city, "the key that sealed the secret of a city's provider is no more");
        return Ok(None);
    };
    if !hub.keys.is_current(&idp.sealed) {
        let sealed = hub.keys.seal(SECRET, &idp.id.to_string(), secret.as_bytes())?;
        let tx = hub.db.begin().await?;
        idps::seal_anew(&tx, idp.id, idp.version, &sealed).await?;
        tx.commit().await?;
    }
    let Some(slug) = slug_of(&hub.db.read(), idp.city).await? else { return Ok(None) };
    Ok(Some(Open { secret, back: returns_to(hub, &slug) }))
}

/// What a browser comes back with.
#[derive(Clone, Copy)]
pub(crate) struct Returned<'a> {
    /// The city whose provider sent it back, by its slug.
    pub city: &'a str,
    pub state: &'a str,
    pub code: &'a str,
    pub error: &'a str,
    pub iss: &'a str,
    /// The secret that it was sent away with.
    pub sent: Option<&'a str>,
    /// The secret of a first step that was given in it.
    pub first: Option<&'a str>,
    /// Its session, and what it is known by.
    pub browser: Browser<'a>,
    /// Who is signed in in it.
    pub actor: &'a Actor,
}

/// What became of it.
pub(crate) enum Ended {
    /// Somebody comes in.
    In { admitted: Admitted, lang: Lang, next: String },
    /// What they were sent for is done.
    Done { purpose: Purpose, lang: Lang, next: String },
    /// It came to nothing.
    Not { why: Why, asked: Option<Came> },
}

/// What came to nothing.
pub(crate) struct Came {
    pub purpose: Purpose,
    pub lang: Lang,
    pub city: CityId,
    pub next: String,
}

/// Somebody comes back. What was asked counts once, whatever becomes of it.
pub(crate) async fn returned(hub: &Hub, back: Returned<'_>) -> Result<Ended> {
    let hash = base::secret::hash(back.state);
    if !oidc::is_asked(&hub.db.read(), &hash, hub.now()).await? {
        return Ok(Ended::Not { why: Why::Over, asked: None });
    }
    let tx = hub.db.begin().await?;
    let asked = oidc::take(&tx, &hash).await?;
    tx.commit().await?;
    // In another browser it is nobody's: whoever sent it there would be signed in as themselves in somebody else's.
    let own = |asked: &AskedRow| back.sent.is_some_and(|sent| base::secret::hash(sent) == asked.browser);
    let Some(asked) = asked.filter(own) else { return Ok(Ended::Not { why: Why::Over, asked: None }) };
    let Some(idp) = idps::find(&hub.db.read(), asked.idp).await? else {
        return Ok(Ended::Not { why: Why::Changed, asked: None });
    };
    // Before anything of it is shown to anybody: what one provider said is no other's.
    if slug_of(&hub.db.read(), idp.city).await?.as_deref() != Some(back.city) {
        return Ok(Ended::Not { why: Why::Over, asked: None });
    }
    let came = Came { purpose: asked.purpose, lang: asked.lang, city: idp.city, next: asked.next.clone() };
    match end(hub, &idp, &hash, &asked, back).await? {
        Ok(ended) => Ok(ended),
        Err(why) => Ok(Ended::Not { why, asked: Some(came) }),
    }
}

async fn end(hub: &Hub, idp: &IdpRow, hash: &str, asked: &AskedRow, back: Returned<'_>) -> Result<Result<Ended, Why>> {
    if idp.version != asked.version {
        return Ok(Err(Why::Changed));
    }
    if back.code.is_empty() || !back.error.is_empty() {
        return Ok(Err(if back.error == "access_denied" { Why::Cancelled } else { Why::Refused }));
    }
    let said = match say(hub, idp, hash, asked, back).await? {
        Ok(said) => said,
        Err(why) => return Ok(Err(why)),
    };
    let done = match asked.purpose {
        Purpose::SignIn => return enter(hub, idp, asked, &said, back).await,
        Purpose::Test => test(hub, idp, asked, &said, back).await?,
        Purpose::Link => link(hub, idp, asked, &said, back).await?,
        Purpose::Proof => prove(hub, idp, asked, &said, back).await?,
    };
    Ok(done.map(|()| Ended::Done { purpose: asked.purpose, lang: asked.lang, next: asked.next.clone() }))
}

/// What the provider says of whoever has come back.
async fn say(hub: &Hub, idp: &IdpRow, hash: &str, asked: &AskedRow, back: Returned<'_>) -> Result<Result<Said, Why>> {
    let verifier = hub.keys.open(VERIFIER, hash, &asked.sealed).and_then(|open| String::from_utf8(open).ok());
    let (Some(verifier), Some(provider)) = (verifier, provider(hub, idp).await?) else {
        return Ok(Err(Why::Changed));
    };
    let anew_since = (asked.purpose == Purpose::Proof).then_some(asked.asked_at);
    let reply = Reply { code: back.code, iss: back.iss, verifier, nonce: &asked.nonce, anew_since };
    Ok(provider.as_provider(hub, idp).read(reply).await.map_err(|wrong| told(idp, wrong)))
}

/// As it stands behind the lock: it may have been changed, or closed, while the provider was asked.
async fn still(tx: &Tx, idp: &IdpRow) -> Result<Option<IdpRow>> {
    Ok(idps::find(tx, idp.id).await?.filter(|now| now.version == idp.version))
}

async fn holds_role(sql: &Sql, person: PersonId, city: CityId) -> Result<bool> {
    Ok(roles::of(sql, person).await?.iter().any(|row| row.role.city() == Some(city)))
}

/// Opens a session for whoever is known there, or asks for the second step. Whom nobody knows there yet is connected if they gave their
/// password just now, and were sent on since their city requires it; nobody else is.
async fn enter(
    hub: &Hub,
    idp: &IdpRow,
    asked: &AskedRow,
    said: &Said,
    back: Returned<'_>,
) -> Result<Result<Ended, Why>> {
    let first = back.first.map(base::secret::hash);
    let known = oidc::who(&hub.db.read(), &idp.issuer, &said.subject).await?.map(|link| link.person);
    let person = match (known, &first) {
        (Some(person), _) => person,
        (None, Some(first)) => match steps::first_for(&hub.db.read(), first, idp.id, hub.now()).await? {
            Some(person) => person,
            None => return Ok(Err(Why::Unlinked)),
        },
        (None, None) => return Ok(Err(Why::Unlinked)),
    };
    let device = known_device(hub, person, back.browser.device).await?;
    let tx = hub.db.begin().await?;
    account::lock_sessions(&tx, person).await?;
    let Some(now) = still(&tx, idp).await?.filter(IdpRow::is_open) else { return Ok(Err(Why::Changed)) };
    if !rows::by_id(&tx, person).await?.active {
        return Ok(Err(Why::Closed));
    }
    if !holds_role(&tx, person, idp.city).await? {
        return Ok(Err(Why::NotOfCity));
    }
    let link = match oidc::who(&tx, &idp.issuer, &said.subject).await? {
        Some(link) if link.person == person => link,
        Some(_) => return Ok(Err(Why::Unlinked)),
        // Somebody is one person there: whoever is known is not known by another name as well.
        None if oidc::of(&tx, person).await?.iter().any(|link| link.issuer == now.issuer) => {
            return Ok(Err(Why::Unlinked));
        }
        None => match first_of(&tx, first.as_deref(), &now, person).await? {
            true => match connect(&tx, &now, person, said, MadeIn::SignedIn).await {
                Ok(link) => link,
                // Somebody else was faster.
                Err(Fail::Taken(_)) => return Ok(Err(Why::Taken)),
                Err(fail) => return Err(fail),
            },
            false => return Ok(Err(Why::Unlinked)),
        },
    };
    if let Some(first) = &first {
        steps::end_first(&tx, first).await?;
    }
    if let Some(before) = back.browser.session {
        account::end_session(&tx, &base::secret::hash(before)).await?;
    }
    oidc::used(&tx, link.id).await?;
    // Of whoever is from outside as well the hub asks for its own second step, whatever the provider says.
    let strong = now.trusted && said.is_strong() && only_city(&roles::of(&tx, person).await?) == Some(idp.city);
    let by = By::City(Vouched { link: link.id, at: said.at, strong, sid: said.sid });
    let admitted = session::open_or_ask(&tx, person, by, device, back.browser.agent).await?;
    tx.commit().await?;
    Ok(Ok(Ended::In { admitted, lang: asked.lang, next: asked.next.clone() }))
}

/// Has this person given their password for this provider, and may still?
async fn first_of(tx: &Tx, first: Option<&str>, idp: &IdpRow, person: PersonId) -> Result<bool> {
    let Some(first) = first else { return Ok(false) };
    Ok(steps::first_for(tx, first, idp.id, tx.now()).await? == Some(person))
}

/// Somebody here is this one there from now on. They are told.
async fn connect(tx: &Tx, idp: &IdpRow, person: PersonId, said: &Said, made_in: MadeIn) -> Result<LinkRow> {
    let link = oidc::add(tx, (&idp.issuer, &said.subject), person, made_in).await?;
    let actor = themselves(&rows::by_id(tx, person).await?);
    note(tx, &actor, person, (idp.city, true)).await?;
    Ok(link)
}

async fn note(tx: &Tx, actor: &Actor, person: PersonId, (city, linked): (CityId, bool)) -> Result<()> {
    let (act, logged) = match linked {
        true => (acts::CITY_LINKED, "city-linked"),
        false => (acts::CITY_UNLINKED, "city-unlinked"),
    };
    tx.event(actor, act.code(), person.0, None).await?;
    tx.audit(actor, act, &person.to_string(), "").await?;
    account::log(tx, person, logged).await?;
    web::post::send(tx, &CityLinkTold { person, city, linked }).await
}

/// In the session in which it was begun, by the same person; another one meanwhile, it is nobody's.
fn own_session<'a>(asked: &AskedRow, back: &Returned<'a>) -> Option<&'a str> {
    let session = back.browser.session?;
    let same = asked.session.as_deref() == Some(base::secret::hash(session).as_str());
    (same && asked.person.is_some() && asked.person == back.actor.id()).then_some(session)
}

/// Somebody who may set it up has come back from it: nobody is signed in or connected.
async fn test(hub: &Hub, idp: &IdpRow, asked: &AskedRow, said: &Said, back: Returned<'_>) -> Result<Result<(), Why>> {
    let (Some(_), Some(person)) = (own_session(asked, &back), back.actor.id()) else { return Ok(Err(Why::Over)) };
    if !may_set_up_sign_in(back.actor, idp.city) {
        return Err(Fail::Forbidden);
    }
    let kept = serde_json::to_vec(said).map_err(Fail::internal)?;
    let sealed = hub.keys.seal(TRIED, &idp.id.to_string(), &kept)?;
    let tx = hub.db.begin().await?;
    idps::lock(&tx, idp.city).await?;
    let Some(now) = still(&tx, idp).await? else { return Ok(Err(Why::Changed)) };
    idps::was_tested(&tx, idp.id, person, &sealed).await?;
    if now.state == IdpState::Draft {
        tx.move_to(back.actor, idp.id, IdpState::Draft, IdpState::Tested, "").await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whoever is signed in here says who they are there.
async fn link(hub: &Hub, idp: &IdpRow, asked: &AskedRow, said: &Said, back: Returned<'_>) -> Result<Result<(), Why>> {
    let (Some(this), Some(person)) = (own_session(asked, &back), back.actor.person()) else {
        return Ok(Err(Why::Over));
    };
    let tx = hub.db.begin().await?;
    let session = lock_own(&tx, person, this).await?;
    let Some(now) = still(&tx, idp).await?.filter(IdpRow::is_open) else { return Ok(Err(Why::Changed)) };
    if !holds_role(&tx, person.id, idp.city).await? {
        return Ok(Err(Why::NotOfCity));
    }
    match oidc::who(&tx, &idp.issuer, &said.subject).await? {
        Some(link) if link.person == person.id => return Ok(Ok(())),
        Some(_) => return Ok(Err(Why::Taken)),
        None => {}
    }
    let made_in = if session.by_link { MadeIn::ByLink } else { MadeIn::SignedIn };
    match connect(&tx, &now, person.id, said, made_in).await {
        Ok(_) => {}
        // Somebody else was faster.
        Err(Fail::Taken(_)) => return Ok(Err(Why::Taken)),
        Err(fail) => return Err(fail),
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whoever is signed in here has shown there once more who they are, just now.
async fn prove(hub: &Hub, idp: &IdpRow, asked: &AskedRow, said: &Said, back: Returned<'_>) -> Result<Result<(), Why>> {
    let (Some(this), Some(person)) = (own_session(asked, &back), back.actor.person()) else {
        return Ok(Err(Why::Over));
    };
    let tx = hub.db.begin().await?;
    lock_own(&tx, person, this).await?;
    let Some(_) = still(&tx, idp).await?.filter(IdpRow::is_open) else { return Ok(Err(Why::Changed)) };
    let known = oidc::who(&tx, &idp.issuer, &said.subject).await?.filter(|link| link.person == person.id);
    let Some(known) = known else { return Ok(Err(Why::Other)) };
    if !holds_role(&tx, person.id, idp.city).await? {
        return Ok(Err(Why::Other));
    }
    // Whoever has a second step shows both.
    if steps::is_on(&tx, person.id).await? {
        return Err(Fail::Forbidden);
    }
    let this = base::secret::hash(this);
    account::authenticated(&tx, &this).await?;
    if let Some(sid) = said.sid {
        account::is_in(&tx, &this, known.id, sid).await?;
    }
    account::log(&tx, person.id, "signed-in-again").await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// With which cities' providers somebody may connect, or is connected.
pub(crate) struct Own {
    /// Of each city that they hold a role for and whose people sign in so: its provider, and the link that they have there.
    pub cities: Vec<(City, IdpRow, Option<LinkRow>)>,
    /// Links that open nothing any more.
    pub others: Vec<LinkRow>,
}

pub(crate) async fn own(hub: &Hub, actor: &Actor) -> Result<Own> {
    let person = actor.id().ok_or(Fail::SignIn)?;
    let sql = hub.db.read();
    let idps: Vec<IdpRow> = idps::of_cities(&sql, &actor.cities()).await?.into_iter().filter(IdpRow::is_open).collect();
    let ids: Vec<CityId> = idps.iter().map(|idp| idp.city).collect();
    let mut known = cities::by_ids(&sql, &ids).await?;
    let links = oidc::of(&sql, person).await?;
    let others = links.iter().filter(|link| idps.iter().all(|idp| idp.issuer != link.issuer)).cloned().collect();
    let with_link = |idp: IdpRow| {
        let link = links.iter().find(|link| link.issuer == idp.issuer).cloned();
        known.remove(&idp.city).map(|city| (city, idp, link))
    };
    Ok(Own { cities: idps.into_iter().filter_map(with_link).collect(), others })
}

/// With which provider somebody can show once more who they are: one that knows them, where they have no second step.
pub(crate) async fn for_proof(hub: &Hub, actor: &Actor) -> Result<Option<(City, IdpRow)>> {
    let Some(person) = actor.id() else { return Ok(None) };
    // Most people have none: that is asked first.
    if oidc::of(&hub.db.read(), person).await?.is_empty() || steps::is_on(&hub.db.read(), person).await? {
        return Ok(None);
    }
    let own = own(hub, actor).await?;
    Ok(own.cities.into_iter().find(|(_, _, link)| link.is_some()).map(|(city, idp, _)| (city, idp)))
}

/// Ends a link. One that is gone already stays so.
///
/// # Errors
/// [`Fail::SignInAgain`]; [`Fail::SignIn`] where the session ended meanwhile; [`Fail::Invalid`] where it is the last way in.
pub(crate) async fn unlink(hub: &Hub, actor: &Actor, this: &str, id: i64) -> Result<()> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    lock_own_recent(&tx, person, this).await?;
    let links = oidc::of(&tx, person.id).await?;
    let Some(link) = links.iter().find(|link| link.id == id) else { return Ok(()) };
    let required = required_of(&tx, person.id).await?.is_some_and(|idp| idp.issuer == link.issuer);
    let ready = rows::by_id(&tx, person.id).await?.ready || rows::passkeys::any(&tx, person.id).await?;
    if required || !ready {
        return Err(Fail::field("", "error-city-last"));
    }
    oidc::delete(&tx, person.id, id, &base::secret::hash(this)).await?;
    let city = city_of(&tx, actor, &link.issuer).await?;
    note(&tx, actor, person.id, (city, false)).await?;
    tx.commit().await
}

/// Of which of their cities this issuer is; none of them any more: no city.
async fn city_of(sql: &Sql, actor: &Actor, issuer: &str) -> Result<CityId> {
    let idps = idps::of_cities(sql, &actor.cities()).await?;
    Ok(idps.iter().find(|idp| idp.issuer == issuer).map_or(CityId(0), |idp| idp.city))
}
