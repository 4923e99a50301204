//! What a finger means: it covers more than the parts of a small drawing.

use super::{Chart, Pick, Zone};

/// How far beside a zone a finger still means it, px: half of the least target.
const REACH: f64 = 12.0;

/// The least height of a segment that a finger tells from those it is stacked with, px: that of a cell among cells.
const TOLD_APART: f64 = 20.0;

impl Chart {
    /// The zone that a finger means at a point of the drawing, as its place among all; `x` and `y` in px.
    ///
    /// It is the one there, or anywhere over a bar the bar, or else the nearest within reach. A segment too low to be told
    /// from its neighbours stands for its whole bar: once that period alone is shown, its segments are larger.
    pub fn under_finger(&self, x: f64, y: f64) -> Option<usize> {
        let far = |zone: &Zone| zone.distance(x, y);
        let there = self.zones.iter().position(|zone| far(zone) == 0.0);
        let below = || self.zones.iter().position(|zone| zone.is_bar() && zone.spans(x) && y < zone.y);
        let beside = || {
            let reached = self.zones.iter().map(far).enumerate().filter(|(_, far)| *far <= REACH);
            reached.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
        };
        let nearest = there.or_else(below).or_else(beside);
        let met = self.zones.get(nearest?)?;
        let is_segment = met.pick.region.is_some() && met.pick.span.is_some() && met.h < TOLD_APART;
        let is_its = |zone: &Zone| zone.is_bar() && zone.pick.span == met.pick.span && zone.spans(met.x + met.w / 2.0);
        let bar = is_segment.then(|| self.zones.iter().position(is_its)).flatten();
        bar.or(nearest)
    }
}

impl Zone {
    /// px from a point to the zone, 0 within it.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let beside = |at: f64, from: f64, size: f64| (from - at).max(at - from - size).max(0.0);
        beside(x, self.x, self.w).hypot(beside(y, self.y, self.h))
    }

    fn spans(&self, x: f64) -> bool {
        (self.x..self.x + self.w).contains(&x)
    }

    /// Whether it stands for all of a period.
    fn is_bar(&self) -> bool {
        self.pick == Pick { span: self.pick.span, ..Pick::default() }
    }
}
