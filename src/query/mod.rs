//! Dataset × filter → events, and the counts that say what a choice would leave.
//!
//! Within one facet the choices are alternatives; the facets narrow each other.
//! A vague date matches every range that it overlaps: an event known to March matches 31 March – 1 May.

mod chosen;
mod facet;
mod filter;
mod search;
mod sort;

pub use chosen::Chosen;
pub use facet::{Facet, Facets, facets};
pub use filter::Filter;
pub use search::{Needle, SearchIndex, fold};
pub use sort::{SortKey, Sorting, sorted};

use crate::model::{Dataset, Event, EventId, TimeSpan};

/// A dataset with what is worked out once so that each query is one pass.
#[derive(Debug)]
pub struct Index {
    search: SearchIndex,
}

impl Index {
    /// Folds every event's words; linear in the text.
    pub fn new(dataset: &Dataset) -> Self {
        Self { search: SearchIndex::new(dataset) }
    }

    /// The events that pass the filter whatever their time, in time order.
    pub fn matching(&self, dataset: &Dataset, filter: &Filter) -> Vec<EventId> {
        let needle = Needle::new(&filter.text);
        dataset.ids().filter(|id| self.passes(dataset, *id, filter, &needle, None)).collect()
    }

    /// Whether an event passes the filter whatever its time, leaving out one facet.
    fn passes(&self, dataset: &Dataset, id: EventId, filter: &Filter, needle: &Needle, except: Option<Facet>) -> bool {
        let event = dataset.event(id);
        filter.accepts(event, except) && self.search.matches(id, needle)
    }
}

/// The events of `ids` whose date overlaps `span`, order kept.
pub fn within(dataset: &Dataset, ids: &[EventId], span: TimeSpan) -> Vec<EventId> {
    ids.iter().copied().filter(|id| dataset.event(*id).span.overlaps(span)).collect()
}

/// The events that a page may show at all: background only on request.
pub fn eligible(dataset: &Dataset, background: bool) -> impl Iterator<Item = (EventId, &Event)> {
    dataset.ids().zip(dataset.events()).filter(move |(_, e)| background || !e.background)
}
