//! Putting stops in order by dragging: where a stop lands, and how fast the list scrolls near its edges.

use crate::scale::clamp;

/// Near an edge the list scrolls from this far on, px.
const EDGE: f64 = 56.0;

/// The most it scrolls in a frame, px.
const MOST: f64 = 14.0;

/// The place, counted from 0, that the stop `from` has when it is let go at `y`; `rows` are tops and bottoms of all
/// stops from first to last, in the same px.
///
/// ```
/// use gsi_timeline::story::place_at;
/// let rows = [(0.0, 40.0), (40.0, 80.0), (80.0, 120.0)];
/// assert_eq!(place_at(0, &rows, 70.0), 1, "past the middle of the second");
/// assert_eq!(place_at(0, &rows, 50.0), 0, "not yet");
/// assert_eq!(place_at(2, &rows, -300.0), 0);
/// ```
pub fn place_at(from: usize, rows: &[(f64, f64)], y: f64) -> usize {
    rows.iter().enumerate().filter(|(i, (top, bottom))| *i != from && (top + bottom) / 2.0 < y).count()
}

/// How far the list scrolls in a frame while something is held at `y`, px, down if positive; `top` and `bottom` are
/// its visible ends.
///
/// ```
/// use gsi_timeline::story::scroll_at;
/// assert_eq!(scroll_at(300.0, 0.0, 600.0), 0.0);
/// assert!(scroll_at(10.0, 0.0, 600.0) < 0.0 && scroll_at(590.0, 0.0, 600.0) > 0.0);
/// assert_eq!(scroll_at(900.0, 0.0, 600.0), 14.0, "beyond the edge no faster than at it");
/// ```
pub fn scroll_at(y: f64, top: f64, bottom: f64) -> f64 {
    let share = |past: f64| clamp(past / EDGE, 0.0, 1.0) * MOST;
    share(y - (bottom - EDGE)) - share(top + EDGE - y)
}

/// Where the stop that was at `at` is after the one at `from` went to `to`.
///
/// ```
/// use gsi_timeline::story::place_after;
/// assert_eq!([0, 1, 2, 3].map(|at| place_after(at, 0, 2)), [2, 0, 1, 3]);
/// assert_eq!([0, 1, 2, 3].map(|at| place_after(at, 3, 1)), [0, 2, 3, 1]);
/// ```
pub fn place_after(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if from < at && at <= to {
        at - 1
    } else if to <= at && at < from {
        at + 1
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        /// What is let go in the upper part of a row above comes before it, in the lower part of one below behind it;
        /// and the places of all stops afterwards are those of a list in which one was moved.
        #[test]
        fn a_stop_lands_where_it_is_let_go(heights in proptest::collection::vec(20.0..300.0f64, 1..12), from in 0..12usize, y in -50.0..3700.0f64) {
            let from = from % heights.len();
            let mut top = 0.0;
            let rows: Vec<(f64, f64)> = heights.iter().map(|h| { top += h; (top - h, top) }).collect();
            let to = place_at(from, &rows, y);
            prop_assert!(to < rows.len());
            let mut moved: Vec<usize> = (0..rows.len()).collect();
            let stop = moved.remove(from);
            moved.insert(to, stop);
            for (at, stop) in moved.into_iter().enumerate() {
                prop_assert_eq!(place_after(stop, from, to), at);
                let mid = (rows[stop].0 + rows[stop].1) / 2.0;
                prop_assert!(stop == from || (mid < y) == (at < to), "{} is on the wrong side", stop);
            }
        }
    }
}
