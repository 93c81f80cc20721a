//! A decision comes into force.

use base::{Actor, Result};
use store::Tx;

use crate::rows;
use crate::rules::Decided;

/// The record of the city follows a decision from now on.
pub(crate) async fn put_into_force(tx: &Tx, actor: &Actor, decided: &Decided) -> Result<()> {
    cities::set_membership(tx, &people::records(), actor, decided.city, decided.decision.leads_to()).await?;
    rows::applied(tx, decided.id).await
}
