//! Something that the team writes, for tests that look at every page and every list.

use testkit::scene::Scene;
use testkit::{Client, Who};

/// Something of a kind with this title, which is what readers have; answers its id as it is written in addresses.
pub async fn published(scene: &Scene, kind: &str, title: &str) -> String {
    published_by(scene.by(Who::CentralTeam), kind, title).await
}

/// The same by somebody of the team.
pub async fn published_by(team: &Client, kind: &str, title: &str) -> String {
    let once = team.get(&format!("/en/office/editorial/new?kind={kind}")).await.is(200).input("once").expect("a token");
    let fields = [
        ("once", &*once),
        ("kind", kind),
        ("in", "en"),
        ("title", title),
        ("summary", "In short."),
        ("body", "Words."),
    ];
    let begun = team.post("/en/office/editorial/new", &fields).await.leads_to("/en/office/editorial/");
    let place = begun.location().split('?').next().unwrap_or_default().to_owned();
    if kind == "voice" {
        let form = team.get(&format!("{place}/facts")).await.is(200).input("revision").expect("a revision");
        let consent = [("revision", &*form), ("position", "0"), ("consent", "On paper."), ("until", "2999-12-31")];
        team.post(&format!("{place}/facts"), &consent).await.leads_to(&place);
    }
    let revision = team.get(&place).await.is(200).input("revision").expect("a revision");
    let fields = [
        ("in", "en"),
        ("revision", &*revision),
        ("title", title),
        ("summary", "In short."),
        ("body", "Words."),
        ("do", "publish"),
    ];
    team.post(&place, &fields).await.leads_to(&place);
    place.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The kind whose page has this address, if it is one of these.
pub fn kind_at(path: &str) -> Option<&'static str> {
    let kinds = [
        ("/pages/", "page"),
        ("/news/", "news"),
        ("/questions/", "question"),
        ("/myths/", "myth"),
        ("/initiatives/", "initiative"),
        ("/voices/", "voice"),
        ("/press/", "release"),
    ];
    kinds.into_iter().find(|(part, _)| path.contains(part)).map(|(_, kind)| kind)
}
