//! Somebody who works while others read.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use base::DocumentId;
use testkit::{CITY, Client, Reply};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use crate::Result;

/// From one write to the next.
const PAUSE: Duration = Duration::from_millis(500);

/// What the city's lead works on.
#[derive(Clone)]
pub struct Work {
    /// The lead.
    pub lead: Client,
    /// A document of the city.
    pub document: DocumentId,
    /// Its themes, which stay.
    pub themes: Vec<String>,
}

/// Writes that go on.
pub struct Writes {
    task: JoinHandle<()>,
    enough: Arc<AtomicBool>,
    done: Arc<AtomicU32>,
}

impl Writes {
    /// Begins: the city's profile and the document's metadata are changed in turns.
    pub fn begin(runtime: &Runtime, work: Work) -> Writes {
        let (enough, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
        let task = runtime.spawn({
            let (enough, done) = (enough.clone(), done.clone());
            async move {
                let mut clock = tokio::time::interval(PAUSE);
                while !enough.load(Ordering::SeqCst) {
                    clock.tick().await;
                    let number = done.load(Ordering::SeqCst);
                    if number % 2 == 0 {
                        profile(&work, number).await;
                    } else {
                        metadata(&work, number).await;
                    }
                    done.fetch_add(1, Ordering::SeqCst);
                }
            }
        });
        Writes { task, enough, done }
    }

    /// Ends it; how many there were.
    pub fn end(self, runtime: &Runtime) -> Result<u32> {
        self.enough.store(true, Ordering::SeqCst);
        runtime.block_on(self.task)?;
        Ok(self.done.load(Ordering::SeqCst))
    }
}

/// Opens a form and sends it back with this field changed; the others as they came.
async fn change(lead: &Client, path: &str, kept: &[&str], changed: &[(&str, &str)]) -> Reply {
    let form = lead.get(path).await.is(200);
    let kept: Vec<(&str, String)> = kept.iter().filter_map(|name| Some((*name, form.input(name)?))).collect();
    let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(changed);
    lead.post(path, &fields).await
}

async fn profile(work: &Work, number: u32) {
    let summary = format!("What the city says of itself, for the {number}th time.");
    let changed = [("summary", summary.as_str()), ("website", "https://city.example/"), ("contact", "Town hall")];
    let path = format!("/en/cities/{CITY}/profile");
    change(&work.lead, &path, &["in", "revision"], &changed).await.leads_to("/en/cities/");
}

async fn metadata(work: &Work, number: u32) {
    let about = format!("What it is about, said for the {number}th time.");
    let mut changed = vec![("abstract", about.as_str()), ("city", CITY), ("type", "guide"), ("access", "public")];
    changed.extend(work.themes.iter().map(|slug| ("themes", slug.as_str())));
    let path = format!("/en/library/{}/edit", work.document);
    change(&work.lead, &path, &["revision", "title", "year"], &changed).await.leads_to("/en/library/");
}
