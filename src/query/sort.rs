//! The order of the table's rows.

use std::cmp::Ordering;

use crate::letters::lower_text;
use crate::model::{Dataset, Event, EventId, Locale};

/// A column the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum SortKey {
    /// By date, the vaguer first where two start together.
    #[default]
    Date,
    /// By title.
    Title,
    /// By kind, in the order of the key.
    Kind,
    /// By first region, in lane order.
    Region,
    /// By the names of the countries.
    Countries,
    /// By place in the source.
    Source,
}

impl SortKey {
    /// In the order of the columns.
    pub const ALL: [Self; 6] = [Self::Date, Self::Title, Self::Kind, Self::Region, Self::Countries, Self::Source];

    /// The word used in URLs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Region => "region",
            Self::Countries => "countries",
            Self::Source => "source",
        }
    }
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sorting {
    /// Which column.
    pub key: SortKey,
    /// Last first.
    pub descending: bool,
}

/// The events in the order of a column; equal rows keep their time order in either direction.
pub fn sorted(dataset: &Dataset, ids: &[EventId], sorting: Sorting, locale: Locale) -> Vec<EventId> {
    let taxonomy = dataset.taxonomy();
    let countries = |e: &Event| -> Vec<&str> {
        e.countries.iter().map(|c| taxonomy.country(*c).label.get(locale).as_str()).collect()
    };
    let compare = |a: &Event, b: &Event| -> Ordering {
        match sorting.key {
            SortKey::Date => Ordering::Equal,
            SortKey::Title => lower_text(a.title.get(locale)).cmp(&lower_text(b.title.get(locale))),
            SortKey::Kind => a.kind.cmp(&b.kind),
            SortKey::Region => a.regions.cmp(&b.regions),
            SortKey::Countries => countries(a).cmp(&countries(b)),
            SortKey::Source => a.section.cmp(&b.section),
        }
    };
    let mut rows = ids.to_vec();
    crate::order::sort(&mut rows);
    if sorting.key == SortKey::Date {
        if sorting.descending {
            rows.reverse();
        }
        return rows;
    }
    crate::order::sort_by(&mut rows, |a, b| {
        let order = compare(dataset.event(*a), dataset.event(*b));
        if sorting.descending { order.reverse() } else { order }
    });
    rows
}
