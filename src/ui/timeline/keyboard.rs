//! Keys inside the timeline: arrows move, Enter opens, W A S D and + − 0 move the view.

use super::Stage;
use super::marks::focus_mark;
use leptos::prelude::*;

use crate::layout::{Direction, PlacedMark, neighbor};
use crate::ui::state::AppState;

/// One step of zooming by a key or a button.
pub(super) const ZOOM_STEP: f64 = 1.5;

/// One step of panning by a key, as a share of the view.
const PAN_STEP: f64 = 0.2;

pub(super) fn key_down(state: AppState, stage: Stage, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if moves_view(state, event) || moves_focus(state, stage, event) {
        event.prevent_default();
    }
}

fn moves_view(state: AppState, event: &web_sys::KeyboardEvent) -> bool {
    let viewport = state.viewport.get_untracked();
    let (mid, width) = (viewport.width() / 2.0, viewport.width());
    let pan = |share: f64| {
        state.preview(viewport.panned(share * width));
        state.commit_viewport();
    };
    // Letters by their place on the board, signs by what they print.
    match (event.code().as_str(), event.key().as_str()) {
        ("KeyW", _) | (_, "+" | "=") => state.zoom(ZOOM_STEP, mid),
        ("KeyS", _) | (_, "-" | "_") => state.zoom(1.0 / ZOOM_STEP, mid),
        ("KeyA", _) => pan(-PAN_STEP),
        ("KeyD", _) => pan(PAN_STEP),
        (_, "PageUp") => pan(-1.0),
        (_, "PageDown") => pan(1.0),
        ("KeyF", _) => fit_selection(state),
        (_, "0") => state.fit(),
        _ => return false,
    }
    true
}

/// Brings every event that passes the filter into view.
fn fit_selection(state: AppState) {
    let dataset = state.dataset();
    let all = state.matching.with_untracked(|ids| {
        let spans = ids.iter().map(|id| dataset.event(*id).date.anchor().span());
        spans.reduce(crate::model::TimeSpan::union)
    });
    if let Some(span) = all {
        state.set_filter(|f| f.time = Some(span));
    }
}

fn moves_focus(state: AppState, stage: Stage, event: &web_sys::KeyboardEvent) -> bool {
    let layout = state.layout.get_untracked();
    let current = stage.current.get_untracked().and_then(|(id, lane)| layout.mark_of(id, Some(lane)));
    let direction = match event.key().as_str() {
        "ArrowLeft" => Direction::Previous,
        "ArrowRight" => Direction::Next,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        "Home" => Direction::First,
        "End" => Direction::Last,
        "Enter" | " " => {
            let Some(mark) = current else { return false };
            super::open(state, stage, mark);
            return true;
        }
        "Escape" => return escape(state, stage),
        _ => return false,
    };
    let next: Option<&PlacedMark> = current.and_then(|from| neighbor(&layout, from, direction));
    if let Some(mark) = next {
        stage.current.set(Some((mark.events[0], mark.lane)));
        focus_mark(stage, mark.key);
    }
    true
}

/// What floats goes, and what is open: first the list of a cluster, then the card.
fn escape(state: AppState, stage: Stage) -> bool {
    let hovered = state.hover.get_untracked().is_some();
    state.hover.set(None);
    if let Some(key) = stage.listed.get_untracked() {
        stage.listed.set(None);
        focus_mark(stage, key);
        // The focus would show its tooltip again.
        state.hover.set(None);
    } else if state.selected.get_untracked().is_some() {
        crate::ui::card::close(state);
    } else {
        return hovered;
    }
    true
}
