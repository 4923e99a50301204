//! Undoing and redoing steps of the question, by two buttons and by keys.

use crate::ui::signals::*;
use wasm_bindgen::JsCast as _;

use super::dom::{El, el, live, live_string};
use super::filters::facet_name;
use super::hooks::{use_early_window_event, use_window_event};
use super::scene_view::icon;
use super::shortcuts::Panels;
use super::state::AppState;
use super::url_sync::History;
use crate::i18n::Messages;
use crate::keys::{Command, Scope};
use crate::route::ViewState;
use crate::undo::{Part, Question, Stroke};

/// More parts than these are not named one by one.
const MAX_NAMED: usize = 2;

/// An arrow that turns back; mirrored it goes forth again.
const ARROW: &str = "M6.5 2 2 6.25l4.5 4.25V7.25h3.75a2.5 2.5 0 0 1 0 5H5.5v1.5h4.75a4 4 0 0 0 0-8H6.5z";

/// Which way a button or a key leads.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Back,
    Forth,
}

impl AppState {
    /// What a step of this way would change.
    fn step_ahead(self, way: Way) -> Option<Vec<Part>> {
        let now = self.view.with(question);
        self.steps.with(|steps| match way {
            Way::Back => steps.undoes(&now),
            Way::Forth => steps.redoes(&now),
        })
    }

    fn step(self, way: Way) {
        let now = self.view.with_untracked(question);
        let parts = untrack(|| self.step_ahead(way)).unwrap_or_default();
        let step = self.steps.try_update(|steps| match way {
            Way::Back => steps.undo(&now),
            Way::Forth => steps.redo(&now),
        });
        if let Some(question) = step.flatten() {
            self.restore(question);
            let words = self.words();
            let said = if way == Way::Back { words.linked.undone } else { words.linked.redone };
            self.announce(said(&parts_words(words, &parts)));
        }
    }

    /// Takes note of a change.
    pub(super) fn record(self, before: &ViewState, after: &ViewState, stroke: Stroke) {
        let (before, after) = (question(before), question(after));
        if before != after {
            self.steps.update(|steps| steps.record(&before, &after, stroke));
        }
    }

    /// Asks exactly this, without a step that could be undone.
    fn restore(self, Question { filter, pinned }: Question) {
        let span = filter.time.unwrap_or_else(|| self.dataset().coverage());
        self.put(ViewState { filter, pinned, ..self.view.get_untracked() }, History::Push);
        self.show(span);
    }

    /// What is typed or repeated from now on is a step of its own.
    pub(super) fn settle_step(self) {
        // Nothing that is shown changes.
        self.steps.update_untracked(crate::undo::Steps::settle);
    }
}

/// What a step is a step of.
fn question(view: &ViewState) -> Question {
    Question { filter: view.filter.clone(), pinned: view.pinned.clone() }
}

/// The two buttons of the filter row; they say what they undo.
pub(super) fn undo_buttons(state: AppState) -> El {
    let buttons = [Way::Back, Way::Forth].into_iter().map(|way| button(state, way));
    el("span").class("steps").children(buttons)
}

fn button(state: AppState, way: Way) -> El {
    let words = state.words();
    let name = move || {
        let (plain, with) = match way {
            Way::Back => (words.linked.undo, words.linked.undo_what),
            Way::Forth => (words.linked.redo, words.linked.redo_what),
        };
        Some(state.step_ahead(way).map_or(plain.to_owned(), |parts| with(&parts_words(words, &parts))))
    };
    let (class, keys) = match way {
        Way::Back => ("step", "Control+Z Meta+Z"),
        Way::Forth => ("step step--forth", "Control+Shift+Z Meta+Shift+Z Control+Y"),
    };
    // Not `disabled`: the button keeps the focus while the last step is undone with it.
    let is_idle = live(move || state.step_ahead(way).is_none().then_some("true"));
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("aria-label", live_string(name))
        .attr("title", live_string(name))
        .attr("aria-keyshortcuts", keys)
        .attr("aria-disabled", is_idle)
        .on("click", move |_| state.step(way))
        .child(icon(None, "0 0 16 16", ARROW))
}

/// What a step changes, in a word or two.
fn parts_words(words: &Messages, parts: &[Part]) -> String {
    if parts.len() > MAX_NAMED {
        return words.linked.part_several.to_owned();
    }
    let name = |part: &Part| match part {
        Part::Facet(facet) => facet_name(words, *facet),
        Part::Who => words.linked.part_who,
        Part::Time => words.filter_time,
        Part::Text => words.linked.part_text,
        Part::Background => words.filter_background,
        Part::Pinned => words.linked.part_pinned,
    };
    parts.iter().map(name).collect::<Vec<_>>().join(words.linked.part_gap)
}

/// Ctrl/Cmd + Z undoes, with Shift or as Ctrl + Y it redoes; in a field that holds text both are the browser's.
pub(super) fn use_undo_keys(state: AppState, panels: Panels) {
    use_early_window_event("keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let field = text_field(event.target());
        if !event.repeat() && field.is_none() {
            state.settle_step();
        }
        state.key_is_down.set_value(true);
        let way = match panels.command(Scope::Anywhere, event) {
            Some(Command::Undo) => Way::Back,
            // Cmd and Y open the history of some browsers.
            Some(Command::Redo) if event.shift_key() || !event.meta_key() => Way::Forth,
            _ => return,
        };
        let is_browsers = field.is_some_and(|text| !text.is_empty()) || in_dialog(event.target());
        if !is_browsers {
            event.prevent_default();
            state.step(way);
        }
    });
    for name in ["keyup", "blur"] {
        use_window_event(name, move |_| state.key_is_down.set_value(false));
    }
}

fn element(target: Option<web_sys::EventTarget>) -> Option<web_sys::Element> {
    target.and_then(|target| target.dyn_into().ok())
}

/// What is in the field that is typed into, `None` anywhere else.
fn text_field(target: Option<web_sys::EventTarget>) -> Option<String> {
    let input: web_sys::HtmlInputElement = element(target)?.dyn_into().ok()?;
    (!matches!(input.type_().as_str(), "checkbox" | "radio" | "range" | "button")).then(|| input.value())
}

/// Where both keys mean something else: a dialog, and the panel in which a story is made.
fn in_dialog(target: Option<web_sys::EventTarget>) -> bool {
    element(target).is_some_and(|element| element.closest("dialog, .story-panel").is_ok_and(|found| found.is_some()))
}
