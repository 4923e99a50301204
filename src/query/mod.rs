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
mod needle;
mod nothing;
mod search;
mod search_index;
mod sort;
mod typed_date;

pub use chosen::Chosen;
pub use exactness::Exactness;
pub use facet::{Facet, Facets, facets};
pub use filter::Filter;
pub use fold::fold;
pub use found::{Found, Place};
pub use han::Han;
pub use near::Near;
pub use needle::Needle;
pub use nothing::{Condition, Nothing, Way, count, nothing};
pub use sort::{SortKey, Sorting, sorted};

use std::sync::Arc;

use crate::model::{Dataset, Event, EventId, TimeSpan};
use needle::{Finding, Search};
use search_index::SearchIndex;

/// A dataset with what is worked out once so that each query is one pass.
#[derive(Clone, Default)]
pub struct Index {
    search: Option<Arc<dyn Search>>,
}

impl Index {
    /// One that seeks texts: folds every event's words by what is known of characters; linear in the text.
    ///
    /// The default seeks none: the text of a filter narrows nothing. Where the program is loaded in parts, all that
    /// search is made of comes with the part that calls this.
    pub fn new(dataset: &Dataset, han: Han) -> Self {
        Self { search: Some(Arc::new(SearchIndex::new(dataset, han))) }
    }

    /// Whether texts can be sought.
    pub fn seeks(&self) -> bool {
        self.search.is_some()
    }

    /// Reads a person's text over a dataset: a date that lies in it narrows by date, the rest are words.
    pub fn needle(&self, text: &str, dataset: &Dataset) -> Needle {
        self.search.as_ref().map_or_else(Needle::default, |search| search.needle(text, dataset))
    }

    /// Reads a person's text as words only.
    pub fn words(&self, text: &str) -> Needle {
        self.search.as_ref().map_or_else(Needle::default, |search| search.words(text))
    }

    /// The events that pass the filter whatever their time, in time order. A date in the text is no time of the filter:
    /// it narrows like a word.
    pub fn matching(&self, dataset: &Dataset, filter: &Filter) -> Vec<EventId> {
        let finds = self.finding(dataset, &filter.text);
        let passes = |id: &EventId| filter.accepts(dataset.event(*id), None) && finds(*id);
        dataset.ids().filter(passes).collect()
    }

    /// The nearest word of the record for the first typed word that is found nowhere, if one is near.
    ///
    /// Letters left out, added, exchanged or swapped count as one each; of Chinese, one character may differ. Linear in
    /// the record's words.
    pub fn near(&self, dataset: &Dataset, text: &str) -> Option<Near> {
        self.search.as_ref()?.near(dataset, text)
    }

    /// Whether an event has all that a text asks for.
    fn finding<'q>(&'q self, dataset: &'q Dataset, text: &str) -> Finding<'q> {
        match &self.search {
            Some(search) if !text.is_empty() => search.finding(text, dataset),
            _ => Box::new(|_| true),
        }
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
