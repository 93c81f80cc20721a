//! Blobs in an S3-compatible bucket.

use base::{Fail, Result};
use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;
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

pub(crate) struct S3 {
    store: Arc<AmazonS3>,
}

impl S3 {
    pub(crate) fn open(settings: &S3Settings) -> Result<S3> {
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.key)
            .with_secret_access_key(&settings.secret);
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
        }
        Ok(S3 { store: Arc::new(builder.build().map_err(unavailable)?) })
    }

    pub(crate) async fn keep(&self, staged: &Staged) -> Result<()> {
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
        match self.store.head(&path(hash)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(unavailable(error)),
        }
    }

    pub(crate) async fn remove(&self, hash: &Hash) -> Result<()> {
        match self.store.delete(&path(hash)).await {
            Err(error) if !matches!(error, object_store::Error::NotFound { .. }) => Err(unavailable(error)),
            _ => Ok(()),
        }
    }

    pub(crate) async fn length(&self, hash: &Hash) -> Result<u64> {
        Ok(self.store.head(&path(hash)).await.map_err(unavailable)?.size)
    }

    pub(crate) async fn get(&self, hash: &Hash) -> Result<Bytes> {
        self.store.get(&path(hash)).await.map_err(unavailable)?.bytes().await.map_err(unavailable)
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
        let answer = self.store.get_opts(&path(hash), options).await.map_err(unavailable)?;
        Ok(answer.into_stream().map_err(std::io::Error::other).boxed())
    }
}

fn path(hash: &Hash) -> Path {
    Path::from(hash.path())
}

fn unavailable(error: object_store::Error) -> Fail {
    match error {
        object_store::Error::NotFound { .. } => Fail::NotFound,
        other => Fail::Unavailable(format!("the file store does not answer: {other}")),
    }
}
