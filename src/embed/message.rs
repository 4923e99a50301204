//! What the page around a frame may say to it: two things, and nothing else is listened to.

use crate::model::{Dataset, EventId};
use crate::route::Scheme;

/// Something the page around said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostMessage {
    /// Open this event, or none.
    Event(Option<EventId>),
    /// Be light or dark.
    Scheme(Scheme),
}

impl HostMessage {
    /// Reads one field of a message; a `null` is no value. What means nothing here is none.
    pub fn read(field: &str, value: Option<&str>, dataset: &Dataset) -> Option<Self> {
        match (field, value) {
            ("event", None) => Some(Self::Event(None)),
            ("event", Some(slug)) => dataset.event_by_slug(slug).map(|id| Self::Event(Some(id))),
            ("scheme", Some(slug)) => Scheme::ALL.into_iter().find(|scheme| scheme.slug() == slug).map(Self::Scheme),
            _ => None,
        }
    }
}
