//! What every other crate speaks: ids, the actor, the clock, languages, errors, limits.
//!
//! Pure: no HTTP, no database, no files. Anything that would need one of them belongs elsewhere.

pub mod actor;
pub mod audience;
pub mod clock;
pub mod fail;
pub mod fold;
pub mod id;
pub mod lang;
pub mod letters;
pub mod limits;
pub mod outside;
pub mod secret;

pub use actor::{Actor, HeldFor, Person, ROLES, Role, RoleKind};
pub use audience::{Audience, BodyId, Seat, Through};
pub use clock::{Clock, SystemClock};
pub use fail::{Fail, FieldError, Result};
pub use id::{CityId, DocumentId, Ids, OrganisationId, PersonId};
pub use lang::Lang;

/// A moment, always in UTC and never finer than a microsecond (what both engines keep).
pub type Time = chrono::DateTime<chrono::Utc>;
