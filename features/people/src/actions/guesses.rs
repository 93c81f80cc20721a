//! Guesses of codes of the second step: few, and nobody else's keep the owner out.

use base::{PersonId, Result};
use web::Hub;

use crate::rules::{CODE_GUESSES, CODE_GUESSES_IN_ALL};

/// Whose code is asked for, after which password, in which browser.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub person: PersonId,
    /// Its hash: with another password nobody has it who guessed, and counting begins anew, on every node.
    pub password: &'a str,
    /// The secret of a browser in which they signed in before.
    pub device: Option<&'a str>,
}

impl Asked<'_> {
    fn named(&self, kind: &str, more: &str) -> String {
        format!("{kind}:{}", base::secret::hash(&format!("{} {} {more}", self.person, self.password)))
    }

    /// Where guesses are counted: those of the owner's own browser apart, so that nobody else keeps them out.
    pub(crate) fn door(&self) -> String {
        match self.device {
            Some(device) => self.named("code-device", device),
            None => self.named("code", ""),
        }
    }

    /// Counts a guess.
    ///
    /// # Errors
    /// [`base::Fail::TooMany`].
    pub(crate) async fn pass(&self, hub: &Hub) -> Result<()> {
        let (own, all) = (self.door(), self.named("code-all", ""));
        let mut doors = vec![(own.as_str(), CODE_GUESSES)];
        // From browsers that are not known, so many in a day.
        if self.device.is_none() {
            doors.push((&all, CODE_GUESSES_IN_ALL));
        }
        hub.guard.pass(&hub.db, &doors).await
    }
}
