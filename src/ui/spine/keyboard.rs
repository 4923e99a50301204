//! Keys inside the spine: the same as in the lanes, with time running down.

use super::{STEP, Stage, rows};
use crate::keys::{Command, Scope};
use crate::model::EventId;
use crate::ui::timeline::fit_selection;

/// One screen, and one step of moving through time, in parts of the screen.
const SCREEN: f64 = 0.8;
const PAN: f64 = 0.3;

/// Moves the focus, the scale, or the page.
pub(super) fn key_down(stage: Stage, event: &web_sys::KeyboardEvent) {
    let command = stage.panels.command(Scope::Timeline, event);
    if command.is_some_and(|command| obeys(stage, command)) {
        event.prevent_default();
    }
}

fn obeys(stage: Stage, command: Command) -> bool {
    let screen = stage.window.get_untracked().width();
    let current = stage.phone.current.get_untracked();
    let to = stage.layout.with_untracked(|layout| {
        let last = layout.rows.len().checked_sub(1)?;
        let at = current.and_then(|id| layout.row_of(id)).unwrap_or(0);
        let y = layout.rows[at].y;
        let to = match command {
            // One line after the other: there are no lanes.
            Command::Next | Command::Down => (at + 1).min(last),
            Command::Previous | Command::Up => at.saturating_sub(1),
            Command::First => 0,
            Command::Last => last,
            Command::PageOn => layout.rows.partition_point(|row| row.y < y + screen * SCREEN).min(last),
            Command::PageBack => layout.rows.partition_point(|row| row.y < y - screen * SCREEN),
            _ => return None,
        };
        Some((layout.rows[to].events[0], layout.rows[to].y))
    });
    match command {
        _ if to.is_some() => to.into_iter().for_each(|(id, y)| go(stage, id, y)),
        Command::ZoomIn => stage.zoom_at_middle(STEP),
        Command::ZoomOut => stage.zoom_at_middle(1.0 / STEP),
        Command::PanBack => stage.scroll(-PAN),
        Command::PanOn => stage.scroll(PAN),
        Command::Fit => {
            stage.phone.scale.set(None);
            stage.state.fit();
        }
        Command::FitSelection => fit_selection(stage.state),
        // Enter is the line's own, being a button.
        _ => return false,
    }
    true
}

fn go(stage: Stage, id: EventId, y: f64) {
    rows::focus(stage, id);
    stage.reveal(y);
}
