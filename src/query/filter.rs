//! What a person asked for.

use super::{Chosen, Exactness, Facet};
use crate::model::{CountryId, Event, KindId, OrganisationId, Participant, RegionId, StanceId, ThemeId, TimeSpan};

/// A question about the events. An empty set asks nothing of its facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of these regions.
    pub regions: Chosen<RegionId>,
    /// Any of these kinds.
    pub kinds: Chosen<KindId>,
    /// Any of these directions.
    pub themes: Chosen<ThemeId>,
    /// Any of these countries.
    pub countries: Chosen<CountryId>,
    /// Any of these wordings.
    pub stances: Chosen<StanceId>,
    /// Any of these organisations.
    pub organisations: Chosen<OrganisationId>,
    /// A date known in any of these ways.
    pub precisions: Chosen<Exactness>,
    /// Only what names this country or organisation.
    ///
    /// Part of the question, not of the page around it: it narrows every count, it can be pinned and compared like any
    /// other selection, and it adds to the other facets – `who=SA&country=IR` asks for what names both, where the
    /// country facet alone asks for what names either.
    pub who: Option<Participant>,
    /// The days to look at; `None` is the dataset's coverage.
    pub time: Option<TimeSpan>,
    /// Words that must all be found, in either language.
    pub text: String,
    /// Whether events before the record's own period are shown too.
    pub background: bool,
}

impl Filter {
    /// Whether an event passes every facet but `except`; time and text are not looked at.
    pub fn accepts(&self, event: &Event, except: Option<Facet>) -> bool {
        let passes = |facet| except == Some(facet) || self.meets(event, facet);
        self.accepts_apart(event) && Facet::ALL.into_iter().all(passes)
    }

    /// Whether an event passes what is no facet: the background, and whom it names.
    pub(super) fn accepts_apart(&self, event: &Event) -> bool {
        (self.background || !event.background) && self.who.is_none_or(|who| event.names(who))
    }

    /// Whether an event passes one facet.
    pub(super) fn meets(&self, event: &Event, facet: Facet) -> bool {
        match facet {
            Facet::Region => meets(&self.regions, &event.regions),
            Facet::Kind => meets(&self.kinds, &[event.kind]),
            Facet::Theme => meets(&self.themes, &event.themes),
            Facet::Country => meets(&self.countries, &event.countries),
            Facet::Stance => meets(&self.stances, event.stance.as_slice()),
            Facet::Organisation => meets(&self.organisations, &event.organisations),
            Facet::Precision => {
                self.precisions.is_empty() || self.precisions.iter().any(|known| known.is_of(event.date))
            }
        }
    }

    /// The set of a facet, by places in the dataset's list.
    fn set(&self, facet: Facet) -> &dyn ByPlace {
        match facet {
            Facet::Region => &self.regions,
            Facet::Kind => &self.kinds,
            Facet::Theme => &self.themes,
            Facet::Country => &self.countries,
            Facet::Stance => &self.stances,
            Facet::Organisation => &self.organisations,
            Facet::Precision => &self.precisions,
        }
    }

    fn set_mut(&mut self, facet: Facet) -> &mut dyn ByPlace {
        match facet {
            Facet::Region => &mut self.regions,
            Facet::Kind => &mut self.kinds,
            Facet::Theme => &mut self.themes,
            Facet::Country => &mut self.countries,
            Facet::Stance => &mut self.stances,
            Facet::Organisation => &mut self.organisations,
            Facet::Precision => &mut self.precisions,
        }
    }

    /// Whether a choice is made, by its place in the dataset's list.
    pub fn has(&self, facet: Facet, place: usize) -> bool {
        self.set(facet).has(place)
    }

    /// How many choices of a facet are made.
    pub fn n_chosen(&self, facet: Facet) -> usize {
        self.set(facet).n()
    }

    /// Makes a choice, or takes it back.
    pub fn toggle(&mut self, facet: Facet, place: usize) {
        self.set_mut(facet).toggle(place);
    }

    /// Makes a choice and takes back all others of its facet.
    pub fn choose_only(&mut self, facet: Facet, place: usize) {
        self.ask_nothing(facet);
        self.toggle(facet, place);
    }

    /// Takes back every choice of a facet, so that all of it passes.
    pub fn ask_nothing(&mut self, facet: Facet) {
        self.set_mut(facet).empty();
    }

    /// How many facets, time and text included, are asked about.
    pub fn n_active(&self) -> usize {
        let others = [self.who.is_some(), self.time.is_some(), !self.text.trim().is_empty()];
        let n_facets = Facet::ALL.into_iter().filter(|facet| self.n_chosen(*facet) > 0).count();
        n_facets + others.into_iter().filter(|asked| *asked).count()
    }

    /// Asks nothing, but keeps showing the background if it was shown.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { background: self.background, ..Self::default() }
    }
}

fn meets<T: Copy + Ord>(wanted: &Chosen<T>, has: &[T]) -> bool {
    wanted.is_empty() || has.iter().any(|x| wanted.contains(x))
}

/// What a place in a facet's list stands for.
trait AtPlace: Copy + Ord {
    fn at(place: usize) -> Self;
}

macro_rules! ids_at_place {
    ($($id:ident)+) => {$(
        impl AtPlace for $id {
            fn at(place: usize) -> Self {
                Self(place as _)
            }
        }
    )+};
}

ids_at_place!(RegionId KindId ThemeId CountryId StanceId OrganisationId);

impl AtPlace for Exactness {
    fn at(place: usize) -> Self {
        Self::ALL[place.min(Self::ALL.len() - 1)]
    }
}

/// A set of choices without the type of its entries, so that one menu serves every facet.
trait ByPlace {
    fn has(&self, place: usize) -> bool;
    fn n(&self) -> usize;
    fn toggle(&mut self, place: usize);
    fn empty(&mut self);
}

impl<T: AtPlace> ByPlace for Chosen<T> {
    fn has(&self, place: usize) -> bool {
        self.contains(&T::at(place))
    }

    fn n(&self) -> usize {
        self.len()
    }

    fn toggle(&mut self, place: usize) {
        if !self.remove(&T::at(place)) {
            self.insert(T::at(place));
        }
    }

    fn empty(&mut self) {
        self.clear();
    }
}
