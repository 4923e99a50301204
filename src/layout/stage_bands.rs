//! The bands of vague dates on a stage: a period wide enough to hold something.

use crate::model::TimeSpan;
use crate::scale::{Period, TimeScale};

/// A band of a period narrower than this holds neither glyph nor count, units: coarser periods are taken.
const LEAST_BAND: f64 = 44.0;

/// The period itself, or the shortest coarser one that is wide enough to hold something.
pub(super) fn bucket(span: TimeSpan, scale: TimeScale) -> TimeSpan {
    if scale.px_span(span).width() >= LEAST_BAND {
        return span;
    }
    let periods = [Period::Month, Period::Quarter, Period::Year, Period::Lustrum, Period::Decade, Period::Century];
    let of = |period: Period| {
        let start = period.floor(span.start());
        TimeSpan::new(start, period.next(start))
    };
    periods.into_iter().map(of).find(|s| scale.px_span(*s).width() >= LEAST_BAND).unwrap_or(of(Period::Century))
}
