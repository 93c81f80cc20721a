//! Accounts as they are attacked and looked after.

mod city;
mod guesses;
mod own;
mod twice;

use testkit::{Client, TestHub};

/// Somebody's number.
async fn person(hub: &TestHub, email: &str) -> i64 {
    hub.number(&format!("SELECT id AS n FROM people WHERE email = '{email}'")).await
}

/// Their page in the back office.
async fn page_of(hub: &TestHub, email: &str) -> String {
    format!("/en/office/people/{}", base::id::write_id(person(hub, email).await))
}

/// Takes a role from somebody.
async fn take(hub: &TestHub, by: &Client, email: &str, role: &str) {
    let held = person(hub, email).await;
    let id = hub.number(&format!("SELECT id AS n FROM roles WHERE person = {held} AND role = '{role}'")).await;
    let path = format!("{}/roles/{}/take", page_of(hub, email).await, base::id::write_id(id));
    by.post(&path, &[]).await.is(303);
}
