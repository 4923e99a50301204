//! The days in view, as a value with verbs.

use crate::model::{Day, TimeSpan};
use crate::scale::{TimeScale, clamp};

/// The fewest days a view can be zoomed to: below a week there is nothing left to tell apart.
pub const MIN_DAYS: f64 = 7.0;

/// How far, as a share of the view, the domain's edge may be pulled inside while panning.
const GUTTER_FRACTION: f64 = 0.02;

/// A span of days, whole or in part, and the pixels it is shown on. Every verb returns a new value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    start: f64,
    days: f64,
    width: f64,
}

impl Viewport {
    /// Exactly these days on `width` px.
    pub fn new(span: TimeSpan, width: f64) -> Self {
        Self { start: f64::from(span.start().0), days: f64::from(span.days()), width: width.max(1.0) }
    }

    /// The first moment in view, in days.
    pub fn start(self) -> f64 {
        self.start
    }

    /// How many days are in view.
    pub fn days(self) -> f64 {
        self.days
    }

    /// px.
    pub fn width(self) -> f64 {
        self.width
    }

    /// The map from days to px `0..width`.
    pub fn scale(self) -> TimeScale {
        TimeScale::new(self.start, self.start + self.days, 0.0, self.width)
    }

    /// The whole days in view, rounded to the nearest.
    pub fn span(self) -> TimeSpan {
        let day = |x: f64| Day((x.round() as i32).clamp(Day::FAR_PAST.0, Day::FAR_FUTURE.0));
        TimeSpan::new(day(self.start), day(self.start + self.days))
    }

    /// The same days on another width.
    #[must_use]
    pub fn resized(self, width: f64) -> Self {
        Self { width: width.max(1.0), ..self }
    }

    /// Moved so that what was at `x` is now at `x - dx`.
    #[must_use]
    pub fn panned(self, dx: f64) -> Self {
        Self { start: self.start + dx / self.width * self.days, ..self }
    }

    /// Shows `factor` times fewer days, the day under `at_x` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, at_x: f64) -> Self {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let days = (self.days / factor).max(MIN_DAYS);
        let at = self.start + at_x / self.width * self.days;
        Self { start: at - at_x / self.width * days, days, ..self }
    }

    /// Exactly the days of `span`, or the fewest allowed around its middle.
    #[must_use]
    pub fn fitted(self, span: TimeSpan) -> Self {
        let days = f64::from(span.days());
        let shown = days.max(MIN_DAYS);
        Self { start: f64::from(span.start().0) - (shown - days) / 2.0, days: shown, ..self }
    }

    /// Pulled back into `domain`, leaving it by no more than the gutter; never more days than the domain has.
    #[must_use]
    pub fn clamped(self, domain: TimeSpan) -> Self {
        let all = f64::from(domain.days()).max(MIN_DAYS);
        let days = clamp(self.days, MIN_DAYS.min(all), all);
        let gutter = if days < all { days * GUTTER_FRACTION } else { 0.0 };
        let first = f64::from(domain.start().0);
        let start = clamp(self.start, first - gutter, (first + all - days + gutter).max(first - gutter));
        Self { start, days, ..self }
    }

    /// The view on the way to another of the same width, at a share of the way, `0..=1`: what both show stays in sight,
    /// and where they differ in scale, one day stays where it is.
    #[must_use]
    pub fn between(self, other: Self, share: f64) -> Self {
        let (growth, gap) = (other.days / self.days, other.days - self.days);
        // Views of nearly the same scale are moved, not zoomed: their fixed day lies too far away.
        if gap.abs() < 1e-3 * self.days {
            let along = |a: f64, b: f64| a + (b - a) * share;
            return Self { start: along(self.start, other.start), days: along(self.days, other.days), ..self };
        }
        let fixed = (self.start * other.days - other.start * self.days) / gap;
        // As `growth.powf(share)`, without its two kilobytes of code for every other case.
        let factor = (growth.ln() * share).exp();
        Self { start: fixed + (self.start - fixed) * factor, days: self.days * factor, ..self }
    }

    /// How many px to the right of its place in `self` a moment is drawn in `other`, where both show as many days.
    pub fn offset_from(self, other: Self) -> f64 {
        (other.start - self.start) / self.days * self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(start: i32, days: i32) -> Viewport {
        Viewport::new(TimeSpan::new(Day(start), Day(start + days)), 1000.0)
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let before = view(0, 365);
        for at in [0.0, 250.0, 999.0] {
            let day = before.scale().day_from_x(at);
            for factor in [0.5, 1.3, 4.0, 1e9] {
                let after = before.zoomed(factor, at);
                assert!((after.scale().day_from_x(at) - day).abs() < 1e-6);
                assert!(after.days() >= MIN_DAYS);
            }
        }
        assert_eq!(before.zoomed(f64::NAN, 0.0), before);
    }

    #[test]
    fn panning_there_and_back_changes_nothing() {
        let before = view(100, 50);
        let after = before.panned(123.0).panned(-123.0);
        assert!((after.start() - before.start()).abs() < 1e-9);
    }

    #[test]
    fn clamping_keeps_the_view_on_the_domain() {
        let domain = TimeSpan::new(Day(0), Day(1000));
        for v in [view(-500, 100), view(5000, 100), view(-10, 4000), view(400, 3)] {
            let c = v.clamped(domain);
            assert!(c.start() >= -c.days() * GUTTER_FRACTION - 1e-9, "{c:?}");
            assert!(c.start() + c.days() <= 1000.0 + c.days() * GUTTER_FRACTION + 1e-9, "{c:?}");
        }
        assert_eq!(view(0, 1000).clamped(domain), view(0, 1000));
    }

    #[test]
    fn the_way_to_another_view_begins_and_ends_with_them_and_turns_about_one_day() {
        for (a, b) in [(view(0, 900), view(400, 75)), (view(400, 75), view(0, 900)), (view(0, 90), view(300, 90))] {
            for (share, end) in [(0.0, a), (1.0, b)] {
                let at = a.between(b, share);
                assert!((at.start() - end.start()).abs() < 1e-6 && (at.days() - end.days()).abs() < 1e-6);
            }
            let half = a.between(b, 0.5);
            assert!(half.days() >= a.days().min(b.days()) - 1e-9 && half.days() <= a.days().max(b.days()) + 1e-9);
            let fixed = (a.start() * b.days() - b.start() * a.days()) / (b.days() - a.days());
            if fixed.is_finite() {
                let x = |v: Viewport| v.scale().x_from_day(fixed);
                assert!((x(a) - x(half)).abs() < 1e-6 && (x(b) - x(half)).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_single_day_is_fitted_around_its_middle() {
        let fitted = view(0, 100).fitted(TimeSpan::new(Day(50), Day(51)));
        assert_eq!((fitted.days(), fitted.start()), (MIN_DAYS, 47.0));
    }
}
