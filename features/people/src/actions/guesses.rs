//! Guesses of codes of the second step: few, and nobody else's keep the owner out.

use base::{PersonId, Result};
use web::Hub;

use crate::rules::{CODE_GUESSES, CODE_GUESSES_A_DAY, CODE_GUESSES_OF_PERSON};

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
        let (own, day) = (self.door(), self.named("code-day", self.device.unwrap_or_default()));
        let mut doors = vec![(own.as_str(), CODE_GUESSES), (day.as_str(), CODE_GUESSES_A_DAY)];
        // Whoever reads the owner's mail chooses a new password as often as they like.
        let person = format!("code-person:{}", self.person);
        if self.device.is_none() {
            doors.push((&person, CODE_GUESSES_OF_PERSON));
        }
        hub.guard.pass(&hub.db, &doors).await
    }
}
