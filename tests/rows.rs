//! A long list drawn in part: nothing in sight is missing, the rest takes its height, and the work is bounded by pixels.

use gsi_timeline::layout::{Drawn, Guess, Rows};
use proptest::prelude::*;

/// Room for rounding, px.
const EPSILON: f64 = 1e-6;

#[derive(Clone, Debug)]
struct Case {
    sizes: Vec<usize>,
    guess: Guess,
    measured: Vec<(usize, f64)>,
    sight: (f64, f64),
    keep: Vec<usize>,
}

fn cases() -> impl Strategy<Value = Case> {
    let sizes = prop::collection::vec(1_usize..60, 1..40);
    let guess = (20.0..80.0, 0.0..90.0).prop_map(|(row, head)| Guess { row, head });
    let measured = prop::collection::vec((0_usize..2000, 20.0..160.0), 0..80);
    let sight = (-4000.0..90_000.0, 0.0..1500.0);
    (sizes, guess, measured, sight, prop::collection::vec(0_usize..2500, 0..3))
        .prop_map(|(sizes, guess, measured, sight, keep)| Case { sizes, guess, measured, sight, keep })
}

fn rows(case: &Case) -> Rows {
    let mut rows = Rows::new(case.sizes.iter().copied(), case.guess);
    for (row, px) in &case.measured {
        rows.measure(*row, *px);
        rows.measure_head(row % 40, *px / 2.0);
    }
    rows
}

fn numbers(drawn: &Drawn) -> Vec<usize> {
    drawn.groups.iter().flat_map(|group| group.rows.iter().map(|row| row.row)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_stand_where_they_would_if_all_were_drawn(case in cases()) {
        let rows = rows(&case);
        let drawn = rows.drawn(&(case.sight.0..case.sight.0 + case.sight.1), &case.keep);
        let mut y = 0.0;
        for group in &drawn.groups {
            let heading = case.measured.iter().rev().find(|(row, _)| row % 40 == group.group);
            y += group.before + heading.map_or(case.guess.head, |(_, px)| px / 2.0);
            for row in &group.rows {
                y += row.before;
                let extent = rows.extent(row.row);
                prop_assert!((extent.start - y).abs() < EPSILON, "row {}: {y} for {extent:?}", row.row);
                y = extent.end;
            }
            y += group.after;
        }
        prop_assert!((y + drawn.after - rows.height()).abs() < EPSILON);
    }

    #[test]
    fn nothing_in_sight_is_missing(case in cases()) {
        let rows = rows(&case);
        let sight = case.sight.0..case.sight.0 + case.sight.1;
        let drawn = numbers(&rows.drawn(&sight, &case.keep));
        prop_assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]), "{drawn:?}");
        for row in 0..rows.count() {
            let extent = rows.extent(row);
            let must = (extent.start < sight.end && sight.start < extent.end) || case.keep.contains(&row);
            prop_assert!(!must || drawn.contains(&row), "row {row} of {drawn:?}");
        }
    }

    #[test]
    fn what_is_drawn_is_bounded_by_pixels(case in cases()) {
        let rows = rows(&case);
        let drawn = numbers(&rows.drawn(&(case.sight.0..case.sight.0 + case.sight.1), &case.keep));
        // No row is lower than 20 px; what is drawn beyond the edges is at most two screens of a phone.
        let most = ((case.sight.1 + 2.0 * 720.0) / 20.0).ceil() as usize + 2 + 3 * case.keep.len();
        prop_assert!(drawn.len() <= most, "{} of {most}", drawn.len());
    }
}
