//! Counts beside every choice: what choosing it would leave.

use super::{Filter, Index, Needle};
use crate::model::{Dataset, TimeSpan};

/// A way of sorting events that a person can filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Regions.
    Region,
    /// Kinds.
    Kind,
    /// Directions.
    Theme,
    /// Countries.
    Country,
    /// Wordings in joint statements.
    Stance,
}

impl Facet {
    /// In the order of the filter bar.
    pub const ALL: [Self; 5] = [Self::Region, Self::Kind, Self::Theme, Self::Country, Self::Stance];

    /// The parameter's name in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Country => "country",
            Self::Stance => "stance",
        }
    }
}

/// For each facet, by the place of the choice in the dataset's list: how many events it has under all other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Per region.
    pub regions: Vec<usize>,
    /// Per kind.
    pub kinds: Vec<usize>,
    /// Per direction.
    pub themes: Vec<usize>,
    /// Per country.
    pub countries: Vec<usize>,
    /// Per wording.
    pub stances: Vec<usize>,
}

impl Facets {
    /// The counts of one facet.
    pub fn of(&self, facet: Facet) -> &[usize] {
        match facet {
            Facet::Region => &self.regions,
            Facet::Kind => &self.kinds,
            Facet::Theme => &self.themes,
            Facet::Country => &self.countries,
            Facet::Stance => &self.stances,
        }
    }
}

/// Counts every choice under the filter's other facets, its text and the days `span`; linear in the events.
pub fn facets(dataset: &Dataset, index: &Index, filter: &Filter, span: TimeSpan) -> Facets {
    let taxonomy = dataset.taxonomy();
    let needle = Needle::of(&filter.text, dataset);
    let sought = index.search.seek(&needle);
    let mut counts = Facets {
        regions: vec![0; taxonomy.regions.len()],
        kinds: vec![0; taxonomy.kinds.len()],
        themes: vec![0; taxonomy.themes.len()],
        countries: vec![0; taxonomy.countries.len()],
        stances: vec![0; taxonomy.stances.len()],
    };
    for (id, event) in dataset.ids().zip(dataset.events()) {
        // The text is the dearest to ask for, and asked for once.
        if !event.span.overlaps(span) || !index.finds(dataset, id, &needle, &sought) {
            continue;
        }
        for facet in Facet::ALL {
            if !filter.accepts(event, Some(facet)) {
                continue;
            }
            match facet {
                Facet::Region => event.regions.iter().for_each(|r| counts.regions[r.index()] += 1),
                Facet::Kind => counts.kinds[event.kind.index()] += 1,
                Facet::Theme => event.themes.iter().for_each(|t| counts.themes[t.index()] += 1),
                Facet::Country => event.countries.iter().for_each(|c| counts.countries[c.index()] += 1),
                Facet::Stance => event.stance.iter().for_each(|s| counts.stances[s.index()] += 1),
            }
        }
    }
    counts
}
