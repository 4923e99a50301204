//! Which mark a pointer means.

use super::timeline::{PlacedMark, TimelineLayout};

/// Half the edge of a target: 24 px however small the glyph.
const TARGET_HALF: f64 = 12.0;

impl TimelineLayout {
    /// The mark at a point of the lanes: the nearest whose 24 px target holds it, else the one whose label does.
    pub fn hit(&self, x: f64, y: f64) -> Option<&PlacedMark> {
        let distance = |m: &PlacedMark| (m.x - x).abs().max((m.y - y).abs());
        let near = self.marks.iter().filter(|m| distance(m) <= TARGET_HALF);
        near.min_by(|a, b| distance(a).total_cmp(&distance(b))).or_else(|| {
            let in_row = |m: &&PlacedMark| (m.y - y).abs() <= self.metrics.row / 2.0;
            let in_box = |m: &&PlacedMark| {
                let px = m.px(self.metrics.glyph);
                px.start <= x && x <= px.end
            };
            self.marks.iter().filter(in_row).find(in_box)
        })
    }

    /// The mark that shows an event, in the lane nearest to `lane` where it is in several.
    pub fn mark_of(&self, event: crate::model::EventId, lane: Option<usize>) -> Option<&PlacedMark> {
        let shows = self.marks.iter().filter(|m| m.events.contains(&event));
        shows.min_by_key(|m| lane.map_or(0, |lane| m.lane.abs_diff(lane)))
    }
}
