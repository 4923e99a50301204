//! The linear map between days and pixels.

use crate::model::{Day, TimeSpan};

/// An interval of pixels, `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PxSpan {
    /// Left edge.
    pub start: f64,
    /// Right edge.
    pub end: f64,
}

impl PxSpan {
    /// The interval `[start, end]`.
    pub fn new(start: f64, end: f64) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Its length.
    pub fn width(self) -> f64 {
        self.end - self.start
    }

    /// Its middle.
    pub fn mid(self) -> f64 {
        (self.start + self.end) / 2.0
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// An immutable map from days, whole or in part, to pixels.
///
/// ```
/// use gsi_timeline::scale::TimeScale;
/// let scale = TimeScale::new(100.0, 200.0, 0.0, 1000.0);
/// assert_eq!(scale.x_from_day(150.0), 500.0);
/// assert_eq!(scale.day_from_x(500.0), 150.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    day0: f64,
    x0: f64,
    px_per_day: f64,
}

impl TimeScale {
    /// Maps the days `day0..day1` onto the pixels `x0..x1`; an empty domain or range is widened to one unit.
    pub fn new(day0: f64, day1: f64, x0: f64, x1: f64) -> Self {
        let days = if day1 - day0 > 0.0 { day1 - day0 } else { 1.0 };
        let px = if x1 - x0 > 0.0 { x1 - x0 } else { 1.0 };
        Self { day0, x0, px_per_day: px / days }
    }

    /// Maps a span of whole days onto the pixels `0..width`.
    pub fn fitting(span: TimeSpan, width: f64) -> Self {
        Self::new(f64::from(span.start().0), f64::from(span.end().0), 0.0, width)
    }

    /// The pixel of a day, its fraction counted from the day's start.
    pub fn x_from_day(self, day: f64) -> f64 {
        self.x0 + (day - self.day0) * self.px_per_day
    }

    /// The pixel at which a day begins.
    pub fn x_from(self, day: Day) -> f64 {
        self.x_from_day(f64::from(day.0))
    }

    /// The day, with its fraction, under a pixel.
    pub fn day_from_x(self, x: f64) -> f64 {
        self.day0 + (x - self.x0) / self.px_per_day
    }

    /// The pixels of a span of days.
    pub fn px_span(self, span: TimeSpan) -> PxSpan {
        PxSpan::new(self.x_from(span.start()), self.x_from(span.end()))
    }

    /// How wide one day is.
    pub fn px_per_day(self) -> f64 {
        self.px_per_day
    }
}
