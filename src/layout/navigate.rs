//! Where an arrow key leads.

use super::timeline::{PlacedMark, TimelineLayout};

/// A step between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The mark before, in the same lane.
    Previous,
    /// The mark after, in the same lane.
    Next,
    /// The nearest mark of the lane above.
    Up,
    /// The nearest mark of the lane below.
    Down,
    /// The first mark in view of the lane.
    First,
    /// The last mark in view of the lane.
    Last,
}

/// The mark reached from `from`, among those in view; `None` at an edge.
pub fn neighbor<'a>(layout: &'a TimelineLayout, from: &PlacedMark, direction: Direction) -> Option<&'a PlacedMark> {
    let in_lane = |lane: usize| layout.marks.iter().filter(move |m| m.in_view && m.lane == lane);
    let order = |m: &PlacedMark| (m.x, m.key);
    match direction {
        Direction::Previous => in_lane(from.lane).take_while(|m| order(m) < order(from)).last(),
        Direction::Next => in_lane(from.lane).find(|m| order(m) > order(from)),
        Direction::First => in_lane(from.lane).next(),
        Direction::Last => in_lane(from.lane).next_back(),
        Direction::Up => (0..from.lane).rev().find_map(|lane| nearest(in_lane(lane), from)),
        Direction::Down => (from.lane + 1..layout.lanes.len()).find_map(|lane| nearest(in_lane(lane), from)),
    }
}

fn nearest<'a>(marks: impl Iterator<Item = &'a PlacedMark>, to: &PlacedMark) -> Option<&'a PlacedMark> {
    marks.min_by(|a, b| (a.x - to.x).abs().total_cmp(&(b.x - to.x).abs()))
}
