//! Dataset × filter → events, and the counts that say what a choice would leave.
//!
//! Within one facet the choices are alternatives; the facets narrow each other.
//! A vague date matches every range that it overlaps: an event known to March matches 31 March – 1 May.

mod chosen;
mod exactness;
mod facet;
mod filter;
mod fold;
mod found;
mod han;
mod near;
mod nothing;
mod search;
mod sort;
mod typed_date;

pub use chosen::Chosen;
pub use exactness::Exactness;
pub use facet::{Facet, Facets, facets};
pub use filter::Filter;
pub use fold::fold;
pub use found::{Found, Place, found_elsewhere};
pub use han::Han;
pub use near::{Near, near};
pub use nothing::{Condition, Nothing, Way, count, nothing};
pub use search::Needle;
pub use sort::{SortKey, Sorting, sorted};

use crate::model::{Dataset, Event, EventId, TimeSpan};
use search::{SearchIndex, Sought};

/// A dataset with what is worked out once so that each query is one pass.
#[derive(Debug)]
pub struct Index {
    search: SearchIndex,
}

impl Index {
    /// Folds every event's words by what is known of characters; linear in the text.
    pub fn new(dataset: &Dataset, han: Han) -> Self {
        Self { search: SearchIndex::new(dataset, han) }
    }

    /// What it knows of characters.
    pub fn han(&self) -> Han {
        self.search.han
    }

    /// The events that pass the filter whatever their time, in time order. A date in the text is no time of the filter:
    /// it narrows like a word.
    pub fn matching(&self, dataset: &Dataset, filter: &Filter) -> Vec<EventId> {
        let needle = Needle::of(&filter.text, dataset, self.han());
        let sought = self.search.seek(&needle);
        let passes =
            |id: &EventId| filter.accepts(dataset.event(*id), None) && self.finds(dataset, *id, &needle, &sought);
        dataset.ids().filter(passes).collect()
    }

    /// Whether an event has all that the text asks for.
    fn finds(&self, dataset: &Dataset, id: EventId, needle: &Needle, sought: &Sought<'_>) -> bool {
        needle.date().is_none_or(|date| dataset.event(id).span.overlaps(date)) && self.search.matches(id, sought)
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
