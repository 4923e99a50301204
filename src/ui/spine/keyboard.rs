//! Keys inside the spine: the same as in the lanes, with time running down.

use leptos::prelude::*;

use super::{STEP, Stage, rows};
use crate::model::EventId;

/// Moves the focus, or the scale.
pub(super) fn key_down(stage: Stage, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    // Letters by their place on the board, signs by what they print.
    match (event.code().as_str(), event.key().as_str()) {
        ("KeyW", _) | (_, "+" | "=") => stage.zoom_at_middle(STEP),
        ("KeyS", _) | (_, "-" | "_") => stage.zoom_at_middle(1.0 / STEP),
        (_, "0") => stage.phone.scale.set(None),
        (_, key) => match target(stage, key) {
            Some((id, y)) => {
                rows::focus(stage, id);
                stage.reveal(y);
            }
            None => return,
        },
    }
    event.prevent_default();
}

/// Where a key leads from the line with the focus: an event of it, and its place.
fn target(stage: Stage, key: &str) -> Option<(EventId, f64)> {
    let screen = stage.window.get_untracked().width() * 0.8;
    let current = stage.phone.current.get_untracked();
    stage.layout.with_untracked(|layout| {
        let last = layout.rows.len().checked_sub(1)?;
        let at = current.and_then(|id| layout.row_of(id)).unwrap_or(0);
        let y = layout.rows[at].y;
        let to = match key {
            "ArrowDown" | "ArrowRight" => (at + 1).min(last),
            "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "PageDown" => layout.rows.partition_point(|row| row.y < y + screen).min(last),
            "PageUp" => layout.rows.partition_point(|row| row.y < y - screen),
            _ => return None,
        };
        Some((layout.rows[to].events[0], layout.rows[to].y))
    })
}
