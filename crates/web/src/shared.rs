//! What is made of many public rows once for all readers, and anew when they have changed.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use base::Result;

use crate::hub::Inner;

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
}

impl Inner {
    /// What `make` reads from the rows of this topic: it is kept until the topic is outdated, as finished pages are.
    /// It must be the same for every reader, and nothing but public.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub async fn shared<T>(&self, topic: &str, make: impl Future<Output = Result<T>> + Send) -> Result<Arc<T>>
    where
        T: Send + Sync + 'static,
    {
        let place = self.shared.place::<T>();
        let mut place = place.lock().await;
        let kept = place.as_ref().filter(|made| self.cache.holds(&[topic], made.begun));
        if let Some(kept) = kept.and_then(|made| made.what.clone().downcast::<T>().ok()) {
            return Ok(kept);
        }
        // Before the first row is read: what changes meanwhile makes it outdated.
        let begun = self.cache.turn();
        let what = Arc::new(make.await?);
        *place = Some(Made { what: what.clone(), begun });
        Ok(what)
    }
}
