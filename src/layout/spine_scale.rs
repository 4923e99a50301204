//! How many px a day has on the spine: the scale a record opens with, the ones it can be given, the one a count needs.

use super::spine::{SLOT, Spine, SpineRequest, SpineRow, spine};
use crate::model::TimeSpan;
use crate::scale::clamp;

/// The scales that are tried where the usual one leaves events without a line, px a day: much more would be emptiness.
const ROOMIER_SCALES: [f64; 3] = [12.5, 14.0, 16.0];

/// The height past which a record opens at a smaller scale, px: some forty screens.
const OPENING_HEIGHT: f64 = 30_000.0;

/// Far below what a browser can scroll, px.
const MAX_HEIGHT: f64 = 3_000_000.0;

/// The most px a day: a dozen lines.
const MAX_SCALE: f64 = 504.0;

/// The fewest px of the whole record: a screen.
const MIN_HEIGHT: f64 = 600.0;

/// The height of a record among other views, px: two screens, enough for ten quarters.
const OVERVIEW_HEIGHT: f64 = 1300.0;

/// The scale that a record opens with where its months allow it, px a day.
pub const USUAL_SCALE: f64 = 11.0;

/// The scales a record can be given, px a day: from the whole of it on a screen to a dozen lines a day.
pub fn scale_range(span: TimeSpan) -> (f64, f64) {
    let days = f64::from(span.days());
    let most = MAX_SCALE.min(MAX_HEIGHT / days);
    let least = (MIN_HEIGHT / days).min(most);
    (least, most)
}

/// The scale a record opens with: the usual one, a little more where that gives every event a
/// line, or less where the record is long. That of the request is passed over.
pub fn opening_scale(request: &SpineRequest) -> f64 {
    let at = |px_per_day| spine(&SpineRequest { px_per_day, selected: None, ..*request });
    let usual = at(USUAL_SCALE);
    if usual.height > OPENING_HEIGHT {
        return USUAL_SCALE * OPENING_HEIGHT / usual.height;
    }
    if usual.n_counted() == 0 {
        return USUAL_SCALE;
    }
    ROOMIER_SCALES.into_iter().find(|scale| at(*scale).n_counted() == 0).unwrap_or(USUAL_SCALE)
}

/// The scale at which all days stand on two screens, px a day.
pub fn overview_scale(span: TimeSpan) -> f64 {
    let (least, most) = scale_range(span);
    clamp(OVERVIEW_HEIGHT / f64::from(span.days()), least, most.min(USUAL_SCALE))
}

/// The scale at which a count's period has a line for each of its events, px a day, as far as that can be had.
pub fn scale_for(spine: &Spine, row: &SpineRow) -> Option<f64> {
    let period = row.counts?;
    let lines = spine.rows[spine.rows_in(spine.px_of(period))].iter().map(|r| r.events.len()).sum::<usize>();
    let wanted = (lines + 1) as f64 * SLOT / f64::from(period.days());
    let (_, most) = scale_range(spine.span);
    (spine.px_per_day < most * 0.99).then(|| clamp(wanted, spine.px_per_day * 1.2, most))
}
