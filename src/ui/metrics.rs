//! Sizes of rows and labels by the width there is.

use crate::layout::Metrics;
use crate::route::View;

/// Views at least this wide have larger rows and labels, px.
const WALL_WIDTH: f64 = 1400.0;

/// Windows in which lane names stand above the rows instead of beside them; the same stands in the style sheets.
const NAMES_ABOVE: &str = "(max-width: 47.99rem)";

/// The sizes that suit a stage of `width` px in a view.
pub(super) fn metrics(width: f64, view: View) -> Metrics {
    let normal = Metrics::default();
    // Beside the others the timeline has less height for as many rows.
    if width >= WALL_WIDTH && view != View::All {
        Metrics { row: 28.0, label: 13.0, ..normal }
    } else if names_are_above() {
        Metrics { lane_head: 22.0, max_rows: 4, ..normal }
    } else {
        normal
    }
}

/// In a frame there is room for little else, so the names stay beside their rows.
fn names_are_above() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(NAMES_ABOVE).ok().flatten());
    query.is_some_and(|query| query.matches()) && !super::embed::is_embedded()
}
