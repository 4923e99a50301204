//! What the data is: dates, taxonomy, events, figures, and the immutable [`Dataset`] of them.
//!
//! No pixels, no signals, no serialization.

mod dataset;
mod date;
mod edtf;
mod event;
mod participant;
mod taxonomy;

pub use dataset::{Dataset, DatasetInfo, Figure, Section, Source};
pub use date::{Day, Month, Precision, TimeSpan};
pub use edtf::{Edtf, EdtfError, Endpoint};
pub use event::{Event, Importance};
pub use participant::Participant;
pub use taxonomy::{
    Bilingual, CountryId, EventId, KindId, Locale, OrganisationId, Region, RegionId, StanceId, Taxonomy, Term, ThemeId,
    Translated,
};
