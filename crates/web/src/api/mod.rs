//! Addresses for machines. Each is said once, where its handler is: the router takes its path and what it reads from
//! the same [`Operation`] as the OpenAPI document does, so that neither knows an address that the other does not.

mod document;
mod shapes;

pub use document::{Described, describe};
pub use shapes::{Country, Counts, List, Region, Text, Theme};

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema};

use crate::reads::Reads;
use shapes::{After, Limit};

/// Writes the schema of one type.
type Shape = fn(&mut SchemaGenerator) -> Schema;

/// One address for machines, asked with `GET`.
#[derive(Clone)]
pub struct Operation {
    /// Its path, with open places in braces.
    pub path: &'static str,
    name: &'static str,
    summary: &'static str,
    parameters: Vec<Parameter>,
    answer: Answered,
    /// What is said of it where the thing may have got another address.
    moves: Option<&'static str>,
}

/// One value that it reads.
#[derive(Clone)]
struct Parameter {
    name: &'static str,
    what: &'static str,
    place: Place,
    shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// An open place of the path.
    Path,
    /// A field of the query.
    Query,
    /// A field of the query that may come with several values.
    Several,
    /// A field that all lists read in the same way: described once.
    Shared,
}

/// What it answers when all is well.
#[derive(Clone)]
struct Answered {
    what: &'static str,
    shape: Shape,
}

impl Operation {
    /// The operation with this name, which answers with a `T`. The name is for whoever makes a client from the document.
    pub fn new<T: JsonSchema>(
        path: &'static str,
        name: &'static str,
        summary: &'static str,
        what: &'static str,
    ) -> Operation {
        Operation {
            path,
            name,
            summary,
            parameters: Vec::new(),
            answer: Answered { what, shape: SchemaGenerator::subschema_for::<T> },
            moves: None,
        }
    }

    fn parameter<T: JsonSchema>(mut self, place: Place, name: &'static str, what: &'static str) -> Operation {
        self.parameters.push(Parameter { name, what, place, shape: SchemaGenerator::subschema_for::<T> });
        self
    }

    /// An open place of its path holds a `T`.
    pub fn at<T: JsonSchema>(self, name: &'static str, what: &'static str) -> Operation {
        self.parameter::<T>(Place::Path, name, what)
    }

    /// The thing may have got another address for good: then it answers with 301 and that address.
    pub fn may_have_moved(mut self, what: &'static str) -> Operation {
        self.moves = Some(what);
        self
    }

    /// It reads one `T` from the query.
    pub fn reads<T: JsonSchema>(self, name: &'static str, what: &'static str) -> Operation {
        self.parameter::<T>(Place::Query, name, what)
    }

    /// It reads any of several `T` from the query.
    pub fn reads_several<T: JsonSchema>(self, name: &'static str, what: &'static str) -> Operation {
        self.parameter::<T>(Place::Several, name, what)
    }

    /// It is a list that is given in parts.
    pub fn in_parts(self) -> Operation {
        self.parameter::<Limit>(Place::Shared, "limit", "Things in one answer").parameter::<After>(
            Place::Shared,
            "after",
            "Where to go on: take the whole address from `next`",
        )
    }

    /// What reaches its handler of a query.
    pub(crate) fn query(&self) -> Reads {
        let fields = self.parameters.iter().filter(|parameter| parameter.place != Place::Path);
        fields.fold(Reads::default(), |reads, field| reads.and(field.name, field.place == Place::Several))
    }

    /// The statuses of its problems. The last two are of any address: the whole is at its limit, or has a mistake.
    fn problems(&self) -> Vec<u16> {
        let open = self.parameters.iter().any(|parameter| parameter.place == Place::Path);
        let asks = self.parameters.iter().any(|parameter| parameter.place != Place::Path);
        let own = [(asks, 400), (open, 404), (true, 414), (asks, 422)].into_iter().filter(|(its, _)| *its);
        own.map(|(_, status)| status).chain([500, 503]).collect()
    }
}
