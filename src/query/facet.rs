//! Counts beside every choice: what choosing it would leave.

use super::{Exactness, Filter, Index};
use crate::model::{Dataset, Event, TimeSpan};

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
    /// Organisations.
    Organisation,
    /// How exactly the date is known.
    Precision,
}

impl Facet {
    /// In the order of the filter bar.
    pub const ALL: [Self; 7] =
        [Self::Region, Self::Kind, Self::Theme, Self::Country, Self::Stance, Self::Organisation, Self::Precision];

    /// The parameter's name in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Country => "country",
            Self::Stance => "stance",
            Self::Organisation => "org",
            Self::Precision => "precision",
        }
    }

    /// How many choices it has.
    pub fn n_choices(self, dataset: &Dataset) -> usize {
        let taxonomy = dataset.taxonomy();
        match self {
            Self::Region => taxonomy.regions.len(),
            Self::Kind => taxonomy.kinds.len(),
            Self::Theme => taxonomy.themes.len(),
            Self::Country => taxonomy.countries.len(),
            Self::Stance => taxonomy.stances.len(),
            Self::Organisation => taxonomy.organisations.len(),
            Self::Precision => Exactness::ALL.len(),
        }
    }

    /// Puts the places of an event's own choices in the facet's list, each once, in the place of what `out` holds.
    pub(super) fn places_of(self, event: &Event, out: &mut Vec<usize>) {
        out.clear();
        match self {
            Self::Region => out.extend(event.regions.iter().map(|id| id.index())),
            Self::Kind => out.push(event.kind.index()),
            Self::Theme => out.extend(event.themes.iter().map(|id| id.index())),
            Self::Country => out.extend(event.countries.iter().map(|id| id.index())),
            Self::Stance => out.extend(event.stance.iter().map(|id| id.index())),
            Self::Organisation => out.extend(event.organisations.iter().map(|id| id.index())),
            Self::Precision => {
                out.extend(Exactness::ALL.into_iter().filter(|e| e.is_of(event.date)).map(|e| e as usize));
            }
        }
    }
}

/// Numbers of events beside the choices of one facet, by the place of the choice in the dataset's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counts {
    /// With the choice, under all other facets.
    with: Vec<usize>,
    /// That are shown after the choice is made, or taken back where it is made.
    left: Vec<usize>,
}

/// For each choice of each facet how many events it has, and how many a click on it leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    counts: [Counts; Facet::ALL.len()],
}

impl Facets {
    /// How many events each choice of a facet has under all other facets: what it leaves when it is the only choice.
    pub fn of(&self, facet: Facet) -> &[usize] {
        &self.counts[facet as usize].with
    }

    /// How many events a click on a choice leaves: made beside those that are made, or taken back.
    pub fn left_by(&self, facet: Facet, place: usize) -> usize {
        self.counts[facet as usize].left[place]
    }
}

/// Counts every choice under the filter's other facets, its text and the days `span`; linear in the events.
pub fn facets(dataset: &Dataset, index: &Index, filter: &Filter, span: TimeSpan) -> Facets {
    let finds = index.finding(dataset, &filter.text);
    let mut tallies: Vec<Tally> = Facet::ALL.map(|facet| Tally::new(dataset, filter, facet)).into();
    let mut places = Vec::new();
    for (id, event) in dataset.ids().zip(dataset.events()) {
        // The text is the dearest to ask for, so it comes last.
        if !event.span.overlaps(span) || !filter.accepts_apart(event) {
            continue;
        }
        let failing: Vec<Facet> = Facet::ALL.into_iter().filter(|facet| !filter.meets(event, *facet)).collect();
        if failing.len() > 1 || !finds(id) {
            continue;
        }
        // An event counts in a facet where it passes all others.
        for tally in tallies.iter_mut().filter(|tally| failing.iter().all(|facet| *facet == tally.facet)) {
            tally.facet.places_of(event, &mut places);
            tally.add(filter, &places);
        }
    }
    let mut tallies = tallies.into_iter();
    Facets { counts: Facet::ALL.map(|_| tallies.next().map(|tally| tally.counts(filter)).unwrap_or_default()) }
}

/// What is counted of one facet.
struct Tally {
    facet: Facet,
    /// Whether any of its choices is made.
    is_asked: bool,
    /// Events under all other facets.
    n_all: usize,
    /// Those of them that have a choice that is made.
    n_chosen: usize,
    /// Events with each choice.
    with: Vec<usize>,
    /// Events with each choice that come if it is made, or go if it is taken back.
    moved: Vec<usize>,
}

impl Tally {
    fn new(dataset: &Dataset, filter: &Filter, facet: Facet) -> Self {
        let n = facet.n_choices(dataset);
        Self { facet, is_asked: filter.n_chosen(facet) > 0, n_all: 0, n_chosen: 0, with: vec![0; n], moved: vec![0; n] }
    }

    /// Counts an event by the places of its choices.
    fn add(&mut self, filter: &Filter, places: &[usize]) {
        let has = |at: usize| self.is_asked && filter.has(self.facet, at);
        let n_made = places.iter().filter(|at| has(**at)).count();
        self.n_all += 1;
        self.n_chosen += usize::from(n_made > 0);
        for at in places.iter().copied() {
            self.with[at] += 1;
            // An event comes with a new choice where it has none yet, and goes with its only one.
            let moves = if has(at) { n_made == 1 } else { n_made == 0 };
            self.moved[at] += usize::from(moves);
        }
    }

    fn counts(self, filter: &Filter) -> Counts {
        let n_made = filter.n_chosen(self.facet);
        let left = self.moved.iter().enumerate().map(|(at, moved)| match (filter.has(self.facet, at), n_made) {
            (false, _) => self.n_chosen + moved,
            // Without any choice all pass.
            (true, 1) => self.n_all,
            (true, _) => self.n_chosen - moved,
        });
        Counts { left: left.collect(), with: self.with }
    }
}
