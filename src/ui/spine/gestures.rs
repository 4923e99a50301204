//! Two fingers change the scale; one finger is the page's own and is never taken.
//!
//! `touch-action` lets the browser scroll and zoom the page. Only what it hands over can be held back: a pinch whose
//! events may be cancelled. Where they may not, it zooms the page as anywhere else.

use std::cell::Cell;

use super::Stage;

/// Fingers nearer than this count as this far apart, px.
const MIN_PINCH: f64 = 24.0;

thread_local! {
    /// How far apart the fingers were, px, and the scale then.
    static PINCH: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
}

/// Distance and height of two fingers, px; `None` for any other number.
fn fingers(event: &web_sys::TouchEvent) -> Option<(f64, f64)> {
    let touches = event.touches();
    if touches.length() != 2 {
        return None;
    }
    let (a, b) = (touches.get(0)?, touches.get(1)?);
    let apart = f64::from(a.client_x() - b.client_x()).hypot(f64::from(a.client_y() - b.client_y()));
    Some((apart.max(MIN_PINCH), f64::from(a.client_y() + b.client_y()) / 2.0))
}

pub(super) fn touch_start(stage: Stage, event: &web_sys::TouchEvent) {
    let scale = stage.layout.with_untracked(|l| l.px_per_day);
    PINCH.set(fingers(event).map(|(apart, _)| (apart, scale)));
}

pub(super) fn touch_move(stage: Stage, event: &web_sys::TouchEvent) {
    let (Some((apart, at)), Some((from, scale))) = (fingers(event), PINCH.get()) else { return };
    if event.cancelable() && !stage.is_overview {
        event.prevent_default();
        stage.rescale(scale * apart / from, at);
    }
}

pub(super) fn touch_end() {
    PINCH.set(None);
}
