//! Keys of a presentation: a clicker's, a keyboard's, and the one that begins it.

use wasm_bindgen::JsCast as _;

use super::{Panel, Talk, Tool, drawing, explore, list};
use crate::keys::{Command, Scope};
use crate::route::{Mode, View};
use crate::talk::{Move, Typed};
use crate::ui::hooks::{use_early_window_event, use_window_event};
use crate::ui::shortcuts::{Panels, is_field};

/// Listens for the key that begins a presentation, as long as the page lives.
pub(in crate::ui) fn use_present_key(talk: Talk) {
    let panels = Panels::expect();
    use_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let is_free = !event.default_prevented() && !event.repeat() && !is_field(event.target()) && !in_dialog(event);
        if is_free
            && talk.mode.get_untracked() == Mode::Explore
            && panels.command(Scope::Anywhere, event) == Some(Command::Present)
        {
            event.prevent_default();
            talk.enter();
        }
    });
}

/// Listens while the stage stands, before any other part of the page: there, arrows and Esc are the talk's.
pub(super) fn use_stage_keys(talk: Talk) {
    let panels = Panels::expect();
    use_early_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if talk.is_on() && !in_dialog(event) && pressed(talk, panels, event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
}

fn in_dialog(event: &web_sys::KeyboardEvent) -> bool {
    let element = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| e.closest("dialog").is_ok_and(|dialog| dialog.is_some()))
}

/// Whether the focus is on something that Enter and Space press.
pub(super) fn on_button(event: &web_sys::KeyboardEvent) -> bool {
    let element = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| e.closest("button, [role=button], a").is_ok_and(|found| found.is_some()))
}

/// Whether the key meant something.
fn pressed(talk: Talk, panels: Panels, event: &web_sys::KeyboardEvent) -> bool {
    // Not with Esc, which would only take it away again.
    if event.key() != "Escape" {
        super::screen::fill_again();
    }
    let is_modifier = matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta");
    let was_playing = talk.is_playing.get_untracked() && !is_modifier;
    if panels.command(Scope::Anywhere, event) == Some(Command::Close) {
        talk.set_playing(false);
        escape(talk);
        return true;
    }
    if is_field(event.target()) {
        return false;
    }
    let command = match panels.command(Scope::Anywhere, event) {
        Some(Command::Search) => {
            talk.panel.set(Panel::Filter);
            return true;
        }
        Some(Command::Present) => Some(Command::Close),
        _ => panels.command(Scope::Present, event),
    };
    // Any key stops what goes on by itself; the speeds alone are changed on the way.
    if was_playing && !matches!(command, Some(Command::Slower | Command::Faster)) {
        talk.set_playing(false);
        return command == Some(Command::Play) || talk_on(talk, command, event);
    }
    talk_on(talk, command, event)
}

fn talk_on(talk: Talk, command: Option<Command>, event: &web_sys::KeyboardEvent) -> bool {
    let Some(command) = command else { return false };
    let typed = talk.typed.get_untracked().number();
    let is_press = matches!(event.key().as_str(), "Enter" | " ");
    if is_press && on_button(event) && (typed.is_none() || event.key() == " ") {
        return false;
    }
    let is_list = matches!(talk.state.shown.get_untracked(), View::Table | View::Outline);
    if command != Command::Number && command != Command::Open {
        talk.typed.set(Typed::default());
    }
    match command {
        Command::Next => talk.go(Move::Next),
        Command::Previous => talk.go(Move::Previous),
        Command::First => talk.go(Move::To(0)),
        Command::Last => talk.go(Move::To(usize::MAX)),
        Command::Number => {
            let figure = event.key().chars().next().and_then(|c| c.to_digit(10)).unwrap_or_default();
            talk.typed.update(|typed| *typed = typed.with(figure as usize));
        }
        Command::Open => {
            let Some(number) = typed else { return false };
            talk.go(Move::To(number - 1));
        }
        Command::Black => talk.go(Move::Black),
        Command::Play => talk.go(Move::Play),
        Command::Slower => talk.change_speed(-1),
        Command::Faster => talk.change_speed(1),
        Command::ListStops => toggle(talk, Panel::Stops),
        Command::Spotlight => take(talk, Tool::Spotlight),
        Command::Pen => take(talk, Tool::Pen),
        Command::ClearPen => talk.lines.set(Vec::new()),
        Command::Back => talk.back(),
        Command::Notes => talk.open_notes(),
        Command::Up if is_list => list::turn(talk, false),
        Command::Down if is_list => list::turn(talk, true),
        Command::Up => drawing::focus_beside(false),
        Command::Down => drawing::focus_beside(true),
        Command::OpenEvent => {
            let Some(id) = drawing::focused_event() else { return false };
            explore::open(talk, id);
        }
        Command::ZoomIn => explore::zoom(talk, true),
        Command::ZoomOut => explore::zoom(talk, false),
        Command::PanBack => explore::pan(talk, false),
        Command::PanOn => explore::pan(talk, true),
        Command::Fit => explore::fit(talk),
        _ => return false,
    }
    true
}

fn toggle(talk: Talk, panel: Panel) {
    talk.panel.update(|now| *now = if *now == panel { Panel::None } else { panel });
}

fn take(talk: Talk, tool: Tool) {
    talk.tool.update(|now| *now = if *now == tool { Tool::Hand } else { tool });
}

/// The topmost of what lies over the stage goes, and last the stage itself.
pub(super) fn escape(talk: Talk) {
    if talk.panel.get_untracked() != Panel::None {
        talk.panel.set(Panel::None);
    } else if talk.typed.get_untracked().number().is_some() {
        talk.typed.set(Typed::default());
    } else if talk.tool.get_untracked() != Tool::Hand {
        talk.tool.set(Tool::Hand);
    } else if talk.is_black.get_untracked() {
        talk.set_black(false);
    } else {
        talk.leave();
    }
}
