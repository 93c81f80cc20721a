//! What is made of many public rows once for all readers, and anew when they have changed.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use base::Result;

use crate::cache::PageCache;

/// What one process has made, one of each type.
#[derive(Default)]
pub(crate) struct Shared(Mutex<HashMap<TypeId, Arc<Place>>>);

/// Of one type: whoever finds it outdated makes it, others wait for that.
type Place = tokio::sync::Mutex<Option<Made>>;

struct Made {
    what: Arc<dyn Any + Send + Sync>,
    begun: u64,
}

impl Shared {
    fn place<T: 'static>(&self) -> Arc<Place> {
        let mut places = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        places.entry(TypeId::of::<T>()).or_default().clone()
    }

    /// What was made of the rows of this topic, if it still holds, or else what `make` makes of them now.
    pub(crate) async fn holding<T>(
        &self,
        cache: &PageCache,
        topic: &str,
        make: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>>
    where
        T: Send + Sync + 'static,
    {
        let place = self.place::<T>();
        let mut place = place.lock().await;
        let kept = place.as_ref().filter(|made| cache.holds(&[topic], made.begun));
        if let Some(kept) = kept.and_then(|made| made.what.clone().downcast::<T>().ok()) {
            return Ok(kept);
        }
        // Before the first row is read: what changes meanwhile makes it outdated.
        let begun = cache.turn();
        let what = Arc::new(make.await?);
        *place = Some(Made { what: what.clone(), begun });
        Ok(what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_is_made_again_when_its_topic_is_outdated_and_not_before() {
        let (shared, cache) = (Shared::default(), PageCache::default());
        let number = |number: u8| shared.holding(&cache, "cities", async move { Ok(number) });
        assert_eq!(*number(1).await.expect("made"), 1);
        assert_eq!(*number(2).await.expect("kept"), 1);
        cache.outdated(&["documents".into()]);
        assert_eq!(*number(3).await.expect("kept"), 1);
        cache.outdated(&["cities".into()]);
        assert_eq!(*number(4).await.expect("made"), 4);
        let text = shared.holding(&cache, "cities", async { Ok("another type".to_owned()) });
        assert_eq!(*text.await.expect("made"), "another type");
    }

    #[tokio::test]
    async fn what_changes_while_it_is_made_makes_it_outdated() {
        let (shared, cache) = (Shared::default(), PageCache::default());
        let changed = shared.holding(&cache, "cities", async {
            cache.outdated(&["cities".into()]);
            Ok(1_u8)
        });
        assert_eq!(*changed.await.expect("made"), 1);
        assert_eq!(*shared.holding(&cache, "cities", async { Ok(2_u8) }).await.expect("made"), 2);
    }

    #[tokio::test]
    async fn what_could_not_be_made_is_tried_again() {
        let (shared, cache) = (Shared::default(), PageCache::default());
        let failed = shared.holding::<u8>(&cache, "cities", async { Err(base::Fail::NotFound) }).await;
        assert!(failed.is_err());
        assert_eq!(*shared.holding(&cache, "cities", async { Ok(2_u8) }).await.expect("made"), 2);
    }
}
