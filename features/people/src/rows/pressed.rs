//! Links in letters that open no session: what each does is done with one press.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Tx, params};

/// What is done with a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Whoever reads this address says that it is theirs.
    ConfirmAddress,
    /// Whoever reads the address of before has it set back.
    UndoAddress,
    /// Whoever reads this keeps the second step that the team is about to take away.
    KeepSecondStep,
    /// Whoever reads this keeps the account that is to be erased.
    KeepAccount,
}
store::coded!(Purpose, Purpose::parse);

impl Purpose {
    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Purpose::ConfirmAddress => "confirm-address",
            Purpose::UndoAddress => "undo-address",
            Purpose::KeepSecondStep => "keep-second-step",
            Purpose::KeepAccount => "keep-account",
        }
    }

    fn parse(code: &str) -> Option<Purpose> {
        let all = [Purpose::ConfirmAddress, Purpose::UndoAddress, Purpose::KeepSecondStep, Purpose::KeepAccount];
        all.into_iter().find(|own| own.code() == code)
    }
}

/// A link that works.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pressed {
    pub person: PersonId,
    pub purpose: Purpose,
    /// Which one.
    pub about: i64,
}
store::from_row!(Pressed in pressed_links: person, purpose, about);

/// The link with this hash, as long as it works.
pub(crate) async fn working(sql: &Sql, hash: &str, now: Time) -> Result<Option<Pressed>> {
    sql.first(
        "SELECT person, purpose, about FROM pressed_links WHERE hash = $1 AND expires_at > $2",
        params![hash, now],
    )
    .await
}

/// Keeps the link of a letter, in the place of one that an earlier try made.
pub(crate) async fn make(tx: &Tx, hash: &str, link: Pressed, letter: i64, expires_at: Time) -> Result<()> {
    forget_of_letter(tx, letter).await?;
    Insert::into("pressed_links")
        .set("hash", hash)
        .set("person", link.person)
        .set("purpose", link.purpose)
        .set("about", link.about)
        .set("letter", letter)
        .set("expires_at", expires_at)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Takes away what was made for a letter that has not left.
pub(crate) async fn forget_of_letter(tx: &Tx, letter: i64) -> Result<()> {
    tx.exec("DELETE FROM pressed_links WHERE letter = $1", params![letter]).await.map(|_| ())
}

/// Forgets links that ended before this time.
pub(crate) async fn forget_old(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM pressed_links WHERE expires_at < $1", params![before]).await.map(|_| ())
}
