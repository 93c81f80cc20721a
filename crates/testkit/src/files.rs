//! Uploading as a browser does.

use base::DocumentId;
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::client::{Client, Reply};
use crate::people_of::CITY;

/// What is filled into the form for a document.
#[derive(Clone, Debug)]
pub struct Upload {
    fields: Vec<(String, String)>,
    file: Option<(String, Vec<u8>)>,
}

impl Upload {
    /// A document of [`CITY`] for members, declared to be harmless.
    pub fn new(title: &str, file_name: &str, bytes: impl Into<Vec<u8>>) -> Upload {
        let once = base::secret::new_secret();
        let fields = [
            ("once", once.as_str()),
            ("title", title),
            ("abstract", ""),
            ("city", CITY),
            ("type", "guide"),
            ("year", "2024"),
            ("language", ""),
            ("access", "members"),
            ("declared", "yes"),
        ];
        Upload {
            fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            file: Some((file_name.to_owned(), bytes.into())),
        }
    }

    /// Sets a field, in place of what stood there.
    pub fn with(mut self, name: &str, value: &str) -> Upload {
        self.fields.retain(|(own, _)| own != name);
        self.and(name, value)
    }

    /// Adds a value to a field.
    pub fn and(mut self, name: &str, value: &str) -> Upload {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As from a page that says whose it is: before all other fields.
    pub fn kept_for(mut self, mark: &str) -> Upload {
        self.fields.insert(0, ("kept-for".to_owned(), mark.to_owned()));
        self
    }

    /// Leaves the file out.
    pub fn without_file(mut self) -> Upload {
        self.file = None;
        self
    }

    fn form(&self) -> Form {
        let form = self.fields.iter().fold(Form::new(), |form, (name, value)| form.text(name.clone(), value.clone()));
        match &self.file {
            Some((name, bytes)) => form.part("file", Part::bytes(bytes.clone()).file_name(name.clone())),
            None => form,
        }
    }
}

impl Client {
    /// Sends the upload form.
    pub async fn upload(&self, upload: &Upload) -> Reply {
        self.send_files("/en/library/upload", upload).await
    }

    /// Sends the upload form; nothing when the connection ended without an answer.
    pub async fn try_upload(&self, upload: &Upload) -> Option<Reply> {
        self.try_send(self.request(Method::POST, "/en/library/upload").multipart(upload.form())).await.ok()
    }

    /// Sends a form with a file to any address.
    pub async fn send_files(&self, path: &str, upload: &Upload) -> Reply {
        self.send(self.request(Method::POST, path).multipart(upload.form())).await
    }

    /// Uploads, and answers the new document's id.
    pub async fn uploaded(&self, upload: &Upload) -> DocumentId {
        let reply = self.upload(upload).await.leads_to("/en/library/");
        let id = reply.location().trim_start_matches("/en/library/").split('?').next().unwrap_or_default();
        id.parse().unwrap_or_else(|_| panic!("{} names no document", reply.location()))
    }
}
