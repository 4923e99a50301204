//! Joint statements: which of a selection they are, and by what name a partner is called.

use super::context::Context;
use crate::model::{CountryId, Event, EventId, Locale, RegionId};
use crate::scene::{Glyph, Paint};

/// The country of the source's own account: every statement names it, so it tells none from another.
const HOST: &str = "CN";

/// A statement that names more countries is called by its organisation or its title.
const MOST_COUNTRIES: usize = 2;

/// The joint statements of a selection.
pub struct Statements {
    /// Those that are counted, in order of date.
    pub counted: Vec<EventId>,
    /// How many have no stance, and are left out because others have one.
    pub n_without_stance: usize,
}

impl Statements {
    /// The statements of a selection: those with a stance, or all where the dataset states none.
    ///
    /// `None` where the dataset has no kind for them.
    pub fn of(cx: Context) -> Option<Self> {
        let dataset = cx.request.dataset;
        let kind = dataset.taxonomy().kind_by_slug(Glyph::JointStatement.slug())?;
        let is_statement = |id: &EventId| dataset.event(*id).kind == kind;
        let mut all: Vec<EventId> = cx.request.ids.iter().copied().filter(is_statement).collect();
        crate::order::sort(&mut all);
        if !states_stances(cx) {
            return Some(Self { counted: all, n_without_stance: 0 });
        }
        let n = all.len();
        all.retain(|id| dataset.event(*id).stance.is_some());
        Some(Self { n_without_stance: n - all.len(), counted: all })
    }
}

/// Whether the dataset states the stance of any statement.
pub fn states_stances(cx: Context) -> bool {
    cx.request.dataset.events().iter().any(|event| event.stance.is_some())
}

/// What to call the partner of a statement: its countries, its organisation, or the first part of its title.
pub fn partner(cx: Context, event: &Event) -> String {
    let (taxonomy, locale) = (cx.request.dataset.taxonomy(), cx.request.locale);
    let is_partner = |country: &&CountryId| taxonomy.country(**country).slug != HOST;
    let countries: Vec<String> =
        event.countries.iter().filter(is_partner).map(|c| taxonomy.country(*c).label.get(locale).clone()).collect();
    if (1..=MOST_COUNTRIES).contains(&countries.len()) {
        return (cx.words.names)(&countries);
    }
    if let [organisation] = event.organisations.as_slice() {
        return taxonomy.organisation(*organisation).label.get(locale).clone();
    }
    let title = event.title.get(locale);
    let colon = match locale {
        Locale::En => ": ",
        Locale::Zh => "：",
    };
    title.split(colon).next().unwrap_or(title).to_owned()
}

/// The hue of an event: that of its first region which was asked for.
pub fn hue(cx: Context, event: &Event) -> Paint {
    let asked = &cx.request.filter.regions;
    let is_asked = |region: &&RegionId| asked.is_empty() || asked.contains(region);
    event.regions.iter().find(is_asked).or(event.regions.first()).map_or(Paint::Ink3, |region| Paint::Region(*region))
}
