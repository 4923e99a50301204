//! What the lanes stand for, and which events go into which.

use crate::model::{Dataset, EventId, KindId, Locale, RegionId, ThemeId};
use crate::query::Filter;

/// How the timeline is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lanes {
    /// One lane a region.
    #[default]
    Region,
    /// One lane a kind.
    Kind,
    /// One lane a direction, and one for events of none.
    Theme,
    /// All events together.
    None,
}

impl Lanes {
    /// In the order of the menu.
    pub const ALL: [Self; 4] = [Self::Region, Self::Kind, Self::Theme, Self::None];

    /// The value of `lanes` in the URL.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::None => "none",
        }
    }
}

/// What one lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKey {
    /// A region.
    Region(RegionId),
    /// A kind.
    Kind(KindId),
    /// A direction.
    Theme(ThemeId),
    /// Events of no direction.
    NoTheme,
    /// Every event.
    All,
}

/// The lanes that hold any of `ids`, in the dataset's order, each with its events in time order.
///
/// Where the filter names regions, kinds or directions, only the lanes of those are made:
/// an event of two regions is then not drawn in the one that was not asked for.
pub fn lanes_of(dataset: &Dataset, ids: &[EventId], lanes: Lanes, filter: &Filter) -> Vec<(LaneKey, Vec<EventId>)> {
    let taxonomy = dataset.taxonomy();
    let mut slots: Vec<(LaneKey, Vec<EventId>)> = match lanes {
        Lanes::Region => taxonomy.region_ids().map(|r| (LaneKey::Region(r), Vec::new())).collect(),
        Lanes::Kind => taxonomy.kind_ids().map(|k| (LaneKey::Kind(k), Vec::new())).collect(),
        Lanes::Theme => {
            let themes = taxonomy.theme_ids().map(|t| (LaneKey::Theme(t), Vec::new()));
            themes.chain([(LaneKey::NoTheme, Vec::new())]).collect()
        }
        Lanes::None => vec![(LaneKey::All, Vec::new())],
    };
    for id in ids {
        let event = dataset.event(*id);
        match lanes {
            Lanes::Region => event.regions.iter().for_each(|r| slots[r.index()].1.push(*id)),
            Lanes::Kind => slots[event.kind.index()].1.push(*id),
            Lanes::Theme if event.themes.is_empty() => slots[taxonomy.themes.len()].1.push(*id),
            Lanes::Theme => event.themes.iter().for_each(|t| slots[t.index()].1.push(*id)),
            Lanes::None => slots[0].1.push(*id),
        }
    }
    slots.retain(|(key, events)| !events.is_empty() && is_asked_for(*key, filter));
    slots
}

fn is_asked_for(key: LaneKey, filter: &Filter) -> bool {
    match key {
        LaneKey::Region(r) => filter.regions.is_empty() || filter.regions.contains(&r),
        LaneKey::Theme(t) => filter.themes.is_empty() || filter.themes.contains(&t),
        LaneKey::NoTheme => filter.themes.is_empty(),
        LaneKey::Kind(_) | LaneKey::All => true,
    }
}

/// The name of a lane; empty for the lane of every event, which needs none.
pub fn lane_label(dataset: &Dataset, key: LaneKey, locale: Locale) -> String {
    let taxonomy = dataset.taxonomy();
    match key {
        LaneKey::Region(r) => taxonomy.region(r).label.get(locale).clone(),
        LaneKey::Kind(k) => taxonomy.kind(k).label.get(locale).clone(),
        LaneKey::Theme(t) => format!("{} {}", t.index() + 1, taxonomy.theme(t).label.get(locale)),
        LaneKey::NoTheme => crate::i18n::messages(locale).lane_no_theme.to_owned(),
        LaneKey::All => String::new(),
    }
}
