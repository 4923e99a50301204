//! A timeline in pieces that fit on sheets: no lane is cut, and each piece has the axis above it.

use std::ops::Range;

use crate::layout::TimelineLayout;

/// px that an axis takes above the lanes of a piece, and the line below them.
const AXIS: f64 = 29.0;

/// The lanes of each piece: as many as fit into `first` px, then into `rest` px, and never none.
///
/// Where not even one lane fits into `first`, the first range is empty: the drawing begins on the next sheet.
pub(super) fn pieces(layout: &TimelineLayout, first: f64, rest: f64) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut room) = (0, first - AXIS);
    let mut used = 0.0;
    for (i, lane) in layout.lanes.iter().enumerate() {
        let begins_first = i == 0 && out.is_empty();
        if used + lane.height > room && (i > start || begins_first) {
            out.push(start..i);
            (start, room, used) = (i, rest - AXIS, 0.0);
        }
        used += lane.height;
    }
    out.push(start..layout.lanes.len());
    out
}

/// The lanes of a range alone, from the top.
pub(super) fn piece(layout: &TimelineLayout, lanes: &Range<usize>) -> TimelineLayout {
    let top = layout.lanes.get(lanes.start).map_or(0.0, |lane| lane.y);
    let mut out = TimelineLayout { lanes: layout.lanes[lanes.clone()].to_vec(), ..layout.clone() };
    out.lanes.iter_mut().for_each(|lane| lane.y -= top);
    out.marks.retain(|mark| lanes.contains(&mark.lane));
    for mark in &mut out.marks {
        mark.lane -= lanes.start;
        mark.y -= top;
    }
    out.height = out.lanes.iter().map(|lane| lane.height).sum();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{LaneKey, Metrics, PlacedLane, Viewport};
    use crate::model::{Day, RegionId, TimeSpan};
    use crate::scale::Period;

    fn lanes(heights: &[f64]) -> TimelineLayout {
        let mut y = 0.0;
        let lane = |height: &f64| {
            let lane = PlacedLane { key: LaneKey::Region(RegionId(0)), count: 1, y, height: *height, rows: 1 };
            y += height;
            lane
        };
        let lanes = heights.iter().map(lane).collect();
        let viewport = Viewport::new(TimeSpan::new(Day(0), Day(100)), 500.0);
        let (metrics, period) = (Metrics::default(), Period::Day);
        TimelineLayout { viewport, metrics, height: y, lanes, marks: Vec::new(), period, ticks: Vec::new() }
    }

    #[test]
    fn every_lane_is_in_one_piece_and_every_piece_fits() {
        for (first, rest) in [(300.0, 500.0), (129.0, 400.0), (40.0, 329.0)] {
            let layout = lanes(&[50.0, 100.0, 26.0, 300.0, 26.0, 26.0, 148.0, 200.0]);
            let pieces = pieces(&layout, first, rest);
            assert_eq!(pieces.iter().cloned().flatten().collect::<Vec<_>>(), (0..8).collect::<Vec<_>>());
            for (i, lanes) in pieces.iter().enumerate() {
                let height = piece(&layout, lanes).height;
                assert!(height + AXIS <= if i == 0 { first } else { rest }, "{lanes:?} of {pieces:?}");
                assert!(i == 0 || !lanes.is_empty());
            }
        }
    }

    #[test]
    fn a_lane_higher_than_any_sheet_is_a_piece_of_its_own() {
        assert_eq!(pieces(&lanes(&[900.0, 20.0, 900.0]), 200.0, 400.0), [0..0, 0..1, 1..2, 2..3]);
        assert!(pieces(&lanes(&[]), 200.0, 400.0).into_iter().flatten().next().is_none());
    }
}
