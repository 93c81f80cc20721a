//! A profile that the demonstration's people show.

use base::{Actor, FieldError, Result};
use input::Fields;
use web::Hub;

use crate::actions;
use crate::rules::Sent;

/// Somebody shows themselves, as the form would have it.
///
/// # Errors
/// [`base::Fail::Invalid`] for fields that the form would not take.
pub async fn show(hub: &Hub, actor: &Actor, fields: &Fields) -> Result<()> {
    let sent = Sent::read(fields, &hub.network).map_err(|errors: Vec<FieldError>| base::Fail::Invalid(errors))?;
    actions::save(hub, actor, &sent, 0).await
}
