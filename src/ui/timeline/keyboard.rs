//! Keys inside the timeline: arrows move, Enter opens, W A S D and + − 0 move the view.

use super::Stage;
use super::marks::focus_mark;

use crate::keys::{Command, Scope};
use crate::layout::{Direction, neighbor};
use crate::ui::state::AppState;

/// One step of zooming by a key or a button.
pub(super) const ZOOM_STEP: f64 = 1.5;

/// One step of panning by a key, as a share of the view.
const PAN_STEP: f64 = 0.2;

pub(super) fn key_down(state: AppState, stage: Stage, event: &web_sys::KeyboardEvent) {
    let command = stage.panels.command(Scope::Timeline, event);
    // Esc means the same anywhere, but here something more may be open.
    let command = command.or_else(|| stage.panels.command(Scope::Anywhere, event).filter(|c| *c == Command::Close));
    if command.is_some_and(|command| obeys(state, stage, command)) {
        event.prevent_default();
    }
}

fn obeys(state: AppState, stage: Stage, command: Command) -> bool {
    let viewport = state.viewport.get_untracked();
    let (mid, width) = (viewport.width() / 2.0, viewport.width());
    let pan = |share: f64| {
        state.preview(viewport.panned(share * width));
        state.commit_viewport();
    };
    let go = |direction| move_focus(state, stage, direction);
    match command {
        Command::ZoomIn => state.zoom(ZOOM_STEP, mid),
        Command::ZoomOut => state.zoom(1.0 / ZOOM_STEP, mid),
        Command::PanBack => pan(-PAN_STEP),
        Command::PanOn => pan(PAN_STEP),
        Command::PageBack => pan(-1.0),
        Command::PageOn => pan(1.0),
        Command::Fit => state.fit(),
        Command::FitSelection => fit_selection(state),
        Command::Previous => go(Direction::Previous),
        Command::Next => go(Direction::Next),
        Command::Up => go(Direction::Up),
        Command::Down => go(Direction::Down),
        Command::First => go(Direction::First),
        Command::Last => go(Direction::Last),
        Command::Open => return open_current(state, stage),
        Command::Close => return escape(state, stage),
        Command::Search | Command::ListKeys | Command::AddStop | Command::Undo | Command::Redo => return false,
        Command::Present | Command::Number | Command::Back | Command::Black | Command::Play => return false,
        Command::Slower | Command::Faster | Command::ListStops | Command::Spotlight => return false,
        Command::Pen | Command::ClearPen | Command::Notes | Command::OpenEvent => return false,
    }
    true
}

/// Brings every event that passes the filter into view.
pub(in crate::ui) fn fit_selection(state: AppState) {
    let dataset = state.dataset();
    let all = state.matching.with_untracked(|ids| {
        let spans = ids.iter().map(|id| dataset.event(*id).date.anchor().span());
        spans.reduce(crate::model::TimeSpan::union)
    });
    if let Some(span) = all {
        state.set_filter(|f| f.time = Some(span));
    }
}

fn open_current(state: AppState, stage: Stage) -> bool {
    let layout = state.layout.get_untracked();
    let mark = stage.current.get_untracked().and_then(|(id, lane)| layout.mark_of(id, Some(lane)));
    if let Some(mark) = mark {
        super::open(state, stage, mark);
    }
    mark.is_some()
}

fn move_focus(state: AppState, stage: Stage, direction: Direction) {
    let layout = state.layout.get_untracked();
    let current = stage.current.get_untracked().and_then(|(id, lane)| layout.mark_of(id, Some(lane)));
    if let Some(mark) = current.and_then(|from| neighbor(&layout, from, direction)) {
        stage.current.set(Some((mark.events[0], mark.lane)));
        focus_mark(stage, mark.key);
    }
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
