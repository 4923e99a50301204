//! Sizes of rows and labels by the width there is.

use crate::layout::Metrics;
use crate::route::View;

/// Views at least this wide have larger rows and labels, px.
const WALL_WIDTH: f64 = 1400.0;

/// Views at most this wide have lane names above the rows instead of beside them, px.
const NARROW_WIDTH: f64 = 560.0;

/// The sizes that suit a stage of `width` px in a view.
pub(super) fn metrics(width: f64, view: View) -> Metrics {
    let normal = Metrics::default();
    // Beside the others the timeline has less height for as many rows.
    if width >= WALL_WIDTH && view != View::All {
        Metrics { row: 28.0, label: 13.0, ..normal }
    } else if width <= NARROW_WIDTH {
        Metrics { lane_head: 22.0, max_rows: 4, ..normal }
    } else {
        normal
    }
}
