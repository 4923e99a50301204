//! The strip under the lanes: the whole record in bars, with the view drawn on it.

use crate::model::{Dataset, EventId, TimeSpan};
use crate::scale::{Period, PxSpan, TimeScale};

/// The narrowest bar, px; finer periods give way to coarser ones.
const MIN_BAR: f64 = 5.0;

/// The periods a bar may stand for, finest first, with their mean days.
const PERIODS: [(Period, f64); 5] = [
    (Period::Month, 30.4),
    (Period::Quarter, 91.3),
    (Period::Year, 365.25),
    (Period::Decade, 3652.5),
    (Period::Century, 36525.0),
];

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverviewBar {
    /// The days it stands for.
    pub span: TimeSpan,
    /// From left to right.
    pub px: PxSpan,
    /// Its height, 1 for the tallest.
    pub height: f64,
}

/// All bars, and the scale they stand on.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Days of the whole record to px.
    pub scale: TimeScale,
    /// Oldest first.
    pub bars: Vec<OverviewBar>,
}

/// Counts events by the finest period whose bars are wide enough.
///
/// A vague date is spread evenly over the days its start may mean, so that no bar claims more than is known.
/// Linear in the events.
pub fn overview(dataset: &Dataset, ids: &[EventId], domain: TimeSpan, width: f64) -> Overview {
    let scale = TimeScale::fitting(domain, width);
    let wide_enough = |(_, days): &&(Period, f64)| days * scale.px_per_day() >= MIN_BAR;
    let (period, _) = PERIODS.iter().find(wide_enough).unwrap_or(&PERIODS[PERIODS.len() - 1]);
    let mut spans = Vec::new();
    let mut at = period.floor(domain.start());
    while at < domain.end() {
        let next = period.next(at);
        spans.push(TimeSpan::new(at, next));
        at = next;
    }
    let mut counts = vec![0.0_f64; spans.len()];
    for id in ids {
        let stated = dataset.event(*id).date.anchor().span();
        let first = spans.partition_point(|s| s.end() <= stated.start());
        for (span, count) in spans.iter().zip(&mut counts).skip(first).take_while(|(s, _)| s.start() < stated.end()) {
            let shared = span.end().min(stated.end()).0 - span.start().max(stated.start()).0;
            *count += f64::from(shared) / f64::from(stated.days());
        }
    }
    let most = counts.iter().copied().fold(1.0, f64::max);
    let bars = spans.into_iter().zip(counts).map(|(span, count)| OverviewBar {
        px: scale.px_span(span.clamped(domain)),
        height: count / most,
        span,
    });
    Overview { scale, bars: bars.collect() }
}
