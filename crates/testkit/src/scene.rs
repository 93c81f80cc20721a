//! A hub in use: people of every role and documents of every access.

use base::DocumentId;
use extract::samples;
use store::Engine;

use crate::client::Client;
use crate::files::Upload;
use crate::hub::TestHub;
use crate::people_of::{CITY, OTHER_CITY, Who};

/// The word that only the city's own document holds.
pub const OWN_WORD: &str = "quokkaberry";
/// The title of the city's own document.
pub const OWN_TITLE: &str = "Zanzibarbuckle wells";
/// The word that the public document holds.
pub const PUBLIC_WORD: &str = "tamarindgrove";
/// The year that only the city's own document is of.
pub const OWN_YEAR: &str = "1987";
/// The theme that the documents of the city share.
pub const THEME: &str = "counter-narratives";

/// Who and what there is.
pub struct Scene {
    /// The hub.
    pub hub: TestHub,
    /// Browsers of everybody, in the order of [`Who::ALL`].
    clients: Vec<Client>,
    /// A PDF of the city that everyone may read.
    pub public: DocumentId,
    /// A document of the city for members.
    pub members: DocumentId,
    /// The city's own, a PDF.
    pub own: DocumentId,
    /// A public document of the city, withdrawn.
    pub withdrawn: DocumentId,
    /// A public document of the network.
    pub network: DocumentId,
}

impl Scene {
    /// Makes it; all files are read and all is indexed.
    pub async fn set(engine: Engine) -> Scene {
        let hub = TestHub::start(engine).await;
        let mut clients = Vec::new();
        for who in Who::ALL {
            clients.push(hub.signed_in(who).await);
        }
        let by = |who: Who| &clients[Who::ALL.iter().position(|one| *one == who).unwrap_or(0)];
        let lead = by(Who::CityLead);
        let page = format!("The {PUBLIC_WORD} of the market is tended by young people and elders together.");
        let public = Upload::new("Public plan of the market", "plan.pdf", samples::pdf(&[&page]))
            .with("access", "public")
            .and("themes", THEME);
        let public = lead.uploaded(&public).await;
        let members = Upload::new(
            "Plan for members",
            "members.txt",
            samples::txt(&["What members of the network tell each other."]),
        );
        let members = lead.uploaded(&members).await;
        let page = format!("The {OWN_WORD} is told to nobody outside the town hall.");
        let own = Upload::new(OWN_TITLE, "wells.pdf", samples::pdf(&[&page]))
            .with("access", "city")
            .with("type", "evaluation")
            .with("language", "sw")
            .with("year", OWN_YEAR)
            .and("themes", THEME);
        let own = lead.uploaded(&own).await;
        let withdrawn = Upload::new("Old plan", "old.txt", samples::txt(&["An old plan that no longer holds."]))
            .with("access", "public");
        let withdrawn = lead.uploaded(&withdrawn).await;
        lead.post(&format!("/en/library/{withdrawn}/withdraw"), &[]).await.leads_to("/en/library/mine");
        let network =
            Upload::new("Guide of the network", "guide.txt", samples::txt(&["How the network works with its cities."]))
                .with("city", "")
                .with("access", "public");
        let network = by(Who::CentralTeam).uploaded(&network).await;
        let other =
            Upload::new("Strategy of another city", "other.txt", samples::txt(&["What another city plans to do."]))
                .with("city", OTHER_CITY)
                .with("access", "public")
                .and("themes", THEME);
        by(Who::OtherLead).uploaded(&other).await;
        hub.settle().await;
        Scene { hub, clients, public, members, own, withdrawn, network }
    }

    /// The browser of this person.
    pub fn by(&self, who: Who) -> &Client {
        &self.clients[Who::ALL.iter().position(|one| *one == who).unwrap_or(0)]
    }
}

/// A short text in a file of the city, so that one line makes a document.
pub fn note(title: &str, text: &str) -> Upload {
    Upload::new(title, "note.txt", samples::txt(&[text]))
}

/// An address of the city.
pub fn city_page() -> String {
    format!("/en/cities/{CITY}")
}

/// Files that are still being received: whatever stands in scratch folders beside their locks.
pub fn scratch_files(data: &std::path::Path) -> usize {
    let folders = std::fs::read_dir(data.join("blobs/scratch")).into_iter().flatten().flatten();
    folders
        .map(|folder| {
            std::fs::read_dir(folder.path())
                .into_iter()
                .flatten()
                .flatten()
                .filter(|file| file.file_name() != "lock")
                .count()
        })
        .sum()
}
