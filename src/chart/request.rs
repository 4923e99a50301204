//! What a chart is asked for and what it gives back.

use std::sync::Arc;

use crate::model::{Dataset, EventId, KindId, Locale, RegionId, StanceId, TimeSpan};
use crate::query::Filter;
use crate::scene::Scene;

/// What to draw, in which language, in how much room.
#[derive(Clone, Copy, Debug)]
pub struct ChartRequest<'a> {
    /// The dataset that `ids` belong to.
    pub dataset: &'a Dataset,
    /// The selection as shown, time included.
    pub ids: &'a [EventId],
    /// What was asked for; where it names regions, only those are drawn.
    pub filter: &'a Filter,
    /// The days in view.
    pub span: TimeSpan,
    /// The language of every word.
    pub locale: Locale,
    /// px there are; a matrix that needs more makes its scene wider, and the page scrolls it.
    pub width: f64,
}

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The finding, or a plain description where none is clear.
    pub headline: String,
    /// How it counts, with what is left out.
    pub rule: String,
    /// The drawing; `scene.width` is more than was asked for where a matrix needs it.
    pub scene: Scene,
    /// px at the left that stay in view while a wide drawing is scrolled; 0 where nothing is wider than asked for.
    pub gutter: f64,
    /// Where a pointer or a key finds a value, in reading order; no two overlap.
    pub zones: Vec<Zone>,
    /// The numbers behind it.
    pub table: DataTable,
}

/// A part of the drawing that says its value and can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// Left, px.
    pub x: f64,
    /// Top, px.
    pub y: f64,
    /// Width, px.
    pub w: f64,
    /// Height, px.
    pub h: f64,
    /// The value in words: `Africa, third quarter of 2023: 6 events`.
    pub label: String,
    /// What choosing it asks for.
    pub pick: Pick,
    /// Whether the filter asks for it already.
    pub pressed: bool,
    /// The events it counts, in order, each once: what is pointed at with it, and what it stands for when they are.
    pub events: Arc<[EventId]>,
}

/// What a click asks for; the parts that are `None` stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// Filter by this region.
    pub region: Option<RegionId>,
    /// Filter by this kind.
    pub kind: Option<KindId>,
    /// Filter by this wording.
    pub stance: Option<StanceId>,
    /// Look at these days.
    pub span: Option<TimeSpan>,
    /// Open this event.
    pub event: Option<EventId>,
}

/// The numbers of a chart, totals included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataTable {
    /// Heads of the columns; the first column names the rows.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Pick {
    /// Whether it asks for the same, the days aside: those of a period are cut to the days in view.
    pub fn is_alike(&self, other: &Self) -> bool {
        let of = |pick: &Self| (pick.region, pick.kind, pick.stance, pick.event, pick.span.is_some());
        let overlap = match (self.span, other.span) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => true,
        };
        of(self) == of(other) && overlap
    }

    /// Whether the filter asks for all of it already; opening an event is never a filter.
    pub fn is_pressed(&self, filter: &Filter) -> bool {
        let region = self.region.is_none_or(|r| filter.regions.contains(&r));
        let kind = self.kind.is_none_or(|k| filter.kinds.contains(&k));
        let stance = self.stance.is_none_or(|s| filter.stances.contains(&s));
        let span = self.span.is_none_or(|s| filter.time == Some(s));
        let asks = self.region.is_some() || self.kind.is_some() || self.stance.is_some() || self.span.is_some();
        asks && self.event.is_none() && region && kind && stance && span
    }

    /// Asks for what was chosen, and for it alone within its facets; where that is asked for already, no longer.
    pub fn toggle(&self, filter: &mut Filter) {
        let on = !self.is_pressed(filter);
        if let Some(region) = self.region {
            filter.regions = on.then_some(region).into_iter().collect();
        }
        if let Some(kind) = self.kind {
            filter.kinds = on.then_some(kind).into_iter().collect();
        }
        if let Some(stance) = self.stance {
            filter.stances = on.then_some(stance).into_iter().collect();
        }
        if let Some(span) = self.span {
            filter.time = on.then_some(span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    #[test]
    fn choosing_asks_for_that_alone_and_choosing_again_takes_it_back() {
        let span = TimeSpan::new(Day(0), Day(90));
        let pick = Pick { region: Some(RegionId(4)), span: Some(span), ..Pick::default() };
        let other = Filter {
            regions: [RegionId(1)].into_iter().collect(),
            kinds: [KindId(2)].into_iter().collect(),
            ..Filter::default()
        };
        let mut filter = other.clone();
        pick.toggle(&mut filter);
        assert!(pick.is_pressed(&filter) && filter.regions.len() == 1);
        assert_eq!((&filter.kinds, filter.time), (&other.kinds, Some(span)), "what was not chosen stays");
        pick.toggle(&mut filter);
        assert!(filter.regions.is_empty() && filter.time.is_none() && filter.kinds == other.kinds);
    }
}
