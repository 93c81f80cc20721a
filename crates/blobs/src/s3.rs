//! Blobs in an S3-compatible bucket.

use base::Time;
use base::{Fail, Result};
use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;

use crate::{Hash, Staged, io};

/// Where the bucket is. The key pair comes from the settings; nothing is read from elsewhere.
#[derive(Clone, Debug)]
pub struct S3Settings {
    /// The bucket's name.
    pub bucket: String,
    /// Its region (`us-east-1` where the store has none).
    pub region: String,
    /// The store's address, for stores other than Amazon's.
    pub endpoint: Option<String>,
    /// Access key id.
    pub key: String,
    /// Secret access key.
    pub secret: String,
}

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long the store may say nothing while it answers.
const SILENCE: Duration = Duration::from_secs(10);
/// How long a request may be tried again.
const TRIES: Duration = Duration::from_secs(15);
/// How long a small question (is it there, take it away) may take.
const QUESTION: Duration = Duration::from_secs(20);
/// The slowest store that is waited for, in bytes a second, when a file is put into it.
const SLOWEST: u64 = 200_000;

pub(crate) struct S3 {
    store: Arc<AmazonS3>,
}

impl S3 {
    pub(crate) fn open(settings: &S3Settings) -> Result<S3> {
        // The first of a process counts; who came before brought the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let waits = ClientOptions::new()
            .with_connect_timeout(CONNECT)
            .with_read_timeout(SILENCE)
            // A large file may take long, as long as it moves.
            .with_timeout_disabled();
        let again = RetryConfig { backoff: BackoffConfig::default(), max_retries: 3, retry_timeout: TRIES };
        let mut builder = AmazonS3Builder::new()
            .with_client_options(waits.clone())
            .with_retry(again)
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.key)
            .with_secret_access_key(&settings.secret);
        if let Some(endpoint) = &settings.endpoint {
            let waits = waits.with_allow_http(endpoint.starts_with("http://"));
            builder = builder.with_endpoint(endpoint).with_client_options(waits);
        }
        Ok(S3 { store: Arc::new(builder.build().map_err(unavailable)?) })
    }

    pub(crate) async fn keep(&self, staged: &Staged) -> Result<()> {
        let time = QUESTION * 2 + Duration::from_secs(staged.length() / SLOWEST);
        in_time(time, self.keep_it(staged)).await
    }

    async fn keep_it(&self, staged: &Staged) -> Result<()> {
        if self.has(staged.hash()).await? {
            return Ok(());
        }
        // Visible only once complete, whether it went in one part or in many.
        let mut writer = BufWriter::new(self.store.clone(), path(staged.hash()));
        let mut file = tokio::fs::File::open(staged.path()).await.map_err(io)?;
        tokio::io::copy(&mut file, &mut writer).await.map_err(|error| Fail::Unavailable(error.to_string()))?;
        writer.shutdown().await.map_err(|error| Fail::Unavailable(error.to_string()))
    }

    pub(crate) async fn has(&self, hash: &Hash) -> Result<bool> {
        match in_time(QUESTION, async { Ok(self.store.head(&path(hash)).await) }).await? {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(unavailable(error)),
        }
    }

    pub(crate) async fn remove(&self, hash: &Hash) -> Result<()> {
        match in_time(QUESTION, async { Ok(self.store.delete(&path(hash)).await) }).await? {
            Err(error) if !matches!(error, object_store::Error::NotFound { .. }) => Err(unavailable(error)),
            _ => Ok(()),
        }
    }

    pub(crate) async fn length(&self, hash: &Hash) -> Result<u64> {
        in_time(QUESTION, async { Ok(self.store.head(&path(hash)).await.map_err(unavailable)?.size) }).await
    }

    pub(crate) async fn get(&self, hash: &Hash) -> Result<Bytes> {
        let whole =
            async { self.store.get(&path(hash)).await.map_err(unavailable)?.bytes().await.map_err(unavailable) };
        in_time(QUESTION * 2, whole).await
    }

    /// Everything that lies in the bucket under a name of ours, with when it came.
    pub(crate) fn all(&self) -> BoxStream<'static, Result<(Hash, Time)>> {
        let listed = self.store.list(None).map_err(unavailable);
        listed
            .try_filter_map(|one| async move {
                let name = one.location.filename().and_then(Hash::parse).filter(|hash| path(hash) == one.location);
                Ok(name.map(|hash| (hash, one.last_modified)))
            })
            .boxed()
    }

    pub(crate) async fn stream(
        &self,
        hash: &Hash,
        start: u64,
        length: u64,
    ) -> Result<BoxStream<'static, std::io::Result<Bytes>>> {
        if length == 0 {
            return Ok(futures::stream::empty().boxed());
        }
        let options = object_store::GetOptions {
            range: Some(object_store::GetRange::Bounded(start..start + length)),
            ..Default::default()
        };
        let asked = async { self.store.get_opts(&path(hash), options).await.map_err(unavailable) };
        let answer = in_time(QUESTION, asked).await?;
        Ok(answer.into_stream().map_err(std::io::Error::other).boxed())
    }
}

/// Waits for the store, not for ever.
async fn in_time<T>(time: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    let waited = tokio::time::timeout(time, work).await;
    waited.unwrap_or_else(|_| Err(Fail::Unavailable(format!("the file store: no answer within {} s", time.as_secs()))))
}

fn path(hash: &Hash) -> Path {
    Path::from(hash.key())
}

fn unavailable(error: object_store::Error) -> Fail {
    match error {
        object_store::Error::NotFound { .. } => Fail::NotFound,
        other => Fail::Unavailable(format!("the file store does not answer: {}", base::fail::chain(&other))),
    }
}
