//! Where the hub listens.

use base::{Fail, Result};
use server::Settings;
use tokio::net::TcpListener;

/// Listens, and notes where in the data folder.
pub(crate) async fn listen(settings: &Settings) -> Result<TcpListener> {
    let cannot = |error| Fail::Unavailable(format!("`listen`: {} cannot be listened on: {error}", settings.listen));
    let listener = TcpListener::bind(settings.listen).await.map_err(cannot)?;
    settings.note_serving(listener.local_addr().map_err(cannot)?)?;
    Ok(listener)
}
