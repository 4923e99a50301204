//! One chart of two selections, on one scale.

use super::context::Context;
use super::period::{Periods, Unit};
use super::{Chart, ChartId, ChartRequest, cumulative, draw};

/// What two drawings share, so that the same height means the same number.
///
/// The default shares nothing: each drawing is as high as its own largest count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// What both count in.
    pub unit: Option<Unit>,
    /// The largest count of either.
    pub peak: usize,
}

/// Draws a chart of two selections: both count in the same unit of time, and their scales end at the same number.
///
/// The heat ramp, the unit chart and the rows of stances count in absolute steps, so they are comparable as they are.
pub fn compare(id: ChartId, requests: [&ChartRequest; 2]) -> [Option<Chart>; 2] {
    let units = requests.map(|request| Periods::covering(request.span).unit);
    let reach = Reach { unit: Some(units[0].max(units[1])), peak: 0 };
    let peaks = requests.map(|request| peak(id, Context::new(request, reach)));
    let reach = Reach { peak: peaks[0].max(peaks[1]), ..reach };
    requests.map(|request| draw(id, request, reach))
}

/// The largest count that a chart draws on a scale; 0 where it has none.
fn peak(id: ChartId, cx: Context) -> usize {
    match id {
        ChartId::Trend => cx.counts().max_column(),
        ChartId::Multiples => cx.counts().max_cell(),
        ChartId::Cumulative => cumulative::height(cx),
        ChartId::Heat | ChartId::Stances | ChartId::Kinds => 0,
    }
}
