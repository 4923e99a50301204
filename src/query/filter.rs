//! What a person asked for.

use super::{Chosen, Facet};
use crate::model::{CountryId, Event, KindId, Participant, RegionId, StanceId, ThemeId, TimeSpan};

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
        let any = |facet: Facet, test: &dyn Fn() -> bool| except == Some(facet) || test();
        (self.background || !event.background)
            && self.who.is_none_or(|who| event.names(who))
            && any(Facet::Region, &|| meets(&self.regions, &event.regions))
            && any(Facet::Kind, &|| meets(&self.kinds, &[event.kind]))
            && any(Facet::Theme, &|| meets(&self.themes, &event.themes))
            && any(Facet::Country, &|| meets(&self.countries, &event.countries))
            && any(Facet::Stance, &|| meets(&self.stances, event.stance.as_slice()))
    }

    /// How many facets, time and text included, are asked about.
    pub fn n_active(&self) -> usize {
        let sets = [
            self.regions.is_empty(),
            self.kinds.is_empty(),
            self.themes.is_empty(),
            self.countries.is_empty(),
            self.stances.is_empty(),
            self.who.is_none(),
            self.time.is_none(),
            self.text.trim().is_empty(),
        ];
        sets.iter().filter(|empty| !**empty).count()
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
