//! Axes: round steps of counts, and periods named below or above a plane.

use super::canvas::{Canvas, Ink, Plane};
use super::context::{Context, widest};
use super::period::{Periods, Unit};
use crate::scene::Paint;

/// Room under a base line for periods: one row of names, or two where years have a row of their own.
pub const BELOW_ONE_ROW: f64 = 24.0;
/// As [`BELOW_ONE_ROW`], with a second row for years.
pub const BELOW_TWO_ROWS: f64 = 40.0;

/// Clear px between two names.
const CLEARANCE: f64 = 5.0;

/// Steps between lines of a plot that has a whole axis.
pub const ROUND: &[usize] = &[1, 2, 5];
/// Steps between the few lines of a small panel.
pub const ROUND_SMALL: &[usize] = &[1, 2, 3, 4, 5];

/// The smallest round step that puts at most `max_lines` lines between zero and `peak`.
pub fn step(peak: usize, max_lines: usize, round: &[usize]) -> usize {
    let mut magnitude = 1;
    loop {
        if let Some(step) = round.iter().map(|n| n * magnitude).find(|step| peak / step <= max_lines) {
            return step;
        }
        magnitude *= 10;
    }
}

/// Draws lines at every step up to `peak`, the base line in ink, each labelled at the left.
pub fn counts(canvas: &mut Canvas, plane: &Plane, x: std::ops::Range<f64>, peak: usize, step: usize) {
    for count in (0..=peak).step_by(step) {
        let y = plane.at(0.0, count as f64).1;
        canvas.rule(x.clone(), y, if count == 0 { Paint::Ink1 } else { Paint::Rule1 });
        canvas.text(x.start - 6.0, y + 4.0, &count.to_string(), Ink::NOTE.end());
    }
}

/// The room that [`periods`] needs under the base line.
pub fn room_below(periods: &Periods) -> f64 {
    if periods.unit.is_within_a_year() { BELOW_TWO_ROWS } else { BELOW_ONE_ROW }
}

/// Names periods under a plane whose x counts them; what does not fit is left out.
pub fn periods(canvas: &mut Canvas, plane: &Plane, cx: Context, periods: &Periods, base: f64) {
    let x = |place: f64| plane.at(place, 0.0).0;
    let width = x(1.0) - x(0.0);
    for (i, name) in names(canvas, cx, periods, width) {
        let middle = canvas.kept_inside(x(i as f64 + 0.5), &name, Ink::NOTE);
        canvas.try_text(middle, base + 16.0, &name, Ink::NOTE.middle(), 2.0);
    }
    if !periods.unit.is_within_a_year() {
        return;
    }
    for i in years(periods) {
        let (left, year) = (x(i as f64), periods.start(i).ymd().0);
        if i > 0 {
            canvas.path(&[(left, base), (left, base + 36.0)], Paint::Rule2, 1.0);
        }
        canvas.try_text(left + (width / 6.0).min(6.0), base + 33.0, &(cx.words.year_tick)(year), Ink::YEAR, CLEARANCE);
    }
}

/// The names of periods that fit where each has `width` px: all, every nth, or none.
pub fn names(canvas: &Canvas, cx: Context, periods: &Periods, width: f64) -> Vec<(usize, String)> {
    let name = |i: usize| (i, (cx.words.period_tick)(periods.unit, periods.start(i)));
    let names: Vec<(usize, String)> = (0..periods.count()).map(name).collect();
    let widest = widest(canvas, names.iter().map(|(_, name)| name.as_str()), Ink::NOTE);
    names.into_iter().filter(|(i, _)| is_named(periods, *i, (widest + CLEARANCE) / width)).collect()
}

/// The places where a year is named: whole years first, then the year that the first period falls in.
pub fn years(periods: &Periods) -> Vec<usize> {
    let is_january = |i: &usize| periods.start(*i).ymd().1 == 1;
    let mut places: Vec<usize> = (0..periods.count()).filter(is_january).collect();
    if !places.contains(&0) {
        places.push(0);
    }
    places
}

/// Whether a period is named where only every nth name fits, `n` being `room`.
fn is_named(periods: &Periods, place: usize, room: f64) -> bool {
    let year = periods.start(place).ymd().0;
    let (number, strides): (i32, &[i32]) = match periods.unit {
        Unit::Month | Unit::Quarter => return room <= 1.0,
        Unit::Year => (year, &[1, 2, 5, 10, 20]),
        // No decade is rounder than another.
        Unit::Decade => (place as i32, &[1, 2, 3, 4, 6, 10, 20]),
    };
    strides.iter().find(|stride| room <= f64::from(**stride)).is_some_and(|stride| number.rem_euclid(*stride) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_lines_few() {
        for (peak, expected) in [(1, 1), (3, 1), (7, 2), (15, 5), (25, 10), (79, 20), (80, 50), (4000, 2000)] {
            assert_eq!(step(peak, 3, ROUND), expected, "{peak}");
        }
        assert_eq!(step(7, 2, ROUND_SMALL), 3);
        assert_eq!(step(31, 2, ROUND_SMALL), 20);
    }
}
