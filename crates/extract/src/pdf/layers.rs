//! Layers that a document is opened without: what stands on them is not seen.

use std::collections::HashSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::dict::keys::{BASE_STATE, D, OCGS, OCPROPERTIES, OFF, ON, P};
use hayro::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};

/// The layers that are off when the document is opened.
#[derive(Default)]
pub(super) struct Layers {
    off: HashSet<ObjectIdentifier>,
}

impl Layers {
    pub fn of(pdf: &Pdf) -> Layers {
        let mut off = HashSet::new();
        let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let Some(properties) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(OCPROPERTIES)) else {
            return Layers::default();
        };
        let Some(opening) = properties.get::<Dict<'_>>(D) else {
            return Layers::default();
        };
        if opening.get::<Name<'_>>(BASE_STATE).as_deref() == Some(b"OFF") {
            off.extend(groups(&properties, OCGS));
        }
        for group in groups(&opening, ON) {
            off.remove(&group);
        }
        off.extend(groups(&opening, OFF));
        Layers { off }
    }

    /// Whether what `holder` says of its layer under `key` leaves it to be seen.
    pub fn shows(&self, holder: &Dict<'_>, key: &[u8]) -> bool {
        if self.off.is_empty() {
            return true;
        }
        let Some(layer) = holder.get::<Dict<'_>>(key) else { return true };
        let members = groups(&layer, OCGS);
        if members.is_empty() {
            return holder.get_ref(key).is_none_or(|group| !self.off.contains(&group.into()));
        }
        let is_off = |group: &ObjectIdentifier| self.off.contains(group);
        match layer.get::<Name<'_>>(P).as_deref() {
            Some(b"AllOn") => !members.iter().any(is_off),
            Some(b"AnyOff") => members.iter().any(is_off),
            Some(b"AllOff") => members.iter().all(is_off),
            _ => !members.iter().all(is_off),
        }
    }
}

fn groups(holder: &Dict<'_>, key: &[u8]) -> Vec<ObjectIdentifier> {
    match holder.get::<Array<'_>>(key) {
        Some(list) => list.raw_iter().filter_map(|item| item.as_obj_ref()).map(Into::into).collect(),
        None => holder.get_ref(key).map(Into::into).into_iter().collect(),
    }
}
