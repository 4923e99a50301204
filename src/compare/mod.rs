//! Two selections of one dataset side by side: A is pinned, B is the present one.
//!
//! ```text
//! pinned filter ─Selection::of─→ A ┐
//!                                  ├─ side, difference (words), drawn (days), chart::compare (scales)
//! present filter ─Selection::of─→ B ┘
//! ```

mod align;
mod offer;
mod words;

pub use align::{Alignment, Drawn, drawn};
pub use offer::{Offer, offers};
pub use words::{difference, drawn_words, name, table_words};

use crate::headline::{Headline, headline};
use crate::model::{Dataset, EventId, Locale, TimeSpan};
use crate::query::{Filter, Index, eligible, within};

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// What was asked for.
    pub filter: Filter,
    /// The days looked at.
    pub span: TimeSpan,
    /// The events that pass and lie in these days, in time order.
    pub ids: Vec<EventId>,
    /// What they are called.
    pub headline: Headline,
}

impl Selection {
    /// Answers a question; linear in the dataset.
    pub fn of(dataset: &Dataset, index: &Index, filter: &Filter, locale: Locale) -> Self {
        let span = filter.time.unwrap_or(dataset.coverage());
        let ids = within(dataset, &index.matching(dataset, filter), span);
        let n_all = eligible(dataset, filter.background).count();
        let headline = headline(dataset, &ids, n_all, filter, span, locale);
        Self { filter: filter.clone(), span, ids, headline }
    }
}

/// Which of two selections an event belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The pinned one alone.
    A,
    /// The present one alone.
    B,
    /// Both.
    Both,
}

/// Which of two selections an event belongs to, `None` for neither; both lists are in time order.
pub fn side(a: &[EventId], b: &[EventId], id: EventId) -> Option<Side> {
    match (a.binary_search(&id).is_ok(), b.binary_search(&id).is_ok()) {
        (true, true) => Some(Side::Both),
        (true, false) => Some(Side::A),
        (false, true) => Some(Side::B),
        (false, false) => None,
    }
}

/// The events of either selection, each once, in time order.
pub fn either(a: &[EventId], b: &[EventId]) -> Vec<EventId> {
    let mut all = [a, b].concat();
    crate::order::sort(&mut all);
    all.dedup();
    all
}

/// How many events belong to one of two selections alone, and how many to both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// In the pinned one alone.
    pub only_a: usize,
    /// In the present one alone.
    pub only_b: usize,
    /// In both.
    pub both: usize,
}

impl Overlap {
    /// Counts two lists in time order.
    pub fn of(a: &[EventId], b: &[EventId]) -> Self {
        let both = a.iter().filter(|id| b.binary_search(id).is_ok()).count();
        Self { only_a: a.len() - both, only_b: b.len() - both, both }
    }
}
