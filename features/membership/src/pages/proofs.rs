//! The files of an application: what proves a mandate, for those who decide; the terms of reference, for them and for the city's people.

use axum::extract::Path;
use base::Fail;
use web::{Answer, Routes, Visit};

use super::id;
use crate::application::ProofFormat;
use crate::application_rows as rows;
use crate::{acts, files};

pub(super) fn routes() -> Routes {
    Routes::default().plain("/applications/{id}/proof/{file}", proof).plain("/applications/{id}/terms", terms)
}

/// Each time it is opened stands on the record.
async fn proof(visit: Visit, Path((application, file)): Path<(String, String)>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::application_for(&sql, &visit.actor, id(&application)?).await?;
    let wanted = id(&file)?;
    let files = rows::files(&sql, own.id).await?;
    let (place, file) = files.iter().enumerate().find(|(_, file)| file.id == wanted).ok_or(Fail::NotFound)?;
    let tx = visit.hub.db.begin().await?;
    tx.audit(&visit.actor, acts::PROOF_OPENED, &own.written(), "").await?;
    tx.commit().await?;
    let name = format!("mandate-{}-{}.{}", own.written(), place + 1, file.format.code());
    Ok(files::answer(&visit.hub, &file.hash, file.format.media_type(), &name).await?)
}

async fn terms(visit: Visit, Path(application): Path<String>) -> Answer {
    let (sql, number) = (visit.hub.db.read(), id(&application)?);
    let own = match rows::application(&sql, number).await {
        Ok(own) if own.city.is_some_and(|city| visit.actor.is_of(city)) => own,
        // Whoever may not learns of none whether it is there.
        _ => rows::application_for(&sql, &visit.actor, number).await?,
    };
    let hash = own.terms.as_deref().ok_or(Fail::NotFound)?;
    let name = format!("terms-{}.pdf", own.written());
    Ok(files::answer(&visit.hub, hash, ProofFormat::Pdf.media_type(), &name).await?)
}
